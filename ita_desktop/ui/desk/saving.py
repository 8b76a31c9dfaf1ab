"""Save a file under a name that the clerk gives, with a way out where another program still has it open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.outputs import OutputTrouble
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.widgets.file_dialogs import Held


def save(desk: Desk, ask: Callable[[], Path | None], write: Callable[[Path], str], parent: QWidget) -> None:
    """Ask for a name, write the file and say what ``write`` returns, or why it could not be.

    Where the file is open in another program (on Windows nobody can replace it then), ask whether to try again, when it
    has been closed there, or to save under another name.
    """
    file = ask()
    while file is not None:
        try:
            words = write(file)
        except WorkspaceError as refused:
            if refused.code != OutputTrouble.IN_USE:
                desk.say(str(refused), Tone.WRONG)
                return
            answer = file_dialogs.ask_held(str(refused), parent)
            if answer is not Held.AGAIN:
                file = ask() if answer is Held.OTHER_NAME else None
        else:
            if words:
                desk.say(words)
            return
