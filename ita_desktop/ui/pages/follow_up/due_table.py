"""What is to be reported, as a table: one row for each measure in each round."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QObject, Qt

from ita_desktop.domain.rules.due import Due, DueState
from ita_desktop.i18n import tr
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits, short_day
from ita_desktop.ui.widgets.row_model import RowsModel

ROUND, WHAT, RESPONSIBLE, END, STATE = range(5)

LOOKS = {
    DueState.REPORTED: ("circle-check", Tone.GOOD),
    DueState.OVERDUE: ("circle-x", Tone.WRONG),
    DueState.DUE: ("clock", Tone.LOOK),
    DueState.LATER: ("calendar-check-2", Tone.PLAIN),
}


def state_words(state: DueState) -> str:
    """Describe how far a report is."""
    return {
        DueState.REPORTED: tr("reported"),
        DueState.OVERDUE: tr("overdue"),
        DueState.DUE: tr("due now"),
        DueState.LATER: tr("later"),
    }[state]


def measure_words(due: Due) -> str:
    """Describe the measure in a line."""
    measure = due.measure
    return next((text for text in (*measure.measures, measure.issue) if text.strip()), tr("(nothing yet)"))


class DueTableModel(RowsModel[Due]):
    """รอบ มาตรการ ผู้รับผิดชอบ กำหนด สถานะ."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def heads(self) -> tuple[str, ...]:
        return tr("Round"), tr("Measure"), tr("Responsible"), tr("Due"), tr("State")

    def key(self, value: Due) -> Hashable:
        return value.measure.id, value.round

    def stays(self, before: tuple[Due, ...], values: tuple[Due, ...]) -> bool:
        return [self.key(due) for due in before] == [self.key(due) for due in values]

    def more(self, value: Due, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DecorationRole and column == STATE:
            icon, tone = LOOKS[value.state]
            return self._theme.icon(icon, self._theme.palette.of(tone)[0])
        return None

    def text(self, value: Due, row: int, column: int) -> str:
        if column == ROUND:
            return tr("{n} months").format(n=digits(value.round))
        if column == WHAT:
            return measure_words(value)
        if column == RESPONSIBLE:
            return ", ".join(value.measure.responsible)
        if column == END:
            return short_day(value.end)
        status = value.result.status.thai if value.result and value.result.status else ""
        return status if value.state is DueState.REPORTED and status else state_words(value.state)
