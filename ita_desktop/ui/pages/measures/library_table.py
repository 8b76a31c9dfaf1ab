"""The two lists of the library: indicators that take a measure, and texts that are proposed for one."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal

from ita_desktop.domain.values.framework import Indicator
from ita_desktop.i18n import tr
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits, score
from ita_desktop.ui.pages.measures.measure_table import PROPOSALS, proposals_dragged, proposals_dropped
from ita_desktop.ui.widgets.row_model import Index, RowsModel

NAME, SCORE, COUNT = range(3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An indicator, its score and how many measures of the plan answer it."""

    indicator: Indicator
    score: Decimal | None
    measures: int


class TargetTableModel(RowsModel[Target]):
    """Indicators, the lowest score first; texts are dropped on them."""

    proposed = Signal(str, str, object)
    """The indicator dropped on, the one the texts are from, and the texts."""

    def heads(self) -> tuple[str, ...]:
        return tr("Indicator"), tr("Score"), tr("Measures")

    def key(self, value: Target) -> Hashable:
        return value.indicator.id

    def stays(self, before: tuple[Target, ...], values: tuple[Target, ...]) -> bool:
        return [self.key(one) for one in before] == [self.key(one) for one in values]

    def text(self, value: Target, row: int, column: int) -> str:
        if column == NAME:
            return f"{digits(value.indicator.id)} {value.indicator.name}"
        return score(value.score) if column == SCORE else digits(value.measures)

    def more(self, value: Target, column: int, role: int) -> Any:
        return value.indicator.name if role == Qt.ItemDataRole.ToolTipRole and column == NAME else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsDropEnabled if index.isValid() else usual

    def mimeTypes(self) -> list[str]:
        return [PROPOSALS]

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        onto, dropped = self.value(parent.row()) if parent.isValid() else None, proposals_dropped(data)
        if onto is not None and dropped is not None:
            self.proposed.emit(onto.indicator.id, *dropped)
        return False


class ProposalTableModel(RowsModel[str]):
    """Texts of measures with a tick before each; the ticked ones are dragged together."""

    ticked_changed = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ticked: set[str] = set()
        self.indicator = ""
        """Whose texts these are."""

    @property
    def texts(self) -> tuple[str, ...]:
        return self._values

    @property
    def ticked(self) -> tuple[str, ...]:
        return tuple(text for text in self._values if text in self._ticked)

    def show_entry(self, indicator: str, texts: tuple[str, ...]) -> None:
        """Show the texts for an indicator, none ticked."""
        self.indicator = indicator
        self._ticked.clear()
        self.show(texts)
        self.ticked_changed.emit()

    def tick(self, row: int, wanted: bool | None = None) -> None:
        """Tick or untick a row; toggle it if not said."""
        text = self.value(row)
        if text is None:
            return
        ticked = text not in self._ticked if wanted is None else wanted
        self._ticked = self._ticked | {text} if ticked else self._ticked - {text}
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
        self.ticked_changed.emit()

    def untick(self) -> None:
        """Untick all."""
        for row in range(len(self._values)):
            self.tick(row, False)

    def heads(self) -> tuple[str, ...]:
        return (tr("Proposed measures"),)

    def key(self, value: str) -> Hashable:
        return value

    def stays(self, before: tuple[str, ...], values: tuple[str, ...]) -> bool:
        return before == values

    def text(self, value: str, row: int, column: int) -> str:
        return value

    def more(self, value: str, column: int, role: int) -> Any:
        is_ticked = value in self._ticked
        if role == Qt.ItemDataRole.DecorationRole:
            icon, tone = ("circle-check", Tone.ACCENT) if is_ticked else ("circle", Tone.PLAIN)
            return self._theme.icon(icon, self._theme.palette.of(tone)[0])
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return tr("ticked") if is_ticked else tr("not ticked")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else usual

    def mimeTypes(self) -> list[str]:
        return [PROPOSALS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        dragged = next((text for index in indexes if (text := self.value(index.row())) is not None), "")
        texts = self.ticked if dragged in self._ticked else (dragged,)
        return proposals_dragged(self.indicator, texts)
