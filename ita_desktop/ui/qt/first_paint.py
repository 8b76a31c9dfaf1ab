"""The moment in which the window is on the screen for the first time: what is slow waits for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Calls ``act`` once, right after the first picture of ``window`` is drawn."""

    def __init__(self, window: QWidget, act: Callable[[], object]) -> None:
        super().__init__(window)
        self._act = act
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):  # without QEvent.Type, which takes a while to be made
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._act)
        return False
