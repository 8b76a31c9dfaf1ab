"""Set Thai text on paper: words, shapes, lines, pages, PDF.  README.md tells the pipeline and has an example.

Rule of this floor: imports nothing of ours and knows nothing of what is printed. Lengths are points (1/72 inch), y
counts from the top. Content that cannot be set raises ContentError when it is made.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ita_desktop.typeset.checks import ContentError as ContentError
    from ita_desktop.typeset.checks import ContentFault as ContentFault
    from ita_desktop.typeset.columns import Fitted as Fitted
    from ita_desktop.typeset.columns import fit_columns as fit_columns
    from ita_desktop.typeset.composition import Measured as Measured
    from ita_desktop.typeset.composition import MeasuredLine as MeasuredLine
    from ita_desktop.typeset.composition import measure as measure
    from ita_desktop.typeset.composition import typeset as typeset
    from ita_desktop.typeset.composition import typesetting as typesetting
    from ita_desktop.typeset.content import Block as Block
    from ita_desktop.typeset.content import Bookmark as Bookmark
    from ita_desktop.typeset.content import Cell as Cell
    from ita_desktop.typeset.content import Drawing as Drawing
    from ita_desktop.typeset.content import Fixed as Fixed
    from ita_desktop.typeset.content import Heading as Heading
    from ita_desktop.typeset.content import Ink as Ink
    from ita_desktop.typeset.content import Keep as Keep
    from ita_desktop.typeset.content import Leaf as Leaf
    from ita_desktop.typeset.content import Meta as Meta
    from ita_desktop.typeset.content import Note as Note
    from ita_desktop.typeset.content import PageBreak as PageBreak
    from ita_desktop.typeset.content import PageSetup as PageSetup
    from ita_desktop.typeset.content import Paragraph as Paragraph
    from ita_desktop.typeset.content import Picture as Picture
    from ita_desktop.typeset.content import Place as Place
    from ita_desktop.typeset.content import Result as Result
    from ita_desktop.typeset.content import Rule as Rule
    from ita_desktop.typeset.content import Section as Section
    from ita_desktop.typeset.content import Space as Space
    from ita_desktop.typeset.content import Span as Span
    from ita_desktop.typeset.content import Table as Table
    from ita_desktop.typeset.content import TableStyle as TableStyle
    from ita_desktop.typeset.drawing import Circle as Circle
    from ita_desktop.typeset.drawing import Curve as Curve
    from ita_desktop.typeset.drawing import Hatch as Hatch
    from ita_desktop.typeset.drawing import Line as Line
    from ita_desktop.typeset.drawing import Paint as Paint
    from ita_desktop.typeset.drawing import Polygon as Polygon
    from ita_desktop.typeset.drawing import Rect as Rect
    from ita_desktop.typeset.drawing import Shape as Shape
    from ita_desktop.typeset.drawing import Stamp as Stamp
    from ita_desktop.typeset.drawing import TextAt as TextAt
    from ita_desktop.typeset.drawing import Vector as Vector
    from ita_desktop.typeset.fonts import FontError as FontError
    from ita_desktop.typeset.fonts import FontSet as FontSet
    from ita_desktop.typeset.pictures import PictureError as PictureError
    from ita_desktop.typeset.steps import Steps as Steps
    from ita_desktop.typeset.steps import finish as finish
    from ita_desktop.typeset.style import Align as Align
    from ita_desktop.typeset.style import AlignV as AlignV
    from ita_desktop.typeset.style import Tab as Tab
    from ita_desktop.typeset.style import TextStyle as TextStyle
    from ita_desktop.typeset.words import Break as Break
    from ita_desktop.typeset.words import BreakKind as BreakKind
    from ita_desktop.typeset.words import Words as Words
    from ita_desktop.typeset.words import WordsError as WordsError

_NAMES = {
    "checks": "ContentError ContentFault",
    "columns": "Fitted fit_columns",
    "composition": "Measured MeasuredLine measure typeset typesetting",
    "content": "Block Bookmark Cell Drawing Fixed Heading Ink Keep Leaf Meta Note PageBreak PageSetup Paragraph "
    "Picture Place Result Rule Section Space Span Table TableStyle",
    "drawing": "Circle Curve Hatch Line Paint Polygon Rect Shape Stamp TextAt Vector",
    "fonts": "FontError FontSet",
    "pictures": "PictureError",
    "steps": "Steps finish",
    "style": "Align AlignV Tab TextStyle",
    "words": "Break BreakKind Words WordsError",
}
"""The public names by the module they are loaded from."""


def __getattr__(name: str) -> object:
    """Return a public name, loaded when first asked for: who breaks a label does not wait for PDF and shaping."""
    for module, names in _NAMES.items():
        if name in names.split():
            found = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(name for names in _NAMES.values() for name in names.split())
