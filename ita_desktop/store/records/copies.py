"""Rows of the printed versions and of the copies kept of them, and their bytes, each kept once under its own hash.

Listings never touch the bytes. ``content`` is written beside the history: an undo takes back the row that names the
bytes, a redo finds them again, and what nothing names is removed when the file is opened the next time.
"""

from __future__ import annotations

import contextlib
import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.copies import CopyKind, KeptCopy, MediaType, PaperKey, PrintedVersion
from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.file.database import OfficeFile, Row
from ita_desktop.store.records.columns import a_year
from ita_desktop.store.records.understood import each

if TYPE_CHECKING:
    from ita_desktop.store.pictures.scans import Scan  # brings Pillow, which no start of the program waits for

MOST_TOGETHER = 300_000_000
"""Bytes of all that is kept: a sealed package of the whole file takes at most 500 MB."""
WORTH_SHRINKING = 5_000_000
"""Bytes of removed papers above which the file is rewritten (VACUUM) without them."""


def read_versions(file: OfficeFile) -> tuple[PrintedVersion, ...]:
    """Read the printed versions (ฉบับพิมพ์) of all papers, in the order in which they were printed."""
    return tuple(each(file, "printed", file.rows("SELECT * FROM printed ORDER BY id"), _version))


def read_copies(file: OfficeFile) -> tuple[KeptCopy, ...]:
    """Read the kept copies (สำเนาที่เก็บไว้), in the order in which they came."""
    return tuple(each(file, "copy", file.rows("SELECT * FROM copy ORDER BY id"), _copy))


def add_version(
    file: OfficeFile, key: PaperKey, title: str, now: datetime, fingerprint: str, code: str, pages: int, pdf: bytes
) -> int:
    """Freeze a paper as its next version; its id."""
    place = (int(key.plan_year), key.document, key.memo, key.round)
    same = "plan_year = ? AND document = ? AND memo = ? AND round = ?"
    number = file.rows(f"SELECT coalesce(max(number), 0) + 1 AS next FROM printed WHERE {same}", *place)[0]["next"]
    return file.insert(
        "printed",
        **dict(zip(("plan_year", "document", "memo", "round"), place, strict=True)),
        number=number,
        title=title,
        printed_at=now.isoformat(timespec="seconds"),
        fingerprint=fingerprint,
        code=code,
        pages=pages,
        sha256=_keep(file, pdf),
    )


def remove_version(file: OfficeFile, id: int) -> bool:
    """Remove a version with the copies kept of it."""
    return file.delete("printed", "id = ?", id) > 0


def add_copy(
    file: OfficeFile, kind: CopyKind, version: int | None, fiscal_year: FiscalYear, scan: Scan, now: datetime
) -> int:
    """Keep a scan; its id. StoreError ``copies_full`` where the file would become too big to be backed up."""
    return file.insert(
        "copy",
        kind=kind.value,
        printed=version,
        fiscal_year=int(fiscal_year),
        name=scan.name,
        media_type=scan.media_type.value,
        size=len(scan.data),
        pages=scan.pages,
        added_at=now.isoformat(timespec="seconds"),
        sha256=_keep(file, scan.data),
        source_sha256=scan.source_sha256,
    )


def remove_copy(file: OfficeFile, id: int) -> bool:
    return file.delete("copy", "id = ?", id) > 0


def read_content(file: OfficeFile, sha256: str) -> bytes:
    """Read the bytes of a version or a copy; StoreError ``damaged`` if they are not what was kept."""
    found = file.rows("SELECT data FROM content WHERE sha256 = ?", sha256)
    data = bytes(found[0]["data"]) if found else b""
    if hashlib.sha256(data).hexdigest() != sha256:
        raise StoreError(StoreErrorCode.DAMAGED, file.path, "content")
    return data


def size_of_all(file: OfficeFile) -> int:
    """Sum the bytes of all content that a row names."""
    return int(file.rows(f"SELECT coalesce(sum(length(data)), 0) AS size FROM content WHERE {_NAMED}")[0]["size"])


def bring(file: OfficeFile, other: OfficeFile, *, write: bool) -> int:
    """Take over what another file keeps and this one does not; how many versions and copies that is.

    A version is the same where paper and fingerprint are, a copy where it came from the same file. Numbers go on from
    ours. Without ``write`` they are only counted.
    """
    ours = {(one.key, one.fingerprint): one.id for one in read_versions(file)}
    kept = {(one.kind, one.version, one.fiscal_year, one.source_sha256) for one in read_copies(file)}
    count = 0
    here: dict[int | None, int | None] = {None: None}
    for version in read_versions(other):
        here[version.id] = ours.get((version.key, version.fingerprint))
        if here[version.id] is None:
            count += 1
            if write:
                here[version.id] = _add_again(file, version, read_content(other, version.sha256))
    for copy in read_copies(other):
        if (copy.kind, here[copy.version], copy.fiscal_year, copy.source_sha256) not in kept:
            count += 1
            if write:
                row = {name: getattr(copy, name) for name in ("name", "size", "pages", "source_sha256")}
                file.insert(
                    "copy",
                    kind=copy.kind.value,
                    printed=here[copy.version],
                    fiscal_year=int(copy.fiscal_year),
                    media_type=copy.media_type.value,
                    added_at=copy.added_at.isoformat(timespec="seconds"),
                    sha256=_keep(file, read_content(other, copy.sha256)),
                    **row,
                )
    return count


def _add_again(file: OfficeFile, one: PrintedVersion, pdf: bytes) -> int:
    return add_version(file, one.key, one.title, one.printed_at, one.fingerprint, one.code, one.pages, pdf)


def drop_unnamed(file: OfficeFile) -> int:
    """Remove bytes that no row names any more; how many. Only where no history can bring such a row back.

    They are overwritten with zeros: a scan that was removed is not left for others in the file's free pages. Much free
    room is given back to the disk.
    """
    size = int(file.rows(f"SELECT coalesce(sum(length(data)), 0) AS size FROM content WHERE NOT {_NAMED}")[0]["size"])
    if not size:
        return 0
    file.run("PRAGMA secure_delete=ON")
    with file.transaction():
        count = file.delete("content", f"NOT {_NAMED}")
    if size > WORTH_SHRINKING:
        with contextlib.suppress(StoreError):  # a disk without room for it: the file stays as large as it is
            file.run("VACUUM")
    return count


_NAMED = "(sha256 IN (SELECT sha256 FROM printed) OR sha256 IN (SELECT sha256 FROM copy))"


def _keep(file: OfficeFile, data: bytes) -> str:
    sha256 = hashlib.sha256(data).hexdigest()
    if not file.rows("SELECT id FROM content WHERE sha256 = ?", sha256):
        if size_of_all(file) + len(data) > MOST_TOGETHER:
            raise StoreError(StoreErrorCode.COPIES_FULL, file.path, str(MOST_TOGETHER // 1_000_000))
        file.insert("content", sha256=sha256, data=data)
    return sha256


def _version(row: Row) -> PrintedVersion:
    return PrintedVersion(
        id=row["id"],
        key=PaperKey(
            plan_year=a_year(row["plan_year"]), document=row["document"], memo=row["memo"], round=row["round"]
        ),
        printed_at=datetime.fromisoformat(row["printed_at"]),
        **{name: row[name] for name in ("number", "title", "fingerprint", "code", "pages", "sha256")},
    )


def _copy(row: Row) -> KeptCopy:
    return KeptCopy(
        id=row["id"],
        kind=CopyKind(row["kind"]),
        version=row["printed"],
        fiscal_year=a_year(row["fiscal_year"]),
        media_type=MediaType(row["media_type"]),
        added_at=datetime.fromisoformat(row["added_at"]),
        **{name: row[name] for name in ("name", "size", "pages", "sha256", "source_sha256")},
    )
