"""The levels of a year: renamed, marked, added, taken out, each by itself."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.domain.rule_edits.edits import RuleEdits
from ita_desktop.domain.rule_edits.levels import EditedLevels
from ita_desktop.domain.rule_edits.parts import PartState
from ita_desktop.domain.rules.soundness import UnsoundCode


def edits(framework, paths) -> RuleEdits:
    return RuleEdits(shipped=framework, paths=paths)


def levels(framework, paths) -> EditedLevels:
    return edits(framework, paths).levels


def names(framework, paths) -> list[str]:
    return [band.code for band in edits(framework, paths).rules.levels.bands]


def test_a_renamed_level_keeps_its_marks(frameworks) -> None:
    shipped = frameworks[2569]
    paths = {"levels/ผ่านดี/name": "ดี", "levels/ผ่านดี/overall_min": "84"}
    other = edits(shipped, paths).rules.levels.bands[1]
    assert (other.code, other.overall_min, other.each_instrument_min) == ("ดี", Decimal(84), Decimal(85))
    assert edits(shipped, paths).shipped_value("levels/ผ่านดี/name") == "ผ่านดี"
    [twice] = edits(shipped, {"levels/ผ่านดี/name": "ผ่าน"}).other_faults
    assert (twice.code, twice.values) == (UnsoundCode.TWICE, ("ผ่าน",))


def test_an_added_level_stands_where_its_mark_puts_it(frameworks) -> None:
    shipped = frameworks[2569]
    paths = levels(shipped, {}).add("75")
    assert not edits(shipped, paths).are_sound
    paths["levels/new1/name"] = "พอใช้"
    assert names(shipped, paths) == ["ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "พอใช้", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน"]
    assert edits(shipped, paths).are_sound
    assert names(shipped, {**paths, "levels/new1/overall_min": "0"})[-1] == "ต้องปรับปรุงโดยด่วน"


def test_a_level_is_taken_out_and_comes_back(frameworks) -> None:
    shipped = frameworks[2569]
    paths = levels(shipped, {}).remove(levels(shipped, {}).all()[1])
    assert "ผ่านดี" not in names(shipped, paths)
    gone = levels(shipped, paths).all()[1]
    assert gone.state is PartState.REMOVED
    assert levels(shipped, paths).take_back(gone) == {}
    added = levels(shipped, {}).add("75")
    assert levels(shipped, added).remove(next(one for one in levels(shipped, added).all() if one.key == "new1")) == {}


def test_a_level_is_one_edit(frameworks) -> None:
    shipped = frameworks[2569]
    paths = {"levels/ผ่านดี/name": "ดี", "levels/ผ่านดี/overall_min": "84", "levels/pass_mark": "80"}
    listed = {edit.path: edit for edit in edits(shipped, paths).listed}
    assert set(listed) == {"levels/pass_mark", "levels/ผ่านดี"}
    assert (listed["levels/ผ่านดี"].before, listed["levels/ผ่านดี"].after) == ("ผ่านดี 85 85", "ดี 84 85")
    assert edits(shipped, paths).without(listed["levels/ผ่านดี"]) == {"levels/pass_mark": "80"}


def test_what_is_no_number_changes_nothing(frameworks) -> None:
    shipped = frameworks[2569]
    assert edits(shipped, {"levels/ผ่านดี/overall_min": "มาก", "levels/ไม่มี/name": "x"}).rules == shipped


def test_what_an_item_asks_for_is_a_list(frameworks) -> None:
    shipped = frameworks[2569]
    other = edits(shipped, {"duty/measure_criteria": "หนึ่ง\n\n สอง ", "duty/measure_item_name": "ชื่อ"}).rules
    assert other.duty.measure_criteria == ("หนึ่ง", "สอง")
    assert edits(other, {}).value("duty/measure_criteria") == "หนึ่ง\nสอง"
    assert other.duty.measure_item_name == "ชื่อ"
