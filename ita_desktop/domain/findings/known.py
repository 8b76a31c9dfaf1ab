"""The figures an office may rightly write (ตัวเลขที่มีอยู่ในข้อมูล)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.findings.suspects import ScoreSheet
from ita_desktop.domain.rules.identity import same_in
from ita_desktop.domain.rules.scoring import rounded
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.ref import OVERALL, Ref, RefKind


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFigures:
    """Every score of every year, and what follows from them."""

    assessed: int
    years: frozenset[int]
    scores: dict[tuple[int, str], Decimal]
    """By year and indicator, instrument or ``overall``"""
    bounds: frozenset[Decimal]
    """Where levels begin"""
    all: frozenset[Decimal]
    ids: dict[tuple[int, str], str]
    """By year and the id of that year: the id that the assessed year gives to the same thing"""
    names: dict[str, str]
    instruments: dict[str, str]

    @classmethod
    def of(cls, facts: YearFacts) -> KnownFigures:
        scores: dict[tuple[int, str], Decimal] = {}
        bounds: set[Decimal] = {Decimal(0), Decimal(100)}
        ids: dict[tuple[int, str], str] = {}
        gone: set[Decimal] = set()
        for year, assessment in facts.assessments.items():
            official = assessment.official
            framework = facts.frameworks.get(year)
            own_ids, now_ids = _ids(assessment, framework, facts.framework)
            ids.update({(int(year), ref): now for ref, now in zip(own_ids, now_ids, strict=True)})
            scores.update({(int(year), now): assessment.scores[ref] for ref, now in zip(own_ids, now_ids, strict=True)})
            gone |= {score for ref, score in assessment.scores.items() if ref not in own_ids}
            if framework is not None:
                bounds |= {band.overall_min for band in framework.levels.bands} | {framework.levels.pass_mark}
                sheet = ScoreSheet.of(assessment, framework)
                if sheet.complete:
                    scores[int(year), OVERALL] = rounded(sheet.total())
                    for instrument in framework.instruments:
                        scores[int(year), instrument.code] = rounded(sheet.mean(instrument.code))
            scores.update({(int(year), code): figure for code, figure in official.instruments.items()})
            if official.overall is not None:
                scores[int(year), OVERALL] = official.overall
        framework = facts.framework
        indicators = framework.indicators if framework else ()
        return cls(
            assessed=int(facts.plan.assessed_year),
            years=frozenset(int(year) for year in facts.assessments),
            scores=scores,
            bounds=frozenset(bounds),
            all=_with_differences(scores, facts, bounds) | gone,
            ids=ids,
            names={i.id: i.name for i in indicators},
            instruments={i.id: i.instrument for i in indicators},
        )

    def score(self, year: int, ref: str) -> Decimal | None:
        """Return the score of an indicator, an instrument, a question or the whole."""
        return self.scores.get((year, ref))

    def may_be(self, year: int, ref: str) -> tuple[Decimal, ...]:
        """Return every score a name can mean: a question can have one for each part of its instrument."""
        return tuple(score for (y, key), score in self.scores.items() if y == year and Ref(key).bare == ref)

    def id_now(self, year: int, ref: str) -> str:
        """Return the assessed year's id of what another year calls so; the id itself if nothing has a score for it."""
        return self.ids.get((year, ref), ref)

    def name(self, ref: str) -> str:
        return self.names.get(ref, ref)

    def instrument(self, indicator: str) -> str:
        return self.instruments.get(indicator, "")


def _ids(
    assessment: Assessment, framework: Framework | None, now: Framework | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids that have a score, and what the assessed year calls the same; what it does not ask is left out."""
    if framework is None or now is None or framework is now:
        return tuple(assessment.scores), tuple(assessment.scores)
    moved = {
        ref: same_in(ref, framework, now) if Ref(ref).kind is RefKind.INDICATOR else ref for ref in assessment.scores
    }
    known = {ref: id_now for ref, id_now in moved.items() if id_now is not None}
    return tuple(known), tuple(known.values())


def _with_differences(
    scores: dict[tuple[int, str], Decimal], facts: YearFacts, bounds: set[Decimal]
) -> frozenset[Decimal]:
    """Return all figures, the changes from year to year, and the distances to the levels."""
    figures = set(scores.values()) | bounds
    for (year, ref), score in scores.items():
        before = scores.get((year - 1, ref))
        if before is not None:
            figures.add(abs(score - before))
        if year == int(facts.plan.assessed_year):
            figures |= {abs(bound - score) for bound in bounds}
    return frozenset(figures)
