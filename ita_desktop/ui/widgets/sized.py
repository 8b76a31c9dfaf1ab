"""Sizes that follow A− and A+ in what is already built."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ita_desktop.ui.look.sizes import Sizes
from ita_desktop.ui.look.theme import Theme

BESIDE = 48
"""Pixels of a screen that a window's own frame may take."""


class _Follower(QObject):
    """Lives and dies with the widget that owns it."""

    def __init__(self, owner: QWidget, theme: Theme, apply: Callable[[Sizes], object]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._theme, self._apply, self._scale = theme, apply, 0.0
        theme.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Apply the sizes, if the scale is another one."""
        if self._scale != self._theme.sizes.scale:
            self._scale = self._theme.sizes.scale
            self._apply(self._theme.sizes)
            if isinstance(self._owner, QLabel):
                self._owner.setIndent(self._owner.indent())  # a label remembers its size, with the least one of before


def sized(owner: QWidget, theme: Theme, apply: Callable[[Sizes], object]) -> None:
    """Give a widget what depends on the scale, now and whenever the scale changes."""
    _Follower(owner, theme, apply)


def fixed_width(owner: QWidget, theme: Theme, width: int) -> None:
    """A width in pixels at normal size."""
    sized(owner, theme, lambda sizes: owner.setFixedWidth(sizes.px(width)))


def open_size(window: QWidget, width: int, height: int) -> None:
    """The size a window opens with: never larger than the screen."""
    room = window.screen().availableSize()
    window.resize(min(width, room.width() - BESIDE), min(height, room.height() - BESIDE))


def row_height(owner: QWidget, theme: Theme, grid: QGridLayout, row: int, height: Callable[[Sizes], int]) -> None:
    """The least height of a grid's row; ``owner`` is a widget of that row."""
    sized(owner, theme, lambda sizes: grid.setRowMinimumHeight(row, height(sizes)))
