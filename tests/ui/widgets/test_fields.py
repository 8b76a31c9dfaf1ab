"""Fields: what a person may type, and what comes of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.pages.scores.official_result import read_rank
from ita_desktop.ui.paper.paper_options import read_shift
from ita_desktop.ui.widgets.buttons import Button, IconButton
from ita_desktop.ui.widgets.date_field import DateField, read_date
from ita_desktop.ui.widgets.field import ChoiceField, LineField, TextField
from ita_desktop.ui.widgets.lines_field import LinesField
from ita_desktop.ui.widgets.menu_button import MenuButton
from ita_desktop.ui.widgets.month_cells import MonthCells
from ita_desktop.ui.widgets.score_field import ScoreField, read_score
from ita_desktop.ui.window.start_page import Way


@pytest.mark.parametrize(
    ("typed", "score"),
    [("๑๐๐", "100"), ("100", "100"), ("83,93", "83.93"), (" 83.93 ", "83.93"), ("๙๓.๗๑", "93.71"), ("0", "0")],
)
def test_a_score_is_read(typed: str, score: str) -> None:
    assert read_score(typed) == Decimal(score)


def test_an_empty_score_is_none() -> None:
    assert read_score("  ") is None


@pytest.mark.parametrize("typed", ["100.01", "ร้อย", "-1", "83.933", "8 3"])
def test_what_is_no_score_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match=r"[\u0e00-\u0e7f]"):
        read_score(typed)


@pytest.mark.parametrize(
    "typed", ["19/12/2567", "๑๙ ธันวาคม ๒๕๖๗", "19 ธ.ค. 67", "19 ธค 2567", "19-12-67", "๑๙ ธันวาคม พ.ศ. ๒๕๖๗"]
)
def test_a_date_is_read_as_people_write_it(typed: str) -> None:
    assert read_date(typed) == date(2024, 12, 19)


@pytest.mark.parametrize("typed", ["31/02/2567", "พรุ่งนี้", "19 มกร 2567", "2567"])
def test_what_is_no_date_is_refused_with_what_would_be_right(typed: str) -> None:
    with pytest.raises(ValueError, match="๑๙/๑๒/๒๕๖๗"):
        read_date(typed)


def test_a_date_is_shown_in_the_buddhist_era(qtbot: QtBot) -> None:
    field = DateField("วันที่")
    qtbot.addWidget(field)
    field.show_value(date(2024, 12, 19))
    assert field.text() == "๑๙ ธันวาคม ๒๕๖๗"


def test_rank_and_shift_are_read_or_refused() -> None:
    assert read_rank("๒,๙๙๑") == 2991
    assert read_rank("") is None
    assert read_shift("-๑.๕") == -1.5
    for read, typed in (
        (read_rank, "สาม"),
        (read_rank, "0"),
        (read_rank, "²"),
        (read_rank, "9" * 400),
        (read_shift, "ไกล"),
        (read_shift, "300"),
    ):
        with pytest.raises(ValueError, match=r"[\u0e00-\u0e7f]"):
            read(typed)


def test_enter_in_a_score_finishes_it_and_goes_down(qtbot: QtBot, theme: Theme) -> None:
    field = ScoreField(theme, "ตัวชี้วัด")
    qtbot.addWidget(field)
    moves: list[int] = []
    field.moved.connect(moves.append)
    with qtbot.waitSignal(field.finished):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert moves == [1, -1]


def test_rows_are_added_removed_and_moved_by_keys(qtbot: QtBot, theme: Theme) -> None:
    field = LinesField(theme, "ขั้นตอน", "เพิ่ม")
    page = QScrollArea()
    page.setWidget(field)
    qtbot.addWidget(page)
    page.show()
    field.show_value(("หนึ่งสอง", "สาม"))
    first = field.texts[0]
    cursor = first.textCursor()
    cursor.setPosition(len("หนึ่ง"))
    first.setTextCursor(cursor)
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert field.value() == ("หนึ่ง", "สอง", "สาม")
    qtbot.keyClick(field.texts[2], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert field.value() == ("หนึ่ง", "สาม", "สอง")
    field.texts[1].setPlainText("")
    with qtbot.waitSignal(field.finished):
        qtbot.keyClick(field.texts[1], Qt.Key.Key_Backspace)
    assert field.value() == ("หนึ่ง", "สอง")
    assert len(field.texts) == 2


def test_an_empty_row_is_no_value(qtbot: QtBot, theme: Theme) -> None:
    field = LinesField(theme, "ขั้นตอน", "เพิ่ม")
    qtbot.addWidget(field)
    field.add("ข้อความ")
    field.add("   ")
    assert field.value() == ("ข้อความ",)


def test_a_text_grows_with_its_lines(qtbot: QtBot) -> None:
    field = TextField("ข้อความ")
    qtbot.addWidget(field)
    field.resize(300, 40)
    one = field.height()
    field.show_value("บรรทัด\n" * 5)
    assert field.height() > one * 3


def test_a_choice_keeps_what_was_chosen_when_the_offer_changes(qtbot: QtBot, theme: Theme) -> None:
    field = ChoiceField(theme, "ระดับ", (("a", "ก"), ("b", "ข")))
    qtbot.addWidget(field)
    field.show_value("b")
    field.set_choices((("c", "ค"), ("b", "ข")))
    assert field.value() == "b"
    field.set_choices((("c", "ค"),))
    assert field.value() is None


def test_a_pasted_line_keeps_its_words_and_nothing_unseen(qtbot: QtBot) -> None:
    field = LineField("ชื่อ")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "()")
    field.cursorBackward(False)
    QApplication.clipboard().setText("ก\r\nข\tค\x00\x07<b>&amp;</b>😀\n")
    field.paste()
    assert field.value() == "(ก ข ค<b>&amp;</b>😀 )"
    assert field.cursorPosition() == field.text().index(")") + 1  # the smile is two of its units
    field.undo()
    assert field.value() == "()"


def test_the_line_end_that_a_cell_of_excel_brings_is_left_out(qtbot: QtBot) -> None:
    field = LineField("ชื่อ")
    qtbot.addWidget(field)
    QApplication.clipboard().setText("กองคลัง\r\n")
    with qtbot.waitSignal(field.edited):
        field.paste()
    assert field.value() == "กองคลัง"
    assert field.cursorPosition() == len("กองคลัง")


def test_a_pasted_paragraph_keeps_its_lines_and_nothing_unseen(qtbot: QtBot) -> None:
    field = TextField("ข้อความ")
    qtbot.addWidget(field)
    QApplication.clipboard().setText("ก\x00\nข\x07<b>&amp;</b>")
    field.paste()
    assert field.value() == "ก\nข<b>&amp;</b>"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_the_button_that_has_the_keyboard(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    pressed: list[str] = []
    for button in (
        Button(theme, "เพิ่ม", lambda: pressed.append("เพิ่ม")),
        IconButton(theme, "plus", "บวก", lambda: pressed.append("บวก")),
        Way(theme, "plus", "เริ่ม", "หน่วยงาน"),
        MenuButton(theme, "รายการ"),
        MonthCells(theme, "เดือน").cells[0],
    ):
        qtbot.addWidget(button)
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)
    assert pressed == ["เพิ่ม", "บวก"]
