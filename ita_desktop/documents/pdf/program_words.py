"""The words that the program brings (คลังคำ): the list of Thai words and the names of the country's places."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from ita_desktop.typeset import Words


@cache
def program_words(resources: Path) -> Words:
    """The words of this process, for paper and for labels."""
    return Words((resources / "words" / "words_th.txt",), _place_names(resources))


def _place_names(resources: Path) -> tuple[str, ...]:
    """จังหวัด อำเภอ ตำบล: every name once."""
    with (resources / "places" / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return tuple(dict.fromkeys(name for row in rows for name in row))
