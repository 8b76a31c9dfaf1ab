"""Do the ten scores give the printed total, the printed instruments, and scores that exist at all (การคำนวณ)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.findings.examined import Examined, Field
from ita_desktop.domain.findings.finding import Code, Finding, Fix, Severity
from ita_desktop.domain.findings.lattice import item_counts, reachable
from ita_desktop.domain.findings.suspects import OVERALL, Sheet, Suspect, slips, suspects
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.scoring import compare_instruments_with_official, compare_with_official

_CENT = Decimal("0.01")


def sums(examined: Examined) -> Iterator[Finding]:
    """Total and instruments of every year that the paper shows."""
    facts = examined.facts
    for assessment in (facts.assessed, facts.before):
        if assessment is None:
            continue
        framework = facts.frameworks.get(assessment.fiscal_year)
        if framework is not None:
            yield from _sums_of(assessment, framework, examined)


def _sums_of(assessment: Assessment, framework: Framework, examined: Examined) -> Iterator[Finding]:
    total = compare_with_official(assessment, framework)
    instruments = compare_instruments_with_official(assessment, framework)
    differing = {code: check for code, check in instruments.items() if not check.accepted}
    if not differing and (total is None or total.accepted):
        return
    start = f"year/{int(assessment.fiscal_year)}"
    stated = stated_figures(examined) if assessment is examined.facts.assessed else {}
    found = suspects(Sheet.of(assessment, framework), stated)
    values = {"year": int(assessment.fiscal_year), "suspects": found}
    fixes = tuple(_fix(start, suspect) for suspect in found)
    for code, check in differing.items():
        yield Finding(
            code=Code.INSTRUMENT_DIFFERS,
            severity=Severity.WRONG,
            origin=f"{start}/official/instruments/{code}",
            quote=f"{check.official:.2f}",
            values={**values, "instrument": code, "printed": check.official, "computed": check.computed},
            fixes=fixes,
        )
    if total is not None and not total.accepted and not differing:
        yield Finding(
            code=Code.TOTAL_DIFFERS,
            severity=Severity.WRONG,
            origin=f"{start}/official/overall",
            quote=f"{total.official:.2f}",
            values={**values, "printed": total.official, "computed": total.computed},
            fixes=fixes,
        )


def _fix(start: str, suspect: Suspect) -> Fix:
    if suspect.cell == OVERALL:
        origin = f"{start}/official/overall"
    elif suspect.cell.isupper():
        origin = f"{start}/official/instruments/{suspect.cell}"
    else:
        origin = f"{start}/scores/{suspect.cell}"
    return Fix(origin=origin, old=f"{suspect.typed:.2f}", new=f"{suspect.candidate:.2f}")


def stated_figures(examined: Examined) -> dict[str, frozenset[Decimal]]:
    """What the office's own analysis says each indicator scored."""
    return {
        text.indicator: frozenset(mark.value for mark in text.reading.figures if mark.scored)
        for text in examined.texts
        if text.field is Field.NARRATIVE
    }


def impossible(examined: Examined) -> Iterator[Finding]:
    """OIT indicators that no set of passed items can give; asked only where the item counts are confirmed."""
    facts = examined.facts
    for assessment in (facts.assessed, facts.before):
        framework = facts.frameworks.get(assessment.fiscal_year) if assessment else None
        if assessment is None or framework is None:
            continue
        for indicator in framework.indicators:
            score = assessment.scores.get(indicator.id)
            values = reachable(item_counts(framework, indicator.id)) if indicator.sub_indicators else None
            if score is None or values is None or score.quantize(_CENT) in values:
                continue
            yield _impossible(assessment, indicator.id, indicator.name, score, values)


def _impossible(
    assessment: Assessment, indicator: str, name: str, score: Decimal, values: frozenset[Decimal]
) -> Finding:
    origin = f"year/{int(assessment.fiscal_year)}/scores/{indicator}"
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
    """A result without the printed total cannot be checked and shows no level."""
    assessed = examined.facts.assessed
    if assessed is not None and assessed.scores and assessed.official.overall is None:
        yield Finding(
            code=Code.NO_OVERALL,
            severity=Severity.ADVICE,
            origin=f"year/{int(assessed.fiscal_year)}/official/overall",
            values={"year": int(assessed.fiscal_year)},
        )
