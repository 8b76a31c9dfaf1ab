"""Cards, and the column of cards a page consists of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.sizes import Sizes
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import message
from ita_desktop.ui.widgets.text import IconMark, Text, show_if


class Card(QFrame):
    """A white box with a round edge; ``box`` takes what it shows."""

    def __init__(self, sizes: Sizes, title: str = "", help: str = "") -> None:
        super().__init__()
        self.setProperty("card", True)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(sizes.inside, sizes.step * 3, sizes.inside, sizes.step * 3)
        self.box.setSpacing(sizes.step * 2)
        self.head = QHBoxLayout()
        self.head.setSpacing(sizes.step * 2)
        if title:
            self.head.addWidget(Text(title, "heading"))
            self.head.addStretch(1)
            self.box.addLayout(self.head)
        if help:
            self.box.addWidget(Text(help, "help", wrap=True))


class Notice(QFrame):
    """One sentence with an icon; hidden while there is none."""

    def __init__(self, theme: Theme, text: str = "", tone: Tone = Tone.LOOK) -> None:
        super().__init__()
        self.setProperty("notice", "wrong" if tone is Tone.WRONG else True)
        self._mark = IconMark(theme, "circle-x" if tone is Tone.WRONG else "circle-alert", tone)
        self._text = Text("", wrap=True, tone=tone.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.sizes.step * 3, theme.sizes.step * 2, theme.sizes.step * 3, theme.sizes.step * 2)
        row.setSpacing(theme.sizes.step * 2)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.say(text)

    def say(self, text: str) -> None:
        """Show the sentence; hide with an empty one."""
        text = message(text)
        self._text.setText(text)
        self.setAccessibleName(text)
        show_if(self, bool(text))

    @property
    def text(self) -> str:
        return self.accessibleName()


class Flow(QScrollArea):
    """A column of cards that scrolls; ``column`` takes them."""

    def __init__(self, sizes: Sizes, name: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.viewport().setAutoFillBackground(False)
        inner = QWidget()
        inner.setObjectName("flow")
        self.column = QVBoxLayout(inner)
        self._sizes = sizes
        self.column.setSpacing(sizes.gap)
        self.setWidget(inner)
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)
        self._keep_width(0, 0)

    def _keep_width(self, _least: int, most: int) -> None:
        """The cards stay as wide as they are when the scroll bar comes and goes."""
        bar = 0 if most else self._sizes.scroll_bar
        self.column.setContentsMargins(0, 0, self._sizes.step * 2 + bar, self._sizes.gap)


def scrolling(inner: QWidget, name: str) -> QScrollArea:
    """A place where what does not fit is scrolled to."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    area.viewport().setAutoFillBackground(False)
    inner.setObjectName("flow")
    area.setWidget(inner)
    return area


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
