"""A second start hands its file to the first; both as programs of their own."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ita_desktop.ui.window import one_window
from ita_desktop.ui.window.one_window import Reception, hand_over

ROOT = Path(__file__).resolve().parents[3]
SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ita_desktop.ui.window.one_window import hand_over
app = QCoreApplication([])
file = Path(sys.argv[2]) if len(sys.argv) > 2 else None
sys.exit(0 if hand_over(file, Path(sys.argv[1])) else 3)
"""


def second_start(folder: Path, *file: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", SECOND, str(folder), *file], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )


@pytest.fixture
def reception(qapp, tmp_path):
    made = Reception(tmp_path / "สมหญิง ใจดี")
    yield made
    made.deleteLater()


def test_the_file_of_a_second_start_arrives(qtbot, reception, tmp_path):
    file = tmp_path / "หน่วยงาน ของเรา.ita"
    with qtbot.waitSignal(reception.wanted, timeout=20_000) as came:
        second = second_start(tmp_path / "สมหญิง ใจดี", str(file))
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=10_000)
    assert second.returncode == 0
    assert came.args == [file]


def test_a_second_start_without_a_file_asks_for_the_window(qtbot, reception, tmp_path):
    with qtbot.waitSignal(reception.wanted, timeout=20_000) as came:
        second = second_start(tmp_path / "สมหญิง ใจดี")
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=10_000)
    assert came.args == [None]


def test_another_persons_program_is_not_spoken_to(qapp, reception, tmp_path):
    assert not hand_over(tmp_path / "a.ita", tmp_path / "another")


def test_what_an_ended_program_left_does_not_stand_in_the_way(qtbot, qapp, tmp_path):
    ended = subprocess.run(
        [
            sys.executable,
            "-c",
            "import os, sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
            "from ita_desktop.ui.window.one_window import Reception; app = QCoreApplication([]);"
            "kept = Reception(Path(sys.argv[1])); os._exit(0)",
            str(tmp_path),
        ],
        cwd=ROOT,
        check=True,
    )
    assert ended.returncode == 0
    assert not hand_over(None, tmp_path)
    later = Reception(tmp_path)
    with qtbot.waitSignal(later.wanted, timeout=20_000):
        second = second_start(tmp_path)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=10_000)
    later.deleteLater()


def test_only_this_module_knows_qt_network():
    """A socket of this computer is the only use of QtNetwork; nothing else of it may come in."""
    names: dict[str, set[str]] = {}
    for file in (ROOT / "ita_desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "PySide6.QtNetwork":
                names.setdefault(file.name, set()).update(alias.name for alias in node.names)
            if isinstance(node, ast.Import):
                assert not any("QtNetwork" in alias.name for alias in node.names), file
    assert names == {Path(one_window.__file__).name: {"QLocalServer", "QLocalSocket"}}


@pytest.mark.skipif(
    sys.platform == "win32" or os.getuid() != 0, reason="gives a file to another user, which needs root"
)
def test_an_address_that_another_user_made_gets_no_file(qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    address = Path(one_window._address(tmp_path / "user"))
    assert address.parent == tmp_path
    address.touch()
    os.chown(address, 1234, 1234)
    assert not one_window._is_ours(address)
    assert not hand_over(tmp_path / "a.ita", tmp_path / "user")
    os.chown(tmp_path, 1234, 1234)  # a runtime folder that is not ours either is not used
    assert Path(one_window._address(tmp_path / "user")).parent != tmp_path
    os.chown(tmp_path, 0, 0)
