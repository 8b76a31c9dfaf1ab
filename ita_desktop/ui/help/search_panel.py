"""Search over everything (ค้นหาทุกอย่าง): texts of the office, commands, and help; over the page, never modal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ita_desktop.app.help import Topic
from ita_desktop.app.search import Hit, find_code, find_copies, search
from ita_desktop.domain.rules.page_code import is_like_code
from ita_desktop.domain.values.copies import KeptCopy
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.widgets.buttons import IconButton
from ita_desktop.ui.widgets.field import LineField
from ita_desktop.ui.widgets.keyboard import give_back
from ita_desktop.ui.widgets.text import Text

PAUSE = 60
"""Milliseconds after the last key press before the office is searched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One row: what it says, and what Enter does."""

    icon: str
    words: str
    act: Callable[[], object]


class _Words(LineField):
    """The words looked for; the arrows walk through the list below."""

    def __init__(self, panel: SearchPanel) -> None:
        super().__init__(tr("Search everything"), tr("Search texts, commands and help"))
        self._panel = panel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self._panel.walk(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._panel.take()
        else:
            super().keyPressEvent(event)


class SearchPanel(QFrame):
    """A card over the page; Escape closes it."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        actions: Callable[[], Mapping[str, QAction]],
        topics: dict[str, Topic],
        show_help: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self._desk, self._actions, self._topics, self._show_help = desk, actions, topics, show_help
        self.setProperty("card", True)
        self.setProperty("floating", True)
        self.setAccessibleName(tr("Search everything"))
        theme, sizes = desk.theme, desk.theme.sizes
        self.words = _Words(self)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What was found"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(lambda _: self.take())
        self._none = Text(tr("Nothing was found."), "muted")
        self.found: tuple[Found, ...] = ()
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(IconButton(theme, "x", tr("Close the search"), self.leave))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(sizes.step * 3,) * 4)
        column.addLayout(row)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE)
        self._later.timeout.connect(self.look)
        self.words.edited.connect(self._later.start)
        self.hide()

    def open(self, typed: str = "") -> None:
        """Show the panel, ready to type on after ``typed``, or over what was looked for last."""
        if self.isHidden():
            self._before = self.window().focusWidget()
        self.show()
        self.raise_()
        self.words.setFocus()
        if typed:
            self.words.setText(typed)
        else:
            self.words.selectAll()
        self.look()

    def leave(self) -> None:
        """Close; the cursor goes back to where it was."""
        self._later.stop()
        self.hide()
        give_back(self._before)

    def look(self) -> None:
        """Search now; do nothing if the office was closed during the pause after a key."""
        self._later.stop()
        if self._desk.closed:
            return
        everything = (*self._codes(), *self._copies(), *self._texts(), *self._commands(), *self._help())
        self.found = everything if self.words.text().strip() else ()
        self.list.clear()
        for one in self.found:
            icon = self._desk.theme.icon(one.icon, self._desk.theme.palette.muted)
            self.list.addItem(QListWidgetItem(icon, one.words))
        self.list.setCurrentRow(0)
        self._none.setText(self.nothing)
        self._none.setVisible(bool(self.words.text().strip()) and not self.found)

    @property
    def nothing(self) -> str:
        """What is said where nothing was found."""
        if is_like_code(self.words.text()):
            return tr("No version that is kept has this code. Compare it with the paper letter by letter.")
        return tr("Nothing was found.")

    def walk(self, step: int) -> None:
        """Choose the next or previous row."""
        self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))

    def take(self) -> None:
        """Go to what is chosen."""
        if self._later.isActive():
            self.look()
        row = self.list.currentRow()
        if 0 <= row < len(self.found):
            self._before = None
            self.leave()
            self.found[row].act()

    def _codes(self) -> tuple[Found, ...]:
        """Find printed versions by the code at the foot of their pages."""
        desk = self._desk
        text = tr("{title}, plan of {year}, version {number}, page {page}")
        return tuple(
            Found(
                icon="history",
                words=text.format(
                    title=one.title,
                    year=digits(int(one.key.plan_year)),
                    number=digits(one.number),
                    page=digits(page),
                ),
                act=partial(desk.version_wanted.emit, one, page),
            )
            for one, page in find_code(desk.workspace.copies.versions, self.words.text())
        )

    def _copies(self) -> tuple[Found, ...]:
        """Find signed copies and ITAS pictures by their file name."""
        desk = self._desk
        return tuple(
            Found(icon="history", words=tr("Kept copy: {name}").format(name=one.name), act=partial(self._open, one))
            for one in find_copies(desk.workspace.copies.kept, self.words.text())
        )

    def _open(self, copy: KeptCopy) -> None:
        self._desk.version_wanted.emit(copy, 1)

    def _texts(self) -> tuple[Found, ...]:
        def go(hit: Hit) -> Callable[[], None]:
            def act() -> None:
                if hit.plan_year is not None:
                    self._desk.choose_year(hit.plan_year)
                self._desk.origin_wanted.emit(hit.origin)

            return act

        hits = search(self._desk.office, self.words.text(), self._desk.plan_year)
        return tuple(Found(icon="file-text", words=f"{_place(hit)}  {hit.excerpt}", act=go(hit)) for hit in hits)

    def _commands(self) -> tuple[Found, ...]:
        wanted = self.words.text().casefold().split()
        return tuple(
            Found(icon="arrow-right", words=f"{action.text()}  ({action.shortcut().toString()})", act=action.trigger)
            for action in self._actions().values()
            if action.isEnabled() and all(word in action.text().casefold() for word in wanted)
        )

    def _help(self) -> tuple[Found, ...]:
        wanted = self.words.text().casefold().split()

        def open_(name: str) -> Callable[[], object]:
            return lambda: self._show_help(name)

        return tuple(
            Found(icon="circle-help", words=tr("Help: {title}").format(title=topic.title), act=open_(name))
            for name, topic in self._topics.items()
            if all(word in topic.words.casefold() for word in wanted)
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_over()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    _before: QWidget | None = None

    def _place_over(self) -> None:
        parent, sizes = self.parentWidget(), self._desk.theme.sizes
        if parent is not None:
            width = min(sizes.px(640), parent.width() - 2 * sizes.inside)
            height = min(sizes.px(420), parent.height() - 2 * sizes.inside)
            self.setGeometry((parent.width() - width) // 2, sizes.inside, width, height)


def _place(hit: Hit) -> str:
    kind = hit.origin.kind
    words = {
        "agency": tr("Office"),
        "signer": tr("Signer"),
        "narratives": tr("Analysis"),
        "measure": tr("Measure"),
        "risk": tr("Risk"),
        "memo": tr("Memo"),
    }
    year = f" {digits(int(hit.plan_year))}" if hit.plan_year is not None else ""
    return f"{words.get(kind, tr('Plan'))}{year}:"
