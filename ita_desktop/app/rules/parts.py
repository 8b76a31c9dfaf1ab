"""The single parts of a year's rules as the office edits them (ตัวชี้วัด ตัวชี้วัดย่อย ข้อคำถาม ข้อ OIT).

Edits are texts by path, as in ``framework_edits``: ``items/o13/text``, ``items/o13/id`` (another code),
``items/o13/removed``, ``items/new1/after`` (an added part, and the key of the part it stands behind) and
``items/order`` (all keys in order). A key is the shipped code or ``new1``, ``new2``, …; it stays where the code is
changed, so that codes can be exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ita_desktop.domain.thai.writing import arabic_digits
from ita_desktop.domain.values.framework import (
    Confidence,
    DisclosureItem,
    Framework,
    Indicator,
    Instrument,
    Question,
    SubIndicator,
)
from ita_desktop.domain.values.ref import ITEM_LETTER, TYPED_LETTERS, Ref, letter_of

Paths = Mapping[str, str]
"""The edits of one year."""
ORDER = "order"
REMOVED = "removed"
AFTER = "after"
_NEW = re.compile(r"new([0-9]+)")
_LINE = re.compile(r"(?:ข้อ\s*)?(?P<code>" + TYPED_LETTERS + r"[0-9]+|[0-9]+(?:\.[0-9]+)?)[\s.:)\-–]+(?P<text>\S.*)")
"""A line of a list, with its code before the text."""


class PartKind(StrEnum):
    """What a part is; the value begins its paths."""

    INDICATOR = "indicators"
    SUB_INDICATOR = "sub_indicators"
    QUESTION = "questions"
    ITEM = "items"

    @property
    def words_field(self) -> str:
        """Path's last name of the part's text or name."""
        return "text" if self in (PartKind.QUESTION, PartKind.ITEM) else "name"

    @property
    def group_field(self) -> str:
        """Path's last name of the key of what the part belongs to."""
        groups = {PartKind.INDICATOR: "instrument", PartKind.ITEM: "sub_indicator"}
        return groups.get(self, "indicator")


class PartState(StrEnum):
    """Whose a part is."""

    SHIPPED = "shipped"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One indicator, sub-indicator, question or item, as it stands after the edits."""

    kind: PartKind
    key: str
    id: str
    text: str
    group: str
    """Key of the indicator or sub-indicator it belongs to; of an indicator the instrument's code."""
    state: PartState

    @property
    def lives(self) -> bool:
        return self.state is not PartState.REMOVED

    def path(self, name: str) -> str:
        return f"{self.kind.value}/{self.key}/{name}"


def is_of_parts(path: str) -> bool:
    """True for the path of an edit that this module understands."""
    head, *rest = path.split("/")
    return head in set(PartKind) and (len(rest) == 2 or rest == [ORDER])


def parts(framework: Framework, paths: Paths, kind: PartKind) -> tuple[Part, ...]:
    """All parts of a kind in order, removed ones in their places; ``framework`` is the year without edits."""
    shipped = {part.key: part for part in _shipped(framework, kind)}
    found = [_edited(part, paths) for part in shipped.values()]
    for key in _added(paths, kind):
        part = Part(kind=kind, key=key, id="", text="", group="", state=PartState.ADDED)
        _put(found, _edited(part, paths), paths[part.path(AFTER)])
    wanted = paths.get(f"{kind.value}/{ORDER}", "").split()
    if not wanted:
        return tuple(found)
    place = {key: n for n, key in enumerate(wanted)}
    ordered = sorted((part for part in found if part.key in place), key=lambda part: place[part.key])
    for n, part in enumerate(found):
        if part.key not in place:
            _put(ordered, part, found[n - 1].key if n else "")
    return tuple(ordered)


def with_parts(framework: Framework, paths: Paths) -> Framework:
    """The rules with their parts as the office edited them."""
    if not any(is_of_parts(path) for path in paths):
        return framework
    live = {kind: tuple(part for part in parts(framework, paths, kind) if part.lives) for kind in PartKind}
    codes = {part.key: part.id for part in live[PartKind.SUB_INDICATOR]}
    known = {item.id: item for item in framework.items}
    items = tuple(
        replace(
            known.get(part.key, DisclosureItem(id=part.id, text=part.text)),
            id=part.id,
            text=part.text,
            sub_indicator=codes.get(part.group, part.group),
        )
        for part in live[PartKind.ITEM]
    )
    indicators = tuple(_indicator(framework, part, live) for part in live[PartKind.INDICATOR])
    changed = replace(framework, indicators=indicators, items=items)
    return replace(changed, instruments=tuple(_counted(i, framework, changed) for i in framework.instruments))


def shipped_value(framework: Framework, path: str) -> str:
    """What stands at a part's path where nothing was edited; empty for what was added."""
    kind, _, rest = path.partition("/")
    key, _, name = rest.partition("/")
    part = next((one for one in _shipped(framework, PartKind(kind)) if one.key == key), None)
    if path.endswith(f"/{ORDER}"):
        return " ".join(one.key for one in _shipped(framework, PartKind(kind)))
    if part is None or name in (REMOVED, AFTER):
        return ""
    return {"id": part.id, part.kind.words_field: part.text, part.kind.group_field: part.group}.get(name, "")


def add(framework: Framework, paths: Paths, kind: PartKind, group: str, after: str) -> tuple[dict[str, str], str]:
    """A new part of a group behind the one with this key (empty: in front); the edits and the part's key."""
    numbers = [int(found[1]) for path in paths if (found := _NEW.fullmatch(path.split("/")[1]))]
    key = f"new{max(numbers, default=0) + 1}"
    at = f"{kind.value}/{key}"
    codes = [part.id for part in parts(framework, paths, kind)]
    code = _next_code(kind, codes, group, framework)
    return {**paths, f"{at}/{AFTER}": after, f"{at}/id": code, f"{at}/{kind.group_field}": group}, key


def spread(framework: Framework, paths: Paths, part: Part, lines: Sequence[str]) -> dict[str, str]:
    """An added part as several, one for each line; a code at the beginning of a line (``o13 ...``) is its code."""
    spread_out, key = dict(paths), part.key
    for number, line in enumerate(line for line in lines if line.strip()):
        if number:
            spread_out, key = add(framework, spread_out, part.kind, part.group, key)
        at = f"{part.kind.value}/{key}"
        if found := _LINE.fullmatch(arabic_digits(line.strip())):
            spread_out[f"{at}/id"] = found["code"].lower()
            line = line.strip()[found.start("text") :]
        spread_out[f"{at}/{part.kind.words_field}"] = line.strip()
    return spread_out


def remove(paths: Paths, part: Part) -> dict[str, str]:
    """Without the part: one that was added goes with all its edits, a shipped one is marked and can come back."""
    if part.state is PartState.ADDED:
        return take_back(paths, part)
    return {**paths, part.path(REMOVED): "1"}


def take_back(paths: Paths, part: Part) -> dict[str, str]:
    """Without the office's edits of one part; what stood behind an added one stands behind its neighbour."""
    at = f"{part.kind.value}/{part.key}/"
    left = {path: text for path, text in paths.items() if not path.startswith(at)}
    before = paths.get(part.path(AFTER), "")
    behind = {
        path: before for path, text in left.items() if path.startswith(f"{part.kind.value}/new") and text == part.key
    }
    return left | {path: text for path, text in behind.items() if path.endswith(f"/{AFTER}")}


def move(framework: Framework, paths: Paths, part: Part, to: int) -> dict[str, str]:
    """The part at this place among all parts of its kind."""
    keys = [one.key for one in parts(framework, paths, part.kind)]
    keys.insert(to, keys.pop(keys.index(part.key)))
    order = f"{part.kind.value}/{ORDER}"
    left = {path: text for path, text in paths.items() if path != order}
    natural = [one.key for one in parts(framework, left, part.kind)]
    return left if keys == natural else {**left, order: " ".join(keys)}


def _shipped(framework: Framework, kind: PartKind) -> Iterator[Part]:
    for indicator in framework.indicators:
        if kind is PartKind.INDICATOR:
            yield _part(kind, indicator.id, indicator.name, indicator.instrument)
        elif kind is PartKind.SUB_INDICATOR:
            yield from (_part(kind, sub.id, sub.name, indicator.id) for sub in indicator.sub_indicators)
        elif kind is PartKind.QUESTION:
            yield from (_part(kind, question.id, question.text, indicator.id) for question in indicator.questions)
    if kind is PartKind.ITEM:
        yield from (_part(kind, item.id, item.text, item.sub_indicator) for item in framework.items)


def _part(kind: PartKind, id: str, text: str, group: str) -> Part:
    return Part(kind=kind, key=id, id=id, text=text, group=group, state=PartState.SHIPPED)


def _edited(part: Part, paths: Paths) -> Part:
    def at(name: str, otherwise: str) -> str:
        return paths.get(part.path(name), otherwise)

    kind = part.kind
    other = replace(
        part, id=at("id", part.id), text=at(kind.words_field, part.text), group=at(kind.group_field, part.group)
    )
    if part.path(REMOVED) in paths:
        return replace(other, state=PartState.REMOVED)
    if part.state is PartState.SHIPPED and other != part:
        return replace(other, state=PartState.CHANGED)
    return other


def _added(paths: Paths, kind: PartKind) -> list[str]:
    """Keys of what the office added, oldest first."""
    keys = {path.split("/")[1] for path in paths if path.startswith(f"{kind.value}/new") and path.endswith(f"/{AFTER}")}
    return sorted((key for key in keys if _NEW.fullmatch(key)), key=lambda key: int(key.removeprefix("new")))


def _put(found: list[Part], part: Part, after: str) -> None:
    """Behind the part with this key; at the beginning for none, at the end for one that is gone."""
    keys = [one.key for one in found]
    found.insert(keys.index(after) + 1 if after in keys else 0 if not after else len(found), part)


def _indicator(framework: Framework, part: Part, live: Mapping[PartKind, tuple[Part, ...]]) -> Indicator:
    shipped = {indicator.id: indicator for indicator in framework.indicators}
    subs = {sub.id: sub for indicator in framework.indicators for sub in indicator.sub_indicators}
    questions = {question.id: question for indicator in framework.indicators for question in indicator.questions}
    there = shipped.get(part.key, Indicator(id=part.id, name=part.text, name_en="", instrument=part.group))
    former = (there.name,) if there.name != part.text and there.name not in there.aliases else ()
    return replace(
        there,
        id=part.id,
        name=part.text,
        instrument=part.group,
        # what is known of the indicator under its former name stays known
        aliases=(*there.aliases, *former),
        sub_indicators=tuple(
            replace(subs.get(one.key, SubIndicator(id=one.id, name=one.text)), id=one.id, name=one.text)
            for one in live[PartKind.SUB_INDICATOR]
            if one.group == part.key
        ),
        questions=tuple(
            replace(
                questions.get(one.key, Question(id=one.id, text=one.text, confidence=Confidence.UNVERIFIED)),
                id=one.id,
                text=one.text,
            )
            for one in live[PartKind.QUESTION]
            if one.group == part.key
        ),
    )


def _counted(instrument: Instrument, before: Framework, after: Framework) -> Instrument:
    """The number of questions follows what the office added and removed."""
    was, now = _listed(before, instrument.code), _listed(after, instrument.code)
    if was == now or instrument.question_count is None:
        return instrument
    return replace(instrument, question_count=now or None)


def _listed(framework: Framework, instrument: str) -> int:
    ids = [q.id for i in framework.indicators for q in i.questions] + [item.id for item in framework.items]
    return sum(Ref(ref).letter == letter_of(instrument) for ref in ids)


def _next_code(kind: PartKind, codes: list[str], group: str, framework: Framework) -> str:
    """The code after the last one of its sort: o27, i16, 9.6, 11."""
    if kind is PartKind.ITEM:
        head = ITEM_LETTER
    elif kind is PartKind.QUESTION:
        indicator = next((one for one in framework.indicators if one.id == group), None)
        head = letter_of(indicator.instrument if indicator else framework.instruments[0].code)
    else:
        head = f"{group}." if kind is PartKind.SUB_INDICATOR else ""
    numbers = [int(rest) for code in codes if code.startswith(head) and (rest := code.removeprefix(head)).isdigit()]
    return f"{head}{max(numbers, default=0) + 1}"
