"""The page of risks (ความเสี่ยง): what could go wrong, how serious it is, and the months of its controls."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QTableView

from ita_desktop.domain.values.origin import Origin
from ita_desktop.domain.values.risk import Risk
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.page import Page, StepState
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.pages.risks.risk_editor import RiskEditor
from ita_desktop.ui.pages.risks.risk_table import GRADE, MONTHS, NUMBER, RESPONSIBLE, WHAT, RiskTableModel
from ita_desktop.ui.widgets.buttons import Button, IconButton
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.row_table import choose_row, fit_rows, row_table
from ita_desktop.ui.widgets.text import Text

VISIBLE_ROWS = 5


class RisksPage(Page):
    """The corruption risks of the plan year."""

    NAME = PageName.RISKS
    TABLES = frozenset({"plan", "risk", "agency"})
    DOCUMENT = "risk-plan"

    def build(self) -> None:
        desk = self.desk
        self._wanted: int | None = None
        self.add_action(Button(desk.theme, tr("Add a risk"), self.add, icon="plus"))
        self.add_action(
            Button(desk.theme, tr("Next: documents"), lambda: desk.page_wanted.emit(PageName.DOCUMENTS), primary=True)
        )
        self.model = RiskTableModel(self)
        self.flow.column.addWidget(self._table_card())
        self.flow.column.addWidget(self._make_editor_card())
        self.flow.column.addStretch(1)

    def help(self) -> str:
        return tr("Where corruption could occur, how serious it is, and what is done about it in which months.")

    @property
    def risks(self) -> tuple[Risk, ...]:
        """Of the plan shown, as stored."""
        return self.desk.workspace.facts(self.desk.plan_year).plan.risks

    @property
    def current(self) -> Risk | None:
        """The risk in the editor."""
        return self.model.value(self.table.currentIndex().row())

    def refresh(self) -> None:
        chosen = self._wanted if self._wanted is not None else self.editor.id
        row, risks = self.table.currentIndex().row(), self.risks
        with QSignalBlocker(self.table.selectionModel()):
            self.model.show(risks)
        found = self.model.row_of(chosen)
        if found < 0 and risks:
            found = min(max(row, 0), len(risks) - 1)
        self._wanted = None
        self.empty.setVisible(not risks)
        self.table.setVisible(bool(risks))
        self.editor_card.setVisible(bool(risks))
        self._select(found)
        fit_rows(self.table, self.desk.theme, min(len(risks), VISIBLE_ROWS))

    def reset(self) -> None:
        self.editor.form.reset()
        self.refresh()

    def flush(self) -> None:
        self.editor.form.flush()

    def state(self) -> StepState:
        risks = self.desk.facts.plan.risks
        bare = [number for number, risk in enumerate(risks, start=1) if not risk.months]
        count = digits(len(risks)) if risks else ""
        if bare:
            text = tr("Risk {number} has no month marked yet").format(number=digits(bare[0]))
            return StepState(count=count, look_at=text)
        return StepState(count=count)

    def add(self) -> None:
        """Add a risk below the one shown, ready to type in."""
        self.flush()
        row = self.table.currentIndex().row()
        self._add(Risk(risk=""), row + 1 if 0 <= row < len(self.risks) - 1 else None)
        self.editor.show_field("risk")
        self.reveal_focus()

    def duplicate(self) -> None:
        """Copy the risk shown below it."""
        self.flush()
        if (risk := self.current) is not None:
            self._add(replace(risk, id=None), self.model.row_of(risk.id) + 1)

    def remove(self) -> None:
        """Remove the risk shown from the plan (undoable)."""
        if (risk := self.current) is not None and risk.id is not None:
            self.editor.form.reset()
            self.desk.workspace.remove_risk(self.desk.plan_year, risk.id)

    def move_by(self, shift: int) -> None:
        """Move the risk shown up or down."""
        self.flush()
        risk = self.current
        to = self.table.currentIndex().row() + shift
        if risk is not None and risk.id is not None and 0 <= to < len(self.risks):
            self._wanted = risk.id
            self.desk.workspace.move_risk(self.desk.plan_year, risk.id, to)

    def choose(self, row: int) -> None:
        """Open the risk of a row in the editor."""
        choose_row(self.table, row)

    def show_origin(self, origin: Origin) -> bool:
        if origin.risk_id is None or origin.fiscal_year != self.desk.plan_year:
            return False
        row = self.model.row_of(origin.risk_id)
        if row >= 0:
            self.choose(row)
            self.editor.show_field(origin.field or "risk")
            self.reveal_focus()
        return row >= 0

    def _add(self, risk: Risk, at: int | None) -> None:
        workspace = self.desk.workspace
        with workspace.step("risk-add"):
            self._wanted = workspace.add_risk(self.desk.plan_year, risk, at)

    def _select(self, row: int) -> None:
        risk = self.model.value(row)
        with QSignalBlocker(self.table.selectionModel()):
            if row != self.table.currentIndex().row():
                choose_row(self.table, row)
        self.table.viewport().update()
        if risk is not None:
            self.editor.show_risk(risk.id)
            self._title.setText(tr("Risk {number}").format(number=digits(row + 1)))

    def _table_card(self) -> Card:
        theme = self.desk.theme
        card = Card(theme.sizes, tr("Risks of the plan"))
        for icon, text, act in (
            ("arrow-up", tr("Move the risk up"), partial(self.move_by, -1)),
            ("arrow-down", tr("Move the risk down"), partial(self.move_by, 1)),
            ("copy", tr("Duplicate the risk"), self.duplicate),
            ("trash-2", tr("Remove the risk"), self.remove),
        ):
            card.head.addWidget(IconButton(theme, icon, text, act))
        self.empty = Text(
            tr("No risks yet. Add the first one: begin with procurement, licences, or the use of property."),
            "muted",
            wrap=True,
        )
        self.table = self._make_table()
        card.box.addWidget(self.empty)
        card.box.addWidget(self.table)
        return card

    def _make_table(self) -> QTableView:
        widths = {NUMBER: 46, GRADE: 100, RESPONSIBLE: 120, MONTHS: 90}
        name = tr("Risks of the plan")
        return row_table(self.desk.theme, self.model, name, wide=WHAT, widths=widths, chosen=self._select)

    def _make_editor_card(self) -> Card:
        self.editor_card = Card(self.desk.theme.sizes)
        self._title = Text("", "heading")
        self.editor = RiskEditor(self.desk)
        self.editor_card.box.addWidget(self._title)
        self.editor_card.box.addWidget(self.editor)
        return self.editor_card
