"""Where backups of one file lie and how one is made (ที่เก็บแฟ้มสำรอง), also while no office is open."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ita_desktop.app import log
from ita_desktop.app.errors import sentence, told_to_user
from ita_desktop.app.folders import backups_of
from ita_desktop.i18n import tr
from ita_desktop.store.errors import StoreError, StoreErrorCode, error_for
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.file.disk import sync_file
from ita_desktop.store.records import offices
from ita_desktop.store.safety import package
from ita_desktop.store.safety.backup import Backup, BackupFolder, Reason, packing

_SECOND = "second_place.txt"


class BackupPlace:
    """The folder with the backups of one file; a copy of each goes to a second place, if the office names one."""

    def __init__(self, root: Path, file: OfficeFile) -> None:
        identity = offices.file_id(file)
        self._path = file.path
        self.folder = BackupFolder.of(root, identity)
        self.second_trouble = ""
        """Why the last backup is not in the second place; empty where it is, or where there is none."""
        self._short_id = package.safe_id(identity)[:8]

    def make(self, file: OfficeFile, reason: Reason, now: datetime) -> Backup:
        """Back up what was saved last; WorkspaceError, and then nothing must be done that needed it."""
        with told_to_user():
            backup = self.folder.make(file, packing(reason, now, file.path))
        self.folder.thin()
        self._copy_to_second(backup)
        log.note("backup", reason=reason.value, number=backup.number)
        return backup

    def make_if_changed(self, file: OfficeFile, reason: Reason, now: datetime) -> Backup | None:
        """Back up, unless the newest backup holds the very same."""
        with told_to_user():
            newest = self.folder.newest(file.path)
            if newest is not None and newest.manifest and newest.manifest.state == package.state_of(file):
                return None
        return self.make(file, reason, now)

    @property
    def second_place(self) -> Path | None:
        """The folder (a stick, another disk) that gets a copy of every backup."""
        try:
            kept = (self.folder.folder / _SECOND).read_text(encoding="utf-8").strip()
        except OSError:
            return None
        return Path(kept) if kept else None

    @second_place.setter
    def second_place(self, place: Path | None) -> None:
        note = self.folder.folder / _SECOND
        with told_to_user():
            try:
                note.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                note.write_text(str(place or ""), encoding="utf-8")
                sync_file(note)
            except OSError as error:
                raise error_for(note, error) from error
        self.second_trouble = ""
        newest = self.folder.newest(self._path)
        if newest is not None:
            self._copy_to_second(newest)

    def _copy_to_second(self, backup: Backup) -> None:
        """Copy a backup to the second place; if the USB stick is missing, keep the backup and report it."""
        place = self.second_place
        if place is None:
            return
        second = BackupFolder(place / f"ITA-backup-{self._short_id}")
        try:
            if not place.is_dir():
                raise StoreError(StoreErrorCode.NO_FOLDER, place)
            second.clean()
            second.receive(backup)
            second.thin()
        except StoreError as error:
            self.second_trouble = tr("The copy in the second place was not made. {why}").format(why=sentence(error))
            log.note("second_place", trouble=error.trouble.value)
        else:
            self.second_trouble = ""


def before_upgrade(root: Path, path: Path, now: datetime) -> None:
    """Back up a file of an older version before its tables are changed."""
    file = OfficeFile.open(path, read_only=True)
    try:
        identity = offices.file_id(file)
    finally:
        file.close()
    folder = BackupFolder.of(root, identity)
    folder.clean()
    folder.make_of_path(path, packing(Reason.UPGRADE, now, path))


def backups_for(path: Path, root: Path | None = None) -> tuple[Backup, ...]:
    """List the backups of a file that cannot be opened, found by its name; the newest of each folder first.

    They are looked for under ``root``; None: in the folder beside the file. WorkspaceError if it cannot be read.
    """
    root = backups_of(path, root)
    with told_to_user():
        places = sorted(one for one in root.iterdir() if one.is_dir()) if root.is_dir() else []
        found = (backup for place in places for backup in BackupFolder(place).backups())
        named = [one for one in found if one.manifest is not None and one.manifest.file_name == path.name]
        return tuple(sorted(named, key=lambda one: one.manifest is None or not one.manifest.is_of(path)))
