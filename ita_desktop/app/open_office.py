"""An office's file while it is open: its life, what is read from it, steps and undo, who is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from ita_desktop.app.drafts import lay_over
from ita_desktop.app.errors import sentence, told_to_user
from ita_desktop.domain.agency import Agency
from ita_desktop.domain.facts import Origin, YearFacts
from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.measure import MeasurePlan
from ita_desktop.domain.office import Office
from ita_desktop.store import agencies, offices
from ita_desktop.store.creation import create_whole
from ita_desktop.store.database import OfficeFile
from ita_desktop.store.errors import StoreError, Trouble
from ita_desktop.store.journal import Journal
from ita_desktop.store.lock import WriterLock

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
        read_only_reason: str = "",
    ) -> None:
        self.path = file.path
        self.frameworks = frameworks
        self.read_only_reason = read_only_reason
        self._file = file
        self._lock = lock
        self._clock = clock
        self._journal = None if file.read_only else Journal(file, lambda: offices.mark_saved(file, clock()))
        self._listeners: list[Listener] = []
        self._office: Office | None = None

    @classmethod
    def create(
        cls, path: Path, agency: Agency, frameworks: Mapping[int, Framework], *, clock: Clock = wall_clock
    ) -> Self:
        """A new file for this office; WorkspaceError if there is one of that name already."""
        with told_to_user():
            lock = WriterLock.take(path, clock())
            try:
                create_whole(path, lambda file: agencies.write_agency(file, agency))
                return cls(OfficeFile.open(path), frameworks, clock, lock)
            except BaseException:
                lock.release()
                raise

    @classmethod
    def open(
        cls, path: Path, frameworks: Mapping[int, Framework], *, clock: Clock = wall_clock, read_only: bool = False
    ) -> Self:
        """An existing file. Where it may not be written, or someone else has it open, it opens for reading only."""
        with told_to_user():
            if read_only:
                return cls(OfficeFile.open(path, read_only=True), frameworks, clock, None)
            if not path.is_file():
                raise StoreError(Trouble.MISSING, path)
            try:
                lock = WriterLock.take(path, clock())
            except StoreError as error:
                file = OfficeFile.open(path, read_only=True)
                return cls(file, frameworks, clock, None, read_only_reason=sentence(error))
            try:
                return cls(OfficeFile.open(path), frameworks, clock, lock)
            except BaseException:
                lock.release()
                raise

    def close(self) -> None:
        """Let go of the file; the workspace cannot be used any more."""
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
                office = offices.read_office(self._file)
            self._office = replace(
                office,
                years=tuple(sorted(office.years, key=lambda year: year.fiscal_year)),
                plans=tuple(sorted(office.plans, key=lambda plan: plan.fiscal_year)),
            )
        return self._office

    def facts(self, plan_year: int, drafts: Mapping[Origin, object] | None = None) -> YearFacts:
        """What documents and checks of a plan year need, with unfinished text (by origin) laid over the stored."""
        year = FiscalYear(plan_year)
        office = self.office
        if all(plan.fiscal_year != year for plan in office.plans):
            office = replace(office, plans=(*office.plans, MeasurePlan(fiscal_year=year, assessed_year=year.previous)))
        office = lay_over(office, drafts or {})
        plan = next(plan for plan in office.plans if plan.fiscal_year == year)
        wanted = {year, plan.assessed_year, *(one.fiscal_year for one in office.years)}
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
            inner = self._file.in_transaction
            try:
                with self._file.transaction() if inner else self._journal.step(label) as change:
                    yield
            finally:
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

    def _tell(self, tables: frozenset[str]) -> None:
        topics = frozenset(TOPICS.get(table, table) for table in tables)
        for listener in tuple(self._listeners):
            listener(topics)
