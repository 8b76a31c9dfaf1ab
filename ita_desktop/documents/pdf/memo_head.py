"""ส่วนหัวบันทึกข้อความ on paper: emblem, title, and the rows with their dotted rules, each at its measured place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ita_desktop import typeset as ts
from ita_desktop.documents import styles
from ita_desktop.documents.model import MemoHead, Text, plain
from ita_desktop.documents.options import AddresseeWeight
from ita_desktop.documents.pdf.look import Look, origin_of

TITLE = "บันทึกข้อความ"
BLANK = "." * 20

Lines = Callable[[ts.Paragraph, float], int]
"""How many lines a paragraph has in a column of this width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPage:
    """What stands on a memo's first page at fixed places, and where its flow begins."""

    items: tuple[ts.Fixed | ts.Rule, ...]
    top: float


@dataclass(slots=True)
class _Rows:
    """The rows of the head while they are being placed, from the baseline of the next one."""

    look: Look
    lines: Lines
    items: list[ts.Fixed | ts.Rule]
    y: float

    def label(self, words: str, x: float) -> None:
        style = self.look.style(styles.LABEL_SIZE, bold=True)
        self.items.append(ts.Fixed(x=x, y=self.y, item=ts.Paragraph(words, style)))

    def value(self, words: Text, x: float, right: float, label_end: float, *, blank: bool = False) -> int:
        """Set a value and the rule under each of its lines; return how many lines it has."""
        look = self.look
        spans = look.spans(words)
        if blank and not look.options.dotted_rules:
            spans = (*spans, ts.Span(BLANK))
        paragraph = ts.Paragraph(spans, look.style(), origin=origin_of(words))
        count = self.lines(paragraph, right - x)
        self.items.append(ts.Fixed(x=x, y=self.y, item=paragraph, width=right - x))
        if look.options.dotted_rules:
            for n in range(count):
                y = self.y + n * look.leading(look.size) + styles.RULE_DROP
                self.items.append(ts.Rule(x1=x if n else label_end, y=y, x2=right))
        return count

    def next(self, lines: int) -> None:
        """Go on to the next row, below a row of so many lines."""
        self.y += styles.HEAD_STEP + (lines - 1) * self.look.leading(self.look.size)


def first_page(head: MemoHead, look: Look, emblem: ts.Drawing | ts.Picture | None, lines: Lines) -> FirstPage:
    """Everything above เรียน."""
    items: list[ts.Fixed | ts.Rule] = []
    if emblem is not None:
        items.append(ts.Fixed(x=styles.EMBLEM_LEFT, y=styles.EMBLEM_TOP, item=emblem))
    if head.urgency:
        style = ts.TextStyle(
            size=styles.URGENCY_SIZE,
            leading=styles.URGENCY_SIZE,
            bold=True,
            align=ts.Align.LEFT,
            colour=styles.URGENCY_RED,
        )
        mark = ts.Paragraph(head.urgency, style, origin=f"{head.origin}/urgency")
        items.append(ts.Fixed(x=styles.URGENCY_LEFT, y=styles.TITLE_BASELINE, item=mark))
    title = ts.TextStyle(size=styles.TITLE_SIZE, leading=styles.TITLE_LEADING, bold=True, align=ts.Align.CENTRE)
    items.append(
        ts.Fixed(
            x=styles.LEFT, y=styles.TITLE_BASELINE, item=ts.Heading(TITLE, title, level=1), width=styles.TEXT_WIDTH
        )
    )
    rows = _Rows(look, lines, items, styles.HEAD_BASELINE)
    _place_rows(head, rows)
    addressee = rows.y - styles.HEAD_STEP + look.leading(look.size) + styles.PART_GAP
    return FirstPage(items=tuple(items), top=look.top_of_line(addressee))


def _place_rows(head: MemoHead, rows: _Rows) -> None:
    right = styles.RULE_RIGHT
    rows.label("ส่วนราชการ", styles.LEFT)
    start = styles.LEFT + styles.DEPARTMENT_LABEL
    rows.next(rows.value(head.department, start + styles.LABEL_GAP, right, start))

    rows.label("ที่", styles.LEFT)
    rows.label("วันที่", styles.DATE_LABEL_LEFT)
    start = styles.LEFT + styles.NUMBER_LABEL
    number = rows.value(
        head.number,
        start + styles.LABEL_GAP,
        styles.DATE_LABEL_LEFT - styles.LABEL_GAP / 2,
        start,
        blank=plain(head.number).rstrip().endswith("/") or not plain(head.number).strip(),
    )
    date_at = rows.look.options.date_at * styles.CM
    day = rows.value(
        head.date,
        date_at,
        right,
        styles.DATE_LABEL_LEFT + styles.DATE_LABEL,
        blank=not plain(head.date).strip(),
    )
    rows.next(max(number, day))

    rows.label("เรื่อง", styles.LEFT)
    start = styles.LEFT + styles.SUBJECT_LABEL
    rows.next(rows.value(head.subject, styles.SUBJECT_LEFT, right, start))


def after_head(head: MemoHead, look: Look) -> Iterable[ts.Block]:
    """เรียน, อ้างถึง, สิ่งที่ส่งมาด้วย: they flow, so that the text below follows however long they are."""
    weight = look.options.addressee
    label = ts.Span(
        "เรียน",
        bold=weight is not AddresseeWeight.REGULAR,
        size=styles.LABEL_SIZE if weight is AddresseeWeight.LABEL else None,
    )
    yield _labelled(label, (head.to,), styles.ADDRESSEE_INDENT, look, f"{head.origin}/to")
    if head.references:
        yield _labelled(ts.Span("อ้างถึง"), head.references, styles.ADDRESSEE_INDENT, look, f"{head.origin}/references")
    if head.enclosures:
        yield _labelled(
            ts.Span("สิ่งที่ส่งมาด้วย"), head.enclosures, styles.ENCLOSURE_INDENT, look, f"{head.origin}/enclosures"
        )


def _labelled(label: ts.Span, texts: tuple[Text, ...], indent: float, look: Look, origin: str) -> ts.Paragraph:
    """A label and its texts hanging beside it; several are counted."""
    style = look.style(left_indent=indent, first_indent=-indent, space_before=styles.PART_GAP)
    spans: list[ts.Span] = [label]
    for n, words in enumerate(texts, start=1):
        number = look.printed(f"{n}. ") if len(texts) > 1 else ""
        jump = "\t" if n == 1 else "\n"
        spans += [ts.Span(jump + number), *look.spans(words)]
    first = origin_of(texts[0], "") if len(texts) == 1 else origin
    return ts.Paragraph(tuple(spans), style, origin=first, tabs=(ts.Tab(at=indent),))
