"""The scale of a paper that fits the width depends on the width alone."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.typeset import Leaf
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.paper.page_view import PageView

SHEETS = {"upright": (595.0, 842.0), "landscape": (842.0, 595.0)}
WIDTHS = (330, 405, 690)


def blank_page() -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    painter.end()
    return bytes(buffer.data().data())


def test_no_height_makes_the_scale_waver(theme: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    """About as high as its view, a paper would need its scroll bar only while the bar is away."""
    view = PageView(theme, "paper")
    qtbot.addWidget(view)
    view.show()
    for name, (wide, high) in SHEETS.items():
        for width in WIDTHS:
            view.resize(width, 100)
            view.show_pdf(blank_page(), leaves=(Leaf(wide, high, ()),), paper=f"{name} {width}")
            qapp.processEvents()
            scale = view.zoom
            whole = round(high * scale * 96 / 72)
            for height in range(whole - 25, whole + 26):
                view.resize(width, height)
                for _ in range(3):
                    qapp.processEvents()
                    assert view.zoom == scale, (name, width, height)
