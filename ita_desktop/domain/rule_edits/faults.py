"""What is inconsistent in the parts that an office edited, each with the field that can correct it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ita_desktop.domain.rule_edits.parts import EditedParts, Part, PartKind
from ita_desktop.domain.rules.soundness import Unsound, UnsoundCode
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.ref import ITEM_LETTER, letter_of

_OF_PARTS = {UnsoundCode.TWICE, UnsoundCode.NOTHING_THERE, UnsoundCode.UNKNOWN_SUB_INDICATOR}
_Live = Mapping[PartKind, tuple[Part, ...]]


class PartFaultCode(StrEnum):
    """What is wrong with a field of a part."""

    FORM = "form"
    """The code is not written like its kind's codes; the value is an example."""
    TWICE = "twice"
    """Another part has the code; the value is the code."""
    NO_TEXT = "no_text"
    NO_GROUP = "no_group"
    """What the part belongs to is missing or was removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFault:
    """One field of one part that must be corrected."""

    kind: PartKind
    key: str
    id: str
    """The part's code as it is now; may be empty."""
    field: str
    """``id``, ``text``/``name``, or the field of its group."""
    code: PartFaultCode
    value: str = ""


def part_faults(parts: EditedParts) -> tuple[PartFault, ...]:
    """Return every fault of a year's parts; empty if the office edited none."""
    if not parts.edited:
        return ()
    live = {kind: parts.live(kind) for kind in PartKind}
    shared = (*live[PartKind.INDICATOR], *live[PartKind.SUB_INDICATOR], *live[PartKind.QUESTION])
    in_items, elsewhere = Counter(part.id for part in live[PartKind.ITEM]), Counter(part.id for part in shared)
    return tuple(
        PartFault(kind=kind, key=part.key, id=part.id, field=field, code=code, value=value)
        for kind in PartKind
        for part in live[kind]
        for field, code, value in _faults(part, live, parts.shipped, in_items if kind is PartKind.ITEM else elsewhere)
    )


def is_of_a_part(unsound: Unsound) -> bool:
    """Return True for a fault that ``part_faults`` names at its field."""
    return unsound.code in _OF_PARTS and unsound.path.startswith(("$.indicators[", "$.items["))


def _faults(
    part: Part, live: _Live, shipped: Framework, uses: Counter[str]
) -> Iterator[tuple[str, PartFaultCode, str]]:
    form, example = _form(part, live, shipped)
    if not re.fullmatch(form, part.id):
        yield "id", PartFaultCode.FORM, example
    elif uses[part.id] > 1:
        yield "id", PartFaultCode.TWICE, part.id
    if not part.text.strip():
        yield part.kind.words_field, PartFaultCode.NO_TEXT, ""
    if part.group not in _groups(part.kind, live, shipped):
        yield part.kind.group_field, PartFaultCode.NO_GROUP, ""


def _groups(kind: PartKind, live: _Live, shipped: Framework) -> set[str]:
    """Return the keys that parts of a kind can belong to; items belong to nothing in years without groups."""
    if kind is PartKind.INDICATOR:
        return {instrument.code for instrument in shipped.instruments}
    if kind is PartKind.ITEM:
        grouped = any(item.sub_indicator for item in shipped.items)
        return {one.key for one in live[PartKind.SUB_INDICATOR]} | (set() if grouped else {""})
    return {one.key for one in live[PartKind.INDICATOR]}


def _form(part: Part, live: _Live, shipped: Framework) -> tuple[str, str]:
    """Return the pattern and an example of the part's code."""
    above = next((one for one in live[PartKind.INDICATOR] if one.key == part.group), None)
    if part.kind is PartKind.ITEM:
        return rf"{ITEM_LETTER}[1-9][0-9]*", f"{ITEM_LETTER}27"
    if part.kind is PartKind.INDICATOR:
        return r"[1-9][0-9]*", "11"
    if part.kind is PartKind.SUB_INDICATOR:
        head = above.id if above else "9"
        return rf"{re.escape(head)}\.[1-9][0-9]*", f"{head}.1"
    letter = letter_of(above.group if above else shipped.instruments[0].code)
    return rf"{re.escape(letter)}[1-9][0-9]*", f"{letter}1"
