"""What a year's scores say: ranking, changes, strengths, weaknesses (การวิเคราะห์ผลการประเมิน)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from ita_desktop.domain.rules import scoring
from ita_desktop.domain.rules.distance import distance_to_next_level as distance_to_next_level
from ita_desktop.domain.rules.identity import scores_by_id_of
from ita_desktop.domain.values.assessment import Assessment, Score
from ita_desktop.domain.values.framework import Framework, Indicator
from ita_desktop.domain.values.ref import OVERALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """An indicator in the order of scores (ลำดับ)."""

    indicator: Indicator
    score: Score
    rank: int
    """Equal scores share a rank and the next one is skipped: 1, 1, 3."""
    tied: bool


def ranking(assessment: Assessment, framework: Framework) -> tuple[Ranked, ...]:
    """Return indicators that have a score, highest first; equal scores in the order of the indicators."""
    entered = [(i, assessment.scores[i.id]) for i in framework.indicators if i.id in assessment.scores]
    scores = [score for _, score in entered]
    ordered = sorted(entered, key=lambda pair: -pair[1])
    return tuple(
        Ranked(indicator=i, score=s, rank=1 + sum(other > s for other in scores), tied=scores.count(s) > 1)
        for i, s in ordered
    )


def highest(assessment: Assessment, framework: Framework) -> tuple[Ranked, ...]:
    """Return the indicators with the highest score, all of them where several are equal."""
    ranked = ranking(assessment, framework)
    return tuple(r for r in ranked if r.score == ranked[0].score)


def lowest(assessment: Assessment, framework: Framework) -> tuple[Ranked, ...]:
    """Return the indicators with the lowest score, all of them where several are equal."""
    ranked = ranking(assessment, framework)
    return tuple(r for r in ranked if r.score == ranked[-1].score)


class Direction(StrEnum):
    """การเปลี่ยนแปลงจากปีก่อน."""

    ROSE = "rose"
    FELL = "fell"
    SAME = "same"

    @property
    def thai(self) -> str:
        return {Direction.ROSE: "เพิ่มขึ้น", Direction.FELL: "ลดลง", Direction.SAME: "เท่าเดิม"}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreChange:
    """One figure of two years."""

    ref: str
    before: Score
    now: Score

    @property
    def difference(self) -> Decimal:
        """Now minus before."""
        return self.now - self.before

    @property
    def direction(self) -> Direction:
        if self.now == self.before:
            return Direction.SAME
        return Direction.ROSE if self.now > self.before else Direction.FELL


def changes(
    now: Assessment, before: Assessment | None, framework: Framework, framework_before: Framework | None = None
) -> Mapping[str, ScoreChange]:
    """Return changes since the year before, by ref, instrument code and ``OVERALL``; missing figures are left out.

    What is the same in both years is found by its name, never by its number (``identity.same_in``); without the other
    year's framework its indicators are taken to be this year's.
    """
    if before is None:
        return {}
    earlier = scores_by_id_of(framework, before, framework_before)
    found = {
        ref: ScoreChange(ref=ref, before=earlier[ref], now=score) for ref, score in now.scores.items() if ref in earlier
    }
    totals_before = _totals(before, framework_before or framework)
    for code, total in _totals(now, framework).items():
        if code in totals_before:
            found[code] = ScoreChange(ref=code, before=totals_before[code], now=total)
    return found


def _totals(assessment: Assessment, framework: Framework) -> dict[str, Score]:
    """Return official totals, and computed ones (rounded) if there is no official one."""
    computed = {**scoring.instrument_scores(assessment, framework), OVERALL: scoring.overall(assessment, framework)}
    totals = {code: scoring.rounded(score) for code, score in computed.items() if score is not None}
    totals |= assessment.official.instruments
    if assessment.official.overall is not None:
        totals[OVERALL] = assessment.official.overall
    return totals


class Reason(StrEnum):
    """Why something is a strength or a weakness."""

    HIGHEST = "highest"
    ROSE = "rose"
    FELL = "fell"
    BELOW_PASS_MARK = "below_pass_mark"

    @property
    def thai(self) -> str:
        return {
            Reason.HIGHEST: "ได้คะแนนสูงสุด",
            Reason.ROSE: "ได้คะแนนเพิ่มขึ้นจากปีก่อน",
            Reason.FELL: "ได้คะแนนลดลงจากปีก่อน",
            Reason.BELOW_PASS_MARK: "ได้คะแนนต่ำกว่าเกณฑ์ผ่าน",
        }[self]


STRENGTH_RULE = (Reason.HIGHEST, Reason.ROSE)
"""จุดแข็ง: the indicators with the highest score (all, where equal), and whatever rose from the year before."""
WEAKNESS_RULE = (Reason.FELL, Reason.BELOW_PASS_MARK)
"""จุดอ่อน: whatever fell from the year before, and whatever is below the year's pass mark (85)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An indicator, sub-indicator, question or item that stands out, with the score and the reasons."""

    ref: str
    indicator: Indicator | None
    """The indicator it is or belongs to; None if that is not known."""
    score: Score
    reasons: tuple[Reason, ...]
    """In the order of the rule."""
    change: ScoreChange | None


class Strength(Standing):
    """จุดแข็ง."""

    __slots__ = ()


class Weakness(Standing):
    """จุดอ่อน."""

    __slots__ = ()


_Standing = TypeVar("_Standing", bound=Standing)


def strengths(
    now: Assessment,
    framework: Framework,
    before: Assessment | None = None,
    framework_before: Framework | None = None,
) -> tuple[Strength, ...]:
    """Return what ``STRENGTH_RULE`` names among all that was entered, highest score first."""
    compared = changes(now, before, framework, framework_before)
    return tuple(sorted(_standings(Strength, STRENGTH_RULE, now, framework, compared), key=lambda s: -s.score))


def weaknesses(
    now: Assessment,
    framework: Framework,
    before: Assessment | None = None,
    framework_before: Framework | None = None,
) -> tuple[Weakness, ...]:
    """Return what ``WEAKNESS_RULE`` names among all that was entered, lowest score first."""
    compared = changes(now, before, framework, framework_before)
    return tuple(sorted(_standings(Weakness, WEAKNESS_RULE, now, framework, compared), key=lambda s: s.score))


def _standings(
    kind: type[_Standing],
    rule: tuple[Reason, ...],
    now: Assessment,
    framework: Framework,
    compared: Mapping[str, ScoreChange],
) -> Iterator[_Standing]:
    best = {r.indicator.id for r in highest(now, framework)}
    for ref in _in_order(now, framework):
        score, change = now.scores[ref], compared.get(ref)
        direction = change.direction if change else None
        holds = {
            Reason.HIGHEST: ref in best,
            Reason.ROSE: direction is Direction.ROSE,
            Reason.FELL: direction is Direction.FELL,
            Reason.BELOW_PASS_MARK: score < framework.levels.pass_mark,
        }
        reasons = tuple(reason for reason in rule if holds[reason])
        if reasons:
            yield kind(ref=ref, indicator=framework.indicator_of(ref), score=score, reasons=reasons, change=change)


def _in_order(assessment: Assessment, framework: Framework) -> list[str]:
    """Return the entered refs by indicator, each indicator before its own parts."""
    indicators = [i.id for i in framework.indicators]

    def place(ref: str) -> tuple[int, bool]:
        owner = framework.indicator_of(ref)
        return (indicators.index(owner.id) if owner else len(indicators), ref not in indicators)

    return sorted(assessment.scores, key=place)
