"""Classes of Thai characters, each written once, and what of a text every kind of file can hold.

A text is stored as typed. Word marks a line end inside a paragraph with U+000B and a page end with U+000C; XML, and so
Word and HTML, holds neither, nor other control characters, halves of characters or U+FFFE and U+FFFF.
"""

from __future__ import annotations

import re

VOWEL_MARKS = "\u0e31\u0e34-\u0e3a\u0e47\u0e4d"
"""Vowels and signs above and below a letter, without tones (สระบน สระล่าง); the inside of a character class."""
TONES = "\u0e48-\u0e4b"
"""The four tones (วรรณยุกต์); the inside of a character class."""
MARKS = f"{VOWEL_MARKS}{TONES}\u0e4c"
"""All that stands above or below a letter, also the sign ์ (ทัณฑฆาต); the inside of a character class."""
UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe"
"""Zero-width signs, direction marks and soft hyphens, which come with pasted text; the inside of a character class."""
_UNSEEN = re.compile(f"[{UNSEEN}]")
_JOINED = re.compile(f"[{MARKS}\u0e30\u0e32\u0e33\u0e45]")

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("[\t\n]+")


def writable(text: str) -> str:
    """Write each kind of line end as a newline and leave out what no file can hold; tabs stay."""
    return _UNWRITABLE.sub("", _LINE_END.sub("\n", text))


def one_line(text: str) -> str:
    """Write a text in one line: line ends and tabs inside become spaces, those around it are left out."""
    return _LINE_ENDS.sub(" ", writable(text).strip("\t\n"))


def without_unseen(text: str) -> str:
    """Leave out the characters that nobody can see, or delete, in a field."""
    return _UNSEEN.sub("", text)


def is_joined(char: str) -> bool:
    """Return True for a mark or following vowel (ะ า ำ ๅ): a word never ends just before it. False for ``""``."""
    return bool(_JOINED.match(char))
