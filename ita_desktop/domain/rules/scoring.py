"""From indicator scores to instruments, the overall score and the level (การคิดคะแนนและระดับ).

An instrument is the mean of its indicators, the overall score the weighted sum of the instruments before any
rounding; two decimals, half up, are made only to print and to classify. Sums are fractions inside, because a mean of
three is no decimal number: 0.3 × 83.673333… + … must give exactly 70.625, which prints as 70.63.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.framework import Framework, LevelBand

OVERALL_TOLERANCE = Decimal("0.02")
"""Largest accepted difference from the official overall score: NACC computes from indicators that it prints rounded."""
HUNDREDTH = Decimal("0.01")
"""The last place of a printed score."""


def rounded(score: Decimal | Fraction) -> Decimal:
    """Round to two decimals, half up, as ITAS prints (70.625 → 70.63)."""
    return (decimal(score) if isinstance(score, Fraction) else score).quantize(HUNDREDTH, ROUND_HALF_UP)


def decimal(number: Fraction) -> Decimal:
    """Write a fraction as a decimal of 28 digits."""
    return Decimal(number.numerator) / Decimal(number.denominator)


def mean(scores: Iterable[Decimal]) -> Fraction:
    """Return the exact mean of an instrument's indicators; ZeroDivisionError where it has none."""
    exact = [Fraction(score) for score in scores]
    return sum(exact, Fraction(0)) / len(exact)


def point_values(framework: Framework) -> Mapping[str, Fraction]:
    """Return what a point of each indicator adds to the overall score (IIT 0.06, EIT 0.10, OIT 0.20 with 30/30/40)."""
    sizes = Counter(indicator.instrument for indicator in framework.indicators)
    weights = {i.code: Fraction(i.weight) / 100 / sizes[i.code] for i in framework.instruments if sizes[i.code]}
    return {i.id: weights[i.instrument] for i in framework.indicators}


def instrument_scores(assessment: Assessment, framework: Framework) -> Mapping[str, Decimal | None]:
    """Return คะแนนรายเครื่องมือ, unrounded, by code; None if an indicator of it has no score."""
    exact = {i.code: _mean(i.code, assessment, framework) for i in framework.instruments}
    return {code: None if mean is None else decimal(mean) for code, mean in exact.items()}


def overall(assessment: Assessment, framework: Framework) -> Decimal | None:
    """Return คะแนนภาพรวม computed from the indicators, unrounded; None if an indicator has no score."""
    is_whole = all(framework.indicators_of(instrument.code) for instrument in framework.instruments)
    if not is_whole or missing_indicators(assessment, framework):
        return None
    values = point_values(framework)
    return decimal(weighted(assessment.scores, values))


def weighted(scores: Mapping[str, Decimal], values: Mapping[str, Fraction]) -> Fraction:
    """Return the exact sum of the indicators' scores, each times what one of its points is worth."""
    return sum((value * Fraction(scores[ref]) for ref, value in values.items() if ref in scores), Fraction(0))


def overall_shown(assessment: Assessment, framework: Framework | None) -> Decimal | None:
    """Return คะแนนภาพรวม for a text: the official one, else the computed one rounded; None without either."""
    if assessment.official.overall is not None:
        return assessment.official.overall
    computed = overall(assessment, framework) if framework else None
    return None if computed is None else rounded(computed)


def missing_indicators(assessment: Assessment, framework: Framework) -> tuple[str, ...]:
    """Return ids of the indicators that have no score yet, in order."""
    return tuple(i.id for i in framework.indicators if i.id not in assessment.scores)


def _mean(instrument: str, assessment: Assessment, framework: Framework) -> Fraction | None:
    scores = [assessment.scores.get(i.id) for i in framework.indicators_of(instrument)]
    known = [score for score in scores if score is not None]
    return mean(known) if known and len(known) == len(scores) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialCheck:
    """A computed figure beside the official one, which stays as it is."""

    computed: Decimal
    """Rounded."""
    official: Decimal
    difference: Decimal
    """Computed minus official."""
    accepted: bool
    """True if rounding alone can explain the difference."""


def compare_with_official(assessment: Assessment, framework: Framework) -> OfficialCheck | None:
    """Compare the computed overall score with the official one; None if one of them is not known."""
    return _check(overall(assessment, framework), assessment.official.overall, OVERALL_TOLERANCE)


def _check(computed: Decimal | None, official: Decimal | None, tolerance: Decimal) -> OfficialCheck | None:
    if computed is None or official is None:
        return None
    difference = rounded(computed) - official
    return OfficialCheck(
        computed=rounded(computed), official=official, difference=difference, accepted=abs(difference) <= tolerance
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelResult:
    """ระดับ by the year's rule. The official level, where one is entered, stands beside it and is never replaced."""

    code: str = ""
    """Empty if it is not known."""
    provisional: bool = False
    """True if a figure that the rule looks at is missing and could change the level."""
    missing: tuple[str, ...] = ()
    """What would have to be known: instruments and parts (EIT1), or indicators where there is no overall score."""
    overall: Decimal | None = None
    """The number that was classified, two decimals."""
    from_official: bool = False
    possible: tuple[str, ...] = ()
    """Every level that the known figures allow, highest first."""
    computed_code: str = ""
    """The level by the computed overall score, where it differs from the one by the official score."""


def level(assessment: Assessment, framework: Framework) -> LevelResult:
    """Return the level of the official overall score, or of the computed one where no official is known."""
    own, official = overall(assessment, framework), assessment.official.overall
    figures = _figures_checked(assessment, framework)
    computed = None if own is None else classify(own, figures, framework)
    if official is None:
        return computed or LevelResult(missing=missing_indicators(assessment, framework))
    result = classify(official, figures, framework)
    other = computed.code if computed and computed.code != result.code else ""
    return LevelResult(
        code=result.code,
        provisional=result.provisional,
        missing=result.missing,
        overall=result.overall,
        from_official=True,
        possible=result.possible,
        computed_code=other,
    )


def level_shown(assessment: Assessment, framework: Framework | None) -> str:
    """Return ระดับ for a text: the official one, else the rule's if it is certain; empty without either."""
    if assessment.official.level or framework is None:
        return assessment.official.level
    result = level(assessment, framework)
    return "" if result.provisional else result.code


def classify(score: Decimal, instruments: Mapping[str, Decimal | None], framework: Framework) -> LevelResult:
    """Return the level of an overall score with the scores of instruments and parts, as far as they are known.

    Bands are half open and looked up with the rounded score, so every score from 0 to 100 has a level. Where only the
    whole of an instrument is known and the rule looks at its parts, the whole stands in for them and the level is
    provisional, unless every possible score of the parts gives the same level.
    """
    number = rounded(score)
    known = {code: rounded(s) for code, s in instruments.items() if s is not None}
    possible, missing = _allowed(number, known, framework)
    if len(possible) == 1:
        return LevelResult(code=possible[0], overall=number, possible=possible)
    stand_in = {part.code: known[i.code] for i in framework.instruments for part in i.parts if i.code in known}
    likely, _ = _allowed(number, stand_in | known, framework)
    code = likely[0] if len(likely) == 1 else ""
    return LevelResult(code=code, provisional=bool(code), missing=missing, overall=number, possible=possible)


def _allowed(
    number: Decimal, known: Mapping[str, Decimal], framework: Framework
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the levels that are possible, highest first, and the unknown figures that keep them apart."""
    possible: list[str] = []
    unknown: tuple[str, ...] = ()
    for band in framework.levels.bands:
        if number < band.overall_min:
            continue
        open_codes = _open(band, known, framework)
        if open_codes is None:
            continue
        possible.append(band.code)
        if not open_codes:
            break
        unknown = open_codes
    return tuple(possible), unknown


def _open(band: LevelBand, known: Mapping[str, Decimal], framework: Framework) -> tuple[str, ...] | None:
    """Return the unknown figures the band waits for; None if a known one is already too low."""
    if band.each_instrument_min is None:
        return ()
    checked = framework.levels.instruments_checked
    if any(code in known and known[code] < band.each_instrument_min for code in checked):
        return None
    return tuple(code for code in checked if code not in known)


def _figures_checked(assessment: Assessment, framework: Framework) -> Mapping[str, Decimal | None]:
    """Return scores by instrument and part: the official ones, and computed ones where there is no official."""
    return {**instrument_scores(assessment, framework), **assessment.official.instruments}
