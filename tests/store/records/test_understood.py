"""A value that no version of the program writes is told with its place, whatever it is."""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.records import copies, offices

TEXTS = (
    "",
    "x",
    "2024-13-99",
    "๒๕๖๘",
    "null",
    "[",
    "[1, null]",
    '["ก", 7]',
    '{"a": [1]}',
    '"abc"',
    "7",
    "1e999",
    "[" * 5_000,
    '[{"heading": 1}]',
    '[{"signer": "s1", "more": 1}]',
    '[{"signer": "s1", "label": "", "comment_lines": "x", "show_signed": true, "date_line": true}]',
)
NUMBERS = (-1, 0, 7, 99_999, 2**62)
NOT_READ = {"row_hash", "id"}


class Back(Exception):  # noqa: N818 - takes the change back
    pass


def changes(file: OfficeFile) -> Iterator[tuple[str, int, str, object]]:
    for table in sorted(file.tables - {"seal", "content", "_sqlite_migrations"}):
        kinds = {row["name"]: row["type"] for row in file.rows(f'PRAGMA table_info("{table}")')}
        ids = [row["id"] for row in file.rows(f'SELECT id FROM "{table}" LIMIT 1')]
        for column in kinds.keys() - NOT_READ:
            for value in {"TEXT": TEXTS, "INTEGER": NUMBERS}.get(kinds[column], ()):
                yield from ((table, row, column, value) for row in ids)


def read_all(file: OfficeFile) -> object:
    office = offices.read_office(file)
    names = [row["name"] for row in file.rows("SELECT name FROM setting")]
    more = [offices.read_setting(file, name) for name in names]
    return office, more, copies.read_versions(file), copies.read_copies(file), offices.saved_at(file)


def refusal(file: OfficeFile) -> StoreError | None:
    try:
        read_all(file)
    except StoreError as error:
        return error
    return None


def test_every_wrong_value_is_read_or_told_with_its_place(file: OfficeFile) -> None:
    with file.transaction():
        offices.write_setting(file, "words", ["ก"])
    before, told, read = offices.read_office(file), 0, 0
    for table, row, column, value in list(changes(file)):
        with suppress(Back, sqlite3.IntegrityError), file.transaction():
            file.update(table, row, **{column: value})  # a constraint of the table may refuse it
            if (error := refusal(file)) is None:
                read += 1
            else:
                assert error.trouble == StoreErrorCode.DAMAGED
                assert error.detail.startswith(table), (error.detail, table, column, value)
                told += 1
            raise Back
    assert read > 300
    assert told > 200
    assert offices.read_office(file) == before


@pytest.mark.parametrize("saved", ["", "yesterday", "2024-99-01T00:00:00"])
def test_a_time_that_makes_no_sense_keeps_no_office_shut(path: Path, saved: str) -> None:
    file = OfficeFile.open(path)
    with file.transaction():
        file.update("file", 1, saved_at=saved)
    assert offices.saved_at(file) is None
    file.close()
