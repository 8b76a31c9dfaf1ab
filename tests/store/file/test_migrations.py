"""What was released stays as it is: the text of each step, and the tables that each version had."""

import ast
import hashlib
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from ita_desktop.store.file import database, migrations, released_steps

SCHEMAS = Path(__file__).parents[2] / "data" / "old_schemas"
RELEASED = {
    "001_first": "511f9779c877b8ce3324663db402cbe9a4adf7428b1d632cb2651c3abcb558e3",
    "002_copies": "030d6d9b675c2e73b222aa0cb4f6efe51e5bd3842a99698b57f7ccc0c4f7607c",
    "003_identities": "d12872ca94d5e8b043d00015226ea688ec2c0df73c30632cf24f3e319fa3e474",
}
"""SHA-256 of each step's text. A line is added with a new step; none is ever changed or removed."""


def schema_text(version: int) -> str:
    own = migrations.migrations.migrations_table  # sqlite-utils writes it as it likes
    rows = sorted(row for row in database._schema_of(version) if row[3] and row[2] != own)
    return "".join(f"-- {kind} {name} of {table}\n{sql};\n" for kind, name, table, sql in rows)


def test_the_text_of_a_released_step_never_changes() -> None:
    assert {name: hashlib.sha256(sql.encode("utf-8")).hexdigest() for name, sql in released_steps.STEPS} == RELEASED
    assert tuple(RELEASED) == migrations.names()


def test_the_steps_import_nothing_and_compute_nothing() -> None:
    tree = ast.parse(Path(released_steps.__file__).read_text(encoding="utf-8"))
    other = (ast.Import, ast.ImportFrom, ast.JoinedStr, ast.Call, ast.BinOp, ast.FunctionDef)
    assert [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, other)] == []


@pytest.mark.parametrize("version", range(1, migrations.version() + 1))
def test_the_tables_of_each_version_are_those_that_were_released(version: int) -> None:
    assert (SCHEMAS / f"v{version}.sql").read_text(encoding="utf-8") == schema_text(version)


def test_a_step_that_fails_half_way_leaves_no_table(tmp_path: Path) -> None:
    script = "CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT;\nINSERT INTO nothing VALUES (1);\n"
    migrations._step("999_test")(lambda db: db.executescript(script))
    try:
        db = Database(sqlite3.connect(tmp_path / "a", isolation_level=None), execute_plugins=False)
        with pytest.raises(sqlite3.OperationalError, match="nothing"):
            migrations.migrations.apply(db)
        assert db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)
        assert db.execute("PRAGMA user_version").fetchone() == (migrations.version() - 1,)
        db.close()
    finally:
        migrations.migrations._migrations.pop()
