"""A workbook of LibreOffice (.ods): it holds beside every value the text that its cell shows."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.domain.recognition.content import Content, FileKind
from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.foreign.sheets import MAX_COLUMNS, MAX_ROWS, FileSheet, Tally, name_of
from ita_desktop.store.foreign.symbols import plain
from ita_desktop.store.untrusted.deadline import Deadline
from ita_desktop.store.untrusted.xml_pieces import Element, pieces_of, value_of
from ita_desktop.store.untrusted.zips import Limits, opened

LIMITS = Limits(entries=3000, total=200_000_000, ratio=200)
MAX_XML = 60_000_000
_MOST_ELEMENTS = 2_500_000
_CONTENT = "content.xml"
_CELLS = ("table-cell", "covered-table-cell")


def read_calc(path: Path, deadline: Deadline) -> Content:
    """Read a ``.ods``; StoreError with what is wrong with the file."""
    with opened(path, LIMITS) as packed:
        if _CONTENT not in packed.names:
            raise StoreError(StoreErrorCode.NOT_WORKBOOK, path)
        data = packed.read(_CONTENT, MAX_XML)
    reader = _Reader(deadline)
    holder: Element | None = None
    for begins, element in pieces_of(data, deadline, _MOST_ELEMENTS):
        if begins and element.tag == "table":
            reader.begin(value_of(element, "name"))
            holder = element
        elif not begins and element.tag == "table-row" and holder is not None:
            reader.row(element)
            element.clear()
    tables = (sheet.table() for sheet in reader.sheets if sheet.rows)
    return Content(kind=FileKind.WORKBOOK, blocks=tuple(tables), uncomputed=tuple(reader.missing))


class _Reader:
    def __init__(self, deadline: Deadline) -> None:
        self.tally = Tally(deadline)
        self.sheets: list[FileSheet] = []
        self.missing: list[str] = []
        self._row = 0

    def begin(self, name: str) -> None:
        self.sheets.append(FileSheet(self.tally, name))
        self._row = 0

    def row(self, element: Element) -> None:
        times = _count(element, "number-rows-repeated")
        cells = [cell for cell in element if cell.tag in _CELLS]
        if not any(_text(cell) or value_of(cell, "formula") for cell in cells):
            self._row += times
            return
        for _ in range(min(times, MAX_ROWS)):
            self._put(cells)
            self._row += 1

    def _put(self, cells: list[Element]) -> None:
        sheet, column = self.sheets[-1], 0
        for cell in cells:
            times = _count(cell, "number-columns-repeated")
            text = _text(cell)
            if value_of(cell, "formula") and not value_of(cell, "value-type") and not text:
                self.missing.append(f"{sheet.name}!{name_of(self._row, column)}")
            wide, down = _count(cell, "number-columns-spanned"), _count(cell, "number-rows-spanned")
            if (wide, down) != (1, 1):
                sheet.merged.append((self._row, column, self._row + down - 1, column + wide - 1))
            if text and cell.tag == "table-cell":
                for n in range(min(times, MAX_COLUMNS + 1)):
                    sheet.put(self._row, column + n, text)
            column += times


def _count(element: Element, name: str) -> int:
    text = value_of(element, name)
    return max(1, min(int(text), 10**7)) if text.isdecimal() and len(text) < 9 else 1


def _text(cell: Element) -> str:
    if value_of(cell, "value-type") == "date":
        day, _, time = value_of(cell, "date-value").partition("T")
        return day if len(day) == 10 else f"{day}{time}"
    return plain("\n".join(_paragraph(line) for line in cell if line.tag == "p"))


def _paragraph(element: Element) -> str:
    texts = [element.text or ""]
    for inner in element:
        if inner.tag == "s":
            texts.append(" " * min(_count(inner, "c"), 1000))
        elif inner.tag == "tab":
            texts.append("\t")
        elif inner.tag == "line-break":
            texts.append("\n")
        elif inner.tag not in ("annotation", "ruby-text", "note"):
            texts.append(_paragraph(inner))
        texts.append(inner.tail or "")
    return "".join(texts)
