"""An office's file while it is open: its life, what is read from it, steps and undo, who is told."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Self

from ita_desktop.app import folders, log
from ita_desktop.app.errors import WorkspaceError, sentence, told_to_user
from ita_desktop.app.office.backups import Backups, before_upgrade
from ita_desktop.app.office.drafts import lay_over
from ita_desktop.app.rules.framework_edits import SETTING as FRAMEWORK_EDITS
from ita_desktop.app.rules.framework_edits import with_edits
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.agency import Agency
from ita_desktop.domain.values.facts import Origin, YearFacts
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.measure import MeasurePlan
from ita_desktop.domain.values.office import Office
from ita_desktop.store.errors import StoreError, Trouble
from ita_desktop.store.file.creation import create_whole
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.file.journal import Journal
from ita_desktop.store.file.lock import WriterLock
from ita_desktop.store.file.volumes import is_network, need_space
from ita_desktop.store.records import agencies, copies, offices
from ita_desktop.store.records.rereading import reread_office
from ita_desktop.store.safety import restoring
from ita_desktop.store.safety.backup import Reason

Clock = Callable[[], datetime]
Listener = Callable[[frozenset[str]], None]

TOPICS = {"department": "agency", "evidence": "result"}
"""Tables that listeners know by the name of another one."""
WORDS = "words"
"""Setting: คำเฉพาะ, the words the office added."""


def wall_clock() -> datetime:
    """Now, with the computer's time zone."""
    return datetime.now(UTC).astimezone()


class OpenOffice:
    """One open ``.ita`` file: each step is one transaction (saved) and one undo step, then listeners are told."""

    def __init__(
        self,
        file: OfficeFile,
        frameworks: Mapping[int, Framework],
        clock: Clock,
        lock: WriterLock | None,
        *,
        backups_in: Path | None = None,
        read_only_reason: str = "",
    ) -> None:
        self.path = file.path
        self.shipped_frameworks = frameworks
        self._frameworks: Mapping[int, Framework] | None = None
        self.read_only_reason = read_only_reason
        self._file = file
        self._lock = lock
        self._clock = clock
        self._journal = self._new_journal()
        self.backups = Backups(backups_in or folders.backups_of(file.path), file, clock)
        self._listeners: list[Listener] = []
        self._office: Office | None = None
        self._former: Office | None = None
        """The office as it was read last, before what the journal calls touched."""

    @classmethod
    def create(
        cls,
        path: Path,
        agency: Agency,
        frameworks: Mapping[int, Framework],
        *,
        clock: Clock = wall_clock,
        backups_in: Path | None = None,
    ) -> Self:
        """A new file for this office; WorkspaceError if there is one of that name already."""
        with told_to_user():
            must_be_local(path)
            with lock_kept(path, clock) as lock:
                create_whole(path, lambda file: agencies.write_agency(file, agency))
                return cls(OfficeFile.open(path), frameworks, clock, lock, backups_in=backups_in)

    @classmethod
    def open(
        cls,
        path: Path,
        frameworks: Mapping[int, Framework],
        *,
        clock: Clock = wall_clock,
        read_only: bool = False,
        backups_in: Path | None = None,
    ) -> Self:
        """An existing file. Where it may not be written, or someone else has it open, it opens for reading only.

        What a crash left half restored is finished first; a file of an older version is backed up, then upgraded.
        """
        with told_to_user():
            if read_only:
                _finish_restore(path, clock)
                return cls(OfficeFile.open(path, read_only=True), frameworks, clock, None, backups_in=backups_in)
            if not path.is_file() and not restoring.is_interrupted(path):
                raise StoreError(Trouble.MISSING, path)
            try:
                must_be_local(path)
                lock = WriterLock.take(path, clock())
            except StoreError as error:
                file, why = OfficeFile.open(path, read_only=True), sentence(error)
                return cls(file, frameworks, clock, None, backups_in=backups_in, read_only_reason=why)
            try:
                file = open_for_writing(path, clock, backups_in or folders.backups_of(path))
                why = sentence(StoreError(Trouble.READ_ONLY, path)) if file.read_only else ""
                workspace = cls(file, frameworks, clock, lock, backups_in=backups_in, read_only_reason=why)
                workspace.backups.folder.clean()
                if not file.read_only:
                    copies.drop_unnamed(file)
                return workspace
            except BaseException:
                lock.release()
                raise

    def close(self) -> None:
        """Back up what was changed and let go of the file; the workspace cannot be used any more."""
        if not self.read_only and not self._file.closed:
            try:
                self.backups.make_if_changed(self._file, Reason.EXIT)
            except WorkspaceError as error:
                log.note("no_backup_at_exit", trouble=error.code.value)
        self._file.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def read_only(self) -> bool:
        return self._file.read_only

    # reading

    @property
    def office(self) -> Office:
        """Everything the file holds, years and plans sorted; the same value until something changes."""
        if self._office is None:
            with told_to_user():
                self._office = self._read()
        return self._office

    def _read(self) -> Office:
        """Inside a step as it is so far: what comes after is still unknown, or may be taken back."""
        if self._former is None or self._journal is None:
            office = in_order(offices.read_office(self._file))
        else:
            office = in_order(reread_office(self._file, self._former, self._journal.touched))
        if not self._file.in_transaction:
            self._former = office
            if self._journal is not None:
                self._journal.forget_touched()
        return office

    @property
    def frameworks(self) -> Mapping[int, Framework]:
        """The rules of all years, as shipped and as this office corrected them."""
        if self._frameworks is None:
            self._frameworks = with_edits(self.shipped_frameworks, self.setting(FRAMEWORK_EDITS))
        return self._frameworks

    def facts(self, plan_year: int, drafts: Mapping[Origin, object] | None = None) -> YearFacts:
        """What documents and checks of a plan year need, with unfinished text (by origin) laid over the stored."""
        year = FiscalYear(plan_year)
        office = self.office
        if all(plan.fiscal_year != year for plan in office.plans):
            office = replace(office, plans=(*office.plans, MeasurePlan(fiscal_year=year, assessed_year=year.previous)))
        office = lay_over(office, drafts or {})
        plan = next(plan for plan in office.plans if plan.fiscal_year == year)
        wanted = {year, year.next, plan.assessed_year, *(one.fiscal_year for one in office.years)}
        return YearFacts(
            agency=office.agency,
            plan=plan,
            signers=office.signers,
            assessments={one.fiscal_year: one for one in office.years},
            frameworks={key: value for key, value in self.frameworks.items() if key in wanted},
            memos=tuple(memo for memo in office.memos if memo.fiscal_year == year),
            words=tuple(self.setting(WORDS) or ()),
        )

    def setting(self, name: str) -> Any:
        """A setting of this office (a JSON value); None if it was never set."""
        with told_to_user():
            return offices.read_setting(self._file, name)

    @property
    def today(self) -> date:
        """By the office's clock."""
        return self._clock().date()

    @property
    def saved_at(self) -> datetime | None:
        """When the last change was saved; None in a new file."""
        with told_to_user():
            return offices.saved_at(self._file)

    # steps

    @contextmanager
    def step(self, label: str) -> Iterator[None]:
        """Several writes as one transaction and one undo step; inside another step a part of it."""
        with told_to_user():
            if self._journal is None:
                raise StoreError(Trouble.READ_ONLY, self.path)
            inner, before = self._file.in_transaction, self._office
            try:
                with self._file.transaction() if inner else self._journal.step(label) as change:
                    yield
            except BaseException:
                # Nothing was changed: what was read before still holds, also where the disk is gone.
                self._office = None if inner else before
                raise
            self._office = None
        if change is not None and change.tables:
            self._tell(change.tables)

    def undo(self) -> None:
        """Take the last step back; nothing if there is none."""
        self._reverse(Journal.undo)

    def redo(self) -> None:
        """Do the step that was taken back last once more; nothing if there is none."""
        self._reverse(Journal.redo)

    def _reverse(self, way: Callable[[Journal], frozenset[str]]) -> None:
        if self._journal is None:
            return
        with told_to_user():
            tables = way(self._journal)
        self._office = None
        if tables:
            self._tell(tables)

    @property
    def undo_label(self) -> str | None:
        """Code of the step that ``undo`` would take back."""
        return self.history[-1] if self.history else None

    @property
    def redo_label(self) -> str | None:
        """Code of the step that ``redo`` would do."""
        labels = () if self._journal is None else self._journal.redo_labels
        return labels[-1] if labels else None

    @property
    def history(self) -> tuple[str, ...]:
        """Codes of the steps that can be undone, the next one last."""
        return () if self._journal is None else self._journal.undo_labels

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with the names of what changed after each commit; the result stops it."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def _new_journal(self) -> Journal | None:
        file, clock = self._file, self._clock
        return None if file.read_only else Journal(file, lambda: offices.mark_saved(file, clock()))

    def _tell(self, tables: frozenset[str]) -> None:
        if "setting" in tables:
            self._frameworks = None
        topics = frozenset(TOPICS.get(table, table) for table in tables)
        for listener in tuple(self._listeners):
            listener(topics)


def in_order(office: Office) -> Office:
    """The office with its years and plans sorted."""
    return replace(
        office,
        years=tuple(sorted(office.years, key=lambda year: year.fiscal_year)),
        plans=tuple(sorted(office.plans, key=lambda plan: plan.fiscal_year)),
    )


def must_be_local(path: Path) -> None:
    if is_network(path.parent):
        raise StoreError(Trouble.NETWORK, path)


@contextmanager
def lock_kept(path: Path, clock: Clock) -> Iterator[WriterLock]:
    """The lock, released again only where something goes wrong."""
    lock = WriterLock.take(path, clock())
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


def open_for_writing(path: Path, clock: Clock, backups: Path) -> OfficeFile:
    """The file with nothing half done in it, upgraded; for reading only where its permissions allow no more."""
    restoring.finish(path)
    if not os.access(path, os.W_OK):
        return OfficeFile.open(path, read_only=True)

    def keep(path: Path) -> None:
        need_space(path.parent, path.stat().st_size)
        before_upgrade(backups, path, clock())

    return OfficeFile.open(path, before_upgrade=keep)


def _finish_restore(path: Path, clock: Clock) -> None:
    """Finish what a crash interrupted, also for a reader; nothing where there is nothing to finish."""
    if not restoring.is_interrupted(path):
        return
    try:
        lock = WriterLock.take(path, clock())
    except StoreError as error:
        raise StoreError(Trouble.RESTORING, path) from error
    try:
        restoring.finish(path)
    finally:
        lock.release()
