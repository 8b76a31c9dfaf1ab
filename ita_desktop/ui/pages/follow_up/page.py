"""ติดตามผล: what is due now, and what came of each measure in each round."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QTableView

from ita_desktop.app.office import sending
from ita_desktop.domain.rules.due import Due, DueState, dues
from ita_desktop.domain.values.follow_up import ROUNDS
from ita_desktop.domain.values.origin import Origin
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.page import Page, StepState
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.pages.follow_up.due_table import (
    END,
    RESPONSIBLE,
    ROUND,
    STATE,
    WHAT,
    DueTableModel,
    measure_words,
    state_words,
)
from ita_desktop.ui.pages.follow_up.result_editor import ResultEditor
from ita_desktop.ui.pages.follow_up.rounds_card import RoundsCard
from ita_desktop.ui.pages.follow_up.slips_card import SlipsCard
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.field import ChoiceField
from ita_desktop.ui.widgets.row_table import choose_row, fit_rows, row_table
from ita_desktop.ui.widgets.text import Text

VISIBLE_ROWS = 5


class FollowUpPage(Page):
    """Reports of the units, round by round."""

    NAME = PageName.FOLLOW_UP
    TABLES = frozenset({"plan", "measure", "result", "agency"})
    DOCUMENT = "results-report"

    def build(self) -> None:
        desk = self.desk
        self.dues: tuple[Due, ...] = ()
        """All rounds of all measures of the plan, as stored."""
        self.add_action(
            Button(desk.theme, tr("Next: risks"), lambda: desk.page_wanted.emit(PageName.RISKS), primary=True)
        )
        self.empty = Card(desk.theme.sizes)
        hint = tr("Nothing to follow up yet. Plan measures first; each gets its rounds of 3, 6, 9 or 12 months.")
        self.empty.box.addWidget(Text(hint, "muted", wrap=True))
        to_measures = partial(desk.page_wanted.emit, PageName.MEASURES)
        first = Button(desk.theme, tr("Plan measures"), to_measures, icon="list-checks")
        self.empty.box.addWidget(first, 0, Qt.AlignmentFlag.AlignLeft)
        self.rounds = RoundsCard(desk)
        self.rounds.chosen.connect(self.choose_cell)
        self.flow.column.addWidget(self.empty)
        self.flow.column.addWidget(self.rounds)
        self.flow.column.addWidget(self._table_card())
        self.flow.column.addWidget(self._make_editor_card())
        self.slips = SlipsCard(desk)
        self.flow.column.addWidget(self.slips)
        self.flow.column.addStretch(1)

    def help(self) -> str:
        return tr("What each unit did, round by round: output, outcome and evidence.")

    def refresh(self) -> None:
        self.dues = dues(self.desk.workspace.facts(self.desk.plan_year).plan, self.desk.today())
        found, units = self.dues, sending.units_of(self.desk.office, self.desk.plan_year)
        self.empty.setVisible(not found)
        for card in (self._table_box, self.slips):
            card.setVisible(bool(found))
        self.rounds.show_dues(found, units)
        self.unit.set_choices(((None, tr("all units")), *((unit, unit) for unit in units)))
        self._list(keep=True)
        self.slips.refresh()

    def reset(self) -> None:
        self.editor.form.reset()
        self.refresh()

    def flush(self) -> None:
        self.editor.form.flush()

    def state(self) -> StepState:
        found = dues(self.desk.facts.plan, self.desk.today())
        late = [due for due in found if due.state is DueState.OVERDUE]
        now = [due for due in found if due.state is DueState.DUE]
        done = sum(due.state is DueState.REPORTED for due in found)
        count = digits(f"{done}/{len(found)}") if found else ""
        if late or now:
            text = tr("Reports overdue: {late}, due now: {now}")
            words = text.format(late=digits(len(late)), now=digits(len(now)))
            return StepState(count=count, look_at=words)
        return StepState(count=count, done=bool(found) and done == len(found))

    def choose_cell(self, unit: str, months: int) -> None:
        """List one unit in one round."""
        self.unit.show_value(unit)
        self.months.show_value(months)
        self.how.show_value(None)
        self._list()
        self.table.setFocus()

    def choose(self, row: int) -> None:
        """Open the report of a row in the editor."""
        choose_row(self.table, row)

    def show_origin(self, origin: Origin) -> bool:
        measure, rest = origin.measure_id, origin.path[1:]
        if measure is None or origin.field != "results" or origin.fiscal_year != self.desk.plan_year:
            return False
        rounds = [due.round for due in self.dues if due.measure.id == measure]
        if not rounds:
            return False
        key = (measure, int(rest[0]) if rest else rounds[0])
        if self.model.row_of(key) < 0:
            for field in (self.unit, self.months, self.how):
                field.show_value(None)
            self._list()
        row = self.model.row_of(key)
        if row >= 0:
            self.choose(row)
            self.editor.show_field(rest[1] if len(rest) > 1 else "details")
            self.reveal_focus()
        return row >= 0

    def _list(self, *, keep: bool = False) -> None:
        """List the rows that pass the filters; with ``keep`` also the one being edited."""
        key = (self.editor.measure_id, self.editor.round)
        unit, months, how = self.unit.value(), self.months.value(), self.how.value()
        shown = tuple(
            due
            for due in self.dues
            if (keep and (due.measure.id, due.round) == key)
            or (
                (unit is None or sending.is_of_unit(due.measure, unit))
                and (months is None or due.round == months)
                and (how is None or due.state is how)
            )
        )
        with QSignalBlocker(self.table.selectionModel()):
            self.model.show(shown)
        self._none.setVisible(not shown)
        self.table.setVisible(bool(shown))
        row = self.model.row_of(key)
        self._select(row if row >= 0 else _most_urgent(shown))
        fit_rows(self.table, self.desk.theme, min(len(shown), VISIBLE_ROWS))

    def _select(self, row: int) -> None:
        with QSignalBlocker(self.table.selectionModel()):
            if row != self.table.currentIndex().row():
                choose_row(self.table, row)
        self.table.viewport().update()
        due = self.model.value(row)
        self.editor_card.setVisible(due is not None)
        if due is not None:
            title = tr("Round of {n} months: {measure}")
            self._title.setText(title.format(n=digits(due.round), measure=measure_words(due)))
            self.editor.show_result(due.measure.id, due.round)

    def _table_card(self) -> Card:
        theme = self.desk.theme
        self._table_box = Card(theme.sizes, tr("Reports"))
        self.unit = ChoiceField(theme, tr("Show the unit"), ((None, tr("all units")),))
        rounds = tuple((n, tr("{n} months").format(n=digits(n))) for n in ROUNDS)
        self.months = ChoiceField(theme, tr("Show the round"), ((None, tr("all rounds")), *rounds))
        states = tuple((state, state_words(state)) for state in DueState)
        self.how = ChoiceField(theme, tr("Show the state"), ((None, tr("all states")), *states))
        row = QHBoxLayout()
        row.setSpacing(theme.sizes.step * 2)
        for field in (self.unit, self.months, self.how):
            field.show_value(None)
            field.finished.connect(lambda: self._list())
            row.addWidget(field, 1)
        self._table_box.box.addLayout(row)
        self._none = Text(tr("No report fits what is chosen above."), "muted", wrap=True)
        self._table_box.box.addWidget(self._none)
        self.model = DueTableModel(theme, self)
        self.table = self._make_table()
        self._table_box.box.addWidget(self.table)
        return self._table_box

    def _make_table(self) -> QTableView:
        widths = {ROUND: 88, RESPONSIBLE: 120, END: 104, STATE: 136}
        return row_table(self.desk.theme, self.model, tr("Reports"), wide=WHAT, widths=widths, chosen=self._select)

    def _make_editor_card(self) -> Card:
        self.editor_card = Card(self.desk.theme.sizes)
        self._title = Text("", "heading", wrap=True)
        self.editor = ResultEditor(self.desk)
        self.editor_card.box.addWidget(self._title)
        self.editor_card.box.addWidget(self.editor)
        return self.editor_card


def _most_urgent(shown: tuple[Due, ...]) -> int:
    """Return the row to start with: overdue, else due, else the first; -1 if there is none."""
    ranks = [list(DueState).index(due.state) for due in shown]
    return ranks.index(min(ranks)) if ranks else -1
