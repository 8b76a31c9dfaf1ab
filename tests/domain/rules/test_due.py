"""When a report on a measure is due."""

from dataclasses import replace
from datetime import date

from ita_desktop.domain.rules.due import DueState, dues
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.follow_up import FollowUp, Status
from ita_desktop.domain.values.measure import Measure, MeasurePlan


def states(measure: Measure, today: date) -> list[tuple[int, DueState]]:
    year = FiscalYear(2568)
    plan = MeasurePlan(fiscal_year=year, assessed_year=year.previous, measures=(measure,))
    return [(one.round, one.state) for one in dues(plan, today)]


def test_a_round_is_later_then_due_then_overdue():
    measure = Measure(refs=("1",), follow_up_rounds=(6,))
    assert states(measure, date(2025, 2, 28)) == [(6, DueState.LATER)]
    assert states(measure, date(2025, 3, 1)) == [(6, DueState.DUE)]
    assert states(measure, date(2025, 3, 31)) == [(6, DueState.DUE)]
    assert states(measure, date(2025, 4, 1)) == [(6, DueState.OVERDUE)]


def test_a_written_result_is_reported_and_an_empty_one_is_not():
    late = date(2025, 12, 1)
    for result, state in (
        (FollowUp(round=6), DueState.OVERDUE),
        (FollowUp(round=6, remark="จะส่งภายหลัง"), DueState.OVERDUE),
        (FollowUp(round=6, details=("ประชุม",)), DueState.REPORTED),
        (FollowUp(round=6, status=Status.NOT_STARTED), DueState.REPORTED),
    ):
        assert states(Measure(refs=("1",), follow_up_rounds=(6,), results=(result,)), late) == [(6, state)]


def test_rounds_come_from_plan_and_results_and_a_measure_without_any_has_the_usual_ones():
    both = Measure(refs=("1",), follow_up_rounds=(12, 6), results=(FollowUp(round=3, output="x"),))
    assert [months for months, _ in states(both, date(2025, 1, 1))] == [3, 6, 12]
    bare = Measure(refs=("1",))
    assert states(bare, date(2025, 1, 1)) == [(6, DueState.LATER), (12, DueState.LATER)]
    half = replace(bare, results=(FollowUp(round=6, output="x"),))
    assert [months for months, _ in states(half, date(2025, 1, 1))] == [6, 12]  # the year is still to be reported
