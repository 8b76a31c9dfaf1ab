"""What the office corrected in the rules of a year (แก้ไขเกณฑ์): apart from the shipped rules, taken back at will.

Edits are texts by path, e.g. ``instruments/IIT/weight``, or ``items/o13/text`` (see ``rule_parts``); a year that is
not shipped begins as a draft of the one before it. Rules that do not hang together after an edit do not come into
force.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from ita_desktop.app.rules.faults import fault_words, is_of_a_part, part_faults
from ita_desktop.app.rules.levels import is_of_levels, levels, shipped_level_value, with_levels
from ita_desktop.app.rules.parts import is_of_parts, shipped_value, with_parts
from ita_desktop.domain.rules.soundness import unsound_places
from ita_desktop.domain.thai.writing import arabic_digits
from ita_desktop.domain.values.framework import CalendarEntry, Confidence, Framework, Provenance, draft_after
from ita_desktop.i18n import tr

SETTING = "framework-edits"
Edits = Mapping[str, Mapping[str, str]]
"""By fiscal year, then by path."""
T = TypeVar("T")
V = TypeVar("V")


def kept_edits(setting: Any) -> dict[str, dict[str, str]]:
    """The edits in a setting; what is not understood is left out."""
    if not isinstance(setting, dict):
        return {}
    years = {year: paths for year, paths in setting.items() if str(year).isdigit() and isinstance(paths, dict)}
    return {str(year): {str(path): str(text) for path, text in paths.items()} for year, paths in years.items()}


def with_edits(shipped: Mapping[int, Framework], setting: Any) -> Mapping[int, Framework]:
    """The rules in force: shipped ones, years the office added, and its sound edits."""
    edits = kept_edits(setting)
    if not edits:
        return shipped
    frameworks = with_added_years(shipped, edits)
    for year in edits:
        other = edited(frameworks[int(year)], edits[year]) if int(year) in frameworks else None
        if other is not None and not faults(frameworks[int(year)], edits[year]):
            frameworks[int(year)] = other
    return frameworks


def with_added_years(shipped: Mapping[int, Framework], edits: Edits) -> dict[int, Framework]:
    """The shipped rules and a draft of each further year up to the last one the office named."""
    frameworks = dict(shipped)
    wanted = max((int(year) for year in edits), default=0)
    while frameworks and max(frameworks) < wanted <= max(shipped) + 20:
        draft = draft_after(frameworks[max(frameworks)])
        frameworks[int(draft.fiscal_year)] = draft
    return frameworks


def edited(framework: Framework, paths: Mapping[str, str]) -> Framework:
    """The rules with the edits laid over; a path that leads nowhere is left out."""
    for path, text in paths.items():
        try:
            framework = _laid(framework, tuple(path.split("/")), text)
        except (InvalidOperation, ValueError):
            continue
    return with_levels(with_parts(framework, paths), paths)


def faults(framework: Framework, paths: Mapping[str, str]) -> tuple[str, ...]:
    """Why the edits of a year do not come into force, as sentences for the user; empty where they do."""
    in_parts = part_faults(framework, paths)
    elsewhere = (fault_words(one) for one in unsound_places(edited(framework, paths)) if not is_of_a_part(one))
    return tuple(dict.fromkeys((*(fault.sentence for fault in in_parts), *elsewhere)))


def field_faults(framework: Framework, paths: Mapping[str, str]) -> dict[str, str]:
    """What is not right outside the parts, by the path of the field where it can be put right."""
    if not paths:
        return {}
    other = edited(framework, paths)
    found: dict[str, str] = {}
    for unsound in unsound_places(other):
        for path in _fields_of(unsound.path, framework, other, paths):
            found.setdefault(path, fault_words(unsound))
    return found


def _fields_of(place: str, framework: Framework, other: Framework, paths: Mapping[str, str]) -> tuple[str, ...]:
    if place == "$.instruments":
        return tuple(f"instruments/{instrument.code}/weight" for instrument in other.instruments)
    if found := re.fullmatch(r"\$\.instruments\[([0-9]+)\]\.weight", place):
        return (f"instruments/{other.instruments[int(found[1])].code}/weight",)
    if found := re.fullmatch(r"\$\.duty\.([a-z_]+)", place):
        return (f"duty/{found[1]}",)
    if found := re.fullmatch(r"\$\.levels\.bands\[([0-9]+)\](?:\.([a-z_]+))?", place):
        live = [one for one in levels(framework, paths) if one.lives]
        return (live[int(found[1])].path({"code": "name"}.get(found[2], found[2] or "overall_min")),)
    return ()


def edits_of_year_before(framework: Framework, before: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """What the office corrected in the year before and not in this one; its dates and item numbers are its own."""
    year_bound = ("calendar", "title", "note", "duty/", "provenance/")
    added_here = {_stem(path) for path in own if path.endswith("/after")}
    carried = {path: text for path, text in before.items() if not path.startswith(year_bound)}
    return {
        path: text
        for path, text in carried.items()
        if path not in own and _stem(path) not in added_here and value_at(framework, path) != text
    }


def value_at(framework: Framework, path: str) -> str:
    """What stands at a path now, as a text; empty where nothing does."""
    if is_of_parts(path):
        return shipped_value(framework, path)
    if is_of_levels(path):
        return shipped_level_value(framework, path)
    parts = path.split("/")
    match parts:
        case ["provenance", block, name]:
            there = framework.provenance.get(block)
            return str(there.confidence) if there and name == "confidence" else ""
        case ["calendar"]:
            return "\n".join(f"{entry.name}: {entry.text}" for entry in framework.calendar)
        case ["title" | "note" as name]:
            return str(getattr(framework, name))
        case ["duty", name]:
            value = getattr(framework.duty, name)
            return "\n".join(value) if isinstance(value, tuple) else str(value or "")
        case ["levels", "pass_mark"]:
            return f"{framework.levels.pass_mark:f}"
        case ["instruments", code, "weight"]:
            return f"{framework.instrument(code).weight:f}"
        case ["instruments", code, name]:
            return str(getattr(framework.instrument(code), name))
    return ""


def read_mark(text: str) -> str:
    """A number as it is kept; ValueError says what would be right."""
    plain = arabic_digits(text).replace(",", ".").strip()
    if not plain:
        return ""
    try:
        number = Decimal(plain)
    except InvalidOperation as fault:
        raise ValueError(tr("Type a number from 0 to 100.")) from fault
    if not number.is_finite() or not 0 <= number <= 100:
        raise ValueError(tr("Type a number from 0 to 100."))
    return f"{number:f}"


def _laid(framework: Framework, path: tuple[str, ...], text: str) -> Framework:
    match path:
        case ("title" | "note" as name,):
            return _with(framework, name, text)
        case ("calendar",):
            return replace(framework, calendar=calendar_in(text))
        case ("provenance", block, name) if block in framework.provenance:
            vouched = _vouched(framework.provenance[block], name, text)
            return replace(framework, provenance={**framework.provenance, block: vouched})
        case ("duty", "measure_criteria" | "result_criteria" as name):
            lines = tuple(line.strip() for line in text.splitlines() if line.strip())
            return replace(framework, duty=_with(framework.duty, name, lines))
        case ("duty", "measure_item" | "measure_item_name" | "result_item" | "result_item_name" as name):
            return replace(framework, duty=_with(framework.duty, name, text.strip()))
        case ("levels", "pass_mark"):
            return replace(framework, levels=replace(framework.levels, pass_mark=Decimal(text)))
        case ("instruments", code, "weight"):
            changed = _each(framework.instruments, lambda i: i.code == code, weight=Decimal(text))
            return replace(framework, instruments=changed)
        case ("instruments", code, "name"):
            return replace(framework, instruments=_each(framework.instruments, lambda i: i.code == code, name=text))
    return framework


def _with(value: V, name: str, text: str | tuple[str, ...]) -> V:
    changes: dict[str, Any] = {name: text}
    return replace(value, **changes)  # type: ignore[type-var]


def _each(values: tuple[T, ...], wanted: Callable[[T], bool], **changes: Any) -> tuple[T, ...]:
    return tuple(replace(one, **changes) if wanted(one) else one for one in values)  # type: ignore[type-var]


def _stem(path: str) -> str:
    return path.rpartition("/")[0]


def _vouched(provenance: Provenance, name: str, text: str) -> Provenance:
    """How sure the office is of a block, and the source that it names."""
    if name == "source":
        return replace(provenance, sources=(text, *provenance.sources))
    confidence = Confidence(text)
    # what was said of its uncertainty does not hold for what the office has confirmed
    return replace(provenance, confidence=confidence, note="" if confidence.is_sure else provenance.note)


def calendar_in(text: str) -> tuple[CalendarEntry, ...]:
    """One entry on each line, its name before the first colon."""
    lines = [line.partition(":") for line in text.splitlines() if line.strip()]
    return tuple(CalendarEntry(name=name.strip(), text=rest.strip()) for name, _, rest in lines)
