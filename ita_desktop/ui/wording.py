"""How numbers, years and times are written on the screen, and where a long Thai label may break."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from functools import lru_cache

from ita_desktop.domain.dated_text import Window
from ita_desktop.domain.thai import print_digits, score_text, short_date, thai_digits
from ita_desktop.i18n import language, tr

_SPACES = re.compile(r"\s+")
ZERO_WIDTH = "\u200b"
NO_VALUE = "–"

Breaks = Callable[[str], tuple[int, ...]]
"""The places of a text where a line may end: each the index of the character that begins the next line."""

_breaks: Breaks | None = None
_ends: Breaks | None = None
_postponed = False


def use_breaks(labels: Breaks, editors: Breaks) -> None:
    """Break labels and the lines of editors at these places (Qt breaks Thai only where libthai is installed).

    ``labels`` gives the places between letters only, ``editors`` those after spaces too.
    """
    global _breaks, _ends
    _breaks, _ends = labels, editors
    breakable.cache_clear()


def line_ends(text: str) -> tuple[int, ...]:
    """Where a line of an editor may end; before an office was opened, between spaces only."""
    if _ends is None:
        return tuple(space.end() for space in _SPACES.finditer(text))
    return _ends(text)


def postpone_breaks() -> None:
    """Leave labels as they are until ``break_from_now``: the first page does not wait for the words to be loaded."""
    global _postponed
    _postponed = True


def break_from_now() -> None:
    """Break labels again."""
    global _postponed
    _postponed = False
    breakable.cache_clear()


@lru_cache(maxsize=2000)
def breakable(text: str) -> str:
    """The text with a zero-width space at every place where a line may end; for labels only, never for stored text."""
    if _breaks is None or _postponed or not any("\u0e00" <= c <= "\u0e7f" for c in text):
        return text
    places = [at for at in _breaks(text) if 0 < at < len(text) and text[at - 1] != " "]
    pieces = [text[a:b] for a, b in zip([0, *places], [*places, len(text)], strict=True)]
    return ZERO_WIDTH.join(pieces)


def digits(text: object) -> str:
    """The text with the digits of the interface's language; for numbers, not for running text."""
    return thai_digits(str(text)) if language() == "th" else str(text)


_AS_WRITTEN = re.compile(r"“[^”]*”|\S*[A-Za-z]\S*")
"""What a sentence names as it is: quotes, codes (i12, EIT1), addresses and file names."""


def prose(text: str) -> str:
    """A sentence with its numbers and years in the digits of the interface's language; quotes and codes stay."""
    if language() != "th":
        return text
    kept = _AS_WRITTEN.findall(text)
    told = [thai_digits(part) for part in _AS_WRITTEN.split(text)]
    return "".join(part + after for part, after in zip(told, [*kept, ""], strict=True))


def score(value: Decimal | None) -> str:
    """A score with two decimals, or a dash."""
    return NO_VALUE if value is None else digits(score_text(value))


def window_words(window: Window) -> str:
    """The day, or the first and the last one; one year is enough where both have the same."""
    first, last = window.first, window.last
    words = short_date(last)
    if first != last:
        begins = short_date(first)
        begins = begins.rsplit(" ", 1)[0] if first.year == last.year else begins
        words = f"{begins} – {words}"
    return tr("about {day}").format(day=words) if window.about else words


def clock(at: datetime) -> str:
    """Hours and minutes."""
    return digits(f"{at:%H:%M}")


def shown_place(place: str) -> str:
    """A place with the digits of the interface's language; ids such as o13 stay."""
    return print_digits(place) if language() == "th" else place
