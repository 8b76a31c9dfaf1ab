"""Document → Word: the same words in the same looks as the PDF, for an office to change as it likes.

Made from what the typesetter would set, so that no kind of block can look one way here and another there; only the
head of a letter is written for Word alone, and คำต่อ at the foot of its pages is left out: Word cannot keep it right.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ita_desktop import typeset as ts
from ita_desktop.documents.docx import fixed, package
from ita_desktop.documents.docx.head import Head
from ita_desktop.documents.docx.keeping import Keeping
from ita_desktop.documents.docx.look import StyleSheet
from ita_desktop.documents.docx.pages import SectionPage
from ita_desktop.documents.docx.pictures import Album
from ita_desktop.documents.docx.writer import Body
from ita_desktop.documents.docx.xml import Element
from ita_desktop.documents.forms import Form, HeadForm
from ita_desktop.documents.model import Document, MemoHead, Section
from ita_desktop.documents.options import DocumentOptions
from ita_desktop.documents.pdf import art
from ita_desktop.documents.pdf.press import press
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
        sizes = {section.form.size(options.report_size) for section in document.sections}
        measuring = press(resources).measuring(document)
        self._keeping = Keeping(measuring.words, resources)
        size = sizes.pop() if len(sizes) == 1 else options.report_size
        self._sheet = replace(StyleSheet.of(options, size), held=self._keeping.held)
        self._made = package.empty(document, self._sheet)
        self._album = Album(self._made.part, resources)
        self._sheets = Sheets(options, resources, measuring)
        self._numbers_run = False

    def file(self) -> bytes:
        """All sections, then the headers of each."""
        papers = [self._section(section) for section in self._document.sections]
        for section, paper in zip(self._made.sections, papers, strict=True):
            paper.fill(section, self._sheet, self._options)
        return package.saved(self._made)

    def _section(self, section: Section) -> SectionPage:
        last = section is self._document.sections[-1]
        section = ts.finish(self._sheets.on_its_paper(section))
        laid = ts.finish(self._sheets.section(section))
        numbered = section.form.numbered
        begins = numbered and (section.restart or not self._numbers_run)
        self._numbers_run = self._numbers_run or numbered
        paper = SectionPage(form=section.form, page=laid.page, begins=begins)
        room = laid.page.height - laid.page.top - laid.page.bottom
        body = Body(self._sheet, self._album, replace(self._keeping, room=room))
        form = section.form
        for block in section.blocks:
            if isinstance(block, MemoHead) and form.head is not None:
                body.elements += self._head(block, form, form.head, laid.page)
        body.write(laid.flow)
        if form.head is None:
            body.write(fixed.flowing(laid, self._resources))
        body.finish(paper.properties(self._options), last=last)
        self._made.element.body.extend(body.elements)
        return paper

    def _head(self, block: MemoHead, form: Form, head: HeadForm, page: ts.PageSetup) -> list[Element]:
        emblem = art.of_head(self._options, self._resources, head.emblem_height)
        placed = None
        if emblem is not None:
            x = page.left - form.left + head.emblem_x(art.width_of(emblem))
            y = page.number_y - form.number_baseline + head.emblem_top
            placed = self._album.anchored(emblem, x, y)
        return list(Head(block, head, self._sheet, self._options, digits_of(self._options)).rows(placed))
