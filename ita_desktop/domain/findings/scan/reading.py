"""One text, read once (the reading depends on nothing but the words, so it is kept as long as they stand)."""

from __future__ import annotations

import re
from dataclasses import dataclass

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

_DIGIT = re.compile("[0-9๐-๙]")
_LATIN_ID = re.compile("[ioeIOE]")


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
    """True where nothing at all was seen."""


def read(text: str, gazetteer: Gazetteer) -> Reading:
    """The reading of a text."""
    has_digit = _DIGIT.search(text) is not None
    dates, months = time.dates_and_months(text) if has_digit else ((), ())
    seen = {
        "years": tuple(time.years(text)) if has_digit else (),
        "dates": dates,
        "months": months,
        "every": tuple(time.every(text)) if has_digit and "ทุก" in text else (),
        "figures": tuple(figures.figures(text)) if has_digit else (),
        "ranks": tuple(figures.ranks(text)) if has_digit and "ลำดับ" in text else (),
        "extremes": tuple(figures.extremes(text)) if "สุด" in text else (),
        "levels": tuple(figures.levels(text)),
        "places": tuple(names.places(text, gazetteer)),
        "refs": tuple(references.refs(text)) if has_digit and _LATIN_ID.search(text) else (),
        "indicators": tuple(references.indicators(text)) if has_digit and "ตัวชี้วัด" in text else (),
        "blanks": tuple(blanks.blanks(text)),
        "flaws": (*flaws.flaws(text), *(flaws.mixed_digits(text) if has_digit else ())),
    }
    return Reading(text=text, plain=not any(seen.values()), **seen)
