"""An office's file while it is open: its life, what is read from it, steps, undo and listeners."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Self

from ita_desktop.app.errors import WorkspaceError, told_to_user
from ita_desktop.app.office.drafts import lay_over
from ita_desktop.app.office.opening import Clock, Opened
from ita_desktop.app.rules.setting import SETTING as FRAMEWORK_EDITS
from ita_desktop.app.rules.setting import with_edits
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.measure import MeasurePlan
from ita_desktop.domain.values.office import Office
from ita_desktop.domain.values.origin import Origin
from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.file.journal import Journal
from ita_desktop.store.records import offices
from ita_desktop.store.records.rereading import reread_office
from ita_desktop.store.safety import restoring

Listener = Callable[[frozenset[str]], None]

TOPICS = {"department": "agency", "evidence": "result"}
"""Tables that listeners know by the name of another one."""
ALL_TOPICS = frozenset(
    ("agency", "signer", "year", "score", "narrative", "plan", "measure", "result", "risk", "memo")
) | {"setting", "printed", "copy"}
WORDS = "words"
"""Setting: คำเฉพาะ, the words the office added."""


class OpenOffice:
    """One open ``.ita`` file: each step is one transaction (saved) and one undo step, then listeners are called."""

    def __init__(self, opened: Opened, frameworks: Mapping[int, Framework], clock: Clock) -> None:
        self.file = opened.file
        """For the parts of the Workspace; nobody above it reads or writes here."""
        self._lock = opened.lock
        if opened.lock is not None:
            opened.file.before_write = opened.lock.check
        self.path = opened.file.path
        self.read_only_reason = opened.read_only_reason
        self.shipped_frameworks = frameworks
        self._frameworks: Mapping[int, Framework] | None = None
        self.clock = clock
        self._journal = self._new_journal()
        self._listeners: list[Listener] = []
        self._settings: dict[str, Any] = {}
        """As they were read last."""
        self._office: Office | None = None
        self._former: Office | None = None
        """The office as it was read last, before what the journal calls touched."""

    def close(self) -> None:
        """Let go of the file and of its lock; the office cannot be used any more."""
        self.file.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def read_only(self) -> bool:
        return self.file.read_only

    def must_be_writable(self) -> None:
        """WorkspaceError where the file can only be read."""
        if self.read_only:
            with told_to_user():
                raise StoreError(StoreErrorCode.READ_ONLY, self.path)

    @contextmanager
    def closed_meanwhile(self) -> Iterator[None]:
        """Close the file while another one is put in its place, then open what lies there; undo is forgotten."""
        self.file.close()
        try:
            yield
        finally:
            with told_to_user():
                restoring.finish(self.path)
                if self._lock is not None:
                    self._lock.hold_file()
                self.file = OfficeFile.open(self.path)
                if self._lock is not None:
                    self.file.before_write = self._lock.check
            self._journal = self._new_journal()
            self._office = self._former = None
            self._tell(ALL_TOPICS)

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
            office = in_order(offices.read_office(self.file))
        else:
            office = in_order(reread_office(self.file, self._former, self._journal.touched))
        if not self.file.in_transaction:
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
        """Gather what documents and checks of a plan year need; unfinished text (by origin) replaces stored text."""
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
        """Return a setting of this office (a JSON value); None if it was never set."""
        try:
            with told_to_user():
                self._settings[name] = offices.read_setting(self.file, name)
        except WorkspaceError:
            if name not in self._settings:
                raise  # else as it was read last: pages and papers go on where the file is gone
        return self._settings[name]

    @property
    def today(self) -> date:
        """By the office's clock."""
        return self.clock().date()

    @property
    def saved_at(self) -> datetime | None:
        """When the last change was saved; None in a new file."""
        with told_to_user():
            return offices.saved_at(self.file)

    # steps

    @contextmanager
    def step(self, label: str) -> Iterator[None]:
        """Make several writes one transaction and one undo step; a nested step is a part of the outer one."""
        with told_to_user():
            if self._journal is None:
                raise StoreError(StoreErrorCode.READ_ONLY, self.path)
            inner, before = self.file.in_transaction, self._office
            try:
                with self.file.transaction() if inner else self._journal.step(label) as change:
                    yield
            except StoreError as error:
                saved = error.trouble is StoreErrorCode.UNSURE
                self._office = None if inner or saved else before
                if saved and not inner:
                    self._tell(ALL_TOPICS)
                raise
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
    def history(self) -> tuple[str, ...]:
        """Codes of the steps that can be undone, the next one last."""
        return () if self._journal is None else self._journal.undo_labels

    def forget_history(self) -> None:
        """Take back no step made so far, and tell listeners of everything: it is another office now."""
        if self._journal is not None:
            self._journal.clear()
        self._tell(ALL_TOPICS)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with the names of what changed after each commit; the result stops it."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def _new_journal(self) -> Journal | None:
        file, clock = self.file, self.clock
        return None if file.read_only else Journal(file, lambda: offices.mark_saved(file, clock()))

    def _tell(self, tables: frozenset[str]) -> None:
        if "setting" in tables:
            self._frameworks = None
        topics = frozenset(TOPICS.get(table, table) for table in tables)
        for listener in tuple(self._listeners):
            listener(topics)


def in_order(office: Office) -> Office:
    """Return the office with its years and plans sorted."""
    return replace(
        office,
        years=tuple(sorted(office.years, key=lambda year: year.fiscal_year)),
        plans=tuple(sorted(office.plans, key=lambda plan: plan.fiscal_year)),
    )
