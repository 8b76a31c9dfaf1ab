"""Search over everything, help on screen and paper, what was done, and the about box."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ita_desktop import __version__, paths
from ita_desktop.app import log
from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.help import topic_pdf, topics
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.widgets.field import LineField
from ita_desktop.ui.window.main_window import MainWindow


@pytest.fixture
def view(opened: Callable[[str], OfficeView]) -> OfficeView:
    return opened("home")


def look_for(window: MainWindow, text: str):
    window.menus.actions["search"].trigger()
    panel = window.help_menu.search_panel()
    panel.words.setText(text)
    panel.look()
    return panel


def test_a_text_is_found_and_its_field_gets_the_cursor(window: MainWindow, view: OfficeView, qtbot: QtBot) -> None:
    view.desk.workspace.set_narrative(2566, "8", "กขฃคฅ")
    panel = look_for(window, "กขฃคฅ")
    assert len(panel.found) == 1
    qtbot.keyClick(panel.words, Qt.Key.Key_Return)
    assert panel.isHidden()
    assert view.page.NAME == "analysis"
    assert view.desk.plan_year == 2567
    assert view.page.narratives.fields["8"].hasFocus()


def test_a_command_is_found_and_done(window: MainWindow, view: OfficeView, qtbot: QtBot) -> None:
    word = window.menus.actions["scores"].text()
    panel = look_for(window, word)
    row = next(n for n, one in enumerate(panel.found) if one.words.startswith(f"{word} "))
    panel.list.setCurrentRow(row)
    panel.take()
    assert view.page.NAME == "scores"


def test_the_arrows_walk_and_escape_goes_back(window: MainWindow, view: OfficeView, qtbot: QtBot) -> None:
    view.open_page("agency")
    field = view.page.fields["agency/name"]
    field.setFocus()
    panel = look_for(window, "มาตรการ")
    assert len(panel.found) > 2
    qtbot.keyClick(panel.words, Qt.Key.Key_Down)
    assert panel.list.currentRow() == 1
    qtbot.keyClick(panel.words, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert field.hasFocus()


def test_nothing_found_is_said(window: MainWindow, view: OfficeView) -> None:
    panel = look_for(window, "ฮฮฮฮฮฮ")
    assert panel.found == ()
    assert panel._none.isVisible()


@pytest.mark.parametrize("name", PageName)
def test_every_page_has_help(name: str) -> None:
    topic = topics(paths.resources())[name]
    assert topic.title
    assert len(topic.lines) > 2


def test_help_of_the_page_shows_and_closes(window: MainWindow, view: OfficeView, qtbot: QtBot) -> None:
    view.open_page("measures")
    window.menus.actions["help"].trigger()
    panel = window.help_menu.help_panel()
    assert panel.isVisible()
    assert panel.topic is not None
    assert panel.topic.name == "measures"
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_help_is_a_sheet_of_paper() -> None:
    topic = topics(paths.resources())["scores"]
    pages = PdfReader(io.BytesIO(topic_pdf(topic, paths.resources()))).pages
    words = "".join(page.extract_text() for page in pages).replace(" ", "").replace("\n", "")
    assert len(pages) == 1
    assert "คัดลอกคะแนนจากหน้าผลการประเมินในระบบITAS" in words


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_was_done_can_be_taken_back_to_a_step(window: MainWindow, view: OfficeView) -> None:
    before = view.desk.office
    for text in ("ก", "ข", "ค"):
        view.desk.workspace.set_narrative(2567, "8", text)
    window.menus.actions["history"].trigger()
    menu = window.help_menu.history
    assert menu is not None
    assert len(menu.actions()) == 3
    menu.actions()[2].trigger()
    assert view.desk.office == before
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_about_shows_the_licences_and_blocks_nothing(window: MainWindow, view: OfficeView) -> None:
    window.menus.actions["about"].trigger()
    about = window.help_menu.about
    assert about is not None
    assert not about.isModal()
    assert "Apache" in about.text.toPlainText()
    about.choice.choose(tr("Icons (Lucide)"))
    assert "Lucide" in about.text.toPlainText()
    about.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_log_goes_into_one_file_with_versions_and_a_self_test(
    window: MainWindow, view: OfficeView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log.start(tmp_path / "logs")
    view.desk.workspace.set_narrative(2567, "8", "กขฃคฅ")
    with pytest.raises(WorkspaceError):
        view.desk.workspace.set_score(2567, "1", Decimal(101))
    target = tmp_path / "ส่ง.zip"
    monkeypatch.setattr(file_dialogs, "ask_save_file", lambda *_: target)
    window.menus.actions["log"].trigger()
    window.help_menu.parcel.finish()
    log.stop()
    with zipfile.ZipFile(target) as parcel:
        report = parcel.read("report.txt").decode()
        written = parcel.read("ita-desktop.log").decode()
    assert f"ITA Desktop: {__version__}" in report
    assert report.count("OK  ") == 8, report
    assert "refused code=bad_score" in written
    for secret in ("กขฃคฅ", view.desk.office.agency.name, str(tmp_path)):
        assert secret not in report + written
    assert str(target) in window.help_menu.told.text()
    window.help_menu.told.close()


def test_the_field_above_opens_the_search_with_what_is_typed(
    window: MainWindow, view: OfficeView, qtbot: QtBot
) -> None:
    field = view.top.search
    field.setFocus()
    qtbot.keyClick(field, "o")
    panel = window.help_menu.search_panel()
    assert panel.isVisible()
    assert panel.words.hasFocus()
    assert (field.text(), panel.words.text()) == ("", "o")
    qtbot.keyClicks(panel.words, "it")
    assert panel.words.text() == "oit"
    panel.look()
    assert panel.found
    qtbot.keyClick(panel.words, Qt.Key.Key_Escape)
    assert field.hasFocus()
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert panel.words.hasFocus()
    assert panel.words.selectedText() == "oit"


def test_another_office_has_a_search_of_its_own(window: MainWindow, view: OfficeView, qtbot: QtBot) -> None:
    former = view.top.search
    window.close_office()
    assert former.isHidden()
    window.open_sample()
    assert window.view is not None
    qtbot.mouseClick(window.view.top.search, Qt.MouseButton.LeftButton)
    assert window.help_menu.search_panel().isVisible()
    assert window.view.isAncestorOf(window.help_menu.search_panel())


@pytest.mark.parametrize(("scale", "width"), [(1.0, 880), (1.0, 1366), (1.5, 1320), (1.5, 1366)])
def test_the_field_above_shows_its_words_in_every_window(
    window: MainWindow, view: OfficeView, scale: float, width: int, qapp: QApplication
) -> None:
    window.theme.choose(scale=scale)
    window.resize(width, 768)
    qapp.processEvents()
    field = view.top.search
    words = field.fontMetrics().horizontalAdvance(field.placeholderText())
    assert field.width() >= words + field.textMargins().left() + 4 * window.theme.sizes.step
    assert field.geometry().right() < window.head.menu_bar.geometry().left()
    assert view.top.years.geometry().right() <= window.head.width()
    assert view.top.office.name.text()[0] == view.desk.office.agency.name[0]


@pytest.mark.parametrize("action", ["help", "search"])
def test_a_panel_closes_where_the_field_before_is_gone(window: MainWindow, view: OfficeView, action: str) -> None:
    before = LineField("ชื่อ")
    before.setParent(view.page)
    before.show()
    before.setFocus()
    window.menus.actions[action].trigger()
    panel = window.help_menu.help_panel() if action == "help" else window.help_menu.search_panel()
    assert panel.isVisible()
    delete(before)
    panel.leave()
    assert panel.isHidden()


def test_a_search_that_was_to_begin_ends_with_the_office(window: MainWindow, view: OfficeView) -> None:
    window.menus.actions["search"].trigger()
    panel = window.help_menu.search_panel()
    panel.words.setText("คะแนน")
    window.close_office()
    panel.look()
    assert panel.found == ()
