"""Files dropped with the mouse (ลากแฟ้มมาวาง): a widget that takes one file of certain kinds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ita_desktop.ui.widgets.text import restyle


class FileDrop(QObject):
    """Makes a widget take files; while one hangs over it, its property ``dropping`` is set."""

    dropped = Signal(object)
    """The file (Path)."""

    def __init__(self, target: QWidget, suffixes: tuple[str, ...]) -> None:
        super().__init__(target)
        self._target, self._suffixes = target, suffixes
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            return self._entered(event)
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            return self._let_go(event)
        if event.type() is QEvent.Type.DragLeave:
            self._mark(over=False)
        return False

    def _entered(self, event: QDragEnterEvent) -> bool:
        if self._file(event.mimeData()) is None:
            return False
        self._mark(over=True)
        event.acceptProposedAction()
        return True

    def _let_go(self, event: QDropEvent) -> bool:
        self._mark(over=False)
        file = self._file(event.mimeData())
        if file is None:
            return False
        event.acceptProposedAction()
        self.dropped.emit(file)
        return True

    def _file(self, data: QMimeData) -> Path | None:
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        return files[0] if len(files) == 1 and files[0].suffix.lower() in self._suffixes else None

    def _mark(self, *, over: bool) -> None:
        if bool(self._target.property("dropping")) != over:
            self._target.setProperty("dropping", over)
            restyle(self._target)
