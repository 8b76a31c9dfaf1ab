"""What the disk, the folder or another program does to an open office: a sentence, and nothing lost."""

import os
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from sqlite_utils import Database

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.store.errors import StoreErrorCode
from ita_desktop.store.file import database, migrations, volumes
from ita_desktop.store.safety import package
from tests.store.offices import FRAMEWORKS, OFFICE, without_ids

fcntl = pytest.importorskip("fcntl", reason="Windows lets nobody take a disk away like that")
resource = pytest.importorskip("resource")

SCORE = Decimal("12.5")
SHUTDOWN, WITHOUT_A_LAST_WORD = 0x8004587D, 2
"""FS_IOC_SHUTDOWN: from now on the file system answers nothing but errors."""
KEPT = sorted((Path(__file__).parents[1] / "data" / "old_files").glob("*.ita"))
root_only = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting needs root")
no_windows = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no tmpfs can be mounted: {mounted.stderr.decode()}")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


@root_only
def test_a_full_disk_keeps_what_was_saved_and_goes_on_when_there_is_room(
    path: Path, disk: Path, tmp_path: Path
) -> None:
    there = Path(shutil.copy(path, disk / path.name))
    with Workspace.open(there, FRAMEWORKS) as ws:
        ws.set_score(2567, "1", SCORE)
        before = ws.office
        with (disk / "filler").open("wb") as filler, pytest.raises(OSError):  # noqa: PT012
            while True:
                filler.write(bytes(1 << 16))
                filler.flush()
        for _ in range(2):
            with pytest.raises(WorkspaceError) as caught:
                ws.set_narrative(2567, "1", "ก" * 200_000)
            assert caught.value.code == StoreErrorCode.FULL
            assert ws.office == before
        with pytest.raises(WorkspaceError):
            ws.save_copy(disk / "copy.ita")
        assert sorted(one.name for one in disk.iterdir() if "copy" in one.name) == []
        ws.save_copy(tmp_path / "copy.ita")
        (disk / "filler").unlink()
        ws.set_narrative(2567, "1", "ก" * 200_000)
    with Workspace.open(tmp_path / "copy.ita", FRAMEWORKS) as copy:
        assert copy.office == before


@no_windows
def test_a_file_that_may_not_grow_keeps_what_was_saved(path: Path) -> None:
    with Workspace.open(path, FRAMEWORKS) as ws:
        before = ws.office
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, limits[1]))
        try:
            with pytest.raises(WorkspaceError) as caught:
                ws.set_narrative(2567, "1", "ก" * 200_000)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert caught.value.code in (StoreErrorCode.DISK, StoreErrorCode.FULL)
        assert ws.office == before
        ws.set_narrative(2567, "1", "ก" * 200_000)


def _removed(path: Path) -> None:
    path.unlink()


def _renamed(path: Path) -> None:
    path.rename(path.with_name("other name.ita"))


def _replaced(path: Path) -> None:
    shutil.copy(path, path.with_name("new"))
    path.with_name("new").replace(path)


@no_windows
@pytest.mark.parametrize("happens", [_removed, _renamed, _replaced])
def test_a_file_that_is_moved_underneath(path: Path, tmp_path: Path, happens: Callable[[Path], None]) -> None:
    ws = Workspace.open(path, FRAMEWORKS)
    ws.set_score(2567, "1", SCORE)
    before = ws.office
    happens(path)
    kept = path.read_bytes() if path.exists() else b""
    for _ in range(2):
        with pytest.raises(WorkspaceError) as caught:
            ws.set_score(2567, "2", SCORE)
        assert caught.value.code == StoreErrorCode.MOVED
        assert str(path) in str(caught.value)
        with pytest.raises(WorkspaceError):
            ws.drafts.keep("agency/name", "ก")
    assert ws.office == before
    ws.save_copy(tmp_path / "copy.ita")
    ws.close()
    assert (path.read_bytes() if path.exists() else b"") == kept
    with Workspace.open(tmp_path / "copy.ita", FRAMEWORKS) as copy:
        assert copy.office == before
        copy.set_score(2567, "2", SCORE)


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that every user may look into."""
    folder = Path(tempfile.mkdtemp(prefix="ita-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


AS_NOBODY = """
import encodings.cp437, encodings.utf_8_sig, os, sys  # nobody may not read the libraries later
sys.path.insert(0, {root!r})
from pathlib import Path
from decimal import Decimal
from ita_desktop import i18n, paths
from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.workspace import Workspace
from tests.store.offices import FRAMEWORKS
i18n.use_language("th", paths.translations())
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
path, copy = Path(sys.argv[1]), Path(sys.argv[2])
with Workspace.open(path, FRAMEWORKS) as ws:
    assert ws.read_only
    assert str(path) in ws.read_only_reason
    try:
        ws.set_score(2567, "1", Decimal(1))
    except WorkspaceError as error:
        print(error.code.value)
    ws.save_copy(copy)
with Workspace.open(copy, FRAMEWORKS, backups_in=copy.parent) as ws:
    ws.set_score(2567, "1", Decimal(1))
"""


@no_windows
@pytest.mark.parametrize("what", ["folder", "file"])
def test_where_writing_is_not_allowed_reading_and_a_copy_are(path: Path, shared_folder: Path, what: str) -> None:
    there = Path(shutil.copy(path, shared_folder / "a.ita"))
    out = shared_folder / "out"
    out.mkdir(mode=0o777)
    out.chmod(0o777)
    there.chmod(0o444 if what == "file" else 0o666)
    shared_folder.chmod(0o777 if what == "file" else 0o555)
    before = there.read_bytes()
    program = AS_NOBODY.format(root=str(Path(__file__).parents[2]))
    command = [sys.executable, "-B", "-c", program, str(there), str(out / "copy.ita")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "read_only\n"
    assert there.read_bytes() == before


@root_only
def test_a_stick_that_is_pulled(path: Path, tmp_path: Path) -> None:
    image, stick = tmp_path / "stick.img", tmp_path / "stick"
    stick.mkdir()
    with image.open("wb") as stream:
        stream.truncate(8 << 20)
    try:
        subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True, capture_output=True)
        subprocess.run(["mount", "-o", "loop", image, stick], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no image can be mounted: {error}")
    try:
        ws = Workspace.open(Path(shutil.copy(path, stick / "a.ita")), FRAMEWORKS)
        ws.set_score(2567, "1", SCORE)
        before = ws.office
        descriptor = os.open(stick, os.O_RDONLY)
        fcntl.ioctl(descriptor, SHUTDOWN, struct.pack("I", WITHOUT_A_LAST_WORD))
        os.close(descriptor)
        with pytest.raises(WorkspaceError) as caught:
            ws.set_narrative(2567, "1", "ก" * 500_000)
        assert caught.value.code in (StoreErrorCode.DISK, StoreErrorCode.READ_ONLY)
        assert ws.office == before
        ws.save_copy(tmp_path / "copy.ita")
        ws.close()
    finally:
        subprocess.run(["umount", "-l", stick], check=True)
    with Workspace.open(tmp_path / "copy.ita", FRAMEWORKS) as copy:
        assert without_ids(copy.office) == without_ids(before)


# older versions


@pytest.fixture
def later() -> Iterator[None]:
    def add_colour(db: Database) -> None:
        db.execute("ALTER TABLE memo ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'")

    migrations._step("999_test")(add_colour)

    database._schema_of.cache_clear()
    yield
    migrations.migrations._migrations.pop()
    database._schema_of.cache_clear()


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_an_older_file_is_backed_up_and_then_upgraded(kept: Path, tmp_path: Path, later: None) -> None:
    path = Path(shutil.copy(kept, tmp_path / kept.name))
    with Workspace.open(path, FRAMEWORKS) as ws:
        assert without_ids(ws.office).agency == OFFICE.agency
        (backup,) = ws.backups.all()
        assert backup.manifest is not None
        assert backup.manifest.reason == "upgrade"
        package.verify(backup.path)
        assert without_ids(ws.backups.office_in(backup)) == without_ids(ws.office)
        ws.set_score(2567, "1", SCORE)
        ws.backups.restore(backup)
        assert without_ids(ws.backups.office_in(backup)) == without_ids(ws.office)


def test_without_a_backup_no_upgrade(path: Path, later: None, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(volumes, "SPARE", 10**18)
    with Workspace.open(path, FRAMEWORKS) as ws:  # it can be looked at all the same
        assert ws.read_only
        assert "พื้นที่ว่าง" in ws.read_only_reason
        assert ws.office.plans
    assert path.read_bytes() == before
    assert not path.with_name(path.name + ".lock").exists()
    monkeypatch.undo()
    with Workspace.open(path, FRAMEWORKS) as ws:
        assert len(ws.backups.all()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts the letters of the whole path")
def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    path = tmp_path / ("ก" * 78 + ".ita")
    Workspace.create(path, OFFICE.agency, FRAMEWORKS).close()
    Workspace.open(path, FRAMEWORKS).close()
    for letters in (83, 300):
        path = tmp_path / ("ก" * letters + ".ita")
        with pytest.raises(WorkspaceError) as made:
            Workspace.create(path, OFFICE.agency, FRAMEWORKS)
        assert made.value.code == StoreErrorCode.LONG_NAME
        with pytest.raises(WorkspaceError) as opened:
            Workspace.open(path, FRAMEWORKS)
        assert opened.value.code in (StoreErrorCode.LONG_NAME, StoreErrorCode.MISSING)
