"""Undo and redo below every window, by SQLite's own method: temporary triggers write the reversing statement.

Nothing can be forgotten, because the triggers are made from the list of tables; cascades, REPLACE and bulk pastes are
reversed like any other write. The history lives in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from ita_desktop.store.file.database import OfficeFile

NOT_UNDONE = frozenset({"file", "draft", "seal", "content", "_sqlite_migrations"})
"""What is no edit of the user: counters, unfinished text, seals, the bytes of kept papers, the list of migrations."""
LIMIT = 100

Touched = frozenset[tuple[str, int]]
"""Rows by table and id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One undoable change: its label and the statements that reverse it, in the order to run them."""

    label: str
    statements: tuple[str, ...]


@dataclass(slots=True)
class StepChange:
    """What a step has changed; ``tables`` is known when the step is committed."""

    tables: frozenset[str] = frozenset()


class Journal:
    """History of one open file; ``mark`` is called inside each transaction that changed something."""

    def __init__(self, file: OfficeFile, mark: Callable[[], None]) -> None:
        self._file = file
        self._mark = mark
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._touched: set[tuple[str, int]] = set()
        file.run(_REVERSAL)
        for table in sorted(file.tables - NOT_UNDONE):
            for statement in _triggers(file, table):
                file.run(statement)

    @contextmanager
    def step(self, label: str) -> Iterator[StepChange]:
        """Make one transaction and one entry of the history; a step that changes nothing leaves no entry."""
        change = StepChange()
        with self._file.transaction():
            yield change
            statements, tables = self._take()
        change.tables = tables
        if statements:
            self._undo = [*self._undo, Step(label=label, statements=statements)][-LIMIT:]
            self._redo.clear()

    def undo(self) -> frozenset[str]:
        """Take the last step back; the tables it changed, none if there is no step."""
        return self._reverse(self._undo, self._redo)

    def redo(self) -> frozenset[str]:
        """Do the step that was taken back last once more."""
        return self._reverse(self._redo, self._undo)

    def clear(self) -> None:
        """Forget the history: after an import or a restore."""
        self._undo.clear()
        self._redo.clear()

    @property
    def touched(self) -> Touched:
        """Every row that was written, added or removed since ``forget_touched``, and what it belongs to."""
        return frozenset(self._touched | self._touched_now())

    def forget_touched(self) -> None:
        """Forget which rows were touched: between transactions only."""
        self._touched.clear()

    @property
    def undo_labels(self) -> tuple[str, ...]:
        """Labels of what can be undone, the next one last."""
        return tuple(step.label for step in self._undo)

    def _reverse(self, source: list[Step], target: list[Step]) -> frozenset[str]:
        if not source:
            return frozenset()
        step = source[-1]
        with self._file.transaction():
            self._file.run("PRAGMA defer_foreign_keys=ON")
            for statement in step.statements:
                self._file.run(statement)
            statements, tables = self._take()
        source.pop()
        target.append(Step(label=step.label, statements=statements))
        return tables

    def _take(self) -> tuple[tuple[str, ...], frozenset[str]]:
        """The reversals of this transaction, last change first, and the tables they are of."""
        rows = self._file.rows("SELECT name, sql FROM temp.reversal ORDER BY id DESC")
        if rows:
            self._touched |= self._touched_now()
            self._file.run("DELETE FROM temp.reversal")
            self._mark()
        return tuple(row["sql"] for row in rows), frozenset(row["name"] for row in rows)

    def _touched_now(self) -> set[tuple[str, int]]:
        """What the transaction that is open has touched."""
        found: set[tuple[str, int]] = set()
        for row in self._file.rows("SELECT DISTINCT name, row_id, owner_table, owner, owner_now FROM temp.reversal"):
            found.add((row["name"], row["row_id"]))
            found |= {(row["owner_table"], owner) for owner in (row["owner"], row["owner_now"]) if owner is not None}
        return found


_REVERSAL = """CREATE TEMP TABLE reversal (id INTEGER PRIMARY KEY, name TEXT NOT NULL, row_id INTEGER NOT NULL,
    owner_table TEXT, owner INTEGER, owner_now INTEGER, sql TEXT NOT NULL)"""
"""A row's owner is what it belongs to: before and after the change."""


def _triggers(file: OfficeFile, table: str) -> Iterator[str]:
    columns = [row["name"] for row in file.rows(f'PRAGMA main.table_info("{table}")') if row["name"] != "row_hash"]
    names = ", ".join(f'"{c}"' for c in columns)
    values = " || ',' || ".join(f'quote(OLD."{c}")' for c in columns)
    sets = " || ',' || ".join(f'\'"{c}"=\' || quote(OLD."{c}")' for c in columns)
    differs = " OR ".join(f'OLD."{c}" IS NOT NEW."{c}"' for c in columns)
    of = next((c for c in columns if c in file.tables), None)
    was, now = (f'OLD."{of}"', f'NEW."{of}"') if of else ("NULL", "NULL")
    named = f"'{of}'" if of else "NULL"
    keep = f"INSERT INTO reversal (name, owner_table, row_id, owner, owner_now, sql) VALUES ('{table}', {named}, "
    yield f"""CREATE TEMP TRIGGER undo_insert_{table} AFTER INSERT ON main."{table}" BEGIN
        {keep} NEW.id, NULL, {now}, 'DELETE FROM "{table}" WHERE id=' || NEW.id); END"""
    # A changed key is found by its new value: the reversal runs while the row still bears it.
    yield f"""CREATE TEMP TRIGGER undo_update_{table} AFTER UPDATE OF {names} ON main."{table}" WHEN {differs} BEGIN
        {keep} OLD.id, {was}, {now}, 'UPDATE "{table}" SET ' || {sets} || ' WHERE id=' || NEW.id); END"""
    yield f"""CREATE TEMP TRIGGER undo_delete_{table} AFTER DELETE ON main."{table}" BEGIN
        {keep} OLD.id, {was}, NULL, 'INSERT INTO "{table}" ({names}) VALUES (' || {values} || ')'); END"""
