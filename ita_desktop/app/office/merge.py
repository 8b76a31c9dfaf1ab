"""Two states of one office side by side, record by record, and one made of both (รวมข้อมูลจากสองเครื่อง)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from ita_desktop.app.office.apart import apart, free_id
from ita_desktop.app.office.drafts import lay_over
from ita_desktop.app.office.pairing import pairs_of_measures, pairs_of_risks
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.follow_up import FollowUp
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.memo import Memo, Signer
from ita_desktop.domain.values.office import Office
from ita_desktop.domain.values.origin import MEASURE, NOWHERE, RISK, Origin, Root
from ita_desktop.domain.values.risk import Risk

T = TypeVar("T")
_NUMBERS = ("id", "identity")
_NOTHING: tuple[object, ...] = (None, "", (), {})
_WHOLE = (Signer, Memo, MeasurePlan, Measure, Risk, FollowUp)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Difference:
    """One place where two states differ; compared as the object it is."""

    origin: Origin
    """The field in our office; for a record that only they have, the list it would join: ``plan/2568/measure``."""
    mine: object
    """None, or empty, where we have nothing."""
    theirs: object
    beside: Origin = NOWHERE
    """Of a record of theirs that is to be kept beside ours, because both wrote into the same fields: ours."""
    changed_here: bool = True
    """Whether we changed this place since the state that both come from; True where that state is not known."""

    changed_there: bool = True
    """The same of them."""

    @property
    def is_conflict(self) -> bool:
        """Both sides wrote something here, and taking either loses the other's."""
        empty = self.mine in _NOTHING or self.theirs in _NOTHING
        return not empty and self.changed_here and self.changed_there and not isinstance(self.mine, _WHOLE)

    @property
    def is_only_here(self) -> bool:
        """A record that they do not have: shown, and it stays; merging removes nothing."""
        return isinstance(self.mine, _WHOLE) and self.theirs is None

    @property
    def is_only_there(self) -> bool:
        """A record that we do not have."""
        return isinstance(self.theirs, _WHOLE) and self.mine is None

    @property
    def proposed(self) -> bool:
        """True where taking theirs loses nothing that we wrote."""
        if self.is_only_here:
            return False
        return self.mine in _NOTHING or (not self.changed_here and self.theirs not in _NOTHING)


def differences(
    mine: Office, theirs: Office, *, base: Office | None = None, keep_both: bool = True
) -> tuple[Difference, ...]:
    """Find where the two differ, in the order of the office.

    With ``base``, the state that both come from, what only they changed is proposed. Where both wrote into the same
    field of a measure, a risk or a memo, or nobody knows who did, theirs is proposed beside ours, so that no text is
    lost; without ``keep_both`` that is not offered.
    """
    all_ = tuple(_all(mine, apart(mine, theirs)))
    if base is not None:
        since = {one.origin: one.theirs for one in _all(mine, apart(mine, base)) if not one.is_only_there}
        all_ = tuple(
            replace(
                one,
                changed_here=_lies_in(one.origin, since),
                changed_there=one.origin not in since or since[one.origin] != one.theirs,
            )
            for one in all_
        )
    conflicts = [one.origin for one in all_ if keep_both and one.is_conflict]
    return tuple(one for one in all_ if not one.beside or any(at.is_within(one.beside) for at in conflicts))


def _lies_in(origin: Origin, places: Collection[Origin]) -> bool:
    """True for one of these places and for what is inside one of them."""
    words = origin.words
    return any("/".join(words[:n]) in places for n in range(1, len(words) + 1))


def merged(mine: Office, theirs: Office, taken: Collection[Difference]) -> Office:
    """Return our office with these places as theirs; a signer named by a taken memo or plan is taken too."""
    theirs = apart(mine, theirs)
    added = [one for one in taken if one.is_only_there]
    changed = {one.origin: one.theirs for one in taken if not one.is_only_there and not one.is_only_here}
    office = lay_over(mine, changed)
    for one in added:
        office = _with(office, one.origin, one.theirs)
    known = {signer.id for signer in office.signers}
    named = {s.signer for memo in office.memos for s in memo.signers} | {plan.prepared_by for plan in office.plans}
    missing = tuple(one for one in theirs.signers if one.id in named - known)
    return replace(office, signers=(*office.signers, *missing))


def _all(mine: Office, theirs: Office) -> Iterator[Difference]:
    yield from _fields(Origin.agency(), mine.agency, theirs.agency)
    yield from _records(Root.SIGNER, mine.signers, theirs.signers, lambda one: one.id)
    for year in sorted({y.fiscal_year for y in (*mine.years, *theirs.years)}):
        yield from _year(_by_year(mine.years, year), _by_year(theirs.years, year))
    plans = {plan.fiscal_year: plan for plan in theirs.plans}
    for plan in mine.plans:
        other = plans.pop(plan.fiscal_year, None)
        if other is None:
            yield Difference(origin=Origin.plan(plan.fiscal_year), mine=plan, theirs=None)
        else:
            yield from _plan(plan, other)
    yield from (Difference(origin=Origin(Root.PLAN), mine=None, theirs=plan) for plan in plans.values())
    yield from _records(Root.MEMO, mine.memos, theirs.memos, lambda one: one.id)


def _by_year(years: Iterable[Assessment], year: int) -> Assessment:
    return next((one for one in years if one.fiscal_year == year), Assessment(fiscal_year=year))  # type: ignore[arg-type]


def _records(kind: Root, mine: Sequence[T], theirs: Sequence[T], key: Callable[[T], object]) -> Iterator[Difference]:
    others = {key(one): one for one in theirs}
    for one in mine:
        other = others.pop(key(one), None)
        if other is None:
            yield Difference(origin=Origin(kind) / key(one), mine=one, theirs=None)
        else:
            at = Origin(kind) / key(one)
            yield from _fields(at, one, other)
            if isinstance(other, Memo):
                yield Difference(origin=Origin(kind), mine=None, theirs=other, beside=at)
    yield from (Difference(origin=Origin(kind), mine=None, theirs=other) for other in others.values())


def _fields(origin: Origin, mine: Any, theirs: Any, passed: Collection[str] = _NUMBERS) -> Iterator[Difference]:
    for one in fields(mine):
        ours, others = getattr(mine, one.name), getattr(theirs, one.name)
        if one.name not in passed and ours != others:
            yield Difference(origin=origin / one.name, mine=ours, theirs=others)


def _year(mine: Assessment, theirs: Assessment) -> Iterator[Difference]:
    origin = Origin.year(mine.fiscal_year)
    yield from _mapping(origin / "scores", mine.scores, theirs.scores)
    yield from _fields(origin / "official", mine.official, theirs.official, ("instruments",))
    yield from _mapping(origin / "official" / "instruments", mine.official.instruments, theirs.official.instruments)
    yield from _mapping(origin / "narratives", mine.narratives, theirs.narratives)
    yield from _fields(origin, mine, theirs, ("fiscal_year", "official", "scores", "narratives"))


def _mapping(origin: Origin, mine: Mapping[str, object], theirs: Mapping[str, object]) -> Iterator[Difference]:
    for key in dict.fromkeys((*mine, *theirs)):
        if mine.get(key) != theirs.get(key):
            yield Difference(origin=origin / key, mine=mine.get(key), theirs=theirs.get(key))


def _plan(mine: MeasurePlan, theirs: MeasurePlan) -> Iterator[Difference]:
    origin = Origin.plan(mine.fiscal_year)
    yield from _fields(origin, mine, theirs, ("fiscal_year", "measures", "risks"))
    for measure, other in pairs_of_measures(mine.measures, theirs.measures):
        if measure is None or other is None:
            yield _one_sided(origin / MEASURE, measure, other)
        else:
            at = origin / MEASURE / measure.id
            yield from _measure(at, measure, other)
            yield Difference(origin=origin / MEASURE, mine=None, theirs=other, beside=at)
    for risk, there in pairs_of_risks(mine.risks, theirs.risks):
        if risk is None or there is None:
            yield _one_sided(origin / RISK, risk, there)
        else:
            at = origin / RISK / risk.id
            yield from _fields(at, risk, there)
            yield Difference(origin=origin / RISK, mine=None, theirs=there, beside=at)


def _one_sided(origin: Origin, mine: Measure | Risk | None, theirs: Measure | Risk | None) -> Difference:
    return Difference(origin=origin if mine is None else origin / mine.id, mine=mine, theirs=theirs)


def _measure(origin: Origin, mine: Measure, theirs: Measure) -> Iterator[Difference]:
    yield from _fields(origin, mine, theirs, (*_NUMBERS, "results"))
    ours, others = _by_round(mine.results), _by_round(theirs.results)
    if ours is None or others is None:  # one round twice: only all of them together can be compared
        if _plain(mine.results) != _plain(theirs.results):
            yield Difference(origin=origin / "results", mine=mine.results, theirs=theirs.results)
        return
    for months in sorted({*ours, *others}):
        result, other = ours.get(months), others.get(months)
        at = origin / "results"
        if result is None:
            yield Difference(origin=at, mine=None, theirs=other)
        elif other is None:
            yield Difference(origin=at / months, mine=result, theirs=None)
        else:
            yield from _fields(at / months, result, other)


def _by_round(results: tuple[FollowUp, ...]) -> dict[int, FollowUp] | None:
    found = {result.round: result for result in results}
    return found if len(found) == len(results) else None


def _plain(results: tuple[FollowUp, ...]) -> tuple[FollowUp, ...]:
    return tuple(replace(one, id=None) for one in results)


def _with(office: Office, origin: Origin, record: Any) -> Office:
    """The office with a record that it did not have, at the end of its list."""
    if not origin.key:
        field = origin.root + "s"
        kept = getattr(office, field)
        if isinstance(record, Memo) and record.id in (used := {one.id for one in kept}):
            record = replace(record, id=free_id(record.id, used))
        longer: dict[str, Any] = {field: (*kept, _without_ids(record))}
        return replace(office, **longer)
    plans = tuple(
        _plan_with(plan, origin, record) if plan.fiscal_year == origin.fiscal_year else plan for plan in office.plans
    )
    return replace(office, plans=plans)


def _plan_with(plan: MeasurePlan, origin: Origin, record: Any) -> MeasurePlan:
    if origin.last == MEASURE:
        return replace(plan, measures=(*plan.measures, _without_ids(record)))
    if origin.last == RISK:
        return replace(plan, risks=(*plan.risks, _without_ids(record)))
    measures = tuple(
        replace(one, results=tuple(sorted((*one.results, _without_ids(record)), key=lambda result: result.round)))
        if one.id == origin.measure_id
        else one
        for one in plan.measures
    )
    return replace(plan, measures=measures)


def _without_ids(record: Any) -> Any:
    """A record as one that our store has not numbered yet."""
    if isinstance(record, MeasurePlan):
        measures = tuple(_without_ids(one) for one in record.measures)
        return replace(record, measures=measures, risks=tuple(_without_ids(one) for one in record.risks))
    if isinstance(record, Measure):
        return replace(record, id=None, results=_plain(record.results))
    return replace(record, id=None) if isinstance(record, Risk | FollowUp) else record
