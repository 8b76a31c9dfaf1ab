"""Python's search for garbage, kept away from the keys as long as an office is open.

A search goes through everything there is: 60 to 110 ms with words, places and measures, between two keys.
Nearly nothing is garbage that only a search finds; what there is waits until nobody has touched anything for a while.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

IDLE = 3_000
"""Milliseconds without a key press or a change before a search."""
SELDOM = 2_000_000
"""New objects after which one comes all the same."""
_USUAL = gc.get_threshold()


class Garbage(QObject):
    """Starts once everything is loaded; every key press and change calls ``touched``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE)
        self._idle.timeout.connect(self.search)
        self._begun = False

    def begin(self) -> None:
        """Take everything there is now out of all searches, and search when nobody works."""
        gc.collect()
        gc.freeze()
        gc.set_threshold(SELDOM, *_USUAL[1:])
        self._begun = True

    def touched(self) -> None:
        """Somebody is at work."""
        if self._begun:
            self._idle.start()

    def search(self) -> None:
        """Search what came since the beginning."""
        gc.collect()

    def end(self) -> None:
        """Search as usual: much of it goes."""
        self._idle.stop()
        self._begun = False
        gc.set_threshold(*_USUAL)
        gc.unfreeze()
