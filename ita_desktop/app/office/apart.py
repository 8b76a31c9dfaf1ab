"""Signers and memos of two computers kept apart where both gave the same id to different ones (ผู้ลงนาม บันทึกข้อความ).

Their ids count up (``s3``, ``memo-2``), so two people who each add one give it the same. Words decide: a signer with
another name, or a memo with another subject, is another one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TypeVar

from ita_desktop.domain.values.memo import Memo, Signer
from ita_desktop.domain.values.office import Office

T = TypeVar("T", Memo, Signer)
_ALIKE = 0.6
"""Share of equal characters from which on two names or subjects are states of one."""


def apart(mine: Office, theirs: Office) -> Office:
    """Return their office with new ids where theirs is another signer or memo than ours of that id."""
    signers = _renamed(mine.signers, theirs.signers, lambda one: one.name)
    memos = _renamed(mine.memos, theirs.memos, lambda one: one.subject)
    if not signers and not memos:
        return theirs
    return replace(
        theirs,
        signers=tuple(replace(one, id=signers.get(one.id, one.id)) for one in theirs.signers),
        memos=tuple(_memo(replace(one, id=memos.get(one.id, one.id)), signers) for one in theirs.memos),
        plans=tuple(
            replace(plan, prepared_by=signers.get(plan.prepared_by, plan.prepared_by)) for plan in theirs.plans
        ),
    )


def free_id(id: str, used: Collection[str]) -> str:
    """Return an id like this one that nothing bears."""
    return next(name for n in range(2, len(used) + 3) if (name := f"{id}-{n}") not in used)


def _renamed(mine: Iterable[T], theirs: Iterable[T], words: Callable[[T], str]) -> Mapping[str, str]:
    """Find their ids that mean something else here, each with one that says the same here, or a new one."""
    ours: dict[str, str] = {one.id: words(one).strip() for one in mine}
    others: dict[str, str] = {one.id: words(one).strip() for one in theirs}
    used = {*ours, *others}
    found: dict[str, str] = {}
    for key, text in others.items():
        here = ours.get(key, "")
        if here and text and SequenceMatcher(None, here, text, autojunk=False).ratio() < _ALIKE:
            same = (name for name, said in ours.items() if said == text and name not in others)
            found[key] = next(same, None) or free_id(key, used)
            used.add(found[key])
    return found


def _memo(memo: Memo, signers: Mapping[str, str]) -> Memo:
    named = (replace(one, signer=signers.get(one.signer, one.signer)) for one in memo.signers)
    return replace(memo, signers=tuple(named))
