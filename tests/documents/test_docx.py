"""Word files read back: real headings, tables, sections, and the same words as the document has."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from PIL import Image

from ita_desktop import paths
from ita_desktop import typeset as ts
from ita_desktop.documents import DOCUMENTS, Digits, DocumentOptions, EmblemChoice
from ita_desktop.documents.docx import render_docx
from ita_desktop.documents.docx.look import FONT
from ita_desktop.documents.forms import COVER, LANDSCAPE, MEMO, REPORT, Form
from ita_desktop.documents.model import (
    CellText,
    Column,
    Cover,
    Document,
    Heading,
    MemoHead,
    Paragraph,
    Row,
    Section,
    Span,
    Style,
    Table,
    TableCell,
    Title,
    cell,
    plain,
    text,
)
from ita_desktop.domain.thai import writing
from tests.documents.paper import fold, lost

CASES = ("case-000", "case-001", "case-002", "case-003", "case-003-as-printed", "case-004")


def word(document: Document, options: DocumentOptions | None = None) -> Any:
    return docx.Document(BytesIO(render_docx(document, paths.resources(), options)))


def made(blocks: tuple[Any, ...], options: DocumentOptions | None = None, form: Form = REPORT) -> Any:
    section = Section(form=form, blocks=blocks)
    return word(Document(name="x", title="ชื่อ", author="หน่วยงาน", sections=(section,)), options)


def words_in(read: Any) -> str:
    """All words of the body in reading order."""
    return fold("".join(t.text or "" for t in read.element.body.iter(qn("w:t"))))


def printable(case: str, name: str, facts_of: Callable) -> Document | None:
    facts = facts_of(case)
    kind = DOCUMENTS[name]
    return None if set(kind.missing(facts)) & set(kind.requires) else kind.build(facts)


def spoken(document: Document) -> list[str]:
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            found.append(plain(block.words))
        elif isinstance(block, Table):
            rows = (*block.head, *block.rows)
            found += [plain(part.words) for row in rows for one in row.cells for part in one.content]
    return found


def titles_and_headings(document: Document) -> list[str]:
    found = []
    for block in document.blocks:
        match block:
            case Heading():
                found.append(block.number + plain(block.words))
            case Title():
                found.append("".join(plain(line) for line in block.lines))
            case Cover():
                found.append("".join(plain(line) for line in block.title))
    return found


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("case", CASES)
def test_word_has_every_word_every_table_and_every_heading(case: str, name: str, facts_of: Callable) -> None:
    document = printable(case, name, facts_of)
    if document is None:
        return
    read = word(document)
    assert {words: gone for words in spoken(document) if (gone := lost(words, words_in(read)))} == {}
    assert len(read.tables) == sum(isinstance(block, Table) for block in document.blocks)
    headings = [p.text for p in read.paragraphs if p.style.name.startswith("Heading")]
    assert [fold(h) for h in headings] == [fold(words) for words in titles_and_headings(document)]


def test_table_heads_come_again_and_rows_may_part(facts_of: Callable) -> None:
    plan, table = word(DOCUMENTS["results-report"].build(facts_of("case-002"))).tables
    head, below, first = (row._tr for row in table.rows[:3])
    for row in (head, below):
        assert row.trPr.find(qn("w:tblHeader")) is not None
    assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None
    tall, short = plan.rows[1]._tr, plan.rows[3]._tr
    assert tall.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None
    assert short.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
    assert table.cell(0, 3).text == table.cell(0, 4).text == "ผลการดำเนินการ"
    assert (table.cell(1, 3).text, table.cell(1, 4).text) == ("ผลผลิต", "ผลลัพธ์")
    assert table.cell(0, 0)._tc is table.cell(1, 0)._tc


def test_the_thai_font_and_its_size_stand_where_word_looks_for_thai() -> None:
    read = made((Paragraph(words=text("ก", bold=True)),))
    defaults = read.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    fonts = defaults.find(qn("w:rFonts"))
    assert {fonts.get(qn(f"w:{name}")) for name in ("ascii", "hAnsi", "cs")} == {FONT}
    assert defaults.find(qn("w:szCs")).get(qn("w:val")) == "32"
    assert defaults.find(qn("w:lang")).get(qn("w:bidi")) == "th-TH"
    properties = read.paragraphs[0].runs[0]._r.rPr
    assert properties.find(qn("w:b")) is not None
    assert properties.find(qn("w:bCs")) is not None


def test_body_is_thai_distributed_with_a_first_line_indent() -> None:
    read = made((Paragraph(words=text("ก")),))
    paragraph = read.paragraphs[0]
    assert paragraph.style.element.pPr.find(qn("w:jc")).get(qn("w:val")) == "thaiDistribute"
    assert paragraph.paragraph_format.first_line_indent.cm == pytest.approx(2.5, abs=0.01)
    assert made((Paragraph(words=text("ก")),), DocumentOptions(justify=False)).paragraphs[0].style.name == "Normal"


def test_headings_have_outline_levels() -> None:
    read = made((Title(lines=(text("0"),)), *(Heading(words=text(str(n)), level=n) for n in (1, 2, 3))))
    assert [p.style.name for p in read.paragraphs] == ["Heading 1", "Heading 2", "Heading 3", "Heading 4"]
    levels = [p.style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) for p in read.paragraphs]
    assert levels == ["0", "1", "2", "3"]


def test_paper_turns_where_the_document_does(facts_of: Callable) -> None:
    document = DOCUMENTS["analysis-report"].build(facts_of("case-003"))
    sections = word(document).sections
    assert len(sections) == len(document.sections)
    for section, made_of in zip(sections, document.sections, strict=True):
        turned = made_of.form == LANDSCAPE
        assert (section.orientation is WD_ORIENT.LANDSCAPE) is turned
        width, height = (29.7, 21.0) if turned else (21.0, 29.7)
        assert section.page_width.cm == pytest.approx(width, abs=0.01)
        assert section.page_height.cm == pytest.approx(height, abs=0.01)
    assert sections[0].left_margin.cm == pytest.approx(3.0, abs=0.01)
    assert sections[0].right_margin.cm == pytest.approx(2.0, abs=0.01)


@pytest.mark.parametrize(("digits", "format"), [(Digits.THAI, "thaiNumbers"), (Digits.ARABIC, "decimal")])
def test_page_numbers_begin_on_the_second_page_in_the_digits_of_the_document(
    facts_of: Callable, digits: Digits, format: str
) -> None:
    read = word(DOCUMENTS["memo"].build(facts_of("case-003")), DocumentOptions(digits=digits))
    section = read.sections[0]
    kind = section._sectPr.find(qn("w:pgNumType"))
    assert (kind.get(qn("w:fmt")), kind.get(qn("w:start"))) == (format, "1")
    assert section.different_first_page_header_footer
    assert [p.text for p in section.first_page_header.paragraphs] == [""]
    assert section.header.paragraphs[0].text == "-2-"
    assert "PAGE" in [i.text for i in section.header._element.iter(qn("w:instrText"))]


def test_a_cover_is_not_numbered_and_not_counted() -> None:
    cover = Section(form=COVER, blocks=(Cover(title=(text("ก"),), year=text("ข"), office=(text("ค"),)),))
    report = Section(form=REPORT, blocks=(Paragraph(words=text("ง")),))
    wide = Section(form=LANDSCAPE, blocks=(Paragraph(words=text("จ")),))
    first, second, third = word(Document(name="x", title="", author="", sections=(cover, report, wide))).sections
    assert [p.text for p in first.header.paragraphs] == [""]
    starts = [s._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for s in (first, second, third)]
    assert starts == [None, "1", None]
    assert [s.different_first_page_header_footer for s in (first, second, third)] == [False, True, False]


HEAD = MemoHead(
    department=text("สำนักปลัด"), number=text("ขก 1/"), date=(), subject=text("ก"), to=text("นายก"), urgency="ด่วนที่สุด"
)


def test_the_head_of_a_memo_has_dotted_leaders_and_the_emblem_on_the_page() -> None:
    read = made((HEAD,), form=MEMO)
    assert [p.text.replace("\t", "|") for p in read.paragraphs[:5]] == [
        "|ด่วนที่สุด|บันทึกข้อความ",
        "ส่วนราชการ|สำนักปลัด|",
        "ที่|ขก\u00a0๑/||วันที่||",
        "เรื่อง|ก|",
        "เรียน|นายก",
    ]
    dotted = [
        "".join("|" if piece.tag == qn("w:tab") else piece.text for piece in run._r if piece.tag != qn("w:rPr"))
        for run in read.paragraphs[1].runs
        if run._r.find(f"{qn('w:rPr')}/{qn('w:u')}[@{qn('w:val')}='dotted']") is not None
    ]
    assert dotted == ["|", "สำนักปลัด", "|"]
    anchor = next(read.element.body.iter(qn("wp:anchor")))
    assert int(anchor.find(f"{qn('wp:positionH')}/{qn('wp:posOffset')}").text) / 360_000 == pytest.approx(3.0, abs=0.01)
    assert int(anchor.find(qn("wp:extent")).get("cy")) / 360_000 == pytest.approx(1.5, abs=0.01)
    assert anchor.find(qn("wp:docPr")).get("descr") == "ตราครุฑ"


def test_without_dotted_rules_dots_are_typed_where_something_is_blank() -> None:
    options = DocumentOptions(dotted_rules=False, emblem=EmblemChoice.NONE)
    read = made((HEAD,), options, form=MEMO)
    assert read.paragraphs[2].text.count("." * 20) == 2
    assert not list(read.element.body.iter(qn("wp:anchor")))
    assert all(tab.get(qn("w:leader")) is None for tab in read.element.body.iter(qn("w:tab")))


def test_the_office_moves_everything_on_its_paper() -> None:
    moved = made((HEAD,), DocumentOptions(offset_x=5, offset_y=3), form=MEMO).sections[0]
    plain_ = made((HEAD,), form=MEMO).sections[0]
    assert moved.left_margin.mm - plain_.left_margin.mm == pytest.approx(5, abs=0.1)
    assert moved.top_margin.mm - plain_.top_margin.mm == pytest.approx(3, abs=0.1)


def test_signatures_stay_on_one_page(facts_of: Callable) -> None:
    paragraphs = word(DOCUMENTS["memo"].build(facts_of("case-004"))).paragraphs
    names = [n for n, p in enumerate(paragraphs) if p.text.startswith("(")]
    assert names
    for n in names:
        assert all(p.paragraph_format.keep_with_next for p in paragraphs[n - 3 : n + 1])
    assert not paragraphs[-1].paragraph_format.keep_with_next


def test_charts_are_pictures_that_tell_their_figures(facts_of: Callable) -> None:
    read = word(DOCUMENTS["assessment-report"].build(facts_of("case-004")))
    told = [one.get("descr") for one in read.element.body.iter(qn("wp:docPr"))]
    assert any(writing.thai_digits("93.71") in words for words in told)
    assert all(told)
    assert len({one.get("id") for one in read.element.body.iter(qn("wp:docPr"))}) == len(told)


def test_the_same_document_gives_the_same_bytes(facts_of: Callable) -> None:
    document = DOCUMENTS["memo"].build(facts_of("case-003"))
    first, second = (render_docx(document, paths.resources()) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(BytesIO(first)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any("thumbnail" in name for name in file.namelist())


def test_properties_name_the_document_and_the_office_only(facts_of: Callable) -> None:
    document = DOCUMENTS["memo"].build(facts_of("case-003"))
    core = word(document).core_properties
    assert (core.title, core.author, core.language) == (document.title, document.author, "th-TH")
    assert (core.last_modified_by, core.comments) == ("", "")
    assert core.created is None


def test_characters_that_no_xml_holds_are_left_out_and_markup_is_text() -> None:
    words = text("ก\x00\x08\ufffe<b>&amp;\tข\r\nค\x0bง")
    read = made((Paragraph(words=words, style=Style.FLUSH),))
    assert read.paragraphs[0].text == "ก<b>&amp;\tข\nค\nง"


def test_one_digit_for_all_but_addresses() -> None:
    thai_ = made((Paragraph(words=text("ปี 2567 o13")),))
    arabic = made((Paragraph(words=text("ปี ๒๕๖๗ o13")),), DocumentOptions(digits=Digits.ARABIC))
    assert (thai_.paragraphs[0].text, arabic.paragraphs[0].text) == ("ปี\u00a0๒๕๖๗ o13", "ปี\u00a02567 o13")


def test_an_older_line_spacing_is_exact_and_the_usual_one_is_words_single() -> None:
    assert made((Paragraph(words=text("ก")),)).styles["Normal"].paragraph_format.line_spacing == 1.0
    older = made((Paragraph(words=text("ก")),), DocumentOptions(line_spacing=18.1))
    assert older.styles["Normal"].paragraph_format.line_spacing.pt == pytest.approx(18.1, abs=0.05)


def test_a_picture_that_is_none_is_refused_and_a_huge_one_made_small() -> None:
    cover = (Cover(title=(text("ก"),), year=text("ข"), office=(text("ค"),)),)
    with pytest.raises(ts.PictureError):
        made(cover, DocumentOptions(cover_picture=b"no picture"), COVER)
    huge = BytesIO()
    Image.effect_noise((3000, 3000), 90).save(huge, "JPEG")
    read = made(cover, DocumentOptions(cover_picture=huge.getvalue()), COVER)
    image = next(part for name, part in read.part.related_parts.items() if part.content_type == "image/png")
    with Image.open(BytesIO(image.blob)) as shown:
        assert max(shown.size) < 600


def test_spaces_that_hold_on_paper_hold_in_word() -> None:
    words = (Span(text="ตามแผนปี "), Span(text="พ.ศ. "), Span(text="2563 รอบ 6 เดือน", bold=True), Span(text=" ให้ทุกกอง"))
    read = made((Paragraph(words=words),))
    assert read.paragraphs[0].text == "ตามแผนปี พ.ศ.\u00a0๒๕๖๓ รอบ\u00a0๖\u00a0เดือน ให้ทุกกอง"


def rows_kept(words: str) -> list[bool]:
    cells = (TableCell(content=(CellText(words=text(words)),)), cell("สั้น"))
    table = Table(
        columns=(Column(share=1), Column(share=1)),
        head=(),
        rows=(Row(cells=cells), Row(cells=(cell("ก"), cell("ข")))),
        kept=True,
    )
    read = made((table,))
    return [row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in read.tables[0].rows]


def test_a_row_that_is_taller_than_a_page_may_part_and_a_short_one_not() -> None:
    assert rows_kept("ประชุมชี้แจงเจ้าหน้าที่ " * 20) == [True, True]
    assert rows_kept("ประชุมชี้แจงเจ้าหน้าที่ " * 400) == [False, True]


def test_word_leaves_no_line_of_a_paragraph_alone() -> None:
    normal = made((Paragraph(words=text("ก")),)).styles["Normal"].element
    assert normal.find(f"{qn('w:pPr')}/{qn('w:widowControl')}") is not None
