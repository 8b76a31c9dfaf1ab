"""Pages are made while nobody works, and nobody notices."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.ui.frame import building_ahead
from ita_desktop.ui.frame.view import OfficeView


def test_all_pages_are_made_and_nothing_else_happens(
    opened: Callable[[str], OfficeView], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building_ahead, "IDLE", 0)
    view = opened("home")
    qtbot.waitUntil(lambda: bool(view.preview.printed.pdf))
    shown, page, focus = view.preview.sheet, view.page, QApplication.focusWidget()
    saved, steps, printed = view.desk.workspace.saved_at, view.desk.workspace.history, view.preview.printed
    with qtbot.waitSignal(view.ahead.done, timeout=30_000):
        pass
    assert all(one.is_built for one in view.pages)
    assert (view.preview.sheet, view.page, QApplication.focusWidget()) == (shown, page, focus)
    assert (view.desk.workspace.saved_at, view.desk.workspace.history) == (saved, steps)
    assert view.preview.printed.pdf == printed.pdf
    assert [one for one in view.pages if one.isVisible()] == [page]


def test_who_works_is_left_alone(opened: Callable[[str], OfficeView], qtbot: QtBot) -> None:
    view = opened("home")
    qtbot.waitUntil(lambda: view.desk.checking.checked is not None)
    for _ in range(5):
        view.desk.drafted.emit("memo/1/subject")
        QApplication.processEvents()
    assert sum(page.is_built for page in view.pages) == 1
