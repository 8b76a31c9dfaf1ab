"""หน้าแรก: how far the year is, its papers, the other years, and the file."""

from __future__ import annotations

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.page import Page
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.pages.home.calendar_card import CalendarCard
from ita_desktop.ui.pages.home.cards import FilesCard, PapersCard, PathCard, YearsCard
from ita_desktop.ui.pages.home.roll_over_card import RollOverCard
from ita_desktop.ui.pages.home.waiting_card import WaitingCard
from ita_desktop.ui.widgets import file_dialogs


class HomePage(Page):
    """Where one sees what to do next."""

    NAME = PageName.HOME
    TABLES = frozenset({"agency", "signer", "year", "score", "narrative", "plan", "measure", "result", "memo"}) | {
        "setting",
        "printed",
        "copy",
    }

    def build(self) -> None:
        desk = self.desk
        self.path = PathCard(desk)
        self.roll_over = RollOverCard(desk)
        self.waiting = WaitingCard(desk)
        self.calendar = CalendarCard(desk)
        self.papers = PapersCard(desk)
        self.years = YearsCard(desk)
        self.files = FilesCard(desk)
        above = (self.roll_over, self.path, self.waiting, self.calendar)
        for card in (*above, self.papers, self.years, self.files):
            self.flow.column.addWidget(card)
        self.flow.column.addStretch(1)
        self.roll_over.hide()
        self.years.year_wanted.connect(self._open_year)
        self.years.removal_wanted.connect(self.remove_year)
        self.years.new_wanted.connect(self.new_year)
        self.roll_over.begun.connect(self._open_year)
        self.files.copy_wanted.connect(desk.copy_wanted)

    def help(self) -> str:
        return tr("Progress of the year, and what comes next.")

    def refresh(self) -> None:
        self.path.refresh()
        self.calendar.show_miles(self.path.miles)
        self.waiting.refresh()
        self.papers.refresh()
        self.years.refresh()
        self.files.refresh()

    def reset(self) -> None:
        self.roll_over.hide()
        self.refresh()

    def new_year(self) -> None:
        """Offer the year after the newest plan."""
        plans = [int(plan.fiscal_year) for plan in self.desk.office.plans]
        self.roll_over.open_for(FiscalYear(max(plans, default=int(self.desk.plan_year) - 1) + 1))
        self.flow.verticalScrollBar().setValue(0)

    def remove_year(self, plan_year: int) -> None:
        """Remove a plan and the result it is based on from the file; a backup is made first."""
        desk, result = self.desk, plan_year - 1
        what = tr("Plan of {plan} with the scores of {result}").format(plan=digits(plan_year), result=digits(result))
        if not file_dialogs.ask_remove(what, self):
            return
        if any(plan.fiscal_year == plan_year for plan in desk.office.plans):
            desk.workspace.remove_plan(plan_year)
        if any(year.fiscal_year == result for year in desk.office.years):
            desk.workspace.remove_year(result)
        desk.said.emit(tr("Removed; a backup was made before."), Tone.GOOD)

    def _open_year(self, plan_year: int) -> None:
        self.desk.choose_year(FiscalYear(plan_year))
