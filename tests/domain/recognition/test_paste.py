"""Blocks as they come from sheets, web pages and PDFs."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from ita_desktop.domain.recognition.paste import OVERALL, Clue, read_paste, year_of_paste
from ita_desktop.domain.thai.writing import thai_digits
from ita_desktop.domain.values.framework import Framework

VALUES = "84.17 93.06 97.78 88.89 88.33 93.48 92.82 79.44 100 100"
SCORES = dict(zip(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"], VALUES.split(), strict=True))


@pytest.fixture
def framework(frameworks: Mapping[int, Framework]) -> Framework:
    return frameworks[2567]


def wanted() -> dict[str, Decimal]:
    return {ref: Decimal(score) for ref, score in SCORES.items()}


def test_a_column_of_numbers_goes_in_order(framework: Framework) -> None:
    paste = read_paste("\r\n".join(SCORES.values()), framework)
    assert paste.scores == wanted()
    assert {row.clue for row in paste.rows} == {Clue.POSITION}


def test_a_row_of_numbers_goes_in_order(framework: Framework) -> None:
    assert read_paste("\t".join(SCORES.values()), framework).scores == wanted()


def test_a_part_of_a_column_begins_where_the_cursor_stands(framework: Framework) -> None:
    assert read_paste("88.33\n93.48", framework, first="5").scores == {"5": Decimal("88.33"), "6": Decimal("93.48")}


def test_names_in_any_order_with_thai_digits_and_stray_spaces(framework: Framework) -> None:
    names = {indicator.id: indicator.name for indicator in framework.indicators}
    lines = [f"  {names[ref]} \t {thai_digits(score)}\u200b " for ref, score in sorted(SCORES.items())]
    paste = read_paste("\n".join(reversed(lines)), framework)
    assert paste.scores == wanted()
    assert {row.clue for row in paste.rows} == {Clue.NAME}


def test_a_name_whose_letters_were_broken_by_a_copy(framework: Framework) -> None:
    broken = "8. การปรับปรุงระบบการทํ างาน  ๗๙.๔๔ คะแนน"
    assert read_paste(broken, framework).scores == {"8": Decimal("79.44")}


def test_an_alias_of_another_year_is_known(framework: Framework) -> None:
    named = next(i for i in framework.indicators if i.aliases)
    assert read_paste(f"{named.aliases[0]}\t77.5", framework).scores == {named.id: Decimal("77.5")}


def test_numbers_before_scores(framework: Framework) -> None:
    text = "\n".join(f"{ref}\t{score}" for ref, score in SCORES.items())
    paste = read_paste(text, framework)
    assert paste.scores == wanted()
    assert {row.clue for row in paste.rows} == {Clue.NUMBER}


def test_a_web_page_has_name_and_score_on_lines_of_their_own(framework: Framework) -> None:
    text = "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่\n\n84.17\nตัวชี้วัดที่ 2 การใช้งบประมาณ\n93.06 คะแนน"
    assert read_paste(text, framework).scores == {"1": Decimal("84.17"), "2": Decimal("93.06")}


def test_the_column_of_the_year_is_taken(framework: Framework) -> None:
    text = "ตัวชี้วัด\t2566\t2567\t2568\n1 การปฏิบัติหน้าที่\t91.43\t84.17\t90"
    paste = read_paste(text, framework)
    assert paste.scores == {"1": Decimal("84.17")}
    assert paste.several_columns


def test_totals_instruments_parts_and_level(framework: Framework) -> None:
    text = "คะแนนภาพรวม 93.71 ระดับผ่านดี\nIIT 90.45\nEIT ส่วนที่ 1 95.2\nEIT2\t84\nOIT\t100.00"
    paste = read_paste(text, framework)
    expected = {OVERALL: "93.71", "IIT": "90.45", "EIT1": "95.2", "EIT2": "84", "OIT": "100.00"}
    assert paste.scores == {ref: Decimal(score) for ref, score in expected.items()}
    assert paste.level == "ผ่านดี"


def test_sub_indicators_questions_and_items(framework: Framework) -> None:
    text = "i1 80.5\ne6@EIT2 77\no13\t100\n9.3 90"
    expected = {"i1": "80.5", "e6@EIT2": "77", "o13": "100", "9.3": "90"}
    assert read_paste(text, framework).scores == {ref: Decimal(score) for ref, score in expected.items()}


def test_what_cannot_be_read_stays_with_its_reason(framework: Framework) -> None:
    paste = read_paste("1 การปฏิบัติหน้าที่ 840.17\n2 การใช้งบประมาณ 93.123", framework)
    assert paste.scores == {}
    assert [(row.ref, row.fault.code.value) for row in paste.rows if row.fault] == [
        ("1", "above_maximum"),
        ("2", "too_many_decimals"),
    ]


def test_a_second_score_of_the_same_is_marked_and_not_taken(framework: Framework) -> None:
    paste = read_paste("การปฏิบัติหน้าที่ 84.17\nการปฏิบัติหน้าที่ 91.43", framework)
    assert paste.scores == {"1": Decimal("84.17")}
    assert [row.repeated for row in paste.rows] == [False, True]


def test_a_number_without_a_place_is_shown_not_guessed(framework: Framework) -> None:
    paste = read_paste("อะไรบางอย่าง 55.5", framework)
    assert paste.scores == {}
    assert (paste.rows[0].ref, paste.rows[0].score) == ("", Decimal("55.5"))


@pytest.mark.parametrize("text", ["", "\n\n", "ไม่มีตัวเลข"])
def test_nothing_in_nothing_out(framework: Framework, text: str) -> None:
    assert read_paste(text, framework).rows == ()


def test_the_year_of_a_block() -> None:
    assert year_of_paste("ผลการประเมิน ปีงบประมาณ ๒๕๖๗") == 2567
    assert year_of_paste("2566 2567") is None
