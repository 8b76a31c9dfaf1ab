"""Part a stretch that is wider than its column, as a last resort."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.typeset.letters import THAI_LETTER
from ita_desktop.typeset.rules import NEVER_END, NEVER_START
from ita_desktop.typeset.syllables import syllable_starts

_THAI = re.compile(f"[{THAI_LETTER}]+")
AT_SPACE = 5_000.0
AT_SYLLABLE = 5_500.0
IN_NUMBER = 8_000.0
AT_CLUSTER = 9_000.0


def soft_places(text: str, clusters: tuple[int, ...]) -> Iterator[tuple[int, float]]:
    """Yield the places where a line may begin, with penalties: after a space, then between syllables."""
    syllables = {run.start() + at for run in _THAI.finditer(text) for at in syllable_starts(run[0])}
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
    """Yield every place where letters can be parted without parting marks from them."""
    for at in clusters[1:-1]:
        yield at, AT_CLUSTER
