"""The analysis texts (บทวิเคราะห์), one per indicator; a proposal can be used, the user's own is never overwritten."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.app.office.figures import Figures, figures_of
from ita_desktop.app.year import live_numbers
from ita_desktop.app.year.live_numbers import pairs, renewed
from ita_desktop.domain.rules import analysis
from ita_desktop.domain.texts import narrative
from ita_desktop.domain.values.framework import Indicator
from ita_desktop.domain.values.origin import Origin
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.look.wording import digits, score
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card, clear
from ita_desktop.ui.widgets.field import TextField
from ita_desktop.ui.widgets.menu_button import MenuButton
from ita_desktop.ui.widgets.text import Text, rule


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


class Outdated(QFrame):
    """The numbers have changed since a sentence was written: old and new beside each other, one key takes the new."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.setProperty("notice", True)
        self._pairs, self._new = Text("", "strong", wrap=True), Text("", wrap=True)
        self.take = Button(desk.theme, tr("Put the new numbers in"), lambda: None, icon="refresh-cw", quiet=True)
        self.take.setAccessibleName(tr("Put the new numbers in: {name}").format(name=name))
        self.keep = Button(desk.theme, tr("Leave it as it is"), lambda: None, quiet=True)
        self.keep.setAccessibleName(tr("Leave it as it is: {name}").format(name=name))
        row = QHBoxLayout()
        row.addWidget(self.take)
        row.addWidget(self.keep)
        row.addStretch(1)
        column = QVBoxLayout(self)
        step = desk.theme.sizes.step
        column.setContentsMargins(step * 3, step * 2, step * 3, step)
        column.setSpacing(step)
        column.addWidget(self._pairs)
        column.addWidget(self._new)
        column.addLayout(row)
        self.hide()

    def compare(self, text: str, old: Figures | None, new: Figures) -> None:
        """Show what has changed; hidden where the sentence needs no change."""
        other = renewed(text, old, new) if old is not None else text
        self.setVisible(other != text)
        if old is None or other == text:
            return
        changed = ", ".join(f"{digits(before)} → {digits(now)}" for before, now in pairs(text, old, new))
        self._pairs.setText(tr("The numbers have changed: {pairs}").format(pairs=changed))
        self._new.setText(other)


class NarrativesCard(Card):
    """An editor for each indicator that has a score, highest score first."""

    def __init__(self, desk: Desk) -> None:
        hint = tr("Write it in your own words; this text is printed. If empty, the proposed text is printed.")
        super().__init__(desk.theme.sizes, tr("Analysis of each indicator"), hint)
        self.desk = desk
        self.form = Form(desk)
        self.fields: dict[str, TextField] = {}
        self.proposals: dict[str, Proposal] = {}
        self.outdated: dict[str, Outdated] = {}
        self._heads: dict[str, Text] = {}
        self._order: tuple[str, ...] = ()
        self._column = QVBoxLayout()
        self._column.setSpacing(desk.theme.sizes.step * 2)
        self.box.addLayout(self._column)

    def refresh(self) -> None:
        """Show the stored texts; rebuild the editors if the order of scores has changed."""
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
            text = self._stored(key)
            old = live_numbers.written_for(self.desk.workspace, self.desk.assessed_year, key) if text else None
            self.outdated[key].compare(text, old, figures_of(facts, key))
            written = bool(facts.assessed.narratives.get(key, "").strip())
            self.proposals[key].show_proposal(narrative.proposed(one.indicator, facts), written=written)

    def reset(self) -> None:
        self._order = ()
        self.form.forget()

    def use_proposal(self, indicator: Indicator) -> None:
        """Use the proposed text; only if the user has written nothing."""
        self.form.flush()
        facts = self.desk.facts
        if facts.assessed is None or facts.assessed.narratives.get(indicator.id, "").strip():
            return
        text = narrative.proposed(indicator, facts)
        live_numbers.write_narrative(self.desk.workspace, facts, indicator.id, text)
        self.fields[indicator.id].setFocus()

    def take_new_numbers(self, indicator: Indicator) -> None:
        """Update the figures in the sentence; its words stay."""
        self.form.flush()
        workspace, facts = self.desk.workspace, self.desk.workspace.facts(self.desk.plan_year)
        old = live_numbers.written_for(workspace, self.desk.assessed_year, indicator.id)
        if old is not None:
            text = renewed(self._stored(indicator.id), old, figures_of(facts, indicator.id))
            live_numbers.write_narrative(workspace, facts, indicator.id, text)

    def keep_sentence(self, indicator: Indicator) -> None:
        """Do not ask again about these figures."""
        self.form.flush()
        live_numbers.accept(self.desk.workspace, self.desk.workspace.facts(self.desk.plan_year), indicator.id)

    def insert_phrase(self, indicator: Indicator, phrase: str) -> None:
        """Insert a phrase at the cursor."""
        field = self.fields[indicator.id]
        cursor = field.textCursor()
        before = field.toPlainText()[: cursor.position()]
        cursor.insertText((" " if before and not before[-1].isspace() else "") + phrase)
        field.setFocus()

    def _stored(self, indicator: str) -> str:
        year = self.desk.assessed_year
        found = next((y for y in self.desk.office.years if y.fiscal_year == year), None)
        return found.narratives.get(indicator, "") if found else ""

    def _build(self, indicators: tuple[Indicator, ...]) -> None:
        self.form.forget()
        clear(self._column)
        for known in (self.fields, self.proposals, self.outdated, self._heads):
            known.clear()
        for indicator in indicators:
            self._add(indicator)

    def _add(self, indicator: Indicator) -> None:
        name = tr("Analysis of indicator {id}").format(id=digits(indicator.id))
        head = self._heads[indicator.id] = Text("", "strong")
        field = self.fields[indicator.id] = TextField(name, tr("Write here, or use the proposed text"), lines=2)
        proposal = self.proposals[indicator.id] = Proposal(self.desk, name)
        proposal.use.clicked.connect(partial(self.use_proposal, indicator))
        outdated = self.outdated[indicator.id] = Outdated(self.desk, name)
        outdated.take.clicked.connect(partial(self.take_new_numbers, indicator))
        outdated.keep.clicked.connect(partial(self.keep_sentence, indicator))
        top = QHBoxLayout()
        top.addWidget(head)
        top.addStretch(1)
        if (bank := self._bank(indicator, name)) is not None:
            top.addWidget(bank)
        self._column.addWidget(rule())
        self._column.addLayout(top)
        for widget in (field, outdated, proposal):
            self._column.addWidget(widget)
        year = self.desk.assessed_year

        def send(text: str) -> None:
            workspace = self.desk.workspace
            live_numbers.write_narrative(workspace, workspace.facts(self.desk.plan_year), indicator.id, text.strip())

        origin = Origin.year(year, "narratives", indicator.id)
        self.form.bind(field, origin, lambda: self._stored(indicator.id), send)

    def _bank(self, indicator: Indicator, name: str) -> MenuButton | None:
        """Make a menu of phrases usual for the indicator."""
        entry = self.desk.library.catalogue.entry(indicator)
        if entry is None:
            return None
        button = MenuButton(self.desk.theme, tr("Phrases: {name}").format(name=name))
        button.setText(tr("Phrases"))
        for title, phrases in ((tr("What is weak"), entry.weaknesses), (tr("What is done"), entry.measures)):
            inner = button.entries.addMenu(title)
            for phrase in phrases:
                inner.addAction(phrase, partial(self.insert_phrase, indicator, phrase))
        return button
