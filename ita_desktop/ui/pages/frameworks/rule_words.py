"""Words for the parts of a year's rules, for what they belong to and for what refers to them."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.domain.rule_edits.parts import EditedParts, Part, PartKind, PartState
from ita_desktop.domain.rule_edits.uses import Uses, uses
from ita_desktop.i18n import tr
from ita_desktop.ui.look.wording import digits, shown_place
from ita_desktop.ui.pages.frameworks.edited_year import EditedYear


@dataclass(frozen=True, slots=True, kw_only=True)
class KindWords:
    """What a kind of parts and its fields are called."""

    title: str
    code: str
    text: str
    group: str
    add: str
    up: str
    down: str
    remove: str
    hint: str
    """What may be put into an empty text."""


def kind_words(kind: PartKind) -> KindWords:
    """In the user's language."""
    hint = tr("Type the text, or paste several lines: each line becomes one entry")
    match kind:
        case PartKind.INDICATOR:
            return KindWords(
                title=tr("Indicators"),
                code=tr("Number of the indicator"),
                text=tr("Name of the indicator"),
                group=tr("Instrument"),
                add=tr("Add an indicator"),
                up=tr("Move the indicator up"),
                down=tr("Move the indicator down"),
                remove=tr("Take the indicator out"),
                hint=hint,
            )
        case PartKind.SUB_INDICATOR:
            return KindWords(
                title=tr("Sub-indicators"),
                code=tr("Number of the sub-indicator"),
                text=tr("Name of the sub-indicator"),
                group=tr("Indicator"),
                add=tr("Add a sub-indicator"),
                up=tr("Move the sub-indicator up"),
                down=tr("Move the sub-indicator down"),
                remove=tr("Take the sub-indicator out"),
                hint=hint,
            )
        case PartKind.QUESTION:
            return KindWords(
                title=tr("Questions"),
                code=tr("Code of the question"),
                text=tr("Text of the question"),
                group=tr("Indicator"),
                add=tr("Add a question"),
                up=tr("Move the question up"),
                down=tr("Move the question down"),
                remove=tr("Take the question out"),
                hint=hint,
            )
        case PartKind.ITEM:
            return KindWords(
                title=tr("OIT items"),
                code=tr("Code of the item"),
                text=tr("Text of the item"),
                group=tr("Sub-indicator"),
                add=tr("Add an item"),
                up=tr("Move the item up"),
                down=tr("Move the item down"),
                remove=tr("Take the item out"),
                hint=hint,
            )


def group_choices(parts: EditedParts, kind: PartKind) -> tuple[tuple[str, str], ...]:
    """Keys and words of what parts of a kind can belong to; empty where there is nothing to choose."""
    if kind is PartKind.INDICATOR:
        return tuple((one.code, one.code) for one in parts.shipped.instruments)
    above = PartKind.SUB_INDICATOR if kind is PartKind.ITEM else PartKind.INDICATOR
    return tuple((part.key, f"{shown_place(part.id)} {part.text}") for part in parts.live(above))


def why_not_removed(parts: EditedParts, part: Part) -> str:
    """Return what must be removed before the part can be; empty if it can be removed."""
    if part.kind is PartKind.INDICATOR:
        others = parts.live(PartKind.INDICATOR)
        if not any(one.group == part.group and one.key != part.key for one in others):
            return tr("The instrument {0} has no other indicator.").format(part.group)
    below = {
        PartKind.INDICATOR: (PartKind.SUB_INDICATOR, PartKind.QUESTION),
        PartKind.SUB_INDICATOR: (PartKind.ITEM,),
    }.get(part.kind, ())
    if any(one.group == part.key for kind in below for one in parts.live(kind)):
        return tr("Something still belongs to it; remove or move that first.")
    return ""


def referred(rules: EditedYear, part: Part) -> tuple[str, bool]:
    """What of the office refers to the part, in words; and whether it refers to a code that is not there any more."""
    if part.state is PartState.ADDED:
        return use_words(uses(rules.desk.office, rules.year, [part.id])), False
    found = use_words(uses(rules.desk.office, rules.year, [part.key]))
    codes = {one.id for one in rules.edits.parts.live(part.kind)}
    return found, bool(found) and part.key not in codes


def use_words(found: Uses) -> str:
    """The places, in the user's language."""
    places = [tr("its score")] if found.score else []
    places += [tr("its analysis")] if found.narrative else []
    for year, numbers in found.measures:
        text = tr("measure {numbers} of the plan of {year}")
        places.append(text.format(numbers=", ".join(digits(n) for n in numbers), year=digits(year)))
    return ", ".join(places)
