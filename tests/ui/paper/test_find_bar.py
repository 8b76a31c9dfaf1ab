"""Words are found on the printed pages, marked where they stand, and the way leads from one to the next."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.look.palette import FOUND, LIGHT
from ita_desktop.ui.paper.find_bar import FindBar
from ita_desktop.ui.paper.search import Found, find
from ita_desktop.ui.widgets.field import LineField
from ita_desktop.ui.window.main_window import MainWindow


@pytest.fixture
def view(opened: Callable[[str], OfficeView]) -> OfficeView:
    view = opened("documents")
    view.preview.repaint_now()
    return view


@pytest.fixture
def bar(window: MainWindow, view: OfficeView) -> FindBar:
    window.menus.actions["find"].trigger()
    return view.preview.find_bar


def looked_for(bar: FindBar, words: str) -> tuple[Found, ...]:
    bar.words.setText(words)
    bar.look()
    return bar.found


def test_digits_of_either_kind_case_and_line_ends_make_no_difference() -> None:
    pages = ("ปี ๒๕๖๗ และ 2567 ของ ITA", "ส่วนท้อง\r\nถิ่น ita คะแนน\r\nรวม")
    assert find(pages, "๒๕๖๗") == find(pages, "2567") == (Found(0, 3, 4), Found(0, 12, 4))
    assert find(pages, "Ita") == (Found(0, 21, 3), Found(1, 15, 3))
    assert find(pages, "ท้องถิ่น") == (Found(1, 4, 10),)
    assert find(pages, "คะแนน  รวม") == (Found(1, 19, 10),)
    assert find(pages, "  ") == find(pages, "ไม่มี") == ()


def test_numbers_below_each_other_are_not_one_number() -> None:
    assert find(("๘\r\n๙",), "89") == ()
    assert find(("a.c\r\nabc",), "a.c") == (Found(0, 0, 3),)


def test_every_place_is_counted_and_the_way_goes_round(bar: FindBar, view: OfficeView, qtbot: QtBot) -> None:
    found = looked_for(bar, "คะแนน")
    texts = view.preview.view.texts
    assert len(found) == sum(text.replace("\r\n", "").count("คะแนน") for text in texts) > 10
    assert bar.count.text() == f"๑ จาก {''.join('๐๑๒๓๔๕๖๗๘๙'[int(d)] for d in str(len(found)))}"
    qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    assert bar.count.text().startswith("๒ ")
    for _ in range(2):
        qtbot.keyClick(bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text().split()[0] == bar.count.text().split()[-1]
    assert looked_for(bar, "ฟหกด่าสว") == ()
    assert bar.count.text() == "ไม่พบ"


def test_the_place_is_brought_into_sight_and_marked(bar: FindBar, view: OfficeView) -> None:
    pages = view.preview.view
    pages.set_zoom(2.0)
    assert looked_for(bar, "2567")
    for number in range(len(bar.found)):
        image = pages.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        colours = colours_of(image)
        assert QColor(FOUND).rgb() in colours, number
        assert QColor(LIGHT.accent).rgb() in colours, number
        bar.step(1)


def colours_of(image: QImage) -> set[int]:
    return set(memoryview(image.constBits()).cast("I"))


def test_escape_takes_the_marks_and_gives_the_cursor_back(bar: FindBar, view: OfficeView, qtbot: QtBot) -> None:
    subject = view.page.editor.fields["subject"]  # type: ignore[attr-defined]
    bar.leave()
    subject.setFocus()
    view.find_on_paper()
    assert bar.words.hasFocus()
    looked_for(bar, "คะแนน")
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert subject.hasFocus()
    image = view.preview.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert QColor(FOUND).rgb() not in colours_of(image)


def test_paper_made_anew_is_searched_again(bar: FindBar, view: OfficeView, qtbot: QtBot) -> None:
    assert looked_for(bar, "ทดลองพิมพ์") == ()
    subject = view.page.editor.fields["subject"]  # type: ignore[attr-defined]
    with qtbot.waitSignal(view.preview.painted):
        subject.insertPlainText("ทดลองพิมพ์")
    qtbot.waitUntil(lambda: len(bar.found) == 1)
    assert bar.count.text() == "๑ จาก ๑"


def test_the_preview_is_shown_where_it_was_hidden(window: MainWindow, view: OfficeView) -> None:
    view.toggle_preview()
    assert view.preview.isHidden()
    window.menus.actions["find"].trigger()
    assert view.preview.isVisible()
    assert view.preview.find_bar.words.hasFocus()


def test_it_closes_where_the_field_before_is_gone(window: MainWindow, view: OfficeView, qtbot: QtBot) -> None:
    before = LineField("ชื่อ")
    before.setParent(view.page)
    before.show()
    before.setFocus()
    window.menus.actions["find"].trigger()
    delete(before)
    view.preview.find_bar.leave()
    assert view.preview.find_bar.isHidden()
