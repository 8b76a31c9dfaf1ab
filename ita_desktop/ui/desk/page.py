"""The base of every page: a title, a line of help, at most two buttons, and cards."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.values.origin import Origin
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.page_names import PageName, page_label
from ita_desktop.ui.widgets.card import Flow
from ita_desktop.ui.widgets.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class StepState:
    """How far a step is, for the rail: done, a count, or something to look at (with the sentence)."""

    done: bool = False
    count: str = ""
    look_at: str = ""
    wrong: bool = False
    """True where what is to be looked at would be wrong on paper."""


class Page(QWidget):
    """One page: shows what the desk holds and sends what was typed; after a write it waits for the desk's signal."""

    NAME: PageName
    TABLES: frozenset[str] = frozenset()
    DOCUMENT = ""
    """What the preview shows beside this page at first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.stale = True
        self.is_built = False
        self.setAccessibleName(self.title())

    def freshen(self) -> None:
        """Build the page when it is first shown, and refresh it if the workspace may have changed."""
        if not self.is_built:
            self.is_built = True
            self._build_frame()
            self.build()
        if self.stale:
            self.stale = False
            self.refresh()

    def _build_frame(self) -> None:
        sizes = self.desk.theme.sizes
        self._title = Text(self.title(), "title")
        self._help = Text(self.help(), "help", wrap=True)
        self.action_row = QHBoxLayout()
        self.action_row.setSpacing(sizes.gap)
        first = QHBoxLayout()
        first.setSpacing(sizes.inside)
        first.addWidget(self._title, 1)
        first.addLayout(self.action_row)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.setContentsMargins(0, 0, sizes.gutter, 0)
        head.addLayout(first)
        head.addWidget(self._help)
        self.flow = Flow(sizes, self.title())
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.inside + 6, sizes.inside, sizes.step * 2, sizes.gap)
        column.setSpacing(sizes.gap)
        column.addLayout(head)
        column.addWidget(self.flow, 1)

    def title(self) -> str:
        """Return the page's name in the language spoken now."""
        return page_label(self.NAME).title

    def help(self) -> str:
        """Return one line that says what the page is for."""
        raise NotImplementedError

    def build(self) -> None:
        """Build the cards of the page."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what the workspace holds now."""
        raise NotImplementedError

    def flush(self) -> None:
        """Commit unfinished edits."""

    def reset(self) -> None:
        """Discard unfinished edits and show the stored values, for another year."""
        self.refresh()

    def state(self) -> StepState:
        """Return how far this step is."""
        return StepState()

    def landmark(self) -> QWidget:
        """Return the part that says what the page is for: its first card."""
        cards = (item.widget() for at in range(self.flow.column.count()) if (item := self.flow.column.itemAt(at)))
        return next((card for card in cards if card is not None and card.isVisible()), self.flow)

    def show_origin(self, origin: Origin) -> bool:
        """Put the cursor into the field with this origin; False if it is not on this page."""
        return False

    def reveal_focus(self) -> None:
        """Scroll to the field with the cursor, now and after the next layout."""
        self._reveal()
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        field = self.focusWidget()
        if field is not None and self.flow.isAncestorOf(field):
            self.flow.ensureWidgetVisible(field)

    def add_action(self, button: QPushButton) -> None:
        """Add a button at the head of the page."""
        self.action_row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
