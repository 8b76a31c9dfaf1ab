"""Twelve months ต.ค.–ก.ย. as cells to click; arrows go from cell to cell, the space bar marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ita_desktop.domain.thai.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.thai.month import Month
from ita_desktop.domain.thai.writing import MONTHS
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits, month_words
from ita_desktop.ui.widgets.buttons import EnterButton
from ita_desktop.ui.widgets.field import mark_wrong

IN_A_ROW = 6


class MonthCell(EnterButton):
    """One month, marked or not."""

    def __init__(self, theme: Theme, owner: MonthCells, number: int) -> None:
        super().__init__()
        self._theme, self._owner, self._number = theme, owner, number
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("month", True)
        # Tab stops once for all twelve; arrows go on from there
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if number else Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(lambda _: self._paint())
        theme.changed.connect(self._paint)

    def show_month(self, month: str) -> None:
        """Be this month, ``YYYY-MM``."""
        read = Month.parse(month)
        self.setText(month_words(month))
        self.setAccessibleName(f"{MONTHS[read.number - 1]} {digits(read.year + BUDDHIST_OFFSET)}")
        self._paint()

    def _paint(self) -> None:
        colour = self._theme.palette.on_accent if self.isChecked() else self._theme.palette.surface
        self.setIcon(self._theme.icon("check", colour, gap=self._theme.sizes.step))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: IN_A_ROW, Qt.Key.Key_Up: -IN_A_ROW}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._owner.go_to(self._number + step)


class MonthCells(QWidget):
    """The months of one fiscal year; the value is those marked, as ``YYYY-MM``."""

    edited = Signal()
    finished = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._months: tuple[str, ...] = ()
        self._others: tuple[str, ...] = ()
        """Marked, but of another fiscal year: kept as they are."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.sizes.step)
        self.cells = tuple(MonthCell(theme, self, number) for number in range(12))
        for number, cell in enumerate(self.cells):
            cell.clicked.connect(lambda: self.finished.emit())
            grid.addWidget(cell, number // IN_A_ROW, number % IN_A_ROW)
        self.setFocusProxy(self.cells[0])

    def offer(self, months: Sequence[str]) -> None:
        """Show the months of this fiscal year."""
        if tuple(months) != self._months:
            self._months = tuple(months)
            for cell, month in zip(self.cells, months, strict=True):
                cell.show_month(month)

    def value(self) -> tuple[str, ...]:
        marked = (month for month, cell in zip(self._months, self.cells, strict=True) if cell.isChecked())
        return tuple(sorted((*self._others, *marked)))

    def show_value(self, value: Sequence[str]) -> None:
        self._others = tuple(month for month in value if month not in self._months)
        for month, cell in zip(self._months, self.cells, strict=False):  # none are offered before there is a risk
            with QSignalBlocker(cell):
                cell.setChecked(month in value)
            cell.show_month(month)

    def show_fault(self, text: str) -> None:
        mark_wrong(self, text)

    def go_to(self, number: int) -> None:
        """Put the cursor into a cell; nothing beyond the first and the last."""
        if 0 <= number < len(self.cells):
            self.cells[number].setFocus(Qt.FocusReason.OtherFocusReason)
