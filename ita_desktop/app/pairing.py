"""Which measure here is which measure there: row numbers mean nothing on another computer, texts nearly always do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from ita_desktop.domain.measure import Measure
from ita_desktop.domain.risk import Risk

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
                lambda one: replace(one, id=None, results=()),
                *by_id,
                lambda one: (one.refs, one.instrument_part, one.issue),
                lambda one: one.measures or None,
                lambda one: one.issue or None,
                lambda one: (one.refs, one.instrument_part) if one.refs else None,
            ),
        )
    )


def pairs_of_risks(mine: Sequence[Risk], theirs: Sequence[Risk], same_file: bool) -> tuple[Pair[Risk], ...]:
    """Each of our risks beside theirs."""
    by_id: tuple[Key[Risk], ...] = (lambda one: (one.id, one.process),) if same_file else ()
    return tuple(_paired(mine, theirs, (lambda one: replace(one, id=None), lambda one: one.risk or None, *by_id)))


def _paired(mine: Sequence[T], theirs: Sequence[T], keys: Sequence[Key[T]]) -> Iterator[Pair[T]]:
    """By the first key that names exactly one on each side; alike records are paired in their order."""
    partner: dict[int, int] = {}
    free = list(range(len(theirs)))
    for rank, key in enumerate(keys):
        left = [i for i in range(len(mine)) if i not in partner]
        for i in left:
            value = key(mine[i])
            here = [k for k in left if k not in partner and key(mine[k]) == value]
            there = [k for k in free if key(theirs[k]) == value]
            if value is not None and there and (rank == 0 or (len(here) == 1 and len(there) == 1)):
                partner[i] = there[0]
                free.remove(there[0])
    yield from ((one, theirs[partner[i]] if i in partner else None) for i, one in enumerate(mine))
    yield from ((None, theirs[k]) for k in free)
