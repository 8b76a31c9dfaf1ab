"""Ids of what an assessment asks (รหัสอ้างอิง): an indicator, a sub-indicator, a question, an OIT item, or a part of one.

| id | kind |
|---|---|
| ``8`` | indicator (ตัวชี้วัด) |
| ``9.3`` | sub-indicator (ตัวชี้วัดย่อย) |
| ``i4``, ``e9`` | question (ข้อคำถาม): the first letter of its instrument, and a number |
| ``o13`` | disclosure item (ข้อ OIT) |
| ``e9@EIT1`` | the question as one part of its instrument answered it |
| ``EIT``, ``EIT1``, ``overall`` | an instrument, a part of one, the whole: keys of scores, no refs of a measure |

No other file takes such an id apart.
"""

from __future__ import annotations

import re
from enum import StrEnum

from ita_desktop.domain.thai.writing import arabic_digits

OVERALL = "overall"
"""The key of the overall score among scores and changes; instruments and their parts have their code."""
ITEM_LETTER = "o"
"""First letter of a disclosure item's id."""
LETTERS = "ie" + ITEM_LETTER
"""First letters of the ids that people write into running text."""

TYPED_LETTERS = f"[{LETTERS}{LETTERS.upper()}]"
"""Pattern of such a letter in either case."""
NUMBERED = r"[0-9]{1,2}(?:\.[0-9]{1,2})?"
"""Pattern of the id of an indicator or sub-indicator."""

_FORM = re.compile(r"(?P<number>[0-9]{1,2})(?:\.[0-9]{1,2})?|(?P<letter>[a-z])[0-9]{1,3}(?:@\w{1,10})?", re.ASCII)


class RefKind(StrEnum):
    """What an id names, by its form."""

    INDICATOR = "indicator"
    SUB_INDICATOR = "sub-indicator"
    QUESTION = "question"
    ITEM = "item"
    OTHER = "other"
    """An instrument's code, or no id at all."""


class Ref(str):
    """An id of what an assessment asks.

    It is a ``str``, so that it is stored and compared as the text it is. ``Ref(text)`` reads any id.
    """

    __slots__ = ()

    @classmethod
    def typed(cls, text: str) -> Ref:
        """Read an id as people type it: ``E04`` is ``e4``, ``๙.๓`` is ``9.3``, ``e9@eit1`` is ``e9@EIT1``."""
        bare, at, part = arabic_digits(text.strip()).partition("@")
        if bare[:1].isalpha() and bare[1:].isdigit():
            bare = bare[:1].lower() + bare[1:].lstrip("0")
        return cls(bare + at + part.upper())

    @property
    def bare(self) -> Ref:
        """The id without the part of its instrument: ``e9`` of ``e9@EIT1``."""
        return Ref(self.partition("@")[0])

    @property
    def part(self) -> str:
        """The part of the instrument: ``EIT1`` of ``e9@EIT1``; empty if none is named."""
        return self.partition("@")[2]

    @property
    def letter(self) -> str:
        """``e`` of ``e9``; empty of an indicator."""
        found = _FORM.fullmatch(self)
        return found["letter"] or "" if found else ""

    @property
    def number(self) -> str:
        """``9`` of ``e9``, ``9.3`` of ``9.3``; empty if the id has none."""
        if not self.is_readable:
            return ""
        return str(self.bare)[len(self.letter) :]

    @property
    def kind(self) -> RefKind:
        """What the id names."""
        if not self.is_readable:
            return RefKind.OTHER
        if self.letter:
            return RefKind.ITEM if self.letter == ITEM_LETTER else RefKind.QUESTION
        return RefKind.SUB_INDICATOR if "." in self else RefKind.INDICATOR

    @property
    def head(self) -> Ref:
        """The indicator of a sub-indicator, ``9`` of ``9.3``; every other id without its part."""
        return Ref(self.bare.partition(".")[0])

    @property
    def is_readable(self) -> bool:
        """Return True if the text has the form of an id."""
        return _FORM.fullmatch(self) is not None

    @property
    def is_lettered(self) -> bool:
        """Return True for a question or an item, which people write with a letter and Arabic digits."""
        return self.kind in (RefKind.QUESTION, RefKind.ITEM)

    def of_part(self, code: str) -> Ref:
        """Build the id as one part of its instrument answered it: ``e9@EIT1``."""
        return Ref(f"{self.bare}@{code}")


def letter_of(instrument: str) -> str:
    """Return the letter that the ids of an instrument's questions begin with: ``e`` for EIT."""
    return instrument[:1].lower()
