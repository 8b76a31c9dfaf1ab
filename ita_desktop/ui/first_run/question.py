"""The base of a question: what it asks, whether the answer is valid, and where the cursor goes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.domain.values.agency import Agency
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets.text import Text


class Question(QWidget):
    """A page of the dialog; Enter in its last field goes on."""

    answered = Signal()

    def __init__(self, theme: Theme, title: str, help: str) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.sizes.gap)
        self.column.addWidget(Text(title, "title"))
        self.column.addWidget(Text(help, "help", wrap=True))

    def prepare(self, agency: Agency) -> None:
        """Propose an answer that fits the office so far."""

    def fault(self) -> str:
        """Return what the answer lacks and show it at its field; empty if it is valid."""
        return ""

    def first_field(self) -> QWidget | None:
        """Return the field for the cursor; None if the proposal usually fits, so that Enter continues."""
        return None
