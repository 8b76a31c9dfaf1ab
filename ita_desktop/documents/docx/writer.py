"""What the typesetter would set, written as the body of a Word file: the same flow, so the same words and looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from docx.oxml.ns import qn

from ita_desktop import typeset as ts
from ita_desktop.documents.docx import tables
from ita_desktop.documents.docx.keeping import Keeping
from ita_desktop.documents.docx.look import Named, StyleSheet
from ita_desktop.documents.docx.paragraphs import Standing, heading, named, paragraph, spacer
from ita_desktop.documents.docx.pictures import Album
from ita_desktop.documents.docx.xml import Element

_HAIR = 1.0
"""Height of the empty paragraph that Word wants after a table."""


class Body:
    """The elements of a section while they are written; remembers space and breaks for what comes next."""

    def __init__(self, sheet: StyleSheet, album: Album, keeping: Keeping) -> None:
        self.elements: list[Element] = []
        self._sheet = sheet
        self._album = album
        self._keeping = keeping
        self._space = 0.0
        self._new_page = False

    def write(self, flow: Iterable[ts.Block], *, keep: bool = False, last_too: bool = False) -> None:
        """Write blocks in order; ``keep`` holds them together, ``last_too`` with what follows them as well."""
        blocks = tables.joined(flow)
        for n, block in enumerate(blocks):
            self._block(block, keep=keep, next_too=keep and (last_too or n < len(blocks) - 1))

    def _block(self, block: ts.Block, *, keep: bool, next_too: bool) -> None:
        match block:
            case ts.Paragraph():
                standing = self._standing(keep=keep, next_too=next_too)
                self.elements.append(paragraph(block, self._sheet, named(block.style), standing))
            case ts.Heading():
                self.elements.append(heading(block, self._sheet, self._standing(keep=keep, next_too=next_too)))
            case ts.Table():
                self._table(block, keep=keep)
            case ts.Space():
                self._leave(block)
            case ts.PageBreak():
                self._new_page, self._space = True, 0.0
            case ts.Drawing() | ts.Picture():
                self._picture(block, self._standing(keep=keep, next_too=next_too))
            case ts.Keep():
                if block.lines_before:
                    self._hold_last()
                self.write(block.flow, keep=True, last_too=next_too)
            case ts.Section():
                raise ValueError("a section stands inside a section")
            case _:
                assert_never(block)

    def _standing(self, *, keep: bool, next_too: bool) -> Standing:
        standing = Standing(keep_next=next_too, keep_lines=keep, new_page=self._new_page, before=self._space)
        self._new_page, self._space = False, 0.0
        return standing

    def _leave(self, space: ts.Space) -> None:
        """Room that must stay is empty lines, as a typist leaves them; other room belongs to the next paragraph."""
        if not space.stays:
            self._space += space.height
            return
        line = self._sheet.text[Named.NORMAL]
        for _ in range(round(space.height / line.leading)):
            empty = paragraph(
                ts.Paragraph("", line), self._sheet, Named.NORMAL, self._standing(keep=True, next_too=True)
            )
            self.elements.append(empty)

    def _hold_last(self) -> None:
        """The paragraph before goes along: Word parts no paragraph with less than two lines on a page."""
        if self.elements and self.elements[-1].tag == qn("w:p"):
            self.elements[-1].get_or_add_pPr().get_or_add_keepNext()

    def _picture(self, block: ts.Drawing | ts.Picture, standing: Standing) -> None:
        normal = self._sheet.text[Named.NORMAL]
        style = replace(normal, align=block.align, leading=normal.size)
        made = paragraph(ts.Paragraph("", style), self._sheet, Named.NORMAL, standing)
        spacing = made.pPr.find(qn("w:spacing"))
        for name, value in (("line", "240"), ("lineRule", "auto")):
            spacing.set(qn(f"w:{name}"), value)
        made.append(self._album.inline(block))
        self.elements.append(made)

    def _table(self, block: ts.Table, *, keep: bool) -> None:
        style = block.style
        before = self._space + style.space_before
        after_table = bool(self.elements) and self.elements[-1].tag == qn("w:tbl")
        if self._new_page or before or after_table:
            self.elements.append(spacer(max(before, _HAIR), new_page=self._new_page, keep_next=True))
        self._new_page, self._space = False, style.space_after
        self.elements.append(tables.table(block, self._cell, self._keeping, kept=keep))

    def _cell(self, cell: ts.Cell, style: ts.TextStyle, name: Named, stays: bool) -> list[Element]:
        content = cell.content
        blocks = (ts.Paragraph(content, style, origin=cell.origin),) if isinstance(content, str) else content
        inside = Body(self._sheet, self._album, self._keeping)
        for block in blocks or (ts.Paragraph("", style),):
            if isinstance(block, ts.Paragraph):
                standing = inside._standing(keep=False, next_too=stays)
                inside.elements.append(paragraph(block, self._sheet, name, standing))
            else:
                inside._block(block, keep=False, next_too=stays)
        if inside.elements[-1].tag != qn("w:p"):
            inside.elements.append(spacer(_HAIR))
        return inside.elements

    def finish(self, properties: Element, *, last: bool) -> None:
        """End the section; its properties stand in its last paragraph, the document's last ones after everything."""
        end = self.elements[-1] if self.elements else None
        if end is None or end.tag != qn("w:p"):
            self.elements.append(spacer(_HAIR))
        if last:
            self.elements.append(properties)
        else:
            self.elements[-1].get_or_add_pPr().append(properties)
