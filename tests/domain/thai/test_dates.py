"""Dates as calendars write them."""

from __future__ import annotations

from datetime import date

import pytest

from ita_desktop.domain.thai.dates import window_in


@pytest.mark.parametrize(
    ("text", "first", "last", "about"),
    [
        ("6 ธ.ค. 2565", "2022-12-06", "2022-12-06", False),
        ("๖ ธันวาคม ๒๕๖๕", "2022-12-06", "2022-12-06", False),
        ("15 ส.ค. 68", "2025-08-15", "2025-08-15", False),
        ("1 ม.ค. - 30 มิ.ย. 2567", "2024-01-01", "2024-06-30", False),
        ("1-30 มิ.ย. 2567", "2024-06-01", "2024-06-30", False),
        ("1 ธ.ค. - 15 ม.ค. 2568", "2024-12-01", "2025-01-15", False),
        ("1 ธ.ค. 2566 ถึง 15 ม.ค. 2568", "2023-12-01", "2025-01-15", False),
        ("ภายในวันที่ 30 เมษายน พ.ศ. 2568", "2025-04-30", "2025-04-30", False),
        ("ราวสิ้นเดือน เม.ย. 2568 และชี้แจงเพิ่มเติม", "2025-04-30", "2025-04-30", True),
        ("ครึ่งแรกของ มิ.ย. 2568", "2025-06-01", "2025-06-15", True),
        ("มีนาคม 2570", "2027-03-01", "2027-03-31", True),
        ("ราว 15 ส.ค. 2569", "2026-08-15", "2026-08-15", True),
    ],
)
def test_what_a_text_begins_with_is_read(text: str, first: str, last: str, about: bool) -> None:
    window = window_in(text)
    assert window is not None
    assert (window.first.isoformat(), window.last.isoformat(), window.about) == (first, last, about)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "93.82",
        "7,832 จาก 8,317 หน่วยงาน",
        "ช้ากว่าปีก่อน: เมื่อ 11 มิ.ย. 2569",
        "31 ก.พ. 2568",
        "30 มิ.ย.",
        "15 ส.ค. 2568x"[:2],
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    assert window_in(text) is None


def test_a_leap_day_becomes_the_last_of_february() -> None:
    window = window_in("29 ก.พ. 2567")
    assert window is not None
    assert window.later(1).last == date(2025, 2, 28)
