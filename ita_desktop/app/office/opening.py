"""How an office's file is made and opened: the lock, what a crash left, the upgrade, and where it can only be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ita_desktop.app import log
from ita_desktop.app.errors import numbers_of, sentence
from ita_desktop.app.office.backup_place import before_upgrade
from ita_desktop.domain.values.agency import Agency
from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.file.creation import create_whole
from ita_desktop.store.file.database import OfficeFile, is_file, version_of
from ita_desktop.store.file.disk import may_write
from ita_desktop.store.file.lock import WriterLock
from ita_desktop.store.file.migrations import version
from ita_desktop.store.file.volumes import is_network, need_space
from ita_desktop.store.records import agencies
from ita_desktop.store.safety import restoring

Clock = Callable[[], datetime]
_STILL_READABLE = (
    StoreErrorCode.FULL,
    StoreErrorCode.DISK,
    StoreErrorCode.READ_ONLY,
    StoreErrorCode.LITTLE_SPACE,
    StoreErrorCode.BUSY,
)
"""What keeps a file from being written, and not from being looked at, printed and copied elsewhere."""


def wall_clock() -> datetime:
    """Now, with the computer's time zone."""
    return datetime.now(UTC).astimezone()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An open file with the lock that keeps it ours; without a lock it can only be read."""

    file: OfficeFile
    lock: WriterLock | None = None
    read_only_reason: str = ""
    """Why it can only be read, as a sentence; empty where it can be written, or where reading is all that was asked."""

    def close(self) -> None:
        """Let go of the file and of the lock."""
        self.file.close()
        if self.lock is not None:
            self.lock.release()


@contextmanager
def closed_on_error(opened: Opened) -> Iterator[Opened]:
    """Let go of the file and the lock again only where something goes wrong."""
    try:
        yield opened
    except BaseException:
        opened.close()
        raise


def create_file(path: Path, agency: Agency, clock: Clock) -> Opened:
    """Make the file of a new office; StoreError if there is one of that name already."""
    must_be_local(path)
    with lock_kept(path, clock) as lock:
        create_whole(path, lambda file: agencies.write_agency(file, agency))
        lock.hold_file()
        return Opened(file=OfficeFile.open(path), lock=lock)


def open_file(path: Path, clock: Clock, backups: Path, *, read_only: bool = False) -> Opened:
    """Open an existing file. Where it may not be written, or someone else has it open, it opens for reading only.

    What a crash left half restored is finished first; a file of an older version is backed up, then upgraded.
    """
    there = is_file(path)
    if there and path.is_symlink():  # a restore would put its file in the place of the link
        path = path.resolve()
    if read_only:
        _finish_restore(path, clock)
        return Opened(file=OfficeFile.open(path, read_only=True))
    if not there and not restoring.is_interrupted(path):
        raise StoreError(StoreErrorCode.MISSING, path)
    try:
        must_be_local(path)
        lock = WriterLock.take(path, clock())
    except StoreError as error:
        log.note("read_only", code=error.trouble.value, **numbers_of(error))
        return Opened(file=OfficeFile.open(path, read_only=True), read_only_reason=sentence(error))
    try:
        file = open_for_writing(path, clock, backups)
        lock.hold_file()
    except StoreError as error:
        lock.release()
        if error.trouble not in _STILL_READABLE or restoring.is_interrupted(path):
            raise
        log.note("read_only", code=error.trouble.value, **numbers_of(error))
        return Opened(file=OfficeFile.open(path, read_only=True), read_only_reason=sentence(error))
    except BaseException:
        lock.release()
        raise
    why = sentence(StoreError(StoreErrorCode.READ_ONLY, path)) if file.read_only else ""
    return Opened(file=file, lock=lock, read_only_reason=why)


def must_be_local(path: Path) -> None:
    if is_network(path.parent):
        raise StoreError(StoreErrorCode.NETWORK, path)


@contextmanager
def lock_kept(path: Path, clock: Clock) -> Iterator[WriterLock]:
    """Take the lock, and release it only if something goes wrong."""
    lock = WriterLock.take(path, clock())
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


def open_for_writing(path: Path, clock: Clock, backups: Path) -> OfficeFile:
    """Open the file upgraded, an interrupted restore finished; read-only if its permissions allow no more."""
    if restoring.is_interrupted(path):
        log.note("restore_finished")
    restoring.finish(path)
    if not may_write(path):
        return OfficeFile.open(path, read_only=True)

    def keep(path: Path) -> None:
        need_space(path.parent, path.stat().st_size)
        before_upgrade(backups, path, clock())
        log.note("upgrade", before=version_of(path), after=version())

    return OfficeFile.open(path, before_upgrade=keep)


def _finish_restore(path: Path, clock: Clock) -> None:
    """Finish what a crash interrupted, also for a reader; nothing where there is nothing to finish."""
    if not restoring.is_interrupted(path):
        return
    try:
        lock = WriterLock.take(path, clock())
    except StoreError as error:
        if error.trouble is not StoreErrorCode.LOCKED:
            raise
        raise StoreError(StoreErrorCode.RESTORING, path) from error
    try:
        restoring.finish(path)
    finally:
        lock.release()
