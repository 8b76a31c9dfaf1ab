"""The menu entries for what the publisher sends on a stick, and where such a file goes that was opened or dropped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.i18n import tr
from ita_desktop.store.file_kinds import PROGRAM, RULES
from ita_desktop.ui.frame.menus import Entry
from ita_desktop.ui.widgets.file_drop import OWN, FileDrop

if TYPE_CHECKING:
    from ita_desktop.app.office.workspace import Workspace
    from ita_desktop.ui.frame.shell import Shell
    from ita_desktop.ui.publisher.program import ProgramWindow
    from ita_desktop.ui.publisher.rules import RulesWindow


class PublisherMenu:
    """The two windows are made when first asked for."""

    def __init__(self, window: Shell) -> None:
        self._window = window
        self.rules: RulesWindow | None = None
        self.program: ProgramWindow | None = None
        FileDrop(window.widget, OWN).dropped.connect(window.open_file)

    def entries(self) -> tuple[Entry, ...]:
        """Return the entries for the help menu."""
        rules, program = tr("Receive rules of a year (.itapack)…"), tr("Update the program from a file…")
        return (
            Entry(
                name="rules-file",
                text=rules,
                keys=("Ctrl+Shift+F2",),
                run=self.open_rules,
                icon="scale",
                needs_office=False,
            ),
            Entry(
                name="update",
                text=program,
                keys=("Ctrl+Shift+F3",),
                run=self.open_program,
                icon="refresh-cw",
                needs_office=False,
            ),
        )

    def takes(self, file: Path) -> bool:
        """Open the window for a file of the publisher; False for any other file."""
        suffix = file.suffix.lower()
        if suffix == RULES:
            self.open_rules(file)
        elif suffix == PROGRAM:
            self.open_program(file)
        return suffix in (RULES, PROGRAM)

    def open_rules(self, file: Path | None = None) -> None:
        """Open the window for rules of a year."""
        from ita_desktop.ui.publisher.rules import RulesWindow

        window = self._window
        if self.rules is None:
            self.rules = RulesWindow(lambda: window.offices, self._office, window.folder, window.widget)
            self.rules.taken.connect(window.read_rules_again)
        self.rules.bring_forward(file)

    def open_program(self, file: Path | None = None) -> None:
        """Open the window for a newer program."""
        from ita_desktop.store.publisher.versions import Versions
        from ita_desktop.ui.publisher.program import ProgramWindow

        window = self._window
        place = window.offices.library.folders.versions
        if place is None:
            raise RuntimeError("no folder was named for newer programs")
        if self.program is None:
            self.program = ProgramWindow(
                lambda: window.offices,
                self._office,
                Versions(place),
                lambda: window.recent,
                window.folder,
                window.widget,
            )
        self.program.bring_forward(file)

    def stop(self) -> None:
        """Stop the work in progress, before the window closes."""
        if self.program is not None:
            self.program.stop()

    def _office(self) -> Workspace | None:
        view = self._window.view
        return view.desk.workspace if view is not None else None
