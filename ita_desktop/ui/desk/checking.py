"""Checks (ตรวจก่อนพิมพ์) in the background: the findings of the year shown, updated a moment after each edit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from ita_desktop.app.checks.finding_fixes import FixOutdatedError
from ita_desktop.app.checks.findings import Checked, Findings
from ita_desktop.app.checks.left import Left
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.papers.printing import YearPaper
from ita_desktop.app.start.library import Library
from ita_desktop.domain.findings import Finding, Fix, Severity
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.qt.slices import Sliced

SLICE = 0.01
"""Seconds of checking between two keys."""
FIRST = 300
"""Milliseconds before the first check, which loads the names of the country's places: the page comes first."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A step that says what it still lacks."""

    page: PageName
    sentence: str


class Checking(QObject):
    """Checks when something was stored, never while a key is pressed; several edits at once are one check."""

    changed = Signal()
    """The findings, or what is unfinished, are others now."""
    first_done = Signal()
    """All that the checks need is loaded."""

    def __init__(self, workspace: Workspace, year: Callable[[], FiscalYear], library: Library) -> None:
        super().__init__()
        self._workspace, self._year, self._library = workspace, year, library
        self._stopped = self._held = False
        self._findings: Findings | None = None
        self._checked: Checked | None = None
        self._unfinished: tuple[Unfinished, ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._begin)
        self._work = Sliced(self, SLICE)
        self._work.done.connect(self._take)

    def check_soon(self) -> None:
        """Check when Qt has nothing more urgent to do."""
        if not self._stopped:
            self._work.drop()
            if not self._held:
                self._later.start(0 if self._findings else FIRST)

    def hold(self) -> None:
        """Start no check before ``release``."""
        self._held = True
        self._later.stop()

    def release(self) -> None:
        """Allow checks and start one."""
        self._held = False
        self.check_soon()

    def check_now(self) -> None:
        """Check the stored year and wait until it is done."""
        self._begin()
        self._work.finish()

    def _begin(self) -> None:
        self._later.stop()
        if not self._stopped:
            self._work.begin(self._kept.checking(self._year()))

    def _take(self, checked: Checked) -> None:
        first, self._checked = self._checked is None, checked
        self.changed.emit()
        if first:
            self.first_done.emit()

    def stop(self) -> None:
        """Stop checking, before the workspace is closed."""
        self._stopped = True
        self._work.drop()
        self._later.stop()

    @property
    def is_going(self) -> bool:
        """True while a check waits or goes on."""
        return self._later.isActive() or self._work.is_going

    @property
    def checked(self) -> Checked | None:
        """What was found last; None before the first check."""
        return self._checked

    def left_of(self, paper: YearPaper) -> Left | None:
        """Return what is left of a paper; None before the first check."""
        return self._checked.left_of(paper) if self._checked else None

    @property
    def open(self) -> tuple[Finding, ...]:
        """The open findings, the most serious first."""
        return self._checked.open if self._checked else ()

    def count(self, severity: Severity) -> int:
        """Count the open findings of this severity."""
        return self._checked.count(severity) if self._checked else 0

    @property
    def unfinished(self) -> tuple[Unfinished, ...]:
        """The steps that lack something."""
        return self._unfinished

    def note_unfinished(self, unfinished: tuple[Unfinished, ...]) -> None:
        """Keep what the pages report as unfinished, so that one page shows it all."""
        if unfinished != self._unfinished:
            self._unfinished = unfinished
            self.changed.emit()

    def apply(self, fix: Fix) -> bool:
        """Apply a proposed fix as one undo step; False if the field has changed in the meantime."""
        try:
            self._kept.apply(fix)
        except FixOutdatedError:
            self.check_soon()
            return False
        return True

    def set_aside(self, finding: Finding, reason: str) -> None:
        """Set a finding aside with a reason, stored in the office's file; ValueError without a reason."""
        self._kept.set_aside(finding, reason)

    def take_up(self, finding: Finding) -> None:
        """Reopen a finding that was set aside."""
        self._kept.take_up(finding)

    @property
    def _kept(self) -> Findings:
        """Made with the first check, because the names of the country's places take a moment to load."""
        if self._findings is None:
            self._findings = Findings(self._workspace, self._library.checker)
        return self._findings
