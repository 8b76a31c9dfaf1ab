"""What is read again after a change is what reading everything gives, and the rest is the same value as before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_desktop.domain.values.follow_up import Evidence, FollowUp
from ita_desktop.domain.values.office import Office
from ita_desktop.domain.values.risk import Risk
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.file.journal import Journal
from ita_desktop.store.records import memos, offices, plans, results, years
from ita_desktop.store.records.rereading import MANY, reread_office
from tests.store.offices import MEASURE, MEMOS, OFFICE

Edit = Callable[[OfficeFile, Office, int], object]


@pytest.fixture
def journal(file: OfficeFile) -> Journal:
    return Journal(file, lambda: None)


def _a_measure(office: Office, n: int) -> tuple[int, int]:
    """A plan's row by its year, and a measure in it; 0 where there is none."""
    plan = office.plans[n % len(office.plans)] if office.plans else OFFICE.plans[0]
    return plan.fiscal_year, (plan.measures[n % len(plan.measures)].id or 0) if plan.measures else 0


def _result(n: int) -> FollowUp:
    evidence = tuple(Evidence(title=f"ภาพ {n} {at}") for at in range(n % 3))
    return FollowUp(round=6 + 6 * (n % 2), details=(f"ทำแล้ว {n}",), evidence=evidence)


def _write_measure(file: OfficeFile, office: Office, n: int) -> None:
    for plan in office.plans:
        for one in plan.measures[n % 3 : n % 3 + 1]:
            plans.write_measure(file, replace(one, issue=f"ประเด็น {n}", results=(*one.results[n % 2 :], _result(n))))


def _evidence_alone(file: OfficeFile, office: Office, n: int) -> None:
    for plan in office.plans:
        for one in plan.measures:
            if one.results and one.id:
                told = tuple(replace(r, evidence=(Evidence(title=f"หลักฐาน {n}"),) * (n % 3)) for r in one.results)
                results.write_results(file, one.id, told)


def _move(file: OfficeFile, office: Office, n: int) -> None:
    year, measure = _a_measure(office, n)
    plan = plans.plan_id(file, year)
    if plan is not None and measure:
        plans.move(file, plan, "measure", measure, n % 4)


EDITS: tuple[Edit, ...] = (
    lambda file, office, n: years.write_scores(file, OFFICE.years[0].fiscal_year, {str(n % 12): None}),
    lambda file, office, n: plans.add_measure(file, plans.write_plan_head(file, OFFICE.plans[n % 2]), MEASURE),
    lambda file, office, n: plans.remove(file, "measure", _a_measure(office, n)[1]),
    _write_measure,
    lambda file, office, n: (
        results.write_results(file, _a_measure(office, n)[1], (_result(n),) * (n % 3))
        if _a_measure(office, n)[1]
        else None
    ),
    _evidence_alone,
    _move,
    lambda file, office, n: plans.add_risk(
        file, plans.write_plan_head(file, OFFICE.plans[n % 2]), Risk(risk=f"เสี่ยง {n}")
    ),
    lambda file, office, n: plans.write_plan_head(file, replace(OFFICE.plans[n % 2], meeting=f"ครั้งที่ {n}")),
    lambda file, office, n: plans.remove_plan(file, OFFICE.plans[n % 2].fiscal_year),
    lambda file, office, n: memos.write_memo(file, replace(MEMOS[n % 2], subject=str(n))),
    lambda file, office, n: offices.write_setting(file, "x", n),
    lambda file, office, n: offices.replace_office(file, OFFICE) if n % 5 == 0 else None,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, len(EDITS) - 1), st.integers(0, 60)), min_size=1, max_size=12), st.data())
def test_the_same_as_reading_everything(file: OfficeFile, edits: list[tuple[int, int]], data: st.DataObject) -> None:
    for row in file.rows("SELECT name FROM temp.sqlite_master WHERE type = 'trigger' AND name LIKE 'undo%'"):
        file.run(f"DROP TRIGGER temp.{row['name']}")
    file.run("DROP TABLE IF EXISTS temp.reversal")
    journal = Journal(file, lambda: None)
    former = offices.read_office(file)
    for kind, n in edits:
        with journal.step("edit"):
            EDITS[kind](file, offices.read_office(file), n)
            assert reread_office(file, former, journal.touched) == offices.read_office(file)
        if data.draw(st.booleans()):
            journal.undo()
        assert reread_office(file, former, journal.touched) == offices.read_office(file)
        if data.draw(st.booleans()):
            former = reread_office(file, former, journal.touched)
            journal.forget_touched()


def test_what_was_not_touched_is_the_same_value(file: OfficeFile, journal: Journal) -> None:
    former = offices.read_office(file)
    plan = next(plan for plan in former.plans if plan.measures)
    changed = plan.measures[0]
    with journal.step("measure"):
        plans.write_measure(file, replace(changed, issue="ใหม่"))
    office = reread_office(file, former, journal.touched)
    now = next(one for one in office.plans if one.fiscal_year == plan.fiscal_year)
    assert now.measures[0].issue == "ใหม่"
    assert all(one is other for one, other in zip(now.measures[1:], plan.measures[1:], strict=True))
    assert [one is other for one, other in zip(office.plans, former.plans, strict=True)].count(False) == 1
    assert office.years is former.years
    assert office.memos is former.memos


def test_evidence_alone_is_seen(file: OfficeFile, journal: Journal) -> None:
    with journal.step("before"):
        for plan in OFFICE.plans[:1]:
            plans.add_measure(file, plans.write_plan_head(file, plan), replace(MEASURE, results=(_result(7),)))
    former = offices.read_office(file)
    journal.forget_touched()
    with journal.step("evidence"):
        _evidence_alone(file, former, 5)
    assert {table for table, _ in journal.touched} == {"evidence", "result"}
    office = reread_office(file, former, journal.touched)
    assert office != former
    assert office == offices.read_office(file)


def test_a_savepoint_taken_back_has_touched_nothing(file: OfficeFile, journal: Journal) -> None:
    with journal.step("outer"):
        try:
            with file.transaction():
                plans.remove_plan(file, OFFICE.plans[0].fiscal_year)
                assert journal.touched
                raise LookupError
        except LookupError:
            assert not journal.touched
    assert not journal.touched


def test_an_import_is_read_whole(file: OfficeFile, journal: Journal) -> None:
    former = offices.read_office(file)
    with journal.step("import"):
        years.write_scores(file, OFFICE.years[0].fiscal_year, {f"i{n}": None for n in range(3)})
        offices.replace_office(file, OFFICE)
    touched = frozenset((*journal.touched, *(("measure", -n) for n in range(MANY))))
    assert reread_office(file, former, touched) == offices.read_office(file)
