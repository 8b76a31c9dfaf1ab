"""Name, move and remove files as Windows needs it too: shares, virus scanners, folders without a right to write."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PureWindowsPath
from typing import TypeVar

from ita_desktop.store.errors import StoreError, StoreErrorCode, error_for

Done = TypeVar("Done")

_NO_RIGHT, _OPEN_ELSEWHERE = 5, 32
_HELD = frozenset({_NO_RIGHT, _OPEN_ELSEWHERE, 33})
"""Windows' codes where a scanner looks at a file that was just written: access denied, sharing and lock violation."""
_PATIENCE = 1.0
"""Seconds for which such a file is asked for again."""
_PAUSE = 0.02
_RESERVED = re.compile(r"(?i)(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])[ ]*(\..*)?")
"""Names that are devices on Windows, with any suffix."""
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]|[ .]$')
"""What no name on Windows may have; after a colon it would even write into a hidden part of another file."""
_LONGEST_NAME = 255
"""Letters (UTF-16) of one name, on every Windows."""
_LONGEST = 259
"""Letters (UTF-16) of a path on a Windows where long paths were not switched on."""
_ROOM = len(".unfinished-0123456789abcdef")
"""What is put behind a name while its file is written: a long path must hold that too."""


def sqlite_uri(path: Path, mode: str) -> str:
    r"""Return the address by which SQLite opens a file (mode ``ro``, ``rw`` or ``rwc``).

    A share's file (``\\server\share\f.ita``) has four strokes: SQLite takes what follows two for a server.
    Windows' own resolving turns a mapped letter and a redirected *Documents* into such a name.
    """
    return f"{address_of(path.resolve().as_uri())}?mode={mode}"


def address_of(uri: str) -> str:
    """Return the file URI with an empty server: ``file://server/share`` becomes ``file:////server/share``."""
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


def patiently(act: Callable[[], Done]) -> Done:
    """Do something with a file, and again for a second where another program holds it; then OSError."""
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            return act()
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD or time.monotonic() > end:
                raise
        time.sleep(_PAUSE)


def move(source: Path, target: Path) -> None:
    """Give a file or folder another name; a file that has it is replaced.

    OSError: where another program has that file open, its ``winerror`` is 32 (Windows itself says 5, "no right", as
    for a folder where one may not write).
    """
    try:
        patiently(lambda: source.replace(target))
    except PermissionError as error:
        if getattr(error, "winerror", None) == _NO_RIGHT:
            _take_own_name(target)
        raise


def _take_own_name(path: Path) -> None:
    """Give a file the name that it has: OSError with Windows' number 32 where it is open; else nothing happens."""
    try:
        path.rename(path)
    except OSError as error:
        if getattr(error, "winerror", None) == _OPEN_ELSEWHERE:
            raise


def remove(path: Path) -> None:
    """Remove a file, where it is there. OSError."""
    patiently(lambda: path.unlink(missing_ok=True))


def drop(path: Path) -> None:
    """Remove what is left over of something unfinished, as far as the disk lets one: it is removed the next time."""
    with suppress(OSError):
        remove(path)


def remove_folder(folder: Path) -> None:
    """Remove a folder with all that is in it, as far as that can be."""
    with suppress(OSError):
        patiently(lambda: shutil.rmtree(folder) if folder.exists() else None)
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def temporary_folder(prefix: str = "ita-desktop-") -> Iterator[Path]:
    """Make a folder among the temporary ones and remove it with all that is in it at the end. OSError.

    ``tempfile`` makes one too, but on Windows it tries two thousand million names where it may not write.
    """
    folder = Path(tempfile.gettempdir()) / f"{prefix}{secrets.token_hex(8)}"
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        remove_folder(folder)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file under another name beside it, to the disk, and only then give it its own. OSError."""
    unfinished = path.with_name(f".{secrets.token_hex(8)}.unfinished")
    try:
        with unfinished.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        move(unfinished, path)
        sync_folder(path.parent)
    except BaseException:
        with suppress(OSError):
            remove(unfinished)
        raise


def sync_file(path: Path) -> None:
    """Wait until the file's bytes are on the disk."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the folder's names are on the disk; Windows does that by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def may_write(path: Path) -> bool:
    """Return whether this file may be written to; asked by opening it, because Windows' rights are not in its mode."""
    try:
        with path.open("rb+"):
            return True
    except OSError as error:
        if error_for(path, error).trouble in (StoreErrorCode.READ_ONLY, StoreErrorCode.WRITE_PROTECTED):
            return False
        raise error_for(path, error) from error


def check_name(path: Path) -> None:
    """StoreError ``bad_name`` or ``long_name`` where Windows could not have a new file of this name.

    Device names (CON, ``aux.ita``) are refused on every system, because the file may go to another one; the rest only
    where the system refuses it too.
    """
    if _RESERVED.fullmatch(path.name):
        raise StoreError(StoreErrorCode.BAD_NAME, path, path.name)
    if sys.platform == "win32":
        check_windows_name(PureWindowsPath(path.absolute()), long_paths=_long_paths())


def check_windows_name(path: PureWindowsPath, *, long_paths: bool) -> None:
    """StoreError ``bad_name`` or ``long_name`` for a whole path of Windows."""
    bad = _NOT_IN_NAMES.search(path.name)
    if bad:
        raise StoreError(
            StoreErrorCode.BAD_NAME, Path(path), bad[0] if bad[0].isprintable() and bad[0] != " " else path.name
        )
    length = len(str(path).encode("utf-16-le", "surrogatepass")) // 2
    name = len(path.name.encode("utf-16-le", "surrogatepass")) // 2
    if name + _ROOM > _LONGEST_NAME or (not long_paths and length + _ROOM > _LONGEST):
        raise StoreError(StoreErrorCode.LONG_NAME, Path(path), str(length))


if sys.platform == "win32":
    import ctypes

    def _long_paths() -> bool:
        """Whether this Windows has long paths switched on (it is off as delivered)."""
        try:
            return bool(ctypes.windll.ntdll.RtlAreLongPathsEnabled())
        except AttributeError:  # before Windows 10 1607
            return False
else:

    def _long_paths() -> bool:
        return True
