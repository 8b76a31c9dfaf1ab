"""A new year begins with the last year's measures, without their results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.papers.document_states import DocumentState, say_state, state_of, was_printed
from ita_desktop.app.papers.printing import sheets
from ita_desktop.app.year.path import Progress, Stage, path
from ita_desktop.app.year.roll_over import TO_CHANGE, Carry, candidates, carried, roll_over
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.follow_up import FollowUp, Status
from ita_desktop.domain.values.measure import Measure


@pytest.fixture
def workspace(sample_file, frameworks) -> Iterator[Workspace]:
    with Workspace.open(sample_file, frameworks) as opened:
        yield opened


def plan(workspace: Workspace, year: int):
    return next(plan for plan in workspace.office.plans if plan.fiscal_year == year)


def test_measures_are_kept_changed_or_dropped(workspace: Workspace) -> None:
    old = plan(workspace, 2568)
    first, second = old.measures[:2]
    added = roll_over(workspace, 2569, {first.id: Carry.KEEP, second.id: Carry.CHANGE})
    new = plan(workspace, 2569)
    assert [m.id for m in new.measures] == list(added)
    assert [m.measures for m in new.measures] == [first.measures, second.measures]
    assert all(m.results == () for m in new.measures)
    assert workspace.setting(TO_CHANGE) == [added[1]]
    assert new.prepared_by == old.prepared_by
    assert plan(workspace, 2568) == old


def test_it_is_one_step(workspace: Workspace) -> None:
    before = workspace.office
    roll_over(workspace, 2569, {m.id: Carry.KEEP for m in plan(workspace, 2568).measures})
    workspace.undo()
    assert workspace.office == before


def test_periods_move_on_and_items_are_found_by_name(frameworks) -> None:
    texts = {item.text: item.id for item in frameworks[2569].items}
    moved = next(i for i in frameworks[2568].items if i.text in texts and texts[i.text] != i.id)
    measure = Measure(
        refs=("8",),
        oit_refs=(moved.id, "o99"),
        period="ต.ค. 2567 – ก.ย. ๒๕๖๘",
        period_from="2024-10",
        period_to="2025-09",
        results=(FollowUp(round=6, status=Status.DONE),),
        id=7,
    )
    new = carried(measure, FiscalYear(2568), FiscalYear(2569), frameworks)
    assert (new.period, new.period_from, new.period_to) == ("ต.ค. 2568 – ก.ย. ๒๕๖๙", "2025-10", "2026-09")
    assert (new.id, new.results) == (None, ())
    assert new.oit_refs == (texts[moved.text],)


def test_an_indicator_that_got_another_number_is_found_by_its_name(frameworks) -> None:
    old, new = frameworks[2566], frameworks[2567]
    turned = replace(new, indicators=tuple(replace(i, id=str(11 - int(i.id))) for i in new.indicators))
    rules = {2566: old, 2567: turned}
    measure = carried(Measure(refs=("1",)), FiscalYear(2567), FiscalYear(2568), rules)
    assert measure.refs == ("10",)


def test_what_was_cancelled_is_proposed_to_be_dropped(workspace: Workspace) -> None:
    measure = plan(workspace, 2568).measures[0]
    workspace.set_results(2568, measure.id, (FollowUp(round=12, status=Status.CANCELLED),))
    found = candidates(workspace.office, workspace.frameworks, 2569)
    assert found[0].proposed is Carry.DROP
    assert found[0].last.round == 12


def test_a_paper_keeps_what_the_office_says_of_it(workspace: Workspace) -> None:
    sheet = next(s for s in sheets(workspace.facts(2568)) if not s.needs)
    assert state_of(workspace, 2568, sheet) is DocumentState.READY
    was_printed(workspace, 2568, sheet, b"%PDF", 1)
    say_state(workspace, 2568, sheet, DocumentState.SIGNED)
    was_printed(workspace, 2568, sheet, b"%PDF", 1)
    assert state_of(workspace, 2568, sheet) is DocumentState.SIGNED
    assert state_of(workspace, 2567, sheet) is DocumentState.READY
    workspace.undo()
    assert state_of(workspace, 2568, sheet) is DocumentState.PRINTED


def test_the_path_names_the_first_thing_that_is_not_done(workspace: Workspace) -> None:
    miles = {mile.stage: mile for mile in path(workspace.facts(2568), papers_done=False)}
    assert miles[Stage.SCORES].progress is Progress.DONE
    assert miles[Stage.PAPERS].progress is Progress.NEXT
    assert miles[Stage.HALF_YEAR].due == date(2025, 3, 31)
    assert miles[Stage.PAPERS].is_late(date(2025, 1, 1))
    assert miles[Stage.PAPERS].is_soon(date(2024, 12, 15))
    assert not miles[Stage.SCORES].is_late(date(2030, 1, 1))
