"""The corruption risks of a plan as a table."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import Qt

from ita_desktop.domain.values.risk import Risk
from ita_desktop.i18n import tr
from ita_desktop.ui.look.wording import NO_VALUE, digits
from ita_desktop.ui.widgets.row_model import RowsModel

NUMBER, WHAT, GRADE, RESPONSIBLE, MONTHS = range(5)


def grade_words(risk: Risk) -> str:
    """Format the grade as ๓ × ๔ = ๑๒, or a dash if it was not rated."""
    if not risk.likelihood or not risk.impact:
        return NO_VALUE
    return digits(f"{risk.likelihood} × {risk.impact} = {risk.likelihood * risk.impact}")


class RiskTableModel(RowsModel[Risk]):
    """One row for each risk (ความเสี่ยงการทุจริต)."""

    def heads(self) -> tuple[str, ...]:
        return tr("No."), tr("Risk"), tr("Grade"), tr("Responsible"), tr("Months")

    def key(self, value: Risk) -> Hashable:
        return value.id

    def more(self, value: Risk, column: int, role: int) -> Any:
        return value.risk if role == Qt.ItemDataRole.ToolTipRole and column == WHAT else None

    def text(self, value: Risk, row: int, column: int) -> str:
        if column == NUMBER:
            return digits(row + 1)
        if column == WHAT:
            return value.risk or tr("(nothing yet)")
        if column == GRADE:
            return grade_words(value)
        if column == RESPONSIBLE:
            return ", ".join(value.responsible)
        return tr("{count} of 12").format(count=digits(len(value.months))) if value.months else NO_VALUE
