"""The Thai fiscal year (ปีงบประมาณ)."""

from __future__ import annotations

from datetime import date

from ita_desktop.domain.thai.month import Month

BUDDHIST_OFFSET = 543
"""พ.ศ. minus ค.ศ."""


class FiscalYear(int):
    """ปีงบประมาณ พ.ศ.: 1 October of the year before to 30 September, counted in Buddhist years.

    It is an int, so that it stores, sorts and prints as the number people write (2568).
    """

    __slots__ = ()

    @classmethod
    def of(cls, day: date) -> FiscalYear:
        """Return the fiscal year in which ``day`` lies."""
        return cls(day.year + BUDDHIST_OFFSET + (1 if day.month >= 10 else 0))

    @property
    def start(self) -> date:
        """First day, 1 October."""
        return date(int(self) - BUDDHIST_OFFSET - 1, 10, 1)

    @property
    def end(self) -> date:
        """Last day, 30 September."""
        return date(int(self) - BUDDHIST_OFFSET, 9, 30)

    @property
    def previous(self) -> FiscalYear:
        return FiscalYear(int(self) - 1)

    @property
    def next(self) -> FiscalYear:
        return FiscalYear(int(self) + 1)

    @property
    def months(self) -> tuple[Month, ...]:
        """The twelve months ต.ค.-ก.ย."""
        first = int(self) - BUDDHIST_OFFSET - 1
        return tuple(Month.at(first, m) for m in (10, 11, 12)) + tuple(Month.at(first + 1, m) for m in range(1, 10))

    def round_end(self, months: int) -> date:
        """Return last day of a follow-up round (รอบ 3/6/9/12 เดือน)."""
        year = int(self) - BUDDHIST_OFFSET
        return {3: date(year - 1, 12, 31), 6: date(year, 3, 31), 9: date(year, 6, 30), 12: date(year, 9, 30)}[months]

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end
