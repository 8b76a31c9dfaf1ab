# ruff: noqa: E501 - released text: SQLite keeps it letter by letter, so that no line of it may be broken otherwise
"""The released steps from an empty file to today's tables, as plain SQL (โครงสร้างแฟ้มทุกรุ่น).

This file imports nothing, and a text in it never changes: a file keeps the words its tables were made with, and they
are compared when it is opened. A new step goes to the end; its hash goes into ``tests/store/file/test_migrations.py``.
"""

FIRST = """
PRAGMA application_id=1230258481;
CREATE TABLE file (
    id INTEGER PRIMARY KEY CHECK (id = 1), file_id TEXT NOT NULL, made_by TEXT NOT NULL, revision INTEGER NOT NULL,
    saved_at TEXT, row_hash BLOB) STRICT;
CREATE TABLE agency (
    id INTEGER PRIMARY KEY CHECK (id = 1), type TEXT NOT NULL, name TEXT NOT NULL DEFAULT '', subdistrict TEXT NOT NULL DEFAULT '', district TEXT NOT NULL DEFAULT '', province TEXT NOT NULL DEFAULT '',
    short_name TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '', website TEXT NOT NULL DEFAULT '', document_prefix TEXT NOT NULL DEFAULT '', address TEXT NOT NULL DEFAULT '', source TEXT NOT NULL DEFAULT '', row_hash BLOB) STRICT;
CREATE TABLE department (
    id INTEGER PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, row_hash BLOB) STRICT;
CREATE TABLE signer (
    id INTEGER PRIMARY KEY, position INTEGER NOT NULL, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL DEFAULT '',
    position_lines TEXT NOT NULL DEFAULT '[]', acting_for TEXT NOT NULL DEFAULT '', acting_phrase TEXT NOT NULL DEFAULT '', row_hash BLOB) STRICT;
CREATE TABLE year (
    id INTEGER PRIMARY KEY, fiscal_year INTEGER NOT NULL UNIQUE, overall INTEGER CHECK (overall BETWEEN 0 AND 10000),
    level TEXT NOT NULL DEFAULT '', instruments TEXT NOT NULL DEFAULT '{}', rank_in_type INTEGER,
    announced TEXT, weak_indicators TEXT NOT NULL DEFAULT '[]', row_hash BLOB) STRICT;
CREATE TABLE score (
    id INTEGER PRIMARY KEY, fiscal_year INTEGER NOT NULL REFERENCES year (fiscal_year) ON DELETE CASCADE,
    ref TEXT NOT NULL, hundredths INTEGER NOT NULL CHECK (hundredths BETWEEN 0 AND 10000), row_hash BLOB,
    UNIQUE (fiscal_year, ref)) STRICT;
CREATE TABLE narrative (
    id INTEGER PRIMARY KEY, fiscal_year INTEGER NOT NULL REFERENCES year (fiscal_year) ON DELETE CASCADE,
    indicator TEXT NOT NULL, text TEXT NOT NULL, row_hash BLOB, UNIQUE (fiscal_year, indicator)) STRICT;
CREATE TABLE plan (
    id INTEGER PRIMARY KEY, fiscal_year INTEGER NOT NULL UNIQUE, assessed_year INTEGER NOT NULL, meeting TEXT NOT NULL DEFAULT '',
    report_date TEXT, prepared_by TEXT NOT NULL DEFAULT '', row_hash BLOB) STRICT;
CREATE TABLE measure (
    id INTEGER PRIMARY KEY, plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE, position INTEGER NOT NULL,
    refs TEXT NOT NULL DEFAULT '[]', instrument_part TEXT NOT NULL DEFAULT '', issue TEXT NOT NULL DEFAULT '',
    sub_issues TEXT NOT NULL DEFAULT '[]', measures TEXT NOT NULL DEFAULT '[]', guidelines TEXT NOT NULL DEFAULT '[]', steps TEXT NOT NULL DEFAULT '[]', operation TEXT NOT NULL DEFAULT '[]', responsible TEXT NOT NULL DEFAULT '[]',
    period TEXT NOT NULL DEFAULT '', period_from TEXT NOT NULL DEFAULT '', period_to TEXT NOT NULL DEFAULT '', follow_up TEXT NOT NULL DEFAULT '[]', follow_up_rounds TEXT NOT NULL DEFAULT '[]', oit_refs TEXT NOT NULL DEFAULT '[]',
    row_hash BLOB) STRICT;
CREATE INDEX measure_plan ON measure (plan);
CREATE TABLE result (
    id INTEGER PRIMARY KEY, measure INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
    position INTEGER NOT NULL, round INTEGER NOT NULL, details TEXT NOT NULL DEFAULT '[]', period TEXT NOT NULL DEFAULT '', output TEXT NOT NULL DEFAULT '', outcome TEXT NOT NULL DEFAULT '',
    status TEXT, date TEXT, obstacles TEXT NOT NULL DEFAULT '', suggestions TEXT NOT NULL DEFAULT '', remark TEXT NOT NULL DEFAULT '', row_hash BLOB) STRICT;
CREATE INDEX result_measure ON result (measure);
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY, result INTEGER NOT NULL REFERENCES result (id) ON DELETE CASCADE,
    position INTEGER NOT NULL, title TEXT NOT NULL DEFAULT '', date TEXT, file TEXT NOT NULL DEFAULT '', url TEXT NOT NULL DEFAULT '', row_hash BLOB) STRICT;
CREATE INDEX evidence_result ON evidence (result);
CREATE TABLE risk (
    id INTEGER PRIMARY KEY, plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE, position INTEGER NOT NULL,
    risk TEXT NOT NULL DEFAULT '', process TEXT NOT NULL DEFAULT '', likelihood INTEGER, impact INTEGER,
    controls TEXT NOT NULL DEFAULT '[]', activities TEXT NOT NULL DEFAULT '[]', months TEXT NOT NULL DEFAULT '[]', responsible TEXT NOT NULL DEFAULT '[]', status TEXT NOT NULL DEFAULT '', remark TEXT NOT NULL DEFAULT '', row_hash BLOB) STRICT;
CREATE INDEX risk_plan ON risk (plan);
CREATE TABLE memo (
    id INTEGER PRIMARY KEY, position INTEGER NOT NULL, key TEXT NOT NULL UNIQUE, fiscal_year INTEGER NOT NULL,
    department_line TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '', number TEXT NOT NULL DEFAULT '', date TEXT, subject TEXT NOT NULL DEFAULT '', addressee TEXT NOT NULL DEFAULT '',
    enclosures TEXT NOT NULL DEFAULT '[]', reference_list TEXT NOT NULL DEFAULT '[]', urgency TEXT, sections TEXT NOT NULL DEFAULT '[]', closing TEXT NOT NULL DEFAULT '', signers TEXT NOT NULL DEFAULT '[]',
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
"""An office, its years, plans and memos."""

COPIES = """
CREATE TABLE content (
    id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, data BLOB NOT NULL) STRICT;
CREATE TABLE printed (
    id INTEGER PRIMARY KEY, plan_year INTEGER NOT NULL, document TEXT NOT NULL, memo TEXT NOT NULL DEFAULT '',
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
"""Printed versions and signed copies. ``content`` has no row hash: its rows never change and are checked by their name."""

IDENTITIES = """
ALTER TABLE measure ADD COLUMN identity TEXT NOT NULL DEFAULT '';
ALTER TABLE risk ADD COLUMN identity TEXT NOT NULL DEFAULT '';
UPDATE measure SET identity = (SELECT file_id FROM file) || '-m' || id;
UPDATE risk SET identity = (SELECT file_id FROM file) || '-r' || id;
"""
"""What a measure or a risk is called in every copy, slip and backup. Copies of one file must agree on those they had
before this step, so they are made of its id and the row's number."""

STEPS = (
    ("001_first", FIRST),
    ("002_copies", COPIES),
    ("003_identities", IDENTITIES),
)
"""Names and texts, the oldest first."""
