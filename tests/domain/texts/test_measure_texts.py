"""Months and rounds in words (ระยะเวลา, การติดตามผล)."""

from dataclasses import replace

import pytest

from ita_desktop.domain.texts import measure_texts
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.measure import Measure

YEAR = FiscalYear(2568)
WHOLE_YEAR = ("ตลอดปีงบประมาณ พ.ศ. 2568", "ไตรมาสที่ 1-4 ปีงบประมาณ พ.ศ. 2568")


@pytest.mark.parametrize(
    ("first", "last", "words", "others"),
    [
        ("2024-10", "2025-09", "ตุลาคม 2567 - กันยายน 2568", WHOLE_YEAR),
        ("2024-10", "2025-03", "ตุลาคม 2567 - มีนาคม 2568", ("ไตรมาสที่ 1-2 ปีงบประมาณ พ.ศ. 2568",)),
        ("2025-01", "2025-03", "มกราคม 2568 - มีนาคม 2568", ("ไตรมาสที่ 2 ปีงบประมาณ พ.ศ. 2568",)),
        ("2024-11", "2025-08", "พฤศจิกายน 2567 - สิงหาคม 2568", ()),
        ("2024-12", "", "ธันวาคม 2567", ()),
        ("", "2024-12", "ธันวาคม 2567", ()),
        ("2024-10", "2026-09", "ตุลาคม 2567 - กันยายน 2569", ()),
        ("", "", "", ()),
        ("soon", "", "", ()),
    ],
)
def test_months_in_words(first: str, last: str, words: str, others: tuple[str, ...]) -> None:
    measure = Measure(refs=("1",), period_from=first, period_to=last)
    assert measure_texts.period_of_months(measure) == words
    assert measure_texts.period_wordings(measure, YEAR) == others
    assert measure_texts.printed(measure, "period") == ((words,) if words else ())


def test_own_words_go_before_months_and_rounds() -> None:
    chosen = Measure(refs=("1",), period_from="2024-10", follow_up_rounds=(6,))
    measure = replace(chosen, period="ทุกเดือน", follow_up=("", "รายงานนายก"))
    assert measure_texts.printed(measure, "period") == ("ทุกเดือน",)
    assert measure_texts.printed(measure, "follow_up") == ("รายงานนายก",)


@pytest.mark.parametrize(
    ("rounds", "words"),
    [
        ((), ()),
        ((6,), ("รายงานผลการดำเนินการตามมาตรการ รอบ 6 เดือน",)),
        ((12, 6), ("รายงานผลการดำเนินการตามมาตรการ รอบ 6 เดือน และรอบ 12 เดือน",)),
        ((3, 6, 9), ("รายงานผลการดำเนินการตามมาตรการ รอบ 3 เดือน รอบ 6 เดือน และรอบ 9 เดือน",)),
    ],
)
def test_rounds_in_words(rounds: tuple[int, ...], words: tuple[str, ...]) -> None:
    assert measure_texts.printed(Measure(refs=("1",), follow_up_rounds=rounds), "follow_up") == words
