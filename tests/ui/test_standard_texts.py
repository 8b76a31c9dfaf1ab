"""Qt's own buttons speak the language of the program."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from ita_desktop.ui.standard_texts import StandardTexts
from ita_desktop.ui.theme import Theme

Standard = QDialogButtonBox.StandardButton


@pytest.mark.parametrize(
    ("button", "word"),
    [(Standard.Ok, "ตกลง"), (Standard.Cancel, "ยกเลิก"), (Standard.Save, "บันทึก"), (Standard.Yes, "ใช่")],
)
def test_standard_buttons_are_thai(
    theme: Theme, qtbot: QtBot, button: QDialogButtonBox.StandardButton, word: str
) -> None:
    box = QDialogButtonBox(button)
    qtbot.addWidget(box)
    assert box.button(button).text() == word


def test_an_unknown_word_is_left_to_qt() -> None:
    assert not StandardTexts().translate("QSomething", "Unheard of")
