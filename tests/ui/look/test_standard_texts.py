"""Qt's own buttons speak the language of the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QTreeView
from pytestqt.qtbot import QtBot

from ita_desktop.ui.look.standard_texts import StandardTexts
from ita_desktop.ui.look.theme import Theme

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


def test_the_window_for_files_is_thai_where_the_system_has_none(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = QFileDialog(None, "", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    assert labels
    assert not [text for text in labels if text.isascii()]
    columns = dialog.findChild(QTreeView).model()
    heads = [columns.headerData(at, Qt.Orientation.Horizontal) for at in range(columns.columnCount())]
    assert heads == ["ชื่อ", "ขนาด", "ชนิด", "แก้ไขเมื่อ"]
