"""The user's folders, which the start of the program hands to the parts that need them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where backups, packs of rules and newer versions of the program are kept."""

    backups: Path | None = None
    """The backups of all offices; None: beside each office's file."""
    rules: Path | None = None
    """The packs of rules (``packs/2570``); None: the program's own rules are used."""
    versions: Path | None = None
    """Newer versions of the program (``versions/0.2.0``); None: it cannot be updated."""


NO_FOLDERS = Folders()
"""Backups beside each office's file, no packs, no newer version: for the self-test, pictures and tests."""


def backups_of(file: Path, root: Path | None) -> Path:
    """Return the folder for the backups of ``file``: ``root``, or a folder beside the file if there is no root."""
    return root or file.with_name(file.name + ".backups")
