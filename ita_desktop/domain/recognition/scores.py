"""Scores in a foreign table or text (วางคะแนน, นำเข้าคะแนน): which column is meant, and whose each number is.

A table is read by its columns. The names may stand in a column (the usual table) or in a row (tables of many offices);
a row of names is turned into a column first, so that one method reads both:

1. Rows that name an owner are found in the column, or in the row, that names the most of them.
2. What stands above the first such row is the head; it says the year and the kind of every column (``heads``).
   Without a head the kind follows from the numbers: 1 to n is a rank, only 100 a full mark, signs are changes.
3. Of the columns of scores the one of the year asked for is chosen; where that is not one column, none is.
4. Nothing is written here. What was found indirectly carries a doubt.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ita_desktop.domain.recognition.content import Table
from ita_desktop.domain.recognition.found import (
    Doubt,
    FoundScore,
    ScoreColumn,
    ScoreTable,
    kind_by_numbers,
    level_in,
    scored,
    without_repeats,
)
from ita_desktop.domain.recognition.grids import LONGEST_LABEL, Grid, split_lines, turned
from ita_desktop.domain.recognition.heads import ColumnKind, is_plan
from ita_desktop.domain.recognition.letters import consonants, plain_text, repaired
from ita_desktop.domain.recognition.numbers import number_in
from ita_desktop.domain.recognition.owners import LEVEL, OVERALL, RANK, Clue, Owners
from ita_desktop.domain.recognition.score_columns import Columns
from ita_desktop.domain.values.framework import Framework


def read_scores(table: Table, framework: Framework, *, office: str = "") -> ScoreTable | None:
    """Read one table for a year; None if it is no table of scores. ``office`` finds ours in a list of many."""
    grid = split_lines(tuple(tuple(repaired(text) for text in row) for row in table.grid()))
    owners = Owners(framework)
    found = _Reading(grid, owners, framework, office).read()
    return replace(found, name=table.name) if found else None


def read_scores_in_text(text: str, framework: Framework, *, office: str = "", first: str = "") -> ScoreTable | None:
    """Read scores out of a copied block: a table with tabs, lines of name and number, sentences, names before numbers.

    ``first`` is the indicator at which a bare column begins, where the clerk has said so by pasting it there.
    """
    lines = [line for line in repaired(text).splitlines() if line.strip()]
    grid = split_lines(tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines))
    return _Reading(grid, Owners(framework), framework, office, first).read()


_FEW = 3
"""Rows up to which one name with a number is enough."""


class _Reading:
    """Reads one grid."""

    def __init__(self, grid: Grid, owners: Owners, framework: Framework, office: str, first: str = "") -> None:
        self.grid, self.owners, self.framework, self.office, self.first = grid, owners, framework, office, first

    def read(self) -> ScoreTable | None:
        if not self.grid or self._looks_like_plan():
            return None
        down, across = self._most_owners(self.grid), self._most_owners(turned(self.grid))
        if self._begins_with_ids():
            return Columns(self.grid, self.owners, self.framework, self.office, turned=False).read()
        if max(down, across) >= (2 if len(self.grid) > _FEW else 1):
            if across > down:
                return Columns(turned(self.grid), self.owners, self.framework, self.office, turned=True).read()
            found = Columns(self.grid, self.owners, self.framework, self.office, turned=False).read()
            if found is not None and any(s.ref for c in found.columns for s in c.scores):
                return found
        return self._apart() or self._bare() or self._prose()

    def _looks_like_plan(self) -> bool:
        return any(is_plan(row) for row in self.grid[:4]) or any(
            is_plan(tuple(row[n] for row in self.grid if n < len(row))) for n in range(min(2, len(self.grid[0])))
        )

    def _most_owners(self, grid: Grid) -> int:
        """Return how many different owners one column names, where their row also has a number."""
        most = 0
        for n in range(max(len(row) for row in grid)):
            refs = set()
            for row in grid:
                cell = row[n] if n < len(row) else ""
                if not cell or number_in(cell) or len(cell) > LONGEST_LABEL:
                    continue
                owner = self.owners.of(cell)
                if owner and any(number_in(other) for m, other in enumerate(row) if m != n):
                    refs.add(owner.ref)
            most = max(most, len(refs))
        return most

    def _begins_with_ids(self) -> bool:
        """Return True if every row is numbers, the first of them the number of an indicator, each once."""
        rows = [row for row in self.grid if any(row)]
        ids = [plain_text(row[0]).rstrip(".)") for row in rows]
        known = {i.id for i in self.framework.indicators}
        several = all(sum(1 for cell in row if number_in(cell)) > 1 for row in rows)
        return several and len(set(ids)) == len(ids) and set(ids) <= known

    def _bare(self) -> ScoreTable | None:
        """Read numbers alone: one column goes by position; of several none is chosen."""
        cells = [[cell for cell in row if cell] for row in self.grid]
        if not cells or not all(row and all(number_in(cell) for cell in row) for row in cells):
            return None
        rows = [list(row) for row in cells]
        order = [*(i.id for i in self.framework.indicators), OVERALL]
        at = order.index(self.first) if self.first in order else 0
        if len(rows) == 1:
            rows = [[cell] for cell in rows[0]]
        width = min(len(row) for row in rows)
        whole = len(order) - 1 <= len(rows) or bool(self.first)
        if not whole or len(rows) > len(order) - at or width != max(len(row) for row in rows):
            return None
        refs = order[at : at + len(rows)]
        doubts = set() if self.first else {Doubt.POSITION}
        columns = []
        for n in range(width):
            numbers = [number_in(row[n]) for row in rows]
            kind = kind_by_numbers([number for number in numbers if number])
            if kind is not ColumnKind.SCORE:
                continue
            scores = [
                scored(number, ref, "", r, Clue.POSITION, doubts)
                for r, (number, ref) in enumerate(zip(numbers, refs, strict=True))
                if number
            ]
            columns.append(ScoreColumn(index=n, scores=tuple(scores)))
        grid = tuple(tuple(row) for row in rows)
        return (
            ScoreTable(grid=grid, columns=tuple(columns), chosen=0 if len(columns) == 1 else None) if columns else None
        )

    def _apart(self) -> ScoreTable | None:
        """Read names first and numbers after, as many of both: the two columns of a PDF."""
        texts = [next((cell for cell in row if cell), "") for row in self.grid if any(row)]
        at = next((n for n, text in enumerate(texts) if number_in(text)), len(texts))
        names = [
            (text, owner) for text in texts[:at] if (owner := self.owners.of(text)) and owner.ref not in (LEVEL, RANK)
        ]
        numbers = [number for text in texts[at:] if (number := number_in(text))]
        if len(names) < 2 or len(names) != len(numbers) or len(texts) - at != len(numbers):
            return None
        scores = tuple(
            scored(number, owner.ref, text, n, owner.clue, {Doubt.PAIRED})
            for n, ((text, owner), number) in enumerate(zip(names, numbers, strict=True))
        )
        grid = tuple((text, number.seen) for (text, _), number in zip(names, numbers, strict=True))
        return ScoreTable(grid=grid, columns=(ScoreColumn(index=1, scores=without_repeats(scores)),), chosen=0)

    def _prose(self) -> ScoreTable | None:
        """Read sentences: a number belongs to the name right before it, and to nothing if two are between."""
        scores: list[FoundScore] = []
        level = ""
        for r, row in enumerate(self.grid):
            for cell in row:
                scores += self._sentence(cell, r)
                level = level or level_in(cell, self.framework)
        good = without_repeats(tuple(scores))
        if not good:
            return None
        return ScoreTable(grid=self.grid, columns=(ScoreColumn(index=0, scores=good, level=level),), chosen=0)

    def _sentence(self, text: str, row: int) -> list[FoundScore]:
        found: list[FoundScore] = []
        plain = plain_text(text)
        pieces = re.split(r"(?<![\d.,])(\d{1,3}[.,]\d{1,2}|\d{1,3}(?=\s*(?:คะแนน|%)))(?![\d])", plain)
        for before, digits in zip(pieces[::2], pieces[1::2], strict=False):
            owners = self.owners.all_in(before)
            number = number_in(digits)
            if len(owners) != 1 or number is None:
                continue
            tail = consonants(before)[owners[0].start + owners[0].length :]
            if len(tail) <= 24:
                found.append(scored(number, owners[0].ref, before.strip()[-80:], row, owners[0].clue, {Doubt.PROSE}))
        return found
