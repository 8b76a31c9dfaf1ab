"""Thai text on paper: words, shapes, lines, pages.

    fonts = FontSet.load(regular, bold, expected_advances={"ก": 0.386})
    words = Words(common=(word_list,), names=place_names)
    result = typeset((Heading("ผลการประเมิน"), Paragraph("..."), Table(...)), PageSetup(), fonts, words)
    result.pdf

Rule of this floor: imports nothing of ours and knows nothing of what is printed; points (1/72 inch)
everywhere, y from the top.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ita_desktop.typeset.composition import Measured, MeasuredLine, measure, typeset, typesetting
    from ita_desktop.typeset.content import (
        Block,
        Bookmark,
        Cell,
        Drawing,
        Fixed,
        Heading,
        Ink,
        Keep,
        Leaf,
        Meta,
        Note,
        PageBreak,
        PageSetup,
        Paragraph,
        Picture,
        Place,
        Result,
        Rule,
        Section,
        Space,
        Span,
        Table,
        TableStyle,
    )
    from ita_desktop.typeset.drawing import (
        Circle,
        Hatch,
        Line,
        Paint,
        Path,
        Polygon,
        Rect,
        Shape,
        Stamp,
        TextAt,
        Vector,
    )
    from ita_desktop.typeset.fonts import FontError, FontSet
    from ita_desktop.typeset.pictures import PictureError
    from ita_desktop.typeset.steps import Steps, finish
    from ita_desktop.typeset.style import Align, AlignV, Tab, TextStyle
    from ita_desktop.typeset.words import Break, BreakKind, Words, WordsError

__all__ = [
    "Align",
    "AlignV",
    "Block",
    "Bookmark",
    "Break",
    "BreakKind",
    "Cell",
    "Circle",
    "Drawing",
    "Fixed",
    "FontError",
    "FontSet",
    "Hatch",
    "Heading",
    "Ink",
    "Keep",
    "Leaf",
    "Line",
    "Measured",
    "MeasuredLine",
    "Meta",
    "Note",
    "PageBreak",
    "PageSetup",
    "Paint",
    "Paragraph",
    "Path",
    "Picture",
    "PictureError",
    "Place",
    "Polygon",
    "Rect",
    "Result",
    "Rule",
    "Section",
    "Shape",
    "Space",
    "Span",
    "Stamp",
    "Steps",
    "Tab",
    "Table",
    "TableStyle",
    "TextAt",
    "TextStyle",
    "Vector",
    "Words",
    "WordsError",
    "finish",
    "measure",
    "typeset",
    "typesetting",
]

_PARTS = {
    "composition": (
        "Measured",
        "MeasuredLine",
        "measure",
        "typeset",
        "typesetting",
    ),
    "content": (
        "Block",
        "Bookmark",
        "Cell",
        "Drawing",
        "Fixed",
        "Heading",
        "Ink",
        "Keep",
        "Leaf",
        "Meta",
        "Note",
        "PageBreak",
        "PageSetup",
        "Paragraph",
        "Picture",
        "Place",
        "Result",
        "Rule",
        "Section",
        "Space",
        "Span",
        "Table",
        "TableStyle",
    ),
    "drawing": (
        "Circle",
        "Hatch",
        "Line",
        "Paint",
        "Path",
        "Polygon",
        "Rect",
        "Shape",
        "Stamp",
        "TextAt",
        "Vector",
    ),
    "fonts": (
        "FontError",
        "FontSet",
    ),
    "pictures": ("PictureError",),
    "steps": (
        "Steps",
        "finish",
    ),
    "style": (
        "Align",
        "AlignV",
        "Tab",
        "TextStyle",
    ),
    "words": (
        "Break",
        "BreakKind",
        "Words",
        "WordsError",
    ),
}


def __getattr__(name: str) -> object:
    """A name of this floor, loaded when first asked for: who breaks a label does not wait for PDF and shaping."""
    for part, names in _PARTS.items():
        if name in names:
            found = globals()[name] = getattr(import_module(f"{__name__}.{part}"), name)
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
