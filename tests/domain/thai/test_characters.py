"""Which characters stand with the letter before them, and which nobody sees."""

from __future__ import annotations

import re
import unicodedata

import pytest

from ita_desktop.domain.thai.characters import MARKS, TONES, UNSEEN, VOWEL_MARKS, is_joined, without_unseen
from ita_desktop.domain.thai.writing import parse_score

THAI = [chr(code) for code in range(0x0E01, 0x0E5C)]


def of(inside: str) -> set[str]:
    return {char for char in THAI if re.match(f"[{inside}]", char)}


def test_the_marks_are_those_that_unicode_calls_so() -> None:
    combining = {char for char in THAI if unicodedata.category(char) == "Mn"}
    assert of(MARKS) == combining - {"\u0e4e"}  # yamakkan is in no word of today
    assert of(VOWEL_MARKS) | of(TONES) | {"\u0e4c"} == of(MARKS)
    assert not of(VOWEL_MARKS) & of(TONES)
    assert {unicodedata.combining(char) for char in of(TONES)} == {107}


def test_a_word_never_ends_before_a_mark_or_a_vowel_that_follows() -> None:
    assert {char for char in THAI if is_joined(char)} == of(MARKS) | set("ะาำๅ")
    assert not is_joined("")


@pytest.mark.parametrize("char", ["\u200b", "\u200d", "\u200e", "\u202c", "\u2060", "\u2066", "\ufeff", "\u00ad"])
def test_what_nobody_sees_is_left_out_of_what_is_read(char: str) -> None:
    assert without_unseen(f"ก{char}ข") == "กข"
    assert str(parse_score(f"{char}๘๕{char}.๕")) == "85.5"


def test_unseen_characters_are_no_letters() -> None:
    assert all(
        unicodedata.category(char) in {"Cf", "Cn"} for char in map(chr, range(0x10000)) if re.match(f"[{UNSEEN}]", char)
    )
