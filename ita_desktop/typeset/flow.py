"""Items of a column: set content that knows how high it is, where it may be parted, and how to put itself on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ita_desktop.typeset.content import Drawing, Picture
from ita_desktop.typeset.paragraph import Layout, TextLine
from ita_desktop.typeset.sheet import Sheet
from ita_desktop.typeset.style import Align
from ita_desktop.typeset.tags import Element

WHOLE = 1_000_000
"""A bond that takes in all lines of an item."""
TWO = 2
"""The least number of lines on each side of a page break."""
THREE = 3
"""The least number of lines on a page."""


class Item:
    """A piece of a column.

    `bond`: so many of its last lines stand on the page where the next item begins.  `leave`: so many lines at least go
    on to the next page where it is parted.
    """

    height: float
    before: float = 0.0
    after: float = 0.0
    bond: int = 0
    leave: int = TWO
    vanishes: bool = False
    solid: bool = False

    def least(self) -> float:
        """Return the height of the smallest part that may begin on a page."""
        return self.height

    def split(self, room: float, leave: int = TWO, *, force: bool = False) -> tuple[Item, Item] | None:
        """Return the item parted at `room` with at least `leave` lines in the second part, or None.

        With `force` at least one line is put on the page, whatever the rules say.
        """
        return None

    def put(self, sheet: Sheet, x: float, y: float) -> None:
        """Put the item on the page with its upper left corner at x, y."""

    @property
    def line_count(self) -> int:
        """Number of text lines, for bonds and the two-line rule."""
        return 0


class Gap(Item):
    """Empty height."""

    def __init__(self, height: float, *, vanishes: bool = True) -> None:
        self.height = height
        self.vanishes = vanishes


class PageEnd(Item):
    """The end of a page."""

    height = 0.0


class TextItem(Item):
    """Lines of a paragraph, all or from one page break to the next."""

    def __init__(
        self,
        layout: Layout,
        lines: list[TextLine],
        element: Element | None,
        origin: str,
        title: tuple[str, int] | None = None,
    ) -> None:
        self.layout = layout
        self.lines = lines
        self.element = element
        self.origin = origin
        self.title = title
        """Text and level of the bookmark, for a heading."""
        self.height = sum(line.height for line in lines)

    @property
    def line_count(self) -> int:
        """Number of text lines."""
        return len(self.lines)

    def least(self) -> float:
        """Return the height of two lines; three lines or fewer are never parted."""
        if self.solid or len(self.lines) < TWO + self.leave:
            return self.height
        return self.lines[0].height + self.lines[1].height

    def split(self, room: float, leave: int = TWO, *, force: bool = False) -> tuple[Item, Item] | None:
        """Return the lines that fit, and the others."""
        if self.solid and not force:
            return None
        used, fit = 0.0, 0
        leave = max(leave, self.leave)
        for line in self.lines:
            if used + line.height > room + 0.01:
                break
            used += line.height
            fit += 1
        fit = max(min(fit, len(self.lines) - 1), 1) if force else min(fit, len(self.lines) - leave)
        if (fit < TWO and not force) or fit >= len(self.lines):
            return None
        return self.parted(fit)

    def parted(self, line: int) -> tuple[TextItem, TextItem]:
        """Return the lines before `line`, and the others."""
        first = TextItem(self.layout, self.lines[:line], self.element, self.origin, self.title)
        rest = TextItem(self.layout, self.lines[line:], self.element, self.origin)
        first.before, rest.after, rest.bond, rest.leave = self.before, self.after, self.bond, self.leave
        return first, rest

    def put(self, sheet: Sheet, x: float, y: float) -> None:
        """Put the lines on the page."""
        sheet.text(self.layout, self.lines, x, y, element=self.element, origin=self.origin)
        last = self.lines[-1]
        sheet.last_line = y + self.height - last.height + last.baseline, last.height


class BoxItem(Item):
    """A drawing or a picture, made smaller where it is larger than its column."""

    def __init__(
        self, box: Drawing | Picture, size: tuple[float, float], column: float, tallest: float, element: Element | None
    ) -> None:
        width, height = size
        self.scale = min(1.0, column / max(width, 0.01), tallest / max(height, 0.01))
        self.box = box
        self.width, self.height = width * self.scale, height * self.scale
        self.shift = {Align.CENTRE: 0.5, Align.RIGHT: 1.0}.get(box.align, 0.0) * (column - self.width)
        self.element = element

    def put(self, sheet: Sheet, x: float, y: float) -> None:
        """Put the box on the page."""
        if isinstance(self.box, Drawing):
            sheet.drawing(self.box, x + self.shift, y, self.scale, self.element)
        else:
            sheet.picture(self.box, x + self.shift, y, self.width, self.height, self.element)


def gap_between(above: Item, below: Item) -> float:
    """Return the space between two items that follow each other."""
    return above.after + below.before


def column_height(items: Sequence[Item]) -> float:
    """Return the height of items one below the other, without space at the top and the bottom."""
    height = sum(item.height for item in items)
    return height + sum(gap_between(above, below) for above, below in pairwise(items))


def put_column(items: Sequence[Item], sheet: Sheet, x: float, y: float) -> None:
    """Put items one below the other."""
    for number, item in enumerate(items):
        if number:
            y += gap_between(items[number - 1], item)
        item.put(sheet, x, y)
        y += item.height


@dataclass(frozen=True, slots=True)
class _Cut:
    """A place where a column may be parted: before line `line` of item `number`."""

    height: float
    number: int
    line: int
    poor: bool
    """True if it leaves one line of a paragraph alone."""


def cut_column(
    items: Sequence[Item], room: float, leave: int = TWO, *, least: bool = False, force: bool = False
) -> tuple[float, list[Item], list[Item]] | None:
    """Return the height of what fits into `room`, that part and the rest; None where no place to part fits.

    Two lines at least stand above and `leave` below.  One line of a paragraph is left alone only where nothing else
    fits.  With `least` the smallest upper part is returned, whatever the room; with `force` one line may stand alone.
    """
    if not least and column_height(items) <= room + 0.01:
        return column_height(items), list(items), []
    above_least, below_least = (1, 1) if force else (TWO, max(leave, TWO))
    best: _Cut | None = None
    for cut in _cuts(items, above_least, below_least, force=force):
        if least:
            best = cut
            break
        if cut.height > room + 0.01:
            break
        if best is None or best.poor or not cut.poor:
            best = cut
    if best is None:
        return None
    return best.height, *_parted(items, best)


def _cuts(items: Sequence[Item], above_least: int, below_least: int, *, force: bool) -> Iterator[_Cut]:
    """Yield the places where a column may be parted, from top to bottom."""
    total = sum(_weight(item) for item in items)
    height, above = 0.0, 0
    for number, item in enumerate(items):
        bound = number > 0 and bool(items[number - 1].bond) and not force
        if number and not bound and above >= above_least and total - above >= below_least:
            yield _Cut(height, number, 0, poor=False)
        if number:
            height += gap_between(items[number - 1], item)
        if isinstance(item, TextItem) and (force or not item.solid):
            at = height
            for line in range(1, len(item.lines)):
                at += item.lines[line - 1].height
                if above + line >= above_least and total - above - line >= below_least:
                    yield _Cut(at, number, line, poor=line == 1 or line == len(item.lines) - 1)
        height += item.height
        above += _weight(item)


def _weight(item: Item) -> int:
    """Return the lines an item counts for; a drawing is enough to stand alone."""
    return item.line_count or (TWO if isinstance(item, BoxItem) else 0)


def _parted(items: Sequence[Item], cut: _Cut) -> tuple[list[Item], list[Item]]:
    first, rest = list(items[: cut.number]), list(items[cut.number :])
    item = rest[0]
    if cut.line and isinstance(item, TextItem):
        upper, rest[0] = item.parted(cut.line)
        first.append(upper)
    while rest and rest[0].vanishes:
        rest.pop(0)
    return first, rest
