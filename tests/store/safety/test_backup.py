import os
import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.records import offices
from ita_desktop.store.safety import package, restoring
from ita_desktop.store.safety.backup import BackupFolder, Reason, packing
from tests.store.offices import OFFICE, without_ids

NOW = datetime(2024, 12, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> BackupFolder:
    return BackupFolder(tmp_path / "backups")


def packed(path: Path, reason: Reason = Reason.BY_HAND) -> package.Packing:
    return packing(reason, NOW, path)


def test_a_backup_holds_the_office_and_says_what_it_is(file: OfficeFile, folder: BackupFolder, tmp_path: Path) -> None:
    backup = folder.make(file, packed(file.path))
    assert backup.path.name == "000001.ita-backup"
    assert [one.name for one in folder.folder.iterdir()] == [backup.path.name]
    assert folder.backups() == (backup,)
    manifest = package.verify(backup.path)
    assert manifest == backup.manifest
    assert manifest.reason == "by_hand"
    assert manifest.made_at == NOW
    assert manifest.contents.agency == OFFICE.agency.name
    assert manifest.contents.years == (2567, 2566)
    assert manifest.contents.scores == 5
    assert without_ids(package.office_in(backup.path)) == OFFICE
    with zipfile.ZipFile(backup.path) as plain:
        assert plain.testzip() is None


def test_a_backup_inside_a_transaction_holds_what_was_saved_before(file: OfficeFile, folder: BackupFolder) -> None:
    with file.transaction():
        file.delete("memo")
        backup = folder.make(file, packed(file.path))
    assert without_ids(package.office_in(backup.path)) == OFFICE
    again = folder.make(file, packed(file.path))
    assert again.number == 2
    assert package.office_in(again.path).memos == ()


def test_the_state_tells_whether_anything_was_saved(file: OfficeFile) -> None:
    before = package.state_of(file)
    with file.transaction():
        file.insert("draft", origin="agency/name", value="ก", typed_at="2024-12-01")
    assert package.state_of(file) == before
    with file.transaction():
        file.insert("setting", name="a", value="1")
    assert package.state_of(file) != before


def test_a_damaged_office_gets_no_backup(path: Path, folder: BackupFolder) -> None:
    data = bytearray(path.read_bytes())
    at = data.index("หนองใส".encode())
    data[at + 3] ^= 1
    path.write_bytes(data)
    with pytest.raises(StoreError) as caught:
        folder.make_of_path(path, packed(path))
    assert caught.value.trouble == StoreErrorCode.DAMAGED
    assert list(folder.folder.iterdir()) == []


def test_every_changed_byte_of_a_backup_is_noticed(file: OfficeFile, folder: BackupFolder, tmp_path: Path) -> None:
    backup = folder.make(file, packed(file.path))
    whole = backup.path.read_bytes()
    other = tmp_path / "other.ita-backup"
    silent = 0
    for at in range(0, len(whole), max(1, len(whole) // 150)):
        other.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        try:
            silent += package.verify(other) != backup.manifest
        except StoreError:
            continue
    assert silent == 0
    other.write_bytes(whole[:-200])
    with pytest.raises(StoreError):
        package.verify(other)


def test_another_office_under_the_same_slip_is_noticed(file: OfficeFile, folder: BackupFolder, tmp_path: Path) -> None:
    backup = folder.make(file, packed(file.path))
    with zipfile.ZipFile(backup.path) as whole:
        slip, office = whole.read("manifest.json"), bytearray(whole.read("office.ita"))
    office[-1] ^= 1
    forged = tmp_path / "forged.ita-send"
    with zipfile.ZipFile(forged, "w") as other:
        other.writestr("manifest.json", slip)
        other.writestr("office.ita", bytes(office))
    assert package.inspect(forged) == backup.manifest
    for read in (package.verify, lambda path: package.unpack(path, tmp_path / "out.ita")):
        with pytest.raises(StoreError) as caught:
            read(forged)
        assert caught.value.trouble == StoreErrorCode.BAD_PACKAGE
    assert not (tmp_path / "out.ita").exists()


def test_what_is_no_package_is_refused(tmp_path: Path, path: Path) -> None:
    plain = tmp_path / "a.ita-send"
    for data, trouble in (
        (b"", StoreErrorCode.BAD_ZIP),
        (b"PK", StoreErrorCode.BAD_ZIP),
        (path.read_bytes(), StoreErrorCode.BAD_ZIP),
    ):
        plain.write_bytes(data)
        with pytest.raises(StoreError) as caught:
            package.inspect(plain)
        assert caught.value.trouble == trouble
    with zipfile.ZipFile(plain, "w") as other:
        other.writestr("manifest.json", "{}")
    with pytest.raises(StoreError) as caught:
        package.inspect(plain)
    assert caught.value.trouble == StoreErrorCode.NOT_PACKAGE
    with zipfile.ZipFile(plain, "a") as other:
        other.writestr("office.ita", b"")
    with pytest.raises(StoreError) as caught:
        package.inspect(plain)
    assert caught.value.trouble == StoreErrorCode.BAD_PACKAGE


def test_leftovers_go_and_a_broken_backup_stays_but_is_not_the_newest(file: OfficeFile, folder: BackupFolder) -> None:
    good = folder.make(file, packed(file.path))
    (folder.folder / ".unfinished-999999999-office").write_bytes(b"half")
    at_work = folder.folder / f".unfinished-{os.getppid()}-office"
    at_work.write_bytes(b"another window")
    (folder.folder / "000009.ita-backup").write_bytes(b"broken")
    folder.clean()
    folder.thin()
    assert [one.name for one in folder.folder.glob(".unfinished*")] == [at_work.name]
    assert [one.number for one in folder.backups()] == [9, 1]
    assert folder.newest(file.path) == good
    assert folder.make(file, packed(file.path)).number == 10


def test_a_copy_in_the_second_place_is_read_back(file: OfficeFile, folder: BackupFolder, tmp_path: Path) -> None:
    backup = folder.make(file, packed(file.path))
    second = BackupFolder(tmp_path / "stick" / "x")
    (tmp_path / "stick").mkdir()
    copy = second.receive(backup)
    assert copy.read_bytes() == backup.path.read_bytes()
    assert second.receive(backup) == copy
    backup.path.write_bytes(b"PK")
    copy.unlink()
    with pytest.raises(StoreError):
        second.receive(backup)
    assert list(second.folder.iterdir()) == []


def prepared(path: Path, folder: BackupFolder) -> bytes:
    """A backup of the office is ready to replace the file, which has been emptied of memos; the file's bytes."""
    file = OfficeFile.open(path)
    backup = folder.make(file, packed(path))
    with file.transaction():
        file.delete("memo")
    file.close()
    restoring.prepare(path, backup.path, 77, NOW)
    return path.read_bytes()


def opened(path: Path) -> tuple[int, int]:
    file = OfficeFile.open(path, read_only=True)
    try:
        return len(offices.read_office(file).memos), file.rows("SELECT revision FROM file")[0]["revision"]
    finally:
        file.close()


def test_a_restore_puts_the_old_file_aside_with_its_journal(path: Path, folder: BackupFolder) -> None:
    old = prepared(path, folder)
    path.with_name(path.name + "-journal").write_bytes(b"what a crash left")
    quarantine = restoring.swap(path)
    assert opened(path) == (2, 77)
    assert {one.name for one in quarantine.iterdir()} == {path.name, path.name + "-journal"}
    assert restoring.replaced(path) == (quarantine / path.name,)
    assert (quarantine / path.name).read_bytes() == old
    assert not restoring.is_interrupted(path)
    assert not path.with_name(path.name + "-journal").exists()


@pytest.mark.parametrize("moved", range(4))
def test_a_restore_stopped_anywhere_is_finished(path: Path, folder: BackupFolder, moved: int) -> None:
    old = prepared(path, folder)
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"journal")
    sha = restoring._sha256(restoring.prepared_name(path))
    restoring._write_marker(path, {"sha256": sha, "quarantine": "000001"})
    quarantine = path.with_name(path.name + ".replaced") / "000001"
    for step in range(moved):
        quarantine.mkdir(parents=True, exist_ok=True)
        source, target = (
            (path, quarantine / path.name),
            (journal, quarantine / journal.name),
            (restoring.prepared_name(path), path),
        )[step]
        source.rename(target)
    restoring.finish(path)
    assert opened(path) == (2, 77)
    assert (quarantine / path.name).read_bytes() == old
    assert (quarantine / journal.name).read_bytes() == b"journal"
    assert not restoring.is_interrupted(path)
    restoring.finish(path)


def test_a_new_file_that_is_not_what_was_prepared_is_not_taken(path: Path, folder: BackupFolder) -> None:
    old = prepared(path, folder)
    coming = restoring.prepared_name(path)
    sha = restoring._sha256(coming)
    restoring._write_marker(path, {"sha256": sha, "quarantine": "000001"})
    coming.write_bytes(b"torn")
    quarantine = path.with_name(path.name + ".replaced") / "000001"
    quarantine.mkdir(parents=True)
    shutil.move(path, quarantine / path.name)
    restoring.finish(path)
    assert path.read_bytes() == old
    assert not coming.exists()
    assert not restoring.is_interrupted(path)


def test_what_was_prepared_and_not_meant_yet_goes(path: Path, folder: BackupFolder) -> None:
    old = prepared(path, folder)
    restoring.finish(path)
    assert path.read_bytes() == old
    assert not restoring.prepared_name(path).exists()


def test_a_second_file_put_aside_never_covers_the_first(path: Path, folder: BackupFolder) -> None:
    prepared(path, folder)
    quarantine = path.with_name(path.name + ".replaced") / "000001"
    quarantine.mkdir(parents=True)
    (quarantine / path.name).write_bytes(b"precious")
    sha = restoring._sha256(restoring.prepared_name(path))
    restoring._write_marker(path, {"sha256": sha, "quarantine": "000001"})
    restoring.finish(path)
    assert (quarantine / path.name).read_bytes() == b"precious"
    assert opened(path) == (2, 77)
