"""Documents on measures and what came of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ita_desktop.documents import DOCUMENTS, Choice, DocumentError, Need, render_text
from ita_desktop.documents.forms import COVER, LANDSCAPE, REPORT
from ita_desktop.documents.model import Document, Heading, SignatureBlock, Table, plain, text


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def words(cell: Any) -> str:
    return " ".join(plain(part.words) for part in cell.content)


def heads(table: Table) -> list[list[str]]:
    return [[words(one) for one in row.cells] for row in table.head]


def test_analysis_and_measures_tells_what_to_mend_by_instrument(facts_of: Callable) -> None:
    document = DOCUMENTS["analysis-and-measures"].build(facts_of("case-000"))
    issues, plan = tables(document)
    assert heads(issues) == [["ตัวชี้วัดของการประเมิน ITA", "ประเด็นที่ต้องแก้ไข/ปรับปรุง"]]
    assert [words(row.cells[0]) for row in issues.rows][5:9] == [
        "5. การแก้ไขปัญหาการทุจริต 77.09 คะแนน",
        "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)",
        "1. คุณภาพการดำเนินงาน 88.51 คะแนน",
        "2. ประสิทธิภาพการสื่อสาร 83.38 คะแนน",
    ]
    assert heads(plan) == [["มาตรการ/แนวทาง", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "การติดตามผล"]]
    assert [section.form for section in document.sections] == [REPORT]


def test_implementation_report_groups_by_instrument(facts_of: Callable) -> None:
    (table,) = tables(DOCUMENTS["implementation-report"].build(facts_of("case-001")))
    assert heads(table) == [
        [
            "ประเด็นที่ต้องปรับปรุงแก้ไข/ประเด็นที่ต้องพัฒนา",
            "ผู้รับผิดชอบ",
            "ขั้นตอนหรือวิธีการ/มาตรการ",
            "การรายงานผลและการกำกับติดตาม กำหนดเวลาแล้วเสร็จ",
            "การดำเนินการ",
        ]
    ]
    assert [words(row.cells[0])[-5:] for row in table.rows if row.group] == ["(IIT)", "(OIT)", "(EIT)"]
    named = [words(row.cells[0]) for row in table.rows if not row.group]
    assert named[0].startswith("ตัวชี้วัดที่ 2 การใช้งบประมาณ: บุคลากร")
    assert named[1] == "ตัวชี้วัดย่อยที่ 9.3 การบริหารเงินงบประมาณ"
    assert named[6].startswith("ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร e6 การเผยแพร่ข้อมูลของหน่วยงาน")
    assert named[7].startswith("e7 ")


def test_implementation_report_tells_results_where_there_are_any(facts_of: Callable) -> None:
    (table,) = tables(DOCUMENTS["implementation-report"].build(facts_of("case-002")))
    assert words(table.rows[1].cells[4]).startswith("รอบ 6 เดือน (ดำเนินการแล้ว) จัดทำมาตรการตรวจสอบ")


def test_results_report_has_its_two_level_head_and_its_parts_in_order(facts_of: Callable) -> None:
    document = DOCUMENTS["results-report"].build(facts_of("case-002"))
    assert [section.form for section in document.sections] == [REPORT, COVER, REPORT, LANDSCAPE]
    assert isinstance(document.blocks[0], Heading)
    assert document.blocks[0].number == "o43"
    assert "o๔๓ การดำเนินการตามมาตรการ" in render_text(document)
    assert "๓. เป็นการดำเนินการในปี พ.ศ. ๒๕๖๓" in render_text(document)
    plan, results = tables(document)
    assert heads(plan) == [["มาตรการ", "แนวทางการปฏิบัติ", "ขั้นตอน/วิธีการปฏิบัติ", "ผู้รับผิดชอบ", "การกำกับติดตาม"]]
    assert heads(results) == [
        ["มาตรการ", "รายละเอียดการดำเนินงาน", "ระยะเวลาการดำเนินงาน", "ผลการดำเนินการ", "หมายเหตุ"],
        ["ผลผลิต", "ผลลัพธ์"],
    ]
    assert [one.rowspan for one in results.head[0].cells] == [2, 2, 2, 1, 2]
    assert "ได้แก่ ตัวชี้วัดการใช้อำนาจ ตัวชี้วัดประสิทธิภาพการสื่อสาร และตัวชี้วัดการป้องกันการทุจริต" in render_text(document)


def test_results_report_is_signed_by_who_prepared_it(facts_of: Callable) -> None:
    block = DOCUMENTS["results-report"].build(facts_of("case-002")).blocks[-1]
    assert isinstance(block, SignatureBlock)
    assert (plain(block.name), block.role) == ("นางสาวอรอนงค์ พงษ์พัฒน์", "ผู้จัดทำ")
    assert [plain(line) for line in block.position] == ["ตำแหน่ง นักจัดการงานทั่วไป"]


def twelve(data: dict[str, Any]) -> None:
    again = {**data["plans"][0]["measures"][0]["results"][0], "round": 12, "details": ["ทบทวนแล้ว"]}
    evidence = {"title": "คำสั่ง", "date": "2020-09-01", "url": "https://www.nonrang.go.th/12"}
    data["plans"][0]["measures"][0]["results"].append({**again, "obstacles": "ขาดคน", "evidence": [evidence]})


def test_the_plan_by_guideline_has_its_measure_bold_and_dashes_for_rounds(facts_of: Callable) -> None:
    plan = tables(DOCUMENTS["results-report"].build(facts_of("case-002")))[0]
    first = plan.rows[0]
    assert all(span.bold for part in first.cells[0].content for span in part.words)
    long = facts_of("case-002", lambda data: data["plans"][-1]["measures"][0].update(measures=["มาตรการที่ยาว " * 20]))
    prose = tables(DOCUMENTS["results-report"].build(long))[0].rows[0].cells[0].content[-1]
    assert not any(span.bold for span in prose.words)
    assert {part.label for part in first.cells[1].content} == {"-"}
    assert [(part.label, plain(part.words)) for part in first.cells[4].content] == [
        ("", "รายงานผลการดำเนินงานตามมาตรการ"),
        ("-", "รอบ 6 เดือน"),
        ("-", "รอบ 12 เดือน"),
    ]


def test_a_follow_up_that_names_other_rounds_than_were_entered_stands_as_typed(facts_of: Callable) -> None:
    facts = facts_of("case-002", lambda data: data["plans"][-1]["measures"][0].update(follow_up_rounds=[6]))
    plan = tables(DOCUMENTS["results-report"].build(facts))[0]
    assert words(plan.rows[0].cells[4]) == "รายงานผลการดำเนินงานตามมาตรการ รอบ ๖ เดือน และรอบ ๑๒ เดือน"


def test_who_signs_as_what_stands_over_the_name(facts_of: Callable) -> None:
    label = text("ผู้ติดตามและประเมินผล")
    assert SignatureBlock(name=text("ก"), label=label).titled
    assert not SignatureBlock(name=text("ก"), label=label, comment_lines=1).titled
    assert not SignatureBlock(name=text("ก"), label=text("ความเห็นของปลัด")).titled


def test_round_of_the_results_report(facts_of: Callable) -> None:
    facts = facts_of("case-002", twelve)
    kind = DOCUMENTS["results-report"]
    both = tables(kind.build(facts))[1]
    assert [len(row.cells) for row in both.rows] == [6, 5, 6, 6]
    assert both.rows[0].cells[0].rowspan == 2
    assert words(both.rows[1].cells[0]) == "รอบ 12 เดือน ทบทวนแล้ว"
    assert "รอบ 6 เดือน/12 เดือน" in kind.build(facts).title
    only = kind.build(facts, Choice(round=12))
    assert [words(row.cells[1]) for row in tables(only)[1].rows] == ["ทบทวนแล้ว"]
    assert words(tables(only)[1].rows[0].cells[5]) == "ปัญหา/อุปสรรค: ขาดคน"  # what was done is told beside it
    (proof,) = tables(only)[2].rows
    assert [words(one) for one in proof.cells] == [
        "มาตรการตรวจสอบการใช้ดุลพินิจ",
        "12 เดือน",
        "คำสั่ง https://www.nonrang.go.th/12",
        "๑ กันยายน ๒๕๖๓",
    ]
    assert "(รอบ ๑๒ เดือน)" in render_text(only)


def test_round_that_nothing_was_reported_for(facts_of: Callable) -> None:
    document = DOCUMENTS["results-report"].build(facts_of("case-002"), Choice(round=3))
    assert "ยังไม่มีการรายงานผลการดำเนินการ" in render_text(document)
    assert len(tables(document)) == 1


def test_weak_indicators_come_from_the_scores_where_the_office_names_none(facts_of: Callable) -> None:
    words_of_004 = render_text(DOCUMENTS["results-report"].build(facts_of("case-004")))
    assert "ได้แก่ ตัวชี้วัดการปฏิบัติหน้าที่ และตัวชี้วัดการปรับปรุงระบบการทำงาน จึงมีแนวทาง" in words_of_004


def test_risk_plan_marks_the_months_under_two_calendar_years(facts_of: Callable) -> None:
    facts = facts_of("case-002", lambda data: data["plans"][0]["risks"][0].update(months=["2019-10", "2020-09"]))
    (table,) = tables(DOCUMENTS["risk-plan"].build(facts))
    assert heads(table)[1:] == [
        ["พ.ศ. 2562", "พ.ศ. 2563"],
        ["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย."],
    ]
    assert [one.colspan for one in table.head[1].cells] == [3, 9]
    (row,) = table.rows
    assert [words(one) for one in row.cells[3:15]] == ["✓", *[""] * 10, "✓"]
    assert words(row.cells[15]) == "ดำเนินการเรียบร้อยแล้ว"


def test_grave_risk_says_how_grave(facts_of: Callable) -> None:
    facts = facts_of("case-002", lambda data: data["plans"][0]["risks"][0].update(likelihood=3, impact=4))
    assert "โอกาส 3 × ผลกระทบ 4 = 12 คะแนน" in words(tables(DOCUMENTS["risk-plan"].build(facts))[0].rows[0].cells[0])


def test_no_risk_plan_without_risks(facts_of: Callable) -> None:
    facts = facts_of("case-003")
    assert DOCUMENTS["risk-plan"].missing(facts) == (Need.RISKS,)
    with pytest.raises(DocumentError):
        DOCUMENTS["risk-plan"].build(facts)
