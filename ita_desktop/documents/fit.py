"""ให้พอดีหน้า: what a letter may give up so that it takes a page less, in this order.

Only what the typing guide leaves open is touched. Never touched are text size, line spacing, margins, the six points
before each part of the text, and the three empty lines above the name of the person who sends the letter.
"""

from __future__ import annotations

from enum import StrEnum


class Tightening(StrEnum):
    """One thing that gives up room."""

    BETWEEN = "between"
    """No gap above each opinion; the guide sets none."""
    SIGNING = "signing"
    """Two empty lines instead of three to sign in below an opinion; half of fourteen measured layouts have two."""
    ENCLOSURES = "enclosures"
    """Enclosures one after another instead of each on its line."""


STEPS = tuple(Tightening)


def holds_little(last: float, page: float) -> bool:
    """Tell whether a last page holds little: its text ends above a third of the paper's height."""
    return last < page / 3
