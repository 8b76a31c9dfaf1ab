"""A workbook of Excel 97 to 2003 (.xls), read with xlrd.

xlrd and not python-calamine: the format has stood still since 2003 and so may its reader; it is 97 kB of plain Python
under one licence, where the other is 960 kB of Rust for each system, whose memory and time nobody outside can limit.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from ita_desktop.domain.recognition.content import Content, FileKind
from ita_desktop.store.errors import StoreError, StoreErrorCode, not_read
from ita_desktop.store.foreign.sheets import FileSheet, Tally
from ita_desktop.store.foreign.shown_values import Format, format_of, shown
from ita_desktop.store.foreign.symbols import is_symbol_font, plain
from ita_desktop.store.untrusted.deadline import Deadline

MAX_BYTES = 6_000_000
"""What xlrd reads in the five seconds."""
_MOST_SHEETS = 100
_MOST_MERGED = 60_000


def read_old_excel(path: Path, deadline: Deadline) -> Content:
    """Read a ``.xls``; StoreError ``locked_file``, ``too_big``, or ``not_workbook`` for a broken one."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise not_read(path, error) from error
    if len(data) > MAX_BYTES:
        raise StoreError(StoreErrorCode.TOO_BIG, path, f"{len(data):,} B > {MAX_BYTES:,} B")
    import xlrd

    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, on_demand=True, logfile=io.StringIO())
        return _content(book, deadline)
    except StoreError:
        raise
    except Exception as error:  # xlrd lets out whatever its parser meets in a broken file
        if "encrypted" in str(error):
            raise StoreError(StoreErrorCode.LOCKED_FILE, path) from error
        raise StoreError(StoreErrorCode.NOT_WORKBOOK, path, type(error).__name__) from error


def _content(book: Any, deadline: Deadline) -> Content:
    formats, fonts = _formats(book)
    tally = Tally(deadline)
    tables = []
    for number in range(min(book.nsheets, _MOST_SHEETS)):
        deadline.check()
        read = book.sheet_by_index(number)
        sheet = FileSheet(tally, read.name, hidden=read.visibility != 0)
        sheet.merged = [
            (top, left, below - 1, right - 1) for top, below, left, right in read.merged_cells[:_MOST_MERGED]
        ]
        for row in range(read.nrows):
            for column in range(read.row_len(row)):
                cell = read.cell(row, column)
                sheet.put(row, column, _shown(cell, formats, fonts, from_1904=bool(book.datemode)))
        book.unload_sheet(number)
        if sheet.rows:
            tables.append(sheet.table())
    return Content(kind=FileKind.WORKBOOK, blocks=tuple(tables))


def _formats(book: Any) -> tuple[list[Format], list[str]]:
    formats, fonts = [], []
    for style in book.xf_list:
        known = book.format_map.get(style.format_key)
        formats.append(format_of(style.format_key, known.format_str if known else ""))
        name = book.font_list[style.font_index].name if style.font_index < len(book.font_list) else ""
        fonts.append(name if is_symbol_font(name) else "")
    return formats, fonts


def _shown(cell: Any, formats: list[Format], fonts: list[str], *, from_1904: bool) -> str:
    style = cell.xf_index if cell.xf_index is not None and cell.xf_index < len(formats) else None
    if cell.ctype in (2, 3):  # a number, a date
        return shown(float(cell.value), formats[style] if style is not None else Format(), from_1904=from_1904)
    if cell.ctype == 4:
        return "TRUE" if cell.value else "FALSE"
    return plain(cell.value, fonts[style] if style is not None else "") if cell.ctype == 1 else ""
