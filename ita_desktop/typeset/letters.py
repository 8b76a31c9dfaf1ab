"""Classes of characters that several parts of the typesetter ask for (อักขระไทย), each written once.

The names in capitals are the inside of a character class: `re.compile(f"[{MARKS}]")`.
"""

from __future__ import annotations

import re

LEADING = "เแโใไ"
"""Vowels written before their consonant (สระหน้า)."""
FOLLOWING = "ะาๅ"
"""Vowels written after their consonant on the line (สระหลัง)."""
MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""Vowels, tones and signs above and below a letter (สระบน สระล่าง วรรณยุกต์)."""
TONES = "\u0e48-\u0e4b"
SARA_AM = "\u0e33"
JOINED = MARKS + SARA_AM
"""What never stands apart from the letter before it: the marks, and ำ, which reaches over that letter."""
CONSONANTS = "\u0e01-\u0e2e"
THAI_LETTER = "\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e"
"""Letters and marks of Thai words; not ฯ, ๆ, digits and ฿."""

UNSEEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff"
)
"""Controls, joiners, direction marks and lone surrogates: they have no shape and are not printed."""


def members(inside: str) -> frozenset[str]:
    """Return the Thai characters of a class as a set."""
    return frozenset(re.findall(f"[{inside}]", "".join(map(chr, range(0x0E00, 0x0E80)))))
