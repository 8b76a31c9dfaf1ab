"""The levels of a year's rules as the office edits them (ระดับผลการประเมิน): named, marked, added, taken out.

Edits are texts by path: ``levels/ผ่านดี/name`` (another name), ``levels/ผ่านดี/overall_min``, ``levels/ผ่านดี/removed``; an
added level has a key ``new1``, ``new2``, … in place of the shipped name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from ita_desktop.app.rules.parts import REMOVED, PartState
from ita_desktop.domain.values.framework import Framework, LevelBand

FIELDS = ("name", "overall_min", "each_instrument_min")
_NEW = re.compile(r"levels/(new[0-9]+)/overall_min")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedLevel:
    """One level after the edits."""

    key: str
    band: LevelBand
    state: PartState

    @property
    def lives(self) -> bool:
        return self.state is not PartState.REMOVED

    def path(self, name: str) -> str:
        return f"levels/{self.key}/{name}"


def is_of_levels(path: str) -> bool:
    """True for the path of an edit of one level."""
    head, *rest = path.split("/")
    return head == "levels" and len(rest) == 2


def levels(framework: Framework, paths: Mapping[str, str]) -> tuple[EditedLevel, ...]:
    """All levels from the highest, removed ones in their places; ``framework`` is the year without edits."""
    found = [_edited(band.code, band, PartState.SHIPPED, paths) for band in framework.levels.bands]
    added = sorted({match[1] for path in paths if (match := _NEW.fullmatch(path))}, key=lambda key: int(key[3:]))
    for key in added:
        one = _edited(key, LevelBand(code="", overall_min=Decimal(0)), PartState.ADDED, paths)
        lower = (n for n, other in enumerate(found) if other.band.overall_min < one.band.overall_min)
        found.insert(next(lower, max(len(found) - 1, 0)), one)
    return tuple(found)


def with_levels(framework: Framework, paths: Mapping[str, str]) -> Framework:
    """The rules with their levels as the office edited them."""
    if not any(is_of_levels(path) for path in paths):
        return framework
    bands = tuple(one.band for one in levels(framework, paths) if one.lives)
    return replace(framework, levels=replace(framework.levels, bands=bands))


def shipped_level_value(framework: Framework, path: str) -> str:
    """What stands at a level's path where nothing was edited; empty for what was added."""
    _, key, name = path.split("/")
    band = next((one for one in framework.levels.bands if one.code == key), None)
    if band is None or name not in FIELDS:
        return ""
    value = band.code if name == "name" else getattr(band, name)
    return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


def level_words(band: LevelBand) -> str:
    """A level in a line: its name and its marks."""
    marks = [f"{mark:f}" for mark in (band.overall_min, band.each_instrument_min) if mark is not None]
    return " ".join((band.code, *marks))


def add_level(paths: Mapping[str, str], overall_min: str) -> dict[str, str]:
    """A further level that begins at a mark."""
    numbers = [int(match[1][3:]) for path in paths if (match := _NEW.fullmatch(path))]
    return {**paths, f"levels/new{max(numbers, default=0) + 1}/overall_min": overall_min}


def remove_level(paths: Mapping[str, str], level: EditedLevel) -> dict[str, str]:
    """Without the level; a shipped one can come back."""
    if level.state is PartState.ADDED:
        return take_level_back(paths, level)
    return {**paths, level.path(REMOVED): "1"}


def take_level_back(paths: Mapping[str, str], level: EditedLevel) -> dict[str, str]:
    """Without the office's edits of one level."""
    return {path: text for path, text in paths.items() if not path.startswith(f"levels/{level.key}/")}


def _edited(key: str, band: LevelBand, state: PartState, paths: Mapping[str, str]) -> EditedLevel:
    name = paths.get(f"levels/{key}/name", band.code)
    least = _mark(paths.get(f"levels/{key}/overall_min"), band.overall_min)
    each = _mark(paths.get(f"levels/{key}/each_instrument_min"), band.each_instrument_min, empty=True)
    other = replace(band, code=name, overall_min=band.overall_min if least is None else least, each_instrument_min=each)
    if f"levels/{key}/{REMOVED}" in paths:
        state = PartState.REMOVED
    elif state is PartState.SHIPPED and other != band:
        state = PartState.CHANGED
    return EditedLevel(key=key, band=other, state=state)


def _mark(text: str | None, otherwise: Decimal | None, *, empty: bool = False) -> Decimal | None:
    """The number that was typed; what stood there for none, or for what is no number."""
    if text is None or (not text and not empty):
        return otherwise
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return otherwise
