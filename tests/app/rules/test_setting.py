"""The office's own rules: kept apart, in force only where they hang together, taken back at will."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.rules.setting import SETTING, read_mark, with_edits


@pytest.fixture
def workspace(sample_file, frameworks) -> Iterator[Workspace]:
    with Workspace.open(sample_file, frameworks) as opened:
        yield opened


def test_unsound_rules_do_not_come_into_force(frameworks) -> None:
    half = {"2569": {"instruments/IIT/weight": "20", "indicators/1/name": "x"}}
    assert with_edits(frameworks, half)[2569] == frameworks[2569]
    whole = {"2569": {**half["2569"], "instruments/EIT/weight": "40"}}
    assert with_edits(frameworks, whole)[2569].instrument("IIT").weight == Decimal(20)


def test_a_further_year_is_a_draft(frameworks) -> None:
    last = max(frameworks)
    more = with_edits(frameworks, {str(last + 2): {}})
    assert sorted(more)[-2:] == [last + 1, last + 2]
    assert more[last + 2].draft


def test_the_workspace_hands_out_what_is_in_force(workspace: Workspace) -> None:
    before = workspace.frameworks[2569]
    told = []
    workspace.listen(lambda tables: told.append(workspace.frameworks[2569].indicator("1").name))
    workspace.set_setting(SETTING, {"2569": {"indicators/1/name": "ชื่อของเรา"}})
    assert told == ["ชื่อของเรา"]
    assert workspace.facts(2570).framework.indicator("1").name == "ชื่อของเรา"
    workspace.undo()
    assert workspace.frameworks[2569] == before


@pytest.mark.parametrize("setting", [None, [], {"x": {}}, {"2569": []}, {"2569": {"indicators/1": 3}}])
def test_a_broken_setting_changes_nothing(frameworks, setting) -> None:
    assert with_edits(frameworks, setting)[2569] == frameworks[2569]


def test_marks_are_read_with_thai_digits() -> None:
    assert read_mark("๘๕,๕") == "85.5"
    with pytest.raises(ValueError, match="๑๐๐"):
        read_mark("101")
