"""Make the Windows computer: Wine's prefix, Windows' Python, the wheels, and stand-ins for what this Wine lacks."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import zipfile
from pathlib import Path

from wine.folder import HERE, Folder, MissingError, needed
from wine.machine import LANGUAGES, Machine
from wine.pins import PINNED, PYTHON_ZIP, download_python, download_wheels

STAND_INS = HERE / "stand_ins"
PACKAGES = {"wine": "wine wine64", "localedef": "locales", "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32"}
"""Each command that is needed, and the packages of Debian that hold it."""
LACKS = {
    "icuuc": "ctypes.WinDLL('icuuc').ucnv_countAvailable()",
    "bcryptprimitives": "assert ctypes.WinDLL('bcryptprimitives').ProcessPrng(ctypes.create_string_buffer(8), 8)",
    "mscms": "ctypes.WinDLL('mscms').WcsCreateIccProfile(None, 0)",
}
"""What is asked of each DLL of Wine: where the answer is an error, the stand-in takes its place."""
STREAMS = "HKLM\\Software\\Microsoft\\Windows NT\\CurrentVersion\\AeDebug"


def prepare(folder: Folder) -> list[str]:
    """Make the computer, or leave the one that is there and is made of the same things. Returns what was done."""
    needed(PACKAGES)
    mark = folder.prefix / "made-of"
    recipe = made_of()
    if mark.is_file() and mark.read_text(encoding="utf-8") == recipe:
        return [f"kept: {folder.root}"]
    python, wheels = download_python(folder), download_wheels(folder)
    Machine(folder).end()
    shutil.rmtree(folder.prefix, ignore_errors=True)
    folder.prefix.mkdir(parents=True)
    folder.home.mkdir(exist_ok=True)
    make_languages(folder)
    make_prefix(folder)
    unpack(python, folder.drive)
    (folder.drive / "cp311").rename(folder.python)
    if (ended := Machine(folder).python("-c", "import ctypes, sqlite3", where=folder.home, limit=120)).code:
        raise MissingError(f"Windows' Python does not start under {wine_version()}:\n{ended.said}")
    site = folder.python / "Lib" / "site-packages"
    for old in (site, folder.python / "Scripts"):
        shutil.rmtree(old, ignore_errors=True)
    for wheel in wheels:
        unpack(wheel, site)
    stood_in = [name for name in LACKS if lacking(folder, name) and stand_in(folder, name)]
    mark.write_text(recipe, encoding="utf-8")
    return [
        f"made: {folder.root}, with {wine_version()}, {len(wheels)} wheels",
        f"stand-ins for what this Wine lacks: {', '.join(stood_in) or 'none'}",
    ]


def wine_version() -> str:
    """Return the version of Wine as it tells it."""
    return subprocess.run(["wine", "--version"], capture_output=True, text=True, check=True).stdout.strip()


def made_of() -> str:
    """Return a text that changes with everything the computer is made of."""
    total = hashlib.sha256()
    for file in (PINNED, *sorted(HERE.glob("prepare.py")), *sorted(STAND_INS.glob("*.c"))):
        total.update(file.read_bytes())
    return f"{wine_version()}\n{PYTHON_ZIP}\n{total.hexdigest()}\n"


def make_languages(folder: Folder) -> None:
    """Make the two system languages from Debian's definitions; Wine takes its code page from them."""
    folder.locales.mkdir(exist_ok=True)
    for name in LANGUAGES.values():
        place = folder.locales / f"{name}.UTF-8"
        if place.is_dir():
            continue
        done = subprocess.run(
            ["localedef", "-i", name, "-f", "UTF-8", "--no-archive", place], capture_output=True, text=True, check=False
        )
        if not (place / "LC_CTYPE").is_file():
            raise MissingError(f"the language {name} cannot be made (apt-get install locales):\n{done.stderr}")


def make_prefix(folder: Folder) -> None:
    """Make an empty Windows 10 that opens no window when a program crashes."""
    machine = Machine(folder)
    for words in (
        ["wineboot", "-i"],
        ["winecfg", "-v", "win10"],
        ["reg", "add", STREAMS, "/v", "Debugger", "/d", "false", "/f"],
    ):
        ended = machine.run(words, where=folder.home, limit=180)
        if ended.code:
            raise MissingError(f"Wine cannot make a computer ({' '.join(words)}: {ended.code}):\n{ended.said}")
    machine.end()
    if not (folder.drive / "windows" / "system32").is_dir():
        raise MissingError(f"Wine made no C: drive in {folder.prefix}; is wine64 installed?")


def unpack(archive: Path, where: Path) -> None:
    """Unpack a zip or a wheel."""
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(where)


def lacking(folder: Folder, name: str) -> bool:
    """Return whether this Wine has no such DLL, or not the function that is asked of it."""
    asked = f"import ctypes; {LACKS[name]}"
    return Machine(folder).python("-c", asked, where=folder.home, limit=60).code != 0


def stand_in(folder: Folder, name: str) -> bool:
    """Build our own DLL, put it into the prefix, and ask again. MissingError: the answer is still an error."""
    to = folder.drive / "windows" / "system32" / f"{name}.dll"
    to.unlink(missing_ok=True)  # Wine's own may be a link to its folder
    compiler = ["x86_64-w64-mingw32-gcc", "-shared", "-O1", "-w", "-nostartfiles", "-Wl,--entry=0"]
    subprocess.run([*compiler, "-o", to, STAND_INS / f"{name}.c", "-ladvapi32"], check=True)
    override = ["reg", "add", r"HKCU\Software\Wine\DllOverrides", "/v", name, "/d", "native,builtin", "/f"]
    Machine(folder).run(override, where=folder.home, limit=60)
    if lacking(folder, name):
        raise MissingError(f"the stand-in for {name}.dll does not answer under {wine_version()}")
    return True
