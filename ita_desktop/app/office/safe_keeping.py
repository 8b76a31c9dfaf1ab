"""What keeps an open office from being lost: backups, restore, drafts, import, copies."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.app import log
from ita_desktop.app.errors import WorkspaceError, told_to_user
from ita_desktop.app.office import figures
from ita_desktop.app.office.drafts import lay_over
from ita_desktop.app.office.open_office import Clock, OpenOffice, in_order, lock_kept, wall_clock
from ita_desktop.app.office.typed_texts import as_value
from ita_desktop.app.outputs import write_output
from ita_desktop.domain.values.facts import Origin
from ita_desktop.domain.values.office import Office
from ita_desktop.i18n import tr
from ita_desktop.store.errors import StoreError, Trouble
from ita_desktop.store.file.creation import copy_whole, create_whole
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.records import offices
from ita_desktop.store.safety import restoring
from ita_desktop.store.safety.backup import Backup, BackupFolder, Reason

if TYPE_CHECKING:
    from ita_desktop.app.office.merge import Difference
    from ita_desktop.store.safety.package import Manifest


ALL_TOPICS = frozenset(
    ("agency", "signer", "year", "score", "narrative", "plan", "measure", "result", "risk", "memo")
) | {"setting", "printed", "copy"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Text that was being typed and is not yet part of the office."""

    origin: Origin
    text: str
    typed_at: datetime


class SafeKeeping(OpenOffice):
    """The open office with all that protects it."""

    # backups

    def back_up(self, reason: Reason = Reason.BY_HAND) -> Backup:
        """Make a backup now; WorkspaceError if it cannot be made."""
        return self.backups.make(self._file, reason)

    def back_up_if_due(self) -> Backup | None:
        """Make the backup of this half hour, if something was changed; the window calls this every minute."""
        return None if self.read_only else self.backups.make_if_due(self._file)

    def backed_office(self, backup: Backup) -> Office:
        """The office in a backup, read from end to end; WorkspaceError if it is damaged."""
        with told_to_user():
            from ita_desktop.store.safety.package import office_in

            return in_order(office_in(backup.path))

    def differences_to(self, backup: Backup) -> tuple[Difference, ...]:
        """What a restore would change: ``mine`` is now, ``theirs`` is in the backup."""
        from ita_desktop.app.office.merge import differences

        return differences(self.office, self.backed_office(backup), same_file=True)

    def restore(self, backup: Backup) -> Path:
        """Put a backup in the place of the file, which goes into a folder beside; that folder.

        A backup is made first, where the file is still whole. Undo is forgotten, listeners are told of everything.
        """
        self._must_be_writable()
        kept = _revisions(self.backups.all())
        with told_to_user():
            now = self._file.rows("SELECT revision FROM file")[0]["revision"]
            restoring.prepare(self.path, backup.path, max([now, *kept]) + 1, self._clock())
        try:
            self.backups.make_if_changed(self._file, Reason.RESTORE)
        except WorkspaceError as error:
            if error.code is not Trouble.DAMAGED:  # a damaged file is put aside as it is: that is what restores are for
                restoring.forget(self.path)
                raise
        self._file.close()
        try:
            with told_to_user():
                return restoring.swap(self.path)
        finally:
            self._open_again()

    @staticmethod
    def restore_closed(path: Path, backup: Backup, clock: Clock = wall_clock) -> Path:
        """Put a backup in the place of a file that cannot be opened any more; the folder with the old one."""
        kept = _revisions(BackupFolder(backup.path.parent).backups())
        with told_to_user(), lock_kept(path, clock) as lock:
            restoring.finish(path)
            restoring.prepare(path, backup.path, max(kept, default=0) + 1, clock())
            try:
                return restoring.swap(path)
            finally:
                lock.release()

    def _open_again(self) -> None:
        with told_to_user():
            restoring.finish(self.path)
            self._file = OfficeFile.open(self.path)
        self._journal = self._new_journal()
        self._office = self._former = None
        self._tell(ALL_TOPICS)

    @property
    def replaced(self) -> tuple[Path, ...]:
        """The files that restores have put aside, the newest first."""
        return restoring.replaced(self.path)

    # drafts

    def keep_draft(self, origin: Origin, text: str) -> None:
        """Keep text that is still being typed, at most every two seconds; it is no edit: no undo, nobody is told."""
        self._must_be_writable()
        row = {"value": text, "typed_at": self._clock().isoformat(timespec="seconds")}
        with told_to_user(), self._file.transaction():
            found = self._file.rows("SELECT id FROM draft WHERE origin = ?", origin)
            if found:
                self._file.update("draft", found[0]["id"], **row)
            else:
                self._file.insert("draft", origin=origin, **row)

    def drafts(self) -> tuple[Draft, ...]:
        """What was being typed when the program stopped and is not in the office yet."""
        with told_to_user():
            rows = self._file.rows("SELECT origin, value, typed_at FROM draft ORDER BY id")
        return tuple(
            Draft(origin=row["origin"], text=row["value"], typed_at=datetime.fromisoformat(row["typed_at"]))
            for row in rows
            if self._is_news(row["origin"], row["value"])
        )

    def drop_draft(self, origin: Origin) -> None:
        """Forget a draft: its text was stored or is not wanted."""
        self._must_be_writable()
        with told_to_user(), self._file.transaction():
            self._file.delete("draft", "origin = ?", origin)

    def _is_news(self, origin: Origin, text: str) -> bool:
        try:
            return lay_over(self.office, {origin: as_value(origin, text)}) != self.office
        except (ValueError, IndexError):
            return True  # unfinished, or a field of another version: offered as text that can be copied

    # import, merge, copies

    def replace_office(self, office: Office) -> None:
        """Make the file hold exactly this office, its settings stay; a backup is made first, undo is forgotten."""
        self._back_up_before(Reason.IMPORT)
        with self.step("import"):
            offices.replace_office(self._file, office)
            offices.write_setting(self._file, figures.SETTING, figures.figures_in(office, self.frameworks) or None)
        if self._journal is not None:
            self._journal.clear()
        self._tell(ALL_TOPICS)

    def import_json(self, json_path: Path) -> Office:
        """Make the file hold what a JSON file holds; ImportRefusedError with all faults, and then nothing changed."""
        from ita_desktop.app.office.import_export import read_office_json

        office = read_office_json(json_path, self.frameworks)
        self.replace_office(office)
        return office

    def export_json(self, json_path: Path) -> None:
        """Write the office as JSON, whole or not at all."""
        from ita_desktop.store.exchange.json_writing import office_json

        write_output(json_path, office_json(self.office).encode("utf-8"))

    def is_of_this_file(self, manifest: Manifest) -> bool:
        """True for a package of this file or a copy of it, so that row numbers of both agree (``same_file``)."""
        return manifest.file_id == self.backups.file_id

    def merge(self, theirs: Office, taken: Collection[Difference]) -> None:
        """Take these differences over from another office as one step that can be undone; a backup is made first."""
        from ita_desktop.app.office.merge import merged

        self._back_up_before(Reason.MERGE)
        before = self.office
        after = merged(before, theirs, taken)
        with self.step("merge"):
            offices.bring_to(self._file, before, after)
            kept = self.setting(figures.SETTING) or {}
            now = figures.figures_after_merge(kept, before, theirs, after, self.frameworks)
            if now != kept:
                offices.write_setting(self._file, figures.SETTING, now or None)

    def save_copy(self, path: Path) -> None:
        """Write everything to a new file: the way out where this one cannot be written or is not there any more."""
        with told_to_user():
            try:
                copy_whole(self._file, path)
            except StoreError as error:
                if error.path != self._file.path:
                    raise
                log.note("copy_from_memory", trouble=error.trouble.value)
                office = self.office
                create_whole(path, lambda file: offices.replace_office(file, office))

    def seal_into(self, package: Path, reason: str, person: str) -> None:
        """Seal everything into a package for another computer."""
        from ita_desktop.store.safety.package import Packing, seal

        office = package.with_name(package.name + ".office")
        packing = Packing(reason=reason, made_at=self._clock(), file_name=self.path.name, person=person)
        with told_to_user():
            copy_whole(self._file, office)
            seal(office, package, packing)
            office.unlink()

    @property
    def clock_doubt(self) -> str:
        """A sentence where the computer's clock is behind what was saved last; empty where it is not."""
        saved, now = self.saved_at, self._clock()
        if saved is None or now >= saved.replace(tzinfo=saved.tzinfo or now.tzinfo):
            return ""
        text = tr("The clock of this computer says {now}, but this file was saved on {saved}. Check date and time.")
        return text.format(now=f"{now:%Y-%m-%d %H:%M}", saved=f"{saved:%Y-%m-%d %H:%M}")

    def _back_up_before(self, reason: Reason) -> None:
        """Nothing big is done without a way back."""
        self._must_be_writable()
        self.backups.make_if_changed(self._file, reason)

    def _must_be_writable(self) -> None:
        if self.read_only:
            with told_to_user():
                raise StoreError(Trouble.READ_ONLY, self.path)


class DraftKeeper:
    """Keeps what is being typed, no draft older than ``every`` seconds and none written more often than that."""

    def __init__(self, office: SafeKeeping, monotonic: Callable[[], float], every: float = 2.0) -> None:
        self._office, self._monotonic, self._every = office, monotonic, every
        self._waiting: dict[Origin, str] = {}
        self._written: set[Origin] = {draft.origin for draft in office.drafts()}
        self._last = monotonic() - every

    @property
    def waiting(self) -> tuple[str, ...]:
        """The texts that are not on the disk yet."""
        return tuple(self._waiting.values())

    def typed(self, origin: Origin, text: str) -> None:
        """A key was pressed; the text is written at the next ``tick`` that is due."""
        self._waiting[origin] = text

    def tick(self) -> None:
        """Write what waits, if it is time; a timer calls this every second while something is typed."""
        if self._waiting and self._monotonic() - self._last >= self._every:
            self._last = self._monotonic()
            self.write()

    def write(self) -> None:
        """Write what waits now, before the office is closed; what cannot be written goes on waiting."""
        while self._waiting:
            origin, text = next(iter(self._waiting.items()))
            self._office.keep_draft(origin, text)
            self._written.add(origin)
            del self._waiting[origin]

    def stored(self, origin: Origin) -> None:
        """The text became part of the office, or was given up; its draft goes."""
        self._waiting.pop(origin, None)
        if origin in self._written:
            self._written.discard(origin)
            with contextlib.suppress(WorkspaceError):  # an old draft is offered once more, which harms nobody
                self._office.drop_draft(origin)


def _revisions(backups: tuple[Backup, ...]) -> list[int]:
    return [one.manifest.revision for one in backups if one.manifest is not None]
