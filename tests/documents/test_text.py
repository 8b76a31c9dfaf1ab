from __future__ import annotations

from collections.abc import Callable

import pytest

from ita_desktop.documents import DOCUMENTS, Digits, DocumentOptions, render_text
from ita_desktop.documents.forms import REPORT
from ita_desktop.documents.model import (
    CellAlign,
    Column,
    Document,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    cell,
    text,
)

PRINTED = [
    ("case-000", "analysis-report"),
    ("case-000", "analysis-and-measures"),
    ("case-001", "memo"),
    ("case-001", "implementation-report"),
    ("case-002", "assessment-report"),
    ("case-002", "results-report"),
    ("case-002", "risk-plan"),
    ("case-003", "memo"),
    ("case-003", "analysis-report"),
    ("case-004", "memo"),
    ("case-004", "assessment-report"),
]


@pytest.mark.parametrize(("case", "name"), PRINTED)
def test_text_of_the_cases(case: str, name: str, facts_of: Callable, golden: Callable[[str, str], None]) -> None:
    document = DOCUMENTS[name].build(facts_of(case))
    golden(f"{case}-{name}.txt", render_text(document))


def document_of(*blocks) -> Document:
    return Document(name="x", title="x", author="x", sections=(Section(form=REPORT, blocks=blocks),))


def test_digits_are_thai_but_not_in_ids_and_addresses() -> None:
    words = text("ข้อ 12 ของ o13 ที่ www.don.go.th/2567 โทร. 0-7356")
    document = document_of(Paragraph(words=words))
    assert render_text(document) == "ข้อ ๑๒ ของ o13 ที่ www.don.go.th/2567 โทร. ๐-๗๓๕๖\n"


def test_digits_are_never_mixed() -> None:
    document = document_of(Paragraph(words=text("ปี ๒๕๖๗ คะแนน 93.71")))
    assert render_text(document, DocumentOptions(digits=Digits.ARABIC)) == "ปี 2567 คะแนน 93.71\n"


def test_merged_cells_leave_empty_ones_so_that_columns_stay_columns() -> None:
    table = Table(
        columns=(Column(share=1), Column(share=1, align=CellAlign.CENTRE), Column(share=1)),
        head=(Row(cells=(cell("ก"), cell("ข", colspan=2))),),
        rows=(
            Row(cells=(cell("IIT", rowspan=2), cell("a"), cell("b"))),
            Row(cells=(cell("c"), cell("d"))),
            Row(cells=(cell("e", colspan=2), cell("f"))),
        ),
    )
    assert render_text(document_of(table)) == "ก\tข\nIIT\ta\tb\n\tc\td\ne\t\tf\n"


def test_markup_is_only_text() -> None:
    words = (Span(text="Q&A <b>ไม่หนา</b> ", origin="x"), Span(text="100 %", bold=True))
    document = document_of(Paragraph(words=words, lead="1."))
    assert render_text(document, DocumentOptions(digits=Digits.ARABIC)) == "1. Q&A <b>ไม่หนา</b> 100 %\n"
