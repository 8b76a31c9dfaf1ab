"""What does not hang together in rules that the office edited, told at the field where it can be put right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ita_desktop.app.rules.parts import Part, PartKind, Paths, is_of_parts, parts
from ita_desktop.domain.rules.soundness import Unsound, UnsoundCode
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.ref import ITEM_LETTER, letter_of
from ita_desktop.i18n import tr

_OF_PARTS = {UnsoundCode.TWICE, UnsoundCode.NOTHING_THERE, UnsoundCode.UNKNOWN_SUB_INDICATOR}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFault:
    """One field of one part that is not right yet."""

    kind: PartKind
    key: str
    field: str
    """``id``, ``text``/``name``, or the field of its group."""
    words: str
    sentence: str
    """The words with the part they are about."""


def part_faults(framework: Framework, paths: Paths) -> tuple[PartFault, ...]:
    """Every fault of the parts of a year, where the office edited any; ``framework`` is the year without edits."""
    if not any(is_of_parts(path) for path in paths):
        return ()
    live = {kind: tuple(part for part in parts(framework, paths, kind) if part.lives) for kind in PartKind}
    shared = (*live[PartKind.INDICATOR], *live[PartKind.SUB_INDICATOR], *live[PartKind.QUESTION])
    counts = (Counter(part.id for part in shared), Counter(part.id for part in live[PartKind.ITEM]))
    grouped = any(item.sub_indicator for item in framework.items)
    found: list[PartFault] = []
    for kind in PartKind:
        twice = counts[kind is PartKind.ITEM]
        for part in live[kind]:
            for field, words in _faults(part, live, framework, twice, grouped):
                sentence = tr("{part}: {fault}").format(part=part.id or tr("(no code)"), fault=words)
                found.append(PartFault(kind=kind, key=part.key, field=field, words=words, sentence=sentence))
    return tuple(found)


def is_of_a_part(unsound: Unsound) -> bool:
    """True for a fault that ``part_faults`` tells in the office's words."""
    return unsound.code in _OF_PARTS and unsound.path.startswith(("$.indicators[", "$.items["))


def fault_words(unsound: Unsound) -> str:
    """What keeps edited rules from coming into force, in the user's language."""
    texts = {
        UnsoundCode.WEIGHTS: tr("The weights make {0}, not 100."),
        UnsoundCode.NOTHING_THERE: tr("A level has no name."),
        UnsoundCode.TWICE: tr("“{0}” is there twice."),
        UnsoundCode.BANDS_NOT_DESCENDING: tr("A level begins higher ({0}) than the one above it."),
        UnsoundCode.LAST_BAND_NOT_ZERO: tr("The lowest level “{0}” must begin at 0."),
        UnsoundCode.OUT_OF_RANGE: tr("{0} is out of range."),
        UnsoundCode.UNKNOWN_ITEM: tr("This year has no item “{0}”."),
        UnsoundCode.NO_INDICATOR: tr("The instrument {0} has no indicator."),
        UnsoundCode.COUNT: tr("{0} questions are stated and {1} are listed."),
    }
    text = texts.get(unsound.code, tr("These rules are inconsistent ({path})."))
    return text.format(*unsound.values, path=unsound.path)


def _faults(
    part: Part, live: Mapping[PartKind, tuple[Part, ...]], framework: Framework, twice: Counter[str], grouped: bool
) -> Iterator[tuple[str, str]]:
    form, example = _form(part, live, framework)
    if not re.fullmatch(form, part.id):
        yield "id", tr("A code here looks like {example}.").format(example=example)
    elif twice[part.id] > 1:
        yield "id", tr("The code {code} is there twice.").format(code=part.id)
    if not part.text.strip():
        yield part.kind.words_field, tr("There is no text yet.")
    if part.kind is PartKind.INDICATOR:
        there = part.group in {instrument.code for instrument in framework.instruments}
    elif part.kind is PartKind.ITEM:
        there = part.group in {"", *(one.key for one in live[PartKind.SUB_INDICATOR])} and bool(
            part.group or not grouped
        )
    else:
        there = part.group in {one.key for one in live[PartKind.INDICATOR]}
    if not there:
        yield part.kind.group_field, tr("Choose what it belongs to.")


def _form(part: Part, live: Mapping[PartKind, tuple[Part, ...]], framework: Framework) -> tuple[str, str]:
    """Pattern and example of the part's code."""
    above = next((one for one in live[PartKind.INDICATOR] if one.key == part.group), None)
    if part.kind is PartKind.ITEM:
        return rf"{ITEM_LETTER}[1-9][0-9]*", f"{ITEM_LETTER}27"
    if part.kind is PartKind.INDICATOR:
        return r"[1-9][0-9]*", "11"
    if part.kind is PartKind.SUB_INDICATOR:
        head = above.id if above else "9"
        return rf"{re.escape(head)}\.[1-9][0-9]*", f"{head}.1"
    letter = letter_of(above.group if above else framework.instruments[0].code)
    return rf"{re.escape(letter)}[1-9][0-9]*", f"{letter}1"
