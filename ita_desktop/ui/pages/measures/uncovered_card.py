"""Weaknesses without a measure, each with a button that begins one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from ita_desktop.domain.rules.analysis import Weakness
from ita_desktop.domain.rules.coverage import uncovered
from ita_desktop.domain.values.measure import Measure
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.wording import digits, score
from ita_desktop.ui.parts.refs_field import ref_name, shown_ref
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card, clear
from ita_desktop.ui.widgets.text import Chip, Text, many_lined

SHOWN = 5


class UncoveredCard(Card):
    """The lowest scores first."""

    measure_wanted = Signal(Measure)
    """A measure to begin with."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme.sizes, tr("Still without a measure"))
        self._desk = desk
        self.shown: tuple[Weakness, ...] | None = None
        self._more = Text("", "help")
        self.head.addWidget(self._more)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(desk.theme.sizes.step * 3)
        self._grid.setVerticalSpacing(desk.theme.sizes.step)
        self.box.addLayout(self._grid)

    def refresh(self) -> None:
        """Show what no measure answers; hidden where everything is answered."""
        found = uncovered(self._desk.facts)
        self.setVisible(bool(found))
        if found == self.shown:
            return
        self.shown = found
        clear(self._grid)
        for row, one in enumerate(found[:SHOWN]):
            self._add(row, one)
        left = len(found) - SHOWN
        self._more.setText(tr("and {count} more").format(count=digits(left)) if left > 0 else "")

    def begin(self, one: Weakness) -> None:
        """Ask for a measure that answers a weakness."""
        entry = self._desk.library.catalogue.entry(one.indicator) if one.indicator else None
        issue = ref_name(one.ref, self._desk.facts.framework)
        self.measure_wanted.emit(Measure(refs=(one.ref,), issue=issue, responsible=entry.owners[:1] if entry else ()))

    def _add(self, row: int, one: Weakness) -> None:
        theme = self._desk.theme
        name = f"{shown_ref(one.ref).replace('@', ' ')} {ref_name(one.ref, self._desk.facts.framework)}"
        add = Button(theme, tr("Add a measure"), partial(self.begin, one), icon="plus", quiet=True)
        add.setAccessibleName(tr("Add a measure for {name}").format(name=name))
        self._grid.addWidget(
            Chip(theme, "circle-alert", score(one.score), Tone.LOOK), row, 0, Qt.AlignmentFlag.AlignTop
        )
        self._grid.addWidget(many_lined(Text(name, wrap=True)), row, 1)
        self._grid.addWidget(add, row, 2, Qt.AlignmentFlag.AlignTop)
