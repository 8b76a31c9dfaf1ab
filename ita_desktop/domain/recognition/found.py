"""One number and its owner, as it was found and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from ita_desktop.domain.recognition.grids import Grid
from ita_desktop.domain.recognition.heads import ColumnKind
from ita_desktop.domain.recognition.letters import consonants, plain_text
from ita_desktop.domain.recognition.numbers import Number
from ita_desktop.domain.recognition.owners import Clue
from ita_desktop.domain.thai.writing import MAXIMUM_SCORE, ScoreFault
from ita_desktop.domain.values.framework import Framework


class Doubt(StrEnum):
    """Why a score is not taken without a look."""

    NEAR_NAME = "near_name"
    POSITION = "position"
    CONTRADICTED = "contradicted"
    """The number beside the name belongs to another indicator."""
    MENDED = "mended"
    """A blank inside the number was closed."""
    REPEATED = "repeated"
    """The same owner has another number further up."""
    SHARE = "share"
    """Computed from the instrument's share of the total."""
    PROSE = "prose"
    """Out of a sentence."""
    PAIRED = "paired"
    """Names and numbers stood apart and were paired by their order."""
    OUT_OF = "out_of"
    """Computed from a full mark that is not 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundScore:
    """One number and its owner."""

    ref: str
    """Empty if the owner is not known."""
    score: Decimal | None = None
    fault: ScoreFault | None = None
    seen: str = ""
    """The number as it stands there."""
    label: str = ""
    """The text that names the owner."""
    row: int = 0
    """Row of the grid, from 0."""
    clue: Clue | None = None
    doubts: frozenset[Doubt] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreColumn:
    """One column of the table and what its numbers would mean."""

    index: int
    head: str = ""
    year: int | None = None
    kind: ColumnKind = ColumnKind.SCORE
    scores: tuple[FoundScore, ...] = ()
    level: str = ""
    rank: int | None = None

    @property
    def values(self) -> dict[str, Decimal]:
        """Scores by ref, those without any doubt."""
        return {s.ref: s.score for s in self.scores if s.ref and s.score is not None and not s.doubts}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreTable:
    """A table of scores with its columns; ``chosen`` is the one that is meant, None if that must be asked."""

    grid: Grid
    """As read: turned where the names stood in a row."""
    turned: bool = False
    columns: tuple[ScoreColumn, ...] = ()
    """Columns that may hold scores."""
    chosen: int | None = None
    """Place in ``columns``."""
    name: str = ""

    @property
    def column(self) -> ScoreColumn | None:
        """The chosen column."""
        return None if self.chosen is None else self.columns[self.chosen]


def kind_by_numbers(numbers: Sequence[Number]) -> ColumnKind:
    """Return what the numbers of a column look like: changes, ranks, full marks, else scores."""
    values = [number.value for number in numbers]
    if any(number.signed for number in numbers):
        return ColumnKind.CHANGE
    if len(values) > 2 and all(
        value == MAXIMUM_SCORE and number.full is None for value, number in zip(values, numbers, strict=True)
    ):
        whole = all("." not in number.seen for number in numbers)
        return ColumnKind.FULL if whole else ColumnKind.SCORE
    ranks = all(value == int(value) and "." not in number.seen for value, number in zip(values, numbers, strict=True))
    if ranks and len(values) > 2 and max(values) <= len(values) and min(values) >= 1:
        return ColumnKind.RANK
    return ColumnKind.SCORE


def scored(number: Number, ref: str, label: str, row: int, clue: Clue | None, doubts: set[Doubt]) -> FoundScore:
    more = set(doubts)
    if number.mended:
        more.add(Doubt.MENDED)
    if number.full not in (None, MAXIMUM_SCORE):
        more.add(Doubt.OUT_OF)
    read = number.score
    fault = read if isinstance(read, ScoreFault) else None
    score = None if isinstance(read, ScoreFault) else read
    return FoundScore(
        ref=ref, score=score, fault=fault, seen=number.seen, label=label, row=row, clue=clue, doubts=frozenset(more)
    )


def without_repeats(scores: tuple[FoundScore, ...]) -> tuple[FoundScore, ...]:
    """Mark the second and later different number of an owner as doubtful; the same number again is left out."""
    seen: dict[str, Decimal | None] = {}
    kept = []
    for found in scores:
        if found.ref and found.ref in seen:
            if found.score == seen[found.ref]:
                continue
            kept.append(replace(found, doubts=found.doubts | {Doubt.REPEATED}))
            continue
        seen[found.ref] = found.score
        kept.append(found)
    return tuple(kept)


def level_in(text: str, framework: Framework, *, alone: bool = False) -> str:
    """Return the level that a text names; the longest first, as ผ่านดี begins like ผ่านดีเยี่ยม."""
    plain = plain_text(text)
    codes = sorted((band.code for band in framework.levels.bands), key=len, reverse=True)
    if alone:
        return next((code for code in codes if plain.removeprefix("ระดับ").strip() == code), "")
    said = "".join(part for part in re.findall(r"ระดับ.{0,40}", plain))
    return next((code for code in codes if len(code) > 2 and consonants(code) in consonants(said)), "")
