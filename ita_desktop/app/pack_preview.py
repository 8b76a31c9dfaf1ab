"""What a pack of rules would change (ดูชุดเกณฑ์ก่อนรับ): place by place, with the office's own edits beside."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ita_desktop import __version__
from ita_desktop.app.framework_edits import kept_edits, value_at
from ita_desktop.app.packs import loaded, look_at
from ita_desktop.app.updates import signed_by, told_why
from ita_desktop.domain.framework import Framework
from ita_desktop.store.signed import Slip, unpack
from ita_desktop.store.versions import number


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
    """One place at which the rules would become others."""

    path: str
    now: str
    """Empty where nothing stands there."""
    then: str
    own: str | None = None
    """What the office corrected there, which stays in force; None where it did not."""


def preview(file: Path, resources: Path) -> PackPreview:
    """Look a pack through from end to end, as if it were taken; WorkspaceError says why it would not be."""
    slip = look_at(file, resources)
    with tempfile.TemporaryDirectory(prefix="ita-desktop-") as place, told_why():
        unpack(file, slip, Path(place))
        rules = loaded(file, slip, Path(place), resources)
    return PackPreview(slip=slip, publisher=signed_by(file, resources), rules=rules)


def changes(
    pack: PackPreview, shipped: Mapping[int, Framework], paths: Iterable[str], setting: Any
) -> tuple[RuleChange, ...]:
    """Where the pack differs from what the office corrected, and then from the rules used now."""
    now = shipped.get(pack.slip.year)
    edits = kept_edits(setting).get(str(pack.slip.year), {})
    found = []
    for path in dict.fromkeys((*edits, *paths)):
        before, then, own = _value(now, path), _value(pack.rules, path), edits.get(path)
        if before != then or own not in (None, then):
            found.append(RuleChange(path=path, now=before, then=then, own=own))
    return tuple(found)


def _value(rules: Framework | None, path: str) -> str:
    try:
        return value_at(rules, path) if rules else ""
    except KeyError:
        return ""
