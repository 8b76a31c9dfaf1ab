"""The office's own rules: kept apart, in force only where they hang together, taken back at will."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.rules.framework_edits import SETTING, edited, field_faults, read_mark, value_at, with_edits


@pytest.fixture
def workspace(sample_file, frameworks) -> Iterator[Workspace]:
    with Workspace.open(sample_file, frameworks) as opened:
        yield opened


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("title", "ชื่อใหม่"),
        ("indicators/8/name", "ชื่อใหม่"),
        ("instruments/IIT/name", "ชื่อใหม่"),
        ("levels/pass_mark", "80"),
        ("levels/ผ่านดี/each_instrument_min", "84.5"),
        ("items/o13/text", "ข้อใหม่"),
        ("duty/measure_item", "o26"),
        ("calendar", "เปิดระบบ: 1 มี.ค. 2569\nปิดระบบ: 30 มิ.ย. 2569"),
    ],
)
def test_what_was_edited_stands_at_its_path(frameworks, path: str, text: str) -> None:
    other = edited(frameworks[2569], {path: text})
    assert value_at(other, path) == text
    assert value_at(frameworks[2569], path) != text


def test_unsound_rules_do_not_come_into_force(frameworks) -> None:
    half = {"2569": {"instruments/IIT/weight": "20", "indicators/1/name": "x"}}
    assert with_edits(frameworks, half)[2569] == frameworks[2569]
    whole = {"2569": {**half["2569"], "instruments/EIT/weight": "40"}}
    assert with_edits(frameworks, whole)[2569].instrument("IIT").weight == Decimal(20)


def test_a_path_that_leads_nowhere_is_left_out(frameworks) -> None:
    assert edited(frameworks[2569], {"x/y": "1", "levels/pass_mark": "?"}) == frameworks[2569]


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


@pytest.mark.parametrize(
    ("paths", "where"),
    [
        ({}, set()),
        ({"instruments/IIT/weight": "20"}, {f"instruments/{code}/weight" for code in ("IIT", "EIT", "OIT")}),
        ({"duty/measure_item": "o99"}, {"duty/measure_item"}),
        ({"items/o25/removed": "1"}, {"duty/measure_item"}),
        ({"levels/ผ่าน/overall_min": "96"}, {"levels/ผ่าน/overall_min"}),
        ({"levels/ผ่านดีเยี่ยม/removed": "1", "levels/ผ่าน/name": "ผ่านดี"}, {"levels/ผ่าน/name"}),
        ({"levels/ต้องปรับปรุงโดยด่วน/overall_min": "5"}, {"levels/ต้องปรับปรุงโดยด่วน/overall_min"}),
    ],
)
def test_a_fault_is_told_at_the_field_that_puts_it_right(frameworks, paths: dict[str, str], where: set[str]) -> None:
    assert set(field_faults(frameworks[2569], paths)) == where
