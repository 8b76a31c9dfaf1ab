"""Single values of a year's rules by path (ค่าของเกณฑ์), e.g. ``instruments/IIT/weight``: read, and laid over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from ita_desktop.domain.values.framework import CalendarEntry, Confidence, Framework, Provenance

T = TypeVar("T")
V = TypeVar("V")


def value_in(framework: Framework, path: str) -> str:
    """Return the value at a path as a text; empty if there is none.

    Raises KeyError for an instrument that the rules do not have.
    """
    match path.split("/"):
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


def with_value(framework: Framework, path: str, text: str) -> Framework:
    """Return the rules with a text at a path; unchanged if the path names nothing.

    Raises ValueError or InvalidOperation if the text is no number, or no confidence, where one is needed.
    """
    match tuple(path.split("/")):
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


def _vouched(provenance: Provenance, name: str, text: str) -> Provenance:
    """Return how sure the office is of a block, with the source that it names."""
    if name == "source":
        return replace(provenance, sources=(text, *provenance.sources))
    confidence = Confidence(text)
    # what was said of its uncertainty does not hold for what the office has confirmed
    return replace(provenance, confidence=confidence, note="" if confidence.is_sure else provenance.note)


def calendar_in(text: str) -> tuple[CalendarEntry, ...]:
    """Read a calendar: one entry a line, its name before the first colon."""
    lines = [line.partition(":") for line in text.splitlines() if line.strip()]
    return tuple(CalendarEntry(name=name.strip(), text=rest.strip()) for name, _, rest in lines)
