"""Unfinished text laid over what is stored, so that a preview shows each key press without a write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.facts import Origin
from ita_desktop.domain.values.follow_up import FollowUp
from ita_desktop.domain.values.office import Office

_LISTS = {
    "signer": ("signers", "id"),
    "year": ("years", "fiscal_year"),
    "plan": ("plans", "fiscal_year"),
    "memo": ("memos", "id"),
    "measure": ("measures", "id"),
    "risk": ("risks", "id"),
}
"""First word of a path: the list it leads into, and the field its next word is compared with."""


def lay_over(office: Office, drafts: Mapping[Origin, object]) -> Office:
    """The office as if each draft were stored at its origin.

    A draft of something that is not there any more is left out; a field that no value has is a ValueError.
    A text given for a list is one entry per line.
    """
    for origin, value in drafts.items():
        path = tuple(origin.split("/"))
        if path[0] == "year":
            office = _with_year(office, int(path[1]))
        office = cast(Office, _laid(office, path, value, origin))
    return office


def _with_year(office: Office, year: int) -> Office:
    if any(one.fiscal_year == year for one in office.years):
        return office
    return replace(office, years=(*office.years, Assessment(fiscal_year=FiscalYear(year))))


def _laid(holder: Any, path: tuple[str, ...], value: object, origin: Origin) -> Any:
    if not path:
        return _fitting(holder, value)
    if isinstance(holder, tuple):
        return _in_list(holder, path, value, origin)
    if isinstance(holder, Mapping):
        return _in_mapping(holder, path, value, origin)
    name, rest = path[0], path[1:]
    if name in _LISTS and hasattr(holder, _LISTS[name][0]):
        field, key = _LISTS[name]
        return replace(holder, **{field: _keyed(getattr(holder, field), key, rest, value, origin)})
    if not is_dataclass(holder) or name not in {field.name for field in fields(holder)}:
        raise ValueError(f"no such field: {origin}")
    if name == "results" and rest:
        laid = _keyed(_with_round(getattr(holder, name), int(rest[0])), "round", rest, value, origin)
    else:
        laid = _laid(getattr(holder, name), rest, value, origin)
    return replace(cast(Any, holder), **{name: laid})


def _with_round(results: tuple[FollowUp, ...], months: int) -> tuple[FollowUp, ...]:
    """The results with this round among them: a report comes to be with its first word."""
    if any(one.round == months for one in results):
        return results
    return tuple(sorted((*results, FollowUp(round=months)), key=lambda one: one.round))


def _keyed(values: tuple[Any, ...], key: str, path: tuple[str, ...], value: object, origin: Origin) -> tuple[Any, ...]:
    """The list with the value whose key is the path's first word changed; the first of those that share a key."""
    found = False
    result: list[Any] = []
    for one in values:
        if not found and str(getattr(one, key)) == path[0]:
            found = True
            result.append(_laid(one, path[1:], value, origin))
        else:
            result.append(one)
    return tuple(result)


def _in_list(values: tuple[Any, ...], path: tuple[str, ...], value: object, origin: Origin) -> Any:
    index = int(path[0])
    if index < len(values):
        return (*values[:index], _laid(values[index], path[1:], value, origin), *values[index + 1 :])
    if index == len(values) and len(path) == 1:
        return (*values, value)
    return values


def _in_mapping(values: Mapping[str, Any], path: tuple[str, ...], value: object, origin: Origin) -> Any:
    if len(path) != 1:
        raise ValueError(f"no such field: {origin}")
    changed = {**values, path[0]: value}
    return {key: one for key, one in changed.items() if one is not None}


def _fitting(holder: Any, value: object) -> Any:
    if isinstance(holder, tuple) and isinstance(value, str):
        return tuple(line for line in value.split("\n") if line.strip())
    if isinstance(holder, tuple) and isinstance(value, list):
        return tuple(value)
    if isinstance(holder, FiscalYear) and isinstance(value, int):
        return FiscalYear(value)
    return value
