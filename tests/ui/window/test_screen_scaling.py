"""At 100, 125, 150 and 200 % of a screen of 1366 × 768 nothing is cut and everything can be scrolled to."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ita_desktop.ui.desk.page_names import PageName

LEAST_ROOM = 190
"""Logical pixels of a page that stay in sight at 200 %: four rows and more."""


@pytest.mark.parametrize(
    ("factor", "language"), [("1", "th"), ("1.25", "th"), ("1.5", "th"), ("1.5", "en"), ("2", "th"), ("2", "en")]
)
def test_the_window_fits_the_screen_and_nothing_is_cut(factor: str, language: str, tmp_path: Path) -> None:
    env = {**os.environ, "QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    env["PYTHONPATH"] = str(Path(__file__).parents[3])
    run = subprocess.run(
        [sys.executable, "-m", "tests.ui.scaled_window", language], env=env, capture_output=True, text=True, check=True
    )
    told = json.loads(run.stdout.splitlines()[-1])
    assert told["ratio"] == float(factor)
    assert told["size"] == told["asked"]
    assert told["start"] == []
    for name in PageName:
        page = told[name]
        assert page["cut"] == [], name
        assert page["out of reach"] == [], name
        assert page["scrolls"], name
        assert page["menus"], name
        assert page["room"] >= LEAST_ROOM, name
