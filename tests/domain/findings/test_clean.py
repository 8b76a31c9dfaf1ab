"""Sound papers are quiet: a check that cries wolf is switched off."""

from dataclasses import replace

import pytest

from ita_desktop.domain.findings import Checker, Severity
from tests.domain.findings.offices import (
    NAMES,
    check,
    generated,
    sample,
    serious,
    small,
    told,
    with_measure,
    with_memo,
    with_paragraph,
)


def test_sample_office_is_quiet():
    for facts in sample():
        assert not serious(facts)


@pytest.mark.parametrize("seed", range(10))
def test_generated_offices_are_quiet(seed):
    facts = generated(seed)
    assert not [f for f in check(facts) if f.severity is Severity.WRONG]
    assert len(serious(facts)) <= 3, serious(facts)


QUIET = [
    "องค์กรปกครองส่วนท้องถิ่น (อบจ./เทศบาล/อบต.) ทุกแห่งต้องดำเนินการ",
    "เผยแพร่แผนและรายงานให้ประชาชนทราบ น่านับถือ ตากแดด เลยกำหนด",
    "องค์การบริหารส่วนตำบลและเทศบาลในพื้นที่",
    "องค์การบริหารส่วนตำบลได้ดำเนินการแล้ว และองค์การบริหารส่วนตำบลควรเผยแพร่",
    "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดและนายอำเภอ",
    "เจ้าหน้าที่ในอำเภอเมืองและอำเภอใกล้เคียง",
    "ศึกษาดูงาน ณ องค์การบริหารส่วนตำบลดอนแก้ว อำเภอแม่ริม จังหวัดเชียงใหม่",
    "ยุทธศาสตร์ชาติว่าด้วยการป้องกันและปราบปรามการทุจริต ระยะที่ ๓ (พ.ศ. ๒๕๖๐ – ๒๕๖๔)",
    "พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐ และพระราชบัญญัติการเดินเรือในน่านน้ำไทย พ.ศ. ๒๕๖๓",
    "แผนพัฒนาท้องถิ่น (พ.ศ. ๒๕๖๖ - ๒๕๗๐) ฉบับทบทวน",
    "แผนแม่บทภายใต้ยุทธศาสตร์ชาติ ตั้งเป้าหมายปี พ.ศ. ๒๕๘๐ ให้หน่วยงานภาครัฐโปร่งใส",
    "ตามคำสั่งที่ ๓๖๔/๒๕๖๕ ลงวันที่ ๑๔ ธันวาคม ๒๕๖๕",
    "ทุก ๓ เดือน ภายในเดือนมกราคม เดือนเมษายน เดือนกรกฎาคม และเดือนตุลาคม",
    "ทุก ๖ เดือน ภายในเดือนเมษายน และเดือนตุลาคม ของทุกปี",
    "ให้แต่ละกองรายงานการปฏิบัติทุกรอบ ๓ เดือน และประชุมในเดือนมีนาคม",
    "ระดับ AA คือ ๙๕ คะแนนขึ้นไป ระดับ A คือ ๘๕ คะแนนขึ้นไป ระดับ B คือ ๗๕ คะแนนขึ้นไป",
    "เพื่อยกระดับผลการประเมินให้อยู่ในระดับ ผ่านดีเยี่ยม ในปีต่อไป",
    "ร้อยละ ๘๐ ของบุคลากรเข้ารับการอบรม และความพึงพอใจไม่น้อยกว่าร้อยละ ๘๕.๐๐",
    "ทุกกอง/ทุกส่วนงาน และกองช่าง/กองคลัง รับผิดชอบ",
    "เช่น https://www.example.go.th/<id> และ e-Service, Q&A, COVID-19 ห้อง E5",
    "ก. ข. ค. ข้อ ๑.๒.๓ วงเงิน ๑๒,๕๐๐.๐๐ บาท โทร. ๐ ๔๔๐๕ ๖๐๙๑",
    "นายสุรินทร์เป็นกรรมการ มหาวิทยาลัยขอนแก่นเป็นที่ปรึกษา",
    "คะแนนสูงสุดรายตัวชี้วัด ดังนี้",
    "การดำเนินงานกำกับสำคัญ เคราะห์ เกาะ เพาะปลูก กำหนดการ น้ำ ค่ำ",
]


@pytest.mark.parametrize("text", QUIET)
def test_everyday_sentences_are_quiet(text):
    facts = with_paragraph(small(), text)
    assert serious(facts) == []


@pytest.mark.parametrize("text", QUIET)
def test_everyday_sentences_are_quiet_in_measures(text):
    facts = small()
    facts = with_measure(facts, 0, steps=(*facts.plan.measures[0].steps, text))
    assert serious(facts) == []


def test_neighbour_in_the_own_district_may_be_named():
    facts = small()
    agency = replace(facts.agency, subdistrict="ดอน", district="ปะนาเระ", province="ปัตตานี")
    facts = with_paragraph(replace(facts, agency=agency), "ประชุมร่วมกับกำนันตำบลพ่อมิ่ง")
    assert "พ่อมิ่ง" not in [f.values["name"] for f in told(facts, "other-place")]


def test_nothing_is_said_of_an_office_without_anything():
    facts = small()
    empty = replace(
        facts, plan=replace(facts.plan, measures=(), risks=()), assessments={}, frameworks={}, memos=(), signers=()
    )
    assert serious(empty) == []


def test_what_was_read_before_does_not_change_what_is_found():
    """A checker that has seen other years finds the same as a new one."""
    used = Checker(NAMES)
    facts = [generated(seed) for seed in range(3)] + sample()
    facts.append(with_memo(facts[0], subject="รายงานผลการดำเนินการตามมาตรการ ปีงบประมาณ พ.ศ. ๒๕๕๙"))
    for year in facts:
        used.check(year)
    for year in facts:
        assert used.check(year) == Checker(NAMES).check(year)
