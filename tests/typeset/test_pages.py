"""Pages: what stays together, what is repeated, and where things stand."""

from __future__ import annotations

import itertools
import random
from collections import defaultdict
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from ita_desktop import typeset as ts
from tests.typeset.reading import assert_looks_like, broken_rules, generated, pdfium, pdfium_pages, sentences

LEADING = 21.0
BODY = ts.TextStyle(first_indent=70.9, space_before=6)
LEFT = ts.TextStyle(align=ts.Align.LEFT)
PAGE = ts.PageSetup()
BOTTOM = PAGE.height - PAGE.bottom
Parts = dict[str, list[ts.Place]]


def parts(result: ts.Result) -> Parts:
    found: Parts = defaultdict(list)
    for place in result.places:
        found[place.origin].append(place)
    return found


def lines(place: ts.Place) -> int:
    return round(place.height / LEADING)


def papers(count: int, seed: int) -> list[tuple[list[ts.Block], list[tuple[str, str]]]]:
    """Return random papers with the kinds and origins of their pieces in order."""
    rnd, known = random.Random(seed), sentences()
    prose = generated(400, seed)
    found = []
    for _ in range(count):
        flow: list[ts.Block] = []
        order: list[tuple[str, str]] = []
        for number in range(rnd.randint(8, 30)):
            name = f"{number}"
            text = " ".join((rnd.choice(known), rnd.choice(prose), *rnd.choices(known, k=rnd.randint(0, 5))))
            if rnd.random() < 0.2:
                flow.append(ts.Heading(rnd.choice(known), origin=name))
                order.append(("heading", name))
            elif rnd.random() < 0.12:
                block = [ts.Paragraph(f"ลงชื่อ {at}", LEFT, origin=f"{name}/{at}") for at in range(rnd.randint(2, 6))]
                flow.append(ts.Keep((ts.Space(42), *block), lines_before=2))
                order += [("keep", f"{name}/{at}") for at in range(len(block))]
            else:
                flow.append(ts.Paragraph(text, BODY, origin=name))
                order.append(("text", name))
        found.append((flow, order))
    return found


@pytest.mark.parametrize("catch_word", [False, True])
def test_page_rules_hold_in_generated_papers(fonts: ts.FontSet, words: ts.Words, catch_word: bool) -> None:
    page = ts.PageSetup(catch_word=catch_word)
    turned = 0
    for flow, order in papers(500, seed=5 + catch_word):
        result = ts.typeset(flow, page, fonts, words)
        assert not broken_rules(pdfium(result.pdf).splitlines())
        where = parts(result)
        turned += result.pages - 1
        for at, (kind, name) in enumerate(order):
            pieces = where[name]
            assert pieces, f"{kind} {name} is missing"
            assert all(piece.y + piece.height <= BOTTOM + 0.1 for piece in pieces)
            counts = [lines(piece) for piece in pieces]
            if len(counts) > 1:
                assert kind == "text"
                assert min(counts[0], counts[-1]) >= 2, (name, counts)
                assert sum(counts) > 3
            if kind == "heading" and at + 1 < len(order):
                below = where[order[at + 1][1]][0]
                assert below.page == pieces[-1].page, "a heading at the foot of a page"
                assert lines(below) >= 2 or len(where[order[at + 1][1]]) == 1
        assert_keeps(order, where)
    assert turned > 500


def assert_keeps(order: list[tuple[str, str]], where: Parts) -> None:
    groups: dict[str, list[str]] = defaultdict(list)
    for kind, name in order:
        if kind == "keep":
            groups[name.partition("/")[0]].append(name)
    names = [name for _, name in order]
    for members in groups.values():
        pages = {piece.page for name in members for piece in where[name]}
        assert len(pages) == 1, "a block that is kept together is parted"
        (page,) = pages
        before = [piece for name in names[: names.index(members[0])] for piece in where[name] if piece.page == page]
        earlier = [piece for name in names[: names.index(members[0])] for piece in where[name]]
        possible = min(2, sum(lines(piece) for piece in earlier))
        assert sum(lines(piece) for piece in before) >= possible, "a block alone on its page"


def test_a_page_number_and_a_catch_word_stand_where_they_are_wanted(fonts: ts.FontSet, words: ts.Words) -> None:
    page = ts.PageSetup(
        number=lambda number: f"-{'๐๑๒๓๔๕๖๗๘๙'[number]}-" if number > 1 else "",
        number_y=70.87,
        top=90.0,
        catch_word=True,
    )
    flow = [ts.Paragraph(" ".join(sentences()), BODY) for _ in range(5)]
    result = ts.typeset(flow, page, fonts, words)
    texts = pdfium_pages(result.pdf)
    assert "-๑-" not in texts[0]
    for number, (above, below) in enumerate(itertools.pairwise(texts), start=2):
        catch = above.strip().splitlines()[-1]
        assert catch.startswith("/")
        assert catch.endswith("...")
        first, second, *_ = [line for line in below.strip().splitlines() if line]
        assert first == f"-{'๐๑๒๓๔๕๖๗๘๙'[number]}-"
        assert second.startswith(catch[1:-3])
    assert "..." not in texts[-1]
    for sheet in pypdf.PdfReader(BytesIO(result.pdf)).pages:
        content = sheet.get_contents().get_data().decode("latin-1")
        lowest = min(float(line.split()[5]) for line in content.splitlines() if line.startswith("1 0 0 1 "))
        assert lowest > page.bottom, "a catch-word below the bottom margin"


def test_a_catch_word_from_a_line_with_tabs_stands_together(fonts: ts.FontSet, words: ts.Words) -> None:
    page = ts.PageSetup(catch_word=True)
    flow = [ts.Paragraph("๑.\tการเปิดเผย\t๑๐๐", LEFT, tabs=(ts.Tab(at=30.0), ts.Tab(at=400.0))) for _ in range(60)]
    result = ts.typeset(flow, page, fonts, words)
    content = pypdf.PdfReader(BytesIO(result.pdf)).pages[0].get_contents().get_data().decode("latin-1")
    places = [tuple(map(float, line.split()[4:6])) for line in content.splitlines() if line.startswith("1 0 0 1 ")]
    lowest = min(y for _, y in places)
    assert pdfium_pages(result.pdf)[0].strip().splitlines()[-1] == "/๑. การเปิดเผย..."
    assert all(x > page.width - page.right - 80 for x, y in places if y == lowest)


@pytest.mark.parametrize("rows", range(24, 36))
def test_a_kept_table_about_as_tall_as_a_page_is_not_torn_into_single_rows(
    fonts: ts.FontSet, words: ts.Words, rows: int
) -> None:
    table = ts.Table(
        widths=(200.0,),
        head=((ts.Cell("หัว"),),),
        rows=tuple((ts.Cell(f"แถว {n}"),) for n in range(rows)),
        style=ts.TableStyle(text=LEFT, head_text=LEFT),
    )
    result = ts.typeset([ts.Paragraph("นำ", LEFT), ts.Keep((table,))], PAGE, fonts, words)
    assert result.pages <= 2


def test_things_at_fixed_places_stand_there_to_a_hundredth_of_a_point(fonts: ts.FontSet, words: ts.Words) -> None:
    page = ts.PageSetup(
        first=(
            ts.Fixed(x=100.0, y=200.0, item=ts.Paragraph("ก", LEFT)),
            ts.Fixed(x=100.0, y=300.0, item=ts.Paragraph("ข", ts.TextStyle(size=29, leading=35, align=ts.Align.LEFT))),
            ts.Rule(x1=100.0, y=400.0, x2=300.0),
        )
    )
    result = ts.typeset([ts.Paragraph("ค", LEFT), ts.PageBreak(), ts.Paragraph("ง", LEFT)], page, fonts, words)
    content = pypdf.PdfReader(BytesIO(result.pdf)).pages[0].get_contents().get_data().decode("latin-1")
    assert f"1 0 0 1 100.00 {841.89 - 200:.2f} Tm" in content
    assert f"1 0 0 1 100.00 {841.89 - 300:.2f} Tm" in content
    assert f"300.00 {841.89 - 400:.2f} m" in content.replace("299.65", "300.00")
    face = fonts.face(bold=False, italic=False)
    baseline = (face.ascent * 16 / 1000) + (LEADING - (face.ascent + face.descent) * 16 / 1000) / 2
    assert f"1 0 0 1 85.04 {841.89 - 70.87 - baseline:.2f} Tm" in content
    assert "ก" not in pdfium_pages(result.pdf)[1]


def test_baselines_of_running_text_are_one_leading_apart(fonts: ts.FontSet, words: ts.Words) -> None:
    result = ts.typeset([ts.Paragraph(" ".join(sentences()), LEFT)], PAGE, fonts, words)
    page = pypdfium2.PdfDocument(result.pdf)[0]
    content = pypdf.PdfReader(BytesIO(result.pdf)).pages[0].get_contents().get_data().decode("latin-1")
    page.close()
    baselines = [float(line.split()[5]) for line in content.splitlines() if line.startswith("1 0 0 1 ")]
    steps = {round(above - below, 2) for above, below in itertools.pairwise(baselines)}
    assert steps == {LEADING}


def test_a_landscape_section_stands_inside_a_portrait_document(fonts: ts.FontSet, words: ts.Words) -> None:
    wide = ts.PageSetup(width=841.89, height=595.276)
    flow = [ts.Paragraph("ก"), ts.Section((ts.Paragraph("ข"),), wide), ts.Paragraph("ค")]
    pages = pypdf.PdfReader(BytesIO(ts.typeset(flow, PAGE, fonts, words).pdf)).pages
    assert [round(float(page.mediabox.width)) for page in pages] == [595, 842, 595]


def test_space_vanishes_at_the_top_of_a_page_unless_it_stays(fonts: ts.FontSet, words: ts.Words) -> None:
    flow = [ts.Space(50), ts.Paragraph("ก", LEFT, origin="a"), ts.PageBreak(), ts.Space(50, stays=True)]
    flow.append(ts.Paragraph("ข", LEFT, origin="b"))
    where = parts(ts.typeset(flow, PAGE, fonts, words))
    assert where["a"][0].y == pytest.approx(PAGE.top)
    assert where["b"][0].y == pytest.approx(PAGE.top + 50)


def test_every_piece_of_content_can_be_found_by_its_origin(fonts: ts.FontSet, words: ts.Words) -> None:
    long = " ".join(sentences() * 2)
    flow = [
        ts.Paragraph(long, BODY, origin="long"),
        ts.Table((100.0, 100.0), ((ts.Cell("ก", origin="cell/a"), ts.Cell("ข", origin="cell/b")),)),
        ts.Drawing(40.0, 40.0, (), origin="chart", align=ts.Align.RIGHT),
    ]
    where = parts(ts.typeset(flow, PAGE, fonts, words))
    assert [piece.page for piece in where["long"]] == [1, 2]
    assert where["cell/b"][0].x == pytest.approx(PAGE.left + 104)
    assert where["chart"][0].x == pytest.approx(PAGE.width - PAGE.right - 40)


def test_a_page_as_a_picture(fonts, words, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    head = (tuple(ts.Cell(text) for text in ("ที่", "มาตรการ", "ผู้รับผิดชอบ", "คะแนน")),)
    number = ts.TextStyle(align=ts.Align.CENTRE)
    rows = tuple(
        (ts.Cell("๑๒๓๔"[at], number), ts.Cell(sentences()[at]), ts.Cell("สำนักปลัด"), ts.Cell("๙๕.๒๓", number))
        for at in range(4)
    )
    bars = tuple(
        ts.Rect(20 + 60 * at, 80 - 15 * at, 40, 15 * at + 5, ts.Paint(hatch=ts.Hatch(angle=45.0 * at)))
        for at in range(4)
    )
    flow: list[ts.Block] = [
        ts.Heading("ผลการประเมินคุณธรรมและความโปร่งใส", number="๑."),
        ts.Paragraph(" ".join(sentences()[:8]), BODY),
        ts.Paragraph(sentences()[9], LEFT, label="๑)", label_indent=20),
        ts.Paragraph("คะแนนรวม\t๙๓.๗๑", LEFT, tabs=(ts.Tab(at=453, align=ts.Align.RIGHT, leader=True),)),
        ts.Space(8),
        ts.Table((40.0, 243.0, 100.0, 70.0), rows, head, ts.TableStyle(head_shade=(0.92, 0.92, 0.92), space_after=12)),
        ts.Drawing(280, 100, (*bars, ts.Line(10, 85, 270, 85), ts.TextAt(140, 98, "ปีงบประมาณ")), alt="แผนภูมิ"),
    ]
    page = ts.PageSetup(height=730, number=lambda at: "- ๑ -", number_y=50)
    document = pypdfium2.PdfDocument(ts.typeset(flow, page, fonts, words).pdf)
    image = document[0].render(scale=100 / 72).to_pil().convert("L")
    document.close()
    golden = Path(__file__).parent / "golden" / "page.png"
    assert_looks_like(image, golden, tmp_path, update=request.config.getoption("--update-golden"))


@pytest.mark.parametrize("seed", range(4))
def test_pages_look_the_same_where_their_ink_is_the_same(fonts: ts.FontSet, words: ts.Words, seed: int) -> None:
    """What a preview keeps of a page's picture while another text is typed."""
    table = ts.Table((200.0, 100.0), ((ts.Cell("ข้อ ๑ ปู่ฎุ"), ts.Cell("ผล")),) * 3, head=((ts.Cell("ก"), ts.Cell("ข")),))
    flow = [*papers(1, seed)[0][0], table]
    at = next(n for n, block in enumerate(flow) if n > 2 and isinstance(block, ts.Paragraph))
    kept = 0
    for text in ("ปั๊ปี่ญู๎ฎุฏู", "คำที่ยาวกว่าเดิมมาก " * 9, ""):
        other = [*flow[:at], ts.Paragraph(text, BODY), *flow[at + 1 :]]
        before, after = (ts.typeset(content, PAGE, fonts, words) for content in (flow, other))
        for number, (one, two) in enumerate(zip(before.leaves, after.leaves, strict=False)):
            bands = [(top, bottom) for _, top, bottom in {*one.ink} ^ {*two.ink}]
            ours, theirs = (rows_of(result.pdf, number) for result in (before, after))
            for y, (row, now) in enumerate(zip(ours, theirs, strict=True)):
                if not any(top <= (y + 1) / 2 and y / 2 <= bottom for top, bottom in bands):
                    assert row == now, f"page {number}, {y / 2} points from the top"
                    kept += 1
    assert kept


def rows_of(pdf: bytes, page: int) -> list[bytes]:
    """The rows of pixels of a page, two for a point."""
    image = pypdfium2.PdfDocument(pdf)[page].render(scale=2, grayscale=True).to_pil()
    return [image.crop((0, y, image.width, y + 1)).tobytes() for y in range(image.height)]
