"""A file of somebody else: understood, told as JSON, stored as one step."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.foreign_files import as_tree, bring_into, understand_file
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.domain.values.framework import Framework

FOREIGN = Path(__file__).parents[2] / "data" / "foreign"
PLAN = FOREIGN / "m1-plan-merged-rows.docx"


@pytest.fixture
def ws(path: Path, frameworks: Mapping[int, Framework]) -> Iterator[Workspace]:
    """The office of the other tests with the rules of all years."""
    with Workspace.open(path, frameworks) as ws:
        yield ws


def test_a_word_plan_is_told_in_the_keys_of_the_exchange_format(frameworks: Mapping[int, Framework]) -> None:
    tree = as_tree(understand_file(PLAN, frameworks), frameworks)
    wanted = json.loads(PLAN.with_suffix(".json").read_text("utf-8"))["understood"]
    part = tree["parts"][0]
    assert (part["kind"], part["year"]) == ("measures", wanted["fiscal_year"])
    for found, right in zip(part["measures"], wanted["measures"], strict=True):
        assert {key: found.get(key) for key in right} == right


def test_scores_of_a_csv_are_told_by_indicator(frameworks: Mapping[int, Framework]) -> None:
    for name in ("41-own-scores-cp874.csv", "41-own-scores-utf8-bom.csv"):
        part = as_tree(understand_file(FOREIGN / name, frameworks, year=2567), frameworks)["parts"][0]
        assert part["scores"] == {str(n): f"{89.5 + n / 2:.2f}" for n in range(1, 11)}
        assert part["year"] == 2567


def test_a_list_of_offices_asks_which_is_ours(frameworks: Mapping[int, Framework]) -> None:
    path = FOREIGN / "m7-result-list.docx"
    assert "ask" in as_tree(understand_file(path, frameworks, year=2568), frameworks)["parts"][0]
    ours = understand_file(path, frameworks, year=2568, office="วิทยาลัยเทคนิคโพธิ์งามคำ")
    part = as_tree(ours, frameworks)["parts"][0]
    assert part["official"]["IIT"] == "98.80"
    assert {doubt["why"] for doubt in part["doubts"]} == {"share"}


def test_a_plan_is_stored_as_one_step(ws: Workspace) -> None:
    before = ws.office
    understood = understand_file(PLAN, ws.frameworks)
    assert bring_into(ws, understood, None, doubtful=False) == 0
    plan = next(plan for plan in ws.office.plans if plan.fiscal_year == 2564)
    assert [measure.refs for measure in plan.measures][-10:] == [(str(n),) for n in range(1, 11)]
    assert plan.measures[-10].period_from == "2021-01"
    ws.undo()
    assert ws.office == before


def test_what_is_doubtful_is_left_out_unless_asked_for(ws: Workspace) -> None:
    path = FOREIGN / "m7-result-list.docx"
    understood = understand_file(path, ws.frameworks, year=2568, office="วิทยาลัยเทคนิคโพธิ์งามคำ")
    assert bring_into(ws, understood, 2568, doubtful=False) == 3
    year = next(year for year in ws.office.years if year.fiscal_year == 2568)
    assert str(year.official.overall) == "90.77"
    assert "IIT" not in year.official.instruments
    assert bring_into(ws, understood, 2568, doubtful=True) == 0
    year = next(year for year in ws.office.years if year.fiscal_year == 2568)
    assert str(year.official.instruments["IIT"]) == "98.80"


def test_a_file_that_cannot_be_read_says_so_in_words(tmp_path: Path, frameworks: Mapping[int, Framework]) -> None:
    picture = tmp_path / "plan.docx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 100)
    with pytest.raises(WorkspaceError) as refused:
        understand_file(picture, frameworks)
    assert "PNG" not in str(refused.value)
    assert str(refused.value)
