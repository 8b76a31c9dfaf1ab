"""The page shown after a bug of the program: what is safe, and what can be done next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.i18n import tr
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card, scrolling
from ita_desktop.ui.widgets.text import IconMark, Text


class CrashPage(QWidget):
    """ทำงานต่อ ปิด คัดลอกรายละเอียด; the details hold no text of the office."""

    go_on_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._report = ""
        sizes = theme.sizes
        card = Card(sizes)
        head = QHBoxLayout()
        head.setSpacing(sizes.step * 2)
        head.addWidget(IconMark(theme, "circle-alert", Tone.LOOK, large=True))
        head.addWidget(Text(tr("Something went wrong inside the program"), "title", wrap=True), 1)
        card.box.addLayout(head)
        for sentence in (
            tr("It is not your fault. Every finished edit is saved, and what you were typing is kept as a draft."),
            tr("You can go on. If it happens again, close the program and open it again."),
            tr("“Copy the details” helps whoever repairs the program; no name and no text of your office is in it."),
        ):
            card.box.addWidget(Text(sentence, wrap=True))
        self.copied = Text("", "muted", wrap=True)
        card.box.addWidget(self.copied)
        self.go_on = Button(theme, tr("Go on working"), self.go_on_wanted.emit, primary=True)
        self.close_program = Button(theme, tr("Close the program"), self.close_wanted.emit)
        self.copy_details = Button(theme, tr("Copy the details"), self._copy, icon="copy")
        row = QHBoxLayout()
        row.setSpacing(sizes.step * 2)
        for button in (self.go_on, self.close_program, self.copy_details):
            row.addWidget(button)
        row.addStretch(1)
        card.box.addLayout(row)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 2)
        middle.addStretch(1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inner, tr("Something went wrong inside the program")))

    def show_report(self, report: str) -> None:
        """Offer these details."""
        self._report = report
        self.copied.setText("")
        self.go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copied.setText(tr("The details are on the clipboard."))
