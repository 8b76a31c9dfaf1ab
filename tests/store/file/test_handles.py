"""Nothing holds a file after it was refused: Windows renames and removes only what nobody has open."""

from __future__ import annotations

import gc
import hashlib
import json
import sys
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ita_desktop.store.errors import StoreError
from ita_desktop.store.file import database
from ita_desktop.store.file.database import OfficeFile, copy_database
from ita_desktop.store.safety import package, restoring
from ita_desktop.store.safety.backup import BackupFolder, Reason, packing

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _nothing_is_collected() -> Iterator[None]:
    """The collector would close what was forgotten; a user presses the button before it comes."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def must_be_free(path: Path) -> None:
    """Fail where this process still has the file open."""
    if sys.platform == "win32":
        path.replace(path.with_name("moved"))
        path.with_name("moved").replace(path)
    elif Path("/proc/self/fd").is_dir():
        held = [each.readlink() for each in Path("/proc/self/fd").iterdir() if each.is_symlink()]
        assert path not in held
    else:
        pytest.skip("neither Windows nor /proc tells which files this process has open")


@pytest.mark.parametrize("left", [5000, 20000, 100_000])
@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_that_was_cut(path: Path, left: int, read_only: bool) -> None:
    path.write_bytes(path.read_bytes()[:left])
    with pytest.raises(StoreError) as kept:
        OfficeFile.open(path, read_only=read_only)
    must_be_free(path)
    assert kept.value  # whoever shows the error keeps it, with all that it holds


def test_a_file_with_a_turned_bit(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for place in range(4096, len(data), 4096):
        data[place] ^= 0xFF
    path.write_bytes(bytes(data))
    with pytest.raises(StoreError) as kept:
        OfficeFile.open(path)
    must_be_free(path)
    assert kept.value


def test_a_damaged_file_that_was_to_be_copied(path: Path, tmp_path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20000])
    with pytest.raises(StoreError) as kept:
        copy_database(path, tmp_path / "copy")
    must_be_free(path)
    assert kept.value


def test_a_file_that_could_not_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(database.migrations, "apply", fail)
    path = tmp_path / "new.ita"
    with pytest.raises(RuntimeError) as kept:
        OfficeFile.create(path)
    must_be_free(path)
    assert kept.value


@pytest.fixture
def backup(path: Path, tmp_path: Path) -> Path:
    folder = BackupFolder(tmp_path / "backups")
    return folder.make_of_path(path, packing(Reason.BY_HAND, NOW, path)).path


def cut_office(backup: Path, bad: Path) -> None:
    """Make a package whose slip is right for an office that is not."""
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(bad, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == package._OFFICE:
                office = data = data[: 4096 * 4]
        slip = json.loads(old.read(package._MANIFEST))
        slip |= {"size": len(office), "sha256": hashlib.sha256(office).hexdigest()}
        new.writestr(package._MANIFEST, json.dumps(slip))
        new.writestr(package._OFFICE, office)


def test_a_package_that_is_refused(backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad, place = tmp_path / "bad.itabak", tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    cut_office(backup, bad)
    with pytest.raises(StoreError) as kept:
        package.office_in(bad)
    must_be_free(bad)
    assert not list(place.iterdir())  # it could be removed
    assert kept.value


def test_a_restore_that_fails(path: Path, backup: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.itabak"
    cut_office(backup, bad)
    with pytest.raises(StoreError) as kept:
        restoring.prepare(path, bad, 2, NOW)
    assert not restoring.prepared_name(path).exists()
    must_be_free(path)
    must_be_free(bad)
    assert kept.value


def test_a_damaged_file_is_restored_while_its_error_is_shown(path: Path, backup: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:5000])
    with pytest.raises(StoreError) as kept:
        OfficeFile.open(path)
    restoring.prepare(path, backup, 2, NOW)
    put_aside = restoring.swap(path) / path.name
    assert put_aside.read_bytes() == whole[:5000]
    OfficeFile.open(path).close()
    assert kept.value
