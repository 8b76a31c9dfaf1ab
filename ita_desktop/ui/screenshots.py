"""Pictures of every page of the window on the sample office, light and dark; needs no display."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ita_desktop.app.start.sample import make_sample
from ita_desktop.domain.values.framework import Framework
from ita_desktop.store.file.disk import temporary_folder
from ita_desktop.ui.application import SETTINGS, apply_theme, make_application, make_window
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.preferences import Preferences
from ita_desktop.ui.window.main_window import MainWindow

WIDTH, HEIGHT = 1366, 768


def take(folder: Path, *, resources: Path, frameworks: Callable[[], Mapping[int, Framework]]) -> tuple[Path, ...]:
    """Write ``scores-light.png`` and the like; the files written. OSError where the folder cannot be written."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application()
    with temporary_folder() as kept:
        file = kept / "sample.ita"
        make_sample(file, resources, frameworks())
        theme = Theme(resources)
        apply_theme(app, theme)
        window = make_window(
            theme,
            Preferences(kept / SETTINGS),
            resources=resources,
            frameworks=frameworks,
            documents=kept,
            sample=lambda: file,
        )
        window.resize(WIDTH, HEIGHT)
        window.show()
        written = []
        for word, dark in (("light", False), ("dark", True)):
            theme.choose(dark=dark)
            written += _pages(app, window, folder, word)
        window.close()
    return tuple(written)


def _pages(app: QApplication, window: MainWindow, folder: Path, word: str) -> list[Path]:
    _ = window.menus  # they come with the first paint, which need not have been yet
    window.start.refresh()
    written = [_picture(app, window, folder / f"start-{word}.png")]
    window.open_sample()
    for page in window.view.pages if window.view else ():
        if window.view is not None:
            window.view.open_page(page.NAME)
            written.append(_picture(app, window, folder / f"{page.NAME}-{word}.png"))
    window.close_office()
    return written


def _picture(app: QApplication, window: MainWindow, file: Path) -> Path:
    app.sendPostedEvents()
    app.processEvents()
    if window.view is not None:
        window.view.preview.repaint_now()
    app.processEvents()
    if not window.grab().save(str(file)):
        raise OSError(f"cannot write {file}")
    return file
