"""Where the window stands at the start: never larger than the free part of its screen, never outside of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

ROOMY = QSize(1500, 850)
"""Logical pixels: on a smaller screen the window takes all of it, on a larger one this much at first."""
FRAME = QSize(16, 40)
"""Room for title bar and borders, which the system adds around the window."""


def inside(wanted: QRect, area: QRect) -> QRect:
    """Return the rectangle made as small as needed and moved as little as needed to lie within the area."""
    size = wanted.size().boundedTo(area.size() - FRAME)
    left = min(max(wanted.left(), area.left()), area.right() + 1 - size.width())
    top = min(max(wanted.top(), area.top() + FRAME.height()), area.bottom() + 1 - size.height())
    return QRect(left, max(top, area.top()), size.width(), size.height())


def needs_all(area: QRect) -> bool:
    """Return True if the free part of a screen is so small that the window had better take all of it."""
    return area.width() < ROOMY.width() or area.height() < ROOMY.height()


def area_for(wanted: QRect, areas: list[QRect], usual: QRect) -> QRect:
    """Return the free part of the screen that shows most of the rectangle; the usual screen where none shows any."""

    def shared(area: QRect) -> int:
        common = area.intersected(wanted)
        return max(common.width(), 0) * max(common.height(), 0)

    best = max(areas, key=shared, default=usual)
    return best if shared(best) else usual


def place(window: QMainWindow, *, kept: bool) -> bool:
    """Put the window, before it is shown, where it was left (``kept``) or where it starts; True to maximise it."""
    if kept and window.isMaximized():
        return True
    usual = QGuiApplication.primaryScreen().availableGeometry()
    if kept:
        areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        window.setGeometry(inside(window.geometry(), area_for(window.geometry(), areas, usual)))
        return False
    at_first = QRect(usual.topLeft(), ROOMY)
    at_first.moveCenter(usual.center())
    window.setGeometry(inside(at_first, usual))
    return needs_all(usual)
