"""One office file put in the place of another, so that a crash at any moment leaves the old one or the new one.

The old file goes with its journal into a folder beside (``<name>.replaced/000001``) and stays there. A marker says what
was meant to happen; while it lies there, nobody opens the file before ``finish`` has gone on from where it stopped.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from datetime import datetime
from pathlib import Path

from ita_desktop.store.errors import StoreError, StoreErrorCode, error_for
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.file.disk import drop, move, remove, sync_file, sync_folder
from ita_desktop.store.file.volumes import need_space
from ita_desktop.store.safety.package import inspect, unpack
from ita_desktop.store.untrusted.zips import CHUNK


def prepared_name(path: Path) -> Path:
    """Return where the new file is prepared: beside the old one, on the same disk."""
    return path.with_name(path.name + ".coming")


def is_interrupted(path: Path) -> bool:
    """Return whether a crash stopped a restore of this file."""
    try:
        return _marker(path).exists()
    except OSError as error:
        raise error_for(path, error) from error


def prepare(path: Path, package: Path, revision: int, now: datetime) -> None:
    """Make the office in a package ready to take the place of ``path``: looked through, upgraded, on the disk.

    Its revision becomes one that the file never had, so that no later backup is taken for an earlier one.
    """
    coming = prepared_name(path)
    try:
        _remove(coming)
        need_space(path.parent, inspect(package).size)
        unpack(package, coming)
        file = OfficeFile.open(coming)
        try:
            with file.transaction():
                file.delete("draft")
                file.update("file", 1, revision=revision, saved_at=now.isoformat(timespec="seconds"))
        finally:
            file.close()
        sync_file(coming)
    except OSError as error:
        _drop(coming)
        raise error_for(path, error) from error
    except StoreError as error:
        _drop(coming)
        if error.trouble is StoreErrorCode.UNSURE:  # of the file that was to come: nothing of the office was saved
            raise StoreError(StoreErrorCode.DISK, path, error.detail) from error
        raise
    except BaseException:
        _drop(coming)
        raise


def forget(path: Path) -> None:
    """Remove what was prepared."""
    _drop(prepared_name(path))


def swap(path: Path) -> Path:
    """Put the prepared file, which is closed and on the disk, in the place of ``path``; the folder with the old one.

    The caller holds the lock and has closed the file.
    """
    try:
        quarantine = _new_quarantine(path)
        _write_marker(path, {"sha256": _sha256(prepared_name(path)), "quarantine": quarantine.name})
        _carry_out(path, quarantine)
    except OSError as error:
        if path.exists() and prepared_name(path).exists():  # nothing was moved yet: as if it had never been meant
            _drop(prepared_name(path))  # first: a marker alone means nothing, both together mean that it goes on
            drop(_marker(path))
        raise error_for(path, error) from error
    return quarantine


def finish(path: Path) -> None:
    """Go on with a restore that was interrupted, or take it back; nothing where there was none. Needs the lock."""
    coming = prepared_name(path)
    try:
        if not is_interrupted(path):
            _drop(coming)  # it was not ready when the crash came
            return
        meant = _read_marker(path)
        quarantine = _quarantines(path) / meant.get("quarantine", "-")
        if coming.exists() and _sha256(coming) == meant.get("sha256"):
            _carry_out(path, quarantine)
            return
        if not path.exists():
            _bring_back(path, quarantine)
        _remove(coming)
        _forget_marker(path)
    except OSError as error:
        raise error_for(path, error) from error


def replaced(path: Path) -> tuple[Path, ...]:
    """List the files that restores have put aside, the newest first."""
    return tuple(sorted(_quarantines(path).glob(f"*/{path.name}"), reverse=True))


def _carry_out(path: Path, quarantine: Path) -> None:
    """The moves in their order; each can have been done already."""
    journal = path.with_name(path.name + "-journal")
    quarantine.mkdir(parents=True, exist_ok=True)
    # The database before its journal: whoever looks meanwhile finds no file, never one without its journal.
    for old in (path, journal):
        if old.exists():
            move(old, _free(quarantine / old.name))
    for folder in (quarantine, quarantine.parent, path.parent):
        sync_folder(folder)
    move(prepared_name(path), path)
    sync_folder(path.parent)
    _forget_marker(path)


def _free(target: Path) -> Path:
    """The name itself, or one beside it: what was put aside is never written over."""
    number = 1
    while target.exists():
        number += 1
        target = target.with_name(f"{target.name}.{number}")
    return target


def _bring_back(path: Path, quarantine: Path) -> None:
    """The old file to its place: the new one is not what it was when the marker was written."""
    if not (quarantine / path.name).exists():
        raise StoreError(StoreErrorCode.MISSING, path)
    # The journal first: the database must never be seen without it.
    for name in (path.name + "-journal", path.name):
        if (quarantine / name).exists():
            move(quarantine / name, path.with_name(name))
    sync_folder(path.parent)


def _new_quarantine(path: Path) -> Path:
    folder = _quarantines(path)
    taken = [int(one.name) for one in folder.glob("*") if one.name.isdecimal()]
    return folder / f"{max(taken, default=0) + 1:06}"


def _quarantines(path: Path) -> Path:
    return path.with_name(path.name + ".replaced")


def _marker(path: Path) -> Path:
    return path.with_name(path.name + ".restoring")


def _write_marker(path: Path, meant: dict[str, str]) -> None:
    unfinished = path.with_name(path.name + ".restoring-new")
    with unfinished.open("w", encoding="utf-8") as stream:
        json.dump(meant, stream)
        stream.flush()
        os.fsync(stream.fileno())
    move(unfinished, _marker(path))
    sync_folder(path.parent)


def _read_marker(path: Path) -> dict[str, str]:
    """What was meant; empty where the marker cannot be read, which then takes the restore back."""
    try:
        meant = json.loads(_marker(path).read_text(encoding="utf-8"))
    except ValueError:
        return {}
    if not isinstance(meant, dict) or not str(meant.get("quarantine", "")).isdecimal():
        return {}
    return {key: str(value) for key, value in meant.items()}


def _remove(coming: Path) -> None:
    for name in (coming.name, coming.name + "-journal"):
        remove(coming.with_name(name))


def _drop(coming: Path) -> None:
    with contextlib.suppress(OSError):
        _remove(coming)


def _forget_marker(path: Path) -> None:
    """Remove the marker of what is done; one that stays means nothing where no prepared file lies beside it."""
    with contextlib.suppress(OSError):
        remove(_marker(path))
        sync_folder(path.parent)


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(CHUNK):
            digest.update(piece)
    return digest.hexdigest()
