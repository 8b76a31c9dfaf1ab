"""The steps that bring a file to today's tables: append only, plain SQL, and never any domain code.

A step that has been released is never changed, renamed, moved or removed; a new one goes to the end.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlite_utils import Database, Migrations

from ita_desktop.store.file import seals

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
    """Names of all steps, oldest first."""
    return tuple(m.name for m in migrations._migrations)  # noqa: SLF001 - the library has no public list


def version() -> int:
    """``user_version`` of a file that has had all steps."""
    return len(names())


_TEXT = "TEXT NOT NULL DEFAULT ''"
_LIST = "TEXT NOT NULL DEFAULT '[]'"


def _texts(*columns: str) -> str:
    return ", ".join(f"{c} {_TEXT}" for c in columns)


def _lists(*columns: str) -> str:
    return ", ".join(f"{c} {_LIST}" for c in columns)


_FIRST = f"""
CREATE TABLE file (
    id INTEGER PRIMARY KEY CHECK (id = 1), file_id TEXT NOT NULL, made_by TEXT NOT NULL, revision INTEGER NOT NULL,
    saved_at TEXT, row_hash BLOB) STRICT;
CREATE TABLE agency (
    id INTEGER PRIMARY KEY CHECK (id = 1), type TEXT NOT NULL, {_texts("name", "subdistrict", "district", "province")},
    {_texts("short_name", "phone", "email", "website", "document_prefix", "address", "source")}, row_hash BLOB) STRICT;
CREATE TABLE department (
    id INTEGER PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, row_hash BLOB) STRICT;
CREATE TABLE signer (
    id INTEGER PRIMARY KEY, position INTEGER NOT NULL, key TEXT NOT NULL UNIQUE, {_texts("name")},
    {_lists("position_lines")}, {_texts("acting_for", "acting_phrase")}, row_hash BLOB) STRICT;
CREATE TABLE year (
    id INTEGER PRIMARY KEY, fiscal_year INTEGER NOT NULL UNIQUE, overall INTEGER CHECK (overall BETWEEN 0 AND 10000),
    {_texts("level")}, instruments TEXT NOT NULL DEFAULT '{{}}', rank_in_type INTEGER,
    announced TEXT, {_lists("weak_indicators")}, row_hash BLOB) STRICT;
CREATE TABLE score (
    id INTEGER PRIMARY KEY, fiscal_year INTEGER NOT NULL REFERENCES year (fiscal_year) ON DELETE CASCADE,
    ref TEXT NOT NULL, hundredths INTEGER NOT NULL CHECK (hundredths BETWEEN 0 AND 10000), row_hash BLOB,
    UNIQUE (fiscal_year, ref)) STRICT;
CREATE TABLE narrative (
    id INTEGER PRIMARY KEY, fiscal_year INTEGER NOT NULL REFERENCES year (fiscal_year) ON DELETE CASCADE,
    indicator TEXT NOT NULL, text TEXT NOT NULL, row_hash BLOB, UNIQUE (fiscal_year, indicator)) STRICT;
CREATE TABLE plan (
    id INTEGER PRIMARY KEY, fiscal_year INTEGER NOT NULL UNIQUE, assessed_year INTEGER NOT NULL, {_texts("meeting")},
    report_date TEXT, {_texts("prepared_by")}, row_hash BLOB) STRICT;
CREATE TABLE measure (
    id INTEGER PRIMARY KEY, plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE, position INTEGER NOT NULL,
    {_lists("refs")}, {_texts("instrument_part", "issue")},
    {_lists("sub_issues", "measures", "guidelines", "steps", "operation", "responsible")},
    {_texts("period", "period_from", "period_to")}, {_lists("follow_up", "follow_up_rounds", "oit_refs")},
    row_hash BLOB) STRICT;
CREATE INDEX measure_plan ON measure (plan);
CREATE TABLE result (
    id INTEGER PRIMARY KEY, measure INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
    position INTEGER NOT NULL, round INTEGER NOT NULL, {_lists("details")}, {_texts("period", "output", "outcome")},
    status TEXT, date TEXT, {_texts("obstacles", "suggestions", "remark")}, row_hash BLOB) STRICT;
CREATE INDEX result_measure ON result (measure);
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY, result INTEGER NOT NULL REFERENCES result (id) ON DELETE CASCADE,
    position INTEGER NOT NULL, {_texts("title")}, date TEXT, {_texts("file", "url")}, row_hash BLOB) STRICT;
CREATE INDEX evidence_result ON evidence (result);
CREATE TABLE risk (
    id INTEGER PRIMARY KEY, plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE, position INTEGER NOT NULL,
    {_texts("risk", "process")}, likelihood INTEGER, impact INTEGER,
    {_lists("controls", "activities", "months", "responsible")}, {_texts("status", "remark")}, row_hash BLOB) STRICT;
CREATE INDEX risk_plan ON risk (plan);
CREATE TABLE memo (
    id INTEGER PRIMARY KEY, position INTEGER NOT NULL, key TEXT NOT NULL UNIQUE, fiscal_year INTEGER NOT NULL,
    {_texts("department_line", "phone", "number")}, date TEXT, subject {_TEXT}, addressee {_TEXT},
    {_lists("enclosures", "reference_list")}, urgency TEXT, {_lists("sections")}, closing {_TEXT}, {_lists("signers")},
    row_hash BLOB) STRICT;
CREATE TABLE setting (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL, row_hash BLOB)
    STRICT;
CREATE TABLE draft (
    id INTEGER PRIMARY KEY, origin TEXT NOT NULL UNIQUE, value TEXT NOT NULL,
    typed_at TEXT NOT NULL, row_hash BLOB) STRICT;
CREATE TABLE seal (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, row_count INTEGER NOT NULL, fold BLOB NOT NULL) STRICT;
"""

_COPIES = f"""
CREATE TABLE content (
    id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, data BLOB NOT NULL) STRICT;
CREATE TABLE printed (
    id INTEGER PRIMARY KEY, plan_year INTEGER NOT NULL, document TEXT NOT NULL, {_texts("memo")},
    round INTEGER NOT NULL DEFAULT 0, number INTEGER NOT NULL, title TEXT NOT NULL, printed_at TEXT NOT NULL,
    fingerprint TEXT NOT NULL, code TEXT NOT NULL, pages INTEGER NOT NULL,
    sha256 TEXT NOT NULL REFERENCES content (sha256), row_hash BLOB,
    UNIQUE (plan_year, document, memo, round, number)) STRICT;
CREATE INDEX printed_content ON printed (sha256);
CREATE TABLE copy (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, printed INTEGER REFERENCES printed (id) ON DELETE CASCADE,
    fiscal_year INTEGER NOT NULL, name TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL,
    pages INTEGER NOT NULL, added_at TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES content (sha256),
    source_sha256 TEXT NOT NULL, row_hash BLOB) STRICT;
CREATE INDEX copy_printed ON copy (printed);
CREATE INDEX copy_content ON copy (sha256);
"""


@_step("001_first")
def first(db: Database) -> None:
    db.execute(f"PRAGMA application_id={APPLICATION_ID}")
    db.executescript(_FIRST)


@_step("002_copies")
def copies(db: Database) -> None:
    """``content`` has no row hash: its rows never change and are checked by their own name when they are read."""
    db.executescript(_COPIES)
