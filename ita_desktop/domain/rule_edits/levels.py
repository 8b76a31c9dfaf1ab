"""The levels of a year's rules as the office edits them (ระดับผลการประเมิน): names, marks, added and removed ones.

Edits are texts by path: ``levels/ผ่านดี/name`` (another name), ``levels/ผ่านดี/overall_min``, ``levels/ผ่านดี/removed``; an
added level has a key ``new1``, ``new2``, … in place of the shipped name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from ita_desktop.domain.rule_edits.parts import REMOVED, PartState
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
        """False for a level that the office removed."""
        return self.state is not PartState.REMOVED

    def path(self, name: str) -> str:
        """Return the path of one of its fields."""
        return f"levels/{self.key}/{name}"


def is_of_levels(path: str) -> bool:
    """Return True for the path of an edit of one level."""
    head, *rest = path.split("/")
    return head == "levels" and len(rest) == 2


@dataclass(frozen=True, kw_only=True)
class EditedLevels:
    """The levels of one year: those of the shipped rules with the office's edits laid over."""

    shipped: Framework
    paths: Mapping[str, str]

    def all(self) -> tuple[EditedLevel, ...]:
        """Return the levels from the highest, removed ones in their places."""
        found = [_edited(band.code, band, PartState.SHIPPED, self.paths) for band in self.shipped.levels.bands]
        added = {match[1] for path in self.paths if (match := _NEW.fullmatch(path))}
        for key in sorted(added, key=lambda key: int(key[3:])):
            one = _edited(key, LevelBand(code="", overall_min=Decimal(0)), PartState.ADDED, self.paths)
            lower = (n for n, other in enumerate(found) if other.band.overall_min < one.band.overall_min)
            found.insert(next(lower, max(len(found) - 1, 0)), one)
        return tuple(found)

    def applied(self) -> Framework:
        """Return the rules with their levels as the office edited them."""
        if not any(is_of_levels(path) for path in self.paths):
            return self.shipped
        bands = tuple(one.band for one in self.all() if one.lives)
        return replace(self.shipped, levels=replace(self.shipped.levels, bands=bands))

    def shipped_value(self, path: str) -> str:
        """Return the value at a level's path without edits; empty for an added level."""
        _, key, name = path.split("/")
        band = next((one for one in self.shipped.levels.bands if one.code == key), None)
        if band is None or name not in FIELDS:
            return ""
        value = band.code if name == "name" else getattr(band, name)
        return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)

    def add(self, overall_min: str) -> dict[str, str]:
        """Add a level that begins at a mark (points of 100); returns the year's edits."""
        numbers = [int(match[1][3:]) for path in self.paths if (match := _NEW.fullmatch(path))]
        return {**self.paths, f"levels/new{max(numbers, default=0) + 1}/overall_min": overall_min}

    def remove(self, level: EditedLevel) -> dict[str, str]:
        """Remove a level; a shipped one can be restored."""
        if level.state is PartState.ADDED:
            return self.take_back(level)
        return {**self.paths, level.path(REMOVED): "1"}

    def take_back(self, level: EditedLevel) -> dict[str, str]:
        """Undo the office's edits of one level."""
        return {path: text for path, text in self.paths.items() if not path.startswith(f"levels/{level.key}/")}


def level_words(band: LevelBand) -> str:
    """Return a level in one line: its name and its marks."""
    marks = [f"{mark:f}" for mark in (band.overall_min, band.each_instrument_min) if mark is not None]
    return " ".join((band.code, *marks))


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
    """Read a typed mark; ``otherwise`` if there is none or it is no number."""
    if text is None or (not text and not empty):
        return otherwise
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return otherwise
