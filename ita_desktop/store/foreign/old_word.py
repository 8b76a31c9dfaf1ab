"""Old Word files (.doc), RTF and LibreOffice texts, changed to .docx by LibreOffice where it is installed.

LibreOffice runs without a window, in a folder and with a profile of its own that forbids macros and links and has no
way to the network. Without it the file is refused with the way to save it as .docx.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

from ita_desktop.domain.recognition.content import Content
from ita_desktop.store.errors import StoreError, StoreErrorCode, not_read
from ita_desktop.store.file.disk import temporary_folder
from ita_desktop.store.foreign.kinds import Kind
from ita_desktop.store.foreign.word import read_word
from ita_desktop.store.untrusted.deadline import Deadline

PROGRAM = "soffice"
SECONDS = 60
"""LibreOffice's first start with a new profile takes ten seconds on an old computer."""
_SUFFIXES: Mapping[Kind, str] = {Kind.OLD_WORD: ".doc", Kind.RTF: ".rtf", Kind.WRITER: ".odt"}
_REFUSED: Mapping[Kind, StoreErrorCode] = {
    Kind.OLD_WORD: StoreErrorCode.OLD_DOC,
    Kind.RTF: StoreErrorCode.OLD_RTF,
    Kind.WRITER: StoreErrorCode.WRITER,
}
_CELL_END, _CELLS = "\x07".encode("utf-16-le"), 20
"""The mark behind each cell of a ``.doc``: LibreOffice loses the tables of some of them, and with them the columns."""
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
"""Port 9 of this computer answers nobody."""


def read_old_word(path: Path, kind: Kind) -> Content:
    """Read an old file; StoreError ``old_doc``, ``old_rtf`` or ``writer`` without LibreOffice, else what it met."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise StoreError(_REFUSED[kind], path)
    with temporary_folder() as folder:
        given = folder / f"file{_SUFFIXES[kind]}"
        try:
            shutil.copyfile(path, given)
        except OSError as error:
            raise not_read(path, error) from error
        changed = _changed(program, given, folder)
        if changed is None:
            raise StoreError(StoreErrorCode.OLD_DOC_FAILED, path)
        try:
            content = read_word(changed, Deadline(path))
        except StoreError as error:
            raise StoreError(error.trouble, path, error.detail) from error
        if kind is Kind.OLD_WORD and not content.tables and given.read_bytes().count(_CELL_END) >= _CELLS:
            raise StoreError(StoreErrorCode.OLD_DOC_FAILED, path)
        return content


def _changed(program: str, given: Path, folder: Path) -> Path | None:
    profile, out = folder / "profile", folder / "out"
    _write_settings(profile)
    command = [
        program,
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        f"-env:UserInstallation={profile.as_uri()}",
        "--convert-to",
        "docx",
        "--outdir",
        str(out),
        str(given),
    ]
    own_group = os.name == "posix"
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        start_new_session=own_group,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        pass
    finally:
        _end(process, own_group=own_group)
    made = out / f"{given.stem}.docx"
    return made if made.is_file() else None


def _end(process: subprocess.Popen[bytes], *, own_group: bool) -> None:
    """End LibreOffice with what it started itself."""
    if process.poll() is None:
        if own_group:
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()


def _write_settings(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/{place}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for place, name, value in _SETTINGS
    )
    user = profile / "user"
    user.mkdir(parents=True)
    text = f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}'
    (user / "registrymodifications.xcu").write_text(f"{text}</oor:items>", encoding="utf-8")
