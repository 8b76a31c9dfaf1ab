"""คะแนน: the year's scores, indicator by indicator, beside the year before; totals and level as one types."""

from __future__ import annotations

from ita_desktop.domain.values.origin import Origin, Root
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.page import Page, StepState
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.pages.scores.grid import ScoreGrid
from ita_desktop.ui.pages.scores.itas_card import ItasCard
from ita_desktop.ui.pages.scores.official_result import OfficialCards
from ita_desktop.ui.pages.scores.paste_panel import PastePanel
from ita_desktop.ui.pages.scores.score_parts import ScoreParts
from ita_desktop.ui.pages.scores.years_grid import YearsGrid
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Notice
from ita_desktop.ui.widgets.fold import Fold


class ScoresPage(Page):
    """Copied from the result page of ITAS."""

    NAME = PageName.SCORES
    TABLES = frozenset({"year", "score", "plan", "copy"})
    DOCUMENT = "analysis-report"

    def build(self) -> None:
        desk = self.desk
        self.add_action(Button(desk.theme, tr("Paste from Excel"), self.open_paste, icon="clipboard-paste"))
        self.add_action(
            Button(
                desk.theme,
                tr("Next: analysis"),
                lambda: desk.page_wanted.emit(PageName.ANALYSIS),
                primary=True,
            )
        )
        self._notice = Notice(desk.theme)
        self.grid = ScoreGrid(desk)
        self.official = OfficialCards(desk)
        self.itas = ItasCard(desk)
        self.paste = PastePanel(desk)
        self.paste.closed.connect(self._pasted)
        self.parts_fold, self.years_fold = self._folds()
        for part in (self._notice, self.paste, self.grid, self.official, self.itas, self.parts_fold, self.years_fold):
            self.flow.column.addWidget(part)
        self.paste.hide()
        self.grid.block_pasted.connect(self.open_paste_at)
        self.flow.column.addStretch(1)
        desk.drafted.connect(self._drafted)

    def help(self) -> str:
        return tr("Copy them from the result page in ITAS; Thai or Arabic digits, Enter goes down.")

    def refresh(self) -> None:
        self._notice.say(self._year_notice())
        self.grid.refresh()
        self.official.refresh()
        self.itas.refresh()
        for content in self._unfolded:
            content.refresh()

    def reset(self) -> None:
        self.paste.hide()
        self.grid.reset()
        self.official.reset()
        self.itas.reset()
        for content in self._unfolded:
            content.reset()
        self.refresh()

    def flush(self) -> None:
        self.grid.form.flush()
        self.official.form.flush()
        for content in self._unfolded:
            content.form.flush()

    def open_paste(self) -> None:
        """Show what was copied, and what would go where."""
        self.flush()
        self.paste.open_with()
        self.flow.ensureWidgetVisible(self.paste)

    def choose_picture(self) -> None:
        """Ask for the picture of the ITAS page."""
        self.flow.ensureWidgetVisible(self.itas)
        self.itas.ask()

    def paste_picture(self) -> None:
        """Keep the picture of the ITAS page that was copied."""
        self.flow.ensureWidgetVisible(self.itas)
        self.itas.paste()

    def open_paste_at(self, indicator: str, text: str) -> None:
        """The same for a block pasted into the field of an indicator."""
        self.paste.open_with(text, indicator)
        self.flow.verticalScrollBar().setValue(0)

    @property
    def notice(self) -> str:
        """What is said about the year's rules."""
        return self._notice.text

    def state(self) -> StepState:
        framework, assessed = self.desk.facts.framework, self.desk.facts.assessed
        if framework is None:
            return StepState()
        asked = [indicator.id for indicator in framework.indicators]
        missing = [one for one in asked if assessed is None or one not in assessed.scores]
        if not missing:
            return StepState(done=True)
        look_at = ""
        if len(missing) < len(asked):
            look_at = tr("Not entered yet: indicator {ids}").format(ids=digits(", ".join(missing)))
        return StepState(count=digits(f"{len(asked) - len(missing)}/{len(asked)}"), look_at=look_at)

    def show_origin(self, origin: Origin) -> bool:
        is_here = origin.root == Root.YEAR and origin.fiscal_year == self.desk.assessed_year
        name, *rest = origin.path or ("",)
        if not is_here or not rest:
            return False
        if name == "scores" and rest[0] in self.grid.fields:
            self.grid.fields[rest[0]].setFocus()
            return True
        if name == "scores":
            self.parts_fold.set_open(True)
            part = next((c.fields.get(rest[0]) for c in self._unfolded if isinstance(c, ScoreParts)), None)
            if part is not None:
                part.setFocus()
                self.flow.ensureWidgetVisible(part)
            return part is not None
        return name == "official" and self.official.show_field(rest)

    @property
    def _unfolded(self) -> tuple[ScoreParts | YearsGrid, ...]:
        contents = (self.parts_fold.content, self.years_fold.content)
        return tuple(content for content in contents if isinstance(content, ScoreParts | YearsGrid))

    def _folds(self) -> tuple[Fold, Fold]:
        desk = self.desk
        parts = Fold(
            desk.theme,
            tr("Sub-indicators, questions and OIT items"),
            tr("Only where you have them; they make the analysis more exact."),
            lambda: ScoreParts(desk),
        )
        years = Fold(
            desk.theme,
            tr("Scores of earlier years"),
            tr("All years beside each other, for trend and comparison."),
            lambda: YearsGrid(desk),
        )
        for fold in (parts, years):
            fold.opened.connect(self.refresh)
        return parts, years

    def _pasted(self) -> None:
        first = next(iter(self.grid.fields.values()), None)
        if first is not None:
            first.setFocus()

    def _drafted(self, origin: str) -> None:
        if self.isVisible() and Origin(origin).root == Root.YEAR:
            self.grid.show_figures()
            self.official.show_figures()

    def _year_notice(self) -> str:
        framework, year = self.desk.facts.framework, digits(self.desk.assessed_year)
        if framework is None:
            return tr("The rules of fiscal year {year} are not known to the program.").format(year=year)
        if framework.draft:
            text = tr("The rules of fiscal year {year} are a draft: check them against the official manual.")
            return text.format(year=year)
        if not framework.announced:
            return tr("The result of fiscal year {year} is not announced yet; enter it when it is.").format(year=year)
        return ""
