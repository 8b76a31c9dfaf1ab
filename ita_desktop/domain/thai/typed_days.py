"""A day as people type it or as other programs write it (วันที่): one reader for fields, workbooks and imports.

Rules: a year of four digits from 2400 to 2700 is Buddhist; from 1957 to 2157 it is Christian and becomes the Buddhist
one, which the reader says (:attr:`TypedDay.christian`). Of two digits the Buddhist year of this century is meant
(67 → 2567) unless that year is before 2540 or far from the office's own years and the Christian one is not
(24 → 2024 → 2567). Nothing else is a year: 1/10/3110 is refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from ita_desktop.domain.thai.characters import without_unseen
from ita_desktop.domain.thai.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.thai.writing import MONTHS, SHORT_MONTHS, arabic_digits

EARLIEST_YEAR, LATEST_YEAR = 2400, 2700
"""Buddhist years that can be stored anywhere."""
_FIRST_SHORT_YEAR = 2540
"""The oldest year that two digits may mean: the assessment is younger."""
_NEAR = 12
"""Years from the office's own beyond which a two-digit year is read in the other era."""

_ENGLISH = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_LEAD = re.compile(r"^(?:เมื่อ|ลง)?\s*(?:วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์))?\s*(?:วัน)?(?:ที่)?\s*")
_ERA = re.compile(r"พ\.?\s?ศ\.?|ปี")
_TIME = re.compile(r"[\sT]+(?:เวลา\s*)?\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:น\.|Z)?$")
_BETWEEN = r"\s*[/.\-\s]\s*"
_NUMBERS = re.compile(rf"(\d{{1,2}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}(\d{{4}}|\d{{2}})")
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}(\d{{1,2}})")
_WORDS = re.compile(r"(\d{1,2})[\s\-/]*([^\d\s\-/][^\d/]*?)[\s\-/]*(\d{4}|\d{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedDay:
    """A day and how its year was written."""

    day: date
    christian: bool = False
    """The year was of the Christian era (ค.ศ.): worth saying beside the field."""


def read_day(text: str, near: Collection[int] = ()) -> TypedDay | None:
    """Read a day in any usual way (18/10/2567, 18 ต.ค. 67, 2024-10-18, 18-ต.ค.-67, วันที่ ๑๘ ตุลาคม ๒๕๖๗).

    ``near`` are the office's fiscal years, which decide what two digits mean. None for an empty text; ValueError for
    what is no day, or lies outside the Buddhist years 2400 to 2700.
    """
    plain = without_unseen(arabic_digits(text)).replace("\u00a0", " ").strip()
    if not plain:
        return None
    plain = _TIME.sub("", _LEAD.sub("", _ERA.sub(" ", plain))).strip()
    if found := _YEAR_FIRST.fullmatch(plain):
        return _typed(found[1], int(found[2]), found[3], near)
    if found := _NUMBERS.fullmatch(plain):
        return _typed(found[3], int(found[2]), found[1], near)
    if found := _WORDS.fullmatch(plain):
        return _typed(found[3], _month(found[2]), found[1], near)
    raise ValueError(text)


def parse_date(text: str) -> date | None:
    """Read a day as :func:`read_day` does and return it alone."""
    typed = read_day(text)
    return typed.day if typed else None


def is_storable(day: date) -> bool:
    """Return True if a day lies in the Buddhist years 2400 to 2700."""
    return EARLIEST_YEAR <= day.year + BUDDHIST_OFFSET <= LATEST_YEAR


def mended_day(day: date) -> date | None:
    """Return the day that was meant where a Christian year was once read as a Buddhist one (1481 → 2024), else None."""
    if is_storable(day) or day.year > LATEST_YEAR:
        return None
    try:
        meant = day.replace(year=day.year + BUDDHIST_OFFSET)
    except ValueError:  # 29 February of a year without one
        meant = date(day.year + BUDDHIST_OFFSET, 3, 1)
    return meant if is_storable(meant) and meant.year < LATEST_YEAR - BUDDHIST_OFFSET else None


def _typed(year: str, month: int, day: str, near: Collection[int]) -> TypedDay:
    buddhist, christian = _buddhist(year, near)
    return TypedDay(day=date(buddhist - BUDDHIST_OFFSET, month, int(day)), christian=christian)


def _buddhist(year: str, near: Collection[int]) -> tuple[int, bool]:
    """Return the Buddhist year, and whether it was written in the Christian era."""
    number = int(year)
    if len(year) == 4:
        if EARLIEST_YEAR <= number <= LATEST_YEAR:
            return number, False
        if EARLIEST_YEAR <= number + BUDDHIST_OFFSET <= LATEST_YEAR:
            return number + BUDDHIST_OFFSET, True
        raise ValueError(year)
    thai, western = 2500 + number, 2000 + number + BUDDHIST_OFFSET
    far = [min((abs(one - own) for own in near), default=0) for one in (thai, western)]
    if thai < _FIRST_SHORT_YEAR or (far[0] > _NEAR >= far[1]):
        return western, True
    return thai, False


def _month(word: str) -> int:
    bare = re.sub(r"[.\s]|เดือน", "", word)
    for number, (full, short) in enumerate(zip(MONTHS, SHORT_MONTHS, strict=True), start=1):
        if bare in (full, short.replace(".", "")):
            return number
    if len(bare) >= 3 and bare[:3].lower() in _ENGLISH:
        return _ENGLISH.index(bare[:3].lower()) + 1
    raise ValueError(word)
