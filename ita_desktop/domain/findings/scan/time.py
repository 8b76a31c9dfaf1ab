"""Years, dates and months in Thai text (พ.ศ., วันที่, เดือน)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import zip_longest

from ita_desktop.domain.findings.scan.marks import DateMark, EveryMark, MonthMark, YearKind, YearMark
from ita_desktop.domain.findings.scan.signs import has
from ita_desktop.domain.findings.scan.trie import trie
from ita_desktop.domain.thai.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.thai.writing import MONTHS, SHORT_MONTHS, arabic_digits

_D = "[0-9๐-๙]"
_BE = r"(?:พ\s*\.?\s*ศ\s*\.?)?\s*"
_YEAR_BEGINS = ("24", "25", "๒๔", "๒๕", "2๕", "๒5", "2๔", "๒4")
_BE_SUFFIXES = ("พ.ศ.", "พ.ศ", "พ. ศ.", "พศ.")
_DASHES = ("-", "–", "—")
_UP_TO = (*_DASHES, "ถึง", "ถึงปี")
_RANGE_AFTER = re.compile(rf"\s*[-–—]\s*{_BE}[2๒]?[0-9๐-๙]")
_RANGE_BEFORE = re.compile(rf"{_D}{{2,4}}\s*(?:[-–—]|ถึง)\s*(?:ปี)?$")
_LAW = re.compile(
    r"พระราช|พ\.ร\.บ|รัฐธรรมนูญ|กฎหมาย|ประมวล|ระเบียบ|ข้อบังคับ|กฎกระทรวง|ข้อบัญญัติ|เทศบัญญัติ|คำสั่ง|ประกาศ|มาตรฐาน|หลักเกณฑ์|แผนแม่บท|ยุทธศาสตร์"
)
_NAMES = {name: at % 12 + 1 for at, name in enumerate((*MONTHS, *SHORT_MONTHS))}
_MONTH_NAME = trie(_NAMES)
_MONTH_SIGNS = ("าคม", "ายน", "พันธ์", ".ค", ".ย", "ก.พ", "/")
_MONTH = re.compile(
    rf"(?P<month>{_MONTH_NAME})(?:\s*(?:พ\s*\.\s*ศ\s*\.?)?\s*(?P<year>(?:[2๒][45๔๕])?{_D}{{2}})(?!{_D}))?"
)
_DAY = re.compile(rf"(?<!{_D})(?P<day>[0-2๐-๒]?{_D}|[3๓][01๐๑])\s*(?:เดือน\s*)?$")
_NUMERIC = re.compile(
    rf"(?<![0-9๐-๙/])(?P<day>{_D}{{1,2}})/(?P<month>{_D}{{1,2}})/(?P<year>[2๒][45๔๕]{_D}{{2}})(?!{_D})"
)
_EVERY = re.compile(rf"ทุก\s*(?:ๆ\s*)?\(?\s*(?P<count>{_D}{{1,2}})\s*\)?\s*เดือน\s*(?:คือ|ได้แก่|ภายใน|ใน|\(|:)?\s*เดือน")
_NAMED_MONTHS = re.compile(
    rf"\s*(?:(?:{_MONTH_NAME})(?:\s*(?:พ\s*\.\s*ศ\s*\.?)?\s*{_D}{{2,4}})?\s*(?:,|และ|กับ|ถึง|-)?\s*(?:ภายใน)?\s*(?:เดือน)?\s*)+"
)
_LEAD = 60
_LAW_LEAD = 160


def years(text: str, found: Iterable[re.Match[str]]) -> Iterator[YearMark]:
    """Yield every Buddhist year among the text's numbers, and its sense there."""
    for number in found:
        at, end = number.span()
        if end - at != 4 or not number.group().isdecimal() or not number.group().startswith(_YEAR_BEGINS):
            continue
        if text[at - 1 : at] == "/":
            continue
        lead = text[max(0, at - _LEAD) : at]
        yield YearMark(at=at, end=end, year=int(number.group()), kind=_sense(text, at, end, lead), lead=lead)


def _sense(text: str, at: int, end: int, lead: str) -> YearKind:
    tail = lead.rstrip()
    with_era = tail.endswith(_BE_SUFFIXES)
    if with_era:
        tail = tail[: tail.rfind("พ")].rstrip()
    if has(text[end : end + 3], _DASHES) and _RANGE_AFTER.match(text, end):
        return YearKind.RANGE
    if tail.endswith(_UP_TO) and _RANGE_BEFORE.search(tail, max(0, len(tail) - 16)):
        return YearKind.RANGE
    if tail.endswith(("ปีงบประมาณ", "งบประมาณปี")):
        return YearKind.FISCAL
    if tail.endswith("ปี"):
        return YearKind.PLAIN
    if with_era and _LAW.search(text, max(0, at - _LAW_LEAD), at):
        return YearKind.LAW
    return YearKind.OTHER


def dates_and_months(text: str) -> tuple[tuple[DateMark, ...], tuple[MonthMark, ...]]:
    """Read full dates, and months that are not part of one."""
    days: list[DateMark] = []
    months: list[MonthMark] = []
    if not has(text, _MONTH_SIGNS):
        return (), ()
    for found in _MONTH.finditer(text):
        start = found.start()
        year, month = _full_year(found["year"]), _NAMES[found["month"]]
        number = _DAY.search(text, max(0, start - 10), start)
        day = _date(number["day"], str(month), year) if number else None
        if number and day:
            lead = text[max(0, number.start() - _LEAD) : number.start()]
            days.append(DateMark(at=number.start(), end=found.end(), day=day, lead=lead))
        else:
            lead = text[max(0, start - _LEAD) : start]
            months.append(MonthMark(at=start, end=found.end(), month=month, year=year, lead=lead))
    for found in _NUMERIC.finditer(text):
        day = _date(found["day"], found["month"], _full_year(found["year"]))
        if day:
            lead = text[max(0, found.start() - _LEAD) : found.start()]
            days.append(DateMark(at=found.start(), end=found.end(), day=day, lead=lead))
    return tuple(days), _with_years(months)


def _full_year(digits: str | None) -> int | None:
    if not digits:
        return None
    year = int(arabic_digits(digits))
    return year if year >= 100 else 2500 + year


def _date(day: str | None, month: str, year: int | None) -> date | None:
    if not day or year is None:
        return None
    try:
        return date(year - BUDDHIST_OFFSET, int(arabic_digits(month)), int(arabic_digits(day)))
    except ValueError:
        return None


def _with_years(months: list[MonthMark]) -> tuple[MonthMark, ...]:
    """Read a range, ม.ค. - มี.ค. ๖๔: its first month has the year of the second, or the one before it."""
    out: list[MonthMark] = []
    for mark, after in zip_longest(months, months[1:]):
        if mark.year is None and after is not None and after.year is not None and after.at - mark.end <= 4:
            year = after.year if mark.month <= after.month else after.year - 1
            out.append(MonthMark(at=mark.at, end=mark.end, month=mark.month, year=year, lead=mark.lead))
        else:
            out.append(mark)
    return tuple(out)


def every(text: str) -> Iterator[EveryMark]:
    """Read deadlines: ทุก ๒ เดือน ภายในเดือนเมษายน และเดือนตุลาคม."""
    for found in _EVERY.finditer(text):
        named = _NAMED_MONTHS.match(text, found.end())
        if not named:
            continue
        months = tuple(dict.fromkeys(_NAMES[name] for name in re.findall(_MONTH_NAME, named.group())))
        yield EveryMark(
            at=found.start(),
            end=found.start() + len(text[found.start() : named.end()].rstrip()),
            count=found["count"],
            every=int(arabic_digits(found["count"])),
            months=months,
            number_at=found.start("count"),
        )
