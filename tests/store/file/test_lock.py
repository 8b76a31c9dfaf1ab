import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ita_desktop.store.errors import StoreError, Trouble
from ita_desktop.store.file.lock import WriterLock, _is_still

NOW = datetime(2024, 12, 1, 9, 30, tzinfo=UTC)
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
    assert caught.value.trouble == Trouble.LOCKED
    assert f"pid {os.getpid()}" in caught.value.detail
    assert "2024-12-01 09:30" in caught.value.detail
    lock.release()
    lock.release()
    assert list(tmp_path.iterdir()) == []
    WriterLock.take(file, NOW).release()


@pytest.mark.parametrize("left", [b"", b"\xff\x00garbage", b"somebody @ elsewhere, 2099-01-01 00:00 (pid 1)\n"])
def test_a_lock_file_that_nobody_holds_decides_nothing(tmp_path: Path, left: bytes) -> None:
    (tmp_path / "a.ita.lock").write_bytes(left)
    os.utime(tmp_path / "a.ita.lock", (4_000_000_000, 4_000_000_000))
    lock = WriterLock.take(tmp_path / "a.ita", NOW)
    assert str(os.getpid()) in (tmp_path / "a.ita.lock").read_text("utf-8")
    lock.release()


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
    assert caught.value.trouble == Trouble.NO_FOLDER


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="needs a folder that even root cannot write to")
def test_where_no_lock_can_be_made_only_reading_is_possible() -> None:
    with pytest.raises(StoreError) as caught:
        WriterLock.take(Path("/proc/version"), NOW)
    assert caught.value.trouble == Trouble.READ_ONLY


def test_a_lock_on_a_file_that_was_removed_meanwhile_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "a.ita.lock"
    with path.open("w+") as stream:
        assert _is_still(path, stream)
        path.unlink()
        assert not _is_still(path, stream)
        path.write_text("another")
        assert not _is_still(path, stream)
