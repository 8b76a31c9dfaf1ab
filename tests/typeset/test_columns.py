"""Columns get the widths that their content asks for: no word is parted, one size, the least height."""

from __future__ import annotations

import random
import time
from collections import defaultdict
from dataclasses import replace

import pytest

from ita_desktop import typeset as ts
from ita_desktop.typeset.syllables import syllable_starts
from tests.typeset.reading import fold, pdfium
from tests.typeset.table_papers import prose

SMALL = ts.TextStyle(size=14.0, leading=18.4, align=ts.Align.LEFT)
STYLE = ts.TableStyle(text=SMALL, head_text=replace(SMALL, bold=True, align=ts.Align.CENTRE), padding_y=1.5)
WIDTH = 453.5
PAGE = ts.PageSetup()


def table(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...], shares: tuple[float, ...] = ()) -> ts.Table:
    """A table whose cells bear their place as origin."""
    return ts.Table(
        shares or (1.0,) * len(head),
        tuple(
            tuple(ts.Cell(text, origin=f"{row}/{at}") for at, text in enumerate(texts))
            for row, texts in enumerate(rows)
        ),
        (tuple(ts.Cell(text, origin=f"head/{at}") for at, text in enumerate(head)),),
        STYLE,
    )


def fitted(fonts: ts.FontSet, words: ts.Words, *tables: ts.Table, width: float = WIDTH, **more) -> ts.Fitted:
    return ts.finish(ts.fit_columns(tables, width, fonts, words, **more))


def lines_of(fonts: ts.FontSet, words: ts.Words, made: ts.Table) -> dict[str, list[ts.Place]]:
    found = defaultdict(list)
    for place in ts.typeset([made], PAGE, fonts, words).places:
        found[place.origin].append(place)
    return found


def test_no_word_of_head_or_cell_is_parted_and_the_widths_add_up(fonts: ts.FontSet, words: ts.Words) -> None:
    made = table(
        ("มาตรการ/แนวทาง", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "การติดตามผล"),
        (("ก", prose(random.Random(1), 80), "กองสาธารณสุขฯ", "", prose(random.Random(2), 30)),),
        (3.8, 5.4, 0.4, 0.4, 2.8),
    )
    found = fitted(fonts, words, made)
    (one,) = found.tables
    assert sum(one.widths) == pytest.approx(WIDTH)
    assert found.whole
    assert found.size == 14.0
    places = lines_of(fonts, words, one)
    assert len(places["head/2"]) == len(places["0/2"]) == 1
    assert places["head/2"][0].height == places["0/2"][0].height == pytest.approx(18.4)
    assert places["head/3"][0].height == pytest.approx(2 * 18.4), "ระยะเวลา|ดำเนินการ"


def test_an_empty_column_shrinks_to_its_head(fonts: ts.FontSet, words: ts.Words) -> None:
    long = prose(random.Random(3), 60)
    (one,) = fitted(fonts, words, table(("มาตรการ", "หมายเหตุ", "วิธีการ"), ((long, "", long),) * 3)).tables
    assert one.widths[1] < 60
    assert one.widths[1] == min(one.widths)


@pytest.mark.parametrize("seed", range(6))
def test_tables_are_never_higher_and_mostly_lower_than_with_their_shares(fonts, words, seed: int) -> None:
    rnd = random.Random(seed)
    rows = tuple(
        tuple(prose(rnd, rnd.choice((2, 10, 40)) * (4 if at == seed % 4 else 1)) for at in range(4)) for _ in range(6)
    )
    plain = table(("มาตรการ", "วิธีการ", "ผู้รับผิดชอบ", "ผล"), rows)
    (one,) = fitted(fonts, words, plain).tables
    equal = replace(plain, widths=(WIDTH / 4,) * 4)
    ours, theirs = (ts.typeset([made], PAGE, fonts, words) for made in (one, equal))
    assert ours.pages <= theirs.pages
    height = [
        sum(place.height for place in result.places if place.origin.endswith(f"/{seed % 4}"))
        for result in (ours, theirs)
    ]
    assert height[0] < height[1]


def test_short_cells_keep_the_widths_wished_for(fonts: ts.FontSet, words: ts.Words) -> None:
    made = table(("ที่", "ตัวชี้วัด", "คะแนน"), (("๑", "การใช้อำนาจ", "๙๕.๒๓"),) * 5, (1.0, 6.0, 2.0))
    (one,) = fitted(fonts, words, made).tables
    assert one.widths == pytest.approx([WIDTH / 9, WIDTH * 6 / 9, WIDTH * 2 / 9])


def test_a_width_of_the_office_stays(fonts: ts.FontSet, words: ts.Words) -> None:
    long = prose(random.Random(3), 60)
    made = table(("มาตรการ", "หมายเหตุ", "วิธีการ"), ((long, "", long),) * 3)
    (one,) = fitted(fonts, words, made, fixed=(False, True, False)).tables
    assert one.widths[1] == pytest.approx(WIDTH / 3)


def test_the_whole_table_steps_down_before_a_word_is_parted(fonts: ts.FontSet, words: ts.Words) -> None:
    made = table(("กระบวนการ",) * 6, (("ประชาสัมพันธ์",) * 6,))
    sizes = {width: fitted(fonts, words, made, width=width) for width in (460.0, 330.0, 250.0)}
    assert [found.size for found in sizes.values()] == [14.0, 12.0, 12.0]
    assert [found.whole for found in sizes.values()] == [True, True, False]
    (small,) = sizes[330.0].tables
    assert {round(place.height, 1) for place in ts.typeset([small], PAGE, fonts, words).places} == {
        round(18.4 * 12 / 14, 1)
    }


def test_a_word_that_no_column_can_hold_is_parted_between_syllables(fonts: ts.FontSet, words: ts.Words) -> None:
    word = "ประชาสัมพันธ์"
    (one,) = fitted(fonts, words, table(("ผล",) * 6, ((word,) * 6,)), width=250.0).tables
    made = ts.measure(ts.Paragraph(word, replace(SMALL, size=12.0)), one.widths[0] - 8, fonts, words)
    ends, at = set(), 0
    for line in made.lines[:-1]:
        at += len(line.text)
        ends.add(at)
    assert ends
    assert ends <= syllable_starts(word)


def test_no_address_sets_a_table_small(fonts: ts.FontSet, words: ts.Words) -> None:
    address = "https://www.donexample.go.th/fileupload/ita2568/o22-averylongnamewithoutanyplacetobreakinside.pdf"
    found = fitted(fonts, words, table(("มาตรการ", "ผล", "ที่"), ((prose(random.Random(1), 60), address, "๑"),)))
    assert found.size == 14.0
    assert fold(address) in fold(pdfium(ts.typeset([found.tables[0]], PAGE, fonts, words).pdf))


def test_tables_in_a_row_share_their_columns(fonts: ts.FontSet, words: ts.Words) -> None:
    head = ("มาตรการ", "ผล")
    first, second = table(head, (("ก", prose(random.Random(1), 90)),)), table(head, (("ความโปร่งใส", "ข"),))
    found = fitted(fonts, words, first, second).tables
    assert found[0].widths == found[1].widths


def test_merged_cells_are_counted(fonts: ts.FontSet, words: ts.Words) -> None:
    head = (
        (ts.Cell("ที่", rowspan=2), ts.Cell("ระยะเวลาดำเนินการตามแผนปฏิบัติการ", colspan=2)),
        (ts.Cell("ต.ค."), ts.Cell("พ.ย.")),
    )
    rows = ((ts.Cell("ประชาสัมพันธ์", rowspan=2), ts.Cell("๑"), ts.Cell("๒")), (ts.Cell("๓"), ts.Cell("๔")))
    found = fitted(fonts, words, ts.Table((1.0, 1.0, 1.0), rows, head, STYLE), width=150.0)
    assert found.whole
    assert sum(found.tables[0].widths) == pytest.approx(150.0)


def test_the_same_table_is_fitted_once(fonts: ts.FontSet, words: ts.Words) -> None:
    made = table(("มาตรการ", "ผล"), ((prose(random.Random(9), 90), "ข"),))
    assert fitted(fonts, words, made) is fitted(
        fonts, words, table(("มาตรการ", "ผล"), ((prose(random.Random(9), 90), "ข"),))
    )


def test_sixty_measures_of_six_columns_take_less_than_half_a_second(fonts: ts.FontSet, words: ts.Words) -> None:
    rnd = random.Random(4)
    rows = tuple(
        tuple(prose(rnd, rnd.choice((4, 8, 20)) * (3 if at in (1, 2) else 1)) for at in range(6)) for _ in range(60)
    )
    made = table(("มาตรการ", "วิธีการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "ผล"), rows)
    started = time.process_time()
    fitted(fonts, words, made)
    assert time.process_time() - started < 0.5
