"""Turns of official Thai that every proposed text uses (ถ้อยคำราชการ).

Digits stay Arabic here: a proposed text becomes the office's own, and printing makes Thai digits of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ita_desktop.domain.thai.writing import score_text
from ita_desktop.domain.values.assessment import Score
from ita_desktop.domain.values.framework import Indicator

NACC = "สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ (สำนักงาน ป.ป.ช.)"
NACC_SHORT = "สำนักงาน ป.ป.ช."
ITA_ENGLISH = "(Integrity and Transparency Assessment : ITA)"
_ASSESSMENT = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"
ITA = f"{_ASSESSMENT} {ITA_ENGLISH}"
ITA_SHORT = f"{_ASSESSMENT} (ITA)"
PROMOTING_MEASURES = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"


def of_year(year: int) -> str:
    """Write ประจำปีงบประมาณ พ.ศ. 2567."""
    return f"ประจำปีงบประมาณ พ.ศ. {int(year)}"


def in_year(year: int) -> str:
    """Write ปีงบประมาณ พ.ศ. 2567."""
    return f"ปีงบประมาณ พ.ศ. {int(year)}"


def points(score: Score) -> str:
    """Write 93.70 คะแนน."""
    return f"{score_text(score)} คะแนน"


def mark(limit: Decimal) -> str:
    """Write 85 คะแนน: a limit without the decimals it does not have."""
    return f"{limit.normalize():f} คะแนน"


def named(indicator: Indicator) -> str:
    """Write ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน."""
    return f"ตัวชี้วัดที่ {indicator.id} {indicator.name}"


def listed(things: Sequence[str]) -> str:
    """Join words: two with และ, several with และ before the last; only Thai is glued to it."""
    if len(things) < 2:
        return "".join(things)
    joint = "และ " if things[-1][:1].isascii() else "และ"
    return f"{' '.join(things[:-1])} {joint}{things[-1]}"
