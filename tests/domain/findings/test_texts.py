"""What single sentences are found to say wrongly."""

from datetime import date
from decimal import Decimal

import pytest

from tests.domain.findings.offices import case, check, small, told, with_measure, with_memo, with_paragraph, with_result
from tests.domain.findings.test_planted import mended_004


@pytest.mark.parametrize(
    ("text", "code", "fix"),
    [
        ("การใช้อำนาจ ได้คะแนน 79.87 คะแนน", "score-in-text", "97.78"),
        ("ตัวชี้วัดที่ ๓ การใช้อำนาจ (ปี พ.ศ. ๒๕๖๖ ได้คะแนน ๘๐.๙๙)", "score-in-text", "๘๐.๙๘"),
        ("การใช้อำนาจ ได้คะแนน ๙๓.๐๖ คะแนน", "score-in-text", "๙๗.๗๘"),  # the score of another indicator
        ("คะแนนรวม ๙๓.๑๗ คะแนน", "total-in-text", "๙๓.๗๑"),
        ("ในปีงบประมาณ พ.ศ. ๒๕๖๖ มีคะแนนรวม ๘๗.๐๔ คะแนน", "total-in-text", "๘๗.๔๐"),
        ("IIT ได้คะแนน ๙๐.๕๔ คะแนน", "score-in-text", "๙๐.๔๕"),
        ("ตัวชี้วัดลำดับที่ ๓ การใช้งบประมาณ", "rank-in-text", "๕"),
    ],
)
def test_figure_in_a_sentence(text, code, fix):
    (finding,) = told(with_paragraph(mended_004(), text), code)
    assert fix in finding.fixes[0].new
    assert finding.origin.startswith("memo/memo-1/sections/")


@pytest.mark.parametrize(
    "text",
    [
        "การใช้อำนาจ ได้คะแนน ๙๗.๗๘ คะแนน",
        "ตัวชี้วัดที่ ๓ การใช้อำนาจ (ปี พ.ศ. ๒๕๖๖ ได้คะแนน ๘๐.๙๘ / ปี พ.ศ. ๒๕๖๗ ได้คะแนน ๙๗.๗๘)",
        "การใช้อำนาจ เพิ่มขึ้น ๑๖.๘๐ คะแนน",
        "คะแนนรวม ๙๓.๗๑ คะแนน สูงกว่าค่าเป้าหมาย ๘๕ คะแนน อยู่ ๘.๗๑ คะแนน",
        "การปรับปรุงการทำงาน ได้คะแนน ๗๙.๔๔ คะแนน เป็นลำดับที่ ๑๐",
        "การเปิดเผยข้อมูล และการป้องกันการทุจริต ได้คะแนน ๑๐๐.๐๐ คะแนน ลำดับที่ ๑ การเปิดเผยข้อมูล",
        "ตัวชี้วัดที่ได้คะแนนสูงสุด คือ การเปิดเผยข้อมูล และการป้องกันการทุจริต",
        "ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ การปรับปรุงการทำงาน และตัวชี้วัดที่ได้คะแนนสูงสุด ได้แก่ ตัวชี้วัดที่ ๙ และตัวชี้วัดที่ ๑๐",
    ],
)
def test_right_figures_are_quiet(text):
    facts = mended_004()
    before = {f.key for f in check(facts)}
    assert [f.code for f in check(with_paragraph(facts, text)) if f.key not in before] == []


def test_figure_in_the_issue_of_a_measure():
    facts = mended_004()
    wrong = with_measure(facts, 0, issue="ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ ได้คะแนน ๘๔.๗๑ คะแนน")
    (finding,) = told(wrong, "score-in-text")
    assert finding.fixes[0].new.endswith("๘๔.๑๗")
    assert not told(with_measure(facts, 0, steps=("ให้การปฏิบัติหน้าที่ ได้คะแนน ๙๐.๐๐ คะแนน",)), "score-in-text")


def test_lowest_that_is_not():
    facts = with_paragraph(mended_004(), "ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ การปฏิบัติหน้าที่")
    (finding,) = told(facts, "extreme-in-text")
    assert (finding.values["named"], finding.values["right"]) == (("1",), ("8",))


def test_fall_that_was_a_rise():
    facts = with_paragraph(mended_004(), "ตัวชี้วัดที่ ๒ การใช้งบประมาณ มีคะแนนลดลง")
    (finding,) = told(facts, "change-in-text")
    assert finding.fixes[0].new.endswith("เพิ่มขึ้น")


@pytest.mark.parametrize(("amount", "fixed"), [("16.80", None), ("16.90", "16.80"), ("๑๖.๐๘", "๑๖.๘๐")])
def test_amount_of_a_rise(amount, fixed):
    facts = with_paragraph(mended_004(), f"การใช้อำนาจ ได้คะแนน 97.78 คะแนน เพิ่มขึ้น {amount} คะแนน")
    assert [f.fixes[0].new[-5:] for f in told(facts, "change-in-text")] == ([fixed] if fixed else [])


def test_figure_of_nowhere():
    facts = with_paragraph(mended_004(), "หน่วยงานได้รับ ๙๑.๒๓ คะแนน")
    (finding,) = told(facts, "score-unknown")
    assert finding.values["value"] == Decimal("91.23")


def test_analysis_of_an_indicator_that_passed():
    facts = mended_004()
    facts = with_result(facts, 2567, narratives={"3": "การใช้อำนาจ อยู่ในระดับไม่ผ่านเกณฑ์การประเมิน"})
    assert told(facts, "pass-in-text")


@pytest.mark.parametrize(
    ("text", "code", "fixed"),
    [
        ("ดําเนินการ", "broken-thai", "ดำเนินการ"),
        ("ปฏิบัติหน้าที่ี่", "broken-thai", "หน้าที่"),
        ("เจ้าหน้าท่ี", "broken-thai", "เจ้าหน้าที่"),
        ("เเผนงาน", "broken-thai", "แผนงาน"),
        ("ตามมาตราการการทำ งาน ค าสั่ง", "broken-thai", "คำสั่ง"),
        ("หน้าท ี่", "broken-thai", "หน้าที่"),
        ("การกำก\uf70aับ", "broken-thai", None),
        ("ให้สานักงานดาเนินการ", "lost-sara-am", "ให้สำนักงานดำเนินการ"),
        ("เอกสาร\ufffdหาย", "unknown-character", None),
        ("จำนวน ๑5 คน", "mixed-digits", "๑๕"),
    ],
)
def test_broken_thai(text, code, fixed):
    found = told(with_paragraph(small(), text), code)
    assert len(found) == 1
    if fixed:
        assert any(fixed in fix.new for fix in found[0].fixes)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ข้าพเจ้า นาย/นาง/นางสาว ขอรายงาน", "alternative"),
        ("ผลการประเมิน ผ่าน/ไม่ผ่าน", "alternative"),
        ("ชื่อหน่วยงาน (ระบุชื่อ)", "placeholder"),
        ("ปีงบประมาณ พ.ศ. ๒๕xx", "placeholder"),
        ("วันที่ XXX", "placeholder"),
        ("ลงชื่อ.......................", "dots"),
        ("เรียน [ชื่อผู้บริหาร]", "brackets"),
    ],
)
def test_what_was_left_open(text, code):
    assert told(with_paragraph(small(), text), code)


@pytest.mark.parametrize(
    ("field", "value", "code", "severity"),
    [
        ("to", "นายกเทศมนตรีตำบลท่าช้าง", "other-kind", "wrong"),
        ("phone", "๐ ๔๔๐๕ ๖๐๙", "phone", "wrong"),
        ("phone", "08 1234 5678", "phone", None),
        ("phone", "๐ ๔๔๐๕ ๖๐๙๑ ต่อ ๑๐๑, ๐๘ ๑๒๓๔ ๕๖๗๘", "phone", None),
        ("phone", "1567", "phone", None),
        ("date", date(2020, 1, 5), "memo-year", "look"),
        ("signers", (), "memo-no-signer", "look"),
        ("subject", "", "memo-unfinished", "look"),
        ("enclosures", (), "enclosures", "wrong"),
    ],
)
def test_heads_of_memos(field, value, code, severity):
    facts = with_memo(small(), **{field: value})
    expected = [severity] if severity else []
    assert [str(f.severity) for f in told(facts, code)][:1] == expected


@pytest.mark.parametrize(
    ("period", "severity"),
    [
        ("ต.ค. ๖๗ - ก.ย. ๖๘", None),
        ("ม.ค.-มี.ค. ๖๘", None),
        ("ปีงบประมาณ พ.ศ. ๒๕๖๘", None),
        ("ตลอดปี", None),
        ("ปีงบประมาณ พ.ศ. ๒๕๖๗", "wrong"),
        ("ต.ค. ๖๖ - มี.ค. ๖๗", "wrong"),
        ("มิ.ย. ๖๘ - ธ.ค. ๖๘", "look"),
    ],
)
def test_period_in_the_plan_year(period, severity):
    facts = with_measure(small(), 0, period=period)
    assert [str(f.severity) for f in told(facts, "period")] == ([severity] if severity else [])


def test_ids_that_the_year_does_not_have():
    facts = with_measure(case("004"), 0, refs=("i16",), oit_refs=("o36",))
    assert {f.quote for f in told(facts, "ref-unknown")} == {"i16", "o36"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("องค์การบริหารส่วนตำบลหมื่นไวยได้ดำเนินการ", "other-agency"),
        ("ตามแผนของ อบต.หมื่นไวย", "other-agency"),
        ("เทศบาลตำบลท่าช้าง ดำเนินการ", "other-agency"),
        ("ณ ที่ว่าการอำเภอแม่ริม", "other-place"),
        ("ส่งจังหวัดศรีสะเกษเพื่อทราบ", "other-place"),
        ("ประชาชนชาวศรีสะเกษได้รับบริการ", "other-place"),
        ("ชาวยางชุมน้อยมีส่วนร่วม", "other-place"),
        ("อ.แม่ริม จ.เชียงใหม่", "other-place"),
        ("ข้อบัญญัติเทศบาลตำบลดอนเรื่องงบประมาณ", "other-kind"),
    ],
)
def test_names_of_others(text, code):
    facts = mended_004()
    assert told(with_paragraph(facts, text), code)
    measure = with_measure(facts, 0, steps=(text,))
    assert [str(f.severity) for f in told(measure, code)][:1] == ["look"]


def test_finding_keeps_its_identity_until_the_words_change():
    facts = with_paragraph(small(), "ลงชื่อ.....................")
    (first,) = told(facts, "dots")
    (again,) = told(with_measure(facts, 0, issue="อื่น"), "dots")
    (other,) = told(with_paragraph(small(), "ตำแหน่ง.....................ก"), "dots")
    assert first.key == again.key != other.key
