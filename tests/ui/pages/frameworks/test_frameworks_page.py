"""The rules of the years: seen, corrected, not in force while they do not hang together, taken back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ita_desktop.i18n import tr
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.pages.frameworks.levels_editor import LevelsEditor
from ita_desktop.ui.pages.frameworks.page import FrameworksPage
from ita_desktop.ui.pages.frameworks.parts_editor import PartsEditor
from ita_desktop.ui.widgets.field import ChoiceField, LineField

PAGE = FrameworksPage


def field(page: FrameworksPage, block: str, name: str):
    page.blocks[block].set_open(True)
    return next(b.field for b in page.form._bindings if b.field.accessibleName() == name)


def correct(page: FrameworksPage, block: str, name: str, text: str) -> None:
    one = field(page, block, name)
    one.setText(text)
    one.finished.emit()


def editor(page: FrameworksPage, block: str) -> PartsEditor:
    page.blocks[block].set_open(True)
    made = page.blocks[block].editor
    assert made is not None
    return made


def finish(field, text: str) -> None:
    """Type and leave the field."""
    field.setText(text) if isinstance(field, LineField) else field.setPlainText(text)
    field.finished.emit()


def items(page: FrameworksPage) -> list[str]:
    return [item.id for item in page.desk.workspace.frameworks[2569].items]


def test_each_block_says_how_sure_it_is(page: FrameworksPage) -> None:
    assert set(page.blocks) >= {"weights", "levels", "indicators", "items", "duty", "calendar"}
    page.year.choose(2569)
    assert page.current.draft


def test_a_name_is_corrected_and_comes_into_force(page: FrameworksPage) -> None:
    page.year.choose(2569)
    parts = editor(page, "indicators")
    parts.choose("1")
    finish(parts.text, "ชื่อจากคู่มือ")
    assert page.desk.workspace.frameworks[2569].indicator("1").name == "ชื่อจากคู่มือ"
    assert page.notice == ""
    page.desk.workspace.undo()
    assert page.desk.workspace.frameworks[2569].indicator("1").name != "ชื่อจากคู่มือ"


def test_weights_come_into_force_when_they_make_a_hundred(page: FrameworksPage) -> None:
    page.year.choose(2569)
    correct(page, "weights", "IIT (%)", "๒๐")
    assert "๑๐๐" in page.notice
    assert page.desk.workspace.frameworks[2569].instrument("IIT").weight == Decimal(30)
    correct(page, "weights", "EIT (%)", "40")
    assert page.notice == ""
    assert page.desk.workspace.frameworks[2569].instrument("IIT").weight == Decimal(20)
    page.take_back()
    assert page.rules.paths == {}
    assert page.desk.workspace.frameworks[2569].instrument("IIT").weight == Decimal(30)
    assert field(page, "weights", "IIT (%)").text() == "30"


def test_typing_goes_to_the_year_it_was_typed_in(page: FrameworksPage) -> None:
    page.year.choose(2569)
    one = field(page, "weights", "IIT (%)")
    one.setText("25")
    one.edited.emit()
    assert page.desk.facts.framework is not None
    page.year.choose(2568)
    assert page.desk.workspace.setting("framework-edits") == {"2569": {"instruments/IIT/weight": "25"}}


def test_what_is_no_number_is_said_at_its_field(page: FrameworksPage) -> None:
    correct(page, "weights", "IIT (%)", "มาก")
    assert field(page, "weights", "IIT (%)").property("wrong")
    assert page.desk.workspace.history == ()


def test_a_year_is_added_as_a_draft(page: FrameworksPage) -> None:
    last = max(page.desk.workspace.frameworks)
    page.add_year()
    assert page.year.value() == last + 1
    assert page.desk.workspace.frameworks[last + 1].draft
    page.desk.workspace.undo()
    assert last + 1 not in page.desk.workspace.frameworks


def test_an_item_is_added_moved_and_removed_by_keyboard(page: FrameworksPage, qtbot: QtBot) -> None:
    page.year.choose(2569)
    parts = editor(page, "items")
    parts.choose("o4")
    qtbot.keyClick(parts.table, Qt.Key.Key_Insert)
    assert parts.current is not None
    assert (parts.current.id, parts.code.text()) == ("o27", "o27")
    assert "o27" in page.notice
    finish(parts.text, "ข้อจากคู่มือ")
    assert page.notice == ""
    assert items(page)[3:6] == ["o4", "o27", "o5"]
    qtbot.keyClick(parts.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert items(page)[3:6] == ["o27", "o4", "o5"]
    assert parts.current.id == "o27"
    qtbot.keyClick(parts.table, Qt.Key.Key_Delete)
    assert "o27" not in items(page)


def test_a_code_is_judged_while_it_is_typed(page: FrameworksPage, qtbot: QtBot) -> None:
    page.year.choose(2569)
    parts = editor(page, "items")
    parts.choose("o4")
    parts.code.setFocus()
    parts.code.selectAll()
    qtbot.keyClicks(parts.code, "O5")
    assert parts.code.property("wrong")
    assert "o5" in page.notice
    assert page.desk.workspace.history == ()
    qtbot.keyClicks(parts.code, "5")
    assert not parts.code.property("wrong")
    assert page.notice == ""
    parts.flush()
    assert items(page)[3] == "o55"


def test_weights_are_judged_while_they_are_typed(page: FrameworksPage, qtbot: QtBot) -> None:
    page.year.choose(2569)
    one = field(page, "weights", "IIT (%)")
    one.setFocus()
    one.selectAll()
    qtbot.keyClicks(one, "40")
    assert "๑๑๐" in page.notice
    assert page.desk.workspace.history == ()


def test_removing_what_a_measure_refers_to_is_warned_about_and_loses_nothing(page: FrameworksPage) -> None:
    desk = page.desk
    year, measure = int(desk.plan_year), desk.facts.plan.measures[0]
    desk.workspace.set_measure(year, replace(measure, oit_refs=("o4",)))
    page.year.choose(year)
    parts = editor(page, "items")
    parts.choose("o4")
    assert "๑" in parts._referred.text()
    parts.remove()
    assert not any(item.id == "o4" for item in desk.workspace.frameworks[year].items)
    assert "o4" in parts._lost.text
    assert desk.facts.plan.measures[0].oit_refs == ("o4",)
    parts.back_button.click()
    assert parts._lost.text == ""
    assert any(item.id == "o4" for item in desk.workspace.frameworks[year].items)


def test_an_indicator_stays_while_something_belongs_to_it(page: FrameworksPage) -> None:
    page.year.choose(2567)
    parts = editor(page, "indicators")
    parts.choose("1")
    assert not parts.remove_button.isEnabled()
    parts.remove()
    assert page.rules.paths == {}
    page.year.choose(2569)
    parts = editor(page, "indicators")
    parts.choose("1")
    parts.remove()
    assert page.desk.workspace.frameworks[2569].indicators[0].id == "2"


def test_all_pages_stand_without_an_indicator_that_has_a_score(page: FrameworksPage) -> None:
    page.desk.workspace.set_setting(
        "framework-edits",
        {
            "2567": {
                **{f"questions/{q.id}/indicator": "1" for q in page.rules.years[2567].indicator("2").questions},
                "indicators/2/removed": "1",
            }
        },
    )
    assert len(page.desk.workspace.frameworks[2567].indicators) == 9
    for name in PageName:
        page.desk.page_wanted.emit(name)
    assert page.desk.facts.assessed.scores["2"]


def test_each_correction_is_listed_and_taken_back_by_itself(page: FrameworksPage) -> None:
    page.year.choose(2569)
    correct(page, "weights", "IIT (%)", "๒๐")
    parts = editor(page, "items")
    parts.choose("o4")
    finish(parts.text, "ข้อความใหม่")
    page.own.set_open(True)
    buttons = page.own.content.buttons
    assert set(buttons) == {"instruments/IIT/weight", "items/o4"}
    buttons["instruments/IIT/weight"].click()
    assert page.rules.paths == {"items/o4/text": "ข้อความใหม่"}
    assert all(mark.isHidden() for mark in page.blocks["weights"]._marks)
    page.own.content.buttons["items/o4"].click()
    assert page.rules.paths == {}
    assert page.own.isHidden()


def test_a_corrected_field_says_what_was_shipped(page: FrameworksPage) -> None:
    page.year.choose(2569)
    correct(page, "weights", "IIT (%)", "๒๐")
    mark = next(m for m in page.blocks["weights"]._marks if m._path == "instruments/IIT/weight")
    assert not mark.isHidden()
    mark.back.click()
    assert page.rules.paths == {}
    assert field(page, "weights", "IIT (%)").text() == "30"


def test_the_office_confirms_a_block_from_the_manual(page: FrameworksPage) -> None:
    page.year.choose(2569)
    page.blocks["items"].set_open(True)
    before = page.blocks["items"]._chip.text
    sure = next(b.field for b in page.form._bindings if isinstance(b.field, ChoiceField))
    sure.choose("confirmed")
    assert page.desk.workspace.frameworks[2569].provenance["items"].confidence.is_sure
    assert page.blocks["items"]._chip.text != before
    page.own.set_open(True)
    assert tr("confirmed") in [label.accessibleName() for label in page.own.content.findChildren(QLabel)]
    page.own.content.buttons["provenance/items/confidence"].click()
    assert page.blocks["items"]._chip.text == before


def test_the_dates_understood_are_said_while_they_are_typed(page: FrameworksPage, qtbot: QtBot) -> None:
    page.year.choose(2570)
    block = page.blocks["calendar"]
    block.set_open(True)
    block._calendar.setPlainText("ประกาศผลการประเมิน: 15 ส.ค. 2570\nอื่น: เร็ว ๆ นี้")
    assert "๑๕ ส.ค. ๗๐" in block._reading.accessibleName()
    assert page.desk.workspace.history == ()
    block._calendar.finished.emit()
    assert page.desk.workspace.frameworks[2570].calendar[0].text == "15 ส.ค. 2570"


def test_pasted_lines_become_items(page: FrameworksPage) -> None:
    page.year.choose(2569)
    parts = editor(page, "items")
    parts.choose("o26")
    parts.add()
    finish(parts.text, "o27 หนึ่ง\no28 สอง")
    assert items(page)[-2:] == ["o27", "o28"]
    assert parts.text.value() == "หนึ่ง"


def test_a_draft_takes_the_corrections_of_the_year_before_over(page: FrameworksPage) -> None:
    page.year.choose(2569)
    assert page.carry_button.isHidden()
    correct(page, "levels", tr("Pass mark"), "80")
    page.year.choose(2570)
    assert not page.carry_button.isHidden()
    page.carry_button.click()
    assert page.desk.workspace.frameworks[2570].levels.pass_mark == 80
    assert page.carry_button.isHidden()


def test_a_level_is_named_added_and_taken_out(page: FrameworksPage, qtbot: QtBot) -> None:
    page.year.choose(2569)
    page.blocks["levels"].set_open(True)
    table = page.blocks["levels"].editor
    assert isinstance(table, LevelsEditor)
    finish(table.fields["levels/ผ่านดี/name"], "ดี")
    assert [band.code for band in page.desk.workspace.frameworks[2569].levels.bands][1] == "ดี"
    table.add_button.click()
    assert page.notice
    finish(table.fields["levels/new1/name"], "พอใช้")
    assert page.notice == ""
    table.buttons["trash-2/ผ่าน"].click()
    codes = [band.code for band in page.desk.workspace.frameworks[2569].levels.bands]
    assert codes == ["ผ่านดีเยี่ยม", "ดี", "ต้องปรับปรุง", "พอใช้", "ต้องปรับปรุงโดยด่วน"]
    for key in ("ผ่าน", "ผ่านดี", "new1"):
        table.buttons[f"rotate-ccw/{key}"].click()
    assert page.rules.paths == {}


def test_a_mark_is_judged_while_it_is_typed(page: FrameworksPage, qtbot: QtBot) -> None:
    page.year.choose(2569)
    page.blocks["levels"].set_open(True)
    table = page.blocks["levels"].editor
    assert isinstance(table, LevelsEditor)
    mark = table.fields["levels/ผ่าน/overall_min"]
    mark.setFocus()
    mark.selectAll()
    qtbot.keyClicks(mark, "96")
    assert "๙๖" in page.notice
    assert page.desk.workspace.history == ()


def test_a_level_that_the_official_result_names_is_told(page: FrameworksPage) -> None:
    page.year.choose(2567)
    page.blocks["levels"].set_open(True)
    table = page.blocks["levels"].editor
    assert isinstance(table, LevelsEditor)
    named = next(year.official.level for year in page.desk.office.years if year.fiscal_year == 2567)
    table.buttons[f"trash-2/{named}"].click()
    assert named in table._lost.text
    table.buttons[f"rotate-ccw/{named}"].click()
    assert table._lost.text == ""


def test_weights_that_make_no_hundred_are_told_at_their_fields(page: FrameworksPage, qtbot: QtBot) -> None:
    page.year.choose(2569)
    one, other = field(page, "weights", "IIT (%)"), field(page, "weights", "EIT (%)")
    one.setFocus()
    one.selectAll()
    qtbot.keyClicks(one, "20")
    assert other.property("wrong")
    assert "90" in other.accessibleDescription()
    qtbot.keyClicks(one, "x")
    assert "90" not in one.accessibleDescription()
    assert one.property("wrong")
    one.selectAll()
    qtbot.keyClicks(one, "30")
    assert not one.property("wrong")
    assert not other.property("wrong")


def test_a_block_opened_later_tells_its_faults_too(page: FrameworksPage) -> None:
    page.year.choose(2569)
    parts = editor(page, "items")
    parts.choose("o25")
    parts.remove()
    assert field(page, "duty", tr("Item of the measures")).property("wrong")
    assert not field(page, "duty", tr("Item of their results")).property("wrong")


def test_the_cursor_stays_in_the_levels_while_they_are_edited(page: FrameworksPage, qtbot: QtBot) -> None:
    page.year.choose(2569)
    page.blocks["levels"].set_open(True)
    table = page.blocks["levels"].editor
    assert isinstance(table, LevelsEditor)
    name = table.fields["levels/ผ่าน/name"]
    qtbot.waitUntil(name.isVisible)
    name.setFocus()
    qtbot.keyClicks(name, "A")
    qtbot.keyClick(name, Qt.Key.Key_Tab)
    assert table.fields["levels/ผ่าน/overall_min"].hasFocus()
    assert page.rules.paths == {"levels/ผ่าน/name": "Aผ่าน"}
    table.buttons["trash-2/ผ่านดี"].setFocus()
    qtbot.keyClick(table.buttons["trash-2/ผ่านดี"], Qt.Key.Key_Space)
    assert table.isAncestorOf(page.window().focusWidget())


def test_the_cursor_goes_along_when_a_level_changes_its_place(page: FrameworksPage, qtbot: QtBot) -> None:
    page.year.choose(2569)
    page.blocks["levels"].set_open(True)
    table = page.blocks["levels"].editor
    assert isinstance(table, LevelsEditor)
    table.add_button.click()
    qtbot.waitUntil(table.fields["levels/new1/name"].isVisible)
    mark = table.fields["levels/new1/overall_min"]
    mark.setFocus()
    mark.selectAll()
    qtbot.keyClicks(mark, "90")
    qtbot.keyClick(mark, Qt.Key.Key_Tab)
    assert [path for path in table.fields if path.endswith("name")][1] == "levels/new1/name"
    assert table.fields["levels/new1/each_instrument_min"].hasFocus()
