"""A workbook (.xlsx, .xlsm) of somebody else: texts and values as its sheets show them.

Read piece by piece and not with openpyxl, whose quick way knows no merged cells and no formula whose value is missing,
and whose other way takes a hundred times the file in memory. Formulas are not computed: their stored values are read;
where none is stored, the cell is named.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from pathlib import Path

from ita_desktop.domain.recognition.content import Content, FileKind
from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.foreign.sheets import FileSheet, Tally, address, name_of
from ita_desktop.store.foreign.shown_values import Format, format_of, shown
from ita_desktop.store.foreign.symbols import is_symbol_font, plain
from ita_desktop.store.untrusted.deadline import Deadline
from ita_desktop.store.untrusted.xml_pieces import Element, child, pieces_of, tree_of, value_of
from ita_desktop.store.untrusted.zips import CheckedZip, Limits, opened

LIMITS = Limits(entries=3000, total=200_000_000, ratio=200)
MAX_XML = 60_000_000
_MOST_ELEMENTS = 2_500_000
_MOST_SHEETS = 100
_MOST_STRINGS = 400_000
_MOST_MERGED = 60_000


def read_excel(path: Path, deadline: Deadline) -> Content:
    """Read a workbook; StoreError with what is wrong with the file."""
    with opened(path, LIMITS) as packed:
        return _Book(packed, deadline).content()


@dataclass(slots=True)
class _Book:
    packed: CheckedZip
    deadline: Deadline
    strings: list[str] = field(default_factory=list)
    formats: list[Format] = field(default_factory=list)
    fonts: list[str] = field(default_factory=list)
    """Font by style of cell; empty unless it is one of signs."""
    from_1904: bool = False
    missing: list[str] = field(default_factory=list)
    _strings_symbolic: bool = False

    def content(self) -> Content:
        main = next((t for kind, t in self._relations("") if kind == "officeDocument"), "xl/workbook.xml")
        if main not in self.packed.names:
            raise StoreError(StoreErrorCode.NOT_WORKBOOK, self.deadline.path)
        book = self._tree(main)
        related = {key: (kind, target) for kind, target, key in self._related(main)}
        by_kind = dict(related.values())
        self.from_1904 = value_of(child(book, "workbookPr"), "date1904") in ("1", "true")
        self._styles(by_kind.get("styles", ""))
        self._strings(by_kind.get("sharedStrings", ""))
        tally = Tally(self.deadline)
        sheets = []
        for element in list(book.iter("sheet"))[:_MOST_SHEETS]:
            kind, target = related.get(value_of(element, "id"), ("", ""))
            if kind != "worksheet" or target not in self.packed.names:
                continue
            hidden = value_of(element, "state") in ("hidden", "veryHidden")
            sheets.append(self._sheet(FileSheet(tally, value_of(element, "name"), hidden), target))
        tables = (sheet.table() for sheet in sheets)
        blocks = tuple(table for table in tables if table.rows)
        return Content(kind=FileKind.WORKBOOK, blocks=blocks, uncomputed=tuple(self.missing))

    def _tree(self, name: str) -> Element:
        if name not in self.packed.names:
            return Element("none")
        return tree_of(self.packed.read(name, MAX_XML), self.deadline)

    def _relations(self, part: str) -> list[tuple[str, str]]:
        return [(kind, target) for kind, target, _ in self._related(part)]

    def _related(self, part: str) -> list[tuple[str, str, str]]:
        folder, name = posixpath.split(part)
        found = []
        for element in self._tree(posixpath.join(folder, "_rels", f"{name}.rels")):
            target = value_of(element, "Target")
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if value_of(element, "TargetMode") != "External":
                found.append((value_of(element, "Type").rpartition("/")[2], full, value_of(element, "Id")))
        return found

    def _styles(self, name: str) -> None:
        root = self._tree(name)
        codes = {value_of(e, "numFmtId"): value_of(e, "formatCode") for e in root.iter("numFmt")}
        holder = child(root, "fonts")
        fonts = [value_of(child(font, "name")) for font in holder] if holder is not None else []
        holder = child(root, "cellXfs")
        for style in holder if holder is not None else ():
            number, at = value_of(style, "numFmtId"), value_of(style, "fontId")
            self.formats.append(format_of(int(number) if number.isdecimal() else 0, codes.get(number, "")))
            font = fonts[int(at)] if at.isdecimal() and int(at) < len(fonts) else ""
            self.fonts.append(font if is_symbol_font(font) else "")

    def _strings(self, name: str) -> None:
        if name not in self.packed.names:
            return
        data = self.packed.read(name, MAX_XML)
        root: Element | None = None
        for begins, element in pieces_of(data, self.deadline, _MOST_ELEMENTS):
            root = element if root is None else root
            if begins or element.tag != "si":
                continue
            self.strings.append(_text(element))
            if len(self.strings) > _MOST_STRINGS:
                raise StoreError(StoreErrorCode.TOO_BIG, self.deadline.path, f"> {_MOST_STRINGS:,}")
            root.clear()

    def _sheet(self, sheet: FileSheet, name: str) -> FileSheet:
        data = self.packed.read(name, MAX_XML)
        holder: Element | None = None
        row = -1
        for begins, element in pieces_of(data, self.deadline, _MOST_ELEMENTS):
            tag = element.tag
            if begins:
                holder = element if tag == "sheetData" else holder
                continue
            if tag == "row" and holder is not None:
                number = value_of(element, "r")
                row = int(number) - 1 if number.isdecimal() else row + 1
                self._row(sheet, row, element)
                holder.clear()
            elif tag == "mergeCell":
                first, _, last = value_of(element, "ref").partition(":")
                one, two = address(first), address(last or first)
                if one and two and len(sheet.merged) < _MOST_MERGED:
                    sheet.merged.append((*one, *two))
        return sheet

    def _row(self, sheet: FileSheet, row: int, element: Element) -> None:
        column = -1
        for cell in element:
            place = address(value_of(cell, "r"))
            row, column = place or (row, column + 1)
            kind, stored = value_of(cell, "t"), child(cell, "v")
            value = "" if stored is None else stored.text or ""
            if child(cell, "f") is not None and not value and not (kind == "str" and stored is not None):
                self.missing.append(f"{sheet.name}!{name_of(row, column)}")
                continue
            style = value_of(cell, "s")
            text = self._shown(cell, kind, value, int(style) if style.isdecimal() else 0)
            if text:
                sheet.put(row, column, text)

    def _shown(self, cell: Element, kind: str, value: str, style: int) -> str:
        if kind == "s":
            text = self.strings[int(value)] if value.isdecimal() and int(value) < len(self.strings) else ""
        elif kind == "inlineStr":
            inline = child(cell, "is")
            text = "" if inline is None else _text(inline)
        elif kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(value, value)
        elif kind in ("str", "e"):
            text = value
        elif kind == "d":
            return value.partition("T")[0]
        else:
            return self._number(value, style)
        return plain(text, self.fonts[style] if style < len(self.fonts) else "")

    def _number(self, value: str, style: int) -> str:
        try:
            number = float(value) if value else None
        except ValueError:
            return value
        if number is None:
            return ""
        return shown(number, self.formats[style] if style < len(self.formats) else Format(), from_1904=self.from_1904)


def _text(element: Element) -> str:
    """The text of a string with its runs, without the reading aids of other scripts."""
    texts = []
    for inner in element:
        if inner.tag == "t":
            texts.append(inner.text or "")
        elif inner.tag == "r":
            stored = child(inner, "t")
            texts.append(plain("" if stored is None else stored.text or "", value_of(child(inner, "rPr", "rFont"))))
    return _escaped("".join(texts))


def _escaped(text: str) -> str:
    """``_x000D_`` is how a workbook writes a character that XML cannot hold."""
    return text.replace("_x000D_", "").replace("_x000A_", "\n") if "_x" in text else text
