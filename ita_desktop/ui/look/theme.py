"""The look in use: palette and sizes chosen by the user, fonts and icons; sets the style sheet of the program."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from ita_desktop.ui.look.palette import DARK, LIGHT, Palette, mixed
from ita_desktop.ui.look.sizes import FAMILY, SCALES, Sizes
from ita_desktop.ui.look.style_sheet import style_sheet


class Theme(QObject):
    """The look in use (สว่างหรือมืด, ขนาดตัวอักษร); emits ``changed`` when the user chooses another."""

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
        """Return the next larger (1) or smaller (-1) step of A−/A+; the same at either end."""
        nearest = min(range(len(SCALES)), key=lambda i: abs(SCALES[i] - self.sizes.scale))
        return SCALES[min(max(nearest + direction, 0), len(SCALES) - 1)]

    def font(self, size: int | None = None, weight: int = 400) -> QFont:
        font = QFont(FAMILY)
        font.setPixelSize(size or self.sizes.body)
        font.setWeight(QFont.Weight(weight))
        return font

    def pixmap(self, name: str, colour: str, size: int | None = None, ratio: float = 1.0) -> QPixmap:
        """Draw the icon in one colour, ``size`` logical pixels wide; FileNotFoundError for an unknown name."""
        size = size or self.sizes.icon
        key = (name, colour, size, ratio)
        if key not in self._pixmaps:
            from PySide6.QtSvg import QSvgRenderer  # no icon is on the first picture

            svg = (self._icons / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
            svg = svg.replace('stroke-width="2"', 'stroke-width="1.75"')
            pixmap = QPixmap(QSize(size, size) * ratio)
            pixmap.fill(QColor("transparent"))
            painter = QPainter(pixmap)
            QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(pixmap.rect()))
            painter.end()
            pixmap.setDevicePixelRatio(ratio)
            self._pixmaps[key] = pixmap
        return self._pixmaps[key]

    def icon(self, name: str, colour: str | None = None, *, gap: int = 0) -> QIcon:
        """Make the icon for a button or action, sharp on dense screens; ``gap`` pixels separate it from the text."""
        pale = mixed(self.palette.muted, self.palette.surface, 0.45)
        modes = {QIcon.Mode.Normal: colour or self.palette.text, QIcon.Mode.Disabled: pale}
        icon = QIcon()
        for ratio in (1.0, 2.0):
            for mode, ink in modes.items():
                drawn = self.pixmap(name, ink, self.sizes.small_icon, ratio)
                wide = QPixmap(drawn.width() + round(gap * ratio), drawn.height())
                wide.fill(QColor("transparent"))
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
        """Build the palette for what the style sheet does not reach (menus, selections, Qt's dialogs)."""
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

    def apply_to(self, app: QApplication) -> None:
        """Set font, palette and style sheet of the whole program."""
        app.setFont(self.font())
        app.setPalette(self.qt_palette())
        if app.styleSheet():
            app.setStyleSheet("")  # from one sheet to another Qt goes through every widget once for each of its parents
        app.setStyleSheet(style_sheet(self.palette, self.sizes))
