"""Type scale and spacing of the window; no size is written anywhere else."""

from __future__ import annotations

from dataclasses import dataclass

FAMILY = "IBM Plex Sans Thai Looped"
"""The bundled interface font."""
SCALES = (0.9, 1.0, 1.15, 1.3, 1.5)
"""The steps of A− and A+."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Type scale and spacing in pixels for one step of A−/A+; spaces are steps of four."""

    scale: float = 1.0

    def px(self, at_normal: float) -> int:
        return round(at_normal * self.scale)

    @property
    def body(self) -> int:
        return self.px(14)

    @property
    def help(self) -> int:
        return self.px(12)

    @property
    def title(self) -> int:
        return self.px(20)

    @property
    def figure(self) -> int:
        """The large numbers of a summary."""
        return self.px(19)

    @property
    def step(self) -> int:
        return 4

    @property
    def gap(self) -> int:
        """Between cards."""
        return 10

    @property
    def inside(self) -> int:
        """Between a card's edge and what is in it."""
        return 16

    @property
    def scroll_bar(self) -> int:
        return 10

    @property
    def gutter(self) -> int:
        """At the right of a page, for its scroll bar."""
        return self.scroll_bar + self.step * 2

    @property
    def radius(self) -> int:
        return 10

    @property
    def small_radius(self) -> int:
        return 6

    @property
    def field(self) -> int:
        """Least height of a field or target."""
        return self.px(32)

    @property
    def row(self) -> int:
        return self.px(34)

    @property
    def two_lines(self) -> int:
        """A row with a line and a smaller one below."""
        return self.px(46)

    @property
    def table_row(self) -> int:
        """Two lines of text."""
        return self.px(54)

    @property
    def thumbnail(self) -> int:
        """A picture to choose from."""
        return self.px(56)

    @property
    def icon(self) -> int:
        return self.px(18)

    @property
    def small_icon(self) -> int:
        return self.px(15)

    @property
    def large_icon(self) -> int:
        return self.px(26)

    @property
    def way(self) -> int:
        """Least height of a large button of the start page."""
        return self.px(104)

    @property
    def rail(self) -> int:
        return self.px(212)

    @property
    def top(self) -> int:
        return self.px(52)

    @property
    def bottom(self) -> int:
        return self.px(34)

    @property
    def preview(self) -> int:
        return self.px(422)

    @property
    def icon_rail(self) -> int:
        """Width of the rail where it shows icons only."""
        return self.px(58)

    @property
    def icon_rail_below(self) -> int:
        """Narrower windows show no names in the rail."""
        return self.px(800)

    @property
    def drawer_below(self) -> int:
        """Narrower windows show the preview as a drawer."""
        return self.px(1200)
