"""The window is there before the libraries are: nothing slow is loaded for the first picture."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ita_desktop.ui.desk import checking
from ita_desktop.ui.paper import preview
from ita_desktop.ui.qt.first_paint import FirstPaint

ROOT = Path(__file__).resolve().parents[3]
SLOW = ("sqlite_utils", "reportlab", "uharfbuzz", "nlpo3", "cattrs", "openpyxl", "docx", "PIL", "PySide6.QtPdf", "nacl")
LOADED = "import sys, ita_desktop.__main__, ita_desktop.ui.application; print(*sys.modules, sep='\\n')"


def test_nothing_slow_is_imported_before_the_first_paint():
    done = subprocess.run([sys.executable, "-c", LOADED], cwd=ROOT, check=True, capture_output=True, text=True)
    loaded = set(done.stdout.split())
    assert "PySide6.QtWidgets" in loaded
    assert not loaded & set(SLOW)


PAINTED = """
import sys
from pathlib import Path
from PySide6 import QtCore
from ita_desktop import i18n, paths
i18n.use_language("th", paths.translations())
from ita_desktop.ui.application import FirstPaint, apply_theme, make_application, make_window
from ita_desktop.ui.preferences import Preferences
from ita_desktop.ui.look.theme import Theme
app = make_application(); theme = Theme(paths.resources()); apply_theme(app, theme)
folder = Path(sys.argv[1])
window = make_window(theme, Preferences(folder / "window.ini"), resources=paths.resources(), frameworks=dict,
                     documents=folder, sample=lambda: folder)
def painted():
    print("Qt" in vars(QtCore))
    app.quit()
FirstPaint(window, painted)
window.show()
app.exec()
"""


def test_the_first_picture_waits_for_none_of_the_enumerations_of_qt(tmp_path):
    words = [sys.executable, "-c", PAINTED, str(tmp_path)]
    done = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False"]


def test_what_waits_is_done_once_and_only_after_the_paint(qtbot):
    done: list[bool] = []

    class Window(QWidget):
        painted = False

        def paintEvent(self, event):  # noqa: N802 - Qt calls it so
            self.painted = True

    window = Window()
    qtbot.addWidget(window)
    FirstPaint(window, lambda: done.append(window.painted))
    window.show()
    qtbot.waitUntil(lambda: bool(done))
    window.repaint()
    window.hide()
    window.show()
    qtbot.wait(20)
    assert done == [True]


def test_the_first_page_of_an_office_waits_for_no_typesetter_and_no_check():
    program = "import sys, ita_desktop.ui.frame.opening; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)
    loaded = set(done.stdout.split())
    assert "ita_desktop.ui.pages.home.page" in loaded
    later = {"reportlab", "uharfbuzz", "openpyxl", "docx", "PIL", "nacl", "ita_desktop.domain.findings.checker"}
    assert not loaded & later


def test_the_first_page_is_painted_before_papers_and_checks_begin(window, qtbot, monkeypatch):
    monkeypatch.setattr(preview, "FIRST_LOOK", 0)  # on a slow computer every timer has run out before the first paint
    monkeypatch.setattr(checking, "FIRST", 0)
    window.open_sample()
    view = window.view
    painted: list[bool] = []

    class Watch(QObject):
        def eventFilter(self, watched, event):  # noqa: N802 - Qt calls it so
            if isinstance(event, QPaintEvent):
                painted.append(view.preview.is_making or bool(view.preview.printed.pdf))
                painted.append(view.desk.checking.checked is not None)
                watched.removeEventFilter(self)
            return False

    watch = Watch()
    view.page.installEventFilter(watch)
    qtbot.waitUntil(lambda: bool(painted))
    qtbot.waitUntil(lambda: bool(view.preview.printed.pdf) and view.desk.checking.checked is not None)
    assert painted == [False, False]


def test_the_start_page_and_its_menus_load_no_store() -> None:
    program = (
        "import sys, ita_desktop.ui.window.all_menus, ita_desktop.ui.window.start_page; print(*sys.modules, sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"sqlite_utils", "reportlab", "ita_desktop.documents"} & set(done.stdout.split())
