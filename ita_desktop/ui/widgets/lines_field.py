"""A list of texts, one row each: Enter adds, Backspace in an empty row removes, Alt+arrows move."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.i18n import tr
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.widgets.buttons import Button, IconButton
from ita_desktop.ui.widgets.field import TextField, mark_wrong
from ita_desktop.ui.widgets.sized import fixed_width, sized
from ita_desktop.ui.widgets.text import Text


class _Row(QWidget):
    def __init__(self, theme: Theme, owner: LinesField, number: int, numbered: bool) -> None:
        super().__init__()
        name = f"{owner.name} {number + 1}"
        self.text = TextField(name)
        self.text.installEventFilter(owner)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.sizes.step)
        if numbered:
            mark = Text(digits(number + 1), "muted", right=True)
            fixed_width(mark, theme, 22)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            sized(mark, theme, lambda sizes: mark.setMinimumHeight(sizes.field))
        row.addWidget(self.text, 1)
        remove = IconButton(theme, "x", tr("Remove {name}").format(name=name), lambda: owner.remove(self))
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)


class LinesField(QWidget):
    """Several texts in order; empty rows are not part of the value."""

    edited = Signal()
    finished = Signal()

    def __init__(self, theme: Theme, name: str, add: str, *, numbered: bool = False) -> None:
        super().__init__()
        self.name = name
        self._theme, self._numbered = theme, numbered
        self._rows: list[_Row] = []
        self.setAccessibleName(name)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.sizes.step)
        self._add = Button(theme, add, self._add_at_end, icon="plus", quiet=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.sizes.step)
        column.addLayout(self._column)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> tuple[str, ...]:
        return tuple(text for row in self._rows if (text := row.text.value().strip()))

    def show_value(self, value: Sequence[str]) -> None:
        texts = list(value)
        if tuple(texts) == self.value() and len(texts) <= len(self._rows):
            return
        while len(self._rows) > len(texts):
            self._drop(self._rows[-1])
        while len(self._rows) < len(texts):
            self._append()
        for row, text in zip(self._rows, texts, strict=True):
            row.text.show_value(text)

    def show_fault(self, text: str) -> None:
        for row in self._rows:
            mark_wrong(row.text, text)

    @property
    def texts(self) -> tuple[TextField, ...]:
        """The rows' fields, in order."""
        return tuple(row.text for row in self._rows)

    def add(self, text: str = "", at: int | None = None) -> TextField:
        """Add a row, ready to type in."""
        texts = [row.text.value() for row in self._rows]
        at = len(texts) if at is None else at
        texts.insert(at, text)
        self._append()
        for row, shown in zip(self._rows, texts, strict=True):
            row.text.show_value(shown)
        field = self._rows[at].text
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        return field

    def remove(self, row: QWidget) -> None:
        """Take a row out; what it held is gone from the value at once."""
        if not isinstance(row, _Row) or row not in self._rows:
            return
        at = self._rows.index(row)
        self._drop(row)
        if self._rows:
            self._rows[max(at - 1, 0)].text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finished.emit()

    def move_row(self, at: int, to: int) -> None:
        """Put the row at ``at`` to ``to``."""
        if not 0 <= to < len(self._rows):
            return
        texts = [row.text.value() for row in self._rows]
        texts.insert(to, texts.pop(at))
        for row, text in zip(self._rows, texts, strict=True):
            row.text.show_value(text)
        self._rows[to].text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finished.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, TextField):
            return self._key(watched, event)
        return super().eventFilter(watched, event)

    def _key(self, text: TextField, event: QKeyEvent) -> bool:
        at = self.texts.index(text)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            cursor = text.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            tail = cursor.selectedText()
            cursor.removeSelectedText()
            self.add(tail, at + 1).moveCursor(QTextCursor.MoveOperation.Start)
            return True
        if event.key() == Qt.Key.Key_Backspace and not text.value() and len(self._rows) > 1:
            self.remove(self._rows[at])
            return True
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_row(at, at + (1 if event.key() == Qt.Key.Key_Down else -1))
            return True
        return False

    def _add_at_end(self) -> None:
        self.add()

    def _append(self) -> None:
        row = _Row(self._theme, self, len(self._rows), self._numbered)
        row.text.edited.connect(self.edited)
        row.text.finished.connect(self.finished)
        self._rows.append(row)
        self._column.addWidget(row)
        if self.isVisible():
            row.show()
        self.setTabOrder(row.text, self._add)

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        row.text.blockSignals(True)
        row.text.removeEventFilter(self)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
