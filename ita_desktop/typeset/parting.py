"""Part a stretch that is wider than its column, as a last resort."""

from __future__ import annotations

from collections.abc import Iterator

from ita_desktop.typeset.clusters import edges
from ita_desktop.typeset.rules import NEVER_END, NEVER_START

AT_SPACE = 5_000.0
AT_SYLLABLE = 5_500.0
IN_NUMBER = 8_000.0
AT_CLUSTER = 9_000.0


def soft_places(text: str, clusters: tuple[int, ...]) -> Iterator[tuple[int, float]]:
    """Give the places where a line may begin by spelling, with penalties: after a space, then between syllables."""
    syllables = set(edges(text))
    for at in clusters[1:-1]:
        before, here = text[at - 1], text[at]
        if here in NEVER_START or before in NEVER_END or here == " ":
            continue
        if before == " ":
            yield at, AT_SPACE
        elif "\u0e01" <= here <= "\u0e4e":
            if at in syllables:
                yield at, AT_SYLLABLE
        else:
            yield at, IN_NUMBER if before.isdigit() else AT_SYLLABLE


def hard_places(clusters: tuple[int, ...]) -> Iterator[tuple[int, float]]:
    """Give every place where letters can be parted without parting marks from them."""
    for at in clusters[1:-1]:
        yield at, AT_CLUSTER
