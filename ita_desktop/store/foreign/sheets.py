"""One sheet of a workbook, gathered cell by cell, as a table: merged cells, free rows and a limit for all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ita_desktop.domain.recognition.content import FileCell, FileLine, Table
from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.untrusted.deadline import Deadline

MAX_ROWS, MAX_COLUMNS = 20_000, 300
MAX_CELLS = 200_000
"""Cells with something in them, in one file; a list of all offices of the country with ten scores has 80,000."""
MAX_MERGED = 1_000_000
"""Fields under merged cells of one sheet."""
MAX_TEXT = 20_000_000
"""Letters in one file."""
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(slots=True)
class Tally:
    """What all sheets of one file hold so far."""

    deadline: Deadline
    cells: int = 0
    letters: int = 0

    def add(self, text: str) -> None:
        self.cells += 1
        self.letters += len(text)
        if self.cells > MAX_CELLS or self.letters > MAX_TEXT:
            raise StoreError(StoreErrorCode.TOO_BIG, self.deadline.path, f"> {MAX_CELLS:,}")
        if self.cells % 1000 == 0:
            self.deadline.check()


@dataclass(slots=True)
class FileSheet:
    """Cells by row and column from 0; a cell is put once."""

    tally: Tally
    name: str = ""
    hidden: bool = False
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row, first column, last row, last column."""

    def put(self, row: int, column: int, text: str) -> None:
        """Keep a text; blank ones are nothing. StoreError ``too_big`` beyond the limits."""
        text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
        if not text.strip():
            return
        if row >= MAX_ROWS or column >= MAX_COLUMNS:
            raise StoreError(StoreErrorCode.TOO_BIG, self.tally.deadline.path, f"> {MAX_ROWS:,} × {MAX_COLUMNS}")
        self.tally.add(text)
        self.rows.setdefault(row, {})[column] = text

    def table(self) -> Table:
        """Return the sheet from its first row with something in it; rows without anything inside are kept."""
        if not self.rows:
            return Table(name=self.name, hidden=self.hidden)
        first, last = min(self.rows), max(self.rows)
        spans, covered, below = self._merged(first, last)
        rows = []
        for number in range(first, last + 1):
            columns = self.rows.get(number, {})
            places = sorted({*columns, *below.get(number, {})} - covered.get(number, set()))
            rows.append(tuple(self._cell(number, column, spans, below) for column in places))
        return Table(rows=tuple(rows), name=self.name, first_row=first + 1, hidden=self.hidden)

    def _cell(
        self, row: int, column: int, spans: dict[tuple[int, int], int], below: dict[int, dict[int, int]]
    ) -> FileCell:
        continued = below.get(row, {}).get(column)
        if continued is not None:
            return FileCell(column=column, span=continued, continues=True)
        lines = tuple(FileLine(text=text) for text in self.rows[row][column].split("\n"))
        return FileCell(lines=lines, column=column, span=spans.get((row, column), 1))

    def _merged(
        self, first: int, last: int
    ) -> tuple[dict[tuple[int, int], int], dict[int, set[int]], dict[int, dict[int, int]]]:
        """Return spans by cell, columns that are covered by row, and columns that go on from above with their spans."""
        spans: dict[tuple[int, int], int] = {}
        covered: dict[int, set[int]] = {}
        below: dict[int, dict[int, int]] = {}
        widest = max(max(columns) for columns in self.rows.values()) + 1
        fields = 0
        for top, left, bottom, right in self.merged:
            if left >= widest:
                continue
            fields += max(0, min(bottom, last) - max(top, first) + 1) * (min(right, widest - 1) - left + 1)
            if fields > MAX_MERGED:
                raise StoreError(StoreErrorCode.TOO_BIG, self.tally.deadline.path, f"> {MAX_MERGED:,}")
            span = min(right, widest - 1) - left + 1
            spans[(top, left)] = span
            for row in range(max(top, first), min(bottom, last) + 1):
                self.tally.deadline.check()
                covered.setdefault(row, set()).update(range(left + 1, left + span))
                if row > top:
                    below.setdefault(row, {})[left] = span
        return spans, covered, below


def address(text: str) -> tuple[int, int] | None:
    """Return row and column from 0 of ``B12``; None where that is no address."""
    found = _ADDRESS.fullmatch(text)
    if found is None:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1


def name_of(row: int, column: int) -> str:
    """Return ``B12`` for row 11 and column 1."""
    letters, column = "", column + 1
    while column:
        column, left = divmod(column - 1, 26)
        letters = chr(65 + left) + letters
    return f"{letters}{row + 1}"
