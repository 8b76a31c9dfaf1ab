"""The editor of the result of one measure in one round (ผลการดำเนินการ)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QGridLayout

from ita_desktop.domain.values.follow_up import FollowUp, Status
from ita_desktop.domain.values.measure import Measure
from ita_desktop.domain.values.origin import Origin
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.pages.follow_up.evidence_field import EvidenceField, read_evidence
from ita_desktop.ui.parts.record_editor import Read, RecordEditor
from ita_desktop.ui.widgets.date_field import DateField, read_date
from ita_desktop.ui.widgets.field import ChoiceField, LineField, TextField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.lines_field import LinesField


class ResultEditor(RecordEditor):
    """Edits the round last given to ``show_result``. The result is created with its first value."""

    FIRST = "details"

    def __init__(self, desk: Desk) -> None:
        self.measure_id: int | None = None
        self.round = 0
        super().__init__(desk)

    def show_result(self, measure_id: int | None, months: int) -> None:
        """Edit another result; unfinished edits of the one before are committed first."""
        if (measure_id, months) == (self.measure_id, self.round):
            self.form.refresh()
            return
        self.form.flush()
        self.measure_id, self.round = measure_id, months
        self.form.reset()

    @property
    def measure(self) -> Measure | None:
        """The stored measure; None if it no longer exists."""
        measures = (m for plan in self._desk.office.plans for m in plan.measures)
        return next((m for m in measures if m.id is not None and m.id == self.measure_id), None)

    @property
    def result(self) -> FollowUp:
        """As stored, or empty."""
        measure = self.measure
        results = measure.results if measure else ()
        return next((one for one in results if one.round == self.round), FollowUp(round=self.round))

    def stored(self, name: str) -> Any:
        return getattr(self.result, name)

    def origin(self, name: str) -> Origin:
        return Origin.measure(self._desk.plan_year, self.measure_id, "results", self.round, name)

    def store(self, **values: Any) -> None:
        measure = self.measure
        if measure is None or measure.id is None:
            return
        others = tuple(one for one in measure.results if one.round != self.round)
        results = sorted((*others, replace(self.result, **values)), key=lambda one: one.round)
        self._desk.workspace.set_results(self._desk.plan_year, measure.id, tuple(results))

    def build(self) -> None:
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
            self.bind(name, field, box, read=read)
        self._column.addLayout(row)
        self.add("details", tr("What was done"), LinesField(theme, tr("What was done"), tr("Add a line")))
        period = tr("As printed, e.g. ต.ค. ๖๗ – มี.ค. ๖๘")
        self.add("period", tr("When it was done"), LineField(tr("When it was done")), period)
        output = tr("What was made or held, with its number: a guide, two trainings, 45 people")
        self.add("output", tr("Output (ผลผลิต)"), TextField(tr("Output"), lines=2), output)
        outcome = tr("What has improved for people; not the list of rounds")
        self.add("outcome", tr("Outcome (ผลลัพธ์)"), TextField(tr("Outcome"), lines=2), outcome)
        self.add("obstacles", tr("Obstacles"), TextField(tr("Obstacles")))
        self.add("suggestions", tr("Suggestions"), TextField(tr("Suggestions")))
        self.add("evidence", tr("Evidence"), EvidenceField(theme), read=read_evidence)
        self.add("remark", tr("Remark"), TextField(tr("Remark")))
