"""The find bar above the printed pages: words to search for, and buttons for the next and previous match."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ita_desktop.i18n import tr
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.paper.page_view import PageView
from ita_desktop.ui.paper.search import Found, find
from ita_desktop.ui.widgets.buttons import IconButton
from ita_desktop.ui.widgets.field import LineField
from ita_desktop.ui.widgets.keyboard import give_back
from ita_desktop.ui.widgets.text import Text

PAUSE = 60
"""Milliseconds after the last key press before the pages are searched."""
SETTLED = 250
"""The same where the paper itself is being written."""


class FindBar(QFrame):
    """Enter goes to the next place, Shift+Enter to the one before, Escape closes."""

    def __init__(self, theme: Theme, view: PageView) -> None:
        super().__init__()
        self._view = view
        self.found: tuple[Found, ...] = ()
        self._current = 0
        self._before: QWidget | None = None
        self.setAccessibleName(tr("Find on the paper"))
        self.words = LineField(tr("Find on the paper"), tr("Find on the paper"))
        self.count = Text("", "help", right=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.sizes.step)
        row.addWidget(self.words, 1)
        row.addWidget(self.count)
        row.addWidget(IconButton(theme, "arrow-up", tr("Place before (Shift+Enter)"), lambda: self.step(-1)))
        row.addWidget(IconButton(theme, "arrow-down", tr("Next place (Enter)"), lambda: self.step(1)))
        row.addWidget(IconButton(theme, "x", tr("Close (Esc)"), self.leave))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE)
        self._later.timeout.connect(self.look)
        self.words.edited.connect(self._later.start)
        self._anew = QTimer(self)
        self._anew.setSingleShot(True)
        self._anew.setInterval(SETTLED)
        self._anew.timeout.connect(self.look_anew)
        view.replaced.connect(self._anew.start)
        self.hide()

    def open(self) -> None:
        """Show the line, ready to type in."""
        if self.isHidden():
            self._before = self.window().focusWidget()
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self.look()

    def leave(self) -> None:
        """Close; the marks vanish and the cursor goes back to where it was."""
        self._later.stop()
        self.hide()
        self.found = ()
        self._view.mark((), 0)
        before, self._before = self._before, None
        if not give_back(before):
            self._view.setFocus()

    def look(self) -> None:
        """Search now, and go to the first match on the visible page or after it."""
        self._find()
        here = self._view.current
        self._current = next((number for number, one in enumerate(self.found) if one.page >= here), 0)
        self._go()

    def look_anew(self) -> None:
        """Search again after a repaint, without scrolling."""
        self._anew.stop()
        if not self.isHidden():
            self._find()
            self._current = min(self._current, max(len(self.found) - 1, 0))
            self._show()

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) match, wrapping around."""
        if self._later.isActive():
            self.look()
        elif self.found:
            self._current = (self._current + direction) % len(self.found)
            self._go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _find(self) -> None:
        self._later.stop()
        words = self.words.text()
        self.found = find(self._view.texts, words) if words.strip() else ()

    def _go(self) -> None:
        self._show()
        if self.found:
            self._view.reveal_found(self.found[self._current])

    def _show(self) -> None:
        self._view.mark(self.found, self._current)
        nothing = bool(self.words.text().strip()) and not self.found
        place = tr("{number} of {count}").format(number=digits(self._current + 1), count=digits(len(self.found)))
        self.count.setText(tr("Not found") if nothing else place if self.found else "")
        self.count.set_tone("look" if nothing else "")
