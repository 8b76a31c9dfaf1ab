"""The office's edits of a year's rules one by one (ที่หน่วยงานแก้): what each changed, and the way back from it."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.app.rules.framework_edits import value_at
from ita_desktop.app.rules.levels import is_of_levels, level_words, levels
from ita_desktop.app.rules.parts import ORDER, Part, PartKind, PartState, Paths, is_of_parts, parts, take_back
from ita_desktop.domain.values.framework import Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEdit:
    """One rule that is the office's own: a value at a path, a part, or the order of a kind of parts."""

    path: str
    """Of the value or of the order; of a part or a level, the path up to its key."""
    before: str
    after: str
    part: Part | None = None


def own_edits(framework: Framework, paths: Paths) -> tuple[OwnEdit, ...]:
    """Every edit of a year, parts as one each; ``framework`` is the year without edits."""
    found = [
        OwnEdit(path=path, before=value_at(framework, path), after=text)
        for path, text in paths.items()
        if not is_of_parts(path) and not is_of_levels(path)
    ]
    found += _of_levels(framework, paths)
    for kind in PartKind:
        for part in parts(framework, paths, kind):
            if part.state is not PartState.SHIPPED:
                shipped = tuple(value_at(framework, part.path(name)) for name in ("id", kind.words_field))
                before, after = " ".join(shipped).strip(), f"{part.id} {part.text}".strip() if part.lives else ""
                found.append(OwnEdit(path=f"{kind.value}/{part.key}", before=before, after=after, part=part))
        if (order := f"{kind.value}/{ORDER}") in paths:
            codes = " ".join(part.id for part in parts(framework, paths, kind) if part.lives)
            found.append(OwnEdit(path=order, before=value_at(framework, order), after=codes))
    return tuple(found)


def without(paths: Paths, edit: OwnEdit) -> dict[str, str]:
    """The year's edits without this one."""
    if edit.part is not None:
        return take_back(paths, edit.part)
    return {path: text for path, text in paths.items() if path != edit.path and not path.startswith(edit.path + "/")}


def _of_levels(framework: Framework, paths: Paths) -> list[OwnEdit]:
    shipped = {band.code: level_words(band) for band in framework.levels.bands}
    return [
        OwnEdit(
            path=f"levels/{one.key}",
            before=shipped.get(one.key, ""),
            after=level_words(one.band) if one.lives else "",
        )
        for one in levels(framework, paths)
        if one.state is not PartState.SHIPPED
    ]
