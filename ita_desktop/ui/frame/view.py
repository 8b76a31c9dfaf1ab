"""The frame around one open office: rail, pages, preview and the two bars."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.app.checks.findings import sentence
from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.papers.document_states import papers_of
from ita_desktop.app.papers.printing import YearPaper
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.copies import KeptCopy, PrintedVersion
from ita_desktop.domain.values.origin import Origin
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.autosave import Autosave
from ita_desktop.ui.desk.checking import Unfinished
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.page import Page
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.frame.bars import BottomBar, TopBar
from ita_desktop.ui.frame.building_ahead import BuildingAhead
from ita_desktop.ui.frame.exports import Exports
from ita_desktop.ui.frame.office_notices import LeftTexts, ReadingOnly
from ita_desktop.ui.frame.rail import Rail
from ita_desktop.ui.frame.step_list import StepListModel
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.pages.backups.page import BackupsPage
from ita_desktop.ui.pages.check.page import CheckPage
from ita_desktop.ui.pages.documents.page import DocumentsPage
from ita_desktop.ui.paper.kept import One, shown
from ita_desktop.ui.paper.paper import Paper
from ita_desktop.ui.paper.preview import PreviewPanel
from ita_desktop.ui.paper.split import PaperSplit
from ita_desktop.ui.parts.finding_row import LOOKS
from ita_desktop.ui.preferences import Preferences
from ita_desktop.ui.qt.first_paint import FirstPaint
from ita_desktop.ui.qt.garbage import Garbage
from ita_desktop.ui.widgets.file_drop import FileDrop

APage = TypeVar("APage", bound=Page)


class OfficeView(QWidget):
    """One open office; any step opens at any time."""

    page_shown = Signal(str)
    """The PageName of the page shown."""

    def __init__(self, desk: Desk, pages: Sequence[Page], paper: Paper, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.desk, self.pages = desk, tuple(pages)
        self._preferences = preferences
        self._preview_wanted = preferences.preview_shown
        self._drawer_open = False
        self._model = StepListModel(pages, self)
        self.rail = Rail(desk.theme, self._model)
        self.top = TopBar(desk)
        self.bottom = BottomBar(desk)
        self.preview = PreviewPanel(desk, paper)
        self.exports = Exports(desk, paper, self.preview, preferences)
        self._finding = ""
        self.autosave = Autosave(desk)
        self._garbage = Garbage(self)
        self.ahead = BuildingAhead(self, self.pages)
        self.left = LeftTexts(desk)
        self.stack = QStackedWidget()
        for page in self.pages:
            self.stack.addWidget(page)
        self._arrange()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self._refresh_frame)
        self._connect()
        self._slow = (self.preview, desk.checking)
        for piece in self._slow:
            piece.hold()
        self.open_page(self.pages[0].NAME)
        self._refresh_frame()
        FirstPaint(self, self._release)

    def _release(self) -> None:
        """Start the slow parts (preview, checks) once the first page is on the screen."""
        for piece in self._slow:
            piece.release()

    @property
    def page(self) -> Page:
        """The open step."""
        return self.pages[self.stack.currentIndex()]

    def open_page(self, name: str) -> None:
        """Open a page by its ``PageName``, after finishing what is half typed; ValueError for another name."""
        row = [page.NAME for page in self.pages].index(PageName(name))
        if self.stack.currentIndex() != row or self.pages[row].stale:
            self.flush()
            self.pages[row].freshen()
            self.preview.leave_kept()
            self.stack.setCurrentIndex(row)
        self.rail.show_step(row)
        self.split.show_page(name)
        if document := self.pages[row].DOCUMENT:
            self.preview.choose_document(document)
        self.page_shown.emit(name)

    def open(self, kind: type[APage]) -> APage:
        """Open the page of this class and return it; StopIteration where the office has no such page."""
        page = next(page for page in self.pages if isinstance(page, kind))
        self.open_page(page.NAME)
        return page

    def put_below(self, strip: QWidget) -> None:
        """Show something between the pages and the bar at the foot."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.indexOf(self.bottom), strip)

    def flush(self) -> None:
        """Commit unfinished edits."""
        if self.page.is_built:
            self.page.flush()

    def leave(self) -> None:
        """Commit unfinished edits and stop everything, before the workspace is closed."""
        self.flush()
        self.exports.work.stop()
        self._settle.stop()
        self.preview.stop()
        self.autosave.stop()
        self.ahead.end()
        self._garbage.end()
        self.desk.leave()
        self.top.leave()

    def choose_year(self, plan_year: FiscalYear) -> None:
        """Show another pair of years."""
        self.flush()
        self.desk.choose_year(plan_year)

    def toggle_preview(self) -> None:
        """Show or hide the preview; in a narrow window as a drawer over the page."""
        if self.is_narrow:
            self._drawer_open = not self._drawer_open
        else:
            self._preview_wanted = not self._preview_wanted
            self._preferences.preview_shown = self._preview_wanted
        self._place_preview()

    def find_on_paper(self) -> None:
        """Look for words on the printed pages, shown if they are not."""
        if self.preview.isHidden():
            self.toggle_preview()
        self.preview.find_bar.open()

    @property
    def is_narrow(self) -> bool:
        return self.width() < self.desk.theme.sizes.drawer_below

    def show_kept(self, one: One, page: int = 1) -> None:
        """Show a printed version or a kept copy in place of the preview."""
        try:
            seen = shown(self.desk, one, page)
        except WorkspaceError as refused:
            self.desk.say(str(refused), Tone.WRONG)
            return
        self.preview.show_kept(seen)
        if (self.is_narrow and not self._drawer_open) or (not self.is_narrow and not self._preview_wanted):
            self.toggle_preview()
        self.preview.kept_view.view.setFocus()

    def find_kept(self, one: One, page: int) -> None:
        """Open the paper of a version or a signed copy, or the numbers of an ITAS picture, and look at that page."""
        versions = self.desk.workspace.copies.versions
        version = one if isinstance(one, PrintedVersion) else next((v for v in versions if v.id == one.version), None)
        if version is not None:
            self._documents(version.key.plan_year).show_copies(self._sheet_of(version))
        elif isinstance(one, KeptCopy):
            self.choose_year(one.fiscal_year.next)
            self.open_page(PageName.SCORES)
        self.show_kept(one, page)

    def _sheet_of(self, version: PrintedVersion) -> YearPaper:
        sheets = papers_of(self.desk.workspace, version.key.plan_year)
        return next(one for one in sheets if (one.document, one.memo) == (version.key.document, version.key.memo))

    def add_signed(self) -> None:
        """Ask for the signed copy of the paper shown."""
        sheet, page = self.preview.sheet, self._documents(self.desk.plan_year)
        if sheet is not None:
            page.show_copies(sheet)
        page.add_signed()

    def take_signed(self, files: tuple[Path, ...]) -> None:
        """Keep files dropped on the preview as signed copies of the paper or version shown."""
        kept = self.preview.kept
        if kept is not None and isinstance(kept.one, PrintedVersion):
            self._documents(kept.one.key.plan_year).take_signed(self._sheet_of(kept.one), files, kept.one.id)
        else:
            self._documents(self.desk.plan_year).take_signed(self.preview.sheet, files)

    def _documents(self, plan_year: int) -> DocumentsPage:
        self.choose_year(FiscalYear(plan_year))
        sheet = self.preview.sheet
        documents = self.open(DocumentsPage)
        if sheet is not None and self.preview.sheet != sheet:
            self.preview.choose(sheet)
        return documents

    def show_origin(self, path: str) -> None:
        """Open the page that has the field and put the cursor there."""
        origin = Origin(path)
        for page in (self.page, *self.pages):
            page.freshen()
            if page.show_origin(origin):
                self.open_page(page.NAME)
                page.show_origin(origin)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_preview()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._middle and event.type() == QEvent.Type.Resize and self.is_narrow:
            self._place_drawer()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        self._middle = QWidget()
        self.split = PaperSplit(self.desk.theme, self._preferences, self.stack, self.preview)
        row = QHBoxLayout(self._middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.split, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.reading_only = ReadingOnly(self.desk) if self.desk.workspace.read_only else None
        if self.reading_only is not None:
            self.reading_only.copy_wanted.connect(self.exports.save_copy)
            column.addWidget(self.reading_only)
        column.addWidget(self.left)
        column.addWidget(self._middle, 1)
        column.addWidget(self.exports.work.row)
        column.addWidget(self.bottom)
        self._middle.installEventFilter(self)

    def _connect(self) -> None:
        self.rail.chosen.connect(lambda row: self.open_page(self.pages[row].NAME))
        self.top.year_picked.connect(lambda year: self.choose_year(FiscalYear(year)))
        self.desk.changed.connect(self._changed)
        self.desk.drafted.connect(self._settle_soon)
        self.desk.year_chosen.connect(self._year_chosen)
        self.desk.page_wanted.connect(self.open_page)
        self.desk.sheet_wanted.connect(self.preview.choose)
        self.desk.origin_wanted.connect(self.show_origin)
        self.desk.kept_wanted.connect(self.show_kept)
        self.desk.version_wanted.connect(self.find_kept)
        self.desk.copies_wanted.connect(lambda year, sheet: self._documents(year).show_copies(sheet))
        FileDrop(self.preview, ()).all_dropped.connect(self.take_signed)
        self.desk.export_wanted.connect(lambda kind, sheet: self.export(partial(self.exports.export, kind, sheet)))
        self.desk.said.connect(self.bottom.say)
        self.desk.checking.changed.connect(self._settle_soon)
        self.desk.checking.first_done.connect(self._garbage.begin)
        self.desk.checking.first_done.connect(self.ahead.begin)
        self.ahead.done.connect(self._garbage.begin)
        for touched in (self.desk.drafted, self.desk.changed, self.page_shown):
            touched.connect(self._garbage.touched)
            touched.connect(self.ahead.touched)
        self.bottom.findings_pressed.connect(lambda: self.open_page(CheckPage.NAME))
        for wanted, act in (
            (self.desk.print_wanted, self.exports.print),
            (self.desk.save_wanted, self.exports.save_pdf),
            (self.desk.copy_wanted, self.exports.save_copy),
            (self.preview.word_pressed, self.exports.save_word),
        ):
            wanted.connect(partial(self.export, act))
        self.preview.origin_clicked.connect(self.show_origin)
        self.preview.painted.connect(lambda: self.preview.show_left(self.exports.left))
        self.preview.fix_pressed.connect(self._fix_on_paper)
        self.preview.print_pressed.connect(self.desk.print_wanted)
        self.preview.save_pressed.connect(self.desk.save_wanted)

    def _changed(self, tables: frozenset[str]) -> None:
        for page in self.pages:
            if page.TABLES & tables:
                page.stale = True
        self.page.freshen()
        self._settle.start()

    def _settle_soon(self) -> None:
        self._settle.start()

    def _year_chosen(self) -> None:
        for page in self.pages:
            page.stale = True
        self.page.reset()
        self.page.stale = False
        self._refresh_frame()

    def export(self, act: Callable[[], object]) -> None:
        """Commit unfinished edits, then run an export."""
        self.flush()
        act()

    def back_up(self) -> None:
        """Open the backups and make one now."""
        self._backups().back_up()

    def send(self) -> None:
        """Send the whole office to another computer."""
        self._backups().other.send()

    def receive(self) -> None:
        """Take what came from another computer."""
        self._backups().other.receive()

    def look_at_arrival(self, file: Path) -> None:
        """Show what came from another computer beside what is here; nothing is taken yet."""
        self._backups().other.read(file)

    def _backups(self) -> BackupsPage:
        return self.open(BackupsPage)

    def next_finding(self) -> None:
        """Put the cursor into the field of the next open finding, starting over after the last."""
        found = self.desk.checking.open
        keys = [finding.key for finding in found]
        if not found:
            self.bottom.say(tr("Nothing found that needs a look"))
            return
        at = keys.index(self._finding) + 1 if self._finding in keys else 0
        finding = found[at % len(found)]
        self._finding = finding.key
        self.show_origin(finding.origin)
        self.bottom.say(sentence(finding), LOOKS[finding.severity][1])

    def _fix_on_paper(self) -> None:
        """Go to the first thing that is left of the paper shown."""
        left = self.exports.left
        if left is not None and left.open:
            self.show_origin(left.open[0].origin)
            self.bottom.say(sentence(left.open[0]), LOOKS[left.open[0].severity][1])
        else:
            self.open_page(PageName.DOCUMENTS)

    def fix_finding(self) -> None:
        """Open the checks, or apply the proposal that has the cursor there."""
        if isinstance(self.page, CheckPage):
            self.page.fix_current()
        else:
            self.open_page(CheckPage.NAME)

    def _refresh_frame(self) -> None:
        self._model.refresh()
        self.top.refresh()
        states = zip(self.pages, self._model.states, strict=True)
        unfinished = tuple(Unfinished(page.NAME, state.look_at) for page, state in states if state.look_at)
        self.desk.checking.note_unfinished(unfinished)
        self.bottom.refresh(tuple(one.sentence for one in unfinished))
        self.preview.show_left(self.exports.left)

    def _place_preview(self) -> None:
        drawer = self.is_narrow
        self.preview.set_drawer(drawer)
        self.top.set_narrow(drawer)
        self.rail.set_narrow(self.width() < self.desk.theme.sizes.icon_rail_below)
        if drawer:
            if self.preview.parent() is not self._middle:
                self.preview.setParent(self._middle)
            self.preview.setVisible(self._drawer_open)
            self._place_drawer()
        else:
            if self.preview.parent() is not self.split:
                self._drawer_open = False
                self.split.take_back()
            if self._preview_wanted and self.preview.isHidden():
                self.preview.show()
                self.split.settle()
            self.preview.setVisible(self._preview_wanted)

    def _place_drawer(self) -> None:
        width = min(self.desk.theme.sizes.preview, self._middle.width())
        self.preview.setGeometry(self._middle.width() - width, 0, width, self._middle.height())
        self.preview.raise_()
