"""The pictures in a Word file of somebody else (รูปภาพในแฟ้ม .docx), with where they stand and how large.

Only the pictures are read: no text, no macro, nothing that the file links to.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.store.errors import StoreError, StoreErrorCode, error_for
from ita_desktop.store.pictures import metafiles
from ita_desktop.store.pictures.docx_places import PicturePlace, Shown, shown_in, targets_in
from ita_desktop.store.pictures.pictures import MAX_BYTES, Photo, photo_of
from ita_desktop.store.untrusted.zips import CheckedZip, Limits, opened

SUFFIX = ".docx"
MOST = 12
"""Pictures that are taken out: who looks for an emblem does not look through an album."""
_LIMITS = Limits(entries=5000, total=300_000_000, ratio=200)
_MOST_XML = 60_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_DOCUMENT = "word/document.xml"
_READABLE = ("PNG", "JPEG", "GIF", "BMP", "DIB", "TIFF")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocxPicture:
    """One picture as the paper shows it."""

    photo: Photo
    shown: Shown


def pictures_of(path: Path, order: Callable[[Shown], int], longest: int = 4000) -> tuple[DocxPicture, ...]:
    """Return the first pictures, no side longer than ``longest``; StoreError with what is wrong with the file."""
    _must_be_zip(path)
    found: list[DocxPicture] = []
    drawn: set[str] = set()
    broken, spoilt = "", set[str]()
    with opened(path, _LIMITS) as packed:
        if _DOCUMENT not in packed.names:
            raise StoreError(StoreErrorCode.NOT_DOCX, path)
        for shown, name in sorted(_all_shown(packed), key=lambda one: order(one[0])):
            kind = posixpath.splitext(name)[1].lower()
            if name in spoilt:  # it was tried, and another part of it is not better
                continue
            try:
                data = packed.read(name, MAX_BYTES)
                if kind in metafiles.SUFFIXES and not (data := metafiles.picture_in(data)):
                    drawn.add(kind.lstrip(".").upper())
                    continue
                photo = photo_of(path, data, longest, kinds=_READABLE, cut=shown.cut)
            except StoreError as error:
                broken = broken or error.detail
                spoilt.add(name)
                continue
            found.append(DocxPicture(photo=photo, shown=shown))
            if len(found) == MOST:
                break
    if found:
        return tuple(found)
    if drawn:
        raise StoreError(StoreErrorCode.ONLY_DRAWN, path, ", ".join(sorted(drawn)))
    raise StoreError(StoreErrorCode.NOT_PICTURE if broken else StoreErrorCode.NO_PICTURE, path, broken)


def _must_be_zip(path: Path) -> None:
    """Recognise Word's older files and files with a password, which are no zips: each needs other advice."""
    try:
        with path.open("rb") as stream:
            head = stream.read(8)
            if head == _OLE:
                locked = _LOCKED in stream.read(MAX_BYTES)
                raise StoreError(StoreErrorCode.PASSWORD if locked else StoreErrorCode.OLD_DOC, path)
    except OSError as error:
        raise error_for(path, error) from error
    if not head.startswith(b"PK"):
        raise StoreError(StoreErrorCode.NOT_DOCX, path)


def _all_shown(packed: CheckedZip) -> Iterator[tuple[Shown, str]]:
    """Each picture once, with the entry that holds it; headers first."""
    seen: set[tuple[str, tuple[float, float, float, float]]] = set()
    names = sorted(packed.names)
    parts = [(PicturePlace.HEADER, name) for name in names if name.startswith("word/header") and name.endswith(".xml")]
    parts.append((PicturePlace.BODY, _DOCUMENT))
    parts += [(PicturePlace.FOOTER, name) for name in names if name.startswith("word/footer") and name.endswith(".xml")]
    for place, part in parts:
        relations = f"word/_rels/{posixpath.basename(part)}.rels"
        if relations not in names:
            continue
        targets = targets_in(packed.read(relations, _MOST_XML), packed.path)
        for shown in shown_in(packed.read(part, _MOST_XML), packed.path, place):
            name = posixpath.normpath(posixpath.join("word", targets.get(shown.target, ""))).lstrip("/")
            if name in names and (name, shown.cut) not in seen:
                seen.add((name, shown.cut))
                yield shown, name
