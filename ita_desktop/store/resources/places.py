"""The names of the country's places, read from ``resources`` (ทำเนียบสถานที่)."""

from __future__ import annotations

import csv
from pathlib import Path

from ita_desktop.domain.findings.gazetteer import Gazetteer, Subdistrict


def load_gazetteer(resources: Path) -> Gazetteer:
    """Read places, letters of the provinces and everyday words; FileNotFoundError if they are missing."""
    with (resources / "places" / "places.csv").open(encoding="utf-8", newline="") as file:
        places = tuple(
            Subdistrict(province=row["province"], district=row["district"], subdistrict=row["subdistrict"])
            for row in csv.DictReader(file)
        )
    with (resources / "words" / "thailand_provinces_th.csv").open(encoding="utf-8", newline="") as file:
        letters = {row[0]: row[1] for row in csv.reader(file) if len(row) > 1}
    words = (resources / "words" / "words_th.txt").read_text(encoding="utf-8").split()
    return Gazetteer(places=places, province_letters=letters, words=frozenset(words))
