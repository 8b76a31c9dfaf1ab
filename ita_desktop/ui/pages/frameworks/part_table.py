"""The parts of a year's rules as a table: code, text, what it belongs to, whose it is."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont

from ita_desktop.domain.rule_edits.parts import Part, PartState
from ita_desktop.i18n import tr
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import shown_place
from ita_desktop.ui.widgets.row_model import RowsModel

CODE, TEXT, GROUP, STATE = range(4)
ICONS = {
    PartState.CHANGED: ("info", Tone.ACCENT),
    PartState.ADDED: ("plus", Tone.ACCENT),
    PartState.REMOVED: ("trash-2", Tone.LOOK),
}


def state_words(state: PartState) -> str:
    """Whose a part is, in the user's language; nothing for a shipped one."""
    return {
        PartState.SHIPPED: "",
        PartState.CHANGED: tr("changed"),
        PartState.ADDED: tr("added"),
        PartState.REMOVED: tr("taken out"),
    }[state]


class PartTableModel(RowsModel[Part]):
    """One row for each part; a removed one is struck out, a faulty one says so."""

    def __init__(self, theme: Theme, group_head: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._group_head = theme, group_head
        self._groups: Mapping[str, str] = {}
        self._faulty: frozenset[str] = frozenset()

    def show_parts(self, values: tuple[Part, ...], groups: Mapping[str, str], faulty: frozenset[str]) -> None:
        """Show these; ``groups`` are the words for their keys, ``faulty`` the keys of parts that are not right yet."""
        self._groups, self._faulty = groups, faulty
        self.show(values)
        if values:
            self.dataChanged.emit(self.index(0, 0), self.index(len(values) - 1, STATE))

    def heads(self) -> tuple[str, ...]:
        return tr("Code"), tr("Text"), self._group_head, tr("Ours")

    def key(self, value: Part) -> Hashable:
        return value.key

    def stays(self, before: tuple[Part, ...], values: tuple[Part, ...]) -> bool:
        return [part.key for part in before] == [part.key for part in values]

    def text(self, value: Part, row: int, column: int) -> str:
        if column == STATE:
            return tr("look at it") if value.key in self._faulty else state_words(value.state)
        return (shown_place(value.id), value.text, self._groups.get(value.group, value.group))[column]

    def more(self, value: Part, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.FontRole and not value.lives and column in (CODE, TEXT):
            font = QFont(self._theme.font(self._theme.sizes.body))
            font.setStrikeOut(True)
            return font
        if role == Qt.ItemDataRole.ToolTipRole and column == TEXT:
            return value.text
        if role == Qt.ItemDataRole.DecorationRole and column == STATE:
            icon, tone = (
                ("circle-alert", Tone.LOOK) if value.key in self._faulty else ICONS.get(value.state, ("", None))
            )
            return self._theme.icon(icon, self._theme.palette.of(tone)[0]) if tone is not None else None
        return None
