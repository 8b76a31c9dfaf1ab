"""Paragraphs and headings of the typesetter as Word's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ita_desktop import typeset as ts
from ita_desktop.documents.docx.look import Named, StyleSheet, indents, run_properties
from ita_desktop.documents.docx.xml import Element, characters, twips, w
from ita_desktop.documents.signs import SIGNS, WORD_FONT

_TAB = {ts.Align.LEFT: "left", ts.Align.CENTRE: "center", ts.Align.RIGHT: "right", ts.Align.THAI: "left"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a paragraph stands among its neighbours."""

    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False
    before: float = 0.0
    """Space that something before it left."""


def heading(block: ts.Heading, sheet: StyleSheet, standing: Standing) -> Element:
    """A heading with its outline level."""
    words: tuple[ts.Span, ...] = (ts.Span(block.text),) if isinstance(block.text, str) else block.text
    if block.number:
        words = (ts.Span(f"{block.number}  "), *words)
    return paragraph(ts.Paragraph(words, block.style), sheet, Named.heading(block.level), standing)


def paragraph(block: ts.Paragraph, sheet: StyleSheet, name: Named, standing: Standing | None = None) -> Element:
    """``w:p`` in a named style; only what differs from the style is written."""
    standing = standing or Standing()
    style = replace(block.style, space_before=block.style.space_before + standing.before)
    spacing, indented, aligned = sheet.formatting(style, name)
    tabs = block.tabs
    if block.label:
        at = style.left_indent + block.label_indent
        indented = indents(at, style.first_indent - block.label_indent, style.right_indent)
        tabs = (ts.Tab(at=at), *tabs)
    keep_next = standing.keep_next or style.keep_with_next
    properties = w(
        "pPr",
        None if name is Named.NORMAL else w("pStyle", val=name.value),
        w("keepNext") if keep_next else None,
        w("keepLines") if standing.keep_lines else None,
        w("pageBreakBefore") if standing.new_page else None,
        tab_stops(tabs) if tabs else None,
        spacing,
        indented,
        aligned,
    )
    made = w("p", properties if len(properties) else None)
    made.extend(_runs(block, style, sheet.text[name], sheet))
    return made


def named(style: ts.TextStyle) -> Named:
    """The named style of a paragraph outside tables."""
    return Named.BODY if style.align is ts.Align.THAI else Named.NORMAL


def tab_stops(tabs: tuple[ts.Tab, ...]) -> Element:
    """``w:tabs``; a dotted rule is a tab's leader."""
    made = w("tabs")
    for tab in tabs:
        leader = {"leader": "dot"} if tab.leader else {}
        made.append(w("tab", val=_TAB[tab.align], **leader, pos=twips(tab.at)))
    return made


def _runs(block: ts.Paragraph, style: ts.TextStyle, base: ts.TextStyle, sheet: StyleSheet) -> Iterator[Element]:
    if block.label:
        label = block.label
        yield _in_sign_font(run(ts.Span(label), style, base), label)
        yield run(ts.Span("\t"), style, base)
    spans = (ts.Span(block.text),) if isinstance(block.text, str) else block.text
    held = sheet.held("".join(span.text for span in spans))  # as one text: พ.ศ. and its year may be two spans
    at = 0
    for span in spans:
        for piece in _SIGNS.split(held[at : at + len(span.text)]):
            if piece:
                yield _in_sign_font(run(replace(span, text=piece), style, base), piece)
        at += len(span.text)


_SIGNS = re.compile(f"([{re.escape(SIGNS)}]+)")


def _in_sign_font(made: Element, piece: str) -> Element:
    """Name a font that has the signs: our Thai font would leave Word to choose one by chance."""
    if piece[0] in SIGNS:
        font = w("rFonts", ascii=WORD_FONT, hAnsi=WORD_FONT, eastAsia=WORD_FONT, cs=WORD_FONT)
        made.get_or_add_rPr().insert(0, font)
    return made


def run(span: ts.Span, style: ts.TextStyle, base: ts.TextStyle) -> Element:
    """``w:r``: a span as it differs from its paragraph."""
    style = replace(
        style,
        size=style.size if span.size is None else span.size,
        bold=style.bold if span.bold is None else span.bold,
        italic=style.italic if span.italic is None else span.italic,
    )
    properties = run_properties(style, base, underline=span.underline)
    return w("r", properties if len(properties) else None, *characters(span.text))


def spacer(height: float, *, new_page: bool = False, keep_next: bool = False) -> Element:
    """An empty paragraph exactly so high."""
    return w(
        "p",
        w(
            "pPr",
            w("keepNext") if keep_next else None,
            w("pageBreakBefore") if new_page else None,
            w("spacing", before=0, after=0, line=max(twips(height), 20), lineRule="exact"),
            w("rPr", w("sz", val=2), w("szCs", val=2)),
        ),
    )
