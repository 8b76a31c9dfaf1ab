"""Rules and newer programs through the window: seen first, refused with a reason, taken, and taken back."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop import __version__
from ita_desktop.app.folders import Folders
from ita_desktop.app.office.backup_place import backups_for
from ita_desktop.app.publisher import packs
from ita_desktop.app.rules.setting import SETTING
from ita_desktop.domain.values.framework import Framework
from ita_desktop.store.publisher.versions import Versions
from ita_desktop.store.resources.frameworks import load_frameworks
from ita_desktop.ui.application import make_window
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.preferences import Preferences
from ita_desktop.ui.publisher.program import ProgramWindow
from ita_desktop.ui.publisher.rules import RulesWindow
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.widgets.text import Text
from ita_desktop.ui.window.main_window import MainWindow
from tests.app.publisher.test_packs import pack, year_text
from tests.app.signing import OTHER, altered, program_file, resources_with_key
from tests.ui.dropping import drop
from tests.ui.window.test_room import cut

NEWER = "97.0.0"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
script_only = pytest.mark.skipif(sys.platform == "win32", reason="the program that comes is a script of the shell")


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    return resources_with_key(tmp_path / "resources")


@pytest.fixture
def publisher_window(
    qtbot: QtBot, theme: Theme, preferences: Preferences, resources: Path, sample_file: Path, tmp_path: Path
) -> Iterator[MainWindow]:
    """The window of a program that knows the tests' publisher."""
    folders = Folders(backups=tmp_path / "backups", rules=tmp_path / "rules", versions=tmp_path / "versions")

    def known() -> Mapping[int, Framework]:
        return load_frameworks(resources / "frameworks", packs.Packs(folders.rules).files_of_rules())

    made = make_window(
        theme,
        preferences,
        resources=resources,
        frameworks=known,
        documents=tmp_path,
        sample=lambda: sample_file,
        folders=folders,
    )
    qtbot.addWidget(made)
    made.show()
    assert made.menus.actions["rules-file"].isEnabled()
    yield made
    made.close()


def test_backups_go_to_the_folder_that_the_program_was_given(publisher_window: MainWindow, tmp_path: Path) -> None:
    publisher_window.open_sample()
    assert publisher_window.view is not None
    workspace = publisher_window.view.desk.workspace
    assert workspace.backups.make().path.is_relative_to(tmp_path / "backups")


def rules_of(window: MainWindow, file: Path | None = None) -> RulesWindow:
    window.publisher.open_rules(file)
    assert window.publisher.rules is not None
    return window.publisher.rules


def program_of(window: MainWindow, file: Path | None = None) -> ProgramWindow:
    window.publisher.open_program(file)
    assert window.publisher.program is not None
    return window.publisher.program


def said(window: RulesWindow | ProgramWindow) -> str:
    return "\n".join(text.accessibleName() for text in window.findChildren(Text) if text.isVisible())


def test_rules_are_shown_then_in_force_at_once_and_taken_back(publisher_window: MainWindow, tmp_path: Path) -> None:
    publisher_window.open_sample()
    publisher_window.view.open_page("frameworks")
    before = publisher_window.view.desk.workspace.frameworks[2570]
    rules = rules_of(publisher_window)
    rules.read(pack(tmp_path))
    for word in ("๒๕๗๐", "ประกาศแล้ว", "กุญแจ", "เกณฑ์ที่มากับโปรแกรม (ฉบับร่าง)"):
        assert word in said(rules), word
    paths = {change.path for change in rules.shown}
    assert "title" in paths
    assert "levels/pass_mark" not in paths
    assert publisher_window.view.desk.workspace.frameworks[2570] == before
    rules.take_button.click()
    view = publisher_window.view
    assert view.page.NAME == "frameworks"
    assert view.desk.workspace.frameworks[2570].title.startswith("ชุด ")
    assert not view.desk.workspace.frameworks[2570].draft
    assert "ใช้เกณฑ์ปี ๒๕๗๐ ฉบับที่ ๑ แล้ว" in rules.good.text
    rules.go_back(2570)
    assert publisher_window.view.desk.workspace.frameworks[2570] == before
    assert not packs.Packs(tmp_path / "rules").all_rules()


def test_enter_chooses_the_file_and_takes_it(
    publisher_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    file = pack(tmp_path)
    monkeypatch.setattr(file_dialogs, "ask_file", lambda *_: file)
    rules = rules_of(publisher_window)
    qtbot.waitUntil(rules.choose_button.hasFocus)
    qtbot.keyClick(rules.choose_button, Qt.Key.Key_Return)
    assert rules.take_button.hasFocus()
    qtbot.keyClick(rules.take_button, Qt.Key.Key_Return)
    assert [one.year for one in packs.Packs(tmp_path / "rules").all_rules()] == [2570]


def test_items_indicators_and_levels_that_change_are_named(publisher_window: MainWindow, tmp_path: Path) -> None:
    rules = rules_of(publisher_window)
    now = rules._offices().frameworks[2570]
    item, level, indicator = now.items[0], now.levels.bands[3], now.indicators[0]
    text = year_text(2570, draft=False)
    for old in (item.text, indicator.name):
        text = text.replace(f'"{old}"', f'"{old} ใหม่"')
    text = text.replace("overall_min = 70", "overall_min = 71")
    rules.read(pack(tmp_path, text=text))
    paths = {change.path for change in rules.shown}
    assert {f"items/{item.id}", f"indicators/{indicator.id}", f"levels/{level.code}"} <= paths
    assert f"{indicator.name} → ใหม่: {indicator.name} ใหม่" in said(rules)
    assert f"{level.code} 70 → ใหม่: {level.code} 71" in said(rules)


def test_the_offices_own_edits_stay_and_are_shown_beside(publisher_window: MainWindow, tmp_path: Path) -> None:
    publisher_window.open_sample()
    workspace = publisher_window.view.desk.workspace
    workspace.set_setting(SETTING, {"2570": {"levels/pass_mark": "80"}})
    rules = rules_of(publisher_window, pack(tmp_path))
    assert "ที่หน่วยงานแก้ไว้ยังใช้อยู่: 80 (ในแฟ้ม: 85)" in said(rules)
    rules.take()
    workspace = publisher_window.view.desk.workspace
    assert str(workspace.frameworks[2570].levels.pass_mark) == "80"
    assert str(workspace.shipped_frameworks[2570].levels.pass_mark) == "85"


def test_a_pack_that_is_not_to_be_taken_says_why(publisher_window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    rules = rules_of(publisher_window)
    bad = {
        "ไม่ได้ลงลายมือชื่อ": altered(pack(tmp_path), "signature", lambda _: None),
        "ถูกแก้": altered(pack(tmp_path, edition="2"), "files/2570.toml", lambda data: data + b"\n"),
        "ผู้เผยแพร่": pack(tmp_path / "other", key=OTHER),
    }
    for reason, file in bad.items():
        rules.read(file)
        assert rules.notice.text, reason
        assert str(file) in rules.notice.text
        assert not rules.take_button.isEnabled()
        assert not rules.about.isVisible()
    packs.Packs(tmp_path / "rules").install(pack(tmp_path, edition="5"), rules._offices().library.resources)
    rules.read(pack(tmp_path, edition="4"))
    assert "5" in rules.notice.text
    assert not rules.take_button.isEnabled()


def test_a_pack_for_an_older_program_is_shown_but_not_taken(publisher_window: MainWindow, tmp_path: Path) -> None:
    rules = rules_of(publisher_window, pack(tmp_path, made_for="0.0.1"))
    assert "รุ่นเก่ากว่า" in rules.notice.text
    assert not rules.take_button.isEnabled()


def test_without_a_publishers_key_the_window_says_so(window: MainWindow, tmp_path: Path) -> None:
    rules = rules_of(window, pack(tmp_path))
    assert "กุญแจ" in rules.notice.text
    assert not rules.take_button.isEnabled()


def test_a_pack_is_opened_by_dropping_it_and_from_the_start_page(
    publisher_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample_file: Path
) -> None:
    file = pack(tmp_path)
    assert drop(publisher_window, file)
    rules = publisher_window.publisher.rules
    assert rules is not None
    assert rules.about.isVisible()
    rules.put_away()
    monkeypatch.setattr(file_dialogs, "ask_open_file", lambda *_: file)
    publisher_window.start.open_wanted.emit()
    assert rules.about.isVisible()
    assert publisher_window.view is None
    (tmp_path / "x.txt").write_text("x")
    assert not drop(publisher_window, tmp_path / "x.txt")
    assert drop(publisher_window, sample_file)
    assert publisher_window.view is not None


@script_only
def test_a_newer_program_is_shown_taken_and_left_again(
    publisher_window: MainWindow, tmp_path: Path, qtbot: QtBot, sample_file: Path
) -> None:
    publisher_window.open_sample()
    program = program_of(publisher_window, program_file(tmp_path, NEWER, note="ปรับปรุง"))
    assert not program.back_button.isEnabled()
    assert "ติดตั้ง" in program.notice.text  # the tests run from the source, where no version takes another's place
    for word in ("๙๗.๐.๐", "ปรับปรุง", "กุญแจ", sample_file.stem):
        assert word in said(program), word
    program.take_button.click()
    assert program.progress.isVisible()
    qtbot.waitUntil(lambda: not program.is_working)
    assert "๙๗.๐.๐" in program.good.text, program.notice.text
    versions = Versions(tmp_path / "versions")
    assert versions.in_use == NEWER
    assert len(backups_for(sample_file, tmp_path / "backups")) == 1
    assert publisher_window.view is not None
    program.back_button.click()
    assert versions.in_use == ""
    assert not program.back_button.isEnabled()


@script_only
def test_stopping_leaves_everything_as_it_was(publisher_window: MainWindow, tmp_path: Path) -> None:
    program = program_of(publisher_window, program_file(tmp_path, NEWER))
    program.take()
    for _ in range(3):
        program._go_on()
    assert list((tmp_path / "versions").iterdir())
    program.progress.cancel.click()
    assert not program.is_working
    assert not list((tmp_path / "versions").iterdir())
    assert program.notice.text
    assert program.take_button.isEnabled()


@script_only
@pytest.mark.parametrize("way", ["escape", "close", "main"])
def test_closing_a_window_stops_the_work_too(
    publisher_window: MainWindow, tmp_path: Path, way: str, qtbot: QtBot
) -> None:
    program = program_of(publisher_window, program_file(tmp_path, NEWER))
    program.take()
    program._go_on()
    program._go_on()
    if way == "escape":
        qtbot.keyClick(program, Qt.Key.Key_Escape)
    else:
        (program if way == "close" else publisher_window).close()
    assert not program.is_working
    assert not list((tmp_path / "versions").iterdir())


@script_only
def test_a_program_that_does_not_work_is_told(publisher_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    program = program_of(publisher_window, program_file(tmp_path, NEWER, works=False))
    program.take()
    qtbot.waitUntil(lambda: not program.is_working)
    assert "is broken" in program.notice.text
    program.read(program_file(tmp_path, __version__))
    assert __version__ in program.notice.text
    assert not program.take_button.isEnabled()


@pytest.mark.usefixtures("_language", "_scale")
def test_both_windows_have_room(publisher_window: MainWindow, tmp_path: Path, qapp: QApplication) -> None:
    rules = rules_of(publisher_window, pack(tmp_path))
    program = program_of(publisher_window, program_file(tmp_path, NEWER))
    program.progress.tell("กำลังวางรุ่นใหม่ไว้คู่กับรุ่นเดิม", 1, 2)
    for _ in range(3):
        qapp.processEvents()
    assert cut(rules) == []
    assert cut(program) == []


@script_only
def test_every_control_of_both_windows_has_a_name(publisher_window: MainWindow, tmp_path: Path) -> None:
    rules = rules_of(publisher_window, pack(tmp_path))
    rules.take()
    program = program_of(publisher_window, program_file(tmp_path, NEWER))
    for window in (rules, program):
        reached = [one for one in window.findChildren(QWidget) if one.focusPolicy() is not Qt.FocusPolicy.NoFocus]
        assert len(reached) >= 3
        assert [type(one).__name__ for one in reached if not one.accessibleName() and not one.objectName()] == []
