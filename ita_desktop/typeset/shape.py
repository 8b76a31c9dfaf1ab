"""Words turned into glyphs, once each.

A shaped word is kept as a ready piece of a PDF text array (hexadecimal glyph numbers) with marks for what only the
line knows:
- "@" before a glyph that must not part from the one before it (vowels and tones above and below, ำ, the letters of
  one Latin word or number), "%" after the last of such glyphs;
- "~" after a space;
- "^n;" for a rise of n thousandths of an em.
A line is the joined pieces of its words with the marks replaced, see `lines.operators`.
"""

from __future__ import annotations

import unicodedata
from typing import Any

import uharfbuzz

from ita_desktop.typeset.fonts import Face
from ita_desktop.typeset.letters import JOINED, members

hb: Any = uharfbuzz

_TIGHT = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙.,:/-_@%+()'\"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_SPACES = frozenset(" \u00a0")
_JOINING = members(JOINED)
_FEATURES = {"liga": False, "clig": False}
_MARKED = "]TJ/Span<</ActualText<FEFF%s>>>BDC[<%s>]TJ EMC["
"""liga of TH Sarabun New joins f and i; its Thai rules are all in rlig as well."""


class Word:
    """A shaped word: `width` in thousandths of an em, `gaps` places where slack may follow, `spaces` in it."""

    __slots__ = ("gaps", "glyphs", "held", "missing", "spaces", "template", "width")

    def __init__(
        self, width: float, gaps: int, held: int, spaces: int, template: str, glyphs: tuple[int, ...], missing: str
    ) -> None:
        self.width = width
        self.gaps = gaps
        self.held = held
        """Gaps among them where letters may not be closer, as a mark stands before them."""
        self.spaces = spaces
        self.template = template
        self.glyphs = glyphs
        self.missing = missing


class Shaper:
    """Shapes words of one face and remembers them."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.names = face.characters()
        """What each glyph stands for (the PDF's ToUnicode)."""
        self._words: dict[str, Word] = {}
        self._buffer: Any = hb.Buffer()

    def word(self, text: str) -> Word:
        """Return the shaped word; `text` is normalised (see normal.py)."""
        found = self._words.get(text)
        if found is None:
            if len(self._words) > 50_000:
                self._words.clear()
            found = self._words[text] = self._build(text)
        return found

    def at_line_end(self, template: str) -> str:
        """Return the template of a line with the hyphen at its end kept as it is.

        PDFium takes a hyphen there for hyphenation and reads U+FFFE for it, unless a space follows that is not U+0020.
        """
        code = f"{self.face.glyph('-'):04x}"
        template = template.removesuffix("%")
        if not template.endswith(code):
            return template
        return template[: -len(code)] + ">" + _MARKED % ("002d00a0", code) + "<"

    def _glyphs(self, text: str) -> list[tuple[int, int, float, float, float]]:
        """Return glyph, index of its first character, advance and offsets, in thousandths of an em."""
        buffer = self._buffer
        buffer.reset()
        buffer.add_str(text)
        # The Latin script: HarfBuzz's Thai shaper would take ำ apart, and the font's rules are under "latn" anyhow.
        buffer.script = "Latn"
        buffer.direction = "ltr"
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        hb.shape(self.face.font, buffer, _FEATURES)
        unit = self.face.unit
        return [
            (info.codepoint, info.cluster, place.x_advance * unit, place.x_offset * unit, place.y_offset * unit)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

    def _build(self, text: str) -> Word:
        glyphs = self._glyphs(text)
        starts = sorted({glyph[1] for glyph in glyphs})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=False))
        parts: list[str] = []
        width, gaps, held, spaces, missing, shift = 0.0, 0, 0, 0, "", 0.0
        joined = False
        for glyph, first, advance, x, y in glyphs:
            # A character that becomes several glyphs is read from the first of them.
            chars = text[first : ends.pop(first, first)]
            before, joined = joined, _joins(text, first, chars)
            if joined:
                parts.append("@")
            else:
                gaps += 1
                if before:
                    parts.append("%")
                    held += 1
            if not glyph:
                missing += chars
            if shift - x:
                parts.append(f">{shift - x:.0f}<")
            parts.append(self._operand(glyph, chars, y))
            width += advance
            shift = x + self.face.advance(glyph) - advance
            if chars in _SPACES:
                spaces += 1
                parts.append("~")
        if shift:
            parts.append(f">{shift:.0f}<")
        if joined:
            parts.append("%")
            held += 1
        return Word(width, gaps, held, spaces, "".join(parts), tuple(glyph[0] for glyph in glyphs), missing)

    def _operand(self, glyph: int, chars: str, rise: float) -> str:
        code = f"{glyph:04x}"
        if rise:
            code = f"^{rise:.0f};{code}^0;"
        if chars and self._stands_for(glyph, chars):
            return code
        return ">" + _MARKED % (chars.encode("utf-16-be").hex(), code) + "<"

    def _stands_for(self, glyph: int, chars: str) -> bool:
        """True if a reader gets these characters from the glyph alone.

        A glyph that no character has of its own (a lowered tone mark) is named after the one it was made from.
        """
        if len(chars) != 1 or not glyph:
            return False
        return self.names.setdefault(glyph, chars) == chars


def _joins(text: str, first: int, chars: str) -> bool:
    """True if no slack may stand before these characters."""
    if not chars or chars[0] in _JOINING:
        return True
    if first and chars[0] in _TIGHT and text[first - 1] in _TIGHT:
        return True
    return chars[0] > "\u02ff" and not "\u0e00" <= chars[0] <= "\u0e7f" and unicodedata.combining(chars[0]) > 0
