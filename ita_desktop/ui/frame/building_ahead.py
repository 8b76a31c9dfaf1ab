"""Builds pages while the user is idle, so that the first visit does not wait."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ita_desktop.ui.desk.page import Page

IDLE = 1_000
"""Milliseconds without a key press or a change before a page is made."""


class BuildingAhead(QObject):
    """Starts after the first page, its paper and its checks; every key press and change calls ``touched``."""

    done = Signal()
    """Every page is made."""

    def __init__(self, parent: QObject, pages: Sequence[Page]) -> None:
        super().__init__(parent)
        self._pages = pages
        self._begun = False
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE)
        self._idle.timeout.connect(self._build_one)

    def begin(self) -> None:
        """Build the pages one by one, each after an idle moment."""
        self._begun = True
        self.touched()

    def touched(self) -> None:
        """Note activity of the user: wait."""
        if self._begun:
            self._idle.start()

    def end(self) -> None:
        """Build no more pages."""
        self._begun = False
        self._idle.stop()

    def _build_one(self) -> None:
        page = next((page for page in self._pages if not page.is_built), None)
        if page is None:
            self.end()
            self.done.emit()
            return
        page.freshen()
        for piece in page.findChildren(QWidget):
            piece.ensurePolished()
        self._idle.start()
