"""Search, history, help and about: what helps on every page, with its menu entries."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, qVersion
from PySide6.QtWidgets import QMenu, QMessageBox

from ita_desktop.i18n import tr
from ita_desktop.ui.frame.menus import Entry

if TYPE_CHECKING:
    from ita_desktop.ui.frame.shell import Shell
    from ita_desktop.ui.frame.view import OfficeView
    from ita_desktop.ui.help.about import About
    from ita_desktop.ui.help.panel import HelpPanel
    from ita_desktop.ui.help.search_panel import SearchPanel
    from ita_desktop.ui.qt.slices import Sliced

SHOWN_STEPS = 15


class HelpMenu:
    """Made when first asked for; the panels of an office go with its view."""

    def __init__(self, window: Shell) -> None:
        self._window = window
        self._of: OfficeView | None = None
        self._made: tuple[SearchPanel, HelpPanel] | None = None
        self.about: About | None = None
        self.history: QMenu | None = None
        self.parcel: Sliced | None = None
        self.told: QMessageBox | None = None

    def entries(self) -> tuple[tuple[Entry, ...], ...]:
        """Return the entries for the help menu."""
        window = self._window

        def entry(name: str, text: str, keys: tuple[str, ...], run: Callable[[], object], icon: str) -> Entry:
            needs_office = name not in ("about", "log", "tour")
            return Entry(name=name, text=text, keys=keys, run=run, icon=icon, needs_office=needs_office)

        return (
            (
                entry("search", tr("Search everything…"), ("F3", "Ctrl+K"), self.open_search, "search"),
                entry("history", tr("What was done…"), ("Ctrl+F2", "Ctrl+H"), self.open_history, "history"),
            ),
            (
                entry("help", tr("Help for this page"), ("F1",), self.open_help, "circle-help"),
                entry("keys", tr("Keys"), ("Shift+F1",), partial(self.open_help, "keys"), "book-open"),
                entry("tour", tr("Tour of the sample office"), ("Ctrl+Shift+F1",), window.start_tour, "lightbulb"),
                entry("log", tr("Send the log to the maintainer…"), ("Alt+F1",), self.send_log, "send"),
                entry("about", tr("About and licences…"), ("Ctrl+F1",), self.open_about, "info"),
            ),
        )

    def open_search(self, typed: str = "") -> None:
        """Search over everything, for what was typed elsewhere or looked for last."""
        if self._window.view is not None:
            self.search_panel().open(typed)

    def open_help(self, name: str = "") -> None:
        """Show the help of the open page, or of another."""
        view = self._window.view
        if view is not None:
            self.help_panel().show_topic(name or view.page.NAME)

    def open_about(self) -> None:
        """Show version and licences in a window of their own."""
        from ita_desktop.ui.help.about import About

        if self.about is None:
            self.about = About(self._window.theme, self._window.offices.library.resources, self._window.widget)
        self.about.show()
        self.about.activateWindow()

    def send_log(self) -> None:
        """Write the log, versions and a self-test into one file that the clerk can send to whoever helps."""
        from ita_desktop.app.log_parcel import NAME, writing_parcel
        from ita_desktop.app.start.self_test import checks_of_files
        from ita_desktop.ui.qt.slices import Sliced
        from ita_desktop.ui.widgets import file_dialogs

        window = self._window
        title = tr("Send the log to the maintainer")
        file = file_dialogs.ask_save_file(title, window.folder / NAME, tr("Log"), ".zip", window.widget)
        if file is None:
            return
        self.parcel = Sliced(window.widget)
        self.parcel.done.connect(self._log_is_written)
        self.parcel.begin(writing_parcel(file, checks_of_files(window.offices.library.resources), {"Qt": qVersion()}))

    def _log_is_written(self, file: Path) -> None:
        text = tr(
            "The log is in {file}. Send this file to whoever helps you; no name and no text of your office is in it."
        )
        self.told = QMessageBox(self._window.widget)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWindowTitle(tr("Send the log to the maintainer"))
        self.told.setText(text.format(file=file))
        self.told.open()

    def open_history(self) -> None:
        """Show the steps that can be undone, latest first; choosing one undoes all since."""
        from ita_desktop.ui.look.undo_words import undo_words

        view = self._window.view
        if view is None:
            return
        view.flush()
        steps = view.desk.workspace.history[::-1][:SHOWN_STEPS]
        menu = self.history = QMenu(self._window.widget)
        menu.setAccessibleName(tr("What was done"))
        for number, label in enumerate(steps, start=1):
            text = tr("Undo: {step}") if number == 1 else tr("Undo back to: {step}")
            menu.addAction(text.format(step=undo_words(label)), partial(self.undo, number))
        if not steps:
            menu.addAction(tr("Nothing was changed since the office was opened.")).setEnabled(False)
        size = menu.sizeHint()
        corner = view.bottom.mapToGlobal(view.bottom.rect().topRight())
        menu.popup(corner - QPoint(size.width(), size.height()))

    def undo(self, steps: int) -> None:
        """Undo this many steps."""
        for _ in range(steps):
            self._window.undo()

    def search_panel(self) -> SearchPanel:
        """Return the panel of the open office; RuntimeError if none is open."""
        return self._panels()[0]

    def help_panel(self) -> HelpPanel:
        """Return the panel of the open office; RuntimeError if none is open."""
        return self._panels()[1]

    def _panels(self) -> tuple[SearchPanel, HelpPanel]:
        view = self._window.view
        if view is None:
            raise RuntimeError("no office is open")
        if view is self._of and self._made is not None:
            return self._made
        from ita_desktop.app.help import topics
        from ita_desktop.ui.help.panel import HelpPanel
        from ita_desktop.ui.help.search_panel import SearchPanel

        resources = view.desk.library.resources
        texts = topics(resources)
        help_panel = HelpPanel(view, view.desk.theme, texts, resources, view.desk.say)
        search_panel = SearchPanel(view, view.desk, lambda: self._window.actions_by_name, texts, self.open_help)
        self._of, self._made = view, (search_panel, help_panel)
        return self._made
