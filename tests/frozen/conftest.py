"""The frozen program under test: ``ITA_DESKTOP_FROZEN`` names it, else ``dist/ita-desktop`` of this checkout."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAME = "ita-desktop.exe" if sys.platform == "win32" else "ita-desktop"


@pytest.fixture(scope="session")
def frozen() -> Path:
    """The program's file; skipped, with the reason, where it has not been built."""
    program = Path(os.environ.get("ITA_DESKTOP_FROZEN") or ROOT / "dist" / "ita-desktop" / NAME)
    if not program.is_file():
        pytest.skip(
            f"{program} has not been built (pyinstaller --noconfirm build.spec, or name it: ITA_DESKTOP_FROZEN)"
        )
    return program
