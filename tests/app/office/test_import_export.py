import json
import platform
import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.app.errors import Refusal, WorkspaceError
from ita_desktop.app.office.import_export import ImportRefusedError, export_office, fault_sentence, import_office
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.store.errors import StoreErrorCode
from ita_desktop.store.exchange.json_writing import office_json
from ita_desktop.store.untrusted.json_tree import Expected, Fault
from tests.store.offices import FRAMEWORKS, OFFICE, Clock, without_ids

CASES = Path(__file__).parents[2] / "data" / "cases"


def do_import(json_path: Path, path: Path, *, replace: bool = False) -> None:
    import_office(json_path, path, replace=replace, frameworks=FRAMEWORKS, clock=Clock())


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "data.json"
    path.write_text(office_json(OFFICE), "utf-8")
    return path


def plain(path: Path) -> Any:
    """What a JSON file holds, without the identities that measures and risks were given when they were stored."""
    tree = json.loads(path.read_text("utf-8"))
    records = [one for plan in tree["plans"] for one in (*plan["measures"], *plan["risks"])]
    assert all(re.fullmatch("[0-9a-f]{32}", one.pop("identity")) for one in records)
    return tree


def test_import_makes_the_file_and_export_gives_the_data_back(data: Path, tmp_path: Path) -> None:
    path, out = tmp_path / "a.ita", tmp_path / "out.json"
    do_import(data, path)
    export_office(path, out)
    assert plain(out) == json.loads(data.read_text("utf-8"))
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.ita", "data.json", "out.json"]
    with Workspace.open(path, FRAMEWORKS) as ws:
        assert ws.saved_at is not None


def test_import_never_writes_over_a_file_unasked(data: Path, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(WorkspaceError) as caught:
        do_import(data, path)
    assert caught.value.code == StoreErrorCode.EXISTS
    assert path.read_bytes() == before


def test_replacing_leaves_exactly_the_new_data_and_the_settings(path: Path, tmp_path: Path) -> None:
    with Workspace.open(path, FRAMEWORKS) as ws:
        ws.set_setting("words", ["ดอน"])
    do_import(CASES / "case-004.json", path, replace=True)
    out = tmp_path / "out.json"
    export_office(path, out)
    fresh = tmp_path / "fresh.ita"
    do_import(CASES / "case-004.json", fresh)
    export_office(fresh, tmp_path / "fresh.json")
    assert plain(out) == plain(tmp_path / "fresh.json")
    with Workspace.open(path, FRAMEWORKS) as ws:
        assert ws.setting("words") == ["ดอน"]


def test_what_is_replaced_was_backed_up_first(path: Path, data: Path) -> None:
    with Workspace.open(path, FRAMEWORKS) as ws:
        ws.set_agency(replace(OFFICE.agency, phone="๑"))
        before = ws.office
        ws.backups.make()
    do_import(data, path, replace=True)
    do_import(data, path, replace=True)
    with Workspace.open(path, FRAMEWORKS) as ws:
        assert [one.manifest.reason for one in ws.backups.all() if one.manifest] == ["import", "by_hand"]
        assert ws.backups.office_in(ws.backups.all()[1]) == before


def test_replacing_what_is_not_there_makes_it(data: Path, tmp_path: Path) -> None:
    do_import(data, tmp_path / "a.ita", replace=True)
    with Workspace.open(tmp_path / "a.ita", FRAMEWORKS) as ws:
        assert without_ids(ws.office).memos == OFFICE.memos


def test_a_bad_file_is_refused_with_all_its_faults_and_changes_nothing(data: Path, path: Path, tmp_path: Path) -> None:
    tree = json.loads(data.read_text("utf-8"))
    tree["years"][0]["scores"]["3"] = 100.01
    tree["signers"] = []
    data.write_text(json.dumps(tree), "utf-8")
    before = sha256(path.read_bytes()).digest()
    with pytest.raises(ImportRefusedError) as caught:
        do_import(data, path, replace=True)
    with pytest.raises(ImportRefusedError):
        do_import(data, tmp_path / "new.ita")
    assert caught.value.code == Refusal.BAD_IMPORT
    assert '$.years[0].scores["3"]: 100.01' in str(caught.value)
    assert "$.memos[0].signers[0].signer" in str(caught.value)
    assert len(caught.value.faults) == 4
    assert sha256(path.read_bytes()).digest() == before
    assert not (tmp_path / "new.ita").exists()


def test_a_failure_in_the_middle_of_replacing_leaves_the_old_file(
    data: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sha256(path.read_bytes()).digest()

    class Broken(Clock):
        def __call__(self):  # type: ignore[no-untyped-def]
            if (path.parent / f"{path.name}-journal").exists():
                raise ZeroDivisionError
            return super().__call__()

    with pytest.raises(ZeroDivisionError):
        import_office(
            data, path, replace=True, frameworks=FRAMEWORKS, clock=Broken(), backups_in=path.parent / "backups"
        )
    assert sha256(path.read_bytes()).digest() == before
    assert {one.name for one in path.parent.iterdir()} == {data.name, path.name, "backups"}


def test_import_says_who_holds_the_file(data: Path, path: Path) -> None:
    with Workspace.open(path, FRAMEWORKS) as ws:
        with pytest.raises(WorkspaceError, match=re.escape(platform.node())) as caught:
            do_import(data, path, replace=True)
        assert caught.value.code == StoreErrorCode.LOCKED
        ws.set_setting("x", 1)


def test_export_works_beside_an_open_window(path: Path, tmp_path: Path) -> None:
    with Workspace.open(path, FRAMEWORKS) as ws, ws.step("half"):
        ws.remove_memo("memo-1")
        export_office(path, tmp_path / "out.json")
    assert len(json.loads((tmp_path / "out.json").read_text("utf-8"))["memos"]) == 2


def test_export_never_writes_over_an_office(path: Path, data: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(WorkspaceError):
        export_office(path, path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["no.json", "folder"])
def test_a_json_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(WorkspaceError, match=name):
        do_import(tmp_path / name, tmp_path / "a.ita")
    assert [one.name for one in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize("expected", Expected)
def test_each_kind_of_fault_has_its_sentence(expected: Expected) -> None:
    fault = Fault(path="$.a", value="{5}", expected=expected, allowed=("1", "2"))
    assert fault_sentence(fault).startswith("$.a: {5} — ")


def test_a_long_list_of_faults_is_cut_and_counted(data: Path, tmp_path: Path) -> None:
    tree = json.loads(data.read_text("utf-8"))
    tree["years"][0]["scores"] = {f"i{n}": "x" for n in range(50)}
    data.write_text(json.dumps(tree), "utf-8")
    with pytest.raises(ImportRefusedError, match="20") as caught:
        do_import(data, tmp_path / "a.ita")
    assert len(str(caught.value).splitlines()) == 32
