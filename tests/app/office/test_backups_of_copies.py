"""A copy of an office is another office for backups, whoever made the copy."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ita_desktop.app.office.backup_place import backups_for
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.store.safety.backup import Reason
from tests.store.offices import FRAMEWORKS


def by_hand(path: Path, copy: Path) -> None:
    shutil.copy(path, copy)


def by_the_program(path: Path, copy: Path) -> None:
    with Workspace.open(path, FRAMEWORKS, read_only=True) as ws:
        ws.save_copy(copy)


@pytest.mark.parametrize("make", [by_hand, by_the_program])
@pytest.mark.parametrize("name", ["สำเนา.ita", "หนองใส.ita"])
def test_work_in_a_copy_takes_no_backup_of_the_first(
    path: Path, tmp_path: Path, make: Callable[[Path, Path], None], name: str
) -> None:
    backups, copy = tmp_path / "b", tmp_path / "อีกที่" / name
    copy.parent.mkdir()
    with Workspace.open(path, FRAMEWORKS, backups_in=backups) as ws:
        ws.set_narrative(2567, "1", "ของแฟ้มแรก")
        first = ws.backups.make()
    make(path, copy)
    for n in range(24):
        with Workspace.open(copy, FRAMEWORKS, backups_in=backups) as ws:
            ws.set_narrative(2567, "1", f"ของสำเนา {n}")
    assert first.path.exists()
    with Workspace.open(path, FRAMEWORKS, backups_in=backups) as ws:
        kept = ws.backups.all()
        own = [one for one in kept if not ws.backups.is_of_copy(one)]
        assert own == list(kept[: len(own)])
        assert first in own
        assert ws.backups.office_in(own[0]).years[1].narratives["1"] == "ของแฟ้มแรก"
        others = kept[len(own) :]
        assert len(others) >= 20
        assert {one.manifest.file_name for one in others if one.manifest} == {name}
    assert backups_for(path, backups)[0].number == own[0].number


def test_the_exit_backup_is_made_though_a_copy_has_the_same_state(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "สำเนา.ita"
    shutil.copy(path, copy)
    for file in (path, copy):
        with Workspace.open(file, FRAMEWORKS, backups_in=tmp_path / "b") as ws:
            ws.backups.make_if_changed(Reason.EXIT)
            assert [ws.backups.is_of_copy(one) for one in ws.backups.all()].count(False) == 1
