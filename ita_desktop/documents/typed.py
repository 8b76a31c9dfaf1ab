"""Texts with typed line ends (ข้อความที่ผู้ใช้ขึ้นบรรทัดเอง): paragraphs, and list items where a line begins with a mark.

The words stay as they were typed; only where a line stands on the paper is decided here. A line that begins with
"(๑)", "๑)", "๑." or a dash or bullet, and a space, is an item that hangs beside its mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from ita_desktop.documents.model import Block, CellText, Item, ItemList, Paragraph, Span, Style, Text, plain
from ita_desktop.domain.values.origin import NOWHERE, Origin

_BULLETS = "-–—•●○■□▪✓✔☑☐➢*\uf0b7\uf0a7\uf0fc\uf0d8"
"""Dashes and bullets, Word's private ones too."""
_NUMBER = r"[0-9๐-๙]{1,2}"
_MARK = re.compile(
    rf"[ \t]*(?P<mark>\({_NUMBER}\)|{_NUMBER}(?:\.{_NUMBER})*[.)]|[ก-ฮ]\)|[{re.escape(_BULLETS)}])[ \t\u00a0]+(?=\S)"
)


def blocks(words: Text, origin: Origin, style: Style = Style.BODY, *, lead: str = "") -> tuple[Block, ...]:
    """Return the text as paragraphs and lists in the order they were typed; a lead number goes to the first words."""
    made: list[Block] = []
    for marked, group in groupby(lines(words), key=lambda line: _MARK.match(plain(line)) is not None):
        those = tuple(group)
        if marked and not (lead and not made):
            made.append(ItemList(items=_items(those), origin=origin))
        else:
            made.append(Paragraph(words=_joined(those), style=style, lead="" if made else lead, origin=origin))
    return tuple(made)


def merged(made: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with lists of typed items that follow each other as one list."""
    found: list[Block] = []
    for block in made:
        before = found[-1] if found else None
        if isinstance(block, ItemList) and isinstance(before, ItemList) and block.typed and before.typed:
            found[-1] = replace(before, items=(*before.items, *block.items))
        else:
            found.append(block)
    return tuple(found)


def cell_texts(words: Text) -> tuple[CellText, ...]:
    """Return the text as paragraphs of a cell, one for each typed line, with the mark of an item as its label."""
    return tuple(_cell_text(line) for line in lines(words))


def _cell_text(line: Text) -> CellText:
    found = _MARK.match(plain(line))
    return CellText(words=_after(line, found.end()), label=found["mark"]) if found else CellText(words=line)


def _items(lines: tuple[Text, ...]) -> tuple[Item, ...]:
    """Items with their marks; a bullet below a number stands further in."""
    items: list[Item] = []
    numbered = False
    for line in lines:
        found = _MARK.match(plain(line))
        assert found is not None
        mark = found["mark"]
        bullet = mark in _BULLETS
        numbered = numbered or not bullet
        words = _after(line, found.end())
        origin = next((span.origin for span in words if span.origin), NOWHERE)
        items.append(Item(words=words, label=mark, level=2 if bullet and numbered else 1, origin=origin))
    return tuple(items)


def lines(words: Text) -> tuple[Text, ...]:
    """Split at typed line ends; empty lines at the start and end are left out."""
    found: list[list[Span]] = [[]]
    for span in words:
        for n, piece in enumerate(re.split(r"\r\n|[\n\r\v\f\u2028\u2029]", span.text)):
            if n:
                found.append([])
            if piece:
                found[-1].append(replace(span, text=piece))
    return tuple(tuple(line) for line in found if plain(tuple(line)).strip()) or (tuple(words),)


def _after(line: Text, start: int) -> Text:
    """Return the line from its character ``start`` on."""
    kept: list[Span] = []
    for span in line:
        if start < len(span.text):
            kept.append(replace(span, text=span.text[start:]))
        start = max(0, start - len(span.text))
    return tuple(kept)


def _joined(lines: tuple[Text, ...]) -> Text:
    """Return lines as one text with line ends between them."""
    joined = list(lines[0])
    for line in lines[1:]:
        joined += (Span(text="\n"), *line)
    return tuple(joined)
