"""Autosave of the open office: backups when they are due, and drafts of what is being typed."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.kept_drafts import DraftKeeper
from ita_desktop.domain.values.origin import Origin
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.palette import Tone

MINUTE, SECOND = 60_000, 1_000
RETRY = 10 * SECOND
"""After so long what could not be written is tried again."""


class Autosave(QObject):
    """Asks every minute whether a backup is due, and every second whether a draft is to be written."""

    def __init__(self, desk: Desk, monotonic: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._desk = desk
        self._drafts: DraftKeeper | None = None
        self._told = ""
        if not desk.workspace.read_only:
            self._drafts = DraftKeeper(desk.workspace.drafts, monotonic)
            desk.typed.connect(self._typed)
            desk.settled.connect(self._stored)
        self._minutes = self._timer(MINUTE, self.back_up_if_due)
        self._seconds = self._timer(SECOND, self.keep_drafts)
        self._tries = self._timer(RETRY, desk.write_again.emit)

    def back_up_if_due(self) -> None:
        """Make the backup of this half hour if it is due; report a failure once, not every minute."""
        workspace = self._desk.workspace
        try:
            workspace.backups.make_if_due()
        except WorkspaceError as refused:
            self._say(tr("No backup was made. {why}").format(why=refused))
        else:
            self._say(workspace.backups.place.second_trouble)

    def keep_drafts(self) -> None:
        """Write what is being typed, at most every two seconds."""
        if self._drafts is None:
            return
        try:
            self._drafts.tick()
        except WorkspaceError as refused:
            self._say(str(refused))

    def unkept(self) -> tuple[str, ...]:
        """Return the texts that could be written neither to their fields nor as drafts; closing would lose them."""
        if self._drafts is None:
            return ()
        with contextlib.suppress(WorkspaceError):  # what is left waiting is reported
            self._drafts.write()
        return self._drafts.waiting

    def stop(self) -> None:
        """Stop the timers and write the last drafts, before the workspace is closed."""
        self._minutes.stop()
        self._seconds.stop()
        self._tries.stop()
        if self._drafts is not None:
            with contextlib.suppress(WorkspaceError):  # nothing more can be done for it
                self._drafts.write()
        self._drafts = None

    def _say(self, words: str) -> None:
        if words and words != self._told:
            self._desk.say(words, Tone.WRONG)
        self._told = words

    def _typed(self, origin: str, text: str) -> None:
        if self._drafts is not None:
            self._drafts.typed(Origin(origin), text)

    def _stored(self, origin: str) -> None:
        if self._drafts is not None:
            self._drafts.stored(Origin(origin))

    def _timer(self, every: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(every)
        timer.timeout.connect(act)
        timer.start()
        return timer
