"""What Windows makes hard with files: held ones, shares, names, folders for a moment."""

from __future__ import annotations

import sqlite3
import time
from contextlib import nullcontext
from pathlib import Path, PureWindowsPath

import pytest

from ita_desktop.store.errors import StoreError, StoreErrorCode, error_for, not_read
from ita_desktop.store.file import disk


def held(number: int) -> PermissionError:
    error = PermissionError(13, "Permission denied")
    error.winerror = number  # type: ignore[attr-defined]
    return error


def test_a_held_file_is_asked_for_again() -> None:
    answers = [held(32), held(5), None]

    def act() -> str:
        answer = answers.pop(0)
        if answer is not None:
            raise answer
        return "done"

    assert disk.patiently(act) == "done"
    assert not answers


def test_but_not_for_ever_and_not_for_another_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "_PATIENCE", 0.1)
    tried = []

    def act(error: OSError) -> None:
        tried.append(error)
        raise error

    began = time.monotonic()
    with pytest.raises(PermissionError):
        disk.patiently(lambda: act(held(32)))
    assert len(tried) > 1
    assert time.monotonic() - began < 2
    tried.clear()
    with pytest.raises(FileNotFoundError):
        disk.patiently(lambda: act(FileNotFoundError(2, "gone")))
    assert len(tried) == 1


@pytest.mark.parametrize("name", ["f.ita", "หน่วย งาน #1?.ita".replace("?", ""), "100%.ita"])
def test_a_share_is_an_address_that_sqlite_takes(name: str) -> None:
    """``file://server/...`` is refused by SQLite before it looks for the file."""
    uri = PureWindowsPath(rf"\\server\share\งาน\{name}").as_uri()
    address = f"{disk.address_of(uri)}?mode=ro"
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        sqlite3.connect(address, uri=True).execute("PRAGMA user_version")
    with pytest.raises(sqlite3.OperationalError, match="invalid uri authority"):
        sqlite3.connect(f"{uri}?mode=ro", uri=True)


def test_a_file_of_this_computer_keeps_its_address(tmp_path: Path) -> None:
    path = tmp_path / "หน่วย งาน 100% #1.ita"
    sqlite3.connect(disk.sqlite_uri(path, "rwc"), uri=True).close()
    assert path.is_file()


def test_a_folder_for_a_moment_goes_with_what_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with disk.temporary_folder() as folder:
        (folder / "a").mkdir()
        (folder / "a" / "b").write_bytes(b"x")
        assert folder.parent == tmp_path
    assert not list(tmp_path.iterdir())
    with pytest.raises(ZeroDivisionError), disk.temporary_folder():
        raise ZeroDivisionError
    assert not list(tmp_path.iterdir())


def test_a_folder_for_a_moment_is_refused_at_once_where_it_cannot_be(
    locked_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(locked_folder))
    began = time.monotonic()
    with pytest.raises(PermissionError), disk.temporary_folder():
        pass
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("path", "long_paths", "trouble"),
    [
        (r"C:\งาน\หน่วยงาน.ita", False, None),
        (r"C:\a?.ita", True, StoreErrorCode.BAD_NAME),
        (r"C:\งาน\บันทึก: แผน.pdf", True, StoreErrorCode.BAD_NAME),
        ("C:\\งาน\\a\n.pdf", True, StoreErrorCode.BAD_NAME),
        ("C:\\งาน\\a. ", True, StoreErrorCode.BAD_NAME),
        ("C:\\" + "ก" * 210 + ".ita", False, None),
        ("C:\\" + "ก" * 250 + ".ita", False, StoreErrorCode.LONG_NAME),
        ("C:\\" + "ก" * 250 + ".ita", True, StoreErrorCode.LONG_NAME),
        ("C:\\" + "ก" * 200 + "\\" + "ข" * 200 + ".ita", True, None),
        ("C:\\" + "ก" * 200 + "\\" + "ข" * 200 + ".ita", False, StoreErrorCode.LONG_NAME),
        ("C:\\" + "😀" * 120 + ".ita", False, StoreErrorCode.LONG_NAME),
    ],
)
def test_names_that_windows_cannot_have(path: str, long_paths: bool, trouble: StoreErrorCode | None) -> None:
    expected = nullcontext() if trouble is None else pytest.raises(StoreError, match=trouble)
    with expected:
        disk.check_windows_name(PureWindowsPath(path), long_paths=long_paths)


@pytest.mark.parametrize("name", ["con", "AUX.ita", "Com1.tar.gz", "lpt³.pdf", "nul .ita", "CONIN$"])
def test_names_of_devices_are_refused_everywhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError) as caught:
        disk.check_name(tmp_path / name)
    assert caught.value.trouble is StoreErrorCode.BAD_NAME


@pytest.mark.parametrize("name", ["console.ita", "auxiliary.pdf", "com10.pdf", "nulls", "บันทึก con.pdf"])
def test_names_that_only_look_like_it_are_taken(tmp_path: Path, name: str) -> None:
    disk.check_name(tmp_path / name)


@pytest.mark.parametrize(
    ("number", "writing", "reading"),
    [
        (5, StoreErrorCode.READ_ONLY, StoreErrorCode.NO_RIGHT),
        (32, StoreErrorCode.IN_USE, StoreErrorCode.IN_USE),
        (21, StoreErrorCode.NOT_READY, StoreErrorCode.NOT_READY),
        (19, StoreErrorCode.WRITE_PROTECTED, StoreErrorCode.NO_RIGHT),
        (112, StoreErrorCode.FULL, StoreErrorCode.DISK),
        (53, StoreErrorCode.NOT_READY, StoreErrorCode.NOT_READY),
        (362, StoreErrorCode.ONLINE_ONLY, StoreErrorCode.ONLINE_ONLY),
        (426, StoreErrorCode.ONLINE_ONLY, StoreErrorCode.ONLINE_ONLY),
        (123, StoreErrorCode.BAD_NAME, StoreErrorCode.DISK),
        (1, StoreErrorCode.READ_ONLY, StoreErrorCode.NO_RIGHT),
    ],
)
def test_windows_own_number_says_what_it_is(
    number: int, writing: StoreErrorCode, reading: StoreErrorCode, tmp_path: Path
) -> None:
    assert error_for(tmp_path, held(number)).trouble is writing
    assert not_read(tmp_path, held(number)).trouble is reading


def test_may_write_is_asked_of_the_file_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"kept")
    assert disk.may_write(path)
    assert path.read_bytes() == b"kept"

    def no(*_: object, **__: object) -> None:
        raise held(5)

    monkeypatch.setattr(Path, "open", no)
    assert not disk.may_write(path)
