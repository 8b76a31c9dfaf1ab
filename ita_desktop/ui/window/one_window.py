"""A second start of the program hands its file to the window that is open already.

They talk over a local socket (a named pipe on Windows) of this user and this folder of settings: nothing of it leaves
the computer, and this is the only module that may import QtNetwork, which comes along because QtPdf is linked with it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

ANSWER_WITHIN = 2000
"""Milliseconds; a program that hangs does not answer, and then this one opens its own window."""
LONGEST = 32_768
"""Bytes of a path, as Windows has it at the most."""
_TAKEN = b"taken\n"


def hand_over(file: Path | None, user_data: Path) -> bool:
    """Give the file to the program that runs already; False where there is none or it does not answer."""
    address = _address(user_data)
    if not _somebody_listens(address):
        return False  # the usual case, which does not wait for QtNetwork to be loaded
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(ANSWER_WITHIN):
        return False
    socket.write((str(file.absolute()) if file else "").encode("utf-8", "surrogateescape") + b"\n")
    taken = socket.waitForReadyRead(ANSWER_WITHIN) and socket.readAll().data() == _TAKEN
    socket.abort()
    return taken


class Reception(QObject):
    """Waits for files of later starts."""

    wanted = Signal(Path)
    """The file to open, or None where only the window was asked for."""

    def __init__(self, user_data: Path, parent: QObject | None = None) -> None:
        from PySide6.QtNetwork import QLocalServer

        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        address = _address(user_data)
        if not self._server.listen(address):
            QLocalServer.removeServer(address)  # left by a program that was ended; one that lives would have answered
            self._server.listen(address)

    def _welcome(self) -> None:
        guest = self._server.nextPendingConnection()
        if guest is not None:
            guest.disconnected.connect(guest.deleteLater)
            guest.readyRead.connect(lambda: self._read(guest))

    def _read(self, guest: QLocalSocket) -> None:
        if guest.bytesAvailable() > LONGEST:
            guest.abort()
        elif guest.canReadLine():
            path = bytes(guest.readLine().data()).removesuffix(b"\n").decode("utf-8", "surrogateescape")
            guest.write(_TAKEN)
            guest.flush()
            self.wanted.emit(Path(path) if path else None)


if sys.platform == "win32":
    import ctypes

    _NOT_THERE = 2

    def _somebody_listens(address: str) -> bool:
        """Whether there is a pipe of this name; it is not opened."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        return bool(kernel.WaitNamedPipeW(rf"\\.\pipe\{address}", 1)) or ctypes.get_last_error() != _NOT_THERE
else:

    def _somebody_listens(address: str) -> bool:
        """Whether there is a socket of this name that this user made."""
        return _is_ours(Path(address))


def _address(user_data: Path) -> str:
    """A pipe's name on Windows, elsewhere a file in the user's runtime folder, into which nobody else can write.

    Without one it is the folder for temporary files (a home's path may be too long), where ``_is_ours`` is asked.
    """
    name = f"ita-desktop-{zlib.crc32(os.fsencode(user_data)):08x}"
    if sys.platform == "win32":
        return name
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or "-")
    folder = runtime if runtime.is_absolute() and _is_ours(runtime) else Path(tempfile.gettempdir())
    return str(folder / f"{name}-{os.getuid()}")


def _is_ours(path: Path) -> bool:
    """False where there is nothing, or what another user made: who answers there would take our files."""
    try:
        return sys.platform == "win32" or path.lstat().st_uid == os.getuid()
    except OSError:
        return False
