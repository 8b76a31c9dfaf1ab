"""What was printed or kept, in the place of the preview (ดูฉบับที่เก็บไว้): the frozen pages, large or small."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.i18n import tr
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.paper.kept import Shown
from ita_desktop.ui.paper.page_view import PageView
from ita_desktop.ui.widgets.buttons import Button, IconButton
from ita_desktop.ui.widgets.text import IconMark, Text


class KeptView(QWidget):
    """One version or copy; Escape and the button lead back to the paper as it would print now."""

    closed = Signal()
    print_pressed = Signal()
    save_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.shown: Shown | None = None
        sizes = theme.sizes
        self._title = Text("", "strong", wrap=True)
        self.back = Button(theme, tr("Back to the paper"), self.closed.emit, icon="x")
        self.view = PageView(theme, tr("Kept pages"))
        self._about = Text("", "help", wrap=True)
        self._position = Text("", "help", right=True)
        self.view.pages_changed.connect(self._show_position)
        way = QHBoxLayout()
        way.addWidget(self.back)
        way.addStretch(1)
        way.addWidget(self._position)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._about)
        head = QHBoxLayout()
        head.setSpacing(sizes.step * 2)
        head.addWidget(IconMark(theme, "history", Tone.ACCENT), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        below = QHBoxLayout()
        below.setSpacing(sizes.step * 2)
        below.addWidget(Button(theme, tr("Print…"), self.print_pressed.emit, icon="printer"))
        below.addWidget(Button(theme, tr("Save a copy…"), self.save_pressed.emit, icon="file-down"))
        below.addStretch(1)
        below.addWidget(IconButton(theme, "zoom-out", tr("Smaller"), lambda: self.view.step_zoom(-1)))
        below.addWidget(IconButton(theme, "zoom-in", tr("Larger"), lambda: self.view.step_zoom(1)))
        below.addWidget(IconButton(theme, "panel-right", tr("Fit the width"), lambda: self.view.set_zoom(None)))
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.step * 2, sizes.inside, sizes.inside, sizes.gap)
        column.setSpacing(sizes.gap)
        column.addLayout(way)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addLayout(below)

    def show_one(self, shown: Shown) -> None:
        """Show its pages, beginning with the one that is asked for."""
        self.shown = shown
        self._title.setText(shown.title)
        self._about.setText(shown.about)
        self.view.setAccessibleDescription(f"{shown.title}, {shown.about}")
        self.view.show_pdf(shown.pdf)
        self.view.go_to(shown.page - 1)

    def put_away(self) -> None:
        """Release the pages."""
        self.shown = None
        self.view.show_pdf(b"")

    def _show_position(self) -> None:
        page = tr("Page {position}").format(position=self.view.position_text())
        self._position.setText(f"{page}  {digits(round(self.view.zoom * 100))}%" if self.view.count else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
