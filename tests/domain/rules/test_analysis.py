from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ita_desktop.domain.rules import analysis, scoring
from ita_desktop.domain.rules.analysis import OVERALL, Direction, Reason
from tests.domain.cases import FRAMEWORKS, assessment, case
from tests.domain.rules.test_scoring import hundredths, ten_scores, years

F = FRAMEWORKS


def test_ranking_gives_equal_scores_the_same_rank():
    ranked = analysis.ranking(case("case-004", 2567), F[2567])
    assert [(r.indicator.id, r.rank, r.tied) for r in ranked] == [
        ("9", 1, True),
        ("10", 1, True),
        ("3", 3, False),
        ("6", 4, False),
        ("2", 5, False),
        ("7", 6, False),
        ("4", 7, False),
        ("5", 8, False),
        ("1", 9, False),
        ("8", 10, False),
    ]


def test_ranking_of_the_reconstructed_year_is_the_order_of_its_paper():
    ranked = analysis.ranking(case("case-003", 2563), F[2563])
    assert [r.indicator.id for r in ranked] == ["1", "3", "7", "2", "4", "6", "5", "8", "9", "10"]
    assert [r.rank for r in ranked] == list(range(1, 11))


def test_highest_and_lowest_name_all_equals():
    entered = case("case-004", 2567)
    assert [r.indicator.id for r in analysis.highest(entered, F[2567])] == ["9", "10"]
    assert [r.indicator.id for r in analysis.lowest(entered, F[2567])] == ["8"]
    assert analysis.highest(assessment(2567, {}), F[2567]) == ()
    assert analysis.lowest(assessment(2567, {}), F[2567]) == ()


def test_changes_from_the_year_before():
    found = analysis.changes(case("case-004", 2567), case("case-004", 2566), F[2567], F[2566])
    directions = {ref: change.direction for ref, change in found.items()}
    assert directions == {
        "1": Direction.FELL,
        **dict.fromkeys("2345678", Direction.ROSE),
        "9": Direction.SAME,
        "10": Direction.SAME,
        "IIT": Direction.ROSE,
        "EIT": Direction.ROSE,
        "OIT": Direction.SAME,
        OVERALL: Direction.ROSE,
    }
    assert found["1"].difference == Decimal("-7.26")
    assert found[OVERALL].difference == Decimal("6.31")
    assert [d.thai for d in Direction] == ["เพิ่มขึ้น", "ลดลง", "เท่าเดิม"]


def test_a_missing_figure_has_no_change():
    now, before = assessment(2567, {"1": "80", "2": "70"}), assessment(2566, {"2": "60"})
    assert set(analysis.changes(now, before, F[2567], F[2566])) == {"2"}
    assert analysis.changes(now, None, F[2567]) == {}


def test_parts_are_compared_only_where_both_years_mean_the_same():
    same = assessment(2565, {"9.1": "80", "9.3": "70", "i4": "90", "o13": "100"})
    earlier = assessment(2564, {"9.1": "70", "9.3": "60", "i4": "80", "o13": "0"})
    assert set(analysis.changes(same, earlier, F[2565], F[2564])) == {"9.1", "9.3", "i4", "o13"}
    # 9.3 was budget until FY2565 and is procurement since; i4 and o13 are others in FY2567.
    later = assessment(2567, {"9.1": "80", "9.3": "70", "i4": "90", "o13": "100"})
    assert set(analysis.changes(later, same, F[2567], F[2565])) == {"9.1"}
    assert analysis.changes(later, same, F[2567]) == {}


def test_strengths_and_weaknesses_by_their_rules():
    now, before = case("case-004", 2567), case("case-004", 2566)
    strong = analysis.strengths(now, F[2567], before, F[2566])
    assert [(s.ref, s.reasons) for s in strong] == [
        ("9", (Reason.HIGHEST,)),
        ("10", (Reason.HIGHEST,)),
        *((ref, (Reason.ROSE,)) for ref in "3627458"),
    ]
    weak = analysis.weaknesses(now, F[2567], before, F[2566])
    assert [(w.ref, w.reasons) for w in weak] == [
        ("8", (Reason.BELOW_PASS_MARK,)),
        ("1", (Reason.FELL, Reason.BELOW_PASS_MARK)),
    ]
    assert weak[1].change.difference == Decimal("-7.26")
    assert set(analysis.STRENGTH_RULE) == {r for s in strong for r in s.reasons}


def test_weak_parts_belong_to_their_indicator():
    now = assessment(2567, {"9": "100", "9.3": "75", "i4": "84.99", "e6@EIT2": "85"})
    weak = analysis.weaknesses(now, F[2567])
    assert [(w.ref, w.indicator.id) for w in weak] == [("9.3", "9"), ("i4", "2")]
    assert type(weak[0]) is analysis.Weakness


# One point of an indicator: weight of its instrument by the number of its indicators (30/5, 30/3, 40/2 per cent).
def test_what_one_point_is_worth():
    distance = analysis.distance_to_next_level(case("case-003", 2563), F[2563])
    values = distance.point_values
    assert values == {
        **dict.fromkeys("12345", Decimal("0.06")),
        **dict.fromkeys("678", Decimal("0.1")),
        **dict.fromkeys(("9", "10"), Decimal("0.2")),
    }


def test_distance_by_one_indicator():
    distance = analysis.distance_to_next_level(case("case-000", 2563), F[2563])
    assert (distance.level, distance.next_level, distance.overall_missing) == ("C", "B", Decimal("4.38"))
    assert distance.blocking == ()
    assert [(r.indicator.id, r.by, r.to) for r in distance.alone] == [
        ("9", Decimal("21.90"), Decimal("75.38")),
        ("10", Decimal("21.90"), Decimal("78.15")),
    ]
    assert distance.way == distance.alone[:1]


def test_distance_where_instruments_block():
    distance = analysis.distance_to_next_level(case("case-004", 2566), F[2566])
    assert (distance.level, distance.next_level, distance.overall_missing) == ("ผ่าน", "ผ่านดี", 0)
    assert [(b.code, b.score, b.missing) for b in distance.blocking] == [
        ("IIT", Decimal("78.59"), Decimal("6.41")),
        ("EIT", Decimal("79.41"), Decimal("5.59")),
    ]
    assert distance.alone == ()
    assert [(r.indicator.id, r.to) for r in distance.way] == [
        ("2", Decimal("83.40")),
        ("3", Decimal("83.40")),
        ("4", Decimal("83.40")),
        ("5", Decimal("83.40")),
        ("6", Decimal("85.00")),
        ("7", Decimal("85.00")),
        ("8", Decimal("85.00")),
    ]
    assert distance.not_computable == ("EIT1", "EIT2")


def test_distance_where_several_indicators_are_needed():
    scores = {**{str(n): "60" for n in range(1, 9)}, "9": "90", "10": "90"}
    distance = analysis.distance_to_next_level(assessment(2565, scores), F[2565])
    assert (distance.level, distance.next_level, distance.overall_missing) == ("C", "B", Decimal(3))
    assert [r.indicator.id for r in distance.alone] == ["6", "7", "8"]
    scores = {**{str(n): "60" for n in range(1, 9)}, "9": "99", "10": "99"}
    distance = analysis.distance_to_next_level(assessment(2565, {**scores, "6": "45"}, overall="66"), F[2565])
    assert distance.alone == ()
    assert [(r.indicator.id, r.to) for r in distance.way][-2:] == [("9", Decimal(100)), ("10", Decimal(100))]


def test_a_part_that_is_too_low_is_named_and_not_computed():
    scores = {str(n): "95" for n in range(1, 11)}
    parts = {"EIT1": Decimal("98"), "EIT2": Decimal("80")}
    distance = analysis.distance_to_next_level(assessment(2568, scores, instruments=parts), F[2568])
    assert (distance.level, distance.next_level) == ("ผ่าน", "ผ่านดี")
    assert [(b.code, b.missing) for b in distance.blocking] == [("EIT2", Decimal(5))]
    assert (distance.way, distance.not_computable) == ((), ("EIT2",))


def test_no_distance_from_the_top_or_without_scores():
    full = assessment(2565, {str(n): "100" for n in range(1, 11)})
    assert analysis.distance_to_next_level(full, F[2565]) is None
    assert analysis.distance_to_next_level(assessment(2565, {"1": "3"}, overall="60"), F[2565]) is None


def raised(entered, way):
    scores = dict(entered.scores) | {r.indicator.id: r.to for r in way}
    return assessment(entered.fiscal_year, scores)


@given(years, ten_scores)
def test_the_way_reaches_the_next_level(year, scores):
    entered, framework = assessment(year, scores), F[year]
    distance = analysis.distance_to_next_level(entered, framework)
    codes = [band.code for band in framework.levels.bands]
    if distance is None:
        assert scoring.level(entered, framework).code == codes[0]
        return
    for way in (distance.way, *((one,) for one in distance.alone)):
        assert way
        assert all(r.score < r.to <= 100 for r in way)
        after = scoring.level(raised(entered, way), framework)
        assert codes.index(after.code) <= codes.index(distance.next_level)


@given(years, ten_scores, st.sampled_from([str(n) for n in range(1, 11)]), hundredths)
def test_no_other_single_raise_is_shorter(year, scores, ref, to):
    entered, framework = assessment(year, scores), F[year]
    distance = analysis.distance_to_next_level(entered, framework)
    assume(distance is not None and to > scores[ref])
    codes = [band.code for band in framework.levels.bands]
    after = scoring.level(assessment(year, scores | {ref: to}), framework)
    if codes.index(after.code) <= codes.index(distance.next_level):
        # A hundredth of the overall score is what rounding can give for free: up to 1/0.06 hundredths of an indicator.
        slack = Decimal("0.01") / distance.point_values[ref]
        assert sum(r.by for r in distance.way) <= to - scores[ref] + slack


@given(years, ten_scores)
def test_ranks_follow_scores(year, scores):
    ranked = analysis.ranking(assessment(year, scores), F[year])
    assert len(ranked) == 10
    for one, other in pairwise(ranked):
        assert one.score >= other.score
        assert (one.rank == other.rank) == (one.score == other.score)
        if one.score == other.score:
            assert one.tied
            assert int(one.indicator.id) < int(other.indicator.id)
    assert all(r.rank == 1 + sum(o.score > r.score for o in ranked) for r in ranked)


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_its_thai(reason):
    assert reason.thai


def test_the_official_level_is_where_the_way_begins():
    entered = assessment(2567, {str(n): "90" for n in range(1, 11)}, overall="90", level="ผ่าน")
    distance = analysis.distance_to_next_level(entered, F[2567])
    assert (distance.level, distance.next_level) == ("ผ่าน", "ผ่านดี")
    assert (distance.blocking, distance.way, distance.not_computable) == ((), (), ("EIT1", "EIT2"))


def test_digits_left_over_by_a_division_ask_for_no_further_hundredth():
    scores = ("87.62", "63.94", "94.31", "75.53", "98.18", "82.43", "74.08", "97.45", "96.14", "94.31")
    entered = assessment(2568, {str(n): score for n, score in enumerate(scores, start=1)})
    way = analysis.distance_to_next_level(entered, F[2568]).way
    assert [(r.indicator.id, r.to) for r in way] == [("2", Decimal("69.36")), ("7", Decimal("75.12"))]


def test_an_instrument_that_rounds_to_the_mark_does_not_block():
    scores = {**{str(n): "85" for n in range(1, 5)}, "5": "84.98", "6": "80", **{str(n): "95" for n in range(7, 11)}}
    entered = assessment(2568, scores, instruments={"EIT1": Decimal(84), "EIT2": Decimal(95)})
    distance = analysis.distance_to_next_level(entered, F[2568])
    assert scoring.instrument_scores(entered, F[2568])["IIT"] == Decimal("84.996")
    assert [b.code for b in distance.blocking] == ["EIT1"]


@pytest.mark.parametrize("official", [{"overall": "10"}, {"overall": "86", "instruments": {"OIT": Decimal(20)}}])
def test_no_way_is_claimed_where_the_official_figures_are_out_of_reach(official):
    entered = assessment(2568, {str(n): "99" for n in range(1, 11)}, **official)
    distance = analysis.distance_to_next_level(entered, F[2568])
    assert (distance.alone, distance.way) == ((), ())
