"""Merging any two descendants of one office with the proposed choices loses no text that either side wrote."""

import random
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from ita_desktop.app.office.merge import differences, merged
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.domain.values.follow_up import FollowUp
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.memo import Memo, MemoSigner, Signer
from ita_desktop.domain.values.office import Office
from ita_desktop.domain.values.risk import Risk

Y = FiscalYear(2568)
SYLLABLES = ("กข", "คจ", "งด", "ตถ", "นบ", "ปพ", "มย", "รล", "วศ", "สห", "อฮ", "ชซ")
NUMBERS = ("id", "identity", "signer", "prepared_by", "instrument_part")


class Author:
    """Somebody who works on a copy of the office; each text that they write is like no other."""

    def __init__(self, seed: int, name: str) -> None:
        self.random, self.name, self.count = random.Random(seed), name, 0

    def text(self) -> str:
        self.count += 1
        words = "".join(self.random.choice(SYLLABLES) for _ in range(self.random.randrange(3, 12)))
        return f"{words}{self.name}{self.count}"

    def identity(self, old: bool, number: int, kind: str) -> str:
        return f"file-{kind}{number}" if old else f"{self.random.getrandbits(128):032x}"

    def measure(self, number: int, old: bool) -> Measure:
        return Measure(
            id=number,
            identity=self.identity(old, number, "m"),
            refs=(self.random.choice("123"),),
            issue=self.text() if self.random.random() < 0.8 else "",
            measures=tuple(self.text() for _ in range(self.random.randrange(1, 3))),
            steps=(self.text(),) if self.random.random() < 0.5 else (),
            results=(FollowUp(round=6, output=self.text()),) if self.random.random() < 0.3 else (),
        )

    def changed(self, one: Measure) -> Measure:
        changes: dict[str, Any] = {}
        if self.random.random() < 0.4:
            changes["issue"] = one.issue + self.text() if one.issue else self.text()
        if self.random.random() < 0.3:
            changes["steps"] = (*one.steps, self.text())
        if self.random.random() < 0.3:
            changes["results"] = (FollowUp(round=self.random.choice((6, 12)), output=self.text()),)
        return replace(one, **changes)

    def works_on(self, office: Office, old: bool) -> Office:
        plan = office.plans[0]
        measures = [self.changed(one) for one in plan.measures if self.random.random() < 0.9]
        first = max((one.id or 0 for one in plan.measures), default=0) + 1
        measures += [self.measure(first + n, old) for n in range(self.random.randrange(3))]
        risks = [replace(one, process=one.process + self.text()) for one in plan.risks]
        risks += [Risk(id=90, identity=self.identity(old, 90, "r"), risk=self.text())]
        signers = (*office.signers, Signer(id=f"s{len(office.signers) + 1}", name=self.text() + " " + self.text()))
        memo = Memo(id=f"memo-{len(office.memos) + 1}", fiscal_year=Y, subject=self.text() + self.text())
        memo = replace(memo, signers=(MemoSigner(signer=signers[-1].id),))
        memos = (*(replace(one, closing=self.text()) for one in office.memos), memo)
        plans = (replace(plan, measures=tuple(measures), risks=tuple(risks)),)
        return replace(office, plans=plans, signers=signers, memos=memos)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in NUMBERS:
                yield from texts(getattr(value, field.name))


@pytest.mark.parametrize("old", [False, True], ids=["now", "of an older version"])
@pytest.mark.parametrize("known", [False, True], ids=["alone", "with the common state"])
def test_no_text_of_either_side_is_lost(old: bool, known: bool) -> None:
    added = 0
    for seed in range(150):
        start = Author(seed, "Z")
        measures = tuple(start.measure(n + 1, old) for n in range(4))
        empty = MeasurePlan(fiscal_year=Y, assessed_year=Y.previous, measures=measures)
        agency = Agency(type=AgencyType.SUBDISTRICT, name="อบต.หนองใส")
        base = Office(agency=agency, signers=(Signer(id="s1", name="ก"),), plans=(empty,))
        mine, theirs = Author(seed + 1000, "A").works_on(base, old), Author(seed + 2000, "B").works_on(base, old)
        found = differences(mine, theirs, base=base if known else None)
        after = merged(mine, theirs, [one for one in found if one.proposed])
        kept = "\0".join(texts(after))
        lost = [one for one in (*texts(mine), *texts(theirs)) if one not in kept and one not in set(texts(base))]
        assert lost == [], (seed, lost)
        named = {one.id: one.name for one in after.signers}
        for memo in after.memos:  # each memo is signed by the person whom its author chose
            assert len(set(re.findall(r"[AB](?=\d)", memo.subject + named[memo.signers[0].signer]))) == 1
        added += len(after.plans[0].measures) - len(mine.plans[0].measures)
    assert added > 100


def test_after_a_merge_the_same_file_has_nothing_new() -> None:
    start = Author(5, "Z")
    plan = MeasurePlan(fiscal_year=Y, assessed_year=Y.previous, measures=(start.measure(1, False),))
    base = Office(
        agency=Agency(type=AgencyType.SUBDISTRICT, name="ก"), signers=(Signer(id="s1", name="ก"),), plans=(plan,)
    )
    theirs = Author(6, "B").works_on(base, False)
    after = merged(base, theirs, [one for one in differences(base, theirs, base=base) if one.proposed])
    assert [one for one in differences(after, theirs) if one.is_only_there] == []
