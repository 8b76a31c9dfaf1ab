"""The way back, the second place, and the way to another computer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop.app.office import sending
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.domain.values.framework import Framework
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.pages.backups.page import BackupsPage
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.window.main_window import MainWindow

PAGE = BackupsPage


def set_phone(page: BackupsPage, phone: str) -> None:
    workspace = page.desk.workspace
    workspace.set_agency(replace(workspace.office.agency, phone=phone))


def test_without_a_backup_the_page_says_when_the_first_is_made(page: BackupsPage) -> None:
    assert page.list.empty.isVisible()
    assert page.list.rows == ()


def test_a_backup_by_hand_is_listed_compared_and_restored(page: BackupsPage, qtbot: QtBot) -> None:
    before = page.desk.office.agency.phone
    page.back_up_button.click()
    assert len(page.list.rows) == 1
    set_phone(page, "๐ ๗๗๗๗ ๗๗๗๗")
    row = page.list.rows[0]
    qtbot.waitUntil(row.isVisible)
    row.differ_button.click()
    assert row.list.isVisible()
    assert [one.origin for one in row.list._differences] == ["agency/phone"]
    row.differ_button.click()
    assert not row.list.isVisible()
    row.restore_button.click()
    assert page.desk.office.agency.phone == "๐ ๗๗๗๗ ๗๗๗๗", "asked first"
    row.no_button.click()
    assert not row.yes_button.isVisible()
    row.restore_button.click()
    row.yes_button.click()
    assert page.desk.office.agency.phone == before
    assert len(page.list.rows) == 2, "what was here before is a backup now"


def test_the_very_same_is_told(page: BackupsPage) -> None:
    page.back_up()
    row = page.list.rows[0]
    row.differ_button.click()
    assert row.notice.text


def test_a_damaged_backup_stays_and_cannot_be_restored(page: BackupsPage) -> None:
    page.back_up()
    page.list.rows[0].backup.path.write_bytes(b"damaged")
    set_phone(page, "๑")
    page.back_up()
    damaged = page.list.rows[-1]
    assert not damaged.restore_button.isEnabled()


def test_a_second_place_gets_a_copy(page: BackupsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(file_dialogs, "ask_folder", lambda *_: stick)
    page.place_button.click()
    page.back_up()
    assert list(stick.glob("ITA-backup-*/*.ita-backup"))
    page.forget_button.click()
    assert page.desk.workspace.backups.place.second_place is None


def test_a_stick_that_was_pulled_is_told(page: BackupsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(file_dialogs, "ask_folder", lambda *_: stick)
    page.place_button.click()
    stick.rmdir()
    page.back_up()
    assert page.notice.isVisible()


def test_a_copy_is_saved(
    window: MainWindow,
    page: BackupsPage,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    frameworks: Mapping[int, Framework],
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_save_file", lambda *_: tmp_path / "copy.ita")
    window.menus.actions["copy"].trigger()
    with Workspace.open(tmp_path / "copy.ita", frameworks) as copy:
        assert copy.office.agency == page.desk.office.agency


def test_the_office_goes_to_another_computer_and_back(
    window: MainWindow,
    page: BackupsPage,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    sent = tmp_path / "office.ita-send"
    set_phone(page, "๐ ๑๑๑๑ ๑๑๑๑")
    monkeypatch.setattr(file_dialogs, "ask_save_file", lambda *_: sent)
    window.menus.actions["send"].trigger()
    assert sending.inspect(sent).contents.agency == page.desk.office.agency.name
    set_phone(page, "๐ ๒๒๒๒ ๒๒๒๒")
    monkeypatch.setattr(file_dialogs, "ask_file", lambda *_: sent)
    window.menus.actions["receive"].trigger()
    [(difference, box)] = page.other.list.boxes
    assert (difference.mine, difference.theirs) == ("๐ ๒๒๒๒ ๒๒๒๒", "๐ ๑๑๑๑ ๑๑๑๑")
    assert not box.isChecked(), "ours stays unless somebody says so"
    box.click()
    page.other.merge_button.click()
    assert page.desk.office.agency.phone == "๐ ๑๑๑๑ ๑๑๑๑"
    assert not page.other.list.isVisible()
    window.undo()
    assert page.desk.office.agency.phone == "๐ ๒๒๒๒ ๒๒๒๒"


def test_a_strange_file_is_refused_with_the_reason(page: BackupsPage, tmp_path: Path) -> None:
    strange = tmp_path / "strange.ita-send"
    strange.write_bytes(b"nothing of ours")
    page.other.read(strange)
    assert "strange.ita-send" in page.other.notice.text
    assert not page.other.merge_button.isVisible()


def test_a_backup_by_key_from_any_page(window: MainWindow, view: OfficeView) -> None:
    view.open_page("agency")
    window.menus.actions["back-up"].trigger()
    assert view.page.NAME == "backups"
    assert len(view.desk.workspace.backups.all()) == 1
