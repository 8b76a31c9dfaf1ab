import random
import time
from dataclasses import replace
from decimal import Decimal

import pytest

from ita_desktop.app.office.merge import Difference, differences, merged
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.agency import Agency
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.follow_up import FollowUp
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.memo import Memo, MemoSigner, Signer
from ita_desktop.domain.values.office import Office
from ita_desktop.domain.values.risk import Risk
from tests.store.offices import without_ids

Y = FiscalYear(2568)
FIRST = Measure(id=11, refs=("8",), issue="ประเด็น ก", measures=("จัดประชุม",), responsible=("กองคลัง",))
SECOND = Measure(id=12, refs=("9",), issue="ประเด็น ข", measures=("ประกาศ",))
PLAN = MeasurePlan(fiscal_year=Y, assessed_year=Y.previous, measures=(FIRST, SECOND), risks=(Risk(id=5, risk="รั่ว"),))
MINE = Office(
    agency=Agency(type="sao", name="อบต.ดอน"),
    signers=(Signer(id="s1", name="ก"),),
    years=(Assessment(fiscal_year=FiscalYear(2567), scores={"1": Decimal("90"), "2": Decimal("80")}),),
    plans=(PLAN,),
    memos=(Memo(id="m1", fiscal_year=Y, subject="เรื่อง"),),
)


def plan(office: Office, *measures: Measure, risks: tuple[Risk, ...] = PLAN.risks) -> Office:
    return replace(office, plans=(replace(PLAN, measures=measures, risks=risks),))


def told(theirs: Office) -> list[tuple[str, object, object]]:
    return [(one.origin, one.mine, one.theirs) for one in differences(MINE, theirs, keep_both=False)]


def all_of(theirs: Office) -> tuple[Difference, ...]:
    return differences(MINE, theirs, keep_both=False)


def test_the_same_office_does_not_differ() -> None:
    assert told(MINE) == []
    assert told(plan(MINE, replace(FIRST, id=99), replace(SECOND, id=1))) == []
    assert merged(MINE, MINE, ()) == MINE


def test_scores_are_compared_one_by_one() -> None:
    other = Assessment(fiscal_year=FiscalYear(2567), scores={"1": Decimal("91"), "3": Decimal("70")})
    theirs = replace(MINE, years=(other, Assessment(fiscal_year=FiscalYear(2566), scores={"1": Decimal("50")})))
    assert told(theirs) == [
        ("year/2566/scores/1", None, Decimal("50")),
        ("year/2567/scores/1", Decimal("90"), Decimal("91")),
        ("year/2567/scores/2", Decimal("80"), None),
        ("year/2567/scores/3", None, Decimal("70")),
    ]
    found = all_of(theirs)
    assert [one.proposed for one in found] == [True, False, False, True]
    office = merged(MINE, theirs, found)
    assert {int(year.fiscal_year): dict(year.scores) for year in office.years} == {
        2566: {"1": Decimal("50")},
        2567: {"1": Decimal("91"), "3": Decimal("70")},
    }
    assert merged(MINE, theirs, found[3:]).years[0].scores == {**MINE.years[0].scores, "3": Decimal("70")}


def test_a_measure_is_found_by_its_text_whatever_its_number() -> None:
    changed = replace(FIRST, id=700, issue="ประเด็น ก ใหม่")
    assert told(plan(MINE, SECOND, changed)) == [("plan/2568/measure/11/issue", "ประเด็น ก", "ประเด็น ก ใหม่")]
    assert merged(MINE, MINE, all_of(plan(MINE, SECOND, changed))).plans[0].measures[0] == replace(changed, id=11)


def test_what_both_added_is_two_whatever_its_number_and_references() -> None:
    ours = Measure(id=16, refs=("1",), issue="ลดขั้นตอนบริการ", measures=("ปรับคู่มือ",), identity="a" * 32)
    other = Measure(id=16, refs=("1",), issue="อบรมเจ้าหน้าที่", steps=("เชิญวิทยากร",), identity="b" * 32)
    for one, there in ((ours, other), (replace(ours, identity=""), replace(other, identity=""))):
        mine, theirs = plan(MINE, FIRST, one), plan(MINE, FIRST, there)
        found = differences(mine, theirs)
        assert [(d.origin, d.is_only_here, d.proposed) for d in found] == [
            ("plan/2568/measure/16", True, False),
            ("plan/2568/measure", False, True),
        ]
        after = merged(mine, theirs, [d for d in found if d.proposed])
        assert [m.issue for m in after.plans[0].measures] == [FIRST.issue, ours.issue, other.issue]


def test_a_number_of_an_older_version_counts_only_with_like_words() -> None:
    ours = replace(SECOND, identity="f-m12")
    worded = replace(ours, id=3, issue="ประเด็น ข (แก้)", refs=("7",))
    other = replace(ours, id=3, issue="เรื่องอื่นทั้งหมด", measures=("ไม่เกี่ยวกัน",))
    assert told_between(ours, worded) == ["plan/2568/measure/12/refs", "plan/2568/measure/12/issue"]
    assert told_between(ours, other) == ["plan/2568/measure/12", "plan/2568/measure"]


def told_between(one: Measure, other: Measure) -> list[str]:
    return [d.origin for d in differences(plan(MINE, one), plan(MINE, other)) if not d.beside]


def test_where_both_wrote_into_one_measure_both_are_kept() -> None:
    ours, other = replace(FIRST, issue="ของเรา", identity="x"), replace(FIRST, id=2, issue="ของเขา", identity="x")
    mine, theirs, base = plan(MINE, ours), plan(MINE, other), plan(MINE, replace(FIRST, identity="x"))
    for found in (differences(mine, theirs), differences(mine, theirs, base=base)):
        assert [(d.beside, d.proposed) for d in found] == [("", False), ("plan/2568/measure/11", True)]
        after = merged(mine, theirs, [d for d in found if d.proposed])
        assert [m.issue for m in after.plans[0].measures] == ["ของเรา", "ของเขา"]
    assert [d.beside for d in differences(mine, theirs, keep_both=False)] == [""]


def test_what_only_they_changed_since_is_proposed() -> None:
    other = replace(FIRST, id=2, issue="ของเขา", identity="x")
    mine = plan(MINE, replace(FIRST, identity="x", period="ทั้งปี"))
    (period, issue) = differences(mine, plan(MINE, other), base=plan(MINE, replace(FIRST, identity="x")))[::-1]
    assert (issue.origin, issue.proposed) == ("plan/2568/measure/11/issue", True)
    assert (period.origin, period.proposed) == ("plan/2568/measure/11/period", False)


def test_signers_and_memos_that_share_an_id_by_chance_are_two() -> None:
    theirs = replace(
        MINE,
        signers=(*MINE.signers, Signer(id="s2", name="นางสาวสมศรี ใจดี")),
        memos=(Memo(id="m1", fiscal_year=Y, subject="ขออนุมัติแผน", signers=(MemoSigner(signer="s2"),)),),
    )
    mine = replace(MINE, signers=(*MINE.signers, Signer(id="s2", name="นายประสิทธิ์ มั่นคง")))
    found = differences(mine, theirs)
    after = merged(mine, theirs, [d for d in found if d.proposed])
    names = {one.id: one.name for one in after.signers}
    assert sorted(names.values()) == sorted(["ก", "นายประสิทธิ์ มั่นคง", "นางสาวสมศรี ใจดี"])
    taken = next(memo for memo in after.memos if memo.subject == "ขออนุมัติแผน")
    assert [names[one.signer] for one in taken.signers] == ["นางสาวสมศรี ใจดี"]
    assert {memo.subject for memo in after.memos} == {"เรื่อง", "ขออนุมัติแผน"}
    again = differences(after, theirs)
    assert [d for d in again if d.is_only_there] == []


def test_what_only_one_side_has() -> None:
    new = Measure(id=11, refs=("1",), issue="ใหม่", results=(FollowUp(round=6, id=4),))
    theirs = replace(
        plan(MINE, FIRST, new, risks=(Risk(id=5, risk="อื่น"),)),
        signers=(*MINE.signers, Signer(id="s2", name="ข"), Signer(id="s3", name="ค")),
        memos=(Memo(id="m2", fiscal_year=Y, signers=(MemoSigner(signer="s2"),)),),
    )
    found = all_of(theirs)
    assert [(one.origin, one.is_only_here, one.is_only_there) for one in found] == [
        ("signer", False, True),
        ("signer", False, True),
        ("plan/2568/measure/12", True, False),
        ("plan/2568/measure", False, True),
        ("plan/2568/risk/5", True, False),
        ("plan/2568/risk", False, True),
        ("memo/m1", True, False),
        ("memo", False, True),
    ]
    office = merged(MINE, theirs, found)
    assert [one.id for one in office.plans[0].measures] == [11, 12, None]
    assert office.plans[0].measures[2].results[0].id is None
    assert [one.id for one in office.memos] == ["m1", "m2"]
    assert [one.risk for one in office.plans[0].risks] == ["รั่ว", "อื่น"]
    only_memo = merged(MINE, theirs, [one for one in found if one.origin == "memo"])
    assert [one.id for one in only_memo.signers] == ["s1", "s2"]


def test_results_are_compared_by_round() -> None:
    mine = plan(MINE, replace(FIRST, results=(FollowUp(round=6, output="ก", id=1), FollowUp(round=12, id=2))))
    theirs = plan(MINE, replace(FIRST, results=(FollowUp(round=3, output="ค"), FollowUp(round=6, output="ข"))))
    found = differences(mine, theirs, keep_both=False)
    assert [(one.origin, one.proposed) for one in found] == [
        ("plan/2568/measure/11/results", True),
        ("plan/2568/measure/11/results/6/output", False),
        ("plan/2568/measure/11/results/12", False),
    ]
    results = merged(mine, theirs, found).plans[0].measures[0].results
    assert [(one.round, one.output, one.id) for one in results] == [(3, "ค", None), (6, "ข", 1), (12, "", 2)]


def test_a_round_given_twice_is_compared_whole() -> None:
    twice = (FollowUp(round=6, output="ก"), FollowUp(round=6, output="ข"))
    theirs = plan(MINE, replace(FIRST, results=twice), SECOND)
    (found,) = all_of(theirs)
    assert (found.origin, found.mine, found.theirs) == ("plan/2568/measure/11/results", (), twice)
    assert merged(MINE, theirs, [found]).plans[0].measures[0].results == twice


def shaken(office: Office, random_: random.Random) -> Office:
    """An office like this one after some edits on another computer."""
    measures = [
        replace(one, id=random_.randrange(99), issue=random_.choice([one.issue, "อื่น"]), period=random_.choice("กข"))
        for one in office.plans[0].measures
        if random_.random() > 0.2
    ]
    measures += [Measure(refs=("1",), issue=random_.choice("คง")) for _ in range(random_.randrange(3))]
    random_.shuffle(measures)
    scores = {ref: Decimal(random_.randrange(5)) for ref in ("1", "2", "3") if random_.random() > 0.4}
    rounds = (random_.choice((3, 6, 9, 12)) for _ in range(random_.randrange(3)))
    results = tuple(FollowUp(round=months, output=random_.choice("จฉ")) for months in rounds)
    measures = [replace(one, results=results) if random_.random() > 0.5 else one for one in measures]
    plans = (replace(office.plans[0], measures=tuple(measures), meeting=random_.choice(["", "ประชุม"])),)
    years = (Assessment(fiscal_year=FiscalYear(2567), scores=scores, narratives={"1": random_.choice("ชซ")}),)
    signers = tuple(Signer(id=f"s{n}", name=random_.choice("ณด")) for n in range(random_.randrange(3)))
    return replace(office, plans=plans, years=years, signers=signers)


def numbered(office: Office) -> Office:
    """As our store would number it."""
    measures = tuple(replace(one, id=n) for n, one in enumerate(office.plans[0].measures, 1))
    return replace(office, plans=(replace(office.plans[0], measures=measures), *office.plans[1:]))


@pytest.mark.parametrize("seed", range(100))
def test_taking_everything_leaves_only_what_we_alone_have(seed: int) -> None:
    random_ = random.Random(seed)
    mine, theirs = numbered(shaken(MINE, random_)), numbered(shaken(MINE, random_))
    found = differences(mine, theirs)
    assert merged(mine, theirs, ()) == mine
    office = numbered(merged(mine, theirs, found))
    assert [one.origin for one in differences(office, theirs) if not one.is_only_here] == []
    assert len(office.plans[0].measures) >= len(mine.plans[0].measures)


def test_a_big_plan_is_compared_in_no_time() -> None:
    many = tuple(replace(FIRST, id=n, issue=f"{n}") for n in range(1000))
    other = tuple(replace(one, id=None, period="x") for one in reversed(many))
    start = time.perf_counter()
    assert len(differences(plan(MINE, *many), plan(MINE, *other))) == 1000
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize("take", [True, False])
def test_a_merge_is_one_step_and_keeps_rows(ws: Workspace, take: bool) -> None:
    before = ws.office
    index, full = next((i, one) for i, one in enumerate(before.plans) if one.measures)
    measure = full.measures[0]
    changed = (replace(measure, issue="อื่น"), Measure(refs=("1",), issue="เพิ่ม", identity="n"), *full.measures[1:])
    plans = (*before.plans[:index], replace(full, measures=changed), *before.plans[index + 1 :])
    years = tuple(
        replace(year, scores={"1": Decimal(1)}, narratives={"8": "ใหม่"}) if year.scores else year
        for year in before.years
    )
    others = replace(before, agency=replace(before.agency, phone="๑"), years=years, plans=plans)
    found = differences(before, others, keep_both=False)
    ws.merge(others, found if take else ())
    if not take:
        assert ws.office == before
        assert ws.history == ()
        return
    assert differences(ws.office, others) == ()
    assert ws.office.plans[index].measures[0].id == measure.id
    assert ws.history == ("merge",)
    assert without_ids(ws.backups.office_in(ws.backups.all()[0])) == without_ids(before)
    ws.undo()
    assert ws.office == before
