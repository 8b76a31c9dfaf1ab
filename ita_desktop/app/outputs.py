"""Files that a user asked for (PDF, text, JSON): written whole or not at all, and never over an office's file."""

from __future__ import annotations

import os
import tempfile
from enum import StrEnum
from pathlib import Path

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.i18n import tr
from ita_desktop.store.errors import StoreError, Trouble
from ita_desktop.store.file.creation import sync_folder
from ita_desktop.store.file.database import look_at_header

OFFICE_SUFFIX = ".ita"


class OutputTrouble(StrEnum):
    """Why a file was not written."""

    OFFICE_FILE = "office_file"
    IS_FOLDER = "is_folder"
    CANNOT_WRITE = "cannot_write"


def write_output(path: Path, data: bytes) -> None:
    """Write ``data`` under this name; WorkspaceError, and what was there is as it was, if that cannot be."""
    if path.is_dir():
        text = tr("{file} is a folder. Give the name of a file in it.")
        raise WorkspaceError(OutputTrouble.IS_FOLDER, text.format(file=path))
    if path.suffix.lower() == OFFICE_SUFFIX or _is_office(path):
        text = tr("{file} is the name of an office file and is not written over. Choose another name.")
        raise WorkspaceError(OutputTrouble.OFFICE_FILE, text.format(file=path))
    try:
        _write_beside_and_rename(path, data)
    except OSError as error:
        raise _cannot_write(path, error) from error


def make_folder(folder: Path) -> None:
    """Make a folder for outputs, with those above it; WorkspaceError if that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(folder, error) from error


def _is_office(path: Path) -> bool:
    """True for an office's file under another name, be it damaged or of a newer program."""
    try:
        look_at_header(path)
    except StoreError as error:
        return error.trouble in (Trouble.NEWER, Trouble.DAMAGED)
    return True


def _write_beside_and_rename(path: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".unfinished")
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.chmod(_usual_mode())
        unfinished.replace(path)
        sync_folder(path.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def _usual_mode() -> int:
    """What a file made by ``open`` would have: mkstemp's is for its owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _cannot_write(path: Path, error: OSError) -> WorkspaceError:
    text = tr("{file} cannot be written: {detail}. Choose another folder, or free some space on the disk.")
    detail = os.strerror(error.errno) if error.errno else str(error)
    return WorkspaceError(OutputTrouble.CANNOT_WRITE, text.format(file=path, detail=detail))
