"""Tables of a PDF page: ruled ones by their lines, others by the free strips between their columns.

Ruled: lines that touch are one table. Its grid are all places where a line stands or lies. Two neighbouring fields are
one cell where no line parts them over most of their common side.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from ita_desktop.domain.recognition.content import FileCell, FileLine, Table
from ita_desktop.store.foreign.pdf_letters import Letter, PageLetters, Rule
from ita_desktop.store.foreign.pdf_lines import Row, paragraphs_of, rows_of

_NEAR = 3.0
"""Points within which two lines touch, or are one."""
_MOST_RULES = 1_200
"""Lines each way on one page; beyond that they are a drawing."""
_MOST_FIELDS = 20_000
"""Fields in the grid of one table."""


@dataclass(slots=True)
class Ruled:
    """One ruled table before its text is read."""

    lying: list[Rule] = field(default_factory=list)
    standing: list[Rule] = field(default_factory=list)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        xs = [v for r in self.lying for v in (r.begin, r.end)] + [r.at for r in self.standing]
        ys = [v for r in self.standing for v in (r.begin, r.end)] + [r.at for r in self.lying]
        return min(xs), min(ys), max(xs), max(ys)


def ruled_tables(page: PageLetters) -> list[Ruled]:
    """Return the tables that lines draw: at least two cells, from top to bottom."""
    lying, standing = _merged(page.lying), _merged(page.standing)
    if len(lying) > _MOST_RULES or len(standing) > _MOST_RULES:
        return []
    group = list(range(len(lying) + len(standing)))

    def root(n: int) -> int:
        while group[n] != n:
            group[n] = group[group[n]]
            n = group[n]
        return n

    for i, h in enumerate(lying):
        for j, v in enumerate(standing):
            if h.begin - _NEAR <= v.at <= h.end + _NEAR and v.begin - _NEAR <= h.at <= v.end + _NEAR:
                group[root(i)] = root(len(lying) + j)
    tables: dict[int, Ruled] = {}
    for n in range(len(group)):
        table = tables.setdefault(root(n), Ruled())
        if n < len(lying):
            table.lying.append(lying[n])
        else:
            table.standing.append(standing[n - len(lying)])
    whole = [t for t in tables.values() if len(t.lying) >= 2 and len(t.standing) >= 2]
    fits = [t for t in whole if 4 < len(_places(t.lying)) * len(_places(t.standing)) <= _MOST_FIELDS]
    return sorted(fits, key=lambda table: table.box[1])


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Join pieces of one line."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda one: (round(one.at), one.begin)):
        near = next((r for r in found[-60:] if abs(r.at - rule.at) <= 1.5 and rule.begin <= r.end + _NEAR), None)
        if near is not None and near.begin - _NEAR <= rule.begin:
            near.end = max(near.end, rule.end)
        else:
            found.append(Rule(rule.at, rule.begin, rule.end))
    return found


def _places(rules: Sequence[Rule]) -> list[float]:
    found: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not found or at - found[-1] > _NEAR:
            found.append(at)
    return found


def table_of(ruled: Ruled, letters: Sequence[Letter], number: int) -> Table:
    """Read the text of a ruled table; ``letters`` are those within its box."""
    xs, ys = _places(ruled.standing), _places(ruled.lying)
    owner = _owners(ruled, xs, ys)
    held: dict[tuple[int, int], list[Letter]] = {}
    for letter in letters:
        column = min(max(bisect_right(xs, (letter.left + letter.right) / 2) - 1, 0), len(xs) - 2)
        row = min(max(bisect_right(ys, letter.base - 0.25 * letter.size) - 1, 0), len(ys) - 2)
        held.setdefault(owner[row][column], []).append(letter)
    rows = []
    for row in range(len(ys) - 1):
        cells = []
        column = 0
        while column < len(xs) - 1:
            mine = owner[row][column]
            span = 1
            while column + span < len(xs) - 1 and owner[row][column + span] == mine:
                span += 1
            first = mine == (row, column)
            lines = _lines(held.get(mine, []), xs[column], xs[column + span]) if first else ()
            cells.append(FileCell(lines=lines, column=column, span=span, continues=not first))
            column += span
        rows.append(tuple(cells))
    return Table(rows=tuple(rows), page=number)


def _lines(letters: Sequence[Letter], left: float, right: float) -> tuple[FileLine, ...]:
    rows = rows_of(letters)
    if not rows:
        return ()
    pad = min(max(min(min(row.left - left, right - row.right) for row in rows), 0.0), 8.0)
    return tuple(FileLine(text=text) for text, _ in paragraphs_of(rows, left + pad, right - pad))


def _owners(ruled: Ruled, xs: list[float], ys: list[float]) -> list[list[tuple[int, int]]]:
    """For every field of the grid, the first field of the cell that it belongs to."""
    high, wide = len(ys) - 1, len(xs) - 1
    standing, lying = _by_place(ruled.standing, xs), _by_place(ruled.lying, ys)
    owner = [[(r, c) for c in range(wide)] for r in range(high)]
    for r in range(high):
        for c in range(wide):
            if c > 0 and not _parted(standing[c], ys[r], ys[r + 1]):
                owner[r][c] = owner[r][c - 1]
            elif r > 0 and owner[r - 1][c][1] == c and not _parted(lying[r], xs[c], xs[c + 1]):
                owner[r][c] = owner[r - 1][c]
    return owner


def _by_place(rules: Sequence[Rule], places: Sequence[float]) -> list[list[Rule]]:
    found: list[list[Rule]] = [[] for _ in places]
    for rule in rules:
        at = bisect_right(places, rule.at + _NEAR) - 1
        found[max(at, 0)].append(rule)
    return found


def _parted(rules: Sequence[Rule], begin: float, end: float) -> bool:
    middle = (begin + end) / 2
    return any(rule.begin - 1 <= middle <= rule.end + 1 for rule in rules)


def unruled_table(rows: Sequence[Row], number: int) -> Table | None:
    """Read lines of several columns as a table; None where no strip is free over all of them."""
    size = max(row.size for row in rows)
    taken: list[list[float]] = []
    for left, right in sorted((piece.left, piece.right) for row in rows for piece in row.pieces):
        if taken and left <= taken[-1][1] + 0.5 * size:
            taken[-1][1] = max(taken[-1][1], right)
        else:
            taken.append([left, right])
    if len(taken) < 2:
        return None
    made = []
    for row in rows:
        cells: dict[int, str] = {}
        for piece in row.pieces:
            column = max(bisect_right([t[0] for t in taken], piece.left + 0.1) - 1, 0)
            cells[column] = f"{cells[column]} {piece.text}" if column in cells else piece.text
        made.append(tuple(FileCell(lines=(FileLine(text=text),), column=n) for n, text in sorted(cells.items())))
    return Table(rows=tuple(made), page=number)
