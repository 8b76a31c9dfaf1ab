"""The cards of the first page: the year's path, its papers, all years, and the files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.app.checks.left import Left
from ita_desktop.app.papers.document_states import (
    SAID,
    DocumentState,
    changed_words,
    say_state,
    standing_of,
    state_of,
    state_words,
)
from ita_desktop.app.papers.printing import YearPaper, sheets
from ita_desktop.app.year.path import Mile, Progress, path, stage_words
from ita_desktop.domain.rules import scoring
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.page_names import PAGE_OF
from ita_desktop.ui.look.left_marks import left_mark, paper_mark
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.wording import digits, long_day, score
from ita_desktop.ui.widgets.buttons import Button, IconButton
from ita_desktop.ui.widgets.card import Card, clear
from ita_desktop.ui.widgets.field import ChoiceField
from ita_desktop.ui.widgets.sized import sized
from ita_desktop.ui.widgets.text import Chip, IconMark, Text

MARKS = {
    Progress.DONE: ("circle-check", Tone.GOOD),
    Progress.NEXT: ("circle-dot", Tone.ACCENT),
    Progress.LATER: ("circle", Tone.PLAIN),
}
SHOWN_FILES = 5


def offered_states(seen: DocumentState, left: Left | None) -> tuple[tuple[DocumentState, str], ...]:
    """What the office can say of a paper: what the program sees by itself, and what is more than that."""
    more = SAID[SAID.index(seen) + 1 :] if seen in SAID else SAID
    own = state_words(seen) if seen in SAID else left_mark(left)[1]
    return ((seen, own), *((state, state_words(state)) for state in more))


class PathCard(Card):
    """What is done, what is next, and until when."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme.sizes)
        self._desk = desk
        self._shown: tuple[Mile, ...] | None = None
        self._title = Text("", "heading")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(desk.theme.sizes.step)
        self.box.addWidget(self._title)
        self.box.addLayout(self._rows)

    @property
    def miles(self) -> tuple[Mile, ...]:
        """The stretches shown."""
        return self._shown or ()

    def refresh(self) -> None:
        """Show how far the year is."""
        desk = self._desk
        said = [state_of(desk.workspace, desk.plan_year, one) in SAID for one in sheets(desk.facts) if not one.needs]
        miles = path(desk.facts, papers_done=bool(said) and all(said))
        self._title.setText(tr("Plan of fiscal year {year}").format(year=digits(desk.plan_year)))
        if miles != self._shown:
            self._shown = miles
            clear(self._rows)
            for mile in miles:
                self._rows.addWidget(self._row(mile))

    def _row(self, mile: Mile) -> QWidget:
        theme, sizes, today = self._desk.theme, self._desk.theme.sizes, self._desk.today()
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.step * 2)
        icon, tone = MARKS[mile.progress]
        words = {Progress.DONE: tr("done"), Progress.NEXT: tr("next"), Progress.LATER: tr("later")}
        row.addWidget(IconMark(theme, icon, tone, words[mile.progress]))
        role = {Progress.NEXT: "strong", Progress.DONE: "muted"}.get(mile.progress, "body")
        row.addWidget(Text(stage_words(mile.stage), role))
        if mile.is_late(today):
            row.addWidget(Chip(theme, "clock", tr("overdue"), Tone.WRONG))
        elif mile.is_soon(today):
            row.addWidget(Chip(theme, "clock", tr("due soon"), Tone.LOOK))
        row.addStretch(1)
        if mile.due is not None and mile.progress is not Progress.DONE:
            row.addWidget(Text(tr("by {day}").format(day=long_day(mile.due)), "help"))
        is_next = mile.progress is Progress.NEXT
        go = partial(self._desk.page_wanted.emit, PAGE_OF[mile.work])
        button = Button(theme, tr("Go there"), go, quiet=not is_next, primary=is_next)
        button.setAccessibleName(tr("Go there: {step}").format(step=stage_words(mile.stage)))
        row.addWidget(button)
        sized(holder, theme, lambda sizes: holder.setMinimumHeight(sizes.field))
        return holder


class PapersCard(Card):
    """The year's papers, each with its state."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme.sizes, tr("Papers of the year"))
        self._desk = desk
        self._shown: tuple[YearPaper, ...] = ()
        self.fields: dict[tuple[str, str], ChoiceField] = {}
        self._changed: dict[tuple[str, str], Text] = {}
        self.marks: dict[tuple[str, str], IconMark] = {}
        self._waiting = Text("", "help")
        desk.checking.changed.connect(self.refresh)
        self.head.addWidget(self._waiting)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(desk.theme.sizes.step * 2)
        self._grid.setVerticalSpacing(desk.theme.sizes.step)
        self.box.addLayout(self._grid)

    def refresh(self) -> None:
        """Show the papers and what is said of them."""
        offered = sheets(self._desk.facts)
        if offered != self._shown:
            self._shown = offered
            clear(self._grid)
            self.fields.clear()
            self._changed.clear()
            self.marks.clear()
            for row, sheet in enumerate(offered):
                self._add(row, sheet)
        waiting = 0
        for sheet in offered:
            standing = standing_of(self._desk.workspace, self._desk.plan_year, sheet)
            field = self.fields[sheet.document, sheet.memo]
            left = self._desk.checking.left_of(sheet)
            field.set_choices(offered_states(standing.seen, left))
            field.show_value(standing.state)
            icon, words, tone = paper_mark(left, standing)
            self.marks[sheet.document, sheet.memo].show_icon(icon, tone, words)
            changed = self._changed[sheet.document, sheet.memo]
            wrong = tone is Tone.WRONG
            told = words if wrong else changed_words(standing)
            changed.setText(told)
            changed.set_tone(tone.value if wrong else "look")
            changed.setVisible(bool(told))
            waiting += standing.state is DocumentState.PRINTED
        text = tr("{count} wait for a signature").format(count=digits(waiting)) if waiting else ""
        self._waiting.setText(text)

    def _add(self, row: int, sheet: YearPaper) -> None:
        theme = self._desk.theme
        field = ChoiceField(theme, tr("State of {title}").format(title=sheet.title))
        sized(field, theme, lambda sizes: field.setMinimumWidth(sizes.px(150)))
        field.finished.connect(lambda: self._say(sheet, field))
        self.fields[sheet.document, sheet.memo] = field
        show = IconButton(theme, "eye", tr("Show {title}").format(title=sheet.title), partial(self._show_sheet, sheet))
        show.setEnabled(sheet.possible)
        mark = self.marks[sheet.document, sheet.memo] = IconMark(theme, "circle")
        self._grid.addWidget(mark, row, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(sheet.title, wrap=True))
        changed = self._changed[sheet.document, sheet.memo] = Text("", "help", wrap=True, tone="look")
        changed.hide()
        words.addWidget(changed)
        self._grid.addLayout(words, row, 1)
        self._grid.addWidget(field, row, 2)
        self._grid.addWidget(show, row, 3)

    def _say(self, sheet: YearPaper, field: ChoiceField) -> None:
        say_state(self._desk.workspace, self._desk.plan_year, sheet, field.value())

    def _show_sheet(self, sheet: YearPaper) -> None:
        self._desk.sheet_wanted.emit(sheet)


class YearsCard(Card):
    """All years of the office: open one, remove one."""

    year_wanted = Signal(int)
    removal_wanted = Signal(int)
    new_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme.sizes, tr("Years"))
        self._desk = desk
        self._shown: object = None
        new = Button(desk.theme, tr("Begin a new year…"), self.new_wanted.emit, icon="calendar-plus")
        self.head.addWidget(new)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(3, 1)
        self._grid.setHorizontalSpacing(desk.theme.sizes.inside)
        self._grid.setVerticalSpacing(0)
        self.box.addLayout(self._grid)

    @property
    def plan_years(self) -> tuple[int, ...]:
        """Those that have a plan or a result to plan from, newest first."""
        office = self._desk.office
        found = {int(p.fiscal_year) for p in office.plans} | {int(y.fiscal_year) + 1 for y in office.years}
        return tuple(sorted(found, reverse=True))

    def refresh(self) -> None:
        """Show the years."""
        shown = (self._desk.office.years, self._desk.office.plans, self._desk.plan_year)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._grid)
        heads = (tr("Result of"), tr("Total"), tr("Plan of"), tr("Measures"))
        for column, word in enumerate(heads):
            self._grid.addWidget(Text(word, "head"), 0, column)
        for row, year in enumerate(self.plan_years, start=1):
            self._add(row, FiscalYear(year))

    def _add(self, row: int, plan_year: FiscalYear) -> None:
        theme, office = self._desk.theme, self._desk.office
        result = next((y for y in office.years if y.fiscal_year == plan_year.previous), None)
        plan = next((p for p in office.plans if p.fiscal_year == plan_year), None)
        rules = self._desk.workspace.frameworks.get(plan_year.previous)
        total = scoring.overall_shown(result, rules) if result else None
        level = scoring.level_shown(result, rules) if result else ""
        role = "strong" if plan_year == self._desk.plan_year else "body"
        self._grid.addWidget(Text(digits(plan_year.previous), role), row, 0)
        self._grid.addWidget(Text(f"{score(total)}  {level}".strip(), role), row, 1)
        self._grid.addWidget(Text(digits(plan_year), role), row, 2)
        self._grid.addWidget(Text(digits(len(plan.measures)) if plan else "–", role), row, 3)
        open_ = Button(theme, tr("Open"), partial(self.year_wanted.emit, int(plan_year)), quiet=True)
        open_.setAccessibleName(tr("Open the plan of {year}").format(year=digits(plan_year)))
        remove = partial(self.removal_wanted.emit, int(plan_year))
        bin_ = IconButton(theme, "trash-2", tr("Remove the plan of {year}").format(year=digits(plan_year)), remove)
        self._grid.addWidget(open_, row, 4)
        self._grid.addWidget(bin_, row, 5)


class FilesCard(Card):
    """This file, and those opened before."""

    copy_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme.sizes, tr("Files"))
        self._desk = desk
        self.head.addWidget(Button(desk.theme, tr("Save a copy…"), self.copy_wanted.emit, icon="copy"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._here = Text("", "help", wrap=True)
        self.box.addWidget(self._here)
        self.box.addLayout(self._rows)
        self._shown: tuple[Path, ...] | None = None

    def refresh(self) -> None:
        """Show the files."""
        here = self._desk.workspace.path
        self._here.setText(tr("This office is saved in {file}").format(file=here))
        recent = tuple(file for file in self._desk.recent() if file != here)[:SHOWN_FILES]
        if recent == self._shown:
            return
        self._shown = recent
        clear(self._rows)
        for file in recent:
            button = Button(self._desk.theme, file.stem, partial(self._open, file), icon="file-text", quiet=True)
            button.setAccessibleName(tr("Open {file}").format(file=file.stem))
            self._rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _open(self, file: Path) -> None:
        self._desk.file_wanted.emit(file)
