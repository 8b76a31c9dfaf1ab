"""A month as it is stored."""

from __future__ import annotations

from datetime import date

import pytest

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.thai.month import Month


def test_a_month_is_built_read_and_compared_as_its_text() -> None:
    month = Month.of(date(2024, 10, 31))
    assert month == Month.at(2024, 10) == Month.parse("2024-10") == "2024-10"
    assert (month.year, month.number, month.first_day) == (2024, 10, date(2024, 10, 1))
    assert month.years_later(2) == "2026-10"
    assert Month.at(2024, 9) < month < Month.at(2025, 1)


@pytest.mark.parametrize("text", ["", "2024", "2024-13", "2024-00", "2024-1", "24-10", "2024-10-01", "๒๐๒๔-๑๐"])
def test_what_is_no_month_is_refused(text: str) -> None:
    assert not Month.is_month(text)
    with pytest.raises(ValueError, match="not a month"):
        Month.parse(text)


def test_a_fiscal_year_has_twelve_of_them_from_october() -> None:
    months = FiscalYear(2568).months
    assert (len(months), months[0], months[2], months[3], months[-1]) == (
        12,
        "2024-10",
        "2024-12",
        "2025-01",
        "2025-09",
    )
    assert [month.number for month in months] == [10, 11, 12, *range(1, 10)]
