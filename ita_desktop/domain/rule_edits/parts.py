"""The single parts of a year's rules as the office edits them (ตัวชี้วัด ตัวชี้วัดย่อย ข้อคำถาม ข้อ OIT).

Edits are texts by path: ``items/o13/text``, ``items/o13/id`` (another code),
``items/o13/removed``, ``items/new1/after`` (an added part, and the key of the part before it) and
``items/order`` (all keys in order). A key is the shipped code or ``new1``, ``new2``, …; it stays when the code is
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
    """What a part is; the value is the first name of its paths."""

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
        """False for a part that the office removed."""
        return self.state is not PartState.REMOVED

    def path(self, name: str) -> str:
        """Return the path of one of its fields."""
        return f"{self.kind.value}/{self.key}/{name}"


def is_of_parts(path: str) -> bool:
    """Return True for the path of an edit of one part or of an order."""
    head, *rest = path.split("/")
    return head in set(PartKind) and (len(rest) == 2 or rest == [ORDER])


@dataclass(frozen=True, kw_only=True)
class EditedParts:
    """The parts of one year: those of the shipped rules with the office's edits laid over."""

    shipped: Framework
    paths: Paths

    def of(self, kind: PartKind) -> tuple[Part, ...]:
        """Return all parts of a kind in order, removed ones in their places."""
        found = [_edited(part, self.paths) for part in _shipped(self.shipped, kind)]
        for key in _added(self.paths, kind):
            part = Part(kind=kind, key=key, id="", text="", group="", state=PartState.ADDED)
            _put(found, _edited(part, self.paths), self.paths[part.path(AFTER)])
        wanted = self.paths.get(f"{kind.value}/{ORDER}", "").split()
        if not wanted:
            return tuple(found)
        place = {key: n for n, key in enumerate(wanted)}
        ordered = sorted((part for part in found if part.key in place), key=lambda part: place[part.key])
        for n, part in enumerate(found):
            if part.key not in place:
                _put(ordered, part, found[n - 1].key if n else "")
        return tuple(ordered)

    def live(self, kind: PartKind) -> tuple[Part, ...]:
        """Return the parts of a kind that were not removed, in order."""
        return tuple(part for part in self.of(kind) if part.lives)

    @property
    def edited(self) -> bool:
        """True if the office edited any part."""
        return any(is_of_parts(path) for path in self.paths)

    def applied(self) -> Framework:
        """Return the rules with their parts as the office edited them."""
        if not self.edited:
            return self.shipped
        live = {kind: self.live(kind) for kind in PartKind}
        codes = {part.key: part.id for part in live[PartKind.SUB_INDICATOR]}
        known = {item.id: item for item in self.shipped.items}
        items = tuple(
            replace(
                known.get(part.key, DisclosureItem(id=part.id, text=part.text)),
                id=part.id,
                text=part.text,
                sub_indicator=codes.get(part.group, part.group),
            )
            for part in live[PartKind.ITEM]
        )
        indicators = tuple(_indicator(self.shipped, part, live) for part in live[PartKind.INDICATOR])
        changed = replace(self.shipped, indicators=indicators, items=items)
        return replace(changed, instruments=tuple(_counted(i, self.shipped, changed) for i in changed.instruments))

    def shipped_value(self, path: str) -> str:
        """Return the value at a part's path without edits; empty for an added part."""
        kind, _, rest = path.partition("/")
        key, _, name = rest.partition("/")
        shipped = tuple(_shipped(self.shipped, PartKind(kind)))
        if path.endswith(f"/{ORDER}"):
            return " ".join(one.key for one in shipped)
        part = next((one for one in shipped if one.key == key), None)
        if part is None or name in (REMOVED, AFTER):
            return ""
        return {"id": part.id, part.kind.words_field: part.text, part.kind.group_field: part.group}.get(name, "")

    def add(self, kind: PartKind, group: str, after: str) -> tuple[dict[str, str], str]:
        """Add a part to a group, after the one with the key ``after`` (empty: first).

        Returns the year's edits and the key of the new part.
        """
        numbers = [int(found[1]) for path in self.paths if (found := _NEW.fullmatch(path.split("/")[1]))]
        key = f"new{max(numbers, default=0) + 1}"
        at = f"{kind.value}/{key}"
        code = self._next_code(kind, group)
        return {**self.paths, f"{at}/{AFTER}": after, f"{at}/id": code, f"{at}/{kind.group_field}": group}, key

    def spread(self, part: Part, lines: Sequence[str]) -> dict[str, str]:
        """Replace an added part by one for each line; a code that begins a line (``o13 ...``) is its code."""
        paths, key = dict(self.paths), part.key
        for number, line in enumerate(line for line in lines if line.strip()):
            if number:
                paths, key = replace(self, paths=paths).add(part.kind, part.group, key)
            at = f"{part.kind.value}/{key}"
            if found := _LINE.fullmatch(arabic_digits(line.strip())):
                paths[f"{at}/id"] = found["code"].lower()
                line = line.strip()[found.start("text") :]
            paths[f"{at}/{part.kind.words_field}"] = line.strip()
        return paths

    def remove(self, part: Part) -> dict[str, str]:
        """Remove a part: an added one loses all its edits, a shipped one is marked and can be restored."""
        if part.state is PartState.ADDED:
            return self.take_back(part)
        return {**self.paths, part.path(REMOVED): "1"}

    def take_back(self, part: Part) -> dict[str, str]:
        """Undo the office's edits of one part; what stood after an added one then stands after its neighbour."""
        at = f"{part.kind.value}/{part.key}/"
        left = {path: text for path, text in self.paths.items() if not path.startswith(at)}
        before = self.paths.get(part.path(AFTER), "")
        new = f"{part.kind.value}/new"
        behind = {path: before for path, text in left.items() if path.startswith(new) and text == part.key}
        return left | {path: text for path, text in behind.items() if path.endswith(f"/{AFTER}")}

    def move(self, part: Part, to: int) -> dict[str, str]:
        """Move a part to this place among all parts of its kind; the shipped order is no edit."""
        keys = [one.key for one in self.of(part.kind)]
        keys.insert(to, keys.pop(keys.index(part.key)))
        order = f"{part.kind.value}/{ORDER}"
        left = {path: text for path, text in self.paths.items() if path != order}
        natural = [one.key for one in replace(self, paths=left).of(part.kind)]
        return left if keys == natural else {**left, order: " ".join(keys)}

    def _next_code(self, kind: PartKind, group: str) -> str:
        """Return the code after the last one of its sort: o27, i16, 9.6, 11."""
        if kind is PartKind.ITEM:
            head = ITEM_LETTER
        elif kind is PartKind.QUESTION:
            indicator = next((one for one in self.shipped.indicators if one.id == group), None)
            head = letter_of(indicator.instrument if indicator else self.shipped.instruments[0].code)
        else:
            head = f"{group}." if kind is PartKind.SUB_INDICATOR else ""
        codes = [part.id for part in self.of(kind)]
        numbers = [int(rest) for code in codes if code.startswith(head) and (rest := code.removeprefix(head)).isdigit()]
        return f"{head}{max(numbers, default=0) + 1}"


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
    """Return the keys of what the office added, oldest first."""
    keys = {path.split("/")[1] for path in paths if path.startswith(f"{kind.value}/new") and path.endswith(f"/{AFTER}")}
    return sorted((key for key in keys if _NEW.fullmatch(key)), key=lambda key: int(key.removeprefix("new")))


def _put(found: list[Part], part: Part, after: str) -> None:
    """Insert after the part with this key: first if the key is empty, last if that part is missing."""
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
    """Return an instrument whose number of questions follows what the office added and removed."""
    was, now = _listed(before, instrument.code), _listed(after, instrument.code)
    if was == now or instrument.question_count is None:
        return instrument
    return replace(instrument, question_count=now or None)


def _listed(framework: Framework, instrument: str) -> int:
    ids = [q.id for i in framework.indicators for q in i.questions] + [item.id for item in framework.items]
    return sum(Ref(ref).letter == letter_of(instrument) for ref in ids)
