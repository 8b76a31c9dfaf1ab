"""One text, read once (the reading depends on nothing but the words, so it is kept as long as they stand)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ita_desktop.domain.findings.gazetteer import Gazetteer
from ita_desktop.domain.findings.scan import blanks, figures, flaws, names, references, time
from ita_desktop.domain.findings.scan.marks import (
    BlankMark,
    DateMark,
    EveryMark,
    ExtremeMark,
    FigureMark,
    FlawMark,
    IndicatorMark,
    LevelMark,
    MonthMark,
    PlaceMark,
    RankMark,
    RefMark,
    YearMark,
)
from ita_desktop.domain.findings.scan.signs import has, numbers
from ita_desktop.domain.values.ref import TYPED_LETTERS

_LATIN_ID = re.compile(TYPED_LETTERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that was seen in one text."""

    text: str
    years: tuple[YearMark, ...] = ()
    dates: tuple[DateMark, ...] = ()
    months: tuple[MonthMark, ...] = ()
    every: tuple[EveryMark, ...] = ()
    figures: tuple[FigureMark, ...] = ()
    ranks: tuple[RankMark, ...] = ()
    extremes: tuple[ExtremeMark, ...] = ()
    levels: tuple[LevelMark, ...] = ()
    places: tuple[PlaceMark, ...] = ()
    refs: tuple[RefMark, ...] = ()
    indicators: tuple[IndicatorMark, ...] = ()
    blanks: tuple[BlankMark, ...] = ()
    flaws: tuple[FlawMark, ...] = ()
    plain: bool = True
    """True if nothing at all was seen."""


def read(text: str, gazetteer: Gazetteer) -> Reading:
    """Return the reading of a text."""
    found = numbers(text)
    dates, months = time.dates_and_months(text) if found else ((), ())
    seen: dict[str, Any] = {
        "years": tuple(time.years(text, found)) if found else (),
        "dates": dates,
        "months": months,
        "every": tuple(time.every(text)) if found and "ทุก" in text else (),
        "figures": tuple(figures.figures(text, found)) if found else (),
        "ranks": tuple(figures.ranks(text)) if found and "ลำดับ" in text else (),
        "extremes": tuple(figures.extremes(text)) if "สุด" in text else (),
        "levels": tuple(figures.levels(text)) if has(text, figures.LEVEL_SIGNS) else (),
        "places": tuple(names.places(text, gazetteer)),
        "refs": tuple(references.refs(text)) if found and _LATIN_ID.search(text) else (),
        "indicators": tuple(references.indicators(text)) if found and "ตัวชี้วัด" in text else (),
        "blanks": tuple(blanks.blanks(text)) if has(text, blanks.SIGNS) else (),
        "flaws": tuple(flaws.flaws(text, found)),
    }
    return Reading(text=text, plain=not any(seen.values()), **seen)
