"""A kind of sheet is data: a letter that the program does not have comes out right in PDF, Word and text."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from ita_desktop import paths
from ita_desktop.documents import DocumentOptions, render_text, styles
from ita_desktop.documents.docx import render_docx
from ita_desktop.documents.forms import Entry, Field, Form, HeadForm
from ita_desktop.documents.model import Document, Heading, MemoHead, Paragraph, Section, SignatureBlock, text
from ita_desktop.documents.pdf import render_pdf
from tests.documents.paper import Page

CM = styles.CM


def entry(field: Field, label: str, at: float, value_at: float, right: float) -> Entry:
    return Entry(field=field, label=label, label_at=at, label_width=0, value_at=value_at, right=right, dots=10)


LETTER = Form(
    name="letter",
    number_baseline=styles.NUMBER_BASELINE,
    lines_below_number=2,
    text_size=16.0,
    heading_indent={1: 2.5 * CM, 2: 2.5 * CM, 3: 2.5 * CM},
    heading_gap={1: 6.0, 2: 6.0, 3: 6.0},
    head=HeadForm(
        emblem_left=None,
        emblem_height=3 * CM,
        label_size=16.0,
        label_bold=False,
        ruled=False,
        first_baseline=5.0 * CM,
        rows=(
            (
                entry(Field.NUMBER, "ที่", 3 * CM, 3.6 * CM, 9 * CM),
                entry(Field.DEPARTMENT, "", 12 * CM, 12 * CM, 19 * CM),
            ),
            (entry(Field.DATE, "", 11 * CM, 11 * CM, 19 * CM),),
            (entry(Field.SUBJECT, "เรื่อง", 3 * CM, 4.25 * CM, 19 * CM),),
        ),
    ),
)
"""หนังสือภายนอก (ข้อ 11): emblem of 3 cm in the middle, number left, office right, date in the middle, no title."""

HEAD = MemoHead(
    department=text("ที่ทำการเทศบาลตำบลสมมุติ"),
    number=text("สม 12345/"),
    date=text("5 มกราคม 2567"),
    subject=text("ขอเชิญประชุม"),
    to=text("ผู้ว่าราชการจังหวัดสมมุติ"),
)


def letter(form: Form = LETTER) -> Document:
    blocks = (
        HEAD,
        Heading(words=text("ความเป็นมา")),
        Paragraph(words=text("ตามที่เทศบาลตำบลสมมุติได้รับแจ้งให้ดำเนินการ " * 40)),
        SignatureBlock(name=text("นายสม มุติ")),
    )
    section = Section(form=form, blocks=blocks, restart=True)
    return Document(name="x", title="หนังสือ", author="สมมุติ", sections=(section,))


OPTIONS = DocumentOptions(report_size=14.0)


def test_the_letter_on_paper_has_its_own_head() -> None:
    page = Page(render_pdf(letter(), paths.resources(), OPTIONS).pdf)
    left, top, right, bottom = page.forms()[0]
    assert bottom - top == pytest.approx(3.0, abs=0.2)  # the bounds of its outline are a little wider
    assert (left + right) / 2 == pytest.approx(11.0, abs=0.02)
    number, office, day = page.find("สม ๑๒๓๔๕/"), page.find("ที่ทำการ"), page.find("๕ มกราคม")
    assert (number.x, number.y) == pytest.approx((3.6, 5.0), abs=0.02)
    assert (office.x, office.y) == pytest.approx((12.0, 5.0), abs=0.02)
    assert (day.x, day.y) == pytest.approx((11.0, 5.0 + styles.HEAD_STEP / CM), abs=0.02)
    assert page.find("เรียน").y > page.find("เรื่อง").y > day.y
    assert "บันทึกข้อความ" not in page.text.get_text_range()
    assert page.size_of("ตามที่เทศบาล") == 16.0
    assert page.find("ความเป็นมา").x == pytest.approx(5.5, abs=0.02)


def test_the_letter_in_word_has_the_same_head_above_its_text() -> None:
    read: Any = docx.Document(BytesIO(render_docx(letter(), paths.resources(), OPTIONS)))
    lines = [paragraph.text for paragraph in read.paragraphs]
    assert [line.split("\t") for line in lines[:4]] == [
        ["ที่", "สม\u00a0๑๒๓๔๕/", "", "ที่ทำการเทศบาลตำบลสมมุติ", ""],
        ["", "๕\u00a0มกราคม\u00a0๒๕๖๗", ""],
        ["เรื่อง", "ขอเชิญประชุม", ""],
        ["เรียน", "ผู้ว่าราชการจังหวัดสมมุติ"],
    ]
    anchor = next(read.element.body.iter(qn("wp:anchor")))
    assert int(anchor.find(qn("wp:extent")).get("cy")) / 360_000 == pytest.approx(3.0, abs=0.01)
    first = read.sections[0]
    assert first.top_margin.cm == pytest.approx(5.0 - 0.8 * styles.HEAD_STEP / CM, abs=0.02)
    assert read.styles["Normal"].font.size.pt == 16.0
    assert first.different_first_page_header_footer


def test_the_letter_as_text_has_the_same_rows() -> None:
    assert render_text(letter()).split("\n\n")[:2] == [
        "ที่ สม ๑๒๓๔๕/\tที่ทำการเทศบาลตำบลสมมุติ\n๕ มกราคม ๒๕๖๗\nเรื่อง ขอเชิญประชุม",
        "เรียน ผู้ว่าราชการจังหวัดสมมุติ",
    ]


def test_a_form_without_a_size_of_its_own_takes_the_offices() -> None:
    page = Page(render_pdf(letter(Form(name="plain")), paths.resources(), OPTIONS).pdf)
    assert page.size_of("ตามที่เทศบาล") == 14.0
