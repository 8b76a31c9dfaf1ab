"""Single parts of a year's rules: added, changed, ordered, removed and taken back, each by itself."""

from __future__ import annotations

import pytest

from ita_desktop.domain.rule_edits.edits import RuleEdits
from ita_desktop.domain.rule_edits.faults import PartFaultCode
from ita_desktop.domain.rule_edits.parts import EditedParts, Part, PartKind, PartState
from ita_desktop.domain.values.framework import Framework


def edits(framework, paths) -> RuleEdits:
    return RuleEdits(shipped=framework, paths=paths)


def edited(framework, paths) -> Framework:
    return edits(framework, paths).rules


def parts(framework, paths) -> EditedParts:
    return edits(framework, paths).parts


def part(framework, paths, kind: PartKind, key: str) -> Part:
    return next(one for one in parts(framework, paths).of(kind) if one.key == key)


def item_ids(framework) -> list[str]:
    return [item.id for item in framework.items]


def test_no_shipped_year_has_a_fault_of_the_offices_checks(frameworks) -> None:
    for framework in frameworks.values():
        touched = {"items/order": " ".join(reversed(item_ids(framework)))}
        assert edits(framework, touched).part_faults == ()
        assert edited(framework, {"items/order": " ".join(item_ids(framework))}) == framework


def test_an_item_is_added_behind_another_and_comes_into_force_with_its_text(frameworks) -> None:
    paths, key = parts(frameworks[2569], {}).add(PartKind.ITEM, "", "o6")
    assert part(frameworks[2569], paths, PartKind.ITEM, key).id == "o27"
    assert [fault.code for fault in edits(frameworks[2569], paths).part_faults] == [PartFaultCode.NO_TEXT]
    assert not edits(frameworks[2569], paths).are_sound
    paths[f"items/{key}/text"] = "ข้อที่คู่มือเพิ่ม"
    assert edits(frameworks[2569], paths).are_sound
    other = edited(frameworks[2569], paths)
    assert item_ids(other)[5:8] == ["o6", "o27", "o7"]
    assert other.items[6].text == "ข้อที่คู่มือเพิ่ม"
    assert other.instrument("OIT").question_count == 27


def test_codes_can_be_exchanged(frameworks) -> None:
    half = {"items/o5/id": "o6"}
    assert [(f.key, f.field) for f in edits(frameworks[2569], half).part_faults] == [("o5", "id"), ("o6", "id")]
    whole = {**half, "items/o6/id": "o5"}
    assert edits(frameworks[2569], whole).are_sound
    assert item_ids(edited(frameworks[2569], whole))[4:6] == ["o6", "o5"]


def test_a_question_goes_with_its_indicator_and_its_code_with_the_instrument(frameworks) -> None:
    shipped = frameworks[2567]
    other = edited(shipped, {"questions/i1/indicator": "2"})
    assert other.indicator("2").questions[0].id == "i1"
    assert not any(q.id == "i1" for q in other.indicator("1").questions)
    eit = shipped.indicators_of("EIT")[0].id
    assert [f.field for f in edits(shipped, {"questions/i1/indicator": eit}).part_faults] == ["id"]


def test_a_removed_part_is_shown_and_comes_back(frameworks) -> None:
    shipped = frameworks[2569]
    paths = parts(shipped, {}).remove(part(shipped, {}, PartKind.ITEM, "o4"))
    assert "o4" not in item_ids(edited(shipped, paths))
    gone = part(shipped, paths, PartKind.ITEM, "o4")
    assert gone.state is PartState.REMOVED
    assert parts(shipped, paths).take_back(gone) == {}


def test_what_was_added_behind_an_added_part_keeps_its_place_when_that_goes(frameworks) -> None:
    shipped = frameworks[2569]
    paths, first = parts(shipped, {}).add(PartKind.ITEM, "", "o2")
    paths, second = parts(shipped, paths).add(PartKind.ITEM, "", first)
    assert [one.key for one in parts(shipped, paths).of(PartKind.ITEM)][1:5] == ["o2", first, second, "o3"]
    paths = parts(shipped, paths).remove(part(shipped, paths, PartKind.ITEM, first))
    assert [one.key for one in parts(shipped, paths).of(PartKind.ITEM)][1:4] == ["o2", second, "o3"]
    assert not any(first in path for path in paths)


def test_moving_there_and_back_is_no_edit(frameworks) -> None:
    shipped = frameworks[2569]
    paths = parts(shipped, {}).move(part(shipped, {}, PartKind.ITEM, "o1"), 2)
    assert item_ids(edited(shipped, paths))[:3] == ["o2", "o3", "o1"]
    assert parts(shipped, paths).move(part(shipped, paths, PartKind.ITEM, "o1"), 0) == {}


def test_an_added_part_keeps_its_place_when_the_order_is_the_offices(frameworks) -> None:
    shipped = frameworks[2569]
    paths = parts(shipped, {}).move(part(shipped, {}, PartKind.ITEM, "o1"), 1)
    paths, key = parts(shipped, paths).add(PartKind.ITEM, "", "o2")
    assert [one.key for one in parts(shipped, paths).of(PartKind.ITEM)][:3] == ["o2", key, "o1"]


def test_each_edit_is_taken_back_by_itself(frameworks) -> None:
    shipped = frameworks[2569]
    paths, key = parts(shipped, {"levels/pass_mark": "80", "items/o3/text": "อื่น"}).add(PartKind.ITEM, "", "o1")
    paths = parts(shipped, paths).move(part(shipped, paths, PartKind.ITEM, "o9"), 0)
    listed = {edit.path: edit for edit in edits(shipped, paths).listed}
    assert set(listed) == {"levels/pass_mark", "items/o3", f"items/{key}", "items/order"}
    assert (listed["levels/pass_mark"].before, listed["levels/pass_mark"].after) == ("85", "80")
    assert listed["items/o3"].after == "o3 อื่น"
    assert listed["items/order"].after.startswith("o9 o1 o27 o2 ")
    for edit in listed.values():
        paths = edits(shipped, paths).without(edit)
        assert edit.path not in {one.path for one in edits(shipped, paths).listed}
    assert paths == {}


def test_a_renamed_indicator_is_still_known_by_its_former_name(frameworks) -> None:
    shipped = frameworks[2569]
    other = edited(shipped, {"indicators/8/name": "ชื่อจากคู่มือ"})
    assert shipped.indicator("8").name in other.indicator("8").aliases


@pytest.mark.parametrize(
    ("path", "text", "field"),
    [
        ("items/o3/id", "ข้อ ๓", "id"),
        ("items/o3/text", " ", "text"),
        ("indicators/2/id", "1", "id"),
        ("indicators/2/instrument", "XIT", "instrument"),
        ("sub_indicators/9.1/id", "8.1", "id"),
        ("items/o3/sub_indicator", "", "sub_indicator"),
    ],
)
def test_each_fault_is_told_at_its_field(frameworks, path: str, text: str, field: str) -> None:
    assert field in {fault.field for fault in edits(frameworks[2567], {path: text}).part_faults}
    assert not edits(frameworks[2567], {path: text}).are_sound


def test_several_pasted_lines_become_a_part_each(frameworks) -> None:
    shipped = frameworks[2569]
    paths, key = parts(shipped, {}).add(PartKind.ITEM, "", "o26")
    lines = ["o27 ข้อที่ยี่สิบเจ็ด", "", "ข้อ ๒๘. ไม่ใช่รหัสของข้อ OIT", "O29: มาตรฐาน ๕ ส", "ไม่มีรหัส"]
    paths = parts(shipped, paths).spread(part(shipped, paths, PartKind.ITEM, key), lines)
    found = [(one.id, one.text) for one in parts(shipped, paths).of(PartKind.ITEM)][26:]
    assert found == [
        ("o27", "ข้อที่ยี่สิบเจ็ด"),
        ("28", "ไม่ใช่รหัสของข้อ OIT"),
        ("o29", "มาตรฐาน ๕ ส"),
        ("o30", "ไม่มีรหัส"),
    ]
    assert [(fault.id, fault.code) for fault in edits(shipped, paths).part_faults] == [("28", PartFaultCode.FORM)]
    assert edits(shipped, {**paths, "items/new2/id": "o28"}).are_sound


def test_the_office_says_how_sure_it_is_and_from_where(frameworks) -> None:
    shipped = frameworks[2569]
    other = edited(shipped, {"provenance/items/confidence": "confirmed", "provenance/items/source": "คู่มือ หน้า 12"})
    assert other.provenance["items"].confidence.is_sure
    assert other.provenance["items"].sources[0] == "คู่มือ หน้า 12"
    assert other.provenance["items"].note == ""
    assert edited(shipped, {"provenance/items/confidence": "?", "provenance/x/source": "y"}) == shipped


def test_a_draft_takes_over_what_was_corrected_the_year_before(frameworks) -> None:
    paths, key = parts(frameworks[2569], {}).add(PartKind.ITEM, "", "o1")
    before = {**paths, f"items/{key}/text": "ใหม่", "calendar": "x: 1 ม.ค. 2569", "levels/pass_mark": "80"}
    carried = edits(frameworks[2570], {"levels/pass_mark": "75"}).carried_from(before)
    assert set(carried) == {path for path in before if path.startswith(f"items/{key}/")} - {
        f"items/{key}/sub_indicator"
    }
    assert [item.id for item in edited(frameworks[2570], carried).items][:2] == ["o1", "o27"]
    own, _ = parts(frameworks[2570], {}).add(PartKind.ITEM, "", "o9")
    assert set(edits(frameworks[2570], own).carried_from(before)) == {"levels/pass_mark"}


def test_what_belongs_to_an_indicator_stays_with_it_when_its_number_changes(frameworks) -> None:
    shipped = frameworks[2567]
    subs = {f"sub_indicators/{sub.id}/id": f"11{sub.id[1:]}" for sub in shipped.indicator("9").sub_indicators}
    other = edited(shipped, {"indicators/9/id": "11", **subs})
    assert other.indicator("11").sub_indicators[0].id == "11.1"
    assert other.items[0].sub_indicator.startswith("11.")
    assert edits(shipped, {"indicators/9/id": "11", **subs}).are_sound
