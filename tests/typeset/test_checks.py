"""Content that cannot be set is an error when it is made, with a code, and never a blank on paper."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from ita_desktop import typeset as ts
from ita_desktop.typeset import ContentFault as Fault
from tests.typeset.conftest import FONTS
from tests.typeset.reading import fold, pdfium

A = ts.Cell("ก")
DOWN = ts.Cell("ก", rowspan=2)

BAD: list[tuple[Fault, Callable[[], object]]] = [
    (Fault.NOT_POSITIVE, lambda: ts.TextStyle(size=0)),
    (Fault.NOT_POSITIVE, lambda: ts.TextStyle(leading=-1)),
    (Fault.NOT_A_LENGTH, lambda: ts.TextStyle(size=math.nan)),
    (Fault.NOT_A_LENGTH, lambda: ts.TextStyle(left_indent=math.inf)),
    (Fault.NOT_A_LENGTH, lambda: ts.Tab(at=math.nan)),
    (Fault.NOT_POSITIVE, lambda: ts.Span("ก", size=0)),
    (Fault.NOT_TEXT, lambda: ts.Paragraph(None)),  # type: ignore[arg-type]
    (Fault.NOT_TEXT, lambda: ts.Paragraph(("ก",))),  # type: ignore[arg-type]
    (Fault.NOT_TEXT, lambda: ts.Heading(["ก"])),  # type: ignore[arg-type]
    (Fault.NOT_TEXT, lambda: ts.Cell(5)),  # type: ignore[arg-type]
    (Fault.NOT_TEXT, lambda: ts.Keep([ts.Paragraph("ก")])),  # type: ignore[arg-type]
    (Fault.NEGATIVE, lambda: ts.TableStyle(padding_x=-1)),
    (Fault.NOT_POSITIVE, lambda: ts.TableStyle(shrink=0)),
    (Fault.NO_COLUMNS, lambda: ts.Table((), ())),
    (Fault.NOT_POSITIVE, lambda: ts.Table((-20.0,), ((A,),))),
    (Fault.NOT_POSITIVE, lambda: ts.Table((0.0,), ((A,),))),
    (Fault.NOT_A_LENGTH, lambda: ts.Table((math.nan,), ((A,),))),
    (Fault.ROW_TOO_SHORT, lambda: ts.Table((20.0, 20.0), ((A, A), (A,)))),
    (Fault.ROW_TOO_SHORT, lambda: ts.Table((20.0, 20.0), (), ((A,),))),
    (Fault.ROW_TOO_LONG, lambda: ts.Table((20.0,), ((A, A),))),
    (Fault.ROW_TOO_LONG, lambda: ts.Table((20.0, 20.0), ((ts.Cell("ก", colspan=5),),))),
    (Fault.ROW_TOO_LONG, lambda: ts.Table((9.0,) * 3, ((A, DOWN, A), (ts.Cell("ก", colspan=2), A)))),
    (Fault.SPAN, lambda: ts.Table((20.0,), ((ts.Cell("ก", colspan=0),),))),
    (Fault.SPAN_BELOW, lambda: ts.Table((20.0,), ((ts.Cell("ก", rowspan=2),),))),
    (Fault.NEGATIVE, lambda: ts.Space(-1)),
    (Fault.NOT_POSITIVE, lambda: ts.Drawing(0, 10, ())),
    (Fault.NEGATIVE, lambda: ts.Picture(b"", width=-1)),
    (Fault.NOT_A_LENGTH, lambda: ts.Rule(x1=0, y=math.inf, x2=5)),
    (Fault.NOT_POSITIVE, lambda: ts.Fixed(x=0, y=0, item=ts.Paragraph("ก"), width=0)),
    (Fault.NO_ROOM, lambda: ts.PageSetup(left=400, right=400)),
]  # fmt: skip


@pytest.mark.parametrize(("fault", "make"), BAD)
def test_a_value_that_cannot_be_set_is_refused_when_it_is_made(fault: Fault, make: Callable[[], object]) -> None:
    with pytest.raises(ts.ContentError) as raised:
        make()
    assert raised.value.fault is fault
    assert raised.value.name


@pytest.mark.parametrize("block", ["a bare text", None, A, ts.PageSetup(), ts.Span("ก")])
@pytest.mark.parametrize("wrap", [
    lambda block: block,
    lambda block: ts.Keep((block,)),
    lambda block: ts.Table((90.0,), ((ts.Cell((block,)),),)),
    lambda block: ts.Section((block,), ts.PageSetup()),
])  # fmt: skip
def test_what_is_no_block_is_refused_and_not_left_out(fonts, words, block, wrap) -> None:
    with pytest.raises(ts.ContentError) as raised:
        ts.typeset([ts.Paragraph("ก"), wrap(block)], ts.PageSetup(), fonts, words)
    assert raised.value.fault is Fault.UNKNOWN_BLOCK
    assert raised.value.value is block


def test_rows_under_merged_cells_are_whole(fonts: ts.FontSet, words: ts.Words) -> None:
    rows = ((ts.Cell("ก", rowspan=2), A, ts.Cell("ก", rowspan=3)), (A,), (ts.Cell("ก", colspan=2),))
    assert fold(pdfium(ts.typeset([ts.Table((30.0,) * 3, rows)], ts.PageSetup(), fonts, words).pdf)) == "กกกกก"


def test_fonts_given_as_bytes_are_the_same_fonts(fonts: ts.FontSet, words: ts.Words) -> None:
    read = ts.FontSet.load(*((FONTS / name).read_bytes() for name in ("THSarabunNew.ttf", "THSarabunNew-Bold.ttf")))
    flow = [ts.Heading("หัวข้อ"), ts.Paragraph("ข้อความ")]
    assert ts.typeset(flow, ts.PageSetup(), read, words).pdf == ts.typeset(flow, ts.PageSetup(), fonts, words).pdf
    with pytest.raises(ts.FontError, match="given as bytes: not a TrueType font"):
        ts.FontSet.load(b"OTTO", b"OTTO")
