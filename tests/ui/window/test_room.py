"""Nothing is cut: every label and button has room for its words, in both languages and at 150 %."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop import paths
from ita_desktop.app.office.import_export import import_office
from ita_desktop.app.start.library import Library
from ita_desktop.domain.rules import scoring
from ita_desktop.domain.values.assessment import OfficialResult
from ita_desktop.domain.values.framework import Framework
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.first_run.dialog import NewOfficeDialog
from ita_desktop.ui.first_run.emblem_question import Source
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.parts.finding_row import FindingRow
from ita_desktop.ui.widgets.fold import Fold
from ita_desktop.ui.window.main_window import MainWindow
from tests.app.word_files import drawing, picture, word_file

Frameworks = Mapping[int, Framework]


def needs(widget: QWidget) -> int:
    """The width its words take; 0 for a widget without words."""
    if isinstance(widget, QLabel):
        if widget.wordWrap() or not widget.text():
            return 0
        return max(widget.fontMetrics().horizontalAdvance(line) for line in widget.text().split("\n"))
    if isinstance(widget, QAbstractButton):
        icon = widget.iconSize().width() if not widget.icon().isNull() or isinstance(widget, QCheckBox) else 0
        return widget.fontMetrics().horizontalAdvance(widget.text()) + icon if widget.text() else 0
    return 0


def cut(window: QWidget) -> list[tuple[str, str, int, int]]:
    """Labels and buttons that have less room than their words take."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if needs(widget) > widget.width() + 1:
            found.append((type(widget).__name__, getattr(widget, "text", str)(), needs(widget), widget.width()))
        if isinstance(widget, QLabel) and widget.wordWrap() and widget.text():
            high = widget.heightForWidth(widget.width())
            if high > widget.height() + 1:
                found.append(("height", widget.text(), high, widget.height()))
    return found


@pytest.mark.usefixtures("_language", "_scale")
@pytest.mark.parametrize("name", PageName)
def test_every_label_and_button_shows_all_its_words(
    window: MainWindow, opened: Callable[[str], OfficeView], qapp: QApplication, name: str
) -> None:
    window.resize(1366, 768)
    opened(name)
    qapp.processEvents()
    assert cut(window) == []


@pytest.mark.usefixtures("_language", "_scale")
@pytest.mark.parametrize("name", PageName)
def test_no_page_is_wider_than_its_place(
    window: MainWindow, opened: Callable[[str], OfficeView], qapp: QApplication, name: str
) -> None:
    window.resize(1366, 768)
    page = opened(name).page
    qapp.processEvents()
    assert page.flow.widget().width() <= page.flow.viewport().width()


@pytest.mark.usefixtures("_language", "_scale")
@pytest.mark.parametrize("name", ["scores", "analysis"])
def test_a_level_that_waits_for_figures_has_room(
    window: MainWindow, opened: Callable[[str], OfficeView], qapp: QApplication, name: str
) -> None:
    window.resize(1366, 768)
    page = opened(name).page
    workspace = page.desk.workspace
    year = int(page.desk.assessed_year)
    workspace.set_official(year, OfficialResult())
    workspace.set_scores(year, {key: Decimal(97) for key in page.desk.facts.assessed.scores})
    for _ in range(3):
        qapp.processEvents()
    result = scoring.level(page.desk.facts.assessed, page.desk.facts.framework)
    assert result.provisional
    assert result.missing
    assert cut(page) == []
    assert page.flow.widget().width() <= page.flow.viewport().width()


@pytest.mark.usefixtures("_language", "_scale")
@pytest.mark.parametrize("name", ["scores", "analysis", "measures", "frameworks"])
def test_what_is_unfolded_has_room_too(
    window: MainWindow, opened: Callable[[str], OfficeView], qapp: QApplication, name: str
) -> None:
    window.resize(1366, 768)
    page = opened(name).page
    for fold in page.findChildren(Fold):
        fold.set_open(True)
    for _ in range(3):
        qapp.processEvents()
    assert cut(page) == []
    assert page.flow.widget().width() <= page.flow.viewport().width()


@pytest.mark.usefixtures("_language", "_scale")
def test_no_menu_is_longer_than_the_screen(window: MainWindow, opened: Callable[[str], OfficeView]) -> None:
    opened("home")
    for menu in window.menus.menus:
        lines = [menu.actionGeometry(action) for action in menu.actions()]
        assert {line.left() for line in lines} == {lines[0].left()}, [action.text() for action in menu.actions()]


@pytest.mark.usefixtures("_language", "_scale")
def test_what_the_checks_found_has_room(
    window: MainWindow, cases: Path, frameworks: Frameworks, tmp_path: Path, qapp: QApplication
) -> None:
    import_office(cases / "case-001.json", tmp_path / "faulty.ita", replace=False, frameworks=frameworks)
    window.resize(1366, 768)
    window.open_file(tmp_path / "faulty.ita")
    assert window.view is not None
    window.view.open_page("check")
    page = window.view.page
    for _ in range(3):
        qapp.processEvents()
    assert page.findChildren(FindingRow)
    assert cut(page) == []
    assert page.flow.widget().width() <= page.flow.viewport().width()


@pytest.mark.usefixtures("_language", "_scale")
def test_the_search_on_paper_has_room(
    window: MainWindow, opened: Callable[[str], OfficeView], qapp: QApplication
) -> None:
    window.resize(1366, 768)
    view = opened("documents")
    view.preview.repaint_now()
    view.find_on_paper()
    bar = view.preview.find_bar
    for words in ("คะแนน", "ฟหกด่าสว"):
        bar.words.setText(words)
        bar.look()
        qapp.processEvents()
        assert cut(view.preview) == []
        assert bar.words.width() > 12 * bar.words.fontMetrics().averageCharWidth()


@pytest.mark.usefixtures("_language", "_scale")
def test_the_first_questions_have_room(theme: Theme, qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> None:
    dialog = NewOfficeDialog(theme, Library(paths.resources()), tmp_path, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.place.name.setText("ดอนแก้ว")
    for number in range(len(dialog.questions)):
        dialog.go_to(number)
        qapp.processEvents()
        assert cut(dialog) == []


@pytest.mark.usefixtures("_language", "_scale")
def test_pictures_to_choose_from_have_room(theme: Theme, qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> None:
    dialog = NewOfficeDialog(theme, Library(paths.resources()), tmp_path, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.go_to(4)
    dialog.emblem.list.pick(Source.WORD)
    dialog.emblem.covers.set_open(True)
    dialog.emblem.picker.read(word_file(tmp_path / "a.docx", drawing("a.png", 3, 3), {"a.png": picture(9, 9)}))
    dialog.emblem.seal.read(tmp_path / "none.docx")
    for _ in range(3):
        qapp.processEvents()
    assert cut(dialog) == []
    row = dialog.emblem.picker.list.visualItemRect(dialog.emblem.picker.list.item(0))
    assert row.height() <= dialog.emblem.picker.list.height()
