"""A field with its name above it, and help or the reason of a fault below it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import prose
from ita_desktop.ui.widgets.text import IconMark, Text, show_if


class FieldBox(QWidget):
    """Name, field, help; a fault takes the place of the help."""

    def __init__(self, theme: Theme, name: str, field: QWidget, help: str = "", *, mark: str = "") -> None:
        super().__init__()
        self._help = help
        self._note = Text(help, "help", wrap=True)
        self._mark = IconMark(theme, "circle-alert", Tone.WRONG)
        self._mark.hide()
        show_if(self._note, bool(help))
        label = Text(name + mark, "head")
        label.setBuddy(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.sizes.step // 2)
        column.addWidget(label)
        column.addWidget(field)
        below = QHBoxLayout()
        below.setSpacing(theme.sizes.step)
        below.addWidget(self._mark)
        below.addWidget(self._note, 1)
        column.addLayout(below)
        self.field = field

    def show_help(self, text: str) -> None:
        """Set the help; a fault that is shown stays until it is mended."""
        self._help = text
        if self._mark.isHidden():
            self.show_fault("")

    def show_fault(self, text: str) -> None:
        """The reason of a fault, or the help again."""
        self._note.setText(prose(text) or self._help)
        self._note.set_tone("wrong" if text else "")
        self._note.setVisible(bool(text or self._help))
        self._mark.setVisible(bool(text))
