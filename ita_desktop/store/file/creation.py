"""Create files: whole, on the disk, and only then under its name."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from ita_desktop.store.errors import StoreError, StoreErrorCode, error_for
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.file.disk import check_name, drop, patiently, sync_file, sync_folder


def create_whole(path: Path, fill: Callable[[OfficeFile], None]) -> None:
    """Create a file with what ``fill`` writes; on any failure nothing is left. The caller holds the lock."""
    unfinished = prepare_target(path)
    try:
        file = OfficeFile.create(unfinished)
        try:
            with file.transaction():
                fill(file)
        finally:
            file.close()
        sync_file(unfinished)
        place(unfinished, path)
        sync_folder(path.parent)
    except OSError as error:
        raise error_for(path, error) from error
    finally:
        _remove(unfinished)


def copy_whole(file: OfficeFile, path: Path) -> None:
    """Copy an open file into a new one, which is checked before it gets its name."""
    unfinished = prepare_target(path)
    try:
        file.copy_to(unfinished)
        OfficeFile.open(unfinished, read_only=True).close()
        sync_file(unfinished)
        place(unfinished, path)
        sync_folder(path.parent)
    except OSError as error:
        raise error_for(path, error) from error
    finally:
        _remove(unfinished)


def prepare_target(path: Path) -> Path:
    """Check that ``path`` can be created and return the name to write first; a leftover of that name goes."""
    if not path.parent.is_dir():
        raise StoreError(StoreErrorCode.NO_FOLDER, path)
    check_name(path)
    unfinished = path.with_name(path.name + ".new")
    try:
        if path.exists():
            raise StoreError(StoreErrorCode.EXISTS, path)
        _remove(unfinished)
    except OSError as error:
        raise error_for(path, error) from error
    return unfinished


def place(unfinished: Path, path: Path) -> None:
    """Give the file its name without ever writing over another that came in between."""
    try:
        os.link(unfinished, path)
    except FileExistsError as error:
        raise StoreError(StoreErrorCode.EXISTS, path) from error
    except OSError:  # no hard links on this file system
        if path.exists():
            raise StoreError(StoreErrorCode.EXISTS, path) from None
        patiently(lambda: unfinished.rename(path))


def _remove(unfinished: Path) -> None:
    for name in (unfinished.name, unfinished.name + "-journal"):
        drop(unfinished.with_name(name))
