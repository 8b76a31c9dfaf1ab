"""A cell of a table with a line of words and a smaller, quieter one below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ita_desktop.ui.look.theme import Theme

BELOW = Qt.ItemDataRole.UserRole + 2
"""The words of the lower line."""


def paint_ground(delegate: QStyledItemDelegate, painter: QPainter, option: QStyleOptionViewItem, index: object) -> str:
    """Paint a cell without its words, as the style would; the words."""
    delegate.initStyleOption(option, index)  # type: ignore[arg-type]
    words, option.text = option.text, ""
    style = option.widget.style() if option.widget else QApplication.style()
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
    return words


class TwoLinesDelegate(QStyledItemDelegate):
    """Paints the words of a cell, and those of ``BELOW`` under them."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        words = paint_ground(self, painter, option, index)
        sizes, colours = self._theme.sizes, self._theme.palette
        inner = QRectF(option.rect).adjusted(sizes.step * 2, 0, -sizes.step * 2, 0)
        painter.save()
        lines = (
            (words, option.font, colours.text),
            (str(index.data(BELOW) or ""), self._theme.font(sizes.help), colours.muted),
        )
        heights = []
        for _, font, _ in lines:
            painter.setFont(font)
            heights.append(float(painter.fontMetrics().height()))
        top = inner.center().y() - sum(heights) / 2
        for (text, font, ink), high in zip(lines, heights, strict=True):
            painter.setFont(font)
            painter.setPen(QColor(ink))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(inner.width()))
            painter.drawText(QRectF(inner.left(), top, inner.width(), high), Qt.AlignmentFlag.AlignVCenter, shown)
            top += high
        painter.restore()
