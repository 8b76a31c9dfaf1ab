"""Rows of a table on their way to pages: where they may be parted, and how the part on the next page begins.

A row is parted by one level cut through all its cells.  Each cell is cut by itself at the lowest line end above the cut
that leaves two lines of the cell on each side; a cell of three lines or fewer stays whole.  A row in which any cell
cannot be cut so is not parted there.  On the next page the first column that has nothing left says again what the row
is about, with the table's word for it ("(ต่อ)").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ita_desktop.typeset.content import TableStyle
from ita_desktop.typeset.drawing import colour_operator
from ita_desktop.typeset.flow import THREE, TWO, Item, column_height, cut_column, put_column
from ita_desktop.typeset.sheet import Sheet
from ita_desktop.typeset.style import AlignV, Colour


@dataclass(slots=True)
class Placed:
    """A cell in the grid of its rows."""

    row: int
    rows: int
    x: float
    width: float
    items: list[Item]
    align_v: AlignV
    shade: Colour | None
    again: Callable[[], list[Item]] | None = None
    """Sets what the cell says again on the next page; None where it has nothing to say."""

    def height(self, style: TableStyle) -> float:
        """Return the least height of the cell."""
        return column_height(self.items) + 2 * style.padding_y


class Rows(Item):
    """Rows of a table that merged cells hold together; most often one row."""

    def __init__(self, style: TableStyle, count: int, cells: list[Placed], head: Rows | None, part_from: float) -> None:
        self.style = style
        self.part_from = part_from
        """Height from which a row may be parted."""
        self.cells = cells
        self.head = head
        """The head that comes again above these rows on a new page."""
        self.heights = _row_heights(style, count, cells)
        self.height = sum(self.heights)
        self.is_head = False

    @property
    def line_count(self) -> int:
        """Number of lines, row by row of the fullest cell."""
        return self._lines_from(0)

    def _lines_from(self, row: int) -> int:
        """Return the number of lines from this row on."""
        count = [0] * len(self.heights)
        fullest = 0
        for cell in self.cells:
            lines = sum(item.line_count for item in cell.items)
            fullest = max(fullest, lines)
            if cell.rows == 1:
                count[cell.row] = max(count[cell.row], lines)
        return max(sum(count[row:]), 0 if row else fullest)

    @property
    def most_lines(self) -> int:
        """Number of lines of the fullest cell."""
        return max((sum(item.line_count for item in cell.items) for cell in self.cells), default=0)

    @property
    def may_part(self) -> bool:
        """True if one of the rows can be parted at some height."""
        return any(self._least_of(row) < self.heights[row] for row in range(len(self.heights)))

    def least(self) -> float:
        """Return the height of the first row, or of the least part of it where it may be parted."""
        return self.height if self.solid else self._least_of(0)

    def _least_of(self, row: int) -> float:
        """Return the height of the smallest upper part of a row: two lines of each cell, shorter cells whole."""
        height = self.heights[row]
        if not self.style.split_rows or self.solid or height < self.part_from:
            return height
        inside = [cell for cell in self.cells if cell.row == row]
        parts = [
            cut[0] if (cut := cut_column(cell.items, 0.0, self.leave, least=True)) else column_height(cell.items)
            for cell in inside
        ]
        return min(max(parts, default=height) + 2 * self.style.padding_y, height)

    def split(self, room: float, leave: int = TWO, *, force: bool = False) -> tuple[Item, Item] | None:
        """Return the rows that fit and the others; a high row is parted between lines.

        With `leave` (or the item's own) three, three lines at least go on to the next page.
        """
        if self.solid and not force:
            return None
        fit, used = 0, 0.0
        for height in self.heights:
            if used + height > room + 0.01:
                break
            used += height
            fit += 1
        if fit == len(self.heights):
            return None
        leave = max(self.leave, min(leave, THREE))
        if self._least_of(fit) <= room - used + 0.01 and self._least_of(fit) < self.heights[fit]:
            parted = self._cut(fit, room, leave, force=False)
            if parted is not None:
                return parted
        if fit and (leave < THREE or self._lines_from(fit) >= leave):
            return self._cut(fit, used, leave, force=False)
        return self._cut(fit, room, leave, force=True) if force else None

    def _cut(self, row: int, cut: float, leave: int, *, force: bool) -> tuple[Item, Item] | None:
        """Part at a height: between two rows where it falls there, else through the row it falls in."""
        tops = [0.0]
        for height in self.heights:
            tops.append(tops[-1] + height)
        through = cut > tops[row] + 0.01
        above: list[Placed] = []
        below: list[Placed] = []
        for cell in self.cells:
            last = cell.row + cell.rows
            if last <= row:
                above.append(cell)
            elif cell.row > row or (cell.row == row and not through):
                below.append(replace(cell, row=cell.row - row))
            else:
                upper = replace(cell, rows=row + through - cell.row)
                lower = replace(cell, row=0, rows=last - row, align_v=AlignV.TOP)
                room = cut - tops[cell.row] - 2 * self.style.padding_y
                first, rest = self._cut_cell(cell, room, leave, force=force)
                if cell.items and not first and through and cell.row == row:
                    return None
                above.append(replace(upper, items=first, align_v=AlignV.TOP if through else cell.align_v))
                below.append(replace(lower, items=rest))
        if through and all(not cell.items for cell in below if cell.row == 0):
            return None
        self._say_again(above, below)
        first_part = Rows(self.style, row + through, above, self.head, self.part_from)
        rest_part = Rows(self.style, len(self.heights) - row, below, self.head, 0.0 if through else self.part_from)
        first_part.before, rest_part.after = self.before, self.after
        rest_part.bond, rest_part.leave, rest_part.solid = self.bond, self.leave, self.solid
        return first_part, rest_part

    def _cut_cell(self, cell: Placed, room: float, leave: int, *, force: bool) -> tuple[list[Item], list[Item]]:
        found = cut_column(cell.items, room, leave) or (cut_column(cell.items, room, 1, force=True) if force else None)
        return (found[1], found[2]) if found else ([], list(cell.items))

    def _say_again(self, above: Sequence[Placed], below: Sequence[Placed]) -> None:
        """Let the first column that had text and has none left say again what the row is about."""
        places = {cell.x: cell for cell in below if cell.row == 0}
        gone = sorted((cell for cell in above if cell.items and cell.x in places), key=lambda cell: cell.x)
        if not gone:
            return
        first = places[gone[0].x]
        if not first.items and first.again is not None:
            first.items = first.again()

    def put(self, sheet: Sheet, x: float, y: float) -> None:
        """Put shades, then text in reading order, then rules."""
        x += self.style.left
        tops = [y]
        for height in self.heights:
            tops.append(tops[-1] + height)
        self._put_shades(sheet, x, tops)
        for cell in sorted(self.cells, key=lambda cell: (cell.row, cell.x)):
            top, bottom = tops[cell.row], tops[cell.row + cell.rows]
            slack = bottom - top - cell.height(self.style)
            shift = {AlignV.MIDDLE: 0.5, AlignV.BOTTOM: 1.0}.get(cell.align_v, 0.0) * max(slack, 0.0)
            put_column(cell.items, sheet, x + cell.x + self.style.padding_x, top + self.style.padding_y + shift)
        self._put_rules(sheet, x, tops)

    def put_again(self, sheet: Sheet, x: float, y: float) -> None:
        """Put the rows as a repeated head, which screen readers leave out."""
        marked, sheet.mute = sheet.mute, True
        self.put(sheet, x, y)
        sheet.mute = marked

    def _put_shades(self, sheet: Sheet, x: float, tops: list[float]) -> None:
        parts = []
        for cell in self.cells:
            if cell.shade is not None:
                top, bottom = tops[cell.row], tops[cell.row + cell.rows]
                parts.append(
                    f"{colour_operator(cell.shade)} {x + cell.x:.2f} {sheet.height - bottom:.2f} "
                    f"{cell.width:.2f} {bottom - top:.2f} re f"
                )
        if parts:
            sheet.paint("q " + "\n".join(parts) + " Q", tops[0], tops[-1])

    def _put_rules(self, sheet: Sheet, x: float, tops: list[float]) -> None:
        style = self.style
        if not style.rule:
            return
        parts = [f"q {colour_operator(style.rule_colour, stroke=True)} {style.rule:.2f} w"]
        for cell in self.cells:
            left, right = x + cell.x, x + cell.x + cell.width
            top, bottom = sheet.height - tops[cell.row], sheet.height - tops[cell.row + cell.rows]
            if style.horizontal_only:
                parts.append(f"{left:.2f} {top:.2f} m {right:.2f} {top:.2f} l")
                parts.append(f"{left:.2f} {bottom:.2f} m {right:.2f} {bottom:.2f} l")
            else:
                parts.append(f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re")
        sheet.paint("\n".join(parts) + " S Q", tops[0] - style.rule, tops[-1] + style.rule)


def _row_heights(style: TableStyle, count: int, cells: Sequence[Placed]) -> list[float]:
    least = style.text.leading + 2 * style.padding_y
    heights = [least if not any(cell.row == row for cell in cells) else 0.0 for row in range(count)]
    for cell in cells:
        if cell.rows == 1:
            heights[cell.row] = max(heights[cell.row], cell.height(style), 2 * style.padding_y)
    for row, height in enumerate(heights):
        if height <= 2 * style.padding_y + 0.01:
            heights[row] = least
    for cell in sorted(cells, key=lambda cell: cell.rows):
        if cell.rows > 1:
            covered = range(cell.row, cell.row + cell.rows)
            lacking = cell.height(style) - sum(heights[row] for row in covered)
            for row in covered:
                heights[row] += max(lacking, 0.0) / cell.rows
    return heights
