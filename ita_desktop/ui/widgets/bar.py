"""A score as a bar, with the pass mark."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets.sized import sized


class ScoreBar(QWidget):
    """A bar from 0 to 100 with a thin line at the pass mark."""

    def __init__(self, theme: Theme, score: Decimal, pass_mark: Decimal, name: str) -> None:
        super().__init__()
        self._theme, self._score, self._pass_mark = theme, score, pass_mark
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sized(self, theme, lambda sizes: self.setMinimumWidth(sizes.px(80)))
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.sizes.px(160), self._theme.sizes.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, sizes = self._theme.palette, self._theme.sizes
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        thick = float(sizes.step * 2)
        top = (self.height() - thick) / 2
        painter.setBrush(QColor(colours.canvas))
        painter.drawRoundedRect(QRectF(0, top, self.width(), thick), thick / 2, thick / 2)
        ink, _ = colours.of(Tone.ACCENT if self._score >= self._pass_mark else Tone.LOOK)
        painter.setBrush(QColor(ink))
        long = max(float(self._score) / 100 * self.width(), thick if self._score else 0.0)
        painter.drawRoundedRect(QRectF(0, top, long, thick), thick / 2, thick / 2)
        painter.setBrush(QColor(colours.muted))
        at = float(self._pass_mark) / 100 * self.width()
        painter.drawRect(QRectF(at - 0.5, top - sizes.step, 1, thick + sizes.step * 2))
        painter.end()
