"""The Windows installer compiles on Debian; packaging/windows/under-wine prove installs, uses and removes it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WINDOWS = Path(__file__).resolve().parents[2] / "packaging" / "windows"
pytestmark = pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not installed (Debian: nsis)")


def run(*words: str | Path, **environment: str) -> str:
    changed = {**os.environ, "PYTHON": sys.executable, **environment}
    done = subprocess.run(words, env=changed, capture_output=True, text=True, timeout=280)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_compiles_with_a_stand_in(tmp_path):
    payload = tmp_path / "payload"
    payload.mkdir()
    (payload / "ita-desktop.exe").write_bytes(b"a stand-in")
    run(WINDOWS / "build", payload, tmp_path / "out", VERSION="1.2.3")
    made = tmp_path / "out" / "ita-desktop-1.2.3-setup.exe"
    assert made.read_bytes().startswith(b"MZ")
    assert "not signed" in run(WINDOWS / "sign", made, ITA_SIGN_KEY="")
