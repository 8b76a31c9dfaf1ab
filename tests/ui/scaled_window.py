"""The window on a screen of 1366 × 768 at QT_SCALE_FACTOR, every page opened; prints what is cut or out of reach."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QLineEdit, QWidget

from ita_desktop import i18n, paths
from ita_desktop.app.start.sample import make_sample
from ita_desktop.store.resources.frameworks import load_frameworks
from ita_desktop.ui.application import apply_theme, make_application, make_window
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.preferences import RECENT, Preferences
from ita_desktop.ui.window.main_window import MainWindow
from tests.ui.window.test_room import cut

SCREEN = (1366, 768)
SLACK = 4
"""Pixels that a style asks for around a button and does not paint."""


def out_of_reach(window: QWidget) -> list[str]:
    """Words, fields and buttons that are pressed flat, or neither in the window nor where one can scroll to them."""
    found = []
    for piece in window.findChildren(QWidget):
        if not isinstance(piece, QLabel | QLineEdit | QAbstractButton) or not piece.isVisible():
            continue
        holder = holder_of(piece, window)
        rect = QRect(piece.mapTo(holder, QPoint(0, 0)), piece.size())
        flat = piece.height() + SLACK < min(piece.minimumSizeHint().height(), piece.maximumHeight())
        if flat or not holder.rect().contains(rect):
            found.append(f"{type(piece).__name__} {piece.accessibleName() or piece.text()} {rect} in {holder.rect()}")
    return found


def holder_of(piece: QWidget, window: QWidget) -> QWidget:
    """What can be scrolled to the piece, else the window."""
    inner = piece
    while (above := inner.parentWidget()) is not None and above is not window:
        area = above.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is above:
            return inner
        inner = above
    return window


def report(app: QApplication, window: MainWindow) -> dict[str, object]:
    """What is wrong on each page."""
    found: dict[str, object] = {}
    assert window.view is not None
    for name in PageName:
        window.view.open_page(name)
        for _ in range(3):
            app.processEvents()
        flow = window.view.page.flow
        scrolls = flow.widget().width() <= flow.viewport().width() or flow.horizontalScrollBar().isVisible()
        found[name] = {
            "cut": cut(window),
            "out of reach": out_of_reach(window),
            "scrolls": scrolls,
            "room": flow.viewport().height(),
            "menus": window.head.menu_bar.width() >= window.head.menu_bar.sizeHint().width(),
        }
    return found


def main() -> None:
    factor = float(os.environ["QT_SCALE_FACTOR"])
    i18n.use_language(sys.argv[1], paths.translations())
    app = make_application()
    theme = Theme(paths.resources())
    apply_theme(app, theme)
    frameworks = load_frameworks(paths.resources() / "frameworks")
    with tempfile.TemporaryDirectory() as kept:
        file = Path(kept) / "sample.ita"
        make_sample(file, paths.resources(), frameworks)
        preferences = Preferences(Path(kept) / "window.ini")
        for number in range(RECENT):
            (Path(kept) / f"office-{number}.ita").touch()
            preferences.remember(Path(kept) / f"office-{number}.ita")
        window = make_window(
            theme,
            preferences,
            resources=paths.resources(),
            frameworks=lambda: frameworks,
            documents=Path(kept),
            sample=lambda: file,
        )
        asked = tuple(int(side / factor) for side in SCREEN)
        window.resize(*asked)
        window.show()
        app.processEvents()
        window.close_office()
        for _ in range(3):
            app.processEvents()
        start = [*out_of_reach(window), *cut(window)]
        window.open_sample()
        pages = report(app, window)
        size = (window.width(), window.height())
        window.close()
    print(json.dumps({"asked": asked, "size": size, "ratio": window.devicePixelRatioF(), "start": start, **pages}))


if __name__ == "__main__":
    main()
