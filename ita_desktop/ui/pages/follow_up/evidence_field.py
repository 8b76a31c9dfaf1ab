"""หลักฐาน: each with its title, its own date, and a file or an address."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.thai.writing import long_date
from ita_desktop.domain.values.follow_up import Evidence
from ita_desktop.i18n import tr
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.widgets.buttons import Button, IconButton
from ita_desktop.ui.widgets.date_field import DateField, read_date
from ita_desktop.ui.widgets.field import LineField
from ita_desktop.ui.widgets.text import Text


class Typed(NamedTuple):
    """One piece of evidence as it was typed; the date may be none."""

    title: str
    date: str
    file: str
    url: str


def read_evidence(rows: Sequence[Typed]) -> tuple[Evidence, ...]:
    """Read the evidence typed, without empty rows; ValueError names the date that cannot be read."""
    found = []
    for number, row in enumerate(rows, start=1):
        if not any((row.title, row.date, row.file, row.url)):
            continue
        try:
            day = read_date(row.date)
        except ValueError as fault:
            raise ValueError(tr("Evidence {number}: {fault}").format(number=digits(number), fault=fault)) from fault
        found.append(Evidence(title=row.title, date=day, file=row.file, url=row.url))
    return tuple(found)


class EvidenceRow(QWidget):
    """Four fields and a button that removes them."""

    def __init__(self, theme: Theme, owner: EvidenceField, number: int) -> None:
        super().__init__()

        def name(field: str) -> str:
            return tr("{field} of evidence {number}").format(field=field, number=digits(number))

        self.title = LineField(name(tr("Title")), tr("What it is, e.g. photographs of the training"))
        self.date = DateField(name(tr("Date")))
        self.file = LineField(name(tr("File")), tr("File"))
        self.url = LineField(name(tr("Address")), tr("Address, e.g. https://…"))
        for field in self.fields:
            field.edited.connect(owner.edited)
            field.finished.connect(owner.finished)
        take = IconButton(theme, "folder-open", tr("Choose a file"), self.choose)
        remove = IconButton(theme, "x", name(tr("Remove")), partial(owner.remove, self))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.sizes.step)
        grid.addWidget(Text(digits(number), "muted"), 0, 0)
        grid.addWidget(self.title, 0, 1)
        grid.addWidget(self.date, 0, 2)
        grid.addWidget(remove, 0, 3)
        below = QHBoxLayout()
        below.setSpacing(theme.sizes.step)
        below.addWidget(self.file, 1)
        below.addWidget(take)
        grid.addLayout(below, 1, 1)
        grid.addWidget(self.url, 1, 2, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)

    @property
    def fields(self) -> tuple[LineField, ...]:
        return (self.title, self.date, self.file, self.url)

    def typed(self) -> Typed:
        return Typed(*(field.text().strip() for field in self.fields))

    def show_evidence(self, evidence: Evidence) -> None:
        self.title.show_value(evidence.title)
        self.date.show_value(evidence.date)
        self.file.show_value(evidence.file)
        self.url.show_value(evidence.url)

    def choose(self) -> None:
        """Ask for the file."""
        file = file_dialogs.ask_any_file(tr("File of the evidence"), Path.home(), self.window())
        if file is not None:
            self.file.setText(str(file))
            self.file.finished.emit()


class EvidenceField(QWidget):
    """All evidence of one result."""

    edited = Signal()
    finished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[EvidenceRow] = []
        self.setAccessibleName(tr("Evidence"))
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.sizes.step * 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._column)
        self._add = Button(theme, tr("Add evidence"), self.add, icon="plus", quiet=True)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> tuple[Typed, ...]:
        return tuple(row.typed() for row in self.rows)

    def show_value(self, value: Sequence[Evidence]) -> None:
        shown = [Typed(e.title, long_date(e.date) if e.date else "", e.file, e.url) for e in value]
        if shown == [row.typed() for row in self.rows]:
            return
        while len(self.rows) > len(value):
            self._drop(self.rows[-1])
        while len(self.rows) < len(value):
            self._append()
        for row, evidence in zip(self.rows, value, strict=True):
            row.show_evidence(evidence)

    def show_fault(self, text: str) -> None:
        for row in self.rows:
            wrong = ""
            try:
                read_date(row.date.text())
            except ValueError as fault:
                wrong = str(fault)
            row.date.show_fault(wrong if text else "")

    def add(self) -> EvidenceRow:
        """Add a row, ready to type in."""
        row = self._append()
        row.title.setFocus(Qt.FocusReason.OtherFocusReason)
        return row

    def remove(self, row: EvidenceRow) -> None:
        """Remove a row from the value at once."""
        if row in self.rows:
            self._drop(row)
            self.finished.emit()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        (self.rows[0].title if self.rows else self._add).setFocus(reason)

    def _append(self) -> EvidenceRow:
        row = EvidenceRow(self._theme, self, len(self.rows) + 1)
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    def _drop(self, row: EvidenceRow) -> None:
        self.rows.remove(row)
        for field in row.fields:
            field.blockSignals(True)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
