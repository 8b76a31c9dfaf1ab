"""A window beside the program for a signed file: chosen or dropped, looked at, then taken or left."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.i18n import tr
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card, Flow, Notice, clear
from ita_desktop.ui.widgets.file_drop import FileDrop
from ita_desktop.ui.widgets.progress import ProgressRow
from ita_desktop.ui.widgets.sized import open_size
from ita_desktop.ui.widgets.text import Chip, Text, many_lined

Fact = tuple[str, str]
"""A name and what is so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BringWords:
    """What a window says of its kind of file."""

    title: str
    hint: str
    verb: str
    kind: str
    suffix: str


class BringWindow(QDialog):
    """It never holds the program up; what it reads is shown before anything is changed."""

    taken = Signal()
    """Something else is in force now."""

    def __init__(self, theme: Theme, words: BringWords, folder: Path, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.theme, self._words, self._folder = theme, words, folder
        self.setWindowTitle(words.title)
        sizes = theme.sizes
        open_size(self, sizes.px(640), min(sizes.px(600), 700))
        self.notice = Notice(theme)
        self.good = Chip(theme, wrap=True)
        self.flow = Flow(sizes, words.title)
        self.about = Card(sizes, tr("What the file brings"))
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(sizes.gap)
        self._facts.setColumnStretch(1, 1)
        self.about.box.addLayout(self._facts)
        self.flow.column.addWidget(self.about)
        self.take_button = Button(theme, words.verb, self.take, primary=True)
        self.close_button = Button(theme, tr("Close"), self.close)
        self._arrange()
        self.put_away()

    def look(self, file: Path) -> tuple[Fact, ...]:
        """Read the file and tell what it is; WorkspaceError with the reason where it is not to be taken."""
        raise NotImplementedError

    def take(self) -> None:
        """Do what the file is for."""
        raise NotImplementedError

    def put_away(self) -> None:
        """Forget the file that was looked at."""
        self.notice.say("")
        self.say("")
        self.about.hide()
        self.take_button.setEnabled(False)

    def say(self, text: str) -> None:
        """Tell what was done; empty takes it away."""
        self.good.show_text("circle-check", text, Tone.GOOD)

    def read(self, file: Path) -> None:
        """Show what a file is, or why it is not taken."""
        self.put_away()
        self._folder = file.parent
        try:
            facts = self.look(file)
        except WorkspaceError as refused:
            self.notice.say(str(refused))
            return
        self._show_facts(((tr("File"), file.name), *facts))
        self.about.show()
        self.take_button.setEnabled(True)
        self.take_button.setFocus()

    def ask(self) -> None:
        """Ask for the file."""
        file = file_dialogs.ask_file(
            tr("Open a file"), self._folder, f"{self._words.kind} (*{self._words.suffix})", self
        )
        if file is not None:
            self.read(file)

    def bring_forward(self, file: Path | None = None) -> None:
        """Show the window, with a file where there is one."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.choose_button.setFocus()
        if file is not None:
            self.read(file)

    def _show_facts(self, facts: tuple[Fact, ...]) -> None:
        clear(self._facts)
        for row, (name, value) in enumerate(fact for fact in facts if fact[1]):
            self._facts.addWidget(Text(name, "head"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(many_lined(Text(value, wrap=True)), row, 1)

    def _arrange(self) -> None:
        theme, sizes = self.theme, self.theme.sizes
        place: QWidget = QFrame()
        place.setProperty("drop", True)
        self.choose_button = Button(theme, tr("Choose the file…"), self.ask, icon="folder-open")
        inside = QHBoxLayout(place)
        inside.setContentsMargins(*(sizes.step * 2,) * 4)
        inside.setSpacing(sizes.gap)
        inside.addWidget(self.choose_button)
        hint = tr("or drop a file here that ends in {suffix}").format(suffix=self._words.suffix)
        inside.addWidget(Text(hint, "help", wrap=True), 1)
        FileDrop(self, (self._words.suffix,)).dropped.connect(self.read)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(sizes.gap)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.close_button)
        self.buttons.addWidget(self.take_button)
        for button in (self.choose_button, self.close_button, self.take_button):
            button.setAutoDefault(True)  # Enter presses the one that has the keyboard
        self.flow.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(sizes.inside + 4,) * 4)
        column.setSpacing(sizes.gap)
        column.addWidget(Text(self._words.title, "title"))
        column.addWidget(Text(self._words.hint, "help", wrap=True))
        column.addWidget(place)
        column.addWidget(self.notice)
        column.addWidget(self.good)
        column.addWidget(self.flow, 1)
        self.progress = ProgressRow(theme)
        self.progress.cancel.setAutoDefault(True)
        column.addWidget(self.progress)
        column.addLayout(self.buttons)
