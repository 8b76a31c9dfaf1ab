"""A zip file read with suspicion: nothing is unpacked to a name that the zip chose, nothing swells beyond a limit."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from ita_desktop.store.errors import StoreError, StoreErrorCode, error_for

CHUNK = 1 << 16
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 1
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_SMALL = 1_000_000
"""Bytes below which the ratio does not matter: a few blank pages compress a thousandfold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a zip may hold."""

    entries: int = 200
    total: int = 50_000_000
    """Bytes, unpacked."""
    ratio: int = 100
    """Unpacked to packed."""


class CheckedZip:
    """An open zip whose list of entries has been looked through; what is read is counted as well."""

    def __init__(self, path: Path, packed: zipfile.ZipFile, limits: Limits) -> None:
        self.path, self.limits = path, limits
        self._packed = packed
        self._entries = {entry.filename: entry for entry in packed.infolist()}

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._entries)

    def size(self, name: str) -> int:
        """Return the size in bytes that an entry declares; KeyError if there is none."""
        return self._entries[name].file_size

    def chunks(self, name: str, most: int) -> Iterator[bytes]:
        """Read an entry piece by piece; StoreError once there are more than ``most`` bytes."""
        left = most
        with _told(self.path), self._packed.open(self._entries[name]) as stream:
            while piece := stream.read(CHUNK):
                left -= len(piece)
                if left < 0:
                    raise StoreError(StoreErrorCode.TOO_BIG, self.path, name)
                yield piece

    def read(self, name: str, most: int) -> bytes:
        """Read an entry; StoreError if it has more than ``most`` bytes, KeyError if there is none."""
        return b"".join(self.chunks(name, most))


@contextmanager
def opened(path: Path, limits: Limits) -> Iterator[CheckedZip]:
    """Open a zip for reading; StoreError ``bad_zip`` or ``too_big`` for one that no honest program wrote."""
    try:
        stream = path.open("rb")
    except OSError as error:
        raise error_for(path, error) from error
    with stream, _zip(path, stream) as packed:
        _check(path, packed.infolist(), limits)
        yield CheckedZip(path, packed, limits)


@contextmanager
def _zip(path: Path, stream: IO[bytes]) -> Iterator[zipfile.ZipFile]:
    with _told(path):
        packed = zipfile.ZipFile(stream)
    with packed:
        yield packed


def _check(path: Path, entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    total = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > limits.entries or total > limits.total:
        raise StoreError(StoreErrorCode.TOO_BIG, path, f"{len(entries)}, {total:,} B")
    if total > _SMALL and total > limits.ratio * max(packed, 1):
        raise StoreError(StoreErrorCode.TOO_BIG, path, f"{total:,} B / {packed:,} B")
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        if not _is_decent(name) or name.casefold() in seen:
            raise StoreError(StoreErrorCode.BAD_ZIP, path, repr(name[:80]))
        seen.add(name.casefold())
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _PLAIN:
            raise StoreError(StoreErrorCode.BAD_ZIP, path, repr(name[:80]))


def _is_decent(name: str) -> bool:
    """A name that means the same entry, and nothing outside, on every system."""
    if not name or "\\" in name or ":" in name or name.startswith("/") or any(c < " " for c in name):
        return False
    parts = PurePosixPath(name).parts
    return ".." not in parts and not any(_RESERVED.fullmatch(part) for part in parts)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise StoreError(StoreErrorCode.BAD_ZIP, path, str(error)[:200]) from error
    except OSError as error:
        raise error_for(path, error) from error
