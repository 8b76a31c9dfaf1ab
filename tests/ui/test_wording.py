"""How sentences are written on the screen."""

from __future__ import annotations

import pytest

from ita_desktop import i18n, paths
from ita_desktop.ui.wording import prose


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
