"""A code typed wrong is noticed; the same paper has the same code."""

from dataclasses import replace

import pytest

from ita_desktop.domain.rules.page_code import ALPHABET, code_for, printed_code, read_code
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.copies import PaperKey

KEY = PaperKey(plan_year=FiscalYear(2568), document="memo", memo="m1")
CODE = code_for(KEY, "words")


def test_a_code_belongs_to_one_paper_with_its_words() -> None:
    others = [replace(KEY, plan_year=FiscalYear(2567)), replace(KEY, memo="m2"), replace(KEY, round=6)]
    assert len({CODE, code_for(KEY, "other"), *(code_for(key, "words") for key in others)}) == 5
    assert code_for(KEY, "words") == CODE
    assert len(CODE) == 7
    assert set(CODE) <= set(ALPHABET)


@pytest.mark.parametrize("typed", ["{0}", "{1}", " {2} ", "{3}"])
def test_it_is_read_as_people_type_it(typed: str) -> None:
    words = typed.format(CODE, CODE.lower(), printed_code(CODE, 1), f"{CODE[:3]} {CODE[3:]}-๑")
    assert read_code(words) == (CODE, 1)


def test_the_page_is_read() -> None:
    assert read_code(printed_code(CODE, 12)) == (CODE, 12)


def test_one_wrong_character_and_two_swapped_are_no_code() -> None:
    for place in range(len(CODE)):
        for letter in ALPHABET:
            wrong = CODE[:place] + letter + CODE[place + 1 :]
            assert (read_code(wrong) is None) == (wrong != CODE)
    for place in range(len(CODE) - 1):
        swapped = CODE[:place] + CODE[place + 1] + CODE[place] + CODE[place + 2 :]
        assert (read_code(swapped) is None) == (swapped != CODE)


@pytest.mark.parametrize("typed", ["", "ITA", "๒๕๖๘", CODE + "3", "ข้อความ"])
def test_other_words_are_no_code(typed: str) -> None:
    assert read_code(typed) is None
