import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.file import database, migrations
from ita_desktop.store.file.creation import create_whole
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.records import offices, years
from tests.store.offices import AGENCY, OFFICE, YEARS


def everything_in(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def refused(path: Path) -> StoreErrorCode:
    """Why opening is refused, both ways, and that nothing in the folder is changed by it."""
    before = everything_in(path.parent)
    with pytest.raises(StoreError) as writing:
        OfficeFile.open(path)
    with pytest.raises(StoreError) as reading:
        OfficeFile.open(path, read_only=True)
    assert everything_in(path.parent) == before
    assert writing.value.trouble == reading.value.trouble
    return writing.value.trouble


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    assert refused(tmp_path / "x.ita") == StoreErrorCode.MISSING
    (tmp_path / "in" / "folder.ita").mkdir(parents=True)
    with pytest.raises(StoreError) as caught:
        OfficeFile.open(tmp_path / "in" / "folder.ita")
    assert caught.value.trouble == StoreErrorCode.MISSING


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0", b"PK\x03\x04" * 99, "ก".encode() * 999], ids=repr)
def test_what_is_no_database_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.ita"
    path.write_bytes(data)
    assert refused(path) == StoreErrorCode.NOT_OURS


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[sqlite3.Connection]:
    """Every connection that the store opens."""
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def remembered(*args: Any, **options: Any) -> sqlite3.Connection:
        opened.append(connect(*args, **options))
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", remembered)
    return opened


def all_closed(connections: list[sqlite3.Connection]) -> bool:
    """True where none of them can be used any more; Python 3.13 warns of those that are dropped open."""
    for connection in connections:
        with pytest.raises(sqlite3.ProgrammingError, match="closed database"):
            connection.execute("SELECT 1")
    return bool(connections)


def test_a_database_that_cannot_be_read_is_closed_again(
    path: Path, connections: list[sqlite3.Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_PRAGMAS", (*database._PRAGMAS, "integrity_check(1, 2, 3"))
    with pytest.raises(sqlite3.Error):
        OfficeFile.open(path)
    assert all_closed(connections)


def test_a_file_that_cannot_be_made_is_closed_again(
    tmp_path: Path, connections: list[sqlite3.Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OfficeFile, "insert", lambda self, table, **values: self._db.execute("no SQL"))
    with pytest.raises(sqlite3.Error):
        OfficeFile.create(tmp_path / "new.ita")
    assert all_closed(connections)


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.ita"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t (a)")
    other.close()
    assert refused(path) == StoreErrorCode.NOT_OURS


HIDDEN = (
    ("trigger", "sqlite_evil", "score", "CREATE TRIGGER sqlite_evil AFTER UPDATE ON score BEGIN DELETE FROM memo; END"),
    ("view", "sqlite_seen", "sqlite_seen", "CREATE VIEW sqlite_seen AS SELECT 1"),
    ("table", "sqlite_more", "sqlite_more", "CREATE TABLE sqlite_more (a)"),
)


def hidden(kind: str, name: str, table: str, sql: str) -> str:
    """A definition under a name that SQLite keeps for itself, as only writing into its own table makes one."""
    page = "(SELECT max(rootpage) + 1 FROM sqlite_master)" if kind == "table" else "0"
    values = ", ".join("'" + one.replace("'", "''") + "'" for one in (kind, name, table))
    text = "'" + sql.replace("'", "''") + "'"
    return f"PRAGMA writable_schema=ON; INSERT INTO sqlite_master VALUES ({values}, {page}, {text})"


def changed(path: Path, sql: str) -> None:
    with sqlite3.connect(path) as other:
        other.executescript(sql)
    other.close()


def test_a_newer_file_is_refused(path: Path) -> None:
    changed(path, f"PRAGMA user_version={migrations.version() + 1}")
    assert refused(path) == StoreErrorCode.NEWER


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE score SET hundredths = 5000 WHERE id = 1",
        "DELETE FROM score WHERE id = 1",
        "UPDATE score SET id = 77 WHERE id = 1",
        "INSERT INTO setting (name, value) VALUES ('x', '1')",
        "UPDATE seal SET row_count = 0 WHERE name = 'memo'",
        "DELETE FROM seal WHERE name = 'memo'",
        "PRAGMA foreign_keys=OFF; DELETE FROM year WHERE fiscal_year = 2567",
        "CREATE TABLE more (a)",
        "CREATE TRIGGER evil AFTER INSERT ON score BEGIN DELETE FROM memo; END",
        "CREATE TRIGGER evil AFTER INSERT ON _sqlite_migrations BEGIN DELETE FROM memo; END",
        *(hidden(*row) for row in HIDDEN),
        "DROP INDEX risk_plan",
        "DELETE FROM _sqlite_migrations",
        "INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('ita_desktop', 'later')",
        "PRAGMA user_version=0",
    ],
)
def test_what_another_program_changed_is_noticed(path: Path, sql: str) -> None:
    changed(path, sql)
    assert refused(path) == StoreErrorCode.DAMAGED


def test_a_file_in_another_journal_mode_is_refused(path: Path) -> None:
    changed(path, "PRAGMA journal_mode=WAL")
    assert refused(path) == StoreErrorCode.DAMAGED


def test_a_cut_file_is_refused(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5000])
    assert refused(path) == StoreErrorCode.DAMAGED


def test_damage_names_the_table(path: Path) -> None:
    changed(path, "UPDATE narrative SET text = 'x' WHERE id = 1")
    with pytest.raises(StoreError, match="narrative"):
        OfficeFile.open(path)


def test_the_settings_that_keep_saved_data(file: OfficeFile) -> None:
    wanted = {
        "journal_mode": "delete",
        "synchronous": 3,
        "locking_mode": "normal",
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "recursive_triggers": 1,
        "application_id": migrations.APPLICATION_ID,
        "user_version": migrations.version(),
    }
    assert {name: file.rows(f"PRAGMA {name}")[0][name] for name in wanted} == wanted
    strict = {row["name"]: row["strict"] for row in file.rows("PRAGMA table_list") if row["schema"] == "main"}
    assert [name for name in strict if not strict[name] and not name.startswith(("sqlite_", "_sqlite_"))] == []


def test_released_migrations_stay_as_they_are() -> None:
    assert migrations.names()[:1] == ("001_first",)


def test_every_table_has_a_number_and_a_hash(file: OfficeFile) -> None:
    for table in file.tables - {"seal", "content", "_sqlite_migrations"}:  # content is named by its own hash
        columns = {row["name"]: row["pk"] for row in file.rows(f'PRAGMA table_info("{table}")')}
        assert columns["id"] == 1
        assert "row_hash" in columns


def test_writes_need_a_known_table_and_a_transaction(file: OfficeFile) -> None:
    with file.transaction(), pytest.raises(KeyError):
        file.insert("scores", ref="1")
    with pytest.raises(RuntimeError, match="outside a transaction"):
        file.delete("score")
    assert "scores" not in {row["name"] for row in file.rows("SELECT name FROM main.sqlite_master")}


def test_an_inner_part_can_fail_alone(file: OfficeFile) -> None:
    with file.transaction():
        years.write_narrative(file, YEARS[0].fiscal_year, "3", "อยู่")
        with pytest.raises(ZeroDivisionError), file.transaction():  # noqa: PT012 - the transaction is what fails
            years.write_narrative(file, YEARS[0].fiscal_year, "4", "ไม่อยู่")
            raise ZeroDivisionError
    assert {"3"} == set(years.read_years(file)[0].narratives) - set(YEARS[0].narratives)


def test_the_writers_wait_for_each_other(file: OfficeFile, path: Path) -> None:
    other = OfficeFile.open(path)
    other.run("PRAGMA busy_timeout=50")
    with file.transaction():
        with pytest.raises(StoreError) as caught, other.transaction():
            pass
        assert caught.value.trouble == StoreErrorCode.BUSY
    other.close()


@pytest.mark.parametrize("text", ["ก\ud83d", "\udcff", "a\0b"], ids=ascii)
def test_half_a_character_is_refused(file: OfficeFile, text: str) -> None:
    before = years.read_years(file)
    with pytest.raises(StoreError) as caught, file.transaction():
        years.write_narrative(file, YEARS[0].fiscal_year, "1", text)
    assert caught.value.trouble == StoreErrorCode.BAD_TEXT
    assert years.read_years(file) == before


def test_any_other_text_is_kept_as_typed(file: OfficeFile) -> None:
    text = "ก็\u200bน้ำ เเ\u0e4d\u0e32 <b>&amp;</b> %s {x} 'q' \"d\" \\n \r\n\t\x01\x7f\u202e🦅透明\ufeff" + "ย" * 100_000
    with file.transaction():
        years.write_narrative(file, YEARS[0].fiscal_year, "1", text)
    assert years.read_years(file)[0].narratives["1"] == text


MOVES: dict[str, Callable[[Path], object]] = {
    "renamed": lambda path: path.rename(path.with_name("y.ita")),
    "removed": lambda path: path.unlink(),
    "replaced": lambda path: shutil.copy(path, path.with_name("z")).replace(path),  # type: ignore[attr-defined]
}


@pytest.mark.skipif(sys.platform != "win32", reason="elsewhere a file that is open can be moved; the next test")
@pytest.mark.parametrize("how", MOVES)
def test_windows_keeps_an_open_file_in_its_place(file: OfficeFile, path: Path, how: str) -> None:
    with pytest.raises(PermissionError):
        MOVES[how](path)
    with file.transaction():
        years.write_narrative(file, YEARS[0].fiscal_year, "1", "x")
    assert years.read_years(file)[0].narratives["1"] == "x"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open file in its place; the test before")
@pytest.mark.parametrize("how", MOVES)
def test_a_file_that_goes_from_under_us_is_noticed(file: OfficeFile, path: Path, how: str) -> None:
    MOVES[how](path)
    with pytest.raises(StoreError) as caught, file.transaction():
        years.write_narrative(file, YEARS[0].fiscal_year, "1", "x")
    assert caught.value.trouble == StoreErrorCode.MOVED


def test_a_file_that_cannot_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", no)
    with pytest.raises(StoreError) as caught:
        OfficeFile.open(path)
    assert caught.value.trouble == StoreErrorCode.NO_RIGHT


def test_creation_leaves_nothing_when_it_fails(tmp_path: Path) -> None:
    def fail(file: OfficeFile) -> None:
        offices.replace_office(file, OFFICE)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        create_whole(tmp_path / "x.ita", fail)
    assert list(tmp_path.iterdir()) == []


def test_creation_sweeps_what_a_crash_left(tmp_path: Path) -> None:
    (tmp_path / "x.ita.new").write_bytes(b"half")
    (tmp_path / "x.ita.new-journal").write_bytes(b"half")
    create_whole(tmp_path / "x.ita", lambda file: offices.replace_office(file, OFFICE))
    assert [path.name for path in tmp_path.iterdir()] == ["x.ita"]


def test_creation_gives_way_to_a_file_that_came_in_between(tmp_path: Path) -> None:
    path = tmp_path / "x.ita"

    def fill(file: OfficeFile) -> None:
        offices.replace_office(file, OFFICE)
        path.write_text("mine")

    with pytest.raises(StoreError) as caught:
        create_whole(path, fill)
    assert caught.value.trouble == StoreErrorCode.EXISTS
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("x.ita", "mine")]


def test_creation_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        create_whole(tmp_path / "no" / "x.ita", lambda file: None)
    assert caught.value.trouble == StoreErrorCode.NO_FOLDER


def test_a_name_with_signs_of_its_own_meaning_is_a_name(tmp_path: Path) -> None:
    sign = "" if sys.platform == "win32" else "?"  # which no name may have there
    path = tmp_path / f"a{sign}b#c%20 ดอน.ita"
    create_whole(path, lambda file: offices.replace_office(file, OFFICE))
    file = OfficeFile.open(path, read_only=True)
    assert file.path == path
    assert offices.read_office(file).agency == AGENCY
    with pytest.raises(StoreError) as caught, file.transaction():
        pass
    assert caught.value.trouble == StoreErrorCode.READ_ONLY
    file.close()


def foreign(path: Path, folder: Path) -> bytes:
    """The bytes of a copy of the file that another program has written to since."""
    other = folder / "other.ita"
    shutil.copy(path, other)
    file = OfficeFile.open(other)
    with file.transaction():
        years.write_narrative(file, YEARS[0].fiscal_year, "3", "ของอีกแฟ้มหนึ่ง")
    file.close()
    return other.read_bytes()


def test_a_file_that_was_written_over_in_place_is_not_written_to(path: Path, tmp_path: Path) -> None:
    data = foreign(path, tmp_path)
    file = OfficeFile.open(path)
    with file.transaction():  # as many writes as the other one had: SQLite's own counters are equal
        years.write_narrative(file, YEARS[0].fiscal_year, "3", "ของเรา")
    path.write_bytes(data)
    for _ in range(2):
        with pytest.raises(StoreError) as caught, file.transaction():
            years.write_narrative(file, YEARS[0].fiscal_year, "4", "อีก")
        assert caught.value.trouble == StoreErrorCode.MOVED
    with pytest.raises(StoreError) as copied:
        file.copy_to(tmp_path / "copy.ita")
    assert copied.value.trouble == StoreErrorCode.MOVED
    file.close()
    assert path.read_bytes() == data


def test_what_another_program_committed_meanwhile_is_not_written_to(path: Path) -> None:
    with sqlite3.connect(path) as other:  # open before, so that a change of the time is not what tells it
        file = OfficeFile.open(path)
        file._identity.check_before = lambda: None
        other.execute("UPDATE seal SET row_count = row_count + 1 WHERE name = 'memo'")
        other.commit()
        with pytest.raises(StoreError) as caught, file.transaction():
            pass
    assert caught.value.trouble == StoreErrorCode.MOVED
    other.close()
    file.close()


def test_a_file_that_was_only_touched_is_written_to(path: Path) -> None:
    file = OfficeFile.open(path)
    os.utime(path, (1, 1))
    with file.transaction():
        years.write_narrative(file, YEARS[0].fiscal_year, "3", "ของเรา")
    path.write_bytes(path.read_bytes())
    with file.transaction():
        years.write_narrative(file, YEARS[0].fiscal_year, "4", "ของเราอีก")
    file.close()
    OfficeFile.open(path).close()


@pytest.mark.parametrize("left", [0, 50, 4096, 20_000])
def test_a_file_that_was_cut_while_it_was_open_is_told(path: Path, left: int) -> None:
    file = OfficeFile.open(path)
    os.truncate(path, left)
    with pytest.raises(StoreError) as caught, file.transaction():
        years.write_narrative(file, YEARS[0].fiscal_year, "3", "ของเรา")
    assert caught.value.trouble in (StoreErrorCode.MOVED, StoreErrorCode.DAMAGED, StoreErrorCode.DISK)
    for table in sorted(file.tables):  # what SQLite still has in memory is answered, the rest is told
        with suppress(StoreError):
            file.rows(f'SELECT * FROM "{table}"')
    file.close()
