"""Scores are summed in one way: what the program computes is what its check expects, whatever a year asks."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.findings.known import KnownFigures
from ita_desktop.domain.findings.suspects import ScoreSheet, apart, suspects
from ita_desktop.domain.rules import scoring
from ita_desktop.domain.rules.distance import distance_to_next_level
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.domain.values.assessment import Assessment, OfficialResult
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.framework import Framework, Indicator
from ita_desktop.domain.values.measure import MeasurePlan
from ita_desktop.domain.values.ref import OVERALL
from tests.domain.cases import FRAMEWORKS

hundredths = st.integers(0, 10000).map(lambda n: Decimal(n) / 100)


def with_sizes(sizes: tuple[int, ...]) -> Framework:
    """The year with so many indicators in each instrument."""
    framework = FRAMEWORKS[2568]
    codes = [
        code for instrument, size in zip(framework.instruments, sizes, strict=True) for code in [instrument.code] * size
    ]
    indicators = tuple(
        Indicator(id=str(n), name=f"ตัวชี้วัด {n}", name_en="", instrument=code) for n, code in enumerate(codes, start=1)
    )
    return replace(framework, indicators=indicators, items=())


@st.composite
def sheets(draw):
    sizes = draw(st.tuples(st.integers(1, 7), st.integers(1, 7), st.integers(1, 7)))
    scores = {str(n): draw(hundredths) for n in range(1, sum(sizes) + 1)}
    return with_sizes(sizes), Assessment(fiscal_year=FiscalYear(2568), scores=scores)


@given(sheets())
def test_the_check_never_accuses_the_programs_own_figures(drawn):
    framework, assessed = drawn
    overall, means = scoring.overall(assessed, framework), scoring.instrument_scores(assessed, framework)
    sheet = ScoreSheet.of(assessed, framework)
    assert scoring.rounded(overall) == scoring.rounded(sheet.total())
    assert overall == scoring.decimal(sheet.total())
    for code, mean in means.items():
        assert mean == scoring.decimal(sheet.mean(code))
    printed = OfficialResult(
        overall=scoring.rounded(overall), instruments={code: scoring.rounded(mean) for code, mean in means.items()}
    )
    told = ScoreSheet.of(replace(assessed, official=printed), framework)
    assert not apart(told.total(), printed.overall)
    assert not any(apart(told.mean(code), figure) for code, figure in printed.instruments.items())


@given(sheets())
def test_a_total_is_the_weighted_sum_of_exact_means(drawn):
    framework, assessed = drawn
    total = sum(
        Fraction(i.weight) / 100 * scoring.mean(assessed.scores[one.id] for one in framework.indicators_of(i.code))
        for i in framework.instruments
    )
    assert ScoreSheet.of(assessed, framework).total() == total
    assert sum(scoring.point_values(framework).values()) == 1


@given(sheets())
def test_texts_are_compared_with_the_same_figures(drawn):
    framework, assessed = drawn
    facts = YearFacts(
        agency=Agency(type=AgencyType.SUBDISTRICT, name="อบต."),
        plan=MeasurePlan(fiscal_year=FiscalYear(2569), assessed_year=FiscalYear(2568)),
        assessments={2568: assessed},
        frameworks={2568: framework},
    )
    known = KnownFigures.of(facts)
    assert known.score(2568, OVERALL) == scoring.rounded(scoring.overall(assessed, framework))


def test_seven_indicators_in_an_instrument_round_as_they_are():
    """70.895 exactly: a sum of weights cut at 28 digits falls below it."""
    framework = with_sizes((7, 3, 2))
    scores = {str(n): Decimal(70) for n in range(1, 13)}
    scores |= {"1": Decimal("70.13"), "11": Decimal("74.4471428571428571428571428")}
    exact = sum(scoring.point_values(framework)[ref] * Fraction(score) for ref, score in scores.items())
    assessed = Assessment(fiscal_year=FiscalYear(2568), scores=scores)
    assert scoring.overall(assessed, framework) == scoring.decimal(exact)
    value = distance_to_next_level(assessed, framework).point_values["1"]
    assert abs(value * 700 - 30) < Decimal("1e-20")


def test_a_printed_total_is_suspected_only_where_one_key_makes_it_right_to_the_rounding():
    """A hundredth beside what the cells give is no longer right: 80.01 is no candidate where they give 80.00."""
    framework = with_sizes((5, 3, 2))
    assessed = Assessment(
        fiscal_year=FiscalYear(2568),
        scores={str(n): Decimal(80) for n in range(1, 11)},
        official=OfficialResult(overall=Decimal("80.09")),
    )
    found = {one.candidate for one in suspects(ScoreSheet.of(assessed, framework), {}) if one.cell == OVERALL}
    assert found == {Decimal("80.00")}
