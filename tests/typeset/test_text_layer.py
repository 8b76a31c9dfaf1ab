"""Everything that is printed comes back as text: every character once, every phrase whole, in both readers."""

from __future__ import annotations

import json
import re
from io import BytesIO

import pypdf
import pytest

from ita_desktop import typeset as ts
from tests.typeset.reading import DATA, fold, generated, lost, pdfium, poppler

BODY = ts.TextStyle(first_indent=70.9)
READERS = [poppler, pdfium]


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for inner in value.values() for text in strings(inner)]
    return [text for inner in value for text in strings(inner)] if isinstance(value, list) else []


@pytest.fixture(scope="module")
def paragraphs() -> list[str]:
    return generated(1000)


@pytest.fixture(scope="module")
def prose(fonts: ts.FontSet, words: ts.Words, paragraphs: list[str]) -> bytes:
    return ts.typeset([ts.Paragraph(text, BODY) for text in paragraphs], ts.PageSetup(), fonts, words).pdf


@pytest.mark.parametrize("read", READERS)
def test_a_thousand_paragraphs_come_back_whole(prose: bytes, paragraphs: list[str], read) -> None:
    difference, parted = lost("\n".join(paragraphs), read(prose))
    assert not difference
    assert not parted


@pytest.mark.parametrize("read", READERS)
def test_all_cases_come_back_whole_from_paragraphs_and_cells(fonts: ts.FontSet, words: ts.Words, read) -> None:
    texts = [
        " ".join(text.split())
        for path in sorted((DATA / "cases").glob("*.json"))
        for text in strings(json.loads(path.read_text(encoding="utf-8")))
        if text.strip()
    ]
    flow: list[ts.Block] = [ts.Paragraph(text, BODY) for text in texts]
    flow.append(ts.Table((150.0, 303.0), tuple((ts.Cell(text), ts.Cell(text)) for text in texts)))
    got = read(ts.typeset(flow, ts.PageSetup(), fonts, words).pdf)
    expected = re.sub("ํา", "ำ", "\n".join(texts * 3))
    difference, _ = lost(expected, got)
    assert not difference
    _, parted = lost("\n".join(texts), read(ts.typeset(flow[:-1], ts.PageSetup(), fonts, words).pdf))
    assert not parted


@pytest.mark.parametrize("read", READERS)
def test_a_missing_character_is_a_box_that_reads_as_itself(fonts: ts.FontSet, words: ts.Words, read) -> None:
    result = ts.typeset([ts.Paragraph("ยิ้ม 😀 ไหม 中文", origin="here")], ts.PageSetup(), fonts, words)
    assert "中文" in read(result.pdf)
    if read is poppler:  # PDFium leaves every character beyond U+FFFC out of replacement texts
        assert "😀" in read(result.pdf)
    assert result.notes == (ts.Note("😀", 1, "here"), ts.Note("中", 1, "here"), ts.Note("文", 1, "here"))


def test_a_missing_character_is_counted_once_however_its_text_is_parted(fonts: ts.FontSet, words: ts.Words) -> None:
    long = "中" + " ข้อความ" * 3000
    head = ((ts.Cell("文", origin="head"),),)
    flow = [ts.Paragraph(long, origin="long"), ts.Table((300.0,), ((ts.Cell(long, origin="cell"),),), head)]
    notes = ts.typeset(flow, ts.PageSetup(), fonts, words).notes
    assert set(notes) == {ts.Note("中", 1, "long"), ts.Note("文", 1, "head"), ts.Note("中", 1, "cell")}


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("bold", [None, True])
def test_a_hyphen_at_the_end_of_a_line_is_read_as_a_hyphen(fonts: ts.FontSet, words: ts.Words, read, bold) -> None:
    text = " ".join(["ระดับ- ข้อความ- abc- e-Service"] * 60)
    spans = (ts.Span(text[:400]), ts.Span(text[400:], bold=bold))
    difference, parted = lost(text, read(ts.typeset([ts.Paragraph(spans)], ts.PageSetup(), fonts, words).pdf))
    assert not difference
    assert not parted


@pytest.mark.parametrize("read", READERS)
def test_text_that_looks_like_markup_is_text(fonts: ts.FontSet, words: ts.Words, read) -> None:
    text = "<b>หนา</b> &amp; &#3585; x <y> z {#let a} \\textbf{ก} ](a) @~^1;"
    assert fold(text) in fold(read(ts.typeset([ts.Paragraph(text)], ts.PageSetup(), fonts, words).pdf))


def test_the_same_input_gives_the_same_bytes_whatever_was_set_before(fonts: ts.FontSet, words: ts.Words) -> None:
    flow = [ts.Heading("ก\u00a0ข fi ฤๅ"), ts.Paragraph(generated(1)[0], BODY)]
    first = ts.typeset(flow, ts.PageSetup(), fonts, words).pdf
    ts.typeset([ts.Paragraph("ฤา \u00a0 \u00ad\u2010-")], ts.PageSetup(), fonts, words)
    assert ts.typeset(flow, ts.PageSetup(), fonts, words).pdf == first
    other = ts.FontSet.load(fonts.face(bold=False, italic=False).source, fonts.face(bold=True, italic=False).source)
    ts.typeset([ts.Paragraph("\u00a0ฤา")], ts.PageSetup(), other, words)
    assert ts.typeset(flow, ts.PageSetup(), other, words).pdf == first


def test_the_document_says_what_it_is(fonts: ts.FontSet, words: ts.Words) -> None:
    flow = [
        ts.Heading("หนึ่ง", level=1),
        ts.Heading("สอง", level=2, number="๑.๑"),
        ts.Paragraph("ข้อความ"),
        ts.PageBreak(),
        ts.Heading("สาม"),
    ]
    meta = ts.Meta(title="รายงาน", author="เทศบาล", subject="ITA")
    result = ts.typeset(flow, ts.PageSetup(), fonts, words, meta)
    reader = pypdf.PdfReader(BytesIO(result.pdf))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author, reader.metadata.subject) == ("รายงาน", "เทศบาล", "ITA")
    assert reader.trailer["/Root"]["/Lang"] == "th-TH"
    outline = reader.outline
    assert [outline[0]["/Title"], outline[1][0]["/Title"], outline[2]["/Title"]] == ["หนึ่ง", "๑.๑  สอง", "สาม"]
    assert reader.get_destination_page_number(outline[2]) == 1
    assert [(mark.text, mark.page) for mark in result.bookmarks] == [("หนึ่ง", 1), ("๑.๑  สอง", 1), ("สาม", 2)]


def test_only_fonts_of_the_family_are_in_the_file_all_embedded(fonts: ts.FontSet, words: ts.Words) -> None:
    text = (ts.Span("ปกติ "), ts.Span("หนา ", bold=True), ts.Span("เอียง", italic=True))
    reader = pypdf.PdfReader(BytesIO(ts.typeset([ts.Paragraph(text)], ts.PageSetup(), fonts, words).pdf))
    names = set()
    for font in reader.pages[0]["/Resources"]["/Font"].values():
        descendant = font.get_object()["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in descendant["/FontDescriptor"]
        names.add(descendant["/BaseFont"].partition("+")[2])
    assert names == {"THSarabunNew", "THSarabunNew-Bold", "THSarabunNew-Italic"}


def test_screen_readers_find_headings_paragraphs_tables_and_pictures(fonts: ts.FontSet, words: ts.Words) -> None:
    flow = [
        ts.Heading("หัวข้อ", level=2),
        ts.Paragraph("ข้อความ"),
        ts.Table((90.0, 90.0), ((ts.Cell("ก"), ts.Cell("ข")),), ((ts.Cell("หัว"), ts.Cell("หัว")),)),
        ts.Drawing(50.0, 50.0, (ts.Rect(0.0, 0.0, 50.0, 50.0),), alt="แผนภูมิ"),
    ]
    reader = pypdf.PdfReader(BytesIO(ts.typeset(flow, ts.PageSetup(), fonts, words).pdf))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    document = root["/StructTreeRoot"]["/K"]
    kids = [kid.get_object() for kid in document["/K"]]
    assert [kid["/S"] for kid in kids] == ["/H2", "/P", "/Table", "/Figure"]
    assert kids[3]["/Alt"] == "แผนภูมิ"
    rows = [row.get_object() for row in kids[2]["/K"]]
    assert [[cell.get_object()["/S"] for cell in row["/K"]] for row in rows] == [["/TH", "/TH"], ["/TD", "/TD"]]
    assert rows[0]["/K"][0].get_object()["/A"]["/Scope"] == "/Column"
    parents = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    assert parents[0] == reader.pages[0]["/StructParents"]
    assert len(parents[1]) == reader.pages[0].get_contents().get_data().count(b"/MCID")
