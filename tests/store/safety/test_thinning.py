from dataclasses import replace
from datetime import date, timedelta

from ita_desktop.store.safety.thinning import DAYS, FEW_RECENT, MONTHS, RECENT, ROOMY, WEEKS, Made, kept

START = date(2024, 1, 1)


def made(days: list[int], reason: str = "timer") -> list[Made]:
    return [Made(number=n, day=START + timedelta(days=day), reason=reason) for n, day in enumerate(days, 1)]


def test_few_backups_all_stay() -> None:
    assert kept(made([0] * RECENT)) == set(range(1, RECENT + 1))
    assert kept([]) == set()


def test_a_busy_day_leaves_the_newest_and_the_last_of_the_day_before() -> None:
    stay = kept(made([0] * 30 + [1] * 50))
    assert stay == {30, *range(61, 81)}


def test_two_years_of_daily_work_leave_days_weeks_and_months() -> None:
    backups = made(list(range(730)))
    stay = kept(backups)
    days = {one.day for one in backups if one.number in stay}
    assert set(range(711, 731)) <= stay
    assert len({(day.year, day.month) for day in days}) == MONTHS
    assert RECENT <= len(stay) <= RECENT + DAYS + WEEKS + MONTHS
    weeks = {day.isocalendar()[:2] for day in days if day > START + timedelta(days=729 - 7 * WEEKS)}
    assert len(weeks) >= WEEKS


def test_the_last_one_of_each_reason_stays() -> None:
    backups = made([0] * 100)
    backups[3] = Made(number=4, day=START, reason="upgrade")
    assert 4 in kept(backups)


def test_a_clock_that_jumps_never_removes_the_newest() -> None:
    jumps = [0] * 30 + [4000] * 5 + [-4000] * 30
    stay = kept(made(jumps))
    assert set(range(46, 66)) <= stay
    assert {30, 35} <= stay


def test_large_backups_are_fewer_and_the_newest_and_one_a_month_stay() -> None:
    small = made(list(range(400)))
    large = [replace(one, size=ROOMY // 30) for one in small]
    stay = kept(large)
    assert stay < kept(small)
    assert sum(ROOMY // 30 for _ in stay) <= ROOMY
    assert set(range(401 - FEW_RECENT, 401)) <= stay
    days = {one.day for one in large if one.number in stay}
    assert len({(day.year, day.month) for day in days}) == MONTHS


def test_huge_backups_still_leave_a_way_back() -> None:
    huge = [replace(one, size=ROOMY) for one in made(list(range(400)))]
    assert set(range(401 - FEW_RECENT, 401)) <= kept(huge)
    assert len(kept(huge)) >= MONTHS
