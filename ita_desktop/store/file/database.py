"""One open ``.ita`` file: the small wrapper that closes sqlite-utils' traps.

It opens nothing that is not there, writes to known tables only, begins every transaction IMMEDIATE, and looks at a file
from end to end before anything of it is used.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from ita_desktop import __version__
from ita_desktop.store.errors import StoreError, StoreErrorCode, error_for, not_read, trouble_of
from ita_desktop.store.file import seals
from ita_desktop.store.file.disk import sqlite_uri, sync_folder
from ita_desktop.store.file.identity import FileIdentity
from ita_desktop.store.file.migrations import APPLICATION_ID, migrations, names, version

Row = Mapping[str, Any]

_PRAGMAS = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "temp_store=MEMORY",
    "locking_mode=NORMAL",
    "synchronous=EXTRA",
)
"""With journal_mode=DELETE, which the header is checked for: no acknowledged save was lost in simulated power cuts."""
_WAIT = 5.0
_MAGIC = b"SQLite format 3\0"
_SCHEMA = "SELECT type, name, tbl_name, sql FROM main.sqlite_master"


class OfficeFile:
    """An open file; ``rows`` reads, ``insert``, ``update`` and ``delete`` write inside ``transaction``."""

    def __init__(self, path: Path, db: Database, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.closed = False
        self.before_write: Callable[[], None] = _nothing
        """Called before each transaction; whoever holds the lock looks here whether it is still held."""
        self._db = db
        self.tables = frozenset(_names(db))
        self._identity = None if read_only else FileIdentity(path, db, lambda path: _connect(path, "ro"))
        if not read_only:
            seals.register(db)
            seals.watch(db)

    @classmethod
    def create(cls, path: Path) -> OfficeFile:
        """Create a new, empty file; StoreError ``exists`` or ``no_folder``. See ``creation`` for a whole one."""
        if path.exists():
            raise StoreError(StoreErrorCode.EXISTS, path)
        if not path.parent.is_dir():
            raise StoreError(StoreErrorCode.NO_FOLDER, path)
        with _told(path):
            db = _connect(path, "rwc")
            try:
                db.execute("PRAGMA journal_mode=DELETE")
                migrations.apply(db)
                file = cls(path, db, read_only=False)
                with file.transaction():
                    file.insert("file", id=1, file_id=uuid.uuid4().hex, made_by=__version__, revision=0)
            except BaseException:
                db.close()
                raise
        return file

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, before_upgrade: Callable[[Path], None] = lambda path: None
    ) -> OfficeFile:
        """Open an existing file after checking all of it; StoreError if it is not ours, newer or damaged.

        A file of an older version is brought up to date after ``before_upgrade`` has been called; for reading only,
        that happens to a copy in memory.
        """
        check_header(path)
        with _told(path):
            # What a crash left half done must be taken back even for a reader, and that is a write.
            unfinished = path.with_name(path.name + "-journal").exists()
            db = _connect(path, "ro" if read_only and not unfinished else "rw")
            try:
                _look_through(db, path)
                if migrations.pending(db):
                    if read_only:
                        db = _copied(db)
                    else:
                        before_upgrade(path)
                    _upgrade(db)
                if read_only:
                    db.execute("PRAGMA query_only=ON")
                return cls(path, db, read_only=read_only)
            except BaseException:
                db.close()
                raise

    def close(self) -> None:
        self._db.close()
        self.closed = True

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Open a transaction. A nested call becomes a savepoint, which can fail alone."""
        if self.read_only:
            raise StoreError(StoreErrorCode.READ_ONLY, self.path)
        self._must_be_open()
        if self._db.conn.in_transaction:
            with self._db.atomic():
                yield
            return
        with _told(self.path):
            self.before_write()
            identity = self._identity
            assert identity is not None
            identity.check_before()
            self._db.execute("BEGIN IMMEDIATE")
            try:
                identity.check_inside()
                yield
                identity.before_commit()
                self._commit(identity)
            except BaseException:
                self._db.rollback()
                raise
            finally:
                assert not self._db.conn.in_transaction

    def _commit(self, identity: FileIdentity) -> None:
        """Commit; an error after the commit has happened (the folder could not be synced) is tried once more."""
        try:
            self._db.conn.execute("COMMIT")
        except sqlite3.Error:
            self._db.rollback()
            if not identity.stands():
                raise
            identity.committed()
            try:
                sync_folder(self.path.resolve().parent)
            except OSError as error:
                raise StoreError(StoreErrorCode.UNSURE, self.path, error.strerror or str(error)) from error
        identity.committed()

    def _must_be_open(self) -> None:
        """StoreError ``moved`` after a restore that could neither be finished nor taken back."""
        if self.closed:
            raise StoreError(StoreErrorCode.MOVED, self.path)

    @property
    def in_transaction(self) -> bool:
        return not self.closed and self._db.conn.in_transaction

    def copy_to(self, target: Path) -> None:
        """Write what was saved last as a file of its own, not yet on the disk for certain; see ``backup``."""
        if self.in_transaction:
            copy_database(self.path, target)
            return
        with _told(self.path):
            if self._identity is not None:
                self._identity.check_before()
            _copy(self._db, self.path, target)

    def rows(self, sql: str, *values: Any) -> list[Row]:
        """Run a SELECT and return each row by column name."""
        self._must_be_open()
        with _told(self.path):
            return list(self._db.query(sql, values))

    def insert(self, table: str, **row: Any) -> int:
        """Add a row; its id."""
        columns = ", ".join(f'"{c}"' for c in row)
        marks = ", ".join("?" for _ in row)
        cursor = self._write(table, f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', tuple(row.values()))
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def update(self, table: str, id: int, **row: Any) -> bool:
        """Change the row with this id; False if there is none."""
        columns = ", ".join(f'"{c}" = ?' for c in row)
        return self._write(table, f'UPDATE "{table}" SET {columns} WHERE id = ?', (*row.values(), id)).rowcount > 0

    def delete(self, table: str, where: str = "1", *values: Any) -> int:
        """Remove the rows for which ``where`` holds; how many they were."""
        return self._write(table, f'DELETE FROM "{table}" WHERE {where}', values).rowcount

    def run(self, sql: str) -> None:
        """Run a statement of the program itself, about this connection (temporary triggers, undo)."""
        with _told(self.path):
            self._db.execute(sql)

    def _write(self, table: str, sql: str, values: Sequence[Any]) -> sqlite3.Cursor:
        if table not in self.tables:
            raise KeyError(table)
        if not self._db.conn.in_transaction:
            raise RuntimeError("a write outside a transaction")
        for value in values:
            if isinstance(value, str) and not storable(value):
                raise StoreError(StoreErrorCode.BAD_TEXT, self.path, repr(value[:80]))
        with _told(self.path):
            return self._db.execute(sql, values)


def storable(text: str) -> bool:
    """Return whether a text can be stored: no lone surrogate (half a character) and no NUL."""
    return "\0" not in text and not any("\ud800" <= c <= "\udfff" for c in text)


def check_header(path: Path) -> None:
    """Refuse a file that is missing, not ours or newer than the program; nothing is written, not even beside it."""
    if not is_file(path):
        raise StoreError(StoreErrorCode.MISSING, path)
    try:
        with path.open("rb") as stream:
            header = stream.read(100)
    except OSError as error:
        raise not_read(path, error) from error
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise StoreError(StoreErrorCode.NOT_OURS, path)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise StoreError(StoreErrorCode.NOT_OURS, path)
    found = int.from_bytes(header[60:64], "big")
    if found > version():
        raise StoreError(StoreErrorCode.NEWER, path, str(found))
    if header[18:20] != b"\x01\x01" or found == 0:
        raise StoreError(StoreErrorCode.DAMAGED, path, "header")


def is_file(path: Path) -> bool:
    """Return whether there is such a file; StoreError if the system cannot look (``long_name``, ``disk``)."""
    try:
        return path.is_file()
    except OSError as error:
        raise error_for(path, error) from error


def version_of(path: Path) -> int:
    """Read the version of a file from its header; 0 where there is none."""
    with path.open("rb") as stream:
        return int.from_bytes(stream.read(100)[60:64], "big")


def copy_database(path: Path, target: Path) -> None:
    """Write what ``path`` holds as a file of its own, whatever its version; its bytes are not looked at."""
    with _told(path):
        db = _connect(path, "ro")
        try:
            _copy(db, path, target)
        finally:
            db.close()


def _copy(db: Database, source: Path, target: Path) -> None:
    with _told(target, source):
        copy = sqlite3.connect(sqlite_uri(target, "rwc"), uri=True, isolation_level=None)
        try:
            copy.execute("PRAGMA journal_mode=OFF")
            copy.execute("PRAGMA synchronous=OFF")  # whoever asked for it looks it through and then syncs it
            db.conn.backup(copy)
        finally:
            copy.close()


def _look_through(db: Database, path: Path) -> None:
    found = db.execute("PRAGMA user_version").fetchone()[0]
    if _schema(db) != _schema_of(found):  # first: a definition of somebody else runs with the checks below
        raise StoreError(StoreErrorCode.DAMAGED, path, "schema")
    for check in ("integrity_check(1)", "foreign_key_check"):
        rows = [row for row in db.execute(f"PRAGMA {check}").fetchall() if row[0] != "ok"]
        if rows:
            raise StoreError(StoreErrorCode.DAMAGED, path, check.partition("(")[0])
    if tuple(m.name for m in migrations.applied(db)) != names()[:found]:
        raise StoreError(StoreErrorCode.DAMAGED, path, "migrations")
    table = seals.broken(db)
    if table is not None:
        raise StoreError(StoreErrorCode.DAMAGED, path, table)


def _upgrade(db: Database) -> None:
    """Run the steps that the file lacks; each checks its references before it is committed."""
    db.execute("PRAGMA foreign_keys=OFF")
    migrations.apply(db)
    db.execute("PRAGMA foreign_keys=ON")


def _copied(db: Database) -> Database:
    """The same file in memory; the one on the disk is closed."""
    copy = Database(sqlite3.connect(":memory:", isolation_level=None), execute_plugins=False)
    db.conn.backup(copy.conn)
    db.close()
    for pragma in _PRAGMAS:
        copy.execute(f"PRAGMA {pragma}")
    return copy


def _schema(db: Database) -> frozenset[tuple[str | None, ...]]:
    """The definitions of everything that SQLite loads, names of its own kind (``sqlite_``) included."""
    return frozenset(_plain(row) if row[2] == migrations.migrations_table else row for row in db.execute(_SCHEMA))


def _plain(row: tuple[str | None, ...]) -> tuple[str, ...]:
    """A definition of sqlite-utils' own table, however the version that made the file wrote spaces and quotes."""
    return tuple("".join((text or "").split()).replace("[", '"').replace("]", '"') for text in row)


@cache
def _schema_of(found: int) -> frozenset[tuple[str | None, ...]]:
    """What the definitions of a file of version ``found`` must be, made by running the very steps."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        db = Database(connection, execute_plugins=False)
        migrations.apply(db, stop_before=names()[found:])
        return _schema(db)


def _connect(path: Path, mode: str) -> Database:
    connection = sqlite3.connect(sqlite_uri(path, mode), uri=True, isolation_level=None, timeout=_WAIT)
    try:
        db = Database(connection, execute_plugins=False)
        for pragma in _PRAGMAS:
            db.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()  # or Windows renames and removes the file only when this error has been forgotten
        raise
    return db


def _names(db: Database) -> list[str]:
    return [row[0] for row in db.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")]


@contextmanager
def _told(path: Path, source: Path | None = None) -> Iterator[None]:
    """Turn an SQLite error that the user can do something about into a StoreError, about the file that is at fault."""
    try:
        yield
    except sqlite3.Error as error:
        trouble = trouble_of(error)
        if trouble is None and not _is_ours(path):  # "no such table" in a file that was emptied while it was open
            trouble = StoreErrorCode.MOVED
        if trouble is None:
            raise
        if source is not None and not _answers(source):
            path, trouble = source, StoreErrorCode.DISK
        if trouble is StoreErrorCode.DAMAGED and not _answers(path):
            trouble = StoreErrorCode.DISK  # SQLite calls a stick that was pulled a damaged file
        if trouble is StoreErrorCode.DISK and (why := _why_not(path)) is not None:
            raise why from error
        raise StoreError(trouble, path, str(error)) from error
    except UnicodeDecodeError as error:  # SQLite's own sentence about a damaged definition cannot be read
        raise StoreError(StoreErrorCode.DAMAGED, path, "schema") from error


def _why_not(path: Path) -> StoreError | None:
    """Ask the system why a file cannot be read, which SQLite does not tell; None where it does not tell either."""
    try:
        with path.open("rb") as stream:
            stream.read(1)
    except OSError as error:
        told = not_read(path, error)
        return None if told.trouble in (StoreErrorCode.DISK, StoreErrorCode.MISSING) else told
    return None


def _nothing() -> None:
    """What is called before a write where nobody wants to look."""


def _is_ours(path: Path) -> bool:
    """False where the file's beginning is not that of an office's file (any more)."""
    try:
        check_header(path)
    except StoreError:
        return False
    return True


def _answers(path: Path) -> bool:
    """False where the disk does not give the file's first bytes any more."""
    try:
        with path.open("rb") as stream:
            return len(stream.read(len(_MAGIC))) == len(_MAGIC)
    except OSError:
        return False
