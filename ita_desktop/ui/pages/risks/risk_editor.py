"""All fields of one corruption risk (ความเสี่ยงการทุจริต)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.values.origin import Origin
from ita_desktop.domain.values.risk import Risk
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.widgets.field import Field, LineField, TextField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.grade_field import GradeField, tone_of
from ita_desktop.ui.widgets.lines_field import LinesField
from ita_desktop.ui.widgets.menu_button import MenuButton
from ita_desktop.ui.widgets.month_cells import MonthCells
from ita_desktop.ui.widgets.text import Chip, Text

GRADE = "grade"
"""Name of the one field that holds likelihood and impact."""


class RiskEditor(QWidget):
    """Edits the risk with the id last given to ``show_risk``."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.id: int | None = None
        self.form = Form(desk)
        self.fields: dict[str, Any] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.theme.sizes.step * 2)
        self._build()

    def show_risk(self, id: int | None) -> None:
        """Edit another risk; unfinished edits of the one before are committed first."""
        if id == self.id:
            self.refresh()
            return
        self.form.flush()
        self.id = id
        self._offer()
        self.form.reset()
        self._show_grade()

    def refresh(self) -> None:
        """Show the stored risk."""
        self._offer()
        self.form.refresh()
        self._show_grade()

    def show_field(self, name: str) -> None:
        """Put the cursor into a field."""
        field = self.fields.get(GRADE if name in ("likelihood", "impact") else name, self.fields["risk"])
        if isinstance(field, LinesField):
            (field.texts[0] if field.texts else field.add()).setFocus()
        else:
            field.setFocus()

    @property
    def risk(self) -> Risk:
        """As stored, or empty."""
        return self._found() or Risk(risk="")

    def _found(self) -> Risk | None:
        risks = (r for plan in self._desk.office.plans for r in plan.risks)
        return next((r for r in risks if r.id is not None and r.id == self.id), None)

    def _build(self) -> None:
        theme = self._desk.theme
        self._add("risk", tr("Risk"), TextField(tr("Risk"), lines=2), tr("What could go wrong, and how"))
        self._add("process", tr("Process"), LineField(tr("Process")), tr("The work it concerns, e.g. การจัดซื้อจัดจ้าง"))
        self._grade()
        self._lines("controls", tr("Guideline or measure"), tr("Add a line"))
        self._lines("activities", tr("Activity"), tr("Add an activity"))
        self.months = MonthCells(theme, tr("Months of work"))
        self._add("months", tr("Months of work"), self.months, tr("Click, or arrows and the space bar"))
        self._responsible()
        self._add("status", tr("State"), LineField(tr("State")), tr("As printed"))
        self._add("remark", tr("Remark"), TextField(tr("Remark")))

    def _grade(self) -> None:
        theme = self._desk.theme
        grade = GradeField(theme, tr("Likelihood × impact"))
        self._level = Chip(theme)
        beside = QVBoxLayout()
        beside.addWidget(self._level)
        hint = tr("Up: likelihood 1–5. To the right: impact 1–5. Arrows move, Delete takes it away.")
        beside.addWidget(Text(hint, "help", wrap=True))
        beside.addStretch(1)
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.sizes.inside)
        row.addWidget(grade, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        box = FieldBox(theme, tr("Likelihood × impact"), inner)
        self._column.addWidget(box)
        self._tie(GRADE, grade, box)

    def _show_grade(self) -> None:
        risk, grade = self.risk, self.fields[GRADE]
        if risk.likelihood and risk.impact:
            product = risk.likelihood * risk.impact
            tone = tone_of(product)
            icon = {Tone.GOOD: "circle-check", Tone.LOOK: "circle-alert"}.get(tone, "shield-alert")
            self._level.show_text(icon, grade.words, tone)
        else:
            self._level.show_text("info", grade.words, Tone.PLAIN)

    def _lines(self, name: str, label: str, add: str) -> None:
        self._add(name, label, LinesField(self._desk.theme, label, add, numbered=True))

    def _responsible(self) -> None:
        theme = self._desk.theme
        self._add("responsible", tr("Responsible"), LinesField(theme, tr("Responsible"), tr("Add a responsible unit")))
        self.units = MenuButton(theme, tr("Choose from the office's units"))
        self.units.setText(tr("Choose from the units"))
        row = QHBoxLayout()
        row.addWidget(self.units)
        row.addStretch(1)
        self._column.addLayout(row)

    def _add(self, name: str, label: str, field: Any, help: str = "") -> None:
        box = FieldBox(self._desk.theme, label, field, help)
        self._column.addWidget(box)
        self._tie(name, field, box)

    def _tie(self, name: str, field: Field, box: FieldBox) -> None:
        self.fields[name] = field
        self.form.bind(
            field, partial(self._origin, name), self._stored(name), partial(self._send, name), fault=box.show_fault
        )

    def _stored(self, name: str) -> Callable[[], Any]:
        if name == GRADE:
            return lambda: (self.risk.likelihood, self.risk.impact)
        return lambda: getattr(self.risk, name)

    def _origin(self, name: str) -> Origin:
        field = "likelihood" if name == GRADE else name
        return Origin.risk(self._desk.plan_year, self.id, field)

    def _send(self, name: str, value: Any) -> None:
        if self._found() is None:
            return
        if name == GRADE:
            changes: dict[str, Any] = {"likelihood": value[0], "impact": value[1]}
        else:
            changes = {name: value.strip() if type(value) is str else value}
        self._desk.workspace.set_risk(self._desk.plan_year, replace(self.risk, **changes))

    def _offer(self) -> None:
        self.months.offer(self._desk.plan_year.months)
        menu = self.units.entries
        menu.clear()
        for unit in self._desk.office.agency.departments:
            menu.addAction(unit, partial(self._add_unit, unit))

    def _add_unit(self, unit: str) -> None:
        self.form.flush()
        if unit not in self.risk.responsible:
            self._send("responsible", (*self.risk.responsible, unit))
