"""What is uncovered, the library, finding, and several measures at once."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from pytestqt.qtbot import QtBot

from ita_desktop.app.year.roll_over import TO_CHANGE
from ita_desktop.ui.pages.measures.library import MeasureLibrary
from ita_desktop.ui.pages.measures.page import MeasuresPage

PAGE = MeasuresPage


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


def opened_library(page: MeasuresPage) -> MeasureLibrary:
    page.library_fold.switch()
    library = page.library_fold.content
    assert isinstance(library, MeasureLibrary)
    return library


def test_ticked_measures_of_the_library_become_one_measure(page: MeasuresPage) -> None:
    before = len(page.measures)
    library = opened_library(page)
    assert not library.add_button.isEnabled()
    library.choose("8")
    texts = library.proposals.texts[:2]
    for row in range(2):
        library.proposals.tick(row)
    library.add_button.click()
    assert len(page.measures) == before + 1
    assert (page.measures[-1].refs, page.measures[-1].measures) == (("8",), texts)
    assert library.proposals.ticked == ()


def test_the_library_works_by_keyboard(page: MeasuresPage, qtbot: QtBot) -> None:
    library = opened_library(page)
    library.choose("8")
    library.texts.selectRow(1)
    qtbot.keyClick(library.texts, Qt.Key.Key_Space)
    assert library.proposals.ticked == (library.proposals.texts[1],)
    qtbot.keyClick(library.texts, Qt.Key.Key_Space)
    assert library.proposals.ticked == ()
    qtbot.keyClick(library.texts, Qt.Key.Key_Return)
    assert page.measures[-1].measures == (library.proposals.texts[1],)


def test_a_proposal_dropped_on_an_indicator_becomes_its_measure(page: MeasuresPage) -> None:
    library = opened_library(page)
    library.choose("8")
    row = library.targets.row_of("3")
    had = library.targets.value(row).measures
    data = library.proposals.mimeData([library.proposals.index(0, 0)])
    onto = library.targets.index(row, 0)
    assert library.targets.canDropMimeData(data, Qt.DropAction.CopyAction, -1, -1, onto)
    library.targets.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, onto)
    assert (page.measures[-1].refs, page.measures[-1].measures) == (("3",), library.proposals.texts[:1])
    assert library.targets.value(library.targets.row_of("3")).measures == had + 1


def test_proposals_dropped_on_the_plan_join_a_measure_or_become_one(page: MeasuresPage) -> None:
    library = opened_library(page)
    library.choose("8")
    library.proposals.tick(0)
    library.proposals.tick(1)
    data = library.proposals.mimeData([library.proposals.index(1, 0)])
    before = page.measures
    page.model.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, page.model.index(1, 0))
    texts = library.proposals.texts[:2]
    assert page.measures[1].measures == (*before[1].measures, *texts)
    page.model.dropMimeData(data, Qt.DropAction.CopyAction, 1, 0, QModelIndex())
    assert (page.measures[1].refs, page.measures[1].measures) == (("8",), texts)
    assert len(page.measures) == len(before) + 1
    page.desk.workspace.undo()
    page.desk.workspace.undo()
    assert page.measures == before


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
    page.choose(0)
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
