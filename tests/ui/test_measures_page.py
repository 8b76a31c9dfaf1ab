"""The measures: table and editor over the same plan."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ita_desktop.domain.measure import Measure
from ita_desktop.ui.office_view import OfficeView
from ita_desktop.ui.pages.measures import MeasuresPage


@pytest.fixture
def page(opened: Callable[[str], OfficeView]) -> MeasuresPage:
    page = opened("measures").page
    assert isinstance(page, MeasuresPage)
    return page


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
    fields["period_from"].choose(page.desk.plan_year.months[2])
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


def test_a_unit_is_taken_from_the_office(page: MeasuresPage) -> None:
    unit = page.desk.office.agency.departments[-1]
    action = next(a for a in page.editor.units.entries.actions() if a.text() == unit)
    action.trigger()
    assert unit in first(page).responsible
    assert unit in page.editor.fields["responsible"].value()


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
    assert page.show_origin(f"plan/{int(page.desk.plan_year)}/measure/{third.id}/steps")
    assert page.editor.id == third.id
    assert not page.show_origin("plan/2500/measure/1/steps")
