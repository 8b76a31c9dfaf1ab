"""The names of places that may turn up in a text (ทำเนียบชื่อจังหวัด อำเภอ ตำบล), given as values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from ita_desktop.domain.thai.characters import is_joined

T = TypeVar("T")

BARE_PROVINCE_LETTERS = 5
"""A shorter province (ตาก, เลย, แพร่, น่าน) is a word like any other unless จังหวัด stands before it."""
BARE_DISTRICT_LETTERS = 6
_LONGEST = 24
_AFTER_NAME = re.compile(
    r"$|[^ก-๙]|ได้|มี|จึง|เผย|โดย|เป็น|ดำเนิน|จัด|จะ|เพื่อ|ให้|ร่วม|นำ|เข้า|ส่ง|และ|ที่|ซึ่ง|ต้อง|ขอ|ใน|อำเภอ|อ\.|จังหวัด|จ\."
)
"""What follows a name; a name that is an everyday word counts only before such words (ตำบลตลาดได้, not ตำบลตลาดสด)."""
_NO_NAMES = frozenset(("และ", "ควร", "ใหม่"))
"""Subdistricts whose names are also words of a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subdistrict:
    """One subdistrict with its district and province."""

    province: str
    district: str
    subdistrict: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Gazetteer:
    """ทำเนียบสถานที่: all places of the country, and the everyday words they may be mistaken for."""

    places: tuple[Subdistrict, ...] = ()
    province_letters: Mapping[str, str] = field(default_factory=dict)
    """อักษรย่อจังหวัด: กาฬสินธุ์ → กส."""
    words: frozenset[str] = frozenset()
    """Everyday words; a place with such a name counts only where its kind stands before it."""

    @cached_property
    def provinces(self) -> frozenset[str]:
        return frozenset(p.province for p in self.places) | frozenset(self.province_letters)

    @cached_property
    def districts(self) -> Mapping[str, frozenset[str]]:
        """District → the provinces that have one of that name."""
        return _grouped((p.district, p.province) for p in self.places)

    @cached_property
    def subdistricts(self) -> Mapping[str, frozenset[tuple[str, str]]]:
        """Subdistrict → the districts and provinces that have one of that name."""
        return _grouped((p.subdistrict, (p.district, p.province)) for p in self.places)

    @cached_property
    def bare(self) -> frozenset[str]:
        """Names that are recognised without a kind before them: long enough, and no everyday words."""
        provinces = {p for p in self.provinces if len(p) >= BARE_PROVINCE_LETTERS}
        return frozenset(
            provinces | {d for d in self.districts if len(d) >= BARE_DISTRICT_LETTERS and d not in self.words}
        )

    def longest(self, text: str, names: Mapping[str, object] | frozenset[str], *, wary: bool) -> str:
        """Return the longest of ``names`` that begins the text, unless a longer word begins there.

        ``wary`` of everyday words: they must be followed by what follows a name.
        """
        for length in range(min(len(text), _LONGEST), 1, -1):
            name = text[:length]
            if name in names and name not in _NO_NAMES:
                return name if self._ends_there(text, length, wary=wary) else ""
        return ""

    def _ends_there(self, text: str, length: int, *, wary: bool) -> bool:
        if is_joined(text[length : length + 1]):
            return False
        if wary and text[:length] in self.words and not _AFTER_NAME.match(text, length):
            return False
        longer = range(length + 1, min(len(text), length + 8) + 1)
        return not any(text[:n] in self.words and text[:n] not in self.subdistricts for n in longer)


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, frozenset[T]]:
    grouped: dict[str, set[T]] = {}
    for name, value in pairs:
        grouped.setdefault(name, set()).add(value)
    return {name: frozenset(values) for name, values in grouped.items()}
