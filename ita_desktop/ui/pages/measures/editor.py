"""All fields of one measure (มาตรการ)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.values.follow_up import ROUNDS
from ita_desktop.domain.values.measure import Measure
from ita_desktop.domain.values.origin import Origin
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.parts.refs_field import RefsField
from ita_desktop.ui.widgets.field import CheckField, ChoiceField, Field, LineField, TextField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.lines_field import LinesField
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


class MeasureEditor(QWidget):
    """Edits the measure with the id last given to ``show_measure``."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id: int | None = None
        self.form = Form(desk)
        self.fields: dict[str, Any] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.theme.sizes.step * 2)
        self._build()

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

    def show_field(self, name: str) -> None:
        """Put the cursor into a field."""
        field = self.fields.get(name, self.fields["measures"])
        if isinstance(field, LinesField):
            (field.texts[0] if field.texts else field.add()).setFocus()
        else:
            field.setFocus()

    def _found(self) -> Measure | None:
        return next((m for p in self._desk.office.plans for m in p.measures if m.id == self._id), None)

    @property
    def _measure(self) -> Measure:
        return self._found() or Measure(refs=())

    def _origin(self, name: str) -> Origin:
        return Origin.measure(self._desk.plan_year, self._id, name)

    def _build(self) -> None:
        theme = self._desk.theme
        refs = RefsField(theme, tr("What it answers"))
        hint = tr("An indicator, a sub-indicator or a question, e.g. ๑, ๙.๓, e4")
        self._add("refs", tr("What it answers"), refs, hint, read=refs.read)
        self._part = ChoiceField(theme, tr("Part of the instrument"))
        self._part_box = self._add("instrument_part", tr("Part of the instrument"), self._part)
        self._add("issue", tr("Issue to improve"), TextField(tr("Issue to improve"), lines=2))
        self._lines("sub_issues", tr("Parts of the issue"), tr("Add a part"))
        self._lines("measures", tr("Measure"), tr("Add a measure text"))
        self._lines("guidelines", tr("Guideline"), tr("Add a guideline"))
        self._lines("steps", tr("Step"), tr("Add a step"))
        self._lines("operation", tr("Operation and report"), tr("Add a line"))
        self._responsible()
        self._period()
        self._lines("follow_up", tr("Follow-up"), tr("Add a line"))
        self._add("follow_up_rounds", tr("Follow-up rounds"), RoundsField(theme))
        items = RefsField(theme, tr("OIT items cited"), items=True)
        self._add("oit_refs", tr("OIT items cited"), items, read=items.read)

    def _lines(self, name: str, label: str, add: str) -> None:
        self._add(name, label, LinesField(self._desk.theme, label, add, numbered=True))

    def _responsible(self) -> None:
        theme = self._desk.theme
        field = LinesField(theme, tr("Responsible"), tr("Add a responsible unit"))
        self.units = MenuButton(theme, tr("Choose from the office's units"))
        self.units.setText(tr("Choose from the units"))
        self._add("responsible", tr("Responsible"), field)
        row = QHBoxLayout()
        row.addWidget(self.units)
        row.addStretch(1)
        self._column.addLayout(row)

    def _period(self) -> None:
        theme = self._desk.theme
        self._add("period", tr("Period"), LineField(tr("Period")), tr("As printed; or choose months below"))
        hint = tr("Click a month to make the period longer or shorter; with the keyboard, arrows and the space bar")
        self._months = MonthRangeField(theme, tr("Months of the period"))
        box = FieldBox(theme, tr("Months of the period"), self._months, hint)
        self._column.addWidget(box)
        self.fields["period_from"] = self.fields["period_to"] = self._months
        self.form.bind(
            self._months,
            lambda: self._origin("period_from"),
            lambda: (self._measure.period_from, self._measure.period_to),
            self._send_months,
            fault=box.show_fault,
        )

    def _add(
        self, name: str, label: str, field: Any, help: str = "", *, read: Callable[[Any], Any] | None = None
    ) -> FieldBox:
        box = FieldBox(self._desk.theme, label, field, help)
        self._column.addWidget(box)
        self._tie(name, field, box, read)
        return box

    def _tie(self, name: str, field: Field, box: FieldBox, read: Callable[[Any], Any] | None = None) -> None:
        self.fields[name] = field
        self.form.bind(
            field,
            lambda: self._origin(name),
            lambda: getattr(self._measure, name),
            partial(self._send, name),
            read=read,
            fault=None if isinstance(field, RefsField) else box.show_fault,
        )

    def _send(self, name: str, value: Any) -> None:
        if self._found() is not None:
            changes: dict[str, Any] = {name: value.strip() if type(value) is str else value}
            self._desk.workspace.set_measure(self._desk.plan_year, replace(self._measure, **changes))

    def _send_months(self, value: Period) -> None:
        if self._found() is not None:
            changed = replace(self._measure, period_from=value[0], period_to=value[1])
            self._desk.workspace.set_measure(self._desk.plan_year, changed)

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
        self._send("responsible", left if unit in responsible else (*responsible, unit))
