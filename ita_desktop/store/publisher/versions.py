"""Versions of the program that lie beside each other in the user's folder, and which of them is used (รุ่นของโปรแกรม).

``versions/0.2.0/`` holds a whole program, ``versions/in-use.json`` says which one starts; without it, or where what it
names is not there, the program that was installed does. Switching is one rename, and so is going back.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from ita_desktop.store.file.disk import move, remove_folder, sync_file, sync_folder

_IN_USE = "in-use.json"
PROGRAM = "ita-desktop.exe" if sys.platform == "win32" else "ita-desktop"


CONSOLE = "ita-desktop-console.exe"
"""Windows' twin of the program for where commands are typed: the program itself has no streams there."""


def typed_twin(program: Path) -> Path:
    """Return the program that answers on its streams: the console twin where there is one."""
    twin = program.with_name(CONSOLE)
    return twin if twin.is_file() else program


def number(version: str) -> tuple[int, ...]:
    """Read ``0.10.1`` as (0, 10, 1); ValueError for what is no version."""
    return tuple(int(part) for part in version.split("."))


class Versions:
    """The folder of the versions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def program(self, version: str) -> Path:
        """Return the file that starts a version."""
        return self.folder / version / PROGRAM

    @property
    def in_use(self) -> str:
        """The version that starts; empty for the one that was installed."""
        return self._kept()[0]

    @property
    def before(self) -> str:
        """The version to go back to; empty for the one that was installed."""
        return self._kept()[1]

    def new_folder(self, version: str) -> Path:
        """Create an empty folder for a version; ``take`` gives it its name when it is complete."""
        unfinished = self.folder / f"{version}.new"
        remove_folder(unfinished)
        unfinished.mkdir(parents=True)
        return unfinished

    def give_up(self, version: str) -> None:
        """Remove what has not become a version."""
        remove_folder(self.folder / f"{version}.new")

    def take(self, version: str) -> None:
        """Rename the unfinished folder to the version, and use it from the next start on."""
        place = self.folder / version
        remove_folder(place)
        move(self.folder / f"{version}.new", place)
        sync_folder(self.folder)
        self._keep(version, "" if self.in_use == version else self.in_use)
        for other in self.folder.iterdir():
            if other.is_dir() and other.name not in self._kept():
                remove_folder(other)

    def go_back(self) -> str:
        """Use the version before; its name, empty for the installed one. The one that is left stays beside."""
        before = self.before
        self._keep(before, "")
        return before

    def _kept(self) -> tuple[str, str]:
        try:
            kept = json.loads((self.folder / _IN_USE).read_text(encoding="utf-8"))
            use, before = str(kept["use"]), str(kept["before"])
            number(use or "0")
            number(before or "0")
        except (OSError, ValueError, TypeError, KeyError):
            return "", ""
        return use if self._is_there(use) else "", before if self._is_there(before) else ""

    def _is_there(self, version: str) -> bool:
        return bool(version) and self.program(version).is_file()

    def _keep(self, use: str, before: str) -> None:
        unfinished = self.folder / f"{_IN_USE}.new"
        unfinished.write_text(json.dumps({"use": use, "before": before}), encoding="utf-8")
        sync_file(unfinished)
        move(unfinished, self.folder / _IN_USE)
        sync_folder(self.folder)
