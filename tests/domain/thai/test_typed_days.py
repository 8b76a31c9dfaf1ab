from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.thai.typed_days import is_storable, mended_day, parse_date, read_day
from ita_desktop.domain.thai.writing import long_date, short_date, thai_digits

DAY = date(2024, 10, 18)


@pytest.mark.parametrize(
    "text",
    [
        "18/10/2567",
        "18/10/67",
        "18 ต.ค. 67",
        "๑๘ ตุลาคม ๒๕๖๗",
        "2567-10-18",
        "18-ต.ค.-67",
        "วันที่ 18 ตุลาคม 2567",
        "วันศุกร์ที่ ๑๘ ตุลาคม พ.ศ. ๒๕๖๗",
        "18 ต.ค. 67 10:30",
        "18.10.2567",
        "18 ตุลาคม พ.ศ.2567",
        "\u202a18/10/2567\u202c",
    ],
)
def test_a_buddhist_year_is_read_as_typed(text: str) -> None:
    typed = read_day(text)
    assert typed is not None
    assert (typed.day, typed.christian) == (DAY, False)


@pytest.mark.parametrize(
    "text",
    ["18/10/2024", "2024-10-18", "18-Oct-24", "18 October 2024", "2024-10-18T10:30:00", "18/10/24", "18 ต.ค. 2024"],
)
def test_a_christian_year_becomes_the_buddhist_one_and_is_said(text: str) -> None:
    typed = read_day(text)
    assert typed is not None
    assert (typed.day, typed.christian) == (DAY, True)


@pytest.mark.parametrize(
    "text",
    ["1/10/3110", "31/2/2567", "18/13/2567", "18 เดือนนี้ 2567", "ปีหน้า", "18/10", "2399-01-01", "18/10/1481", "1234"],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_day(text)


def test_nothing_is_nothing() -> None:
    assert read_day("  \u200b ") is None
    assert parse_date("") is None


def test_two_digits_go_by_the_years_of_the_office() -> None:
    assert read_day("1/3/45", near=(2567, 2568)).day.year == 2545 - 543  # type: ignore[union-attr]
    assert read_day("1/3/26", near=(2567, 2568)).day.year == 2026  # type: ignore[union-attr]
    assert read_day("1/3/68", near=(2567, 2568)).day.year == 2568 - 543  # type: ignore[union-attr]


@given(st.dates(date(1998, 1, 1), date(2040, 12, 31)))
def test_what_is_printed_is_read_again(day: date) -> None:
    assert parse_date(long_date(day)) == day
    assert parse_date(f"{day.day}/{day.month}/{day.year + 543}") == day
    assert parse_date(thai_digits(day.isoformat())) == day
    assert parse_date(short_date(day)) == day
    assert is_storable(day)


def test_a_year_543_too_early_is_mended() -> None:
    assert mended_day(date(1481, 10, 18)) == DAY
    assert mended_day(DAY) is None
    assert mended_day(date(1, 1, 1)) is None
