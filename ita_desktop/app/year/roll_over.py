"""The next year's plan from the last one (ยกยอดปี): measures kept, changed or dropped; results stay where they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from ita_desktop.app.office.workspace import Workspace
from ita_desktop.domain.rules.identity import same_in
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.thai.month import Month
from ita_desktop.domain.thai.writing import arabic_digits, thai_digits
from ita_desktop.domain.values.follow_up import FollowUp
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.office import Office

TO_CHANGE = "to-change"
"""Setting: ids of carried measures that the clerk wants to change."""
_YEAR = re.compile(r"25\d\d|๒๕[๐-๙]{2}")


class Carry(StrEnum):
    """What becomes of a measure in the new year."""

    KEEP = "keep"
    CHANGE = "change"
    DROP = "drop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A measure of the last plan, with what came of it."""

    measure: Measure
    last: FollowUp | None
    """The latest round that says anything."""
    before: Decimal | None
    """Score of its indicator in the year the last plan was made from."""
    now: Decimal | None
    """The same a year later, where it is known already."""

    @property
    def proposed(self) -> Carry:
        """Drop what was cancelled; change what did not lift its score; keep the rest."""
        if self.last is not None and self.last.status is not None and self.last.status.value == "cancelled":
            return Carry.DROP
        fell = self.before is not None and self.now is not None and self.now <= self.before
        return Carry.CHANGE if fell else Carry.KEEP


def last_plan(office: Office, plan_year: int) -> MeasurePlan | None:
    """Return the newest plan before a year that has measures; None if there is none."""
    plans = [plan for plan in office.plans if plan.fiscal_year < plan_year and plan.measures]
    return max(plans, key=lambda plan: plan.fiscal_year, default=None)


def candidates(office: Office, frameworks: Mapping[int, Framework], plan_year: int) -> tuple[Candidate, ...]:
    """List the measures that a new plan may take over."""
    plan = last_plan(office, plan_year)
    if plan is None:
        return ()
    scores = {int(year.fiscal_year): year.scores for year in office.years}
    before, now = scores.get(plan.assessed_year, {}), scores.get(plan_year - 1, {})
    rules = frameworks.get(plan.assessed_year)
    found = []
    for measure in plan.measures:
        ref = _indicator(measure, rules)
        told = [result for result in measure.results if result.status or any(result.details) or result.output]
        last = max(told, key=lambda result: result.round, default=None)
        found.append(Candidate(measure=measure, last=last, before=before.get(ref), now=now.get(ref)))
    return tuple(found)


def roll_over(workspace: Workspace, plan_year: int, choices: Mapping[int, Carry]) -> tuple[int, ...]:
    """Begin the plan of a year with the chosen measures of the last one, by id, as one step; the new ids.

    Results start empty; months and years in the period move on; OIT items are found again by their name.
    """
    year = FiscalYear(plan_year)
    last = last_plan(workspace.office, year)
    added: list[int] = []
    to_change: list[int] = []
    with workspace.step("roll-over"):
        if year.previous in workspace.frameworks:
            workspace.add_year(year.previous)
        prepared_by = last.prepared_by if last else ""
        if all(plan.fiscal_year != year for plan in workspace.office.plans):
            plan = MeasurePlan(fiscal_year=year, assessed_year=year.previous, prepared_by=prepared_by)
            workspace.put_plan(plan)
        for measure in last.measures if last else ():
            choice = choices.get(measure.id or 0, Carry.DROP)
            if last is None or choice is Carry.DROP:
                continue
            new = workspace.add_measure(year, carried(measure, last.fiscal_year, year, workspace.frameworks))
            added.append(new)
            if choice is Carry.CHANGE:
                to_change.append(new)
        if to_change:
            workspace.set_setting(TO_CHANGE, [*(workspace.setting(TO_CHANGE) or ()), *to_change])
    return tuple(added)


def carried(measure: Measure, old: FiscalYear, new: FiscalYear, frameworks: Mapping[int, Framework]) -> Measure:
    """Return the measure as it begins the new year."""
    by = int(new) - int(old)
    return replace(
        measure,
        id=None,
        results=(),
        refs=_refs(measure.refs, frameworks.get(old.previous), frameworks.get(new.previous)),
        oit_refs=_items(measure.oit_refs, frameworks.get(old), frameworks.get(new)),
        period=_YEAR.sub(lambda found: _later(found[0], by), measure.period),
        period_from=_month_later(measure.period_from, by),
        period_to=_month_later(measure.period_to, by),
    )


def _later(year: str, by: int) -> str:
    later = str(int(arabic_digits(year)) + by)
    return later if year.isascii() else thai_digits(later)


def _month_later(month: str, by: int) -> str:
    return Month(month).years_later(by) if Month.is_month(month) else month


def _refs(refs: tuple[str, ...], old: Framework | None, new: Framework | None) -> tuple[str, ...]:
    """Ids of the new year; a question that means something else now becomes its indicator, found by name."""
    if old is None or new is None:
        return refs
    return tuple(dict.fromkeys(_ref(ref, old, new) for ref in refs))


def _ref(ref: str, old: Framework, new: Framework) -> str:
    owner = old.indicator_of(ref)
    if owner is None:
        return ref
    same = same_in(owner.id, old, new) or owner.id
    if ref == owner.id:
        return same
    text = old.name_of(ref)
    return ref if text and text == new.name_of(ref) else same


def _items(refs: tuple[str, ...], old: Framework | None, new: Framework | None) -> tuple[str, ...]:
    """The items of the new year with the same text; one that has no successor is left out."""
    if old is None or new is None:
        return ()
    by_text = {item.text: item.id for item in new.items}
    return tuple(by_text[text] for ref in refs if (text := old.name_of(ref)) in by_text)


def _indicator(measure: Measure, framework: Framework | None) -> str:
    owner = framework.indicator_of(measure.refs[0]) if framework and measure.refs else None
    return owner.id if owner else ""
