"""Totals, suspects and impossible scores."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ita_desktop.domain.findings import Code
from ita_desktop.domain.findings.lattice import item_counts, reachable
from ita_desktop.domain.findings.suspects import OVERALL, ScoreSheet, Slip, slips, suspects
from tests.bench.findings import measure_slips
from tests.domain.findings.offices import FRAMEWORKS, case, check, small, told, with_official, with_result


def retyped(facts, cell, score):
    assessed = facts.assessed
    return with_result(facts, int(assessed.fiscal_year), scores={**assessed.scores, cell: Decimal(score)})


def test_a_look_alike_digit_is_the_first_suspect():
    facts = retyped(case("004"), "3", "37.78")  # ๙๗.๗๘ typed as ๓๗.๗๘
    (finding,) = told(facts, "total-differs")
    first = finding.values["suspects"][0]
    assert (first.cell, first.candidate, first.slip) == ("3", Decimal("97.78"), Slip.LOOK_ALIKE)
    assert ("year/2567/scores/3", "37.78", "97.78") in [(f.origin, f.old, f.new) for f in finding.fixes]


def test_a_figure_that_the_text_confirms_comes_first():
    facts = retyped(case("003"), "7", "38.31")  # swapped; the analysis says ๘๓.๓๑
    (finding,) = told(facts, "total-differs")
    assert (finding.values["suspects"][0].cell, finding.values["suspects"][0].candidate) == ("7", Decimal("83.31"))


def test_instrument_figures_narrow_the_suspects():
    sound = small()
    wrong = retyped(sound, "6", str(sound.assessed.scores["6"] - 10))
    without = with_official(wrong, 2567, instruments={})
    with_figures = suspects(ScoreSheet.of(wrong.assessed, wrong.framework), {})
    without_figures = suspects(ScoreSheet.of(without.assessed, without.framework), {})
    assert {s.cell for s in with_figures} <= {"6", "7", "8"}
    assert len(with_figures) <= len(without_figures)
    assert told(wrong, "instrument-differs")
    assert not told(wrong, "total-differs")
    assert told(without, "total-differs")


def test_the_printed_total_may_be_mistyped_itself():
    facts = with_official(case("004"), 2567, overall=Decimal("39.71"))
    (finding,) = told(facts, "total-differs")
    assert OVERALL in {s.cell for s in finding.values["suspects"]}
    assert "93.71" in [fix.new for fix in finding.fixes]


@pytest.mark.parametrize(
    ("off", "code"),
    [("0.00", None), ("0.02", Code.TOTAL_NEAR), ("0.04", Code.TOTAL_DIFFERS)],
)
def test_rounding_is_allowed(off, code):
    facts = with_official(small(), 2567, instruments={})
    facts = with_official(facts, 2567, overall=facts.assessed.official.overall + Decimal(off), level="")
    found = [f.code for f in check(facts) if f.code in (Code.TOTAL_NEAR, Code.TOTAL_DIFFERS)]
    assert found == ([code] if code else [])


def test_an_incomplete_sheet_is_not_judged():
    facts = case("004")
    scores = {ref: score for ref, score in facts.assessed.scores.items() if ref != "8"}
    assert not told(with_result(facts, 2567, scores=scores), "total-differs")


def test_every_slip_of_one_key_can_be_undone():
    undone = {f"{value:.2f}" for value, _ in slips(Decimal("83.60"))}
    assert {"93.60", "33.60", "38.60", "83.90", "86.30", "83.06"} <= undone
    assert "83.60" not in undone


@pytest.mark.parametrize("year", [2563, 2564, 2565])
def test_indicator_10_has_seventeen_values(year):
    """Eight items and two, each 0 or 100; printed with two decimals they may be rounded or cut."""
    assert item_counts(FRAMEWORKS[year], "10") == (8, 2)
    values = reachable((8, 2))
    assert {Decimal("12.50"), Decimal("56.25"), Decimal("87.50"), Decimal("93.75")} <= values
    assert len(values) == 17
    assert Decimal("12.40") not in values


def test_values_are_not_judged_where_the_items_are_not_sure():
    assert item_counts(FRAMEWORKS[2567], "10") == ()
    facts = retyped(case("004"), "10", "12.40")
    assert not told(facts, "score-impossible")


def test_official_scores_of_indicator_9_are_reachable():
    values = reachable(item_counts(FRAMEWORKS[2563], "9"))
    assert {Decimal("66.45"), Decimal("53.48")} <= values


def test_slips_are_found_and_their_cell_is_listed():
    """The measured figures, over fewer sheets than the benchmark."""
    total = measure_slips(FRAMEWORKS[2567], instruments=False, sheets=400)
    assert total.found / total.of >= 0.73
    assert total.listed / total.found >= 0.95
    both = measure_slips(FRAMEWORKS[2567], instruments=True, sheets=400)
    assert both.found / both.of >= 0.86
    assert both.listed / both.found >= 0.95


def test_level_that_the_figures_do_not_allow():
    facts = with_official(case("000"), 2563, level="A")
    (finding,) = told(facts, "level-differs")
    assert finding.fixes[0].new == "C"
    assert not told(case("000"), "level-differs")


def test_level_stays_open_while_a_part_is_missing():
    """93.71 is ผ่านดี or ผ่าน, as the two parts of EIT fall; both may stand, ผ่านดีเยี่ยม may not."""
    for level, expected in (("ผ่านดี", 0), ("ผ่าน", 0), ("ผ่านดีเยี่ยม", 1)):
        assert len(told(with_official(case("004"), 2567, level=level), "level-differs")) == expected


def test_total_missing_is_only_advice():
    facts = with_official(replace(small(), memos=()), 2567, overall=None, level="", instruments={})
    (finding,) = told(facts, "no-overall")
    assert finding.severity == "advice"
