"""One writer per file: a lock of the operating system that dies with the process that holds it.

The text in the lock file only tells people who has the office open; it decides nothing.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import socket
import sys
from datetime import datetime
from pathlib import Path
from typing import IO

from ita_desktop.store.errors import StoreError, Trouble

if sys.platform == "win32":
    import msvcrt

    _BEHIND_THE_TEXT = 1 << 30

    def _take(stream: IO[str]) -> bool:
        # A locked byte cannot be read by others on Windows, so it is one that holds no text.
        stream.seek(_BEHIND_THE_TEXT)
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        stream.seek(0)
        return True
else:
    import fcntl

    def _take(stream: IO[str]) -> bool:
        try:
            fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class WriterLock:
    """The right to write to one ``.ita`` file, held until ``release`` or the end of the process."""

    def __init__(self, path: Path, stream: IO[str]) -> None:
        self.path = path
        self._stream: IO[str] | None = stream

    @classmethod
    def take(cls, file: Path, now: datetime) -> WriterLock:
        """Take the lock of ``file``; StoreError ``locked`` (detail: who holds it) or ``read_only``."""
        path = file.with_name(file.name + ".lock")
        while True:
            if not file.parent.is_dir():
                raise StoreError(Trouble.NO_FOLDER, file)
            try:
                descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
            except OSError as error:
                raise StoreError(Trouble.READ_ONLY, file, str(error)) from error
            stream = os.fdopen(descriptor, "r+", encoding="utf-8", errors="replace")
            if not _take(stream):
                holder = _read_holder(stream)
                stream.close()
                raise StoreError(Trouble.LOCKED, file, holder)
            if _is_still(path, stream):
                break
            stream.close()
        stream.seek(0)
        stream.truncate()
        stream.write(f"{getpass.getuser()} @ {socket.gethostname()}, {now:%Y-%m-%d %H:%M} (pid {os.getpid()})\n")
        stream.flush()
        return cls(path, stream)

    def release(self) -> None:
        """Give the lock back; the side file goes with it."""
        if self._stream is None:
            return
        # It may be gone with its disk, or (on Windows) be open in the hands of the next holder.
        if sys.platform != "win32":
            with contextlib.suppress(OSError):
                self.path.unlink()
        with contextlib.suppress(OSError):
            self._stream.close()
        self._stream = None
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                self.path.unlink()


def _is_still(path: Path, stream: IO[str]) -> bool:
    """False if the holder before us removed the file between our opening and our locking it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(stream.fileno()))
    except FileNotFoundError:
        return False


def _read_holder(stream: IO[str]) -> str:
    try:
        stream.seek(0)
        return stream.read(500).strip()
    except OSError:
        return ""
