"""Signs print as themselves in PDF and Word, and Word's private bullets as the characters they show."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn

from ita_desktop import paths
from ita_desktop.documents import DOCUMENTS, DocumentOptions
from ita_desktop.documents.docx import render_docx
from ita_desktop.documents.forms import REPORT
from ita_desktop.documents.model import Document, Paragraph, Section, text
from ita_desktop.documents.pdf import render_pdf
from ita_desktop.documents.signs import SIGNS, WORD_FONT, with_bullets
from ita_desktop.documents.text import digits_of
from ita_desktop.typeset.fonts import Face
from tests.documents.paper import raw_text


def document(words: str) -> Document:
    section = Section(form=REPORT, blocks=(Paragraph(words=text(words)),))
    return Document(name="x", title="x", author="x", sections=(section,))


def test_the_font_draws_every_sign_and_its_own_letters_stay() -> None:
    fonts = paths.resources() / "fonts"
    assert Face(fonts / "ITASigns.ttf").covers(SIGNS)
    assert not any(Face(fonts / "THSarabunNew.ttf").covers(sign) for sign in SIGNS)


def test_signs_print_as_themselves_and_none_is_missing(poppler: str) -> None:
    made = render_pdf(document(f"สถานะ {' '.join(SIGNS)} ± × ≥ ½"), paths.resources())
    assert made.notes == ()
    printed = raw_text(made.pdf, poppler)
    assert [sign for sign in f"{SIGNS}±×≥½" if sign not in printed] == []


def test_a_sign_that_no_font_has_is_still_told() -> None:
    assert [note.char for note in render_pdf(document("ก ☎"), paths.resources()).notes] == ["☎"]


def test_words_private_bullets_become_characters(poppler: str) -> None:
    assert with_bullets("\uf0b7 ก \uf0a7 ข \uf0fc ค \uf0d8 ง") == "• ก ▪ ข ✓ ค ➢ ง"
    assert digits_of(DocumentOptions())("\uf0fc 5") == "✓ ๕"
    assert "✓ผ่าน" in raw_text(render_pdf(document("\uf0fc ผ่าน"), paths.resources()).pdf, poppler)


def test_signs_have_a_font_of_their_own_in_word() -> None:
    read: Any = docx.Document(BytesIO(render_docx(document("ผล ☑ ผ่าน"), paths.resources())))
    fonts = {run.text: run._r.find(f"{qn('w:rPr')}/{qn('w:rFonts')}") for run in read.paragraphs[0].runs}
    assert fonts["☑"].get(qn("w:cs")) == WORD_FONT
    assert [text_ for text_, font in fonts.items() if font is not None] == ["☑"]


def test_a_month_of_work_has_a_tick(facts_of: Callable, poppler: str) -> None:
    plan = DOCUMENTS["risk-plan"].build(
        facts_of("case-002", lambda data: data["plans"][-1]["risks"][0].update(months=["2020-01"]))
    )
    assert "✓" in raw_text(render_pdf(plan, paths.resources()).pdf, poppler)
