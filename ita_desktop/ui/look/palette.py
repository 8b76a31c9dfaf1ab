"""The colours of the window: light and dark palette, and what a colour means; no colour is written anywhere else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a colour means; always shown with an icon and a word."""

    PLAIN = "plain"
    ACCENT = "accent"
    GOOD = "good"
    LOOK = "look"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """One set of colours, ``#RRGGBB``; a ``_soft`` colour is the ground for the text of its name."""

    canvas: str
    surface: str
    line: str
    text: str
    muted: str
    accent: str
    accent_soft: str
    on_accent: str
    good: str
    good_soft: str
    look: str
    look_soft: str
    wrong: str
    wrong_soft: str

    def of(self, tone: Tone) -> tuple[str, str]:
        """Return the text colour of a tone and its soft ground."""
        if tone is Tone.PLAIN:
            return self.muted, self.canvas
        return getattr(self, tone.value), getattr(self, f"{tone.value}_soft")

    def grounds(self) -> tuple[tuple[str, str], ...]:
        """Return every pair of text and ground colour that the window uses."""
        open_grounds = (self.canvas, self.surface, self.accent_soft)
        pairs = [(ink, ground) for ink in (self.text, self.muted, self.accent) for ground in open_grounds]
        pairs += [(getattr(self, f"{name}"), getattr(self, f"{name}_soft")) for name in ("good", "look", "wrong")]
        pairs += [(ink, ground) for ink in (self.good, self.look, self.wrong) for ground in (self.canvas, self.surface)]
        return (*pairs, (self.on_accent, self.accent))


LIGHT = Palette(
    canvas="#F4F6F9",
    surface="#FFFFFF",
    line="#DCE3EA",
    text="#1B2733",
    muted="#5B6B7A",
    accent="#14598A",
    accent_soft="#E6F0F7",
    on_accent="#FFFFFF",
    good="#1E7B4F",
    good_soft="#E5F4EC",
    look="#8A5C00",
    look_soft="#FFF4D6",
    wrong="#B3261E",
    wrong_soft="#FCE8E6",
)
DARK = Palette(
    canvas="#141B22",
    surface="#1B242D",
    line="#2C3844",
    text="#E6EBF0",
    muted="#9AA8B5",
    accent="#6DB3E3",
    accent_soft="#1E3446",
    on_accent="#0E1720",
    good="#6CCB9A",
    good_soft="#173327",
    look="#E2B84B",
    look_soft="#3A2F12",
    wrong="#F2877E",
    wrong_soft="#3D1F1D",
)
PAPER = "#FFFFFF"
"""A printed page is white in either palette."""
FOUND = "#FFE08A"
"""The ground of words that were found on a printed page."""


def contrast(ink: str, ground: str) -> float:
    """Compute the contrast of two colours by WCAG 2, 1 to 21."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(first: str, second: str, share: float) -> str:
    """Mix ``share`` (0 to 1) of ``second`` into ``first``, for hover and pressed states."""
    pairs = [(int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
