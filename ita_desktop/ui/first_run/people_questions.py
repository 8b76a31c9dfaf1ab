"""The questions about people: the units, and who signs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.app.start.library import Library
from ita_desktop.app.start.new_office import numbered_signers
from ita_desktop.domain.values.agency import Agency
from ita_desktop.domain.values.memo import Signer
from ita_desktop.i18n import tr
from ita_desktop.ui.first_run.question import Question
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets.card import Flow, clear
from ita_desktop.ui.widgets.field import CheckField, LineField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.lines_field import LinesField


class UnitsQuestion(Question):
    """ส่วนราชการ: those that are usual for the kind."""

    def __init__(self, theme: Theme, library: Library) -> None:
        hint = tr("These are usual for the kind of office. Correct them here or later.")
        super().__init__(theme, tr("Which units does it have?"), hint)
        self._patterns = library.patterns
        self._proposed: tuple[str, ...] = ()
        self.field = LinesField(theme, tr("Unit"), tr("Add a unit"))
        flow = Flow(theme.sizes, tr("Units (ส่วนงาน)"))
        flow.column.addWidget(self.field)
        flow.column.addStretch(1)
        self.column.addWidget(flow, 1)

    @property
    def units(self) -> tuple[str, ...]:
        return self.field.value()

    def prepare(self, agency: Agency) -> None:
        proposed = self._patterns.pattern(agency.type).units
        if proposed != self._proposed and self.field.value() in ((), self._proposed):
            self._proposed = proposed
            self.field.show_value(proposed)


class NameField(LineField):
    """A name; Enter goes on to the next one."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class PersonRow(QWidget):
    """One proposed signer: the post, the name, and whether the post is held in an acting capacity."""

    def __init__(self, theme: Theme, post: str) -> None:
        super().__init__()
        self._post = post
        self.name = NameField(tr("Name of {post}").format(post=post), tr("e.g. นางสาวพิมพ์ใจ ใจดี"))
        self.acting = CheckField(theme, tr("acting (รักษาราชการแทน)"))
        self.acting.setAccessibleName(tr("{post}: acting").format(post=post))
        self.own_post = LineField(tr("Own post of who acts as {post}").format(post=post))
        self._own_box = FieldBox(theme, tr("Own post"), self.own_post)
        self._own_box.hide()
        self.acting.finished.connect(self._toggled)
        row = QHBoxLayout()
        row.setSpacing(theme.sizes.gap)
        row.addWidget(FieldBox(theme, post, self.name), 1)
        row.addWidget(self.acting, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.sizes.step)
        column.addLayout(row)
        column.addWidget(self._own_box)

    @property
    def signer(self) -> Signer:
        """Without an id."""
        name, own = self.name.text().strip(), self.own_post.text().strip()
        if not self.acting.isChecked():
            return Signer(id="", name=name, position=(self._post,))
        return Signer(id="", name=name, position=(own,) if own else (), acting_for=self._post)

    def _toggled(self) -> None:
        self._own_box.setVisible(self.acting.isChecked())
        if self.acting.isChecked():
            self.own_post.setFocus()


class SignersQuestion(Question):
    """ผู้ลงนาม: the usual posts, lowest first; whoever has no name yet is left out and can be added later."""

    def __init__(self, theme: Theme, library: Library) -> None:
        hint = tr("In the order of signing. Leave a line empty where nobody signs; Enter goes on.")
        super().__init__(theme, tr("Who signs?"), hint)
        self._patterns = library.patterns
        self._posts: tuple[str, ...] = ()
        self.rows: tuple[PersonRow, ...] = ()
        self._flow = Flow(theme.sizes, tr("Who signs (ผู้ลงนาม)"))
        self.column.addWidget(self._flow, 1)

    @property
    def signers(self) -> tuple[Signer, ...]:
        """Those who were named, with ids."""
        return numbered_signers(tuple(row.signer for row in self.rows if row.signer.name))

    def prepare(self, agency: Agency) -> None:
        posts = self._patterns.pattern(agency.type).posts(agency) or (agency.permanent_secretary, agency.executive)
        if posts == self._posts:
            return
        typed = [row.name.text() for row in self.rows]
        self._posts = posts
        clear(self._flow.column)
        self.rows = tuple(PersonRow(self.theme, post) for post in posts)
        for number, row in enumerate(self.rows):
            if number < len(typed):
                row.name.setText(typed[number])
            row.name.entered.connect(lambda number=number: self._next(number))
            self._flow.column.addWidget(row)
        self._flow.column.addStretch(1)

    def first_field(self) -> QWidget | None:
        return self.rows[0].name if self.rows else None

    def _next(self, number: int) -> None:
        if number + 1 < len(self.rows):
            self.rows[number + 1].name.setFocus()
        else:
            self.answered.emit()
