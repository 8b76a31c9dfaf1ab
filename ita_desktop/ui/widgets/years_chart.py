"""Totals of several years as bars, with the pass mark."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits, score


class YearsChart(QWidget):
    """One bar for each year from 0 to 100, its score above it; the year chosen stands out."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self._bars: tuple[tuple[int, Decimal], ...] = ()
        self._pass_mark, self._chosen = Decimal(85), 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_years(self, bars: tuple[tuple[int, Decimal], ...], pass_mark: Decimal, chosen: int) -> None:
        """Show these totals; the same as words for whoever cannot see them."""
        self._bars, self._pass_mark, self._chosen = bars, pass_mark, chosen
        said = ", ".join(f"{digits(year)} {score(value)}" for year, value in bars)
        self.setAccessibleName(f"{self._name}: {said}")
        self.update()

    @property
    def bars(self) -> tuple[tuple[int, Decimal], ...]:
        return self._bars

    def sizeHint(self) -> QSize:
        return QSize(self._theme.sizes.px(320), self._theme.sizes.px(150))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._bars:
            return
        colours, sizes = self._theme.palette, self._theme.sizes
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = sizes.px(20)
        top, bottom = float(line), float(self.height() - line)
        room = self.width() / max(len(self._bars), 3)
        wide = min(room * 0.5, float(sizes.px(46)))
        for number, (year, value) in enumerate(self._bars):
            middle = room * (number + 0.5)
            high = (bottom - top) * float(value) / 100
            bar = QRectF(middle - wide / 2, bottom - high, wide, high)
            ink, soft = colours.of(Tone.ACCENT if value >= self._pass_mark else Tone.LOOK)
            painter.setPen(QColor(ink))
            painter.setBrush(QColor(ink if year == self._chosen else soft))
            painter.drawRoundedRect(bar, sizes.step, sizes.step)
            painter.setPen(QColor(colours.text))
            painter.setFont(self._theme.font(sizes.help, 600 if year == self._chosen else 400))
            above = QRectF(middle - room / 2, bar.top() - line, room, line)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, score(value))
            below = QRectF(middle - room / 2, bottom, room, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, digits(year))
        at = bottom - (bottom - top) * float(self._pass_mark) / 100
        painter.setPen(QColor(colours.muted))
        painter.drawLine(0, round(at), self.width(), round(at))
        painter.end()
