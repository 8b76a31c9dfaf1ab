"""Bringing a file into being: whole, on the disk, and only then under its name."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from ita_desktop.store.database import OfficeFile
from ita_desktop.store.errors import StoreError, Trouble


def create_whole(path: Path, fill: Callable[[OfficeFile], None]) -> None:
    """A new file with what ``fill`` writes into it; on any failure nothing is left. The caller holds the lock."""
    if path.exists():
        raise StoreError(Trouble.EXISTS, path)
    unfinished = path.with_name(path.name + ".new")
    _remove(unfinished)
    try:
        file = OfficeFile.create(unfinished)
        try:
            with file.transaction():
                fill(file)
        finally:
            file.close()
        sync_file(unfinished)
        _place(unfinished, path)
        sync_folder(path.parent)
    finally:
        _remove(unfinished)


def sync_file(path: Path) -> None:
    """Wait until the file's bytes are on the disk."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the folder's names are on the disk; Windows does that by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _place(unfinished: Path, path: Path) -> None:
    """Give the file its name without ever writing over another that came in between."""
    try:
        os.link(unfinished, path)
    except FileExistsError as error:
        raise StoreError(Trouble.EXISTS, path) from error
    except OSError:  # no hard links on this file system
        if path.exists():
            raise StoreError(Trouble.EXISTS, path) from None
        unfinished.rename(path)


def _remove(unfinished: Path) -> None:
    for name in (unfinished.name, unfinished.name + "-journal"):
        unfinished.with_name(name).unlink(missing_ok=True)
