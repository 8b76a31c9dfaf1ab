"""Whose score a text names: an indicator, sub-indicator, question, item, instrument, the total, the level, the rank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from ita_desktop.domain.recognition.letters import consonants, distance, plain_text
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.ref import NUMBERED, TYPED_LETTERS, Ref

OVERALL, LEVEL, RANK = "overall", "level", "rank"
"""Refs of the official total, its level and its place; instruments and their parts have their code."""


class Clue(StrEnum):
    """How the owner of a score was found."""

    NAME = "name"
    """By its name, letter for letter, but for marks and blanks."""
    NEAR_NAME = "near_name"
    """By a name that is spelt otherwise."""
    NUMBER = "number"
    """By the number of the indicator, question or item."""
    POSITION = "position"
    """By the order of the rows alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """What a text names."""

    ref: str
    clue: Clue
    start: int = 0
    """Where its consonants begin in the text's, to keep several owners of one line in order."""
    length: int = 0
    contradicted: bool = False
    """The number beside the name is that of another indicator."""


_TOTAL = (
    "ภาพรวม",
    "คะแนนรวม",
    "คะแนนรวมเฉลี่ย",
    "คะแนนเฉลี่ย",
    "คะแนนITA",
    "ผลการประเมินรวม",
    "ผลรวมคะแนน",
    "คะแนนภาพรวม",
    "คะแนนภาพรวมหน่วยงาน",
    "รวมทั้งสิ้น",
    "TOTAL",
    "OVERALL",
)
_TOTAL_ALONE = ("รวม", "เฉลี่ย", "รวมคะแนน", "คะแนนITAรวม", "ITA", "คะแนน ITA", "คะแนนผลการประเมิน")
"""Words that mean the total only where nothing else stands in the cell."""
_LEVEL = ("ระดับ", "ระดับผลการประเมิน", "ผลการประเมินระดับ", "ระดับคะแนน", "เกรด", "GRADE", "LEVEL", "RATING")
_RANK = ("อันดับ", "ลำดับที่ได้", "อันดับที่", "RANK")
_ID = re.compile(
    r"^\W*(?:(?P<word>ตัวชี้วัดย่อย(?:ที่)?|ตัวชี้วัด(?:ที่)?|ตวัชี้วดัที่|ตวั ชี้วดั(?: ?ที่)?|ข้อ(?:ที่)?|ด้าน(?:ที่)?)\s*)?"
    rf"(?P<id>{TYPED_LETTERS}\s?\d{{1,3}}(?:@\w+)?|{NUMBERED})(?P<end>[\s.):,\t]+|$)"
)
_SHARPEST = 6
"""Consonants a name must have to be looked for inside a longer text or by distance."""


class Owners:
    """Finds owners by the names, aliases and ids of one year's rules."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework

    @cached_property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Consonants and ref of everything that has a name, the longest first."""
        named = [(i.name, i.code) for i in self.framework.instruments]
        for indicator in self.framework.indicators:
            named += [(name, indicator.id) for name in (indicator.name, *indicator.aliases)]
            named += [(name, sub.id) for sub in indicator.sub_indicators for name in (sub.name, *sub.aliases)]
        named += [(word, OVERALL) for word in _TOTAL]
        keyed = {consonants(name): ref for name, ref in reversed(named)}
        return tuple(sorted(((key, ref) for key, ref in keyed.items() if key), key=lambda pair: -len(pair[0])))

    @cached_property
    def _whole(self) -> dict[str, str]:
        """Consonants of what must stand alone in its cell."""
        words = {consonants(word): OVERALL for word in _TOTAL_ALONE}
        words |= {consonants(word): LEVEL for word in _LEVEL} | {consonants(word): RANK for word in _RANK}
        for instrument in self.framework.instruments:
            code = instrument.code
            words |= {consonants(word + code): code for word in ("", "คะแนน", "แบบวัด", "แบบ", "เครื่องมือ")}
        return words

    def of(self, text: str) -> Owner | None:
        """Return the one thing that a label names; None if it names nothing, or several things."""
        plain = plain_text(text)
        number, rest = self._number(plain)
        if number and not consonants(rest):
            return Owner(ref=number, clue=Clue.NUMBER)
        named = self._named(rest) or (self._named(plain) if number else None)
        if named is not None:
            bare = Ref(number).bare
            is_other = bare != named.ref and not Ref(named.ref).is_lettered and Ref(named.ref).is_readable
            other = bool(number) and not bare.is_lettered and is_other
            return replace(named, contradicted=other and not named.ref.startswith(f"{bare}."))
        if number and number[:1].isalpha():
            return Owner(ref=number, clue=Clue.NUMBER)
        return None

    def all_in(self, text: str) -> tuple[Owner, ...]:
        """Return everything that a sentence names in full, in order, none inside another."""
        return tuple(sorted(self._inside(consonants(text)), key=lambda owner: owner.start))

    def number_in(self, text: str) -> str:
        """Return the id that a text begins with, where this year knows it; empty otherwise."""
        return self._number(plain_text(text))[0]

    def _number(self, plain: str) -> tuple[str, str]:
        """Return the id at the start and what follows it."""
        found = _ID.match(plain)
        if not found:
            return "", plain
        known = Ref.typed("".join(found["id"].split()))
        if not self.framework.knows(known):
            return "", plain
        return known, plain[found.end() :]

    def _named(self, plain: str) -> Owner | None:
        key = consonants(plain)
        if not key:
            return None
        if ref := self._part(plain) or self._whole.get(key):
            return Owner(ref=ref, clue=Clue.NAME, length=len(key))
        exact = next((ref for name, ref in self.names if name == key), "")
        if exact:
            return Owner(ref=exact, clue=Clue.NAME, length=len(key))
        inside = list(self._inside(key))
        if len(inside) == 1 and len(key) <= 2 * inside[0].length + 12:
            return inside[0]
        return None if inside else self._near(key)

    def _inside(self, key: str) -> Iterator[Owner]:
        """Yield names that stand in a longer text, the longest first, each letter used once."""
        taken = [False] * len(key)
        for name, ref in self.names:
            at = key.find(name) if len(name) >= _SHARPEST else -1
            while at >= 0:
                if not any(taken[at : at + len(name)]):
                    taken[at : at + len(name)] = [True] * len(name)
                    yield Owner(ref=ref, clue=Clue.NAME, start=at, length=len(name))
                at = key.find(name, at + 1)

    def _near(self, key: str) -> Owner | None:
        """Return the one name within a fifth of its letters, if the next best is clearly further away."""
        if len(key) < _SHARPEST:
            return None
        best: dict[str, int] = {}
        for name, ref in self.names:
            if len(name) < _SHARPEST:
                continue
            most = max(1, len(name) // 5)
            far = distance(key, name, most)
            if far <= most:
                best[ref] = min(far, best.get(ref, far))
        ranked = sorted(best.items(), key=lambda pair: pair[1])
        if not ranked or (len(ranked) > 1 and ranked[1][1] - ranked[0][1] < 2):
            return None
        return Owner(ref=ranked[0][0], clue=Clue.NEAR_NAME, length=len(key))

    def _part(self, plain: str) -> str:
        """Read EIT with a part's digit behind it as that part: EIT Part 1, EIT ส่วนที่ 1."""
        for instrument in self.framework.instruments:
            for part in instrument.parts:
                digits = part.code.removeprefix(instrument.code)
                if re.search(rf"\b{instrument.code}\s*\(?(?:ส่วนที่|PART)?\s*{digits}\b", plain, re.IGNORECASE):
                    return part.code
        return ""
