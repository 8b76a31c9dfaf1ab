"""How high things are: the typesetter's fonts, for drawings and for what stands at a fixed height of a page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from ita_desktop import typeset as ts


@cache
def typesetting(resources: Path) -> tuple[ts.FontSet, ts.Words]:
    """Fonts, and no words: what is measured here has lines of its own."""
    fonts = resources / "fonts"
    return ts.FontSet.load(
        regular=fonts / "THSarabunNew.ttf", bold=fonts / "THSarabunNew-Bold.ttf", signs=fonts / "ITASigns.ttf"
    ), ts.Words((), ())


def height(flow: Iterable[ts.Block], width: float, resources: Path, words: ts.Words | None = None) -> float:
    """Return the height of paragraphs, space and pictures under each other; lines end between ``words`` if given."""
    fonts, none = typesetting(resources)
    total = 0.0
    for block in flow:
        match block:
            case ts.Paragraph() | ts.Heading():
                style = block.style
                set_lines = ts.measure(block, width, fonts, words or none).lines
                total += style.space_before + style.space_after + style.leading * max(1, len(set_lines))
            case ts.Space() | ts.Drawing() | ts.Picture():
                total += block.height
            case ts.Keep():
                total += height(block.flow, width, resources, words)
            case ts.Table() | ts.PageBreak() | ts.Section():
                raise ValueError("the height of this depends on pages")
    return total
