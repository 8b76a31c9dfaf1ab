"""Files dropped with the mouse (ลากแฟ้มมาวาง): a widget that takes one file of certain kinds, or several of any."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ita_desktop.store.file_kinds import ARRIVING, OFFICE, PROGRAM, RULES
from ita_desktop.ui.widgets.text import restyle

OWN = (OFFICE, RULES, PROGRAM, *ARRIVING)


class FileDrop(QObject):
    """Makes a widget take files; while one hangs over it, its property ``dropping`` is set.

    With suffixes it takes one file that has one of them; without, as many as there are, of whatever kind they are, but
    for the program's own files, which belong to the window.
    """

    dropped = Signal(Path)
    """The file; the first of several."""
    all_dropped = Signal(tuple)
    """All files (Path)."""

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
        if not self._files(event.mimeData()):
            return False
        self._mark(over=True)
        event.acceptProposedAction()
        return True

    def _let_go(self, event: QDropEvent) -> bool:
        self._mark(over=False)
        files = self._files(event.mimeData())
        if not files:
            return False
        event.acceptProposedAction()
        self.dropped.emit(files[0])
        self.all_dropped.emit(files)
        return True

    def _files(self, data: QMimeData) -> tuple[Path, ...]:
        files = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
        if not self._suffixes:
            return () if any(file.suffix.lower() in OWN for file in files) else files
        return files if len(files) == 1 and files[0].suffix.lower() in self._suffixes else ()

    def _mark(self, *, over: bool) -> None:
        if bool(self._target.property("dropping")) != over:
            self._target.setProperty("dropping", over)
            restyle(self._target)
