"""Measures and the plan that holds them (มาตรการ, แผน)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.follow_up import FollowUp
from ita_desktop.domain.values.risk import Risk


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """มาตรการ: what the office will do about one indicator, sub-indicator or question."""

    refs: tuple[str, ...]
    """Ids the measure answers: ``("1",)``, ``("9.3",)``, ``("e4", "e5")``."""
    instrument_part: str = ""
    """``EIT1`` or ``EIT2`` where the question belongs to one part only."""
    issue: str = ""
    """ประเด็นที่ต้องพัฒนา"""
    sub_issues: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    """มาตรการ/แนวทาง"""
    guidelines: tuple[str, ...] = ()
    """แนวทางการปฏิบัติ"""
    steps: tuple[str, ...] = ()
    """ขั้นตอน/วิธีการดำเนินการ"""
    operation: tuple[str, ...] = ()
    """การดำเนินการ/รายงาน"""
    responsible: tuple[str, ...] = ()
    """ผู้รับผิดชอบ: units, or a group such as ทุกกอง/ทุกส่วนงาน"""
    period: str = ""
    """ระยะเวลาดำเนินการ as the office writes it"""
    period_from: str = ""
    """``YYYY-MM``, Gregorian"""
    period_to: str = ""
    follow_up: tuple[str, ...] = ()
    """การติดตามผล"""
    follow_up_rounds: tuple[int, ...] = ()
    oit_refs: tuple[str, ...] = ()
    """OIT items cited, e.g. ``o10``"""
    results: tuple[FollowUp, ...] = ()
    id: int | None = None
    """Where the store keeps it; None before it is stored. Not part of the exchange format."""
    identity: str = field(default="", compare=False)
    """Given when it is first stored and kept in every copy, slip and backup; empty before."""

    def works_in(self, month: str) -> bool:
        """Return True if the months of the period (``YYYY-MM``) hold this one."""
        first, last = self.period_from or self.period_to, self.period_to or self.period_from
        return bool(first) and first <= month <= last


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurePlan:
    """แผนมาตรการประจำปีงบประมาณ, made from the result of ``assessed_year``."""

    fiscal_year: FiscalYear
    assessed_year: FiscalYear
    measures: tuple[Measure, ...] = ()
    risks: tuple[Risk, ...] = ()
    meeting: str = ""
    report_date: date | None = None
    prepared_by: str = ""
    """Id of the signer who prepared the reports (ผู้จัดทำ)."""
