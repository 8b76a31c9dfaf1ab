"""What the program says is UTF-8 wherever it is no terminal, and no letter ends it, whatever the code page."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT


def said(code_page: str, *words: str, status: int = 0) -> tuple[str, str]:
    environment = {**os.environ, "PYTHONIOENCODING": code_page, "PYTHONUTF8": "0", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "ita_desktop", *words], env=environment, cwd=ROOT, capture_output=True, timeout=120
    )
    assert done.returncode == status, done.stderr.decode("utf-8", "replace")
    return done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


@pytest.mark.parametrize("code_page", ["cp1252", "cp874", "ascii", "utf-8"])
def test_commands_speak_utf8(code_page, sample_file):
    papers, _ = said(code_page, "documents", str(sample_file))
    assert "บันทึกข้อความ" in papers
    listed, _ = said(code_page, "check", str(sample_file), "--format", "json")
    assert json.loads(listed)
    _, fault = said(code_page, "documents", "ไม่มี.ita", status=1)
    assert "ไม่มี.ita" in fault


def test_what_cannot_be_a_letter_is_shown_by_its_number():
    words = "from ita_desktop.__main__ import _speak_utf8; _speak_utf8(); print('\\udc80')"
    environment = {**os.environ, "PYTHONIOENCODING": "cp874", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", words], env=environment, capture_output=True, timeout=60)
    assert done.stdout.split() == [b"\\udc80"]
    assert done.returncode == 0
