"""What is uncovered, the library, finding, and several measures at once."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelectionModel

from ita_desktop.app.roll_over import TO_CHANGE
from ita_desktop.ui.office_view import OfficeView
from ita_desktop.ui.pages.measures import MeasuresPage


@pytest.fixture
def page(opened: Callable[[str], OfficeView]) -> MeasuresPage:
    made = opened("measures").page
    assert isinstance(made, MeasuresPage)
    return made


def test_a_weakness_without_a_measure_gets_one(page: MeasuresPage) -> None:
    page.desk.workspace.set_score(page.desk.assessed_year, "3", Decimal("20"))
    shown = page.uncovered.shown
    assert shown[0].ref == "3"
    assert page.uncovered.isVisible()
    page.uncovered.begin(shown[0])
    assert page.measures[-1].refs == ("3",)
    assert page.measures[-1].responsible
    assert page.editor.id == page.measures[-1].id
    assert "3" not in [one.ref for one in page.uncovered.shown]


def test_ticked_measures_of_the_library_become_one_measure(page: MeasuresPage) -> None:
    before = len(page.measures)
    page.library_fold.switch()
    library = page.library_fold.content
    assert not library.add_button.isEnabled()
    library.indicator.choose("8")
    texts = list(library.boxes)[:2]
    for text in texts:
        library.boxes[text].setChecked(True)
    library.add_button.click()
    assert len(page.measures) == before + 1
    assert (page.measures[-1].refs, page.measures[-1].measures) == (("8",), tuple(texts))
    assert not any(box.isChecked() for box in library.boxes.values())


def test_finding_hides_the_other_rows(page: MeasuresPage) -> None:
    page.sought.setText("E-Service")
    page.sought.edited.emit()
    shown = [m for row, m in enumerate(page.measures) if not page.table.isRowHidden(row)]
    assert 0 < len(shown) < len(page.measures)
    assert all("E-Service" in " ".join(m.measures) + m.issue for m in shown)


def test_owner_and_period_of_several_are_one_step(page: MeasuresPage) -> None:
    page.bulk_fold.switch()
    bulk = page.bulk_fold.content
    model = page.table.selectionModel()
    rows = QItemSelectionModel.SelectionFlag.Rows | QItemSelectionModel.SelectionFlag.Select
    page.table.selectRow(0)
    model.select(page.model.index(2, 0), rows)
    before = page.measures
    bulk.unit.show_value("กองคลัง")
    bulk.set_unit()
    assert [m.responsible == ("กองคลัง",) for m in page.measures[:3]] == [
        True,
        before[1].responsible == ("กองคลัง",),
        True,
    ]
    bulk.first.show_value("2025-03")
    bulk.last.show_value("2024-11")
    bulk.set_period()
    assert (page.measures[0].period_from, page.measures[0].period_to) == ("2024-11", "2025-03")
    page.desk.workspace.undo()
    page.desk.workspace.undo()
    assert page.measures == before


def test_all_that_is_shown_is_changed_where_one_is_selected(page: MeasuresPage) -> None:
    assert page.chosen == page.measures


def test_a_measure_carried_over_to_be_changed_says_so_until_it_is(page: MeasuresPage) -> None:
    id_ = page.measures[0].id
    assert page.changed_button.isHidden()
    page.desk.workspace.set_setting(TO_CHANGE, [id_])
    page.choose(0)
    assert not page.changed_button.isHidden()
    assert page.state().look_at
    page.changed_button.click()
    assert page.changed_button.isHidden()
    assert not page.state().look_at
