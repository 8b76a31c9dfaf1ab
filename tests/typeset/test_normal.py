import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ita_desktop.typeset.normal import normalise


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("น\u0e4d\u0e49า", "น้ำ"),
        ("น\u0e49\u0e4dา", "น้ำ"),
        ("น\u0e33\u0e49", "น้ำ"),
        ("ทํา", "ทำ"),
        ("เเก้", "แก้"),
        ("ก\u0e48\u0e35", "กี่"),
        ("ป\u0e49\u0e31น", "ปั้น"),
        ("กี\u0e35่่", "กี่"),
        ("สิทธ\u0e4c\u0e34", "สิทธิ์"),
        ("e\u0301", "é"),
        ("a\ufeffb\u200bc\u00add\u202ee", "abcde"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a\x00b\x1b\ud800c\u180b", "abc"),
        ("a\tb\nc\u00a0d", "a\tb\nc\u00a0d"),
        ("่ก", "่ก"),
        ("กํ", "กํ"),
        ("① ½ ﬁ", "① ½ ﬁ"),
    ],
)
def test_printed_form(typed: str, printed: str) -> None:
    assert normalise(typed) == printed


def test_clean_text_is_the_same_object() -> None:
    text = "การประเมินคุณธรรมและความโปร่งใส ๒๕๖๖"
    assert normalise(text) is text


@given(st.one_of(st.text(), st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B))))
@example("กํา่")
@example("กํุ่า")
@example("กำำ่")
def test_normal_text_stays_as_it_is(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
