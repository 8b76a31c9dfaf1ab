"""บทวิเคราะห์: a text for each indicator; the proposed one can be taken over, the clerk's own is never overwritten."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain import analysis, narrative
from ita_desktop.domain.framework import Indicator
from ita_desktop.i18n import tr
from ita_desktop.ui.binding import Form
from ita_desktop.ui.desk import Desk
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card, clear
from ita_desktop.ui.widgets.field import TextField
from ita_desktop.ui.widgets.text import Text, rule
from ita_desktop.ui.wording import digits, score


class Proposal(QWidget):
    """The proposed text, with the buttons that take it over or show it."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._text = Text("", "muted", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.use = Button(desk.theme, tr("Use the proposed text"), lambda: None, icon="wand-sparkles", quiet=True)
        self.use.setAccessibleName(tr("Use the proposed text: {name}").format(name=name))
        self.look = Button(desk.theme, tr("Show the proposed text"), self._toggle, icon="eye", quiet=True)
        self.look.setAccessibleName(tr("Show the proposed text: {name}").format(name=name))
        self._open = False
        self._written = False
        buttons = QHBoxLayout()
        buttons.addWidget(self.use)
        buttons.addWidget(self.look)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.sizes.step)
        column.addWidget(self._text)
        column.addLayout(buttons)

    def show_proposal(self, text: str, *, written: bool) -> None:
        """Show it in full while nothing is written; else only when asked for."""
        self._text.setText(text)
        self._written = written
        self._open = self._open and written
        self._place()

    def _toggle(self) -> None:
        self._open = not self._open
        self._place()

    def _place(self) -> None:
        self._text.setVisible(self._open or not self._written)
        self.use.setVisible(not self._written)
        self.look.setVisible(self._written)
        self.look.setText(tr("Hide the proposed text") if self._open else tr("Show the proposed text"))


class NarrativesCard(Card):
    """An editor for each indicator that has a score, highest score first."""

    def __init__(self, desk: Desk) -> None:
        hint = tr("Write it in your own words; what stands here is printed. An empty one prints the proposed text.")
        super().__init__(desk.theme.sizes, tr("Analysis of each indicator"), hint)
        self.desk = desk
        self.form = Form(desk)
        self.fields: dict[str, TextField] = {}
        self.proposals: dict[str, Proposal] = {}
        self._heads: dict[str, Text] = {}
        self._order: tuple[str, ...] = ()
        self._column = QVBoxLayout()
        self._column.setSpacing(desk.theme.sizes.step * 2)
        self.box.addLayout(self._column)

    def refresh(self) -> None:
        """Show the stored texts; build the editors anew where the order of scores is another one."""
        facts = self.desk.facts
        if facts.framework is None or facts.assessed is None:
            return
        ranked = analysis.ranking(facts.assessed, facts.framework)
        order = tuple(one.indicator.id for one in ranked)
        if order != self._order:
            self._build(tuple(one.indicator for one in ranked))
            self._order = order
        self.form.refresh()
        for one in ranked:
            key = one.indicator.id
            self._heads[key].setText(f"{digits(one.rank)}  {one.indicator.name}  {score(one.score)}")
            written = bool(facts.assessed.narratives.get(key, "").strip())
            self.proposals[key].show_proposal(narrative.proposed(one.indicator, facts), written=written)

    def reset(self) -> None:
        self._order = ()
        self.form.forget()

    def use_proposal(self, indicator: Indicator) -> None:
        """Take the proposed text over; only where the clerk has written nothing."""
        self.form.flush()
        facts = self.desk.facts
        if facts.assessed is None or facts.assessed.narratives.get(indicator.id, "").strip():
            return
        text = narrative.proposed(indicator, facts)
        self.desk.workspace.set_narrative(self.desk.assessed_year, indicator.id, text)
        self.fields[indicator.id].setFocus()

    def _build(self, indicators: tuple[Indicator, ...]) -> None:
        self.form.forget()
        clear(self._column)
        for known in (self.fields, self.proposals, self._heads):
            known.clear()
        for indicator in indicators:
            self._add(indicator)

    def _add(self, indicator: Indicator) -> None:
        name = tr("Analysis of indicator {id}").format(id=digits(indicator.id))
        head = self._heads[indicator.id] = Text("", "strong")
        field = self.fields[indicator.id] = TextField(name, tr("Write here, or use the proposed text"), lines=2)
        proposal = self.proposals[indicator.id] = Proposal(self.desk, name)
        proposal.use.clicked.connect(partial(self.use_proposal, indicator))
        for widget in (rule(), head, field, proposal):
            self._column.addWidget(widget)
        year = self.desk.assessed_year

        def stored() -> str:
            found = next((y for y in self.desk.office.years if y.fiscal_year == year), None)
            return found.narratives.get(indicator.id, "") if found else ""

        def send(text: str) -> None:
            self.desk.workspace.set_narrative(year, indicator.id, text.strip())

        self.form.bind(field, f"year/{year}/narratives/{indicator.id}", stored, send)
