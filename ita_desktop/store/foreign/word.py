"""A Word file (.docx) of somebody else, as Word, WPS, Google Docs and LibreOffice write it.

Read are the main part, its styles and lists, heads, feet and footnotes. Macros, embedded objects, links and parts that
lie outside are never looked at.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from ita_desktop.domain.recognition.content import Content, FileCell, FileKind, FileLine, Paragraph, Table
from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.foreign.word_lists import Lists, lists_of
from ita_desktop.store.foreign.word_runs import Runs, chosen
from ita_desktop.store.foreign.word_styles import Styles, is_on, styles_of
from ita_desktop.store.foreign.word_tables import MOST_COLUMNS, places, row_of
from ita_desktop.store.untrusted.deadline import Deadline
from ita_desktop.store.untrusted.xml_pieces import Element, child, tree_of, value_of
from ita_desktop.store.untrusted.zips import CheckedZip, Limits, opened

LIMITS = Limits(entries=5000, total=300_000_000, ratio=200)
MAX_XML = 30_000_000
MAX_CELLS = 100_000
MAX_TEXT = 8_000_000
"""Letters in one file; a plan has fifty thousand."""
PAGE_MARK = re.compile(r"\s*(?:-\s*[0-9๐-๙]{1,3}\s*-|/\s*\S[^/]{0,80}?(?:\.\s?\.\s?\.|…)\.*)\s*")
"""A page number between dashes and a catch-word (คำต่อ): /๓. ข้อพิจารณา..."""
_MOST_PARTS = 60
"""Heads and feet that are read."""


def read_word(path: Path, deadline: Deadline) -> Content:
    """Read a ``.docx``; StoreError with what is wrong with the file."""
    with opened(path, LIMITS) as packed:
        parts = _Parts(packed, deadline)
        styles = styles_of(parts.tree(parts.related("styles")))
        lists = lists_of(parts.tree(parts.related("numbering")), styles.lists())
        body = child(parts.tree(parts.main), "body")
        if body is None:
            raise StoreError(StoreErrorCode.NOT_DOCX, path)
        reader = _Reader(styles, lists, deadline)
        blocks = list(reader.blocks(body))
        for note in parts.trees("footnotes") + parts.trees("endnotes"):
            blocks += [
                block
                for one in note
                if value_of(one, "type") in ("", "normal")
                for block in reader.blocks(one)
                if not isinstance(block, Paragraph) or block.text.strip()
            ]
        running = [line for part in parts.trees("header") + parts.trees("footer") for line in reader.texts(part)]
    kept = tuple(block for block in blocks if not _is_page_mark(block))
    marks = [block.text.strip() for block in blocks if isinstance(block, Paragraph) and _is_page_mark(block)]
    return Content(kind=FileKind.WORD, blocks=kept, running=tuple(dict.fromkeys((*running, *marks))))


def _is_page_mark(block: Paragraph | Table) -> bool:
    return isinstance(block, Paragraph) and bool(PAGE_MARK.fullmatch(block.line.text)) and not block.line.label


@dataclass(slots=True)
class _Parts:
    """The parts of one file, found by their relations and not by their names."""

    packed: CheckedZip
    deadline: Deadline
    main: str = ""
    _related: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.main = next(iter(self._targets("", "officeDocument")), "word/document.xml")
        if self.main not in self.packed.names:
            raise StoreError(StoreErrorCode.NOT_DOCX, self.packed.path)
        self._related = list(self._relations(self.main))

    def related(self, kind: str) -> str:
        return next((target for named, target in self._related if named == kind), "")

    def tree(self, name: str) -> Element:
        if name not in self.packed.names:
            return Element("none")
        return tree_of(self.packed.read(name, MAX_XML), self.deadline)

    def trees(self, kind: str) -> list[Element]:
        names = dict.fromkeys(target for named, target in self._related if named == kind)
        return [self.tree(name) for name in list(names)[:_MOST_PARTS]]

    def _targets(self, part: str, kind: str) -> Iterator[str]:
        return (target for named, target in self._relations(part) if named == kind)

    def _relations(self, part: str) -> Iterator[tuple[str, str]]:
        folder, name = posixpath.split(part)
        for element in self.tree(posixpath.join(folder, "_rels", f"{name}.rels")):
            if value_of(element, "TargetMode") == "External":
                continue
            target = value_of(element, "Target")
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield value_of(element, "Type").rpartition("/")[2], full


@dataclass(slots=True)
class _Reader:
    """Turns elements into paragraphs and tables, in their order: lists count on as it reads."""

    styles: Styles
    lists: Lists
    deadline: Deadline
    cells: int = 0
    letters: int = 0
    _open: Runs | None = None
    """A paragraph whose end was deleted: the next one goes on with it."""

    def blocks(self, holder: Element) -> Iterator[Paragraph | Table]:
        for element in _laid_out(holder):
            if element.tag == "tbl":
                yield self._table(element)
                continue
            runs = self._open or Runs()
            self._open = None
            runs.read(element)
            if _end_is_deleted(element):
                self._open = runs
                continue
            yield Paragraph(line=self._line(element, runs))
            for box in runs.boxes:
                for block in self.blocks(box):
                    if not isinstance(block, Paragraph) or block.text.strip():
                        yield block

    def texts(self, holder: Element) -> Iterator[str]:
        """Yield the lines of a head or foot."""
        for block in self.blocks(holder):
            if isinstance(block, Paragraph):
                texts: Iterable[str] = (block.text,)
            else:
                texts = (cell.text for row in block.rows for cell in row)
            yield from (" ".join(text.split()) for text in texts if text.strip())

    def _line(self, element: Element, runs: Runs) -> FileLine:
        properties = child(element, "pPr")
        style_id = value_of(child(properties, "pStyle"))
        style = self.styles.of(style_id)
        text = runs.text
        self.letters += len(text)
        if self.letters > MAX_TEXT:
            raise StoreError(StoreErrorCode.TOO_BIG, self.deadline.path, f"> {MAX_TEXT:,}")
        number, level = self._list(properties, style_id)
        label = self.lists.label(number, level) if number and (text.strip() or runs.boxes) else ""
        place = value_of(child(properties, "jc"))
        return FileLine(
            text=text,
            label=label,
            level=level if number else 0,
            style=style.name,
            centred=place == "center" if place else style.centred,
            bold=style.bold if runs.bold is None else runs.bold,
        )

    def _list(self, properties: Element | None, style_id: str) -> tuple[str, int]:
        own = child(properties, "numPr")
        number, level = value_of(child(own, "numId")), value_of(child(own, "ilvl"))
        if number == "0":
            return "", 0
        if number:
            return number, min(int(level), 8) if level.isdecimal() else 0
        style = self.styles.of(style_id)
        if not style.list:
            return "", 0
        kept = style.level if style.level is not None else self.lists.level_of_style(style.list, style_id)
        return style.list, min(int(level), 8) if level.isdecimal() else kept

    def _table(self, table: Element) -> Table:
        found = [(element, list(_inside(element, "tc"))) for element in _inside(table, "tr")]
        rows = [row_of(element, cells) for element, cells in found if not _is_deleted(element)]
        read: list[tuple[FileCell, ...]] = []
        for row, placed in zip(rows, places(table, rows), strict=True):
            self.deadline.check()
            self.cells += len(row.boxes)
            if self.cells > MAX_CELLS or any(column + span > MOST_COLUMNS for column, span in placed):
                raise StoreError(StoreErrorCode.TOO_BIG, self.deadline.path, f"> {MAX_CELLS:,} × {MOST_COLUMNS}")
            pairs = zip(row.boxes, placed, strict=True)
            read.append(tuple(self._cell(box.element, column, span) for box, (column, span) in pairs))
        return Table(rows=tuple(read))

    def _cell(self, element: Element, column: int, span: int) -> FileCell:
        properties = child(element, "tcPr")
        if child(properties, "cellDel") is not None:
            return FileCell(column=column, span=span)
        blocks = list(self.blocks(element))
        if self._open is not None:  # a cell ends its last paragraph, deleted or not
            blocks.append(Paragraph(line=FileLine(text=self._open.text)))
            self._open = None
        lines = [block.line for block in blocks if isinstance(block, Paragraph)]
        while lines and not lines[-1].text.strip():
            lines.pop()
        merged = child(properties, "vMerge")
        return FileCell(
            lines=tuple(replace(line, text=line.text.rstrip(" ")) for line in lines),
            column=column,
            span=span,
            continues=merged is not None and value_of(merged) != "restart",
            tables=tuple(block for block in blocks if isinstance(block, Table)),
        )


def _laid_out(holder: Element) -> Iterator[Element]:
    """Yield paragraphs and tables through all that only wraps them."""
    for element in holder:
        if element.tag in ("p", "tbl"):
            yield element
        elif element.tag == "AlternateContent":
            yield from _laid_out(chosen(element))
        elif element.tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            yield from _laid_out(element)


def _inside(holder: Element, name: str) -> Iterator[Element]:
    """Yield rows or cells through all that only wraps them, none of a table inside."""
    for element in holder:
        if element.tag == name:
            yield element
        elif element.tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _inside(element, name)


def _is_deleted(row: Element) -> bool:
    return child(row, "trPr", "del") is not None


def _end_is_deleted(paragraph: Element) -> bool:
    deleted = child(paragraph, "pPr", "rPr", "del")
    return deleted is not None and is_on(deleted)
