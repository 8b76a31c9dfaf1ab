"""One year's rules with the office's edits: values by path, and each fault at the field that can correct it."""

from __future__ import annotations

import pytest

from ita_desktop.domain.rule_edits.edits import RuleEdits


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
    edits = RuleEdits(shipped=frameworks[2569], paths={path: text})
    assert RuleEdits(shipped=edits.rules).value(path) == edits.value(path) == text
    assert edits.shipped_value(path) != text


def test_a_path_that_leads_nowhere_is_left_out(frameworks) -> None:
    assert RuleEdits(shipped=frameworks[2569], paths={"x/y": "1", "levels/pass_mark": "?"}).rules == frameworks[2569]


def test_a_value_equal_to_the_shipped_one_is_no_edit(frameworks) -> None:
    edits = RuleEdits(shipped=frameworks[2569], paths={"levels/pass_mark": "80"})
    assert edits.put("levels/pass_mark", "85") == {}
    assert edits.put("items/o3/id", "o3") == {"levels/pass_mark": "80"}
    assert edits.put("title", "x") == {"levels/pass_mark": "80", "title": "x"}


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
    assert set(RuleEdits(shipped=frameworks[2569], paths=paths).faults_by_field) == where
