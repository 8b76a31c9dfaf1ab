"""The columns of a grid whose rows name their owners, and which of them is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

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
from ita_desktop.domain.recognition.grids import LONGEST_LABEL, Grid
from ita_desktop.domain.recognition.heads import ColumnKind, kind_of, years_in
from ita_desktop.domain.recognition.letters import consonants, plain_text
from ita_desktop.domain.recognition.numbers import Number, is_none, number_in
from ita_desktop.domain.recognition.owners import LEVEL, OVERALL, RANK, Clue, Owner, Owners
from ita_desktop.domain.thai.writing import MAXIMUM_SCORE
from ita_desktop.domain.values.framework import Framework

HUNDREDTH = Decimal("0.01")
SHARES_DIFFER = Decimal("0.05")
"""By how much three rounded shares may miss the printed total."""


class Columns:
    """Reads a grid whose rows name their owners."""

    def __init__(self, grid: Grid, owners: Owners, framework: Framework, office: str, *, turned: bool) -> None:
        self.width = max(len(row) for row in grid)
        self.grid = tuple(row + ("",) * (self.width - len(row)) for row in grid)
        self.owners, self.framework, self.office, self.turned = owners, framework, office, turned
        self.numbers = [[number_in(cell) for cell in row] for row in self.grid]

    def read(self) -> ScoreTable | None:
        labels = [self._owner(n) for n in range(len(self.grid))]
        rows = [n for n, (owner, _) in enumerate(labels) if owner is not None]
        if not rows:
            return None
        first = rows[0]
        labels = [(self._checked(owner, n), text) if owner else (owner, text) for n, (owner, text) in enumerate(labels)]
        columns = [self._column(n, first, labels) for n in range(self.width)]
        found = [column for column in columns if column is not None]
        scores = tuple(column for column in found if column.kind is ColumnKind.SCORE)
        if not scores:
            return None
        return ScoreTable(grid=self.grid, turned=self.turned, columns=scores, chosen=self._choice(scores))

    def _owner(self, row: int) -> tuple[Owner | None, str]:
        """Return owner and label of a row: its cells one by one from the left, then together."""
        texts = [
            c for c, n in zip(self.grid[row], self.numbers[row], strict=True) if c and n is None and not is_none(c)
        ]
        if not any(self.numbers[row]) and not any(is_none(cell) for cell in self.grid[row]):
            return (None, "") if not self.turned else self._level_row(texts)
        ids = [cell for cell in self.grid[row][:2] if cell]
        for text in reversed(texts) if self.turned else texts:
            if len(text) <= LONGEST_LABEL and (owner := self.owners.of(text)) is not None:
                return owner, text
        if not texts and ids and self.owners.number_in(ids[0]) and sum(1 for n in self.numbers[row] if n) > 1:
            return Owner(ref=self.owners.number_in(ids[0]), clue=Clue.NUMBER), ids[0]
        return None, " ".join(texts)

    def _level_row(self, texts: list[str]) -> tuple[Owner | None, str]:
        for text in texts[:2]:
            owner = self.owners.of(text)
            if owner is not None and owner.ref == LEVEL:
                return owner, text
        return None, ""

    @cached_property
    def _named_column(self) -> int:
        """The column that names the most owners; what stands left of it numbers the rows."""
        named = Counter(
            n
            for row in self.grid
            for n, cell in enumerate(row)
            if cell and len(cell) <= LONGEST_LABEL and number_in(cell) is None and self.owners.of(cell)
        )
        return min(named, key=lambda n: (-named[n], n), default=0)

    @cached_property
    def _numbers_are_ids(self) -> bool:
        """False if the numbers left of the names are ranks or only count the rows."""
        heads = [row[0] for row in self.grid if row and row[0] and number_in(row[0]) is None]
        if self.turned or self._named_column == 0 or any(kind_of(head) is ColumnKind.RANK for head in heads):
            return False
        left = [number.value for row in self.numbers if (number := row[0]) is not None]
        return left != sorted(left)

    def _checked(self, owner: Owner, row: int) -> Owner:
        """Return the owner, doubtful if the number in the cell before its name is another indicator's."""
        cell = self.grid[row][0]
        wrong = self._numbers_are_ids and number_in(cell) is not None and owner.ref.isdigit()
        return replace(owner, contradicted=owner.contradicted or (wrong and plain_text(cell).rstrip(".)") != owner.ref))

    def _column(self, n: int, first: int, labels: Sequence[tuple[Owner | None, str]]) -> ScoreColumn | None:
        owned = [number for r, (owner, _) in enumerate(labels) if owner and (number := self.numbers[r][n])]
        if not owned or (n == self._named_column and not self.turned):
            return None
        heads = self._heads(n, first)
        head = " ".join(heads)
        kind = self._kind(heads, owned, n)
        years = years_in(head) or years_in(" ".join(self.grid[0]) if not self.turned else "")
        scores = [found for r, label in enumerate(labels) if (found := self._score(r, n, *label)) is not None]
        if kind is ColumnKind.SCORE and not scores:
            return None
        level, rank = self._level_and_rank(n, labels)
        return ScoreColumn(
            index=n,
            head=head,
            year=years[0] if len(years) == 1 else None,
            kind=kind,
            scores=self._shares(without_repeats(tuple(scores))),
            level=level,
            rank=rank if rank is not None else self._place(n, first),
        )

    def _score(self, row: int, n: int, owner: Owner | None, label: str) -> FoundScore | None:
        """Return the score of a row; without an owner if its label names none that is known."""
        number = self.numbers[row][n]
        if number is None or (owner is not None and owner.ref in (LEVEL, RANK)):
            return None
        if owner is not None:
            return self._found(number, owner, label, row)
        lost = bool(label.strip()) and not self.turned and number.value <= MAXIMUM_SCORE and n > self._named_column
        return scored(number, "", label, row, None, set()) if lost else None

    def _level_and_rank(self, n: int, labels: Sequence[tuple[Owner | None, str]]) -> tuple[str, int | None]:
        level, rank = "", None
        for r, (owner, _) in enumerate(labels):
            number = self.numbers[r][n]
            if owner is not None and owner.ref == LEVEL:
                level = level or level_in(self.grid[r][n], self.framework, alone=True)
            elif owner is not None and owner.ref == RANK and number and number.value == int(number.value):
                rank = int(number.value)
        return level or ("" if self.turned else self._level_of_total(labels)), rank

    def _place(self, n: int, first: int) -> int | None:
        """Return the running number of an office in a list of many: the list is in the order of the scores."""
        for r in range(first if self.turned else 0):
            if plain_text(next((cell for cell in self.grid[r] if cell), "")) in ("ที่", "ลำดับ", "ลำดับที่", "อันดับ", "#"):
                number = self.numbers[r][n]
                return int(number.value) if number and number.value == int(number.value) else None
        return None

    def _found(self, number: Number, owner: Owner, label: str, row: int) -> FoundScore:
        doubts = {Doubt.NEAR_NAME} if owner.clue is Clue.NEAR_NAME else set()
        if owner.contradicted:
            doubts.add(Doubt.CONTRADICTED)
        return scored(number, owner.ref, label, row, owner.clue, doubts)

    def _heads(self, n: int, first: int) -> list[str]:
        """Return texts above the first row of scores, in this column or spanning it from the left."""
        heads = []
        for row in self.grid[:first]:
            cell = row[n] if n < len(row) else ""
            if not cell and not self.turned:
                left = [row[m] for m in range(n, -1, -1) if row[m]]
                below = any(r[n] for r in self.grid[:first] if n < len(r))
                cell = left[0] if left and below and len(left[0]) < 60 and years_in(left[0]) else ""
            if cell and cell not in heads:
                heads.append(cell)
        return heads

    def _kind(self, heads: list[str], numbers: list[Number], n: int) -> ColumnKind:
        told = [kind_of(head) for head in reversed(heads)]
        named = next((kind for kind in told if kind is not ColumnKind.TEXT), ColumnKind.TEXT)
        by_numbers = kind_by_numbers(numbers)
        whole = all("." not in number.seen for number in numbers)
        if not self.turned and n < self._named_column and whole and named is ColumnKind.TEXT:
            return ColumnKind.NUMBER
        if self.turned:
            return ColumnKind.SCORE if by_numbers is not ColumnKind.CHANGE else by_numbers
        if named in (ColumnKind.TEXT, ColumnKind.SCORE) and by_numbers is not ColumnKind.SCORE:
            is_score = named is ColumnKind.SCORE or any(years_in(head) for head in heads)
            return ColumnKind.SCORE if is_score and by_numbers is not ColumnKind.CHANGE else by_numbers
        if named is ColumnKind.TEXT:
            return ColumnKind.SCORE
        return named

    def _choice(self, columns: tuple[ScoreColumn, ...]) -> int | None:
        """Return the column of our office and of the year asked for, if it is exactly one."""
        wanted = int(self.framework.fiscal_year)
        left = list(range(len(columns)))
        if self.turned and len(left) > 1 and self.office:
            own = [n for n in left if is_same_office(columns[n].head, self.office)]
            left = own or left
        years = {columns[n].year for n in left}
        if len(left) == 1:
            only = columns[left[0]]
            other = (
                self.turned
                and bool(self.office)
                and names_office(only.head)
                and not is_same_office(only.head, self.office)
            )
            return left[0] if only.year in (None, wanted) and not other else None
        if years == {None}:
            return None
        of_year = [n for n in left if columns[n].year == wanted]
        return of_year[0] if len(of_year) == 1 else None

    def _level_of_total(self, labels: Sequence[tuple[Owner | None, str]]) -> str:
        for r, (owner, _) in enumerate(labels):
            if owner is not None and owner.ref == OVERALL:
                for cell in self.grid[r]:
                    if level := level_in(cell, self.framework, alone=True):
                        return level
        said = [" ".join(row) for row in self.grid if any(kind_of(cell) is ColumnKind.LEVEL for cell in row if cell)]
        return next((level for text in said if (level := level_in(text, self.framework))), "")

    def _shares(self, scores: tuple[FoundScore, ...]) -> tuple[FoundScore, ...]:
        """Return instruments' shares of the total (29.64 of 30) as scores out of 100, if they add up to it."""
        weights = {i.code: i.weight for i in self.framework.instruments}
        own = {s.ref: s.score for s in scores if s.ref in weights and s.score is not None}
        total = next((s.score for s in scores if s.ref == OVERALL and s.score is not None), None)
        small = len(own) == len(weights) and all(value <= weights[code] for code, value in own.items())
        if not small or (total is not None and abs(sum(own.values()) - total) > SHARES_DIFFER):
            return scores
        return tuple(
            replace(
                s,
                score=(s.score * MAXIMUM_SCORE / weights[s.ref]).quantize(HUNDREDTH, ROUND_HALF_UP),
                doubts=s.doubts | {Doubt.SHARE},
            )
            if s.ref in weights and s.score is not None
            else s
            for s in scores
        )


_KIND_WORDS = ("องค์การบริหารส่วนตำบล", "เทศบาลตำบล", "เทศบาลเมือง", "เทศบาลนคร", "องค์การบริหารส่วนจังหวัด")
_SHORT_KINDS = {
    "อบต.": _KIND_WORDS[0],
    "ทต.": _KIND_WORDS[1],
    "ทม.": _KIND_WORDS[2],
    "ทน.": _KIND_WORDS[3],
    "อบจ.": _KIND_WORDS[4],
}


def names_office(head: str) -> bool:
    """Return True if a head names some office by its kind."""
    return any(consonants(word) in consonants(head) for word in (*_KIND_WORDS, *_SHORT_KINDS))


def is_same_office(head: str, office: str) -> bool:
    """Return True if a head names the office, in full or with its kind shortened."""

    def key(text: str) -> str:
        for short, full in _SHORT_KINDS.items():
            text = text.replace(short, full)
        return consonants(text)

    return bool(office) and key(office) in key(head)
