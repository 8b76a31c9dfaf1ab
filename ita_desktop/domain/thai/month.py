"""A month of a period or of a risk's work (เดือน), as ``YYYY-MM`` in Gregorian years."""

from __future__ import annotations

import re
from datetime import date

_FORM = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


class Month(str):
    """``2024-10``: ตุลาคม ๒๕๖๗. It is a ``str``, so that it stores, sorts and compares as the text it is."""

    __slots__ = ()

    @classmethod
    def at(cls, year: int, number: int) -> Month:
        """Build from a Gregorian year and a month from 1 to 12."""
        return cls(f"{year:04}-{number:02}")

    @classmethod
    def of(cls, day: date) -> Month:
        """Build the month in which ``day`` lies."""
        return cls.at(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read ``YYYY-MM``; ValueError if it is not a month."""
        if not cls.is_month(text):
            raise ValueError(f"not a month YYYY-MM: {text!r}")
        return cls(text)

    @staticmethod
    def is_month(text: str) -> bool:
        """Return True if a text is a month ``YYYY-MM``."""
        return _FORM.fullmatch(text) is not None

    @property
    def year(self) -> int:
        """Gregorian year."""
        return int(self[:4])

    @property
    def number(self) -> int:
        """1 for January."""
        return int(self[5:])

    def years_later(self, years: int) -> Month:
        """Return the same month some years later."""
        return Month.at(self.year + years, self.number)

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.number, 1)
