import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.texts import memo_texts, narrative, report_texts
from ita_desktop.domain.texts.subjects import subject_of
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.thai.writing import score_text
from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.framework import Indicator
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from tests.domain.cases import FRAMEWORKS, assessment, case
from tests.domain.rules.test_scoring import hundredths, years

AGENCY = Agency(type=AgencyType.SUBDISTRICT, name="องค์การบริหารส่วนตำบลดอน", district="ปะนาเระ", province="ปัตตานี")


def facts(*assessments, plan_year=2568, measures=()):
    plan = MeasurePlan(
        fiscal_year=FiscalYear(plan_year), assessed_year=FiscalYear(plan_year - 1), measures=tuple(measures)
    )
    by_year = {a.fiscal_year: a for a in assessments}
    return YearFacts(agency=AGENCY, plan=plan, assessments=by_year, frameworks=FRAMEWORKS)


TWO_YEARS = facts(case("case-004", 2566), case("case-004", 2567))


def proposed(ref, of=TWO_YEARS):
    return narrative.proposed(of.framework.indicator(ref), of)


def test_a_fallen_indicator_below_the_target():
    assert proposed("1") == (
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้คะแนน 84.17 คะแนน เป็นลำดับที่ 9 จากทั้งหมด 10 ตัวชี้วัด "
        "ลดลง 7.26 คะแนน จากปีงบประมาณ พ.ศ. 2566 ซึ่งได้ 91.43 คะแนน "
        "ตัวชี้วัดนี้ประเมินการรับรู้ของบุคลากรภายในหน่วยงานเกี่ยวกับการปฏิบัติงานและการให้บริการตามขั้นตอนและระยะเวลาที่กำหนด "
        "ความเท่าเทียมในการให้บริการ และการไม่เรียกรับทรัพย์สินหรือประโยชน์อื่นใดเพื่อแลกกับการปฏิบัติหน้าที่ "
        "ผลการประเมินยังต่ำกว่าค่าเป้าหมาย 85 คะแนน จึงเห็นควรปรับปรุงโดยทบทวนและเผยแพร่คู่มือการปฏิบัติงาน"
        "ซึ่งระบุขั้นตอน ระยะเวลา และผู้รับผิดชอบให้ชัดเจน กำชับให้บุคลากรปฏิบัติต่อผู้มาติดต่ออย่างเท่าเทียมกัน "
        "และจัดให้มีช่องทางประเมินความพึงพอใจ ณ จุดให้บริการ"
    )


@pytest.mark.parametrize(
    ("ref", "pieces"),
    [
        ("8", ["ซึ่งเป็นคะแนนต่ำสุดจากทั้งหมด 10 ตัวชี้วัด", "เพิ่มขึ้น 5.60 คะแนน", "ยังต่ำกว่าค่าเป้าหมาย 85 คะแนน"]),
        ("9", ["ซึ่งเป็นคะแนนสูงสุดร่วมกับตัวชี้วัดที่ 10 การป้องกันการทุจริต จากทั้งหมด", "เท่ากับปีงบประมาณ พ.ศ. 2566"]),
        ("9", ["5 ประเด็น ได้แก่ (1) ข้อมูลพื้นฐาน", "และ (5) การส่งเสริมความโปร่งใส", "รักษามาตรฐานการดำเนินงานไว้"]),
        ("6", ["ผู้รับบริการ ผู้มาติดต่อ และผู้มีส่วนได้ส่วนเสียภายนอก", "ไม่ต่ำกว่า 85 คะแนน จึงเห็นควรรักษามาตรฐานไว้"]),
    ],
)
def test_what_a_proposed_text_says(ref, pieces):
    for piece in pieces:
        assert piece in proposed(ref)


def test_a_fall_above_the_target_is_not_praised():
    of = facts(assessment(2566, {"3": "99"}), assessment(2567, {"3": "90"}))
    assert "แต่มีแนวโน้มลดลง จึงเห็นควรติดตามและพัฒนาโดย" in proposed("3", of)
    assert "ลำดับ" not in proposed("3", of)


def test_the_target_itself_is_met():
    assert "เป็นไปตามค่าเป้าหมายซึ่งกำหนดไว้ไม่ต่ำกว่า 85 คะแนน" in proposed("3", facts(assessment(2567, {"3": "85"})))


def test_weak_parts_are_named():
    of = facts(
        assessment(2567, {"9": "80", "9.3": "70", "o14": "0", "i4": "3", "1": "90", "i1": "60.5", "e6@EIT2": "9"})
    )
    weak = "ประเด็นที่ควรให้ความสำคัญเป็นพิเศษ ได้แก่ "
    procurement = "ข้อ o14 รายการการจัดซื้อจัดจ้างหรือการจัดหาพัสดุ (0.00 คะแนน)"
    assert proposed("9", of).endswith(f"{weak}ตัวชี้วัดย่อยที่ 9.3 การจัดซื้อจัดจ้าง (70.00 คะแนน) และ{procurement}")
    assert proposed("1", of).endswith(f"{weak}ข้อคำถาม i1 (60.50 คะแนน)")


def test_nothing_is_proposed_without_a_score_or_a_framework():
    one = Indicator(id="1", name="การปฏิบัติหน้าที่", name_en="", instrument="IIT")
    assert narrative.proposed(one, facts()) == ""
    assert narrative.proposed(one, facts(assessment(2567, {"2": "3"}))) == ""
    assert narrative.proposed(one, facts(assessment(2575, {"1": "3"}), plan_year=2576)) == ""


def test_every_indicator_of_every_year_has_its_own_subject_and_a_new_one_a_general_one():
    subjects = {subject_of(i).remedy for f in FRAMEWORKS.values() for i in f.indicators}
    assert len(subjects) == 10
    new = Indicator(id="1", name="ตัวชี้วัดใหม่", name_en="", instrument="XIT")
    assert subject_of(new).remedy not in subjects
    framework = replace(FRAMEWORKS[2567], indicators=(new, *FRAMEWORKS[2567].indicators[1:]))
    of = replace(facts(assessment(2567, {"1": "50"})), frameworks={2567: framework})
    assert narrative.proposed(new, of).startswith("ตัวชี้วัดที่ 1 ตัวชี้วัดใหม่ ได้คะแนน 50.00 คะแนน ผลการประเมินยังต่ำกว่า")


@given(years, st.lists(hundredths, min_size=10, max_size=10), st.lists(hundredths, max_size=10), st.integers(1, 10))
def test_a_proposed_text_is_whole_for_any_scores(year, now, before, ref):
    of = facts(
        assessment(year, {str(n): s for n, s in enumerate(now, 1)}),
        assessment(year - 1, {str(n): s for n, s in enumerate(before, 1)}),
        plan_year=year + 1,
    )
    text = proposed(str(ref), of)
    assert score_text(now[ref - 1]) in text
    assert of.framework.indicator(str(ref)).name in text[:120]
    assert "None" not in text
    assert "  " not in text
    assert text == text.strip()
    figures = {Decimal(f) for f in re.findall(r"\d+\.\d\d", text)}
    allowed = {now[ref - 1], *([before[ref - 1], abs(now[ref - 1] - before[ref - 1])] if ref <= len(before) else [])}
    assert figures <= allowed


def test_memo_of_an_announced_year():
    now = case("case-004", 2567)
    now = replace(now, official=replace(now.official, announced=date(2024, 7, 30), rank_in_type=2991))
    of = facts(case("case-004", 2566), now)
    assert memo_texts.addressee(of) == "นายกองค์การบริหารส่วนตำบลดอน"
    assert memo_texts.subject(of).endswith("(ITA) ประจำปีงบประมาณ พ.ศ. 2567")
    before, fact, outstanding, consider = memo_texts.sections(of)
    assert [s.heading for s in (before, fact, outstanding, consider)] == ["เรื่องเดิม", "ข้อเท็จจริง", "", "ข้อพิจารณา"]
    assert "ด้วยเครื่องมือ 3 ประเภท ได้แก่ แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)" in before.paragraphs[0]
    assert before.paragraphs[0].endswith("และองค์การบริหารส่วนตำบลดอนได้เข้ารับการประเมินดังกล่าวแล้ว นั้น")
    assert fact.score_list
    assert fact.paragraphs == (
        "บัดนี้ สำนักงาน ป.ป.ช. ได้ประกาศผลการประเมิน เมื่อวันที่ 30 กรกฎาคม 2567 องค์การบริหารส่วนตำบลดอน"
        "มีผลคะแนนในภาพรวม 93.71 คะแนน ระดับผลการประเมิน ผ่านดี "
        "อยู่ในลำดับที่ 2,991 ของหน่วยงานประเภทองค์การบริหารส่วนตำบล "
        "ทั้งนี้ คะแนนในภาพรวมเพิ่มขึ้น 6.31 คะแนน จากปีงบประมาณ พ.ศ. 2566 ซึ่งได้ 87.40 คะแนน "
        "โดยมีคะแนนรายตัวชี้วัดเรียงจากมากไปน้อย ดังนี้",
    )
    assert len(outstanding.paragraphs) == 3
    assert memo_texts.sections(of, enclosed=True)[2].paragraphs[3] == "รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย"
    assert "ลดลงจากปีก่อน ได้แก่ ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (84.17 คะแนน)" in outstanding.paragraphs[1]
    assert "ประจำปีงบประมาณ พ.ศ. 2568 ข้อ o27 มาตรการส่งเสริมคุณธรรม" in consider.paragraphs[0]
    assert memo_texts.closing(of) == "จึงเรียนมาเพื่อโปรดทราบ"


def test_memo_with_measures_asks_for_a_decision():
    of = facts(case("case-004", 2567), measures=[Measure(refs=("1",)), Measure(refs=("8",))])
    assert memo_texts.proposals(of)[0].endswith("ประจำปีงบประมาณ พ.ศ. 2568 จำนวน 2 มาตรการ")
    assert memo_texts.closing(of) == "จึงเรียนมาเพื่อโปรดพิจารณา"


def test_memo_says_that_a_figure_is_computed_or_missing():
    computed = replace(case("case-004", 2567), official=assessment(2567, {}).official)
    words = memo_texts.result(facts(computed), listing=False)
    assert words == "เมื่อคำนวณจากคะแนนรายตัวชี้วัดแล้ว องค์การบริหารส่วนตำบลดอนมีผลคะแนนในภาพรวม 93.71 คะแนน"
    nothing = memo_texts.sections(facts(plan_year=2570))
    assert nothing[1].paragraphs == ("ขณะนี้ยังไม่มีผลคะแนนการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2569 ขององค์การบริหารส่วนตำบลดอน",)
    assert [s.score_list for s in nothing] == [False, False, False]


def test_way_to_the_next_level_names_what_the_rule_looks_at():
    way = report_texts.next_level(TWO_YEARS)
    assert "ระดับ ผ่านดีเยี่ยม ต้องเพิ่มคะแนนในภาพรวมอีก 1.29 คะแนน เพิ่มคะแนน IIT อีก 4.55 คะแนน" in way
    assert way.endswith("ยังพิจารณาคะแนน EIT1 และ EIT2 แยกต่างหากด้วย")


def test_without_scores_there_is_no_way():
    assert report_texts.next_level(facts()) == ""


def test_one_indicator_that_reaches_the_next_level_is_named():
    way = report_texts.next_level(facts(case("case-003", 2563), plan_year=2564))
    assert way == (
        "การยกระดับผลการประเมินเป็นระดับ C ต้องเพิ่มคะแนนในภาพรวมอีก 0.93 คะแนน "
        "ซึ่งทำได้ด้วยการยกระดับคะแนนตัวชี้วัดที่ 9 การเปิดเผยข้อมูล จาก 66.45 เป็น 71.10 คะแนน"
    )
