"""Files as an older version of the program left them, to prove that they are still brought up to date."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from ita_desktop.store.file import seals
from ita_desktop.store.file.migrations import migrations, names


def make_old_file(path: Path, version: int) -> None:
    """Create an empty office file with only the first ``version`` steps; the file must not exist."""
    with path.open("xb"):
        pass
    db = Database(sqlite3.connect(path, isolation_level=None), execute_plugins=False)
    try:
        migrations.apply(db, stop_before=names()[1:])
        seals.register(db)
        seals.watch(db)
        db.execute("INSERT INTO file (id, file_id, made_by, revision) VALUES (1, 'old', '0', 0)")
        migrations.apply(db, stop_before=names()[version:])
    finally:
        db.close()
