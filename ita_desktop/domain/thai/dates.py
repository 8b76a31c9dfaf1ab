"""Days and windows as a calendar states them in words (1 ม.ค. - 30 มิ.ย. 2567, ราวสิ้นเดือน เม.ย. 2568)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date

from ita_desktop.domain.thai.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.thai.writing import MONTHS, SHORT_MONTHS, arabic_digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """From the first day to the last, both included; one day where both are the same."""

    first: date
    last: date
    about: bool = False
    """True if the words say so, or name a month only."""

    def later(self, years: int) -> Window:
        """Return the same window ``years`` later; 29 February becomes the 28th."""
        return replace(self, first=_years_later(self.first, years), last=_years_later(self.last, years))


_NAMES = {name.replace(".", ""): n for names in (MONTHS, SHORT_MONTHS) for n, name in enumerate(names, start=1)}
_MONTH = "|".join(sorted((re.escape(name) for name in (*MONTHS, *SHORT_MONTHS)), key=len, reverse=True))
_BEFORE = re.compile(r"(?:(?P<about>ราว|ประมาณ|คาดว่า)|ภายใน|ไม่เกิน|ถึง|ตั้งแต่|ระหว่าง|วันที่|เดือน)\s*")
_DAY = re.compile(
    rf"(?P<day>\d{{1,2}})\s*(?:(?P<month>{_MONTH})\s*)?(?:พ\.?\s?ศ\.?\s*)?(?P<year>\d{{4}}|\d{{2}}(?!\d))?"
)
_PART = re.compile(
    rf"(?:(?P<part>ต้น|กลาง|สิ้น|ปลาย|ครึ่งแรกของ|ครึ่งหลังของ)\s*)?(?:เดือน)?\s*(?P<month>{_MONTH})\s*(?P<year>\d{{4}})"
)
_TO = re.compile(r"\s*(?:-|–|ถึง)\s*(?:วันที่\s*)?")
_PARTS = {"ต้น": (1, 10), "กลาง": (11, 20), "ปลาย": (21, 31), "ครึ่งแรกของ": (1, 15), "ครึ่งหลังของ": (16, 31)}


def window_in(text: str) -> Window | None:
    """Read the day or window that begins the text; None if it begins with something else."""
    plain, about = arabic_digits(text).strip(), False
    while found := _BEFORE.match(plain):
        about |= bool(found["about"])
        plain = plain[found.end() :]
    try:
        read = _days(plain) or _part_of_month(plain)
    except ValueError:
        return None  # 31 ก.พ. and the like
    return replace(read, about=read.about or about) if read else None


def _days(plain: str) -> Window | None:
    first = _DAY.match(plain)
    if first is None:
        return None
    to = _TO.match(plain, first.end())
    last = _DAY.match(plain, to.end()) if to else None
    end = last if last is not None and last["month"] else first
    if not end["month"] or not end["year"]:
        return None
    year = _year(end["year"])
    last_day = date(year, _month(end["month"]), int(end["day"]))
    if end is first:
        return Window(first=last_day, last=last_day)
    first_year = _year(first["year"]) if first["year"] else year
    first_day = date(first_year, _month(first["month"] or end["month"]), int(first["day"]))
    if first_day > last_day and not first["year"]:
        first_day = _years_later(first_day, -1)
    return Window(first=first_day, last=last_day) if first_day <= last_day else None


def _part_of_month(plain: str) -> Window | None:
    found = _PART.match(plain)
    if found is None:
        return None
    year, month = _year(found["year"]), _month(found["month"])
    end = calendar.monthrange(year, month)[1]
    first, last = (end, end) if found["part"] == "สิ้น" else _PARTS.get(found["part"] or "", (1, end))
    return Window(first=date(year, month, first), last=date(year, month, min(last, end)), about=True)


def _month(name: str) -> int:
    return _NAMES[name.replace(".", "")]


def _year(digits: str) -> int:
    full = int(digits) + (2500 if len(digits) == 2 else 0)
    return full - BUDDHIST_OFFSET


def _years_later(day: date, years: int) -> date:
    end = calendar.monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, end))
