"""Tables of measures, results and risks, laid out as offices lay them out."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from ita_desktop.domain.recognition.content import Content, FileCell, FileKind, FileLine, Paragraph, Table, table_of
from ita_desktop.domain.recognition.items import items_of, names_of
from ita_desktop.domain.recognition.plans import RecognisedKind, RecognisedTable, Why, read_plans
from ita_desktop.domain.recognition.row_tables import field_of
from ita_desktop.domain.recognition.spans import months_in
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.framework import Framework

TITLE = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๘"
HEADS = ("ตัวชี้วัด", "มาตรการ/แนวทาง", "ขั้นตอน/วิธีการ", "ผู้รับผิดชอบ", "ระยะเวลา", "การติดตามผล")
ROW = (
    "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่",
    "จัดทำคู่มือ",
    "๑) ร่าง\n๒) ประกาศใช้",
    "สำนักปลัด, กองคลัง",
    "ต.ค. ๖๗ - มี.ค. ๖๘",
    "รายงานนายก",
)


def content(*blocks: Paragraph | Table) -> Content:
    return Content(kind=FileKind.WORD, blocks=(Paragraph(line=FileLine(text=TITLE)), *blocks))


def rows(*given: tuple[str, ...]) -> Table:
    return table_of(given)


def only(parts: tuple[RecognisedTable, ...]) -> RecognisedTable:
    assert len(parts) == 1
    return parts[0]


@pytest.fixture
def framework(frameworks: Mapping[int, Framework]) -> Framework:
    return frameworks[2567]


def test_a_plan_is_read_by_its_heads(framework: Framework) -> None:
    part = only(read_plans(content(rows(HEADS, ROW)), framework))
    assert (part.kind, part.year, part.doubts, part.unread) == (RecognisedKind.MEASURES, 2568, (), ())
    assert part.records == (
        {
            "refs": ["1"],
            "measures": ["จัดทำคู่มือ"],
            "steps": ["ร่าง", "ประกาศใช้"],
            "responsible": ["สำนักปลัด", "กองคลัง"],
            "period": "ต.ค. ๖๗ - มี.ค. ๖๘",
            "from": "2024-10",
            "to": "2025-03",
            "follow_up": ["รายงานนายก"],
        },
    )


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4, 5), (5, 4, 3, 2, 1, 0), (2, 0, 4, 1, 5, 3)])
def test_the_order_of_columns_means_nothing(order: tuple[int, ...], framework: Framework) -> None:
    moved = [tuple(row[n] for n in order) for row in (HEADS, ROW)]
    assert only(read_plans(content(rows(*moved)), framework)).records == (
        only(read_plans(content(rows(HEADS, ROW)), framework)).records
    )


def test_a_head_typed_again_and_a_row_that_goes_on_are_no_records(framework: Framework) -> None:
    more = ("", "", "(ต่อ) และรายงานให้ทราบ", "", "", "")
    other = ("๒. การใช้งบประมาณ", "เปิดเผยแผน", "เผยแพร่", "กองคลัง", "ตลอดปีงบประมาณ", "รายงาน")
    part = only(read_plans(content(rows(HEADS, ROW, HEADS, more, other)), framework))
    assert [record["refs"] for record in part.records] == [["1"], ["2"]]
    assert part.records[0]["steps"] == ["ร่าง", "ประกาศใช้ และรายงานให้ทราบ"]
    assert (part.records[1]["from"], part.records[1]["to"]) == ("2024-10", "2025-09")


def test_a_cell_merged_downwards_belongs_to_the_record_above(framework: Framework) -> None:
    def cells(first: str, middle: str, merged: bool) -> tuple[FileCell, ...]:
        return (
            FileCell(column=0, lines=(FileLine(text=first),), continues=merged),
            FileCell(column=1, span=2, lines=(FileLine(text=middle),)),
            FileCell(column=3, lines=(FileLine(text="กองช่าง"),), continues=merged),
        )

    head = tuple(
        FileCell(column=at, span=span, lines=(FileLine(text=text),))
        for text, at, span in (("ประเด็นที่ต้องพัฒนา", 0, 1), ("มาตรการ", 1, 2), ("ผู้รับผิดชอบ", 3, 1))
    )
    table = Table(rows=(head, cells("๓ การใช้อำนาจ", "ก", False), cells("", "ข", True)))
    part = only(read_plans(content(table), framework))
    assert part.records == ({"refs": ["3"], "measures": ["ก", "ข"], "responsible": ["กองช่าง"]},)


def test_the_same_column_may_be_one_or_three_grid_columns_wide(framework: Framework) -> None:
    head = (
        FileCell(column=0, span=2, lines=(FileLine(text="ตัวชี้วัด"),)),
        FileCell(column=2, span=3, lines=(FileLine(text="มาตรการ"),)),
        FileCell(column=5, span=1, lines=(FileLine(text="ระยะเวลา"),)),
    )
    row = (
        FileCell(column=0, span=1, lines=(FileLine(text="๔ การใช้ทรัพย์สินของราชการ"),)),
        FileCell(column=1, span=3, lines=(FileLine(text="กำหนดแนวทาง"),)),
        FileCell(column=4, span=2, lines=(FileLine(text="ม.ค. ๖๘"),)),
    )
    record = only(read_plans(content(Table(rows=(head, row))), framework)).records[0]
    assert record["measures"] == ["กำหนดแนวทาง"]
    assert record["refs"] == ["4"]


def test_tabs_make_a_table_too(framework: Framework) -> None:
    lines = [
        "ตัวชี้วัด\t\tมาตรการ/แนวทาง\t\t\tวิธีการ\t\t\tผู้รับผิดชอบ",
        "1. การปฏิบัติหน้าที่\t- ก\t\t- ค\t\tสำนักปลัด",
        "\t- ข\t\t- ง\t\tกองคลัง",
        "2. การใช้งบประมาณ\t- จ\t\t- ฉ\t\tกองคลัง",
    ]
    part = only(read_plans(content(*(Paragraph(line=FileLine(text=line)) for line in lines)), framework))
    assert part.records[0] == {
        "refs": ["1"],
        "measures": ["ก", "ข"],
        "steps": ["ค", "ง"],
        "responsible": ["สำนักปลัด", "กองคลัง"],
    }
    assert part.records[1]["refs"] == ["2"]


def test_an_unknown_owner_is_a_doubt_and_nothing_is_lost(framework: Framework) -> None:
    row = ("เรื่องที่ไม่มีในกรอบ", *ROW[1:])
    part = only(read_plans(content(rows((*HEADS, "รหัสบัญชี"), (*row, "ก-๑๒"))), framework))
    assert part.records[0]["issue"] == "เรื่องที่ไม่มีในกรอบ"
    assert [doubt.why for doubt in part.doubts] == [Why.NO_REF]
    assert part.unread == ("ก-๑๒",)


def test_questions_and_parts_of_an_issue_are_refs(framework: Framework) -> None:
    row = ("i๒ ประเด็น บุคลากรให้บริการไม่เท่าเทียมกัน", *ROW[1:])
    record = only(read_plans(content(rows(HEADS, row)), framework)).records[0]
    assert (record["refs"], record["issue"]) == (["i2"], "บุคลากรให้บริการไม่เท่าเทียมกัน")


def test_results_have_status_by_tick_and_links(framework: Framework) -> None:
    heads = ("มาตรการ", "รายละเอียดการดำเนินงาน", "ผลผลิต", "ผลลัพธ์", "สถานะ", "ปัญหา อุปสรรค", "หลักฐาน")
    row = (
        "จัดทำคู่มือ",
        "ประชุมแล้ว",
        "คู่มือ ๑ เล่ม",
        "บริการเร็วขึ้น",
        "☐ ยังไม่ดำเนินการ ☑ แล้วเสร็จ",
        "ไม่มี",
        "คู่มือ https://www.example.go.th/a.pdf",
    )
    part = only(read_plans(content(rows(heads, row)), framework))
    assert part.kind is RecognisedKind.RESULTS
    record = part.records[0]
    assert record["status"] == "done"
    assert record["evidence"] == [{"title": "คู่มือ", "url": "https://www.example.go.th/a.pdf"}]
    assert (record["output"], record["outcome"], record["obstacles"]) == ("คู่มือ ๑ เล่ม", "บริการเร็วขึ้น", "ไม่มี")


def test_a_risk_table_gives_its_months(framework: Framework) -> None:
    months = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.")
    heads = ("ปัจจัยเสี่ยง", "แนวทาง/มาตรการการจัดการความเสี่ยง", "กิจกรรม/วิธีการ", "ระยะเวลาดำเนินการ", *[""] * 11, "หมายเหตุ")
    table = rows(
        heads,
        ("", "", "", "พ.ศ. ๒๕๖๗", "", "", "พ.ศ. ๒๕๖๘", *[""] * 8, ""),
        ("", "", "", *months, ""),
        ("การอนุมัติ", "- แต่งตั้งกรรมการ\n- จัดทำคู่มือ", "ประชุม", "", "✓", "", "☑", *[""] * 7, "✓", "-"),
    )
    part = only(read_plans(content(table), framework))
    assert part.kind is RecognisedKind.RISKS
    record = part.records[0]
    assert record["months"] == ["2024-11", "2025-01", "2025-09"]
    assert record["controls"] == ["แต่งตั้งกรรมการ", "จัดทำคู่มือ"]


def test_a_table_of_scores_is_no_plan(framework: Framework) -> None:
    table = rows(("ที่", "ตัวชี้วัด", "คะแนน"), ("1", "การปฏิบัติหน้าที่", "84.17"))
    assert read_plans(content(table), framework) == ()


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("๑. หนึ่ง\n๒. สอง", ("หนึ่ง", "สอง")),
        ("๑) หนึ่ง ๒) สอง ๓) สาม", ("หนึ่ง", "สอง", "สาม")),
        ("- ก\nต่อจาก ก\n- ข", ("ก ต่อจาก ก", "ข")),
        ("ย่อหน้าเดียว\nอีกย่อหน้า", ("ย่อหน้าเดียว", "อีกย่อหน้า")),
        ("ตามข้อ ๙.๓ และ ๑๐.๑ ของกรอบ", ("ตามข้อ ๙.๓ และ ๑๐.๑ ของกรอบ",)),
        ("\uf0b7 จุด\n\uf0b7 ที่สอง", ("จุด", "ที่สอง")),
        ("วันที่ ๒. มกราคม", ("วันที่ ๒. มกราคม",)),
    ],
)
def test_entries_of_a_list(text: str, entries: tuple[str, ...]) -> None:
    assert items_of(tuple(FileLine(text=line) for line in text.split("\n"))) == entries


def test_numbers_that_the_file_draws_begin_entries() -> None:
    lines = (FileLine(text="หนึ่ง", label="๑)"), FileLine(text="ต่อ"), FileLine(text="สอง", label="๒)"))
    assert items_of(lines) == ("หนึ่ง ต่อ", "สอง")


def test_owners_stand_in_lines_or_behind_commas() -> None:
    assert names_of((FileLine(text="สำนักปลัด\nกองคลัง"), FileLine(text="- กองช่าง, กองคลัง"))) == (
        "สำนักปลัด",
        "กองคลัง",
        "กองช่าง",
    )


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("ต.ค. ๖๖ - มี.ค. ๖๗", ("2023-10", "2024-03")),
        ("ตุลาคม 2567 ถึง กันยายน 2568", ("2024-10", "2025-09")),
        ("ต.ค. - มี.ค. ๖๘", ("2024-10", "2025-03")),
        ("มี.ค. ๖๘", ("2025-03", "2025-03")),
        ("พ.ย.", ("2024-11", "2024-11")),
        ("ตลอดปีงบประมาณ", ("2024-10", "2025-09")),
        ("ทุกเดือน", None),
        ("มี.ค. ๖๘ - ต.ค. ๖๗", None),
        ("ภายในไตรมาสที่ ๒", None),
    ],
)
def test_months_of_a_period(text: str, span: tuple[str, str] | None) -> None:
    assert months_in(text, FiscalYear(2568)) == span


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("มาตรการ/\u200bแนวทาง", "measures"),
        ("ขั้นตอนหรือวิธีการ/มาตรการ", "measures"),
        ("การรายงานผลและการกำกับติดตาม กำหนดเวลาแล้วเสร็จ", "follow_up"),
        ("ประเด็นที่ต้อง ปรับปรุงแก้ไข/ ประเด็นที่ต้อง พัฒนา", "issue"),
        ("หน่วยงานรับผิดชอบ", "responsible"),
        ("รายละเอียดการ ดำเนินงาน", "details"),
        ("โอกาส (L)", "likelihood"),
        ("ลำดับ", "number"),
        ("คำนี้ไม่ใช่หัวตาราง", ""),
    ],
)
def test_heads(head: str, name: str) -> None:
    assert field_of(head) == name
