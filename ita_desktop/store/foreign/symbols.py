"""Ticks and bullets of symbol fonts (Wingdings, Symbol) as the characters that mean the same everywhere."""

from __future__ import annotations

from ita_desktop.domain.recognition.content import TICKED, UNTICKED

_WINGDINGS = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: UNTICKED, 0x70: UNTICKED, 0x71: UNTICKED, 0x72: UNTICKED, 0x76: "❖",
    0x78: TICKED, 0x9E: "•", 0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: UNTICKED, 0xD8: "➢", 0xE0: "→",
    0xE8: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: TICKED, 0xFE: TICKED,
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: TICKED, 0x52: TICKED, 0x53: TICKED, 0x54: TICKED, 0x97: "●", 0xA2: "■", 0xA3: UNTICKED,
    0x2A: UNTICKED, 0x30: UNTICKED,
}  # fmt: skip
_SYMBOL = {0xB7: "•", 0xA7: "♣", 0xAE: "→", 0xD6: "√", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB1: "±", 0xB8: "÷", 0xB0: "°"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_BOXES = str.maketrans(
    {"☒": TICKED, "🗹": TICKED, "🗷": TICKED, "☑": TICKED, "◻": UNTICKED, "❑": UNTICKED, "❏": UNTICKED}
)
_PRIVATE = range(0xF020, 0xF100)


def is_symbol_font(font: str) -> bool:
    """Say whether a font's letters are signs."""
    return font.strip().lower() in _FONTS


def symbol(code: int, font: str = "") -> str:
    """Return what a sign of a symbol font means; a sign that is not known keeps its private code."""
    named = _FONTS.get(font.strip().lower())
    low = code & 0xFF if code in _PRIVATE or code < 0x100 else -1
    if named is not None:
        return named.get(low, chr(0xF000 + low) if low >= 0x20 else "")
    if code in _PRIVATE:  # no font is named: Wingdings' boxes, the box of Wingdings 2, Symbol's bullet
        return _WINGDINGS.get(low) or (TICKED if low == 0x52 else "") or _SYMBOL.get(low) or chr(code)
    return chr(code)


def plain(text: str, font: str = "") -> str:
    """Return a text with every sign of a symbol font, and every drawn box, as what it means."""
    if is_symbol_font(font):
        return "".join(c if c in " \t\n" else symbol(ord(c), font) for c in text)
    if any("\uf020" <= c <= "\uf0ff" for c in text):
        text = "".join(symbol(ord(c)) if "\uf020" <= c <= "\uf0ff" else c for c in text)
    return text.translate(_BOXES)
