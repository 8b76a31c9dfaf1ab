"""The user's folders that the start of the program hands over; without them all lies beside the office file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_backups: Path | None = None
_rules: Path | None = None
_versions: Path | None = None


def keep_backups_in(root: Path | None) -> None:
    """Keep the backups of all offices under this folder from now on; None: beside each office's file."""
    global _backups
    _backups = root


def backups_of(file: Path) -> Path:
    """The folder under which the backups of this file lie."""
    return _backups or file.with_name(file.name + ".backups")


@contextmanager
def beside_each_file() -> Iterator[None]:
    """Keep backups beside each office's file for a moment: what the self-test makes is nobody's backup."""
    global _backups
    kept, _backups = _backups, None
    try:
        yield
    finally:
        _backups = kept


def keep_rules_in(root: Path | None) -> None:
    """Look for packs of rules under this folder from now on; None: there are none."""
    global _rules
    _rules = root


def rules_folder() -> Path | None:
    """The folder of the packs of rules (``packs/2570``)."""
    return _rules


def keep_versions_in(root: Path | None) -> None:
    """Put newer programs under this folder from now on; None: there is no place for them."""
    global _versions
    _versions = root


def versions_folder() -> Path | None:
    """The folder of the versions of the program (``versions/0.2.0``)."""
    return _versions
