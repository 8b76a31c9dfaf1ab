"""วิเคราะห์: what the scores say, and the text about each indicator."""

from __future__ import annotations

from functools import partial

from ita_desktop.domain.values.origin import Origin, Root
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.page import Page, StepState
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.pages.analysis.cards import OverviewCard, RankingCard, StandingsCard, TrendCard
from ita_desktop.ui.pages.analysis.narratives import NarrativesCard
from ita_desktop.ui.pages.analysis.what_if import WhatIf
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.fold import Fold
from ita_desktop.ui.widgets.text import Text


class AnalysisPage(Page):
    """Ranking, changes, what is strong and weak, and a text for each indicator."""

    NAME = PageName.ANALYSIS
    TABLES = frozenset({"year", "score", "narrative", "plan", "agency", "setting"})
    DOCUMENT = "analysis-report"

    def build(self) -> None:
        desk = self.desk
        self.add_action(
            Button(
                desk.theme,
                tr("Next: measures"),
                lambda: desk.page_wanted.emit(PageName.MEASURES),
                primary=True,
            )
        )
        self._empty = Card(desk.theme.sizes)
        self._empty.box.addWidget(
            Text(tr("The analysis appears here as soon as scores have been entered."), "muted", wrap=True)
        )
        go = partial(desk.page_wanted.emit, PageName.SCORES)
        to_scores = Button(desk.theme, tr("Enter scores"), go, icon="table-2")
        self._empty.head.addWidget(to_scores)
        self._empty.head.addStretch(1)
        self._empty.box.addLayout(self._empty.head)
        self.overview = OverviewCard(desk)
        self.ranking = RankingCard(desk)
        self.standings = StandingsCard(desk)
        self.narratives = NarrativesCard(desk)
        self.trend = TrendCard(desk)
        self.what_if = Fold(
            desk.theme,
            tr("What if…"),
            tr("Move a score to see total and level; nothing is stored."),
            lambda: WhatIf(desk),
        )
        self.what_if.opened.connect(self.refresh)
        self._cards = (self.overview, self.trend, self.ranking, self.standings, self.narratives)
        for card in (self._empty, self.overview, self.what_if, *self._cards[1:]):
            self.flow.column.addWidget(card)
        self.flow.column.addStretch(1)

    def help(self) -> str:
        return tr("What the scores say; the text of each indicator goes into the report as you write it.")

    def refresh(self) -> None:
        facts = self.desk.facts
        ready = facts.framework is not None and facts.assessed is not None and bool(facts.assessed.scores)
        self._empty.setVisible(not ready)
        for card in self._cards:
            card.setVisible(ready)
            if ready:
                card.refresh()
        self.what_if.setVisible(ready)
        if ready and isinstance(self.what_if.content, WhatIf):
            self.what_if.content.refresh()

    def reset(self) -> None:
        self.narratives.reset()
        self.refresh()

    def flush(self) -> None:
        self.narratives.form.flush()

    def state(self) -> StepState:
        facts = self.desk.facts
        if facts.framework is None or facts.assessed is None or not facts.assessed.scores:
            return StepState()
        scored = [i.id for i in facts.framework.indicators if i.id in facts.assessed.scores]
        written = [one for one in scored if facts.assessed.narratives.get(one, "").strip()]
        return StepState(done=len(written) == len(scored), count=digits(f"{len(written)}/{len(scored)}"))

    def show_origin(self, origin: Origin) -> bool:
        if origin.root != Root.YEAR or origin.fiscal_year != self.desk.assessed_year:
            return False
        field = self.narratives.fields.get(origin.last) if origin.field == "narratives" else None
        if field is None:
            return False
        field.setFocus()
        self.flow.ensureWidgetVisible(field)
        return True
