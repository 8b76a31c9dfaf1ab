"""A year that inserts an indicator as number 6, has seven in an instrument, and asks EIT without parts."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ita_desktop.domain.findings import Code
from ita_desktop.domain.findings.known import KnownFigures
from ita_desktop.domain.rules import analysis, scoring
from ita_desktop.domain.rules.identity import gone, same_in, scores_by_id_of
from ita_desktop.domain.texts import narrative
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.domain.values.assessment import Assessment, OfficialResult
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.framework import Indicator, draft_after
from ita_desktop.domain.values.measure import MeasurePlan
from ita_desktop.domain.values.ref import OVERALL
from tests.domain.cases import FRAMEWORKS
from tests.domain.findings.offices import check

OLD = FRAMEWORKS[2570]
GIFTS = Indicator(id="6", name="การรับของขวัญและประโยชน์อื่น", name_en="Gifts", instrument="IIT")


def moved(indicator: Indicator) -> Indicator:
    """The indicator with the number after."""
    number = str(int(indicator.id) + 1)
    subs = tuple(replace(sub, id=f"{number}.{sub.id.partition('.')[2]}") for sub in indicator.sub_indicators)
    return replace(indicator, id=number, sub_indicators=subs)


def eleven(before):
    """The year after: the gifts are number 6, the rest moves down; EIT has no parts; nothing else changed."""
    draft = draft_after(before)
    indicators = (*before.indicators[:5], GIFTS, *(moved(one) for one in before.indicators[5:]))
    instruments = tuple(replace(one, parts=()) for one in draft.instruments)
    return replace(draft, indicators=indicators, instruments=instruments, items=())


NEW = eleven(OLD)
SCORES = {str(n): Decimal(60 + 3 * n) for n in range(1, 11)}
SAME = {**{str(n): SCORES[str(n)] for n in range(1, 6)}, "6": Decimal(99)}
SAME |= {str(n + 1): SCORES[str(n)] for n in range(6, 11)}
BEFORE = Assessment(fiscal_year=FiscalYear(2570), scores=SCORES)
NOW = Assessment(fiscal_year=FiscalYear(2571), scores=SAME)


def facts(now: Assessment = NOW, before: Assessment = BEFORE, framework=NEW) -> YearFacts:
    return YearFacts(
        agency=Agency(type=AgencyType.SUBDISTRICT, name="องค์การบริหารส่วนตำบลหนองใส"),
        plan=MeasurePlan(fiscal_year=FiscalYear(2572), assessed_year=FiscalYear(2571)),
        assessments={2570: before, 2571: now},
        frameworks={2570: OLD, 2571: framework},
    )


def test_results_that_did_not_change_are_told_as_such() -> None:
    changes = analysis.changes(NOW, BEFORE, NEW, OLD)
    indicators = {ref: change for ref, change in changes.items() if ref.isdigit()}
    assert set(indicators) == {str(n) for n in range(1, 12)} - {"6"}
    assert {change.difference for change in indicators.values()} == {Decimal(0)}


def test_no_strength_and_no_weakness_is_made_of_a_number() -> None:
    strong = analysis.strengths(NOW, NEW, BEFORE, OLD)
    weak = analysis.weaknesses(NOW, NEW, BEFORE, OLD)
    assert [(one.ref, one.reasons) for one in strong] == [("6", (analysis.Reason.HIGHEST,))]
    assert {reason for one in weak for reason in one.reasons} == {analysis.Reason.BELOW_PASS_MARK}


def test_the_new_one_has_no_before_and_the_others_have_theirs() -> None:
    texts = {one.id: narrative.proposed(one, facts()) for one in NEW.indicators}
    assert "จากปี" not in texts["6"]
    assert "เท่ากับปี" not in texts["6"]
    assert all("เท่ากับปี" in text for ref, text in texts.items() if ref != "6")
    assert all("เพิ่มขึ้น" not in text and "ลดลง" not in text for text in texts.values())


def test_the_check_agrees_with_what_the_program_proposes() -> None:
    own = {one.id: narrative.proposed(one, facts()) for one in NEW.indicators}
    older = {one.id: f"{one.name} ได้คะแนน {SCORES[one.id]:.2f} คะแนน" for one in OLD.indicators}
    written = facts(replace(NOW, narratives=own), replace(BEFORE, narratives=older))
    wrong = {Code.SCORE_IN_TEXT, Code.CHANGE_IN_TEXT, Code.RANK_IN_TEXT, Code.EXTREME_IN_TEXT, Code.SCORE_UNKNOWN}
    assert [one for one in check(written) if one.code in wrong] == []


def test_a_wrong_figure_of_a_moved_indicator_is_still_found() -> None:
    own = {"7": f"{NEW.indicator('7').name} ได้คะแนน 12.34 คะแนน"}
    found = [one for one in check(facts(replace(NOW, narratives=own))) if one.code is Code.SCORE_IN_TEXT]
    assert [(one.values["ref"], one.values["score"]) for one in found] == [("7", SCORES["6"])]


def test_figures_of_before_stand_under_the_number_of_now() -> None:
    known = KnownFigures.of(facts())
    assert known.score(2570, "7") == SCORES["6"]
    assert known.score(2570, "6") is None
    assert (known.id_now(2570, "6"), known.id_now(2571, "6")) == ("7", "6")


def test_an_instrument_of_six_and_no_parts_of_eit_are_counted_as_they_are() -> None:
    assert scoring.missing_indicators(NOW, NEW) == ()
    mean = scoring.instrument_scores(NOW, NEW)["IIT"]
    assert mean == scoring.decimal(scoring.mean(SAME[str(n)] for n in range(1, 7)))
    assert analysis.changes(NOW, BEFORE, NEW, OLD)[OVERALL].now == scoring.rounded(scoring.overall(NOW, NEW))


def test_the_sentence_counts_the_indicators() -> None:
    total = scoring.rounded(scoring.overall(NOW, NEW)) + 5
    wrong = facts(replace(NOW, official=OfficialResult(overall=total)))
    (found,) = [one for one in check(wrong) if one.code is Code.TOTAL_DIFFERS]
    assert found.values["indicators"] == 11


def test_what_a_year_does_not_ask_any_more_is_gone() -> None:
    assert gone(NEW, OLD) == ()
    assert gone(OLD, NEW) == ("6",)
    assert scores_by_id_of(OLD, NOW, NEW) == SCORES


def test_a_stated_number_beats_names() -> None:
    renamed = replace(NEW.indicators[0], name="ชื่อใหม่ทั้งหมด", aliases=())
    without = replace(NEW, indicators=(renamed, *NEW.indicators[1:]))
    stated = replace(NEW, indicators=(replace(renamed, was="2570:1"), *NEW.indicators[1:]))
    assert same_in("1", without, OLD) is None
    assert (same_in("1", stated, OLD), same_in("1", OLD, stated)) == ("1", "1")
    assert same_in("2", stated, OLD) == "2"


def test_parts_go_with_their_indicator() -> None:
    old = FRAMEWORKS[2568]
    new, home = eleven(old), next(one for one in old.indicators if len(one.sub_indicators) > 1)
    after = new.indicator(same_in(home.id, old, new))
    assert [same_in(sub.id, old, new) for sub in home.sub_indicators] == [sub.id for sub in after.sub_indicators]
    assert after.id == str(int(home.id) + 1)
    assert same_in("i4", FRAMEWORKS[2567], FRAMEWORKS[2565]) is None


@pytest.mark.parametrize("year", sorted(set(FRAMEWORKS) - {min(FRAMEWORKS)}))
def test_the_years_that_are_known_ask_the_same_indicators_under_the_same_numbers(year: int) -> None:
    now, before = FRAMEWORKS[year], FRAMEWORKS[year - 1]
    assert {one.id: same_in(one.id, now, before) for one in now.indicators} == {
        one.id: one.id for one in now.indicators
    }
