"""The bar above (office, year pair) and the bar below (saved at, what needs a look, what undo would undo)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from ita_desktop.app.checks.finding_report import severity_name
from ita_desktop.app.checks.findings import sentence
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.undo_words import undo_words
from ita_desktop.ui.look.wording import clock, digits, message, prose
from ita_desktop.ui.parts.finding_row import LOOKS
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.menu_button import MenuButton
from ita_desktop.ui.widgets.search_field import SearchField
from ita_desktop.ui.widgets.text import IconMark, Text

SHORTEST_NAME = 10
"""Letters of the office's name that stay in a narrow window."""
SENTENCES = 8
"""Findings that the tool tip below names."""


def year_pair(assessed: int, plan: int) -> str:
    """ผลปีงบประมาณ ๒๕๖๗ → แผนปี ๒๕๖๘."""
    text = tr("Result of fiscal year {assessed} → plan of {plan}")
    return text.format(assessed=digits(assessed), plan=digits(plan))


class OfficeName(QWidget):
    """The office's name, and its district and province where there is room."""

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self.name, self.place = Text("", "heading"), Text("", "muted")
        self._whole = ""
        self._spacing = spacing
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing)
        row.addWidget(self.name)
        row.addWidget(self.place)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_office(self, name: str, place: str) -> None:
        """Show another office; the tool tip has what does not fit."""
        self._whole = name
        self.place.setText(place)
        self.setToolTip(f"{name} {place}".strip())
        self.fit()

    def sizeHint(self) -> QSize:
        return QSize(self._width(self._whole), self.name.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width("…") * SHORTEST_NAME, self.name.minimumSizeHint().height())

    def fit(self) -> None:
        """Show as much of the name as fits, and the place only if it fits whole."""
        room = self.width() - self._spacing
        self.name.setText(self.name.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))
        self.name.setAccessibleName(self._whole)
        wanted = self._width(self._whole) + self._spacing + self.place.sizeHint().width()
        self.place.setVisible(wanted <= room)
        self._row.invalidate()
        self._row.activate()

    def _width(self, text: str) -> int:
        return self.name.fontMetrics().horizontalAdvance(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class TopBar(QObject):
    """Pieces of the head bar: the office, the search over it, and the years everything on the screen is about."""

    year_picked = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.years = MenuButton(desk.theme, tr("Years"))
        self.search = SearchField(desk.theme)
        self.office = OfficeName(desk.theme.sizes.step * 2)
        self._narrow = False
        self._more = QMenu(tr("Another year"), self.years.entries)
        self._offered: object = None

    def set_narrow(self, narrow: bool) -> None:
        """Hide words if the window is narrow."""
        self._narrow = narrow
        self._show_years()

    def _show_years(self) -> None:
        assessed, plan = self._desk.assessed_year, self._desk.plan_year
        short = tr("Result {assessed} → plan {plan}").format(assessed=digits(assessed), plan=digits(plan))
        self.years.setText(short if self._narrow else year_pair(assessed, plan))

    def leave(self) -> None:
        """Remove the office's parts from the bar when it is closed."""
        for piece in (self.office, self.search, self.years):
            piece.hide()
            piece.deleteLater()

    def refresh(self) -> None:
        """Show the office and the years it has."""
        agency = self._desk.facts.agency
        parts = (("อ.", agency.district), ("จ.", agency.province))
        place = " ".join(short + name for short, name in parts if name)
        self.office.show_office(agency.name or tr("Office without a name yet"), place)
        self._show_years()
        own = {int(p.fiscal_year): int(p.assessed_year) for p in self._desk.office.plans}
        for year in self._desk.office.years:
            own.setdefault(int(year.fiscal_year.next), int(year.fiscal_year))
        own.setdefault(int(self._desk.plan_year), int(self._desk.assessed_year))
        others = tuple(year for year in sorted(self._desk.workspace.frameworks, reverse=True) if year + 1 not in own)
        offered = (tuple(sorted(own.items(), reverse=True)), others, int(self._desk.plan_year))
        if offered != self._offered:
            self._offered = offered
            self._offer(*offered[:2])

    def _offer(self, own: Sequence[tuple[int, int]], others: Sequence[int]) -> None:
        """Rebuild the menu of years; the menu owns its entries and deletes them when cleared."""
        menu, more = self.years.entries, self._more
        menu.clear()
        more.clear()
        for plan, assessed in own:
            menu.addAction(self._entry(menu, plan, assessed, marked=True))
        menu.addSeparator()
        menu.addMenu(more)
        for assessed in others:
            more.addAction(self._entry(more, assessed + 1, assessed, marked=False))

    def _entry(self, menu: QMenu, plan: int, assessed: int, *, marked: bool) -> QAction:
        action = QAction(year_pair(assessed, plan), menu)
        action.setCheckable(marked)
        action.setChecked(marked and plan == self._desk.plan_year)
        action.triggered.connect(lambda: self.year_picked.emit(FiscalYear(plan)))
        return action


Change = tuple[str | None, int, datetime | None]
"""What a change is known by: its label, its place in the history, its time."""


class BottomBar(QFrame):
    """Quiet signs: saved, what needs a look, undo."""

    findings_pressed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("bottomBar")
        self._desk = desk
        sizes = desk.theme.sizes
        self._saved_mark = IconMark(desk.theme, "check", Tone.GOOD)
        self._saved = Text()
        self._findings_mark = IconMark(desk.theme, "circle-alert", Tone.LOOK)
        self._findings = Button(desk.theme, "", self.findings_pressed.emit, quiet=True)
        self._undo = Text()
        self._said_after: Change | None = None
        """The last change when something was said; None where nothing is said."""
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.inside, 0, sizes.inside, 0)
        row.setSpacing(sizes.step + 2)
        row.addWidget(self._saved_mark)
        row.addWidget(self._saved)
        row.addSpacing(sizes.inside)
        row.addWidget(self._findings_mark)
        row.addWidget(self._findings)
        row.addStretch(1)
        row.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignRight)
        desk.theme.changed.connect(self._resize)
        self._resize()

    def refresh(self, findings: tuple[str, ...]) -> None:
        """Show the time of the last save, the sentences of what needs a look, and the last step."""
        workspace = self._desk.workspace
        at = workspace.saved_at
        self._saved.setText(tr("Saved {time}").format(time=clock(at)) if at else tr("Everything is saved"))
        self._saved.setToolTip(tr("Each finished edit is saved at once; there is no Save button."))
        self._saved_mark.show_icon("check", Tone.GOOD)
        if workspace.read_only:
            self._saved.setText(tr("For reading only"))
            self._saved.setToolTip(workspace.read_only_reason)
            self._saved_mark.show_icon("circle-alert", Tone.LOOK)
        self._show_findings(findings)
        if self._said_after == self._last_change:
            return  # the checks of a change come after it; what was said since stays until the next change
        self._said_after = None
        label = self._desk.workspace.undo_label
        words = tr("Undo: {step} (Ctrl+Z)").format(step=undo_words(label)) if label else ""
        self._undo.setText(words)
        self._undo.set_tone("")

    @property
    def _last_change(self) -> Change:
        workspace = self._desk.workspace
        return workspace.undo_label, len(workspace.history), workspace.saved_at

    def _show_findings(self, unfinished: tuple[str, ...]) -> None:
        """Show the number of findings; if there are none, what the pages lack."""
        checking = self._desk.checking
        counts = [(severity, checking.count(severity)) for severity in Severity]
        words = [f"{severity_name(severity)} {digits(count)}" for severity, count in counts if count]
        sentences = [prose(sentence(finding)) for finding in checking.open[:SENTENCES]]
        if unfinished and not any(count for severity, count in counts if severity is not Severity.ADVICE):
            many = tr("{count} to look at: {first}") if len(unfinished) > 1 else tr("To look at: {first}")
            words = [many.format(count=digits(len(unfinished)), first=unfinished[0])]
        severity = next((severity for severity, count in counts if count), Severity.LOOK)
        self._findings_mark.show_icon(*LOOKS[Severity.LOOK if unfinished and not checking.open else severity])
        for piece in (self._findings_mark, self._findings):
            piece.setVisible(bool(words))
        self._findings.setText(" · ".join(words))
        self._findings.setAccessibleName(tr("Check before printing: {what}").format(what=self._findings.text()))
        self._findings.setToolTip("\n".join((*sentences, *unfinished)))

    def say(self, text: str, tone: Tone = Tone.GOOD) -> None:
        """Show one sentence about what was just done; the next change replaces it."""
        self._said_after = self._last_change
        self._undo.setText(message(text))
        self._undo.set_tone(tone.value)

    def _resize(self) -> None:
        self.setFixedHeight(self._desk.theme.sizes.bottom)

    @property
    def texts(self) -> tuple[str, str, str]:
        """Saved, findings, undo, as shown."""
        return self._saved.text(), self._findings.text(), self._undo.text()
