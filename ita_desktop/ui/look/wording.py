"""How numbers, years and times are written on the screen."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from ita_desktop.domain.thai.dates import Window
from ita_desktop.domain.thai.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.thai.month import Month
from ita_desktop.domain.thai.writing import long_date, month_label, print_digits, score_text, short_date, thai_digits
from ita_desktop.i18n import language, tr

NO_VALUE = "–"
_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def digits(text: object) -> str:
    """Write the text with the digits of the interface's language; for numbers, not for running text."""
    return thai_digits(str(text)) if language() == "th" else str(text)


_QUOTED = re.compile(r"(“[^”]*”)")


def prose(text: str) -> str:
    """Write numbers and years of a sentence in the interface's digits; quotes and codes stay."""
    if language() != "th":
        return text
    return "".join(part if part.startswith("“") else print_digits(part) for part in _QUOTED.split(text))


_NAMES_A_FILE = re.compile(r"[/\\]|\.[A-Za-z]")


def message(text: str) -> str:
    """Write a message like :func:`prose`, but unchanged if it names a file, so that the name can be found."""
    return text if _NAMES_A_FILE.search(text) else prose(text)


def score(value: Decimal | None) -> str:
    """Format a score with two decimals, or a dash for None."""
    return NO_VALUE if value is None else digits(score_text(value))


def long_day(day: date) -> str:
    """Format a date as ๑๐ มีนาคม ๒๕๖๖ or 10 March 2566; for labels only, not for fields or paper."""
    if language() == "th":
        return long_date(day)
    return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year + BUDDHIST_OFFSET}"


def short_day(day: date) -> str:
    """Format a date as ๑๐ มี.ค. ๖๖ or 10 Mar 66."""
    if language() == "th":
        return short_date(day)
    return f"{day.day} {_short_month(day.year, day.month)}"


def month_words(month: str) -> str:
    """Format the month ``2024-10`` as ต.ค. ๖๗ or Oct 67."""
    if language() == "th":
        return month_label(month)
    read = Month.parse(month)
    return _short_month(read.year, read.number)


def _short_month(year: int, month: int) -> str:
    return f"{_ENGLISH_MONTHS[month - 1][:3]} {(year + BUDDHIST_OFFSET) % 100:02}"


def window_words(window: Window) -> str:
    """Format a window of days: one day, or first and last, naming a shared year once."""
    first, last = window.first, window.last
    words = short_day(last)
    if first != last:
        begins = short_day(first)
        begins = begins.rsplit(" ", 1)[0] if first.year == last.year else begins
        words = f"{begins} – {words}"
    return tr("about {day}").format(day=words) if window.about else words


def clock(at: datetime) -> str:
    """Format hours and minutes."""
    return digits(f"{at:%H:%M}")


def shown_place(place: str) -> str:
    """Write a place with the interface's digits; ids such as o13 stay."""
    return print_digits(place) if language() == "th" else place
