"""Find where a text may be parted at all: grapheme clusters (UAX #29), and the spelling rules of a Thai run.

Two strengths are kept apart. A *cluster* (กลุ่มอักขระ) is what must be drawn as one: a letter with its marks; slack
may be spread between clusters. An *edge* is stricter: a place where Thai spelling lets a syllable begin, so that no
line starts with a following vowel or a silent letter and none ends with a leading vowel.
"""

from __future__ import annotations

import re
import unicodedata

from ita_desktop.typeset.letters import CONSONANTS, FOLLOWING, JOINED, LEADING, SARA_AM, THAI_LETTER

_SIMPLE = re.compile(r"[\x20-\x7e\u0e00-\u0e5b\u2013\u2014\u2018-\u201d\u2026]*\Z")
_SIMPLE_CLUSTER = re.compile(rf"[^{JOINED}][{JOINED}]*|[{JOINED}]+")
_JOINING = frozenset(("Mn", "Me", "Mc"))
_ZERO_WIDTH_JOINER = "\u200d"

_EDGE = re.compile(
    rf"(?<![{LEADING}ัืฺ])"
    rf"(?![{JOINED}{FOLLOWING}])"
    rf"(?![{CONSONANTS}]{{1,2}}[\u0e34\u0e38]?\u0e4c)"
    rf"(?=[{THAI_LETTER}])"
)
"""A syllable begins here: not before a mark, a following vowel or a letter made silent by ์; not after a leading
vowel, ั or ื.
"""


def clusters(text: str) -> tuple[int, ...]:
    """Return the starts of the grapheme clusters of `text`, followed by its length; empty for an empty text."""
    if not text:
        return ()
    if _SIMPLE.match(text):
        return (*(found.start() for found in _SIMPLE_CLUSTER.finditer(text)), len(text))
    return (*_any_script(text), len(text))


def _any_script(text: str) -> list[int]:
    """Return cluster starts by the categories of Unicode; flags stay in pairs, joined emoji stay whole."""
    starts = [0]
    flags = 1 if _is_flag(text[0]) else 0
    for at in range(1, len(text)):
        before, here = text[at - 1], text[at]
        flag = _is_flag(here)
        if flag and flags % 2 == 1:
            flags += 1
            continue
        flags = 1 if flag else 0
        joined = (
            unicodedata.category(here) in _JOINING
            or here in (_ZERO_WIDTH_JOINER, SARA_AM)
            or "\U0001f3fb" <= here <= "\U0001f3ff"
            or "\U000e0020" <= here <= "\U000e007f"
            or (before == _ZERO_WIDTH_JOINER and unicodedata.category(here) == "So")
            or (before == "\r" and here == "\n")
        )
        if not joined:
            starts.append(at)
    return starts


def _is_flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def edges(run: str) -> list[int]:
    """Return the places in a run of Thai letters where spelling lets a syllable begin, start and end included."""
    found = [match.start() for match in _EDGE.finditer(run)]
    if not found or found[0] != 0:
        found.insert(0, 0)
    found.append(len(run))
    return found
