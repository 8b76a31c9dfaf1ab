"""Periods as offices write them (ม.ค.-มี.ค. ๖๔, ต.ค. ๖๖ - มี.ค. ๖๗, ตลอดปีงบประมาณ) as months."""

from __future__ import annotations

import re

from ita_desktop.domain.recognition.letters import plain_text
from ita_desktop.domain.thai.fiscal_year import BUDDHIST_OFFSET, FiscalYear
from ita_desktop.domain.thai.month import Month
from ita_desktop.domain.thai.writing import MONTHS, SHORT_MONTHS

_NAMES = {name.replace(".", ""): n for names in (MONTHS, SHORT_MONTHS) for n, name in enumerate(names, start=1)}
_ANY = "|".join(sorted({re.escape(n) for n in (*MONTHS, *SHORT_MONTHS, *_NAMES)}, key=len, reverse=True))
_MONTH = re.compile(rf"({_ANY})\.?\s*(?:พ\.?ศ\.?\s*)?(\d{{4}}|\d{{2}}(?!\d))?")


def months_in(text: str, year: FiscalYear | None) -> tuple[Month, Month] | None:
    """Return the first and last month of a period; None if its text says anything that is not two months.

    A month without a year takes the year of the one after it, going back over a new year, else it lies in ``year``.
    """
    plain = plain_text(text)
    if year is not None and re.fullmatch(r"(?:ตลอด|ทั้ง)(?:ปีงบประมาณ|ปี)(?:\s*(?:พ\.?ศ\.?\s*)?\d{4})?", plain):
        return Month(year.months[0]), Month(year.months[-1])
    found = list(_MONTH.finditer(plain))
    rest = _MONTH.sub("", plain)
    if not 1 <= len(found) <= 2 or re.sub(r"[\s\-–—]|ถึง|เดือน|พ\.?ศ\.?", "", rest):
        return None
    months = [_NAMES[one[1].replace(".", "")] for one in found]
    years = [_year(one[2]) for one in found]
    if years[-1] is None:
        if year is None:
            return None
        years = [int(year) - BUDDHIST_OFFSET - (1 if month >= 10 else 0) for month in months]
    last = years[-1]
    assert last is not None
    first = years[0] if years[0] is not None else last - (months[0] > months[-1])
    span = Month.at(first, months[0]), Month.at(last, months[-1])
    return span if span[0] <= span[1] else None


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    number = int(digits) + (2500 if len(digits) == 2 else 0)
    return number - BUDDHIST_OFFSET if number >= 2400 else number
