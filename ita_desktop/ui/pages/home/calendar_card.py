"""The calendar of the year on the first page: deadlines, how sure they are, and a link to their page."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ita_desktop.app.year.calendar import Deadline, deadlines, next_due, undated
from ita_desktop.app.year.path import Mile
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.page_names import PAGE_OF, PageName
from ita_desktop.ui.look.wording import digits, shown_place, window_words
from ita_desktop.ui.pages.home.deadline_table import (
    DATE,
    NUMBER,
    STATE,
    WHAT,
    DeadlineTableModel,
    look,
    sure_words,
)
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.row_table import fit_rows, row_table
from ita_desktop.ui.widgets.text import Text
from ita_desktop.ui.widgets.two_lines import TwoLinesDelegate
from ita_desktop.ui.widgets.year_strip import StripMark, YearStrip


class CalendarCard(Card):
    """A strip of months above, the list below; what is due next first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme.sizes)
        self._desk = desk
        theme = desk.theme
        self._title = Text("", "heading")
        self.head.addWidget(self._title)
        self.head.addStretch(1)
        correct = Button(theme, tr("Correct the dates"), self._correct, quiet=True, icon="calendar-days")
        self.head.addWidget(correct)
        self.box.addLayout(self.head)
        self.strip = YearStrip(theme, tr("What is due"))
        self.strip.chosen.connect(self.open_row)
        self.model = DeadlineTableModel(theme, self)
        widths = {NUMBER: 40, DATE: 176, STATE: 130}
        self.table = row_table(
            theme,
            self.model,
            tr("What is due"),
            wide=WHAT,
            widths=widths,
            chosen=lambda _row: None,
            height=lambda sizes: sizes.two_lines,
        )
        self.table.setItemDelegateForColumn(WHAT, TwoLinesDelegate(theme, self))
        self.table.setWordWrap(False)
        self.table.setCursor(Qt.CursorShape.PointingHandCursor)
        self.table.clicked.connect(lambda index: self.open_row(index.row()))
        self.table.activated.connect(lambda index: self.open_row(index.row()))
        self._with_over = False
        self.over_button = Button(
            theme, tr("Hide what is done or passed"), self.switch_over, quiet=True, icon="history"
        )
        self._undated = Text("", "help", wrap=True)
        hint = tr("Filled: the date is sure. Hollow: it is not confirmed, or taken from an earlier year.")
        legend = Text(hint, "help", wrap=True)
        for widget in (self.strip, legend, self.table):
            self.box.addWidget(widget)
        self.box.addWidget(self.over_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addWidget(self._undated)

    @property
    def shown(self) -> tuple[Deadline, ...]:
        """What the list shows, in its order."""
        return tuple(one for row in range(self.model.rowCount()) if (one := self.model.value(row)) is not None)

    def show_miles(self, miles: tuple[Mile, ...]) -> None:
        """Show the year as it stands today."""
        desk = self._desk
        facts, today, rules = desk.facts, desk.today(), desk.workspace.frameworks
        found = next_due(deadlines(facts, rules, miles, today), today)
        self._title.setText(tr("Calendar of fiscal year {year}").format(year=digits(desk.plan_year)))
        self.model.show_on(found, today)
        self.strip.show_year(desk.plan_year, tuple(self._mark(one) for one in found), today)
        self._fit(sum(one.is_over(today) for one in found))
        lines = [f"{entry.name}: {entry.text}" for entry in undated(rules.get(desk.plan_year))]
        self._undated.setText(shown_place("\n".join(lines)))
        self._undated.setVisible(bool(lines))

    def switch_over(self) -> None:
        """Show or hide what is done or has passed."""
        self._with_over = not self._with_over
        today = self._desk.today()
        self._fit(sum(one.is_over(today) for one in self.shown))

    def _fit(self, over: int) -> None:
        """Fit the height to the rows; past entries are at the end."""
        open_ = self.model.rowCount() - over
        rows = self.model.rowCount() if self._with_over else open_
        for row in range(self.model.rowCount()):
            self.table.setRowHidden(row, row >= rows)
        fit_rows(self.table, self._desk.theme, rows)
        self.table.setVisible(rows > 0)
        show, hide = tr("Show {count} done or passed"), tr("Hide what is done or passed")
        self.over_button.setText(hide if self._with_over else show.format(count=digits(over)))
        self.over_button.setAccessibleName(self.over_button.text())
        self.over_button.setVisible(over > 0)

    def open_row(self, row: int) -> None:
        """Open the page for the work of a row."""
        if (one := self.model.value(row)) is not None:
            self._desk.page_wanted.emit(PAGE_OF[one.work])

    def _correct(self) -> None:
        self._desk.page_wanted.emit(PageName.FRAMEWORKS)

    def _mark(self, one: Deadline) -> StripMark:
        _, state, tone = look(one, self._desk.today())
        words = f"{shown_place(one.name)}, {window_words(one.window)}, {state}, {sure_words(one)}"
        window = one.window
        return StripMark(first=window.first, last=window.last, tone=tone, sure=one.confidence.is_sure, words=words)
