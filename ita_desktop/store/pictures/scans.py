"""A scan or a photo of a signed paper (สแกน) on its way into the office's file: what it says it is, not too big."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.domain.values.copies import MediaType
from ita_desktop.store.errors import StoreError, StoreErrorCode, error_for
from ita_desktop.store.pictures.pictures import photo_of

MAX_SCAN = 25_000_000
"""Bytes of one file: some 25 pages scanned in colour at 200 dots per inch."""
LONGEST = 3508
"""Pixels of the longer side that is kept of a photo: A4 at 300 dots per inch."""
LONGEST_SCREEN = 12_000
"""The same of a picture of a screen, which may have been scrolled."""
MOST_PAGES = 1000
SIDES = (20.0, 15_000.0)
"""Points that a page's side may have: half a stamp to the largest a PDF reader shows."""
SLIMMEST = 12.0
"""How many times longer than wide a page may be."""
_A4 = 210 / 25.4
"""Inches of the shorter side."""
_FINE = 92
"""JPEG quality of a picture that is shown."""
_PDF_HEAD = 1024
"""Bytes within which a PDF must say that it is one; some scanners put a line before."""
_PDF_TAIL = 2048
"""Bytes within which it must end: one that was cut off on its way would be shown with pages missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A file that can be kept."""

    name: str
    media_type: MediaType
    data: bytes
    pages: int
    source_sha256: str
    shrunk: bool = False
    """True where a photo was larger than what is kept of it."""


def read_scan(path: Path, longest: int = LONGEST) -> Scan:
    """Read the scan in a file; StoreError if it is too big, cannot be shown, or needs a password."""
    try:
        size = path.stat().st_size
        if size > MAX_SCAN:
            raise StoreError(StoreErrorCode.SCAN_TOO_BIG, path, f"{size / 1e6:.1f}")
        return scan_of(path.read_bytes(), path, longest)
    except OSError as error:
        raise error_for(path, error) from error


def scan_of(data: bytes, path: Path, longest: int = LONGEST) -> Scan:
    """Read a scan from bytes that came under this name, or from the clipboard; StoreError as above."""
    if len(data) > MAX_SCAN:
        raise StoreError(StoreErrorCode.SCAN_TOO_BIG, path, f"{len(data) / 1e6:.1f}")
    source = hashlib.sha256(data).hexdigest()
    if b"%PDF-" in data[:_PDF_HEAD]:
        pages = _pages(data, path)
        return Scan(name=path.name, media_type=MediaType.PDF, data=data, pages=pages, source_sha256=source)
    try:
        photo = photo_of(path, data, longest)
    except StoreError as error:
        trouble = StoreErrorCode.NOT_SCAN if error.trouble is StoreErrorCode.NOT_PICTURE else error.trouble
        raise StoreError(trouble, path, error.detail) from error
    _must_be_paper(path, photo.width, photo.height)
    return Scan(
        name=path.name,
        media_type=MediaType.PNG if photo.kind == "PNG" else MediaType.JPEG,
        data=photo.data,
        pages=1,
        source_sha256=source,
        shrunk=photo.shrunk,
    )


def as_pages(data: bytes, media_type: MediaType) -> bytes:
    """Return what is kept as a PDF, to be viewed and printed: a picture becomes a page as wide as A4."""
    if media_type is MediaType.PDF:
        return data
    from PIL import Image

    target = io.BytesIO()
    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
        picture = opened.convert("RGBA")
        page = Image.new("RGB", picture.size, "white")
        page.paste(picture, mask=picture)
        page.save(target, "PDF", resolution=min(page.size) / _A4, quality=_FINE)
    return target.getvalue()


def _must_be_paper(path: Path, width: float, height: float) -> None:
    """StoreError for a page of a size that no paper has and no window can show."""
    narrow, long = sorted((width, height))
    if not (SIDES[0] <= narrow and long <= SIDES[1] and long <= SLIMMEST * narrow):
        raise StoreError(StoreErrorCode.NOT_SCAN, path, f"{width:,.0f} × {height:,.0f}")


def _pages(data: bytes, path: Path) -> int:
    """How many pages PDFium shows of it; it opens what has no password, whatever else is forbidden in it."""
    import pypdfium2  # loaded with the first scan: no start of the program waits for it

    if b"%%EOF" not in data[-_PDF_TAIL:]:
        raise StoreError(StoreErrorCode.NOT_SCAN, path, "PDF, %%EOF")
    try:
        with pypdfium2.PdfDocument(data) as document:
            count = len(document)
            if not 0 < count <= MOST_PAGES:
                raise StoreError(StoreErrorCode.NOT_SCAN, path, f"PDF, {count:,} p.")
            for number in range(count):  # what stands on the pages is not read: that could fill the memory
                _must_be_paper(path, *document.get_page_size(number))
            return count
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise StoreError(StoreErrorCode.LOCKED_PDF if locked else StoreErrorCode.NOT_SCAN, path, "PDF") from error
