"""Drawings and pictures (ตรา, แผนภูมิ) as Word holds them: drawings become PNG, the emblem stands at a fixed place."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
from docx.oxml.parser import parse_xml
from PIL import Image

from ita_desktop import typeset as ts
from ita_desktop.documents.docx.measure import typesetting
from ita_desktop.documents.docx.xml import Element, namespaces
from ita_desktop.domain.thai.characters import one_line
from ita_desktop.typeset.pictures import read_picture

DOTS_PER_INCH = 300
FINE_DOTS_PER_INCH = 600
"""For small drawings: the lines of the emblem are hairs."""
_SMALL = 150.0
"""Points of width up to which a drawing is small."""
EMU = 12_700
"""English metric units in a point."""
_INCH = 72
_GREYS = 16


class Album:
    """Puts the pictures of one document into it; the same picture is kept once."""

    def __init__(self, part: Any, resources: Path) -> None:
        self._part = part
        self._resources = resources
        self._count = 0

    def inline(self, art: ts.Drawing | ts.Picture) -> Element:
        """``w:r`` with the picture in the line of text."""
        return _run(self._graphic(art), "inline", "")

    def anchored(self, art: ts.Drawing | ts.Picture, x: float, y: float) -> Element:
        """``w:r`` with the picture at a place of the page, text running beside it."""
        return _run(self._graphic(art), "anchor", _PLACE.format(x=round(x * EMU), y=round(y * EMU)))

    def _graphic(self, art: ts.Drawing | ts.Picture) -> Element:
        data, width, height = self._measured(art)
        self._count += 1
        made = self._part.new_pic_inline(BytesIO(data), round(width * EMU), round(height * EMU))
        made.docPr.set("id", str(self._count))
        made.docPr.set("name", f"Picture {self._count}")
        made.docPr.set("descr", one_line(art.alt))
        return made

    def _measured(self, art: ts.Drawing | ts.Picture) -> tuple[bytes, float, float]:
        if isinstance(art, ts.Drawing):
            return drawn(art, self._resources), art.width, art.height
        read = read_picture(art.data)  # PictureError for what the PDF could not show either
        width, height = art.width, art.height
        if not width:
            height = height or float(read.height)
            width = read.width * height / read.height
        height = height or read.height * width / read.width
        return _fit(art.data, width, height), width, height


def _fit(data: bytes, width: float, height: float) -> bytes:
    """The picture as PNG with no more dots than paper shows, and without what a camera wrote beside it."""
    with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
        see_through = opened.mode in ("RGBA", "LA", "PA") or "transparency" in opened.info
        image = opened.convert("RGBA" if see_through else "RGB")
    image.thumbnail((_dots(width), _dots(height)))
    return _png(image)


def _dots(points: float) -> int:
    return max(1, round(points * DOTS_PER_INCH / _INCH))


def _png(image: Image.Image) -> bytes:
    picture = BytesIO()
    image.save(picture, "PNG")
    return picture.getvalue()


_PLACE = (
    '<wp:anchor {ns} distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
    'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV></wp:anchor>'
).replace("{ns}", namespaces("wp"))


def _run(inline: Element, kind: str, place: str) -> Element:
    made = parse_xml(f"<w:r {namespaces('w')}><w:drawing/></w:r>")
    if kind == "inline":
        made[0].append(inline)
        return made
    anchor = parse_xml(place)
    anchor.append(inline.extent)
    anchor.append(parse_xml(f'<wp:effectExtent {namespaces("wp")} l="0" t="0" r="0" b="0"/>'))
    anchor.append(parse_xml(f"<wp:wrapNone {namespaces('wp')}/>"))
    anchor.extend(list(inline))
    made[0].append(anchor)
    return made


@lru_cache(maxsize=32)
def drawn(art: ts.Drawing, resources: Path) -> bytes:
    """The drawing as PNG, in greys, sharp enough for paper; made from the very operators that the PDF prints."""
    page = ts.PageSetup(width=art.width, height=art.height + 0.1, left=0, right=0, top=0, bottom=0)
    sheet = ts.typeset((art,), page, *typesetting(resources))
    with pypdfium2.PdfDocument(sheet.pdf) as document:
        fineness = FINE_DOTS_PER_INCH if art.width <= _SMALL else DOTS_PER_INCH
        bitmap = document[0].render(scale=fineness / _INCH, grayscale=True)
        return _png(bitmap.to_pil().convert("L").quantize(_GREYS))
