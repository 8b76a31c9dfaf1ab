"""A table from a file of somebody else (CSV, XLSX) as rows of plain texts and numbers, read with suspicion."""

from __future__ import annotations

import codecs
import csv
import io
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from ita_desktop.store.errors import StoreError, StoreErrorCode, error_for
from ita_desktop.store.exchange.sheet_marks import SheetMarks, marks_of
from ita_desktop.store.untrusted.zips import CheckedZip, Limits, opened

Cell = str | Decimal | date | bool | None

MAX_BYTES = 20_000_000
MAX_ROWS, MAX_COLUMNS, MAX_TEXT = 20_000, 300, 32_767
MAX_CELLS = 3_000_000
MAX_TAGS = 2_000_000
"""Elements of all parts of a workbook, some four for a cell."""
MAX_STYLE_TAGS = 100_000
_SEPARATORS = ",;\t|"
_BROKEN = re.compile("เ[ธน](?=[\x80-\xa0€…‘’“”•–—ก-ฟ])|à[¸¹]")
"""Two letters that UTF-8 makes of nearly every Thai letter when it is read as cp874 or Latin-1."""
_THAI = re.compile("[ก-๛]|à")
_XML = (".xml", ".rels", ".vml")
_ZIP_LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet: its name (empty for CSV) and its rows, the empty ones at the end left out."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    letters: str = ""
    """How the letters were stored: ``utf-8``, ``utf-16``, ``cp874``; empty for XLSX."""
    marks: SheetMarks = field(default_factory=SheetMarks)
    """Merged cells, and formulas without a value."""


def read_csv(path: Path) -> Table:
    """Read a CSV file in UTF-8 (BOM or not), UTF-16 or cp874; StoreError ``letters`` if letters are broken."""
    text, letters = decoded(path)
    if "\0" in text:
        raise StoreError(StoreErrorCode.NOT_TABLE, path, "NUL")
    try:
        rows = tuple(_rows(path, csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text), strict=True)))
    except csv.Error as error:
        raise StoreError(StoreErrorCode.NOT_TABLE, path, str(error)) from error
    if rows and len(rows[0]) == 1 and str(rows[0][0]).lower().startswith("sep="):
        rows = rows[1:]
    return Table(name="", rows=rows, letters=letters)


def decoded(path: Path) -> tuple[str, str]:
    """Decode the text of a file; return it with its encoding. StoreError ``letters`` if it is broken."""
    data = _bytes_of(path)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        kind = "utf-16"
    elif data.startswith(codecs.BOM_UTF8) or _is_utf8(data):
        kind = "utf-8-sig"
    else:
        kind = "cp874"  # never tis-620: it makes invisible control characters of cp874's quotation marks
    try:
        text = data.decode(kind)
    except UnicodeDecodeError as error:
        raise StoreError(StoreErrorCode.LETTERS, path, f"byte {error.start:,}") from error
    if is_broken(text):
        raise StoreError(StoreErrorCode.LETTERS, path, text.strip()[:30])
    return text, kind.removesuffix("-sig")


def is_broken(text: str) -> bool:
    """Return whether a text is mojibake: Thai stored as UTF-8 and read as something else."""
    pairs, thai = len(_BROKEN.findall(text)), len(_THAI.findall(text))
    return pairs >= 3 and pairs * 5 > thai


def read_xlsx(path: Path) -> tuple[Table, ...]:
    """Read the sheets of a workbook, values only: formulas, links and macros are ignored."""
    data = _bytes_of(path)
    with opened(path, _ZIP_LIMITS) as packed:
        _check_parts(packed)
        marks = marks_of(packed)
    import openpyxl  # 60 ms that only an import of a workbook needs

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and extensions, which are not read
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            try:
                return tuple(
                    Table(name=sheet.title, rows=_sheet(path, sheet), marks=marks.get(sheet.title, SheetMarks()))
                    for sheet in book.worksheets
                )
            finally:
                book.close()
        except StoreError:
            raise
        except Exception as error:  # openpyxl lets out whatever its parsers meet in a broken file
            raise StoreError(StoreErrorCode.NOT_TABLE, path, type(error).__name__) from error


def _sheet(path: Path, sheet: Any) -> tuple[tuple[Cell, ...], ...]:
    sheet.reset_dimensions()  # what the sheet says about its size is not believed
    return tuple(_rows(path, sheet.iter_rows(values_only=True)))


def _rows(path: Path, rows: Iterable[Iterable[Any]]) -> Iterator[tuple[Cell, ...]]:
    """The rows with empty cells and rows at their ends left out; StoreError where there are too many."""
    blank, seen = 0, 0
    for number, row in enumerate(rows):
        values = list(row)
        seen += len(values)
        if seen > MAX_CELLS:  # most of them empty, or the other two limits would have been met
            raise StoreError(StoreErrorCode.TOO_BIG, path, f"> {MAX_CELLS:,}")
        cells = [_cell(path, value) for value in values]
        while cells and cells[-1] in (None, ""):
            cells.pop()
        if len(cells) > MAX_COLUMNS or (cells and number >= MAX_ROWS):
            raise StoreError(StoreErrorCode.TOO_BIG, path, f"> {MAX_ROWS:,} × {MAX_COLUMNS}")
        if not cells:
            blank += 1
            continue
        yield from ((),) * blank
        blank = 0
        yield tuple(cells)


def _cell(path: Path, value: Any) -> Cell:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return Decimal(repr(value)) if abs(value) < 10**15 else str(value)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = "".join(c for c in str(value) if c in "\n\t" or (c >= " " and not "\x7f" <= c <= "\x9f"))
    if len(text) > MAX_TEXT:
        raise StoreError(StoreErrorCode.TOO_BIG, path, f"{len(text):,} > {MAX_TEXT:,}")
    return text


def _check_parts(packed: CheckedZip) -> None:
    """No part may define entities or hide in an encoding that hides them; StoreError if one does."""
    if "[Content_Types].xml" not in packed.names:
        raise StoreError(StoreErrorCode.NOT_TABLE, packed.path, "xlsx")
    tags = 0
    for name in packed.names:
        if name.lower().endswith(_XML):
            data = packed.read(name, packed.limits.total)
            here = data.count(b"<")
            tags += here
            if tags > MAX_TAGS or (here > MAX_STYLE_TAGS and "style" in name.lower()):
                raise StoreError(StoreErrorCode.TOO_BIG, packed.path, f"{name}: {here:,} <")
            head = data[:200].lower()
            strange = b"encoding" in head and b"utf-8" not in head and b"us-ascii" not in head
            if strange or b"\0" in data[:4] or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
                raise StoreError(StoreErrorCode.BAD_ZIP, packed.path, name)


def separator_of(text: str) -> str:
    """Return the separator that most of the first lines have, outside quotation marks."""
    lines = [line for line in text[:100_000].splitlines() if line.strip()][:30]
    first = lines[0] if lines else ""
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4]
    outside = [re.sub(r'"[^"]*"', "", line) for line in lines]

    def rank(one: str) -> tuple[int, int, int]:
        counts = [line.count(one) for line in outside]
        return sum(1 for count in counts if count), sum(counts), -_SEPARATORS.index(one)

    return max(_SEPARATORS, key=rank)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _bytes_of(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise StoreError(StoreErrorCode.TOO_BIG, path, f"{size:,} B > {MAX_BYTES:,} B")
        return path.read_bytes()
    except OSError as error:
        raise error_for(path, error) from error
