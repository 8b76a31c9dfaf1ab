"""Items of a column: set content that knows how high it is, where it may be parted, and how to put itself on a page."""

from __future__ import annotations

from collections.abc import Sequence
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


class Item:
    """A piece of a column.  `bond`: so many of its last lines stand on the page where the next item begins."""

    height: float
    before: float = 0.0
    after: float = 0.0
    bond: int = 0
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
        if self.solid or len(self.lines) < TWO + TWO:
            return self.height
        return self.lines[0].height + self.lines[1].height

    def split(self, room: float, leave: int = TWO, *, force: bool = False) -> tuple[Item, Item] | None:
        """Return the lines that fit, and the others."""
        if self.solid and not force:
            return None
        used, fit = 0.0, 0
        for line in self.lines:
            if used + line.height > room + 0.01:
                break
            used += line.height
            fit += 1
        fit = max(min(fit, len(self.lines) - 1), 1) if force else min(fit, len(self.lines) - leave)
        if (fit < TWO and not force) or fit >= len(self.lines):
            return None
        first = TextItem(self.layout, self.lines[:fit], self.element, self.origin, self.title)
        rest = TextItem(self.layout, self.lines[fit:], self.element, self.origin)
        first.before, rest.after, rest.bond = self.before, self.after, self.bond
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


def split_column(items: Sequence[Item], room: float, *, force: bool = False) -> tuple[list[Item], list[Item]]:
    """Return the items that fit into `room` and the others, two lines at least on each side; either may be empty."""
    if column_height(items) <= room + 0.01:
        return list(items), []
    first: list[Item] = []
    used = 0.0
    for number, item in enumerate(items):
        gap = gap_between(first[-1], item) if first else 0.0
        left = room - used - gap
        if item.height <= left + 0.01:
            first.append(item)
            used += gap + item.height
            continue
        parted = item.split(left) or (item.split(left, force=True) if force and not first else None)
        rest = list(items[number:])
        if parted is not None:
            first.append(parted[0])
            rest[0] = parted[1]
        return _with_two_lines(first, rest, force=force)
    return first, []


def _with_two_lines(first: list[Item], rest: list[Item], *, force: bool) -> tuple[list[Item], list[Item]]:
    """Move whole items down until two lines stand on each side, or everything stands below."""
    while rest and rest[0].vanishes:
        rest.pop(0)
    if force:
        return first, rest
    while first and (sum(item.line_count for item in rest) < TWO or first[-1].vanishes or first[-1].bond):
        rest.insert(0, first.pop())
    if sum(item.line_count for item in first) < TWO and not any(isinstance(item, BoxItem) for item in first):
        return [], first + rest
    return first, rest
