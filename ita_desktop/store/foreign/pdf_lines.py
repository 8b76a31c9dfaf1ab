"""Letters with places as lines, and lines that go on as paragraphs (บรรทัดและย่อหน้าจากแฟ้ม PDF).

A PDF knows no paragraph. A line goes on in the next one where the first word of the next would not have fitted behind
it: what is free in the column is narrower than that word. A line that begins with a list mark never goes on another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ita_desktop.store.foreign.pdf_letters import Letter

_MARK = re.compile(r"\s*(?:\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*[.)]\)?|\([0-9๐-๙ก-ฮ]{1,2}\)|[ก-ฮ]\)|[-–•▪●○➢✓☑☐■])\s*")
_BLANK = 0.18
"""Of the size of type: a gap that is a blank although the file holds none."""
_GAP = 1.1
"""Of the size of type: a gap that parts columns."""
_FIRST_WORD = 9
"""Letters of the first word of a line at most, where no blank ends it sooner."""


@dataclass(slots=True)
class Piece:
    """Letters of one line without a wide gap."""

    text: str
    left: float
    right: float
    first: float
    """Width of its first word."""


@dataclass(slots=True)
class Row:
    """One line as it is printed."""

    pieces: list[Piece]
    base: float
    size: float
    blank: bool = False
    """True where the file has a blank behind the last letter."""

    @property
    def left(self) -> float:
        return self.pieces[0].left

    @property
    def right(self) -> float:
        return self.pieces[-1].right

    @property
    def text(self) -> str:
        """Its text, a tab for every wide gap."""
        return "\t".join(piece.text for piece in self.pieces)


def rows_of(letters: Sequence[Letter]) -> list[Row]:
    """Put letters into lines from top to bottom and from left to right."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda one: (one.base, one.left)):
        if rows and abs(rows[-1][0].base - letter.base) <= 0.35 * min(rows[-1][0].size, letter.size):
            rows[-1].append(letter)
        else:
            rows.append([letter])
    made = (_row(sorted(row, key=lambda one: one.left)) for row in rows)
    return [row for row in made if row is not None]


def _row(letters: list[Letter]) -> Row | None:
    ink = [letter for letter in letters if letter.text.strip()]
    if not ink:
        return None
    size = sorted(letter.size for letter in ink)[len(ink) // 2]
    groups: list[list[Letter]] = []
    texts: list[str] = []
    blank = False
    for letter in letters:
        if not letter.text.strip():
            blank = True
            continue
        gap = letter.left - groups[-1][-1].right if groups else 0.0
        if not groups or gap > _GAP * size:
            groups.append([letter])
            texts.append(letter.text)
        else:
            # the left side of เ or โ has air of its own
            between = " " if blank or gap > _BLANK * size + (0.05 * size if letter.text[0] in "เแโใไ" else 0) else ""
            if not _is_twice(groups[-1][-1], letter):
                groups[-1].append(letter)
                texts[-1] += between + letter.text
        blank = False
    pieces = [
        Piece(text, group[0].left, max(one.right for one in group), _first_word(text, group))
        for text, group in zip(texts, groups, strict=True)
    ]
    return Row(pieces, ink[0].base, size, blank)


def _is_twice(before: Letter, letter: Letter) -> bool:
    """Some programs print bold by printing a letter twice, a hair beside itself."""
    return before.text == letter.text and abs(before.left - letter.left) < 0.08 * letter.size


def _first_word(text: str, letters: list[Letter]) -> float:
    length = min(len(text.partition(" ")[0]), _FIRST_WORD)
    return letters[min(max(length, 1), len(letters)) - 1].right - letters[0].left


def paragraphs_of(rows: Sequence[Row], left: float, right: float) -> list[tuple[str, Row]]:
    """Join lines that go on in a column from ``left`` to ``right``; each with the first of its lines."""
    found: list[tuple[str, Row]] = []
    last: Row | None = None
    for row in rows:
        if last is not None and _goes_on(last, row, left, right):
            text, first = found[-1]
            found[-1] = (f"{text} {row.text}" if last.blank else _joined(text, row.text), first)
        else:
            found.append((row.text, row))
        last = row
    return found


def _goes_on(last: Row, row: Row, left: float, right: float) -> bool:
    if _MARK.match(row.text) or len(row.pieces) > 1 or row.base - last.base > 2.2 * max(last.size, row.size):
        return False
    if abs(last.size - row.size) > 0.2 * last.size:
        return False
    free = (right - left) - (last.right - last.left)
    indent = max(0.0, last.left - left)
    free = min(free, right - last.right + 0.1 * last.size) if indent < free / 3 else free
    return free < row.pieces[0].first + 0.3 * row.size


def _joined(one: str, two: str) -> str:
    latin = one[-1:].isascii() and two[:1].isascii() and (one[-1:].isalnum() or one[-1:] in ",;)")
    return f"{one} {two}" if latin else one + two
