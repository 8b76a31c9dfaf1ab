"""The backups of an open office: when they are made, what they hold, how one is restored (แฟ้มสำรอง)."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.app import log
from ita_desktop.app.errors import WorkspaceError, told_to_user
from ita_desktop.app.office.backup_place import BackupPlace
from ita_desktop.app.office.open_office import OpenOffice, in_order
from ita_desktop.app.office.opening import Clock, lock_kept, wall_clock
from ita_desktop.domain.values.office import Office
from ita_desktop.i18n import tr
from ita_desktop.store.errors import StoreErrorCode
from ita_desktop.store.records import offices
from ita_desktop.store.safety import restoring
from ita_desktop.store.safety.backup import Backup, BackupFolder, Reason

if TYPE_CHECKING:
    from ita_desktop.app.office.merge import Difference

EVERY = 30 * 60.0
"""Seconds between two backups while the office is being edited."""


class Backups:
    """Backups of one open office, made by hand, by the clock and before every big change."""

    def __init__(self, office: OpenOffice, root: Path, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.place = BackupPlace(root, office.file)
        self._office, self._monotonic = office, monotonic
        self._looked_at = monotonic()

    def all(self) -> tuple[Backup, ...]:
        """List the backups, the newest first; those that cannot be read have no manifest.

        Those of copies of this file (see ``is_of_copy``) come after its own.
        """
        with told_to_user():
            return tuple(sorted(self.place.folder.backups(), key=self.is_of_copy))

    def is_of_copy(self, backup: Backup) -> bool:
        """Tell whether a backup was made of a copy of this file that lies elsewhere or had another name."""
        return backup.manifest is not None and not backup.manifest.is_of(self._office.path)

    def make(self, reason: Reason = Reason.BY_HAND) -> Backup:
        """Back up what was saved last; WorkspaceError, and then nothing must be done that needed it."""
        backup = self.place.make(self._office.file, reason, self._office.clock())
        self._looked_at = self._monotonic()
        return backup

    def make_if_changed(self, reason: Reason) -> Backup | None:
        """Back up, unless the newest backup holds the very same."""
        backup = self.place.make_if_changed(self._office.file, reason, self._office.clock())
        if backup is not None:
            self._looked_at = self._monotonic()
        return backup

    def make_if_due(self) -> Backup | None:
        """Back up after half an hour, if something was saved since; the window calls this every minute."""
        if self._office.read_only or self._monotonic() - self._looked_at < EVERY:
            return None
        self._looked_at = self._monotonic()  # an error is reported once in half an hour, not every minute
        return self.make_if_changed(Reason.TIMER)

    def make_before(self, reason: Reason) -> None:
        """Back up before a big change; WorkspaceError, also if the office may only be read: then do not make it."""
        self._office.must_be_writable()
        self.make_if_changed(reason)

    def office_in(self, backup: Backup) -> Office:
        """Read the office in a backup from end to end; WorkspaceError if it is damaged."""
        with told_to_user():
            from ita_desktop.store.safety.package import office_in

            return in_order(office_in(backup.path))

    def differences_to(self, backup: Backup) -> tuple[Difference, ...]:
        """Find what a restore would change: ``mine`` is now, ``theirs`` is in the backup."""
        from ita_desktop.app.office.merge import differences

        return differences(self._office.office, self.office_in(backup), keep_both=False)

    def restore(self, backup: Backup) -> Path:
        """Put a backup in the place of the file, which goes into a folder beside; that folder.

        If the file is still whole, a backup is made first. Afterwards the undo history is empty and listeners are
        called for all tables.
        """
        office = self._office
        office.must_be_writable()
        kept = _revisions(self.all())
        with told_to_user():
            now = offices.revision(office.file)
            restoring.prepare(office.path, backup.path, max([now, *kept]) + 1, office.clock())
        try:
            self.make_if_changed(Reason.RESTORE)
        except WorkspaceError as error:
            if (
                error.code is not StoreErrorCode.DAMAGED
            ):  # a damaged file is put aside as it is: that is what restores are for
                restoring.forget(office.path)
                raise
        log.note("restore", number=backup.number)
        with office.closed_meanwhile(), told_to_user():
            return restoring.swap(office.path)

    @property
    def replaced(self) -> tuple[Path, ...]:
        """The files that restores have put aside, the newest first."""
        return restoring.replaced(self._office.path)


def restore_closed(path: Path, backup: Backup, clock: Clock = wall_clock) -> Path:
    """Put a backup in the place of a file that cannot be opened any more; the folder with the old one."""
    kept = _revisions(BackupFolder(backup.path.parent).backups())
    with told_to_user(), lock_kept(path, clock) as lock:
        restoring.finish(path)
        restoring.prepare(path, backup.path, max(kept, default=0) + 1, clock())
        log.note("restore_closed", number=backup.number)
        try:
            return restoring.swap(path)
        finally:
            lock.release()


def reason_words(reason: str) -> str:
    """Say why a backup was made, in the user's language; an unknown reason is shown as it is."""
    words = {
        Reason.BY_HAND: tr("made by hand"),
        Reason.UPGRADE: tr("before the file was brought to the new version"),
        Reason.IMPORT: tr("before an import"),
        Reason.MERGE: tr("before merging"),
        Reason.SENT: tr("when it was sent to another computer"),
        Reason.RESTORE: tr("before a restore"),
        Reason.DELETE: tr("before a year or a plan was removed"),
        Reason.EXIT: tr("when the file was closed"),
        Reason.TIMER: tr("every half hour"),
    }
    return dict(words).get(Reason(reason), reason) if reason in set(Reason) else reason


def _revisions(backups: tuple[Backup, ...]) -> list[int]:
    return [one.manifest.revision for one in backups if one.manifest is not None]
