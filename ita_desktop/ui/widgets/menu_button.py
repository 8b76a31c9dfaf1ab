"""A button with a menu."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu

from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets.buttons import EnterButton


class MenuButton(EnterButton):
    """A button that opens a menu, with an arrow."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("chooser", True)
        self.setAccessibleName(name)
        self.entries = QMenu(self)
        # not setMenu: with a menu of its own Qt ignores the padding of the style sheet
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self.entries.setMinimumWidth(self.width())
        self.entries.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = self._theme.sizes.small_icon
        arrow = self._theme.pixmap("chevron-down", self._theme.palette.muted, size, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(self.width() - size - self._theme.sizes.step * 2, (self.height() - size) // 2, arrow)
        painter.end()
