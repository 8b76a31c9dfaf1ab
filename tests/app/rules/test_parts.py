"""Single parts of a year's rules: added, changed, ordered, removed and taken back, each by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.rules.faults import part_faults
from ita_desktop.app.rules.framework_edits import edited, edits_of_year_before, faults, with_edits
from ita_desktop.app.rules.own_edits import own_edits, without
from ita_desktop.app.rules.parts import PartKind, PartState, add, move, parts, remove, spread, take_back
from ita_desktop.app.rules.refs import uses
from ita_desktop.domain.values.office import Office


@pytest.fixture
def sample_office(sample_file, frameworks) -> Office:
    with Workspace.open(sample_file, frameworks) as workspace:
        return workspace.office


def part(framework, paths, kind: PartKind, key: str):
    return next(one for one in parts(framework, paths, kind) if one.key == key)


def item_ids(framework) -> list[str]:
    return [item.id for item in framework.items]


def test_no_shipped_year_has_a_fault_of_the_offices_checks(frameworks) -> None:
    for framework in frameworks.values():
        touched = {"items/order": " ".join(reversed(item_ids(framework)))}
        assert part_faults(framework, touched) == ()
        assert edited(framework, {"items/order": " ".join(item_ids(framework))}) == framework


def test_an_item_is_added_behind_another_and_comes_into_force_with_its_text(frameworks) -> None:
    paths, key = add(frameworks[2569], {}, PartKind.ITEM, "", "o6")
    assert part(frameworks[2569], paths, PartKind.ITEM, key).id == "o27"
    assert faults(frameworks[2569], paths)
    assert with_edits(frameworks, {"2569": paths})[2569] == frameworks[2569]
    paths[f"items/{key}/text"] = "ข้อที่คู่มือเพิ่ม"
    other = with_edits(frameworks, {"2569": paths})[2569]
    assert item_ids(other)[5:8] == ["o6", "o27", "o7"]
    assert other.items[6].text == "ข้อที่คู่มือเพิ่ม"
    assert other.instrument("OIT").question_count == 27


def test_codes_can_be_exchanged(frameworks) -> None:
    half = {"items/o5/id": "o6"}
    assert [(f.key, f.field) for f in part_faults(frameworks[2569], half)] == [("o5", "id"), ("o6", "id")]
    whole = {**half, "items/o6/id": "o5"}
    assert faults(frameworks[2569], whole) == ()
    assert item_ids(edited(frameworks[2569], whole))[4:6] == ["o6", "o5"]


def test_a_question_goes_with_its_indicator_and_its_code_with_the_instrument(frameworks) -> None:
    shipped = frameworks[2567]
    other = edited(shipped, {"questions/i1/indicator": "2"})
    assert other.indicator("2").questions[0].id == "i1"
    assert not any(q.id == "i1" for q in other.indicator("1").questions)
    eit = shipped.indicators_of("EIT")[0].id
    assert [f.field for f in part_faults(shipped, {"questions/i1/indicator": eit})] == ["id"]


def test_a_removed_part_is_shown_and_comes_back(frameworks) -> None:
    shipped = frameworks[2569]
    paths = remove({}, part(shipped, {}, PartKind.ITEM, "o4"))
    assert "o4" not in item_ids(edited(shipped, paths))
    gone = part(shipped, paths, PartKind.ITEM, "o4")
    assert gone.state is PartState.REMOVED
    assert take_back(paths, gone) == {}


def test_what_was_added_behind_an_added_part_keeps_its_place_when_that_goes(frameworks) -> None:
    shipped = frameworks[2569]
    paths, first = add(shipped, {}, PartKind.ITEM, "", "o2")
    paths, second = add(shipped, paths, PartKind.ITEM, "", first)
    assert [one.key for one in parts(shipped, paths, PartKind.ITEM)][1:5] == ["o2", first, second, "o3"]
    paths = remove(paths, part(shipped, paths, PartKind.ITEM, first))
    assert [one.key for one in parts(shipped, paths, PartKind.ITEM)][1:4] == ["o2", second, "o3"]
    assert not any(first in path for path in paths)


def test_moving_there_and_back_is_no_edit(frameworks) -> None:
    shipped = frameworks[2569]
    paths = move(shipped, {}, part(shipped, {}, PartKind.ITEM, "o1"), 2)
    assert item_ids(edited(shipped, paths))[:3] == ["o2", "o3", "o1"]
    assert move(shipped, paths, part(shipped, paths, PartKind.ITEM, "o1"), 0) == {}


def test_an_added_part_keeps_its_place_when_the_order_is_the_offices(frameworks) -> None:
    shipped = frameworks[2569]
    paths = move(shipped, {}, part(shipped, {}, PartKind.ITEM, "o1"), 1)
    paths, key = add(shipped, paths, PartKind.ITEM, "", "o2")
    assert [one.key for one in parts(shipped, paths, PartKind.ITEM)][:3] == ["o2", key, "o1"]


def test_each_edit_is_taken_back_by_itself(frameworks) -> None:
    shipped = frameworks[2569]
    paths, key = add(shipped, {"levels/pass_mark": "80", "items/o3/text": "อื่น"}, PartKind.ITEM, "", "o1")
    paths = move(shipped, paths, part(shipped, paths, PartKind.ITEM, "o9"), 0)
    edits = {edit.path: edit for edit in own_edits(shipped, paths)}
    assert set(edits) == {"levels/pass_mark", "items/o3", f"items/{key}", "items/order"}
    assert (edits["levels/pass_mark"].before, edits["levels/pass_mark"].after) == ("85", "80")
    assert edits["items/o3"].after == "o3 อื่น"
    assert edits["items/order"].after.startswith("o9 o1 o27 o2 ")
    for edit in edits.values():
        paths = without(paths, edit)
        assert edit.path not in {one.path for one in own_edits(shipped, paths)}
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
    assert field in {fault.field for fault in part_faults(frameworks[2567], {path: text})}
    assert with_edits(frameworks, {"2567": {path: text}})[2567] == frameworks[2567]


def test_what_refers_to_a_part_is_found(sample_office) -> None:
    plan = next(plan for plan in sample_office.plans if plan.fiscal_year == 2568)
    ref = plan.measures[0].refs[0]
    found = uses(sample_office, 2567, [ref])
    assert (2568, 1) in [(year, numbers[0]) for year, numbers in found.measures]
    assert uses(sample_office, 2567, ["o99"]).any is False
    cited = replace(plan.measures[0], refs=(), oit_refs=("o10",))
    office = replace(sample_office, years=(), plans=(replace(plan, measures=(cited,)),))
    assert uses(office, 2568, ["o10"]).measures == ((2568, (1,)),)
    assert not uses(office, 2567, ["o10"]).any


def test_several_pasted_lines_become_a_part_each(frameworks) -> None:
    shipped = frameworks[2569]
    paths, key = add(shipped, {}, PartKind.ITEM, "", "o26")
    lines = ["o27 ข้อที่ยี่สิบเจ็ด", "", "ข้อ ๒๘. ไม่ใช่รหัสของข้อ OIT", "O29: มาตรฐาน ๕ ส", "ไม่มีรหัส"]
    paths = spread(shipped, paths, part(shipped, paths, PartKind.ITEM, key), lines)
    found = [(one.id, one.text) for one in parts(shipped, paths, PartKind.ITEM)][26:]
    assert found == [
        ("o27", "ข้อที่ยี่สิบเจ็ด"),
        ("28", "ไม่ใช่รหัสของข้อ OIT"),
        ("o29", "มาตรฐาน ๕ ส"),
        ("o30", "ไม่มีรหัส"),
    ]
    assert [fault.words for fault in part_faults(shipped, paths)] != []
    assert faults(shipped, {**paths, "items/new2/id": "o28"}) == ()


def test_the_office_says_how_sure_it_is_and_from_where(frameworks) -> None:
    shipped = frameworks[2569]
    other = edited(shipped, {"provenance/items/confidence": "confirmed", "provenance/items/source": "คู่มือ หน้า 12"})
    assert other.provenance["items"].confidence.is_sure
    assert other.provenance["items"].sources[0] == "คู่มือ หน้า 12"
    assert other.provenance["items"].note == ""
    assert edited(shipped, {"provenance/items/confidence": "?", "provenance/x/source": "y"}) == shipped


def test_a_draft_takes_over_what_was_corrected_the_year_before(frameworks) -> None:
    paths, key = add(frameworks[2569], {}, PartKind.ITEM, "", "o1")
    before = {**paths, f"items/{key}/text": "ใหม่", "calendar": "x: 1 ม.ค. 2569", "levels/pass_mark": "80"}
    carried = edits_of_year_before(frameworks[2570], before, {"levels/pass_mark": "75"})
    assert set(carried) == {path for path in before if path.startswith(f"items/{key}/")} - {
        f"items/{key}/sub_indicator"
    }
    assert [item.id for item in edited(frameworks[2570], carried).items][:2] == ["o1", "o27"]
    own, _ = add(frameworks[2570], {}, PartKind.ITEM, "", "o9")
    assert set(edits_of_year_before(frameworks[2570], before, own)) == {"levels/pass_mark"}


def test_what_belongs_to_an_indicator_stays_with_it_when_its_number_changes(frameworks) -> None:
    shipped = frameworks[2567]
    subs = {f"sub_indicators/{sub.id}/id": f"11{sub.id[1:]}" for sub in shipped.indicator("9").sub_indicators}
    other = edited(shipped, {"indicators/9/id": "11", **subs})
    assert other.indicator("11").sub_indicators[0].id == "11.1"
    assert other.items[0].sub_indicator.startswith("11.")
    assert faults(shipped, {"indicators/9/id": "11", **subs}) == ()
