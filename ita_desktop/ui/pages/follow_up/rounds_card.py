"""What is due, unit by unit and round by round; a cell leads to what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from ita_desktop.app.office.sending import is_of_unit
from ita_desktop.domain.rules.due import Due, DueState
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.pages.follow_up.due_table import LOOKS, state_words
from ita_desktop.ui.widgets.buttons import EnterButton
from ita_desktop.ui.widgets.card import Card, clear
from ita_desktop.ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class RoundCell:
    """One unit in one round."""

    unit: str
    round: int
    reported: int
    count: int
    state: DueState


def cells(dues: Sequence[Due], units: Sequence[str]) -> tuple[RoundCell, ...]:
    """A cell for each unit and round that has something to report; the most urgent state of what is open counts."""
    found = []
    for unit in units:
        own = [due for due in dues if is_of_unit(due.measure, unit)]
        for months in sorted({due.round for due in own}):
            here = [due for due in own if due.round == months]
            open_ = [due.state for due in here if due.state is not DueState.REPORTED]
            state = min(open_, key=list(DueState).index, default=DueState.REPORTED)
            found.append(RoundCell(unit, months, len(here) - len(open_), len(here), state))
    return tuple(found)


class CellButton(EnterButton):
    """๒/๕ with the mark of its state."""

    def __init__(self, desk: Desk, cell: RoundCell) -> None:
        super().__init__(digits(f"{cell.reported}/{cell.count}"))
        self._theme = desk.theme
        self._icon, tone = LOOKS[cell.state]
        self._tone = tone
        self.setProperty("cell", tone.value)
        self.setAutoDefault(False)
        text = tr("{unit}, round of {n} months: {reported} of {count} reported, {state}")
        words = text.format(
            unit=cell.unit,
            n=digits(cell.round),
            reported=digits(cell.reported),
            count=digits(cell.count),
            state=state_words(cell.state),
        )
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        desk.theme.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        colour = self._theme.palette.of(self._tone)[0]
        self.setIcon(self._theme.icon(self._icon, colour, gap=self._theme.sizes.step))


class RoundsCard(Card):
    """The units of the office beside the rounds of the plan."""

    chosen = Signal(str, int)
    """A unit and a round."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme.sizes, tr("Reports of the units, round by round"))
        self._desk = desk
        self._shown: tuple[RoundCell, ...] | None = None
        self.buttons: dict[tuple[str, int], CellButton] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(desk.theme.sizes.inside)
        self._grid.setVerticalSpacing(desk.theme.sizes.step)
        self.box.addLayout(self._grid)

    def show_dues(self, dues: Sequence[Due], units: Sequence[str]) -> None:
        """Count again; rebuild only if the counts changed."""
        shown = cells(dues, units)
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._grid)
        self.buttons.clear()
        rounds = sorted({cell.round for cell in shown})
        for column, months in enumerate(rounds, start=1):
            self._grid.addWidget(Text(tr("{n} months").format(n=digits(months)), "head"), 0, column)
        names = list(dict.fromkeys(cell.unit for cell in shown))
        for row, unit in enumerate(names, start=1):
            self._grid.addWidget(Text(unit, wrap=True), row, 0)
        for cell in shown:
            button = CellButton(self._desk, cell)
            button.clicked.connect(partial(self._pressed, cell.unit, cell.round))
            self.buttons[cell.unit, cell.round] = button
            self._grid.addWidget(button, names.index(cell.unit) + 1, rounds.index(cell.round) + 1)
        self._grid.setColumnStretch(0, 1)

    def _pressed(self, unit: str, months: int, _checked: bool = False) -> None:
        self.chosen.emit(unit, months)
