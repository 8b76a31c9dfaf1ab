"""Thai text on paper: words, shapes, lines, pages.

    fonts = FontSet.load(regular, bold, expected_advances={"ก": 0.386})
    words = Words(common=(word_list,), names=place_names)
    result = typeset((Heading("ผลการประเมิน"), Paragraph("..."), Table(...)), PageSetup(), fonts, words)
    result.pdf

Rule of this floor: imports nothing of ours and knows nothing of what is printed; points (1/72 inch)
everywhere, y from the top.
"""

from ita_desktop.typeset.composition import Measured, MeasuredLine, measure, typeset
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
    "Tab",
    "Table",
    "TableStyle",
    "TextAt",
    "TextStyle",
    "Vector",
    "Words",
    "WordsError",
    "measure",
    "typeset",
]
