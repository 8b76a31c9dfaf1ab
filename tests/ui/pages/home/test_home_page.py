"""The first page: the path of the year, the state of papers, other years, the next year, copies."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.papers.document_states import DocumentState, say_state, state_of
from ita_desktop.app.papers.printing import sheets
from ita_desktop.app.year.path import Progress, Stage
from ita_desktop.app.year.roll_over import Carry
from ita_desktop.app.year.work import Work
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.ui.desk.page_names import PAGE_OF
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.pages.home.page import HomePage
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.window.main_window import MainWindow

PAGE = HomePage


def test_an_office_opens_at_home(window: MainWindow) -> None:
    window.open_sample()
    assert window.view is not None
    assert window.view.page.NAME == "home"


def test_the_path_follows_the_papers(page: HomePage) -> None:
    assert {m.stage: m.progress for m in page.path.miles}[Stage.PAPERS] is Progress.NEXT
    ready = [sheet for sheet in sheets(page.desk.facts) if not sheet.needs]
    for sheet in ready:
        page.papers.fields[sheet.document, sheet.memo].choose(DocumentState.SIGNED)
        assert state_of(page.desk.workspace, page.desk.plan_year, sheet) is DocumentState.SIGNED
    assert {m.stage: m.progress for m in page.path.miles}[Stage.PAPERS] is Progress.DONE
    page.desk.workspace.undo()
    assert {m.stage: m.progress for m in page.path.miles}[Stage.PAPERS] is Progress.NEXT


def test_the_calendar_shows_what_is_due_and_goes_to_its_page(
    page: HomePage, qtbot: QtBot, view: OfficeView, qapp: QApplication
) -> None:
    page.desk.today = lambda: date(2025, 2, 11)
    page.refresh()
    card = page.calendar
    qapp.processEvents()
    row = next(n for n, one in enumerate(card.shown) if one.work is Work.SCORES)
    assert card.strip.accessibleName().count(";") == len(card.shown) - 1
    qtbot.mouseClick(card.strip, Qt.MouseButton.LeftButton, pos=card.strip.centre(row).toPoint())
    assert view.page.NAME == "scores"
    view.open_page("home")
    card.table.selectRow(0)
    qtbot.keyClick(card.table, Qt.Key.Key_Return)
    assert PAGE_OF[card.shown[0].work] == view.page.NAME


def test_no_mark_of_the_calendar_hides_another(page: HomePage) -> None:
    strip = page.calendar.strip
    areas = [strip._area(number) for number in range(len(page.calendar.shown))]
    assert len(areas) > 5
    assert not any(a.intersects(b) for n, a in enumerate(areas) for b in areas[n + 1 :])
    assert all(strip.rect().toRectF().contains(area.center()) for area in areas)


def test_what_is_over_is_shown_on_demand(page: HomePage) -> None:
    page.desk.today = lambda: date(2025, 2, 11)
    page.refresh()
    card = page.calendar
    hidden = [row for row in range(card.model.rowCount()) if card.table.isRowHidden(row)]
    assert hidden == [row for row, one in enumerate(card.shown) if one.is_over(date(2025, 2, 11))]
    assert hidden
    card.over_button.click()
    assert not any(card.table.isRowHidden(row) for row in hidden)


def test_what_is_overdue_is_said(page: HomePage) -> None:
    page.desk.today = lambda: date(2026, 1, 1)
    assert any(mile.is_late(page.desk.today()) for mile in page.path.miles)


def test_papers_that_wait_for_a_signature_are_counted(page: HomePage) -> None:
    sheet = next(sheet for sheet in sheets(page.desk.facts) if not sheet.needs)
    say_state(page.desk.workspace, page.desk.plan_year, sheet, DocumentState.PRINTED)
    assert "๑" in page.papers._waiting.text()


def test_another_year_opens_from_the_list(page: HomePage) -> None:
    page.years.year_wanted.emit(2567)
    assert page.desk.plan_year == 2567


def test_a_new_year_takes_over_what_is_chosen(page: HomePage) -> None:
    old = next(p for p in page.desk.office.plans if p.fiscal_year == 2568)
    page.new_year()
    assert page.roll_over.isVisible()
    assert set(page.roll_over.fields) == {m.id for m in old.measures}
    for field in page.roll_over.fields.values():
        field.show_value(Carry.DROP)
    page.roll_over.fields[old.measures[1].id].choose(Carry.KEEP)
    page.roll_over.begin()
    assert page.desk.plan_year == 2569
    assert [m.measures for m in page.desk.facts.plan.measures] == [old.measures[1].measures]
    assert not page.roll_over.isVisible()


def test_a_year_is_removed_after_a_backup(page: HomePage, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = page.desk.workspace
    monkeypatch.setattr(file_dialogs, "ask_remove", lambda *_: False)
    page.remove_year(2567)
    years = {int(year.fiscal_year) for year in workspace.office.years}
    assert 2566 in years
    monkeypatch.setattr(file_dialogs, "ask_remove", lambda *_: True)
    page.remove_year(2567)
    assert {int(year.fiscal_year) for year in workspace.office.years} == years - {2566}
    assert workspace.backups.all()
    workspace.undo()
    assert {int(year.fiscal_year) for year in workspace.office.years} == years


def test_a_copy_is_a_whole_office(
    view: OfficeView, page: HomePage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, frameworks
) -> None:
    target = tmp_path / "copy.ita"
    monkeypatch.setattr(file_dialogs, "ask_save_file", lambda *_: target)
    page.files.copy_wanted.emit()
    with Workspace.open(target, frameworks) as copy:
        assert copy.office == page.desk.office


def test_a_recent_file_opens(
    view: OfficeView, window: MainWindow, qtbot: QtBot, sample_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.ita"
    other.write_bytes(sample_file.read_bytes())
    view.desk.file_wanted.emit(other)
    qtbot.waitUntil(lambda: window.view is not None and window.view.desk.workspace.path == other)


def test_a_year_without_anything_says_what_is_next(view: OfficeView, page: HomePage) -> None:
    view.choose_year(FiscalYear(2570))
    assert next(m for m in page.path.miles if m.progress is Progress.NEXT).stage is Stage.SCORES
