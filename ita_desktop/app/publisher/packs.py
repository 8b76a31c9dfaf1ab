"""Rules of a year from a stick (ชุดเกณฑ์ .itapack), apart from the program: signed, checked, reversible.

A pack holds ``2570.toml`` (the year's framework) and may hold ``catalogue.toml`` (คลังมาตรการ) and ``patterns.toml``
(ข้อความของหน่วยงานแต่ละประเภท). It stands in for the program's own rules of that year; what an office corrected in a year
lies in its own file, is not touched, and is shown beside the pack's.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from ita_desktop import __version__
from ita_desktop.app import log
from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.publisher.updates import KEYS, told_why
from ita_desktop.app.rules.setting import kept_edits
from ita_desktop.domain.rule_edits.edits import RuleEdits, with_added_years
from ita_desktop.domain.values.framework import Framework
from ita_desktop.i18n import tr
from ita_desktop.store.errors import error_for
from ita_desktop.store.file.disk import move, patiently, remove_folder, sync_folder
from ita_desktop.store.file_kinds import RULES
from ita_desktop.store.publisher.signed import SignedKind, Slip, public_keys, read_slip, unpack
from ita_desktop.store.publisher.versions import number
from ita_desktop.store.resources.catalogue import load_catalogue, load_office_patterns
from ita_desktop.store.resources.frameworks import load_frameworks
from ita_desktop.store.resources.toml_data import DataError

SUFFIX = RULES
CATALOGUE, PATTERNS = "catalogue.toml", "patterns.toml"
_SLIP, _BEFORE = "pack.json", ".before"


class PackTrouble(StrEnum):
    """Why a pack was not taken."""

    BAD_RULES = "bad_rules"
    OTHER_FILES = "other_files"
    NOT_NEWER = "not_newer"
    NOTHING_BEFORE = "nothing_before"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRules:
    """A year whose rules come from a pack."""

    year: int
    edition: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Packs:
    """The packs that this user's computer keeps; without a folder there are none."""

    root: Path | None
    """The folder that holds ``packs/2570``."""

    def look_at(self, file: Path, resources: Path) -> Slip:
        """Read a pack's slip without installing it; WorkspaceError with the reason if it cannot be used."""
        with told_why():
            slip = read_slip(file, SignedKind.RULES, public_keys(resources / KEYS))
        names = {part.name for part in slip.parts}
        if f"{slip.year}.toml" not in names or not names <= {f"{slip.year}.toml", CATALOGUE, PATTERNS}:
            text = tr("{file} holds other files than a pack of rules does. Nothing was changed.")
            raise WorkspaceError(PackTrouble.OTHER_FILES, text.format(file=file))
        there = self._pack(slip.year)
        if there is not None and number(slip.version) <= number(there.version):
            text = tr("{file} brings edition {theirs} of the rules of {year}; edition {ours} is there already.")
            sentence = text.format(file=file, theirs=slip.version, year=slip.year, ours=there.version)
            raise WorkspaceError(PackTrouble.NOT_NEWER, sentence)
        return slip

    def install(self, file: Path, resources: Path) -> Slip:
        """Check a pack with all it holds and keep it for when the rules are read next; WorkspaceError if refused."""
        slip = self.look_at(file, resources)
        packs = self._folder
        place, unfinished = packs / str(slip.year), packs / f"{slip.year}.new"
        with told_why():
            try:
                remove_folder(unfinished)
                unfinished.mkdir(parents=True)
                unpack(file, slip, unfinished)
                loaded(file, slip, unfinished, resources)
                kept = {"version": slip.version, "made_for": slip.made_for, "note": slip.note}
                (unfinished / _SLIP).write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
                before = place.with_name(place.name + _BEFORE)
                remove_folder(before)
                if place.exists():
                    move(place, before)
                move(unfinished, place)
                sync_folder(packs)
            except OSError as error:
                raise error_for(packs, error) from error
            finally:
                remove_folder(unfinished)
        log.note("rules", year=int(slip.year or 0), edition=slip.version)
        return slip

    def go_back(self, year: int) -> str:
        """Remove the pack of a year; return the edition used then, empty: the program's own. WorkspaceError if none."""
        place = self._folder / str(year)
        if not place.is_dir():
            text = tr("There is no pack of the rules of {year}. Nothing was changed.")
            raise WorkspaceError(PackTrouble.NOTHING_BEFORE, text.format(year=year))
        with told_why():
            try:
                patiently(lambda: shutil.rmtree(place))
                before = place.with_name(place.name + _BEFORE)
                if before.is_dir():
                    move(before, place)
            except OSError as error:
                raise error_for(place, error) from error
        there = self._pack(year)
        return there.version if there else ""

    def newest(self, name: str) -> Path | None:
        """Find the newest ``catalogue.toml`` or ``patterns.toml`` of the packs; None: use the program's own."""
        years = sorted(self._years(), reverse=True)
        return next((file for year in years if (file := self._folder / str(year) / name).is_file()), None)

    def files_of_rules(self) -> tuple[Path, ...]:
        """List the framework files that replace the program's own."""
        return tuple(self._folder / str(rules.year) / f"{rules.year}.toml" for rules in self.all_rules())

    def all_rules(self) -> tuple[YearRules, ...]:
        """List the years for which a pack is used, in order."""
        slips = (self._pack(year) for year in sorted(self._years()))
        return tuple(YearRules(year=slip.year, edition=slip.version, note=slip.note) for slip in slips if slip)

    def _years(self) -> Iterator[int]:
        if self.root is not None and self._folder.is_dir():
            yield from (
                int(place.name)
                for place in self._folder.iterdir()
                if place.name.isdecimal() and self._pack(int(place.name))
            )

    def _pack(self, year: int) -> Slip | None:
        """Read the slip of a year's pack; None if there is none, it is damaged, or the program is newer than it."""
        try:
            kept = json.loads((self._folder / str(year) / _SLIP).read_text(encoding="utf-8"))
            version, made_for, note = (str(kept[name]) for name in ("version", "made_for", "note"))
            slip = Slip(kind=SignedKind.RULES, year=year, version=version, made_for=made_for, note=note)
            outlived = number(slip.made_for) < number(__version__)
            number(slip.version)
        except (OSError, ValueError, TypeError, KeyError):
            return None
        return None if outlived or _fault(self._folder / str(year) / f"{year}.toml") else slip

    @property
    def _folder(self) -> Path:
        if self.root is None:
            raise RuntimeError("no folder was named for packs of rules")
        return self.root / "packs"


def loaded(file: Path, slip: Slip, folder: Path, resources: Path) -> Framework:
    """Read the rules of an unpacked pack; WorkspaceError with all faults of what it holds."""
    faults = [_fault(folder / f"{slip.year}.toml")]
    for name, load in ((CATALOGUE, load_catalogue), (PATTERNS, load_office_patterns)):
        if (folder / name).is_file():
            try:
                load(resources, folder / name)
            except DataError as error:
                faults.append(str(error))
    if any(faults):
        text = tr("The rules in {file} cannot be used, so nothing was changed: {faults}")
        sentence = text.format(file=file, faults="; ".join(filter(None, faults)))
        raise WorkspaceError(PackTrouble.BAD_RULES, sentence)
    return load_frameworks(folder / "none", (folder / f"{slip.year}.toml",))[slip.year]


def beside(setting: Any, frameworks: Mapping[int, Framework], year: int) -> tuple[str, ...]:
    """List where an office's own edits of a year differ from the rules under them: place, own value, the other."""
    other = with_added_years(frameworks, (year,)).get(year)
    if other is None:
        return ()
    edits = RuleEdits(shipped=other, paths=kept_edits(setting).get(year, {}))
    pairs = ((path, text, edits.shipped_value(path)) for path, text in edits.paths.items())
    return tuple(f"{path}: {own} | {theirs or '–'}" for path, own, theirs in pairs if own != theirs)


def _fault(file: Path) -> str:
    try:
        load_frameworks(file.parent / "none", (file,))
    except (DataError, OSError) as error:
        return str(error)
    return ""
