"""What is due in a year: from its calendar, from earlier years where it says nothing, and from the fiscal year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.year.calendar import Deadline, deadlines, next_due, undated
from ita_desktop.app.year.path import path
from ita_desktop.app.year.work import Work
from ita_desktop.domain.values.framework import CalendarEntry, Confidence

TODAY = date(2025, 2, 11)


@pytest.fixture
def workspace(sample_file, frameworks) -> Iterator[Workspace]:
    with Workspace.open(sample_file, frameworks) as opened:
        yield opened


def found(workspace: Workspace, plan_year: int, frameworks=None) -> dict[str, Deadline]:
    facts = workspace.facts(plan_year)
    rules = frameworks or workspace.frameworks
    return {one.name: one for one in deadlines(facts, rules, path(facts, papers_done=False), TODAY)}


def test_the_years_own_dates_say_how_sure_they_are(workspace: Workspace) -> None:
    result = found(workspace, 2568)["ประกาศผลการประเมิน"]
    assert (result.window.last, result.confidence, result.work) == (date(2025, 8, 15), Confidence.PARTLY, Work.SCORES)
    assert result.taken_from is None
    oit = found(workspace, 2568)["เปิดเผยข้อมูลตามแบบตรวจ OIT"]
    assert (oit.window.last, oit.window.about, oit.work) == (date(2025, 4, 30), True, Work.PAPERS)
    assert "คะแนนเฉลี่ยทั้งประเทศ" not in found(workspace, 2568)


def test_a_date_nobody_knows_is_taken_from_an_earlier_year_and_says_so(workspace: Workspace) -> None:
    result = found(workspace, 2570)["ประกาศผลการประเมิน"]
    assert (result.window.last, result.taken_from) == (date(2027, 8, 15), 2568)
    assert result.confidence is Confidence.UNVERIFIED
    assert result.window.about


def test_what_the_year_says_without_a_date_is_not_guessed(workspace: Workspace, frameworks) -> None:
    assert not any("OIT" in name for name in found(workspace, 2569))
    assert [entry.name for entry in undated(frameworks[2569])] == ["เปิดเผยข้อมูลตามแบบตรวจ OIT"]
    assert undated(frameworks[2568]) == ()


def test_what_the_office_enters_takes_the_place_of_the_guess(workspace: Workspace, frameworks) -> None:
    entry = CalendarEntry(name="ประกาศผลการประเมิน", text="1 ส.ค. 2570")
    own = CalendarEntry(name="อบรมเจ้าหน้าที่", text="5 ม.ค. 2570")
    other = {**frameworks, 2570: replace(frameworks[2570], calendar=(entry, own))}
    assert found(workspace, 2570, other)["อบรมเจ้าหน้าที่"].window.last == date(2027, 1, 5)
    later = {**other, 2571: replace(frameworks[2571], calendar=())}
    assert "อบรมเจ้าหน้าที่" not in found(workspace, 2571, later)
    result = found(workspace, 2570, other)["ประกาศผลการประเมิน"]
    assert (result.window.last, result.taken_from) == (date(2027, 8, 1), None)


def test_the_reports_of_all_rounds_that_measures_name_are_due(workspace: Workspace) -> None:
    plan = workspace.facts(2568).plan
    workspace.set_measure(2568, replace(plan.measures[0], follow_up_rounds=(3, 12), results=()))
    rounds = {name: one for name, one in found(workspace, 2568).items() if one.work is Work.FOLLOW_UP}
    assert [one.window.last.month for one in rounds.values()] == [12, 3, 9]
    assert not next(iter(rounds.values())).done
    assert next(iter(rounds.values())).is_late(TODAY)


def test_late_comes_first_then_next_and_what_is_over_last(workspace: Workspace) -> None:
    facts = workspace.facts(2568)
    order = next_due(deadlines(facts, workspace.frameworks, path(facts, papers_done=False), TODAY), TODAY)
    over = [one.is_over(TODAY) for one in order]
    assert over == sorted(over)
    assert order[0].is_late(TODAY)
    open_ = [one.window.last for one in order if not one.is_over(TODAY)]
    assert open_ == sorted(open_)


def test_what_others_announce_is_never_overdue(workspace: Workspace) -> None:
    notice = found(workspace, 2568)["ประกาศปฏิทินการประเมิน"]
    assert notice.window.last < TODAY
    assert not notice.is_late(TODAY)
    assert notice.is_over(TODAY)


def test_six_and_twelve_months_are_due_in_a_year_without_measures(workspace: Workspace) -> None:
    rounds = [one for one in found(workspace, 2571).values() if one.work is Work.FOLLOW_UP]
    assert [one.window.last for one in rounds] == [date(2028, 3, 31), date(2028, 9, 30)]
    assert not any(one.done for one in rounds)
