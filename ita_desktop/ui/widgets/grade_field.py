"""โอกาส × ผลกระทบ: one of five by five cells, chosen with the mouse or the arrows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ita_desktop.i18n import tr
from ita_desktop.ui.look.palette import Tone, mixed
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.widgets.field import mark_wrong

Grade = tuple[int | None, int | None]
"""Likelihood and impact, 1 to 5; None where it was not judged."""
MOST = 5
VERY_HIGH, HIGH, MIDDLE = 15, 10, 5
"""Products from which the word changes, as most offices' tables have it; on the screen only, never printed."""


def tone_of(product: int) -> Tone:
    """Colour of a cell; the figure and the word say the same."""
    return Tone.WRONG if product >= HIGH else Tone.LOOK if product >= MIDDLE else Tone.GOOD


def level_words(product: int) -> str:
    """ต่ำ ปานกลาง สูง สูงมาก."""
    if product >= HIGH:
        return tr("very high") if product >= VERY_HIGH else tr("high")
    return tr("middling") if product >= MIDDLE else tr("low")


class GradeField(QWidget):
    """Impact goes to the right, likelihood upwards; Delete takes the judgement away."""

    edited = Signal()
    finished = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self._grade: Grade = (None, None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._resized)
        self._tell()

    @property
    def words(self) -> str:
        """What is chosen, for whoever cannot see it."""
        likelihood, impact = self._grade
        if not likelihood or not impact:
            return tr("not judged yet")
        text = tr("{level}: likelihood {likelihood} × impact {impact} = {product}")
        return text.format(
            level=level_words(likelihood * impact),
            likelihood=digits(likelihood),
            impact=digits(impact),
            product=digits(likelihood * impact),
        )

    def value(self) -> Grade:
        return self._grade

    def show_value(self, value: Grade) -> None:
        self._grade = value
        self._tell()
        self.update()

    def show_fault(self, text: str) -> None:
        mark_wrong(self, text)

    def choose(self, likelihood: int | None, impact: int | None) -> None:
        """Choose as a person does."""
        if (likelihood, impact) != self._grade:
            self.show_value((likelihood, impact))
            self.finished.emit()

    def sizeHint(self) -> QSize:
        cell, head = self._cell, self._head
        return QSize(head + MOST * cell.width(), head + MOST * cell.height())

    def cell_at(self, point: QPoint) -> tuple[int, int] | None:
        """The likelihood and impact of the cell at a place."""
        for likelihood in range(1, MOST + 1):
            for impact in range(1, MOST + 1):
                if self.rect_of(likelihood, impact).contains(point):
                    return likelihood, impact
        return None

    def rect_of(self, likelihood: int, impact: int) -> QRect:
        """Where a cell is painted."""
        cell = self._cell
        return QRect(
            self._head + (impact - 1) * cell.width(), (MOST - likelihood) * cell.height(), cell.width(), cell.height()
        )

    @property
    def _cell(self) -> QSize:
        return QSize(self._theme.sizes.px(46), self._theme.sizes.field)

    @property
    def _head(self) -> int:
        return self._theme.sizes.px(24)

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._name}: {self.words}")
        self.setToolTip(self.words)

    def _resized(self) -> None:
        self.updateGeometry()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.cell_at(event.position().toPoint())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self.choose(*found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.choose(None, None)
            return
        steps = {Qt.Key.Key_Up: (1, 0), Qt.Key.Key_Down: (-1, 0), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Left: (0, -1)}
        if key not in steps:
            super().keyPressEvent(event)
            return
        up, right = steps[key]
        likelihood, impact = self._grade
        if not likelihood or not impact:
            self.choose(1, 1)
            return
        self.choose(min(max(likelihood + up, 1), MOST), min(max(impact + right, 1), MOST))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, sizes = self._theme.palette, self._theme.sizes
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for likelihood in range(1, MOST + 1):
            for impact in range(1, MOST + 1):
                self._paint_cell(painter, likelihood, impact)
        painter.setFont(self._theme.font(sizes.help))
        painter.setPen(QColor(colours.muted))
        cell, bottom = self._cell, MOST * self._cell.height()
        for number in range(1, MOST + 1):
            side = self.rect_of(number, 1)
            painter.drawText(
                QRect(0, side.y(), self._head, cell.height()), Qt.AlignmentFlag.AlignCenter, digits(number)
            )
            below = self.rect_of(1, number)
            painter.drawText(
                QRect(below.x(), bottom, cell.width(), self._head), Qt.AlignmentFlag.AlignCenter, digits(number)
            )
        painter.end()

    def _paint_cell(self, painter: QPainter, likelihood: int, impact: int) -> None:
        colours, sizes = self._theme.palette, self._theme.sizes
        chosen = self._grade == (likelihood, impact)
        ink, ground = colours.of(tone_of(likelihood * impact))
        rect = self.rect_of(likelihood, impact).adjusted(1, 1, -2, -2)
        edge = colours.accent if chosen and self.hasFocus() else ink if chosen else mixed(ground, colours.line, 0.5)
        painter.setPen(QPen(QColor(edge), 3 if chosen and self.hasFocus() else 2 if chosen else 1))
        painter.setBrush(QColor(ink if chosen else ground))
        painter.drawRoundedRect(rect, sizes.step, sizes.step)
        painter.setPen(QColor(ground if chosen else ink))
        painter.setFont(self._theme.font(weight=600 if chosen else 400))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, digits(likelihood * impact))
