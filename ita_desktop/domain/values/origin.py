"""The path of a field (ที่มาของข้อความ): where a printed word, a finding, a draft or a search hit belongs.

| path | field |
|---|---|
| ``agency/name`` | the office |
| ``signer/s1/name`` | a signer, by id |
| ``year/2567/scores/8``, ``year/2567/official/overall``, ``year/2567/narratives/8`` | the results of a fiscal year |
| ``plan/2568/meeting`` | the plan of a fiscal year |
| ``plan/2568/measure/12/issue``, ``plan/2568/measure/12/results/6/output`` | a measure (12 = the store's id), round 6 |
| ``plan/2568/risk/3/controls/0`` | a risk, and the first entry of its list |
| ``memo/memo-1/sections/0/paragraphs/1`` | a memo, by id |

No other file builds or takes apart such a path.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import Any, cast

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.follow_up import FollowUp
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.office import Office
from ita_desktop.domain.values.risk import Risk


class Root(StrEnum):
    """The first word of a path: the kind of record it begins with."""

    AGENCY = "agency"
    SIGNER = "signer"
    YEAR = "year"
    PLAN = "plan"
    MEMO = "memo"


MEASURE, RISK = "measure", "risk"
"""Third word of a path into a plan, before the id."""

_LISTS = {
    "signer": ("signers", "id"),
    "year": ("years", "fiscal_year"),
    "plan": ("plans", "fiscal_year"),
    "memo": ("memos", "id"),
    "measure": ("measures", "id"),
    "risk": ("risks", "id"),
    "results": ("results", "round"),
}
"""A word of a path: the list it leads into, and the field of the entry that the next word names."""


class Origin(str):
    """The path of a field.

    It is a ``str``, so that it is stored, compared and handed through the typesetter as the text it always was; the
    empty path belongs to a text that the program itself wrote. ``Origin(text)`` reads any path.
    """

    __slots__ = ()

    @classmethod
    def agency(cls, *path: object) -> Origin:
        """Build ``agency/district``."""
        return cls(_joined(Root.AGENCY, path))

    @classmethod
    def signer(cls, id: str, *path: object) -> Origin:
        """Build ``signer/s1/name``."""
        return cls(_joined(Root.SIGNER, (id, *path)))

    @classmethod
    def year(cls, fiscal_year: int, *path: object) -> Origin:
        """Build ``year/2567/scores/8``: a field of the results of a year."""
        return cls(_joined(Root.YEAR, (int(fiscal_year), *path)))

    @classmethod
    def plan(cls, fiscal_year: int, *path: object) -> Origin:
        """Build ``plan/2568/meeting``: a field of the plan of a year."""
        return cls(_joined(Root.PLAN, (int(fiscal_year), *path)))

    @classmethod
    def measure(cls, plan_year: int, id: int | None, *path: object) -> Origin:
        """Build ``plan/2568/measure/12/issue`` for a stored measure."""
        return cls.plan(plan_year, MEASURE, id, *path)

    @classmethod
    def risk(cls, plan_year: int, id: int | None, *path: object) -> Origin:
        """Build ``plan/2568/risk/3/controls`` for a stored risk."""
        return cls.plan(plan_year, RISK, id, *path)

    @classmethod
    def memo(cls, id: str, *path: object) -> Origin:
        """Build ``memo/memo-1/subject``."""
        return cls(_joined(Root.MEMO, (id, *path)))

    def __truediv__(self, word: object) -> Origin:
        """Build the path one word longer: ``origin / "sections" / 0``; a part of nowhere is nowhere."""
        return Origin(f"{self}/{word}") if self else self

    @property
    def words(self) -> tuple[str, ...]:
        """The words between the slashes; none of an empty path."""
        return tuple(self.split("/")) if self else ()

    @property
    def root(self) -> str:
        """The first word; empty of an empty path."""
        return self.words[0] if self else ""

    @property
    def key(self) -> str:
        """The id of the signer or memo, or the fiscal year; empty if the path names no record."""
        words = self.words
        return words[1] if len(words) > 1 and words[0] != Root.AGENCY else ""

    @property
    def fiscal_year(self) -> int | None:
        """The year of results or of a plan; None for everything else."""
        return int(self.key) if self.root in (Root.YEAR, Root.PLAN) and self.key else None

    @property
    def measure_id(self) -> int | None:
        """The measure it belongs to; None if it belongs to none."""
        return self._id_in_plan(MEASURE)

    @property
    def risk_id(self) -> int | None:
        """The risk it belongs to; None if it belongs to none."""
        return self._id_in_plan(RISK)

    @property
    def path(self) -> tuple[str, ...]:
        """The words after the record: ``("results", "6", "output")`` of a measure's, ``("meeting",)`` of a plan's."""
        words = self.words
        if self.root == Root.AGENCY:
            return words[1:]
        return words[4:] if self._is_in_plan_list and len(words) > 3 else words[2:]

    @property
    def field(self) -> str:
        """The first word of ``path``; empty if the whole record is meant."""
        return next(iter(self.path), "")

    @property
    def kind(self) -> str:
        """What holds the field: ``measure``, ``risk``, ``scores``, ``narratives``, ``meeting``, else the root."""
        words = self.words
        return words[2] if self.root in (Root.YEAR, Root.PLAN) and len(words) > 2 else self.root

    @property
    def above(self) -> tuple[Origin, ...]:
        """What it belongs to, the nearest first: ``plan/2568/measure/12``, then ``plan/2568``; never itself."""
        words = self.words
        lengths = (4, 2) if self._is_in_plan_list else (2,)
        return tuple(Origin("/".join(words[:length])) for length in lengths if length < len(words))

    @property
    def last(self) -> str:
        """The last word; empty of an empty path."""
        return self.words[-1] if self else ""

    def is_within(self, whole: str) -> bool:
        """Return True if this is the path ``whole`` or one below it."""
        return self == whole or self.startswith(f"{whole}/")

    def is_listed_in(self, field: str) -> bool:
        """Return True if this is an entry of a list field of a measure, risk or memo: ``.../sub_issues/0``."""
        return self.field == field and len(self.path) > 1

    def read(self, office: Office) -> object:
        """Return what stands in the field; None if nothing does, or where its record is gone."""
        return _read(office, self.words)

    def replaced(self, office: Office, value: object) -> Office:
        """Return the office with this value in the field.

        A year or a round of results that is not there yet is added. A record that is gone leaves the office as it is;
        a field that no record has is a ValueError. A text for a list field is one entry per line.
        """
        if self.root == Root.YEAR and self.fiscal_year is not None:
            office = _with_year(office, self.fiscal_year)
        return cast(Office, _replaced(office, self.words, value, self))

    @property
    def _is_in_plan_list(self) -> bool:
        words = self.words
        return len(words) > 2 and words[0] == Root.PLAN and words[2] in (MEASURE, RISK)

    def _id_in_plan(self, kind: str) -> int | None:
        words = self.words
        return int(words[3]) if self._is_in_plan_list and words[2] == kind and len(words) > 3 else None


NOWHERE = Origin()
"""The origin of what the program itself wrote."""


def measure_origin(plan: MeasurePlan, measure: Measure, *path: object, at: int | None = None) -> Origin:
    """Build the path of a measure's field; one that is not stored is known by its place in the plan, from 1.

    ``at`` is that place counted from 0, where the caller knows it.
    """
    return Origin.measure(plan.fiscal_year, _key(measure, plan.measures, at), *path)


def risk_origin(plan: MeasurePlan, risk: Risk, *path: object, at: int | None = None) -> Origin:
    """Build the path of a risk's field, as ``measure_origin`` does."""
    return Origin.risk(plan.fiscal_year, _key(risk, plan.risks, at), *path)


def _key(one: Measure | Risk, among: tuple[Any, ...], at: int | None) -> int:
    if one.id is not None:
        return one.id
    return (among.index(one) if at is None else at) + 1


def _joined(root: Root, path: tuple[object, ...]) -> str:
    return "/".join((root, *(str(word) for word in path)))


def _read(holder: object, words: tuple[str, ...]) -> object:
    if not words or holder is None:
        return holder
    name, rest = words[0], words[1:]
    if _leads_into_list(holder, name, rest):
        field, key = _LISTS[name]
        entries = getattr(holder, field)
        return _read(next((one for one in entries if str(getattr(one, key)) == rest[0]), None), rest[1:])
    if isinstance(holder, tuple):
        return _read(holder[int(name)] if int(name) < len(holder) else None, rest)
    if isinstance(holder, Mapping):
        return _read(holder.get(name), rest)
    return _read(getattr(holder, name, None), rest)


def _leads_into_list(holder: object, name: str, rest: tuple[str, ...]) -> bool:
    return bool(rest) and is_dataclass(holder) and name in _LISTS and hasattr(holder, _LISTS[name][0])


def _with_year(office: Office, year: int) -> Office:
    if any(one.fiscal_year == year for one in office.years):
        return office
    return replace(office, years=(*office.years, Assessment(fiscal_year=FiscalYear(year))))


def _replaced(holder: Any, words: tuple[str, ...], value: object, origin: Origin) -> Any:
    if not words:
        return _fitting(holder, value)
    if isinstance(holder, tuple):
        return _in_list(holder, words, value, origin)
    if isinstance(holder, Mapping):
        return _in_mapping(holder, words, value, origin)
    name, rest = words[0], words[1:]
    if _leads_into_list(holder, name, rest):
        field, key = _LISTS[name]
        entries = getattr(holder, field)
        if key == "round":
            entries = _with_round(entries, int(rest[0]))
        return replace(holder, **{field: _keyed(entries, key, rest, value, origin)})
    if not is_dataclass(holder) or name not in {field.name for field in fields(holder)}:
        raise ValueError(f"no such field: {origin}")
    return replace(cast(Any, holder), **{name: _replaced(getattr(holder, name), rest, value, origin)})


def _with_round(results: tuple[FollowUp, ...], months: int) -> tuple[FollowUp, ...]:
    """Add the round's empty report where there is none."""
    if any(one.round == months for one in results):
        return results
    return tuple(sorted((*results, FollowUp(round=months)), key=lambda one: one.round))


def _keyed(values: tuple[Any, ...], key: str, words: tuple[str, ...], value: object, origin: Origin) -> tuple[Any, ...]:
    """Change the entry whose key is the first word; the first of those that share a key."""
    found = False
    result: list[Any] = []
    for one in values:
        if not found and str(getattr(one, key)) == words[0]:
            found = True
            result.append(_replaced(one, words[1:], value, origin))
        else:
            result.append(one)
    return tuple(result)


def _in_list(values: tuple[Any, ...], words: tuple[str, ...], value: object, origin: Origin) -> Any:
    index = int(words[0])
    if index < len(values):
        return (*values[:index], _replaced(values[index], words[1:], value, origin), *values[index + 1 :])
    if index == len(values) and len(words) == 1:
        return (*values, value)
    return values


def _in_mapping(values: Mapping[str, Any], words: tuple[str, ...], value: object, origin: Origin) -> Any:
    if len(words) != 1:
        raise ValueError(f"no such field: {origin}")
    changed = {**values, words[0]: value}
    return {key: one for key, one in changed.items() if one is not None}


def _fitting(holder: Any, value: object) -> Any:
    if isinstance(holder, tuple) and isinstance(value, str):
        return tuple(line for line in value.split("\n") if line.strip())
    if isinstance(holder, tuple) and isinstance(value, list):
        return tuple(value)
    if isinstance(holder, FiscalYear) and isinstance(value, int):
        return FiscalYear(value)
    return value
