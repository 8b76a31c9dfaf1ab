"""A block of text as a grid of cells: lines of name and numbers are split, a row of names is turned into a column."""

from __future__ import annotations

import re

from ita_desktop.domain.recognition.letters import plain_text
from ita_desktop.domain.recognition.numbers import number_in

Grid = tuple[tuple[str, ...], ...]
LONGEST_LABEL = 160
"""Letters of a label beyond which a text is prose."""

_ONE = r"[+\-−]?\d{1,3}(?:[.,]\d+)?(?:\s?/\s?\d+)?\s*(?:%|คะแนน)?"
_TAIL = re.compile(rf"^(?P<label>.*?\D)\s+(?P<numbers>(?:{_ONE}(?:\s+|$)){{1,6}})(?P<rest>\D{{0,60}})$")
_SHORT_LABEL = 60
"""Letters of a label that words may follow after its number."""


def split_lines(grid: Grid) -> Grid:
    """Split a one-column grid of "name number number" into several columns; return other grids as they are."""
    if any(sum(1 for cell in row if cell) > 1 for row in grid):
        return grid
    rows = [_split_line(next((cell for cell in row if cell), "")) for row in grid]
    numbers = [sum(1 for cell in row[1:] if number_in(cell)) for row in rows]
    if numbers.count(1) > len(rows) / 2:
        rows = [_joined(row) if count == 2 else row for row, count in zip(rows, numbers, strict=True)]
    width = max((len(row) for row in rows), default=0)
    return tuple(row + ("",) * (width - len(row)) for row in rows)


def _split_line(text: str) -> tuple[str, ...]:
    plain = plain_text(text)
    if re.fullmatch(r"(?:[+\-−]?\d+(?:[.,]\d+)?\s*){2,}", plain):
        return ("", *plain.split())
    if "  " in text.strip():
        return tuple(re.split(r"\s{2,}", text.strip()))
    found = _TAIL.match(plain)
    if found and len(found["label"]) < (_SHORT_LABEL if found["rest"].strip() else LONGEST_LABEL):
        numbers = tuple(number.strip() for number in re.findall(_ONE, found["numbers"]))
        return (found["label"].strip(), *numbers, *((found["rest"].strip(),) if found["rest"].strip() else ()))
    return (text,)


def _joined(row: tuple[str, ...]) -> tuple[str, ...]:
    """97.2 and 5 in a block of one number a line are 97.25 with a blank inside."""
    label, one, two = row[:3]
    broken = re.fullmatch(r"\d+[.,]\d", one) and re.fullmatch(r"\d", two)
    return (label, f"{one} {two}", *row[3:]) if broken else row


def turned(grid: Grid) -> Grid:
    width = max((len(row) for row in grid), default=0)
    return tuple(tuple(row[n] if n < len(row) else "" for row in grid) for n in range(width))
