"""The mistakes found in offices' real papers: each is planted into a sound copy and found by its rule."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ita_desktop.domain.findings import Severity
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.measure import Measure
from ita_desktop.domain.values.memo import Signer
from tests.domain.findings.offices import (
    case,
    check,
    serious,
    told,
    with_measure,
    with_memo,
    with_official,
    with_paragraph,
    with_result,
)


def mended_004() -> YearFacts:
    """case-004 after what is really wrong in it was put right."""
    facts = case("004")
    sections = list(facts.memos[0].sections)
    text = sections[2].paragraphs[0]
    text = text.replace("อยู่ในระดับผ่านและบรรลุ", "อยู่ในระดับผ่านดีและบรรลุ").replace("๙๓.๗๑ คะแนนขึ้นไป", "๘๕ คะแนนขึ้นไป")
    start, end = text.index(" แต่มีคะแนนรายเครื่องมือ"), text.index(" ซึ่งผ่านค่าเป้าหมาย")
    sections[2] = replace(sections[2], paragraphs=(text[:start] + text[end:],))
    facts = with_memo(facts, sections=tuple(sections))
    facts = with_measure(facts, 7, responsible=("ทุกกอง/ทุกส่วนงาน",), period="ปีงบประมาณ พ.ศ. ๒๕๖๘")
    for at, measure in enumerate(facts.plan.measures):
        texts = tuple(one.replace("o18", "o13") for one in measure.measures)
        refs = tuple("o13" if ref == "o18" else ref for ref in measure.oit_refs)
        facts = with_measure(facts, at, measures=texts, oit_refs=refs)
    return facts


def found(facts: YearFacts, code: str, severity: str, where: str) -> bool:
    return any(f.severity == severity and f.origin.startswith(where) for f in told(facts, code))


def test_mended_case_is_quiet():
    facts = mended_004()
    assert not [f for f in check(facts) if f.severity is Severity.WRONG]
    assert len(serious(facts)) <= 3, serious(facts)


# 000: อบต.คึมใหญ่


def test_000_total_off_by_rounding_is_accepted():
    facts = case("000")
    assert not told(facts, "total-differs")
    assert not told(facts, "total-near")


def test_000_one_title_for_two_measures():
    assert found(case("000"), "twin-title", "advice", "plan/2564/measure/10/measures/0")


def test_000_same_follow_up_in_all_rows():
    assert found(case("000"), "same-follow-up", "advice", "plan/2564/measure/1/follow_up")


def test_000_analysis_begins_mid_sentence():
    assert found(case("000"), "mid-sentence", "advice", "year/2563/narratives/10")


# 001: ทต.ตลาดแร้ง


def test_001_subject_names_the_year_of_the_result():
    (finding,) = told(case("001"), "year-of-measures")
    assert (finding.origin, finding.values["year"], finding.values["plan"]) == ("memo/memo-1/subject", 2565, 2566)
    assert finding.fixes[0].new == "๒๕๖๖"


def test_001_memo_reports_the_future():
    (finding,) = told(case("001"), "memo-before-result")
    assert finding.severity is Severity.WRONG
    assert (finding.values["date"], finding.values["day"]) == (date(2023, 3, 10), date(2023, 3, 21))
    assert finding.values["where"] == "plan/2566/measure/3/operation/0"


def test_001_every_two_months_in_two_named_months():
    findings = told(case("001"), "every")
    assert [f.origin for f in findings] == [
        "plan/2566/measure/9/operation/0",
        "plan/2566/measure/9/follow_up/1",
        "plan/2566/measure/10/follow_up/0",
    ]
    assert all("ทุก ๖" in f.fixes[0].new for f in findings)


def test_001_deadlines_before_the_plan_year():
    findings = told(case("001"), "deadline")
    assert [f.origin for f in findings] == ["plan/2566/measure/5/operation/0", "plan/2566/measure/5/follow_up/0"]
    assert findings[0].fixes[0].new == "กันยายน ๒๕๖๖"


def test_001_data_years_of_an_older_manual():
    findings = told(case("001"), "year-in-text")
    assert [f.origin for f in findings] == ["plan/2566/measure/2/steps/5", "plan/2566/measure/6/steps/4"]
    assert {f.values["year"] for f in findings} == {2564}


def test_001_row_without_owner():
    assert found(case("001"), "no-owner", "look", "plan/2566/measure/4/responsible")


def test_001_one_person_under_two_posts():
    facts = case("001")
    double = replace(facts.signers[1], name=facts.signers[0].name)
    facts = replace(facts, signers=(facts.signers[0], double, *facts.signers[2:]))
    assert found(facts, "same-person", "look", "signer/s2/name")


def test_001_office_name_in_another_spelling():
    facts = with_paragraph(case("001"), "เทศบาลตำบลตลาดแรง ได้ดำเนินการตามมาตรการแล้ว")
    (finding,) = told(facts, "own-name-misspelt")
    assert finding.fixes[0].new.endswith("ตลาดแร้ง")


def test_001_question_read_with_a_digit_too_much():
    facts = case("001")
    at = next(n for n, m in enumerate(facts.plan.measures) if m.refs == ("e7",))
    facts = with_measure(facts, at, issue="๑๗ " + facts.plan.measures[at].issue)
    (finding,) = told(facts, "question-other")
    assert finding.values["right"] == ("e7",)


def test_001_questions_words_under_another_id():
    facts = case("001")
    at = next(n for n, m in enumerate(facts.plan.measures) if m.refs == ("e8",))
    text = next(q.text for i in facts.framework.indicators for q in i.questions if q.id == "e10")
    facts = with_measure(facts, at, issue=text)
    assert found(facts, "question-other", "look", "plan/2566/measure/")


# 002: อบต.โนนรัง


def test_002_outcomes_that_list_rounds():
    findings = told(case("002"), "outcome-is-rounds")
    assert [f.origin for f in findings] == [
        "plan/2563/measure/2/results/6/outcome",
        "plan/2563/measure/3/results/6/outcome",
    ]


def test_002_unit_of_a_municipality():
    (finding,) = told(case("002"), "unit-of-other-kind")
    assert finding.quote == "กองวิชาการและแผนงาน"


def test_002_risk_without_months():
    assert found(case("002"), "risk-no-month", "look", "plan/2563/risk/1/months")


def test_002_work_after_the_round_it_is_reported_in():
    findings = told(case("002"), "result-after-round")
    assert [f.origin.split("/")[3] for f in findings] == ["1", "2", "3"]
    assert {f.values["ends"] for f in findings} == {date(2020, 3, 31)}


def test_002_measures_named_after_items_of_the_year_before():
    (finding,) = told(case("002"), "item-old")
    assert finding.values["items"] == ("o48", "o42")


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        ("องค์การบริหารส่วนตำบลโนนรัง อำเภอยางชุมน้อย จังหวัดศรีสะเกษ ได้วิเคราะห์ผล", "other-place", "wrong"),
        ("ตรวจสอบการใช้ดุลพินิจขององค์การบริหารส่วนตำบลหมื่นไวย เผยแพร่แก่เจ้าหน้าที่", "other-agency", "look"),
        ("สำนักงานเทศบาล/องค์การบริหารส่วนตำบลโนนรัง", "alternative", "wrong"),
    ],
)
def test_002_what_templates_left_behind(text, code, severity):
    facts = with_paragraph(case("002"), text)
    assert [f.severity for f in told(facts, code)][:1] == [severity]


def test_002_both_names_of_the_other_place_are_told():
    facts = with_paragraph(case("002"), "องค์การบริหารส่วนตำบลโนนรัง อำเภอยางชุมน้อย จังหวัดศรีสะเกษ")
    assert {f.values["name"] for f in told(facts, "other-place")} == {"ยางชุมน้อย", "ศรีสะเกษ"}
    assert {f.fixes[0].new for f in told(facts, "other-place")} == {"อำเภอชุมพวง", "จังหวัดนครราชสีมา"}


@pytest.mark.parametrize("day", [date(2020, 3, 1), date(2019, 4, 1)])
def test_002_six_month_report_dated_wrong(day):
    facts = case("002")
    facts = replace(facts, plan=replace(facts.plan, report_date=day))
    assert found(facts, "report-before-round-end", "wrong", "plan/2563/report_date")


# 003: อบต.บ่อแก้ว


def test_003_as_printed_nothing_adds_up():
    facts = case("003-as-printed")
    (total,) = told(facts, "total-differs")
    assert (total.values["printed"], total.values["computed"]) == (Decimal("64.37"), Decimal("65.83"))
    assert total.values["suspects"] == ()


def test_003_as_printed_impossible_score():
    (finding,) = told(case("003-as-printed"), "score-impossible")
    assert finding.origin == "year/2563/scores/10"
    assert "12.50" in [fix.new for fix in finding.fixes]


def test_003_as_printed_table_and_text():
    findings = told(case("003-as-printed"), "score-in-text")
    assert [f.origin.split("/")[-1] for f in findings] == ["3", "7", "2", "6", "8", "10"]
    assert {f.origin.split("/")[-1] for f in told(case("003-as-printed"), "rank-in-text")} == {"3", "7", "4"}


def test_003_reconstructed_table_and_text():
    findings = told(case("003"), "score-in-text")
    assert [(f.origin.split("/")[-1], str(f.values["score"])) for f in findings] == [
        ("2", "79.96"),
        ("6", "78.44"),
        ("8", "76.42"),
    ]
    assert not told(case("003"), "rank-in-text")
    assert not told(case("003"), "total-differs")


def test_003_highest_that_is_not():
    (finding,) = told(case("003"), "extreme-in-text")
    assert finding.origin == "year/2563/narratives/4"


@pytest.mark.parametrize("year", ["๒๕๖๗", "๒๕๖๒"])
def test_003_other_year_in_the_subject(year):
    facts = case("003")
    facts = with_memo(facts, subject=facts.memos[0].subject.replace("๒๕๖๓", year))
    (finding,) = told(facts, "year-in-subject")
    assert finding.severity is Severity.WRONG
    assert finding.fixes[0].new == "๒๕๖๓"


def test_003_other_year_in_the_text():
    facts = with_paragraph(case("003"), "มาตรการประจำปีงบประมาณ พ.ศ. ๒๕๖๗ ของหน่วยงาน")
    assert found(facts, "year-in-text", "look", "memo/memo-1/sections/0")


@pytest.mark.parametrize("district", ["หาดใหญ่", "ปะนาเระ"])
def test_003_other_district(district):
    facts = with_paragraph(case("003"), f"องค์การบริหารส่วนตำบลบ่อแก้ว อำเภอ{district} จังหวัดกาฬสินธุ์")
    (finding,) = told(facts, "other-place")
    assert (finding.severity, finding.fixes[0].new) == (Severity.WRONG, "อำเภอนาคู")


def test_003_district_that_does_not_exist():
    facts = case("003")
    facts = replace(facts, agency=replace(facts.agency, district="ภาณุ"))
    assert found(facts, "place-unknown", "look", "agency/district")


def test_003_telephone_with_nine_digits():
    (finding,) = told(case("003"), "phone")
    assert (finding.severity, finding.values["digits"], finding.values["right"]) == (Severity.WRONG, 9, 10)


def test_003_number_not_filled_in():
    assert found(case("003"), "memo-unfinished", "advice", "memo/memo-1/number")


# 004: อบต.ดอน


def test_004_explanation_of_another_level():
    facts = case("004")
    assert found(facts, "level-in-text", "wrong", "memo/memo-1/sections/2/paragraphs/0")
    assert found(facts, "level-rule-in-text", "wrong", "memo/memo-1/sections/2/paragraphs/0")
    (bound,) = told(facts, "level-bound-in-text")
    assert "๘๕" in bound.fixes[0].new


def test_004_item_of_another_edition():
    findings = told(case("004"), "item-other")
    assert [f.origin for f in findings] == ["plan/2568/measure/10/measures/0", "plan/2568/measure/15/measures/0"]
    assert findings[0].values["right"] == ("o13",)
    assert findings[0].values["other_years"] == (2566,)
    assert findings[0].values["elsewhere"] == ("o13",)


def test_004_one_thing_under_two_ids():
    """Where both editions have the number, the two numbers in one plan are still told."""
    facts = mended_004()
    facts = replace(facts, frameworks={**facts.frameworks, 2568: facts.frameworks[2566]})
    text = facts.plan.measures[9].measures[0].replace("o13", "o18")
    facts = with_measure(facts, 9, measures=(text,))
    (finding,) = told(facts, "item-two-ids")
    assert set(finding.values["refs"]) == {"o13", "o18"}


def test_004_row_without_owner_and_period():
    assert found(case("004"), "no-owner", "look", "plan/2568/measure/8/responsible")
    assert found(case("004"), "no-period", "advice", "plan/2568/measure/8/period")


def test_004_rank_in_text_and_on_the_page():
    facts = with_paragraph(mended_004(), "ผลการประเมินอยู่ในลำดับที่ ๒,๕๕๑ ของหน่วยงานประเภทองค์การบริหารส่วนตำบล")
    (finding,) = told(facts, "office-rank-in-text")
    assert (finding.severity, finding.fixes[0].new) == (Severity.WRONG, "๒,๙๙๑")


def test_004_letter_for_the_year_before():
    text = "จากปีงบประมาณ พ.ศ.๒๕๖๖ องค์การบริหารส่วนตำบลดอน ได้รับผลการประเมินอยู่ในระดับ B (๘๗.๔๐ คะแนน)"
    (finding,) = told(with_paragraph(mended_004(), text), "level-in-text")
    assert (finding.values["level"], finding.values["year"]) == ("B", 2566)


def test_004_letter_as_the_official_level():
    facts = with_official(mended_004(), 2566, level="B")
    assert found(facts, "level-unknown", "wrong", "year/2566/official/level") or found(
        facts, "level-unknown", "look", "year/2566/official/level"
    )


def test_004_sub_indicator_for_indicator():
    text = "ตัวชี้วัดที่ ๑๐ มาตรการส่งเสริมคุณธรรมและความโปร่งใส ได้คะแนน ๑๐๐.๐๐ คะแนน"
    (finding,) = told(with_paragraph(mended_004(), text), "indicator-name")
    assert (finding.values["belongs_to"], finding.values["right"]) == ("10.2", "การป้องกันการทุจริต")


def test_004_tie_left_out():
    text = "จุดแข็ง : ตัวชี้วัดที่ได้รับผลการประเมินมากที่สุด คือ ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต"
    (finding,) = told(with_paragraph(mended_004(), text), "tie-omitted")
    assert finding.values["ties"] == ("9",)


def test_004_introduction_of_the_year_before():
    text = (
        "ได้นำคะแนนการประเมินในปีงบประมาณ พ.ศ.๒๕๖๖ มาวิเคราะห์เพื่อกำหนดมาตรการในการยกระดับคะแนนคุณธรรมและความโปร่งใส"
        " ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"
    )
    (finding,) = told(with_paragraph(mended_004(), text), "years-mixed-up")
    assert finding.fixes[0].new.endswith("๒๕๖๘")


@pytest.mark.parametrize("ref", ["e1", "e2", "e4", "e5"])
def test_004_question_under_the_heading_of_another_indicator(ref):
    facts = mended_004()
    issue = "ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน ผู้รับบริการบางรายเห็นว่ายังไม่เพียงพอ"
    facts = with_measure(facts, 5, refs=(ref,), issue=issue)
    assert [f.values["heading"] for f in told(facts, "heading-other")] == ["8"]


def test_004_office_name_in_other_spellings():
    for written in ("คอน", "ตอน"):
        facts = with_paragraph(mended_004(), f"องค์การบริหารส่วนตำบล{written} ได้รับผลการประเมิน")
        assert [f.values["written"] for f in told(facts, "own-name-misspelt")] == [written]
    facts = with_memo(mended_004(), to="นายองค์การบริหารส่วนตำบลดอน")
    assert [f.fixes[0].new for f in told(facts, "addressee")] == ["นายกองค์การบริหารส่วนตำบลดอน"]


def test_004_letters_of_another_province():
    facts = with_memo(mended_004(), number="ปบ ๘๐๐๐๑/")
    (finding,) = told(facts, "prefix")
    assert (finding.values["letters"], finding.values["right"]) == ("ปบ", "ปน")


def test_004_indicator_in_two_spellings():
    facts = with_paragraph(mended_004(), "ตัวชี้วัดที่ ๘ การปรับปรุงการทำงาน และ ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน")
    other = [f for f in told(facts, "two-spellings") if "การปรับปรุงการทำงาน" in f.values["names"]]
    assert len(other) <= 1
    facts = with_paragraph(facts, "ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน")
    assert [f for f in told(facts, "two-spellings") if "การปรับปรุงการทำงาน" in f.values["names"]]


def test_004_memo_before_the_announcement():
    facts = with_memo(mended_004(), date=date(2024, 7, 1))
    assert found(facts, "memo-before-announcement", "wrong", "memo/memo-1/date")


def test_004_other_figures():
    facts = with_result(mended_004(), 2567, scores={**mended_004().assessed.scores, "8": Decimal("97.44")})
    assert found(facts, "total-differs", "wrong", "year/2567/official/overall")


def test_004_work_in_an_empty_signer():
    facts = mended_004()
    facts = replace(facts, signers=(Signer(id="s1", name=""), *facts.signers[1:]))
    assert found(facts, "signer-unfinished", "look", "signer/s1/name")


def test_004_empty_measure():
    facts = mended_004()
    facts = replace(facts, plan=replace(facts.plan, measures=(*facts.plan.measures, Measure(refs=("8",)))))
    assert found(facts, "measure-empty", "look", "plan/2568/measure/16")
