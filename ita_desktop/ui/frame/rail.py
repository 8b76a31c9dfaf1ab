"""The rail at the left: the steps, each with icon, name and how far it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.i18n import tr
from ita_desktop.ui.desk.page import StepState
from ita_desktop.ui.frame.step_list import ICON_ROLE, STATE_ROLE, StepListModel
from ita_desktop.ui.look.palette import Palette
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets.text import Text


def _mark(state: StepState, colours: Palette) -> tuple[str, str]:
    """Return icon and colour of a step that is marked: what is wrong goes before the rest."""
    if state.wrong:
        return "circle-x", colours.wrong
    return ("circle-alert", colours.look) if state.look_at else ("circle-check", colours.good)


class StepDelegate(QStyledItemDelegate):
    """Draws one step."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.icons_only = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        sizes = self._theme.sizes
        return QSize((sizes.icon_rail if self.icons_only else sizes.rail) - 20, sizes.px(42))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours, sizes = self._theme.palette, self._theme.sizes
        state_flag: QStyle.StateFlag = option.state
        chosen = bool(state_flag & QStyle.StateFlag.State_Selected)
        hover = bool(state_flag & QStyle.StateFlag.State_MouseOver)
        rect: QRect = option.rect.adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or hover:
            painter.setBrush(QColor(colours.accent_soft if chosen else colours.canvas))
            painter.drawRoundedRect(rect, sizes.small_radius, sizes.small_radius)
        ink = colours.accent if chosen else colours.text
        ratio = painter.device().devicePixelRatio()
        icon = self._theme.pixmap(index.data(ICON_ROLE), ink if chosen else colours.muted, sizes.icon, ratio)
        middle = rect.center().y() + 1
        painter.drawPixmap(rect.x() + 10, middle - sizes.icon // 2, icon)
        if self.icons_only:
            self._paint_corner(painter, rect, index.data(STATE_ROLE), ratio)
            painter.restore()
            return
        painter.setPen(QColor(ink))
        painter.setFont(self._theme.font(weight=600 if chosen else 400))
        words = rect.adjusted(10 + sizes.icon + 8, 0, -self._state_room(index.data(STATE_ROLE)), 0)
        shown = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        self._paint_state(painter, rect, index.data(STATE_ROLE), ratio)
        painter.restore()

    def _paint_corner(self, painter: QPainter, rect: QRect, state: StepState, ratio: float) -> None:
        """Paint the mark of a step without its name, small beside the icon."""
        if state.look_at or state.done:
            colours, size = self._theme.palette, self._theme.sizes.px(11)
            mark = _mark(state, colours)
            painter.drawPixmap(rect.right() - size, rect.bottom() - size - 1, self._theme.pixmap(*mark, size, ratio))

    def _state_room(self, state: StepState) -> int:
        """Return the width of mark and count at the right."""
        marked = state.look_at or state.done
        return 10 + (self._theme.sizes.px(20) if marked else 0) + (self._theme.sizes.px(30) if state.count else 0)

    def _paint_state(self, painter: QPainter, rect: QRect, state: StepState, ratio: float) -> None:
        colours, sizes = self._theme.palette, self._theme.sizes
        right = rect.adjusted(0, 0, -10, 0)
        mark = _mark(state, colours)
        if state.look_at or state.done:
            size = sizes.px(16)
            at = right.right() - size + 1
            painter.drawPixmap(at, rect.center().y() + 1 - size // 2, self._theme.pixmap(*mark, size, ratio))
            right = right.adjusted(0, 0, -size - sizes.step, 0)
        if state.count and not state.done:
            painter.setPen(QColor(colours.muted))
            painter.setFont(self._theme.font(sizes.help))
            painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, state.count)


class Rail(QFrame):
    """The list of steps; any step opens at any time."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, model: StepListModel) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._theme = theme
        self._list = QListView()
        self._list.setObjectName("stepList")
        self._list.setModel(model)
        self._delegate = StepDelegate(theme, self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.setMouseTracking(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(tr("Steps"))
        self._list.viewport().setAutoFillBackground(False)
        self._list.selectionModel().currentChanged.connect(lambda now, _: self.chosen.emit(now.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, theme.sizes.inside, 9, theme.sizes.gap)
        column.setSpacing(theme.sizes.step)
        self._head = Text(tr("Steps"), "head")
        column.addWidget(self._head)
        column.addWidget(self._list, 1)
        self.column = column
        theme.changed.connect(self._resize)
        self._resize()

    def show_step(self, row: int) -> None:
        """Mark a step as the open one."""
        self._list.setCurrentIndex(self._list.model().index(row, 0))

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only, the names in tool tips, or both."""
        if self._delegate.icons_only != narrow:
            self._delegate.icons_only = narrow
            self._head.setVisible(not narrow)
            self._resize()

    @property
    def steps(self) -> QListView:
        return self._list

    def _resize(self) -> None:
        sizes = self._theme.sizes
        self.setFixedWidth(sizes.icon_rail if self._delegate.icons_only else sizes.rail)
        self._list.doItemsLayout()
