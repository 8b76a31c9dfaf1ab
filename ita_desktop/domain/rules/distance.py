"""How far a year's result is from the next level, and the shortest way there (ระยะห่างจากระดับถัดไป)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from ita_desktop.domain.rules import scoring
from ita_desktop.domain.values.assessment import Assessment, Score
from ita_desktop.domain.values.framework import Framework, Indicator, LevelBand

_TOP = Decimal(100)
_DUST = Decimal("1e-12")


@dataclass(frozen=True, slots=True, kw_only=True)
class Raise:
    """One indicator's score raised."""

    indicator: Indicator
    score: Score
    to: Score

    @property
    def by(self) -> Decimal:
        return self.to - self.score


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocking:
    """An instrument, or a part of one, below the minimum that the next level asks of each."""

    code: str
    score: Score
    missing: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """From a level to the one above it."""

    level: str
    next_level: str
    overall_missing: Decimal
    """Points the overall score is short of; 0 where it suffices."""
    blocking: tuple[Blocking, ...]
    point_values: Mapping[str, Decimal]
    """What one point of an indicator adds to the overall score, by indicator id."""
    alone: tuple[Raise, ...]
    """Raises of one single indicator that reach the level, smallest first; empty if none can do it alone."""
    way: tuple[Raise, ...]
    """The least raise that reaches the level: one indicator if one can do it alone, else a combination.

    Empty if raising indicators cannot do it: a part is too low, or the official figures are far from the scores."""
    not_computable: tuple[str, ...]
    """Parts of an instrument the level looks at, unknown or too low: they do not follow from indicator scores."""


def distance_to_next_level(assessment: Assessment, framework: Framework) -> Distance | None:
    """Compute the distance to the level above the official one, else the rule's; None at the top or without scores.

    The whole of an instrument stands in for parts that are not known. A part that is known and too low cannot be
    raised by computation, as it is not published how the parts make the indicators; it is named instead.
    """
    means = scoring.instrument_scores(assessment, framework)
    result = scoring.level(assessment, framework)
    codes = [band.code for band in framework.levels.bands]
    official = assessment.official.level
    level = official if official in codes else result.code
    if level not in codes[1:] or result.overall is None or None in means.values():
        return None
    target = framework.levels.bands[codes.index(level) - 1]
    figures = {code: m for code, m in {**means, **assessment.official.instruments}.items() if m is not None}
    needs = _Needs(assessment, framework, max(target.overall_min - result.overall, Decimal(0)), target, figures)
    alone = tuple(sorted(needs.alone(), key=lambda raised: raised.by))
    return Distance(
        level=level,
        next_level=target.code,
        overall_missing=needs.overall,
        blocking=needs.blocking(),
        point_values=needs.values,
        alone=alone,
        way=alone[:1] or needs.together(),
        not_computable=needs.not_computable(),
    )


class _Needs:
    """What the next level asks for, as points of indicators."""

    def __init__(
        self,
        assessment: Assessment,
        framework: Framework,
        overall: Decimal,
        target: LevelBand,
        figures: Mapping[str, Decimal],
    ) -> None:
        self.overall = overall
        self.values = {ref: scoring.decimal(value) for ref, value in scoring.point_values(framework).items()}
        self._scores = assessment.scores
        self._framework = framework
        self._figures = figures
        self._minimum = target.each_instrument_min
        self._points = {i.code: self._points_of(i.code) for i in framework.instruments}

    def _points_of(self, instrument: str) -> Decimal:
        """Return indicator points the instrument is short of."""
        short = self._short(instrument) if instrument in self._checked() else Decimal(0)
        return short * len(self._framework.indicators_of(instrument))

    def _short(self, code: str) -> Decimal:
        figure = self._figures[code]
        if self._minimum is None or scoring.rounded(figure) >= self._minimum:
            return Decimal(0)
        return self._minimum - figure

    def _checked(self) -> tuple[str, ...]:
        """Return the instruments and parts the level looks at, an instrument where its part is not known."""
        rule = self._framework.levels.instruments_checked
        whole = {part.code: i.code for i in self._framework.instruments for part in i.parts}
        return tuple(dict.fromkeys(code if code in self._figures else whole[code] for code in rule))

    def not_computable(self) -> tuple[str, ...]:
        """Return parts that are unknown, or known and too low."""
        if self._minimum is None:
            return ()
        parts = [part.code for i in self._framework.instruments for part in i.parts]
        rule = self._framework.levels.instruments_checked
        return tuple(c for c in rule if c in parts and (c not in self._figures or self._short(c)))

    def blocking(self) -> tuple[Blocking, ...]:
        if self._minimum is None:
            return ()
        return tuple(
            Blocking(
                code=code,
                score=scoring.rounded(self._figures[code]),
                missing=self._minimum - scoring.rounded(self._figures[code]),
            )
            for code in self._checked()
            if self._short(code)
        )

    def alone(self) -> Iterator[Raise]:
        """Yield each raise of one indicator that fills every need."""
        short = [code for code, points in self._points.items() if points]
        for indicator in self._framework.indicators:
            if short in ([], [indicator.instrument]):
                points = max(self._points[indicator.instrument], self.overall / self.values[indicator.id])
                if points and points <= self._room(indicator):
                    yield self._raised(indicator, points)

    def together(self) -> tuple[Raise, ...]:
        """Return the least points in total: first what each instrument needs, then where a point is worth most."""
        raised = {i.id: self._scores[i.id] for i in self._framework.indicators}
        missing = self.overall
        for code, points in self._points.items():
            missing -= self._pour(code, points, raised)
        for code in sorted(self._points, key=lambda code: -self._value(code)):
            room = sum((_TOP - score for score in self._instrument(code, raised).values()), Decimal(0))
            missing -= self._pour(code, max(min(missing / self._value(code), room), Decimal(0)), raised)
        if missing > _DUST or max(raised.values()) > _TOP + _DUST:
            return ()
        by = {ref: score - self._scores[ref] for ref, score in raised.items()}
        return tuple(self._raised(i, by[i.id]) for i in self._framework.indicators if by[i.id] > _DUST)

    def _pour(self, instrument: str, points: Decimal, raised: dict[str, Decimal]) -> Decimal:
        """Raise the lowest indicators of an instrument by ``points``; return what that adds to the overall score."""
        raised |= _levelled(self._instrument(instrument, raised), points)
        return points * self._value(instrument)

    def _instrument(self, code: str, scores: Mapping[str, Decimal]) -> dict[str, Decimal]:
        return {i.id: scores[i.id] for i in self._framework.indicators_of(code)}

    def _value(self, instrument: str) -> Decimal:
        return self.values[self._framework.indicators_of(instrument)[0].id]

    def _room(self, indicator: Indicator) -> Decimal:
        return _TOP - self._scores[indicator.id]

    def _raised(self, indicator: Indicator, points: Decimal) -> Raise:
        score = self._scores[indicator.id]
        return Raise(indicator=indicator, score=score, to=min(score + _up(points), _TOP))


def _levelled(scores: Mapping[str, Decimal], points: Decimal) -> dict[str, Decimal]:
    """Return the scores after adding points, always to the lowest; above 100 if there are too many."""
    ordered = sorted(scores.values())
    level = Decimal(0)
    for n in range(1, len(ordered) + 1):
        level = (sum(ordered[:n]) + points) / n
        if n == len(ordered) or level <= ordered[n]:
            break
    return {ref: max(score, level) for ref, score in scores.items()}


def _up(points: Decimal) -> Decimal:
    """Round up to 0.01, ignoring Decimal's division residue (28 digits)."""
    return (points - _DUST).quantize(scoring.HUNDREDTH, ROUND_CEILING)
