"""Labels, chips and rules."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ita_desktop.ui.look.line_breaks import breakable
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme


def restyle(widget: QWidget) -> None:
    """Make the style sheet look again at a widget whose properties changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class Text(QLabel):
    """Plain text in one of the roles of the type scale; a wrapping text breaks between Thai words."""

    def __init__(
        self, text: str = "", role: str = "body", *, wrap: bool = False, tone: str = "", right: bool = False
    ) -> None:
        super().__init__()
        self._plain = ""
        if right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)

    def setText(self, text: str) -> None:
        shown = breakable(text) if self.wordWrap() else text
        if shown != self.text():
            self._plain = text
            super().setText(shown)
            self.setAccessibleName(text)

    def break_again(self) -> None:
        """Break the text at the places that are known by now."""
        self.setText(self._plain)

    def set_tone(self, tone: str) -> None:
        """Give the text the colour of a meaning; empty for none."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)


def many_lined(text: Text) -> Text:
    """A wrapping text among many: as high as its lines need at the width it gets, not at the width it would like."""
    text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return text


def show_if(widget: QWidget, wanted: bool) -> None:
    """Show or hide; a widget that has no place yet appears with its parent, never as a window of its own."""
    if widget.parent() is not None or not wanted:
        widget.setVisible(wanted)
    else:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)


class Chip(QFrame):
    """A word with an icon on the soft ground of its meaning."""

    def __init__(
        self, theme: Theme, icon: str = "", text: str = "", tone: Tone = Tone.PLAIN, *, wrap: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icon = QLabel()
        self._text = Text("", wrap=wrap)
        self._shown: tuple[str, str, Tone] = ("", "", Tone.PLAIN)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.sizes.step * 2, theme.sizes.step, theme.sizes.step * 2, theme.sizes.step)
        row.setSpacing(theme.sizes.step + 1)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        if not wrap:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        theme.changed.connect(self._paint)
        self.show_text(icon, text, tone)

    def show_text(self, icon: str, text: str, tone: Tone) -> None:
        """Say something else; an empty text hides the chip."""
        if self._shown == (icon, text, tone) and text:
            return
        self._shown = (icon, text, tone)
        self._text.setText(text)
        self.setAccessibleName(text)
        if self.property("chip") != tone.value:
            self.setProperty("chip", tone.value)
            restyle(self)
            restyle(self._text)
        self._paint()
        show_if(self, bool(text))

    @property
    def text(self) -> str:
        return self._shown[1]

    def _paint(self) -> None:
        icon, _, tone = self._shown
        self._icon.setVisible(bool(icon))
        if icon:
            ink, _ = self._theme.palette.of(tone)
            pixmap = self._theme.pixmap(icon, ink, self._theme.sizes.small_icon, self.devicePixelRatioF())
            self._icon.setPixmap(pixmap)


class IconMark(QLabel):
    """An icon beside a text, in the colour of its meaning."""

    def __init__(
        self, theme: Theme, icon: str = "", tone: Tone = Tone.PLAIN, word: str = "", *, large: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._icon, self._tone, self._large = theme, icon, tone, large
        self.setAccessibleName(word)
        theme.changed.connect(self._paint)
        self._paint()

    def show_icon(self, icon: str, tone: Tone, word: str = "") -> None:
        self._icon, self._tone = icon, tone
        self.setAccessibleName(word)
        self.setToolTip(word)
        self._paint()

    def _paint(self) -> None:
        if not self._icon:
            self.clear()
            return
        ink, _ = self._theme.palette.of(self._tone)
        size = self._theme.sizes.large_icon if self._large else self._theme.sizes.small_icon
        self.setPixmap(self._theme.pixmap(self._icon, ink, size, self.devicePixelRatioF()))


def rule() -> QFrame:
    """A thin line across."""
    line = QFrame()
    line.setProperty("line", True)
    return line
