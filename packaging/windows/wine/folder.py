"""Where Wine's things lie: one folder outside of the checkout, kept between runs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
HERE = Path(__file__).resolve().parent


class MissingError(Exception):
    """Something cannot be had here; the text says what, and what to do."""


class FailedError(Exception):
    """Something that must go well did not; the text says what."""


@dataclass(frozen=True)
class Folder:
    """The kept folder and the places in it."""

    root: Path

    @property
    def downloads(self) -> Path:
        """Return the folder of the wheels and of Windows' Python, as downloaded."""
        return self.root / "downloads"

    @property
    def prefix(self) -> Path:
        """Return Wine's prefix: the C: drive and the registry of the computer that is played."""
        return self.root / "prefix"

    @property
    def drive(self) -> Path:
        """Return the folder that Windows calls C:."""
        return self.prefix / "drive_c"

    @property
    def python(self) -> Path:
        """Return the folder of Windows' Python."""
        return self.drive / "python"

    @property
    def home(self) -> Path:
        """Return the home folder that Wine is given, so that it links nothing into the home of a person."""
        return self.root / "home"

    @property
    def locales(self) -> Path:
        """Return the folder of the two system languages (Thai: code page 874, English: 1252)."""
        return self.root / "locales"

    @property
    def frozen(self) -> Path:
        """Return the folder of the frozen program."""
        return self.root / "dist" / "ita-desktop"

    @property
    def installers(self) -> Path:
        """Return the folder of the installers."""
        return self.root / "installers"

    @property
    def results(self) -> Path:
        """Return the folder of what ``prove`` writes: tables, logs, pictures."""
        return self.root / "results"

    def profile(self) -> Path:
        """Return the profile folder of Windows' user. MissingError: there is none."""
        for found in sorted((self.drive / "users").iterdir()):
            if found.is_dir() and found.name != "Public":
                return found
        raise MissingError(f"{self.drive / 'users'} has no user's folder: begin again with an empty {self.root}")


def kept_folder() -> Folder:
    """Return the folder that ITA_UNDER_WINE names, else one in the user's cache."""
    named = os.environ.get("ITA_UNDER_WINE")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Folder(Path(named).resolve() if named else cache / "ita-desktop" / "under-wine")


def needed(packages: Mapping[str, str]) -> None:
    """Raise MissingError, naming Debian's packages, where a command is not installed."""
    absent = {command: package for command, package in packages.items() if shutil.which(command) is None}
    if absent:
        names = ", ".join(absent)
        raise MissingError(f"not installed: {names}; apt-get install {' '.join(sorted(set(absent.values())))}")
