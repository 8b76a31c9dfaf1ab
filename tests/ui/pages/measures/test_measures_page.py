"""The measures: table and editor over the same plan."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.domain.values.measure import Measure
from ita_desktop.domain.values.origin import Origin
from ita_desktop.ui.pages.measures.measure_table import MONTHS, PERIOD, WHAT
from ita_desktop.ui.pages.measures.page import MeasuresPage

PAGE = MeasuresPage


def first(page: MeasuresPage) -> Measure:
    return page.measures[0]


def test_the_first_measure_is_open_at_once(page: MeasuresPage) -> None:
    assert page.editor.id == first(page).id
    assert page.model.rowCount() == len(page.measures)


def test_a_field_goes_to_the_file_and_back(page: MeasuresPage) -> None:
    before = first(page).issue
    issue = page.editor.fields["issue"]
    issue.setPlainText("ประเด็นใหม่")
    issue.finished.emit()
    assert first(page).issue == "ประเด็นใหม่"
    page.desk.workspace.undo()
    assert issue.value() == before
    assert first(page).issue == before


def test_lists_rounds_and_months_are_stored(page: MeasuresPage) -> None:
    fields = page.editor.fields
    count = len(first(page).steps)
    fields["steps"].add("ขั้นตอนสุดท้าย").finished.emit()
    fields["follow_up_rounds"].boxes[3].click()
    fields["period_from"].show_value(("", ""))
    fields["period_from"].cells.cells[2].click()
    assert first(page).steps[count] == "ขั้นตอนสุดท้าย"
    assert 3 in first(page).follow_up_rounds
    assert first(page).period_from == page.desk.plan_year.months[2]


def test_refs_are_known_or_refused_at_the_field(page: MeasuresPage) -> None:
    refs = page.editor.fields["refs"]
    refs.line.setText("๑, e4")
    refs.line.finished.emit()
    assert first(page).refs == ("1", "e4")
    refs.line.setText("99")
    refs.line.finished.emit()
    assert first(page).refs == ("1", "e4")
    assert refs.line.text() == "99"
    assert refs.line.property("wrong")
    refs.line.setText("๑")
    refs.add("9.3")
    assert first(page).refs == ("1", "9.3")
    assert refs.line.text() == "๑, ๙.๓"


def test_a_unit_is_taken_from_the_office_and_given_up_again(page: MeasuresPage) -> None:
    unit = page.desk.office.agency.departments[-1]

    def entry():
        return next(a for a in page.editor.units.entries.actions() if a.text() == unit)

    entry().trigger()
    assert unit in first(page).responsible
    assert unit in page.editor.fields["responsible"].value()
    assert entry().isChecked()
    entry().trigger()
    assert unit not in first(page).responsible


def dropped(page: MeasuresPage, data: QMimeData, row: int) -> None:
    parent = QModelIndex()
    assert page.model.canDropMimeData(data, Qt.DropAction.MoveAction, row, 0, parent)
    page.model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, parent)


def test_rows_are_ordered_by_dragging(page: MeasuresPage) -> None:
    ids = [m.id for m in page.measures]
    dropped(page, page.model.mimeData([page.model.index(0, 0)]), row=3)
    assert [m.id for m in page.measures] == [ids[1], ids[2], ids[0], *ids[3:]]
    assert page.editor.id == ids[0]
    dropped(page, page.model.mimeData([page.model.index(2, 0)]), row=0)
    assert [m.id for m in page.measures] == ids
    assert page.desk.workspace.undo_label == "measure-move"


def test_rows_are_ordered_by_keys(page: MeasuresPage, qtbot: QtBot) -> None:
    ids = [m.id for m in page.measures]
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [m.id for m in page.measures][:2] == [ids[1], ids[0]]
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert [m.id for m in page.measures] == [ids[1], *ids[2:]]
    qtbot.keyClick(page.table, Qt.Key.Key_Insert, Qt.KeyboardModifier.ControlModifier)
    assert len(page.measures) == len(ids)


def test_a_row_is_dropped_where_the_mouse_lets_it_go(page: MeasuresPage, qapp: QApplication) -> None:
    ids = [m.id for m in page.measures]
    data = page.model.mimeData([page.model.index(0, 0)])
    below = page.table.visualRect(page.model.index(2, WHAT)).bottomLeft().toPointF()
    port, buttons, keys = page.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    actions = Qt.DropAction.MoveAction
    for kind in (QDragEnterEvent, QDragMoveEvent, QDropEvent):
        qapp.sendEvent(port, kind(below, actions, data, buttons, keys))
    assert [m.id for m in page.measures] == [ids[1], ids[2], ids[0], *ids[3:]]


def test_only_one_measure_is_chosen_though_ctrl_is_held(page: MeasuresPage, qtbot: QtBot) -> None:
    page.move_by(1)
    held = Qt.KeyboardModifier.ControlModifier
    qtbot.keyPress(page.sought, Qt.Key.Key_Home, held)
    page.choose(3)
    assert len(page.table.selectionModel().selectedRows()) == 1
    qtbot.keyRelease(page.sought, Qt.Key.Key_Home)


def test_all_that_is_selected_is_removed_as_one_step(page: MeasuresPage, qtbot: QtBot) -> None:
    ids = [m.id for m in page.measures]
    page.choose(1)
    rows = QItemSelectionModel.SelectionFlag.Rows | QItemSelectionModel.SelectionFlag.Select
    page.table.selectionModel().select(page.model.index(3, 0), rows)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert [m.id for m in page.measures] == [ids[0], ids[2], *ids[4:]]
    page.desk.workspace.undo()
    assert [m.id for m in page.measures] == ids


def test_the_months_of_a_period_stand_in_the_table(page: MeasuresPage) -> None:
    months = page.desk.plan_year.months
    changed = replace(first(page), period="", period_from=months[1], period_to=months[3])
    page.desk.workspace.set_measure(page.desk.plan_year, changed)
    shown = page.model.index(0, PERIOD).data(MONTHS)
    assert [number for number, works in enumerate(shown) if works] == [1, 2, 3]


@pytest.mark.parametrize(
    ("before", "clicked", "after"),
    [
        (None, 4, (4, 4)),
        ((3, 5), 8, (3, 8)),
        ((3, 5), 0, (0, 5)),
        ((3, 5), 3, (4, 5)),
        ((3, 5), 5, (3, 4)),
        ((3, 9), 4, (4, 9)),
        ((3, 9), 8, (3, 8)),
        ((3, 3), 3, None),
    ],
)
def test_a_click_makes_the_period_longer_or_shorter(page: MeasuresPage, before, clicked: int, after) -> None:
    months = page.desk.plan_year.months
    period = ("", "") if before is None else (months[before[0]], months[before[1]])
    field = page.editor.fields["period_from"]
    changed = replace(first(page), period_from=period[0], period_to=period[1])
    page.desk.workspace.set_measure(page.desk.plan_year, changed)
    field.cells.cells[clicked].click()
    wanted = ("", "") if after is None else (months[after[0]], months[after[1]])
    assert (first(page).period_from, first(page).period_to) == wanted


def test_a_month_of_another_year_stays_until_its_end_is_changed(page: MeasuresPage) -> None:
    months = page.desk.plan_year.months
    changed = replace(first(page), period_from="2023-05", period_to=months[2])
    page.desk.workspace.set_measure(page.desk.plan_year, changed)
    page.editor.fields["period_to"].cells.cells[5].click()
    assert (first(page).period_from, first(page).period_to) == ("2023-05", months[5])


def test_add_duplicate_move_remove(page: MeasuresPage) -> None:
    before = [m.id for m in page.measures]
    page.add()
    added = page.editor.id
    assert added not in before
    assert [m.id for m in page.measures].index(added) == 1
    page.duplicate()
    assert len(page.measures) == len(before) + 2
    page.move_by(-1)
    assert page.current is not None
    assert page.current.id == page.editor.id
    page.remove()
    page.remove()
    assert len(page.measures) == len(before)
    for _ in range(5):
        page.desk.workspace.undo()
    assert [m.id for m in page.measures] == before


def test_a_duplicate_has_no_results(page: MeasuresPage) -> None:
    page.duplicate()
    assert page.measures[1].measures == first(page).measures
    assert page.measures[1].results == ()


def test_half_typed_text_is_kept_when_another_measure_is_chosen(page: MeasuresPage) -> None:
    issue = page.editor.fields["issue"]
    issue.setPlainText("พิมพ์ค้างไว้")
    page.choose(1)
    assert first(page).issue == "พิมพ์ค้างไว้"
    assert issue.value() == page.measures[1].issue


def test_an_empty_plan_says_what_to_do(page: MeasuresPage) -> None:
    while page.measures:
        page.remove()
    assert not page.empty.isHidden()
    assert page.editor_card.isHidden()
    page.add()
    assert page.empty.isHidden()
    assert page.state().look_at


def test_the_plan_has_its_own_fields(page: MeasuresPage) -> None:
    date = page.plan_fields["report_date"]
    date.setText("19 ธ.ค. 67")
    date.finished.emit()
    plan = next(p for p in page.desk.office.plans if p.fiscal_year == page.desk.plan_year)
    assert plan.report_date.isoformat() == "2024-12-19"
    assert len(plan.measures) == len(page.measures)
    assert date.text() == "๑๙ ธันวาคม ๒๕๖๗"
    date.setText("พรุ่งนี้")
    date.finished.emit()
    assert date.property("wrong")


def test_a_place_in_the_preview_leads_to_its_measure(page: MeasuresPage) -> None:
    third = page.measures[2]
    assert page.show_origin(Origin(f"plan/{int(page.desk.plan_year)}/measure/{third.id}/steps"))
    assert page.editor.id == third.id
    assert not page.show_origin(Origin("plan/2500/measure/1/steps"))
