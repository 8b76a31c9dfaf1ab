"""A memo that only just goes over is fitted on a page less, and only what the guide leaves open gives up room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ita_desktop import paths
from ita_desktop.documents import DOCUMENTS, DocumentOptions
from ita_desktop.documents.fit import Tightening
from ita_desktop.documents.model import Document
from ita_desktop.documents.pdf import render_pdf
from ita_desktop.documents.pdf.press import Rendered
from tests.documents.paper import Page

FITTED = DocumentOptions(fit_memo=True)


def memo(facts_of: Callable, sentences: int) -> Document:
    def change(data: dict[str, Any]) -> None:
        words = "สำนักงานปลัดได้สรุปผลการประเมินคุณธรรมและความโปร่งใสแล้ว " * sentences
        data["memos"][0] |= {
            "sections": [{"heading": None, "paragraphs": [words], "items": []}],
            "enclosures": ["รายงาน จำนวน 1 ชุด", "แผน จำนวน 1 ชุด", "ประกาศ จำนวน 1 ฉบับ"],
            "signers": [
                {"signer": "s1", "label": "", "comment_lines": 0},
                {"signer": "s2", "label": "ความเห็นของปลัด", "comment_lines": 1},
                {"signer": "s3", "label": "ความเห็นของนายก", "comment_lines": 1},
            ],
        }

    return DOCUMENTS["memo"].build(facts_of("case-003", change))


def printed(document: Document, options: DocumentOptions | None = None) -> Rendered:
    return render_pdf(document, paths.resources(), options)


@pytest.fixture
def just_over(facts_of: Callable) -> Document:
    """The shortest memo that takes two pages."""
    return next(made for n in range(4, 60) if printed(made := memo(facts_of, n)).pages == 2)


def test_a_memo_that_just_goes_over_takes_one_page_and_says_what_it_gave_up(just_over: Document) -> None:
    as_usual, fitted = printed(just_over), printed(just_over, FITTED)
    assert (as_usual.pages, as_usual.tightened) == (2, ())
    assert fitted.pages == 1
    assert fitted.tightened
    assert fitted.tightened == tuple(Tightening)[: len(fitted.tightened)]


def test_the_measures_of_the_guide_stay(just_over: Document) -> None:
    pages = [Page(printed(just_over, options).pdf) for options in (DocumentOptions(), FITTED)]
    closing, name = "จึงเรียนมาเพื่อโปรดพิจารณา", "(นางจันทร์เพ็ญ"
    usual, fitted = (page.find(name).y - page.find(closing).y for page in pages)
    assert fitted == pytest.approx(usual, abs=0.01)
    assert {page.size_of("สำนักงานปลัดได้สรุป") for page in pages} == {16}
    assert len({round(page.find("สิ่งที่ส่งมาด้วย").y - page.find("เรียน").y, 2) for page in pages}) == 1


def test_a_memo_that_no_tightening_brings_on_a_page_less_stays_as_it_is(facts_of: Callable) -> None:
    tried = ((printed(made), printed(made, FITTED)) for n in range(24, 60, 4) if (made := memo(facts_of, n)))
    usual, fitted = next(both for both in tried if both[0].pages == both[1].pages == 2)
    assert (fitted.pdf, fitted.tightened) == (usual.pdf, ())


def test_a_last_page_that_holds_little_is_told_and_a_report_never_fitted(facts_of: Callable) -> None:
    assert any(printed(memo(facts_of, n)).last_is_short for n in range(10, 60, 4))
    report = DOCUMENTS["analysis-report"].build(facts_of("case-003"))
    assert printed(report, FITTED).pdf == printed(report).pdf
