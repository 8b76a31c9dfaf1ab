"""How sentences are written on the screen."""

from __future__ import annotations

from datetime import date

import pytest

from ita_desktop import i18n, paths
from ita_desktop.ui.look.wording import long_day, message, month_words, prose, short_day


@pytest.mark.usefixtures("_thai")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ใช้ตามปี 2568; เกณฑ์ 85 เดิม", "ใช้ตามปี ๒๕๖๘; เกณฑ์ ๘๕ เดิม"),
        ("ข้อ i12 ของ EIT1 ได้ 93.60", "ข้อ i12 ของ EIT1 ได้ ๙๓.๖๐"),
        ("เขียนว่า “ปี 2564” แต่เป็นปี 2565", "เขียนว่า “ปี 2564” แต่เป็นปี ๒๕๖๕"),
        ("https://example.org/2567 (ปี 2567)", "https://example.org/2567 (ปี ๒๕๖๗)"),
        ("", ""),
    ],
)
def test_a_thai_sentence_has_thai_digits_and_keeps_what_it_quotes(text: str, said: str) -> None:
    assert prose(text) == said


@pytest.mark.usefixtures("_thai")
def test_an_english_sentence_stays() -> None:
    i18n.use_language("en", paths.translations())
    assert prose("rules of 2567") == "rules of 2567"
    i18n.use_language("th", paths.translations())


@pytest.mark.usefixtures("_thai")
def test_days_of_labels_are_in_the_language_of_the_interface() -> None:
    day = date(2024, 12, 5)
    assert (long_day(day), short_day(day), month_words("2024-10")) == ("๕ ธันวาคม ๒๕๖๗", "๕ ธ.ค. ๖๗", "ต.ค. ๖๗")
    i18n.use_language("en", paths.translations())
    said = (long_day(day), short_day(day), month_words("2024-10"))
    i18n.use_language("th", paths.translations())
    assert said == ("5 December 2567", "5 Dec 67", "Oct 67")


@pytest.mark.usefixtures("_thai")
def test_a_message_keeps_the_name_of_a_file() -> None:
    assert message("ไม่มีบันทึกของปี 2568") == "ไม่มีบันทึกของปี ๒๕๖๘"
    for named in ("บันทึกไว้ที่ /home/ก/แผน 2568 แล้ว", r"C:\\งาน\\แผน 2568", "เปิด แผนปี 2568.ita ไม่ได้"):
        assert message(named) == named
