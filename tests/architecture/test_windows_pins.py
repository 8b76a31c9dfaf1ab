"""The wheels for Windows are pinned by hash, and are those that pyproject.toml asks for."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging" / "windows"))

from wine import pins


def test_every_requirement_is_pinned():
    assert pins.outdated() == [], "packaging/windows/under-wine pin writes them"


def test_every_pin_has_one_hash():
    lines = pins.PINNED.read_text(encoding="utf-8").splitlines()[1:]
    assert len(lines) > 20
    for line in lines:
        assert re.fullmatch(r"[a-z0-9.-]+==\S+ --hash=sha256:[0-9a-f]{64}", line), line


@pytest.mark.parametrize(
    ("requirement", "met"),
    [("pytest>=9.2,<10", True), ("pytest>=9.2.1,<10", False), ("pytest<9.2", False), ("pytest==9.2.0", True)],
)
def test_a_requirement_is_met_by_numbers(requirement, met):
    assert pins.meets(requirement, {"pytest": "9.2.0"}) is met
    assert not pins.meets(requirement, {})
