"""The program survives more calls than None has references by itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = """
from ita_desktop.ui.application import make_application
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
class Bell(QObject):
    rung = Signal(bool)
app, bell, widget = make_application(), Bell(), QWidget()
for _ in range(60_000):
    bell.rung.emit(True)
    widget.setEnabled(True)
print("alive")
"""


def test_sixty_thousand_calls_do_not_end_the_program() -> None:
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=root, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.returncode) == ("alive", 0), done.stderr
