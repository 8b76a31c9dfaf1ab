"""Opens an office on the screen: file, rules, typesetter and pages come together here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QTimer

from ita_desktop.app.folders import NO_FOLDERS, Folders
from ita_desktop.app.office.opening import wall_clock
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.start.library import Library
from ita_desktop.app.start.new_office import NewOffice, create_office
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.framework import Framework
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.look.line_breaks import LineBreaks, line_breaks
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.pages.agency.page import AgencyPage
from ita_desktop.ui.pages.analysis.page import AnalysisPage
from ita_desktop.ui.pages.backups.page import BackupsPage
from ita_desktop.ui.pages.check.page import CheckPage
from ita_desktop.ui.pages.documents.page import DocumentsPage
from ita_desktop.ui.pages.follow_up.page import FollowUpPage
from ita_desktop.ui.pages.frameworks.page import FrameworksPage
from ita_desktop.ui.pages.home.page import HomePage
from ita_desktop.ui.pages.measures.page import MeasuresPage
from ita_desktop.ui.pages.risks.page import RisksPage
from ita_desktop.ui.pages.scores.page import ScoresPage
from ita_desktop.ui.paper.paper import Paper
from ita_desktop.ui.paper.preview import FIRST_LOOK
from ita_desktop.ui.preferences import Preferences
from ita_desktop.ui.qt.first_paint import FirstPaint
from ita_desktop.ui.widgets.text import Text

PAGES = (
    HomePage,
    AgencyPage,
    ScoresPage,
    AnalysisPage,
    MeasuresPage,
    FollowUpPage,
    RisksPage,
    DocumentsPage,
    CheckPage,
    BackupsPage,
    FrameworksPage,
)
"""The class of every page; ``PageName`` gives the order."""


class Offices:
    """Makes the view of an office from its file."""

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        frameworks: Mapping[int, Framework],
        paper: Paper,
        library: Library,
        breaks: LineBreaks,
        sample: Callable[[], Path],
    ) -> None:
        self.theme, self._preferences = theme, preferences
        self.frameworks, self._paper, self._sample = frameworks, paper, sample
        self.library, self._breaks = library, breaks
        self._first = True

    def open(self, file: Path) -> OfficeView:
        """Open an office file; WorkspaceError with the sentence to show."""
        return self.view(Workspace.open(file, self.frameworks, backups_in=self.library.folders.backups))

    def create(self, new: NewOffice) -> OfficeView:
        """Create a new office; WorkspaceError with the sentence to show."""
        return self.view(create_office(new, self.frameworks, self.library.folders.backups))

    def sample(self) -> OfficeView:
        """Open the sample office."""
        return self.open(self._sample())

    def is_sample(self, view: OfficeView) -> bool:
        """Return whether this is the sample office."""
        return view.desk.workspace.path == self._sample()

    def view(self, workspace: Workspace) -> OfficeView:
        """Make the frame with all pages around an open workspace."""
        desk = Desk(workspace, self.theme, self._year_of(workspace), self.library)
        desk.recent = lambda: self._preferences.recent
        if self._first:
            self._breaks.postpone()
        pages = [page(desk) for page in sorted(PAGES, key=lambda page: list(PageName).index(page.NAME))]
        view = OfficeView(desk, pages, self._paper, self._preferences)
        if self._first:
            self._first = False
            FirstPaint(view, lambda: QTimer.singleShot(FIRST_LOOK, view, lambda: self._break_labels(view)))
        return view

    def _break_labels(self, view: OfficeView) -> None:
        """Break labels between words; the word list loads after the first page is on the screen."""
        self._breaks.resume()
        for text in view.findChildren(Text):
            if text.wordWrap():
                text.break_again()

    def _year_of(self, workspace: Workspace) -> FiscalYear:
        """Return the plan year shown last, else the file's newest, else today's, if its rules are known."""
        office = workspace.office
        plans = [int(plan.fiscal_year) for plan in office.plans]
        after = [int(year.fiscal_year) + 1 for year in office.years]
        kept = self._preferences.plan_year(workspace.path)
        if kept in (*plans, *after):
            return FiscalYear(kept)
        if plans or after:
            return FiscalYear(max(plans or after))
        now = FiscalYear.of(wall_clock().date())
        return min(now, FiscalYear(max(workspace.frameworks)).next)


def load_offices(
    theme: Theme,
    preferences: Preferences,
    resources: Path,
    frameworks: Mapping[int, Framework],
    sample: Callable[[], Path],
    folders: Folders = NO_FOLDERS,
) -> Offices:
    """Load what opening an office needs: rules, typesetter, and the words at which labels break."""
    paper = Paper(resources)
    breaks = line_breaks()
    if breaks is None:
        raise RuntimeError("make_application was not called")
    breaks.use(paper.label_breaks, paper.line_ends)
    return Offices(theme, preferences, frameworks, paper, Library(resources, folders), breaks, sample)
