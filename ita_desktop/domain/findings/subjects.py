"""What a figure in a sentence is about: an indicator, an instrument, or the whole result."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain

from ita_desktop.domain.findings.scan.trie import trie
from ita_desktop.domain.thai.writing import arabic_digits, thai_digits
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.ref import OVERALL, TYPED_LETTERS

_WHOLE = (
    "ภาพรวม",
    "คะแนนรวม",
    "คะแนนเฉลี่ยรวม",
    "ผลการประเมิน ITA",
    "ผลคะแนนการประเมิน",
    "ผลประเมิน ITA",
    "คะแนน ITA",
    "ผลการประเมินระดับคุณธรรมและความโปร่งใส",
)
_ID = rf"(?<![A-Za-z0-9๐-๙])(?P<id>{TYPED_LETTERS}[0-9๐-๙]{{1,2}})(?![0-9A-Za-z๐-๙])"
_NUMBERED = r"ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*(?P<number>[0-9๐-๙]{1,2}(?:\.[0-9๐-๙])?)(?![0-9๐-๙.])"
_SAYS = re.compile(r"(?:คะแนน|ร้อยละ|ได้|เท่ากับ|มีค่า|อยู่ที่|[:=(])")
_DIRECT = re.compile(
    r"[\s:=(–-]*(?:ซึ่ง|มี|ที่)?\s*(?:ได้(?:รับ)?|อยู่ที่|เท่ากับ)?\s*(?:ผล)?(?:คะแนน)?(?:การ)?(?:ประเมิน)?\s*(?:รวม|เฉลี่ย|สูงสุด|ต่ำสุด)?"
    r"\s*(?:ร้อยละ|เท่ากับ|จำนวน|คือ|อยู่ที่|ITA)?[\s:=(]*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Something a sentence names, and where."""

    ref: str
    """An indicator's or instrument's id, or ``overall``"""
    at: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Subjects:
    """The names by which one year's indicators and instruments are called."""

    refs: dict[str, str]
    pattern: re.Pattern[str]
    indicators: frozenset[str]

    @classmethod
    def of(cls, framework: Framework) -> Subjects:
        refs: dict[str, str] = dict.fromkeys(_WHOLE, OVERALL)
        for instrument in framework.instruments:
            refs[instrument.code] = instrument.code
            for part in instrument.parts:
                number = part.code.removeprefix(instrument.code)
                for written in (number, thai_digits(number)):
                    refs[f"{instrument.code} ส่วนที่ {written}"] = part.code
                    refs[f"{instrument.code}{written}"] = part.code
        for indicator in framework.indicators:
            for name in chain((indicator.name,), indicator.aliases):
                refs[name] = indicator.id
        pattern = re.compile(rf"{_NUMBERED}|(?P<name>{trie(refs)})|{_ID}")
        return cls(refs=refs, pattern=pattern, indicators=frozenset(i.id for i in framework.indicators))

    def all(self, text: str, at: int = 0, end: int | None = None) -> list[Subject]:
        """Return everything named in the text, in order."""
        found = []
        for match in self.pattern.finditer(text, at, len(text) if end is None else end):
            ref = self.refs[match["name"]] if match["name"] else arabic_digits(match["number"] or match["id"]).lower()
            found.append(Subject(ref=ref, at=match.start(), end=match.end()))
        return found

    def before(self, text: str, at: int, limit: int = 70) -> Subject | None:
        """Return the last thing named before a place, if only a few words lie between."""
        named = self.all(text, max(0, at - 160), at)
        return named[-1] if named and at - named[-1].end <= limit else None


def says_score(text: str, subject: Subject, at: int) -> bool:
    """Return True if the words between a subject and a figure make the figure its score."""
    between = text[subject.end : at]
    return len(between) <= 3 or _SAYS.search(between) is not None


def says_nothing_else(text: str, subject: Subject, at: int) -> bool:
    """Return True if only such words as ได้คะแนน are between a subject and a figure: nothing else can be meant."""
    return subject.at >= 0 and _DIRECT.fullmatch(text, subject.end, at) is not None
