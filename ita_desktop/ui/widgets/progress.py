"""Something that takes a while."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ita_desktop.i18n import tr
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.text import Text


class ProgressRow(QWidget):
    """The work in progress with a stop button; hidden while there is none."""

    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = Text("", "help")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.cancel = Button(theme, tr("Stop"), self.cancelled.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.sizes.gap)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel)
        self.hide()

    def tell(self, words: str, done: int, of: int) -> None:
        """Show how far it is; ``of`` is 0 where nobody knows."""
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 1000 if of else 0)
        self._bar.setValue(1000 * done // of if of else 0)
        self.show()
