"""Which backups stay: the newest by number, then one a day, a week, a month (การทยอยลบแฟ้มสำรอง)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date

RECENT, DAYS, WEEKS, MONTHS = 20, 14, 8, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A backup as thinning sees it."""

    number: int
    """Counts up; what came later has the higher one, whatever the clock said."""
    day: date
    reason: str


def kept(backups: Iterable[Made]) -> frozenset[int]:
    """Numbers of the backups that stay.

    Order is told by the number alone. A clock that is wrong gives wrong labels of days, never a wrong order: it can
    keep one backup too many, and it cannot remove one of the newest. The last one of each reason stays as well.
    """
    newest_first = sorted(backups, key=lambda one: one.number, reverse=True)
    stay = {one.number for one in newest_first[:RECENT]}
    stay |= _newest_of_each(newest_first, lambda one: one.day, DAYS)
    stay |= _newest_of_each(newest_first, lambda one: one.day.isocalendar()[:2], WEEKS)
    stay |= _newest_of_each(newest_first, lambda one: (one.day.year, one.day.month), MONTHS)
    stay |= _newest_of_each(newest_first, lambda one: one.reason, len(newest_first))
    return frozenset(stay)


def _newest_of_each(newest_first: list[Made], label: Callable[[Made], Hashable], most: int) -> set[int]:
    found: dict[Hashable, int] = {}
    for one in newest_first:
        key = label(one)
        if key not in found and len(found) < most:
            found[key] = one.number
    return set(found.values())
