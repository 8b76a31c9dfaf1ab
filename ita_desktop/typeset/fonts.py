"""Read font files, check them, and cut them down to the glyphs a document uses."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import uharfbuzz

hb: Any = uharfbuzz


class FontError(Exception):
    """A font file is missing, unreadable, or not the font that was asked for."""


FontSource = Path | bytes
"""A TrueType font: its file, or the bytes of that file."""
T = TypeVar("T")


class Face:
    """One font with its measures, in thousandths of an em.  Raises FontError if it cannot be read."""

    def __init__(self, source: FontSource) -> None:
        self.source = source
        self._called = str(source) if isinstance(source, Path) else "font given as bytes"
        data = source if isinstance(source, bytes) else _read(source)
        if data[:4] not in (b"\x00\x01\x00\x00", b"true"):
            raise FontError(f"{self._called}: not a TrueType font")
        self._face: Any = hb.Face(_without_morx(data))
        self.font: Any = hb.Font(self._face)
        self.unit = 1000.0 / self._face.upem
        if not self.font.get_nominal_glyph(0x20):
            raise FontError(f"{self._called}: no space character")
        extents = self.font.get_font_extents("ltr")
        self.ascent = extents.ascender * self.unit
        self.descent = -extents.descender * self.unit
        self.advances: dict[int, float] = {}

    def advance(self, glyph: int) -> float:
        """Return the width of a glyph."""
        known = self.advances.get(glyph)
        if known is None:
            known = self.advances[glyph] = self.font.get_glyph_h_advance(glyph) * self.unit
        return known

    def glyph(self, char: str) -> int:
        """Return the glyph of a character, 0 if the font has none."""
        return int(self.font.get_nominal_glyph(ord(char)) or 0)

    def characters(self) -> dict[int, str]:
        """Return the lowest character that each glyph stands for by itself; private characters stand for nothing."""
        found: dict[int, str] = {}
        for code in sorted(self._face.unicodes):
            if not 0xE000 <= code <= 0xF8FF:
                found.setdefault(self.font.get_nominal_glyph(code), chr(code))
        return found

    def covers(self, chars: str) -> bool:
        """Tell whether the font has a glyph for every one of these characters."""
        return all(self.glyph(char) for char in chars)

    def check(self, expected: Mapping[str, float]) -> None:
        """Raise FontError unless each character is as wide (in em) as expected."""
        for char, width in expected.items():
            found = self.advance(self.glyph(char)) / 1000.0
            if not self.glyph(char) or abs(found - width) > 0.0015:
                raise FontError(f"{self._called}: {char} is {found:.3f} em wide, expected {width:.3f}: another font")

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
        """Return the font's own PostScript name."""
        found = self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME)
        return str(found or "Font").replace(" ", "")


class FontSet:
    """The regular, bold, italic and bold italic of one family; a missing slant falls back to the upright."""

    def __init__(
        self,
        faces: Mapping[tuple[bool, bool], FontSource],
        expected: Mapping[str, float],
        signs: FontSource | None = None,
    ) -> None:
        self._sources = dict(faces)
        self._signs = signs
        self._faces: dict[tuple[bool, bool], Face] = {}
        self._memories: dict[type, Any] = {}
        self.face(bold=False, italic=False).check(expected)

    @classmethod
    def load(
        cls,
        regular: FontSource,
        bold: FontSource,
        italic: FontSource | None = None,
        bold_italic: FontSource | None = None,
        expected_advances: Mapping[str, float] | None = None,
        signs: FontSource | None = None,
    ) -> FontSet:
        """Return a family of TrueType fonts, each a path or the bytes of its file.

        `expected_advances` are widths of characters of the regular in em: another font of the same name would move
        every line.  `signs` is a font for single characters that the family has not (☑ →); it has one weight.
        Raises FontError if a file is missing or a character is not as wide as expected.
        """
        sources = {
            (False, False): regular,
            (True, False): bold,
            (False, True): italic or regular,
            (True, True): bold_italic or bold,
        }
        for source in (*sources.values(), *((signs,) if signs else ())):
            if isinstance(source, Path) and not source.is_file():
                raise FontError(f"{source}: no such font file")
        return cls(sources, expected_advances or {}, signs)

    def face(self, *, bold: bool, italic: bool) -> Face:
        """Return the face, read at its first use."""
        key = (bold, italic)
        found = self._faces.get(key)
        if found is None:
            twin = next((face for face in self._faces.values() if face.source == self._sources[key]), None)
            found = self._faces[key] = twin or Face(self._sources[key])
        return found

    @cached_property
    def signs(self) -> Face | None:
        """The face of the signs, read at its first use; None where the family has none."""
        return Face(self._signs) if self._signs else None

    def memory(self, kind: type[T]) -> T:
        """Return the object of this class that lives as long as the fonts, made at its first use.

        What is worked out with a family (shaped words, set paragraphs) is remembered in it, so that the next document
        with the same fonts finds it there.
        """
        found: T | None = self._memories.get(kind)
        if found is None:
            found = self._memories[kind] = kind()
        return found


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise FontError(f"{path}: {fault.strerror}") from fault


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
