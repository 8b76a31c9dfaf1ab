"""The desk: what all pages of one open office share (workspace, year, theme, and what is being typed)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol
from weakref import WeakSet

from PySide6.QtCore import QObject, Signal

from ita_desktop.app.office.opening import wall_clock
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.papers.printing import YearPaper
from ita_desktop.app.start.library import Library
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.office import Office
from ita_desktop.domain.values.origin import Origin
from ita_desktop.ui.desk.checking import Checking
from ita_desktop.ui.desk.export import Export
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme


class UnreadTexts(Protocol):
    """A form, as the desk knows it."""

    def unread(self) -> tuple[str, ...]:
        """Return the texts in its fields that can be neither read nor kept as drafts."""


class Desk(QObject):
    """One open office on the screen (โต๊ะทำงาน); its only own state is the chosen year and the drafts."""

    changed = Signal(frozenset)
    """The names (str) of the tables that changed."""
    drafted = Signal(str)
    """The origin of the field being typed in."""
    typed = Signal(str, str)
    """The origin of the field being typed in, and its text, whether it can be read or not."""
    settled = Signal(str)
    """The origin of a text that was stored or given up."""
    write_again = Signal()
    """What could not be written, e.g. because the disk was full, is to be tried again."""
    year_chosen = Signal()
    page_wanted = Signal(str)
    """The PageName of the page to open."""
    sheet_wanted = Signal(YearPaper)
    """The paper that the preview is to show."""
    origin_wanted = Signal(str)
    """The origin of the field that is to get the cursor, on whichever page it is."""
    kept_wanted = Signal(object, int)
    """A PrintedVersion or KeptCopy to look at, and the page to begin with."""
    copies_wanted = Signal(int, YearPaper)
    """A plan year, and the paper whose versions and signed copies are to be shown."""
    version_wanted = Signal(object, int)
    """A PrintedVersion or KeptCopy whose paper or year is to be opened, and the page to begin with."""
    export_wanted = Signal(Export, YearPaper)
    """A kind of export, and the paper, or None for the one shown."""
    copy_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()
    file_wanted = Signal(Path)
    """Another office's file to open."""
    said = Signal(str, Tone)
    """A sentence for the bar below."""

    def __init__(self, workspace: Workspace, theme: Theme, plan_year: FiscalYear, library: Library) -> None:
        super().__init__()
        self.workspace = workspace
        self.theme = theme
        self.library = library
        self._plan_year = plan_year
        self._drafts: dict[Origin, object] = {}
        self._facts: YearFacts | None = None
        self._forms: WeakSet[UnreadTexts] = WeakSet()
        self._stop: Callable[[], None] = workspace.listen(self._told)
        self.recent: Callable[[], tuple[Path, ...]] = tuple
        """The files opened last."""
        self.today: Callable[[], date] = lambda: wall_clock().date()
        self.closed = False
        """Nothing is read or written any more: fields that lose the keyboard now have nothing to send."""
        self.checking = Checking(workspace, lambda: self._plan_year, library)
        self.checking.check_soon()

    @property
    def office(self) -> Office:
        return self.workspace.office

    @property
    def plan_year(self) -> FiscalYear:
        """ปีของแผน."""
        return self._plan_year

    @property
    def facts(self) -> YearFacts:
        """The facts of the year with the unfinished texts laid over."""
        if self._facts is None:
            self._facts = self.workspace.facts(self._plan_year, self._drafts)
        return self._facts

    @property
    def assessed_year(self) -> FiscalYear:
        """ปีของผลที่นำมาวิเคราะห์."""
        return self.facts.plan.assessed_year

    def choose_year(self, plan_year: FiscalYear) -> None:
        """Show another plan year; callers flush unfinished edits first."""
        if plan_year != self._plan_year:
            self._plan_year = plan_year
            self._drafts.clear()
            self._facts = None
            self.year_chosen.emit()
            self.checking.check_soon()

    def draft(self, origin: Origin, value: object) -> None:
        """Overlay an unfinished text on the stored facts, for preview and live figures."""
        if not origin:
            return  # a setting: no fact of a year
        self._drafts[origin] = value
        self._facts = None
        self.drafted.emit(origin)

    def drop_draft(self, origin: Origin, *, tell: bool = True) -> None:
        """Remove an unfinished text again."""
        if origin in self._drafts:
            del self._drafts[origin]
            self._facts = None
            if tell:
                self.drafted.emit(origin)

    def keep_typed(self, origin: Origin, text: str) -> None:
        """Announce a typed text, which is kept as a draft until it is settled."""
        if origin:
            self.typed.emit(origin, text)

    def settle(self, origin: Origin) -> None:
        """Announce that the text of a field was stored or discarded, so that its draft can go."""
        if origin:
            self.settled.emit(origin)

    def unread(self) -> tuple[str, ...]:
        """Return the texts of settings that their fields cannot read; closing would lose them."""
        return tuple(text for form in self._forms for text in form.unread())

    def add_form(self, form: UnreadTexts) -> None:
        """Register a form for ``unread``; it is referenced weakly."""
        self._forms.add(form)

    def leave(self) -> None:
        """Stop listening, before the workspace is closed."""
        self.closed = True
        self._stop()
        self.checking.stop()

    def say(self, text: str, tone: Tone = Tone.GOOD) -> None:
        """Show one sentence in the bar below: what was done, or why it was not."""
        self.said.emit(text, tone)

    def _told(self, tables: frozenset[str]) -> None:
        self._facts = None
        self.changed.emit(tables)
        self.checking.check_soon()
