"""Typed line ends and typed list marks: the same lines in PDF, Word and text, and every character kept."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pytest

from ita_desktop import paths
from ita_desktop.documents import DOCUMENTS, DocumentOptions, render_text, styles, typed
from ita_desktop.documents.docx import render_docx
from ita_desktop.documents.model import CellText, Document, ItemList, Paragraph, plain, text
from ita_desktop.documents.pdf import render_pdf
from ita_desktop.documents.plan_table import numbered_on
from tests.documents.paper import Page

TYPED = "สิ่งที่ต้องทำ มีดังนี้\n(1) จัดทำคู่มือการปฏิบัติงาน\n(2) ประชุมเจ้าหน้าที่\n- ทุกกอง\nทั้งนี้ ภายในปี"


def memo(facts_of: Callable, *paragraphs: str) -> Document:
    def change(data: dict[str, Any]) -> None:
        data["memos"][0]["sections"] = [{"heading": None, "paragraphs": list(paragraphs), "items": []}]

    return DOCUMENTS["memo"].build(facts_of("case-003", change))


def test_lines_with_marks_are_items_and_others_paragraphs() -> None:
    first, items, last = typed.blocks(text(TYPED, "memo/x"), "memo/x")
    assert isinstance(items, ItemList)
    assert isinstance(last, Paragraph)
    assert plain(first.words) == "สิ่งที่ต้องทำ มีดังนี้"  # type: ignore[union-attr]
    assert [(item.label, item.level, plain(item.words)) for item in items.items] == [
        ("(1)", 1, "จัดทำคู่มือการปฏิบัติงาน"),
        ("(2)", 1, "ประชุมเจ้าหน้าที่"),
        ("-", 2, "ทุกกอง"),
    ]
    assert {item.origin for item in items.items} == {"memo/x"}


@pytest.mark.parametrize("words", ["2.5 ล้านบาท", "-5 องศา", "๑๐ มกราคม", "(ร่าง) แผน", "ก.พ. แจ้งว่า", "12.30 น."])
def test_a_number_or_a_bracket_that_is_no_mark_stays_in_its_paragraph(words: str) -> None:
    (only,) = typed.blocks(text(words), "")
    assert isinstance(only, Paragraph)


def test_items_typed_as_paragraphs_of_their_own_are_one_list(facts_of: Callable) -> None:
    lists = [b for b in memo(facts_of, "ก", "๑) ข", "๒) ค", "ง").blocks if isinstance(b, ItemList)]
    assert [len(one.items) for one in lists] == [2]


def test_items_hang_beside_their_marks_on_paper(facts_of: Callable) -> None:
    document = memo(facts_of, "(1) " + "จัดทำคู่มือการปฏิบัติงานของหน่วยงาน " * 6 + "จบข้อ")
    page = Page(render_pdf(document, paths.resources()).pdf)
    mark = page.find("(๑)")
    assert mark.x == pytest.approx((styles.LEFT + styles.FIRST_INDENT) / styles.CM, abs=0.02)
    lefts = {round(page.find("จัดทำคู่มือ", n).x, 1) for n in range(4)}
    assert min(lefts) > mark.x + 0.5
    second = page.find("จบข้อ")
    assert second.y > mark.y
    assert page.text.get_text_range().count("(๑)") == 1


def test_a_typed_line_begins_at_the_indent_on_paper_and_in_word(facts_of: Callable) -> None:
    document = memo(facts_of, TYPED)
    page = Page(render_pdf(document, paths.resources()).pdf)
    assert page.find("ทั้งนี้ ภายใน").x == pytest.approx(page.find("สิ่งที่ต้องทำ").x, abs=0.01)
    read: Any = docx.Document(BytesIO(render_docx(document, paths.resources())))
    told = {p.text: p.paragraph_format for p in read.paragraphs}
    indent = styles.FIRST_INDENT / styles.CM
    assert told["ทั้งนี้ ภายในปี"].first_line_indent.cm == pytest.approx(indent, abs=0.01)
    item = told["(๑)\tจัดทำคู่มือการปฏิบัติงาน"]
    assert item.first_line_indent.cm < 0
    assert item.left_indent.cm + item.first_line_indent.cm == pytest.approx(indent, abs=0.01)


def test_typed_lines_as_text(facts_of: Callable) -> None:
    printed = render_text(memo(facts_of, TYPED), DocumentOptions())
    assert "\n\n(๑) จัดทำคู่มือการปฏิบัติงาน\n(๒) ประชุมเจ้าหน้าที่\n  - ทุกกอง\n\nทั้งนี้" in printed


def labels(*content: tuple[str, str, bool]) -> list[str]:
    texts = [CellText(words=text(words, bold=bold), label=label) for label, words, bold in content]
    return [one.label for one in numbered_on(texts)]


def test_numbers_in_one_cell_run_on_unless_a_bold_line_introduces_them() -> None:
    lists = [("1.", "ก", False), ("2.", "ข", False), ("1.", "ค", False), ("2.", "ง", False)]
    assert labels(*lists) == ["1.", "2.", "3.", "4."]
    assert labels(("", "รอบ 6 เดือน", True), *lists[:2], ("", "รอบ 12 เดือน", True), *lists[2:]) == [
        *("", "1.", "2."),
        *("", "1.", "2."),
    ]
    assert labels(("", "มาตรการ", False), *lists[:2], ("", "วิธีทำ", False), *lists[2:]) == [
        *("", "1.", "2.", "3.", "4.", "5."),
    ]
    assert labels(*lists[:2], ("-", "ย่อย", False), *lists[2:]) == ["1.", "2.", "-", "3.", "4."]


@pytest.mark.parametrize("case", ["case-000", "case-001", "case-002", "case-003", "case-004"])
def test_no_cell_of_a_plan_or_result_counts_from_one_twice(case: str, facts_of: Callable) -> None:
    facts = facts_of(case)
    for name in ("analysis-report", "assessment-report", "implementation-report", "results-report"):
        for table in (b for b in DOCUMENTS[name].build(facts).blocks if hasattr(b, "rows") and hasattr(b, "columns")):
            for row in table.rows:
                for cell in row.cells:
                    ones = [n for n, one in enumerate(cell.content) if one.label == "1."]
                    assert all(all(s.bold for s in cell.content[n - 1].words) for n in ones[1:])
