"""The small code at the foot: on every page, where it disturbs nothing, and found in the text layer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from ita_desktop import paths
from ita_desktop.documents import DOCUMENTS, DocumentOptions, render_text
from ita_desktop.documents.docx import render_docx
from ita_desktop.documents.model import Document
from ita_desktop.documents.pdf import render_pdf
from ita_desktop.documents.pdf.press import Rendered
from tests.documents.paper import Page

CODE = "ACE7KMX"
DOCUMENTS_OF_ALL_FORMS = ("memo", "analysis-report", "assessment-report", "analysis-and-measures")


def rendered(document: Document, options: DocumentOptions | None = None) -> Rendered:
    return render_pdf(document, paths.resources(), options)


@pytest.mark.parametrize("name", DOCUMENTS_OF_ALL_FORMS)
def test_every_page_bears_it_and_nothing_else_moves(facts_of: Callable, name: str) -> None:
    document = DOCUMENTS[name].build(facts_of("case-003"))
    plain, coded = rendered(document), rendered(replace(document, code=CODE))
    assert coded.places == plain.places
    assert coded.pages == plain.pages
    assert "ACE-7KMX" not in Page(plain.pdf).text.get_text_range()
    for number in range(1, coded.pages + 1):
        page = Page(coded.pdf, number)
        mark = page.find(f"ACE-7KMX-{number}")
        across = page.width > page.height
        assert mark.x == pytest.approx(2.0 if across else 3.0, abs=0.05)
        assert mark.y == pytest.approx(page.height - 0.8, abs=0.05)
        assert page.size_of("ACE-7KMX") == pytest.approx(9.0, abs=0.1)
        assert 100 < page.colour_of("ACE-7KMX")[0] < 130


def test_it_stays_clear_of_the_lowest_line_that_may_stand_on_a_page(facts_of: Callable) -> None:
    page = Page(rendered(replace(DOCUMENTS["memo"].build(facts_of("case-003")), code=CODE)).pdf)
    top_of_letters = page.find("ACE-7KMX").y - 9 * 0.7 / 72 * 2.54
    assert top_of_letters > page.height - 1.5


def test_it_moves_with_paper_that_is_printed_already(facts_of: Callable) -> None:
    document = replace(DOCUMENTS["memo"].build(facts_of("case-003")), code=CODE)
    still, moved = (Page(rendered(document, options).pdf) for options in (None, DocumentOptions(offset_y=-3.0)))
    assert moved.find("ACE-7KMX").y == pytest.approx(still.find("ACE-7KMX").y - 0.3, abs=0.02)


def test_words_and_word_files_do_not_bear_it(facts_of: Callable) -> None:
    document = DOCUMENTS["memo"].build(facts_of("case-003"))
    coded = replace(document, code=CODE)
    assert render_text(coded, DocumentOptions()) == render_text(document, DocumentOptions())
    assert render_docx(coded, paths.resources(), DocumentOptions()) == render_docx(
        document, paths.resources(), DocumentOptions()
    )
