"""Do the ten scores give the printed total, the printed instruments, and scores that exist at all (การคำนวณ)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ita_desktop.domain.findings.examined import Examined, Field
from ita_desktop.domain.findings.finding import Code, Finding, Fix, Severity
from ita_desktop.domain.findings.lattice import item_counts, reachable
from ita_desktop.domain.findings.suspects import ScoreSheet, Suspect, apart, slips, suspects
from ita_desktop.domain.rules.scoring import OVERALL_TOLERANCE as ACCEPTED
from ita_desktop.domain.rules.scoring import rounded
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.origin import Origin
from ita_desktop.domain.values.ref import OVERALL


def sums(examined: Examined) -> Iterator[Finding]:
    """Check total and instruments of every year that the paper shows."""
    facts = examined.facts
    for assessment in (facts.assessed, facts.before):
        if assessment is None:
            continue
        framework = facts.frameworks.get(assessment.fiscal_year)
        if framework is not None:
            yield from _sums_of(assessment, framework, examined)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Difference:
    """A printed figure and what the cells give, further apart than rounding alone can bring them."""

    cell: str
    printed: Decimal
    computed: Fraction

    @property
    def is_wrong(self) -> bool:
        """False if it is so small that it may come from the way ITAS computes."""
        return abs(rounded(self.computed) - self.printed) > ACCEPTED


def differences(sheet: ScoreSheet) -> tuple[_Difference, ...]:
    """Find every printed figure that the cells do not give; none while a cell is empty."""
    if not sheet.complete:
        return ()
    figures: dict[str, tuple[Decimal, Fraction]] = {
        code: (printed, sheet.mean(code)) for code, printed in sheet.printed.items()
    }
    if sheet.overall is not None:
        figures[OVERALL] = (sheet.overall, sheet.total())
    return tuple(
        _Difference(cell=cell, printed=printed, computed=computed)
        for cell, (printed, computed) in figures.items()
        if apart(computed, printed)
    )


def _sums_of(assessment: Assessment, framework: Framework, examined: Examined) -> Iterator[Finding]:
    sheet = ScoreSheet.of(assessment, framework)
    found = differences(sheet)
    if not found:
        return
    start = Origin.year(assessment.fiscal_year)
    cells = suspects(sheet, stated_figures(examined) if assessment is examined.facts.assessed else {})
    fixes = tuple(_fix(start, suspect) for suspect in cells)
    worst = [difference for difference in found if difference.is_wrong]
    parts = [difference for difference in worst if difference.cell != OVERALL]
    for difference in parts or worst or found[:1]:
        of_total = difference.cell == OVERALL
        code = Code.TOTAL_DIFFERS if of_total else Code.INSTRUMENT_DIFFERS
        yield Finding(
            code=code if difference.is_wrong else Code.TOTAL_NEAR,
            severity=Severity.WRONG if difference.is_wrong else Severity.ADVICE,
            origin=start / "official" / "overall" if of_total else start / "official" / "instruments" / difference.cell,
            quote=f"{difference.printed:.2f}",
            values={
                "year": int(assessment.fiscal_year),
                "suspects": cells,
                "instrument": difference.cell,
                "printed": difference.printed,
                "computed": rounded(difference.computed),
                "indicators": len(framework.indicators),
            },
            fixes=fixes,
        )


def _fix(start: Origin, suspect: Suspect) -> Fix:
    if suspect.cell == OVERALL:
        origin = start / "official" / "overall"
    elif suspect.cell.isupper():
        origin = start / "official" / "instruments" / suspect.cell
    else:
        origin = start / "scores" / suspect.cell
    return Fix(origin=origin, old=f"{suspect.typed:.2f}", new=f"{suspect.candidate:.2f}")


def stated_figures(examined: Examined) -> dict[str, frozenset[Decimal]]:
    """Check the scores that the office's own analysis gives for each indicator."""
    return {
        text.indicator: frozenset(mark.value for mark in text.reading.figures if mark.scored)
        for text in examined.prose
        if text.field is Field.NARRATIVE
    }


def impossible(examined: Examined) -> Iterator[Finding]:
    """Find OIT indicators that no set of passed items can give; only if the item counts are confirmed."""
    facts = examined.facts
    for assessment in (facts.assessed, facts.before):
        framework = facts.frameworks.get(assessment.fiscal_year) if assessment else None
        if assessment is None or framework is None:
            continue
        for indicator in framework.indicators:
            score = assessment.scores.get(indicator.id)
            values = reachable(item_counts(framework, indicator.id)) if indicator.sub_indicators else None
            if score is None or values is None or rounded(score) in values:
                continue
            yield _impossible(assessment, indicator.id, indicator.name, score, values)


def _impossible(
    assessment: Assessment, indicator: str, name: str, score: Decimal, values: frozenset[Decimal]
) -> Finding:
    origin = Origin.year(assessment.fiscal_year, "scores", indicator)
    likely = [candidate for candidate, slip in sorted(slips(score), key=lambda s: s[1]) if candidate in values][:4]
    nearest = sorted(values, key=lambda value: abs(value - score))[:2]
    return Finding(
        code=Code.SCORE_IMPOSSIBLE,
        severity=Severity.WRONG,
        origin=origin,
        quote=f"{score:.2f}",
        values={
            "year": int(assessment.fiscal_year),
            "ref": indicator,
            "name": name,
            "score": score,
            "count": len(values),
            "nearest": tuple(sorted(nearest)),
        },
        fixes=tuple(Fix(origin=origin, old=f"{score:.2f}", new=f"{c:.2f}") for c in likely or sorted(nearest)),
    )


def totals_given(examined: Examined) -> Iterator[Finding]:
    """Find results without the printed total: they cannot be checked and show no level."""
    assessed = examined.facts.assessed
    if assessed is not None and assessed.scores and assessed.official.overall is None:
        yield Finding(
            code=Code.NO_OVERALL,
            severity=Severity.ADVICE,
            origin=Origin.year(assessed.fiscal_year, "official", "overall"),
            values={"year": int(assessed.fiscal_year)},
        )
