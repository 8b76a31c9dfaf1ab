"""Corruption risks: the list, the five by five cells, the twelve months."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.risk import Risk
from ita_desktop.i18n import tr
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.pages.risks.page import RisksPage
from ita_desktop.ui.widgets.grade_field import GradeField
from ita_desktop.ui.widgets.month_cells import MonthCells

PAGE = RisksPage


def stored(page: RisksPage) -> Risk:
    return page.editor.risk


def test_a_field_goes_to_the_file_and_back(page: RisksPage) -> None:
    before = stored(page)
    fields = page.editor.fields
    fields["process"].setText("งานพัสดุ")
    fields["process"].finished.emit()
    fields["controls"].add("ตรวจสองคน").finished.emit()
    assert stored(page).process == "งานพัสดุ"
    assert stored(page).controls[-1] == "ตรวจสองคน"
    page.desk.workspace.undo()
    page.desk.workspace.undo()
    assert stored(page) == before
    assert fields["process"].value() == before.process


def test_a_cell_of_the_table_sets_both_and_is_told_in_words(page: RisksPage, qtbot: QtBot) -> None:
    grade = page.editor.fields["grade"]
    qtbot.mouseClick(grade, Qt.MouseButton.LeftButton, pos=grade.rect_of(5, 4).center())
    assert (stored(page).likelihood, stored(page).impact) == (5, 4)
    assert "๒๐" in grade.accessibleName()
    assert tr("very high") in grade.words
    assert page.model.index(0, 2).data() == "๕ × ๔ = ๒๐"
    page.desk.workspace.undo()
    assert grade.value() == (stored(page).likelihood, stored(page).impact) != (5, 4)


def test_the_cells_by_key(theme: Theme, qtbot: QtBot) -> None:
    grade = GradeField(theme, "โอกาส × ผลกระทบ")
    qtbot.addWidget(grade)
    for key, expected in (
        (Qt.Key.Key_Up, (1, 1)),
        (Qt.Key.Key_Up, (2, 1)),
        (Qt.Key.Key_Right, (2, 2)),
        (Qt.Key.Key_Down, (1, 2)),
        (Qt.Key.Key_Down, (1, 2)),
        (Qt.Key.Key_Left, (1, 1)),
        (Qt.Key.Key_Delete, (None, None)),
    ):
        qtbot.keyClick(grade, key)
        assert grade.value() == expected


def test_a_month_is_marked_by_click_and_by_key(page: RisksPage, qtbot: QtBot) -> None:
    before = stored(page).months
    months = page.editor.months
    assert [cell.accessibleName() for cell in months.cells][::11] == ["ตุลาคม ๒๕๖๗", "กันยายน ๒๕๖๘"]
    qtbot.mouseClick(months.cells[0], Qt.MouseButton.LeftButton)
    assert stored(page).months == ("2024-10", *before)
    months.cells[0].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        qtbot.keyClick(months.window().focusWidget(), key)
    assert months.cells[7].hasFocus()
    marked = "2025-05" in stored(page).months
    qtbot.keyClick(months.cells[7], Qt.Key.Key_Space)
    assert ("2025-05" in stored(page).months) is not marked
    qtbot.keyClick(months.cells[7], Qt.Key.Key_Left)
    assert months.cells[6].hasFocus()


def test_a_month_of_another_year_is_kept(theme: Theme, qtbot: QtBot) -> None:
    cells = MonthCells(theme, "เดือน")
    qtbot.addWidget(cells)
    cells.offer(FiscalYear(2568).months)
    cells.show_value(("2023-01", "2024-10"))
    cells.cells[1].click()
    assert cells.value() == ("2023-01", "2024-10", "2024-11")


def test_risks_are_added_copied_moved_and_removed(page: RisksPage) -> None:
    before = page.risks
    page.choose(0)
    page.add()
    assert page.editor.fields["risk"].hasFocus()
    assert page.risks[1].risk == ""
    assert page.state().look_at
    page.editor.fields["risk"].setPlainText("ความเสี่ยงใหม่")
    page.editor.fields["risk"].finished.emit()
    page.duplicate()
    assert [risk.risk for risk in page.risks][1:3] == ["ความเสี่ยงใหม่"] * 2
    page.move_by(-1)
    page.move_by(-1)
    assert page.risks[0].risk == "ความเสี่ยงใหม่"
    assert page.current == page.risks[0]
    page.remove()
    page.desk.workspace.undo()
    assert len(page.risks) == len(before) + 2


def test_a_year_without_risks_says_how_to_begin(view: OfficeView, page: RisksPage) -> None:
    view.choose_year(FiscalYear(2570))
    assert page.empty.isVisible()
    assert not page.editor_card.isVisible()
    page.add()
    assert page.editor_card.isVisible()
    assert page.editor.months.cells[0].accessibleName() == "ตุลาคม ๒๕๖๙"


def test_a_place_leads_to_its_field(view: OfficeView, page: RisksPage) -> None:
    risk = page.risks[1]
    view.open_page("agency")
    view.show_origin(f"plan/2568/risk/{risk.id}/likelihood")
    assert view.page is page
    assert page.editor.fields["grade"].hasFocus()
    assert page.current == risk
    view.show_origin(f"plan/2568/risk/{risk.id}/months")
    assert page.editor.months.cells[0].hasFocus()


def test_another_year_is_chosen_before_there_is_a_risk(view: OfficeView, page: RisksPage) -> None:
    cells = MonthCells(page.desk.theme, "เดือน")
    cells.show_value(())
    view.choose_year(FiscalYear(2563))
    assert page.risks == ()
    view.choose_year(FiscalYear(2564))
    assert page.editor_card.isHidden()
