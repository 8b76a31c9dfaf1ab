"""What is due, what came of it, and the slips of the units."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop.app.office import sending
from ita_desktop.domain.rules.due import DueState
from ita_desktop.domain.values.follow_up import FollowUp, Status
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.pages.documents.columns_editor import field_words
from ita_desktop.ui.pages.follow_up.page import FollowUpPage
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.widgets.field import LineField, TextField

PAGE = FollowUpPage


@pytest.fixture
def page(view: OfficeView, page: FollowUpPage) -> FollowUpPage:
    """In September, with the reports of the twelve months taken out of two measures."""
    view.desk.today = lambda: date(2025, 9, 10)
    for measure in view.desk.facts.plan.measures[2:4]:
        assert measure.id is not None
        half = tuple(result for result in measure.results if result.round == 6)
        view.desk.workspace.set_results(view.desk.plan_year, measure.id, half)
    return page


def stored(page: FollowUpPage) -> FollowUp:
    return page.editor.result


def test_what_is_due_stands_first_and_in_the_rail(page: FollowUpPage) -> None:
    assert "๒" in page.state().look_at
    assert page.state().count == "๑๔/๑๖"
    page.how.choose(DueState.DUE)
    assert page.model.rowCount() == 2
    page.how.choose(DueState.OVERDUE)
    assert page.model.rowCount() == 0
    assert not page.editor_card.isVisible()


def test_a_cell_lists_its_unit_and_round(page: FollowUpPage) -> None:
    button = page.rounds.buttons["สำนักปลัด", 12]
    assert "สำนักปลัด" in button.accessibleName()
    button.click()
    assert (page.unit.value(), page.months.value()) == ("สำนักปลัด", 12)
    rows = [page.model.value(row) for row in range(page.model.rowCount())]
    assert rows
    assert all(due and due.round == 12 and "สำนักปลัด" in due.measure.responsible for due in rows)


def test_a_result_goes_to_the_file_and_back(page: FollowUpPage) -> None:
    page.how.choose(DueState.DUE)
    page.how.choose(None)
    fields = page.editor.fields
    before = stored(page)
    fields["output"].setPlainText("คู่มือ ๑ เล่ม")
    fields["output"].finished.emit()
    fields["status"].choose(Status.DONE)
    fields["date"].setText("30/9/2568")
    fields["date"].finished.emit()
    assert (stored(page).output, stored(page).status, stored(page).date) == (
        "คู่มือ ๑ เล่ม",
        Status.DONE,
        date(2025, 9, 30),
    )
    for _ in range(3):
        page.desk.workspace.undo()
    assert stored(page) == before
    assert fields["output"].value() == before.output


def test_a_report_comes_to_be_with_its_first_word(page: FollowUpPage) -> None:
    page.how.choose(DueState.DUE)
    due = page.model.value(0)
    assert due is not None
    page.editor.fields["details"].add("ประชุมติดตาม").finished.emit()
    measure = page.editor.measure
    assert measure is not None
    assert [one.round for one in measure.results] == [6, 12]
    assert page.editor.measure_id == due.measure.id, "the clerk goes on writing the same report"
    page.how.choose(DueState.DUE)
    assert page.model.rowCount() == 1


def test_evidence_has_its_own_date_and_a_wrong_one_is_marked(page: FollowUpPage) -> None:
    evidence = page.editor.fields["evidence"]
    before = stored(page).evidence
    row = evidence.add()
    row.title.setText("ภาพถ่าย")
    row.date.setText("เมื่อวาน")
    row.url.setText("https://example.go.th/a.jpg")
    row.date.finished.emit()
    assert row.date.property("wrong")
    assert stored(page).evidence == before
    row.date.setText("1 ก.ย. 68")
    row.date.finished.emit()
    assert stored(page).evidence[-1].date == date(2025, 9, 1)
    assert stored(page).evidence[-1].url == "https://example.go.th/a.jpg"
    evidence.remove(row)
    assert stored(page).evidence == before


def test_a_file_is_chosen_for_the_evidence(page: FollowUpPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(file_dialogs, "ask_any_file", lambda *_: tmp_path / "ภาพ.jpg")
    row = page.editor.fields["evidence"].add()
    row.choose()
    assert stored(page).evidence[-1].file.endswith("ภาพ.jpg")


def test_a_place_leads_to_its_field(view: OfficeView, page: FollowUpPage) -> None:
    measure = view.desk.facts.plan.measures[5]
    page.unit.choose("กองช่าง")
    view.open_page("agency")
    view.show_origin(f"plan/2568/measure/{measure.id}/results/6/outcome")
    assert view.page is page
    assert page.editor.fields["outcome"].hasFocus()
    assert (page.editor.measure_id, page.editor.round) == (measure.id, 6)
    view.show_origin(f"plan/2568/measure/{measure.id}/results")
    assert view.page is page


@pytest.mark.parametrize("kind", ["json", "xlsx"])
def test_a_slip_goes_out_and_what_came_back_is_merged(
    page: FollowUpPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / f"slip.{kind}"
    monkeypatch.setattr(file_dialogs, "ask_save_file", lambda *_: file)
    page.slips.unit.choose("กองคลัง")
    (page.slips.book_button if kind == "xlsx" else page.slips.send_button).click()
    desk = page.desk
    slip = sending.read_slip(file, desk.workspace.frameworks)
    plan = slip.office.plans[0]
    told = replace(plan.measures[0].results[0], outcome="ประชาชนได้รับบริการเร็วขึ้น")
    measures = (replace(plan.measures[0], results=(told, *plan.measures[0].results[1:])), *plan.measures[1:])
    filled = replace(slip, office=replace(slip.office, plans=(replace(plan, measures=measures),)))
    sending.write_slip(file, filled, desk.workspace.frameworks)
    monkeypatch.setattr(file_dialogs, "ask_file", lambda *_: file)
    page.slips.take_button.click()
    assert [place.theirs for place, _ in page.slips.list.boxes] == ["ประชาชนได้รับบริการเร็วขึ้น"]
    page.slips.list.tick_all(wanted=True)
    page.slips.merge_button.click()
    assert desk.office.plans[-1].measures[0].results[0].outcome == "ประชาชนได้รับบริการเร็วขึ้น"
    assert not page.slips.list.isVisible()
    desk.workspace.undo()
    assert desk.office.plans[-1].measures[0].results[0].outcome != "ประชาชนได้รับบริการเร็วขึ้น"


def test_a_file_that_is_no_slip_is_told(page: FollowUpPage, tmp_path: Path) -> None:
    strange = tmp_path / "strange.json"
    strange.write_text("{}", encoding="utf-8")
    page.slips.read(strange)
    assert "strange.json" in page.slips.notice.text
    assert not page.slips.merge_button.isVisible()


def test_half_typed_text_is_not_lost_with_another_row(page: FollowUpPage, qtbot: QtBot) -> None:
    first = (page.editor.measure_id, page.editor.round)
    page.editor.fields["remark"].setPlainText("พิมพ์ค้าง")
    page.choose(0 if page.table.currentIndex().row() else 1)
    assert (page.editor.measure_id, page.editor.round) != first
    measure = next(m for m in page.desk.facts.plan.measures if m.id == first[0])
    assert next(one for one in measure.results if one.round == first[1]).remark == "พิมพ์ค้าง"


def test_every_field_of_a_result_has_a_name_of_its_own(page: FollowUpPage) -> None:
    fields = [one for one in page.editor.fields.values() if isinstance(one, LineField | TextField)]
    names = [one.accessibleName() for one in fields]
    assert len(names) > 4
    assert len(set(names)) == len(names)
    assert field_words("output") != field_words("outcome")
