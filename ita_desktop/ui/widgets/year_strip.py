"""A fiscal year as a strip of twelve months with what is due in it, and today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.thai.month import Month
from ita_desktop.i18n import tr
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits, month_words
from ita_desktop.ui.widgets.month_strip import QUARTER


@dataclass(frozen=True, slots=True, kw_only=True)
class StripMark:
    """One window of days; its number stands where it ends."""

    first: date
    last: date
    tone: Tone
    sure: bool
    """A mark that is not sure is hollow."""
    words: str


class YearStrip(QWidget):
    """Marks are in lanes, so that none hides another; the list beside explains the numbers."""

    chosen = Signal(int)
    """The mark that was clicked, from 0."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self._year = FiscalYear(2500)
        self._today: date | None = None
        self._marks: tuple[StripMark, ...] = ()
        self._lanes: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        theme.changed.connect(self._place)

    def show_year(self, year: FiscalYear, marks: tuple[StripMark, ...], today: date) -> None:
        """Show these marks, in the order of their numbers; the same as words for whoever cannot see them."""
        self._year, self._marks = year, marks
        self._today = today if today in year else None
        said = "; ".join(f"{digits(number)} {mark.words}" for number, mark in enumerate(marks, start=1))
        self.setAccessibleName(f"{self._name}: {said}")
        self._place()
        self.update()

    def mark_at(self, point: QPointF) -> int:
        """The mark at a place; -1 where there is none."""
        for number in range(len(self._marks)):
            if self._area(number).contains(point):
                return number
        return -1

    def centre(self, number: int) -> QPointF:
        """Where the number of a mark stands."""
        area = self._area(number)
        return QPointF(area.right() - self._lane / 2, area.center().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self.mark_at(event.position())
        if found >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.mark_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found >= 0 else Qt.CursorShape.ArrowCursor)
        self.setToolTip(self._marks[found].words if found >= 0 else "")

    def resizeEvent(self, _event: object) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_months(painter)
        for number in range(len(self._marks)):
            self._paint_mark(painter, number)
        painter.end()

    @property
    def _top(self) -> float:
        return float(self._theme.sizes.px(24))

    @property
    def _lane(self) -> float:
        return float(self._theme.sizes.px(22))

    @property
    def _foot(self) -> float:
        return float(self._theme.sizes.px(20) if self._today else self._theme.sizes.step)

    def _at(self, day: date) -> float:
        """Where a day begins; outside the year at its edge."""
        days = (self._year.end - self._year.start).days + 1
        passed = min(max((day - self._year.start).days, 0), days)
        return passed / days * self.width()

    def _area(self, number: int) -> QRectF:
        mark = self._marks[number]
        end = min(self._at(mark.last) + 1, float(self.width()))
        long = mark.first != mark.last
        start = min(self._at(mark.first), end - self._lane) if long else end - self._lane / 2
        right = end if long else min(end + self._lane / 2, float(self.width()))
        left = max(0.0, min(start, right - self._lane))
        return QRectF(left, self._top + self._lanes[number] * self._lane, max(right - left, self._lane), self._lane)

    def _place(self) -> None:
        """Give each mark the first lane that has room for it."""
        self._lanes = (0,) * len(self._marks)
        ends: list[float] = []
        lanes: list[int] = []
        for number in sorted(range(len(self._marks)), key=lambda n: self._area(n).left()):
            area = self._area(number)
            lane = next((n for n, end in enumerate(ends) if end <= area.left()), len(ends))
            ends[lane : lane + 1] = [area.right() + 2]
            lanes.append(lane)
        order = sorted(range(len(self._marks)), key=lambda n: self._area(n).left())
        found = dict(zip(order, lanes, strict=True))
        self._lanes = tuple(found[number] for number in range(len(self._marks)))
        self.setFixedHeight(round(self._top + (max(self._lanes, default=0) + 1) * self._lane + self._foot))

    def _paint_months(self, painter: QPainter) -> None:
        colours, sizes = self._theme.palette, self._theme.sizes
        bottom = self.height() - self._foot
        painter.setFont(self._theme.font(sizes.help))
        months = self._year.months
        for number, month in enumerate(months):
            left, right = self._month_edges(number)
            if number // QUARTER % 2 == 0:
                painter.fillRect(QRectF(left, 0, right - left, bottom), QColor(colours.canvas))
            painter.setPen(QColor(colours.line))
            painter.drawLine(QPointF(left, self._top - sizes.step), QPointF(left, bottom))
            now = self._today is not None and Month.of(self._today) == month
            painter.setPen(QColor(colours.text if now else colours.muted))
            painter.setFont(self._theme.font(sizes.help, 600 if now else 400))
            shown = month_words(month).split(" ")[0]
            painter.drawText(QRectF(left, 0, right - left, self._top), Qt.AlignmentFlag.AlignCenter, shown)
        if self._today is not None:
            at = self._at(self._today)
            painter.setPen(QPen(QColor(colours.text), 1.5))
            painter.drawLine(QPointF(at, self._top - sizes.step), QPointF(at, bottom + 2))
            painter.setFont(self._theme.font(sizes.help, 600))
            words = tr("today")
            wide = painter.fontMetrics().horizontalAdvance(words) + 2.0
            left = min(max(0.0, at - wide / 2), self.width() - wide)
            painter.drawText(QRectF(left, bottom, wide, self._foot), Qt.AlignmentFlag.AlignCenter, words)

    def _month_edges(self, number: int) -> tuple[float, float]:
        firsts = [month.first_day for month in self._year.months]
        right = self._at(firsts[number + 1]) if number < 11 else float(self.width())
        return self._at(firsts[number]), right

    def _paint_mark(self, painter: QPainter, number: int) -> None:
        mark, area = self._marks[number], self._area(number)
        ink, soft = self._theme.palette.of(mark.tone)
        radius = self._lane / 2 - 2
        pen = QPen(QColor(ink), 1.5)
        if not mark.sure:
            pen.setStyle(Qt.PenStyle.DotLine)
        if area.width() > self._lane + 1:
            painter.setPen(pen)
            painter.setBrush(QColor(soft))
            painter.drawRoundedRect(area.adjusted(1, 5, -1, -5), radius - 3, radius - 3)
        painter.setPen(QPen(QColor(ink), 1.5))
        painter.setBrush(QColor(ink if mark.sure else self._theme.palette.surface))
        painter.drawEllipse(self.centre(number), radius, radius)
        painter.setPen(QColor(self._theme.palette.on_accent if mark.sure else ink))
        painter.setFont(self._theme.font(self._theme.sizes.help, 600))
        at = self.centre(number)
        box = QRectF(at.x() - radius, at.y() - radius, radius * 2, radius * 2)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, digits(number + 1))
