"""What the store says, as the clerk reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_desktop.app.errors import sentence
from ita_desktop.store.errors import StoreError, StoreErrorCode


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("somchai @ front-desk, 2026-11-20 11:57 (pid 17825)", "somchai @ front-desk, ๒๐ พ.ย. ๖๙ ๑๑:๕๗ น."),
        ("somchai @ front-desk, 2026-19-20 11:57 (pid 1)", "2026-19-20"),
        ("half a line", "half a line"),
    ],
)
@pytest.mark.usefixtures("_thai")
def test_who_has_the_file_open_is_told_in_words(line: str, told: str) -> None:
    said = sentence(StoreError(StoreErrorCode.LOCKED, Path("office.ita"), line))
    assert told in said
    assert "pid 17825" not in said
