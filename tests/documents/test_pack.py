from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pypdfium2 as pdfium
import pytest

from ita_desktop import paths
from ita_desktop.documents import DOCUMENTS, Choice, DocumentError
from ita_desktop.documents.forms import LANDSCAPE, MEMO
from ita_desktop.documents.pdf import render_pdf
from tests.documents.paper import Page


def test_memo_comes_first_and_every_document_counts_its_own_pages(facts_of: Callable) -> None:
    document = DOCUMENTS["pack"].build(facts_of("case-003"), Choice(documents=("memo", "analysis-report")))
    assert document.sections[0].form == MEMO
    assert [section.restart for section in document.sections] == [True, True, False]
    pdf = render_pdf(document, paths.resources()).pdf
    assert Page(pdf, 2).text.get_text_range().startswith("-๒-")
    assert not Page(pdf, 3).text.get_text_range().startswith("-")
    assert Page(pdf, 4).text.get_text_range().startswith("-๒-")


def test_bookmarks_lead_to_each_document(facts_of: Callable) -> None:
    document = DOCUMENTS["pack"].build(facts_of("case-003"), Choice(documents=("memo", "analysis-report")))
    toc = pdfium.PdfDocument(render_pdf(document, paths.resources()).pdf).get_toc()
    top = [(mark.get_title()[:14], mark.get_dest().get_index()) for mark in toc if mark.level == 0]
    assert top == [("บันทึกข้อความ", 0), ("รายงานการวิเคร", 2)]


def test_pack_holds_all_that_lacks_nothing(facts_of: Callable) -> None:
    document = DOCUMENTS["pack"].build(facts_of("case-002"))
    assert [section.form for section in document.sections][-1] is LANDSCAPE
    assert document.names == DOCUMENTS["risk-plan"].build(facts_of("case-002")).names


def test_every_memo_is_in_the_pack(facts_of: Callable) -> None:
    def two(data: dict[str, Any]) -> None:
        data["memos"].append({**data["memos"][0], "id": "memo-2"})

    document = DOCUMENTS["pack"].build(facts_of("case-003", two), Choice(documents=("memo",)))
    assert len(document.sections) == 2


def test_nothing_to_bind(facts_of: Callable) -> None:
    facts = facts_of("case-000", lambda data: data["plans"][0].update(measures=[]))
    with pytest.raises(DocumentError):
        DOCUMENTS["pack"].build(facts)
