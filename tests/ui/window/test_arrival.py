"""What came from another computer: kept as an office of this one, or looked at beside the open one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.app.office import sending
from ita_desktop.app.office.import_export import export_office
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.domain.values.framework import Framework
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.window.arrival import ArrivalCard
from ita_desktop.ui.window.main_window import MainWindow
from tests.ui.dropping import drop
from tests.ui.window.test_room import cut


@pytest.fixture(params=[".ita-send", ".ita-backup", ".json", ".xlsx"])
def arrived(
    request: pytest.FixtureRequest, sample_file: Path, frameworks: Mapping[int, Framework], tmp_path: Path
) -> Path:
    """The sample office as it comes from another computer."""
    file = tmp_path / f"รับมา{request.param}"
    if request.param in (".json", ".xlsx"):
        export_office(sample_file, file, frameworks)
    else:
        with Workspace.open(sample_file, frameworks) as office:
            sending.send(office, file, "ธุรการ")
    return file


def card_of(window: MainWindow) -> ArrivalCard:
    (card,) = window.start.findChildren(ArrivalCard)
    return card


def test_it_is_shown_and_kept_where_the_clerk_says(
    window: MainWindow,
    arrived: Path,
    sample_file: Path,
    frameworks: Mapping[int, Framework],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    assert window.menus.actions["open"].isEnabled()
    assert drop(window, arrived)
    card = card_of(window)
    assert card.keep_button.hasFocus()
    asked: list[Path] = []

    def ask(_title: str, proposed: Path, *_: object) -> Path:
        asked.append(proposed)
        return tmp_path / "ของเรา.ita"

    monkeypatch.setattr(file_dialogs, "ask_save_file", ask)
    card.keep_button.click()
    qtbot.waitUntil(lambda: window.view is not None)
    assert window.view.desk.workspace.path == tmp_path / "ของเรา.ita"
    assert asked[0].suffix == ".ita"
    with Workspace.open(sample_file, frameworks) as sample:
        assert window.view.desk.office.agency == sample.office.agency
        assert len(window.view.desk.office.plans) == len(sample.office.plans)


def test_nothing_is_written_over(window: MainWindow, arrived: Path, sample_file: Path) -> None:
    before = sample_file.read_bytes()
    window.open_file(arrived)
    card = card_of(window)
    card.keep(sample_file)
    assert sample_file.name in card.notice.text
    assert sample_file.read_bytes() == before
    assert window.view is None


def test_a_damaged_one_is_told_on_the_start_page(window: MainWindow, arrived: Path) -> None:
    arrived.write_bytes(arrived.read_bytes()[:-200])
    window.open_file(arrived)
    assert arrived.name in window.start.fault
    assert not window.start.findChildren(ArrivalCard)


def test_beside_an_open_office_it_is_compared(
    opened: Callable[[str], OfficeView], window: MainWindow, arrived: Path, qapp: QApplication
) -> None:
    view = opened("scores")
    window.open_file(arrived)
    assert window.view is view
    assert view.page.NAME == "backups"
    qapp.processEvents()
    assert arrived.name in view.page.other._about.text().replace("\u200b", "")


@pytest.mark.usefixtures("_language", "_scale")
def test_the_card_has_room(window: MainWindow, arrived: Path, qapp: QApplication) -> None:
    window.resize(1366, 768)
    window.open_file(arrived)
    card_of(window).keep(arrived)
    for _ in range(3):
        qapp.processEvents()
    assert cut(window.start) == []
    assert window.height() <= 768
