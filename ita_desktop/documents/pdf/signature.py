"""ช่องลงนาม on paper: the opinion's heading and dotted lines, room to sign, name and position on one axis."""

from __future__ import annotations

from collections.abc import Iterable

from ita_desktop import typeset as ts
from ita_desktop.documents import styles
from ita_desktop.documents.fit import Tightening
from ita_desktop.documents.model import SignatureBlock, plain
from ita_desktop.documents.pdf.look import Look, origin_of

LINES_BEFORE = 2
"""At least two lines of the text go over to the page on which the first signature stands (guide, item 10)."""


def block(block: SignatureBlock, look: Look, *, first: bool) -> Iterable[ts.Block]:
    """The whole block, kept on one page."""
    above = _titled(block, look) if block.titled else _opinion(block, look)
    flow = (*above, *_signing(block, look), *_who(block, look))
    spaced = (block.label or block.comment_lines) and Tightening.BETWEEN not in look.tightened
    gap = (ts.Space(styles.PART_GAP),) if spaced else ()
    return (*gap, ts.Keep(flow, lines_before=LINES_BEFORE if first else 0))


def _titled(block: SignatureBlock, look: Look) -> Iterable[ts.Paragraph]:
    """ผู้ติดตามและประเมินผล: what a person signs as, in the middle over the room to sign."""
    yield ts.Paragraph(look.spans(block.label), look.on_signature_axis(), origin=origin_of(block.label, block.origin))


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
    if block.comment_lines and Tightening.SIGNING in look.tightened:
        room = styles.OPINION_LINES - 1
    line = look.leading(look.size)
    if not (block.show_signed or block.role):
        yield ts.Space(room * line, stays=True)
        return
    yield ts.Space((room - 1) * line, stays=True)
    left, right = _line(look)
    signed = "(ลงชื่อ)" if block.show_signed else "ลงชื่อ"
    tabs = (ts.Tab(at=left - styles.SIGNING_GAP, align=ts.Align.RIGHT), ts.Tab(at=right, leader=True))
    yield ts.Paragraph(f"\t{signed}\t{block.role}", look.style(), origin=block.origin, tabs=tabs)


def _line(look: Look) -> tuple[float, float]:
    """Where a dotted line begins and ends whose middle is แกนลายมือชื่อ."""
    axis = look.options.signature_axis * styles.CM - styles.LEFT
    return axis - styles.SIGNING_LINE / 2, axis + styles.SIGNING_LINE / 2


def _who(block: SignatureBlock, look: Look) -> Iterable[ts.Paragraph]:
    style = look.on_signature_axis()
    if plain(block.name).strip():
        name = (ts.Span("("), *look.spans(block.name), ts.Span(")"))
        yield ts.Paragraph(name, style, origin=origin_of(block.name))
    else:
        left, right = _line(look)
        dots = (ts.Tab(at=left), ts.Tab(at=right, leader=True))
        yield ts.Paragraph("\t(\t)", look.style(), origin=origin_of(block.name), tabs=dots)
    for line in block.position:
        yield ts.Paragraph(look.spans(line), style, origin=origin_of(line))
    if block.date_line:
        yield _date_line(block, look)


def _date_line(block: SignatureBlock, look: Look) -> ts.Paragraph:
    """วันที่..../..../....: dots to write on, of the kind that stands under every other blank."""
    at = sum(_line(look)) / 2 - (sum(styles.DATE_PARTS) + styles.DATE_LABEL) / 2
    tabs = [ts.Tab(at=at)]
    at += styles.DATE_LABEL
    for part in styles.DATE_PARTS:
        at += part
        tabs.append(ts.Tab(at=at, leader=True))
    return ts.Paragraph("\tวันที่\t/\t/\t", look.style(), origin=block.origin, tabs=tuple(tabs))
