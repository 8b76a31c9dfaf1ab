import errno
import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.import_export import ImportRefusedError
from ita_desktop.app.office.merge import differences
from ita_desktop.app.office.sending import (
    beside,
    common_state,
    inspect,
    is_of_unit,
    read_slip,
    received,
    send,
    slip_for,
    take_as_new,
    units_of,
    write_slip,
)
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.domain.values.follow_up import FollowUp
from ita_desktop.domain.values.measure import Measure
from ita_desktop.store.errors import StoreErrorCode
from ita_desktop.store.exchange.workbook_writing import office_workbook
from ita_desktop.store.records.offices import file_id
from ita_desktop.store.safety import package
from tests.store.offices import FRAMEWORKS, OFFICE, Clock

UNIT = "กองคลัง"


@pytest.fixture
def with_units(ws: Workspace) -> Workspace:
    for measure in ws.office.plans[1].measures:
        ws.remove_measure(2568, measure.id or 0)
    ws.add_measure(2568, Measure(refs=("1",), issue="ก", measures=("ประกาศ",), responsible=(f"{UNIT} / สำนักปลัด",)))
    ws.add_measure(2568, Measure(refs=("2",), issue="ข", measures=("ประชุม",), responsible=("สำนักปลัด",)))
    return ws


def test_a_sent_office_is_looked_at_before_it_is_taken(ws: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "ไป.ita-send"
    manifest = send(ws, target, "นางสาวผู้ส่ง")
    assert inspect(target) == manifest
    assert manifest.contents.agency == OFFICE.agency.name
    assert "นางสาวผู้ส่ง" in manifest.made_by
    assert received(target) == ws.office
    assert differences(ws.office, received(target)) == ()
    data = bytearray(target.read_bytes())
    data[len(data) // 2] ^= 8
    target.write_bytes(data)
    with pytest.raises(WorkspaceError) as caught:
        inspect(target)
    assert caught.value.code in (StoreErrorCode.BAD_PACKAGE, StoreErrorCode.BAD_ZIP)


def test_a_sent_office_becomes_a_new_file(ws: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "a.ita-send"
    send(ws, target)
    take_as_new(target, tmp_path / "new.ita")
    assert file_id(ws.file) == inspect(target).file_id
    with Workspace.create(tmp_path / "third.ita", OFFICE.agency, FRAMEWORKS) as third:
        assert file_id(third.file) != inspect(target).file_id
    with Workspace.open(tmp_path / "new.ita", FRAMEWORKS) as other:
        assert file_id(other.file) == inspect(target).file_id
        assert other.office == ws.office
        assert not other.read_only
    with pytest.raises(WorkspaceError) as caught:
        take_as_new(target, tmp_path / "new.ita")
    assert caught.value.code == StoreErrorCode.EXISTS


def test_sending_never_writes_over_an_office(ws: Workspace) -> None:
    before = ws.path.read_bytes()
    with pytest.raises(WorkspaceError):
        send(ws, ws.path)
    assert ws.path.read_bytes() == before


def test_a_slip_holds_the_measures_of_one_unit_only(with_units: Workspace, tmp_path: Path) -> None:
    office = with_units.office
    assert units_of(office, 2568) == ("สำนักปลัด", UNIT, f"{UNIT} / สำนักปลัด")
    slip = slip_for(office, 2568, UNIT, Clock()(), "ผู้ทำ")
    write_slip(tmp_path / "a.ita-slip.json", slip)
    back = read_slip(tmp_path / "a.ita-slip.json", FRAMEWORKS)
    assert [one.issue for one in back.office.plans[0].measures] == ["ก"]
    assert (back.office.signers, back.office.years, back.office.memos) == ((), (), ())
    assert back.made_at == slip.made_at
    assert differences(office, beside(back, office)) == ()
    with pytest.raises(KeyError):
        slip_for(office, 2599, UNIT, Clock()())


def test_a_slip_comes_back_with_results_and_merges(with_units: Workspace) -> None:
    office = with_units.office
    slip = slip_for(office, 2568, UNIT, Clock()())
    plan = slip.office.plans[0]
    filled = replace(plan.measures[0], results=(FollowUp(round=6, output="ทำแล้ว"),))
    back = replace(slip, office=replace(slip.office, plans=(replace(plan, measures=(filled,)),)))
    theirs = beside(back, office)
    found = differences(office, theirs)
    assert [(one.origin, one.proposed) for one in found] == [
        (f"plan/2568/measure/{office.plans[1].measures[0].id}/results", True)
    ]
    with_units.merge(theirs, found)
    first, second = with_units.office.plans[1].measures
    assert first.results[0].output == "ทำแล้ว"
    assert second == office.plans[1].measures[1]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"format": "ita-office/1"}, "$.format"),
        ({"unit": None}, "$.unit"),
        ({"made_at": "yesterday"}, "$.made_at"),
        ({"plan_year": 2560}, "$.plan_year"),
        ({"office": []}, "$"),
    ],
)
def test_a_slip_that_is_none_is_refused(
    with_units: Workspace, tmp_path: Path, change: dict[str, object], place: str
) -> None:
    file = tmp_path / "a.json"
    write_slip(file, slip_for(with_units.office, 2568, UNIT, Clock()()))
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | change), encoding="utf-8")
    with pytest.raises(ImportRefusedError) as caught:
        read_slip(file, FRAMEWORKS)
    assert place in [fault.path for fault in caught.value.faults]


def test_a_unit_is_found_among_others() -> None:
    assert is_of_unit(Measure(refs=(), responsible=("สำนักปลัดและกองคลัง",)), UNIT)
    assert not is_of_unit(Measure(refs=(), responsible=("สำนักปลัด",)), UNIT)


def test_a_slip_goes_out_as_a_workbook_and_comes_back_filled_in(with_units: Workspace, tmp_path: Path) -> None:
    office, file = with_units.office, tmp_path / "กอง.ita-slip.xlsx"
    slip = slip_for(office, 2568, UNIT, Clock()(), "ผู้ทำ")
    write_slip(file, slip, FRAMEWORKS)
    back = read_slip(file, FRAMEWORKS)
    assert (back.unit, back.plan_year, back.made_at, back.made_by) == (UNIT, 2568, slip.made_at, "ผู้ทำ")
    assert differences(office, beside(back, office)) == ()
    book = openpyxl.load_workbook(file)
    assert [sheet.title for sheet in book if sheet.sheet_state == "visible"] == [
        "อ่านก่อน",
        "ผลการดำเนินการ",
        "หลักฐาน",
        "มาตรการ",
    ]
    sheet = book["ผลการดำเนินการ"]
    keys = {cell.value: cell.column for cell in sheet[2]}
    assert [(row[keys["measure"] - 1], row[keys["round"] - 1]) for row in sheet.iter_rows(3, values_only=True)] == [
        (1, 6),
        (1, 12),
    ]
    sheet.cell(4, keys["output"]).value = "คู่มือ ๑ เล่ม"
    sheet.cell(4, keys["date"]).value = "19/12/3024"
    evidence = book["หลักฐาน"]
    for at, value in enumerate((2568, 1, 2, "ภาพถ่าย"), start=1):
        evidence.cell(3, at).value = value
    book.save(file)
    with pytest.raises(ImportRefusedError) as caught:
        read_slip(file, FRAMEWORKS)
    assert [fault.path.split("!")[0] for fault in caught.value.faults] == ["ผลการดำเนินการ"]
    sheet.cell(4, keys["date"]).value = "19 ธ.ค. 67"
    book.save(file)
    results = read_slip(file, FRAMEWORKS).office.plans[0].measures[0].results
    assert [(one.round, one.output, one.date) for one in results] == [(12, "คู่มือ ๑ เล่ม", date(2024, 12, 19))]
    assert [one.title for one in results[0].evidence] == ["ภาพถ่าย"]
    with_units.merge(
        beside(read_slip(file, FRAMEWORKS), office), differences(office, beside(read_slip(file, FRAMEWORKS), office))
    )
    assert with_units.office.plans[1].measures[0].results[0].output == "คู่มือ ๑ เล่ม"


def test_a_workbook_that_is_no_slip_is_refused(with_units: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "office.xlsx"
    file.write_bytes(office_workbook(with_units.office, FRAMEWORKS))
    with pytest.raises(ImportRefusedError) as caught:
        read_slip(file, FRAMEWORKS)
    assert [fault.path for fault in caught.value.faults] == ["ใบงาน"]


def test_where_sealing_fails_the_office_is_not_left_in_the_open(
    ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    place = tmp_path / "sealing"
    place.mkdir()
    monkeypatch.setattr(package, "seal", full)
    with pytest.raises(WorkspaceError) as caught:
        ws.seal_into(place / "x.ita-send", "sent", "")
    assert caught.value.code is StoreErrorCode.FULL
    assert list(place.iterdir()) == []


def test_what_comes_back_is_compared_with_what_was_sent(with_units: Workspace, tmp_path: Path) -> None:
    """Sent, taken as new, both work, sent back, merged: each side's work is there, nothing twice."""
    ws, there, back = with_units, tmp_path / "a.ita-send", tmp_path / "b.ita-send"
    first, second = ws.office.plans[1].measures
    send(ws, there)
    take_as_new(there, tmp_path / "new.ita")
    with Workspace.open(tmp_path / "new.ita", FRAMEWORKS, backups_in=tmp_path / "theirs") as other:
        other.set_measure(2568, replace(first, issue="แก้ที่เครื่องสอง"))
        other.add_measure(2568, Measure(refs=("1",), issue="เพิ่มที่เครื่องสอง"))
        send(other, back)
    ws.set_measure(2568, replace(second, issue="แก้ที่เครื่องแรก"))
    ws.add_measure(2568, Measure(refs=("1",), issue="เพิ่มที่เครื่องแรก"))
    assert common_state(ws, there) is None
    base = common_state(ws, back)
    assert base is not None
    theirs = received(back)
    ws.merge(theirs, [one for one in differences(ws.office, theirs, base=base) if one.proposed])
    issues = [one.issue for one in ws.office.plans[1].measures]
    assert issues == ["แก้ที่เครื่องสอง", "แก้ที่เครื่องแรก", "เพิ่มที่เครื่องแรก", "เพิ่มที่เครื่องสอง"]
    assert [one.proposed for one in differences(ws.office, theirs, base=base)].count(True) == 0
