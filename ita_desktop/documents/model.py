"""The document (เอกสาร) as a tree of blocks: what is said and in what order, never how it looks.

No measure, no font, no markup: a text is data and prints as it stands. Digits stay as they were typed; whoever renders
the tree prints them Thai or Arabic. Everything that came from a field carries that field's path as ``origin``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import assert_never

from ita_desktop.documents.forms import Field, Form
from ita_desktop.domain.values.origin import NOWHERE, Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of text from one field, in one weight."""

    text: str
    bold: bool = False
    underline: bool = False
    origin: Origin = NOWHERE


Text = tuple[Span, ...]


def text(words: str, origin: Origin = NOWHERE, *, bold: bool = False) -> Text:
    """One run of text."""
    return (Span(text=words, origin=origin, bold=bold),)


def plain(words: Text) -> str:
    """The characters of a text."""
    return "".join(span.text for span in words)


class Style(StrEnum):
    """The kinds of paragraph a document knows; ``styles`` says how each looks."""

    BODY = "body"
    """ย่อหน้า: first line indented."""
    FLUSH = "flush"
    """Without indent, as the line after a heading of a table."""
    CENTRED = "centred"
    CLOSING = "closing"
    """ภาคสรุป of a memo."""
    POINT = "point"
    """ข้อย่อย: hangs beside its number."""
    PLACE = "place"
    """ลงท้ายคำนำ: office and date, in the right half."""
    NOTE = "note"
    """Small remark under a table."""


class Marker(StrEnum):
    """เลขข้อ: how the items of a list are counted."""

    PAREN = "paren"
    """๑) ๒)"""
    DOT = "dot"
    """๑. ๒."""
    ROUND = "round"
    """(๑) (๒)"""
    DASH = "dash"
    """- -"""

    def label(self, number: int) -> str:
        """The mark before item ``number`` (from 1), in Arabic digits."""
        return {
            Marker.PAREN: f"{number})",
            Marker.DOT: f"{number}.",
            Marker.ROUND: f"({number})",
            Marker.DASH: "-",
        }[self]


class CellAlign(StrEnum):
    """Where a cell's text stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """ชื่อเอกสาร: centred bold lines at the head of a document or of a part that starts a page."""

    lines: tuple[Text, ...]
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """หัวข้อ: found again as a bookmark."""

    words: Text
    level: int = 1
    number: str = ""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """ย่อหน้า; ``lead`` is a run-in number before the words."""

    words: Text
    style: Style = Style.BODY
    lead: str = ""
    introduces: bool = False
    """True where it ends in ดังนี้ or ได้แก่: it stays with what follows."""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """ข้อหนึ่งของรายการ; level 2 stands further in."""

    words: Text
    level: int = 1
    label: str = ""
    """The mark that was typed before it; empty where the list's marker counts it."""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList:
    """รายการข้อ: items counted by ``marker``, or with the marks that were typed."""

    items: tuple[Item, ...]
    marker: Marker = Marker.PAREN
    origin: Origin = NOWHERE

    @property
    def typed(self) -> bool:
        """True where the items have typed marks: they hang beside them."""
        return any(item.label for item in self.items)

    def label(self, number: int) -> str:
        """Return the mark of item ``number`` (from 1), in the digits it was typed with."""
        return self.items[number - 1].label or self.marker.label(number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """A line with dots between its name and its figure: ๑. การเปิดเผยข้อมูล ....... ได้รับคะแนน ๑๐๐.๐๐ คะแนน.

    What stands before and after the figures is the same in every row of a list: they stand below each other.
    """

    words: Text
    value: Text
    """The figure alone."""
    number: str = ""
    before: str = ""
    after: str = ""
    origin: Origin = NOWHERE

    @property
    def told(self) -> str:
        """The figure with what stands before and after it."""
        return "  ".join(filter(None, (self.before, plain(self.value), self.after)))


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaderList:
    """รายการคะแนนมีจุดไข่ปลานำสายตา."""

    rows: tuple[Leader, ...]
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class CellText:
    """One paragraph of a cell; ``label`` is its number or dash."""

    words: Text
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """ช่องตาราง."""

    content: tuple[CellText, ...] = ()
    colspan: int = 1
    rowspan: int = 1
    align: CellAlign | None = None
    """None: as the column says."""
    origin: Origin = NOWHERE


def cell(words: str, origin: Origin = NOWHERE, *, bold: bool = False, colspan: int = 1, rowspan: int = 1) -> TableCell:
    """A cell with one paragraph."""
    content = (CellText(words=text(words, origin, bold=bold)),) if words else ()
    return TableCell(content=content, colspan=colspan, rowspan=rowspan, origin=origin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """คอลัมน์: its share of the table's width, relative to the others."""

    share: float
    align: CellAlign = CellAlign.LEFT
    fixed: bool = False
    """True where the office set the width itself: it is kept, whatever stands in the column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """แถวตาราง; a ``group`` row is the heading of the rows after it and is printed again with the head."""

    cells: tuple[TableCell, ...]
    group: bool = False
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """ตาราง: the head is printed again on every page."""

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    caption: Text = ()
    kept: bool = False
    """True where it stands on one page if it fits on one."""
    origin: Origin = NOWHERE


class ChartKind(StrEnum):
    """ชนิดแผนภูมิ."""

    COLUMNS = "columns"
    """แท่งตั้ง, for few categories."""
    BARS = "bars"
    """แท่งนอน, for categories with long names."""
    RADAR = "radar"
    """ใยแมงมุม."""
    GAUGE = "gauge"
    """มาตรวัดครึ่งวง of one score; its category is the level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """ชุดข้อมูล, e.g. one year: a value for each category, None where it is not known."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """แผนภูมิ of scores from 0 to 100: data only; every value is printed beside its mark."""

    kind: ChartKind
    title: Text
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    target: Decimal | None = None
    """Drawn as a line across, e.g. the year's pass mark."""
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """ภาพประกอบ: a PNG or JPEG as wide as the text allows; ``alt`` says what it shows."""

    data: bytes = field(repr=False)
    alt: str
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoHead:
    """ส่วนหัวหนังสือ of a memo or letter: the rows that the form of the sheet asks for, then เรียน and what follows it."""

    department: Text
    number: Text
    date: Text
    subject: Text
    to: Text
    references: tuple[Text, ...] = ()
    enclosures: tuple[Text, ...] = ()
    urgency: str = ""
    origin: Origin = NOWHERE

    def value(self, field: Field) -> Text:
        """Return the text of one field of the head."""
        match field:
            case Field.DEPARTMENT:
                return self.department
            case Field.NUMBER:
                return self.number
            case Field.DATE:
                return self.date
            case Field.SUBJECT:
                return self.subject
        assert_never(field)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureBlock:
    """ช่องลงนาม: an opinion heading with dotted lines where there is one, room to sign, name and position lines."""

    name: Text
    position: tuple[Text, ...] = ()
    label: Text = ()
    comment_lines: int = 0
    show_signed: bool = False
    role: str = ""
    """Printed after the signing line, e.g. ผู้จัดทำ."""
    date_line: bool = False
    origin: Origin = NOWHERE

    @property
    def titled(self) -> bool:
        """True where the label says what the person signs as (ผู้ตรวจสอบ) and is no heading of an opinion."""
        label = plain(self.label).strip()
        return bool(label) and not self.comment_lines and not label.startswith(("ความเห็น", "คำสั่ง", "ข้อ", "เรียน"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """ปกรายงาน."""

    title: tuple[Text, ...]
    year: Text
    office: tuple[Text, ...]
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """ขึ้นหน้าใหม่."""

    origin: Origin = NOWHERE


Block = (
    Title
    | Heading
    | Paragraph
    | ItemList
    | LeaderList
    | Table
    | Chart
    | Picture
    | MemoHead
    | SignatureBlock
    | Cover
    | PageBreak
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Pages of one form; ``restart`` starts the page numbers again at 1."""

    form: Form
    blocks: tuple[Block, ...]
    restart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """เอกสารหนึ่งฉบับ: sections in order, with what the renderer needs to know about the whole."""

    name: str
    """As the commands know it, e.g. ``analysis-report``."""
    title: str
    author: str
    sections: tuple[Section, ...]
    names: tuple[str, ...] = ()
    """คำเฉพาะ: names that are not broken at a line end."""
    code: str = ""
    """รหัสหน้า, small at the foot of every page; none where empty."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks in reading order."""
        return tuple(block for section in self.sections for block in section.blocks)
