"""A rewritten sentence keeps its words; its numbers can follow the scores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from ita_desktop.app.office.figures import Figures, figures_of
from ita_desktop.app.office.import_export import import_office
from ita_desktop.app.office.merge import differences
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.year.live_numbers import accept, pairs, renewed, write_narrative, written_for


@pytest.fixture
def workspace(sample_file, frameworks) -> Iterator[Workspace]:
    with Workspace.open(sample_file, frameworks) as opened:
        yield opened


OLD = Figures(score="79.44", rank="8", before="73.84", difference="5.60", direction="เพิ่มขึ้น", level="ผ่าน")


@pytest.mark.parametrize(
    ("text", "new", "expected"),
    [
        ("ได้ 79.44 คะแนน", Figures(score="80.00"), "ได้ 80.00 คะแนน"),
        ("ได้ ๗๙.๔๔ คะแนน", Figures(score="80.00"), "ได้ ๘๐.๐๐ คะแนน"),
        ("ได้79.44คะแนน", Figures(score="80.00"), "ได้80.00คะแนน"),
        ("ข้อ 179.44 และ 79.445", Figures(score="80.00"), "ข้อ 179.44 และ 79.445"),
        ("เพิ่มขึ้น 5.60 จาก 73.84", Figures(before="80.00", difference="0.56", direction="ลดลง"), "ลดลง 0.56 จาก 80.00"),
        ("อยู่ลำดับที่ 8 มี 8 ข้อ", Figures(rank="3"), "อยู่ลำดับที่ 3 มี 8 ข้อ"),
        ("อยู่ในระดับผ่าน", Figures(level="ผ่านดี"), "อยู่ในระดับผ่านดี"),
        ("อยู่ในระดับผ่านดีเยี่ยม", Figures(level="ผ่านดี"), "อยู่ในระดับผ่านดีเยี่ยม"),
        ("ไม่มีตัวเลข", Figures(score="80.00"), "ไม่มีตัวเลข"),
    ],
)
def test_only_the_figures_change(text: str, new: Figures, expected: str) -> None:
    assert renewed(text, OLD, new) == expected


def test_figures_that_change_places_do_not_undo_each_other() -> None:
    old, new = Figures(score="80.00", before="90.00"), Figures(score="90.00", before="80.00")
    assert renewed("จาก 90.00 เป็น 80.00", old, new) == "จาก 80.00 เป็น 90.00"


def test_a_sentence_remembers_its_figures(workspace: Workspace) -> None:
    facts = workspace.facts(2568)
    text = f"ตัวชี้วัดนี้ได้ {facts.assessed.scores['8']} คะแนน ดีมาก"
    write_narrative(workspace, facts, "8", text)
    old = written_for(workspace, 2567, "8")
    assert old == figures_of(facts, "8")
    workspace.set_score(2567, "8", Decimal("50.5"))
    new = figures_of(workspace.facts(2568), "8")
    assert (old.score, "50.50") in pairs(text, old, new)
    assert renewed(text, old, new) == "ตัวชี้วัดนี้ได้ 50.50 คะแนน ดีมาก"
    accept(workspace, workspace.facts(2568), "8")
    assert written_for(workspace, 2567, "8") == new


def test_it_is_one_step_and_an_empty_sentence_remembers_nothing(workspace: Workspace) -> None:
    facts = workspace.facts(2568)
    before = workspace.office
    kept = written_for(workspace, 2567, "8")
    write_narrative(workspace, facts, "8", "ใหม่")
    workspace.undo()
    assert workspace.office == before
    assert written_for(workspace, 2567, "8") == kept
    write_narrative(workspace, facts, "8", "")
    assert written_for(workspace, 2567, "8") is None


def test_an_imported_sentence_remembers_the_figures_it_came_with(cases, tmp_path, frameworks) -> None:
    file = tmp_path / "imported.ita"
    import_office(cases / "case-000.json", file, replace=False, frameworks=frameworks)
    with Workspace.open(file, frameworks) as workspace:
        year = next(year for year in reversed(workspace.office.years) if year.narratives and year.scores)
        plan, indicator = int(year.fiscal_year.next), next(iter(year.narratives))
        old = written_for(workspace, year.fiscal_year, indicator)
        assert old == figures_of(workspace.facts(plan), indicator)
        assert old.score
        workspace.set_score(year.fiscal_year, indicator, Decimal("12.34"))
        text = f"ได้ {old.score} คะแนน"
        assert renewed(text, old, figures_of(workspace.facts(plan), indicator)) == "ได้ 12.34 คะแนน"


def test_a_sentence_from_another_computer_remembers_the_figures_of_there(workspace: Workspace, frameworks) -> None:
    theirs = workspace.office
    year = next(year for year in theirs.years if year.fiscal_year == 2567)
    there = replace(year, narratives={**year.narratives, "8": "ของเขา"}, scores={**year.scores, "8": Decimal("61.25")})
    theirs = replace(theirs, years=tuple(there if one is year else one for one in theirs.years))
    taken = [one for one in differences(workspace.office, theirs) if one.origin == "year/2567/narratives/8"]
    workspace.merge(theirs, taken)
    assert written_for(workspace, 2567, "8").score == "61.25"
    workspace.undo()
    assert written_for(workspace, 2567, "8") is None or written_for(workspace, 2567, "8").score != "61.25"
