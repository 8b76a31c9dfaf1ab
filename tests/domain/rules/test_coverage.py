"""What is weak and has no measure yet."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from ita_desktop.domain.rules.coverage import uncovered
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.measure import Measure, MeasurePlan


@pytest.fixture
def facts(frameworks) -> YearFacts:
    scores = {str(n): Decimal(90) for n in range(1, 11)} | {"8": Decimal(70), "e9": Decimal(60), "2": Decimal(80)}
    year = Assessment(fiscal_year=FiscalYear(2567), scores=scores)
    return YearFacts(
        agency=Agency(type=AgencyType.SUBDISTRICT, name="x"),
        plan=MeasurePlan(fiscal_year=FiscalYear(2568), assessed_year=FiscalYear(2567)),
        signers=(),
        assessments={FiscalYear(2567): year},
        frameworks=dict(frameworks),
        memos=(),
    )


def with_measures(facts: YearFacts, *refs: str) -> YearFacts:
    return replace(facts, plan=replace(facts.plan, measures=tuple(Measure(refs=(ref,)) for ref in refs)))


@pytest.mark.parametrize(
    ("refs", "left"),
    [
        ((), ["e9", "8", "2"]),
        (("2",), ["e9", "8"]),
        (("8",), ["2"]),
        (("e9@EIT2",), ["2"]),
        (("e8",), ["e9", "2"]),
        (("8", "2"), []),
    ],
)
def test_what_no_measure_answers(facts: YearFacts, refs: tuple[str, ...], left: list[str]) -> None:
    assert facts.frameworks[2567].indicator_of("e9").id == "8"
    assert [one.ref for one in uncovered(with_measures(facts, *refs))] == left


def test_nothing_is_uncovered_without_scores(facts: YearFacts) -> None:
    assert uncovered(replace(facts, assessments={})) == ()
