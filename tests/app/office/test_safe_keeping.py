import shutil
import sys
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.backup_place import backups_for
from ita_desktop.app.office.backups import EVERY, reason_words, restore_closed
from ita_desktop.app.office.import_export import read_office_json
from ita_desktop.app.office.kept_drafts import DraftKeeper
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.store.errors import StoreErrorCode
from ita_desktop.store.exchange.json_writing import office_json
from ita_desktop.store.file import volumes
from ita_desktop.store.safety import restoring
from ita_desktop.store.safety.backup import Reason
from tests.store.offices import FRAMEWORKS, OFFICE, Clock, without_ids

SCORE = Decimal("12.5")


def reasons(ws: Workspace) -> list[str]:
    return [one.manifest.reason for one in ws.backups.all() if one.manifest]


class Seconds:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


# backups


def test_closing_backs_up_what_was_changed_and_only_that(path: Path, tmp_path: Path) -> None:
    backups = tmp_path / "สำรอง"
    with Workspace.open(path, FRAMEWORKS, backups_in=backups) as ws:
        ws.set_score(2567, "1", SCORE)
    with Workspace.open(path, FRAMEWORKS, backups_in=backups) as ws:
        assert reasons(ws) == ["exit"]
        backup = ws.backups.all()[0]
        assert ws.backups.office_in(backup) == ws.office
        assert backup.path.is_relative_to(backups)
    with Workspace.open(path, FRAMEWORKS, backups_in=backups) as ws:
        assert reasons(ws) == ["exit"]
        ws.drafts.keep("agency/name", "ก")
    with Workspace.open(path, FRAMEWORKS, backups_in=backups, read_only=True) as ws:
        assert reasons(ws) == ["exit"]


def test_backups_lie_beside_the_file_where_nobody_says_otherwise(path: Path) -> None:
    with Workspace.open(path, FRAMEWORKS) as ws:
        assert ws.backups.make().path.is_relative_to(path.with_name(path.name + ".backups"))
    assert len(backups_for(path)) == 1


def test_every_half_hour_if_something_was_saved(ws: Workspace) -> None:
    seconds = Seconds()
    ws.backups._monotonic = seconds
    ws.backups._looked_at = seconds.now
    ws.set_score(2567, "1", SCORE)
    assert ws.backups.make_if_due() is None
    seconds.now += EVERY
    assert ws.backups.make_if_due() is not None
    assert ws.backups.make_if_due() is None
    seconds.now += EVERY
    assert ws.backups.make_if_due() is None
    assert reasons(ws) == ["timer"]


def test_a_backup_that_fails_is_not_tried_again_every_minute(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = Seconds()
    ws.backups._monotonic = seconds
    ws.backups._looked_at = seconds.now
    monkeypatch.setattr(volumes, "SPARE", 10**18)
    seconds.now += EVERY * 2
    with pytest.raises(WorkspaceError):
        ws.backups.make_if_due()
    seconds.now += 60
    assert ws.backups.make_if_due() is None


def test_before_a_year_or_a_plan_goes(ws: Workspace) -> None:
    ws.remove_year(2567)
    ws.remove_plan(2568)
    assert reasons(ws) == ["delete", "delete"]
    assert without_ids(ws.backups.office_in(ws.backups.all()[1])).years[1] == OFFICE.years[0]


def test_without_a_backup_nothing_is_removed(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volumes, "SPARE", 10**18)
    with pytest.raises(WorkspaceError) as caught:
        ws.remove_year(2567)
    assert caught.value.code == StoreErrorCode.LITTLE_SPACE
    assert {int(year.fiscal_year) for year in ws.office.years} == {2566, 2567}
    ws.set_score(2567, "1", SCORE)


def test_every_reason_has_words() -> None:
    assert len({reason_words(reason) for reason in Reason}) == len(Reason)
    assert reason_words("of tomorrow") == "of tomorrow"


def test_the_second_place_gets_a_copy_and_a_stick_that_is_gone_is_told(ws: Workspace, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    first = ws.backups.make()
    ws.backups.place.second_place = stick
    assert [one.name for one in stick.glob("*/*")] == [first.path.name]
    second = ws.backups.make()
    assert (next(stick.iterdir()) / second.path.name).read_bytes() == second.path.read_bytes()
    assert ws.backups.place.second_trouble == ""
    shutil.rmtree(stick)
    third = ws.backups.make()
    assert third.path.exists()
    assert str(stick) in ws.backups.place.second_trouble
    stick.mkdir()
    ws.backups.place.second_place = None
    ws.backups.make()
    assert list(stick.iterdir()) == []


# restore


def test_restore_brings_back_what_was_and_keeps_what_is(ws: Workspace) -> None:
    told: list[frozenset[str]] = []
    backup = ws.backups.make()
    before = ws.office
    ws.set_score(2567, "1", SCORE)
    ws.remove_memo("memo-1")
    after = ws.office
    ws.listen(told.append)
    names = {one.origin for one in ws.backups.differences_to(backup)}
    assert names == {"year/2567/scores/1", "memo"}
    quarantine = ws.backups.restore(backup)
    assert ws.office == before
    assert ws.history == ()
    assert "measure" in told[-1]
    assert reasons(ws) == ["restore", "by_hand"]
    assert ws.backups.office_in(ws.backups.all()[0]) == after
    assert ws.backups.replaced == (quarantine / ws.path.name,)
    ws.set_score(2567, "1", SCORE)
    ws.undo()
    assert ws.office == before


def test_a_restored_file_is_never_taken_for_an_earlier_one(ws: Workspace) -> None:
    first = ws.backups.make()
    ws.set_score(2567, "1", SCORE)
    ws.backups.restore(first)
    last = ws.backups.make()
    revisions = [one.manifest.revision for one in ws.backups.all() if one.manifest]
    assert revisions == sorted(set(revisions), reverse=True)
    assert last.number == 3


def test_a_damaged_backup_changes_nothing(ws: Workspace) -> None:
    backup = ws.backups.make()
    data = bytearray(backup.path.read_bytes())
    data[len(data) // 2] ^= 1
    backup.path.write_bytes(data)
    before = ws.office
    with pytest.raises(WorkspaceError) as caught:
        ws.backups.restore(backup)
    assert caught.value.code in (StoreErrorCode.BAD_PACKAGE, StoreErrorCode.BAD_ZIP)
    assert ws.office == before
    ws.set_score(2567, "1", SCORE)
    assert [one.name for one in ws.path.parent.iterdir() if "coming" in one.name] == []


def test_a_file_that_was_damaged_while_it_is_open_can_be_restored(ws: Workspace) -> None:
    backup = ws.backups.make()
    before = ws.office
    ws.set_agency(replace(before.agency, address="ซอยที่จะเสียหาย"))
    data = bytearray(ws.path.read_bytes())
    data[data.index("ซอยที่จะเสียหาย".encode()) + 2] ^= 1
    for counter in (slice(24, 28), slice(92, 96)):  # so that SQLite looks at the disk again
        data[counter] = (int.from_bytes(data[counter], "big") + 1).to_bytes(4, "big")
    with ws.path.open("r+b") as stream:
        stream.write(data)
    with pytest.raises(WorkspaceError) as caught:
        ws.backups.make()
    assert caught.value.code == StoreErrorCode.DAMAGED
    quarantine = ws.backups.restore(backup)
    assert ws.office == before
    assert (quarantine / ws.path.name).read_bytes() == data


def test_a_restore_that_cannot_move_the_file_leaves_it_where_it_is(ws: Workspace) -> None:
    backup = ws.backups.make()
    ws.set_score(2567, "1", SCORE)
    before = ws.office
    ws.path.with_name(ws.path.name + ".replaced").write_bytes(b"a file in the way")
    with pytest.raises(WorkspaceError):
        ws.backups.restore(backup)
    assert ws.office == before
    ws.set_score(2567, "1", Decimal(1))
    assert not restoring.is_interrupted(ws.path)
    assert not restoring.prepared_name(ws.path).exists()


def test_an_interrupted_restore_is_finished_by_whoever_opens_next(path: Path) -> None:
    with Workspace.open(path, FRAMEWORKS) as ws:
        backup = ws.backups.make()
        ws.remove_memo("memo-1")
    for read_only in (True, False):
        restoring.prepare(path, backup.path, 99, Clock()())
        sha = restoring._sha256(restoring.prepared_name(path))
        restoring._write_marker(path, {"sha256": sha, "quarantine": "000001"})
        path.replace(path.with_name("somewhere"))
        with Workspace.open(path, FRAMEWORKS, read_only=read_only) as ws:
            assert len(ws.office.memos) == 2
            assert ws.read_only == read_only


def test_a_damaged_file_leads_to_its_backups(path: Path) -> None:
    with Workspace.open(path, FRAMEWORKS) as ws:
        ws.set_score(2567, "1", SCORE)
        office = ws.office
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(WorkspaceError) as caught:
        Workspace.open(path, FRAMEWORKS)
    assert caught.value.code == StoreErrorCode.DAMAGED
    backup = backups_for(path)[0]
    restore_closed(path, backup)
    with Workspace.open(path, FRAMEWORKS) as ws:
        assert without_ids(ws.office) == without_ids(office)
        assert len(ws.backups.replaced) == 1


# drafts


def test_a_draft_survives_and_is_no_edit(path: Path) -> None:
    with Workspace.open(path, FRAMEWORKS) as ws:
        saved = ws.saved_at
        ws.drafts.keep("year/2567/narratives/8", "กำลังพิมพ์")
        ws.drafts.keep("year/2567/narratives/8", "กำลังพิมพ์อยู่")
        ws.drafts.keep("agency/name", OFFICE.agency.name)
        ws.drafts.keep("plan/2568/measure/999/issue", "หายไปแล้ว")
        ws.drafts.keep("of/tomorrow", "รุ่นใหม่")
        assert ws.history == ()
        assert ws.saved_at == saved
    with Workspace.open(path, FRAMEWORKS) as ws:
        offered = {draft.origin: draft.text for draft in ws.drafts.all()}
        assert offered == {"year/2567/narratives/8": "กำลังพิมพ์อยู่", "of/tomorrow": "รุ่นใหม่"}
        ws.set_narrative(2567, "8", "กำลังพิมพ์อยู่")
        assert [draft.origin for draft in ws.drafts.all()] == ["of/tomorrow"]
        ws.drafts.drop("of/tomorrow")
        assert ws.drafts.all() == ()


def test_a_draft_is_written_at_most_every_two_seconds(ws: Workspace) -> None:
    seconds = Seconds()
    keeper = DraftKeeper(ws.drafts, seconds)
    keeper.typed("agency/name", "ก")
    keeper.tick()
    assert [draft.text for draft in ws.drafts.all()] == ["ก"]
    keeper.typed("agency/name", "กข")
    seconds.now += 1.9
    keeper.tick()
    assert [draft.text for draft in ws.drafts.all()] == ["ก"]
    seconds.now += 0.2
    keeper.tick()
    assert [draft.text for draft in ws.drafts.all()] == ["กข"]
    keeper.typed("agency/name", "กขค")
    keeper.stored("agency/name")
    seconds.now += 10
    keeper.tick()
    assert ws.drafts.all() == ()


# import and copies


def test_an_import_over_the_open_file(ws: Workspace, tmp_path: Path) -> None:
    told: list[frozenset[str]] = []
    ws.set_score(2567, "1", SCORE)
    ws.set_setting("kept", 1)
    before = ws.office
    ws.listen(told.append)
    other = replace(OFFICE, memos=(), source="ที่อื่น")
    json_file = tmp_path / "o.json"
    json_file.write_text(office_json(other), encoding="utf-8")
    ws.replace_office(read_office_json(json_file, ws.frameworks))
    assert without_ids(ws.office).memos == ()
    assert ws.history == ()
    assert ws.setting("kept") == 1
    assert "memo" in told[-1]
    assert ws.backups.office_in(ws.backups.all()[0]) == before


def test_a_json_that_is_refused_leaves_everything(ws: Workspace, tmp_path: Path) -> None:
    ws.set_score(2567, "1", SCORE)
    (tmp_path / "o.json").write_text("{}", encoding="utf-8")
    with pytest.raises(WorkspaceError):
        ws.replace_office(read_office_json(tmp_path / "o.json", ws.frameworks))
    assert ws.history == ("score",)
    assert ws.backups.all() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows removes no file that is open")
def test_a_copy_is_the_way_out_when_the_file_was_removed(ws: Workspace, tmp_path: Path) -> None:
    office = ws.office
    ws.path.unlink()
    with pytest.raises(WorkspaceError) as caught:
        ws.set_score(2567, "1", SCORE)
    assert caught.value.code == StoreErrorCode.MOVED
    assert ws.office == office
    with pytest.raises(WorkspaceError) as caught:
        ws.save_copy(tmp_path / "no" / "a.ita")
    assert caught.value.code == StoreErrorCode.NO_FOLDER
    ws.save_copy(tmp_path / "copy.ita")
    with pytest.raises(WorkspaceError) as caught:
        ws.save_copy(tmp_path / "copy.ita")
    assert caught.value.code == StoreErrorCode.EXISTS
    with Workspace.open(tmp_path / "copy.ita", FRAMEWORKS) as copy:
        assert copy.office == office


# network, permissions, clock


@pytest.fixture
def on_network(path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"1 0 0:1 / {path.parent} rw - cifs //server/x rw\n", encoding="utf-8")
    if sys.platform == "win32":
        monkeypatch.setattr(volumes, "drive_kind", lambda root: volumes._REMOTE)
    monkeypatch.setattr(volumes, "_MOUNTS", mounts)
    return path


def test_a_network_share_is_read_and_not_written(on_network: Path) -> None:
    before = on_network.read_bytes()
    with Workspace.open(on_network, FRAMEWORKS) as ws:
        assert ws.read_only
        assert str(on_network) in ws.read_only_reason
        assert without_ids(ws.office).agency == OFFICE.agency
        with pytest.raises(WorkspaceError):
            ws.set_score(2567, "1", SCORE)
    assert on_network.read_bytes() == before
    assert [one.name for one in on_network.parent.glob("*.lock")] == []
    with pytest.raises(WorkspaceError) as caught:
        Workspace.create(on_network.with_name("b.ita"), OFFICE.agency, FRAMEWORKS)
    assert caught.value.code == StoreErrorCode.NETWORK


def test_a_clock_that_is_wrong_by_years_loses_nothing(path: Path) -> None:
    clock = Clock()
    with Workspace.open(path, FRAMEWORKS, clock=clock) as ws:
        ws.set_score(2567, "1", SCORE)
        assert ws.clock_doubt == ""
        first = ws.backups.make()
        clock.now -= timedelta(days=16000)
        assert "2024-12-01" in ws.clock_doubt
        ws.set_score(2567, "1", Decimal(1))
        second = ws.backups.make()
        clock.now += timedelta(days=40000)
        assert ws.clock_doubt == ""
        ws.set_score(2567, "1", Decimal(2))
        third = ws.backups.make()
        assert [one.number for one in ws.backups.all()] == [third.number, second.number, first.number]
        ws.backups.restore(second)
        assert ws.office.years[1].scores["1"] == 1
