"""The bar above the pages: what is left of it belongs to the open office."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenuBar, QSizePolicy, QWidget

from ita_desktop.ui.look.theme import Theme


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
        if self._pieces and event.type() == QEvent.Type.LayoutRequest:  # something is wider now
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
