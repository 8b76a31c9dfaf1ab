"""A short list that is put in order: by dragging, or with Alt and the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from ita_desktop.ui.look.theme import Theme


class OrderList(QListWidget):
    """Shows rows; emits which row was moved, and the owner shows them again."""

    moved = Signal(int, int)
    """The row's place before, and its place after."""

    def __init__(self, theme: Theme, name: str, hint: str) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("order", True)
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.setToolTip(hint)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model().rowsMoved.connect(self._told)
        theme.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[str]) -> None:
        """Show these rows; the cursor stays at its place."""
        if rows == [self.item(i).text() for i in range(self.count())]:
            return
        row = self.currentRow()
        self.clear()
        for text in rows:
            item = QListWidgetItem(self._theme.icon("grip-vertical", self._theme.palette.muted), text)
            item.setToolTip(text)
            self.addItem(item)
        self.setCurrentRow(min(max(row, 0), self.count() - 1))
        self._fit()

    def _fit(self) -> None:
        """As high as its rows."""
        self.setFixedHeight(self.sizeHintForRow(0) * self.count() + self.frameWidth() * 2 + self._theme.sizes.step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is None or event.modifiers() != Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        before = self.currentRow()
        after = before + by
        if 0 <= after < self.count():
            self.setCurrentRow(after)
            self.moved.emit(before, after)

    def _told(self, _parent: QModelIndex, first: int, _last: int, _target: QModelIndex, before: int) -> None:
        """Qt names the row that the moved one now stands before, counted as if it still stood at its old place."""
        after = before - 1 if before > first else before
        QTimer.singleShot(0, self, lambda: self.moved.emit(first, after))  # Qt is still at work on the rows
