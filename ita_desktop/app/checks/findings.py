"""What the checks found in an open office, what was set aside and why (ตรวจก่อนพิมพ์)."""

from __future__ import annotations

import gc
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.app.checks.explanations import explain, place
from ita_desktop.app.checks.finding_fixes import apply_fix
from ita_desktop.app.checks.left import Left, leaving
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.papers.office_options import options_of
from ita_desktop.app.papers.printing import YearPaper
from ita_desktop.documents import DocumentOptions, measure_columns
from ita_desktop.domain.findings import Finding, Fix, Severity
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.origin import Origin
from ita_desktop.typeset import finish

if TYPE_CHECKING:
    from ita_desktop.domain.findings import Checker

SET_ASIDE = "findings-set-aside"
"""Setting: by a finding's key, the reason why it was set aside."""


def make_checker(resources: Path) -> Checker:
    """Make the checker with the names of the country's places; keep one as long as the program runs."""
    from ita_desktop.domain.findings import Checker
    from ita_desktop.store.resources.places import load_gazetteer

    return Checker(load_gazetteer(resources))


def check(facts: YearFacts, checker: Checker, options: DocumentOptions) -> tuple[Finding, ...]:
    """Return every finding of one year, as its office prints it; the most serious first.

    Python does not look for garbage meanwhile: many small lasting values are made, and the search costs a quarter of
    the time (measured).
    """
    running = gc.isenabled()
    gc.disable()
    try:
        return checker.check(facts, measure_columns(facts, options))
    finally:
        if running:
            gc.enable()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """ผลการตรวจของปีแผนหนึ่ง: what is open, and what was set aside with its reason."""

    plan_year: int
    facts: YearFacts
    open: tuple[Finding, ...]
    set_aside: tuple[tuple[Finding, str], ...] = ()
    papers: tuple[Left, ...] = ()
    """What is left of each paper of the year."""

    def count(self, severity: Severity) -> int:
        """Count the open findings of this severity."""
        return sum(finding.severity is severity for finding in self.open)

    def left_of(self, paper: YearPaper) -> Left | None:
        """Return what is left of a paper; None where the year no longer has it."""
        wanted = (paper.document, paper.memo)
        return next((one for one in self.papers if (one.paper.document, one.paper.memo) == wanted), None)

    @property
    def is_clean(self) -> bool:
        """True where nothing is open that would be wrong on paper."""
        return not self.count(Severity.WRONG)

    def at(self, start: Origin) -> tuple[Finding, ...]:
        """Return the open findings of a field, or of all fields below it (``plan/2568/measure/12``)."""
        return tuple(f for f in self.open if f.origin.is_within(start))

    def place(self, finding: Finding) -> str:
        """Name the place of the finding as the screen does."""
        return place(finding.origin, self.facts)


class Findings:
    """The checks of one open office. Nothing is ever corrected by itself: a fix is applied by the user, and undone."""

    def __init__(self, workspace: Workspace, checker: Checker) -> None:
        self._workspace = workspace
        self._checker = checker

    def checked(self, plan_year: int, drafts: Mapping[Origin, object] | None = None) -> Checked:
        """Check a plan year as it stands, unfinished text included."""
        facts, options = self._workspace.facts(plan_year, drafts), options_of(self._workspace)
        return finish(self._telling(facts, options, check(facts, self._checker, options)))

    def checking(self, plan_year: int) -> Generator[None, None, Checked]:
        """Check what is stored, in steps of some milliseconds."""
        facts, options = self._workspace.facts(plan_year), options_of(self._workspace)
        found = yield from self._checker.checking(facts, measure_columns(facts, options))
        return (yield from self._telling(facts, options, found))

    def _telling(
        self, facts: YearFacts, options: DocumentOptions, found: tuple[Finding, ...]
    ) -> Generator[None, None, Checked]:
        reasons = self._reasons()
        still_open = tuple(finding for finding in found if finding.key not in reasons)
        return Checked(
            plan_year=facts.fiscal_year,
            facts=facts,
            open=still_open,
            set_aside=tuple((finding, reasons[finding.key]) for finding in found if finding.key in reasons),
            papers=(yield from leaving(facts, options, still_open)),
        )

    def set_aside(self, finding: Finding, reason: str) -> None:
        """Let a finding be, for a reason that stays in the office's file; ValueError without one."""
        if not reason.strip():
            raise ValueError("a finding is set aside for a reason")
        self._workspace.set_setting(SET_ASIDE, {**self._reasons(), finding.key: reason.strip()})

    def take_up(self, finding: Finding) -> None:
        """Open a finding again that was set aside."""
        reasons = {key: reason for key, reason in self._reasons().items() if key != finding.key}
        self._workspace.set_setting(SET_ASIDE, reasons or None)

    def apply(self, fix: Fix) -> None:
        """Carry out a proposed fix as one undo step; FixOutdatedError where the field has changed since."""
        apply_fix(self._workspace, fix)

    def _reasons(self) -> dict[str, str]:
        return dict(self._workspace.setting(SET_ASIDE) or {})


def sentence(finding: Finding) -> str:
    """Say in one sentence what was found."""
    return explain(finding).what
