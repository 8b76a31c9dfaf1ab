"""One year's rules with the office's edits (แก้ไขเกณฑ์): the shipped rules stay as they are, an edit can be undone.

Edits are texts by path, e.g. ``instruments/IIT/weight`` (``values``), ``items/o13/text`` (``parts``) or
``levels/ผ่านดี/name`` (``levels``). A year that is not shipped begins as a draft of the year before. Edited rules that
are inconsistent are not in force.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import InvalidOperation
from functools import cached_property

from ita_desktop.domain.rule_edits.faults import PartFault, is_of_a_part, part_faults
from ita_desktop.domain.rule_edits.levels import EditedLevels, is_of_levels
from ita_desktop.domain.rule_edits.own_edits import OwnEdit, edits_of_levels, edits_of_parts
from ita_desktop.domain.rule_edits.parts import EditedParts, Paths, is_of_parts
from ita_desktop.domain.rule_edits.values import value_in, with_value
from ita_desktop.domain.rules.soundness import Unsound, unsound_places
from ita_desktop.domain.values.framework import Framework, draft_after

_YEAR_BOUND = ("calendar", "title", "note", "duty/", "provenance/")
"""What a later year does not take over: dates and numbers of items are its own."""
_MOST_YEARS = 20
"""How many years after the last shipped one an office can add."""


@dataclass(frozen=True, kw_only=True)
class RuleEdits:
    """The shipped rules of one year and the office's edits, texts by path."""

    shipped: Framework
    paths: Paths = field(default_factory=dict)

    @cached_property
    def parts(self) -> EditedParts:
        """Indicators, sub-indicators, questions and items."""
        return EditedParts(shipped=self.shipped, paths=self.paths)

    @cached_property
    def levels(self) -> EditedLevels:
        """The levels of the result (ระดับผลการประเมิน)."""
        return EditedLevels(shipped=self.shipped, paths=self.paths)

    @cached_property
    def rules(self) -> Framework:
        """The rules with the edits, in force or not; an edit whose path names nothing changes nothing."""
        rules = self.shipped
        for path, text in self.paths.items():
            try:
                rules = with_value(rules, path, text)
            except (InvalidOperation, ValueError):
                continue
        rules = EditedParts(shipped=rules, paths=self.paths).applied()
        return EditedLevels(shipped=rules, paths=self.paths).applied()

    def value(self, path: str) -> str:
        """Return the value at a path with the edits."""
        return self.paths.get(path, self.shipped_value(path))

    def shipped_value(self, path: str) -> str:
        """Return the value at a path without edits, as a text; empty if there is none."""
        if is_of_parts(path):
            return self.parts.shipped_value(path)
        return self.levels.shipped_value(path) if is_of_levels(path) else value_in(self.shipped, path)

    def put(self, path: str, text: str) -> dict[str, str]:
        """Return the edits with a text at a path; one equal to the shipped value is no edit."""
        others = {known: kept for known, kept in self.paths.items() if known != path}
        return others if text == self.shipped_value(path) else {**others, path: text}

    @cached_property
    def listed(self) -> tuple[OwnEdit, ...]:
        """Every edit with the value before it; all edits of one part or level are one."""
        values = (path for path in self.paths if not is_of_parts(path) and not is_of_levels(path))
        found = (OwnEdit(path=path, before=self.shipped_value(path), after=self.paths[path]) for path in values)
        return (*found, *edits_of_levels(self.levels), *edits_of_parts(self.parts))

    def without(self, edit: OwnEdit) -> dict[str, str]:
        """Return the edits without one of those listed."""
        if edit.part is not None:
            return self.parts.take_back(edit.part)
        below = f"{edit.path}/"
        return {path: text for path, text in self.paths.items() if path != edit.path and not path.startswith(below)}

    def carried_from(self, before: Paths) -> dict[str, str]:
        """Return what the office edited in the year before and not in this one, as far as it is not year-bound."""
        added_here = {_stem(path) for path in self.paths if path.endswith("/after")}
        carried = {path: text for path, text in before.items() if not path.startswith(_YEAR_BOUND)}
        return {
            path: text
            for path, text in carried.items()
            if path not in self.paths and _stem(path) not in added_here and self.shipped_value(path) != text
        }

    @cached_property
    def part_faults(self) -> tuple[PartFault, ...]:
        """What is wrong with single parts; empty if the office edited none."""
        return part_faults(self.parts)

    @cached_property
    def other_faults(self) -> tuple[Unsound, ...]:
        """What else makes the edited rules inconsistent."""
        return tuple(one for one in unsound_places(self.rules) if not is_of_a_part(one))

    @property
    def are_sound(self) -> bool:
        """True if the edited rules are consistent, so that they are in force."""
        return not self.part_faults and not self.other_faults

    @cached_property
    def faults_by_field(self) -> Mapping[str, Unsound]:
        """The first fault of each field outside the parts, by the path of the field that can correct it."""
        found: dict[str, Unsound] = {}
        for unsound in unsound_places(self.rules) if self.paths else ():
            for path in self._fields_of(unsound.path):
                found.setdefault(path, unsound)
        return found

    def _fields_of(self, place: str) -> tuple[str, ...]:
        """Return the paths of the fields that can correct a fault at a place of the edited rules."""
        if place == "$.instruments":
            return tuple(f"instruments/{instrument.code}/weight" for instrument in self.rules.instruments)
        if found := re.fullmatch(r"\$\.instruments\[([0-9]+)\]\.weight", place):
            return (f"instruments/{self.rules.instruments[int(found[1])].code}/weight",)
        if found := re.fullmatch(r"\$\.duty\.([a-z_]+)", place):
            return (f"duty/{found[1]}",)
        if found := re.fullmatch(r"\$\.levels\.bands\[([0-9]+)\](?:\.([a-z_]+))?", place):
            live = [one for one in self.levels.all() if one.lives]
            return (live[int(found[1])].path({"code": "name"}.get(found[2], found[2] or "overall_min")),)
        return ()


def with_added_years(shipped: Mapping[int, Framework], years: Iterable[int]) -> dict[int, Framework]:
    """Return the shipped rules with a draft of each further year up to the last of ``years``."""
    frameworks = dict(shipped)
    wanted = max(years, default=0)
    while frameworks and max(frameworks) < wanted <= max(shipped) + _MOST_YEARS:
        draft = draft_after(frameworks[max(frameworks)])
        frameworks[int(draft.fiscal_year)] = draft
    return frameworks


def _stem(path: str) -> str:
    return path.rpartition("/")[0]
