"""One writer per file: a lock of the operating system that dies with the process that holds it.

Two things are held: a side file ``<name>.lock`` beside the file's real name, and the file itself, so that a symbolic
link, a hard link or a removed side file still leads to the same lock. The text in the side file only tells people who
has the office open; it decides nothing.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import platform
import re
import stat
import sys
from datetime import datetime
from pathlib import Path

from ita_desktop.store.errors import StoreError, StoreErrorCode, error_for

_LINE = re.compile(r".*, \d{4}-\d\d-\d\d \d\d:\d\d \(pid \d+\)\s*")
_LONGEST = 500
"""Bytes of a side file's text."""
_FLAGS = (
    os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)

if sys.platform == "win32":
    import ctypes
    import msvcrt

    _BEHIND_THE_TEXT = 1 << 30
    _ALREADY_EXISTS = 183
    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.CreateMutexW.restype = ctypes.c_void_p
    _kernel.CreateMutexW.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_wchar_p)
    _kernel.CloseHandle.argtypes = (ctypes.c_void_p,)

    def _take(descriptor: int) -> bool:
        # A locked byte cannot be read by others on Windows, so it is one that holds no text.
        os.lseek(descriptor, _BEHIND_THE_TEXT, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _hold(file: Path) -> int | None:
        """A named mutex of the file's number on its volume: an open handle would forbid a restore to rename it."""
        try:
            found = file.stat()
        except OSError:
            return None
        handle = _kernel.CreateMutexW(None, 0, f"Local\\ita-desktop-{found.st_dev:x}-{found.st_ino:x}")
        if handle and ctypes.get_last_error() == _ALREADY_EXISTS:
            _kernel.CloseHandle(handle)
            raise StoreError(StoreErrorCode.LOCKED, file)
        return handle or None

    def _let_go(held: int) -> None:
        _kernel.CloseHandle(held)
else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _hold(file: Path) -> int | None:
        """The file itself, locked; SQLite's own locks are of another kind and do not meet this one."""
        try:
            descriptor = os.open(file, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
        except OSError:
            return None
        try:
            if _take(descriptor):
                return descriptor
        except OSError:  # a disk without such locks, which the side file's lock did not mind
            return descriptor
        os.close(descriptor)
        raise StoreError(StoreErrorCode.LOCKED, file)

    def _let_go(held: int) -> None:
        os.close(held)


class WriterLock:
    """The right to write to one ``.ita`` file, held until ``release`` or the end of the process."""

    def __init__(self, file: Path, line: str) -> None:
        self.file = file
        """The file's real name, with links resolved and letters as they are on the disk."""
        self.path = file.with_name(file.name + ".lock")
        self._line = line
        self._side: int | None = None
        self._held: int | None = None

    @classmethod
    def take(cls, file: Path, now: datetime) -> WriterLock:
        """Take the lock of ``file``.

        StoreError: ``locked`` (detail: who holds it; empty where it is known by another name), ``no_locks`` where the
        disk has none or the side file is no file of ours, ``full``, ``read_only``, ``disk``, ``no_folder``.
        """
        try:
            real = Path(os.path.realpath(file))
            there = real.parent.is_dir()
        except OSError as error:
            raise error_for(file, error) from error
        if not there:
            raise StoreError(StoreErrorCode.NO_FOLDER, file)
        lock = cls(real, f"{user_and_computer()}, {now:%Y-%m-%d %H:%M} (pid {os.getpid()})\n")
        try:
            lock._take_side()
            lock._write_line()
            lock.hold_file()
        except OSError as error:
            lock.release()
            told = error_for(file, error)
            missing = told.trouble is StoreErrorCode.MISSING  # the folder is there, but nothing can be made in it
            raise StoreError(StoreErrorCode.READ_ONLY if missing else told.trouble, file, told.detail) from error
        except StoreError as error:
            lock.release()
            raise StoreError(error.trouble, file, error.detail) from error
        return lock

    def hold_file(self) -> None:
        """Hold what lies under the file's name now: after it was created, or replaced by a restore."""
        if self._held is not None:
            _let_go(self._held)
        self._held = None
        self._held = _hold(self.file)

    def check(self) -> None:
        """Make the side file again if somebody removed it; StoreError ``locked`` where another has taken it since."""
        if self._side is None or _is_still(self.path, self._side):
            return
        lost = self._side
        with contextlib.suppress(OSError):  # the disk is gone or full: the write that is to come says so
            self._take_side()
            os.close(lost)
            self._write_line()

    def release(self) -> None:
        """Give the lock back; the side file goes with it."""
        if self._held is not None:
            _let_go(self._held)
            self._held = None
        if self._side is None:
            return
        side, self._side = self._side, None
        # It may be gone with its disk, or (on Windows) be open in the hands of the next holder.
        ours = _is_still(self.path, side) and _is_lock(side)
        if ours and sys.platform != "win32":
            with contextlib.suppress(OSError):
                self.path.unlink()
        with contextlib.suppress(OSError):
            os.close(side)
        if ours and sys.platform == "win32":
            with contextlib.suppress(OSError):
                self.path.unlink()

    def _take_side(self) -> None:
        """Open and lock the side file; OSError where the disk does not let one."""
        while True:
            if self.path.is_symlink():  # whoever follows it locks, and empties, another file
                raise StoreError(StoreErrorCode.NO_LOCKS, self.file, f"{self.path.name}: link")
            descriptor = os.open(self.path, _FLAGS, 0o666)
            try:
                if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                    raise StoreError(StoreErrorCode.NO_LOCKS, self.file, self.path.name)
                if not _taken(descriptor, self.file):
                    raise StoreError(StoreErrorCode.LOCKED, self.file, _text(descriptor))
                if not _is_still(self.path, descriptor):
                    os.close(descriptor)
                    continue
                self._side = descriptor  # from here on release gives it back
            except BaseException:
                if self._side != descriptor:
                    os.close(descriptor)
                raise
            return

    def _write_line(self) -> None:
        """Write into the side file who has the office; what is no lock of ours stays as it is."""
        if self._side is not None and _is_lock(self._side):
            line = self._line.encode("utf-8", "replace")
            os.lseek(self._side, 0, os.SEEK_SET)
            os.write(self._side, line)
            os.ftruncate(self._side, len(line))


def user_and_computer() -> str:
    """Name the user and the computer, for people to read; a question mark for what is not known."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):  # an account without a name
        user = "?"
    return f"{user} @ {platform.node() or '?'}"


def _taken(descriptor: int, file: Path) -> bool:
    try:
        return _take(descriptor)
    except OSError as error:
        raise StoreError(StoreErrorCode.NO_LOCKS, file, error.strerror or str(error)) from error


def _is_still(path: Path, descriptor: int) -> bool:
    """False if the side file was removed, or is another one, since it was opened."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except OSError:
        return False


def _is_lock(descriptor: int) -> bool:
    """True for an empty file and for one that holds nothing but a lock's line: only that may be written over."""
    found = os.fstat(descriptor)
    if found.st_size > _LONGEST or found.st_nlink > 1:
        return False
    text = _text(descriptor)
    return not text or _LINE.fullmatch(text) is not None


def _text(descriptor: int) -> str:
    """The line in the side file; a power cut can leave zeros."""
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        return os.read(descriptor, _LONGEST).decode("utf-8", "replace").strip("\0 \r\n")
    except OSError:
        return ""
