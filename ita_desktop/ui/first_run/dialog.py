"""The dialog for a new office: one question at a time, forward and back, keeping the answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.app.start.library import Library
from ita_desktop.app.start.new_office import NewOffice
from ita_desktop.domain.values.agency import Agency
from ita_desktop.i18n import tr
from ita_desktop.ui.first_run.emblem_question import EmblemQuestion
from ita_desktop.ui.first_run.file_questions import FileQuestion
from ita_desktop.ui.first_run.office_questions import KindQuestion, PlaceQuestion
from ita_desktop.ui.first_run.people_questions import SignersQuestion, UnitsQuestion
from ita_desktop.ui.first_run.question import Question
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import scrolling
from ita_desktop.ui.widgets.sized import open_size
from ita_desktop.ui.widgets.text import Text

SMALLEST = (480, 300)
"""Logical pixels; what does not fit is scrolled to."""
_SHOWN, _AWAY = QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored


class NewOfficeDialog(QDialog):
    """ชนิด ชื่อ ส่วนราชการ ผู้ลงนาม ตรา แฟ้ม: enough to begin; all of it can be changed later."""

    def __init__(self, theme: Theme, library: Library, folder: Path, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New office"))
        sizes = theme.sizes
        self.setMinimumSize(*SMALLEST)
        open_size(self, sizes.px(620), min(sizes.px(600), 680))
        self.kind = KindQuestion(theme)
        self.place = PlaceQuestion(theme, library.gazetteer)
        self.units = UnitsQuestion(theme, library)
        self.people = SignersQuestion(theme, library)
        self.emblem = EmblemQuestion(theme, folder)
        self.where = FileQuestion(theme, folder)
        self.questions: tuple[Question, ...] = (
            self.kind,
            self.place,
            self.units,
            self.people,
            self.emblem,
            self.where,
        )
        self._stack = QStackedWidget()
        for question in self.questions:
            self._stack.addWidget(question)
            question.answered.connect(self.go_on)
        self._number = Text("", "help")
        self._progress = QProgressBar()
        self._progress.setRange(0, len(self.questions))
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(tr("Questions answered"))
        self.back = Button(theme, tr("Back"), self.go_back)
        self.back.setShortcut(QKeySequence("Alt+Left"))
        self.next = Button(theme, tr("Next"), self.go_on, primary=True)
        self.next.setDefault(True)
        self.cancel = Button(theme, tr("Cancel"), self.reject, quiet=True)
        self._arrange(theme)
        self.go_to(0)

    @property
    def question(self) -> Question:
        """The one shown."""
        return self.questions[self._stack.currentIndex()]

    @property
    def agency(self) -> Agency:
        """The office as answered so far."""
        return replace(self.place.agency(self.kind.kind), departments=self.units.units)

    @property
    def answer(self) -> NewOffice:
        return NewOffice(
            agency=self.agency,
            file=self.where.file,
            signers=self.people.signers,
            emblem=self.emblem.emblem,
            pictures=self.emblem.pictures,
        )

    def go_on(self) -> None:
        """Go to the next question if this answer is valid; accept after the last one."""
        at = self._stack.currentIndex()
        if self.question.fault():
            field = self.question.first_field()
            if field is not None:
                field.setFocus()
        elif at + 1 < len(self.questions):
            self.go_to(at + 1)
        else:
            self.accept()

    def go_back(self) -> None:
        """Go to the question before, with its answer."""
        self.go_to(max(self._stack.currentIndex() - 1, 0))

    def go_to(self, at: int) -> None:
        """Show a question with a proposed answer."""
        question = self.questions[at]
        question.prepare(self.agency)
        self._stack.setCurrentIndex(at)
        for other in self.questions:  # the place is as high as this question, not as the longest one
            other.setSizePolicy(_SHOWN if other is question else _AWAY, _SHOWN if other is question else _AWAY)
        self._progress.setValue(at + 1)
        count = digits(len(self.questions))
        self._number.setText(tr("Question {number} of {count}").format(number=digits(at + 1), count=count))
        self.back.setEnabled(at > 0)
        last = at + 1 == len(self.questions)
        self.next.setText(tr("Make the office") if last else tr("Next"))
        self.next.setAccessibleName(self.next.text())
        (question.first_field() or self.next).setFocus()
        told = f"{self._number.text()}. {question.accessibleName()}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back a question on Escape; on the first one, cancel."""
        if event.key() == Qt.Key.Key_Escape and self._stack.currentIndex() > 0:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _arrange(self, theme: Theme) -> None:
        sizes = theme.sizes
        head = QHBoxLayout()
        head.addWidget(self._number)
        head.addWidget(self._progress, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes.gap)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(sizes.inside + 4,) * 4)
        column.setSpacing(sizes.gap)
        column.addLayout(head)
        column.addWidget(scrolling(self._stack, self.windowTitle()), 1)
        column.addLayout(buttons)
