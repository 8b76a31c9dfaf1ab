"""What can be wrong with a file, as codes and values; the sentences are the app's."""

from __future__ import annotations

import errno
import os
import sqlite3
from enum import StrEnum
from pathlib import Path


class Trouble(StrEnum):
    """Why a file cannot be used, or a write did not happen."""

    MISSING = "missing"
    EXISTS = "exists"
    NO_FOLDER = "no_folder"
    NOT_OURS = "not_ours"
    NEWER = "newer"
    DAMAGED = "damaged"
    READ_ONLY = "read_only"
    LOCKED = "locked"
    BUSY = "busy"
    FULL = "full"
    MOVED = "moved"
    DISK = "disk"
    BAD_TEXT = "bad_text"
    NETWORK = "network"
    LITTLE_SPACE = "little_space"
    RESTORING = "restoring"
    NOT_PACKAGE = "not_package"
    BAD_PACKAGE = "bad_package"
    TOO_BIG = "too_big"
    BAD_ZIP = "bad_zip"
    NOT_TABLE = "not_table"
    LETTERS = "letters"
    NOT_PICTURE = "not_picture"
    NOT_DOCX = "not_docx"
    OLD_DOC = "old_doc"
    PASSWORD = "password"
    NO_PICTURE = "no_picture"
    ONLY_DRAWN = "only_drawn"
    NOT_SCAN = "not_scan"
    SCAN_TOO_BIG = "scan_too_big"
    LOCKED_PDF = "locked_pdf"
    COPIES_FULL = "copies_full"


class StoreError(Exception):
    """A file that cannot be used; ``trouble`` says why, ``detail`` where in it or what the system said."""

    def __init__(self, trouble: Trouble, path: Path, detail: str = "") -> None:
        super().__init__(f"{trouble}: {path}" + (f" ({detail})" if detail else ""))
        self.trouble = trouble
        self.path = path
        self.detail = detail


_BY_NAME = (
    ("SQLITE_READONLY_DBMOVED", Trouble.MOVED),
    ("SQLITE_IOERR_FSTAT", Trouble.MOVED),
    ("SQLITE_READONLY", Trouble.READ_ONLY),
    ("SQLITE_FULL", Trouble.FULL),
    ("SQLITE_BUSY", Trouble.BUSY),
    ("SQLITE_LOCKED", Trouble.BUSY),
    ("SQLITE_CORRUPT", Trouble.DAMAGED),
    ("SQLITE_NOTADB", Trouble.DAMAGED),
    ("SQLITE_IOERR", Trouble.DISK),
    ("SQLITE_CANTOPEN", Trouble.DISK),
)


def trouble_of(error: sqlite3.Error) -> Trouble | None:
    """What an SQLite error means for the user; None if it is a fault of the program."""
    if str(error).startswith("Could not decode to UTF-8"):  # a flipped bit in a text; it has no name of its own
        return Trouble.DAMAGED
    name = getattr(error, "sqlite_errorname", None) or ""
    return next((trouble for prefix, trouble in _BY_NAME if name.startswith(prefix)), None)


_BY_NUMBER = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EROFS: Trouble.READ_ONLY,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EPERM: Trouble.READ_ONLY,
    errno.ENOENT: Trouble.MISSING,
    errno.EEXIST: Trouble.EXISTS,
}


def refused(path: Path, error: OSError) -> StoreError:
    """What the system's refusal means for the user."""
    number = error.errno or 0
    return StoreError(_BY_NUMBER.get(number, Trouble.DISK), path, os.strerror(number) if number else str(error))
