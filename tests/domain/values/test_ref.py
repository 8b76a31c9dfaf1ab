"""Ids of what an assessment asks, and what a year calls them."""

from __future__ import annotations

import pytest

from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.ref import Ref, RefKind, letter_of

KINDS = {
    "8": (RefKind.INDICATOR, "8", "8"),
    "10": (RefKind.INDICATOR, "10", "10"),
    "9.3": (RefKind.SUB_INDICATOR, "9.3", "9"),
    "i4": (RefKind.QUESTION, "4", "i4"),
    "e9@EIT1": (RefKind.QUESTION, "9", "e9"),
    "o13": (RefKind.ITEM, "13", "o13"),
    "EIT1": (RefKind.OTHER, "", "EIT1"),
    "overall": (RefKind.OTHER, "", "overall"),
    "": (RefKind.OTHER, "", ""),
    "123": (RefKind.OTHER, "", "123"),
    "o": (RefKind.OTHER, "", "o"),
    "9.3.1": (RefKind.OTHER, "", "9"),
    "๘": (RefKind.OTHER, "", "๘"),
}


@pytest.mark.parametrize("text", KINDS)
def test_the_form_of_an_id_tells_its_kind_number_and_head(text: str) -> None:
    ref = Ref(text)
    assert (ref.kind, ref.number, ref.head) == KINDS[text]
    assert ref == text
    assert ref.is_lettered == (ref.kind in (RefKind.QUESTION, RefKind.ITEM))


def test_a_part_of_an_instrument_is_taken_off_and_put_on() -> None:
    ref = Ref("e9@EIT1")
    assert (ref.bare, ref.part, ref.letter) == ("e9", "EIT1", "e")
    assert ref.bare.of_part("EIT2") == ref.of_part("EIT2") == "e9@EIT2"
    assert (Ref("9.3").part, Ref("9.3").letter) == ("", "")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("E4", "e4"),
        ("O13", "o13"),
        ("i04", "i4"),
        (" i2 ", "i2"),
        ("๙.๓", "9.3"),
        ("e๑๒@eit1", "e12@EIT1"),
        ("EIT1", "EIT1"),
    ],
)
def test_an_id_is_read_as_people_type_it(typed: str, read: str) -> None:
    assert Ref.typed(typed) == read


def test_questions_begin_with_the_letter_of_their_instrument() -> None:
    assert [letter_of(code) for code in ("IIT", "EIT", "OIT", "")] == ["i", "e", "o", ""]


def test_a_year_names_everything_it_asks_once(frameworks: dict[int, Framework]) -> None:
    for framework in frameworks.values():
        for ref, name in framework.names.items():
            assert framework.name_of(ref) == framework.name_of(f"{ref}@EIT1") == name
            assert name in framework.called[ref]
            assert framework.knows(ref)
        assert framework.name_of("x99") == ""
        assert framework.letters == {"i", "e", "o"}


def test_a_part_belongs_to_its_indicator(frameworks: dict[int, Framework]) -> None:
    framework = frameworks[2568]
    for indicator in framework.indicators:
        for part in (*indicator.sub_indicators, *indicator.questions):
            assert framework.indicator_of(part.id) is indicator
    for item in framework.items:
        home = framework.indicator_of(item.id)
        assert home is not None
        assert item.sub_indicator in [sub.id for sub in home.sub_indicators]
    assert framework.indicator_of("99") is None
