"""Fields for one value each: they tell of typing (``edited``) and of the end of an edit (``finished``)."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets.keepable import keepable, one_line
from ita_desktop.ui.widgets.paragraphs import lay_out
from ita_desktop.ui.widgets.text import restyle

SHORTEST = 8
"""Characters a list of choices shows at least; a long choice is cut off, not the page widened."""


DOCUMENT_MARGIN, FRAME = 2, 2
"""Of a text field: space inside Qt's document; border and padding of the style sheet."""


class Field(Protocol):
    """What a Form needs of a widget."""

    edited: SignalInstance
    finished: SignalInstance

    def value(self) -> Any:
        """The field's current value."""

    def show_value(self, value: Any) -> None:
        """Show a stored value without telling anybody."""

    def show_fault(self, text: str) -> None:
        """Mark the field as wrong, with the reason; empty takes the mark away."""


def mark_wrong(widget: QWidget, text: str) -> None:
    """Give a field the look of a mistake, with the reason for whoever cannot see it."""
    if bool(text) != bool(widget.property("wrong")):
        widget.setProperty("wrong", bool(text))
        restyle(widget)
    widget.setAccessibleDescription(text)


def wants_undo(event: QEvent) -> bool:
    """True for the key press that would be taken for the field's own undo or redo."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
    )


class LineField(QLineEdit):
    """One line of text."""

    edited = Signal()
    finished = Signal()

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self.finished)

    def _typed(self, text: str) -> None:
        kept = one_line(text)
        if kept != text:  # pasted: what Word, Excel and PDF bring along is taken out where it can be seen and undone
            behind = len(text) - self.cursorPosition()
            with QSignalBlocker(self):
                self.undo()
                self.selectAll()
                self.insert(kept)
                self.setCursorPosition(max(len(kept) - behind, 0))
        self.edited.emit()

    def value(self) -> str:
        return self.text()

    def show_value(self, value: str) -> None:
        at = self.cursorPosition()
        with QSignalBlocker(self):
            self.setText(value)
        self.setCursorPosition(min(at, len(value)) if self.hasFocus() else 0)

    def show_fault(self, text: str) -> None:
        mark_wrong(self, text)

    def event(self, event: QEvent) -> bool:
        # the window's undo takes over where this field has nothing of its own to undo
        if wants_undo(event) and not self.isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)


class TextField(QPlainTextEdit):
    """Running text that grows with its content."""

    edited = Signal()
    finished = Signal()

    def __init__(self, name: str, placeholder: str = "", *, lines: int = 1) -> None:
        super().__init__()
        self._lines = lines
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(DOCUMENT_MARGIN)
        # as high as its text, it never scrolls, not even while a new line has no place yet
        self.verticalScrollBar().valueChanged.connect(lambda _: self.verticalScrollBar().setValue(0))
        self.textChanged.connect(self._changed)
        self._fit()

    def value(self) -> str:
        return self.toPlainText()

    def show_value(self, value: str) -> None:
        if value != self.toPlainText():
            at = self.textCursor().position()
            with QSignalBlocker(self):
                self.setPlainText(value)
            cursor = self.textCursor()
            cursor.setPosition(min(at, len(value)))
            self.setTextCursor(cursor)
        else:
            self.document().clearUndoRedoStacks()
        self._fit()

    def show_fault(self, text: str) -> None:
        mark_wrong(self, text)

    def _changed(self) -> None:
        self._fit()
        self.edited.emit()

    def _fit(self) -> None:
        """As high as its text, whose lines end between words."""
        if lay_out(self):
            self.viewport().update()
        line = self.fontMetrics().lineSpacing()
        layout, block, rows = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid():
            rows += layout.blockBoundingRect(block).height()
            block = block.next()
        frame = 2 * (DOCUMENT_MARGIN + FRAME)
        height = max(round(rows), line * self._lines) + frame
        if not self.minimumHeight() == self.maximumHeight() == height:  # the style sheet sets a least height of its own
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        lay_out(self)
        super().paintEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finished.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted or dropped: the words, without formats and unseen signs."""
        if source.hasText():
            self.textCursor().insertText(keepable(source.text()))
            self.ensureCursorVisible()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def event(self, event: QEvent) -> bool:
        if wants_undo(event) and not self.document().isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)


class ChoiceField(QComboBox):
    """One of a few values, each with a word."""

    edited = Signal()
    finished = Signal()

    def __init__(self, theme: Theme, name: str, choices: tuple[tuple[Any, str], ...] = ()) -> None:
        super().__init__()
        self._theme = theme
        self._values: list[Any] = []
        self._offered: tuple[tuple[Any, str], ...] | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SHORTEST)
        self.set_choices(choices)
        self.activated.connect(lambda: self.finished.emit())

    def set_choices(self, choices: tuple[tuple[Any, str], ...]) -> None:
        """Offer these values; what was chosen stays if it is still among them."""
        if self._offered == choices:
            return
        self._offered = choices
        chosen = self.value() if self._values else None
        with QSignalBlocker(self):
            self.clear()
            self._values = [value for value, _ in choices]
            self.addItems([word for _, word in choices])
            self.setCurrentIndex(self._values.index(chosen) if chosen in self._values else -1)

    def value(self) -> Any:
        index = self.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def show_value(self, value: Any) -> None:
        with QSignalBlocker(self):
            self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def choose(self, value: Any) -> None:
        """Choose as a person does; ValueError for a value that is not offered."""
        self.setCurrentIndex(self._values.index(value))
        self.finished.emit()

    def show_fault(self, text: str) -> None:
        mark_wrong(self, text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        size, gap = self._theme.sizes.small_icon, self._theme.sizes.step * 2
        room = self.width() - size - 3 * gap - self._theme.sizes.step
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        arrow = self._theme.pixmap("chevron-down", self._theme.palette.muted, size, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - size - gap, (self.height() - size) // 2, arrow)
        painter.end()


class CheckField(QCheckBox):
    """Yes or no."""

    edited = Signal()
    finished = Signal()

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self.setAccessibleName(text)
        self.clicked.connect(lambda: self.finished.emit())

    def value(self) -> bool:
        return self.isChecked()

    def show_value(self, value: bool) -> None:
        with QSignalBlocker(self):
            self.setChecked(bool(value))

    def show_fault(self, text: str) -> None:
        mark_wrong(self, text)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        size = box.width() - 2
        tick = self._theme.pixmap("check", self._theme.palette.on_accent, size, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(box.x() + 1, box.y() + (box.height() - size) // 2, tick)
        painter.end()
