"""Font files: read, checked, shaped from, and cut down to what a document uses."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import uharfbuzz

hb: Any = uharfbuzz


class FontError(Exception):
    """A font file is missing, unreadable, or not the font that was asked for."""


class Face:
    """One font file with its measures, in thousandths of an em."""

    def __init__(self, path: Path) -> None:
        try:
            data = path.read_bytes()
        except OSError as fault:
            raise FontError(f"{path}: {fault.strerror}") from fault
        if data[:4] not in (b"\x00\x01\x00\x00", b"true"):
            raise FontError(f"{path}: not a TrueType font")
        self.path = path
        self._face: Any = hb.Face(_without_morx(data))
        self.font: Any = hb.Font(self._face)
        self.unit = 1000.0 / self._face.upem
        if not self.font.get_nominal_glyph(0x20):
            raise FontError(f"{path}: no space character")
        extents = self.font.get_font_extents("ltr")
        self.ascent = extents.ascender * self.unit
        self.descent = -extents.descender * self.unit
        self.advances: dict[int, float] = {}

    def advance(self, glyph: int) -> float:
        """Width of a glyph."""
        known = self.advances.get(glyph)
        if known is None:
            known = self.advances[glyph] = self.font.get_glyph_h_advance(glyph) * self.unit
        return known

    def glyph(self, char: str) -> int:
        """Glyph of a character, 0 if the font has none."""
        return int(self.font.get_nominal_glyph(ord(char)) or 0)

    def characters(self) -> dict[int, str]:
        """Return the lowest character that each glyph stands for by itself; private characters stand for nothing."""
        found: dict[int, str] = {}
        for code in sorted(self._face.unicodes):
            if not 0xE000 <= code <= 0xF8FF:
                found.setdefault(self.font.get_nominal_glyph(code), chr(code))
        return found

    def check(self, expected: Mapping[str, float]) -> None:
        """Raise FontError unless each character is as wide (in em) as expected."""
        for char, width in expected.items():
            found = self.advance(self.glyph(char)) / 1000.0
            if not self.glyph(char) or abs(found - width) > 0.0015:
                raise FontError(f"{self.path}: {char} is {found:.3f} em wide, expected {width:.3f}: another font")

    def subset(self, glyphs: Iterable[int]) -> bytes:
        """Return a font file with these glyphs under their own numbers, without hints and layout tables."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyphs)
        wanted.flags = (
            hb.SubsetFlags.RETAIN_GIDS
            | hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
            | hb.SubsetFlags.NOTDEF_OUTLINE
        )
        wanted.drop_table_tag_set.update(_tag(name) for name in _NOT_FOR_PRINT)
        return bytes(hb.subset(self._face, wanted).blob.data)

    def descriptor(self) -> dict[str, str]:
        """Return the entries of a PDF font descriptor."""
        head = bytes(self._face.reference_table("head").data)
        post = bytes(self._face.reference_table("post").data)
        os2 = bytes(self._face.reference_table("OS/2").data)
        box = " ".join(f"{value * self.unit:.0f}" for value in struct.unpack(">4h", head[36:44]))
        slant = struct.unpack(">i", post[4:8])[0] / 65536.0
        weight = struct.unpack(">H", os2[4:6])[0]
        return {
            "FontBBox": f"[{box}]",
            "Ascent": f"{self.ascent:.0f}",
            "Descent": f"{-self.descent:.0f}",
            "CapHeight": f"{self.ascent * 0.75:.0f}",
            "ItalicAngle": f"{slant:.0f}",
            "StemV": f"{50 + (weight / 65) ** 2:.0f}",
            "Flags": str(4 + (64 if slant else 0)),
        }

    @property
    def name(self) -> str:
        """The font's own PostScript name."""
        found = self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME)
        return str(found or self.path.stem).replace(" ", "")


class FontSet:
    """The regular, bold, italic and bold italic of one family; a missing slant falls back to the upright."""

    def __init__(self, faces: Mapping[tuple[bool, bool], Path], expected: Mapping[str, float]) -> None:
        self._paths = dict(faces)
        self._faces: dict[tuple[bool, bool], Face] = {}
        self.face(bold=False, italic=False).check(expected)
        self.cache: dict[object, Any] = {}

    @classmethod
    def load(
        cls,
        regular: Path,
        bold: Path,
        italic: Path | None = None,
        bold_italic: Path | None = None,
        expected_advances: Mapping[str, float] | None = None,
    ) -> FontSet:
        """Read a family; FontError if a file is missing or a character of the regular is not as wide as expected."""
        paths = {
            (False, False): regular,
            (True, False): bold,
            (False, True): italic or regular,
            (True, True): bold_italic or bold,
        }
        for path in paths.values():
            if not path.is_file():
                raise FontError(f"{path}: no such font file")
        return cls(paths, expected_advances or {})

    def face(self, *, bold: bool, italic: bool) -> Face:
        """Return the face, read at its first use."""
        key = (bold, italic)
        found = self._faces.get(key)
        if found is None:
            twin = next((face for face in self._faces.values() if face.path == self._paths[key]), None)
            found = self._faces[key] = twin or Face(self._paths[key])
        return found


_NOT_FOR_PRINT = (
    "GSUB",
    "GPOS",
    "GDEF",
    "morx",
    "kern",
    "name",
    "post",
    "cmap",
    "OS/2",
    "DSIG",
    "gasp",
    "hdmx",
    "VDMX",
)


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


def _without_morx(data: bytes) -> bytes:
    """Hide Apple's morx table where a GSUB table is there.

    HarfBuzz prefers morx, and the morx of TH Sarabun New leaves the tone marks of some words (ก่, ก้ก้) at their high
    place; its GSUB lowers them all.  The new tag keeps the table directory sorted.
    """
    tables = {data[12 + 16 * i : 16 + 16 * i]: 12 + 16 * i for i in range(struct.unpack(">H", data[4:6])[0])}
    at = tables.get(b"morx")
    if at is None or b"GSUB" not in tables:
        return data
    return data[:at] + b"morz" + data[at + 4 :]
