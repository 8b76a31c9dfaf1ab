"""Blocks → what the typesetter sets: the one place where each kind of block gets its look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from ita_desktop import typeset as ts
from ita_desktop.documents import styles
from ita_desktop.documents.model import (
    Block,
    Chart,
    Cover,
    Heading,
    ItemList,
    LeaderList,
    Marker,
    MemoHead,
    PageBreak,
    Paragraph,
    SignatureBlock,
    Style,
    Table,
    Title,
)
from ita_desktop.documents.pdf import charts, cover, head, signature, tables
from ita_desktop.documents.pdf.look import Look, lines_origin, origin_of


def flow(blocks: tuple[Block, ...], look: Look) -> ts.Steps[tuple[ts.Block, ...]]:
    """The blocks of a section in order."""
    made: list[ts.Block] = []
    signed = False
    remark = blocks[-2:] if _ends_in_remark(blocks) else ()
    for block in blocks[: len(blocks) - len(remark)]:
        if isinstance(block, SignatureBlock):
            made += signature.block(block, look, first=not signed)
            signed = True
        elif isinstance(block, Table):
            made += yield from tables.table(block, look)
        else:
            made += _set(block, look)
        yield
    if remark:
        made.append(ts.Keep(tuple(one for block in remark for one in _set(block, look)), lines_before=1))
    return tuple(made)


def _ends_in_remark(blocks: tuple[Block, ...]) -> bool:
    """True for a heading and one paragraph after a table: they take the table's last row along to a new page."""
    kinds = tuple(type(block) for block in blocks[-3:])
    return kinds == (Table, Heading, Paragraph)


def _set(block: Block, look: Look) -> Iterable[ts.Block]:
    match block:
        case Title():
            return (_title(block, look),)
        case Heading():
            return (_heading(block, look),)
        case Paragraph():
            return (_paragraph(block, look),)
        case ItemList():
            return _items(block, look)
        case LeaderList():
            return _leaders(block, look)
        case Table():
            return ts.finish(tables.table(block, look))
        case Chart():
            return charts.chart(block, look)
        case MemoHead():
            return head.after_head(block, look)
        case SignatureBlock():
            return signature.block(block, look, first=True)
        case Cover():
            return cover.upper_half(block, look)
        case PageBreak():
            return (ts.PageBreak(),)
    assert_never(block)


def _title(block: Title, look: Look) -> ts.Heading:
    style = look.style(
        styles.REPORT_TITLE_SIZE,
        bold=True,
        align=ts.Align.CENTRE,
        keep_with_next=True,
        space_before=styles.TITLE_GAP,
        space_after=styles.TITLE_GAP,
    )
    return ts.Heading(look.lines(block.lines), style, level=1, origin=lines_origin(block.lines, block.origin))


def _heading(block: Heading, look: Look) -> ts.Heading:
    number = look.printed(block.number)
    style = look.style(
        bold=True,
        first_indent=look.form.heading_indent[block.level],
        space_before=look.form.heading_gap[block.level],
        keep_with_next=True,
    )
    return ts.Heading(
        look.spans(block.words),
        style,
        level=block.level + 1,
        number=number,
        origin=origin_of(block.words, block.origin),
    )


def _paragraph(block: Paragraph, look: Look) -> ts.Paragraph:
    if block.style is Style.POINT:
        return _point(block, look)
    spans = look.spans(block.words, f"{block.lead}  " if block.lead else "")
    style = replace(_paragraph_style(block.style, look), keep_with_next=block.introduces)
    return ts.Paragraph(spans, style, origin=origin_of(block.words, block.origin))


def _point(block: Paragraph, look: Look) -> ts.Paragraph:
    style = look.style(left_indent=styles.FIRST_INDENT, space_before=styles.POINT_GAP)
    label = look.printed(block.lead)
    return ts.Paragraph(
        look.spans(block.words),
        style,
        label=label,
        label_indent=styles.POINT_LABEL if label else 0.0,
        origin=origin_of(block.words, block.origin),
    )


def _paragraph_style(style: Style, look: Look) -> ts.TextStyle:
    match style:
        case Style.BODY | Style.CLOSING:
            return look.body()
        case Style.FLUSH:
            return look.body(first_indent=0.0)
        case Style.CENTRED:
            return look.style(align=ts.Align.CENTRE, space_before=styles.PART_GAP)
        case Style.PLACE:
            return look.on_signature_axis(styles.PLACE_GAP)
        case Style.NOTE | Style.POINT:
            return look.style(look.options.table_size, space_before=styles.PART_GAP)
    assert_never(style)


def _items(block: ItemList, look: Look) -> Iterable[ts.Paragraph]:
    before = 0.0 if block.marker is Marker.DASH else styles.PART_GAP
    for number, item in enumerate(block.items, start=1):
        label = block.marker.label(number)
        indent = styles.FIRST_INDENT + (item.level - 1) * styles.ITEM_STEP
        style = look.style(align=look.body_align, first_indent=indent, space_before=before)
        yield ts.Paragraph(look.spans(item.words, f"{label} "), style, origin=origin_of(item.words, item.origin))


def _leaders(block: LeaderList, look: Look) -> Iterable[ts.Paragraph]:
    start = styles.FIRST_INDENT
    name = start + styles.LEADER_NUMBER
    right = look.width
    figure = right - styles.LEADER_AFTER
    tabs = (
        ts.Tab(at=name),
        ts.Tab(at=figure - styles.LEADER_FIGURE, align=ts.Align.RIGHT, leader=True),
        ts.Tab(at=figure, align=ts.Align.RIGHT),
        ts.Tab(at=right, align=ts.Align.RIGHT),
    )
    ends = (0, len(block.rows) - 2)
    for n, row in enumerate(block.rows):
        style = look.style(
            left_indent=name,
            first_indent=start - name,
            space_before=0.0 if n else styles.PART_GAP,
            keep_with_next=n in ends,
        )
        spans = (
            *look.spans(row.words, f"{row.number}\t"),
            ts.Span(f"\t{row.before}\t"),
            *look.spans(row.value),
            ts.Span(f"\t{row.after}"),
        )
        yield ts.Paragraph(spans, style, origin=origin_of(row.words, row.origin), tabs=tabs)
