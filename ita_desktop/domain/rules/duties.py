"""Under which OIT item a year's papers are published (ข้อ OIT ที่ต้องเผยแพร่): the item may be of the year after."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.framework import Framework, ReportingDuty
from ita_desktop.domain.values.measure import Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedItem:
    """ข้อ OIT ของปีที่ประเมิน, with what it demands."""

    fiscal_year: FiscalYear
    """The year that assesses it; results of FY2567 are an item of FY2568."""
    number: str
    """``o27``; empty if the year's item list is not known yet."""
    name: str
    criteria: tuple[str, ...]


def measure_item(frameworks: Mapping[int, Framework], plan_year: int) -> PublishedItem | None:
    """Return the item under which the plan's measures are published; None if no known year asks for them."""
    return _asked(
        frameworks,
        plan_year,
        lambda duty: duty.measures_for,
        lambda duty: (duty.measure_item, duty.measure_item_name, duty.measure_criteria),
    )


def result_item(frameworks: Mapping[int, Framework], plan_year: int) -> PublishedItem | None:
    """Return the item under which the report on the plan's results is published; None if no known year has it."""
    return _asked(
        frameworks,
        plan_year,
        lambda duty: duty.result_reports_on,
        lambda duty: (duty.result_item, duty.result_item_name, duty.result_criteria),
    )


def _asked(
    frameworks: Mapping[int, Framework],
    plan_year: int,
    is_for: Callable[[ReportingDuty], int | None],
    item: Callable[[ReportingDuty], tuple[str, str, tuple[str, ...]]],
) -> PublishedItem | None:
    """Return the first named item, of the plan year or a later one, that is for the plan year."""
    for framework in _from(plan_year, frameworks):
        number, name, criteria = item(framework.duty)
        if is_for(framework.duty) == plan_year and name:
            return PublishedItem(fiscal_year=framework.fiscal_year, number=number, name=name, criteria=criteria)
    return None


def _from(year: int, frameworks: Mapping[int, Framework]) -> tuple[Framework, ...]:
    """Yield the year's own rules first, then those of later years."""
    return tuple(frameworks[known] for known in sorted(frameworks) if known >= year)


def risk_item(frameworks: Mapping[int, Framework], plan_year: int) -> PublishedItem | None:
    """Return the plan year's item on the handling of corruption risks; None if its items are not known."""
    framework = frameworks.get(plan_year)
    for item in framework.items if framework else ():
        if "จัดการความเสี่ยง" in item.text:
            return PublishedItem(fiscal_year=FiscalYear(plan_year), number=item.id, name=item.text, criteria=())
    return None


class Element(StrEnum):
    """องค์ประกอบ that an item demands and that the records can show."""

    ANALYSIS = "analysis"
    WEAKNESSES = "weaknesses"
    MEASURES = "measures"
    OWNERS = "owners"
    STEPS = "steps"
    FOLLOW_UP = "follow_up"
    RESULTS = "results"
    OUTCOMES = "outcomes"

    @property
    def thai(self) -> str:
        return _ELEMENTS[self][0]


_ELEMENTS = {
    Element.ANALYSIS: ("ผลการประเมินของปีที่นำมาวิเคราะห์", ("วิเคราะห์ผลการประเมิน",)),
    Element.WEAKNESSES: ("ประเด็นที่ต้องแก้ไขหรือพัฒนา", ("จุดอ่อน", "ข้อบกพร่อง", "ต้องพัฒนา")),
    Element.MEASURES: ("มาตรการ", ("กำหนดมาตรการ",)),
    Element.OWNERS: ("ผู้รับผิดชอบ", ("ผู้รับผิดชอบ",)),
    Element.STEPS: ("ขั้นตอนหรือวิธีการปฏิบัติ", ("ขั้นตอน", "วิธีการปฏิบัติ")),
    Element.FOLLOW_UP: ("แนวทางการกำกับติดตาม", ("กำกับติดตาม",)),
    Element.RESULTS: ("ผลการดำเนินการตามมาตรการ", ("ผลการดำเนินการ", "ไปสู่การปฏิบัติและผล", "ไปสู่การปฏิบัติอย่าง")),
    Element.OUTCOMES: ("ผลที่เกิดขึ้น (ผลผลิตหรือผลลัพธ์)", ("ผลที่เกิดขึ้น",)),
}
"""Name, and the words of a criterion by which it is known to ask for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An element and the measures, counted from 1, that do not show it yet; ``absent`` where nothing shows it."""

    element: Element
    absent: bool
    measures: tuple[int, ...] = ()

    @property
    def whole(self) -> bool:
        return not self.absent and not self.measures


def demanded(criterion: str) -> tuple[Element, ...]:
    """Return what the criterion requires, as far as the records show it; empty if only a person can judge."""
    return tuple(element for element, (_, words) in _ELEMENTS.items() if any(word in criterion for word in words))


def shown(element: Element, facts: YearFacts) -> Shown:
    """Return whether the year's records show the element, and which measures do not."""
    if element is Element.ANALYSIS:
        return Shown(element=element, absent=facts.assessed is None or not facts.assessed.scores)
    measures = facts.plan.measures
    without = tuple(n for n, measure in enumerate(measures, start=1) if not _shows(element, measure))
    return Shown(element=element, absent=len(without) == len(measures), measures=without)


def _shows(element: Element, measure: Measure) -> bool:
    match element:
        case Element.WEAKNESSES:
            return bool(measure.issue or measure.sub_issues)
        case Element.MEASURES:
            return bool(measure.measures or measure.guidelines)
        case Element.OWNERS:
            return bool(measure.responsible)
        case Element.STEPS:
            return bool(measure.steps or measure.operation or measure.guidelines)
        case Element.FOLLOW_UP:
            return bool(measure.follow_up or measure.follow_up_rounds)
        case Element.RESULTS:
            return any(result.details for result in measure.results)
        case Element.OUTCOMES:
            return any(result.output or result.outcome for result in measure.results)
        case Element.ANALYSIS:
            return True  # of the year, not of a measure
    assert_never(element)
