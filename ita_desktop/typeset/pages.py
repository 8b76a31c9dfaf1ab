"""Columns of items parted into pages."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ita_desktop.typeset.checks import ContentError, ContentFault
from ita_desktop.typeset.columns import shrunk, smaller
from ita_desktop.typeset.content import (
    Block,
    Bookmark,
    Drawing,
    Fixed,
    Heading,
    Keep,
    PageBreak,
    PageSetup,
    Paragraph,
    Picture,
    Rule,
    Section,
    Space,
    Span,
    Table,
)
from ita_desktop.typeset.flow import (
    THREE,
    TWO,
    WHOLE,
    BoxItem,
    Gap,
    Item,
    PageEnd,
    TextItem,
    column_height,
    gap_between,
)
from ita_desktop.typeset.paragraph import Layout, Setter
from ita_desktop.typeset.rows import Rows
from ita_desktop.typeset.sheet import Sheet, Stock
from ita_desktop.typeset.steps import Steps, finish
from ita_desktop.typeset.style import Align
from ita_desktop.typeset.table import CellSetter, set_table
from ita_desktop.typeset.tags import Element

_CATCH_WORD = 8
"""A catch-word is the first words of the next page, at least so many characters if they can be had."""
_SAID_AGAIN = 120
"""Characters of a first column that are said again on the page where its row goes on."""


class Pages:
    """The pages of a document while it is being set."""

    def __init__(self, setter: Setter) -> None:
        self.setter = setter
        self.stock = Stock(setter)
        self.sheets: list[Sheet] = []
        self.bookmarks: list[tuple[Bookmark, float]] = []
        self.root = Element("Document")

    def set(self, flow: Sequence[Block], setup: PageSetup) -> Steps[None]:
        """Set a flow on new pages; sections in it begin pages of their own and the flow goes on after them."""
        part: list[Block] = []
        begun = False
        for block in flow:
            if isinstance(block, Section):
                if part:
                    yield from self._run(part, setup, first=not begun)
                    begun = True
                yield from self.set(block.flow, block.page)
                part = []
            else:
                part.append(block)
        if part or not any(isinstance(block, Section) for block in flow):
            yield from self._run(part, setup, first=not begun)

    def _run(self, flow: Sequence[Block], setup: PageSetup, *, first: bool) -> Steps[None]:
        width = setup.width - setup.left - setup.right
        tallest = setup.height - setup.top - setup.bottom
        items: list[Item] = []
        for block in flow:
            if isinstance(block, Table):
                items += yield from self._table(block, tallest, self.root)
            else:
                self._add(items, block, width, tallest, self.root)
            yield
        _hold_last_lines(items)
        yield from _Pagination(self, setup, items).run(first=first)

    # -- content to items

    def items(self, flow: Iterable[Block], width: float, tallest: float, element: Element) -> list[Item]:
        """Return the items of a flow in a column of this width."""
        found: list[Item] = []
        for block in flow:
            self._add(found, block, width, tallest, element)
        return found

    def _add(self, found: list[Item], block: Block, width: float, tallest: float, element: Element) -> None:
        match block:
            case Heading() | Paragraph():
                found.append(self._text(block, width, element))
            case Table():
                found += finish(self._table(block, tallest, element))
            case Space(height, stays):
                found.append(Gap(height, vanishes=not stays))
            case PageBreak():
                found.append(PageEnd())
            case Keep(inner, lines_before):
                kept = self.items(inner, width, tallest, element)
                if _may_be_kept(kept, tallest):
                    _bind(kept)
                if kept and lines_before:
                    _bind_lines(found, lines_before)
                found += kept
            case Drawing() | Picture():
                found.append(self._box(block, width, tallest, element))
            case Section(inner, _):
                found += self.items(inner, width, tallest, element)
            case _:
                raise ContentError(ContentFault.UNKNOWN_BLOCK, "flow", block)

    def _table(self, table: Table, tallest: float, parent: Element) -> Steps[list[Item]]:
        return set_table(table, self._cell_setter(table, tallest), parent.child("Table"), tallest)

    def _text(self, block: Paragraph | Heading, width: float, parent: Element) -> TextItem:
        layout = self.setter.layout(block, width)
        title = None
        role = "P"
        if isinstance(block, Heading):
            role = f"H{min(max(block.level, 1), 6)}"
            title = " ".join(line.text.strip() for line in layout.lines), block.level
        item = TextItem(layout, layout.lines, parent.child(role), block.origin, title)
        item.before, item.after = block.style.space_before, block.style.space_after
        if isinstance(block, Heading) or block.style.keep_with_next:
            item.bond = WHOLE
        return item

    def _box(self, block: Drawing | Picture, width: float, tallest: float, parent: Element) -> BoxItem:
        size = block.width, block.height
        if isinstance(block, Picture):
            size = self._picture_size(block)
        element = parent.child("Figure", block.alt) if block.alt else None
        return BoxItem(block, size, width, tallest, element)

    def _picture_size(self, block: Picture) -> tuple[float, float]:
        image = self.stock.picture(block)
        if block.width and block.height:
            return block.width, block.height
        if block.width:
            return block.width, block.width * image.height / image.width
        if block.height:
            return block.height * image.width / image.height, block.height
        return image.width * 0.75, image.height * 0.75

    def _cell_setter(self, table: Table, tallest: float) -> CellSetter:
        def fit(content: Sequence[Block], width: float) -> float:
            fits = (self.setter.layout(block, width).fit for block in content if isinstance(block, Paragraph))
            part = min(fits, default=1.0)
            return 1.0 if part >= 1.0 else max(table.style.shrink, 0.995 * part)

        def fill(content: Sequence[Block], width: float, element: Element, part: float) -> list[Item]:
            if part < 1.0:
                content = [smaller(block, part) for block in content]
            return self.items(content, max(width, 1.0), tallest, element)

        def again(content: Sequence[Block], width: float, part: float) -> list[Item]:
            first = next((block for block in content if isinstance(block, Paragraph)), None)
            if first is None:
                return []
            style = shrunk(first.style, part) if part < 1.0 else first.style
            text = (*self._shortened(first), Span(f" {table.style.continued}"))
            layout = self.setter.layout(replace(first, text=text, style=style), max(width, 1.0))
            return [TextItem(layout, layout.lines, None, "")]

        return CellSetter(fit, fill, again)

    def _shortened(self, paragraph: Paragraph) -> tuple[Span, ...]:
        """Return the text of a paragraph, or its first words where it is long."""
        text = paragraph.text
        spans = (Span(text),) if isinstance(text, str) else text
        whole = "".join(span.text for span in spans)
        if len(whole) <= _SAID_AGAIN:
            return spans
        ends = [place.at for place in self.setter.words.breaks(whole) if place.at <= _SAID_AGAIN]
        return (Span(f"{whole[: ends[-1] if ends else _SAID_AGAIN].rstrip()}…"),)

    # -- what stands at a fixed place

    def fix(self, sheet: Sheet, things: Iterable[Fixed | Rule]) -> None:
        """Put things at their fixed places."""
        for thing in things:
            if isinstance(thing, Rule):
                sheet.rule(thing)
                continue
            width = thing.width
            if width is None:
                width = sheet.setup.width - sheet.setup.right - thing.x
            item = self.items([thing.item], width, sheet.height, self.root)[0]
            y = thing.y
            if isinstance(item, TextItem):
                y -= item.lines[0].baseline
                self.bookmark(item, sheet, y)
            item.put(sheet, thing.x, y)
        sheet.last_line = None

    def bookmark(self, item: Item, sheet: Sheet, y: float) -> None:
        """Note a heading that has come to stand on a page."""
        if isinstance(item, TextItem) and item.title:
            text, level = item.title
            self.bookmarks.append((Bookmark(text, level, sheet.index + 1), y))

    def line(self, text: str, setup: PageSetup, align: Align) -> tuple[Layout, float]:
        """Return one line of the page's own text, and the width it stands in."""
        width = setup.width - setup.left - setup.right
        style = replace(setup.number_style, align=align, first_indent=0.0, left_indent=0.0)
        return self.setter.layout(Paragraph(text, style), width), width


class _Pagination:
    """One flow on its way to pages of one setup."""

    def __init__(self, pages: Pages, setup: PageSetup, items: Sequence[Item]) -> None:
        self.pages = pages
        self.setup = setup
        self.queue = deque(items)
        self.reserve = setup.number_style.leading if setup.catch_word else 0.0
        self.bottom = setup.height - setup.bottom
        self.sheet: Sheet
        self.y = 0.0
        self.last: Item | None = None
        """The item above on this page; None at the top."""

    def run(self, *, first: bool) -> Steps[None]:
        self._begin(first=first)
        while self.queue:
            yield
            item = self.queue.popleft()
            if isinstance(item, PageEnd):
                if self.queue:
                    self._begin()
            elif self.last is None and item.vanishes:
                continue
            else:
                self._place(item)

    def _begin(self, *, first: bool = False) -> None:
        pages, setup = self.pages, self.setup
        self.sheet = Sheet(setup, len(pages.sheets), pages.stock)
        pages.sheets.append(self.sheet)
        self.y = setup.first_top if first and setup.first_top is not None else setup.top
        self.last = None
        text = setup.number(self.sheet.index + 1)
        if text:
            layout, _ = pages.line(text, setup, Align.CENTRE)
            self.sheet.text(layout, layout.lines, setup.left, setup.number_y - layout.lines[0].baseline, element=None)
        mark = setup.foot(self.sheet.index + 1)
        if mark:
            layout = pages.setter.layout(Paragraph(mark, setup.foot_style), setup.width - setup.left - setup.right)
            self.sheet.text(layout, layout.lines[:1], setup.left, setup.foot_y - layout.lines[0].baseline, element=None)
        pages.fix(self.sheet, (*(setup.first if first else ()), *setup.every))

    def _limit(self) -> float:
        """Return where the page ends: one line earlier if a catch-word will follow."""
        if not self.reserve or self._rest_height() <= self.bottom - self.y + 0.005:
            return self.bottom
        return self.bottom - self.reserve

    def _rest_height(self) -> float:
        """Return the height of everything up to the next forced page end, or more than a page."""
        height, above = 0.0, self.last
        for item in self.queue:
            if isinstance(item, PageEnd):
                break
            height += item.height + (gap_between(above, item) if above else 0.0)
            above = item
            if height > self.setup.height:
                break
        return height

    def _place(self, item: Item) -> None:
        """Put an item on this page, or as much of it as may stand here, and the rest on the next.

        Method: first fit with look-ahead, no backtracking.  Each item says what must not happen to it: `bond` lines of
        it stand on the page where the next begins, `least` is the smallest part that may begin a page's foot, `leave`
        lines go on where it is parted.  So:
        1. The item is put whole if it fits together with what its bond asks to follow (`_wanted`: chained headings,
           heads and gaps whole, then the least part of the first that may be parted).
        2. Else it is parted at the room that is left, if its least part fits; with three lines going on where nothing
           could follow two on the next page.
        3. Else it goes on to the next page whole.  At the top of a page there is no such way out: there it is put
           whole if it fits, parted by the rules, parted against them, or put although it is too tall, in this order.
        Each step is tried once, so a document costs the number of its items; a bond that no page could keep is
        dropped (`_wanted` returns 0), so no item can be pushed on for ever.
        """
        self.queue.appendleft(item)
        limit = self._limit()
        self.queue.popleft()
        head = self._head_above(item)
        gap = gap_between(self.last, item) if self.last else (head.height if head else 0.0)
        room = limit - self.y - gap
        wanted = item.height
        if item.bond:
            wanted += self._wanted(item)
        if wanted <= room + 0.01:
            self._put(item, head, gap)
            return
        parted = self._parted(item, room)
        if parted is None and self.last is None:
            if item.height <= room + 0.01:
                self._put(item, head, gap)
                return
            parted = item.split(room) or item.split(room, force=True)
        if parted is not None:
            self._put(parted[0], head, gap)
            item = parted[1]
        elif self.last is None:
            self._put(item, head, gap)
            return
        self.queue.appendleft(item)
        self._turn()

    def _parted(self, item: Item, room: float) -> tuple[Item, Item] | None:
        """Return the item parted at `room`, or None where it goes on to the next page whole."""
        if item.least() > room + 0.01:
            return None
        room = min(room, item.height - 0.02)  # it may fit: what it is bound to does not
        parted = item.split(room, max(TWO, min(item.bond, WHOLE)))
        if parted is not None and parted[1].line_count < THREE and not self._follows(parted[1]):
            return item.split(room, THREE) or parted
        return parted

    def _follows(self, rest: Item) -> bool:
        """Return True if something may stand below `rest` on the next page, so that it does not fill it alone."""
        height, above = rest.height, rest
        for item in self.queue:
            if isinstance(item, PageEnd):
                return False
            chained = isinstance(item, Gap) or item.bond >= item.line_count > 0
            height += gap_between(above, item) + (item.height if chained else item.least())
            if not chained:
                return height <= self.bottom - self.setup.top + 0.01
            above = item
        return False

    def _wanted(self, item: Item) -> float:
        """Return the height that a bond asks to follow on the same page; nothing if no page could hold it."""
        height, above = 0.0, item
        repeated = item.head.height if isinstance(item, Rows) and item.head is not None else 0.0
        tallest = self.bottom - self.setup.top - repeated
        own = item.height if item.bond == WHOLE else item.least()
        for below in self.queue:
            if isinstance(below, PageEnd):
                break
            chained = isinstance(below, Gap) or (below.bond and below.line_count - max(below.bond, TWO) < TWO)
            height += gap_between(above, below) + (below.height if chained else below.least())
            if own + height > tallest + 0.01:
                return 0.0
            if not chained:
                return height
            above = below
        return height

    def _head_above(self, item: Item) -> Rows | None:
        """Return the head to repeat above an item at the top of a page, unless it would fill half of it."""
        if self.last is not None or not isinstance(item, Rows) or item.head is None:
            return None
        return item.head if item.head.height < (self.bottom - self.y) / 2 else None

    def _put(self, item: Item, head: Rows | None, gap: float) -> None:
        if head is not None:
            head.put_again(self.sheet, self.setup.left, self.y)
        self.y += gap
        self.pages.bookmark(item, self.sheet, self.y)
        item.put(self.sheet, self.setup.left, self.y)
        self.y += item.height
        self.last = item

    def _turn(self) -> None:
        """Go on to the next page, with a catch-word on this one."""
        self._take_back()
        if self.setup.catch_word and self.sheet.last_line is not None:
            self._catch_word()
        self._begin()

    def _take_back(self) -> None:
        """Drop empty height that would stand at the top of the next page."""
        while self.queue and self.queue[0].vanishes:
            self.queue.popleft()

    def _catch_word(self) -> None:
        following = next((item for item in self.queue if not isinstance(item, Gap)), None)
        if not isinstance(following, TextItem) or self.sheet.last_line is None:
            return
        # A tab would jump to a stop of the line that the word is taken from.
        text = following.lines[0].text.replace("\t", " ").strip()
        places = [place.at for place in self.pages.setter.words.breaks(text)]
        end = next((at for at in places if at >= _CATCH_WORD), len(text))
        layout, _ = self.pages.line(f"/{text[:end].strip()}...", self.setup, Align.RIGHT)
        baseline, leading = self.sheet.last_line
        y = baseline + leading - layout.lines[0].baseline
        self.sheet.text(layout, layout.lines[:1], self.setup.left, y, element=None)


def _bind(items: Sequence[Item]) -> None:
    """Hold items together on one page."""
    for item in items:
        item.solid = True
    for item in items[:-1]:
        item.bond = WHOLE


def _may_be_kept(items: Sequence[Item], tallest: float) -> bool:
    """Return True if items may be held on one page: not where that would leave half a page empty for a row."""
    height = column_height(items)
    parts = any(isinstance(item, Rows) and not item.is_head and item.most_lines > THREE for item in items)
    return height <= tallest * (0.5 if parts else 1.0)


def _hold_last_lines(items: Sequence[Item]) -> None:
    """Bind the last three lines before every forced page end together: no page holds fewer."""
    lines = 0
    done = False
    for item in reversed(items):
        if isinstance(item, PageEnd):
            lines, done = 0, False
        elif done or (isinstance(item, Gap) and not lines):
            continue
        elif isinstance(item, Gap):
            item.bond = WHOLE
        else:
            count = 0 if isinstance(item, Rows) and item.is_head else item.line_count
            lacking = THREE - lines
            if not lines:
                item.leave = THREE
            elif _can_give(item, lacking):
                item.bond = max(item.bond, lacking)
            else:
                item.bond = WHOLE
            done = isinstance(item, BoxItem) or count >= lacking or (lines > 0 and item.bond < WHOLE)
            lines += count


def _can_give(item: Item, lines: int) -> bool:
    """Return True if an item can be parted so that its last `lines` lines go on."""
    if isinstance(item, Rows):
        return item.may_part
    return isinstance(item, TextItem) and not item.solid and item.line_count >= lines + TWO


def _bind_lines(items: Sequence[Item], lines: int) -> None:
    """Bind the last lines of the text above to what follows."""
    for item in reversed(items):
        if isinstance(item, PageEnd):
            return
        if isinstance(item, Gap):
            item.bond = WHOLE
            continue
        count = item.line_count
        if isinstance(item, TextItem) and count >= lines + TWO:
            item.bond = max(item.bond, lines)
            return
        item.bond = WHOLE
        lines -= count
        if lines <= 0 or not isinstance(item, TextItem):
            return
