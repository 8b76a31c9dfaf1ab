"""A cell of a table whose row is as high as its words need."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ita_desktop.ui.look.theme import Theme


class WrappingDelegate(QStyledItemDelegate):
    """Counts the padding of the style sheet, which Qt forgets when it asks how high a wrapped text is."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        narrower = QStyleOptionViewItem(option)
        narrower.rect.setWidth(option.rect.width() - self._theme.sizes.step * 4)
        return super().sizeHint(narrower, index)
