"""Files that a user asked for (PDF, text, JSON): written whole or not at all, and never over an office's file."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path

from ita_desktop.app import log
from ita_desktop.app.errors import WorkspaceError, sentence
from ita_desktop.i18n import tr
from ita_desktop.store.errors import StoreError, StoreErrorCode, error_for
from ita_desktop.store.file.database import check_header
from ita_desktop.store.file.disk import check_name, write_whole
from ita_desktop.store.file.holders import holders

OFFICE_SUFFIX = ".ita"
_KINDS = frozenset(("pdf", "docx", "txt", "json", "xlsx", "csv", "html", "zip", "png", "jpg", "ita-send"))
"""Kinds of files that the log names; another ending may be a word of the user."""


class OutputTrouble(StrEnum):
    """Why a file was not written."""

    OFFICE_FILE = "office_file"
    IS_FOLDER = "is_folder"
    CANNOT_WRITE = "cannot_write"
    IN_USE = "in_use"
    NO_RIGHT = "no_right"
    WRITE_PROTECTED = "write_protected"
    NOT_READY = "not_ready"
    FULL = "full"
    NO_FOLDER = "no_folder"
    BAD_NAME = "bad_name"


def write_output(path: Path, data: bytes) -> None:
    """Write ``data`` under this name; WorkspaceError, and what was there is as it was, if that cannot be."""
    if path.is_dir():
        text = tr("{file} is a folder. Give the name of a file in it.")
        raise WorkspaceError(OutputTrouble.IS_FOLDER, text.format(file=path))
    if path.suffix.lower() == OFFICE_SUFFIX or _is_office(path):
        text = tr("{file} is the name of an office file and is not written over. Choose another name.")
        raise WorkspaceError(OutputTrouble.OFFICE_FILE, text.format(file=path))
    try:
        check_name(path)
        write_whole(path, data)
    except StoreError as error:
        raise WorkspaceError(OutputTrouble.BAD_NAME, sentence(error)) from error
    except OSError as error:
        raise _cannot_write(path, error) from error
    kind = path.suffix.lower().lstrip(".")
    log.note("written", kind=kind if kind in _KINDS else "other", bytes=len(data))


def make_folder(folder: Path) -> None:
    """Make a folder for outputs, with those above it; WorkspaceError if that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(folder, error) from error


def _is_office(path: Path) -> bool:
    """Return whether this is an office file under another name, also a damaged or newer one."""
    try:
        check_header(path)
    except StoreError as error:
        return error.trouble in (StoreErrorCode.NEWER, StoreErrorCode.DAMAGED)
    return True


def _cannot_write(path: Path, error: OSError) -> WorkspaceError:
    """Return why this file was not written: what to do is another thing for each reason."""
    trouble = error_for(path, error).trouble
    code = _CODES.get(trouble, OutputTrouble.CANNOT_WRITE)
    detail = os.strerror(error.errno) if error.errno else str(error)
    if code is OutputTrouble.IN_USE and (program := holders(path)):
        text = tr("{file} is still open in {program}. Close it there, or save under another name.")
        return WorkspaceError(code, text.format(file=path, program=program))
    return WorkspaceError(code, _sentences()[code].format(file=path, folder=path.parent, detail=detail))


_CODES = {
    StoreErrorCode.IN_USE: OutputTrouble.IN_USE,
    StoreErrorCode.READ_ONLY: OutputTrouble.NO_RIGHT,
    StoreErrorCode.WRITE_PROTECTED: OutputTrouble.WRITE_PROTECTED,
    StoreErrorCode.NOT_READY: OutputTrouble.NOT_READY,
    StoreErrorCode.FULL: OutputTrouble.FULL,
    StoreErrorCode.MISSING: OutputTrouble.NO_FOLDER,
}


def _sentences() -> dict[OutputTrouble, str]:
    return {
        OutputTrouble.IN_USE: tr(
            "{file} is still open in another program. Close it there, or save under another name."
        ),
        OutputTrouble.NO_RIGHT: tr("You may not write into the folder {folder}. Choose another folder."),
        OutputTrouble.WRITE_PROTECTED: tr(
            "The disk or stick of {folder} is protected against writing. Take the protection off, "
            "or choose another folder."
        ),
        OutputTrouble.NOT_READY: tr(
            "The drive or the network place of {folder} does not answer. Insert the stick or check the connection, "
            "or choose another folder."
        ),
        OutputTrouble.FULL: tr("The disk of {folder} is full. Remove other files from it, or choose another folder."),
        OutputTrouble.NO_FOLDER: tr("The folder {folder} is not there. Choose another folder."),
        OutputTrouble.CANNOT_WRITE: tr(
            "{file} cannot be written: {detail}. Choose another folder, or free some space on the disk."
        ),
    }
