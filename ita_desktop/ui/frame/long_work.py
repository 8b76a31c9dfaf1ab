"""Long work with progress and a stop button, done in steps while the window stays responsive."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.i18n import tr
from ita_desktop.typeset import Steps
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.qt.slices import Sliced
from ita_desktop.ui.widgets.progress import ProgressRow


class LongWork(QObject):
    """One piece of work at a time, in steps of some milliseconds between key presses."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.row = ProgressRow(desk.theme)
        self.row.cancelled.connect(self.stop)
        self._sliced = Sliced(self)
        self._sliced.done.connect(self._done)
        self._sliced.slow.connect(self._tell)
        self._words, self._reached, self._of = "", 0, 0
        self._stopped: Callable[[], str] = str

    def begin(self, words: str, of: int, steps: Steps[str], stopped: Callable[[], str]) -> None:
        """Start the steps; their result is the sentence to show, ``stopped`` gives the one after a stop."""
        if self._sliced.is_going:
            self._desk.say(tr("Wait until this is done, or stop it: {what}").format(what=self._words), Tone.LOOK)
            return
        self._words, self._reached, self._of, self._stopped = words, 0, of, stopped
        self._sliced.begin(self._told(steps))

    def reached(self, count: int) -> None:
        """Set how many parts of the work are done."""
        self._reached = count
        if self.row.isVisible():
            self._tell()

    def stop(self) -> None:
        """Stop the work."""
        if self._sliced.is_going:
            self._sliced.drop()
            self.row.hide()
            self._desk.say(self._stopped(), Tone.LOOK)

    def finish(self) -> None:
        """Do the rest now, without returning to Qt."""
        self._sliced.finish()

    def _told(self, steps: Steps[str]) -> Steps[tuple[str, Tone]]:
        try:
            return (yield from steps), Tone.GOOD
        except WorkspaceError as refused:
            return str(refused), Tone.WRONG

    def _tell(self) -> None:
        self.row.tell(self._words, self._reached, self._of)

    def _done(self, said: tuple[str, Tone]) -> None:
        self.row.hide()
        self._desk.say(*said)
