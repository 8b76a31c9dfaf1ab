"""Blocks → what the typesetter sets: the one place where each kind of block gets its look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from ita_desktop import typeset as ts
from ita_desktop.documents import styles, typed
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
    Picture,
    SignatureBlock,
    Style,
    Table,
    Title,
)
from ita_desktop.documents.pdf import charts, cover, head, signature, tables
from ita_desktop.documents.pdf.look import Look, lines_origin, origin_of
from ita_desktop.documents.text import number_of
from ita_desktop.typeset.pictures import read_picture


def flow(blocks: tuple[Block, ...], look: Look) -> ts.Steps[tuple[ts.Block, ...]]:
    """The blocks of a section in order."""
    made: list[ts.Block] = []
    signed = False
    remark = blocks[len(blocks) - _remark_length(blocks) :]
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


def _remark_length(blocks: tuple[Block, ...]) -> int:
    """Count the blocks of a remark that ends a section after a table: it takes the table's last row to a new page.

    A remark is one paragraph, or a heading and one paragraph.
    """
    kinds = tuple(type(block) for block in blocks[-3:])
    if kinds == (Table, Heading, Paragraph):
        return 2
    return 1 if kinds[1:] == (Table, Paragraph) else 0


def _set(block: Block, look: Look) -> Iterable[ts.Block]:
    match block:
        case Title():
            return (_title(block, look),)
        case Heading():
            return (_heading(block, look),)
        case Paragraph():
            return _paragraphs(block, look)
        case ItemList():
            return _typed_items(block, look) if block.typed else _items(block, look)
        case LeaderList():
            return _leaders(block, look)
        case Table():
            return ts.finish(tables.table(block, look))
        case Chart():
            return charts.chart(block, look)
        case Picture():
            return (_picture(block, look),)
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
    number = number_of(look.options)(block.number)
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


def _paragraphs(block: Paragraph, look: Look) -> Iterable[ts.Paragraph]:
    """One paragraph for each typed line of a body text, each with the first-line indent; one for other styles."""
    if block.style is Style.POINT:
        yield _point(block, look)
        return
    style = _paragraph_style(block.style, look)
    lines = typed.lines(block.words) if block.style in _INDENTED else (block.words,)
    for n, words in enumerate(lines):
        yield ts.Paragraph(
            look.spans(words, f"{block.lead}  " if block.lead and not n else ""),
            replace(
                style,
                space_before=0.0 if n else style.space_before,
                keep_with_next=block.introduces and n == len(lines) - 1,
            ),
            origin=origin_of(words, block.origin),
        )


_INDENTED = frozenset({Style.BODY, Style.CLOSING})


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


def _picture(block: Picture, look: Look) -> ts.Picture:
    """The picture in its own proportion, as wide as the text but not so high that a page holds nothing else."""
    read = read_picture(block.data)
    width = min(look.width, styles.PICTURE_HEIGHT * read.width / read.height)
    alt = look.printed(block.alt)
    return ts.Picture(block.data, width=width, alt=alt, align=ts.Align.CENTRE, origin=block.origin)


def _typed_items(block: ItemList, look: Look) -> Iterable[ts.Paragraph]:
    """Items beside the marks that were typed; all marks of a level leave the same room."""
    longest = {item.level: max(len(i.label) for i in block.items if i.level == item.level) for item in block.items}
    for n, item in enumerate(block.items, start=1):
        style = look.style(
            align=look.body_align,
            left_indent=styles.FIRST_INDENT + (item.level - 1) * styles.ITEM_STEP,
            space_before=0.0 if n > 1 else styles.PART_GAP,
        )
        yield ts.Paragraph(
            look.spans(item.words),
            style,
            label=look.printed(block.label(n)),
            label_indent=styles.TYPED_LABEL + styles.TYPED_LABEL_SIGN * (longest[item.level] - 1),
            origin=origin_of(item.words, item.origin),
        )


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
