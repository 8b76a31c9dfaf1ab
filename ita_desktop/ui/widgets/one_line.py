"""A sentence on one line that is cut with … where there is no room for all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from ita_desktop.ui.widgets.text import Text


class OneLine(Text):
    """Takes the room there is and asks for none; the whole sentence is its accessible name and its tool tip."""

    def __init__(self, role: str = "body") -> None:
        super().__init__("", role)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def whole(self) -> str:
        """The sentence, however much of it is shown."""
        return self._whole

    def show_sentence(self, text: str) -> None:
        """Show another sentence."""
        self._whole = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text():
            self.setText(shown)
            self.setAccessibleName(self._whole)
