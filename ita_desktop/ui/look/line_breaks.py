"""Where a Thai label or a line of an editor may end: Qt breaks Thai only where libthai is installed."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication, QObject, QTextBoundaryFinder

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
        """Do without the word list until ``resume``, so that the first page does not wait for it.

        Where Qt breaks Thai by itself (Linux with libthai), labels stay as they are; elsewhere ``rough_breaks`` breaks
        them.
        """
        self._postponed = True
        self._broken.cache_clear()

    def resume(self) -> None:
        """Break labels again."""
        self._postponed = False
        self._broken.cache_clear()

    def label(self, text: str) -> str:
        """Return the text with a zero-width space at every place where a line may end; never for stored text."""
        if self._labels is None or not any("\u0e00" <= c <= "\u0e7f" for c in text):
            return text
        return text if self._postponed and qt_breaks_thai() else self._broken(text)

    def editor(self, text: str) -> tuple[int, ...]:
        """Return the places where a line of an editor may end; before ``use``, after spaces only."""
        return after_spaces(text) if self._editors is None else self._editors(text)

    def _break(self, text: str) -> str:
        breaks = rough_breaks if self._postponed else self._labels
        if breaks is None:
            return text
        places = [at for at in breaks(text) if 0 < at < len(text) and text[at - 1] != " "]
        pieces = [text[a:b] for a, b in zip([0, *places], [*places, len(text)], strict=True)]
        return ZERO_WIDTH.join(pieces)


_SYLLABLE = re.compile(r"(?<=[\u0e01-\u0e3a\u0e45\u0e47-\u0e4e])(?<!ระ)(?=[เแโใไ])")


def rough_breaks(text: str) -> tuple[int, ...]:
    """Return places between syllables, without any word: before the vowels that are written first (เ แ โ ใ ไ).

    None after ระ, so that ประเทศ, ประเมิน and ระเบียบ stay whole. It is for the second until the words are there.
    """
    return tuple(found.start() for found in _SYLLABLE.finditer(text))


@cache
def qt_breaks_thai() -> bool:
    """Return whether Qt itself ends lines between Thai words: it does so with libthai, which Windows has not."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, _THREE_WORDS)
    return 0 < finder.toNextBoundary() < len(_THREE_WORDS)


_THREE_WORDS = "ผลการประเมิน"


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
