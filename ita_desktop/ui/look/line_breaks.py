"""Where a Thai label or a line of an editor may end: Qt breaks Thai only where libthai is installed."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QObject

ZERO_WIDTH = "\u200b"
_SPACES = re.compile(r"\s+")

Breaks = Callable[[str], tuple[int, ...]]
"""The places of a text where a line may end: each the index of the character that begins the next line."""


class LineBreaks(QObject):
    """The line breaks of one running program; it belongs to the QApplication, as fonts and style sheet do."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._labels: Breaks | None = None
        self._editors: Breaks | None = None
        self._postponed = False
        self._broken = lru_cache(maxsize=2000)(self._break)

    def use(self, labels: Breaks, editors: Breaks) -> None:
        """Break labels at the places ``labels`` gives (between letters only), editors at ``editors`` (spaces too)."""
        self._labels, self._editors = labels, editors
        self._broken.cache_clear()

    def postpone(self) -> None:
        """Leave labels unbroken until ``resume``, so that the first page does not wait for the word list."""
        self._postponed = True

    def resume(self) -> None:
        """Break labels again."""
        self._postponed = False
        self._broken.cache_clear()

    def label(self, text: str) -> str:
        """Return the text with a zero-width space at every place where a line may end; never for stored text."""
        if self._labels is None or self._postponed or not any("\u0e00" <= c <= "\u0e7f" for c in text):
            return text
        return self._broken(text)

    def editor(self, text: str) -> tuple[int, ...]:
        """Return the places where a line of an editor may end; before ``use``, after spaces only."""
        return after_spaces(text) if self._editors is None else self._editors(text)

    def _break(self, text: str) -> str:
        if self._labels is None:
            return text
        places = [at for at in self._labels(text) if 0 < at < len(text) and text[at - 1] != " "]
        pieces = [text[a:b] for a, b in zip([0, *places], [*places, len(text)], strict=True)]
        return ZERO_WIDTH.join(pieces)


def line_breaks() -> LineBreaks | None:
    """Return the line breaks of the running program; None where ``make_application`` made none."""
    app = QCoreApplication.instance()
    return app.findChild(LineBreaks) if app is not None else None


def breakable(text: str) -> str:
    """Return the text of a label with zero-width spaces where a line may end."""
    breaks = line_breaks()
    return breaks.label(text) if breaks is not None else text


def line_ends(text: str) -> tuple[int, ...]:
    """Return the places where a line of an editor may end."""
    breaks = line_breaks()
    return breaks.editor(text) if breaks is not None else after_spaces(text)


def after_spaces(text: str) -> tuple[int, ...]:
    """Return the places after each run of spaces."""
    return tuple(space.end() for space in _SPACES.finditer(text))
