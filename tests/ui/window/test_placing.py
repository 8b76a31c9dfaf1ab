"""The window starts inside the screen: all of a small one, a part of a large one, wherever it was left."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from ita_desktop.ui.window.placing import area_for, inside, needs_all, place

TASKBAR = 40
SCREENS = ((1280, 720), (1366, 768), (1920, 1080))
FACTORS = (1.0, 1.25, 1.5)


def free(screen: tuple[int, int], factor: float) -> QRect:
    """The free part of a screen in logical pixels, above a taskbar."""
    return QRect(0, 0, int(screen[0] / factor), int(screen[1] / factor) - TASKBAR)


@pytest.mark.parametrize("factor", FACTORS)
@pytest.mark.parametrize("screen", SCREENS)
def test_whatever_was_left_comes_inside(screen: tuple[int, int], factor: float) -> None:
    rng, area = random.Random(str((screen, factor))), free(screen, factor)
    for _ in range(500):
        left, top = rng.randrange(-4000, 6000), rng.randrange(-4000, 6000)
        wanted = QRect(left, top, rng.randrange(1, 5000), rng.randrange(1, 5000))
        placed = inside(wanted, area)
        assert area.contains(placed), (wanted, placed)
        assert placed.size() == wanted.size().boundedTo(placed.size())
        again = inside(placed, area)
        assert again == placed


def test_only_a_large_screen_is_not_filled() -> None:
    filled = {(screen, factor) for screen in SCREENS for factor in FACTORS if needs_all(free(screen, factor))}
    assert filled == {(s, f) for s in SCREENS for f in FACTORS} - {((1920, 1080), 1.0)}


def test_the_screen_that_shows_most_of_it_keeps_it() -> None:
    here, beside = QRect(0, 0, 1366, 728), QRect(1366, 0, 1920, 1040)
    assert area_for(QRect(1300, 10, 600, 400), [here, beside], here) == beside
    assert area_for(QRect(9000, 9000, 600, 400), [here, beside], here) == here


@pytest.mark.parametrize("left", [None, QRect(5000, 3000, 3000, 2000), QRect(-900, -900, 1366, 768)])
def test_a_window_is_never_larger_than_its_screen(qtbot: QtBot, left: QRect | None) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    if left is not None:
        window.setGeometry(left)
    maximised = place(window, kept=left is not None)
    area = QGuiApplication.primaryScreen().availableGeometry()
    assert area.contains(window.geometry())
    assert maximised == (left is None and needs_all(area))
