"""Which cell of a score sheet may be mistyped, when the sheet does not add up (ช่องที่น่าจะพิมพ์ผิด).

Every cell is tried with every slip of one key; those that would make the sheet agree with what ITAS printed are
suspects. Often several cells fit, so that the list is shown and nothing is corrected (measured: the right cell is the
only suspect in about one case of five).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from itertools import pairwise

from ita_desktop.domain.rules import scoring
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.ref import OVERALL

ROUNDING = Fraction(1, 100)
"""Printed figures have two decimals: the sheet may miss the printed total by half a hundredth on either side."""


class Slip(IntEnum):
    """How a number was mistyped, the likeliest first."""

    LOOK_ALIKE = 0
    """Thai digits that look alike: ๓ ๘ ๙, ๔ ๖ ๙, ๐ ๑ ๗, ๕ ๔"""
    SWAPPED = 1
    NEIGHBOUR = 2
    """The key beside the right one"""
    DIGIT = 3
    POINT = 4
    """A lost or doubled digit, a point in the wrong place"""


_LOOK_ALIKE = ("389", "469", "017", "45", "27")
_LOOKS_LIKE = frozenset(a + b for group in _LOOK_ALIKE for a in group for b in group if a != b)
_KEYS = ("1234567890", "789", "456", "123", "741", "852", "963")
_NEIGHBOURS = frozenset(pair for row in _KEYS for a, b in pairwise(row) for pair in (a + b, b + a))


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspect:
    """A cell and the value that would make the sheet agree."""

    cell: str
    """An indicator, ``overall``, or an instrument's code for its printed figure."""
    typed: Decimal
    candidate: Decimal
    slip: Slip


def slips(value: Decimal) -> Iterator[tuple[Decimal, Slip]]:
    """Yield every score that one wrong key turns into ``value``."""
    typed = f"{value:.2f}"
    seen = {value}
    for text, slip in _undone(typed):
        if not _is_score(text):
            continue
        candidate = Decimal(text)
        if candidate <= 100 and candidate not in seen:
            seen.add(candidate)
            yield candidate, slip


def _is_score(text: str) -> bool:
    whole, point, decimals = text.partition(".")
    return bool(whole.isdigit() and point and decimals.isdigit() and len(decimals) <= 2)


def _undone(typed: str) -> Iterator[tuple[str, Slip]]:
    places = [at for at, c in enumerate(typed) if c != "."]
    for at in places:
        for digit in "0123456789":
            pair = typed[at] + digit
            slip = Slip.LOOK_ALIKE if pair in _LOOKS_LIKE else Slip.NEIGHBOUR if pair in _NEIGHBOURS else Slip.DIGIT
            yield typed[:at] + digit + typed[at + 1 :], slip
    for a, b in pairwise(places):
        swapped = list(typed)
        swapped[a], swapped[b] = swapped[b], swapped[a]
        yield "".join(swapped), Slip.SWAPPED
    for at in range(len(typed)):
        yield typed[:at] + typed[at + 1 :], Slip.POINT
        for digit in "0123456789":
            yield typed[:at] + digit + typed[at:].rstrip("0"), Slip.POINT
            yield typed[:at] + digit + typed[at:-1], Slip.POINT
    digits = typed.replace(".", "")
    for at in range(1, 4):
        yield f"{digits[:at]}.{digits[at:]}"[: at + 3], Slip.POINT


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSheet:
    """One year's indicator scores as they add up, beside what was printed; sums are the fractions of ``scoring``."""

    scores: Mapping[str, Decimal]
    values: Mapping[str, Fraction]
    """What one point of an indicator adds to the overall score."""
    instrument_of: Mapping[str, str]
    overall: Decimal | None
    printed: Mapping[str, Decimal]
    """Printed figures of the instruments."""

    @classmethod
    def of(cls, assessment: Assessment, framework: Framework) -> ScoreSheet:
        """Take the scores of the year's indicators out of an assessment."""
        values = scoring.point_values(framework)
        return cls(
            scores={cell: assessment.scores[cell] for cell in values if cell in assessment.scores},
            values=values,
            instrument_of={indicator.id: indicator.instrument for indicator in framework.indicators},
            overall=assessment.official.overall,
            printed={
                instrument.code: assessment.official.instruments[instrument.code]
                for instrument in framework.instruments
                if instrument.code in assessment.official.instruments
            },
        )

    @property
    def complete(self) -> bool:
        """True if every indicator has a score."""
        return len(self.scores) == len(self.values)

    def total(self) -> Fraction:
        """Return the overall score the cells give, exactly."""
        return scoring.weighted(self.scores, self.values)

    def mean(self, instrument: str) -> Fraction:
        """Return the instrument's score the cells give, exactly."""
        return scoring.mean(score for cell, score in self.scores.items() if self.instrument_of[cell] == instrument)

    def size(self, instrument: str) -> int:
        """Count the instrument's indicators."""
        return sum(code == instrument for code in self.instrument_of.values())


def apart(computed: Fraction, printed: Decimal) -> bool:
    """Return True if a printed figure is further from the cells' than rounding alone can bring it."""
    return abs(computed - Fraction(printed)) > ROUNDING


def suspects(sheet: ScoreSheet, stated: Mapping[str, frozenset[Decimal]]) -> tuple[Suspect, ...]:
    """Return the cells that may be mistyped, likeliest first; empty if no single slip explains the difference.

    ``stated`` are figures that the office's own texts give for an indicator: a candidate among them comes first.
    """
    found = [*_cells(sheet), *_printed(sheet)]

    def order(suspect: Suspect) -> tuple[bool, int, Decimal]:
        said = suspect.candidate in stated.get(suspect.cell, frozenset())
        return (not said, suspect.slip, abs(suspect.candidate - suspect.typed))

    return tuple(sorted(found, key=order))


def _cells(sheet: ScoreSheet) -> Iterator[Suspect]:
    total = sheet.total()
    means = {code: sheet.mean(code) for code in sheet.printed}
    wrong = {code for code, figure in sheet.printed.items() if apart(means[code], figure)}
    for cell, typed in sheet.scores.items():
        instrument = sheet.instrument_of[cell]
        if wrong - {instrument}:
            continue
        printed = sheet.printed.get(instrument)
        size = sheet.size(instrument)
        for candidate, slip in slips(typed):
            change = Fraction(candidate - typed)
            if sheet.overall is not None and apart(total + sheet.values[cell] * change, sheet.overall):
                continue
            if printed is not None and apart(means[instrument] + change / size, printed):
                continue
            yield Suspect(cell=cell, typed=typed, candidate=candidate, slip=slip)


def _printed(sheet: ScoreSheet) -> Iterator[Suspect]:
    """Yield the printed figures that may themselves be mistyped."""
    wrong = [code for code, figure in sheet.printed.items() if apart(sheet.mean(code), figure)]
    total = sheet.total()
    total_fits = sheet.overall is None or not apart(total, sheet.overall)
    if not wrong and not total_fits and sheet.overall is not None:
        yield from _mistyped(OVERALL, sheet.overall, total)
    if len(wrong) == 1 and total_fits:
        yield from _mistyped(wrong[0], sheet.printed[wrong[0]], sheet.mean(wrong[0]))


def _mistyped(cell: str, typed: Decimal, should: Fraction) -> Iterator[Suspect]:
    """Yield the printed figures that one wrong key turns into this one: within 0.006 of what the cells give.

    Half a hundredth is rounding; the thousandth more allows for indicators that ITAS itself printed rounded.
    """
    for candidate, slip in slips(typed):
        if abs(Fraction(candidate) - should) <= ROUNDING * Fraction(6, 10):
            yield Suspect(cell=cell, typed=typed, candidate=candidate, slip=slip)
