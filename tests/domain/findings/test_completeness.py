"""What is missing, and papers dated before what they report."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from ita_desktop.domain.findings import Severity
from ita_desktop.domain.values.follow_up import Evidence, FollowUp, Status
from tests.domain.findings.offices import case, small, told, with_measure, with_memo, with_paragraph, with_result


def with_follow_up(facts, at, **changes):
    result = replace(facts.plan.measures[at].results[0], **changes)
    return with_measure(facts, at, results=(result,))


def test_some_indicators_without_analysis():
    facts = small()
    narratives = {ref: text for ref, text in facts.assessed.narratives.items() if ref not in ("4", "7")}
    (finding,) = told(with_result(facts, 2567, narratives=narratives), "no-analysis")
    assert (finding.severity, finding.values["indicators"]) == (Severity.LOOK, ("4", "7"))


def test_no_analysis_at_all_is_only_advice():
    (finding,) = told(with_result(small(), 2567, narratives={}), "no-analysis")
    assert finding.severity is Severity.ADVICE


def test_weak_indicator_without_measure():
    facts = case("004")
    measures = tuple(m for m in facts.plan.measures if not {"e7", "e8", "e9"} & set(m.refs))
    facts = replace(facts, plan=replace(facts.plan, measures=measures))
    (finding,) = told(facts, "weak-without-measure")
    assert finding.values["indicators"] == ("8",)


def test_indicators_the_office_names_weak_need_a_measure_too():
    facts = case("002")
    assert not told(facts, "weak-without-measure")
    (finding,) = told(with_result(facts, 2562, weak_indicators=("3", "5")), "weak-without-measure")
    assert finding.values["indicators"] == ("5",)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"responsible": ()}, "no-owner"),
        ({"responsible": (" ",)}, "no-owner"),
        ({"steps": ()}, "no-steps"),
        ({"period": "", "period_from": "", "period_to": ""}, "no-period"),
        ({"follow_up": (), "follow_up_rounds": (), "results": (), "steps": ("จัดประชุม",)}, "no-follow-up"),
    ],
)
def test_what_a_measure_lacks(changes, code):
    facts = small()
    (finding,) = told(with_measure(facts, 2, **changes), code)
    assert finding.origin.startswith("plan/2568/measure/3/")
    for at in range(len(facts.plan.measures)):
        facts = with_measure(facts, at, **changes)
    (finding,) = told(facts, code)
    assert finding.origin == "plan/2568"
    assert finding.values["count"] == len(facts.plan.measures)


def test_a_plan_with_fewer_columns_is_no_fault():
    """Where an office's form has one column for steps and operation, the steps are there."""
    facts = with_measure(small(), 0, steps=(), operation=("จัดประชุมและรายงานผล",))
    assert not told(facts, "no-steps")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"outcome": "", "status": Status.DONE}, "no-outcome"),
        ({"outcome": "ประชุม ๑ ครั้ง"}, "outcome-is-output"),
        ({"outcome": "รายงานผล รอบ ๖ เดือน รอบ ๑๒ เดือน"}, "outcome-is-rounds"),
        ({"evidence": (Evidence(title="ภาพถ่าย"),)}, "evidence-no-date"),
        ({"evidence": (Evidence(title="ภาพถ่าย", date=date(2019, 5, 1)),)}, "evidence-date"),
    ],
)
def test_what_a_result_lacks(changes, code):
    assert len(told(with_follow_up(small(), 1, **changes), code)) == 1


@pytest.mark.parametrize(
    "outcome",
    ["บุคลากรปฏิบัติงานถูกต้องขึ้นในรอบ ๖ เดือน", "รายงานครบทั้งรอบ ๖ เดือน และรอบ ๑๒ เดือน ทำให้ข้อร้องเรียนลดลง", "ร้อยละ ๙๐ พึงพอใจ"],
)
def test_outcomes_that_mention_a_round_are_outcomes(outcome):
    assert not told(with_follow_up(small(), 1, outcome=outcome), "outcome-is-rounds")


def test_measure_without_the_result_others_have():
    (finding,) = told(with_measure(small(), 4, results=()), "no-result")
    assert finding.origin == "plan/2568/measure/5/results/6"


def test_unit_in_two_spellings():
    facts = with_measure(small(), 0, responsible=("สำนักงานปลัดฯ",))
    (finding,) = told(facts, "two-spellings")
    assert set(finding.values["names"]) == {"สำนักปลัด", "สำนักงานปลัดฯ"}


def test_enclosures_that_are_not_listed():
    facts = with_paragraph(small(), "รายละเอียดตามสิ่งที่ส่งมาด้วย ๓")
    (finding,) = told(facts, "enclosures")
    assert (finding.severity, finding.values["spoken"], finding.values["listed"]) == (Severity.WRONG, 3, 1)


# dates


def test_memo_that_speaks_of_a_later_day_as_past():
    facts = with_memo(small(), date=date(2024, 12, 2))
    for text, expected in (
        ("ประชุมคณะกรรมการเมื่อวันที่ ๑๐ ธันวาคม ๒๕๖๗", 1),
        ("คำสั่งที่ ๑๒/๒๕๖๗ ลงวันที่ ๑๐ ธันวาคม ๒๕๖๗", 1),
        ("ประชุมคณะกรรมการเมื่อวันที่ ๑๐ พฤศจิกายน ๒๕๖๗", 0),
        ("ให้รายงานผลภายในวันที่ ๑๐ เมษายน ๒๕๖๘", 0),
        ("กำหนดจัดประชุมในวันที่ ๑๐ มกราคม ๒๕๖๘", 0),
    ):
        assert len(told(with_paragraph(facts, text), "memo-before-result")) == expected, text


def report_memo(facts, day, months="๖"):
    subject = f"รายงานผลการดำเนินการตามมาตรการ รอบ {months} เดือน ประจำปีงบประมาณ พ.ศ. ๒๕๖๘"
    return replace(facts.memos[0], id=f"r{months}", subject=subject, date=day, sections=(), enclosures=())


def test_report_of_a_round_before_evidence_of_it():
    facts = small()
    end = facts.fiscal_year.round_end(6)
    facts = replace(facts, memos=(report_memo(facts, end + timedelta(days=5)),))
    assert not told(facts, "memo-before-result")
    late = (Evidence(title="คำสั่ง", date=end + timedelta(days=20)),)
    (finding,) = told(with_follow_up(facts, 0, evidence=late), "memo-before-result")
    assert finding.values["where"].startswith("plan/2568/measure/1/results/6")


def test_report_of_six_months_does_not_answer_for_the_twelve_months_after():
    facts = small()
    end = facts.fiscal_year.round_end(12)
    later = FollowUp(round=12, outcome="ดีขึ้น", output="รายงาน", evidence=(Evidence(title="ภาพ", date=end),))
    measure = facts.plan.measures[0]
    facts = with_measure(facts, 0, results=(*measure.results, later))
    six = report_memo(facts, facts.fiscal_year.round_end(6) + timedelta(days=5))
    twelve = report_memo(facts, end + timedelta(days=10), "๑๒")
    facts = replace(facts, memos=(six, twelve))
    assert not told(facts, "memo-before-result")
    early = report_memo(facts, end - timedelta(days=2), "๑๒")
    assert told(replace(facts, memos=(six, early)), "memo-before-result")
    assert told(replace(facts, memos=(six, early)), "report-before-round-end")


def test_score_of_the_year_before_is_checked_too():
    facts = small()
    scores = {**facts.before.scores, "1": facts.before.scores["1"] - Decimal(20)}
    found = told(with_result(facts, 2566, scores=scores), "instrument-differs")
    assert [f.origin for f in found] == ["year/2566/official/instruments/IIT"]


@pytest.mark.parametrize(("lacking", "is_whole"), [(2, False), (3, True)])
def test_the_plan_is_told_once_only_where_more_than_two_and_more_than_half_lack_the_same(lacking, is_whole):
    """Of five measures two without an owner are two findings; three are one about the plan."""
    facts = small()
    five = tuple(replace(facts.plan.measures[0], id=None, issue=f"ประเด็นที่ {n}") for n in range(5))
    measures = tuple(replace(one, responsible=()) if at < lacking else one for at, one in enumerate(five))
    found = told(replace(facts, plan=replace(facts.plan, measures=measures)), "no-owner")
    assert [one.values["whole"] for one in found] == ([True] if is_whole else [False] * lacking)


def test_exactly_half_of_many_measures_are_told_one_by_one():
    facts = small()
    six = tuple(replace(facts.plan.measures[0], id=None, issue=f"ประเด็นที่ {n}") for n in range(6))
    measures = tuple(replace(one, responsible=()) if at < 3 else one for at, one in enumerate(six))
    assert len(told(replace(facts, plan=replace(facts.plan, measures=measures)), "no-owner")) == 3


@pytest.mark.parametrize(("months", "severity"), [(6, Severity.ADVICE), (12, Severity.LOOK)])
def test_an_outcome_is_owed_at_the_end_of_the_year(months, severity):
    done = FollowUp(round=months, status=Status.DONE, output="คู่มือ ๑ เล่ม")
    (finding,) = told(with_measure(small(), 0, results=(done,)), "no-outcome")
    assert finding.severity is severity
