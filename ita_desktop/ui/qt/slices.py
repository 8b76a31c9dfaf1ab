"""Long work between key presses: some milliseconds at a time, dropped when outdated."""

from __future__ import annotations

from collections.abc import Generator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

SLICE = 0.02
"""Seconds of work before the window looks after keys and the mouse; most papers take no longer."""
Work = Generator[None, None, object]
LONG = 0.5
"""Seconds after which ``slow`` is emitted."""


class Sliced(QObject):
    """One piece of work at a time."""

    done = Signal(object)
    """What the work gave."""
    slow = Signal()

    def __init__(self, parent: QObject, slice: float = SLICE) -> None:
        super().__init__(parent)
        self.slice = slice
        self._steps: Work | None = None
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
        """How long it took so far; of what is done, altogether."""
        return perf_counter() - self._begun

    def begin(self, steps: Work) -> None:
        """Do this; what is being done is given up."""
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
        """Do the rest now, without returning to Qt."""
        while self._steps is not None:
            self._go_on()

    def _go_on(self) -> None:
        steps = self._steps
        if steps is None:
            return
        until = perf_counter() + self.slice
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
