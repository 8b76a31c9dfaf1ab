"""Bring a file to today's tables: run the steps of ``released_steps`` that it lacks, each in one transaction.

What a step does is plain SQL. The version and the seals are written here after each step, by the code that checks them
when the file is opened: they tell what is in the rows, not what the tables are.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlite_utils import Database, Migrations

from ita_desktop.store.file import seals
from ita_desktop.store.file.released_steps import STEPS

APPLICATION_ID = 0x49544131
"""``ITA1`` in the file's header."""

migrations = Migrations("ita_desktop")

Step = Callable[[Database], None]


def _step(name: str) -> Callable[[Step], Step]:
    """Register a migration; the file's version and its seals are part of the same transaction."""

    def register(step: Step) -> Step:
        version = len(names()) + 1

        def run(db: Database) -> None:
            step(db)
            if db.execute("PRAGMA foreign_key_check").fetchall():
                raise RuntimeError(f"{name} breaks a reference")
            db.execute(f"PRAGMA user_version={version}")
            seals.reseal(db)

        migrations(name=name)(run)
        return step

    return register


def names() -> tuple[str, ...]:
    """List the names of all steps, oldest first."""
    return tuple(m.name for m in migrations._migrations)  # noqa: SLF001 - the library has no public list


def version() -> int:
    """Return the ``user_version`` of a file that has had all steps."""
    return len(names())


def _register_released() -> None:
    for name, script in STEPS:

        def run(db: Database, script: str = script) -> None:
            db.executescript(script)  # sqlite-utils' own: inside a transaction it commits nothing

        _step(name)(run)


_register_released()
