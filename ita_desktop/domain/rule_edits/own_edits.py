"""The office's edits of a year's rules one by one (ที่หน่วยงานแก้): what each changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ita_desktop.domain.rule_edits.levels import EditedLevels, level_words
from ita_desktop.domain.rule_edits.parts import ORDER, EditedParts, Part, PartKind, PartState


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEdit:
    """One rule that is the office's own: a value at a path, a part, or the order of a kind of parts."""

    path: str
    """Of the value or of the order; of a part or a level, the path up to its key."""
    before: str
    after: str
    part: Part | None = None


def edits_of_parts(parts: EditedParts) -> Iterator[OwnEdit]:
    """Yield each edited part, and the order of a kind if the office changed it."""
    for kind in PartKind:
        for part in parts.of(kind):
            if part.state is not PartState.SHIPPED:
                shipped = (parts.shipped_value(part.path(name)) for name in ("id", kind.words_field))
                after = f"{part.id} {part.text}".strip() if part.lives else ""
                path = f"{kind.value}/{part.key}"
                yield OwnEdit(path=path, before=" ".join(shipped).strip(), after=after, part=part)
        if (order := f"{kind.value}/{ORDER}") in parts.paths:
            codes = " ".join(part.id for part in parts.live(kind))
            yield OwnEdit(path=order, before=parts.shipped_value(order), after=codes)


def edits_of_levels(levels: EditedLevels) -> Iterator[OwnEdit]:
    """Yield each edited level."""
    shipped = {band.code: level_words(band) for band in levels.shipped.levels.bands}
    for one in levels.all():
        if one.state is not PartState.SHIPPED:
            after = level_words(one.band) if one.lives else ""
            yield OwnEdit(path=f"levels/{one.key}", before=shipped.get(one.key, ""), after=after)
