"""What a text was seen to say, before anyone asks whether it is right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ita_desktop.domain.values.agency import AgencyType


class YearKind(StrEnum):
    """In what sense a year is named."""

    FISCAL = "fiscal"
    """ปีงบประมาณ พ.ศ. ๒๕๖๗"""
    PLAIN = "plain"
    """ประจำปี ๒๕๖๗, ในปี พ.ศ. ๒๕๖๗"""
    RANGE = "range"
    """พ.ศ. ๒๕๖๐ - ๒๕๖๔: the life of a plan or strategy"""
    LAW = "law"
    """พระราชบัญญัติ... พ.ศ. ๒๕๔๐"""
    OTHER = "other"
    """In a date, a number of an order, or by itself"""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearMark:
    """A Buddhist year."""

    at: int
    end: int
    year: int
    kind: YearKind
    lead: str
    """The words before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMark:
    """A full date (วัน เดือน ปี)."""

    at: int
    end: int
    day: date
    lead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthMark:
    """A month, with its year where the text gives one."""

    at: int
    end: int
    month: int
    year: int | None
    """Buddhist"""
    lead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EveryMark:
    """ทุก N เดือน beside the months it is said to fall on."""

    at: int
    end: int
    count: str
    """The number as typed."""
    every: int
    months: tuple[int, ...]
    number_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMark:
    """A number that is written as a score."""

    at: int
    end: int
    value: Decimal
    scored: bool
    """True if คะแนน or ร้อยละ stands beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RankMark:
    """ลำดับที่ N."""

    at: int
    end: int
    rank: int
    tail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtremeMark:
    """สูงสุด, ต่ำสุด."""

    at: int
    end: int
    highest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelMark:
    """A level of the result (AA-F, ผ่านดี, ...)."""

    at: int
    end: int
    level: str


class PlaceKind(StrEnum):
    """What a name is said, or known, to be the name of."""

    PROVINCE = "province"
    DISTRICT = "district"
    SUBDISTRICT = "subdistrict"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMark:
    """A place or a local authority that is named."""

    at: int
    """Where the prefix begins (or the name, where there is none)."""
    name_at: int
    end: int
    kind: PlaceKind
    prefix: str
    """As written; empty for a bare name."""
    agency: AgencyType | None = None
    name: str = ""
    """The longest known name that stands there; empty if none does."""
    rest: str = ""
    """What follows the prefix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefMark:
    """An id i4, e9, o13."""

    at: int
    end: int
    ref: str
    lead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorMark:
    """ตัวชี้วัดที่ ๘ with the words that follow."""

    at: int
    end: int
    ref: str
    rest: str


class BlankKind(StrEnum):
    """What was left to be filled in."""

    ALTERNATIVE = "alternative"
    PLACEHOLDER = "placeholder"
    DOTS = "dots"
    BRACKETS = "brackets"


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankMark:
    """Something left open."""

    at: int
    end: int
    kind: BlankKind


class FlawKind(StrEnum):
    """How Thai text is broken."""

    BROKEN = "broken"
    LOST_SARA_AM = "lost-sara-am"
    UNKNOWN = "unknown"
    DIGITS = "digits"


@dataclass(frozen=True, slots=True, kw_only=True)
class FlawMark:
    """Broken Thai, and how it may read, likeliest first; nothing if it is not known."""

    at: int
    end: int
    kind: FlawKind
    repaired: tuple[str, ...]
