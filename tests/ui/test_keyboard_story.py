"""A new clerk with the keyboard alone: new office, the scores of case-004, memo and report; every key is counted."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from ita_desktop.ui.first_run.dialog import NewOfficeDialog
from ita_desktop.ui.paper import printing
from ita_desktop.ui.paper.print_dialog import PrintDialog
from ita_desktop.ui.window.main_window import MainWindow

MOST = 250
"""Key presses besides the text itself."""
Keyboard = Callable[..., None]


class Keys:
    """Types into whatever has the focus; counts each key that is no text."""

    def __init__(self, qtbot: QtBot, pictures: Path) -> None:
        self._qtbot, self._pictures = qtbot, pictures
        self.count = 0

    def look(self, name: str) -> None:
        """A picture of the step, for a person to look at."""
        QApplication.processEvents()
        window = QApplication.activePopupWidget() or QApplication.activeWindow()
        assert window is not None
        number = len(list(self._pictures.iterdir())) + 1
        assert window.grab().save(str(self._pictures / f"{number:02}-{name}.png"))

    def press(self, key: Qt.Key, mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
        for _ in range(times):
            self.count += 1
            target = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
            assert target is not None
            self._qtbot.keyClick(target, key, mods)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """As an input method writes it: Thai needs one key a letter, which is the text itself."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        target = QApplication.focusWidget()
        assert target is not None
        QApplication.sendEvent(target, event)
        QApplication.processEvents()


@pytest.fixture
def keys(qtbot: QtBot, tmp_path: Path) -> Keys:
    """``ITA_DESKTOP_STORY`` names a folder where the pictures stay."""
    pictures = Path(os.environ.get("ITA_DESKTOP_STORY", tmp_path / "pictures"))
    pictures.mkdir(parents=True, exist_ok=True)
    return Keys(qtbot, pictures)


@pytest.fixture
def case(cases: Path) -> dict:
    return json.loads((cases / "case-004.json").read_text("utf-8"))


def answer_questions(dialog: NewOfficeDialog, keys: Keys, case: dict) -> None:
    keys.look("kind")
    keys.press(Qt.Key.Key_Return)
    keys.type(f"{case['agency']['subdistrict']} อ.{case['agency']['district']}")
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    assert dialog.place.province.text() == case["agency"]["province"]
    keys.look("place")
    keys.press(Qt.Key.Key_Return)
    keys.look("units")
    keys.press(Qt.Key.Key_Return)
    assert dialog.question is dialog.people
    for name in ("นางสาวพิมพ์ใจ ใจดี", *(signer["name"] for signer in case["signers"])):
        keys.type(name)
        keys.look("person")
        keys.press(Qt.Key.Key_Return)
    keys.look("emblem")
    keys.press(Qt.Key.Key_Return)
    keys.look("file")
    keys.press(Qt.Key.Key_Return)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_from_nothing_to_signed_paper_with_the_keyboard(
    window: MainWindow, keys: Keys, case: dict, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    printed: list[Path] = []

    def ask(dialog: QDialog) -> int:
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        if isinstance(dialog, NewOfficeDialog):
            answer_questions(dialog, keys, case)
        else:
            assert isinstance(dialog, PrintDialog)
            keys.look("print")
            keys.press(Qt.Key.Key_Return)
        dialog.hide()
        window.activateWindow()
        qtbot.waitActive(window)
        return dialog.result()

    def printer(_: str) -> QPrinter:
        made = QPrinter()
        printed.append(tmp_path / f"paper-{len(printed)}.pdf")
        made.setOutputFileName(str(printed[-1]))
        return made

    monkeypatch.setattr(NewOfficeDialog, "exec", ask)
    monkeypatch.setattr(PrintDialog, "exec", ask)
    monkeypatch.setattr(printing, "need_a_printer", lambda: None)
    monkeypatch.setattr(printing, "named_printer", printer)

    qtbot.waitUntil(lambda: "menus" in vars(window))  # nobody presses a key before the window is painted
    keys.look("start")
    keys.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    view = window.view
    assert view is not None, window.start.fault
    assert view.desk.office.agency.name == case["agency"]["name"]
    assert len(view.desk.office.signers) == 4

    qtbot.waitUntil(lambda: view.preview.isVisible() and view.page.isVisible())
    keys.look("home")
    year = next(y for y in case["years"] if y["fiscal_year"] == 2567)
    keys.press(Qt.Key.Key_F10)
    while view.desk.plan_year != 2568:
        _to_year(keys, view.desk.plan_year)
    keys.press(Qt.Key.Key_F6)
    page = view.page
    keys.look("scores")
    first = next(iter(page.grid.fields.values()))
    while not first.hasFocus():
        keys.press(Qt.Key.Key_Tab)
    for value in year["scores"].values():
        keys.type(f"{value:.2f}")
        keys.press(Qt.Key.Key_Return)
    keys.look("scores-typed")
    assert {k: float(v) for k, v in view.desk.facts.assessed.scores.items()} == year["scores"]

    keys.press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert len(view.desk.office.memos) == 1
    keys.look("memo")
    keys.press(Qt.Key.Key_F12)
    keys.press(Qt.Key.Key_F7)
    keys.look("analysis")
    assert view.preview.sheet is not None
    assert view.preview.sheet.document == "analysis-report"
    keys.press(Qt.Key.Key_F12)
    keys.look("printed")
    assert len(printed) == 2
    assert all(path.read_bytes().startswith(b"%PDF") for path in printed)
    assert keys.count <= MOST
    print(f"{keys.count} key presses")


def _to_year(keys: Keys, now: int) -> None:
    """In the menu of years: the last entry opens the other years, newest first."""
    keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_Right)
    popup = QApplication.activePopupWidget()
    texts = [action.text() for action in popup.actions()]
    at = next(n for n, text in enumerate(texts) if "๒๕๖๘" in text.split("→")[-1])
    keys.press(Qt.Key.Key_Down, times=at)
    keys.press(Qt.Key.Key_Return)
