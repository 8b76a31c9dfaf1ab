"""A paper set between the clerk's keys: some milliseconds at a time, given up when it is outdated."""

from __future__ import annotations

from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from ita_desktop.typeset import Steps

SLICE = 0.02
"""Seconds of work before the window looks after keys and the mouse; most papers take no longer."""
LONG = 0.5
"""Seconds after which the clerk is told."""


class Making(QObject):
    """One paper, or another piece of work, on its way."""

    done = Signal(object)
    """The result of the steps."""
    slow = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Steps[Any] | None = None
        self._begun = 0.0
        self._is_slow = False
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._go_on)

    @property
    def is_going(self) -> bool:
        return self._steps is not None

    @property
    def seconds(self) -> float:
        """How long it took so far; of a paper that is done, altogether."""
        return perf_counter() - self._begun

    def begin(self, steps: Steps[Any]) -> None:
        """Make another paper; the one on its way is given up."""
        self.drop()
        self._steps, self._begun, self._is_slow = steps, perf_counter(), False
        self._next.start()
        self._go_on()

    def drop(self) -> None:
        """Give up."""
        steps, self._steps = self._steps, None
        self._next.stop()
        if steps is not None:
            steps.close()

    def finish(self) -> None:
        """Make the rest now."""
        while self._steps is not None:
            self._go_on()

    def _go_on(self) -> None:
        steps = self._steps
        if steps is None:
            return
        until = perf_counter() + SLICE
        try:
            next(steps)
            while perf_counter() < until:
                next(steps)
        except StopIteration as end:
            self.drop()
            self.done.emit(end.value)
        except BaseException:
            self.drop()
            raise
        else:
            if not self._is_slow and self.seconds > LONG:
                self._is_slow = True
                self.slow.emit()
