"""The backups of one office (แฟ้มสำรอง): numbered packages in a folder, each verified before it got its name."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from ita_desktop.store.errors import StoreError, StoreErrorCode, error_for
from ita_desktop.store.file.creation import place
from ita_desktop.store.file.database import OfficeFile, copy_database
from ita_desktop.store.file.disk import drop, sync_file, sync_folder
from ita_desktop.store.file.volumes import need_space
from ita_desktop.store.safety import package, thinning
from ita_desktop.store.safety.package import BACKUP_SUFFIX, Manifest, Packing

_NAME = re.compile(rf"(\d{{6,}}){re.escape(BACKUP_SUFFIX)}")
_UNFINISHED = ".unfinished-"
_TRIES = 20


class Reason(StrEnum):
    """Why a backup was made."""

    BY_HAND = "by_hand"
    UPGRADE = "upgrade"
    IMPORT = "import"
    MERGE = "merge"
    SENT = "sent"
    RESTORE = "restore"
    DELETE = "delete"
    EXIT = "exit"
    TIMER = "timer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup; ``manifest`` is None where it cannot be read."""

    path: Path
    number: int
    manifest: Manifest | None


class BackupFolder:
    """The folder with the backups of one office file; made when the first backup is."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def of(cls, root: Path, file_id: str) -> BackupFolder:
        """Return the backups of the file with this id."""
        return cls(root / package.safe_id(file_id))

    def backups(self) -> tuple[Backup, ...]:
        """List all backups, the newest first."""
        return tuple(self._newest_first())

    def newest(self, path: Path) -> Backup | None:
        """Return the newest backup of the file at ``path`` that can be read."""
        return next(
            (one for one in self._newest_first() if one.manifest is not None and one.manifest.is_of(path)), None
        )

    def _newest_first(self) -> Iterator[Backup]:
        for number, path in sorted(self._numbered(), reverse=True):
            yield Backup(path=path, number=number, manifest=_manifest(path))

    def make(self, file: OfficeFile, packing: Packing) -> Backup:
        """Back up what was saved last; StoreError, and no backup, if anything about it is wrong."""
        return self._make(file.path, file.copy_to, packing)

    def make_of_path(self, path: Path, packing: Packing) -> Backup:
        """Back up a file that is not open here, or is just being upgraded."""
        return self._make(path, lambda target: copy_database(path, target), packing)

    def clean(self) -> None:
        """Remove what a crash left unfinished, not what another window is just writing."""
        for left in self.folder.glob(f"{_UNFINISHED}*"):
            with contextlib.suppress(OSError):
                if not _is_at_work(left.name):
                    left.unlink()

    def thin(self) -> None:
        """Remove the backups that need not stay; one that cannot be read stays.

        A copy of a file has its id too, and so its backups lie here: each is thinned by itself.
        """
        readable = [(one, one.manifest) for one in self.backups() if one.manifest is not None]
        made: dict[tuple[str, str], list[thinning.Made]] = {}
        for one, manifest in readable:
            day, reason = manifest.made_at.date(), manifest.reason
            entry = thinning.Made(number=one.number, day=day, reason=reason, size=_size(one.path))
            made.setdefault((manifest.place, manifest.file_name), []).append(entry)
        stay = {number for group in made.values() for number in thinning.kept(group)}
        for one, _ in readable:
            if one.number not in stay:
                with contextlib.suppress(OSError):
                    one.path.unlink()

    def receive(self, backup: Backup) -> Path:
        """Put a copy of another folder's backup here; it is read back from the disk before it counts."""
        target = self.folder / backup.path.name
        with self._told():
            self._make_folder()
            if target.exists():
                return target
            unfinished = self._unfinished("copy")
            try:
                shutil.copyfile(backup.path, unfinished)
                sync_file(unfinished)
                if package.verify(unfinished) != backup.manifest:
                    raise StoreError(StoreErrorCode.BAD_PACKAGE, target)
                place(unfinished, target)
                sync_folder(self.folder)
            finally:
                drop(unfinished)
        return target

    def _make(self, path: Path, copy: Callable[[Path], None], packing: Packing) -> Backup:
        with self._told():
            self._make_folder()
            need_space(self.folder, path.stat().st_size if path.exists() else 0)
            office, packed = self._unfinished("office"), self._unfinished("package")
            try:
                copy(office)
                manifest = package.seal(office, packed, packing)
                return self._give_number(packed, manifest)
            finally:
                for left in (office, office.with_name(office.name + "-journal"), packed):
                    drop(left)

    def _give_number(self, packed: Path, manifest: Manifest) -> Backup:
        for _ in range(_TRIES):
            number = max((number for number, _ in self._numbered()), default=0) + 1
            target = self.folder / f"{number:06}{BACKUP_SUFFIX}"
            try:
                place(packed, target)
            except StoreError as error:
                if error.trouble is StoreErrorCode.EXISTS:  # another window has taken the number meanwhile
                    continue
                raise
            sync_folder(self.folder)
            return Backup(path=target, number=number, manifest=manifest)
        raise StoreError(StoreErrorCode.EXISTS, target)

    def _numbered(self) -> Iterator[tuple[int, Path]]:
        if self.folder.is_dir():
            for path in self.folder.iterdir():
                if found := _NAME.fullmatch(path.name):
                    yield int(found[1]), path

    def _unfinished(self, what: str) -> Path:
        return self.folder / f"{_UNFINISHED}{os.getpid()}-{what}"

    def _make_folder(self) -> None:
        """Only the user may look into it: backups hold names of people."""
        if not self.folder.is_dir():
            self.folder.mkdir(parents=True, mode=0o700, exist_ok=True)
            sync_folder(self.folder.parent)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise error_for(self.folder, error) from error


def packing(reason: Reason, now: datetime, path: Path) -> Packing:
    """Return what a backup says about itself."""
    return Packing(reason=reason.value, made_at=now, file_name=path.name, place=package.place_of(path))


def _manifest(path: Path) -> Manifest | None:
    try:
        return package.inspect(path)
    except StoreError:
        return None


def _is_at_work(name: str) -> bool:
    """True if the process that an unfinished file is named after still runs."""
    found = re.match(rf"{re.escape(_UNFINISHED)}(\d{{1,9}})-", name)
    return found is not None and int(found[1]) != os.getpid() and _lives(int(found[1]))


if sys.platform == "win32":
    import ctypes

    _QUERY, _STILL_ACTIVE, _NO_RIGHT = 0x1000, 259, 5

    def _lives(process: int) -> bool:
        """True if a process of this number runs; also where Windows does not let one ask."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(_QUERY, False, process)
        if not handle:
            return ctypes.get_last_error() == _NO_RIGHT
        code = ctypes.c_ulong()
        known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return not known or code.value == _STILL_ACTIVE
else:

    def _lives(process: int) -> bool:
        """True if a process of this number runs."""
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except OSError:
            return True
        return True


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
