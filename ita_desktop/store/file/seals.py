"""A hash in every row and a seal on every table, so that damage is noticed before it is used.

``integrity_check`` looks at structure and misses most flipped bits; the hash of a row covers its values, the seal
(number of rows, all hashes folded by XOR) the rows that ought to be there. Both are written by temporary triggers, so
that every write keeps them, undo included.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from sqlite_utils import Database

Value = str | int | float | bytes | None

SIZE = 16
"""Bytes of a hash."""
_NOTHING = bytes(SIZE)


def row_hash(*values: Value) -> bytes:
    """Hash of a row: its table's name and every column; values of different type or length never look alike."""
    digest = hashlib.sha256()
    for value in values:
        if value is None:
            kind, data = b"n", b""
        elif isinstance(value, str):
            kind, data = b"t", value.encode("utf-8", "surrogatepass")
        elif isinstance(value, bytes):
            kind, data = b"b", value
        else:
            kind, data = b"v", repr(value).encode("ascii")
        digest.update(kind + len(data).to_bytes(8, "little") + data)
    return digest.digest()[:SIZE]


def fold(seal: bytes, out: bytes | None, into: bytes | None) -> bytes:
    """Compute the seal after the row hash ``out`` was removed and ``into`` added."""
    number = int.from_bytes(seal, "little")
    number ^= int.from_bytes(out or b"", "little") ^ int.from_bytes(into or b"", "little")
    return number.to_bytes(SIZE, "little")


def sealed_tables(db: Database) -> dict[str, tuple[str, ...]]:
    """List the tables whose rows carry a hash, each with the columns that it covers."""
    tables: dict[str, tuple[str, ...]] = {}
    names = [row[0] for row in db.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY name")]
    for name in names:
        columns = tuple(row[1] for row in db.execute(f'PRAGMA main.table_info("{name}")'))
        if "row_hash" in columns:
            tables[name] = tuple(c for c in columns if c != "row_hash")
    return tables


def register(db: Database) -> None:
    """Make the two SQL functions known to this connection."""
    db.conn.create_function("ita_row_hash", -1, row_hash, deterministic=True)
    db.conn.create_function("ita_fold", 3, fold, deterministic=True)


def watch(db: Database) -> None:
    """Keep hashes and seals from now on, on this connection."""
    for table, columns in sealed_tables(db).items():
        for statement in _triggers(table, columns):
            db.execute(statement)


def _triggers(table: str, columns: tuple[str, ...]) -> Iterator[str]:
    new = ", ".join(f'NEW."{c}"' for c in columns)
    covered = ", ".join(f'"{c}"' for c in columns)
    rehash = f"UPDATE \"{table}\" SET row_hash = ita_row_hash('{table}', {new}) WHERE id = NEW.id;"
    of_table = f"WHERE name = '{table}';"
    yield f"""CREATE TEMP TRIGGER seal_insert_{table} AFTER INSERT ON main."{table}" BEGIN
        UPDATE seal SET row_count = row_count + 1, fold = ita_fold(fold, NULL, NEW.row_hash) {of_table} {rehash} END"""
    yield f'CREATE TEMP TRIGGER seal_update_{table} AFTER UPDATE OF {covered} ON main."{table}" BEGIN {rehash} END'
    yield f"""CREATE TEMP TRIGGER seal_hash_{table} AFTER UPDATE OF row_hash ON main."{table}" BEGIN
        UPDATE seal SET fold = ita_fold(fold, OLD.row_hash, NEW.row_hash) {of_table} END"""
    yield f"""CREATE TEMP TRIGGER seal_delete_{table} AFTER DELETE ON main."{table}" BEGIN
        UPDATE seal SET row_count = row_count - 1, fold = ita_fold(fold, OLD.row_hash, NULL) {of_table} END"""


def reseal(db: Database) -> None:
    """Compute every hash and seal again: only for a migration, on rows that were good before it."""
    register(db)
    db.execute("DELETE FROM seal")
    for table, columns in sealed_tables(db).items():
        values = ", ".join(f'"{c}"' for c in columns)
        db.execute(f"UPDATE main.\"{table}\" SET row_hash = ita_row_hash('{table}', {values})")
        hashes = [row[0] for row in db.execute(f'SELECT row_hash FROM main."{table}"')]
        _write_seal(db, table, hashes)


def broken(db: Database) -> str | None:
    """Name of the first table whose rows or seal do not fit; None if all is as it was written."""
    seals = {name: (count, mark) for name, count, mark in db.execute("SELECT name, row_count, fold FROM seal")}
    tables = sealed_tables(db)
    if set(seals) != set(tables):
        return "seal"
    for table, columns in tables.items():
        hashes: list[bytes] = []
        values = ", ".join(f'"{c}"' for c in columns)
        for kept, *row in db.execute(f'SELECT row_hash, {values} FROM main."{table}"'):
            if kept != row_hash(table, *row):
                return table
            hashes.append(kept)
        if seals[table] != _sum(hashes):
            return table
    return None


def _sum(hashes: Iterable[bytes]) -> tuple[int, bytes]:
    count, mark = 0, _NOTHING
    for one in hashes:
        count, mark = count + 1, fold(mark, None, one)
    return count, mark


def _write_seal(db: Database, name: str, hashes: Iterable[bytes]) -> None:
    count, mark = _sum(hashes)
    db.execute("INSERT INTO seal (name, row_count, fold) VALUES (?, ?, ?)", [name, count, mark])
