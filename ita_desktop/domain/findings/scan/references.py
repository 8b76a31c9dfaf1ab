"""Ids of questions, items and indicators in Thai text (i4, e9, o13, ตัวชี้วัดที่ ๘)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.domain.findings.scan.marks import IndicatorMark, RefMark
from ita_desktop.domain.thai.writing import arabic_digits
from ita_desktop.domain.values.ref import TYPED_LETTERS

_REF = re.compile(
    r"(?<![A-Za-z0-9๐-๙/._-])(?P<kind>"
    + TYPED_LETTERS
    + r")\s?(?P<number>[0-9๐-๙]{1,2})(?![0-9A-Za-z๐-๙])(?!\.[0-9๐-๙A-Za-z])"
)
_INDICATOR = re.compile(r"ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*(?P<ref>[0-9๐-๙]{1,2}(?:\.[0-9๐-๙])?)(?![0-9๐-๙])[.):]?\s*")
_LEAD = 140
_REST = 70


def refs(text: str) -> Iterator[RefMark]:
    """Read ids of questions and items (i4, e9, o13), with the words before."""
    for found in _REF.finditer(text):
        ref = found["kind"].lower() + str(int(arabic_digits(found["number"])))
        yield RefMark(
            at=found.start(), end=found.end(), ref=ref, lead=text[max(0, found.start() - _LEAD) : found.start()]
        )


def indicators(text: str) -> Iterator[IndicatorMark]:
    """Read indicators (ตัวชี้วัดที่ ๘, ตัวชี้วัดย่อยที่ ๙.๓), with the words after."""
    for found in _INDICATOR.finditer(text):
        yield IndicatorMark(
            at=found.start(),
            end=found.end(),
            ref=arabic_digits(found["ref"]),
            rest=text[found.end() : found.end() + _REST],
        )
