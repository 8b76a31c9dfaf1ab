"""Thai digits, dates and numbers as they are written in official papers (เลขไทย, วันที่, คะแนน).

A stored text keeps the digits it was typed in; Thai digits are made when printing, by :func:`print_digits`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ita_desktop.domain.thai.characters import without_unseen
from ita_desktop.domain.thai.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.thai.month import Month

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
SHORT_MONTHS = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)

_ARABIC = "0123456789"
_THAI = "๐๑๒๓๔๕๖๗๘๙"
_TO_THAI = str.maketrans(_ARABIC, _THAI)
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)

_KEPT = re.compile(
    r"""
      (?:https?://|www\.)\S+                                            # on to the next space, Thai letters included
    | (?<![A-Z0-9._%+-])[A-Z0-9._%+-]++@[A-Z0-9-]++(?:\.[A-Z0-9-]+)+    # e-mail
    | (?<![A-Z0-9.-])(?:[A-Z0-9-]++\.)*                                 # itas.nacc.go.th/2567, but not 1.ITA
      [0-9-]*+[A-Z][A-Z0-9-]*+\.[A-Z]{2,}(?:[/:]\S*)?
    | @[A-Z0-9._-]+                                                     # a LINE id
    | (?<![0-9])[0-9]*+[A-Z][A-Z0-9]*(?:[-_.][A-Z0-9]+)*                # i1, o13-o17, COVID-19, 4G
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


def thai_digits(text: str) -> str:
    """Write every Arabic digit as a Thai one; for numbers, not for running text (see :func:`print_digits`)."""
    return text.translate(_TO_THAI)


def arabic_digits(text: str) -> str:
    """Write every Thai digit as an Arabic one."""
    return text.translate(_TO_ARABIC)


def print_digits(text: str) -> str:
    """Write running text with Thai digits, except web and e-mail addresses, ids such as i1 or o13, and Latin words."""
    pieces = []
    at = 0
    for kept in _KEPT.finditer(text):
        pieces += [thai_digits(text[at : kept.start()]), kept.group()]
        at = kept.end()
    return "".join(pieces) + thai_digits(text[at:])


def long_date(day: date) -> str:
    """Write ๑๐ มีนาคม ๒๕๖๖: day, full month, Buddhist year (หนังสือราชการ)."""
    return f"{thai_digits(str(day.day))} {month_year(day)}"


def short_date(day: date) -> str:
    """Write ๑๐ มี.ค. ๖๖, for tables."""
    return f"{thai_digits(str(day.day))} {_short(day.year, day.month)}"


def month_year(day: date) -> str:
    """Write มีนาคม ๒๕๖๖."""
    return f"{MONTHS[day.month - 1]} {thai_digits(str(day.year + BUDDHIST_OFFSET))}"


def month_label(month: str) -> str:
    """Write ต.ค. ๖๗ for ``2024-10`` (Gregorian); ValueError if it is not a month."""
    read = Month.parse(month)
    return _short(read.year, read.number)


def month_range(first: str, last: str = "") -> str:
    """Write ต.ค. ๖๓ - มี.ค. ๖๔ for ``2020-10`` and ``2021-03``; one month if both are the same or one is missing."""
    labels = [month_label(m) for m in dict.fromkeys((first, last)) if m]
    return " - ".join(labels)


def _short(year: int, month: int) -> str:
    return f"{SHORT_MONTHS[month - 1]} {thai_digits(f'{(year + BUDDHIST_OFFSET) % 100:02}')}"


def score_text(score: Decimal) -> str:
    """Write a score with two decimals, 93.7 → ``93.70``; the digits become Thai when printed."""
    return f"{score:.2f}"


def count_text(number: int) -> str:
    """Write a number with commas, 2991 → ``2,991``."""
    return f"{number:,}"


class ScoreFaultCode(StrEnum):
    """Why a typed score cannot be taken."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"
    NEGATIVE = "negative"
    ABOVE_MAXIMUM = "above_maximum"
    TOO_MANY_DECIMALS = "too_many_decimals"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreFault:
    """A typed score that was refused: the reason and the text as typed."""

    code: ScoreFaultCode
    text: str


MAXIMUM_SCORE = Decimal(100)
SCORE_DECIMALS = 2

_NUMBER = re.compile(r"(?P<minus>[-−])?\s*[0-9]+(?:[.,](?P<decimals>[0-9]+))?", re.ASCII)


def parse_score(text: str) -> Decimal | ScoreFault:
    """Read a typed score (0 to 100, at most two decimals), in Thai or Arabic digits, with point or comma.

    Nothing is guessed: what cannot be read as exactly one such number comes back as a fault with its reason.
    """
    plain = arabic_digits(without_unseen(text).strip())
    if not plain:
        return ScoreFault(code=ScoreFaultCode.EMPTY, text=text)
    number = _NUMBER.fullmatch(plain)
    if not number:
        return ScoreFault(code=ScoreFaultCode.NOT_A_NUMBER, text=text)
    if number["minus"]:
        return ScoreFault(code=ScoreFaultCode.NEGATIVE, text=text)
    if len(number["decimals"] or "") > SCORE_DECIMALS:
        return ScoreFault(code=ScoreFaultCode.TOO_MANY_DECIMALS, text=text)
    score = Decimal(plain.replace(",", "."))
    if score > MAXIMUM_SCORE:
        return ScoreFault(code=ScoreFaultCode.ABOVE_MAXIMUM, text=text)
    return score
