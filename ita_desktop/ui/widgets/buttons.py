"""Buttons, always with a verb and an accessible name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton

from ita_desktop.ui.look.theme import Theme


def presses(event: QKeyEvent) -> bool:
    """Whether a key presses a button that has the keyboard, besides the space bar that Qt knows."""
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    return plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()


class EnterButton(QPushButton):
    """A button that Enter presses too, outside of dialogs as in them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if presses(event):
            self.click()
        else:
            super().keyPressEvent(event)


class Button(EnterButton):
    """A button with a verb; ``primary`` for a page's next step, ``quiet`` inside a card."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        pressed: Callable[[], object],
        *,
        icon: str = "",
        primary: bool = False,
        quiet: bool = False,
    ) -> None:
        super().__init__(text)
        self._theme, self._icon, self._primary, self._quiet = theme, icon, primary, quiet
        self.setProperty("primary", primary)
        self.setProperty("quiet", quiet)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: pressed())
        theme.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        if self._icon:
            colours = self._theme.palette
            colour = colours.on_accent if self._primary else colours.accent if self._quiet else colours.text
            size = self._theme.sizes.small_icon
            gap = self._theme.sizes.step if self.text() else 0
            self.setIcon(self._theme.icon(self._icon, colour, gap=gap))
            self.setIconSize(QSize(size + gap, size))


class IconButton(QToolButton):
    """An icon with its verb as tool tip and accessible name."""

    def __init__(
        self, theme: Theme, icon: str, text: str, pressed: Callable[[], object], *, quiet: bool = True
    ) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setProperty("quiet", quiet)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda: pressed())
        theme.changed.connect(self._paint)
        self._paint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if presses(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def _paint(self) -> None:
        self.setIcon(self._theme.icon(self._icon, self._theme.palette.muted))
        self.setIconSize(QSize(self._theme.sizes.small_icon, self._theme.sizes.small_icon))


def enable(button: QAbstractButton, possible: bool, why_not: str) -> None:
    """Switch a button, saying in its tool tip why it is off."""
    button.setEnabled(possible)
    button.setToolTip("" if possible else why_not)
