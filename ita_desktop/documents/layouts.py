"""Column layouts of measure tables (รูปแบบตาราง): one record of a measure feeds them all.

The heads are those that offices print; ``fields`` are names of ``domain.Measure``, so that nothing of a record is lost
where a layout has fewer columns than the record has fields.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutColumn:
    """คอลัมน์: its head, the fields printed under it in order, and its share of the width."""

    head: str
    fields: tuple[str, ...]
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLayout:
    """รูปแบบตาราง; ``landscape`` where upright paper would be too narrow."""

    name: str
    columns: tuple[LayoutColumn, ...]
    landscape: bool = True


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
