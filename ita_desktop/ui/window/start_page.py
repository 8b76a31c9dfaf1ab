"""What the window shows while no office is open: new, open, look at the sample, recent files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ita_desktop.i18n import tr
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.preferences import Preferences
from ita_desktop.ui.widgets.buttons import Button, EnterButton
from ita_desktop.ui.widgets.card import Card, Notice, clear, scrolling
from ita_desktop.ui.widgets.text import IconMark, Text


class Way(EnterButton):
    """A large button: icon, verb, and what happens then."""

    def __init__(self, theme: Theme, icon: str, verb: str, hint: str) -> None:
        super().__init__()
        self._theme, self._icon_name = theme, icon
        self.setProperty("big", True)
        self.setAccessibleName(verb)
        self.setAccessibleDescription(hint)
        sizes = theme.sizes
        self._mark = IconMark(theme, icon, Tone.ACCENT, large=True)
        column = self._words = QVBoxLayout(self)
        column.setContentsMargins(sizes.inside, sizes.inside, sizes.inside, sizes.inside)
        column.setSpacing(sizes.step)
        column.addWidget(self._mark)
        column.addWidget(Text(verb, "heading"))
        column.addWidget(Text(hint, "help", wrap=True))
        column.addStretch(1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._words.heightForWidth(width), self._theme.sizes.way)


class StartPage(QWidget):
    """The first thing a new clerk sees."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    file_wanted = Signal(Path)

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._theme, self._preferences = theme, preferences
        sizes = theme.sizes
        self._notice = Notice(theme)
        middle = QVBoxLayout()
        middle.setSpacing(sizes.inside)
        middle.addWidget(Text(tr("ITA Desktop"), "title"))
        hint = tr(
            "From the ITA scores of your office to memos and reports on paper. Everything stays on this computer."
        )
        middle.addWidget(Text(hint, "muted", wrap=True))
        middle.addWidget(self._notice)
        self._rescue = QVBoxLayout()
        middle.addLayout(self._rescue)
        middle.addLayout(self._ways())
        middle.addWidget(self._recent_card())
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(middle, 6)
        row.addStretch(1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(sizes.inside, sizes.inside, sizes.inside, sizes.inside)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inner, tr("ITA Desktop")))

    def refresh(self, fault: str = "") -> None:
        """Show the recent files, and the sentence why the last one did not open."""
        self._notice.say(fault)
        clear(self._rescue)
        clear(self._files)
        recent = self._preferences.recent
        self._card.setVisible(bool(recent))
        for file in recent:
            button = Button(self._theme, file.stem, partial(self.file_wanted.emit, file), icon="file-text", quiet=True)
            row = QHBoxLayout()
            row.addWidget(button)
            row.addWidget(Text(str(file.parent), "help"))
            row.addStretch(1)
            self._files.addLayout(row)

    def take_focus(self) -> None:
        """Focus the first button."""
        self._first.setFocus()

    def offer(self, rescue: QWidget) -> None:
        """Show the rescue card for the file that did not open."""
        self._rescue.addWidget(rescue)

    @property
    def fault(self) -> str:
        return self._notice.text

    def _ways(self) -> QHBoxLayout:
        theme = self._theme
        new = Way(
            theme,
            "file-plus",
            tr("Start a new office"),
            tr("Enter the kind and name of your office; takes about a minute."),
        )
        new.clicked.connect(self.new_wanted)
        open_ = Way(
            theme,
            "folder-open",
            tr("Open a file"),
            tr("A file of your office that ends in .ita; it can be dropped here too."),
        )
        open_.clicked.connect(self.open_wanted)
        hint = tr("A finished, invented office, with a short tour.")
        sample = Way(theme, "eye", tr("Look at the sample"), hint)
        sample.clicked.connect(self.sample_wanted)
        row = QHBoxLayout()
        row.setSpacing(theme.sizes.gap)
        for way in (new, open_, sample):
            row.addWidget(way, 1)
        self._first = new
        return row

    def _recent_card(self) -> Card:
        self._card = Card(self._theme.sizes, tr("Opened before"))
        self._files = QVBoxLayout()
        self._files.setSpacing(0)
        self._card.box.addLayout(self._files)
        return self._card
