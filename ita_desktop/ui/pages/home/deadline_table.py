"""What is due in a year as a table: number, date, what and how sure that is, how long it is."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Qt

from ita_desktop.app.year.calendar import Deadline
from ita_desktop.app.year.path import SOON
from ita_desktop.domain.values.framework import Confidence
from ita_desktop.i18n import tr
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits, shown_place, window_words
from ita_desktop.ui.widgets.row_model import RowsModel
from ita_desktop.ui.widgets.two_lines import BELOW

NUMBER, DATE, WHAT, STATE = range(4)
MONTH_FROM = 60
"""Days from which on the time left is said in months."""


def look(one: Deadline, today: date) -> tuple[str, str, Tone]:
    """Return icon, words and tone for the state of a deadline."""
    left = one.days_left(today)
    if one.done:
        return "circle-check", tr("done"), Tone.GOOD
    if one.is_late(today):
        return "circle-alert", tr("overdue"), Tone.WRONG
    if one.is_over(today):
        return "clock", tr("passed"), Tone.PLAIN
    if left == 0:
        return "clock", tr("today"), Tone.LOOK
    if left >= MONTH_FROM:
        return "clock", tr("in {n} months").format(n=digits(round(left / 30.4))), Tone.ACCENT
    words = tr("in {n} days").format(n=digits(left))
    return "clock", words, Tone.LOOK if left <= SOON.days else Tone.ACCENT


def sure_words(one: Deadline) -> str:
    """How sure the date is, in the user's language."""
    if one.is_ours:
        return tr("date fixed by the fiscal year")
    if one.taken_from is not None:
        return tr("date not known yet, taken from {year}").format(year=digits(one.taken_from))
    return {
        Confidence.CONFIRMED: tr("date confirmed"),
        Confidence.COMPUTED: tr("date confirmed"),
        Confidence.PARTLY: tr("date partly confirmed"),
        Confidence.UNVERIFIED: tr("date not verified"),
    }[one.confidence]


class DeadlineTableModel(RowsModel[Deadline]):
    """ลำดับ วันที่ เรื่องและความแน่ใจ สถานะ; what is due next stands first."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = date.min

    def show_on(self, values: tuple[Deadline, ...], today: date) -> None:
        """Show these deadlines as of today."""
        self._today = today
        self.show(values)

    def heads(self) -> tuple[str, ...]:
        return tr("No."), tr("Date"), tr("What is due"), tr("State")

    def key(self, value: Deadline) -> Hashable:
        return value.name, value.window

    def stays(self, before: tuple[Deadline, ...], values: tuple[Deadline, ...]) -> bool:
        return [self.key(one) for one in before] == [self.key(one) for one in values]

    def text(self, value: Deadline, row: int, column: int) -> str:
        if column == NUMBER:
            return digits(row + 1)
        if column == DATE:
            return window_words(value.window)
        if column == WHAT:
            return shown_place(value.name)
        return look(value, self._today)[1]

    def more(self, value: Deadline, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DecorationRole and column == STATE:
            icon, _, tone = look(value, self._today)
            return self._theme.icon(icon, self._theme.palette.of(tone)[0])
        if role == BELOW and column == WHAT:
            return sure_words(value)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"{shown_place(value.name)}, {sure_words(value)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr("Enter or a click opens the page for it")
        return None
