"""What a foreign file contains before its meaning is known: paragraphs and tables in order of the page.

A reader (``store.foreign``) fills these values and guesses nothing; a recogniser (this room) reads them and knows no
file. Ticks are data: a ticked box is ☑, an empty one ☐, whatever font or drawing the file used for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

TICKED, UNTICKED = "☑", "☐"


class FileKind(StrEnum):
    """Where content came from."""

    CLIPBOARD = "clipboard"
    CSV = "csv"
    WORKBOOK = "workbook"
    WORD = "word"
    PDF = "pdf"
    WEB = "web"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """One paragraph, in a cell or on its own."""

    text: str
    """Tabs and soft line breaks are kept as ``\\t`` and ``\\n``."""
    label: str = ""
    """The list number or bullet that the file draws before it (๑., (ก), •); not part of ``text``."""
    level: int = 0
    """How deep the list item lies, from 0."""
    style: str = ""
    """Name of the style in the file, e.g. ``Heading 1``."""
    centred: bool = False
    bold: bool = False

    @property
    def words(self) -> str:
        """The text with its label, as the page shows it."""
        return f"{self.label} {self.text}" if self.label else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCell:
    """One cell. Its columns are those of the table's grid, found by width and not by its place in the row."""

    lines: tuple[FileLine, ...] = ()
    column: int = 0
    span: int = 1
    """Grid columns it covers."""
    continues: bool = False
    """True if the file merged it with the cell above."""
    tables: tuple[Table, ...] = ()
    """Tables inside the cell."""

    @property
    def text(self) -> str:
        """All lines with their labels, one below the other."""
        return "\n".join(line.words for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table, or one sheet of a workbook."""

    rows: tuple[tuple[FileCell, ...], ...] = ()
    name: str = ""
    """Name of the sheet; empty in other files."""
    page: int = 0
    """Page of a PDF, from 1; 0 where the file has none."""
    first_row: int = 1
    """Number of the first row in its sheet, to name a place."""
    hidden: bool = False
    """True for a sheet that the workbook does not show."""

    @property
    def columns(self) -> int:
        """How many grid columns the widest row has."""
        return max((cell.column + cell.span for row in self.rows for cell in row), default=0)

    def grid(self) -> tuple[tuple[str, ...], ...]:
        """Return text by row and grid column; a cell that spans several columns is in the first of them."""
        width = self.columns
        rows = []
        for row in self.rows:
            texts = [""] * width
            for cell in row:
                texts[cell.column] = "" if cell.continues else cell.text
            rows.append(tuple(texts))
        return tuple(rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph between tables."""

    line: FileLine
    page: int = 0

    @property
    def text(self) -> str:
        """Its text with its label."""
        return self.line.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The whole of one file or clipboard."""

    kind: FileKind
    blocks: tuple[Paragraph | Table, ...] = ()
    running: tuple[str, ...] = ()
    """Heads and feet that stand on every page."""
    repaired: bool = False
    """True if the text layer was broken and letters were put in order again."""
    unreadable: tuple[int, ...] = field(default=())
    """Pages without a text layer, or with one that cannot be repaired."""
    uncomputed: tuple[str, ...] = ()
    """Cells (``Sheet1!D5``) with a formula whose value the file does not hold."""

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, without those inside cells."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs between the tables."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    def texts(self) -> Iterator[str]:
        """Yield every text of the file in order, row by row in tables."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block.text
                continue
            for row in block.rows:
                yield from (cell.text for cell in row if not cell.continues)


def table_of(rows: tuple[tuple[str, ...], ...], *, name: str = "", first_row: int = 1) -> Table:
    """Build a table from plain texts, one cell per column."""
    return Table(
        name=name,
        first_row=first_row,
        rows=tuple(
            tuple(
                FileCell(column=n, lines=tuple(FileLine(text=line) for line in text.split("\n")))
                for n, text in enumerate(row)
                if text
            )
            for row in rows
        ),
    )
