"""A period of months as cells to click: a click outside makes it longer, a click at an end or inside shorter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets.field import mark_wrong
from ita_desktop.ui.widgets.month_cells import MonthCells

Period = tuple[str, str]
"""First and last month, ``YYYY-MM``; empty where not given."""


class MonthRangeField(QWidget):
    """The value is a Period; a month of another year stays until its end of the period is changed."""

    edited = Signal()
    finished = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._months: tuple[str, ...] = ()
        self._value: Period = ("", "")
        self.cells = MonthCells(theme, name)
        self.cells.finished.connect(self._clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.cells)
        self.setFocusProxy(self.cells)

    def offer(self, months: Sequence[str]) -> None:
        """Show the months of this fiscal year."""
        self._months = tuple(months)
        self.cells.offer(months)

    def value(self) -> Period:
        return self._value

    def show_value(self, value: Period) -> None:
        self._value = value
        self.cells.show_value(self._covered())

    def show_fault(self, text: str) -> None:
        mark_wrong(self, text)

    def _covered(self) -> tuple[str, ...]:
        first, last = self._value[0] or self._value[1], self._value[1] or self._value[0]
        return tuple(month for month in self._months if first and first <= month <= last)

    def _clicked(self) -> None:
        before = set(self._covered())
        changed = before ^ (set(self.cells.value()) & set(self._months))
        if changed:
            self.show_value(changed_by(self._value, self._covered(), min(changed), self._months))
            self.finished.emit()


def changed_by(value: Period, covered: tuple[str, ...], month: str, months: tuple[str, ...]) -> Period:
    """The period after a click on a month; ``covered`` are the months of the year that are in it now."""
    if not covered:
        return month, month
    first, last = covered[0], covered[-1]
    start, end = value[0] or first, value[1] or last
    if month < first:
        return month, end
    if month > last:
        return start, month
    if first == last == month:
        return "", ""
    at = months.index(month)
    if month == first:
        return months[at + 1], end
    if month == last:
        return start, months[at - 1]
    nearer_to_end = at - months.index(first) >= months.index(last) - at
    return (start, month) if nearer_to_end else (month, end)
