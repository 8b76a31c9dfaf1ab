"""Twelve months ต.ค.–ก.ย. at a glance in a cell of a table, below the words of the period."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ita_desktop.ui.look.palette import mixed
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets.two_lines import paint_ground

QUARTER = 3


def paint_months(painter: QPainter, theme: Theme, area: QRectF, marked: Sequence[bool], today: int = -1) -> None:
    """A filled cell for each marked month, a hollow one for the others; a dash stands below the month of today."""
    colours, gap = theme.palette, 1.5
    between = float(theme.sizes.step)
    quarters = (len(marked) - 1) // QUARTER
    wide = (area.width() - gap * (len(marked) - 1 - quarters) - between * quarters) / max(len(marked), 1)
    at = area.left()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, is_marked in enumerate(marked):
        if number:
            at += between if number % QUARTER == 0 else gap
        cell = QRectF(at, area.top(), wide, area.height() - theme.sizes.step)
        painter.setPen(QColor(colours.accent if is_marked else mixed(colours.line, colours.muted, 0.35)))
        painter.setBrush(QColor(colours.accent if is_marked else colours.surface))
        painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        if number == today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.text))
            painter.drawRect(QRectF(at, cell.bottom() + 2, wide, 2))
        at += wide
    painter.restore()


class PeriodDelegate(QStyledItemDelegate):
    """Paints the words of a period and its months; ``role`` gives the months, ``today`` the number of this month."""

    def __init__(self, theme: Theme, role: int, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._role = theme, role
        self.today = -1

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        marked = index.data(self._role) or ()
        if not any(marked):
            super().paint(painter, option, index)
            return
        words = paint_ground(self, painter, option, index)
        sizes = self._theme.sizes
        inner = QRectF(option.rect).adjusted(sizes.step * 2, sizes.step, -sizes.step * 2, -sizes.step)
        line = float(option.fontMetrics.height())
        strip = float(sizes.px(12) + sizes.step)
        top = inner.center().y() - (line + strip) / 2
        painter.save()
        painter.setFont(option.font)
        painter.setPen(QColor(self._theme.palette.text))
        shown = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, round(inner.width()))
        painter.drawText(QRectF(inner.left(), top, inner.width(), line), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
        area = QRectF(inner.left(), top + line + 2, inner.width(), strip)
        paint_months(painter, self._theme, area, marked, self.today)
