"""What a file is, recognised by its first bytes and never by its name (ชนิดของแฟ้ม)."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from pathlib import Path

from ita_desktop.store.errors import StoreError, StoreErrorCode, not_read
from ita_desktop.store.file.migrations import APPLICATION_ID
from ita_desktop.store.untrusted.zips import CheckedZip, Limits, opened

MAX_BYTES = 60_000_000
_HEAD = 8192
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_TYPES = 2_000_000
_ZIPS = Limits(entries=5000, total=500_000_000, ratio=1000)
"""Only for a look at the names; each reader has limits of its own."""
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"\xd7\xcd\xc6\x9a", b"8BPS", b"\0\0\1\0")
_WEB = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta|title|div|p)[\s>]", re.IGNORECASE)
_XML_SHEET, _XML_WORD = b"urn:schemas-microsoft-com:office:spreadsheet", b"schemas.microsoft.com/office/word/2003"


_JSON = "json"


class Kind(StrEnum):
    """What a reader is there for."""

    WORD = "word"
    EXCEL = "excel"
    OLD_EXCEL = "old_excel"
    CALC = "calc"
    WRITER = "writer"
    OLD_WORD = "old_word"
    RTF = "rtf"
    PDF = "pdf"
    WEB = "web"
    TEXT = "text"


def kind_of(path: Path) -> Kind:
    """Tell what a file is; StoreError with what it is where nothing reads it, or why it cannot be looked at."""
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError as error:
        raise not_read(path, error) from error
    if size > MAX_BYTES:
        raise StoreError(StoreErrorCode.TOO_BIG, path, f"{size:,} B > {MAX_BYTES:,} B")
    if not head.strip(b"\0 \t\r\n"):
        raise StoreError(StoreErrorCode.EMPTY, path)
    if head.startswith(b"SQLite format 3\0"):
        ours = int.from_bytes(head[68:72], "big") == APPLICATION_ID
        raise StoreError(StoreErrorCode.OUR_OFFICE if ours else StoreErrorCode.UNKNOWN_KIND, path)
    if head.startswith(b"PK\3\4"):
        return _zipped(path)
    if head.startswith(_OLE):
        return _compound(path)
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith(b"{\\rtf"):
        return Kind.RTF
    if head.startswith(_PICTURES) or head[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif") or head[8:12] == b"WEBP":
        raise StoreError(StoreErrorCode.A_PICTURE, path)
    if re.match(rb"\x09[\0\2\4]", head) and head[2:4] in (b"\4\0", b"\6\0"):
        return Kind.OLD_EXCEL  # of the years before 1993
    return _written(path, head)


def _zipped(path: Path) -> Kind:
    with opened(path, _ZIPS) as packed:
        names = packed.names
        if "mimetype" in names:
            manifest = "META-INF/manifest.xml"
            if manifest in names and b"encryption-data" in packed.read(manifest, _MOST_TYPES):
                raise StoreError(StoreErrorCode.LOCKED_FILE, path)
            return _open_document(path, packed.read("mimetype", 1000).decode("ascii", "replace"))
        if {"manifest.json", "office.ita"} <= set(names):
            raise StoreError(StoreErrorCode.OUR_FILE, path)
        if "[Content_Types].xml" in names:
            return _office_document(path, packed)
    raise StoreError(StoreErrorCode.A_ZIP, path)


def _open_document(path: Path, type: str) -> Kind:
    if "spreadsheet" in type:
        return Kind.CALC
    if "text" in type:
        return Kind.WRITER
    raise StoreError(StoreErrorCode.SLIDES if "presentation" in type else StoreErrorCode.UNKNOWN_KIND, path)


def _office_document(path: Path, packed: CheckedZip) -> Kind:
    types = packed.read("[Content_Types].xml", _MOST_TYPES)
    if b"sheet.binary" in types:
        raise StoreError(StoreErrorCode.BINARY_WORKBOOK, path)
    for mark, kind in ((b"wordprocessingml.", Kind.WORD), (b"ms-word.", Kind.WORD), (b"spreadsheetml.", Kind.EXCEL)):
        if mark in types and (kind is not Kind.WORD or b"spreadsheetml.sheet.main" not in types):
            return kind
    if b"ms-excel." in types:
        return Kind.EXCEL
    raise StoreError(StoreErrorCode.SLIDES if b"presentationml" in types else StoreErrorCode.A_ZIP, path)


def _compound(path: Path) -> Kind:
    """The older files of Word, Excel and PowerPoint, and every office file with a password, are one container."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise not_read(path, error) from error

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise StoreError(StoreErrorCode.LOCKED_FILE, path)
    if holds("WordDocument"):
        return Kind.OLD_WORD
    if holds("PowerPoint Document"):
        raise StoreError(StoreErrorCode.SLIDES, path)
    if holds("Workbook") or holds("Book"):
        return Kind.OLD_EXCEL
    raise StoreError(StoreErrorCode.UNKNOWN_KIND, path)


def _written(path: Path, head: bytes) -> Kind:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Kind.TEXT
    if b"\0" in head or sum(c < 32 and c not in b"\t\n\r\f\x1a" for c in head) * 100 > len(head):
        raise StoreError(StoreErrorCode.UNKNOWN_KIND, path)
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if _XML_SHEET in head:
        raise StoreError(StoreErrorCode.OTHER_WORKBOOK, path)
    if _XML_WORD in head:
        return Kind.RTF
    if re.match(rb'\{\s*"format"\s*:\s*"ita-', start):
        raise StoreError(StoreErrorCode.OUR_FILE, path, _JSON)
    if start.startswith(b"<") and _WEB.search(start):
        return Kind.WEB
    if start[:40].lower().startswith((b"mime-version:", b"from: <saved by")):
        raise StoreError(StoreErrorCode.A_WEB_PAGE, path)
    return Kind.TEXT


_NOT_OURS = {
    Kind.OLD_EXCEL: StoreErrorCode.OLD_WORKBOOK,
    Kind.CALC: StoreErrorCode.OTHER_WORKBOOK,
    Kind.WEB: StoreErrorCode.A_WEB_PAGE,
}


def holds_workbook(path: Path) -> bool:
    """Tell an office's workbook (True) from its JSON or another text (False); StoreError says what else a file is."""
    try:
        kind = kind_of(path)
    except StoreError as error:
        if error.trouble is StoreErrorCode.OUR_FILE and error.detail == _JSON:
            return False
        raise
    if kind not in (Kind.EXCEL, Kind.TEXT):
        raise StoreError(_NOT_OURS.get(kind, StoreErrorCode.NOT_WORKBOOK), path)
    return kind is Kind.EXCEL
