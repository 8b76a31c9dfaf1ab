"""The window: start page, files, menus, undo, look, and that everything can be reached and is named."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.start.new_office import NewOffice
from ita_desktop.app.year.work import Work
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.origin import Origin
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.page_names import PAGE_OF, PageName, page_label
from ita_desktop.ui.first_run import ask
from ita_desktop.ui.frame.opening import PAGES
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.undo_words import undo_words
from ita_desktop.ui.pages.agency.page import AgencyPage
from ita_desktop.ui.preferences import Preferences
from ita_desktop.ui.window.main_window import MainWindow

NAMED = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)


def test_the_start_page_leads_to_the_sample(window: MainWindow, qtbot: QtBot) -> None:
    assert window.view is None
    assert not window.menus.actions["undo"].isEnabled()
    window.start.sample_wanted.emit()
    assert window.view is not None
    assert "ตัวอย่างสุข" in window.windowTitle()
    assert window.menus.actions["undo"].isEnabled()


def test_a_start_page_made_late_leaves_the_keyboard_where_it_is(
    window: MainWindow, opened: Callable[[str], OfficeView]
) -> None:
    field = opened("agency").page.fields["agency/phone"]  # type: ignore[attr-defined]
    field.setFocus()
    assert window.focusWidget() is field
    window.__dict__.pop("start", None)  # as if the first paint came only now
    assert window.start.isHidden()
    assert window.focusWidget() is field


def test_the_years_are_offered_anew_only_where_they_are_others(opened: Callable[[str], OfficeView]) -> None:
    """Entries that nobody deletes were 100 KB with every key press."""
    view = opened("agency")
    menu = view.top.years.entries
    count, first = len(menu.findChildren(QObject)), menu.actions()[0]
    for number in range(5):
        view.desk.draft(Origin.agency("phone"), f"0 1234 567{number}")
        view.top.refresh()
    assert menu.actions()[0] is first
    others = next(action.menu() for action in menu.actions() if action.menu())
    year = int(others.actions()[0].text()[-4:].translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")))
    others.actions()[0].trigger()
    view.top.refresh()
    assert view.desk.plan_year == year
    assert len(menu.findChildren(QObject)) == count


def test_the_search_for_garbage_leaves_an_open_office_alone(opened: Callable[[str], OfficeView]) -> None:
    view = opened("agency")
    view.desk.checking.check_now()
    assert gc.get_freeze_count() > 50_000
    assert gc.get_threshold()[0] > 1_000_000
    view.leave()
    assert gc.get_freeze_count() < 1_000
    assert gc.get_threshold()[0] < 1_000


def test_a_new_office_is_made_where_the_clerk_says(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    agency = Agency(type=AgencyType.SUBDISTRICT, name="องค์การบริหารส่วนตำบลดอน", province="อุบลราชธานี")
    answer = NewOffice(agency=agency, file=tmp_path / "ดอน.ita")
    monkeypatch.setattr(ask, "ask_new_office", lambda *_: answer)
    window.start.new_wanted.emit()
    assert window.view is not None
    assert window.view.desk.office.agency == agency
    window.close_office()
    assert (tmp_path / "ดอน.ita").is_file()


def test_a_file_that_is_not_ours_is_refused_on_the_start_page(window: MainWindow, tmp_path: Path) -> None:
    strange = tmp_path / "strange.ita"
    strange.write_bytes(b"nothing of ours" * 100)
    window.open_file(strange)
    assert window.view is None
    assert "strange.ita" in window.start.fault
    assert strange.read_bytes() == b"nothing of ours" * 100


def test_recent_files_are_offered(window: MainWindow, preferences: Preferences, sample_file: Path) -> None:
    window.open_sample()
    window.close_office()
    assert preferences.recent == (sample_file,)
    sample_file.unlink()
    assert preferences.recent == ()


def test_a_file_open_elsewhere_is_for_reading_and_says_why(
    window: MainWindow, sample_file: Path, frameworks: Mapping[int, Framework], qtbot: QtBot
) -> None:
    with Workspace.open(sample_file, frameworks):
        window.open_sample()
        assert window.view is not None
        window.view.bottom.refresh(())
        assert window.view.bottom.texts[0] == tr("For reading only")
        window.view.open_page("agency")
        page = window.view.page
        assert isinstance(page, AgencyPage)
        page.fields["agency/phone"].setText("๐ ๒๒๒๒")
        page.fields["agency/phone"].finished.emit()
        assert page.fields["agency/phone"].text() == "๐ ๒๒๒๒"
        assert page.fields["agency/phone"].property("wrong")
        with pytest.raises(WorkspaceError) as refused:
            page.signers.add()
        assert window.tell(refused.value)
        assert window.view.bottom.texts[2] == str(refused.value)
        page.form.reset()


def test_the_year_shown_last_is_shown_again(window: MainWindow) -> None:
    window.open_sample()
    assert window.view is not None
    window.view.choose_year(FiscalYear(2567))
    window.open_sample()
    assert window.view.desk.plan_year == 2567


def test_typed_text_is_saved_when_the_window_closes(window: MainWindow, sample_file: Path) -> None:
    window.open_sample()
    assert window.view is not None
    window.view.open_page("agency")
    page = window.view.page
    assert isinstance(page, AgencyPage)
    page.fields["agency/phone"].setText("๐ ๑๑๑๑")
    page.fields["agency/phone"].edited.emit()
    window.close()
    window.open_file(sample_file)
    assert window.view.desk.office.agency.phone == "๐ ๑๑๑๑"


def test_undo_and_redo_by_key_and_by_menu(
    window: MainWindow, opened: Callable[[str], OfficeView], qtbot: QtBot
) -> None:
    view = opened("agency")
    page = view.page
    assert isinstance(page, AgencyPage)
    before = view.desk.office.agency.phone
    field = page.fields["agency/phone"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "099")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "แก้ข้อมูลหน่วยงาน" in view.bottom.texts[2])
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert view.desk.office.agency.phone == before
    window.menus.actions["redo"].trigger()
    assert field.text() == "099"
    qtbot.keyClick(field, Qt.Key.Key_F2)
    assert field.text() == before


def test_every_action_has_a_function_key_of_its_own(window: MainWindow) -> None:
    taken: dict[str, str] = {}
    for name, action in window.menus.actions.items():
        keys = [key.toString() for key in action.shortcuts()]
        assert any("F" in key.split("+")[-1] and key[-1].isdigit() for key in keys), f"{name} has no F-key"
        for key in keys:
            assert taken.setdefault(key, name) == name, f"{key} is {taken[key]} and {name}"


def test_every_action_is_in_a_menu(window: MainWindow) -> None:
    shown = {action for menu in window.menus.menus for action in menu.actions()}
    assert set(window.menus.actions.values()) <= shown


def test_steps_open_by_key(window: MainWindow, opened: Callable[[str], OfficeView], qtbot: QtBot) -> None:
    view = opened("agency")
    for name in PageName:
        keys = QKeySequence(page_label(name).keys[-1])[0]
        qtbot.keyClick(window, keys.key(), keys.keyboardModifiers())
        assert name == view.page.NAME
    window.menus.actions["back"].trigger()
    assert list(PageName)[-2] == view.page.NAME


def test_every_page_that_is_named_is_there_in_its_order(opened: Callable[[str], OfficeView]) -> None:
    assert [page.NAME for page in opened("home").pages] == list(PageName)
    assert len(PAGES) == len(PageName)


def test_every_kind_of_work_has_a_page() -> None:
    assert set(PAGE_OF) == set(Work)


@pytest.mark.parametrize("name", PageName)
def test_every_control_has_a_name(opened: Callable[[str], OfficeView], name: str) -> None:
    view = opened(name)
    window = view.window()
    bare = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in window.findChildren(QWidget)
        if isinstance(widget, NAMED)
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.accessibleName()
        and not widget.objectName().startswith("qt_")
        and type(widget).__module__.startswith("ita_desktop")
    ]
    assert bare == []


class Windows(QObject):
    """Notes each widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_nothing_flashes_up_as_a_window_of_its_own(opened: Callable[[str], OfficeView], qapp: QApplication) -> None:
    watch = Windows()
    qapp.installEventFilter(watch)
    try:
        view = opened("agency")
        for name in PageName:
            view.open_page(name)
            qapp.processEvents()
        view.choose_year(FiscalYear(2567))
    finally:
        qapp.removeEventFilter(watch)
    assert watch.seen == []


def test_a_narrow_window_has_the_preview_as_a_drawer(window: MainWindow, opened: Callable[[str], OfficeView]) -> None:
    view = opened("scores")
    window.resize(1366, 768)
    assert view.preview.isVisible()
    window.resize(1000, 700)
    assert not view.preview.isVisible()
    window.menus.actions["preview"].trigger()
    assert view.preview.isVisible()
    assert view.preview.geometry().right() <= view.width()
    window.resize(1366, 768)
    assert view.preview.isVisible()


def test_the_preview_is_hidden_and_remembered(
    window: MainWindow, opened: Callable[[str], OfficeView], preferences: Preferences
) -> None:
    view = opened("scores")
    window.menus.actions["preview"].trigger()
    assert not view.preview.isVisible()
    assert preferences.preview_shown is False


def test_dark_and_larger_are_remembered(window: MainWindow, preferences: Preferences, theme: Theme) -> None:
    window.open_sample()
    window.menus.actions["dark"].trigger()
    window.menus.actions["larger"].trigger()
    assert (theme.is_dark, preferences.dark) == (True, True)
    assert preferences.scale == theme.sizes.scale > 1


def test_saved_time_and_findings_stand_below(opened: Callable[[str], OfficeView], qtbot: QtBot) -> None:
    view = opened("scores")
    saved, findings, undo = view.bottom.texts
    assert saved.startswith("บันทึกแล้ว ")
    assert (findings, undo) == ("", "")
    view.desk.workspace.set_score(view.desk.assessed_year, "9", None)
    qtbot.waitUntil(lambda: "ตัวชี้วัดที่ ๙" in view.bottom.texts[1])
    assert "แก้คะแนน" in view.bottom.texts[2]


def test_every_step_of_the_workspace_has_words() -> None:
    source = Path(__file__).parents[3] / "ita_desktop" / "app"
    text = "".join(file.read_text("utf-8") for file in source.rglob("*.py"))
    labels = set(re.findall(r'\.step\("([a-z-]+)"\)', text))
    assert labels
    for label in labels:
        assert undo_words(label) != undo_words("no such step"), label
