"""Looking for words on the printed pages (ค้นหาในเอกสาร): digits of either kind are the same, and so is case."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ita_desktop.app.search import comparable

LINE_END = r"(?:\r\n)?"
"""How the text of a page marks the end of a line, which may be between any two letters of a word."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words found: the page, counted from 0, and the letters of its text."""

    page: int
    at: int
    length: int


def find(pages: Iterable[str], words: str) -> tuple[Found, ...]:
    """Every place of the pages' texts with these words; none for words of nothing but spaces."""
    pieces = comparable(words).split()
    if not pieces:
        return ()
    pattern = re.compile(r"\s+".join(_over_lines(piece) for piece in pieces))
    return tuple(
        Found(page, hit.start(), hit.end() - hit.start())
        for page, text in enumerate(pages)
        for hit in pattern.finditer(comparable(text))
    )


def _over_lines(piece: str) -> str:
    """Match the letters of a word, across line ends or not; the digits of a number are on one line."""
    parts = [re.escape(piece[0])]
    for before, letter in pairwise(piece):
        apart = "" if before.isdigit() and letter.isdigit() else LINE_END
        parts.append(apart + re.escape(letter))
    return "".join(parts)
