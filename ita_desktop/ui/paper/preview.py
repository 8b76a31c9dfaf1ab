"""The page as it will print, beside every step."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ita_desktop.app.checks.findings import sentence
from ita_desktop.app.checks.left import Left, LeftState, missing_words
from ita_desktop.app.papers.office_options import options_of
from ita_desktop.app.papers.printing import YearPaper, sheets
from ita_desktop.documents import DocumentOptions, results_report
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.origin import Origin
from ita_desktop.i18n import tr
from ita_desktop.typeset import Place
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.left_marks import left_mark
from ita_desktop.ui.look.wording import digits, prose, shown_place
from ita_desktop.ui.paper.find_bar import FindBar
from ita_desktop.ui.paper.kept import Shown
from ita_desktop.ui.paper.kept_view import KeptView
from ita_desktop.ui.paper.page_view import PageView, Spot
from ita_desktop.ui.paper.paper import Paper, Printed
from ita_desktop.ui.qt.slices import Sliced
from ita_desktop.ui.widgets.buttons import Button, IconButton
from ita_desktop.ui.widgets.card import Notice
from ita_desktop.ui.widgets.field import ChoiceField
from ita_desktop.ui.widgets.one_line import OneLine
from ita_desktop.ui.widgets.progress import ProgressRow
from ita_desktop.ui.widgets.text import IconMark, Text

FIRST_LOOK = 40
"""Milliseconds that the first paper waits, so that the page beside it can be used before."""


SLOW = 0.15
"""Seconds that a paper may take and still be set with every key press."""
PAUSE = 300
"""Milliseconds without a key press before a paper is set that takes longer."""
KEPT = 4
"""Number of papers cached, so that changing between pages typesets none again."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a paper is made from."""

    facts: YearFacts
    sheet: YearPaper
    options: DocumentOptions
    round: int

    @property
    def paper(self) -> str:
        """A name for the paper, whatever stands on it."""
        return f"{self.sheet.document}/{self.sheet.memo}"

    def is_like(self, other: Wanted) -> bool:
        """Return True if the paper is exactly the same; facts are rebuilt with each change."""
        own, others = (self.sheet, self.options, self.round), (other.sheet, other.options, other.round)
        return self.facts is other.facts and own == others


class PreviewPanel(QFrame):
    """One document of the year, repainted while the user types."""

    origin_clicked = Signal(str)
    """The field that the clicked line came from."""
    fix_pressed = Signal()
    """The first thing left of the paper is wanted."""
    print_pressed = Signal()
    save_pressed = Signal()
    word_pressed = Signal()
    painted = Signal()

    def __init__(self, desk: Desk, paper: Paper) -> None:
        super().__init__()
        self.setObjectName("previewPanel")
        self._desk, self._paper = desk, paper
        self._printed = Printed()
        self._paper_shown = ""
        self._kept_view: KeptView | None = None
        self._kept: dict[str, tuple[Wanted, Printed]] = {}
        """The last papers with their inputs, so that going back to a page typesets nothing."""
        self._spot_wanted = ""
        self._stopped = self._held = False
        self._wait = FIRST_LOOK
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._begin)
        self.making = Sliced(self)
        self._wanted: Wanted | None = None
        self._took: dict[str, float] = {}
        """Seconds that each kind of paper took last."""
        self._build()
        self.making.slow.connect(self._show_slow)
        self.making.done.connect(self._made)
        self.progress.cancelled.connect(self._cancel)
        desk.drafted.connect(self._drafted)
        desk.changed.connect(self.repaint_soon)
        desk.year_chosen.connect(self.repaint_soon)

    @property
    def sheet(self) -> YearPaper | None:
        """The document shown."""
        chosen = self._choice.value()
        return next((s for s in sheets(self._desk.facts) if (s.document, s.memo) == chosen), None)

    @property
    def options(self) -> DocumentOptions:
        """How the office wants its papers."""
        return options_of(self._desk.workspace)

    @property
    def printed(self) -> Printed:
        """What the panel shows: the very bytes that are printed and saved."""
        return self._printed

    @property
    def view(self) -> PageView:
        return self._view

    @property
    def kept(self) -> Shown | None:
        """The version or copy that is looked at instead of the paper as it would print now."""
        return self._kept_view.shown if self._kept_view is not None else None

    @property
    def kept_view(self) -> KeptView:
        """Where a version or a copy is looked at; made with the first one."""
        if self._kept_view is None:
            self._kept_view = KeptView(self._desk.theme)
            self._kept_view.closed.connect(self.leave_kept)
            self._kept_view.print_pressed.connect(self.print_pressed)
            self._kept_view.save_pressed.connect(self.save_pressed)
            self._layers.addWidget(self._kept_view)
        return self._kept_view

    def show_kept(self, shown: Shown) -> None:
        """Look at a version or a copy until something else is wanted."""
        self.kept_view.show_one(shown)
        self._layers.setCurrentWidget(self.kept_view)

    def leave_kept(self) -> None:
        """Show the paper as it would print now again."""
        if self.kept is not None:
            self.kept_view.put_away()
            self._layers.setCurrentIndex(0)
            self.repaint_soon()

    def choose(self, sheet: YearPaper) -> None:
        """Show another document."""
        self.leave_kept()
        self._offer()
        self._choice.show_value((sheet.document, sheet.memo))
        self.repaint_soon()

    def choose_document(self, name: str) -> None:
        """Show the first document of this kind; nothing changes where the year has none."""
        self._offer()
        for sheet in sheets(self._desk.facts):
            if sheet.document == name and (self.sheet is None or self.sheet.document != name):
                self.choose(sheet)
                return

    def repaint_soon(self) -> None:
        """Repaint when Qt has nothing more urgent to do; several calls are one repaint."""
        if self.isVisible() and not self._stopped and not self._held:
            self._drop()
            self._later.start(self._wait)

    def hold(self) -> None:
        """Start no paper before ``release``."""
        self._held = True
        self._later.stop()

    def release(self) -> None:
        """Make papers from now on."""
        self._held = False
        self.repaint_soon()

    def stop(self) -> None:
        """Stop repainting."""
        self._stopped = True
        self._drop()
        self._later.stop()

    def repaint_now(self) -> None:
        """Typeset and paint the document, and wait until it is done."""
        self._begin()
        self.making.finish()

    @property
    def is_making(self) -> bool:
        """True while what is shown is not yet as it was typed."""
        return self._later.isActive() or self.making.is_going

    def _begin(self) -> None:
        """Typeset the document, if it is not as it was; in slices, with a look at the keyboard between them."""
        self._drop()
        self._later.stop()
        self._wait = 0
        self._offer()
        sheet = self.sheet
        if sheet is None:
            self._show("", Printed())
            return
        self._wanted = wanted = Wanted(self._desk.facts, sheet, self.options, self.round_of(sheet))
        kept = self._kept.get(wanted.paper)
        if kept is not None and kept[0].is_like(wanted):
            self._made(kept[1])
        else:
            self.making.begin(self._paper.setting(sheet, wanted.facts, wanted.options, wanted.round))

    def _made(self, printed: Printed) -> None:
        wanted = self._wanted
        assert wanted is not None
        if self._kept.pop(wanted.paper, (None, None))[1] is not printed:
            self._took[wanted.paper] = self.making.seconds
        self._kept = {**dict([*self._kept.items()][-KEPT + 1 :]), wanted.paper: (wanted, printed)}
        self._show(wanted.paper, printed)

    def _show(self, paper: str, printed: Printed) -> None:
        self.progress.hide()
        self._printed, self._paper_shown = printed, paper
        self.notice.say(shown_place(self._printed.fault) or " ".join(self._printed.notes))
        place = nearest(self._spot_wanted, self._printed.places) if self._spot_wanted else None
        self._spot_wanted = ""
        self._view.show_pdf(self._printed.pdf, place.page - 1 if place else None, self._printed.leaves, paper)
        if place is not None:
            self._view.reveal(Spot(place.page - 1, place.x, place.y))
        for button in (self._print, self._save, self._word):
            button.setEnabled(bool(self._printed.pdf))
        self._view.viewport().repaint()
        self.painted.emit()

    def round_of(self, sheet: YearPaper) -> int:
        """The follow-up round chosen for a report on results; 0 for all, and for every other paper."""
        return (self.rounds.value() or 0) if sheet.document == results_report.NAME else 0

    def _drop(self) -> None:
        self.making.drop()
        self.progress.hide()

    def _show_slow(self) -> None:
        """Show that it takes a while, and hide a paper other than the wanted one."""
        self.progress.tell(tr("Setting the pages…"), 0, 0)
        if self._wanted is not None and self._wanted.paper != self._paper_shown:
            self._printed, self._paper_shown = Printed(), ""
            self._view.show_pdf(b"")

    def _cancel(self) -> None:
        self._drop()
        self.notice.say(tr("Stopped: the paper is set again with the next change, or when it is printed."))

    def _offer_rounds(self) -> None:
        """The rounds that were reported, where the paper shown is about them."""
        sheet = self.sheet
        rounds = results_report.reported_rounds(self._desk.facts.plan)
        named = tuple((n, tr("{n} months").format(n=digits(n))) for n in rounds)
        self.rounds.set_choices(((0, tr("all rounds")), *named))
        if self.rounds.value() is None:
            self.rounds.show_value(0)
        self.rounds.setVisible(sheet is not None and sheet.document == results_report.NAME and len(rounds) > 1)

    def show_left(self, left: Left | None) -> None:
        """Say above the print button what is left of the paper shown, the first thing in words."""
        icon, words, tone = left_mark(left)
        told = ""
        if left is not None and left.open:
            told = prose(sentence(left.open[0]))
        elif left is not None:
            told = missing_words(left)
        self.truth_mark.show_icon(icon, tone, words)
        self.truth.set_tone(tone.value)
        self.truth.show_sentence(f"{words} · {told}" if told else words)
        self._fix.setVisible(left is not None and left.state is not LeftState.READY)
        self._print.setAccessibleDescription(self.truth.whole)
        self._print.setToolTip(self.truth.whole)

    def _drafted(self, origin: str) -> None:
        self._spot_wanted = origin
        if self._wanted is not None and self._took.get(self._wanted.paper, 0.0) > SLOW:
            self._wait = PAUSE
        self.repaint_soon()

    def _offer(self) -> None:
        offered = sheets(self._desk.facts)
        self._choice.set_choices(tuple(((sheet.document, sheet.memo), sheet.title) for sheet in offered))
        if self._choice.value() is None and offered:
            self._choice.show_value((offered[0].document, offered[0].memo))
        self._offer_rounds()

    def _clicked(self, spot: Spot) -> None:
        for place in self._printed.places:
            inside = place.x <= spot.x <= place.x + place.width and place.y <= spot.y <= place.y + place.height
            if place.origin and place.page - 1 == spot.page and inside:
                self.origin_clicked.emit(place.origin)
                return

    def _build(self) -> None:
        theme, sizes = self._desk.theme, self._desk.theme.sizes
        self._choice = ChoiceField(theme, tr("Document shown"))
        self._choice.finished.connect(self.repaint_soon)
        self.rounds = ChoiceField(theme, tr("Follow-up round of the report"))
        self.rounds.finished.connect(self.repaint_soon)
        self._position = Text("", "help", right=True)
        self._view = PageView(theme, tr("Preview of the printed page"))
        self._view.setMouseTracking(True)
        self._view.pages_changed.connect(self._show_position)
        self._view.clicked.connect(self._clicked)
        self.find_bar = FindBar(theme, self._view)
        self.notice = Notice(theme)
        self.progress = ProgressRow(theme)
        head = QHBoxLayout()
        head.setSpacing(sizes.step * 2)
        self.rounds.setMinimumContentsLength(6)
        self.rounds.hide()
        head.addWidget(self._choice, 1)
        head.addWidget(self.rounds)
        head.addWidget(IconButton(theme, "scan-search", tr("Find on the paper (Ctrl+F)"), self.find_bar.open))
        head.addWidget(self._position)
        theme.changed.connect(self._make_room)
        self._make_room()
        self._layers = QStackedLayout(self)
        paper = QWidget()
        self._layers.addWidget(paper)
        column = QVBoxLayout(paper)
        column.setContentsMargins(sizes.step * 2, sizes.inside, sizes.inside, sizes.gap)
        column.setSpacing(sizes.gap)
        column.addLayout(head)
        column.addWidget(self.find_bar)
        column.addWidget(self.notice)
        column.addWidget(self.progress)
        column.addWidget(self._view, 1)
        column.addLayout(self._truth())
        column.addLayout(self._buttons())

    def _truth(self) -> QHBoxLayout:
        """The line of truth: what is left of this paper, and the way there."""
        theme = self._desk.theme
        self.truth_mark = IconMark(theme, "circle")
        self.truth = OneLine()
        self._fix = Button(theme, tr("Go and fix"), self.fix_pressed.emit, quiet=True)
        row = QHBoxLayout()
        row.setSpacing(theme.sizes.step * 2)
        row.addWidget(self.truth_mark)
        row.addWidget(self.truth, 1)
        row.addWidget(self._fix)
        return row

    def _buttons(self) -> QHBoxLayout:
        theme = self._desk.theme
        self._print = Button(theme, tr("Print…"), self.print_pressed.emit, icon="printer", primary=True)
        self._save = Button(theme, tr("PDF"), self.save_pressed.emit, icon="file-down")
        self._save.setAccessibleName(tr("Save as PDF"))
        self._save.setToolTip(tr("Save as PDF"))
        self._word = Button(theme, "Word", self.word_pressed.emit, icon="file-text")
        self._word.setAccessibleName(tr("Save for Word"))
        self._word.setToolTip(tr("Save for Word"))
        row = QHBoxLayout()
        row.setSpacing(theme.sizes.step * 2)
        row.addWidget(self._print)
        row.addWidget(self._save)
        row.addWidget(self._word)
        row.addStretch(1)
        row.addWidget(IconButton(theme, "zoom-out", tr("Smaller"), lambda: self._view.step_zoom(-1)))
        row.addWidget(IconButton(theme, "zoom-in", tr("Larger"), lambda: self._view.step_zoom(1)))
        row.addWidget(IconButton(theme, "panel-right", tr("Fit the width"), lambda: self._view.set_zoom(None)))
        return row

    def _make_room(self) -> None:
        """As wide as the longest position, so that the chooser beside it stays where it is."""
        longest = tr("Page {position}").format(position=digits("88/88")) + digits("  200%")
        self._position.setMinimumWidth(self._position.fontMetrics().horizontalAdvance(longest))

    def _show_position(self) -> None:
        if not self._view.count:
            self._position.setText("")
            return
        page = tr("Page {position}").format(position=self._view.position_text())
        self._position.setText(f"{page}  {digits(round(self._view.zoom * 100))}%")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.repaint_soon()

    def set_drawer(self, drawer: bool) -> None:
        """Give the panel an edge where it lies over the page."""
        self.setProperty("drawer", drawer)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)


def nearest(origin: str, places: tuple[Place, ...]) -> Place | None:
    """The place of a field on paper: its own, else that of a part of it, else that of what it is a part of."""
    wanted, found = Origin(origin), [(Origin(place.origin), place) for place in places if place.origin]
    parts = [place for at, place in found if at.is_within(wanted)]
    wholes = [place for at, place in found if len(at.words) > 2 and wanted.is_within(at)]
    own = [place for at, place in found if at == wanted]
    return next(iter((*own, *parts, *wholes)), None)
