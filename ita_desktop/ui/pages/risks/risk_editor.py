"""All fields of one corruption risk (ความเสี่ยงการทุจริต)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.values.origin import Origin
from ita_desktop.domain.values.risk import Risk
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.parts.record_editor import RecordEditor
from ita_desktop.ui.widgets.field import LineField, TextField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.grade_field import GradeField, tone_of
from ita_desktop.ui.widgets.month_cells import MonthCells
from ita_desktop.ui.widgets.text import Chip, Text

GRADE = "grade"
"""Name of the one field that holds likelihood and impact."""


class RiskEditor(RecordEditor):
    """Edits the risk with the id last given to ``show_risk``."""

    FIRST = "risk"

    def __init__(self, desk: Desk) -> None:
        self.id: int | None = None
        super().__init__(desk)

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
        super().show_field(GRADE if name in ("likelihood", "impact") else name)

    @property
    def risk(self) -> Risk:
        """As stored, or empty."""
        return self._found() or Risk(risk="")

    def _found(self) -> Risk | None:
        risks = (r for plan in self._desk.office.plans for r in plan.risks)
        return next((r for r in risks if r.id is not None and r.id == self.id), None)

    def stored(self, name: str) -> Any:
        return (self.risk.likelihood, self.risk.impact) if name == GRADE else getattr(self.risk, name)

    def origin(self, name: str) -> Origin:
        return Origin.risk(self._desk.plan_year, self.id, "likelihood" if name == GRADE else name)

    def send(self, name: str, value: Any) -> None:
        if name == GRADE:
            self.store(likelihood=value[0], impact=value[1])
        else:
            super().send(name, value)

    def store(self, **values: Any) -> None:
        if self._found() is not None:
            self._desk.workspace.set_risk(self._desk.plan_year, replace(self.risk, **values))

    def build(self) -> None:
        theme = self._desk.theme
        self.add("risk", tr("Risk"), TextField(tr("Risk"), lines=2), tr("What could go wrong, and how"))
        self.add("process", tr("Process"), LineField(tr("Process")), tr("The work it concerns, e.g. การจัดซื้อจัดจ้าง"))
        self._grade()
        self.add_lines("controls", tr("Guideline or measure"), tr("Add a line"))
        self.add_lines("activities", tr("Activity"), tr("Add an activity"))
        self.months = MonthCells(theme, tr("Months of work"))
        self.add("months", tr("Months of work"), self.months, tr("Click, or arrows and the space bar"))
        self.units = self.add_responsible()
        self.add("status", tr("State"), LineField(tr("State")), tr("As printed"))
        self.add("remark", tr("Remark"), TextField(tr("Remark")))

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
        self.bind(GRADE, grade, box)

    def _show_grade(self) -> None:
        risk, grade = self.risk, self.fields[GRADE]
        if risk.likelihood and risk.impact:
            product = risk.likelihood * risk.impact
            tone = tone_of(product)
            icon = {Tone.GOOD: "circle-check", Tone.LOOK: "circle-alert"}.get(tone, "shield-alert")
            self._level.show_text(icon, grade.words, tone)
        else:
            self._level.show_text("info", grade.words, Tone.PLAIN)

    def _offer(self) -> None:
        self.months.offer(self._desk.plan_year.months)
        menu = self.units.entries
        menu.clear()
        for unit in self._desk.office.agency.departments:
            menu.addAction(unit, partial(self._add_unit, unit))

    def _add_unit(self, unit: str) -> None:
        self.form.flush()
        if unit not in self.risk.responsible:
            self.send("responsible", (*self.risk.responsible, unit))
