"""The pasted table as it is, each column with a button that takes its numbers or leaves them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ita_desktop.domain.recognition.found import ScoreColumn, ScoreTable
from ita_desktop.i18n import tr
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import clear, scrolling
from ita_desktop.ui.widgets.text import Text, restyle

LONGEST = 32
"""Letters of a cell that are shown."""
SHOWN_ROWS = 40
SHOWN_COLUMNS = 12
HEIGHT = 340
"""Pixels at 100 % that the table takes at most; the rest is scrolled to."""


class PastedTable(QWidget):
    """A grid of texts under the buttons of its columns; what is chosen is lit."""

    toggled = Signal(int)
    """Place of a column in the table's ``columns``."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.sizes.step * 2)
        self._grid.setVerticalSpacing(theme.sizes.step)
        self.buttons: dict[int, Button] = {}
        self._cells: dict[int, list[Text]] = {}
        self.area = scrolling(self, tr("Pasted table"))
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_table(self, table: ScoreTable) -> None:
        """Show the cells of a table and one button over each column of scores."""
        clear(self._grid)
        self.buttons, self._cells = {}, {}
        places = {column.index: n for n, column in enumerate(table.columns)}
        width = min(max(len(row) for row in table.grid), SHOWN_COLUMNS)
        for at in range(width):
            if at in places:
                button = Button(self._theme, "", partial(self.toggled.emit, places[at]))
                button.setCheckable(True)
                self.buttons[places[at]] = button
                self._grid.addWidget(button, 0, at)
        for number, row in enumerate(table.grid[:SHOWN_ROWS], start=1):
            for at, cell in enumerate(row[:width]):
                text = Text(_shortened(cell), "help", right=at in places)
                self._grid.addWidget(text, number, at)
                if at in places:
                    self._cells.setdefault(places[at], []).append(text)
        self._grid.setRowStretch(min(len(table.grid), SHOWN_ROWS) + 1, 1)
        rows = min(len(table.grid), SHOWN_ROWS)
        line = self.fontMetrics().lineSpacing() + self._theme.sizes.step
        head = max((button.sizeHint().height() for button in self.buttons.values()), default=0)
        wanted = rows * (line + self._grid.verticalSpacing()) + head + self._theme.sizes.gap * 2
        self.area.setFixedHeight(min(wanted, self._theme.sizes.px(HEIGHT)))

    def light(self, chosen: dict[int, int], columns: tuple[ScoreColumn, ...]) -> None:
        """Light the chosen columns, by place and fiscal year, and say on each button what a click does."""
        for place, button in self.buttons.items():
            year = chosen.get(place)
            head = columns[place].head or tr("Column {number}").format(number=digits(columns[place].index + 1))
            words = digits(year) if year is not None else tr("do not use")
            button.setText(words)
            button.setChecked(year is not None)
            button.setProperty("primary", year is not None)
            restyle(button)
            button.setAccessibleName(f"{head}: {words}")
            button.setToolTip(tr("Take the scores of this column, or leave them"))
            for text in self._cells.get(place, ()):
                text.setProperty("role", "strong" if year is not None else "help")
                restyle(text)


def _shortened(cell: str) -> str:
    line = " ".join(cell.split())
    return line[:LONGEST] + "…" if len(line) > LONGEST else line
