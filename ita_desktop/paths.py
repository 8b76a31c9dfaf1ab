"""Where the program's own files and the user's files lie: the only module that knows."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
_BESIDE = (_PACKAGE, _PACKAGE.parent)
"""A wheel and a frozen build carry the folders inside the package; a checkout has them at the top level."""


def _found(name: str) -> Path:
    for place in _BESIDE:
        if (place / name).is_dir():
            return place / name
    raise FileNotFoundError(f"ita_desktop: the folder {name}/ is missing from this installation ({_PACKAGE})")


def resources() -> Path:
    """Find the folder of fonts, words, frameworks, emblem, sample; FileNotFoundError if it is missing."""
    return _found("resources")


def translations() -> Path:
    """Message catalogues; FileNotFoundError in a broken installation."""
    return _found("translations")


def user_data() -> Path:
    """Return the user's folder for settings, logs and backups; whoever writes there creates it."""
    return portable() or platformdirs.user_data_path("ITA Desktop", appauthor=False)


def user_documents() -> Path:
    """Return the folder offered for a new office file: the user's documents, else the home folder."""
    documents = portable() or platformdirs.user_documents_path()
    return documents if portable() or documents.is_dir() else Path.home()


def portable() -> Path | None:
    """Return the folder for all data beside the program, if ``portable.txt`` is beside it; else None.

    Nothing of it is an absolute path: a stick has another letter on every computer.
    """
    if not getattr(sys, "frozen", False):
        return None
    program = Path(sys.executable).resolve().parent
    return program.parent / "ITA-data" if (program / "portable.txt").is_file() else None
