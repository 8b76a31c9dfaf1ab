"""Owner and period of several measures at once, as one step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ita_desktop.domain.values.measure import Measure
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.wording import digits, month_words
from ita_desktop.ui.pages.measures.editor import EVERYBODY
from ita_desktop.ui.widgets.buttons import Button, enable
from ita_desktop.ui.widgets.field import ChoiceField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.text import Text


class MeasureBulk(QWidget):
    """Works on what is selected in the table, or on all that is shown where only one is."""

    def __init__(self, desk: Desk, chosen: Callable[[], tuple[Measure, ...]]) -> None:
        super().__init__()
        self._desk, self._chosen = desk, chosen
        theme = desk.theme
        self.unit = ChoiceField(theme, tr("Responsible"))
        self.first, self.last = ChoiceField(theme, tr("From month")), ChoiceField(theme, tr("To month"))
        self._said = Text("", "help", wrap=True)
        self.unit_button = Button(theme, tr("Make responsible"), self.set_unit, icon="check")
        self.add_button = Button(theme, tr("Add as responsible"), self.add_unit, icon="plus")
        self.period_button = Button(theme, tr("Set the period"), self.set_period, icon="check")
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.sizes.gap)
        grid.addWidget(FieldBox(theme, tr("Responsible"), self.unit), 0, 0, 1, 2)
        grid.addWidget(self.unit_button, 1, 0)
        grid.addWidget(self.add_button, 1, 1)
        grid.addWidget(FieldBox(theme, tr("From month"), self.first), 2, 0)
        grid.addWidget(FieldBox(theme, tr("To month"), self.last), 2, 1)
        grid.addWidget(self.period_button, 3, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._said)
        column.addLayout(grid)

    def refresh(self) -> None:
        """Offer this office's units and this year's months, and say how many measures it would change."""
        self.unit.set_choices(tuple((u, u) for u in (EVERYBODY, *self._desk.office.agency.departments)))
        months = tuple((month, month_words(month)) for month in self._desk.plan_year.months)
        for field, usual in ((self.first, months[0][0]), (self.last, months[-1][0])):
            field.set_choices(months)
            if field.value() is None:
                field.show_value(usual)
        if self.unit.value() is None:
            self.unit.show_value(EVERYBODY)
        count = len(self._chosen())
        self._said.setText(tr("Changes {count} measures: those selected in the table.").format(count=digits(count)))
        for button in (self.unit_button, self.add_button, self.period_button):
            enable(button, count > 0, tr("There is no measure yet."))

    def set_unit(self) -> None:
        """Make this unit alone responsible."""
        unit = self.unit.value()
        self._write(lambda one: replace(one, responsible=(unit,)))

    def add_unit(self) -> None:
        """Make this unit responsible besides the others."""
        unit = self.unit.value()
        self._write(lambda one: one if unit in one.responsible else replace(one, responsible=(*one.responsible, unit)))

    def set_period(self) -> None:
        """Set these months as the period, without other words."""
        first, last = sorted((self.first.value(), self.last.value()))
        self._write(lambda one: replace(one, period="", period_from=first, period_to=last))

    def _write(self, changed: Callable[[Measure], Measure]) -> None:
        workspace = self._desk.workspace
        with workspace.step("measure-bulk"):
            for one in self._chosen():
                if (after := changed(one)) != one:
                    workspace.set_measure(self._desk.plan_year, after)
