"""The tour of the sample office: begun from the start page, led by key and mouse, never in the way, over for good."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.app.start.new_office import NewOffice
from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.ui.first_run import ask
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.help.tour import Tour
from ita_desktop.ui.help.tour_steps import tour_steps
from ita_desktop.ui.preferences import Preferences
from ita_desktop.ui.window.main_window import MainWindow
from tests.ui.window.test_room import cut

WAY = ["home", "scores", "analysis", "measures", "follow_up", "documents"]


@pytest.fixture
def tour(window: MainWindow) -> Tour:
    window.resize(1366, 768)
    window.start.sample_wanted.emit()
    assert window.tour is not None
    return window.tour


def pointed(tour: Tour) -> QWidget:
    QApplication.processEvents()
    assert tour.pointer is not None
    return tour.pointer.parentWidget()


def test_enter_alone_leads_through_and_each_part_is_framed(window: MainWindow, tour: Tour, qtbot: QtBot) -> None:
    view = window.view
    for at, name in enumerate(WAY):
        assert (tour.at, view.page.NAME) == (at, name)
        part = pointed(tour)
        assert part is (view.preview if name == "documents" else view.page.landmark())
        assert tour.pointer.size() == part.size()
        assert tour.next.hasFocus()
        assert tour.text.text().replace("\u200b", "") in tour.next.accessibleDescription()
        qtbot.keyClick(tour.next, Qt.Key.Key_Space)
        QApplication.processEvents()
    assert tour.at == len(WAY)
    assert tour.pointer is None


def test_back_and_forth_by_key_from_anywhere(window: MainWindow, tour: Tour, qtbot: QtBot) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    window.view.rail.steps.setFocus()
    qtbot.keyClick(window.view.rail.steps, Qt.Key.Key_Right, alt)
    assert (tour.at, window.view.page.NAME) == (1, "scores")
    field = next(iter(window.view.page.grid.fields.values()))
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Left, alt)
    assert (tour.at, window.view.page.NAME) == (0, "home")
    assert not tour.back.isEnabled()


def test_the_window_goes_on_working_meanwhile(window: MainWindow, tour: Tour, qtbot: QtBot) -> None:
    tour.show_step(1)
    part = pointed(tour)
    field = next(iter(window.view.page.grid.fields.values()))
    centre = field.mapTo(window, field.rect().center())
    assert window.childAt(centre) is field
    assert part.isAncestorOf(field)
    field.setFocus()
    qtbot.keyClicks(field, "5")
    window.view.open_page("agency")
    assert tour.isVisible()
    tour.next.click()
    assert window.view.page.NAME == "analysis"


def test_what_is_pointed_at_may_go_away(window: MainWindow, tour: Tour, qtbot: QtBot) -> None:
    part = pointed(tour)
    part.deleteLater()
    qtbot.waitUntil(lambda: tour.pointer is None)
    tour.next.click()
    assert window.view.page.NAME == "scores"


def test_escape_ends_it_for_good_and_the_help_menu_begins_it_again(
    window: MainWindow, tour: Tour, qtbot: QtBot, preferences: Preferences
) -> None:
    view = window.view
    part = pointed(tour)
    qtbot.keyClick(tour.next, Qt.Key.Key_Escape)
    assert window.tour is None
    assert not view.findChildren(Tour) or all(one.isHidden() for one in view.findChildren(Tour))
    assert view.rail.steps.hasFocus()
    assert part.isVisible()
    assert preferences.tour_ended
    window.close_office()
    window.start.sample_wanted.emit()
    assert window.tour is None
    window.menus.actions["tour"].trigger()
    assert window.tour is not None
    window.menus.actions["tour"].trigger()
    assert window.tour.at == 0


def test_an_office_that_was_left_takes_its_tour_along_and_it_comes_again(
    window: MainWindow, tour: Tour, preferences: Preferences
) -> None:
    window.close_office()
    assert window.tour is None
    assert not preferences.tour_ended
    window.start.sample_wanted.emit()
    assert window.tour is not None


def test_the_tour_of_another_office_opens_the_sample_and_leads_back(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    agency = Agency(type=AgencyType.SUBDISTRICT, name="องค์การบริหารส่วนตำบลดอน")
    monkeypatch.setattr(ask, "ask_new_office", lambda *_: NewOffice(agency=agency, file=tmp_path / "ดอน.ita"))
    window.new_office()
    assert window.tour is None
    window.menus.actions["tour"].trigger()
    assert window.view.desk.office.agency.name != agency.name
    assert window.tour is not None
    window.tour.show_step(len(WAY))
    assert window.tour.next.toolTip() == "ดอน"
    window.tour.next.click()
    qtbot.waitUntil(lambda: window.view.desk.workspace.path == tmp_path / "ดอน.ita")
    assert window.tour is None


def test_the_last_step_leads_to_an_office_of_ones_own(
    window: MainWindow,
    tour: Tour,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    preferences: Preferences,
    qtbot: QtBot,
) -> None:
    agency = Agency(type=AgencyType.SUBDISTRICT, name="องค์การบริหารส่วนตำบลดอน")
    monkeypatch.setattr(ask, "ask_new_office", lambda *_: NewOffice(agency=agency, file=tmp_path / "ดอน.ita"))
    for _ in range(len(WAY) + 1):
        tour.next.click()
    qtbot.waitUntil(lambda: window.view.desk.office.agency == agency)
    assert window.tour is None
    assert preferences.tour_ended


@pytest.mark.usefixtures("_language", "_scale")
def test_every_step_has_room(
    window: MainWindow, opened: Callable[[str], OfficeView], qapp: QApplication, tmp_path: Path
) -> None:
    window.resize(1366, 768)
    opened("home")
    window.start_tour()
    assert window.tour is not None
    for at in range(len(tour_steps())):
        window.tour.show_step(at)
        qapp.processEvents()
        assert cut(window.tour) == []
        assert window.height() <= 768
        assert window.view.stack.height() > window.height() // 2
    window.choose_look(dark=True)
    qapp.processEvents()
    assert cut(window.tour) == []
