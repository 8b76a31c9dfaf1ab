; The Windows installer: 64-bit, Thai, for one user and without an administrator. See packaging/README.md.
; makensis -INPUTCHARSET UTF8 -DVERSION=1.2.3 -DVERSION4=1.2.3.0 -DPAYLOAD=folder -DICON=file.ico -DOUT=setup.exe ita-desktop.nsi
; Each version lies in a folder of its own; the one before stays to go back to. What an office makes lies elsewhere.

Unicode true
Target amd64-unicode
!include "MUI2.nsh"
!include "FileFunc.nsh"

!define NAME "ITA Desktop"
!define PROGRAM "ita-desktop.exe"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\ITA Desktop"
!define OURS "Software\ITA Desktop"
!define CLASSES "Software\Classes"
!define VERSIONS "$LOCALAPPDATA\ITA Desktop\versions" ; as ita_desktop.paths has it
!define TYPE "ITADesktop.Office"

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\ITA Desktop"
InstallDirRegKey HKCU "${OURS}" "Folder"
!ifdef FAST ; for a proof, not for publishing: a third larger, in a tenth of the time
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
!endif
ManifestDPIAware true
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${VERSION4}"
VIAddVersionKey /LANG=1054 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1054 "CompanyName" "ITA Desktop"
VIAddVersionKey /LANG=1054 "FileDescription" "ตัวติดตั้ง ITA Desktop"
VIAddVersionKey /LANG=1054 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1054 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1054 "LegalCopyright" "Apache License 2.0"

!ifdef SIGN ; e.g. -DSIGN='packaging/windows/sign'; off without a key
  !finalize '${SIGN} "%1"'
  !uninstfinalize '${SIGN} "%1"'
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\app-${VERSION}\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "เปิด ITA Desktop"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Thai"

Var Before ; the version that was in use until now
Var Older  ; the one before that, which goes

; A program that runs keeps its file open: it cannot be replaced, and it must not be taken away.
!macro MustNotRun FOLDER
  ${If} ${FileExists} "${FOLDER}\${PROGRAM}"
    ClearErrors
    FileOpen $0 "${FOLDER}\${PROGRAM}" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "ITA Desktop กำลังเปิดอยู่ กรุณาปิดโปรแกรมก่อน แล้วเริ่มใหม่อีกครั้ง ข้อมูลที่บันทึกแล้วไม่สูญหาย" /SD IDOK
      SetErrorLevel 3
      Abort
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Section "Program"
  !insertmacro MustNotRun "$INSTDIR\app-${VERSION}"
  ReadRegStr $Before HKCU "${OURS}" "Version"
  ReadRegStr $Older HKCU "${OURS}" "Before"
  ${If} $Before == "${VERSION}" ; the same once more: what it can go back to stays
    StrCpy $Before $Older
    StrCpy $Older ""
  ${EndIf}

  SetOutPath "$INSTDIR\app-${VERSION}.new"
  File /r "${PAYLOAD}/*"
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\app-${VERSION}"
  Rename "$INSTDIR\app-${VERSION}.new" "$INSTDIR\app-${VERSION}"
  ${IfNot} ${FileExists} "$INSTDIR\app-${VERSION}\${PROGRAM}"
    MessageBox MB_OK|MB_ICONSTOP "ติดตั้งไม่สำเร็จ อาจมีโปรแกรมป้องกันไวรัสกักแฟ้มไว้ โปรแกรมรุ่นเดิมและข้อมูลยังอยู่ครบ" /SD IDOK
    SetErrorLevel 4
    Abort
  ${EndIf}

  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${OURS}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${OURS}" "Version" "${VERSION}"
  WriteRegStr HKCU "${OURS}" "Before" "$Before"

  CreateShortcut "$SMPROGRAMS\ITA Desktop.lnk" "$INSTDIR\app-${VERSION}\${PROGRAM}"
  CreateShortcut "$DESKTOP\ITA Desktop.lnk" "$INSTDIR\app-${VERSION}\${PROGRAM}"
  Delete "$SMPROGRAMS\ITA Desktop (รุ่นก่อน).lnk"
  ${If} $Before != ""
  ${AndIf} ${FileExists} "$INSTDIR\app-$Before\${PROGRAM}"
    CreateShortcut "$SMPROGRAMS\ITA Desktop (รุ่นก่อน).lnk" "$INSTDIR\app-$Before\${PROGRAM}"
  ${EndIf}
  ${If} $Older != ""
  ${AndIf} $Older != $Before
  ${AndIf} $Older != "${VERSION}"
    RMDir /r "$INSTDIR\app-$Older"
  ${EndIf}

  WriteRegStr HKCU "${CLASSES}\.ita" "" "${TYPE}"
  WriteRegStr HKCU "${CLASSES}\${TYPE}" "" "แฟ้มหน่วยงาน ITA"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\DefaultIcon" "" "$INSTDIR\app-${VERSION}\${PROGRAM},0"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\shell\open\command" "" '"$INSTDIR\app-${VERSION}\${PROGRAM}" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "ITA Desktop"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\app-${VERSION}\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR\app-${VERSION}" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

; Only programs go, the installed ones and those that updates put beside them: offices, settings and backups lie in the user's own folders and stay.
Section "Uninstall"
  ReadRegStr $1 HKCU "${OURS}" "Version"
  ReadRegStr $Before HKCU "${OURS}" "Before"
  !insertmacro MustNotRun "$INSTDIR\app-$1"
  !insertmacro MustNotRun "$INSTDIR\app-$Before"
  FindFirst $2 $3 "${VERSIONS}\*.*" ; each update is a whole program in a folder of its own
  ${DoWhile} $3 != ""
    !insertmacro MustNotRun "${VERSIONS}\$3"
    FindNext $2 $3
  ${Loop}
  FindClose $2
  ${If} $1 != ""
    RMDir /r "$INSTDIR\app-$1"
  ${EndIf}
  ${If} $Before != ""
    RMDir /r "$INSTDIR\app-$Before"
  ${EndIf}
  RMDir /r "${VERSIONS}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\ITA Desktop.lnk"
  Delete "$SMPROGRAMS\ITA Desktop (รุ่นก่อน).lnk"
  Delete "$DESKTOP\ITA Desktop.lnk"
  ReadRegStr $0 HKCU "${CLASSES}\.ita" ""
  ${If} $0 == "${TYPE}"
    DeleteRegKey HKCU "${CLASSES}\.ita"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${TYPE}"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "${OURS}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
