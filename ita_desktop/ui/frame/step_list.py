"""The list model of the rail: every page with its progress."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ita_desktop.i18n import tr
from ita_desktop.ui.desk.page import Page, StepState
from ita_desktop.ui.desk.page_names import page_label

STATE_ROLE = Qt.ItemDataRole.UserRole + 1
ICON_ROLE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


class StepListModel(QAbstractListModel):
    """One row for each page."""

    def __init__(self, pages: Sequence[Page], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = tuple(pages)
        self._states: list[StepState] = [StepState() for _ in pages]

    @property
    def states(self) -> tuple[StepState, ...]:
        """How far the pages were when they were asked last, in their order."""
        return tuple(self._states)

    def refresh(self) -> None:
        """Ask the pages again how far they are."""
        for row, page in enumerate(self._pages):
            state = page.state()
            if state != self._states[row]:
                self._states[row] = state
                index = self.index(row)
                self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._pages):
            return None
        page, state = self._pages[index.row()], self._states[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return page.title()
        if role == ICON_ROLE:
            return page_label(page.NAME).icon
        if role == STATE_ROLE:
            return state
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{page.title()} {_spoken(state)}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{page.title()} {_spoken(state)}".strip()
        return None


def _spoken(state: StepState) -> str:
    return state.look_at or (tr("done") if state.done else state.count)
