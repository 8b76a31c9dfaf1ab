"""Which measure here is which measure there (มาตรการเดียวกันของสองเครื่อง).

Two records are one only if they come from one: by the identity that each was given when it was made. Row numbers and
equal references prove nothing: two people who both add a measure for indicator 1 have made two measures.

Where an identity cannot tell (data from an older version, typed by hand in Excel or JSON), equal texts are asked. In
doubt they are two: both are kept, and a person can remove one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TypeVar

from ita_desktop.domain.values.measure import Measure
from ita_desktop.domain.values.risk import Risk

T = TypeVar("T", Measure, Risk)
Pair = tuple[T | None, T | None]
Key = Callable[[T], object]

_FROM_ROW = re.compile(r".*-[mr]\d+")
"""Identities given to what an older version had stored: the file's id and the row's number, which another record may
have got in another copy of that file."""
_ALIKE = 0.6
"""Share of equal characters (``SequenceMatcher.ratio``) from which on two texts are states of one."""


def pairs_of_measures(mine: Sequence[Measure], theirs: Sequence[Measure]) -> tuple[Pair[Measure], ...]:
    """Put each of ours beside theirs, None where one side has none; what only they have comes last."""
    same: tuple[Key[Measure], ...] = (_unnumbered, lambda one: replace(one, id=None, results=()))
    alike: tuple[Key[Measure], ...] = (
        lambda one: (one.refs, one.instrument_part, one.issue) if one.issue else None,
        lambda one: one.measures or None,
        lambda one: one.issue or None,
    )
    return tuple(_paired(mine, theirs, same, alike, lambda one: "\n".join((one.issue, *one.measures, *one.steps))))


def pairs_of_risks(mine: Sequence[Risk], theirs: Sequence[Risk]) -> tuple[Pair[Risk], ...]:
    """Put each of our risks beside theirs."""
    same: tuple[Key[Risk], ...] = (lambda one: replace(one, id=None),)
    alike: tuple[Key[Risk], ...] = (lambda one: one.risk or None,)
    return tuple(_paired(mine, theirs, same, alike, lambda one: "\n".join((one.risk, one.process))))


def _unnumbered(measure: Measure) -> Measure:
    return replace(measure, id=None, results=tuple(replace(one, id=None) for one in measure.results))


def _paired(
    mine: Sequence[T], theirs: Sequence[T], same: Sequence[Key[T]], alike: Sequence[Key[T]], words: Callable[[T], str]
) -> Iterator[Pair[T]]:
    """By identity; then by equal content, several in their order; then by a text that one on each side has."""
    partner: dict[int, int] = {}
    free = dict.fromkeys(range(len(theirs)))

    def match(key: Key[T], may_be: Callable[[T, T], bool], *, several: bool) -> None:
        here = _by_key(mine, (i for i in range(len(mine)) if i not in partner), key)
        there = _by_key(theirs, free, key)
        for value, ours in here.items():
            others = there.get(value, [])
            if several or len(ours) == len(others) == 1:
                for i, k in zip(ours, others, strict=False):
                    if may_be(mine[i], theirs[k]):
                        partner[i] = k
                        del free[k]

    match(lambda one: one.identity or None, lambda one, other: _is_one(one, other, words), several=False)
    for key in same:
        match(key, lambda one, other: True, several=True)
    for key in alike:
        match(key, _may_be_one, several=False)
    yield from ((one, theirs[partner[i]] if i in partner else None) for i, one in enumerate(mine))
    yield from ((None, theirs[k]) for k in free)


def _is_one(mine: T, theirs: T, words: Callable[[T], str]) -> bool:
    """Equal identities are certain, but for those made of a row's number: there the words must agree too."""
    if not _FROM_ROW.fullmatch(mine.identity):
        return True
    ours, others = words(mine).strip(), words(theirs).strip()
    return ours == others or SequenceMatcher(None, ours, others, autojunk=False).ratio() >= _ALIKE


def _may_be_one(mine: T, theirs: T) -> bool:
    """Two that were each given an identity when they were made, and not the same one, are two."""
    return not (mine.identity and theirs.identity) or _is_doubtful(mine, theirs)


def _is_doubtful(mine: T, theirs: T) -> bool:
    """Files of an older version made in two places know the same record by two names."""
    files = [one.identity.rpartition("-")[0] for one in (mine, theirs) if _FROM_ROW.fullmatch(one.identity)]
    return len(files) == 2 and files[0] != files[1]


def _by_key(records: Sequence[T], indexes: Iterable[int], key: Key[T]) -> dict[object, list[int]]:
    found: dict[object, list[int]] = {}
    for i in indexes:
        if (value := key(records[i])) is not None:
            found.setdefault(value, []).append(i)
    return found
