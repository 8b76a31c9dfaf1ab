"""Find the seams (รอยต่อคำประสม) of compounds: where a long word of the dictionary is made of whole words.

Both sides must be words that stand by themselves (vocabulary.py); การ, ความ and ผู้ part from any word behind them.
ข้อมูล, เครื่องมือ, เจ้าหน้าที่ stay whole.
"""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from ita_desktop.typeset.vocabulary import (
    FUNCTION_WORDS,
    KEPT_HEADS,
    LEXICALISED,
    LIGHT_HEADS,
    OPENERS,
    PHRASE_HEADS,
    PLAIN,
)

OPENED_WORD = 3
"""การ, ความ and ผู้ part from a word of at least so many letters."""
SHORTEST = 4
SHORT_COMPOUND = 7
"""A compound of two parts and at most so many letters is opened only behind a word that adds little of its own
(ทุก|ปี, รับ|ทราบ).
"""
LONG_WORD = 20
"""A word of so many letters may be parted between any two words of the dictionary, each of so many."""
LONG_HALF = 7
LONGEST_PART = 24
"""No word of the dictionary that matters here is longer."""


def find_seams(word: str, known: Container[str]) -> tuple[int, ...]:
    """Return the places inside `word` where it may be opened, in order; empty for most. `known`: the dictionary."""
    if len(word) < SHORTEST or word in LEXICALISED or word in FUNCTION_WORDS or word.startswith(KEPT_HEADS):
        return ()
    best: dict[int, _Parts] = {0: _Parts(0, (0,))}
    for at in range(len(word) - 1):
        if at in best:
            so_far = best[at]
            before = word[so_far.ends[-2] : at] if at else ""
            for end in range(at + 2, min(len(word), at + LONGEST_PART) + 1):
                weight = _weight(word, at, end, before, known)
                if weight and (end not in best or so_far.weight + weight < best[end].weight):
                    best[end] = _Parts(so_far.weight + weight, (*so_far.ends, end))
    if len(word) not in best:
        return _long_halves(word, known) if len(word) >= LONG_WORD else ()
    seams = best[len(word)].ends[1:-1]
    return () if len(seams) == 1 and _is_short(word, seams[0]) else seams


def _is_short(word: str, seam: int) -> bool:
    if len(word) > SHORT_COMPOUND or word[:seam] in LIGHT_HEADS or word[:seam] in OPENERS:
        return False
    return word[seam:] != "การ"


def _long_halves(word: str, known: Container[str]) -> tuple[int, ...]:
    """Return the seam of a very long word between two long words of the dictionary (คอนกรีต|เสริมเหล็ก), if any."""
    for at in range(LONG_HALF, len(word) - LONG_HALF + 1):
        if word[:at] in known and word[at:] in known:
            return (at,)
    return ()


class _Parts(NamedTuple):
    """A way of taking the beginning of a word apart."""

    weight: int
    ends: tuple[int, ...]


def _weight(word: str, start: int, end: int, before: str, known: Container[str]) -> int:
    """Return how readily word[start:end] is a part of its own after the part `before`: 0 never, less is better."""
    part = word[start:end]
    if (
        part == word
        or (part == "ที่" and end == len(word))
        or (part == "การ" and not _begins_phrase(before, last=end == len(word), known=known))
    ):
        return 0
    if part in OPENERS:
        return 1 if end < len(word) or part == "การ" else 0
    if part in PLAIN:
        return 1
    return 5 if before in OPENERS and len(part) >= OPENED_WORD and part in known else 0


def _begins_phrase(before: str, *, last: bool, known: Container[str]) -> bool:
    """Return True where การ begins a phrase (แผน|การใช้, ให้|การ); elsewhere it may end a word (จัดการ, มาตรการ)."""
    if not before or before in PHRASE_HEADS:
        return True
    return not last and before in PLAIN and before + "การ" not in known
