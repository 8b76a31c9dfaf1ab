"""A Thai date: typed in any usual way, shown as ๑๙ ธันวาคม ๒๕๖๗."""

from __future__ import annotations

import re
from datetime import date

from ita_desktop.domain.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.thai import MONTHS, SHORT_MONTHS, arabic_digits, long_date
from ita_desktop.i18n import tr
from ita_desktop.ui.widgets.field import LineField

_NUMBERS = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{2}|\d{4})")
_WORDS = re.compile(r"(\d{1,2})\s*([^\d]+?)\s*(\d{2}|\d{4})")
_ERA = re.compile(r"พ\.?\s?ศ\.?")


def parse_date(text: str) -> date | None:
    """The day that a person typed in Buddhist years (19/12/2567, ๑๙ ธ.ค. ๖๗); None for empty, ValueError otherwise."""
    plain = _ERA.sub("", arabic_digits(text)).strip()
    if not plain:
        return None
    if found := _NUMBERS.fullmatch(plain):
        return _day(found[3], int(found[2]), found[1])
    if found := _WORDS.fullmatch(plain):
        return _day(found[3], _month(found[2]), found[1])
    raise ValueError(text)


def _day(year: str, month: int, day: str) -> date:
    full = int(year) + (2500 if len(year) == 2 else 0)
    return date(full - BUDDHIST_OFFSET, month, int(day))


def _month(word: str) -> int:
    bare = word.replace(".", "").replace(" ", "")
    for number, (full, short) in enumerate(zip(MONTHS, SHORT_MONTHS, strict=True), start=1):
        if bare in (full, short.replace(".", "")):
            return number
    raise ValueError(word)


def read_date(text: str) -> date | None:
    """As ``parse_date``; ValueError says what would be right."""
    try:
        return parse_date(text)
    except ValueError as fault:
        raise ValueError(tr("This is not a date. Type it as 19/12/2567 or 19 ธ.ค. 67")) from fault


class DateField(LineField):
    """A day in the Buddhist era; a text that is no day stays and is marked."""

    def __init__(self, name: str) -> None:
        super().__init__(name, tr("day month year, e.g. 19 ธ.ค. 67"))

    def show_value(self, value: date | str | None) -> None:
        super().show_value(long_date(value) if isinstance(value, date) else value or "")
