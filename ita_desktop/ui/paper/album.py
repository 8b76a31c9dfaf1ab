"""Pictures of printed pages, and what of them is no longer as the page is."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPixmap

from ita_desktop.typeset import Ink, Leaf
from ita_desktop.ui.look.palette import PAPER

Drawn = tuple[int, int, int, int]
"""Page, width and height in pixels, hundredths of a device pixel ratio."""
Band = tuple[float, float]
"""From one height of a page to another, in PDF points from its top."""
WHOLE: Band = (0.0, math.inf)
KEPT = 8
"""Pictures of pages that are kept of a paper, more than can be in sight."""


@dataclass(slots=True)
class Album:
    """The pictures of a paper's pages."""

    leaves: tuple[Leaf, ...] = ()
    images: dict[Drawn, QPixmap] = field(default_factory=dict)
    outdated: dict[Drawn, tuple[Band, ...]] = field(default_factory=dict)
    """What of a picture is not as the page is now."""

    def show(self, leaves: tuple[Leaf, ...]) -> None:
        """Note what the pictures lack of these pages, and forget those of pages that are no more."""
        former, self.leaves = self.leaves, leaves
        for key in tuple(self.images):
            page = key[0]
            if page >= min(len(leaves), len(former)):
                self.forget(key)
            elif bands := changed(former[page].ink, leaves[page].ink, self.outdated.get(key, ())):
                self.outdated[key] = bands

    def forget(self, key: Drawn) -> None:
        """Drop this picture."""
        del self.images[key]
        self.outdated.pop(key, None)

    def picture(self, key: Drawn, ratio: float) -> QPixmap:
        """The picture of a page, blank where there is none yet; those looked at last are kept."""
        pixmap = self.images.pop(key, None)
        if pixmap is None:
            pixmap = QPixmap(QSize(key[1], key[2]) * ratio)
            pixmap.fill(QColor(PAPER))
            pixmap.setDevicePixelRatio(ratio)
            self.outdated[key] = (WHOLE,)
        self.images[key] = pixmap
        for old in [*self.images][:-KEPT]:
            self.forget(old)
        return pixmap


def changed(before: tuple[Ink, ...], now: tuple[Ink, ...], more: tuple[Band, ...] = ()) -> tuple[Band, ...]:
    """Return the changed bands of a page and ``more``, from the top, none touching another."""
    bands: list[Band] = []
    for top, bottom in sorted([*more, *((top, bottom) for _, top, bottom in {*before} ^ {*now})]):
        if bands and top <= bands[-1][1]:
            bands[-1] = (bands[-1][0], max(bands[-1][1], bottom))
        else:
            bands.append((top, bottom))
    return tuple(bands)
