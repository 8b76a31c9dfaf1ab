"""Where the cells of a Word table stand: their grid columns, found by width.

Word keeps the grid of a table (``tblGrid``) and how many of its columns a cell covers (``gridSpan``). Some programs
write neither, or rows that disagree with the grid; then the edges of all cells, by their own widths, are the grid.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from ita_desktop.store.untrusted.xml_pieces import Element, child, value_of

_NEAR = 100
"""Twips (1.8 mm) within which two edges are one."""
MOST_COLUMNS = 300


@dataclass(frozen=True, slots=True)
class Box:
    """One cell before its text is read."""

    element: Element
    span: int
    width: int
    """Twips; 0 where the file says none."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells, and what is left free before the first."""

    boxes: tuple[Box, ...]
    before: int = 0
    width_before: int = 0


def row_of(row: Element, cells: list[Element]) -> Row:
    """Read the measures of a row."""
    properties = child(row, "trPr")
    boxes: list[Box] = []
    for cell in cells:
        own = child(cell, "tcPr")
        span = max(1, min(_number(value_of(child(own, "gridSpan"))), MOST_COLUMNS))
        width = child(own, "tcW")
        twips = _number(value_of(width, "w")) if value_of(width, "type") in ("dxa", "") else 0
        merged = child(own, "hMerge")
        if merged is not None and value_of(merged) in ("", "continue") and boxes:
            last = boxes[-1]
            boxes[-1] = Box(last.element, last.span + span, last.width + twips)
            continue
        boxes.append(Box(cell, span, twips))
    before = child(properties, "wBefore")
    return Row(
        boxes=tuple(boxes),
        before=min(_number(value_of(child(properties, "gridBefore"))), MOST_COLUMNS),
        width_before=_number(value_of(before, "w")) if value_of(before, "type") in ("dxa", "") else 0,
    )


def places(table: Element, rows: list[Row]) -> list[list[tuple[int, int]]]:
    """Return column and span of every cell, row by row."""
    grid = child(table, "tblGrid")
    widths = [_number(value_of(e, "w")) for e in grid.findall("gridCol")] if grid is not None else []
    if all(row.before + sum(box.span for box in row.boxes) <= len(widths) for row in rows) and not _ragged(
        rows, widths
    ):
        return [_by_span(row) for row in rows]
    if all(box.width > 0 for row in rows for box in row.boxes):
        return _by_width(rows)
    return [_by_span(row) for row in rows]


def _ragged(rows: list[Row], widths: list[int]) -> bool:
    """Say whether rows without spans fill the grid only partly although their widths reach over all of it."""
    total = sum(widths)
    for row in rows:
        covered = row.before + sum(box.span for box in row.boxes)
        wide = row.width_before + sum(box.width for box in row.boxes)
        if covered < len(widths) and wide >= total - _NEAR > 0 and all(box.width for box in row.boxes):
            return True
    return False


def _by_span(row: Row) -> list[tuple[int, int]]:
    found, column = [], row.before
    for box in row.boxes:
        found.append((column, box.span))
        column += box.span
    return found


def _by_width(rows: list[Row]) -> list[list[tuple[int, int]]]:
    edges: list[int] = []
    for edge in sorted({edge for row in rows for edge in _edges(row)}):
        if not edges or edge - edges[-1] > _NEAR:
            edges.append(edge)
    found = []
    for row in rows:
        at = [_nearest(edges, edge) for edge in _edges(row)]
        placed, column = [], 0
        for left, right in pairwise(at):
            column = max(left, column)
            span = max(1, right - column)
            placed.append((column, span))
            column += span
        found.append(placed)
    return found


def _edges(row: Row) -> list[int]:
    edges = [row.width_before]
    for box in row.boxes:
        edges.append(edges[-1] + box.width)
    return edges


def _nearest(edges: list[int], edge: int) -> int:
    at = bisect_left(edges, edge)
    near = [n for n in (at - 1, at) if 0 <= n < len(edges)]
    return min(near, key=lambda n: abs(edges[n] - edge))


def _number(text: str) -> int:
    text = text.partition(".")[0]
    return min(int(text[:9]), 10**6) if text.isdecimal() else 0
