"""Choose the widths of a table's columns from what stands in them (ความกว้างคอลัมน์ตามเนื้อหา).

The problem: among all widths that sum to the table's width, find those with the least total height.  In general that is
NP-hard (Anderson and Sobti, "The Table Layout Problem", 1999), so this follows Hurst, Marriott and Moulder, "Toward
Tighter Tables", 2005: solve a smooth approximation, then improve it with exact heights.

1. Minima.  A column is at least as wide as its widest unit that must not be parted: a word, a name, a number with its
   unit, a word of the head with its prefix (ผู้รับผิดชอบ).  Pieces of web addresses are wishes only: no address sets a
   column; so are names of two words and words with a prefix in the rows.
2. Size.  Where the minima do not fit side by side the whole table steps down (14, then 12 points), so that a table has
   one size of letters; where they do not fit even then, `whole` is false and words will be parted between syllables.
3. Wish.  The caller's widths are a wish: where they give no more height than another choice they are kept.  A column
   that is empty in every row wishes for its head only.
4. Approximation.  A cell of natural width a takes about a / w lines in a column of width w.  The widths that make
   sum over rows of max over columns (a / w) least satisfy w ~ sqrt(sum of a over the rows that the column rules), found
   by a few rounds of that equation with a soft maximum.
5. Improvement.  On the way from the wish to that optimum, and then by moving width between two columns in ever smaller
   steps, widths are tried with the lines counted exactly (greedy).  They are compared by pages, then by height, to
   which are added half a line for each such wish that is not met, and a little for leaving the widths wished for.

All measuring is done once at full size: widths of letters grow in proportion to the size.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import ceil, sqrt
from typing import Any

from ita_desktop.typeset.content import Block, Cell, Drawing, Paragraph, Picture, Table
from ita_desktop.typeset.fonts import FontSet
from ita_desktop.typeset.paragraph import Setter, Stretched
from ita_desktop.typeset.rules import CLUSTER, PREFIX
from ita_desktop.typeset.steps import Steps, collector_at_rest
from ita_desktop.typeset.style import TextStyle
from ita_desktop.typeset.words import Words

SIZES = (14.0, 12.0)
"""Points to which a table may step down."""
_LONGEST_UNIT = 0.4
"""Part of the table's width; a longer unit cannot be kept whole and asks for nothing."""
_LEAVING = 0.04
"""Height, as a part of the whole, that leaving the wish by half of the table's width must save."""
_PARTED = 0.5
"""Lines that a parted name or address counts for."""
_REMEMBERED = 200
"""Groups of tables."""
_ROUNDS = 8
_SHARPNESS = 6
_TRIALS = 16
"""Exact counts for one table at most."""
_STEPS = (0.06, 0.02)
"""Parts of the table's width that are moved between two columns."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Tables with the widths that were chosen; `size` in points; `whole`: no word has to be parted."""

    tables: tuple[Table, ...]
    size: float
    whole: bool


def fit_columns(
    tables: Sequence[Table],
    width: float,
    fonts: FontSet,
    words: Words,
    *,
    fixed: Sequence[bool] = (),
    height: float = 700.0,
    sizes: Sequence[float] = SIZES,
) -> Steps[Fitted]:
    """Return tables that share their columns with the widths that their content asks for, `width` together.

    Their own widths are the wish, those of `fixed` columns stay as they are.  `height` is what a page holds, `sizes`
    are the points to which the tables may step down.  See above for the method.
    """
    known = fonts.memory(_Memory).fitted
    key = (words, tuple(tables), width, tuple(fixed), height, tuple(sizes))
    if key not in known:
        if len(known) >= _REMEMBERED:
            known.clear()
        with collector_at_rest():
            known[key] = yield from _fitted(tables, width, Setter(fonts, words), fixed, height, sizes)
    return known[key]


@dataclass(slots=True)
class _Memory:
    """Tables that were fitted with one family of fonts: while one cell is typed in, the other tables stay."""

    fitted: dict[Any, Fitted] = field(default_factory=dict)


def _fitted(
    tables: Sequence[Table],
    width: float,
    setter: Setter,
    fixed: Sequence[bool],
    height: float,
    sizes: Sequence[float],
) -> Steps[Fitted]:
    first = tables[0]
    wish = [one * width / sum(first.widths) for one in first.widths]
    held = [bool(one) for one in fixed] or [False] * len(wish)
    grid = _Grid(setter, len(wish), width, 2 * first.style.padding_x)
    for table in tables:
        yield from grid.add(table)
    full = first.style.text.size
    parts = [1.0, *(size / full for size in sizes if size < full)]
    for part in parts:
        least = grid.least(part)
        whole = _fits(least, wish, held, width)
        if whole:
            break
    yield
    chosen = _Choice(grid, wish, least, held, width, part, first, height)
    widths = (yield from chosen.widths()) if whole else chosen.nearest()
    return Fitted(tuple(_with(table, widths, part) for table in tables), round(full * part, 2), whole)


def _fits(least: Sequence[float], wish: Sequence[float], held: Sequence[bool], width: float) -> bool:
    """Return True if every column can have its minimum."""
    if any(one and need > has + 0.01 for one, need, has in zip(held, least, wish, strict=True)):
        return False
    return sum(has if one else need for one, need, has in zip(held, least, wish, strict=True)) <= width + 0.01


def _with(table: Table, widths: Sequence[float], part: float) -> Table:
    """Return the table with these widths, its text set down to this part of its size."""
    style = replace(table.style, shrink=1.0)
    if part == 1.0:
        return replace(table, widths=tuple(widths), style=style)
    style = replace(style, text=shrunk(style.text, part), head_text=shrunk(style.head_text, part))
    rows = tuple(tuple(_cell(cell, part) for cell in row) for row in table.rows)
    head = tuple(tuple(_cell(cell, part) for cell in row) for row in table.head)
    return replace(table, widths=tuple(widths), style=style, rows=rows, head=head)


def _cell(cell: Cell, part: float) -> Cell:
    style = shrunk(cell.style, part) if cell.style else None
    content = cell.content
    if not isinstance(content, str):
        content = tuple(smaller(block, part) for block in content)
    return replace(cell, content=content, style=style)


def smaller(block: Block, part: float) -> Block:
    """Return a paragraph set down to this part of its size; other blocks stay."""
    return replace(block, style=shrunk(block.style, part)) if isinstance(block, Paragraph) else block


def shrunk(style: TextStyle, part: float) -> TextStyle:
    """Return the style set down to this part of its size."""
    return replace(style, size=round(style.size * part, 2), leading=round(style.leading * part, 2))


class _Text:
    """A stretch of text as prefix sums, at full size; `indent` before its first and `left` before its other lines."""

    __slots__ = ("ends", "indent", "left", "starts")

    def __init__(self, starts: list[float], ends: list[float], indent: float, left: float) -> None:
        self.starts = starts
        self.ends = ends
        self.indent = indent
        self.left = left

    def lines(self, width: float, part: float) -> int:
        """Return the lines of the text in a column of this width, each taking as much as it can."""
        room = (width - self.indent) / part
        rest = (width - self.left) / part
        starts, ends = self.starts, self.ends
        if ends[-1] <= room:
            return 1
        at, lines, count = 0, 0, len(ends)
        while at < count:
            at = max(bisect_right(ends, starts[at] + room + 1e-6, at), at + 1)
            lines += 1
            room = rest
        return lines


class _Held:
    """A cell with what is known of its text; in row -1 where it only asks for its words."""

    __slots__ = ("area", "column", "columns", "fixed_height", "least", "row", "rows", "texts", "units")

    def __init__(self, row: int, rows: int, column: int, columns: int) -> None:
        self.row = row
        self.rows = rows
        self.column = column
        self.columns = columns
        self.texts: list[_Text] = []
        self.area = 0.0
        """Natural width of all its text."""
        self.least: list[tuple[float, float]] = []
        """Units that must not be parted: fixed indent and width of letters."""
        self.units: list[tuple[float, float]] = []
        """Units that should not be parted, as names and words with their prefix; each wider than those before it."""
        self.fixed_height = 0.0


class _Grid:
    """The cells of tables that share their columns, measured once."""

    def __init__(self, setter: Setter, columns: int, width: float, padding: float) -> None:
        self.setter = setter
        self.columns = columns
        self.width = width
        self.padding = padding
        self.cells: list[_Held] = []
        self.head: list[_Held] = []
        self.all_rows = 0
        self.head_rows = 0
        self.filled = [False] * columns

    def add(self, table: Table) -> Steps[None]:
        """Measure the cells of a table; rows are counted on, those of the first head before them."""
        first = not self.all_rows
        for row, cell, column in _placed(table.head, self.columns):
            held = self._measured(table, cell, row if first else -1, column, head=True)
            self.head.append(held)
            yield
        if first:
            self.all_rows = self.head_rows = len(table.head)
        for row, cell, column in _placed(table.rows, self.columns):
            held = self._measured(table, cell, row + self.all_rows, column, head=False)
            if held.area:
                for at in range(column, column + cell.colspan):
                    self.filled[at] = True
            self.cells.append(held)
            yield
        self.all_rows += len(table.rows)

    def _measured(self, table: Table, cell: Cell, row: int, column: int, *, head: bool) -> _Held:
        held = _Held(row, cell.rowspan, column, cell.colspan)
        style = cell.style or (table.style.head_text if head else table.style.text)
        content = (Paragraph(cell.content, style),) if isinstance(cell.content, str) else cell.content
        for block in content:
            if isinstance(block, Paragraph):
                for stretched in self.setter.stretches(block):
                    self._take(held, stretched, PREFIX if head else CLUSTER)
            elif isinstance(block, Drawing | Picture):
                held.fixed_height += block.height
        return held

    def _take(self, held: _Held, stretched: Stretched, never: float) -> None:
        """Add a stretch to a cell: its prefix sums, and its units between places cheaper than `never`."""
        starts, ends, at = [], [], 0.0
        unit = soft = 0.0
        least = wished = 0.0
        longest = _LONGEST_UNIT * self.width
        margin = stretched.margin
        boxes = stretched.boxes
        for width, tail, penalty, address in zip(
            boxes.width, boxes.tail_width, boxes.penalty, stretched.address, strict=True
        ):
            starts.append(at)
            at += width
            ends.append(at)
            at += tail
            unit += width
            soft += width
            if penalty >= never:
                unit += tail
            else:
                if unit > least and not address:
                    least = unit if unit <= longest else max(least, width)
                unit = 0.0
            if penalty >= PREFIX:
                soft += tail
            else:
                if wished < soft <= longest:
                    wished = soft
                    held.units.append((margin, soft))
                soft = 0.0
        held.least.append((margin, least))
        held.texts.append(_Text(starts, ends, stretched.first, stretched.left))
        held.area += max(ends[-1], 1.0)

    def least(self, part: float) -> list[float]:
        """Return the minimum of each column with letters at this part of their size."""
        found = [self.padding + 1.0] * self.columns
        wide: list[tuple[_Held, float]] = []
        for held in (*self.head, *self.cells):
            need = max((margin + unit * part for margin, unit in held.least), default=0.0) + self.padding
            if held.columns == 1:
                found[held.column] = max(found[held.column], need)
            else:
                wide.append((held, need))
        for held, need in wide:
            covered = range(held.column, held.column + held.columns)
            lacking = need - sum(found[at] for at in covered)
            if lacking > 0:
                for at in covered:
                    found[at] += lacking / held.columns
        return [ceil(one * 4) / 4 for one in found]


class _Choice:
    """The search for the widths of one grid at one size."""

    def __init__(
        self,
        grid: _Grid,
        wish: Sequence[float],
        least: Sequence[float],
        held: Sequence[bool],
        width: float,
        part: float,
        table: Table,
        height: float,
    ) -> None:
        self.grid = grid
        self.least = [has if one else need for one, need, has in zip(held, least, wish, strict=True)]
        self.held = held
        self.width = width
        self.part = part
        self.leading = table.style.text.leading * part
        self.padding = 2 * table.style.padding_y
        self.page = height
        wanted = [
            one if filled or fixed else need
            for one, filled, fixed, need in zip(wish, grid.filled, held, least, strict=True)
        ]
        self.wish = self._projected(wanted)
        self.units: list[list[float]] = [[] for _ in wish]
        """Widths of the names and addresses of each column, in order."""
        for cell in grid.cells:
            if cell.columns == 1:
                self.units[cell.column] += [margin + unit * part for margin, unit in cell.units]
        for units in self.units:
            units.sort()
        self.narrow: list[list[_Held]] = [[] for _ in wish]
        """The cells of one column and row, by column."""
        self.wide: list[_Held] = []
        for cell in (*grid.head, *grid.cells):
            if cell.row >= 0:
                (self.narrow[cell.column] if cell.columns == cell.rows == 1 else self.wide).append(cell)
        self._lines_of: dict[tuple[int, float], list[float]] = {}
        self.trials = 0
        self._known: dict[tuple[float, ...], tuple[int, float]] = {}

    def nearest(self) -> list[float]:
        """Return the minima in proportion where they do not fit."""
        held = sum(width for width, fixed in zip(self.wish, self.held, strict=True) if fixed)
        free = sum(need for need, fixed in zip(self.least, self.held, strict=True) if not fixed)
        share = max(self.width - held, 1.0) / max(free, 1.0)
        return [
            width if fixed else need * share
            for width, fixed, need in zip(self.least, self.held, self.least, strict=True)
        ]

    def widths(self) -> Steps[list[float]]:
        """Return the widths with the least height."""
        best = self.wish
        if len(best) < 2 or all(self.held):
            return best
        optimum = self._optimum()
        for step in (1 / 3, 2 / 3, 1.0):
            between = [one + (two - one) * step for one, two in zip(self.wish, optimum, strict=True)]
            best = min(best, between, key=self._cost)
            yield
        for step in _STEPS:
            best = yield from self._moved(best, step * self.width)
        return best

    def _moved(self, best: list[float], step: float) -> Steps[list[float]]:
        """Return the widths after moving `step` from one column to another while that helps."""
        better = True
        while better and self.trials < _TRIALS:
            better = False
            for to in range(len(best)):
                for source in range(len(best)):
                    if to == source or self.held[to] or self.held[source] or self.trials >= _TRIALS:
                        continue
                    if best[source] - step < self.least[source]:
                        continue
                    tried = list(best)
                    tried[to] += step
                    tried[source] -= step
                    if self._cost(tried) < self._cost(best):
                        best, better = tried, True
                    yield
        return best

    def _projected(self, widths: Sequence[float]) -> list[float]:
        """Return the widths brought to the table's width: none below its minimum, the others in proportion."""
        found = [need if fixed else one for one, need, fixed in zip(widths, self.least, self.held, strict=True)]
        free = [not fixed for fixed in self.held]
        for _ in found:
            room = self.width - sum(found[at] for at in range(len(found)) if not free[at])
            total = sum(found[at] for at in range(len(found)) if free[at])
            if total <= 0:
                break
            share = room / total
            short = [at for at in range(len(found)) if free[at] and found[at] * share < self.least[at]]
            if not short:
                return [one * share if is_free else one for one, is_free in zip(found, free, strict=True)]
            for at in short:
                found[at], free[at] = self.least[at], False
        return found

    def _optimum(self) -> list[float]:
        """Return the widths of the smooth approximation (step 4)."""
        rows: dict[int, list[tuple[int, float]]] = {}
        for cell in self.grid.cells:
            if cell.columns == 1 and cell.area:
                for row in range(cell.row, cell.row + cell.rows):
                    rows.setdefault(row, []).append((cell.column, cell.area * self.part / cell.rows))
        widths = list(self.wish)
        for _ in range(_ROUNDS):
            weight = [0.0] * len(widths)
            for inside in rows.values():
                lines = [area / max(widths[column] - self.grid.padding, 1.0) for column, area in inside]
                most = max(lines)
                if most <= 1.0:
                    continue
                shares = [(one / most) ** _SHARPNESS for one in lines]
                total = sum(shares)
                for (column, area), share in zip(inside, shares, strict=True):
                    weight[column] += area * share / total
            if not any(weight):
                break
            roots = [sqrt(one) for one in weight]
            scale = self.width / sum(roots)
            widths = self._projected(
                [sqrt(max(one, 1.0) * max(root * scale, 1.0)) for one, root in zip(widths, roots, strict=True)]
            )
        return widths

    def _cost(self, widths: Sequence[float]) -> tuple[int, float]:
        """Return pages, and height with what is added to it (step 5)."""
        key = tuple(round(one, 2) for one in widths)
        found = self._known.get(key)
        if found is None:
            self.trials += 1
            found = self._known[key] = self._counted(key)
        return found

    def _counted(self, widths: tuple[float, ...]) -> tuple[int, float]:
        """Return pages and height: the lines of each row are those of its fullest cell."""
        columns = [self._column(at, width) for at, width in enumerate(widths)]
        heights = list(map(max, *columns)) if len(columns) > 1 else list(columns[0])
        for cell in self.wide:
            width = sum(widths[cell.column : cell.column + cell.columns]) - self.grid.padding
            rows = range(cell.row, cell.row + cell.rows)
            lacking = self._lines(cell, width) - sum(heights[row] for row in rows)
            if lacking > 0:
                for row in rows:
                    heights[row] += lacking / cell.rows
        head = self.grid.head_rows
        above = sum(heights[:head]) * self.leading + head * self.padding
        height = sum(heights[head:]) * self.leading + (len(heights) - head) * self.padding
        left = sum(abs(one - two) for one, two in zip(widths, self.wish, strict=True)) / self.width
        parted = _PARTED * self.leading * self._parted(widths)
        pages = ceil(height / max(self.page - above, self.leading))
        return pages, (height + above * pages + parted) * (1.0 + _LEAVING * left)

    def _column(self, at: int, width: float) -> list[float]:
        """Return the lines of the cells of one column, row by row."""
        found = self._lines_of.get((at, width))
        if found is None:
            found = self._lines_of[at, width] = [1.0] * self.grid.all_rows
            for cell in self.narrow[at]:
                found[cell.row] = max(self._lines(cell, width - self.grid.padding), 1.0)
        return found

    def _lines(self, cell: _Held, width: float) -> float:
        lines = 0
        for text in cell.texts:
            lines += text.lines(width, self.part)
        return lines + cell.fixed_height / self.leading

    def _parted(self, widths: tuple[float, ...]) -> int:
        """Return how many names and addresses are wider than their column."""
        return sum(
            len(units) - bisect_right(units, width - self.grid.padding + 0.01)
            for units, width in zip(self.units, widths, strict=True)
        )


def _placed(rows: Sequence[Sequence[Cell]], columns: int) -> Iterable[tuple[int, Cell, int]]:
    """Yield row, cell and first column of every cell."""
    free = [0] * columns
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while free[column] > number:
                column += 1
            yield number, cell, column
            for at in range(column, column + cell.colspan):
                free[at] = number + cell.rowspan
            column += cell.colspan
