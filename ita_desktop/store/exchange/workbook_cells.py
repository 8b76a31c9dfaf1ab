"""Values as a cell of a workbook holds them, and back: texts exactly, numbers and dates as a person typed them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from ita_desktop.domain.recognition.spans import months_in
from ita_desktop.domain.rules.scoring import HUNDREDTH
from ita_desktop.domain.thai import writing
from ita_desktop.domain.thai.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.thai.month import Month
from ita_desktop.domain.thai.typed_days import EARLIEST_YEAR, parse_date
from ita_desktop.store.exchange.tables_in import MAX_TEXT, Cell
from ita_desktop.store.exchange.workbook_forms import CellKind, Column
from ita_desktop.store.untrusted.json_tree import Expected

YES, NO = "ใช่", "ไม่ใช่"
NEW_LINE = "⏎"
"""Stands for a line end inside one entry of a list, because a line end parts the entries."""
Noted = Callable[[object, Expected, tuple[str, ...]], None]
"""Notes a fault: value, what was expected, what is allowed."""

_SIGNS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff"
_UNSAFE = re.compile(f"[{_SIGNS}]|_(?=x[0-9A-Fa-f]{{4}}[_{_SIGNS}])")
"""What XML or Excel would change; the underline so that a text that looks like an escape stays one."""
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_TO_BREAK = re.compile(rf"(\\*)([{NEW_LINE}\n])")
_BREAK = re.compile(rf"(\\*){NEW_LINE}")
_YES = frozenset(("ใช่", "yes", "true", "1", "✓", "x"))
_NO = frozenset(("ไม่ใช่", "ไม่", "no", "false", "0", "-"))
_PARTED = re.compile(r"[\s,;]+")
_AROUND_SCORE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff]|\s*(?:%|คะแนน)\s*$")
_CODE_WORDS = re.compile(r"^(?:ตัวชี้วัดย่อย|ตัวชี้วัด|ข้อคำถาม|ข้อ)\s*(?:ที่)?\s*(?=[0-9A-Za-z])")
_YEAR_WORDS = re.compile(r"^(?:ประจำ)?(?:ปี)?(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*(?=[0-9]{4}$)")
_MONTH_FIRST = re.compile(r"(1[0-2]|0?[1-9])\s*[/.-]\s*([0-9]{4})")
_WHOLE = re.compile(r"\d{1,3}(,\d{3})+|\d{1,9}", re.ASCII)


def escaped(text: str) -> str:
    """Escape a text as Excel does: characters that no sheet may hold become ``_x000D_`` and the like."""
    return _UNSAFE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def pieces(text: str, most: int = MAX_TEXT) -> Iterator[str]:
    """Split a text for cells: Excel counts characters beyond the first 65,536 twice."""
    start = size = 0
    for at, character in enumerate(text):
        wide = 2 if character > "\uffff" else 1
        if size + wide > most:
            yield text[start:at]
            start, size = at, 0
        size += wide
    yield text[start:]


def joined(entries: list[str]) -> str:
    """Join a list as the lines of one cell."""
    lines = [_TO_BREAK.sub(_in_line, one) for one in entries]
    return "\n".join(lines) + ("\n" if lines and not lines[-1] else "")


def _in_line(found: re.Match[str]) -> str:
    return found[1] * 2 + ("" if found[2] == "\n" else "\\") + NEW_LINE


def split_lines(text: str) -> list[str]:
    """Split a cell into the entries of a list; one line end at the end of the cell is ignored."""
    return [_BREAK.sub(_line_end, line) for line in text.removesuffix("\n").split("\n")]


def _line_end(found: re.Match[str]) -> str:
    strokes = len(found[1])
    return "\\" * (strokes // 2) + (NEW_LINE if strokes % 2 else "\n")


def written(value: object, column: Column) -> str | int | Decimal | date | None:
    """Return what a cell shows for a value of the exchange format; None leaves the cell empty."""
    match column.kind:
        case CellKind.LIST | CellKind.MONTHS if isinstance(value, list):
            return joined(value) if value else None
        case CellKind.WHOLES if isinstance(value, list):
            return ", ".join(map(str, value)) or None
        case CellKind.SCORE if isinstance(value, int | float):
            return Decimal(str(value))
        case CellKind.DATE if isinstance(value, str) and value >= "1900-03":
            return date.fromisoformat(value)  # Excel miscounts the days before
        case CellKind.FLAG:
            return YES if value else None
        case CellKind.CHOICE:
            return column.words.get(str(value)) if value else None
    assert value is None or isinstance(value, str | int)
    return value


def read(value: Cell, column: Column, noted: Noted) -> object:
    """Return a cell's value in the exchange format; what is not understood is left for the format to refuse."""
    if value is None or value == "":
        return ([] if column.kind is CellKind.LIST else "") if column.needed else None
    match column.kind:
        case CellKind.TEXT:
            return _text(value, noted)
        case CellKind.LIST:
            text = _text(value, noted)
            return None if text is None else split_lines(text)
        case CellKind.CODE:
            text = _text(value, noted)
            return None if text is None else _code(text)
        case CellKind.MONTH:
            return _month(value)
        case CellKind.MONTHS:
            return [_month(one) for one in (split_lines(value) if isinstance(value, str) else [value])]
        case CellKind.WHOLE:
            return _whole(value)
        case CellKind.WHOLES:
            parts = _PARTED.split(value.strip()) if isinstance(value, str) else [value]
            return [_whole(part) for part in parts if part != ""]
        case CellKind.SCORE:
            return _score(value)
        case CellKind.DATE:
            return _date(value)
        case CellKind.FLAG:
            return _flag(value, noted)
        case CellKind.CHOICE:
            return _choice(value, column, noted)


def _text(value: Cell, noted: Noted) -> str | None:
    """A text; a number that Excel made of digits is taken as them, a date it made of a text is not guessed back."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, str):
        return value
    noted(value.isoformat() if isinstance(value, date) else value, Expected.TEXT, ())
    return None


def _date(value: Cell) -> str:
    """A day; a typed one is read in the Buddhist era (19/12/2567), and left as it is where it is no day of ours."""
    if isinstance(value, date) and value.year < EARLIEST_YEAR:
        return value.isoformat()
    # a Buddhist year typed where Excel counts in the Christian era is read like a text
    typed = f"{value.day}/{value.month}/{value.year}" if isinstance(value, date) else str(value)
    plain = writing.arabic_digits(typed.strip())
    try:
        day = parse_date(plain)
    except ValueError:
        return plain
    return day.isoformat() if day is not None else plain


def _code(text: str) -> str:
    """A number of the assessment, also with words around it: ตัวชี้วัดที่ 1, ข้อ i3, "4."."""
    return _CODE_WORDS.sub("", writing.arabic_digits(text.strip())).removesuffix(".").strip()


def _month(value: Cell) -> object:
    """A month: 2024-10, a day in it, or as an office writes it (พ.ย. 66); a Buddhist year becomes the Gregorian one."""
    if isinstance(value, date):
        return _gregorian(Month.of(value))  # Excel makes a date of 2024-10
    plain = writing.arabic_digits(str(value).strip())
    if Month.is_month(plain):
        return _gregorian(Month(plain))
    if found := _MONTH_FIRST.fullmatch(plain):
        return _gregorian(Month.at(int(found[2]), int(found[1])))
    months = months_in(plain, None)
    if months is not None and months[0] == months[1]:
        return months[0]
    try:
        day = parse_date(plain)
    except ValueError:
        return plain
    return Month.of(day) if day is not None else plain


def _gregorian(month: Month) -> Month:
    return month.years_later(-BUDDHIST_OFFSET) if month.year >= EARLIEST_YEAR else month


def _whole(value: Cell) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else value
    plain = _YEAR_WORDS.sub("", writing.arabic_digits(str(value).strip()))
    return int(plain.replace(",", "")) if _WHOLE.fullmatch(plain) else plain


def _score(value: Cell) -> object:
    if isinstance(value, Decimal):
        near = value.quantize(HUNDREDTH)
        noise = 0 < abs(value - near) < Decimal("1e-9")  # 93.71000000000001 of a computed cell
        return near if noise else value
    if isinstance(value, str):
        found = writing.parse_score(_bare_score(value))
        return found if isinstance(found, Decimal) else value
    return value.isoformat() if isinstance(value, date) else value


def _bare_score(text: str) -> str:
    """A score without what stands around it and without zeros that say nothing: 83.93%, 83.93 คะแนน, 83.9300."""
    plain = _AROUND_SCORE.sub("", writing.arabic_digits(text)).strip()
    return re.sub(r"(\.[0-9]{2})0+$", r"\1", plain)


def _flag(value: Cell, noted: Noted) -> bool | None:
    word = writing.arabic_digits(str(value)).strip().lower()
    if word in _YES or word in _NO:
        return word in _YES
    noted(str(value), Expected.ONE_OF, (YES, NO))
    return None


def _choice(value: Cell, column: Column, noted: Noted) -> str | None:
    word = str(value).strip()
    codes = {name: code for code, name in column.words.items()}
    if word in column.words:
        return word
    if word not in codes:
        noted(word, Expected.ONE_OF, tuple(codes))
    return codes.get(word)
