"""The figures a sentence of the analysis stands on (ตัวเลขที่บทวิเคราะห์อ้าง), and those of texts that come from outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal

from ita_desktop.domain.rules import analysis, scoring
from ita_desktop.domain.rules.analysis import Direction
from ita_desktop.domain.thai.writing import score_text
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.measure import MeasurePlan
from ita_desktop.domain.values.office import Office

SETTING = "narrative-figures"
"""Setting: the figures each sentence was written for, by year and indicator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a sentence about an indicator may say, as texts with Arabic digits; empty where it is not known."""

    score: str = ""
    rank: str = ""
    before: str = ""
    difference: str = ""
    direction: str = ""
    overall: str = ""
    level: str = ""


def figures_of(facts: YearFacts, indicator: str) -> Figures:
    """Return the current figures of an indicator of the assessed year."""
    assessed, framework = facts.assessed, facts.framework
    if assessed is None or framework is None or indicator not in assessed.scores:
        return Figures()
    ranked = next(one for one in analysis.ranking(assessed, framework) if one.indicator.id == indicator)
    earlier = facts.frameworks.get(int(facts.plan.assessed_year.previous))
    change = analysis.changes(assessed, facts.before, framework, earlier).get(indicator)
    moved = change is not None and change.direction is not Direction.SAME
    return Figures(
        score=score_text(assessed.scores[indicator]),
        rank=str(ranked.rank),
        before=score_text(change.before) if change else "",
        difference=score_text(abs(change.difference)) if change and moved else "",
        direction=change.direction.thai if change and moved else "",
        overall=_text(scoring.overall_shown(assessed, framework)),
        level=scoring.level_shown(assessed, framework),
    )


def figures_in(office: Office, frameworks: Mapping[int, Framework]) -> dict[str, dict[str, str]]:
    """Return the figures behind all sentences of an office, for the setting: imported texts match their scores."""
    found: dict[str, dict[str, str]] = {}
    for year in office.years:
        facts = _facts(office, year, frameworks)
        for indicator, text in year.narratives.items():
            figures = figures_of(facts, indicator)
            if text.strip() and figures != Figures():
                found[place(year.fiscal_year, indicator)] = asdict(figures)
    return found


def figures_after_merge(
    kept: Mapping[str, object], before: Office, theirs: Office, after: Office, frameworks: Mapping[int, Framework]
) -> dict[str, object]:
    """Return the setting after sentences were merged: each keeps the figures it was written for."""
    ours = {year.fiscal_year: year.narratives for year in before.years}
    taken = {
        place(year.fiscal_year, indicator)
        for year in after.years
        for indicator, text in year.narratives.items()
        if ours.get(year.fiscal_year, {}).get(indicator) != text
    }
    there = figures_in(theirs, frameworks)
    left = {key: value for key, value in kept.items() if key not in taken}
    return left | {key: figures for key, figures in there.items() if key in taken}


def place(year: int, indicator: str) -> str:
    """Return the setting's key for the figures of an indicator's sentence."""
    return f"{int(year)}/{indicator}"


def _facts(office: Office, year: Assessment, frameworks: Mapping[int, Framework]) -> YearFacts:
    return YearFacts(
        agency=office.agency,
        plan=MeasurePlan(fiscal_year=year.fiscal_year.next, assessed_year=year.fiscal_year),
        assessments={one.fiscal_year: one for one in office.years},
        frameworks=frameworks,
    )


def _text(score: Decimal | None) -> str:
    return "" if score is None else score_text(score)
