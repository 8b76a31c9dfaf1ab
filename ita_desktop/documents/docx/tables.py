"""ตาราง in Word: fixed widths, repeated head rows, merged cells, rows that may run over a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from ita_desktop import typeset as ts
from ita_desktop.documents.docx.keeping import Keeping
from ita_desktop.documents.docx.look import Named
from ita_desktop.documents.docx.xml import Element, hexadecimal, twips, w

Content = Callable[[ts.Cell, ts.TextStyle, Named, bool], list[Element]]
"""What a cell holds: cell, style of its text, named style, and whether its row stays with the next."""

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_NARROW, _LITTLE = 40.0, 1.0
"""A column narrower than this has little padding: Word sets no word smaller so that it fits, as the PDF does."""
_V_ALIGN = {ts.AlignV.TOP: "top", ts.AlignV.MIDDLE: "center", ts.AlignV.BOTTOM: "bottom"}


def joined(flow: Iterable[ts.Block]) -> tuple[ts.Block, ...]:
    """The flow with tables that continue each other as one: on paper each group's heading comes again with the head."""
    made: list[ts.Block] = []
    for block in flow:
        before = made[-1] if made else None
        if isinstance(block, ts.Table) and isinstance(before, ts.Table) and _continues(before, block):
            made[-1] = _one(before, block)
        else:
            made.append(block)
    return tuple(made)


def _continues(before: ts.Table, block: ts.Table) -> bool:
    same = (before.origin, before.widths) == (block.origin, block.widths)
    return same and bool(block.head) and before.head[:1] == block.head[:1]


def _one(before: ts.Table, block: ts.Table) -> ts.Table:
    pairs = zip(before.head, block.head, strict=False)
    shared = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
    rows = (*before.head[shared:], *before.rows, *block.head[shared:], *block.rows)
    return replace(before, head=before.head[:shared], rows=rows)


def table(block: ts.Table, content: Content, keeping: Keeping, *, kept: bool) -> Element:
    """``w:tbl``; a ``kept`` one is not parted by a page, unless it is taller than one."""
    kept = kept and keeping.fits(block)
    made = w("tbl", _properties(block), w("tblGrid", *(w("gridCol", w=twips(width)) for width in block.widths)))
    made.extend(_rows(block, block.head, content, keeping, head=True, kept=kept))
    made.extend(_rows(block, block.rows, content, keeping, head=False, kept=kept))
    return made


def _properties(block: ts.Table) -> Element:
    style = block.style
    sides = ["top", "bottom", "insideH"] if style.horizontal_only else [*_SIDES]
    rule = {"val": "single", "sz": round(style.rule * 8), "space": 0, "color": hexadecimal(style.rule_colour)}
    x, y = twips(style.padding_x), twips(style.padding_y)
    margins = (("top", y), ("left", x), ("bottom", y), ("right", x))
    return w(
        "tblPr",
        w("tblW", w=twips(sum(block.widths)), type="dxa"),
        w("tblInd", w=twips(style.left), type="dxa"),
        w("tblBorders", *(w(side, **rule) for side in sides if style.rule)),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in margins)),
        w("tblLook", val="0020" if block.head else "0000", firstRow=bool(block.head)),
    )


def _rows(
    block: ts.Table,
    rows: tuple[tuple[ts.Cell, ...], ...],
    content: Content,
    keeping: Keeping,
    *,
    head: bool,
    kept: bool,
) -> Iterator[Element]:
    """Rows; one that is taller than a page may part, or Word would cut its end off at the foot."""
    below: dict[int, tuple[ts.Cell, int]] = {}
    for number, cells in enumerate(rows):
        last = not head and number == len(rows) - 1
        group = not head and bool(cells) and all(cell.shade is not None for cell in cells)
        whole = head or kept or keeping.stays_whole(block, cells)
        made = w("tr", _row_properties(block, head=head, whole=whole))
        stays = (kept or group) and not last
        left = list(cells)
        at = 0
        while at < len(block.widths):
            if at in below:
                above, rest = below.pop(at)
                if rest > 1:
                    below[at] = (above, rest - 1)
                made.append(_cell(block, above, at, head, [w("p", _small())], merge="continue"))
                at += above.colspan
                continue
            cell = left.pop(0) if left else ts.Cell()
            if cell.rowspan > 1:
                below[at] = (cell, cell.rowspan - 1)
            text = cell.style or (block.style.head_text if head else block.style.text)
            held = content(cell, text, Named.TABLE_HEAD if head else Named.TABLE_TEXT, stays)
            made.append(_cell(block, cell, at, head, held, merge="restart" if cell.rowspan > 1 else ""))
            at += cell.colspan
        yield made


def _small() -> Element:
    return w("pPr", w("pStyle", val=Named.TABLE_TEXT.value))


def _row_properties(block: ts.Table, *, head: bool, whole: bool) -> Element | None:
    made = w(
        "trPr",
        w("cantSplit") if whole else None,
        w("tblHeader") if head and block.style.repeat_head else None,
    )
    return made if len(made) else None


def _cell(block: ts.Table, cell: ts.Cell, at: int, head: bool, content: list[Element], *, merge: str = "") -> Element:
    shade = cell.shade or (block.style.head_shade if head else None)
    upright = cell.align_v or (block.style.head_align_v if head else block.style.align_v)
    width = sum(block.widths[at : at + cell.colspan])
    properties = w(
        "tcPr",
        w("tcW", w=twips(width), type="dxa"),
        w("gridSpan", val=cell.colspan) if cell.colspan > 1 else None,
        w("vMerge", val=merge) if merge else None,
        w("shd", val="clear", color="auto", fill=hexadecimal(shade)) if shade else None,
        w("tcMar", *(w(side, w=twips(_LITTLE), type="dxa") for side in ("left", "right"))) if width < _NARROW else None,
        w("vAlign", val=_V_ALIGN[upright]) if upright is not ts.AlignV.TOP else None,
    )
    return w("tc", properties, *content)
