"""The field in the bar above: what is typed in it is looked for everywhere."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from ita_desktop.i18n import tr
from ita_desktop.ui.look.theme import Theme


class SearchField(QLineEdit):
    """Opens the search over everything with the first letter, a click or Enter, and hands over what was typed."""

    wanted = Signal(str)
    """What was typed so far."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setPlaceholderText(tr("Search everything"))
        self.setAccessibleName(tr("Search everything"))
        self.setToolTip(tr("Search texts, commands and help (F3)"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(lambda _: self._hand_over())
        theme.changed.connect(self._make_room)
        self._make_room()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.sizes.px(156), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.sizes.px(100), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._hand_over()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._hand_over()

    def _hand_over(self) -> None:
        typed = self.text()
        self.clear()
        self.wanted.emit(typed)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size, gap = self._theme.sizes.small_icon, self._theme.sizes.step * 2
        mark = self._theme.pixmap("search", self._theme.palette.muted, size, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(gap, (self.height() - size) // 2, mark)
        painter.end()

    def _make_room(self) -> None:
        """Room for the icon before the words."""
        sizes = self._theme.sizes
        self.setTextMargins(sizes.small_icon + sizes.step, 0, 0, 0)
        self.updateGeometry()
