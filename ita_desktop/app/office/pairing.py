"""Which measure here is which measure there: row numbers mean nothing on another computer, texts nearly always do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from ita_desktop.domain.values.measure import Measure
from ita_desktop.domain.values.risk import Risk

T = TypeVar("T", Measure, Risk)
Pair = tuple[T | None, T | None]
Key = Callable[[T], object]


def pairs_of_measures(mine: Sequence[Measure], theirs: Sequence[Measure], same_file: bool) -> tuple[Pair[Measure], ...]:
    """Each of ours beside theirs, None where one side has none; what only they have comes last."""
    by_id: tuple[Key[Measure], ...] = (
        (lambda one: (one.id, one.refs), lambda one: (one.id, one.issue), lambda one: (one.id, one.measures))
        if same_file
        else ()
    )
    return tuple(
        _paired(
            mine,
            theirs,
            (
                _unnumbered,
                lambda one: replace(one, id=None, results=()),
                *by_id,
                lambda one: (one.refs, one.instrument_part, one.issue),
                lambda one: one.measures or None,
                lambda one: one.issue or None,
                lambda one: (one.refs, one.instrument_part) if one.refs else None,
            ),
            alike=2,
        )
    )


def pairs_of_risks(mine: Sequence[Risk], theirs: Sequence[Risk], same_file: bool) -> tuple[Pair[Risk], ...]:
    """Each of our risks beside theirs."""
    by_id: tuple[Key[Risk], ...] = (lambda one: (one.id, one.process),) if same_file else ()
    return tuple(
        _paired(mine, theirs, (lambda one: replace(one, id=None), *by_id, lambda one: one.risk or None), alike=1)
    )


def _unnumbered(measure: Measure) -> Measure:
    return replace(measure, id=None, results=tuple(replace(one, id=None) for one in measure.results))


def _paired(mine: Sequence[T], theirs: Sequence[T], keys: Sequence[Key[T]], *, alike: int) -> Iterator[Pair[T]]:
    """By the first key that names exactly one on each side; by the first ``alike`` keys several, in their order."""
    partner: dict[int, int] = {}
    free = dict.fromkeys(range(len(theirs)))
    for rank, key in enumerate(keys):
        here = _by_key(mine, (i for i in range(len(mine)) if i not in partner), key)
        there = _by_key(theirs, free, key)
        for value, ours in here.items():
            others = there.get(value, [])
            if rank < alike or len(ours) == len(others) == 1:
                for i, k in zip(ours, others, strict=False):
                    partner[i] = k
                    del free[k]
    yield from ((one, theirs[partner[i]] if i in partner else None) for i, one in enumerate(mine))
    yield from ((None, theirs[k]) for k in free)


def _by_key(records: Sequence[T], indexes: Iterable[int], key: Key[T]) -> dict[object, list[int]]:
    found: dict[object, list[int]] = {}
    for i in indexes:
        if (value := key(records[i])) is not None:
            found.setdefault(value, []).append(i)
    return found
