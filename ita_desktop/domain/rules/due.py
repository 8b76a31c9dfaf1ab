"""What is to be reported when (กำหนดรายงานผลตามรอบ)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ita_desktop.domain.values.follow_up import FollowUp
from ita_desktop.domain.values.measure import Measure, MeasurePlan

USUAL_ROUNDS = (6, 12)
"""The rounds of a measure that names none, as the way through the year and the slips of the units have them."""
AHEAD = timedelta(days=30)
"""How long before the end of a round its report is due."""


class DueState(StrEnum):
    """สถานะการรายงาน."""

    OVERDUE = "overdue"
    """The round is over and nothing is reported."""
    DUE = "due"
    """The round ends within a month."""
    LATER = "later"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One measure in one round."""

    measure: Measure
    round: int
    end: date
    """Last day of the round."""
    state: DueState
    result: FollowUp | None
    """What was reported, or was begun."""


def dues(plan: MeasurePlan, today: date) -> tuple[Due, ...]:
    """Return every round of every measure, in the order of the plan."""
    return tuple(_due(plan, measure, months, today) for measure in plan.measures for months in rounds_of(measure))


def rounds_of(measure: Measure) -> tuple[int, ...]:
    """Return the rounds that the measure names, else the usual ones, and those it was reported for."""
    named = measure.follow_up_rounds or USUAL_ROUNDS
    return tuple(sorted({*named, *(result.round for result in measure.results)}))


def is_reported(result: FollowUp) -> bool:
    """Return True if it is written what was done, or how far it is."""
    return bool(result.status or any(line.strip() for line in (*result.details, result.output, result.outcome)))


def _due(plan: MeasurePlan, measure: Measure, months: int, today: date) -> Due:
    result = next((one for one in measure.results if one.round == months), None)
    end = plan.fiscal_year.round_end(months)
    if result is not None and is_reported(result):
        state = DueState.REPORTED
    elif today > end:
        state = DueState.OVERDUE
    else:
        state = DueState.DUE if today >= end - AHEAD else DueState.LATER
    return Due(measure=measure, round=months, end=end, state=state, result=result)
