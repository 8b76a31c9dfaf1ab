"""Lines: as even as the words allow, never too long, never parted where they must not be."""

from __future__ import annotations

import random
import re

import pytest

from ita_desktop import typeset as ts
from ita_desktop.typeset.lines import GAP_CAP, GAP_SHRINK, Boxes, best_fit, looseness, operators
from ita_desktop.typeset.paragraph import Setter
from ita_desktop.typeset.stretch import Stretch
from tests.typeset.reading import broken_rules, fold, generated, sentences

CM = 72 / 2.54


def prose(count: int) -> list[str]:
    known, rnd = sentences(), random.Random(1)
    return [" ".join(rnd.choice(known) for _ in range(rnd.randint(2, 7))) for _ in range(count)]


def boxes_of(setter: Setter, text: str, first: float, rest: float) -> Boxes:
    """The boxes of a text without line ends and tabs, to compare ways of breaking it."""
    return Stretch(setter.words, text, 0, [(0, setter.run(ts.TextStyle()))], first, rest).boxes()


def greedy(boxes: Boxes, first: float, rest: float) -> list[int]:
    """The ends of the lines when each takes as much as it can: the measure best_fit is compared with."""
    found: list[int] = []
    room, at = first, 0
    while at < len(boxes.width):
        used, start = 0.0, at
        while at < len(boxes.width) and (at == start or used + boxes.width[at] <= room + 1e-6):
            used += boxes.width[at] + boxes.tail_width[at]
            at += 1
        found.append(at)
        room = rest
    return found


def looseness_of(boxes: Boxes, ends: list[int], first: float, rest: float) -> list[float]:
    starts = [0, *ends[:-1]]
    return [
        looseness(boxes, start, end, first if start == 0 else rest)
        for start, end in zip(starts[:-1], ends[:-1], strict=True)
    ]


@pytest.mark.parametrize(("width", "indent"), [(16 * CM, 2.5 * CM), (8 * CM, 1.25 * CM)])
def test_lines_are_never_looser_than_greedy_ones(fonts: ts.FontSet, words: ts.Words, width, indent) -> None:
    setter = Setter(fonts, words)
    ours: list[float] = []
    others: list[float] = []
    for text in prose(200):
        boxes = boxes_of(setter, text, width - indent, width)
        ours += looseness_of(boxes, best_fit(boxes, width - indent, width, distributed=True), width - indent, width)
        others += looseness_of(boxes, greedy(boxes, width - indent, width), width - indent, width)
    ours.sort()
    others.sort()
    print(f"worst {ours[-1]:.3f} (greedy {others[-1]:.3f})")
    assert ours[-1] <= others[-1] + 1e-9
    assert ours[len(ours) * 95 // 100] <= others[len(others) * 95 // 100] + 1e-9
    for part in (20, 10, 2):
        loosest, of_greedy = ours[-len(ours) // part :], others[-len(others) // part :]
        assert sum(loosest) / len(loosest) < sum(of_greedy) / len(of_greedy)
    assert sum(loose > 1 for loose in ours) <= sum(loose > 1 for loose in others)


@pytest.mark.parametrize("width", [3 * CM, 5 * CM, 8 * CM, 12 * CM, 16 * CM])
@pytest.mark.parametrize("align", [ts.Align.THAI, ts.Align.LEFT, ts.Align.CENTRE, ts.Align.RIGHT])
def test_no_line_is_too_long_and_all_text_is_there(fonts: ts.FontSet, words: ts.Words, width, align) -> None:
    for text in [*generated(60), "ก" * 400, "กร์" * 100, "x" * 300, "https://example.go.th/" + "a" * 200]:
        for left, first in ((0.0, width / 5), (width / 4, -width / 4)):
            style = ts.TextStyle(align=align, left_indent=left, first_indent=first, right_indent=3.0)
            measured = ts.measure(ts.Paragraph(text, style), width, fonts, words)
            for line in measured.lines:
                assert line.x >= -0.01
                assert line.x + line.width <= width - 3.0 + 0.01
            assert fold("".join(line.text for line in measured.lines)) == fold(text)


@pytest.mark.parametrize("width", [5 * CM, 8 * CM, 12 * CM, 16 * CM])
def test_no_line_begins_or_ends_with_what_must_not(fonts: ts.FontSet, words: ts.Words, width) -> None:
    for text in generated(300, seed=11):
        lines = [line.text for line in ts.measure(ts.Paragraph(text), width, fonts, words).lines]
        assert not broken_rules(lines)


def test_distributed_lines_reach_the_edge_and_the_last_is_natural(fonts: ts.FontSet, words: ts.Words) -> None:
    for text in prose(20):
        lines = ts.measure(ts.Paragraph(text), 16 * CM, fonts, words).lines
        assert all(line.x + line.width == pytest.approx(16 * CM) for line in lines[:-1])
        ragged = ts.measure(ts.Paragraph(text, ts.TextStyle(align=ts.Align.LEFT)), 60 * CM, fonts, words).lines
        assert lines[-1].width <= ragged[-1].width


def test_slack_goes_into_gaps_and_spaces_and_never_before_a_mark() -> None:
    shown = operators("0001@00020003~0004", 16.0, 0.5, 216.0)
    assert shown == f"{GAP_CAP / 2 * 16 / 1000:.5f} Tc [<0001>30<00020003>-216.0<0004>]TJ"
    assert operators("0001@00020003~0004", 16.0, 0.0, 216.0) == "[<0001000200030004>]TJ"


def test_a_line_too_loose_for_the_caps_is_left_ragged(fonts: ts.FontSet, words: ts.Words) -> None:
    (long,) = ts.measure(ts.Paragraph("x" * 70), 900, fonts, words).lines
    lines = ts.measure(ts.Paragraph("กกก " + long.text + " ข"), long.width + 2, fonts, words).lines
    assert lines[0].text == "กกก "
    assert lines[0].width < 30


def test_a_tight_line_gives_where_no_mark_stands_and_ends_at_the_edge(fonts: ts.FontSet, words: ts.Words) -> None:
    tight = 0
    setter = Setter(fonts, words)
    for text in prose(40):
        for line in setter.layout(ts.Paragraph(text), 16 * CM).lines[:-1]:
            ((_, shown),) = line.shows
            if shown.startswith("-"):
                tight += 1
                spacing = float(shown.split(" Tc")[0])
                moved = sum(-float(n) for n in re.findall(r">(-?[\d.]+)<", shown))
                glyphs = re.findall("[0-9a-f]{4}", "".join(re.findall(r"<([0-9a-f]*)>", shown)))
                face = fonts.face(bold=False, italic=False)
                natural = sum(face.advance(int(glyph, 16)) for glyph in glyphs)
                drawn = (natural + moved) * 16 / 1000 + spacing * (len(glyphs) - 1)
                assert drawn == pytest.approx(16 * CM, abs=0.3)
                assert -GAP_SHRINK * 16 / 1000 - 1e-6 <= spacing < 0
    assert tight > 5
    shown = operators("0001@0002%0003~0004", 16.0, -1.0, 216.0)
    assert shown == f"{-GAP_SHRINK * 16 / 1000:.5f} Tc [<0001>{-GAP_SHRINK:g}<0002>{-GAP_SHRINK:g}<0003>86.4<0004>]TJ"


def test_letters_are_parted_only_where_a_line_would_overflow(fonts: ts.FontSet, words: ts.Words) -> None:
    word = "กขคฆงจฉชซฌญฎ"
    measured = ts.measure(ts.Paragraph(f"x {word}", ts.TextStyle(align=ts.Align.LEFT)), 80.0, fonts, words)
    assert [line.text.strip() for line in measured.lines] == ["x", word]


def test_one_short_word_is_not_left_alone_on_the_last_line(fonts: ts.FontSet, words: ts.Words) -> None:
    setter = Setter(fonts, words)
    shorter = 0
    for text in prose(300):
        boxes = boxes_of(setter, text, 400.0, 453.0)
        last = {}
        for name, ends in (
            ("ours", best_fit(boxes, 400.0, 453.0, distributed=True)),
            ("greedy", greedy(boxes, 400.0, 453.0)),
        ):
            start = ends[-2] if len(ends) > 1 else 0
            last[name] = sum(boxes.width[start:]) + sum(boxes.tail_width[start:]) < 0.06 * 453.0 and len(ends) > 1
        shorter += last["greedy"] - last["ours"]
    assert shorter > 0


def test_a_line_end_in_the_text_ends_a_line(fonts: ts.FontSet, words: ts.Words) -> None:
    measured = ts.measure(ts.Paragraph("ก\n\nข", ts.TextStyle(first_indent=20)), 200, fonts, words)
    assert [(line.text, line.x) for line in measured.lines] == [("ก", 20.0), ("", 0.0), ("ข", 0.0)]


def test_labels_hang_and_tabs_jump(fonts: ts.FontSet, words: ts.Words) -> None:
    style = ts.TextStyle(left_indent=40.0, align=ts.Align.LEFT)
    lines = ts.measure(ts.Paragraph("คำ " * 40, style, label="๑)", label_indent=20.0), 200, fonts, words).lines
    assert {line.x for line in lines[1:]} == {60.0}
    assert lines[0].text.startswith("๑) คำ")
    row = ts.Paragraph("บทที่ ๑\t๑๒", ts.TextStyle(align=ts.Align.LEFT), tabs=(ts.Tab(at=180, align=ts.Align.RIGHT),))
    (line,) = ts.measure(row, 200, fonts, words).lines
    assert line.x + line.width == pytest.approx(180)


def test_words_that_end_at_a_stop_stay_on_their_line_when_another_field_follows(
    fonts: ts.FontSet, words: ts.Words
) -> None:
    tabs = (ts.Tab(at=100, align=ts.Align.RIGHT), ts.Tab(at=250, leader=True))
    style = ts.TextStyle(align=ts.Align.LEFT)
    (line,) = ts.measure(ts.Paragraph("\t(ลงชื่อ)\tผู้จัดทำ", style, tabs=tabs), 400, fonts, words).lines
    assert line.text == "\t(ลงชื่อ)\tผู้จัดทำ"


def test_a_long_title_before_a_page_number_wraps_and_the_number_stands_on_its_last_line(
    fonts: ts.FontSet, words: ts.Words
) -> None:
    tabs = (ts.Tab(at=300, align=ts.Align.RIGHT, leader=True),)
    lines = ts.measure(ts.Paragraph("ผลการประเมินคุณธรรม " * 8 + "\t๑๒", tabs=tabs), 300, fonts, words).lines
    assert len(lines) > 2
    assert all(line.x + line.width < 290 for line in lines[:-1])
    assert lines[-1].text.endswith("\t๑๒")
    assert lines[-1].x + lines[-1].width == pytest.approx(300)
