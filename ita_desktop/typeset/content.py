"""What can be set: paragraphs, tables, drawings and the pages they stand on, as plain values.

User text is plain text: no character of it is ever markup.  `origin` is any name the caller gives to a piece of
content; the result tells on which page and where each origin landed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from ita_desktop.typeset import checks
from ita_desktop.typeset.drawing import Shape
from ita_desktop.typeset.style import Align, AlignV, Colour, Tab, TextStyle


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that looks different; None means: as the paragraph."""

    text: str
    bold: bool | None = None
    italic: bool | None = None
    underline: bool = False
    size: float | None = None

    def __post_init__(self) -> None:
        if self.size is not None:
            checks.positive(self, "size")


@dataclass(frozen=True, slots=True)
class Paragraph:
    r"""A paragraph (ย่อหน้า).

    `\n` in the text ends a line, `\t` jumps to the next of `tabs` (every 36 points when there is none left).
    `label` hangs at the left (a list number, a bullet); the text then stands at `label_indent` on every line.
    """

    text: str | tuple[Span, ...]
    style: TextStyle = field(default_factory=TextStyle)
    label: str = ""
    label_indent: float = 0.0
    origin: str = ""
    tabs: tuple[Tab, ...] = ()

    def __post_init__(self) -> None:
        checks.text(self.text, "text", Span)
        checks.lengths(self, "label_indent")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading (หัวข้อ): bookmarked in the PDF, and never parted from two lines of what follows."""

    text: str | tuple[Span, ...]
    style: TextStyle = field(default_factory=lambda: TextStyle(bold=True, align=Align.LEFT))
    level: int = 1
    number: str = ""
    origin: str = ""

    def __post_init__(self) -> None:
        checks.text(self.text, "text", Span)


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; a cell covers `colspan` columns and `rowspan` rows, covered places are left out of the row."""

    content: str | tuple[Block, ...] = ""
    style: TextStyle | None = None
    colspan: int = 1
    rowspan: int = 1
    align_v: AlignV | None = None
    shade: Colour | None = None
    origin: str = ""

    def __post_init__(self) -> None:
        checks.text(self.content, "content", object)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableStyle:
    """How a table looks.

    `shrink`: where a word is wider than its cell, the whole table may be set down to this part of its size, so that it
    has one size of letters; a word that is still too wide is broken between syllables or, where even that does not
    help, between letters (never inside a cluster), so nothing is ever cut off.
    """

    text: TextStyle = field(default_factory=lambda: TextStyle(align=Align.LEFT))
    head_text: TextStyle = field(default_factory=lambda: TextStyle(align=Align.CENTRE, bold=True))
    padding_x: float = 4.0
    padding_y: float = 2.0
    rule: float = 0.5
    """Thickness of all rules; 0 draws none."""
    rule_colour: Colour = (0.0, 0.0, 0.0)
    horizontal_only: bool = False
    align_v: AlignV = AlignV.TOP
    head_align_v: AlignV = AlignV.MIDDLE
    head_shade: Colour | None = None
    repeat_head: bool = True
    split_rows: bool = True
    shrink: float = 0.8
    continued: str = ""
    """Said behind the first column's text where a row goes on over a page, as (ต่อ); empty: it is not said again."""
    left: float = 0.0
    """Distance from the left edge of the column."""
    space_before: float = 0.0
    space_after: float = 0.0

    def __post_init__(self) -> None:
        checks.not_negative(self, "padding_x", "padding_y", "rule")
        checks.positive(self, "shrink")
        checks.lengths(self, "left", "space_before", "space_after")


@dataclass(frozen=True, slots=True)
class Table:
    """A table (ตาราง): `widths` of its columns; `head` rows come again on every page.

    Raises ContentError unless the cells of every row, with those that reach down from rows above, fill its columns.
    """

    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    head: tuple[tuple[Cell, ...], ...] = ()
    style: TableStyle = field(default_factory=TableStyle)
    origin: str = ""

    def __post_init__(self) -> None:
        checks.widths(self.widths)
        checks.grid(self.head, len(self.widths), "head row")
        checks.grid(self.rows, len(self.widths), "row")


@dataclass(frozen=True, slots=True)
class Space:
    """Empty height; it vanishes at the top of a page unless it `stays`."""

    height: float
    stays: bool = False

    def __post_init__(self) -> None:
        checks.not_negative(self, "height")


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A vector drawing of `shapes` in its own box, y downward; `alt` is read by screen readers."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str = ""
    align: Align = Align.LEFT
    origin: str = ""

    def __post_init__(self) -> None:
        checks.positive(self, "width", "height")


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG; with one of the lengths 0 its proportion is kept.  PictureError when it cannot be read."""

    data: bytes
    width: float = 0.0
    height: float = 0.0
    alt: str = ""
    align: Align = Align.LEFT
    origin: str = ""

    def __post_init__(self) -> None:
        checks.not_negative(self, "width", "height")


@dataclass(frozen=True, slots=True)
class Keep:
    """Content that stays on one page; at least `lines_before` lines of the text before it come along.

    What is taller than a page is parted, and so is a table of more than half a page with a row that can be parted:
    half a page left empty is worse.
    """

    flow: tuple[Block, ...]
    lines_before: int = 0

    def __post_init__(self) -> None:
        checks.blocks(self.flow, "flow")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """An item at a fixed place of the page.

    For a paragraph `y` is the baseline of its first line and `x` the left edge of its column, which is `width` wide
    (None: up to the right margin).  For a drawing or picture `x`, `y` is its upper left corner.
    """

    x: float
    y: float
    item: Paragraph | Heading | Drawing | Picture
    width: float | None = None

    def __post_init__(self) -> None:
        checks.lengths(self, "x", "y")
        if self.width is not None:
            checks.positive(self, "width")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A level rule from `x1` to `x2` at `y` of the page; dotted rules have round dots of `thickness`."""

    x1: float
    y: float
    x2: float
    dotted: bool = True
    thickness: float = 0.7
    colour: Colour = (0.0, 0.0, 0.0)

    def __post_init__(self) -> None:
        checks.lengths(self, "x1", "x2", "y")
        checks.not_negative(self, "thickness")


def _no_number(page: int) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSetup:
    """The paper, its margins, and what stands on it besides the flow.

    `number` gives the text of the page number from the page's number (1, 2, ...; an empty text prints none), set in
    `number_style` and centred on the text at baseline `number_y`.  With `catch_word` the first words of the next page
    stand, after "/" and before "...", at the right edge of the line after the last (คำต่อ).
    """

    width: float = 595.276
    height: float = 841.89
    left: float = 85.04
    right: float = 56.69
    top: float = 70.87
    bottom: float = 56.69
    first_top: float | None = None
    """Top margin of the section's first page, when it differs."""
    first: tuple[Fixed | Rule, ...] = ()
    """Items of the section's first page."""
    every: tuple[Fixed | Rule, ...] = ()
    """Items of every page."""
    number: Callable[[int], str] = _no_number
    number_y: float = 70.87
    number_style: TextStyle = field(default_factory=lambda: TextStyle(align=Align.CENTRE))
    catch_word: bool = False
    foot: Callable[[int], str] = _no_number
    """A mark at the foot of every page, set like the page's number but flush left in `foot_style`."""
    foot_y: float = 0.0
    """Its baseline, which may lie in the bottom margin."""
    foot_style: TextStyle = field(default_factory=TextStyle)

    def __post_init__(self) -> None:
        checks.positive(self, "width", "height")
        checks.lengths(self, "left", "right", "top", "bottom", "number_y", "foot_y")
        room = min(self.width - self.left - self.right, self.height - self.top - self.bottom)
        if room <= 0:
            raise checks.ContentError(checks.ContentFault.NO_ROOM, "page", self)


@dataclass(frozen=True, slots=True)
class Section:
    """A flow on pages of its own (a landscape table in a portrait report, a cover)."""

    flow: tuple[Block, ...]
    page: PageSetup

    def __post_init__(self) -> None:
        checks.blocks(self.flow, "flow")


Block = Paragraph | Heading | Table | Space | PageBreak | Drawing | Picture | Keep | Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """The document's own data: title, author (the office), subject, language."""

    title: str = ""
    author: str = ""
    subject: str = ""
    language: str = "th-TH"


@dataclass(frozen=True, slots=True)
class Note:
    """A character that no font of the set has: it was printed as a box."""

    char: str
    count: int
    origin: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where (a part of) the content with this origin stands: page from 1, points from the upper left corner."""

    origin: str
    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading in the finished document, with the page it stands on (for a table of contents)."""

    text: str
    level: int
    page: int


Ink: TypeAlias = tuple[int, float, float]
"""What is painted (its hash), and between which heights: pages of the same process with the same ink look the same.

A bare tuple, of which there are a hundred thousand: Python's search for garbage passes it by.
"""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A finished page: its size, and what is painted on it."""

    width: float
    height: float
    ink: tuple[Ink, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """A finished document."""

    pdf: bytes
    pages: int
    notes: tuple[Note, ...]
    places: tuple[Place, ...]
    bookmarks: tuple[Bookmark, ...]
    leaves: tuple[Leaf, ...]
