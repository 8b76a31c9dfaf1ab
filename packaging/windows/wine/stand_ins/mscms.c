/* Stand-in for mscms.dll: Qt asks it for the colour profile of the screen, and this Wine lacks a function of it.
   Every answer is "there is no profile", as on a screen that has none. */
#include <windows.h>
#define EXPORT __declspec(dllexport)

EXPORT HANDLE WINAPI OpenColorProfileW(void *profile, DWORD access, DWORD share, DWORD create) { return 0; }
EXPORT BOOL WINAPI CloseColorProfile(HANDLE profile) { return FALSE; }
EXPORT HANDLE WINAPI WcsOpenColorProfileW(void *a, void *b, void *c, DWORD d, DWORD e, DWORD f, DWORD g) { return 0; }
EXPORT HANDLE WINAPI WcsCreateIccProfile(HANDLE profile, DWORD flags) { return 0; }
EXPORT BOOL WINAPI GetColorProfileFromHandle(HANDLE profile, void *bytes, DWORD *size) { if (size) *size = 0; return FALSE; }
EXPORT BOOL WINAPI GetColorProfileElement(HANDLE h, DWORD tag, DWORD at, DWORD *n, void *to, BOOL *shared) { return FALSE; }
EXPORT BOOL WINAPI GetColorProfileHeader(HANDLE profile, void *header) { return FALSE; }
EXPORT BOOL WINAPI IsColorProfileValid(HANDLE profile, BOOL *valid) { if (valid) *valid = FALSE; return FALSE; }
EXPORT BOOL WINAPI GetColorDirectoryW(const wchar_t *machine, wchar_t *to, DWORD *size) { if (size) *size = 0; return FALSE; }
EXPORT BOOL WINAPI GetStandardColorSpaceProfileW(const wchar_t *m, DWORD id, wchar_t *to, DWORD *size) { return FALSE; }
EXPORT BOOL WINAPI EnumColorProfilesW(const wchar_t *m, void *which, void *to, DWORD *size, DWORD *count) { return FALSE; }
EXPORT BOOL WINAPI WcsGetUsePerUserProfiles(const wchar_t *device, DWORD kind, BOOL *own) { if (own) *own = FALSE; return FALSE; }
EXPORT BOOL WINAPI WcsGetDefaultColorProfileSize(DWORD scope, const wchar_t *device, DWORD type, DWORD subtype, DWORD id,
                                                 DWORD *size) { if (size) *size = 0; return FALSE; }
EXPORT BOOL WINAPI WcsGetDefaultColorProfile(DWORD scope, const wchar_t *device, DWORD type, DWORD subtype, DWORD id,
                                             DWORD size, wchar_t *to) { return FALSE; }
