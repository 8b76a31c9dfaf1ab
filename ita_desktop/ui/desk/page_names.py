"""The pages of an open office: their names, order, titles, icons and keys, known before any page is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ita_desktop.app.year.work import Work
from ita_desktop.i18n import tr


class PageName(StrEnum):
    """A page, in the order of the rail; help topics and pictures of pages are filed under these names."""

    HOME = "home"
    AGENCY = "agency"
    SCORES = "scores"
    ANALYSIS = "analysis"
    MEASURES = "measures"
    FOLLOW_UP = "follow_up"
    RISKS = "risks"
    DOCUMENTS = "documents"
    CHECK = "check"
    BACKUPS = "backups"
    FRAMEWORKS = "frameworks"


_F_KEYS: Mapping[PageName, str] = {
    PageName.HOME: "Shift+F4",
    PageName.AGENCY: "F5",
    PageName.SCORES: "F6",
    PageName.ANALYSIS: "F7",
    PageName.MEASURES: "F8",
    PageName.FOLLOW_UP: "Shift+F8",
    PageName.RISKS: "Shift+F9",
    PageName.DOCUMENTS: "F9",
    PageName.CHECK: "Ctrl+F9",
    PageName.FRAMEWORKS: "Shift+F11",
    PageName.BACKUPS: "Ctrl+F10",
}

PAGE_OF: Mapping[Work, PageName] = {
    Work.OFFICE: PageName.AGENCY,
    Work.SCORES: PageName.SCORES,
    Work.ANALYSIS: PageName.ANALYSIS,
    Work.MEASURES: PageName.MEASURES,
    Work.PAPERS: PageName.DOCUMENTS,
    Work.FOLLOW_UP: PageName.FOLLOW_UP,
    Work.RULES: PageName.FRAMEWORKS,
}
"""The page where each kind of work is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLabel:
    """How rail, menu and head show a page; the title in the language spoken now."""

    title: str
    icon: str
    keys: tuple[str, ...]


def page_label(name: PageName) -> PageLabel:
    """Return title, icon and keys of a page; the first ten have Ctrl and a digit besides their F-key."""
    number = list(PageName).index(name)
    title, icon = {
        PageName.HOME: (tr("Home"), "house"),
        PageName.AGENCY: (tr("Office"), "landmark"),
        PageName.SCORES: (tr("Scores"), "table-2"),
        PageName.ANALYSIS: (tr("Analysis"), "chart-column"),
        PageName.MEASURES: (tr("Measures"), "list-checks"),
        PageName.FOLLOW_UP: (tr("Following up"), "calendar-check-2"),
        PageName.RISKS: (tr("Risks"), "shield-alert"),
        PageName.DOCUMENTS: (tr("Documents"), "printer"),
        PageName.CHECK: (tr("Final check"), "scan-search"),
        PageName.FRAMEWORKS: (tr("Rules of the years"), "scale"),
        PageName.BACKUPS: (tr("Backups"), "archive-restore"),
    }[name]
    keys = (f"Ctrl+{number}", _F_KEYS[name]) if number <= 9 else (_F_KEYS[name],)
    return PageLabel(title=title, icon=icon, keys=keys)
