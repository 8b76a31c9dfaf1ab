"""ส่วนหัวหนังสือ on paper: emblem, title, and the rows of the form with their dotted rules, each at its measured place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ita_desktop import typeset as ts
from ita_desktop.documents import styles
from ita_desktop.documents.fit import Tightening
from ita_desktop.documents.forms import Entry, HeadForm
from ita_desktop.documents.model import MemoHead, Text, plain
from ita_desktop.documents.options import AddresseeWeight
from ita_desktop.documents.pdf.art import Art, width_of
from ita_desktop.documents.pdf.look import Look, origin_of
from ita_desktop.domain.values.origin import Origin

BLANK = "." * 20

Lines = Callable[[ts.Paragraph, float], int]
"""How many lines a paragraph has in a column of this width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPage:
    """What stands on a letter's first page at fixed places, and where its flow begins."""

    items: tuple[ts.Fixed | ts.Rule, ...]
    top: float


def first_page(head: MemoHead, form: HeadForm, look: Look, emblem: Art | None, lines: Lines) -> FirstPage:
    """Place everything above เรียน."""
    items: list[ts.Fixed | ts.Rule] = []
    if emblem is not None:
        items.append(ts.Fixed(x=form.emblem_x(width_of(emblem)), y=form.emblem_top, item=emblem))
    if head.urgency:
        items.append(_urgency(head, form))
    if form.title:
        items.append(_title(form))
    baseline = form.first_baseline
    for row in form.rows:
        count = max([_entry(entry, head, baseline, form, look, lines, items) for entry in row])
        baseline += form.step + (count - 1) * look.leading(look.size)
    addressee = baseline - form.step + look.leading(look.size) + styles.PART_GAP
    return FirstPage(items=tuple(items), top=look.top_of_line(addressee))


def _urgency(head: MemoHead, form: HeadForm) -> ts.Fixed:
    style = ts.TextStyle(
        size=styles.URGENCY_SIZE,
        leading=styles.URGENCY_SIZE,
        bold=True,
        align=ts.Align.LEFT,
        colour=styles.URGENCY_RED,
    )
    mark = ts.Paragraph(head.urgency, style, origin=head.origin / "urgency")
    return ts.Fixed(x=styles.URGENCY_LEFT, y=form.title_baseline, item=mark)


def _title(form: HeadForm) -> ts.Fixed:
    style = ts.TextStyle(size=styles.TITLE_SIZE, leading=styles.TITLE_LEADING, bold=True, align=ts.Align.CENTRE)
    heading = ts.Heading(form.title, style, level=1)
    return ts.Fixed(x=styles.LEFT, y=form.title_baseline, item=heading, width=styles.TEXT_WIDTH)


def _entry(
    entry: Entry, head: MemoHead, y: float, form: HeadForm, look: Look, lines: Lines, items: list[ts.Fixed | ts.Rule]
) -> int:
    """Set a label, its value and the rule under each line of it; return the number of lines."""
    if entry.label:
        style = look.style(form.label_size, bold=form.label_bold)
        items.append(ts.Fixed(x=entry.label_at, y=y, item=ts.Paragraph(entry.label, style)))
    words, left = head.value(entry.field), entry.value_left(look.options)
    ruled = form.ruled and look.options.dotted_rules
    spans = look.spans(words)
    if entry.is_open(plain(words)) and not ruled:
        spans = (*spans, ts.Span(BLANK))
    paragraph = ts.Paragraph(spans, look.style(), origin=origin_of(words))
    width = entry.right - left
    count = lines(paragraph, width)
    items.append(ts.Fixed(x=left, y=y, item=paragraph, width=width))
    if ruled:
        for n in range(count):
            under = y + n * look.leading(look.size) + styles.RULE_DROP
            items.append(ts.Rule(x1=left if n else entry.label_at + entry.label_width, y=under, x2=entry.right))
    return count


def after_head(head: MemoHead, look: Look) -> Iterable[ts.Block]:
    """เรียน, อ้างถึง, สิ่งที่ส่งมาด้วย: they flow, so that the text below follows however long they are."""
    weight = look.options.addressee
    label = ts.Span(
        "เรียน",
        bold=weight is not AddresseeWeight.REGULAR,
        size=styles.LABEL_SIZE if weight is AddresseeWeight.LABEL else None,
    )
    yield _labelled(label, (head.to,), styles.ADDRESSEE_INDENT, look, head.origin / "to")
    if head.references:
        yield _labelled(ts.Span("อ้างถึง"), head.references, styles.ADDRESSEE_INDENT, look, head.origin / "references")
    if head.enclosures:
        yield _labelled(
            ts.Span("สิ่งที่ส่งมาด้วย"), head.enclosures, styles.ENCLOSURE_INDENT, look, head.origin / "enclosures"
        )


def _labelled(label: ts.Span, texts: tuple[Text, ...], indent: float, look: Look, origin: Origin) -> ts.Paragraph:
    """A label and its texts hanging beside it; several are counted."""
    style = look.style(left_indent=indent, first_indent=-indent, space_before=styles.PART_GAP)
    spans: list[ts.Span] = [label]
    for n, words in enumerate(texts, start=1):
        number = look.printed(f"{n}. ") if len(texts) > 1 else ""
        jump = "\t" if n == 1 else "  " if Tightening.ENCLOSURES in look.tightened else "\n"
        spans += [ts.Span(jump + number), *look.spans(words)]
    first = origin_of(texts[0]) if len(texts) == 1 else origin
    return ts.Paragraph(tuple(spans), style, origin=first, tabs=(ts.Tab(at=indent),))
