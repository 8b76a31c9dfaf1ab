"""Where the window stood, and how its room was parted, is as the clerk left it: on the next day and another screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.preferences import Preferences
from ita_desktop.ui.window.main_window import MainWindow

Opened = Callable[[str], OfficeView]


def drag(view: OfficeView, by: int) -> None:
    """Move the line between page and paper, as the mouse does."""
    view.split.moveSplitter(view.split.handle(1).x() + by, 1)


def test_each_page_keeps_its_share_for_the_paper(window: MainWindow, opened: Opened, qapp: QApplication) -> None:
    window.resize(1600, 800)
    view = opened("scores")
    usual = view.preview.width()
    drag(view, -150)
    wide = view.preview.width()
    assert wide > usual + 100
    view.open_page("agency")
    assert view.preview.width() == usual
    drag(view, -60)
    assert view.preview.width() not in (usual, wide)
    view.open_page("scores")
    assert abs(view.preview.width() - wide) <= 1
    window.close_office()
    again = opened("scores")
    qapp.processEvents()
    assert abs(again.preview.width() - wide) <= 1


def test_a_narrower_screen_leaves_room_for_the_page(
    window: MainWindow, opened: Opened, preferences: Preferences, qapp: QApplication
) -> None:
    preferences.keep_paper_share("scores", 0.97)
    window.resize(1366, 768)
    view = opened("scores")
    qapp.processEvents()
    page = view.page
    assert page.width() >= page.minimumSizeHint().width()
    assert view.preview.width() >= view.preview.minimumSizeHint().width()
    assert view.stack.width() + view.preview.width() <= view.split.width()


@pytest.mark.parametrize("kept", ["", "wide", "nan", "-1", "7", "@Invalid()"])
def test_a_broken_share_is_as_none(tmp_path: Path, kept: str) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("paper/scores", kept)
    settings.sync()
    assert Preferences(tmp_path / "window.ini").paper_share("scores") is None


def test_the_paper_shown_again_has_the_share_it_had(window: MainWindow, opened: Opened, qapp: QApplication) -> None:
    window.resize(1600, 800)
    view = opened("scores")
    drag(view, -150)
    wide = view.preview.width()
    view.toggle_preview()
    view.open_page("agency")
    view.open_page("scores")
    view.toggle_preview()
    qapp.processEvents()
    assert abs(view.preview.width() - wide) <= 1
    window.resize(1000, 700)
    window.resize(1600, 800)
    qapp.processEvents()
    assert abs(view.preview.width() - wide) <= 1


def test_a_window_left_on_another_screen_comes_back_into_sight(
    qtbot: QtBot, window: MainWindow, preferences: Preferences, theme: Theme, tmp_path: Path
) -> None:
    window.setGeometry(QRect(5000, 3000, 1500, 900))  # on a screen that is not there any more
    preferences.geometry = window.saveGeometry()
    again = MainWindow(theme, preferences, lambda: window.offices, tmp_path)
    qtbot.addWidget(again)
    screen = again.screen().availableGeometry()
    assert screen.intersects(again.geometry())
    assert screen.contains(again.geometry().topLeft())
    again.close()
