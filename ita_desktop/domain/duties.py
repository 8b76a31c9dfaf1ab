"""Under which OIT item a year's papers are published (ข้อ OIT ที่ต้องเผยแพร่): the item may be of the year after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedItem:
    """ข้อ OIT ของปีที่ประเมิน, with what it demands."""

    fiscal_year: FiscalYear
    """The year that assesses it; results of FY2567 are an item of FY2568."""
    number: str
    """``o27``; empty where the year's item list is not known yet."""
    name: str
    criteria: tuple[str, ...]


def measure_item(frameworks: Mapping[int, Framework], plan_year: int) -> PublishedItem | None:
    """The item under which the plan's measures are published; None where no known year asks for them."""
    for framework in _from(plan_year, frameworks):
        duty = framework.duty
        if duty.measures_for == plan_year and duty.measure_item_name:
            return PublishedItem(
                fiscal_year=framework.fiscal_year,
                number=duty.measure_item,
                name=duty.measure_item_name,
                criteria=duty.measure_criteria,
            )
    return None


def result_item(frameworks: Mapping[int, Framework], plan_year: int) -> PublishedItem | None:
    """The item under which the report on the plan's results is published; None where no known year asks for it."""
    for framework in _from(plan_year, frameworks):
        duty = framework.duty
        if duty.result_reports_on == plan_year and duty.result_item_name:
            return PublishedItem(
                fiscal_year=framework.fiscal_year,
                number=duty.result_item,
                name=duty.result_item_name,
                criteria=duty.result_criteria,
            )
    return None


def _from(year: int, frameworks: Mapping[int, Framework]) -> tuple[Framework, ...]:
    """The year's own rules first, then those of later years."""
    return tuple(frameworks[known] for known in sorted(frameworks) if known >= year)
