"""Document → Word: the same words in the same looks as the PDF, for an office to change as it likes.

Made from what the typesetter would set, so that no kind of block can look one way here and another there; only the
head of a memo is written for Word alone, and คำต่อ at the foot of its pages is left out: Word cannot keep it right.
"""

from __future__ import annotations

from pathlib import Path

from ita_desktop import typeset as ts
from ita_desktop.documents import styles
from ita_desktop.documents.docx import fixed, package
from ita_desktop.documents.docx.look import StyleSheet
from ita_desktop.documents.docx.memo_head import Head
from ita_desktop.documents.docx.pages import Paper
from ita_desktop.documents.docx.pictures import Album
from ita_desktop.documents.docx.writer import Body
from ita_desktop.documents.docx.xml import Element
from ita_desktop.documents.model import Document, Form, MemoHead, Section
from ita_desktop.documents.options import DocumentOptions
from ita_desktop.documents.pdf import art
from ita_desktop.documents.pdf.sheets import Sheets
from ita_desktop.documents.text import digits_of

__all__ = ["render_docx"]


def render_docx(document: Document, resources: Path, options: DocumentOptions | None = None) -> bytes:
    """The document as a Word file; typeset.PictureError where an office's picture cannot be read."""
    return _Making(document, resources, (options or DocumentOptions()).for_document(document.name)).file()


class _Making:
    """One document on its way into Word."""

    def __init__(self, document: Document, resources: Path, options: DocumentOptions) -> None:
        self._document, self._options, self._resources = document, options, resources
        memo = all(section.form is Form.MEMO for section in document.sections)
        self._sheet = StyleSheet.of(options, memo=memo)
        self._made = package.empty(document, self._sheet)
        self._album = Album(self._made.part, resources)
        self._sheets = Sheets(options, resources, lambda _paragraph, _width: 1)
        self._numbers_run = False

    def file(self) -> bytes:
        """All sections, then the headers of each."""
        papers = [self._section(section) for section in self._document.sections]
        for section, paper in zip(self._made.sections, papers, strict=True):
            paper.fill(section, self._sheet, self._options)
        return package.saved(self._made)

    def _section(self, section: Section) -> Paper:
        laid = ts.finish(self._sheets.section(section))
        begins = section.form is not Form.COVER and (section.restart or not self._numbers_run)
        self._numbers_run = self._numbers_run or section.form is not Form.COVER
        paper = Paper(form=section.form, page=laid.page, begins=begins)
        body = Body(self._sheet, self._album)
        for block in section.blocks:
            if isinstance(block, MemoHead):
                body.elements += self._memo_head(block, laid.page)
        body.write(laid.flow)
        if section.form is not Form.MEMO:
            body.write(fixed.flowing(laid, self._resources))
        last = section is self._document.sections[-1]
        body.finish(paper.properties(self._options), last=last)
        self._made.element.body.extend(body.elements)
        return paper

    def _memo_head(self, block: MemoHead, page: ts.PageSetup) -> list[Element]:
        emblem = art.of_memo(self._options, self._resources)
        placed = None
        if emblem is not None:
            x = page.left - styles.LEFT + styles.EMBLEM_LEFT
            y = page.number_y - styles.NUMBER_BASELINE + styles.EMBLEM_TOP
            placed = self._album.anchored(emblem, x, y)
        return list(Head(block, self._sheet, self._options, digits_of(self._options)).rows(placed))
