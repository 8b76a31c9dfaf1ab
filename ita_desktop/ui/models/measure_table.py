"""The measures of a plan as a table."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import Qt

from ita_desktop.domain.measure import Measure
from ita_desktop.domain.thai import month_range
from ita_desktop.i18n import tr
from ita_desktop.ui.models.rows import RowsModel
from ita_desktop.ui.wording import digits

NUMBER, REFS, WHAT, RESPONSIBLE, PERIOD = range(5)


class MeasureTableModel(RowsModel[Measure]):
    """One row for each measure (มาตรการ)."""

    def heads(self) -> tuple[str, ...]:
        return tr("No."), tr("Indicator"), tr("Measure"), tr("Responsible"), tr("Period")

    def key(self, value: Measure) -> Hashable:
        return value.id

    def more(self, value: Measure, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole and column == WHAT:
            return "\n".join((value.issue, *value.measures)).strip()
        return None

    def text(self, value: Measure, row: int, column: int) -> str:
        if column == NUMBER:
            return digits(row + 1)
        if column == REFS:
            return ", ".join(ref if ref[:1].isalpha() else digits(ref) for ref in value.refs)
        if column == WHAT:
            return next((text for text in (*value.measures, value.issue) if text.strip()), tr("(nothing yet)"))
        if column == RESPONSIBLE:
            return ", ".join(value.responsible)
        return value.period or month_range(value.period_from, value.period_to)
