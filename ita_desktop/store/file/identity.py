"""Notice that another program wrote to a file, or over it, while it is open here.

SQLite notices a file that was moved or replaced by name. It does not notice one whose bytes were replaced in place
(``cp other.ita office.ita``, a sync program): its own rows would be mixed with the foreign ones, with right seals.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from ita_desktop.store.errors import StoreError, StoreErrorCode

State = tuple[tuple[object, ...], ...]
"""The file's id and the seals of all tables: equal where everything that is sealed is equal."""

_STATE = "SELECT name, row_count, fold FROM main.seal UNION ALL SELECT file_id, revision, '' FROM main.file ORDER BY 1"


class FileIdentity:
    """What the file held after our own last commit, and how its entry in the folder looked then."""

    def __init__(self, path: Path, db: Database, connect: Callable[[Path], Database]) -> None:
        self._path, self._db, self._connect = path, db, connect
        self._state = self._committing = state_of(db)
        self._version = self._data_version()
        self._entry = _entry(path)

    def check_before(self) -> None:
        """Compare the entry in the folder; where it changed, the content. StoreError ``moved`` if that is not ours.

        Call it outside a transaction. It costs one ``stat``, and the reading of the seals only after a difference: a
        changed time alone (a copying program, FAT's two seconds) is no fault. A file that is not there any more is
        left to SQLite, which tells a pulled stick from a moved file.
        """
        entry = _entry(self._path)
        if entry is None or entry == self._entry:
            return
        if not self._content_is_ours():
            raise StoreError(StoreErrorCode.MOVED, self._path)
        self._entry = entry

    def check_inside(self) -> None:
        """Compare SQLite's count of foreign commits; StoreError ``moved`` where one changed the content.

        Call it as the first thing inside a transaction: nobody can write from then on.
        """
        version = self._data_version()
        if version != self._version:
            if state_of(self._db) != self._state:
                raise StoreError(StoreErrorCode.MOVED, self._path)
            self._version = version

    def before_commit(self) -> None:
        """Keep the state that is about to be committed."""
        self._committing = state_of(self._db)

    def committed(self) -> None:
        """Call it after a commit."""
        self._state = self._committing
        self._entry = _entry(self._path)

    def stands(self) -> bool:
        """Return True if a commit that reported an error has happened all the same."""
        try:
            return self._committing != self._state and state_of(self._db) == self._committing
        except sqlite3.Error:
            return False

    def _content_is_ours(self) -> bool:
        """Read it through a connection of its own: ours may answer from its memory."""
        try:
            with closing(self._connect(self._path)) as other:
                return state_of(other) == self._state
        except sqlite3.OperationalError as error:
            # Somebody is just writing it: the transaction waits for him and looks again.
            return (getattr(error, "sqlite_errorname", None) or "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
        except sqlite3.Error:
            return False

    def _data_version(self) -> int:
        return int(self._db.execute("PRAGMA main.data_version").fetchone()[0])


def state_of(db: Database) -> State:
    """Read the file's id and seals."""
    return tuple(db.execute(_STATE).fetchall())


def _entry(path: Path) -> tuple[int, int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
