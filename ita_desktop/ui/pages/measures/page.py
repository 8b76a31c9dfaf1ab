"""มาตรการ: what the office will do, as a table and an editor."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QAbstractItemView

from ita_desktop.app.year.roll_over import TO_CHANGE
from ita_desktop.domain.thai.month import Month
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.origin import Origin, Root
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.desk.page import Page, StepState
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.pages.measures.bulk import MeasureBulk
from ita_desktop.ui.pages.measures.editor import MeasureEditor
from ita_desktop.ui.pages.measures.library import MeasureLibrary
from ita_desktop.ui.pages.measures.measure_table import (
    MONTHS,
    NUMBER,
    PERIOD,
    REFS,
    RESPONSIBLE,
    WHAT,
    MeasureTableModel,
)
from ita_desktop.ui.pages.measures.uncovered_card import UncoveredCard
from ita_desktop.ui.widgets.buttons import Button, IconButton
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.date_field import DateField, read_date
from ita_desktop.ui.widgets.field import ChoiceField, LineField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.fold import Fold
from ita_desktop.ui.widgets.month_strip import PeriodDelegate
from ita_desktop.ui.widgets.row_keys import RowKeys
from ita_desktop.ui.widgets.row_table import choose_row, fit_rows, row_table
from ita_desktop.ui.widgets.text import Text

VISIBLE_ROWS = 5


class MeasuresPage(Page):
    """The plan of the year, measure by measure."""

    NAME = PageName.MEASURES
    TABLES = frozenset({"plan", "measure", "agency", "signer", "year", "score", "setting"})
    DOCUMENT = "analysis-report"

    def build(self) -> None:
        desk = self.desk
        self.add_action(Button(desk.theme, tr("Add a measure"), self.add, icon="plus"))
        self.add_action(
            Button(
                desk.theme,
                tr("Next: documents"),
                lambda: desk.page_wanted.emit(PageName.DOCUMENTS),
                primary=True,
            )
        )
        self.model = MeasureTableModel(self)
        self.form = Form(desk)
        self._wanted: int | None = None
        self.uncovered = UncoveredCard(desk)
        self.uncovered.measure_wanted.connect(self.begin)
        self.flow.column.addWidget(self.uncovered)
        self.library_fold, self.bulk_fold = self._folds()
        self.flow.column.addWidget(self._table_card())
        self.flow.column.addWidget(self.library_fold)
        self.flow.column.addWidget(self._make_editor_card())
        self.flow.column.addWidget(self.bulk_fold)
        self.flow.column.addWidget(self._plan_card())
        self.flow.column.addStretch(1)

    def help(self) -> str:
        return tr("What the office will do about the indicators that need it, who does it, and when.")

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Of the plan shown, as stored."""
        return self._plan.measures

    @property
    def current(self) -> Measure | None:
        """The measure in the editor."""
        return self.model.value(self.table.currentIndex().row())

    def refresh(self) -> None:
        chosen = self._wanted if self._wanted is not None else self.editor.id
        row = self.table.currentIndex().row()
        self.model.offer(self.desk.plan_year.months)
        self.months.today = self._month_now
        with QSignalBlocker(self.table.selectionModel()):
            self.model.show(self.measures)
        found = self.model.row_of(chosen)
        if found < 0 and self.measures:
            found = min(max(row, 0), len(self.measures) - 1)
        self.uncovered.refresh()
        self.sought.setVisible(len(self.measures) > 1)
        self._hide_rows()
        self.empty.setVisible(not self.measures)
        self.table.setVisible(bool(self.measures))
        self.editor_card.setVisible(bool(self.measures))
        self._wanted = None
        self._select(found)
        fit_rows(self.table, self.desk.theme, min(len(self.measures), VISIBLE_ROWS))
        self._offer_signers()
        self.form.refresh()
        for fold in (self.library_fold, self.bulk_fold):
            if isinstance(fold.content, MeasureLibrary | MeasureBulk):
                fold.content.refresh()

    def reset(self) -> None:
        self.sought.setText("")
        self.form.reset()
        self.refresh()

    def flush(self) -> None:
        self.editor.form.flush()
        self.form.flush()

    def state(self) -> StepState:
        measures = self.desk.facts.plan.measures
        empty = [n for n, m in enumerate(measures, start=1) if not any(t.strip() for t in (*m.measures, m.issue))]
        if empty:
            text = tr("Measure {number} has no text yet").format(number=digits(empty[0]))
            return StepState(count=digits(len(measures)), look_at=text)
        to_change = set(self._to_change)
        waiting = [n for n, m in enumerate(measures, start=1) if m.id in to_change]
        if waiting:
            text = tr("Measure {number} was carried over to be changed").format(number=digits(waiting[0]))
            return StepState(count=digits(len(measures)), look_at=text)
        return StepState(count=digits(len(measures)) if measures else "")

    def add(self) -> None:
        """A new measure below the one shown, ready to type in."""
        self.flush()
        row = self.table.currentIndex().row()
        at = row + 1 if 0 <= row < len(self.measures) - 1 else None
        self._add(Measure(refs=()), at)
        self.editor.show_field("refs")

    def begin(self, measure: Measure) -> None:
        """A new measure at the end that holds what is known already."""
        self.flush()
        self._add(measure, None)
        self.editor.show_field("measures")

    @property
    def chosen(self) -> tuple[Measure, ...]:
        """What is selected in the table; all that is shown where only one is."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        if len(rows) < 2:
            rows = [row for row in range(len(self.measures)) if not self.table.isRowHidden(row)]
        return tuple(measure for row in rows if (measure := self.model.value(row)) is not None)

    def duplicate(self) -> None:
        """Copy the measure shown below it, without its results."""
        self.flush()
        if (measure := self.current) is not None:
            self._add(replace(measure, id=None, results=()), self.model.row_of(measure.id) + 1)

    def remove(self) -> None:
        """Remove the measure shown, or all selected ones, from the plan (undoable)."""
        rows = {index.row() for index in self.table.selectionModel().selectedRows()} | {self.table.currentIndex().row()}
        gone = [one.id for row in sorted(rows) if (one := self.model.value(row)) is not None and one.id is not None]
        if gone:
            self.editor.form.reset()
            with self.desk.workspace.step("measure-remove"):
                for id_ in gone:
                    self.desk.workspace.remove_measure(self.desk.plan_year, id_)

    def move_by(self, shift: int) -> None:
        """Move the measure shown up or down."""
        self.flush()
        measure = self.current
        to = self.table.currentIndex().row() + shift
        if measure is not None and measure.id is not None and 0 <= to < len(self.measures):
            self._wanted = measure.id
            self.desk.workspace.move_measure(self.desk.plan_year, measure.id, to)

    def move_to(self, id: int, row: int) -> None:
        """Move a measure to where it was dragged."""
        self.flush()
        self._wanted = id
        self.desk.workspace.move_measure(self.desk.plan_year, id, row)

    def take_proposals(self, indicator: str, texts: tuple[str, ...], onto: int | None, at: int) -> None:
        """Take dropped texts of the library: on a measure they are added to it, between two they become one."""
        self.flush()
        framework, library = self.desk.facts.framework, self.library_fold.content
        measure = next((one for one in self.measures if one.id == onto), None)
        if measure is not None:
            self._wanted = onto
            added = tuple(text for text in texts if text not in measure.measures)
            changed = replace(measure, measures=(*measure.measures, *added))
            self.desk.workspace.set_measure(self.desk.plan_year, changed)
        elif framework is not None and isinstance(library, MeasureLibrary):
            self._add(library.measure(framework.indicator(indicator), indicator, texts), at)

    @property
    def _to_change(self) -> list[int]:
        """Ids of measures that were carried over to be changed."""
        return list(self.desk.workspace.setting(TO_CHANGE) or ())

    def mark_changed(self) -> None:
        """Mark the measure shown as changed, as planned at the roll-over."""
        self.flush()
        left = [id_ for id_ in self._to_change if id_ != self.editor.id]
        self.desk.workspace.set_setting(TO_CHANGE, left or None)

    def choose(self, row: int) -> None:
        """Open the measure of a row in the editor."""
        choose_row(self.table, row)

    def show_origin(self, origin: Origin) -> bool:
        is_here = origin.root == Root.PLAN and origin.fiscal_year == self.desk.plan_year
        if not is_here or origin.field == "results" or origin.risk_id is not None:
            return False
        if origin.measure_id is not None:
            row = self.model.row_of(origin.measure_id)
            if row >= 0:
                self.choose(row)
                self.editor.show_field(origin.field or "measures")
            return row >= 0
        field = self.plan_fields.get(origin.field)
        if field is not None:
            field.setFocus()
        return field is not None

    @property
    def _month_now(self) -> int:
        """Which month of the plan year this is, from 0; -1 in another year."""
        month, months = Month.of(self.desk.today()), self.desk.plan_year.months
        return months.index(month) if month in months else -1

    @property
    def _plan(self) -> MeasurePlan:
        year = self.desk.plan_year
        found = next((plan for plan in self.desk.office.plans if plan.fiscal_year == year), None)
        return found or MeasurePlan(fiscal_year=year, assessed_year=year.previous)

    def _add(self, measure: Measure, at: int | None) -> None:
        workspace = self.desk.workspace
        with workspace.step("measure-add"):
            self._wanted = workspace.add_measure(self.desk.plan_year, measure, at)
        self._select(self.model.row_of(self.editor.id))

    def _select(self, row: int) -> None:
        measure = self.model.value(row)
        with QSignalBlocker(self.table.selectionModel()):
            if row != self.table.currentIndex().row():
                choose_row(self.table, row)
        self.table.viewport().update()
        if measure is None or measure.id is None:
            return
        if measure.id != self.editor.id:
            self.editor.show_measure(measure.id)
            self._editor_title.setText(tr("Measure {number}").format(number=digits(row + 1)))
        else:
            self.editor.refresh()
        self.changed_button.setVisible(measure.id in self._to_change)

    def _selected(self) -> None:
        if isinstance(self.bulk_fold.content, MeasureBulk):
            self.bulk_fold.content.refresh()

    def _row_changed(self) -> None:
        self._select(self.table.currentIndex().row())

    def _hide_rows(self) -> None:
        """Show only the measures that hold the words looked for."""
        wanted = self.sought.text().casefold().split()
        for row, measure in enumerate(self.measures):
            told = " ".join((*measure.refs, measure.issue, *measure.measures, *measure.steps, *measure.responsible))
            self.table.setRowHidden(row, not all(word in told.casefold() for word in wanted))
        if isinstance(self.bulk_fold.content, MeasureBulk):
            self.bulk_fold.content.refresh()

    def _folds(self) -> tuple[Fold, Fold]:
        desk = self.desk
        library = Fold(
            desk.theme,
            tr("Library of measures"),
            tr("Measures that other offices took for an indicator; tick what fits."),
            lambda: MeasureLibrary(desk),
        )
        bulk = Fold(
            desk.theme,
            tr("Several measures at once"),
            tr("Give the measures selected in the table an owner or a period."),
            lambda: MeasureBulk(desk, lambda: self.chosen),
        )
        for fold in (library, bulk):
            fold.opened.connect(self.refresh)
        return library, bulk

    def _table_card(self) -> Card:
        theme = self.desk.theme
        card = Card(theme.sizes, tr("Measures of the plan"))
        for icon, text, act in (
            ("arrow-up", tr("Move the measure up"), partial(self.move_by, -1)),
            ("arrow-down", tr("Move the measure down"), partial(self.move_by, 1)),
            ("copy", tr("Duplicate the measure"), self.duplicate),
            ("trash-2", tr("Remove the measure"), self.remove),
        ):
            card.head.addWidget(IconButton(theme, icon, text, act))
        self.empty = Text(
            tr("No measures yet. Add the first one: begin with the indicator that has the lowest score."),
            "muted",
            wrap=True,
        )
        self.sought = LineField(tr("Find a measure"), tr("Find a measure"))
        self.sought.edited.connect(self._hide_rows)
        widths = {NUMBER: 46, REFS: 78, RESPONSIBLE: 130, PERIOD: 168}
        name = tr("Measures of the plan")
        self.table = row_table(
            theme, self.model, name, wide=WHAT, widths=widths, chosen=lambda _row: self._row_changed()
        )
        self.months = PeriodDelegate(theme, MONTHS, self)
        self.table.setItemDelegateForColumn(PERIOD, self.months)
        self._set_up_order()
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.selectionModel().selectionChanged.connect(lambda _now, _before: self._selected())
        card.box.addWidget(self.sought)
        card.box.addWidget(self.empty)
        card.box.addWidget(self.table)
        return card

    def _set_up_order(self) -> None:
        """Rows are ordered by dragging and by keys, and take texts of the library."""
        self.table.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.table.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.table.setDragDropOverwriteMode(False)
        self.table.setDropIndicatorShown(True)
        self.model.moved.connect(self.move_to)
        self.model.proposed.connect(self.take_proposals)
        up, down = partial(self.move_by, -1), partial(self.move_by, 1)
        RowKeys(self.table, up=up, down=down, add=self.add, remove=self.remove, copy=self.duplicate)

    def _make_editor_card(self) -> Card:
        card = Card(self.desk.theme.sizes)
        self._editor_title = Text("", "heading")
        self.editor = MeasureEditor(self.desk)
        self.changed_button = Button(
            self.desk.theme, tr("Carried over to be changed: done"), self.mark_changed, icon="check"
        )
        card.box.addWidget(self._editor_title)
        card.box.addWidget(self.changed_button, 0, Qt.AlignmentFlag.AlignLeft)
        card.box.addWidget(self.editor)
        self.editor_card = card
        return card

    def _plan_card(self) -> Card:
        theme = self.desk.theme
        card = Card(theme.sizes, tr("About the plan"))
        self.plan_fields: dict[str, Any] = {
            "meeting": LineField(tr("Meeting that approved it")),
            "report_date": DateField(tr("Date of the report")),
            "prepared_by": ChoiceField(theme, tr("Prepared by")),
        }
        labels = (tr("Meeting that approved it"), tr("Date of the report"), tr("Prepared by"))
        for (name, field), label in zip(self.plan_fields.items(), labels, strict=True):
            box = FieldBox(theme, label, field)
            card.box.addWidget(box)
            self.form.bind(
                field,
                partial(self._plan_origin, name),
                partial(self._stored, name),
                partial(self._send_plan, name),
                read=read_date if name == "report_date" else None,
                fault=box.show_fault,
            )
        return card

    def _plan_origin(self, name: str) -> Origin:
        return Origin.plan(self.desk.plan_year, name)

    def _stored(self, name: str) -> Any:
        return getattr(self._plan, name)

    def _send_plan(self, name: str, value: Any) -> None:
        changes: dict[str, Any] = {name: value}
        self.desk.workspace.put_plan(replace(self._plan, **changes))

    def _offer_signers(self) -> None:
        people = tuple((signer.id, signer.name or tr("(no name)")) for signer in self.desk.office.signers)
        self.plan_fields["prepared_by"].set_choices((("", tr("nobody named")), *people))
