"""Tables and paragraphs of a web page or of a clipboard's HTML (Excel, Word, a browser): nothing is run or fetched."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from ita_desktop.domain.recognition.content import (
    TICKED,
    UNTICKED,
    Content,
    FileCell,
    FileKind,
    FileLine,
    Paragraph,
    Table,
)
from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.exchange.tables_in import decoded
from ita_desktop.store.foreign.sheets import MAX_COLUMNS, MAX_ROWS, Tally
from ita_desktop.store.foreign.symbols import plain
from ita_desktop.store.untrusted.deadline import Deadline

MAX_DEPTH = 20
"""Tables in one another; a page laid out by tables has five."""
_SKIPPED = frozenset(("script", "style", "head", "template", "noscript", "select", "textarea", "svg"))
_BREAKS = frozenset(("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "section", "article", "header",
                     "footer", "caption", "dt", "dd", "blockquote", "pre", "form", "hr"))  # fmt: skip


def read_web(path: Path, deadline: Deadline) -> Content:
    """Read a web page, also one that is named .xls; StoreError where its letters are broken or it is too big."""
    return content_of_html(decoded(path)[0], deadline, FileKind.WEB)


def content_of_html(text: str, deadline: Deadline, kind: FileKind = FileKind.CLIPBOARD) -> Content:
    """Read HTML; the clipboard's own head lines before it are passed over."""
    start = text.find("<")
    reader = _Reader(deadline)
    for at in range(max(start, 0), len(text), 1 << 16):
        reader.feed(text[at : at + (1 << 16)])
        deadline.check()
    reader.close()
    return Content(kind=kind, blocks=reader.blocks())


@dataclass(slots=True)
class _Open:
    """A table that is being read."""

    rows: list[list[FileCell]] = field(default_factory=list)
    going_on: dict[int, tuple[int, int]] = field(default_factory=dict)
    """By column: how many rows a cell still covers, and its span."""
    cell: list[FileLine] | None = None
    tables: list[Table] = field(default_factory=list)
    span: int = 1
    down: int = 1
    column: int = 0


class _Reader(HTMLParser):
    def __init__(self, deadline: Deadline) -> None:
        super().__init__(convert_charrefs=True)
        self._tally = Tally(deadline)
        self._blocks: list[Paragraph | Table] = []
        self._tables: list[_Open] = []
        self._skipping = ""
        self._text: list[str] = []
        self._bold = 0
        self._thin = False
        """True once the line has letters that are not bold."""

    def blocks(self) -> tuple[Paragraph | Table, ...]:
        while self._tables:
            self._close_table()
        self._end_line()
        return tuple(self._blocks)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._skipping:
            return
        named = {key: value or "" for key, value in attrs}
        if tag in _SKIPPED:
            self._skipping = tag
        elif tag == "table":
            self._end_line()
            if len(self._tables) >= MAX_DEPTH:
                raise StoreError(StoreErrorCode.TOO_BIG, self._tally.deadline.path, f"table {MAX_DEPTH}")
            self._tables.append(_Open())
        elif tag == "tr":
            self._new_row()
        elif tag in ("td", "th"):
            self._new_cell(named)
        elif tag == "br":
            self._end_line(blank=True)
        elif tag in _BREAKS:
            self._end_line()
        elif tag in ("b", "strong"):
            self._bold += 1
        elif tag == "input" and named.get("type", "").lower() in ("checkbox", "radio"):
            self._text.append(TICKED if "checked" in named else UNTICKED)

    def handle_endtag(self, tag: str) -> None:
        if self._skipping:
            self._skipping = "" if tag == self._skipping else self._skipping
            return
        if tag == "table" and self._tables:
            self._close_table()
        elif tag in ("td", "th", "tr"):
            self._close_cell()
        elif tag in _BREAKS:
            self._end_line()
        elif tag in ("b", "strong"):
            self._bold = max(0, self._bold - 1)

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self._text.append(data)
            self._thin = self._thin or (self._bold == 0 and bool(data.strip()))

    def _end_line(self, *, blank: bool = False) -> None:
        text = plain(" ".join("".join(self._text).replace("\xa0", " ").split()))
        bold, self._text, self._thin = not self._thin and bool(text), [], False
        if not text and not (blank and self._tables and self._tables[-1].cell):
            return
        self._tally.add(text)
        line = FileLine(text=text, bold=bold)
        if self._tables and self._tables[-1].cell is not None:
            self._tables[-1].cell.append(line)
        elif text:
            self._blocks.append(Paragraph(line=line))

    def _new_row(self) -> None:
        if not self._tables:
            return
        self._close_cell()
        table = self._tables[-1]
        if table.rows:
            self._cover(table, MAX_COLUMNS)
        if len(table.rows) >= MAX_ROWS:
            raise StoreError(StoreErrorCode.TOO_BIG, self._tally.deadline.path, f"> {MAX_ROWS:,}")
        table.rows.append([])
        table.column = 0

    def _new_cell(self, named: dict[str, str]) -> None:
        if not self._tables:
            return
        self._close_cell()
        table = self._tables[-1]
        if not table.rows:
            self._new_row()
        self._cover(table, 0)
        table.cell = []
        table.span, table.down = (
            _count(named.get("colspan", ""), MAX_COLUMNS),
            _count(named.get("rowspan", ""), MAX_ROWS),
        )

    def _cover(self, table: _Open, most: int) -> None:
        """Put the cells that reach down into this row, up to the next free column, or all."""
        while table.column in table.going_on or (most and any(n >= table.column for n in table.going_on)):
            if table.column in table.going_on:
                left, span = table.going_on.pop(table.column)
                table.rows[-1].append(FileCell(column=table.column, span=span, continues=True))
                if left > 1:
                    table.going_on[table.column] = (left - 1, span)
                    if most:
                        self._tally.add("")
                table.column += span
            else:
                table.column = min(n for n in table.going_on if n >= table.column)

    def _close_cell(self) -> None:
        if not self._tables or self._tables[-1].cell is None:
            return
        self._end_line()
        table = self._tables[-1]
        lines = table.cell or []
        while lines and not lines[-1].text:
            lines.pop()
        if table.column + table.span > MAX_COLUMNS:
            raise StoreError(StoreErrorCode.TOO_BIG, self._tally.deadline.path, f"> {MAX_COLUMNS}")
        self._tally.add("")
        cell = FileCell(lines=tuple(lines), column=table.column, span=table.span, tables=tuple(table.tables))
        table.rows[-1].append(cell)
        if table.down > 1:
            table.going_on[table.column] = (table.down - 1, table.span)
        table.column += table.span
        table.cell, table.tables = None, []

    def _close_table(self) -> None:
        self._close_cell()
        done = self._tables.pop()
        table = Table(rows=tuple(tuple(row) for row in done.rows if row))
        self._text = []
        if self._tables and self._tables[-1].cell is not None:
            self._tables[-1].tables.append(table)
        elif table.rows:
            self._blocks.append(table)


def _count(text: str, most: int) -> int:
    return min(max(1, int(text)), most) if text.isdecimal() and len(text) < 6 else 1
