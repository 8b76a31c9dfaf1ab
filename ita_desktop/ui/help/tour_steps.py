"""What the tour of the sample office shows (นำชมหน่วยงานตัวอย่าง): seven places on the way from scores to paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ita_desktop.i18n import tr
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.frame.view import OfficeView


@dataclass(frozen=True, slots=True, kw_only=True)
class TourStep:
    """One place: the page, what is said there, and the part that is pointed at."""

    page: PageName | None
    """None for the last step, which stays where the tour is."""
    title: str
    text: str
    part: Callable[[OfficeView], QWidget | None]


def tour_steps() -> tuple[TourStep, ...]:
    """Return all steps in the language spoken now."""

    def on_page(view: OfficeView) -> QWidget | None:
        return view.page.landmark()

    def paper(view: OfficeView) -> QWidget | None:
        return view.preview if view.preview.isVisible() else view.page.landmark()

    said = (
        (
            PageName.HOME,
            tr("Home: what comes next"),
            tr("The path of the year shows what is done and what comes next; the button in a row leads there."),
        ),
        (
            PageName.SCORES,
            tr("Scores: typed once"),
            tr("Type the scores of the result, or paste them from Excel. The total and the level come at once."),
        ),
        (
            PageName.ANALYSIS,
            tr("Analysis: written for you"),
            tr("Strengths, weaknesses and the change since last year, with a proposed text that you can change."),
        ),
        (
            PageName.MEASURES,
            tr("Measures: the plan"),
            tr("For each indicator what is done, by whom and until when. Measures of other offices are proposed."),
        ),
        (
            PageName.FOLLOW_UP,
            tr("Follow-up: the results"),
            tr("Results, evidence and progress of each measure, round by round; late ones are marked."),
        ),
        (
            PageName.DOCUMENTS,
            tr("Documents: the paper"),
            tr("The preview (F4) is exactly the page that is printed. Faults are found before; then print or save it."),
        ),
        (
            None,
            tr("Now your own office"),
            tr("This office is invented; try anything. Starting your own takes about a minute."),
        ),
    )
    parts = {PageName.DOCUMENTS: paper, None: lambda _: None}
    return tuple(
        TourStep(page=page, title=title, text=text, part=parts.get(page, on_page)) for page, title, text in said
    )
