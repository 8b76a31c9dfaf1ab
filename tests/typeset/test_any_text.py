"""Any text comes out on pages; nothing of it makes the typesetter fail."""

from __future__ import annotations

import time
from io import BytesIO

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_desktop import typeset as ts
from tests.typeset.reading import pdfium_pages, sentences

PAGE = ts.PageSetup(width=300, height=400, left=40, right=40, top=50, bottom=40, catch_word=True, number=str)
ODD = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("กขปญฎ่้๊๋์ำัิีึืุูเแโใไะาๆฯ ๒๕.()\t\n\u200b\ufeff\u202e\u0301\u00a0😀\u200d<&@~^;"),
        st.characters(categories=["Cs", "Cc", "Cf", "Mn", "Co"]),
    ),
    max_size=120,
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=ODD, other=ODD, align=st.sampled_from(list(ts.Align)), width=st.floats(1, 219))
def test_no_text_raises(
    fonts: ts.FontSet, words: ts.Words, text: str, other: str, align: ts.Align, width: float
) -> None:
    style = ts.TextStyle(align=align, first_indent=20)
    flow = [
        ts.Heading(text, number=other),
        ts.Paragraph(text, style, label=other, label_indent=15, tabs=(ts.Tab(at=90, leader=True),), origin=text),
        ts.Paragraph((ts.Span(text, bold=True, underline=True), ts.Span(other, italic=True, size=20)), style),
        ts.Table((width, 220 - width), ((ts.Cell(text), ts.Cell(other)),), ((ts.Cell(other), ts.Cell(text)),)),
        ts.Drawing(50, 50, (ts.TextAt(5, 5, text, turn=30),), alt=other),
        ts.Keep((ts.Paragraph(text, style),), lines_before=2),
    ]
    result = ts.typeset(flow, PAGE, fonts, words, ts.Meta(title=text, author=other))
    assert len(pypdf.PdfReader(BytesIO(result.pdf)).pages) == result.pages


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "ก" * 100_000,
        "ก่" * 50_000,
        "่" * 20_000,
        "\n" * 5_000,
        "\t" * 5_000,
        "ก\tข " * 2_000,
        "( " * 9_000,
    ],
    ids=["latin", "thai", "marks", "lone marks", "line ends", "tabs", "tabbed", "brackets"],
)
def test_endless_text_comes_out(fonts: ts.FontSet, words: ts.Words, text: str) -> None:
    result = ts.typeset([ts.Paragraph(text, origin="x")], ts.PageSetup(), fonts, words)
    assert all(place.x + place.width <= 595.3 - 56.6 for place in result.places)


def test_a_cell_of_a_hundred_thousand_characters_takes_less_than_two_seconds(
    fonts: ts.FontSet, words: ts.Words
) -> None:
    text = (" ".join(sentences()) * 60)[:100_000]
    assert len(text) == 100_000
    started = time.perf_counter()
    result = ts.typeset([ts.Table((60.0, 300.0), ((ts.Cell("ก"), ts.Cell(text)),))], ts.PageSetup(), fonts, words)
    assert time.perf_counter() - started < 2.0
    assert result.pages > 30


def test_five_hundred_rows_are_all_there(fonts: ts.FontSet, words: ts.Words) -> None:
    rows = tuple((ts.Cell(f"r{number};"), ts.Cell("ข้อความ")) for number in range(500))
    result = ts.typeset([ts.Table((100.0, 300.0), rows)], ts.PageSetup(), fonts, words)
    got = "".join(pdfium_pages(result.pdf))
    assert all(f"r{number};" in got for number in range(500))


def test_an_empty_document_is_one_empty_page(fonts: ts.FontSet, words: ts.Words) -> None:
    assert ts.typeset([], ts.PageSetup(), fonts, words).pages == 1
    assert ts.typeset([ts.Paragraph("")], ts.PageSetup(), fonts, words).pages == 1


def test_a_hundred_headings_and_a_block_higher_than_a_page_still_come_out(fonts: ts.FontSet, words: ts.Words) -> None:
    flow = [ts.Heading("หัวข้อ")] * 100 + [ts.Keep(tuple(ts.Paragraph(text) for text in sentences() * 4), lines_before=2)]
    assert 5 <= ts.typeset(flow, ts.PageSetup(), fonts, words).pages <= 12
