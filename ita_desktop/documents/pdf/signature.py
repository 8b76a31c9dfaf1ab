"""ช่องลงนาม on paper: the opinion's heading and dotted lines, room to sign, name and position on one axis."""

from __future__ import annotations

from collections.abc import Iterable

from ita_desktop import typeset as ts
from ita_desktop.documents import styles
from ita_desktop.documents.model import SignatureBlock, plain
from ita_desktop.documents.pdf.look import Look, origin_of

BLANK_NAME = "." * 44
BLANK_DATE = "วันที่............/............/............"
LINES_BEFORE = 2
"""At least two lines of the text go over to the page on which the first signature stands (guide, item 10)."""


def block(block: SignatureBlock, look: Look, *, first: bool) -> Iterable[ts.Block]:
    """The whole block, kept on one page."""
    flow = (*_opinion(block, look), *_signing(block, look), *_who(block, look))
    gap = (ts.Space(styles.PART_GAP),) if block.label or block.comment_lines else ()
    return (*gap, ts.Keep(flow, lines_before=LINES_BEFORE if first else 0))


def _opinion(block: SignatureBlock, look: Look) -> Iterable[ts.Paragraph]:
    """ความเห็น....: dots from the end of the heading to the right margin, further lines from the left margin."""
    dots = (ts.Tab(at=look.width + styles.LEADER_REACH, align=ts.Align.RIGHT, leader=True),)
    style = look.style(right_indent=-styles.LEADER_REACH)
    origin = origin_of(block.label, block.origin)
    if block.label or block.comment_lines:
        words = look.spans(block.label) + ((ts.Span("\t"),) if block.comment_lines else ())
        yield ts.Paragraph(words, style, origin=origin, tabs=dots)
    for _ in range(block.comment_lines - 1):
        yield ts.Paragraph("\t", style, origin=origin, tabs=dots)


def _signing(block: SignatureBlock, look: Look) -> Iterable[ts.Block]:
    """Room to sign: three lines, the third with (ลงชื่อ) and dots where the office prints them."""
    room = styles.NAME_LINES - 1
    line = look.leading(look.size)
    if not (block.show_signed or block.role):
        yield ts.Space(room * line, stays=True)
        return
    yield ts.Space((room - 1) * line, stays=True)
    axis = look.options.signature_axis * styles.CM - styles.LEFT
    start, end = axis - styles.SIGNING_LINE / 2, axis + styles.SIGNING_LINE / 2
    signed = "(ลงชื่อ)" if block.show_signed else "ลงชื่อ"
    words = f"{signed}\t{block.role}" if block.role else f"{signed}\t"
    style = look.style(left_indent=start)
    yield ts.Paragraph(words, style, origin=block.origin, tabs=(ts.Tab(at=end, leader=True),))


def _who(block: SignatureBlock, look: Look) -> Iterable[ts.Paragraph]:
    style = look.on_signature_axis()
    blank = not plain(block.name).strip()
    name = (ts.Span(f"({BLANK_NAME})"),) if blank else (ts.Span("("), *look.spans(block.name), ts.Span(")"))
    yield ts.Paragraph(name, style, origin=origin_of(block.name, ""))
    for line in block.position:
        yield ts.Paragraph(look.spans(line), style, origin=origin_of(line, ""))
    if block.date_line:
        yield ts.Paragraph(BLANK_DATE, style, origin=block.origin)
