"""Starts the window: Qt, the look, and what is loaded after the first picture."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, qVersion
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from ita_desktop.app.folders import NO_FOLDERS, Folders
from ita_desktop.i18n import tr
from ita_desktop.ui.look.line_breaks import LineBreaks, line_breaks
from ita_desktop.ui.look.standard_texts import StandardTexts
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.preferences import Preferences
from ita_desktop.ui.qt.first_paint import FirstPaint
from ita_desktop.ui.qt.singletons import keep_singletons
from ita_desktop.ui.window.main_window import MainWindow
from ita_desktop.ui.window.one_window import Reception, hand_over
from ita_desktop.ui.window.placing import place

if TYPE_CHECKING:
    from ita_desktop.domain.values.framework import Framework
    from ita_desktop.ui.frame.opening import Offices

SETTINGS = "window.ini"
HALF_LIGHT = 128
"""A system whose windows are darker than this is dark: asking so does not wait for all of Qt's enumerations."""


def make_application() -> QApplication:
    """Create or find the QApplication of this process, with our words on Qt's buttons."""
    keep_singletons()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    app.setApplicationName("ita-desktop")
    app.setDesktopFileName("ita-desktop")
    app.setApplicationDisplayName(tr("ITA Desktop"))
    if app.findChild(StandardTexts) is None:
        app.installTranslator(StandardTexts(app))
    if line_breaks() is None:
        LineBreaks(app)
    return app


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Apply the theme to the program, now and whenever the user changes it."""
    theme.apply_to(app)
    theme.changed.connect(lambda: theme.apply_to(app))


def make_window(
    theme: Theme,
    preferences: Preferences,
    *,
    resources: Path,
    frameworks: Callable[[], Mapping[int, Framework]],
    documents: Path,
    sample: Callable[[], Path],
    folders: Folders = NO_FOLDERS,
) -> MainWindow:
    """Make the window; what opening a file needs is loaded with the first file."""

    def offices() -> Offices:
        from ita_desktop.ui.frame.opening import load_offices  # after the first paint: it loads all libraries

        return load_offices(theme, preferences, resources, frameworks(), sample, folders)

    return MainWindow(theme, preferences, offices, documents)


def tell_faults(window: MainWindow, log_file: Path | None = None) -> None:
    """Report a WorkspaceError in the window, and a bug of the program on the crash page and in the log."""
    usual = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            usual(kind, error, trace)
        elif not window.tell(error):
            from ita_desktop.app import log

            log.fault(error.with_traceback(trace))
            window.show_crash(log.report(error, {"Qt": qVersion()}, log_file))

    sys.excepthook = hook


def run(
    file: Path | None,
    *,
    resources: Path,
    frameworks: Callable[[], Mapping[int, Framework]],
    user_data: Path,
    documents: Path,
    sample: Callable[[], Path],
    folders: Folders,
) -> int:
    """Open the window, with a file if one is given, and stay until it is closed; the exit status."""
    app = make_application()
    if hand_over(file, user_data):
        return 0
    preferences = Preferences(user_data / SETTINGS)
    dark = preferences.dark
    if dark is None:
        dark = app.palette().window().color().lightness() < HALF_LIGHT
    theme = Theme(resources, dark=dark, scale=preferences.scale)
    apply_theme(app, theme)
    window = make_window(
        theme,
        preferences,
        resources=resources,
        frameworks=frameworks,
        documents=documents,
        sample=sample,
        folders=folders,
    )
    icon = resources / "program" / "ita-desktop.svg"
    FirstPaint(window, lambda: _after_first_paint(window, file, user_data, icon))
    if place(window, kept=preferences.geometry is not None):
        window.showMaximized()
    else:
        window.show()
    return app.exec()


def _after_first_paint(window: MainWindow, file: Path | None, user_data: Path, icon: Path) -> None:
    """Open the file, or show the start page; write the time for whoever measures the start."""
    told = os.environ.get("ITA_DESKTOP_FIRST_PAINT")
    if told:
        Path(told).write_text(str(time.monotonic()), encoding="ascii")
    from ita_desktop.app import log

    tell_faults(window, log.start(user_data / "logs"))
    reception = Reception(user_data, window)
    reception.wanted.connect(lambda wanted: _come_forward(window, wanted))
    if file is not None:
        window.open_file(file)
    else:
        _ = window.start
    QTimer.singleShot(0, lambda: _after_first_page(window, icon))


def _after_first_page(window: MainWindow, icon: Path) -> None:
    """Load what no picture waits for, such as the libraries for opening a file, while the start page is read."""
    gc.enable()
    window.setWindowIcon(QIcon(QPixmap(str(icon))))
    _ = window.offices


def _come_forward(window: MainWindow, file: Path | None) -> None:
    """Bring this window forward for a later start of the program, with its file."""
    if file is not None:
        window.open_file(file)
    from PySide6.QtCore import Qt  # all of Qt's enumerations: after the first paint

    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
