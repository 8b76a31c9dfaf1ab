"""The bar above the pages: what is left of it belongs to the open office."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QMenuBar, QSizePolicy, QWidget

from ita_desktop.ui.theme import Theme
from ita_desktop.ui.widgets.buttons import EnterButton


class MenuButton(EnterButton):
    """A button that opens a menu, with an arrow."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("chooser", True)
        self.setAccessibleName(name)
        self.entries = QMenu(self)
        # not setMenu: with a menu of its own Qt ignores the padding of the style sheet
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self.entries.setMinimumWidth(self.width())
        self.entries.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = self._theme.sizes.small_icon
        arrow = self._theme.pixmap("chevron-down", self._theme.palette.muted, size, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(self.width() - size - self._theme.sizes.step * 2, (self.height() - size) // 2, arrow)
        painter.end()


class HeadBar(QFrame):
    """The bar above: the office at the left, the search, the menus and the years at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self._theme = theme
        self._pieces: tuple[QWidget, ...] = ()
        """Of the open office, the one to go without first at the head."""
        self.menu_bar = QMenuBar()
        self.menu_bar.setNativeMenuBar(False)
        self.menu_bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        sizes = theme.sizes
        self._row.setContentsMargins(sizes.inside + 2, 0, sizes.inside + 2, 0)
        self._row.setSpacing(sizes.step * 2)
        self._row.addStretch(1)
        self._row.addWidget(self.menu_bar)
        theme.changed.connect(self._resize)
        self._resize()

    def show_office(self, office: QWidget, search: QWidget, years: QWidget) -> None:
        """Show the office's name and its search before the menus and its years after them."""
        self._row.insertWidget(0, office, 100)
        self._row.insertWidget(self._row.indexOf(self.menu_bar), search)
        self._row.addWidget(years)
        self._pieces = (search, office, years)
        self._make_room()

    def forget_office(self) -> None:
        """The office's pieces go with it."""
        self._pieces = ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # menus, years or letters became wider or narrower
            self._make_room()
        return done

    def _make_room(self) -> None:
        """In a small window the menus and the years come first: the search is a key too, the name is in the title."""
        margins, space = self._row.contentsMargins(), self._row.spacing()
        room = self.width() - margins.left() - margins.right() - self.menu_bar.sizeHint().width() - space
        for piece in reversed(self._pieces):
            room -= piece.minimumSizeHint().width() + space
            piece.setVisible(room >= 0)

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.sizes.top)
