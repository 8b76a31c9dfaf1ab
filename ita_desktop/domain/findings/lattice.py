"""Which scores an OIT indicator can have at all (ค่าที่เป็นไปได้).

An item scores 0 or 100, a sub-indicator is the mean of its items, the indicator the mean of its sub-indicators
(reproduces official scores of FY2563-2564); so indicator 10 of FY2563-2565 has seventeen values.
"""

from __future__ import annotations

from collections import Counter
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from functools import lru_cache

from ita_desktop.domain.rules.scoring import HUNDREDTH, decimal, rounded
from ita_desktop.domain.values.framework import Framework

_MOST = 500_000
"""More combinations than this are not counted out: then nearly every value can be reached."""


def item_counts(framework: Framework, indicator: str) -> tuple[int, ...]:
    """Return items per sub-indicator; empty if they are not confirmed, so that nothing can be concluded."""
    counted = framework.provenance.get("sub_indicators")
    if counted is None or not counted.confidence.is_sure:
        return ()
    counts = Counter(item.sub_indicator for item in framework.items)
    return tuple(counts[sub.id] for sub in framework.indicator(indicator).sub_indicators)


def reachable(counts: tuple[int, ...]) -> frozenset[Decimal] | None:
    """Return every score, with two decimals, that these items can give; None if that is not known."""
    combinations = 1
    for count in counts:
        combinations *= count + 1
    if not counts or 0 in counts or combinations > _MOST:
        return None
    return _reachable(counts)


@lru_cache(maxsize=32)
def _reachable(counts: tuple[int, ...]) -> frozenset[Decimal]:
    sums = {Fraction(0)}
    for count in counts:
        sums = {total + Fraction(100 * done, count) for total in sums for done in range(count + 1)}
    scores: set[Decimal] = set()
    for total in sums:
        exact = decimal(total / len(counts))
        scores.add(rounded(exact))
        scores.add(exact.quantize(HUNDREDTH, ROUND_DOWN))
    return frozenset(scores)
