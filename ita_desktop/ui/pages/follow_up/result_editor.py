"""The editor of the result of one measure in one round (ผลการดำเนินการ)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ita_desktop.domain.values.follow_up import FollowUp, Status
from ita_desktop.domain.values.measure import Measure
from ita_desktop.domain.values.origin import Origin
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.pages.follow_up.evidence_field import EvidenceField, read_evidence
from ita_desktop.ui.widgets.date_field import DateField, read_date
from ita_desktop.ui.widgets.field import ChoiceField, LineField, TextField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.lines_field import LinesField

Read = Callable[[Any], Any]


class ResultEditor(QWidget):
    """Edits the round last given to ``show_result``; the result comes to be with its first word."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.measure_id: int | None = None
        self.round = 0
        self.form = Form(desk)
        self.fields: dict[str, Any] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.theme.sizes.step * 2)
        self._build()

    def show_result(self, measure_id: int | None, months: int) -> None:
        """Edit another result; unfinished edits of the one before are committed first."""
        if (measure_id, months) == (self.measure_id, self.round):
            self.form.refresh()
            return
        self.form.flush()
        self.measure_id, self.round = measure_id, months
        self.form.reset()

    def show_field(self, name: str) -> None:
        """Put the cursor into a field."""
        field = self.fields.get(name, self.fields["details"])
        if isinstance(field, LinesField):
            (field.texts[0] if field.texts else field.add()).setFocus()
        else:
            field.setFocus()

    @property
    def measure(self) -> Measure | None:
        """As stored; None where it is not there any more."""
        measures = (m for plan in self._desk.office.plans for m in plan.measures)
        return next((m for m in measures if m.id is not None and m.id == self.measure_id), None)

    @property
    def result(self) -> FollowUp:
        """As stored, or empty."""
        measure = self.measure
        results = measure.results if measure else ()
        return next((one for one in results if one.round == self.round), FollowUp(round=self.round))

    def _build(self) -> None:
        theme = self._desk.theme
        status = ((None, tr("not yet said")), *((one, one.thai) for one in Status))
        row = QGridLayout()
        row.setSpacing(theme.sizes.step * 2)
        pairs: tuple[tuple[str, str, Any, Read | None], ...] = (
            ("status", tr("State"), ChoiceField(theme, tr("State"), status), None),
            ("date", tr("Date of the report"), DateField(tr("Date of the report")), read_date),
        )
        for column, (name, label, field, read) in enumerate(pairs):
            box = FieldBox(theme, label, field)
            row.addWidget(box, 0, column)
            self._tie(name, field, box, read)
        self._column.addLayout(row)
        self._add("details", tr("What was done"), LinesField(theme, tr("What was done"), tr("Add a line")))
        period = tr("As printed, e.g. ต.ค. ๖๗ – มี.ค. ๖๘")
        self._add("period", tr("When it was done"), LineField(tr("When it was done")), period)
        output = tr("What was made or held, with its number: a guide, two trainings, 45 people")
        self._add("output", tr("Output (ผลผลิต)"), TextField(tr("Output"), lines=2), output)
        outcome = tr("What has improved for people; not the list of rounds")
        self._add("outcome", tr("Outcome (ผลลัพธ์)"), TextField(tr("Outcome"), lines=2), outcome)
        self._add("obstacles", tr("Obstacles"), TextField(tr("Obstacles")))
        self._add("suggestions", tr("Suggestions"), TextField(tr("Suggestions")))
        self._add("evidence", tr("Evidence"), EvidenceField(theme), read=read_evidence)
        self._add("remark", tr("Remark"), TextField(tr("Remark")))

    def _add(self, name: str, label: str, field: Any, help: str = "", *, read: Read | None = None) -> None:
        box = FieldBox(self._desk.theme, label, field, help)
        self._column.addWidget(box)
        self._tie(name, field, box, read)

    def _tie(self, name: str, field: Any, box: FieldBox, read: Read | None) -> None:
        self.fields[name] = field
        self.form.bind(
            field,
            partial(self._origin, name),
            lambda: getattr(self.result, name),
            partial(self._send, name),
            read=read,
            fault=box.show_fault,
        )

    def _origin(self, name: str) -> Origin:
        return Origin.measure(self._desk.plan_year, self.measure_id, "results", self.round, name)

    def _send(self, name: str, value: Any) -> None:
        measure = self.measure
        if measure is None or measure.id is None:
            return
        changes: dict[str, Any] = {name: value.strip() if type(value) is str else value}
        others = tuple(one for one in measure.results if one.round != self.round)
        results = sorted((*others, replace(self.result, **changes)), key=lambda one: one.round)
        self._desk.workspace.set_results(self._desk.plan_year, measure.id, tuple(results))
