"""What a pack of rules would change (ดูชุดเกณฑ์ก่อนรับ): place by place, with the office's own edits beside."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ita_desktop import __version__
from ita_desktop.app.publisher.packs import Packs, loaded
from ita_desktop.app.publisher.updates import signed_by, told_why
from ita_desktop.app.rules.setting import kept_edits
from ita_desktop.domain.rule_edits.edits import RuleEdits
from ita_desktop.domain.rule_edits.levels import level_words
from ita_desktop.domain.rule_edits.own_edits import OwnEdit
from ita_desktop.domain.rule_edits.parts import PartKind
from ita_desktop.domain.values.framework import Framework
from ita_desktop.store.file.disk import temporary_folder
from ita_desktop.store.publisher.signed import Slip, unpack
from ita_desktop.store.publisher.versions import number


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPreview:
    """A pack that was looked through and not yet taken."""

    slip: Slip
    publisher: str
    rules: Framework
    """Of its year, as it brings them."""

    @property
    def outlived(self) -> bool:
        """Made for an older program: this one knows at least as much, and goes by its own rules."""
        return number(self.slip.made_for) < number(__version__)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChange:
    """One rule that would become another: a value at a path, a level or a part by the path up to its key."""

    path: str
    now: str
    """Empty where nothing stands there."""
    then: str


def preview(file: Path, resources: Path, packs: Packs) -> PackPreview:
    """Check a whole pack as an installation would; WorkspaceError with the reason if it would be refused."""
    slip = packs.look_at(file, resources)
    with told_why(), temporary_folder() as place:
        unpack(file, slip, place)
        rules = loaded(file, slip, place, resources)
    return PackPreview(slip=slip, publisher=signed_by(file, resources), rules=rules)


def changes(pack: PackPreview, now: Framework | None, paths: Iterable[str]) -> tuple[RuleChange, ...]:
    """List where the pack differs from the rules under the office's edits."""
    known = tuple(paths)
    before, then = _rules_in(now, known) if now else {}, _rules_in(pack.rules, known)
    pairs = ((path, before.get(path, ""), then.get(path, "")) for path in dict.fromkeys((*then, *before)))
    return tuple(RuleChange(path=path, now=old, then=new) for path, old, new in pairs if old != new)


def kept(pack: PackPreview, setting: Any) -> tuple[OwnEdit, ...]:
    """List the office's corrections of the year that stay in force, each with the pack's value."""
    edits = RuleEdits(shipped=pack.rules, paths=kept_edits(setting).get(pack.slip.year, {}))
    return tuple(edit for edit in edits.listed if edit.before != edit.after or not edit.after)


def _rules_in(rules: Framework, paths: Iterable[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    plain = RuleEdits(shipped=rules)
    for path in paths:
        with suppress(KeyError):  # an instrument that only the other rules have
            values[path] = plain.shipped_value(path)
    values |= {f"levels/{one.key}": level_words(one.band) for one in plain.levels.all()}
    for kind in PartKind:
        values |= {f"{kind.value}/{part.key}": part.text for part in plain.parts.of(kind)}
    return values
