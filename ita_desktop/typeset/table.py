"""Tables: merged cells, heads that come again, rows that go on over a page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ita_desktop.typeset.content import Block, Cell, Paragraph, Table, TableStyle
from ita_desktop.typeset.drawing import colour_operator
from ita_desktop.typeset.flow import TWO, WHOLE, Item, column_height, put_column, split_column
from ita_desktop.typeset.sheet import Sheet
from ita_desktop.typeset.steps import Steps
from ita_desktop.typeset.style import AlignV, Colour, TextStyle
from ita_desktop.typeset.tags import Element


@dataclass(frozen=True, slots=True)
class CellSetter:
    """How the content of a cell is set in a column."""

    fit: Callable[[Sequence[Block], float], float]
    """The part of its size at which the content has room in this width."""
    fill: Callable[[Sequence[Block], float, Element, float], list[Item]]
    """Its items in this width, at this part of its size."""


_WHOLE_ROW = 0.2
"""A row that takes less of a page's height is not parted."""


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
    origin: str

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
        """Number of lines of the fullest cell."""
        return max((sum(item.line_count for item in cell.items) for cell in self.cells), default=0)

    def least(self) -> float:
        """Return the height of the first row, or of two lines of it where it may be parted."""
        if not self._may_part_row():
            return self.heights[0]
        parts = [_least_column(cell.items) for cell in self.cells if cell.row == 0]
        return min(max(parts, default=0.0) + 2 * self.style.padding_y, self.heights[0])

    def _may_part_row(self) -> bool:
        return self.style.split_rows and not self.solid and self.heights[0] >= self.part_from

    def split(self, room: float, leave: int = TWO, *, force: bool = False) -> tuple[Item, Item] | None:
        """Return the rows that fit and the others; a high row is parted between lines."""
        if self.solid and not force:
            return None
        fit, used = 0, 0.0
        for height in self.heights:
            if used + height > room + 0.01:
                break
            used += height
            fit += 1
        if 0 < fit < len(self.heights):
            return self._part_after(fit, used)
        if fit or not (self._may_part_row() or force):
            return None
        return self._part_first_row(room, force=force)

    def _part_after(self, fit: int, used: float) -> tuple[Item, Item] | None:
        """Part between two rows; merged cells across go on below."""
        above, below = [], []
        for cell in self.cells:
            if cell.row + cell.rows <= fit:
                above.append(cell)
            elif cell.row >= fit:
                below.append(replace(cell, row=cell.row - fit))
            else:
                room = used - sum(self.heights[: cell.row]) - 2 * self.style.padding_y
                first, rest = split_column(cell.items, room)
                above.append(replace(cell, rows=fit - cell.row, items=first))
                below.append(replace(cell, row=0, rows=cell.row + cell.rows - fit, items=rest))
        return self._parts(above, below, fit, len(self.heights) - fit)

    def _part_first_row(self, room: float, *, force: bool) -> tuple[Item, Item] | None:
        above, below = [], []
        inner = room - 2 * self.style.padding_y
        for cell in self.cells:
            if cell.row:
                below.append(cell)
                continue
            first, rest = split_column(cell.items, inner, force=force)
            if cell.items and not first:
                return None
            above.append(replace(cell, rows=1, items=first, align_v=AlignV.TOP))
            below.append(replace(cell, items=rest, align_v=AlignV.TOP))
        if all(not cell.items for cell in below):
            return None
        return self._parts(above, below, 1, len(self.heights))

    def _parts(self, above: list[Placed], below: list[Placed], count: int, other: int) -> tuple[Item, Item]:
        first = Rows(self.style, count, above, self.head, self.part_from)
        rest = Rows(self.style, other, below, self.head, 0.0)
        first.before, rest.after, rest.bond = self.before, self.after, self.bond
        return first, rest

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


def set_table(table: Table, setter: CellSetter, element: Element, tallest: float) -> Steps[list[Item]]:
    """Return the table as items: its head, then groups of rows that merged cells hold together."""
    style = table.style
    head: Rows | None = None
    items: list[Item] = []
    if table.head:
        heads = yield from _grid(table, table.head, setter, element, head=True)
        head = Rows(style, len(table.head), heads, None, tallest)
        head.is_head = True
        head.solid = True
        head.bond = WHOLE if table.rows else 0
        items.append(head)
    cells = yield from _grid(table, table.rows, setter, element, head=False)
    first = 0
    for start, end in _groups(len(table.rows), cells):
        last = bisect_left(cells, end, first, key=lambda cell: cell.row)
        inside = [replace(cell, row=cell.row - start) for cell in cells[first:last]]
        first = last
        items.append(Rows(style, end - start, inside, head if style.repeat_head else None, tallest * _WHOLE_ROW))
    if len(items) > 1 and items[-1].line_count < TWO:
        items[-2].bond = WHOLE
    if items:
        items[0].before, items[-1].after = style.space_before, style.space_after
    yield
    return items


def _grid(
    table: Table, rows: Sequence[Sequence[Cell]], setter: CellSetter, element: Element, *, head: bool
) -> Steps[list[Placed]]:
    """Place each cell in the first free column of its row, and set its content; a column has one size of letters."""
    style = table.style
    placed: list[tuple[Placed, tuple[Block, ...], Element]] = []
    parts: dict[tuple[float, float], float] = {}
    for cell, place, tag in _places(table, rows, element, head=head):
        content = _content(style, cell, head=head, origin=table.origin)
        column = place.x, place.width
        parts[column] = min(parts.get(column, 1.0), setter.fit(content, place.width - 2 * style.padding_x))
        placed.append((place, content, tag))
        yield
    for place, content, tag in placed:
        yield
        width = place.width - 2 * style.padding_x
        place.items = setter.fill(content, width, tag, parts[place.x, place.width])
    return [place for place, _, _ in placed]


def _places(
    table: Table, rows: Sequence[Sequence[Cell]], element: Element, *, head: bool
) -> Iterator[tuple[Cell, Placed, Element]]:
    """Yield each cell with its place, still empty, and its tag."""
    lefts = [0.0]
    for width in table.widths:
        lefts.append(lefts[-1] + width)
    columns = len(table.widths)
    free = [0] * columns
    for number, row in enumerate(rows):
        line = element.child("TR")
        column = 0
        for cell in row:
            while column < columns and free[column] > number:
                column += 1
            span, depth = cell.colspan, cell.rowspan
            for covered in range(column, column + span):
                free[covered] = number + depth
            width = lefts[column + span] - lefts[column]
            tag = line.child("TH" if head else "TD")
            tag.attributes = _attributes(span, depth, head=head)
            align_v = cell.align_v or (table.style.head_align_v if head else table.style.align_v)
            shade = cell.shade or (table.style.head_shade if head else None)
            yield cell, Placed(number, depth, lefts[column], width, [], align_v, shade, cell.origin), tag
            column += span


def _attributes(columns: int, rows: int, *, head: bool) -> str:
    """Return what screen readers need to know of a cell."""
    if not head and columns == rows == 1:
        return ""
    scope = "/Scope/Column" if head else ""
    return f"/O/Table{scope}/ColSpan {columns}/RowSpan {rows}"


def _content(style: TableStyle, cell: Cell, *, head: bool, origin: str) -> tuple[Block, ...]:
    text = cell.style or (style.head_text if head else style.text)
    if isinstance(cell.content, str):
        return (Paragraph(cell.content, text, origin=cell.origin or origin),) if cell.content else ()
    return cell.content


def shrunk(style: TextStyle, factor: float) -> TextStyle:
    """Return the style set down by a factor."""
    return replace(style, size=round(style.size * factor, 2), leading=round(style.leading * factor, 2))


def _groups(count: int, cells: Sequence[Placed]) -> list[tuple[int, int]]:
    """Return ranges of rows without a merged cell across their ends."""
    reach = list(range(1, count + 1))
    for cell in cells:
        reach[cell.row] = max(reach[cell.row], cell.row + cell.rows)
    found = []
    start = end = 0
    for row in range(count):
        end = max(end, reach[row])
        if end == row + 1:
            found.append((start, end))
            start = end
    return found


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


def _least_column(items: Sequence[Item]) -> float:
    """Return the height of the first two lines of a cell."""
    height, lines = 0.0, 0
    for number, item in enumerate(items):
        if number:
            height += items[number - 1].after + item.before
        if lines + item.line_count >= TWO:
            return height + (item.least() if not lines else item.height)
        height += item.height
        lines += item.line_count
    return height
