"""A second start of the program hands its file to the window that is open already.

They talk over a local socket (a named pipe on Windows) of this user and this folder of settings: nothing of it leaves
the computer, and this is the only module that may import QtNetwork, which comes along because QtPdf is linked with it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_WITHIN = 2000
"""Milliseconds; a program that hangs does not answer, and then this one opens its own window."""
LONGEST = 32_768
"""Bytes of a path, as Windows has it at the most."""
_TAKEN = b"taken\n"


def hand_over(file: Path | None, user_data: Path) -> bool:
    """Give the file to the program that runs already; False where there is none or it does not answer."""
    socket = QLocalSocket()
    socket.connectToServer(_name(user_data))
    if not socket.waitForConnected(ANSWER_WITHIN):
        return False
    socket.write((str(file.absolute()) if file else "").encode("utf-8", "surrogateescape") + b"\n")
    taken = socket.waitForReadyRead(ANSWER_WITHIN) and socket.readAll().data() == _TAKEN
    socket.abort()
    return taken


class Reception(QObject):
    """Waits for files of later starts."""

    wanted = Signal(object)
    """The file to open, or None where only the window was asked for."""

    def __init__(self, user_data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        name = _name(user_data)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left by a program that was ended; one that lives would have answered
            self._server.listen(name)

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


def _name(user_data: Path) -> str:
    return "ita-desktop-" + hashlib.sha256(str(user_data).encode("utf-8", "surrogateescape")).hexdigest()[:16]
