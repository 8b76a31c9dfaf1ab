"""What is printed of a measure (ข้อความที่พิมพ์): what the office wrote, else what its months and rounds say.

Documents, checks and the proposals in the fields all ask here, so that what counts as complete is what is printed.
Digits stay Arabic, as in all proposed texts: printing makes Thai digits of them.
"""

from __future__ import annotations

from ita_desktop.domain.texts.phrases import listed
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.thai.month import Month
from ita_desktop.domain.thai.writing import arabic_digits, month_year
from ita_desktop.domain.values.measure import Measure

QUARTER = 3
"""Months of a quarter (ไตรมาส)."""


def printed(measure: Measure, field: str) -> tuple[str, ...]:
    """Return the texts that are printed for a text field of ``Measure``, blank ones left out."""
    value = getattr(measure, field)
    own = tuple(words for words in ((value,) if isinstance(value, str) else value) if words.strip())
    if own or field not in _PROPOSALS:
        return own
    proposed = _PROPOSALS[field](measure)
    return (proposed,) if proposed else ()


def period_of_months(measure: Measure) -> str:
    """Return ตุลาคม 2567 - กันยายน 2568 for the chosen months; one month stands alone; empty without months."""
    months = dict.fromkeys(_months(measure))
    return " - ".join(arabic_digits(month_year(month.first_day)) for month in months)


def period_wordings(measure: Measure, year: FiscalYear) -> tuple[str, ...]:
    """Return other ways to write the same months: ตลอดปีงบประมาณ, ไตรมาสที่ 1-2; only those that fit exactly."""
    months = _months(measure)
    if not months or any(month not in year.months for month in months):
        return ()
    first, last = (year.months.index(month) for month in months)
    if first % QUARTER or (last + 1) % QUARTER or last < first:
        return ()
    quarters = dict.fromkeys((first // QUARTER + 1, last // QUARTER + 1))
    by_quarter = f"ไตรมาสที่ {'-'.join(map(str, quarters))} ปีงบประมาณ พ.ศ. {year}"
    whole = (f"ตลอดปีงบประมาณ พ.ศ. {year}",) if (first, last) == (0, len(year.months) - 1) else ()
    return (*whole, by_quarter)


def follow_up_of_rounds(measure: Measure) -> str:
    """Return รายงานผลการดำเนินการตามมาตรการ รอบ 6 เดือน และรอบ 12 เดือน; empty where no round is chosen."""
    rounds = tuple(f"รอบ {months} เดือน" for months in sorted(set(measure.follow_up_rounds)))
    return f"รายงานผลการดำเนินการตามมาตรการ {listed(rounds)}" if rounds else ""


def _months(measure: Measure) -> tuple[Month, ...]:
    """Return first and last month, the same one twice where only one is known; nothing for what is no month."""
    known = [Month(text) for text in (measure.period_from, measure.period_to) if Month.is_month(text)]
    return (known[0], known[-1]) if known else ()


_PROPOSALS = {"period": period_of_months, "follow_up": follow_up_of_rounds}
