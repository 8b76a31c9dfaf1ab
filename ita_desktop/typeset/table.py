"""Set tables: cells in their grid, one size of letters, heads that come again; rows.py parts them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ita_desktop.typeset.content import Block, Cell, Paragraph, Table, TableStyle
from ita_desktop.typeset.flow import TWO, WHOLE, Item
from ita_desktop.typeset.rows import Placed, Rows
from ita_desktop.typeset.steps import Steps
from ita_desktop.typeset.tags import Element


@dataclass(frozen=True, slots=True)
class CellSetter:
    """How the content of a cell is set in a column."""

    fit: Callable[[Sequence[Block], float], float]
    """Gives the part of its size at which the content has room in this width."""
    fill: Callable[[Sequence[Block], float, Element, float], list[Item]]
    """Gives its items in this width, at this part of its size."""
    again: Callable[[Sequence[Block], float, float], list[Item]]
    """Gives the items that say on the next page what a row is about."""


_WHOLE_ROW = 0.2
"""A row that takes less of a page's height is not parted."""


def set_table(table: Table, setter: CellSetter, element: Element, tallest: float) -> Steps[list[Item]]:
    """Return the table as items: its head, then groups of rows that merged cells hold together."""
    style = table.style
    head: Rows | None = None
    items: list[Item] = []
    heads, cells = yield from _cells(table, setter, element)
    if table.head:
        head = Rows(style, len(table.head), heads, None, tallest)
        head.is_head = True
        head.solid = True
        head.bond = WHOLE if table.rows else 0
        items.append(head)
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


def _cells(table: Table, setter: CellSetter, element: Element) -> Steps[tuple[list[Placed], list[Placed]]]:
    """Return the cells of the head and of the rows with their content set: a table has one size of letters."""
    padding = 2 * table.style.padding_x
    found: list[tuple[bool, Placed, tuple[Block, ...], Element]] = []
    part = 1.0
    for head, rows in ((True, table.head), (False, table.rows)):
        for cell, place, tag in _places(table, rows, element, head=head):
            content = _content(table.style, cell, head=head, origin=table.origin)
            part = min(part, setter.fit(content, place.width - padding))
            found.append((head, place, content, tag))
            yield
    for head, place, content, tag in found:
        yield
        place.items = setter.fill(content, place.width - padding, tag, part)
        if content and not head and table.style.continued:
            place.again = partial(setter.again, content, place.width - padding, part)
    return [place for head, place, _, _ in found if head], [place for head, place, _, _ in found if not head]


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
            yield cell, Placed(number, depth, lefts[column], width, [], align_v, shade), tag
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
