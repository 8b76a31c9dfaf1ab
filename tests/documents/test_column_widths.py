"""Columns of printed tables: no word is parted, the paper is turned before one would be, the office's widths stay."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from ita_desktop import paths
from ita_desktop.documents import DOCUMENTS
from ita_desktop.documents.docx import render_docx
from ita_desktop.documents.forms import REPORT
from ita_desktop.documents.model import Column, Document, Row, Section, Table, cell
from ita_desktop.documents.pdf import render_pdf
from tests.documents.paper import Page

WORDS = ("ประชาสัมพันธ์", "กระบวนการ", "อินเทอร์เน็ต", "ธรรมาภิบาล", "ประสิทธิภาพ", "ผู้บังคับบัญชา", "เจ้าหน้าที่", "สิ่งแวดล้อม")


def document_of(columns: int, *, fixed: bool = False) -> Document:
    table = Table(
        columns=(Column(share=1, fixed=fixed),) * columns,
        head=(Row(cells=tuple(cell(WORDS[at % 8]) for at in range(columns))),),
        rows=(Row(cells=tuple(cell(WORDS[(at + 1) % 8]) for at in range(columns))),),
    )
    return Document(name="x", title="x", author="x", sections=(Section(form=REPORT, blocks=(table,)),))


@pytest.mark.parametrize(("columns", "landscape"), [(5, False), (8, False), (10, True)])
def test_paper_is_turned_only_where_words_do_not_fit_upright(columns: int, landscape: bool) -> None:
    document = document_of(columns)
    page = Page(render_pdf(document, paths.resources()).pdf)
    assert (page.width > page.height) is landscape
    section = docx.Document(BytesIO(render_docx(document, paths.resources()))).sections[0]
    assert (section.page_width > section.page_height) is landscape
    for word in WORDS[:columns]:
        page.find(word)


def test_widths_of_the_office_are_kept_on_upright_paper() -> None:
    page = Page(render_pdf(document_of(10, fixed=True), paths.resources()).pdf)
    assert page.width < page.height


def test_word_has_the_widths_of_the_paper(facts_of) -> None:
    document = DOCUMENTS["analysis-and-measures"].build(facts_of("case-001"))
    (table,) = docx.Document(BytesIO(render_docx(document, paths.resources()))).tables[-1:]
    widths = [column.width.pt for column in table.columns]
    assert sum(widths) == pytest.approx(453.5, abs=1)
    assert len({round(width) for width in widths}) > 2
