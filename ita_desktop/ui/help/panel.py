"""Help for the page that is open, over the preview; it can be printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.app.help import BULLET, Topic, topic_pdf
from ita_desktop.i18n import tr
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.paper import print_dialog, printing
from ita_desktop.ui.paper.print_dialog import PrintQuestion
from ita_desktop.ui.widgets.buttons import Button, IconButton
from ita_desktop.ui.widgets.card import Flow, clear
from ita_desktop.ui.widgets.field import ChoiceField
from ita_desktop.ui.widgets.keyboard import give_back
from ita_desktop.ui.widgets.text import Text, many_lined

Say = Callable[[str, Tone], object]


class HelpPanel(QFrame):
    """A drawer at the right; Escape closes it."""

    def __init__(self, parent: QWidget, theme: Theme, topics: dict[str, Topic], resources: Path, say: Say) -> None:
        super().__init__(parent)
        self._theme, self._topics, self._resources, self._say = theme, topics, resources, say
        self.setProperty("card", True)
        self.setProperty("floating", True)
        self.setAccessibleName(tr("Help"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        sizes = theme.sizes
        self.choice = ChoiceField(theme, tr("Help about"), tuple((name, t.title) for name, t in topics.items()))
        self.choice.finished.connect(lambda: self.show_topic(self.choice.value()))
        self._flow = Flow(sizes, tr("Help"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(sizes.step * 2)
        self._flow.column.addLayout(self._lines)
        self._flow.column.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self.choice, 1)
        head.addWidget(IconButton(theme, "x", tr("Close the help"), self.leave))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(sizes.inside,) * 4)
        column.setSpacing(sizes.gap)
        column.addLayout(head)
        column.addWidget(self._flow, 1)
        self.print_button = Button(theme, tr("Print this help…"), self.print, icon="printer")
        column.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._before: QWidget | None = None
        self.hide()

    @property
    def topic(self) -> Topic | None:
        """The text shown."""
        return self._topics.get(self.choice.value() or "")

    def show_topic(self, name: str) -> None:
        """Show a text; the one about the keys for a page that has none."""
        self.choice.show_value(name if name in self._topics else "keys")
        clear(self._lines)
        topic = self.topic
        for line in topic.lines if topic else ():
            words = line.replace(BULLET, "• ", 1) if line.startswith(BULLET) else line
            self._lines.addWidget(many_lined(Text(words, wrap=True)))
        if self.isHidden():
            self._before = self.window().focusWidget()
            self.show()
        self.raise_()
        self.choice.setFocus()

    def leave(self) -> None:
        """Close; the cursor goes back to where it was."""
        self.hide()
        before, self._before = self._before, None
        give_back(before)

    def print(self) -> None:
        """Print the text, set like the office's papers."""
        topic = self.topic
        if topic is None:
            return
        try:
            printing.need_a_printer()
            pdf = topic_pdf(topic, self._resources)
            question = PrintQuestion(title=topic.title, pages=1, shift=(0.0, 0.0))
            order = print_dialog.ask(self._theme, question, self.window())
            if order is not None:
                printer = printing.named_printer(order.printer)
                printer.setCopyCount(order.copies)
                self._say(printing.send(pdf, printer, f"ITA help {topic.name}"), Tone.GOOD)
        except printing.PrintError as refused:
            self._say(str(refused), Tone.WRONG)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        parent, sizes = self.parentWidget(), self._theme.sizes
        if parent is not None:
            width = min(sizes.px(400), parent.width() - sizes.inside)
            self.setGeometry(parent.width() - width - sizes.step, sizes.step, width, parent.height() - 2 * sizes.step)
