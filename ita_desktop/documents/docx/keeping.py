"""What Word must keep together: spaces where no line may end, rows and tables that fit a page.

Word knows no Thai official habits: it parts พ.ศ. from its year and รอบ ๖ from เดือน. The typesetter's knowledge goes
into the file as no-break spaces (U+00A0). A row that is taller than a page must be free to part, or its end is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ita_desktop import typeset as ts
from ita_desktop.documents.docx.measure import height

NO_BREAK = "\u00a0"
_HELD = 1000
"""A space with a greater penalty is held: the typesetter breaks there only where nothing else is left (month|year)."""
_SURE = 0.9
"""Part of a page that a table may fill, as measured here, and be sure to fit: Word sets lines a little otherwise."""
_SHORT = 0.25
"""Part of a page up to which an ordinary row is not parted."""

Row = Sequence[ts.Cell]


@dataclass(frozen=True, slots=True)
class Keeping:
    """The words of a document, and the height of its pages' text."""

    words: ts.Words
    resources: Path
    room: float = float("inf")

    def held(self, text: str) -> str:
        """Return the text with no-break spaces where a line must not end; it keeps its length."""
        if " " not in text:
            return text
        free = {one.at for one in self.words.breaks(text) if one.penalty < _HELD}
        made = list(text)
        for at, char in enumerate(text):
            if char == " " and 0 < at < len(text) - 1 and at + 1 not in free and text[at + 1] not in " \n\t":
                made[at] = NO_BREAK
        return "".join(made)

    def row_height(self, table: ts.Table, row: Row, *, head: bool = False) -> float:
        """Return how high a row is; a cell that reaches over several rows counts for its part."""
        tallest = 0.0
        at = 0
        for cell in row:
            width = sum(table.widths[at : at + cell.colspan]) - 2 * table.style.padding_x
            at += cell.colspan
            style = cell.style or (table.style.head_text if head else table.style.text)
            flow = (ts.Paragraph(cell.content, style),) if isinstance(cell.content, str) else cell.content
            tall = height(flow, max(width, style.size), self.resources, self.words) / cell.rowspan
            tallest = max(tallest, tall + 2 * table.style.padding_y)
        return tallest

    def fits(self, table: ts.Table) -> bool:
        """Tell whether a whole table is sure to fit a page."""
        return self._head(table) + self._height(table, table.rows) <= self.room * _SURE

    def stays_whole(self, table: ts.Table, row: Row) -> bool:
        """Tell whether a row is short enough to be left in one piece."""
        return self.row_height(table, row) <= self.room * _SHORT

    def _head(self, table: ts.Table) -> float:
        return sum(self.row_height(table, row, head=True) for row in table.head)

    def _height(self, table: ts.Table, rows: Iterable[Row]) -> float:
        return sum(self.row_height(table, row) for row in rows)
