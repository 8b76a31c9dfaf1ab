"""What stands in a field as text, and the value that such a text is for the field (ข้อความที่พิมพ์ค้างไว้)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ita_desktop.domain.thai.typed_days import parse_date
from ita_desktop.domain.thai.writing import arabic_digits, parse_score
from ita_desktop.domain.values.follow_up import Evidence
from ita_desktop.domain.values.origin import Origin, Root

CELL, ROW = "\t", "\n"
_DATES = frozenset(("date", "report_date", "announced"))
_NUMBERS = frozenset(("rank_in_type",))


def as_text(typed: object) -> str | None:
    """Write a field as text: one line a table row, cells separated by tabs; None for a choice."""
    if isinstance(typed, str):
        return typed
    if isinstance(typed, Sequence):
        if all(isinstance(one, str) for one in typed):
            return ROW.join(typed)
        if all(_is_row(one) for one in typed):
            return ROW.join(CELL.join(" ".join(cell.split()) for cell in one) for one in typed)
    return None


def as_value(origin: Origin, text: str) -> object:
    """Read a typed text as the value of the field at an origin; ValueError if it cannot be one."""
    last, is_official = origin.last, origin.root == Root.YEAR and origin.field == "official"
    if origin.root == Root.YEAR and origin.field == "scores":
        return _score(text)
    if is_official and (last == "overall" or "instruments" in origin.path):
        return _score(text)
    if last in _DATES:
        return parse_date(text)
    if last in _NUMBERS and is_official:
        plain = arabic_digits(text).replace(",", "").strip()
        return int(plain) if plain else None
    if last == "evidence":
        return tuple(_evidence(row) for row in text.split(ROW) if row.strip())
    return text


def _is_row(one: object) -> bool:
    return isinstance(one, tuple) and all(isinstance(cell, str) for cell in one)


def _score(text: str) -> Decimal | None:
    if not text.strip():
        return None
    score = parse_score(text)
    if not isinstance(score, Decimal):
        raise ValueError(text)
    return score


def _evidence(row: str) -> Evidence:
    title, day, file, url = (row.split(CELL) + [""] * 4)[:4]
    read: date | None = parse_date(day)
    return Evidence(title=title, date=read, file=file, url=url)
