"""Files that were made to harm: refused within five seconds and with little memory."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.foreign.reading import read_clipboard, read_file
from tests.store.foreign.made import W, excel, p, tbl, tc, tr, word, zipped

MOST_SECONDS = 10.0
"""Five, and what a busy machine adds between two looks at the clock."""
MOST_BYTES = 500_000_000


@pytest.fixture(autouse=True)
def _limits() -> Iterator[None]:
    before, begun = peak(), time.perf_counter()
    yield
    assert time.perf_counter() - begun < MOST_SECONDS
    assert peak() - before < MOST_BYTES


def peak() -> int:
    """Most bytes that this process ever held; 0 where the system does not say (Windows)."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def refused(path: Path) -> StoreErrorCode:
    with pytest.raises(StoreError) as told:
        read_file(path)
    return told.value.trouble


def test_a_bomb_of_zeros(tmp_path: Path) -> None:
    file = word(tmp_path / "a.docx", "<w:p/>" * 4_000_000)
    assert refused(file) is StoreErrorCode.TOO_BIG


def test_an_entity_that_swells(tmp_path: Path) -> None:
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><w:document {}><w:body>&b;</w:body>'
    file = zipped(
        tmp_path / "a.docx",
        {"[Content_Types].xml": types, "word/document.xml": bomb.format(W) + "</w:document>"},
    )
    assert refused(file) is StoreErrorCode.BAD_ZIP


def test_an_entity_that_reaches_out(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SECRET")
    outside = (
        f'<!DOCTYPE x [<!ENTITY a SYSTEM "{(tmp_path / "secret").as_uri()}">]><w:document {W}><w:body>&a;</w:body>'
    )
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts: dict[str, str | bytes] = {"[Content_Types].xml": types, "word/document.xml": outside + "</w:document>"}
    assert refused(zipped(tmp_path / "a.docx", parts)) is StoreErrorCode.BAD_ZIP


@pytest.mark.parametrize("letters", ["utf-16", "utf-7"])
def test_letters_that_hide_an_entity(tmp_path: Path, letters: str) -> None:
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    text = f'<?xml version="1.0" encoding="{letters}"?><w:document {W}><w:body/></w:document>'
    data = text.encode(letters)
    assert (
        refused(zipped(tmp_path / "a.docx", {"[Content_Types].xml": types, "word/document.xml": data}))
        is StoreErrorCode.BAD_ZIP
    )


def test_deep_nesting(tmp_path: Path) -> None:
    deep = "<w:sdt><w:sdtContent>" * 20_000 + p("ก") + "</w:sdtContent></w:sdt>" * 20_000
    assert refused(word(tmp_path / "a.docx", deep)) is StoreErrorCode.TOO_BIG
    inner = p("ก")
    for _ in range(200):
        inner = tbl(tr(tc(inner)), grid=(9,))
    assert refused(word(tmp_path / "b.docx", inner)) is StoreErrorCode.TOO_BIG


def test_xml_that_breaks_off(tmp_path: Path) -> None:
    assert refused(word(tmp_path / "a.docx", "<w:p><w:r>")) is StoreErrorCode.BAD_ZIP


def test_spans_and_lists_without_end(tmp_path: Path) -> None:
    huge = '<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p/></w:tc>'
    assert refused(word(tmp_path / "a.docx", tbl(tr(huge, huge), grid=(9,)))) is StoreErrorCode.TOO_BIG
    start = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="99999999999"/>'
    start += '<w:numFmt w:val="thaiLetters"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
    start += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    body = p("ก", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    content = read_file(word(tmp_path / "b.docx", body, numbering=start))
    assert len(content.paragraphs[0].line.label) < 20


def test_styles_that_rest_on_each_other(tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/></w:style>'
        for a, b in (("x", "y"), ("y", "x"))
    )
    content = read_file(word(tmp_path / "a.docx", p("ก", '<w:pStyle w:val="x"/>'), styles=styles))
    assert content.paragraphs[0].line.style == "x"


def test_links_and_parts_outside_are_not_followed(tmp_path: Path) -> None:
    file = word(tmp_path / "a.docx", p("ก") + '<w:altChunk r:id="r9"/><w:subDoc r:id="r9"/>')
    with zipfile.ZipFile(file, "a") as packed:
        packed.writestr(
            "word/_rels/header9.xml.rels",
            '<Relationships><Relationship TargetMode="External" Target="file:///etc/passwd"/>',
        )
    assert [x.text for x in read_file(file).paragraphs] == ["ก"]


def test_a_million_cells(tmp_path: Path) -> None:
    row = "<row>" + '<c t="b"><v>1</v></c>' * 250 + "</row>"
    with zipfile.ZipFile(excel(tmp_path / "a.xlsx", "")) as packed:
        parts: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    sheet = bytes(parts["xl/worksheets/sheet1.xml"]) if isinstance(parts["xl/worksheets/sheet1.xml"], bytes) else b""
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"<sheetData>", b"<sheetData>" + row.encode() * 4000)
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w", zipfile.ZIP_STORED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    assert refused(tmp_path / "b.xlsx") in (StoreErrorCode.TOO_BIG, StoreErrorCode.TOO_LONG)


def test_merged_cells_over_everything(tmp_path: Path) -> None:
    cell = '<row r="1"><c r="A1"><v>1</v></c></row><row r="19000"><c r="KA19000"><v>2</v></c></row>'
    merged = "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 300 + "</mergeCells>"
    assert refused(excel(tmp_path / "a.xlsx", cell, after=merged)) is StoreErrorCode.TOO_BIG


def test_repeated_cells_of_an_open_document(tmp_path: Path) -> None:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    space = f'xmlns:t="{names}:table:1.0" xmlns:x="{names}:text:1.0"'
    cell = '<t:table-cell t:number-columns-repeated="16384"><x:p>ก</x:p></t:table-cell>'
    content = f'<d {space}><t:table t:name="a"><t:table-row t:number-rows-repeated="1048576">{cell}</t:table-row>'
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content + "</t:table></d>",
    }
    assert refused(zipped(tmp_path / "a.ods", parts)) is StoreErrorCode.TOO_BIG


def test_html_without_end() -> None:
    with pytest.raises(StoreError) as told:
        read_clipboard("", "<table><tr><td>" * 5000)
    assert told.value.trouble is StoreErrorCode.TOO_BIG
    with pytest.raises(StoreError) as told:
        read_clipboard("", "<table><tr>" + "<td rowspan=99999 colspan=99999>ก" * 50)
    assert told.value.trouble is StoreErrorCode.TOO_BIG


def test_a_pdf_of_too_many_pages(tmp_path: Path) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter()
    for _ in range(1000):
        writer.add_blank_page(100, 100)
    writer.write(str(tmp_path / "a.pdf"))
    assert refused(tmp_path / "a.pdf") is StoreErrorCode.TOO_BIG


def test_a_pdf_of_too_many_lines_and_letters(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont("Helvetica", 1)
    for n in range(800):
        canvas.drawString(10, 5 + n, "abcdefghijklmnopqrstuvwxyz" * 6)
    canvas.save()
    assert refused(tmp_path / "a.pdf") in (StoreErrorCode.TOO_BIG, StoreErrorCode.TOO_LONG)


def test_a_pdf_of_lines_only(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"))
    for n in range(3000):
        canvas.line(n % 500, n % 700, n % 500 + 80, n % 700)
        canvas.line(n % 500, n % 700, n % 500, n % 700 + 80)
    canvas.drawString(100, 100, "abc def")
    canvas.save()
    read_file(tmp_path / "a.pdf")
