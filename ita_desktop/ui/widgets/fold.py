"""A heading that opens and closes what stands below it; the content is made when it is opened first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.i18n import tr
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.text import Text


class Fold(Card):
    """A closed card: title, help, and a button that opens it."""

    opened = Signal()

    def __init__(self, theme: Theme, title: str, help: str, make: Callable[[], QWidget]) -> None:
        super().__init__(theme.sizes)
        self._title, self._make = title, make
        self.content: QWidget | None = None
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(title, "heading"))
        words.addWidget(Text(help, "help", wrap=True))
        self.toggle = Button(theme, tr("Open"), self.switch, icon="chevron-down", quiet=True)
        self.head.addLayout(words, 1)
        self.head.addWidget(self.toggle)
        self.box.addLayout(self.head)
        self._name()

    @property
    def is_open(self) -> bool:
        return self.content is not None and not self.content.isHidden()

    def switch(self) -> None:
        """Open or close."""
        self.set_open(not self.is_open)

    def set_open(self, wanted: bool) -> None:
        """Open or close; nothing where it is so already."""
        if wanted == self.is_open:
            return
        if self.content is None:
            self.content = self._make()
            self.box.addWidget(self.content)
        self.content.setVisible(wanted)
        self._name()
        if wanted:
            self.opened.emit()

    def _name(self) -> None:
        self.toggle.setText(tr("Close") if self.is_open else tr("Open"))
        self.toggle.setAccessibleName(f"{self.toggle.text()}: {self._title}")
