"""The levels of a year: renamed, marked, added, taken out, each by itself."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.app.rules.framework_edits import edited, faults, value_at
from ita_desktop.app.rules.levels import add_level, levels, remove_level, take_level_back
from ita_desktop.app.rules.own_edits import own_edits, without
from ita_desktop.app.rules.parts import PartState


def names(framework, paths) -> list[str]:
    return [band.code for band in edited(framework, paths).levels.bands]


def test_a_renamed_level_keeps_its_marks(frameworks) -> None:
    shipped = frameworks[2569]
    paths = {"levels/ผ่านดี/name": "ดี", "levels/ผ่านดี/overall_min": "84"}
    other = edited(shipped, paths).levels.bands[1]
    assert (other.code, other.overall_min, other.each_instrument_min) == ("ดี", Decimal(84), Decimal(85))
    assert value_at(shipped, "levels/ผ่านดี/name") == "ผ่านดี"
    assert any("ผ่าน" in fault for fault in faults(shipped, {"levels/ผ่านดี/name": "ผ่าน"}))


def test_an_added_level_stands_where_its_mark_puts_it(frameworks) -> None:
    shipped = frameworks[2569]
    paths = add_level({}, "75")
    assert faults(shipped, paths)
    paths["levels/new1/name"] = "พอใช้"
    assert names(shipped, paths) == ["ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "พอใช้", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน"]
    assert faults(shipped, paths) == ()
    assert names(shipped, {**paths, "levels/new1/overall_min": "0"})[-1] == "ต้องปรับปรุงโดยด่วน"


def test_a_level_is_taken_out_and_comes_back(frameworks) -> None:
    shipped = frameworks[2569]
    paths = remove_level({}, levels(shipped, {})[1])
    assert "ผ่านดี" not in names(shipped, paths)
    gone = levels(shipped, paths)[1]
    assert gone.state is PartState.REMOVED
    assert take_level_back(paths, gone) == {}
    added = add_level({}, "75")
    assert remove_level(added, next(one for one in levels(shipped, added) if one.key == "new1")) == {}


def test_a_level_is_one_edit(frameworks) -> None:
    shipped = frameworks[2569]
    paths = {"levels/ผ่านดี/name": "ดี", "levels/ผ่านดี/overall_min": "84", "levels/pass_mark": "80"}
    edits = {edit.path: edit for edit in own_edits(shipped, paths)}
    assert set(edits) == {"levels/pass_mark", "levels/ผ่านดี"}
    assert (edits["levels/ผ่านดี"].before, edits["levels/ผ่านดี"].after) == ("ผ่านดี 85 85", "ดี 84 85")
    assert without(paths, edits["levels/ผ่านดี"]) == {"levels/pass_mark": "80"}


def test_what_is_no_number_changes_nothing(frameworks) -> None:
    shipped = frameworks[2569]
    assert edited(shipped, {"levels/ผ่านดี/overall_min": "มาก", "levels/ไม่มี/name": "x"}) == shipped


def test_what_an_item_asks_for_is_a_list(frameworks) -> None:
    shipped = frameworks[2569]
    other = edited(shipped, {"duty/measure_criteria": "หนึ่ง\n\n สอง ", "duty/measure_item_name": "ชื่อ"})
    assert other.duty.measure_criteria == ("หนึ่ง", "สอง")
    assert value_at(other, "duty/measure_criteria") == "หนึ่ง\nสอง"
    assert other.duty.measure_item_name == "ชื่อ"
