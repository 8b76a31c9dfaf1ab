"""The corruption risks of a plan as a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ita_desktop.domain.risk import Risk
from ita_desktop.i18n import tr
from ita_desktop.ui.wording import NO_VALUE, breakable, digits

NUMBER, WHAT, GRADE, RESPONSIBLE, MONTHS = range(5)

Index = QModelIndex | QPersistentModelIndex


def grade_words(risk: Risk) -> str:
    """๓ × ๔ = ๑๒, or a dash where it was not judged."""
    if not risk.likelihood or not risk.impact:
        return NO_VALUE
    return digits(f"{risk.likelihood} × {risk.impact} = {risk.likelihood * risk.impact}")


class RiskTableModel(QAbstractTableModel):
    """One row for each risk (ความเสี่ยงการทุจริต)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._risks: tuple[Risk, ...] = ()

    def show_risks(self, risks: tuple[Risk, ...]) -> None:
        """Show these; where their number stays, the rows are only painted anew."""
        before, self._risks = self._risks, risks
        if len(before) != len(risks):
            self.beginResetModel()
            self.endResetModel()
        elif risks:
            self.dataChanged.emit(self.index(0, 0), self.index(len(risks) - 1, MONTHS))

    def risk(self, row: int) -> Risk | None:
        """The risk in a row."""
        return self._risks[row] if 0 <= row < len(self._risks) else None

    def row_of(self, id: int | None) -> int:
        """The row of the risk with this id; -1 if it is not there."""
        return next((row for row, risk in enumerate(self._risks) if risk.id == id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._risks)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else MONTHS + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("No."), tr("Risk"), tr("Grade"), tr("Responsible"), tr("Months"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        risk = self.risk(index.row()) if index.isValid() else None
        if risk is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            text = self._text(risk, index.row(), index.column())
            return breakable(text) if role == Qt.ItemDataRole.DisplayRole else text
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == WHAT:
            return risk.risk
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    @staticmethod
    def _text(risk: Risk, row: int, column: int) -> str:
        if column == NUMBER:
            return digits(row + 1)
        if column == WHAT:
            return risk.risk or tr("(nothing yet)")
        if column == GRADE:
            return grade_words(risk)
        if column == RESPONSIBLE:
            return ", ".join(risk.responsible)
        return tr("{count} of 12").format(count=digits(len(risk.months))) if risk.months else NO_VALUE
