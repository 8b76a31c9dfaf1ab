import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.file.lock import WriterLock, _is_still, user_and_computer

NOW = datetime(2024, 12, 1, 9, 30, tzinfo=UTC)
NO_ROOM = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from ita_desktop.store.errors import StoreError
from ita_desktop.store.file.lock import WriterLock
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
try:
    WriterLock.take(Path(sys.argv[1]), datetime(2024, 12, 1, tzinfo=UTC))
except StoreError as error:
    print(error.trouble)
"""
HOLDER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from ita_desktop.store.file.lock import WriterLock
lock = WriterLock.take(Path(sys.argv[1]), datetime(2024, 12, 1, tzinfo=UTC))
print("held", flush=True)
sys.stdin.read()
"""


def test_one_writer_and_who_it_is(tmp_path: Path) -> None:
    file = tmp_path / "ดอน.ita"
    lock = WriterLock.take(file, NOW)
    with pytest.raises(StoreError) as caught:
        WriterLock.take(file, NOW)
    assert caught.value.trouble == StoreErrorCode.LOCKED
    assert f"pid {os.getpid()}" in caught.value.detail
    assert "2024-12-01 09:30" in caught.value.detail
    lock.release()
    lock.release()
    assert list(tmp_path.iterdir()) == []
    WriterLock.take(file, NOW).release()


@pytest.mark.parametrize("left", [b"", bytes(90), b"somebody @ elsewhere, 2099-01-01 00:00 (pid 1)\n"])
def test_a_lock_file_that_nobody_holds_decides_nothing(tmp_path: Path, left: bytes) -> None:
    (tmp_path / "a.ita.lock").write_bytes(left)
    os.utime(tmp_path / "a.ita.lock", (4_000_000_000, 4_000_000_000))
    lock = WriterLock.take(tmp_path / "a.ita", NOW)
    assert str(os.getpid()) in (tmp_path / "a.ita.lock").read_text("utf-8")
    lock.release()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("left", [b"\xff\x00garbage", b"SQLite format 3\0" + bytes(4080)], ids=["text", "office"])
def test_what_is_no_lock_of_ours_is_locked_and_left_as_it_is(tmp_path: Path, left: bytes) -> None:
    side = tmp_path / "a.ita.lock"
    side.write_bytes(left)
    lock = WriterLock.take(tmp_path / "a.ita", NOW)
    with pytest.raises(StoreError) as caught:
        WriterLock.take(tmp_path / "a.ita", NOW)
    assert caught.value.trouble == StoreErrorCode.LOCKED
    lock.release()
    assert side.read_bytes() == left


@pytest.mark.skipif(sys.platform == "win32", reason="needs links that anybody may make")
@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_another_file_under_the_locks_name_keeps_its_content(
    tmp_path: Path, link: Callable[[Path, Path], None]
) -> None:
    victim = tmp_path / "victim"
    victim.write_text("somebody @ elsewhere, 2099-01-01 00:00 (pid 1)\n")
    link(victim, tmp_path / "a.ita.lock")
    with pytest.raises(StoreError, match="no_locks") if link is os.symlink else nullcontext():
        WriterLock.take(tmp_path / "a.ita", NOW).release()
    assert "elsewhere" in victim.read_text()
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="needs links that anybody may make")
@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_another_name_of_the_file_leads_to_the_same_lock(tmp_path: Path, link: Callable[[Path, Path], None]) -> None:
    (tmp_path / "b").mkdir()
    file, other = tmp_path / "a.ita", tmp_path / "b" / "link.ita"
    file.write_bytes(b"office")
    link(file, other)
    lock = WriterLock.take(file, NOW)
    with pytest.raises(StoreError) as caught:
        WriterLock.take(other, NOW)
    assert caught.value.trouble == StoreErrorCode.LOCKED
    assert caught.value.path == other
    lock.release()
    WriterLock.take(other, NOW).release()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows removes no file that is open")
def test_a_removed_side_file_lets_nobody_in_and_is_made_again(tmp_path: Path) -> None:
    file, side = tmp_path / "a.ita", tmp_path / "a.ita.lock"
    file.write_bytes(b"office")
    lock = WriterLock.take(file, NOW)
    side.unlink()
    with pytest.raises(StoreError) as caught:
        WriterLock.take(file, NOW)
    assert caught.value.trouble == StoreErrorCode.LOCKED
    assert not side.exists()
    lock.check()
    assert str(os.getpid()) in side.read_text("utf-8")
    lock.release()
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows removes no file that is open")
def test_who_lost_the_side_file_to_another_holder_is_told(tmp_path: Path) -> None:
    file, side = tmp_path / "a.ita", tmp_path / "a.ita.lock"
    lock = WriterLock.take(file, NOW)
    side.unlink()
    other = WriterLock.take(file, NOW)
    with pytest.raises(StoreError) as caught:
        lock.check()
    assert caught.value.trouble == StoreErrorCode.LOCKED
    lock.release()
    assert side.exists()
    other.release()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit that Windows does not have")
def test_a_disk_that_takes_no_byte_is_told_and_nothing_is_held(tmp_path: Path) -> None:
    file = tmp_path / "a.ita"
    held = subprocess.run([sys.executable, "-c", NO_ROOM, str(file)], capture_output=True, text=True, check=True)
    assert held.stdout == "disk\n"
    WriterLock.take(file, NOW).release()


def test_an_account_without_a_name_can_hold_a_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform != "win32":
        monkeypatch.setattr(os, "getuid", lambda: 54_321)
    assert " @ " in user_and_computer()


@pytest.mark.skipif(sys.platform == "win32", reason="kills with a signal that Windows does not have")
def test_the_lock_dies_with_its_holder(tmp_path: Path) -> None:
    file = tmp_path / "a.ita"
    command = [sys.executable, "-c", HOLDER, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StoreError, match=str(holder.pid)):
            WriterLock.take(file, NOW)
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        WriterLock.take(file, NOW).release()


def test_a_lock_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        WriterLock.take(tmp_path / "no" / "a.ita", NOW)
    assert caught.value.trouble == StoreErrorCode.NO_FOLDER


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder that even root cannot write to")
def test_where_no_lock_can_be_made_only_reading_is_possible() -> None:
    with pytest.raises(StoreError) as caught:
        WriterLock.take(Path("/proc/version"), NOW)
    assert caught.value.trouble == StoreErrorCode.READ_ONLY


@pytest.mark.skipif(sys.platform == "win32", reason="Windows removes no file that is open")
def test_a_lock_on_a_file_that_was_removed_meanwhile_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "a.ita.lock"
    with path.open("w+") as stream:
        assert _is_still(path, stream.fileno())
        path.unlink()
        assert not _is_still(path, stream.fileno())
        path.write_text("another")
        assert not _is_still(path, stream.fileno())
