""" "Save a copy" works from memory whenever memory is whole, and nothing is written onto foreign rows."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.store.errors import StoreErrorCode
from tests.store.offices import FRAMEWORKS, OFFICE, without_ids


def cut_to(size: int) -> Callable[[Path], None]:
    return lambda path: os.truncate(path, size)


def overwritten(path: Path) -> None:
    other = path.with_name("other.ita")
    with Workspace.create(other, OFFICE.agency, FRAMEWORKS) as ws:
        ws.set_narrative(2567, "1", "ของอีกแฟ้ม")
    shutil.copyfile(other, path)


HARMS = {
    "emptied": cut_to(0),
    "cut to a header": cut_to(50),
    "cut to a page": cut_to(4096),
    "cut": cut_to(20_000),
    "overwritten": overwritten,
    "removed": Path.unlink,
    "noise": lambda path: path.write_bytes(os.urandom(path.stat().st_size)),
}


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody do this to a file that is open")
@pytest.mark.parametrize("harm", HARMS)
def test_a_copy_comes_from_memory(path: Path, tmp_path: Path, harm: str) -> None:
    ws = Workspace.open(path, FRAMEWORKS)
    ws.set_narrative(2567, "1", "ของเรา")
    before, facts = ws.office, ws.facts(2568)
    HARMS[harm](path)
    left = path.read_bytes() if path.exists() else b""
    for attempt in (lambda: ws.set_narrative(2567, "2", "อีก"), ws.undo, lambda: ws.drafts.keep("agency/phone", "๐")):
        with pytest.raises(WorkspaceError) as caught:
            attempt()
        assert caught.value.code in (StoreErrorCode.MOVED, StoreErrorCode.DAMAGED, StoreErrorCode.DISK)
    assert ws.office == before
    assert ws.facts(2568) == facts
    ws.save_copy(tmp_path / "copy.ita")
    ws.close()
    assert (path.read_bytes() if path.exists() else b"") == left
    with Workspace.open(tmp_path / "copy.ita", FRAMEWORKS) as copy:
        assert without_ids(copy.office) == without_ids(before)
        assert not copy.read_only


def test_a_second_window_by_another_name_can_only_read(path: Path, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    link = tmp_path / "x" / "link.ita"
    try:
        os.link(path, link)
    except OSError:
        pytest.skip("needs a disk with hard links")
    with Workspace.open(path, FRAMEWORKS) as ws, Workspace.open(link, FRAMEWORKS) as other:
        assert not ws.read_only
        assert other.read_only
        assert str(link) in other.read_only_reason
