from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.store.file import seals
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.file.journal import LIMIT, NOT_UNDONE, Journal
from ita_desktop.store.records import memos, offices, plans, years
from tests.store.offices import MEASURE, MEMOS, OFFICE

Y = FiscalYear(2567)


def content(file: OfficeFile) -> dict[str, list[tuple[object, ...]]]:
    tables = sorted(file.tables - {"file", "seal"})
    return {t: [tuple(row.values()) for row in file.rows(f'SELECT * FROM "{t}" ORDER BY 1')] for t in tables}


def sound(file: OfficeFile) -> bool:
    return seals.broken(file._db) is None and not file.rows("PRAGMA foreign_key_check")


@pytest.fixture
def journal(file: OfficeFile) -> Journal:
    return Journal(file, lambda: None)


def test_every_table_is_watched_by_undo_and_seals(file: OfficeFile, journal: Journal) -> None:
    triggers = {row["name"] for row in file.rows("SELECT name FROM temp.sqlite_master WHERE type = 'trigger'")}
    tables = {row["name"] for row in file.rows("SELECT name FROM main.sqlite_master WHERE type = 'table'")}
    assert {"file", "draft", "seal", "content", "_sqlite_migrations"} == NOT_UNDONE
    for table in tables - NOT_UNDONE:
        assert {f"undo_{what}_{table}" for what in ("insert", "update", "delete")} <= triggers
    for table in tables - {"seal", "content", "_sqlite_migrations"}:
        assert {f"seal_{what}_{table}" for what in ("insert", "update", "hash", "delete")} <= triggers


def test_every_column_comes_back(file: OfficeFile, journal: Journal) -> None:
    before = content(file)
    with journal.step("import"):
        for table in offices.FACTS:
            file.delete(table)
        file.delete("agency")
        file.delete("setting")
    empty = content(file)
    assert not any(rows for name, rows in empty.items() if name != "_sqlite_migrations")
    assert sound(file)
    journal.undo()
    assert content(file) == before
    assert sound(file)
    journal.redo()
    assert content(file) == empty


def test_a_changed_key_comes_back(file: OfficeFile, journal: Journal) -> None:
    before = content(file)
    with journal.step("x"):
        file.run("UPDATE memo SET id = 77, key = 'z' WHERE id = 1")
    journal.undo()
    assert content(file) == before
    assert sound(file)


def test_a_row_that_replace_pushed_out_comes_back(file: OfficeFile, journal: Journal) -> None:
    before = content(file)
    with journal.step("x"):
        file.run("INSERT OR REPLACE INTO score (fiscal_year, ref, hundredths) VALUES (2567, '8', 1)")
    assert len(content(file)["score"]) == len(before["score"])
    assert sound(file)
    journal.undo()
    assert content(file) == before
    assert sound(file)


def test_a_cascade_comes_back(file: OfficeFile, journal: Journal) -> None:
    before = content(file)
    with journal.step("x") as change:
        plans.remove_plan(file, FiscalYear(2568))
    assert {"plan", "measure", "result", "evidence", "risk"} == change.tables
    assert journal.undo() == change.tables
    assert content(file) == before
    assert sound(file)


def test_a_step_that_fails_leaves_nothing(file: OfficeFile, journal: Journal) -> None:
    before = content(file)
    with pytest.raises(ZeroDivisionError), journal.step("x"):  # noqa: PT012 - the step is what fails
        years.write_scores(file, Y, {"1": Decimal(3)})
        raise ZeroDivisionError
    assert content(file) == before
    assert journal.undo_labels == ()
    assert not file.in_transaction
    with journal.step("y"):
        years.write_scores(file, Y, {"1": Decimal(4)})
    journal.undo()
    assert content(file) == before


def test_a_step_that_changes_nothing_is_no_step(file: OfficeFile, journal: Journal) -> None:
    with journal.step("same"):
        years.write_scores(file, Y, {"1": Decimal("99.50")})
        memos.write_memo(file, MEMOS[0])
        offices.write_setting(file, "gone", None)
    assert journal.undo_labels == ()


def test_a_new_step_ends_the_redoing(file: OfficeFile, journal: Journal) -> None:
    for label, value in (("a", 1), ("b", 2)):
        with journal.step(label):
            years.write_scores(file, Y, {"1": Decimal(value)})
    journal.undo()
    assert journal.undo_labels == ("a",)
    with journal.step("c"):
        years.write_scores(file, Y, {"1": Decimal(3)})
    assert journal.undo_labels == ("a", "c")
    assert journal.redo() == frozenset()


def test_the_history_keeps_a_hundred_steps(file: OfficeFile, journal: Journal) -> None:
    for n in range(LIMIT + 5):
        with journal.step(str(n)):
            offices.write_setting(file, "n", n)
    assert journal.undo_labels == tuple(str(n) for n in range(5, LIMIT + 5))
    journal.clear()
    assert journal.undo() == frozenset()


def test_a_big_paste_is_one_step(file: OfficeFile, journal: Journal) -> None:
    before = content(file)
    with journal.step("paste"):
        years.write_scores(file, Y, {f"i{n}": Decimal(n) / 100 for n in range(2000)})
    journal.undo()
    assert content(file) == before
    assert sound(file)


def _edits(file: OfficeFile, kind: int, n: int) -> None:
    plan = offices.read_office(file).plans
    if kind == 0:
        years.write_scores(file, Y, {str(n % 12): None if n % 5 == 0 else Decimal(n)})
    elif kind == 1:
        years.write_narrative(file, Y, str(n % 4), "" if n % 3 == 0 else f"ข้อความ 'q' {n}")
    elif kind == 2:
        plans.add_measure(file, plans.write_plan_head(file, OFFICE.plans[n % 2]), MEASURE)
    elif kind == 3 and plan and plan[0].measures:
        plans.remove(file, "measure", plan[0].measures[n % len(plan[0].measures)].id or 0)
    elif kind == 4 and plan and plan[0].measures:
        one = plan[0].measures[n % len(plan[0].measures)]
        plans.write_measure(file, replace(one, issue=str(n), results=one.results[n % 2 :]))
    elif kind == 5:
        memos.write_memo(file, replace(MEMOS[n % 2], subject=str(n)))
    elif kind == 6:
        plans.remove_plan(file, OFFICE.plans[n % 2].fiscal_year)
    elif kind == 7:
        offices.replace_office(file, replace(OFFICE, memos=OFFICE.memos[: n % 3]))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 100)), min_size=1, max_size=8))
def test_all_states_come_back_both_ways(file: OfficeFile, edits: list[tuple[int, int]]) -> None:
    for table in ("reversal",):
        file.run(f"DROP TABLE IF EXISTS temp.{table}")
    for row in file.rows("SELECT name FROM temp.sqlite_master WHERE name LIKE 'undo%'"):
        file.run(f"DROP TRIGGER temp.{row['name']}")
    journal = Journal(file, lambda: None)
    states = [content(file)]
    for kind, n in edits:
        with journal.step(str(kind)):
            _edits(file, kind, n)
        if len(journal.undo_labels) == len(states):
            states.append(content(file))
        assert content(file) == states[-1]
    for state in states[-2::-1]:
        journal.undo()
        assert content(file) == state
    assert sound(file)
    for state in states[1:]:
        journal.redo()
        assert content(file) == state
    assert sound(file)
