"""A table with one row for each value: what its models share."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ita_desktop.ui.look.line_breaks import breakable

Index = QModelIndex | QPersistentModelIndex
Value = TypeVar("Value")
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class RowsModel(QAbstractTableModel, Generic[Value]):
    """One row for each value; a model says the heads, the words of a cell, and by what a row is known again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[Value, ...] = ()

    def heads(self) -> tuple[str, ...]:
        """Return the words over the columns."""
        raise NotImplementedError

    def text(self, value: Value, row: int, column: int) -> str:
        """Return the words of a cell."""
        raise NotImplementedError

    def key(self, value: Value) -> Hashable:
        """Return what stays while a row is edited."""
        raise NotImplementedError

    def more(self, value: Value, column: int, role: int) -> Any:
        """Return what a cell has beside its words: a tool tip, an icon; None if nothing."""
        return None

    def stays(self, before: tuple[Value, ...], values: tuple[Value, ...]) -> bool:
        """Return True if the rows can be repainted in their places."""
        return len(before) == len(values)

    def show(self, values: tuple[Value, ...]) -> None:
        """Show these values; if the rows stay, repaint only those that differ."""
        before, self._values = self._values, values
        if not self.stays(before, values):
            self.beginResetModel()
            self.endResetModel()
            return
        for row, (old, new) in enumerate(zip(before, values, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def value(self, row: int) -> Value | None:
        """The value in a row."""
        return self._values[row] if 0 <= row < len(self._values) else None

    def row_of(self, key: Hashable) -> int:
        """The row with this key; -1 if it is not there."""
        return next((row for row, value in enumerate(self._values) if self.key(value) == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._values)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.heads())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT
        return self.heads()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        value = self.value(index.row()) if index.isValid() else None
        if value is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return breakable(self.text(value, index.row(), index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.text(value, index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT
        return self.more(value, index.column(), role)
