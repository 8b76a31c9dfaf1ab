"""Which backups stay: the newest by number, then one a day, a week, a month (การทยอยลบแฟ้มสำรอง)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date

RECENT, DAYS, WEEKS, MONTHS = 20, 14, 8, 12
FEW_RECENT, FEW_DAYS, FEW_WEEKS = 5, 7, 4
"""The same where backups are large, because scans are kept in the office's file."""
ROOMY = 2_000_000_000
"""Bytes of all backups above which they count as large."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A backup as thinning sees it."""

    number: int
    """Counts up; what came later has the higher one, whatever the clock said."""
    day: date
    reason: str
    size: int = 0
    """Bytes."""


def kept(backups: Iterable[Made]) -> frozenset[int]:
    """Return the numbers of the backups that stay.

    Order follows the number alone. A clock that is wrong gives wrong labels of days, never a wrong order: it can
    keep one backup too many, and it cannot remove one of the newest. The last one of each reason stays as well.
    Where all together take more than ``ROOMY``, the oldest of those between go until they do not.
    """
    newest_first = sorted(backups, key=lambda one: one.number, reverse=True)
    stay = _kept(newest_first, RECENT, DAYS, WEEKS)
    must_stay = _kept(newest_first, FEW_RECENT, FEW_DAYS, FEW_WEEKS)
    room = sum(one.size for one in newest_first if one.number in stay)
    for one in reversed(newest_first):
        if room > ROOMY and one.number in stay - must_stay:
            stay.remove(one.number)
            room -= one.size
    return frozenset(stay)


def _kept(newest_first: list[Made], recent: int, days: int, weeks: int) -> set[int]:
    stay = {one.number for one in newest_first[:recent]}
    stay |= _newest_of_each(newest_first, lambda one: one.day, days)
    stay |= _newest_of_each(newest_first, lambda one: one.day.isocalendar()[:2], weeks)
    stay |= _newest_of_each(newest_first, lambda one: (one.day.year, one.day.month), MONTHS)
    return stay | _newest_of_each(newest_first, lambda one: one.reason, len(newest_first))


def _newest_of_each(newest_first: list[Made], label: Callable[[Made], Hashable], most: int) -> set[int]:
    found: dict[Hashable, int] = {}
    for one in newest_first:
        key = label(one)
        if key not in found and len(found) < most:
            found[key] = one.number
    return set(found.values())
