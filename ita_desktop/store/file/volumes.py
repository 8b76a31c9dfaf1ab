"""What kind of disk a file lies on, and how much room it has."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from ita_desktop.store.errors import StoreError, StoreErrorCode, error_for

_SHARES = (
    "nfs",
    "nfs4",
    "cifs",
    "smb",
    "smb2",
    "smb3",
    "smbfs",
    "ncpfs",
    "afs",
    "ceph",
    "davfs",
    "glusterfs",
    "vboxsf",
    "prl_fs",
)
_LENT = ("davfs2", "sshfs", "rclone", "gvfsd-fuse", "smbnetfs", "curlftpfs", "glusterfs", "vmhgfs-fuse")
NETWORK_KINDS = frozenset((*_SHARES, *(f"fuse.{name}" for name in _LENT)))
"""File systems whose locks and whose "it is on the disk" another computer answers for."""
SPARE = 50_000_000
"""Bytes that stay free on the disk."""
_MOUNTS = Path("/proc/self/mountinfo")
_REMOTE = 4
"""``DRIVE_REMOTE`` of GetDriveTypeW."""

if sys.platform == "win32":
    import ctypes

    def is_network(path: Path) -> bool:
        """Return whether a drive letter, or a share by its server's name, is of another computer."""
        anchor = path.resolve().anchor
        return anchor.startswith("\\\\") or drive_kind(anchor) == _REMOTE

    def drive_kind(root: str) -> int:
        """Return the kind of a drive as Windows numbers it, by its root folder."""
        return int(ctypes.windll.kernel32.GetDriveTypeW(root))
else:

    def is_network(path: Path) -> bool:
        """Return whether the folder is on another computer."""
        try:
            mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return False
        return kind_of(path, mounts) in NETWORK_KINDS


def kind_of(path: Path, mounts: str) -> str:
    """Name the file system that holds ``path``, from ``/proc/self/mountinfo``; empty if it does not say."""
    place = str(path.resolve())
    best, kind = "", ""
    for line in mounts.splitlines():
        left, found, right = line.partition(" - ")
        fields = left.split(" ")
        if not found or len(fields) < 5:
            continue
        mount = _plain(fields[4])
        inside = place == mount or place.startswith(mount.rstrip("/") + "/")
        if inside and len(mount) >= len(best):  # a later one of the same name covers the one before
            best, kind = mount, right.split(" ")[0]
    return kind


def _plain(name: str) -> str:
    """A mount point with its escaped spaces and backslashes as they are."""
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        name = name.replace(code, letter)
    return name


def need_space(folder: Path, size: int) -> None:
    """StoreError ``little_space`` where a file of ``size`` bytes cannot safely be copied and rewritten."""
    wanted = 3 * size + SPARE
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise error_for(folder, error) from error
    if free < wanted:
        raise StoreError(StoreErrorCode.LITTLE_SPACE, folder, f"{_megabytes(free)} < {_megabytes(wanted)}")


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB"
