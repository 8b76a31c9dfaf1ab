"""One year's result of an office (ผลการประเมิน)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ita_desktop.domain.thai.fiscal_year import FiscalYear

Score = Decimal
"""คะแนน: 0 to 100 with at most two decimals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialResult:
    """What ITAS printed (ผลทางการ). It is never computed and never overwritten."""

    overall: Score | None = None
    level: str = ""
    instruments: Mapping[str, Score] = field(default_factory=dict)
    """Keys ``IIT``, ``EIT``, ``EIT1``, ``EIT2``, ``OIT``."""
    rank_in_type: int | None = None
    announced: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """ผลการประเมินของปีงบประมาณหนึ่ง."""

    fiscal_year: FiscalYear
    official: OfficialResult = field(default_factory=OfficialResult)
    scores: Mapping[str, Score] = field(default_factory=dict)
    """By indicator ``"1"``, sub-indicator ``"9.3"``, question ``"i4"`` or ``"e6@EIT2"``, item ``"o13"``; in order."""
    narratives: Mapping[str, str] = field(default_factory=dict)
    """บทวิเคราะห์ by indicator, as the office wrote it."""
    weak_indicators: tuple[str, ...] = ()
    """Indicators the office itself names as weak, where it gives no scores."""
