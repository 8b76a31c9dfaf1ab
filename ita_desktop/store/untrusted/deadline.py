"""The time that a file of somebody else may take."""

from __future__ import annotations

import time
from pathlib import Path

from ita_desktop.store.errors import StoreError, StoreErrorCode

SECONDS = 5.0
"""Longer than any honest file of an office takes; a longer one holds up the window."""


class Deadline:
    """Counts from its making; readers ask it again and again."""

    def __init__(self, path: Path, seconds: float = SECONDS) -> None:
        self.path, self._seconds = path, seconds
        self._until = time.monotonic() + seconds

    def check(self) -> None:
        """Raise StoreError ``too_long`` once the time is over."""
        if time.monotonic() > self._until:
            raise StoreError(StoreErrorCode.TOO_LONG, self.path, f"{self._seconds:g}")
