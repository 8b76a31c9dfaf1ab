"""The measures of a plan as a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ita_desktop.domain.measure import Measure
from ita_desktop.domain.thai import month_range
from ita_desktop.i18n import tr
from ita_desktop.ui.wording import breakable, digits

NUMBER, REFS, WHAT, RESPONSIBLE, PERIOD = range(5)
VALUE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The Measure itself."""

Index = QModelIndex | QPersistentModelIndex


class MeasureTableModel(QAbstractTableModel):
    """One row for each measure (มาตรการ)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._measures: tuple[Measure, ...] = ()

    def show_measures(self, measures: tuple[Measure, ...]) -> None:
        """Show these; only the rows that differ are painted anew where their number stays."""
        before, self._measures = self._measures, measures
        if len(before) != len(measures):
            self.beginResetModel()
            self.endResetModel()
            return
        for row, (old, new) in enumerate(zip(before, measures, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, PERIOD))

    def row_of(self, id: int | None) -> int:
        """The row of the measure with this id; -1 if it is not there."""
        return next((row for row, measure in enumerate(self._measures) if measure.id == id), -1)

    def measure(self, row: int) -> Measure | None:
        """The measure in a row."""
        return self._measures[row] if 0 <= row < len(self._measures) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._measures)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else PERIOD + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("No."), tr("Indicator"), tr("Measure"), tr("Responsible"), tr("Period"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        measure = self.measure(index.row()) if index.isValid() else None
        if measure is None:
            return None
        if role == VALUE_ROLE:
            return measure
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            text = self._text(measure, index.row(), index.column())
            return breakable(text) if role == Qt.ItemDataRole.DisplayRole else text
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == WHAT:
            return "\n".join((measure.issue, *measure.measures)).strip()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _text(self, measure: Measure, row: int, column: int) -> str:
        if column == NUMBER:
            return digits(row + 1)
        if column == REFS:
            return ", ".join(ref if ref[:1].isalpha() else digits(ref) for ref in measure.refs)
        if column == WHAT:
            return next((text for text in (*measure.measures, measure.issue) if text.strip()), tr("(nothing yet)"))
        if column == RESPONSIBLE:
            return ", ".join(measure.responsible)
        return measure.period or month_range(measure.period_from, measure.period_to)
