"""What menus and panels may ask of the window around an office, so that they need not import the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from ita_desktop.ui.frame.opening import Offices
    from ita_desktop.ui.frame.view import OfficeView
    from ita_desktop.ui.look.theme import Theme

OfficeAction = Callable[["OfficeView"], object]
"""An action on the open office."""


class Shell(Protocol):
    """The window as its menus see it; ``MainWindow`` is one."""

    @property
    def widget(self) -> QMainWindow:
        """The window as Qt knows it: the parent of dialogs."""

    @property
    def theme(self) -> Theme: ...

    @property
    def view(self) -> OfficeView | None:
        """The open office, if one is open."""

    @property
    def offices(self) -> Offices: ...

    @property
    def actions_by_name(self) -> Mapping[str, QAction]:
        """Every menu action by the name of its entry."""

    @property
    def folder(self) -> Path:
        """The folder where file dialogs begin."""

    @property
    def recent(self) -> tuple[Path, ...]:
        """The offices opened last, newest first."""

    def new_office(self) -> None: ...

    def ask_open(self) -> None: ...

    def open_file(self, file: Path) -> None: ...

    def look_around(self) -> None: ...

    def start_tour(self) -> None: ...

    def close_office(self) -> None: ...

    def read_rules_again(self) -> None: ...

    def choose_look(self, *, dark: bool | None = None, scale: float | None = None) -> None: ...

    def undo(self) -> None: ...

    def redo(self) -> None: ...


def on_view(shell: Shell, run: OfficeAction) -> Callable[[], None]:
    """Return an action that runs on the open office, and does nothing where none is open."""

    def act() -> None:
        if shell.view is not None:
            run(shell.view)

    return act
