"""A sealed package: a whole ``.ita`` and a slip that says what it is, in one file that is right or refused.

Backups (``.ita-backup``) and what one computer sends to another (``.ita-send``) are packages: a zip with the entries
``manifest.json`` and ``office.ita``, so that it can be read without this program, and copied back only with it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from ita_desktop import __version__
from ita_desktop.domain.values.office import Office
from ita_desktop.store import file_kinds
from ita_desktop.store.errors import StoreError, StoreErrorCode, error_for
from ita_desktop.store.file.creation import place, prepare_target
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.file.disk import drop, sync_file, sync_folder, temporary_folder
from ita_desktop.store.records import offices
from ita_desktop.store.untrusted.json_tree import JsonFaults, parse_bytes
from ita_desktop.store.untrusted.zips import CHUNK, Limits, opened

BACKUP_SUFFIX, SEND_SUFFIX = file_kinds.BACKUP, file_kinds.SENT
FORMAT = "ita-package/1"
_MANIFEST, _OFFICE = "manifest.json", "office.ita"
_LIMITS = Limits(entries=2, total=500_000_000, ratio=1000)
_MOST_MANIFEST = 1_000_000
_ID = re.compile(r"[0-9a-f]{32}")
_SHA = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What is inside, to be shown before it is opened."""

    agency: str
    years: tuple[int, ...]
    """ปีที่มีผลการประเมิน."""
    scores: int
    plans: tuple[int, ...]
    measures: int
    memos: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The slip in a package."""

    reason: str
    """Why it was made: a code."""
    made_at: datetime
    """By the clock of that computer: shown, never reckoned with."""
    made_by: str
    """Version of the program, and the person if one is to be named."""
    file_name: str
    file_id: str
    revision: int
    state: str
    """Fingerprint of everything the office holds; two of one state are alike."""
    size: int
    sha256: str
    contents: Contents
    format: str = field(default=FORMAT)
    place: str = ""
    """Of a backup, where the file lay (``place_of``); empty in what was sent, and in backups of older versions."""

    def is_of(self, path: Path) -> bool:
        """Tell whether this is a backup of the very file at ``path``, and not of a copy of it elsewhere."""
        return self.place == place_of(path) if self.place else self.file_name == path.name


TAKEN_FROM = "taken-from"
"""Setting of a file that was made of a package: the ``state`` of that package."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packing:
    """What whoever packs tells."""

    reason: str
    made_at: datetime
    file_name: str
    person: str = ""
    place: str = ""


def place_of(path: Path) -> str:
    """Hash a file's folder and name: equal only for the same place, which it does not reveal."""
    return hashlib.sha256(os.path.realpath(path).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def safe_id(file_id: str) -> str:
    """Return a file's id as a name for a folder; one that this program did not give becomes its hash."""
    return file_id if _ID.fullmatch(file_id) else hashlib.sha256(file_id.encode("utf-8")).hexdigest()[:32]


def state_of(file: OfficeFile) -> str:
    """Fingerprint of all that is sealed but unfinished text; the same until something is saved."""
    rows = file.rows("SELECT name, row_count, fold FROM seal WHERE name <> 'draft' ORDER BY name")
    digest = hashlib.sha256()
    for row in rows:
        digest.update(f"{row['name']} {row['row_count']} {row['fold'].hex()}\n".encode())
    return digest.hexdigest()


def seal(office: Path, package: Path, packing: Packing) -> Manifest:
    """Look an office's file through from end to end and pack it under a name of no meaning; read back, on the disk."""
    manifest = _manifest(office, packing)
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        slip = json.dumps(_tree(manifest), ensure_ascii=False, indent=1)
        # A fixed date: a clock before 1980 would refuse to be written.
        packed.writestr(zipfile.ZipInfo(_MANIFEST), slip.encode("utf-8"), zipfile.ZIP_DEFLATED)
        with office.open("rb") as source, packed.open(zipfile.ZipInfo(_OFFICE), "w", force_zip64=True) as target:
            while piece := source.read(CHUNK):
                target.write(piece)
    sync_file(package)
    _forget_cached(package)
    if verify(package) != manifest:
        raise StoreError(StoreErrorCode.DISK, package, _MANIFEST)
    return manifest


def inspect(package: Path) -> Manifest:
    """Read the slip of a package, without checking the office in it; StoreError if it is none."""
    with opened(package, _LIMITS) as packed:
        if set(packed.names) != {_MANIFEST, _OFFICE}:
            raise StoreError(StoreErrorCode.NOT_PACKAGE, package)
        data = packed.read(_MANIFEST, _MOST_MANIFEST)
        size = packed.size(_OFFICE)
    try:
        manifest = _manifest_of(parse_bytes(data))
    except (JsonFaults, TypeError, ValueError, KeyError, OverflowError) as error:
        raise StoreError(StoreErrorCode.BAD_PACKAGE, package, _MANIFEST) from error
    if manifest.size != size:
        raise StoreError(StoreErrorCode.BAD_PACKAGE, package, _OFFICE)
    return manifest


def verify(package: Path) -> Manifest:
    """Read the slip of a package after checking every byte of its office against it."""
    manifest = inspect(package)
    digest = hashlib.sha256()
    with opened(package, _LIMITS) as packed:
        for piece in packed.chunks(_OFFICE, manifest.size):
            digest.update(piece)
    if digest.hexdigest() != manifest.sha256:
        raise StoreError(StoreErrorCode.BAD_PACKAGE, package, _OFFICE)
    return manifest


def unpack(package: Path, target: Path) -> Manifest:
    """Write the office in a package to ``target``, which must not exist; on the disk, or not there at all."""
    manifest = inspect(package)
    digest = hashlib.sha256()
    try:
        with target.open("xb") as stream, opened(package, _LIMITS) as packed:
            for piece in packed.chunks(_OFFICE, manifest.size):
                digest.update(piece)
                stream.write(piece)
            stream.flush()
            os.fsync(stream.fileno())
        if digest.hexdigest() != manifest.sha256:
            raise StoreError(StoreErrorCode.BAD_PACKAGE, package, _OFFICE)
        sync_folder(target.parent)
    except OSError as error:
        drop(target)
        raise error_for(target, error) from error
    except BaseException:
        drop(target)
        raise
    return manifest


def bring(package: Path, path: Path) -> Manifest:
    """Make a new file of the office in a package, looked through before it gets its name."""
    unfinished = prepare_target(path)
    try:
        manifest = unpack(package, unfinished)
        file = OfficeFile.open(unfinished)
        try:
            with file.transaction():
                offices.write_setting(file, TAKEN_FROM, manifest.state)
        finally:
            file.close()
        sync_file(unfinished)
        place(unfinished, path)
        sync_folder(path.parent)
    except OSError as error:
        raise error_for(path, error) from error
    finally:
        drop(unfinished)
    return manifest


def taken_from(package: Path) -> str:
    """Fingerprint of the state that the office in a package was once taken from; empty where it was made there."""
    with opened_office(package) as file:
        state = offices.read_setting(file, TAKEN_FROM)
    return state if isinstance(state, str) else ""


def office_in(package: Path) -> Office:
    """Read and check the office in a package; nothing of it stays on the disk."""
    with opened_office(package) as file:
        return offices.read_office(file)


@contextmanager
def opened_office(package: Path) -> Iterator[OfficeFile]:
    """Open the file in a package for reading, as long as the context lasts."""
    with temporary_folder() as folder:
        path = folder / _OFFICE
        unpack(package, path)
        file = OfficeFile.open(path, read_only=True)
        try:
            yield file
        finally:
            file.close()


def _manifest(office: Path, packing: Packing) -> Manifest:
    file = OfficeFile.open(office, read_only=True)
    try:
        identity = file.rows("SELECT file_id, revision FROM file")[0]
        held = offices.read_office(file)
        contents = contents_of(held)
        state = state_of(file)
    finally:
        file.close()
    with office.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256")
    return Manifest(
        reason=packing.reason,
        made_at=packing.made_at.replace(microsecond=0),
        made_by=f"ITA Desktop {__version__}" + (f", {packing.person}" if packing.person else ""),
        file_name=packing.file_name,
        file_id=safe_id(identity["file_id"]),
        revision=identity["revision"],
        state=state,
        size=office.stat().st_size,
        sha256=digest.hexdigest(),
        contents=contents,
        place=packing.place,
    )


def contents_of(office: Office) -> Contents:
    """Count what an office holds."""
    return Contents(
        agency=office.agency.name,
        years=tuple(int(year.fiscal_year) for year in office.years),
        scores=sum(len(year.scores) for year in office.years),
        plans=tuple(int(plan.fiscal_year) for plan in office.plans),
        measures=sum(len(plan.measures) for plan in office.plans),
        memos=len(office.memos),
    )


def _tree(manifest: Manifest) -> dict[str, Any]:
    return {**asdict(manifest), "made_at": manifest.made_at.isoformat()}


def _manifest_of(tree: Any) -> Manifest:
    """A slip that somebody else may have written; TypeError, ValueError or KeyError where it is not one."""
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise ValueError(FORMAT)
    inside = tree["contents"]
    values = {one.name: tree[one.name] for one in fields(Manifest) if one.name not in ("made_at", "contents", "place")}
    values["place"] = tree.get("place", "")
    for name, value in values.items():
        _must_be(int if name in ("revision", "size") else str, value)
    if not _ID.fullmatch(values["file_id"]) or not _SHA.fullmatch(values["sha256"]) or values["size"] < 0:
        raise ValueError(_MANIFEST)
    counts: dict[str, Any] = {name: _must_be(int, inside[name]) for name in ("scores", "measures", "memos")}
    for name in ("years", "plans"):
        counts[name] = tuple(_must_be(int, one) for one in _must_be(list, inside[name]))
    return Manifest(
        made_at=datetime.fromisoformat(tree["made_at"]),
        contents=Contents(agency=_must_be(str, inside["agency"]), **counts),
        **values,
    )


def _must_be(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"not a {kind.__name__}")
    return value


def _forget_cached(path: Path) -> None:
    """Make the next reading come from the disk, where the system lets one ask for that."""
    if hasattr(os, "posix_fadvise"):
        with path.open("rb") as stream:
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
