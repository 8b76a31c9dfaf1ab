"""Tables of scores as people have them: read by their columns, never by the last number of a line."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.domain.recognition.content import table_of
from ita_desktop.domain.recognition.found import Doubt, ScoreTable
from ita_desktop.domain.recognition.scores import read_scores, read_scores_in_text
from ita_desktop.domain.values.framework import Framework

FOREIGN = Path(__file__).parents[2] / "data" / "foreign"
TEN = dict(
    zip(
        map(str, range(1, 11)),
        ["91.27", "80.64", "87.48", "82.27", "78.98", "88.23", "78.27", "80.22", "65.62", "42.56"],
        strict=True,
    )
)
NAMES = [
    "การปฏิบัติหน้าที่",
    "การใช้งบประมาณ",
    "การใช้อำนาจ",
    "การใช้ทรัพย์สินของราชการ",
    "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน",
    "ประสิทธิภาพการสื่อสาร",
    "การปรับปรุงระบบการทำงาน",
    "การเปิดเผยข้อมูล",
    "การป้องกันการทุจริต",
]
OFFICE = "องค์การบริหารส่วนตำบลตัวอย่าง"


def given(name: str) -> str:
    return (FOREIGN / name).read_text("utf-8")


def read(text: str, framework: Framework, office: str = OFFICE) -> ScoreTable:
    table = read_scores_in_text(text, framework, office=office)
    assert table is not None
    return table


def values(table: ScoreTable) -> dict[str, str]:
    assert table.column is not None
    return {s.ref: str(s.score) for s in table.column.scores}


def doubtful(table: ScoreTable) -> dict[str, set[Doubt]]:
    assert table.column is not None
    return {s.ref: set(s.doubts) for s in table.column.scores if s.doubts}


@pytest.mark.parametrize(
    "name",
    [
        "01-score-then-rank.txt",
        "02-two-years-and-change.txt",
        "04-transposed-names-across.txt",
        "07-flipbook-marks-one-letter-late.txt",
        "08-private-use-glyphs.txt",
    ],
)
def test_ten_scores_are_found_without_a_doubt(name: str, frameworks: Mapping[int, Framework]) -> None:
    table = read(given(name), frameworks[2567])
    assert values(table) == TEN
    assert doubtful(table) == {}


def test_the_column_of_the_year_asked_for_is_chosen(frameworks: Mapping[int, Framework]) -> None:
    text = given("two-year-table.tsv")
    assert values(read(text, frameworks[2566]))["overall"] == "87.40"
    assert values(read(text, frameworks[2567]))["overall"] == "93.71"
    other = read(text, frameworks[2568])
    assert other.column is None
    assert [column.year for column in other.columns] == [2566, 2567]


def test_two_columns_of_bare_numbers_are_asked_for(frameworks: Mapping[int, Framework]) -> None:
    table = read(given("05-two-columns-of-numbers.txt"), frameworks[2567])
    assert table.column is None
    assert [[str(s.score) for s in column.scores][:2] for column in table.columns] == [["80", "81"], ["90", "91"]]


def test_one_column_of_bare_numbers_goes_by_position_with_a_doubt(frameworks: Mapping[int, Framework]) -> None:
    table = read("\n".join(TEN.values()), frameworks[2567])
    assert values(table) == TEN
    assert all(found == {Doubt.POSITION} for found in doubtful(table).values())
    assert len(doubtful(table)) == 10


def test_two_e_and_wrong_letters_are_known_and_said(frameworks: Mapping[int, Framework]) -> None:
    table = read(given("11-double-e-and-slips.txt"), frameworks[2567])
    assert values(table) == {"5": "78.98", "1": "91.27", "10": "42.56"}
    assert doubtful(table) == {"10": {Doubt.NEAR_NAME}}


def test_a_sentence_gives_each_its_own(frameworks: Mapping[int, Framework]) -> None:
    table = read(given("13-prose.txt"), frameworks[2567])
    assert values(table) == {"9": "100", "2": "78.15", "overall": "87.34"}
    assert set(doubtful(table)) == {"9", "2", "overall"}
    assert table.column is not None
    assert table.column.level == "ผ่าน"


ROWS = {
    "full mark behind the score": ("\n".join(f"{n}\t{s}\t100" for n, s in zip(NAMES, TEN.values(), strict=True)), TEN),
    "full mark before the score": (
        "ตัวชี้วัด\tคะแนนเต็ม\tคะแนนที่ได้\n" + "\n".join(f"{n}\t100\t{s}" for n, s in zip(NAMES, TEN.values(), strict=True)),
        TEN,
    ),
    "rank before the score": (
        "อันดับ\tตัวชี้วัด\tร้อยละ\n"
        + "\n".join(f"{r}\t{n}\t{s}" for r, (n, s) in enumerate(zip(NAMES, TEN.values(), strict=True), 1)),
        TEN,
    ),
    "strokes, units and a blank inside": (
        "การปฏิบัติหน้าที่ 97.25/100\nการใช้งบประมาณ 83.93 %\nการใช้อำนาจ 83.93 คะแนน\nการแก้ไขปัญหาการทุจริต 97.2 5",
        {"1": "97.25", "2": "83.93", "3": "83.93", "5": "97.25"},
    ),
    "heads by number": (
        "หน่วยงาน\tตัวชี้วัดที่ 1\tตัวชี้วัดที่ 2\tตัวชี้วัดที่ 3\tคะแนน ITA\nอบต.ตัวอย่าง\t91\t92\t93\t92.5",
        {"1": "91", "2": "92", "3": "93", "overall": "92.50"},
    ),
    "questions": (
        "ตัวชี้วัด\tคะแนน ITA ปี 2566\tปี 2567\tเปลี่ยนแปลง ร้อยละ\n1 การปฏิบัติหน้าที่\t90.10\t90.35\t0.2\n"
        "i1\t91.10\t92.50\t1.4\ni2\t86.1\t88.20\t2.4\ne1\t80\t87.40\t7.4",
        {"1": "90.35", "i1": "92.50", "i2": "88.20", "e1": "87.40"},
    ),
    "instruments and parts": (
        "IIT\t90\nEIT Part 1\t80\nEIT ส่วนที่ 2\t81\nOIT\t100",
        {"IIT": "90", "EIT1": "80", "EIT2": "81", "OIT": "100"},
    ),
    "level behind the total": (
        "คะแนนรวม 87.34 ระดับ ผ่านดี\nIIT 90\nEIT 80\nOIT 90",
        {"overall": "87.34", "IIT": "90", "EIT": "80", "OIT": "90"},
    ),
    "shares of the total": (
        "IIT\t29.64\nEIT\t27.62\nOIT\t33.51\nรวม\t90.77",
        {"IIT": "98.80", "EIT": "92.07", "OIT": "83.78", "overall": "90.77"},
    ),
    "names first, numbers after": (
        "การเปิดเผยข้อมูล\nการป้องกันการทุจริต\nการปฏิบัติหน้าที่\n91.27\n80.00\n100.00",
        {"9": "91.27", "10": "80.00", "1": "100.00"},
    ),
    "numbers of indicators and scores only": ("1\t84.17\n2\t93.06\n9\t100", {"1": "84.17", "2": "93.06", "9": "100"}),
    "name and number on lines of their own": (
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่\n\n84.17\nตัวชี้วัดที่ 2 การใช้งบประมาณ\n93.06 คะแนน",
        {"1": "84.17", "2": "93.06"},
    ),
    "parts with tabs and blanks": (
        "คะแนนภาพรวม 93.71 ระดับผ่านดี\nIIT 90.45\nEIT ส่วนที่ 1 95.2\nEIT2\t84\nOIT\t100.00",
        {"overall": "93.71", "IIT": "90.45", "EIT1": "95.20", "EIT2": "84", "OIT": "100.00"},
    ),
    "ids of all kinds": (
        "i1 80.5\ne6@EIT2 77\no13\t100\n9.3 90",
        {"i1": "80.50", "e6@EIT2": "77", "o13": "100", "9.3": "90"},
    ),
    "bare years as heads": ("ตัวชี้วัด\t2566\t2567\t2568\n1 การปฏิบัติหน้าที่\t91.43\t84.17\t90", {"1": "84.17"}),
    "one row of ten numbers": ("\t".join(TEN.values()), TEN),
    "direction marks": ("การใช้อำนาจ\t\u202a83.93\u202c\nการใช้งบประมาณ\t๘๓.๙๔", {"3": "83.93", "2": "83.94"}),
}


@pytest.mark.parametrize("name", ROWS)
def test_rows(name: str, frameworks: Mapping[int, Framework]) -> None:
    text, wanted = ROWS[name]
    assert values(read(text, frameworks[2567])) == wanted


def test_what_was_told_in_a_roundabout_way_is_doubtful(frameworks: Mapping[int, Framework]) -> None:
    def doubts(name: str) -> dict[str, set[Doubt]]:
        return doubtful(read(ROWS[name][0], frameworks[2567]))

    assert doubts("shares of the total") == {code: {Doubt.SHARE} for code in ("IIT", "EIT", "OIT")}
    assert doubts("strokes, units and a blank inside") == {"5": {Doubt.MENDED}}
    assert set(doubts("names first, numbers after")) == {"9", "10", "1"}
    assert doubts("full mark behind the score") == {}


def test_a_number_beside_another_ones_name_is_doubtful(frameworks: Mapping[int, Framework]) -> None:
    table = read("2\tการปฏิบัติหน้าที่\t84.17\n1\tการใช้งบประมาณ\t90.00", frameworks[2567])
    assert values(table) == {"1": "84.17", "2": "90.00"}
    assert doubtful(table) == {"1": {Doubt.CONTRADICTED}, "2": {Doubt.CONTRADICTED}}


def test_of_many_offices_ours_is_chosen_else_asked_for(frameworks: Mapping[int, Framework]) -> None:
    import openpyxl

    sheet = openpyxl.load_workbook(FOREIGN / "m7-result-list.xlsx").active
    table = table_of(tuple(tuple(str(cell or "") for cell in row) for row in sheet.iter_rows(values_only=True)))
    ours = read_scores(table, frameworks[2568], office="วิทยาลัยเทคนิคโพธิ์งามคำ")
    assert ours is not None
    assert ours.column is not None
    assert values(ours) == {"IIT": "98.80", "EIT": "92.07", "OIT": "83.78", "overall": "90.77"}
    assert (ours.column.level, ours.column.rank) == ("ผ่านดี", 179)
    unknown = read_scores(table, frameworks[2568], office="วิทยาลัยที่ไม่มีในรายการ")
    assert unknown is not None
    assert unknown.column is None
    assert len(unknown.columns) == 4


def test_the_only_row_of_another_office_is_asked_for(frameworks: Mapping[int, Framework]) -> None:
    text = given("04-transposed-names-across.txt")
    assert read(text, frameworks[2567], office="องค์การบริหารส่วนตำบลอื่นใด").column is None


@pytest.mark.parametrize(
    "text",
    [
        "ตัวชี้วัด\tมาตรการ\tผู้รับผิดชอบ\tระยะเวลา\n1. การปฏิบัติหน้าที่\tจัดทำคู่มือ\tสำนักปลัด\tม.ค.-มี.ค. ๖๔\n"
        "2. การใช้งบประมาณ\tเปิดเผยแผน\tกองคลัง\tม.ค.-มี.ค. ๖๔",
        "ลำดับ\tโครงการ\tงบประมาณ\tผู้รับผิดชอบ\n1\tอบรมคุณธรรม\t20,000\tสำนักปลัด\n2\tปรับปรุงเว็บไซต์\t15,000\tสำนักปลัด",
        "สวัสดีครับ",
        "",
    ],
    ids=["plan", "projects", "words", "nothing"],
)
def test_what_is_no_table_of_scores_offers_nothing(text: str, frameworks: Mapping[int, Framework]) -> None:
    assert read_scores_in_text(text, frameworks[2567]) is None


def test_a_head_is_no_name_that_waits_for_the_next_number(frameworks: Mapping[int, Framework]) -> None:
    table = read("คะแนนเฉลี่ย\nการปฏิบัติหน้าที่\t84.17\nการใช้งบประมาณ\t90.00", frameworks[2567])
    assert values(table) == {"1": "84.17", "2": "90.00"}


def test_a_changed_order_of_columns_changes_nothing(frameworks: Mapping[int, Framework]) -> None:
    columns = {
        "ที่": [str(n) for n in range(1, 11)],
        "ตัวชี้วัด": NAMES,
        "คะแนนเต็ม": ["100"] * 10,
        "ปี 2566": ["90.00"] * 10,
        "ปี 2567": list(TEN.values()),
        "เพิ่ม/ลด": ["+1.00", "-2.00"] * 5,
        "อันดับ": ["1", "5", "3", "4", "7", "2", "8", "6", "9", "10"],
    }
    heads = list(columns)
    for turn in range(len(heads)):
        order = heads[turn:] + heads[:turn]
        text = "\n".join("\t".join(row) for row in [order, *zip(*(columns[head] for head in order), strict=True)])
        assert values(read(text, frameworks[2567])) == TEN, order


def test_scores_have_at_most_two_decimals(frameworks: Mapping[int, Framework]) -> None:
    table = read("การปฏิบัติหน้าที่\t84.1734\nการใช้งบประมาณ\t90.5", frameworks[2567])
    assert table.column is not None
    first, second = table.column.scores
    assert (first.score, first.fault is not None) == (None, True)
    assert second.score == Decimal("90.50")


def test_a_second_score_of_the_same_is_doubtful(frameworks: Mapping[int, Framework]) -> None:
    table = read("การปฏิบัติหน้าที่ 84.17\nการปฏิบัติหน้าที่ 91.43", frameworks[2567])
    assert table.column is not None
    assert [(str(s.score), set(s.doubts)) for s in table.column.scores] == [
        ("84.17", set()),
        ("91.43", {Doubt.REPEATED}),
    ]


def test_a_number_without_an_owner_is_listed_and_not_guessed(frameworks: Mapping[int, Framework]) -> None:
    table = read("อะไรบางอย่าง 55.5\n2 การใช้งบประมาณ 66.6", frameworks[2567])
    assert table.column is not None
    assert [(s.ref, s.label) for s in table.column.scores] == [("", "อะไรบางอย่าง"), ("2", "2 การใช้งบประมาณ")]


def test_a_part_of_a_column_begins_where_it_was_pasted(frameworks: Mapping[int, Framework]) -> None:
    table = read_scores_in_text("88.33\n93.48", frameworks[2567], first="5")
    assert table is not None
    assert values(table) == {"5": "88.33", "6": "93.48"}
    assert doubtful(table) == {}


def test_faults_of_numbers_are_named(frameworks: Mapping[int, Framework]) -> None:
    table = read("1 การปฏิบัติหน้าที่ 840.17\n2 การใช้งบประมาณ 93.123", frameworks[2567])
    assert table.column is not None
    assert [(s.ref, s.fault.code.value) for s in table.column.scores if s.fault] == [
        ("1", "above_maximum"),
        ("2", "too_many_decimals"),
    ]
