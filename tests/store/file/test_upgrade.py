import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.file import database, migrations
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.records import copies, offices
from tests.store.offices import OFFICE, without_ids

KEPT = sorted((Path(__file__).parents[2] / "data" / "old_files").glob("*.ita"))


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_a_file_of_every_version_opens_with_the_same_data(kept: Path, tmp_path: Path) -> None:
    path = tmp_path / kept.name
    shutil.copy(kept, path)
    for read_only in (True, False):
        file = OfficeFile.open(path, read_only=read_only)
        assert without_ids(offices.read_office(file)) == OFFICE
        file.close()


def test_a_file_of_every_version_is_kept() -> None:
    assert [path.stem for path in KEPT] == [f"v{n}" for n in range(1, migrations.version() + 1)]


@pytest.fixture
def later() -> Iterator[list[str]]:
    """One more migration than the program has; the list says what happens in it."""
    does: list[str] = ["ALTER TABLE memo ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'"]

    def add_colour(db: Database) -> None:
        for statement in does:
            db.execute(statement)

    migrations._step("999_test")(add_colour)

    database._schema_of.cache_clear()
    yield does
    migrations.migrations._migrations.pop()
    database._schema_of.cache_clear()


def test_an_older_file_is_upgraded_after_a_backup_could_be_made(path: Path, later: list[str]) -> None:
    seen: list[bytes] = []
    before = path.read_bytes()
    file = OfficeFile.open(path, before_upgrade=lambda path: seen.append(path.read_bytes()))
    assert seen == [before]
    assert file.rows("PRAGMA user_version")[0]["user_version"] == migrations.version()
    assert {row["colour"] for row in file.rows("SELECT colour FROM memo")} == {"blue"}
    assert without_ids(offices.read_office(file)) == OFFICE
    file.close()
    again = OfficeFile.open(path, before_upgrade=lambda path: seen.append(b""))
    assert seen == [before]
    again.close()


def test_an_older_file_opens_for_reading_without_a_change(path: Path, later: list[str]) -> None:
    before = path.read_bytes()
    file = OfficeFile.open(path, read_only=True)
    assert without_ids(offices.read_office(file)) == OFFICE
    with pytest.raises(StoreError) as caught, file.transaction():
        pass
    assert caught.value.trouble == StoreErrorCode.READ_ONLY
    file.close()
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "fault", ["DELETE FROM year WHERE fiscal_year = 2567", "INSERT INTO nothing VALUES (1)"], ids=["orphans", "error"]
)
def test_an_upgrade_that_fails_leaves_the_old_version(path: Path, later: list[str], fault: str) -> None:
    later.append(fault)
    with pytest.raises((RuntimeError, sqlite3.Error)):
        OfficeFile.open(path)
    later.pop()
    with sqlite3.connect(path) as old:
        assert old.execute("PRAGMA user_version").fetchone()[0] == migrations.version() - 1
    old.close()
    file = OfficeFile.open(path)
    assert without_ids(offices.read_office(file)) == OFFICE
    file.close()


def test_a_step_may_not_be_registered_twice() -> None:
    with pytest.raises(ValueError, match="already registered"):
        migrations._step("001_first")(lambda db: None)


def test_what_a_file_kept_of_its_papers_is_read(tmp_path: Path) -> None:
    path = tmp_path / "v2.ita"
    shutil.copy(KEPT[0].with_name("v2.ita"), path)
    file = OfficeFile.open(path)
    (version,), (copy,) = copies.read_versions(file), copies.read_copies(file)
    assert (version.code, version.key.memo, copy.version, copy.name) == ("ACE7KMX", "memo-1", version.id, "สแกน.pdf")
    assert all(copies.read_content(file, one.sha256).startswith(b"%PDF-") for one in (version, copy))
    file.close()
