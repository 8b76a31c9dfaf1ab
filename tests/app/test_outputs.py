"""A file that was asked for is there whole, or what was there before is still there."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.outputs import OutputTrouble, make_folder, write_output


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_file_is_written_with_the_usual_rights(tmp_path):
    out = tmp_path / "บันทึก.pdf"
    write_output(out, b"paper")
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    assert out.read_bytes() == b"paper"
    assert out.stat().st_mode == plain.stat().st_mode
    assert names(tmp_path) == ["plain", "บันทึก.pdf"]


def test_file_is_replaced_whole(tmp_path):
    out = tmp_path / "a.pdf"
    write_output(out, b"long paper of yesterday")
    write_output(out, b"new")
    assert out.read_bytes() == b"new"


@pytest.mark.parametrize("name", ["office.ita", "OFFICE.ITA", "new.ita"])
def test_name_of_an_office_file_is_refused(tmp_path, name):
    (tmp_path / "office.ita").write_bytes(b"data")
    with pytest.raises(WorkspaceError) as refused:
        write_output(tmp_path / name, b"paper")
    assert refused.value.code is OutputTrouble.OFFICE_FILE
    assert names(tmp_path) == ["office.ita"]
    assert (tmp_path / "office.ita").read_bytes() == b"data"


def test_office_under_another_name_is_refused(tmp_path, sample_file):
    other = tmp_path / "office.pdf"
    os.link(sample_file, other)
    before = other.read_bytes()
    with pytest.raises(WorkspaceError) as refused:
        write_output(other, b"paper")
    assert refused.value.code is OutputTrouble.OFFICE_FILE
    assert other.read_bytes() == before


@pytest.mark.parametrize(("at", "byte"), [(18, 2), (63, 255)], ids=["damaged", "newer"])
def test_an_office_that_is_damaged_or_newer_is_not_written_over(tmp_path, sample_file, at, byte):
    """What cannot be opened here may still be repaired, or opened elsewhere."""
    other = tmp_path / "office.pdf"
    data = bytearray(sample_file.read_bytes())
    data[at] = byte
    other.write_bytes(data)
    with pytest.raises(WorkspaceError) as refused:
        write_output(other, b"paper")
    assert refused.value.code is OutputTrouble.OFFICE_FILE
    assert other.read_bytes() == data


def test_folder_is_refused(tmp_path):
    with pytest.raises(WorkspaceError) as refused:
        write_output(tmp_path, b"paper")
    assert refused.value.code is OutputTrouble.IS_FOLDER


def test_folder_that_is_not_there_is_named(tmp_path):
    out = tmp_path / "no" / "a.pdf"
    with pytest.raises(WorkspaceError, match="no") as refused:
        write_output(out, b"paper")
    assert refused.value.code is OutputTrouble.NO_FOLDER
    assert not names(tmp_path)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_full_disk_leaves_the_old_file(tmp_path, monkeypatch):
    """The unfinished file is led to a device that is always full."""
    out = tmp_path / "a.pdf"
    out.write_bytes(b"yesterday")
    opened = Path.open

    def full(self, mode="r", **more):
        return opened(Path("/dev/full"), "wb") if mode == "xb" else opened(self, mode, **more)

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(WorkspaceError) as refused:
        write_output(out, b"paper")
    assert refused.value.code is OutputTrouble.FULL
    assert out.read_bytes() == b"yesterday"
    assert names(tmp_path) == ["a.pdf"]


@pytest.mark.parametrize("number", [5, 32, 19, 21, 112])
def test_what_windows_refuses_is_told_by_its_number(tmp_path, monkeypatch, number):
    """Python calls all of them "Permission denied" or less; what a clerk has to do is another thing for each."""
    refusal = PermissionError(13, "Permission denied")
    refusal.winerror = number
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(refusal))
    out = tmp_path / "บันทึก.pdf"
    out.write_bytes(b"yesterday")
    began = time.monotonic()
    with pytest.raises(WorkspaceError) as refused:
        write_output(out, b"paper")
    codes = {5: "no_right", 32: "in_use", 19: "write_protected", 21: "not_ready", 112: "full"}
    assert refused.value.code == codes[number]
    assert str(tmp_path) in str(refused.value)
    assert "Permission" not in str(refused.value)
    assert time.monotonic() - began < 5
    assert names(tmp_path) == ["บันทึก.pdf"]
    assert out.read_bytes() == b"yesterday"


@pytest.mark.skipif(sys.platform != "win32", reason="elsewhere a file that is open can be replaced")
def test_a_paper_that_is_open_elsewhere_is_not_written(tmp_path):
    out = tmp_path / "a.pdf"
    out.write_bytes(b"yesterday")
    with out.open("rb"), pytest.raises(WorkspaceError) as refused:
        write_output(out, b"paper")
    assert refused.value.code is OutputTrouble.IN_USE
    assert names(tmp_path) == ["a.pdf"]
    write_output(out, b"paper")
    assert out.read_bytes() == b"paper"


def test_a_folder_without_the_right_to_write_is_named_at_once(locked_folder):
    began = time.monotonic()
    with pytest.raises(WorkspaceError) as refused:
        write_output(locked_folder / "a.pdf", b"paper")
    assert refused.value.code is OutputTrouble.NO_RIGHT
    assert str(locked_folder) in str(refused.value)
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("name", ["CON.pdf", "aux", "Lpt1.report.pdf", "nul .txt"])
def test_the_name_of_a_device_is_refused(tmp_path, name):
    with pytest.raises(WorkspaceError) as refused:
        write_output(tmp_path / name, b"paper")
    assert refused.value.code is OutputTrouble.BAD_NAME
    assert not names(tmp_path)


def test_folders_are_made(tmp_path):
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_folder_in_the_way_of_a_file_is_refused(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(WorkspaceError):
        make_folder(tmp_path / "a" / "b")
