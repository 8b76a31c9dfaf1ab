"""The measures of a plan as a table."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal

from ita_desktop.domain.thai.writing import month_range
from ita_desktop.domain.values.measure import Measure
from ita_desktop.i18n import tr
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.parts.refs_field import shown_ref
from ita_desktop.ui.widgets.row_model import Index, RowsModel

NUMBER, REFS, WHAT, RESPONSIBLE, PERIOD = range(5)
MONTHS = Qt.ItemDataRole.UserRole + 1
"""Of a period: for each month of the plan year, whether the measure is at work."""
ROW = "application/x-ita-measure"
"""Kind of what is dragged to order the measures: the id of one."""
PROPOSALS = "application/x-ita-proposals"
"""Kind of what is dragged out of the library: an indicator and texts of measures."""


def proposals_dragged(indicator: str, texts: Iterable[str]) -> QMimeData:
    """Encode texts of the library for dragging them to the plan."""
    data = QMimeData()
    data.setData(PROPOSALS, json.dumps([indicator, *texts]).encode())
    return data


def proposals_dropped(data: QMimeData) -> tuple[str, tuple[str, ...]] | None:
    """The indicator and the texts that were dropped; None for anything else."""
    if not data.hasFormat(PROPOSALS):
        return None
    indicator, *texts = json.loads(bytes(data.data(PROPOSALS).data()))
    return str(indicator), tuple(str(text) for text in texts)


class MeasureTableModel(RowsModel[Measure]):
    """One row for each measure (มาตรการ); rows are dragged to order them, texts of the library are dropped on them."""

    moved = Signal(int, int)
    """The id of a measure and the row it was dragged to."""
    proposed = Signal(str, object, object, int)
    """What was dropped: indicator, texts, the id of the measure it was dropped on or None, and the row."""
    _months: tuple[str, ...] = ()

    def offer(self, months: Sequence[str]) -> None:
        """Show periods in these months, those of the plan year."""
        self._months = tuple(months)

    def heads(self) -> tuple[str, ...]:
        return tr("No."), tr("Indicator"), tr("Measure"), tr("Responsible"), tr("Period")

    def key(self, value: Measure) -> Hashable:
        return value.id

    def more(self, value: Measure, column: int, role: int) -> Any:
        if role == MONTHS and column == PERIOD:
            return tuple(value.works_in(month) for month in self._months)
        if role == Qt.ItemDataRole.ToolTipRole and column == WHAT:
            return "\n".join((value.issue, *value.measures)).strip()
        return None

    def text(self, value: Measure, row: int, column: int) -> str:
        if column == NUMBER:
            return digits(row + 1)
        if column == REFS:
            return ", ".join(shown_ref(ref) for ref in value.refs)
        if column == WHAT:
            return next((text for text in (*value.measures, value.issue) if text.strip()), tr("(nothing yet)"))
        if column == RESPONSIBLE:
            return ", ".join(value.responsible)
        return value.period.strip() or month_range(value.period_from, value.period_to)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index) | Qt.ItemFlag.ItemIsDropEnabled
        return usual | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else usual

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [ROW, PROPOSALS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        value = self.value(indexes[0].row()) if indexes else None
        data.setData(ROW, str(value.id if value else "").encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Emit what was dropped where; never True, because the rows are read again from the file."""
        onto = self.value(parent.row()) if parent.isValid() else None
        at = row if row >= 0 else parent.row() if onto else self.rowCount()
        dropped = proposals_dropped(data)
        if dropped is not None:
            self.proposed.emit(*dropped, onto.id if onto else None, at)
        elif data.hasFormat(ROW) and (id_ := bytes(data.data(ROW).data()).decode()).isdigit():
            start = self.row_of(int(id_))
            to = at - 1 if row >= 0 and start < at else at
            if start >= 0 and (to := min(to, self.rowCount() - 1)) != start:
                self.moved.emit(int(id_), to)
        return False
