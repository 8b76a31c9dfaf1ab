"""The fiscal year as a path (เส้นทางของปีงบประมาณ): what is done, what is next, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ita_desktop.app.year.work import Work
from ita_desktop.domain.rules import scoring
from ita_desktop.domain.rules.due import rounds_of
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.measure import MeasurePlan
from ita_desktop.i18n import tr

SOON = timedelta(days=30)
PLAN_MONTHS = 3
"""A plan that is to work through the year is agreed on within its first quarter."""


class Stage(StrEnum):
    """A stretch of the path."""

    OFFICE = "office"
    SCORES = "scores"
    ANALYSIS = "analysis"
    PLAN = "plan"
    PAPERS = "papers"
    HALF_YEAR = "half_year"
    FULL_YEAR = "full_year"


class Progress(StrEnum):
    """Where a stretch stands."""

    DONE = "done"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mile:
    """One stretch: how far it is, which kind of work it is, and the day it is due."""

    stage: Stage
    progress: Progress
    work: Work
    due: date | None = None

    def is_late(self, today: date) -> bool:
        return self.progress is not Progress.DONE and self.due is not None and self.due < today

    def is_soon(self, today: date) -> bool:
        return self.progress is not Progress.DONE and self.due is not None and today <= self.due <= today + SOON


def path(facts: YearFacts, *, papers_done: bool) -> tuple[Mile, ...]:
    """List the stretches of the year in order; the first unfinished one is the next."""
    year = facts.fiscal_year
    stretches = (
        (Stage.OFFICE, bool(facts.agency.name and facts.signers), Work.OFFICE, None),
        (Stage.SCORES, _scores_done(facts), Work.SCORES, None),
        (Stage.ANALYSIS, _analysis_done(facts), Work.ANALYSIS, None),
        (Stage.PLAN, bool(facts.plan.measures), Work.MEASURES, year.round_end(PLAN_MONTHS)),
        (Stage.PAPERS, papers_done, Work.PAPERS, year.round_end(PLAN_MONTHS)),
        (Stage.HALF_YEAR, reported(facts.plan, 6), Work.FOLLOW_UP, year.round_end(6)),
        (Stage.FULL_YEAR, reported(facts.plan, 12), Work.FOLLOW_UP, year.round_end(12)),
    )
    miles: list[Mile] = []
    for stage, done, work, due in stretches:
        first = not done and all(mile.progress is Progress.DONE for mile in miles)
        progress = Progress.DONE if done else Progress.NEXT if first else Progress.LATER
        miles.append(Mile(stage=stage, progress=progress, work=work, due=due))
    return tuple(miles)


def reported(plan: MeasurePlan, months: int) -> bool:
    """Return whether every measure of the round has a result."""
    asked = [m for m in plan.measures if months in rounds_of(m)]
    told = [any(r.round == months and (r.status or any(r.details) or r.output) for r in m.results) for m in asked]
    return bool(plan.measures) and all(told)


def stage_words(stage: Stage) -> str:
    """Name the stretch in the user's language."""
    return {
        Stage.OFFICE: tr("Enter the office and who signs"),
        Stage.SCORES: tr("Enter the scores"),
        Stage.ANALYSIS: tr("Write the analysis"),
        Stage.PLAN: tr("Plan the measures"),
        Stage.PAPERS: tr("Print memo and reports"),
        Stage.HALF_YEAR: tr("Report on six months"),
        Stage.FULL_YEAR: tr("Report on twelve months"),
    }[stage]


def _scores_done(facts: YearFacts) -> bool:
    if facts.assessed is None or facts.framework is None:
        return False
    return not scoring.missing_indicators(facts.assessed, facts.framework)


def _analysis_done(facts: YearFacts) -> bool:
    """An empty analysis prints the proposed one: it is done where the scores are and somebody looked, or wrote."""
    if facts.assessed is None or facts.framework is None:
        return False
    return _scores_done(facts) and any(text.strip() for text in facts.assessed.narratives.values())
