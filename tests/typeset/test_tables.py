"""Tables: complete, never cut off, parted by the two-line rule, with their heads on every page."""

from __future__ import annotations

import random
from collections import defaultdict
from io import BytesIO

import pypdf
import pytest

from ita_desktop import typeset as ts
from tests.typeset import table_papers
from tests.typeset.reading import fold, lost, pdfium, pdfium_pages, poppler, sentences
from tests.typeset.table_papers import BODY, LEFT, STYLE, Paper, faults, papers, prose

LEADING = 21.0
PAGE = ts.PageSetup()
HEAD = (tuple(ts.Cell(text) for text in ("ประเด็น", "มาตรการ", "วิธีดำเนินการ")),)


def random_rows(rnd: random.Random, count: int, most: int) -> tuple[tuple[ts.Cell, ...], ...]:
    known = sentences()
    return tuple(
        tuple(
            ts.Cell(" ".join(rnd.choice(known) for _ in range(rnd.randint(1, most))), origin=f"{row}/{column}")
            for column in range(3)
        )
        for row in range(count)
    )


def test_rows_are_parted_with_two_lines_on_each_side_and_heads_come_again(fonts: ts.FontSet, words: ts.Words) -> None:
    rnd = random.Random(2)
    parted = 0
    for _ in range(60):
        rows = random_rows(rnd, rnd.randint(3, 12), rnd.choice((2, 5, 12)))
        result = ts.typeset([ts.Table((150.0, 150.0, 150.0), rows, HEAD)], PAGE, fonts, words)
        assert all("ประเด็น" in text for text in pdfium_pages(result.pdf))
        pieces = defaultdict(list)
        for place in result.places:
            pieces[place.origin].append(place)
            assert place.y + place.height <= PAGE.height - PAGE.bottom + 0.1
            assert place.x + place.width <= PAGE.left + 450 + 0.1
        assert len(pieces) == len(rows) * 3
        for places in pieces.values():
            counts = [round(place.height / LEADING) for place in places]
            if len(counts) > 1:
                parted += 1
                assert min(counts) >= 2, counts
    assert parted > 20


def test_page_rules_hold_in_generated_papers_with_tables(fonts: ts.FontSet, words: ts.Words) -> None:
    """Thirty papers; tests/bench/table_pages.py looks at a thousand."""
    pages = 0
    for paper in papers(30, seed=3):
        result = ts.typeset(paper.flow, table_papers.PAGE, fonts, words)
        assert faults(paper, result, pdfium_pages(result.pdf)) == []
        pages += result.pages
    assert pages > 300


@pytest.mark.parametrize("size", [10, 30, 100, 300, 1_000, 5_000])
def test_a_row_of_any_length_goes_on_by_the_rules_and_says_so(fonts: ts.FontSet, words: ts.Words, size: int) -> None:
    rnd = random.Random(size)
    texts = ["มาตรการหนึ่ง", prose(rnd, size), prose(rnd, size // 3 or 1)]
    cells = tuple(ts.Cell(text, LEFT, origin=f"0/0/{at}") for at, text in enumerate(texts))
    lead = [ts.Paragraph(prose(rnd, 150), BODY, origin=f"lead/{at}") for at in range(3)]
    paper = Paper([*lead, ts.Table((90.0, 200.0, 150.0), (cells,), HEAD, STYLE)])
    paper.order = [("text", block.origin) for block in lead] + [("cell", cell.origin) for cell in cells]
    result = ts.typeset(paper.flow, table_papers.PAGE, fonts, words)
    pages = pdfium_pages(result.pdf)
    assert faults(paper, result, pages) == []
    going_on = {place.page for place in result.places if place.origin == "0/0/1"}
    assert sum("มาตรการหนึ่ง (ต่อ)" in text for text in pages) == len(going_on) - 1
    difference, _ = lost("".join(texts), "".join(page.replace("มาตรการหนึ่ง (ต่อ)", "") for page in pages))
    assert not {char for char, count in difference.items() if fold("".join(pages)).count(char) < count}


def test_what_is_said_again_is_no_content_for_screen_readers_and_no_place(fonts: ts.FontSet, words: ts.Words) -> None:
    cells = (ts.Cell("มาตรการหนึ่ง", LEFT, origin="first"), ts.Cell(" ".join(sentences() * 4), LEFT, origin="long"))
    result = ts.typeset([ts.Table((90.0, 300.0), (cells,), (), STYLE)], PAGE, fonts, words)
    assert result.pages > 1
    assert [place.page for place in result.places if place.origin == "first"] == [1]
    second = pypdf.PdfReader(BytesIO(result.pdf)).pages[1].get_contents().get_data().decode("latin-1")
    assert second.index("/Artifact BMC\nBT") < second.index("/P <</MCID")


def test_a_row_longer_than_a_page_goes_on_to_the_end(fonts: ts.FontSet, words: ts.Words) -> None:
    text = " ".join(sentences() * 12)
    result = ts.typeset([ts.Table((100.0, 300.0), ((ts.Cell("ก"), ts.Cell(text)),))], PAGE, fonts, words)
    assert result.pages > 2
    difference, _ = lost("ก" + text, pdfium(result.pdf))
    assert not difference


@pytest.mark.parametrize("read", [poppler, pdfium])
def test_merged_cells_and_two_level_heads_keep_all_text_in_reading_order(fonts, words, read) -> None:
    head = (
        (ts.Cell("ที่", rowspan=2), ts.Cell("พ.ศ. ๒๕๖๗", colspan=2), ts.Cell("หมายเหตุ", rowspan=2)),
        (ts.Cell("ต.ค."), ts.Cell("พ.ย.")),
    )
    rows = (
        (ts.Cell("IIT", rowspan=3, align_v=ts.AlignV.MIDDLE), ts.Cell("หนึ่ง"), ts.Cell("สอง"), ts.Cell("สาม")),
        (ts.Cell("สี่"), ts.Cell("ห้า", colspan=2)),
        (ts.Cell("หก"), ts.Cell("เจ็ด"), ts.Cell("แปด")),
        (ts.Cell("ระดับการประเมิน", colspan=3), ts.Cell("A")),
    )
    got = read(ts.typeset([ts.Table((60.0, 60.0, 60.0, 90.0), rows, head)], PAGE, fonts, words).pdf)
    order = "ที่ พ.ศ.๒๕๖๗ หมายเหตุ ต.ค. พ.ย. IIT หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด ระดับการประเมิน A"
    assert fold(got) == fold(order)


def test_twelve_month_columns_shrink_a_little_rather_than_part_a_month(fonts: ts.FontSet, words: ts.Words) -> None:
    months = ["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย."]
    table = ts.Table((28.0,) * 12, (tuple(ts.Cell(month, origin=month) for month in months),))
    result = ts.typeset([table], PAGE, fonts, words)
    assert len(result.places) == 12
    assert all(place.height <= LEADING for place in result.places)
    assert all(place.width <= 20.01 for place in result.places)


def test_a_word_too_wide_for_its_cell_is_broken_and_never_cut_off(fonts: ts.FontSet, words: ts.Words) -> None:
    word = "รัฐธรรมนูญแห่งราชอาณาจักรไทย"
    result = ts.typeset([ts.Table((30.0,), ((ts.Cell(word, origin="w"),),))], PAGE, fonts, words)
    (place,) = result.places
    assert place.x >= PAGE.left
    assert place.x + place.width <= PAGE.left + 30
    assert fold(pdfium(result.pdf)) == word


def test_a_merged_cell_over_a_page_end_goes_on_below(fonts: ts.FontSet, words: ts.Words) -> None:
    text = " ".join(sentences()[:20])
    first = (ts.Cell(text, rowspan=60), ts.Cell("แถว ๐"))
    rows = (first, *((ts.Cell(f"แถว {number}"),) for number in range(1, 60)))
    result = ts.typeset([ts.Table((200.0, 200.0), rows, ((ts.Cell("หัว"), ts.Cell("ข้อ")),))], PAGE, fonts, words)
    assert result.pages >= 2
    got = fold(pdfium(result.pdf))
    for number in range(60):
        assert f"แถว{number}" in got if number else "แถว๐" in got


def test_too_many_cells_in_a_row_are_an_error_and_not_lost(fonts: ts.FontSet, words: ts.Words) -> None:
    with pytest.raises(ValueError, match="more cells"):
        ts.typeset([ts.Table((90.0,), ((ts.Cell("ก"), ts.Cell("ข")),))], PAGE, fonts, words)


def test_cells_hold_paragraphs_drawings_and_shades(fonts: ts.FontSet, words: ts.Words) -> None:
    chart = ts.Drawing(40.0, 20.0, (ts.Rect(0, 0, 40, 20, ts.Paint(fill=(0.5, 0.5, 0.5))),), origin="chart")
    label = ts.TextStyle(align=ts.Align.LEFT)
    cell = ts.Cell((ts.Paragraph("ก", label, label="-", label_indent=10.0), chart), shade=(0.9, 0.9, 0.9))
    result = ts.typeset([ts.Table((100.0,), ((cell,),))], PAGE, fonts, words)
    assert [place.origin for place in result.places] == ["chart"]
    assert fold(pdfium(result.pdf)) == "-ก"


def test_one_wide_word_sets_its_whole_table_smaller_so_that_it_has_one_size(fonts: ts.FontSet, words: ts.Words) -> None:
    rows = ((ts.Cell("ข้อ", origin="above"), ts.Cell("ข้อ", origin="beside")), (ts.Cell("ประชาสัมพันธ์"), ts.Cell("ข้อ")))
    result = ts.typeset([ts.Table((62.0, 62.0), rows)], PAGE, fonts, words)
    heights = {place.origin: place.height for place in result.places if place.origin}
    assert heights["above"] == heights["beside"] < LEADING


def test_a_wide_word_behind_a_hanging_number_never_makes_the_letters_larger(fonts: ts.FontSet, words: ts.Words) -> None:
    style = ts.TextStyle(align=ts.Align.LEFT, left_indent=20.0, first_indent=-20.0)
    item = ts.Paragraph("ประชาสัมพันธ์", style, label="๑.", origin="item")
    result = ts.typeset([ts.Table((80.0,), ((ts.Cell((item,)),),))], PAGE, fonts, words)
    assert all(place.height < LEADING for place in result.places)
