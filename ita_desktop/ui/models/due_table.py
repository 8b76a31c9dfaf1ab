"""What is to be reported, as a table: one row for each measure in each round."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ita_desktop.domain.due import Due, DueState
from ita_desktop.domain.thai import short_date
from ita_desktop.i18n import tr
from ita_desktop.ui.theme import Theme, Tone
from ita_desktop.ui.wording import breakable, digits

ROUND, WHAT, RESPONSIBLE, END, STATE = range(5)

Index = QModelIndex | QPersistentModelIndex

LOOKS = {
    DueState.REPORTED: ("circle-check", Tone.GOOD),
    DueState.OVERDUE: ("circle-x", Tone.WRONG),
    DueState.DUE: ("clock", Tone.LOOK),
    DueState.LATER: ("calendar-check-2", Tone.PLAIN),
}


def state_words(state: DueState) -> str:
    """How far a report is."""
    return {
        DueState.REPORTED: tr("reported"),
        DueState.OVERDUE: tr("overdue"),
        DueState.DUE: tr("due now"),
        DueState.LATER: tr("later"),
    }[state]


def measure_words(due: Due) -> str:
    """The measure in a line."""
    measure = due.measure
    return next((text for text in (*measure.measures, measure.issue) if text.strip()), tr("(nothing yet)"))


class DueTableModel(QAbstractTableModel):
    """รอบ มาตรการ ผู้รับผิดชอบ กำหนด สถานะ."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dues: tuple[Due, ...] = ()

    def show_dues(self, dues: tuple[Due, ...]) -> None:
        """Show these; rows that stayed where they were are only painted anew."""
        before, self._dues = self._dues, dues
        if [self._key(due) for due in before] != [self._key(due) for due in dues]:
            self.beginResetModel()
            self.endResetModel()
        elif dues:
            self.dataChanged.emit(self.index(0, 0), self.index(len(dues) - 1, STATE))

    def due(self, row: int) -> Due | None:
        """What a row shows."""
        return self._dues[row] if 0 <= row < len(self._dues) else None

    def row_of(self, measure: int | None, months: int) -> int:
        """The row of a measure's round; -1 if it is not shown."""
        return next((row for row, due in enumerate(self._dues) if self._key(due) == (measure, months)), -1)

    @staticmethod
    def _key(due: Due) -> tuple[int | None, int]:
        return due.measure.id, due.round

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._dues)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else STATE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Round"), tr("Measure"), tr("Responsible"), tr("Due"), tr("State"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        due = self.due(index.row()) if index.isValid() else None
        if due is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            text = self._text(due, index.column())
            return breakable(text) if role == Qt.ItemDataRole.DisplayRole else text
        if role == Qt.ItemDataRole.DecorationRole and index.column() == STATE:
            icon, tone = LOOKS[due.state]
            return self._theme.icon(icon, self._theme.palette.of(tone)[0])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    @staticmethod
    def _text(due: Due, column: int) -> str:
        if column == ROUND:
            return tr("{n} months").format(n=digits(due.round))
        if column == WHAT:
            return measure_words(due)
        if column == RESPONSIBLE:
            return ", ".join(due.measure.responsible)
        if column == END:
            return short_date(due.end)
        status = due.result.status.thai if due.result and due.result.status else ""
        return status if due.state is DueState.REPORTED and status else state_words(due.state)
