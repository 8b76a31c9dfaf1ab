import shutil
import sys
from pathlib import Path

import pytest

from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.file import volumes
from ita_desktop.store.file.volumes import NETWORK_KINDS, kind_of

MOUNTS = """\
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:40 / /mnt/share rw,relatime shared:1 - cifs //server/office rw
31 22 0:41 / /mnt/share/local rw - ext4 /dev/sdb1 rw
32 22 0:42 / /media/our\\040office rw - fuse.sshfs someone@else: rw
33 22 0:43 / /mnt/over rw - ext4 /dev/sdc rw
34 22 0:44 / /mnt/over rw - nfs4 server:/x rw
broken line
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has drive letters and shares; the next test")
@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/home/a", "ext4"),
        ("/mnt/share", "cifs"),
        ("/mnt/share/2567/a.ita", "cifs"),
        ("/mnt/shared", "ext4"),
        ("/mnt/share/local/x", "ext4"),
        ("/media/our office/ดอน.ita", "fuse.sshfs"),
        ("/mnt/over/x", "nfs4"),
    ],
)
def test_the_file_system_of_a_folder(place: str, kind: str) -> None:
    assert kind_of(Path(place), MOUNTS) == kind
    assert (kind in NETWORK_KINDS) == (kind != "ext4")


@pytest.mark.skipif(sys.platform != "win32", reason="drive letters and shares are Windows' own")
def test_a_share_and_a_letter_of_another_computer_are_its_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not volumes.is_network(tmp_path)
    kinds = {"C:\\": 3, "X:\\": volumes._REMOTE}
    monkeypatch.setattr(Path, "resolve", lambda self, strict=False: self.absolute())
    monkeypatch.setattr(volumes, "drive_kind", kinds.__getitem__)
    assert volumes.is_network(Path("X:/งาน"))
    assert volumes.is_network(Path("//server/share/งาน"))
    assert not volumes.is_network(Path("C:/งาน"))


def test_nothing_is_known_without_mounts(tmp_path: Path) -> None:
    assert kind_of(tmp_path, "") == ""
    assert not volumes.is_network(tmp_path)


def test_room_is_asked_for_three_times_the_file_and_what_stays_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy, the journal of the rewrite, and the rewritten file are on the disk at one time."""
    size = 100_000_000
    free = [0]
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=free[0]))
    free[0] = 3 * size + volumes.SPARE
    volumes.need_space(tmp_path, size)
    free[0] -= 1
    with pytest.raises(StoreError) as caught:
        volumes.need_space(tmp_path, size)
    assert caught.value.trouble is StoreErrorCode.LITTLE_SPACE
    assert "350 MB" in caught.value.detail


def test_too_little_room_is_told(tmp_path: Path) -> None:
    volumes.need_space(tmp_path, 1)
    with pytest.raises(StoreError) as caught:
        volumes.need_space(tmp_path, 10**15)
    assert caught.value.trouble == StoreErrorCode.LITTLE_SPACE
    with pytest.raises(StoreError) as caught:
        volumes.need_space(tmp_path / "gone", 1)
    assert caught.value.trouble == StoreErrorCode.MISSING
