"""Lines of an editor end between Thai words, whether or not the machine has Qt's own means for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop import paths
from ita_desktop.ui.look.line_breaks import line_breaks
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.paper.paper import Paper
from ita_desktop.ui.widgets.field import TextField

TEXT = (
    "องค์การบริหารส่วนตำบลดอนแก้วได้ดำเนินการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"
    "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ ต่าง ๆ โดยมีผลคะแนนรวม ๙๓.๗๑ คะแนน อยู่ในระดับผ่านดี"
)
WIDTHS = (130, 205, 320, 405, 640)
UNBROKEN = "กิ่งเก่าใจน้ำ" * 12
WITHOUT = """
import json
from ita_desktop import paths
from ita_desktop.ui.application import apply_theme, make_application
from ita_desktop.ui.paper.paper import Paper
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets.field import TextField
from ita_desktop.ui.look.line_breaks import line_breaks
from tests.ui.widgets.test_paragraphs import TEXT, WIDTHS, lines
app = make_application()
apply_theme(app, Theme(paths.resources()))
paper = Paper(paths.resources())
line_breaks().use(paper.label_breaks, paper.line_ends)
field = TextField("")
field.show()
field.show_value(TEXT)
found = []
for width in WIDTHS:
    field.resize(width, field.height())
    found.append(lines(field))
print(json.dumps(found))
"""


def lines(field: TextField) -> list[str]:
    """The lines of a field as they are shown."""
    found, block = [], field.document().begin()
    while block.isValid():
        layout, text = block.layout(), block.text()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            found.append(text[line.textStart() : line.textStart() + line.textLength()])
        block = block.next()
    return found


@pytest.fixture
def paper(theme: Theme) -> Paper:
    made = Paper(paths.resources())
    line_breaks().use(made.label_breaks, made.line_ends)
    return made


@pytest.fixture
def field(qtbot: QtBot, paper: Paper) -> Iterator[TextField]:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(700, 400)
    made = TextField("ข้อความ")
    made.setParent(page)
    made.resize(405, 40)
    page.show()
    made.show_value(TEXT)
    yield made
    page.close()


def ends(shown: list[str]) -> set[int]:
    """Where the lines end, counted from the start of the text."""
    return {sum(len(line) for line in shown[:number]) for number in range(1, len(shown))}


def stretch_at(place: int, paper: Paper) -> str:
    """The words around a place that belong together on paper: torn, as there, only where wider than a whole line."""
    may_end = (0, *paper.line_ends(TEXT), len(TEXT))
    first, last = max(at for at in may_end if at < place), min(at for at in may_end if at > place)
    return TEXT[first:last].rstrip()


def typed(field: TextField, text: str) -> None:
    for letter in text:
        QApplication.sendEvent(
            field, QKeyEvent(QEvent.Type.KeyPress, ord(letter), Qt.KeyboardModifier.NoModifier, letter)
        )


@pytest.mark.parametrize("width", WIDTHS)
def test_every_line_ends_where_one_may_end_on_paper(field: TextField, paper: Paper, width: int) -> None:
    field.resize(width, field.height())
    shown = lines(field)
    assert len(shown) > 1
    room = field.viewport().width() - 2 * field.document().documentMargin()
    torn = ends(shown) - set(paper.line_ends(TEXT))
    assert all(field.fontMetrics().horizontalAdvance(stretch_at(place, paper)) > room for place in torn)
    assert len(torn) <= (1 if width == min(WIDTHS) else 0)
    assert "".join(shown) == TEXT
    assert all(field.fontMetrics().horizontalAdvance(line.rstrip()) <= room for line in shown)


def test_the_lines_are_the_same_without_a_thai_library(field: TextField, tmp_path: Path) -> None:
    (tmp_path / "libthai.so.0").write_bytes(b"")  # found first and of no use: Qt then knows no words of Thai
    env = {**os.environ, "LD_LIBRARY_PATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    env["PYTHONPATH"] = str(Path(__file__).parents[3])
    run = subprocess.run([sys.executable, "-c", WITHOUT], env=env, capture_output=True, text=True, check=True)
    here = []
    for width in WIDTHS:
        field.resize(width, field.height())
        here.append(lines(field))
    assert json.loads(run.stdout.splitlines()[-1]) == here


def test_nothing_is_put_into_the_text(field: TextField) -> None:
    assert field.value() == TEXT
    field.selectAll()
    assert field.textCursor().selectedText() == TEXT
    field.copy()
    assert QApplication.clipboard().text() == TEXT
    assert not field.document().isUndoAvailable()


def test_typing_and_undo_set_the_lines_anew(field: TextField, paper: Paper) -> None:
    before = lines(field)
    field.moveCursor(QTextCursor.MoveOperation.Start)
    typed(field, "สำนักงานปลัด")
    after = lines(field)
    assert "".join(after) == "สำนักงานปลัด" + TEXT
    assert ends(after) <= set(paper.line_ends("สำนักงานปลัด" + TEXT))
    while field.document().isUndoAvailable():
        field.undo()
    assert lines(field) == before


def test_a_composed_word_is_laid_out_with_the_rest(field: TextField) -> None:
    field.moveCursor(QTextCursor.MoveOperation.Start)
    QApplication.sendEvent(field, QInputMethodEvent("สำนักงานปลัด", []))
    layout = field.document().begin().layout()
    last = layout.lineAt(layout.lineCount() - 1)
    assert last.textStart() + last.textLength() == len(TEXT) + len("สำนักงานปลัด")
    done = QInputMethodEvent()
    done.setCommitString("สำนักงานปลัด")
    QApplication.sendEvent(field, done)
    assert "".join(lines(field)) == "สำนักงานปลัด" + TEXT


def test_keys_and_mouse_go_by_the_lines_shown(field: TextField) -> None:
    shown = lines(field)
    field.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.textCursor().position() == len(shown[0])
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert field.textCursor().selectedText() == shown[1]
    height = field.fontMetrics().lineSpacing()
    for number, line in enumerate(shown):
        rect = field.cursorRect(field.cursorForPosition(QPoint(1, round(height * (number + 0.5)) + 2)))
        assert field.cursorForPosition(rect.center()).position() == sum(map(len, shown[:number])), line


def test_a_larger_font_sets_the_lines_anew(field: TextField, theme: Theme, paper: Paper) -> None:
    before = lines(field)
    theme.choose(scale=1.5)
    after = lines(field)
    assert len(after) > len(before)
    assert ends(after) <= set(paper.line_ends(TEXT))
    assert field.height() >= len(after) * field.fontMetrics().lineSpacing()


def test_a_stretch_without_an_end_is_parted_between_letters(field: TextField, paper: Paper) -> None:
    line_breaks().use(paper.label_breaks, lambda _: ())
    field.show_value(UNBROKEN)
    shown = lines(field)
    line_breaks().use(paper.label_breaks, paper.line_ends)
    assert len(shown) > 1
    assert not any(line[0] in "ะาำิ่้" or line[-1] in "เใ" for line in shown)


def test_signs_that_qt_counts_twice_do_not_move_the_ends(field: TextField, paper: Paper) -> None:
    field.show_value("😀😀😀" + TEXT)
    block = field.document().begin()
    layout = block.layout()
    places = {3 + layout.lineAt(n).textStart() - 6 for n in range(1, layout.lineCount())}
    assert len(places) > 1
    assert places <= set(paper.line_ends("😀😀😀" + TEXT))


def test_a_field_that_becomes_narrower_does_not_scroll(field: TextField) -> None:
    for width in range(400, 100, -15):
        field.resize(width, field.height())
        field.moveCursor(QTextCursor.MoveOperation.Start)
        field.moveCursor(QTextCursor.MoveOperation.End)
        assert field.verticalScrollBar().value() == 0
