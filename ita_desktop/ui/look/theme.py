"""The look of the window: palette, type scale, spacing and icons; no colour and no size is written anywhere else."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

FAMILY = "IBM Plex Sans Thai Looped"
SCALES = (0.9, 1.0, 1.15, 1.3, 1.5)
"""The steps of A− and A+."""


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
        """The text colour of a tone and its soft ground."""
        if tone is Tone.PLAIN:
            return self.muted, self.canvas
        return getattr(self, tone.value), getattr(self, f"{tone.value}_soft")

    def grounds(self) -> tuple[tuple[str, str], ...]:
        """Every pair of text and ground that the window uses."""
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
    """Contrast of two colours after WCAG 2, 1 to 21."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(first: str, second: str, share: float) -> str:
    """``first`` with ``share`` of ``second``, for hover and pressed states."""
    pairs = [(int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Type scale and spacing in pixels for one step of A−/A+; spaces are steps of four."""

    scale: float = 1.0

    def px(self, at_normal: float) -> int:
        return round(at_normal * self.scale)

    @property
    def body(self) -> int:
        return self.px(14)

    @property
    def help(self) -> int:
        return self.px(12)

    @property
    def title(self) -> int:
        return self.px(20)

    @property
    def figure(self) -> int:
        """The large numbers of a summary."""
        return self.px(19)

    @property
    def step(self) -> int:
        return 4

    @property
    def gap(self) -> int:
        """Between cards."""
        return 10

    @property
    def inside(self) -> int:
        """Between a card's edge and what is in it."""
        return 16

    @property
    def scroll_bar(self) -> int:
        return 10

    @property
    def gutter(self) -> int:
        """At the right of a page, for its scroll bar."""
        return self.scroll_bar + self.step * 2

    @property
    def radius(self) -> int:
        return 10

    @property
    def small_radius(self) -> int:
        return 6

    @property
    def field(self) -> int:
        """Least height of a field or target."""
        return self.px(32)

    @property
    def row(self) -> int:
        return self.px(34)

    @property
    def two_lines(self) -> int:
        """A row with a line and a smaller one below."""
        return self.px(46)

    @property
    def table_row(self) -> int:
        """Two lines of text."""
        return self.px(54)

    @property
    def thumbnail(self) -> int:
        """A picture to choose from."""
        return self.px(56)

    @property
    def icon(self) -> int:
        return self.px(18)

    @property
    def small_icon(self) -> int:
        return self.px(15)

    @property
    def large_icon(self) -> int:
        return self.px(26)

    @property
    def way(self) -> int:
        """Least height of a large button of the start page."""
        return self.px(104)

    @property
    def rail(self) -> int:
        return self.px(212)

    @property
    def top(self) -> int:
        return self.px(52)

    @property
    def bottom(self) -> int:
        return self.px(34)

    @property
    def preview(self) -> int:
        return self.px(422)

    @property
    def icon_rail(self) -> int:
        """Width of the rail where it shows icons only."""
        return self.px(58)

    @property
    def icon_rail_below(self) -> int:
        """Narrower windows show no names in the rail."""
        return self.px(800)

    @property
    def drawer_below(self) -> int:
        """Narrower windows show the preview as a drawer."""
        return self.px(1200)


class Theme(QObject):
    """The look in use (สว่างหรือมืด, ขนาดตัวอักษร); tells with ``changed`` when the user chooses another."""

    changed = Signal()

    def __init__(self, resources: Path, *, dark: bool = False, scale: float = 1.0) -> None:
        super().__init__()
        self._icons = resources / "icons"
        self._dark = dark
        self.sizes = Sizes(scale=scale)
        for file in sorted((resources / "ui-fonts").glob("*.ttf")):
            if QFontDatabase.addApplicationFont(str(file)) < 0:
                raise FileNotFoundError(f"cannot load the interface font {file}")
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    @property
    def palette(self) -> Palette:
        return DARK if self._dark else LIGHT

    @property
    def is_dark(self) -> bool:
        return self._dark

    def choose(self, *, dark: bool | None = None, scale: float | None = None) -> None:
        """Change the palette or the scale for the whole program."""
        self._dark = self._dark if dark is None else dark
        self.sizes = Sizes(scale=self.sizes.scale if scale is None else scale)
        self.changed.emit()

    def scaled(self, direction: int) -> float:
        """The next larger (1) or smaller (-1) step of A−/A+; the same at either end."""
        nearest = min(range(len(SCALES)), key=lambda i: abs(SCALES[i] - self.sizes.scale))
        return SCALES[min(max(nearest + direction, 0), len(SCALES) - 1)]

    def font(self, size: int | None = None, weight: int = 400) -> QFont:
        font = QFont(FAMILY)
        font.setPixelSize(size or self.sizes.body)
        font.setWeight(QFont.Weight(weight))
        return font

    def pixmap(self, name: str, colour: str, size: int | None = None, ratio: float = 1.0) -> QPixmap:
        """The icon in one colour, ``size`` logical pixels wide; FileNotFoundError for an unknown name."""
        size = size or self.sizes.icon
        key = (name, colour, size, ratio)
        if key not in self._pixmaps:
            from PySide6.QtSvg import QSvgRenderer  # no icon is on the first picture

            svg = (self._icons / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
            svg = svg.replace('stroke-width="2"', 'stroke-width="1.75"')
            pixmap = QPixmap(QSize(size, size) * ratio)
            pixmap.fill(QColor(0, 0, 0, 0))
            painter = QPainter(pixmap)
            QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(pixmap.rect()))
            painter.end()
            pixmap.setDevicePixelRatio(ratio)
            self._pixmaps[key] = pixmap
        return self._pixmaps[key]

    def icon(self, name: str, colour: str | None = None, *, gap: int = 0) -> QIcon:
        """The icon for a button or an action, sharp on a dense screen too; ``gap`` keeps it off the text after it."""
        pale = mixed(self.palette.muted, self.palette.surface, 0.45)
        modes = {QIcon.Mode.Normal: colour or self.palette.text, QIcon.Mode.Disabled: pale}
        icon = QIcon()
        for ratio in (1.0, 2.0):
            for mode, ink in modes.items():
                drawn = self.pixmap(name, ink, self.sizes.small_icon, ratio)
                wide = QPixmap(drawn.width() + round(gap * ratio), drawn.height())
                wide.fill(QColor(0, 0, 0, 0))
                wide.setDevicePixelRatio(ratio)
                painter = QPainter(wide)
                painter.drawPixmap(0, 0, drawn)
                painter.end()
                icon.addPixmap(wide, mode)
        return icon

    @cached_property
    def icon_names(self) -> tuple[str, ...]:
        return tuple(sorted(file.stem for file in self._icons.glob("*.svg")))

    def qt_palette(self) -> QPalette:
        """The palette for what the style sheet does not reach (menus, selections, Qt's own dialogs)."""
        colours, roles = self.palette, QPalette.ColorRole
        pale = mixed(colours.muted, colours.surface, 0.4)
        chosen = {
            roles.Window: colours.canvas,
            roles.WindowText: colours.text,
            roles.Base: colours.surface,
            roles.AlternateBase: colours.canvas,
            roles.Text: colours.text,
            roles.PlaceholderText: pale,
            roles.Button: colours.surface,
            roles.ButtonText: colours.text,
            roles.ToolTipBase: colours.surface,
            roles.ToolTipText: colours.text,
            roles.Highlight: colours.accent,
            roles.HighlightedText: colours.on_accent,
            roles.Link: colours.accent,
            roles.Mid: colours.line,
            roles.Dark: colours.line,
            roles.Light: colours.surface,
        }
        palette = QPalette()
        for role, colour in chosen.items():
            palette.setColor(role, QColor(colour))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(pale))
        return palette

    def dress(self, app: QApplication) -> None:
        """Give the whole program this look."""
        from ita_desktop.ui.look.style_sheet import style_sheet

        app.setFont(self.font())
        app.setPalette(self.qt_palette())
        if app.styleSheet():
            app.setStyleSheet("")  # from one sheet to another Qt goes through every widget once for each of its parents
        app.setStyleSheet(style_sheet(self.palette, self.sizes))


def colour_names() -> tuple[str, ...]:
    """The names of the palette's colours."""
    return tuple(field.name for field in fields(Palette))
