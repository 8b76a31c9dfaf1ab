"""A block of text as a grid of cells: lines of name and numbers are split, a row of names is turned into a column."""

from __future__ import annotations

import re

from ita_desktop.domain.recognition.letters import plain_text
from ita_desktop.domain.recognition.numbers import number_in

Grid = tuple[tuple[str, ...], ...]
LONGEST_LABEL = 160
"""Letters of a label beyond which a text is prose."""

_ONE = r"[+\-−]?\d{1,3}(?:[.,]\d+)?(?:\s?/\s?\d+)?\s*(?:%|คะแนน)?"
_TAIL = re.compile(rf"^(?P<label>.*?[^\W\d_].*?)\s+(?P<numbers>(?:{_ONE}(?:\s+|$)){{1,6}})(?P<rest>\D{{0,60}})$")
_WORD_OF_ID = re.compile(r"(?:ตัวชี้วัด(?:ย่อย)?|ข้อ|ด้าน|ส่วน)(?:ที่)?$|\bpart$", re.IGNORECASE)
"""A label that waits for its number: ตัวชี้วัดที่ 5."""
_SHORT_LABEL = 60
"""Letters of a label that words may follow after its number."""


def split_lines(grid: Grid) -> Grid:
    """Split rows of one cell, "name number number", into several; join a name with the number on the line below it."""
    rows = [_split_line(next((cell for cell in row if cell), "")) if _is_one(row) else row for row in grid]
    rows = _with_next_line(rows)
    if any(row[0] and number_in(row[0]) is None for row in rows):
        one = [_is_one(row) for row in grid] if len(grid) == len(rows) else [False] * len(rows)
        rows = [row[1:] if split and len(row) > 1 and not row[0] else row for row, split in zip(rows, one, strict=True)]
    numbers = [sum(1 for cell in row[1:] if number_in(cell)) for row in rows]
    if all(_is_one(row) for row in grid) and numbers.count(1) > len(rows) / 2:
        rows = [_joined(row) if count == 2 else row for row, count in zip(rows, numbers, strict=True)]
    width = max((len(row) for row in rows), default=0)
    return tuple(row + ("",) * (width - len(row)) for row in rows)


def _is_one(row: tuple[str, ...]) -> bool:
    return sum(1 for cell in row if cell) <= 1


def _with_next_line(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Join lines that are a name and a number in turn, as web pages are copied."""
    numbers = [len(row) == 1 and number_in(row[0]) is not None for row in rows]
    names = [len(row) == 1 and number_in(row[0]) is None for row in rows]
    in_turn = len(rows) > 1 and len(rows) % 2 == 0 and all(names[::2]) and all(numbers[1::2])
    return [(*name, *number) for name, number in zip(rows[::2], rows[1::2], strict=True)] if in_turn else rows


def _split_line(text: str) -> tuple[str, ...]:
    plain = plain_text(text)
    if re.fullmatch(r"[+\-−]?\d+(?:[.,]\d+)?(?:\s+[+\-−]?\d+(?:[.,]\d+)?)+", plain):
        return ("", *plain.split())
    if "  " in text.strip():
        return tuple(re.split(r"\s{2,}", text.strip()))
    found = _TAIL.match(plain)
    rest = found["rest"].strip() if found else ""
    if found and rest and not re.search(r"\d[.,]\d", found["numbers"]):
        return (text,)
    if found and len(found["label"]) < (_SHORT_LABEL if rest else LONGEST_LABEL):
        numbers = tuple(number.strip() for number in re.findall(_ONE, found["numbers"]))
        label = found["label"].strip()
        if _WORD_OF_ID.search(label) and len(numbers) > 1:
            label, numbers = f"{label} {numbers[0]}", numbers[1:]
        return (label, *numbers, *((rest,) if rest else ()))
    return (text,)


def _joined(row: tuple[str, ...]) -> tuple[str, ...]:
    """Join 97.2 and 5, in a block of one number a line, to 97.25."""
    label, one, two = row[:3]
    broken = re.fullmatch(r"\d+[.,]\d", one) and re.fullmatch(r"\d", two)
    return (label, f"{one} {two}", *row[3:]) if broken else row


def turned(grid: Grid) -> Grid:
    width = max((len(row) for row in grid), default=0)
    return tuple(tuple(row[n] if n < len(row) else "" for row in grid) for n in range(width))
