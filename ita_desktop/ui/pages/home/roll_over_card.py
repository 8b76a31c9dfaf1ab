"""A new year from the last one: each measure with what came of it, to keep, to change or to drop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from ita_desktop.app.year.roll_over import Candidate, Carry, candidates, last_plan, roll_over
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.score_words import change_words
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.parts.refs_field import shown_ref
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card, clear
from ita_desktop.ui.widgets.field import ChoiceField
from ita_desktop.ui.widgets.text import Chip, Text, many_lined


class RollOverCard(Card):
    """Shown when a new year is to begin; nothing is written before its button is pressed."""

    begun = Signal(int)
    """The plan year that was begun."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme.sizes)
        self._desk = desk
        self._year = FiscalYear(desk.plan_year)
        self.fields: dict[int, ChoiceField] = {}
        self._title, self._hint = Text("", "heading"), Text("", "help", wrap=True)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(desk.theme.sizes.step * 3)
        self._grid.setVerticalSpacing(desk.theme.sizes.step)
        self.begin_button = Button(desk.theme, tr("Begin the year"), self.begin, icon="check", primary=True)
        cancel = Button(desk.theme, tr("Cancel"), self.hide)
        row = QHBoxLayout()
        row.setSpacing(desk.theme.sizes.gap)
        row.addWidget(self.begin_button)
        row.addWidget(cancel)
        row.addStretch(1)
        self.box.addWidget(self._title)
        self.box.addWidget(self._hint)
        self.box.addLayout(self._grid)
        self.box.addLayout(row)

    def open_for(self, year: FiscalYear) -> None:
        """Offer the measures of the last plan for this plan year."""
        self._year = year
        office = self._desk.office
        last = last_plan(office, year)
        found = candidates(office, self._desk.workspace.frameworks, year)
        self._title.setText(tr("Plan of fiscal year {year}").format(year=digits(year)))
        if last is None:
            self._hint.setText(tr("There is no earlier plan; the year begins empty. Units and signers stay."))
        else:
            text = tr("The measures of {year} and their results. Units and signers stay; results start empty.")
            self._hint.setText(text.format(year=digits(last.fiscal_year)))
        clear(self._grid)
        self.fields.clear()
        for at, one in enumerate(found):
            self._add(at, one)
        self.show()
        self.begin_button.setFocus()

    def begin(self) -> None:
        """Store the new year and show it."""
        choices = {key: Carry(field.value()) for key, field in self.fields.items()}
        roll_over(self._desk.workspace, self._year, choices)
        self.hide()
        self.begun.emit(int(self._year))

    def _add(self, row: int, one: Candidate) -> None:
        theme, measure = self._desk.theme, one.measure
        words = next((text for text in (*measure.measures, measure.issue) if text.strip()), tr("(nothing yet)"))
        status = one.last.status.thai if one.last and one.last.status else tr("no result reported")
        name = tr("Measure {number}").format(number=digits(row + 1))
        field = ChoiceField(
            theme, name, ((Carry.KEEP, tr("keep")), (Carry.CHANGE, tr("keep, to change")), (Carry.DROP, tr("drop")))
        )
        field.show_value(one.proposed)
        chip = Chip(theme)
        chip.show_text(*change_words(one.before, one.now))
        refs = ", ".join(shown_ref(ref) for ref in measure.refs)
        self._grid.addWidget(Text(refs, "muted", right=True), row, 0)
        self._grid.addWidget(many_lined(Text(words, wrap=True)), row, 1)
        self._grid.addWidget(Text(status, "help"), row, 2)
        self._grid.addWidget(chip, row, 3)
        self._grid.addWidget(field, row, 4)
        if measure.id is not None:
            self.fields[measure.id] = field
