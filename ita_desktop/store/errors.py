"""What can be wrong with a file, as codes and values; the sentences are the app's."""

from __future__ import annotations

import errno
import os
import sqlite3
from enum import StrEnum
from pathlib import Path


class StoreErrorCode(StrEnum):
    """Why a file cannot be used, or a write did not happen."""

    MISSING = "missing"
    EXISTS = "exists"
    NO_FOLDER = "no_folder"
    NOT_OURS = "not_ours"
    NEWER = "newer"
    DAMAGED = "damaged"
    READ_ONLY = "read_only"
    LOCKED = "locked"
    NO_LOCKS = "no_locks"
    BUSY = "busy"
    FULL = "full"
    MOVED = "moved"
    DISK = "disk"
    UNSURE = "unsure"
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
    IN_USE = "in_use"
    NOT_READY = "not_ready"
    WRITE_PROTECTED = "write_protected"
    NO_RIGHT = "no_right"
    ONLINE_ONLY = "online_only"
    BAD_NAME = "bad_name"
    LONG_NAME = "long_name"
    TOO_LONG = "too_long"
    OUR_OFFICE = "our_office"
    OUR_FILE = "our_file"
    OLD_RTF = "old_rtf"
    OLD_DOC_FAILED = "old_doc_failed"
    LOCKED_FILE = "locked_file"
    A_PICTURE = "a_picture"
    A_WEB_PAGE = "a_web_page"
    OLD_WORKBOOK = "old_workbook"
    OTHER_WORKBOOK = "other_workbook"
    BINARY_WORKBOOK = "binary_workbook"
    NOT_WORKBOOK = "not_workbook"
    SLIDES = "slides"
    WRITER = "writer"
    A_ZIP = "a_zip"
    EMPTY = "empty"
    UNKNOWN_KIND = "unknown_kind"


class StoreError(Exception):
    """A file that cannot be used; ``trouble`` says why, ``detail`` where in it or what the system said."""

    def __init__(self, trouble: StoreErrorCode, path: Path, detail: str = "") -> None:
        super().__init__(f"{trouble}: {path}" + (f" ({detail})" if detail else ""))
        self.trouble = trouble
        self.path = path
        self.detail = detail


_BY_NAME = (
    ("SQLITE_READONLY_DBMOVED", StoreErrorCode.MOVED),
    ("SQLITE_IOERR_FSTAT", StoreErrorCode.MOVED),
    ("SQLITE_READONLY", StoreErrorCode.READ_ONLY),
    ("SQLITE_FULL", StoreErrorCode.FULL),
    ("SQLITE_BUSY", StoreErrorCode.BUSY),
    ("SQLITE_LOCKED", StoreErrorCode.BUSY),
    ("SQLITE_CORRUPT", StoreErrorCode.DAMAGED),
    ("SQLITE_NOTADB", StoreErrorCode.DAMAGED),
    ("SQLITE_IOERR", StoreErrorCode.DISK),
    ("SQLITE_CANTOPEN", StoreErrorCode.DISK),
)


def trouble_of(error: sqlite3.Error) -> StoreErrorCode | None:
    """Return what an SQLite error means for the user; None if it is a fault of the program."""
    if str(error).startswith("Could not decode to UTF-8"):  # a flipped bit in a text; it has no name of its own
        return StoreErrorCode.DAMAGED
    name = getattr(error, "sqlite_errorname", None) or ""
    return next((trouble for prefix, trouble in _BY_NAME if name.startswith(prefix)), None)


_BY_NUMBER = {
    errno.ENOSPC: StoreErrorCode.FULL,
    errno.EDQUOT: StoreErrorCode.FULL,
    errno.EROFS: StoreErrorCode.READ_ONLY,
    errno.EACCES: StoreErrorCode.READ_ONLY,
    errno.EPERM: StoreErrorCode.READ_ONLY,
    errno.ENOENT: StoreErrorCode.MISSING,
    errno.EEXIST: StoreErrorCode.EXISTS,
    errno.ENAMETOOLONG: StoreErrorCode.LONG_NAME,
}


_BY_WINDOWS_NUMBER = {
    5: StoreErrorCode.READ_ONLY,  # ERROR_ACCESS_DENIED
    19: StoreErrorCode.WRITE_PROTECTED,
    **dict.fromkeys((32, 33), StoreErrorCode.IN_USE),  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
    **dict.fromkeys((39, 112, 1295), StoreErrorCode.FULL),  # a full disk, a quota
    # no such drive, no disk in it, a share or a network that is gone
    **dict.fromkeys((15, 20, 21, 34, 51, 53, 55, 59, 64, 65, 67, 121, 433, 1167, 1231, 1232), StoreErrorCode.NOT_READY),
    **dict.fromkeys((161, 123), StoreErrorCode.BAD_NAME),  # ERROR_BAD_PATHNAME, ERROR_INVALID_NAME
    206: StoreErrorCode.LONG_NAME,
    # OneDrive and its like: the file is not on this computer and cannot be fetched now (ERROR_CLOUD_FILE_...)
    **dict.fromkeys((362, 377, 382, 386, 387, 388, 389, 391, 393, 395, 398, 404, 426), StoreErrorCode.ONLINE_ONLY),
}
"""What Windows' own number says; Python's errno calls most of these "no permission" or "invalid argument"."""


def error_for(path: Path, error: OSError) -> StoreError:
    """Return what the system's refusal means for the user: by Windows' number where there is one, else by errno."""
    number = error.errno or 0
    trouble = _BY_WINDOWS_NUMBER.get(getattr(error, "winerror", None) or 0) or _BY_NUMBER.get(
        number, StoreErrorCode.DISK
    )
    if trouble is StoreErrorCode.LONG_NAME:
        return StoreError(trouble, path, str(len(str(path))))
    return StoreError(trouble, path, os.strerror(number) if number else str(error))


def not_read(path: Path, error: OSError) -> StoreError:
    """Return why a file cannot be read: a right that is missing is one to read, not to write."""
    told = error_for(path, error)
    if told.trouble in (StoreErrorCode.READ_ONLY, StoreErrorCode.WRITE_PROTECTED):
        return StoreError(StoreErrorCode.NO_RIGHT, path, told.detail)
    return told if told.trouble in _READING else StoreError(StoreErrorCode.DISK, path, told.detail)


_READING = frozenset(
    (
        StoreErrorCode.IN_USE,
        StoreErrorCode.NOT_READY,
        StoreErrorCode.ONLINE_ONLY,
        StoreErrorCode.MISSING,
        StoreErrorCode.LONG_NAME,
    )
)
