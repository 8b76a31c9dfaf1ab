"""How text is to look: alignment, measures of a paragraph, tab stops.  All lengths are points (1/72 inch)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ita_desktop.typeset import checks

Colour = tuple[float, float, float]
"""Red, green, blue, each from 0 to 1."""

BLACK: Colour = (0.0, 0.0, 0.0)


class Align(Enum):
    """How the lines of a paragraph stand between its edges."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    THAI = "thai"
    """Thai distributed (กระจายแบบไทย): slack goes between letters and into spaces; the last line is natural."""


class AlignV(Enum):
    """How the content of a table cell stands between the cell's upper and lower rule."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """A tab stop (แท็บ): `at` is its distance from the left edge of the column; `leader` draws round dots up to it."""

    at: float
    align: Align = Align.LEFT
    leader: bool = False

    def __post_init__(self) -> None:
        checks.lengths(self, "at")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """The measures of a paragraph.

    `leading` is the distance of two baselines.  `first_indent` is added to `left_indent` on the first line only
    (and may be negative).  `space_before` and `space_after` vanish at the top and the bottom of a page.
    """

    size: float = 16.0
    leading: float = 21.0
    bold: bool = False
    italic: bool = False
    align: Align = Align.THAI
    first_indent: float = 0.0
    left_indent: float = 0.0
    right_indent: float = 0.0
    space_before: float = 0.0
    space_after: float = 0.0
    keep_with_next: bool = False
    colour: Colour = BLACK

    def __post_init__(self) -> None:
        checks.positive(self, "size", "leading")
        checks.lengths(self, "first_indent", "left_indent", "right_indent", "space_before", "space_after")
