"""Column layouts of measure tables (รูปแบบตาราง): one record of a measure feeds them all.

The heads are those that offices print; ``fields`` are names of ``domain.Measure``, so that nothing of a record is lost
where a layout has fewer columns than the record has fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

FIELDS = (
    *("refs", "issue", "sub_issues", "measures", "guidelines", "steps", "operation"),
    *("responsible", "period", "follow_up", "results"),
)
"""What a column of a measure table can hold: fields of ``domain.Measure``."""
RESULT_FIELDS = (
    *("round", "details", "period", "output", "outcome", "status", "date"),
    *("obstacles", "suggestions", "evidence", "remark"),
)
"""What a column of a results table can hold besides: fields of ``domain.FollowUp``; its period goes first."""
LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutColumn:
    """คอลัมน์: its head, the fields printed under it in order, and its share of the width."""

    head: str
    fields: tuple[str, ...]
    share: float
    group: str = ""
    """Head above the heads of neighbouring columns, e.g. ผลการดำเนินการ."""
    bold: bool = False
    """ตัวหนา, as a first column that names the measure."""
    dashed: bool = False
    """True where several texts stand as a list with dashes instead of numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLayout:
    """รูปแบบตาราง; ``landscape`` where upright paper would be too narrow."""

    name: str
    columns: tuple[LayoutColumn, ...]
    landscape: bool = True

    def to_setting(self) -> dict[str, Any]:
        """As JSON values."""
        return {"name": self.name, "landscape": self.landscape, "columns": [_as_setting(c) for c in self.columns]}

    @classmethod
    def from_setting(cls, setting: dict[str, Any]) -> ColumnLayout | None:
        """From JSON values; None where they are no layout with at least one column."""
        try:
            columns = tuple(
                LayoutColumn(
                    head=str(c["head"]),
                    fields=tuple(f for f in c["fields"] if f in FIELDS or f in RESULT_FIELDS),
                    share=max(float(c["share"]), LEAST_SHARE),
                    group=str(c.get("group", "")),
                    bold=bool(c.get("bold", False)),
                    dashed=bool(c.get("dashed", False)),
                )
                for c in setting["columns"]
            )
            return (
                cls(name=str(setting["name"]), columns=columns, landscape=bool(setting["landscape"]))
                if columns
                else None
            )
        except (KeyError, TypeError, ValueError, AttributeError):
            return None


def _as_setting(column: LayoutColumn) -> dict[str, Any]:
    setting = {"head": column.head, "fields": list(column.fields), "share": column.share, "group": column.group}
    return setting | {name: True for name in ("bold", "dashed") if getattr(column, name)}


ISSUE = ("refs", "issue", "sub_issues")
HOW = ("steps", "operation")

PLAN_BY_INDICATOR = ColumnLayout(
    name="plan-by-indicator",
    columns=(
        LayoutColumn(head="ตัวชี้วัด", fields=ISSUE, share=3.2),
        LayoutColumn(head="มาตรการ/แนวทาง", fields=("measures", "guidelines"), share=5.6),
        LayoutColumn(head="วิธีการดำเนินการ", fields=HOW, share=6.6),
        LayoutColumn(head="ผู้รับผิดชอบ", fields=("responsible",), share=3.4),
        LayoutColumn(head="ระยะเวลา", fields=("period",), share=2.6),
        LayoutColumn(head="การติดตามผล", fields=("follow_up",), share=3.3),
    ),
)
"""อบต.บ่อแก้ว, FY2563: six columns."""

PLAN_BY_QUESTION = ColumnLayout(
    name="plan-by-question",
    columns=(
        LayoutColumn(head="ประเด็นที่ต้องพัฒนา", fields=ISSUE, share=5.2),
        LayoutColumn(head="มาตรการ/ขั้นตอน/วิธีการปฏิบัติ", fields=("measures", "guidelines", "steps"), share=8.4),
        LayoutColumn(head="การดำเนินการ/รายงาน", fields=("operation", "follow_up"), share=6.0),
        LayoutColumn(head="ผู้รับผิดชอบ", fields=("responsible",), share=2.7),
        LayoutColumn(head="ระยะเวลาดำเนินการ", fields=("period",), share=2.4),
    ),
)
"""อบต.ดอน, FY2567: five columns."""

PLAN_BY_MEASURE = ColumnLayout(
    name="plan-by-measure",
    columns=(
        LayoutColumn(head="มาตรการ/แนวทาง", fields=("issue", "sub_issues", "measures", "guidelines"), share=3.8),
        LayoutColumn(head="วิธีการดำเนินการ", fields=HOW, share=5.4),
        LayoutColumn(head="ผู้รับผิดชอบ", fields=("responsible",), share=2.1),
        LayoutColumn(head="ระยะเวลาดำเนินการ", fields=("period",), share=1.9),
        LayoutColumn(head="การติดตามผล", fields=("follow_up",), share=2.8),
    ),
    landscape=False,
)
"""อบต.คึมใหญ่, FY2563: five columns, upright, without the indicator."""

FOLLOW_UP_BY_ISSUE = ColumnLayout(
    name="follow-up-by-issue",
    columns=(
        LayoutColumn(head="ประเด็นที่ต้องปรับปรุงแก้ไข/ประเด็นที่ต้องพัฒนา", fields=ISSUE, share=4.6),
        LayoutColumn(head="ผู้รับผิดชอบ", fields=("responsible",), share=3.0),
        LayoutColumn(head="ขั้นตอนหรือวิธีการ/มาตรการ", fields=("measures", "guidelines", "steps"), share=7.6),
        LayoutColumn(head="การรายงานผลและการกำกับติดตาม กำหนดเวลาแล้วเสร็จ", fields=("follow_up", "period"), share=5.6),
        LayoutColumn(head="การดำเนินการ", fields=("operation", "results"), share=3.9),
    ),
)
"""ทต.ตลาดแร้ง, FY2566: five columns of a report on what was done."""

PLAN_BY_GUIDELINE = ColumnLayout(
    name="plan-by-guideline",
    columns=(
        LayoutColumn(head="มาตรการ", fields=("issue", "sub_issues", "measures"), share=3.2, bold=True),
        LayoutColumn(head="แนวทางการปฏิบัติ", fields=("guidelines",), share=4.0, dashed=True),
        LayoutColumn(head="ขั้นตอน/วิธีการปฏิบัติ", fields=HOW, share=4.2),
        LayoutColumn(head="ผู้รับผิดชอบ", fields=("responsible",), share=2.4),
        LayoutColumn(head="การกำกับติดตาม", fields=("follow_up", "period"), share=2.6, dashed=True),
    ),
    landscape=False,
)
"""อบต.โนนรัง, FY2563: five columns, upright."""

RESULTS_BY_MEASURE = ColumnLayout(
    name="results-by-measure",
    columns=(
        LayoutColumn(head="มาตรการ", fields=("measures",), share=2.6),
        LayoutColumn(head="รายละเอียดการดำเนินงาน", fields=("details",), share=4.05),
        LayoutColumn(head="ระยะเวลาการดำเนินงาน", fields=("period",), share=2.4),
        LayoutColumn(head="ผลผลิต", fields=("output",), share=2.4, group="ผลการดำเนินการ"),
        LayoutColumn(head="ผลลัพธ์", fields=("outcome",), share=2.5, group="ผลการดำเนินการ"),
        LayoutColumn(
            head="หมายเหตุ",
            fields=("remark", "status", "date", "obstacles", "suggestions"),
            share=2.25,
        ),
    ),
    landscape=False,
)
"""อบต.โนนรัง, FY2563: what came of the measures."""

PRESETS = (
    PLAN_BY_MEASURE,
    FOLLOW_UP_BY_ISSUE,
    PLAN_BY_GUIDELINE,
    RESULTS_BY_MEASURE,
    PLAN_BY_INDICATOR,
    PLAN_BY_QUESTION,
)
"""The six layouts that offices are known to use."""
