"""All fields of one measure (มาตรการ)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ita_desktop.domain.texts import measure_texts
from ita_desktop.domain.values.follow_up import ROUNDS
from ita_desktop.domain.values.measure import Measure
from ita_desktop.domain.values.origin import Origin
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.parts.record_editor import RecordEditor
from ita_desktop.ui.parts.refs_field import RefsField
from ita_desktop.ui.widgets.field import CheckField, ChoiceField, LineField, TextField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.menu_button import MenuButton
from ita_desktop.ui.widgets.month_range import MonthRangeField, Period

EVERYBODY = "ทุกกอง/ทุกส่วนงาน"


class RoundsField(QWidget):
    """The follow-up rounds (รอบการติดตาม), any of 3, 6, 9 and 12 months."""

    edited = Signal()
    finished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.sizes.inside)
        self.boxes = {n: CheckField(theme, tr("{n} months").format(n=digits(n))) for n in ROUNDS}
        for box in self.boxes.values():
            box.finished.connect(self.finished)
            row.addWidget(box)
        row.addStretch(1)
        self.setAccessibleName(tr("Follow-up rounds"))

    def value(self) -> tuple[int, ...]:
        return tuple(n for n, box in self.boxes.items() if box.value())

    def show_value(self, value: tuple[int, ...]) -> None:
        for n, box in self.boxes.items():
            box.show_value(n in value)

    def show_fault(self, text: str) -> None:
        self.setAccessibleDescription(text)


class MeasureEditor(RecordEditor):
    """Edits the measure with the id last given to ``show_measure``."""

    FIRST = "measures"

    def __init__(self, desk: Desk) -> None:
        self._id: int | None = None
        super().__init__(desk)

    def show_measure(self, id: int) -> None:
        """Edit another measure; unfinished edits of the one before are committed first."""
        self.form.flush()
        self._id = id
        self._offer()
        self.form.reset()

    def refresh(self) -> None:
        """Show the stored measure."""
        self._offer()
        if self._found() is not None:
            self.form.refresh()

    @property
    def id(self) -> int | None:
        return self._id

    def _found(self) -> Measure | None:
        return next((m for p in self._desk.office.plans for m in p.measures if m.id == self._id), None)

    @property
    def _measure(self) -> Measure:
        return self._found() or Measure(refs=())

    def stored(self, name: str) -> Any:
        return getattr(self._measure, name)

    def origin(self, name: str) -> Origin:
        return Origin.measure(self._desk.plan_year, self._id, name)

    def store(self, **values: Any) -> None:
        if self._found() is not None:
            self._desk.workspace.set_measure(self._desk.plan_year, replace(self._measure, **values))

    def build(self) -> None:
        theme = self._desk.theme
        refs = RefsField(theme, tr("What it answers"))
        hint = tr("An indicator, a sub-indicator or a question, e.g. ๑, ๙.๓, e4")
        self.add("refs", tr("What it answers"), refs, hint, read=refs.read, fault=False)
        self._part = ChoiceField(theme, tr("Part of the instrument"))
        self._part_box = self.add("instrument_part", tr("Part of the instrument"), self._part)
        self.add("issue", tr("Issue to improve"), TextField(tr("Issue to improve"), lines=2))
        self.add_lines("sub_issues", tr("Parts of the issue"), tr("Add a part"))
        self.add_lines("measures", tr("Measure"), tr("Add a measure text"))
        self.add_lines("guidelines", tr("Guideline"), tr("Add a guideline"))
        self.add_lines("steps", tr("Step"), tr("Add a step"))
        self.add_lines("operation", tr("Operation and report"), tr("Add a line"))
        self.units = self.add_responsible()
        self._period()
        self._follow_up_box = self.add_lines("follow_up", tr("Follow-up"), tr("Add a line"))
        self.add("follow_up_rounds", tr("Follow-up rounds"), RoundsField(theme))
        items = RefsField(theme, tr("OIT items cited"), items=True)
        self.add("oit_refs", tr("OIT items cited"), items, read=items.read, fault=False)

    def _period(self) -> None:
        theme = self._desk.theme
        self._period_field = LineField(tr("Period"))
        self._period_box = self.add("period", tr("Period"), self._period_field)
        hint = tr("Click a month to make the period longer or shorter; with the keyboard, arrows and the space bar")
        self._months = MonthRangeField(theme, tr("Months of the period"))
        box = FieldBox(theme, tr("Months of the period"), self._months, hint)
        self._column.addWidget(box)
        self.wordings = MenuButton(theme, tr("Other words for these months"))
        self.wordings.setText(tr("Other words for these months"))
        row = QHBoxLayout()
        row.addWidget(self.wordings)
        row.addStretch(1)
        self._column.addLayout(row)
        self.fields["period_from"] = self.fields["period_to"] = self._months
        self.form.bind(
            self._months,
            lambda: self.origin("period_from"),
            lambda: (self._measure.period_from, self._measure.period_to),
            self._send_months,
            fault=box.show_fault,
        )

    def _send_months(self, value: Period) -> None:
        self.store(period_from=value[0], period_to=value[1])

    def _offer(self) -> None:
        """Offer this year's ids, months and units."""
        framework = self._desk.facts.framework
        self.fields["refs"].offer(framework)
        self.fields["oit_refs"].offer(self._desk.facts.frameworks.get(self._desk.plan_year) or framework)
        parts = tuple(
            (p.code, f"{p.code} {p.name}") for i in (framework.instruments if framework else ()) for p in i.parts
        )
        self._part.set_choices((("", tr("all parts")), *parts))
        self._part_box.setVisible(bool(parts))
        self._months.offer(self._desk.plan_year.months)
        self._offer_units()
        self._propose()

    def _propose(self) -> None:
        """Show what months and rounds will print where nothing is written, and other words for the months."""
        measure, paper = self._measure, tr("Will be printed: {words}")
        period, rounds = measure_texts.period_of_months(measure), measure_texts.follow_up_of_rounds(measure)
        self._period_field.setPlaceholderText(digits(period))
        told = paper.format(words=digits(period)) if period and not measure.period.strip() else ""
        self._period_box.show_help(told or tr("As printed; or choose months below"))
        written = any(words.strip() for words in measure.follow_up)
        self._follow_up_box.show_help(paper.format(words=digits(rounds)) if rounds and not written else "")
        self.wordings.entries.clear()
        for words in measure_texts.period_wordings(measure, self._desk.plan_year):
            self.wordings.entries.addAction(digits(words), partial(self.send, "period", digits(words)))
        self.wordings.setVisible(not self.wordings.entries.isEmpty())

    def _offer_units(self) -> None:
        """The office's units and the usual groups of units, those that are responsible with a tick."""
        groups = (EVERYBODY, *self._desk.library.patterns.unit_groups)
        menu, responsible = self.units.entries, self._measure.responsible
        menu.clear()
        for unit in dict.fromkeys((*self._desk.office.agency.departments, *groups)):
            action = menu.addAction(unit, partial(self._switch_unit, unit))
            action.setCheckable(True)
            action.setChecked(unit in responsible)

    def _switch_unit(self, unit: str) -> None:
        """Make a unit responsible, or no longer."""
        self.form.flush()
        responsible = self._measure.responsible
        left = tuple(one for one in responsible if one != unit)
        self.send("responsible", left if unit in responsible else (*responsible, unit))
