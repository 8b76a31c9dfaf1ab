"""The window: menus, and in the middle the start page or the open office."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from ita_desktop.i18n import tr
from ita_desktop.store.file_kinds import ARRIVING
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.preferences import Preferences
from ita_desktop.ui.qt.first_paint import FirstPaint
from ita_desktop.ui.window.head_bar import HeadBar

if TYPE_CHECKING:
    from ita_desktop.app.errors import WorkspaceError
    from ita_desktop.ui.frame.menus import Menus
    from ita_desktop.ui.frame.opening import Offices
    from ita_desktop.ui.frame.view import OfficeView
    from ita_desktop.ui.help.menu import HelpMenu
    from ita_desktop.ui.help.tour import Tour
    from ita_desktop.ui.publisher.menu import PublisherMenu
    from ita_desktop.ui.window.crash_page import CrashPage
    from ita_desktop.ui.window.start_page import StartPage


SMALLEST = (640, 350)
"""Logical pixels: fits a screen of 1366 × 768 that is shown at 200 %, however large the text is; pages scroll."""

SHOWN_OF_TEXT = 24
"""Letters of a text that could not be saved, when the window is to be closed."""


class MainWindow(QMainWindow):
    """One window, one office at a time."""

    def __init__(
        self, theme: Theme, preferences: Preferences, offices: Callable[[], Offices], documents_folder: Path
    ) -> None:
        super().__init__()
        self._theme, self._preferences = theme, preferences
        self._make_offices, self._documents_folder = offices, documents_folder
        self._offices: Offices | None = None
        self.view: OfficeView | None = None
        self.tour: Tour | None = None
        self.head = HeadBar(theme)
        self.setMenuWidget(self.head)
        self._stack = QStackedWidget()
        self._before_crash: QWidget | None = None
        self._warned_of: tuple[str, ...] = ()
        """The texts that could not be saved when the window was to be closed last."""
        self.setCentralWidget(self._stack)
        self.setWindowTitle(tr("ITA Desktop"))
        self.setMinimumSize(*SMALLEST)
        self.resize(1366, 768)
        FirstPaint(self, self._begin)
        if preferences.geometry is not None:
            self.restoreGeometry(preferences.geometry)

    def _begin(self) -> None:
        """Make what the first picture did not wait for; no start page where an office is open by now."""
        _ = self.menus
        if self.view is None:
            _ = self.start

    @cached_property
    def menus(self) -> Menus:
        """Every action of the window; made right after the first paint."""
        from ita_desktop.ui.window.all_menus import window_menus

        help_groups = (*self.help_menu.entries(), self.publisher.entries())
        return window_menus(self, self.head.menu_bar, help_groups)

    @cached_property
    def help_menu(self) -> HelpMenu:
        """Search, history, help and about."""
        from ita_desktop.ui.help.menu import HelpMenu

        return HelpMenu(self)

    @cached_property
    def publisher(self) -> PublisherMenu:
        """What the publisher sends on a stick, and files dropped on the window."""
        from ita_desktop.ui.publisher.menu import PublisherMenu

        return PublisherMenu(self)

    @cached_property
    def start(self) -> StartPage:
        """The page without an office; made right after the first paint."""
        from ita_desktop.ui.window.start_page import StartPage

        page = StartPage(self._theme, self._preferences)
        page.new_wanted.connect(self.new_office)
        page.open_wanted.connect(self.ask_open)
        page.sample_wanted.connect(self.look_around)
        page.file_wanted.connect(self.open_file)
        page.refresh()
        self._stack.addWidget(page)
        if self._stack.currentWidget() is page:
            page.take_focus()
        return page

    @cached_property
    def crash(self) -> CrashPage:
        """The page after a mistake of the program, made when there is one."""
        from ita_desktop.ui.window.crash_page import CrashPage

        page = CrashPage(self._theme)
        self._stack.addWidget(page)
        page.go_on_wanted.connect(self._go_on)
        page.close_wanted.connect(self.close)
        return page

    @property
    def widget(self) -> QMainWindow:
        """This window, as a ``Shell`` names it."""
        return self

    @property
    def actions_by_name(self) -> Mapping[str, QAction]:
        return self.menus.actions

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def offices(self) -> Offices:
        """How offices are opened; made when first needed, so that the window paints before the libraries load."""
        if self._offices is None:
            self._offices = self._make_offices()
        return self._offices

    @property
    def folder(self) -> Path:
        """Where files are looked for first."""
        return self._preferences.folder or self._documents_folder

    @property
    def recent(self) -> tuple[Path, ...]:
        """The offices opened last."""
        return self._preferences.recent

    def read_rules_again(self) -> None:
        """Reload the rules after a pack was added or removed, and reopen the open office."""
        view = self.view
        self._offices = None
        if view is not None:
            path, page = view.desk.workspace.path, view.page.NAME
            self.open_file(path)
            if self.view is not None:
                self.view.open_page(page)

    def new_office(self) -> None:
        """Ask which office, and make its file."""
        from ita_desktop.ui.first_run import ask  # loads all libraries: only after the first paint

        answer = ask.ask_new_office(self._theme, self.offices.library, self.folder, self)
        if answer is not None:
            self._show(lambda: self.offices.create(answer))

    def ask_open(self) -> None:
        """Ask which file to open."""
        from ita_desktop.ui.widgets import file_dialogs  # loads all libraries: only after the first paint

        file = file_dialogs.ask_open_file(self.folder, self)
        if file is not None:
            self.open_file(file)

    def open_file(self, file: Path) -> None:
        """Open an office, or say on the start page why not; a file of the publisher has a window of its own."""
        if self.publisher.takes(file):
            return
        if file.suffix.lower() in ARRIVING:
            self._show_arrival(file)
            return
        refused = self._show(lambda: self.offices.open(file))
        if refused is None:
            return
        from ita_desktop.ui.window.rescue import rescue_for  # loaded after the first paint

        backups = self.offices.library.folders.backups
        if (rescue := rescue_for(self._theme, file, refused, backups)) is not None:
            rescue.restored.connect(partial(QTimer.singleShot, 0, partial(self.open_file, file)))
            self.start.offer(rescue)

    def _show_arrival(self, file: Path) -> None:
        """What came from another computer: beside the open office, else on the start page as an office to keep."""
        if self.view is not None:
            self.view.look_at_arrival(file)
            return
        from ita_desktop.app.errors import WorkspaceError
        from ita_desktop.ui.window.arrival import ArrivalCard

        self.start.refresh()
        try:
            card = ArrivalCard(self._theme, file, self.offices.frameworks, self.folder)
        except WorkspaceError as refused:
            self.start.refresh(str(refused))
            return
        card.kept.connect(lambda kept: QTimer.singleShot(0, partial(self.open_file, kept)))
        self.start.offer(card)
        card.keep_button.setFocus()

    def open_sample(self) -> None:
        """Open the sample office, in a file of its own that may be changed."""
        self._show(self.offices.sample)

    def look_around(self) -> None:
        """Open the invented office; who sees it for the first time is led through it."""
        self.open_sample()
        if not self._preferences.tour_ended:
            self.start_tour()

    def start_tour(self) -> None:
        """Lead through the invented office, from the beginning."""
        from ita_desktop.ui.help.tour import Tour

        before: Path | None = None
        if self.view is None or not self.offices.is_sample(self.view):
            before = self.view.desk.workspace.path if self.view is not None else None
            self.open_sample()
        if self.tour is not None:
            self.tour.leave()
        if self.view is not None:
            own: Callable[[], None] = partial(self.open_file, before) if before is not None else self.new_office
            self.tour = Tour(self.view, before.stem if before is not None else "")
            self.tour.ended.connect(self._tour_ended)
            self.tour.own_wanted.connect(partial(QTimer.singleShot, 0, own))
            self.tour.begin()

    def _tour_ended(self) -> None:
        self.tour = None
        self._preferences.tour_ended = True

    def close_office(self) -> None:
        """Back to the start page."""
        if self._stays_for_unkept():
            return
        self._leave()
        self._stack.setCurrentWidget(self.start)
        self.start.refresh()
        self.setWindowTitle(tr("ITA Desktop"))
        self.menus.set_office_open(False)

    def flush(self) -> None:
        """Commit unfinished edits."""
        if self.view is not None:
            self.view.flush()

    def tell(self, error: BaseException) -> bool:
        """Show in the bar below why an action failed; False if it is not a WorkspaceError or no office is open."""
        from ita_desktop.app.errors import WorkspaceError  # loaded after the first paint

        if self.view is None or not isinstance(error, WorkspaceError):
            return False
        self.view.bottom.say(str(error), Tone.WRONG)
        return True

    def show_crash(self, report: str) -> None:
        """Show the crash page; the office stays open behind it."""
        if self._stack.currentWidget() is not self.crash:
            self._before_crash = self._stack.currentWidget()
        self.crash.show_report(report)
        self._stack.setCurrentWidget(self.crash)

    def _go_on(self) -> None:
        if self._before_crash is not None and self._stack.indexOf(self._before_crash) >= 0:
            self._stack.setCurrentWidget(self._before_crash)
        else:
            self._stack.setCurrentWidget(self.view or self.start)

    def undo(self) -> None:
        self._step_back(forward=False)

    def redo(self) -> None:
        self._step_back(forward=True)

    def choose_look(self, *, dark: bool | None = None, scale: float | None = None) -> None:
        """Change palette or scale, and remember it."""
        from ita_desktop.ui.qt.busy import (
            busy,  # brings all of Qt's enumerations, which the first picture does not need
        )

        with busy():  # Qt looks at every widget of every page again
            self._theme.choose(dark=dark, scale=scale)
        self._preferences.dark = self._theme.is_dark
        self._preferences.scale = self._theme.sizes.scale

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._stays_for_unkept():
            event.ignore()
            return
        self.publisher.stop()
        self._preferences.geometry = self.saveGeometry()
        self._leave()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if self.view is not None and event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.flush()
        super().changeEvent(event)

    def _show(self, opened: Callable[[], OfficeView]) -> WorkspaceError | None:
        """Show an office; if it cannot be opened, show the reason on the start page and return it."""
        from ita_desktop.app.errors import WorkspaceError  # loaded after the first paint

        if self._stays_for_unkept():
            return None
        self._leave()
        try:
            view = opened()
        except WorkspaceError as error:
            self.close_office()
            self.start.refresh(str(error))
            return error
        self.view = view
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        self.head.show_office(view.top.office, view.top.search, view.top.years)
        view.top.search.wanted.connect(lambda typed: self.help_menu.open_search(typed))
        self.setWindowTitle(tr("{office} – ITA Desktop").format(office=view.desk.office.agency.name))
        view.desk.file_wanted.connect(lambda wanted: QTimer.singleShot(0, partial(self.open_file, wanted)))
        self._preferences.remember(view.desk.workspace.path)
        self.menus.set_office_open(True)
        view.rail.steps.setFocus()
        return None

    def _stays_for_unkept(self) -> bool:
        """Return True, once, if closing would lose a text that cannot be saved, and name the text."""
        if self.view is None:
            return False
        self.view.flush()
        unkept = (*self.view.autosave.unkept(), *filter(None, self.view.desk.unread()))
        if not unkept or unkept == self._warned_of:
            return False
        self._warned_of = unkept
        text = unkept[0] if len(unkept[0]) <= SHOWN_OF_TEXT else unkept[0][:SHOWN_OF_TEXT] + "…"
        words = tr("“{text}” is not saved: the field says why. Correct it, or close again to discard it.")
        self.view.bottom.say(words.format(text=text), Tone.WRONG)
        return True

    def _leave(self) -> None:
        if self.view is None:
            return
        view, self.view = self.view, None
        self.tour = None
        self.head.forget_office()
        view.leave()
        desk = view.desk
        self._preferences.keep_plan_year(desk.workspace.path, desk.plan_year)
        self._stack.removeWidget(view)
        view.hide()
        view.deleteLater()
        desk.workspace.close()

    def _step_back(self, *, forward: bool) -> None:
        if self.view is not None:
            self.view.flush()
            workspace = self.view.desk.workspace
            (workspace.redo if forward else workspace.undo)()
