"""Word files as offices have them, written by hand: pictures in headers and pages, cut, linked, drawn, locked."""

from __future__ import annotations

import gzip
import struct
import zipfile
from io import BytesIO
from pathlib import Path

from PIL import Image

EMU = 360_000
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
LOCKED = OLE + "EncryptedPackage".encode("utf-16-le")
PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/></w:r></w:p>'
"""A page turned by the clerk, as Word tells it after laying the paper out."""


def picture(wide: int, high: int, colour: str = "red", kind: str = "PNG") -> bytes:
    out = BytesIO()
    Image.new("RGB", (wide, high), colour).save(out, kind)
    return out.getvalue()


def drawing(target: str, wide: float, high: float, cut: str = "") -> str:
    """A picture of a newer Word: its size in centimetres, and what is cut off."""
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="{round(wide * EMU)}" cy="{round(high * EMU)}"/>'
        f'<pic:blipFill><a:blip r:embed="{target}"/><a:srcRect {cut}/></pic:blipFill>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def old_drawing(target: str, style: str) -> str:
    """A picture of an older Word."""
    return f'<w:p><w:r><w:pict><v:shape style="{style}"><v:imagedata r:id="{target}"/></v:shape></w:pict></w:r></w:p>'


def metafile(kind: str, wide: int, high: int) -> bytes:
    """A metafile that only wraps a green picture, as Word makes it of what is pasted."""
    bitmap = picture(wide, high, "green", "BMP")[14:]
    if kind.startswith("wmf"):
        record = struct.pack("<IH", (28 + len(bitmap)) // 2, 0x0F43) + bytes(22) + bitmap
        head = struct.pack("<HHHIHIH", 1, 9, 0x300, 0, 0, 0, 0)
        placeable = b"\xd7\xcd\xc6\x9a" + bytes(18) if kind == "wmf-placeable" else b""
        return placeable + head + struct.pack("<IHH", 4, 0x0103, 8) + record + struct.pack("<IH", 3, 0)
    if kind == "emf-comment":
        inside = b"EMF+" + bytes(12) + picture(wide, high, "green")
        inside += bytes(-len(inside) % 4)
        record = struct.pack("<III", 70, 12 + len(inside), len(inside)) + inside
    else:
        places = struct.pack("<IIII", 80, 40, 120, len(bitmap) - 40)
        record = struct.pack("<II", 81, 120 + len(bitmap) - 40) + bytes(40) + places + bytes(16)
        record += bitmap[:40] + bitmap[40:]
    head = struct.pack("<II", 1, 108) + bytes(32) + b" EMF" + bytes(64)
    data = head + record + struct.pack("<IIIII", 14, 20, 0, 0, 20)
    return gzip.compress(data) if kind == "emz" else data


def word_file(
    path: Path, body: str, media: dict[str, bytes], header: str = "", outside: str = "", head: str = ""
) -> Path:
    """A .docx with these pictures; a picture's relation has the name of its file."""
    links = "".join(f'<Relationship Id="{name}" Target="media/{name}"/>' for name in media)
    if outside:
        links += f'<Relationship Id="out" Target="{outside}" TargetMode="External"/>'
    relations = f'<Relationships xmlns="x">{links}</Relationships>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", f"{head}<w:document {_NAMES}><w:body>{body}</w:body></w:document>")
        packed.writestr("word/_rels/document.xml.rels", relations)
        if header:
            packed.writestr("word/header1.xml", f"<w:hdr {_NAMES}>{header}</w:hdr>")
            packed.writestr("word/_rels/header1.xml.rels", relations)
        for name, data in media.items():
            packed.writestr(f"word/media/{name}", data)
    return path
