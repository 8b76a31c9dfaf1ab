"""The way through the year: a round is done when every measure that has it is reported."""

from __future__ import annotations

from ita_desktop.app.year.path import reported
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.follow_up import FollowUp
from ita_desktop.domain.values.measure import Measure, MeasurePlan


def plan(*measures: Measure) -> MeasurePlan:
    return MeasurePlan(fiscal_year=FiscalYear(2568), assessed_year=FiscalYear(2567), measures=measures)


def test_a_measure_without_the_round_holds_nothing_back() -> None:
    half = FollowUp(round=6, output="ประชุมแล้ว")
    usual = Measure(refs=("1",), results=(half,))
    year_only = Measure(refs=("2",), follow_up_rounds=(12,))
    assert reported(plan(usual, year_only), 6)
    assert not reported(plan(usual, year_only), 12)


def test_a_measure_that_names_no_round_is_asked_for_both() -> None:
    bare = Measure(refs=("1",))
    assert not reported(plan(bare), 6)
    assert not reported(plan(bare), 12)
    assert not reported(plan(), 6)
