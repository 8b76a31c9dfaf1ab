"""A real window on a real file; a modal box that no test asked for is a failure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from ita_desktop import i18n, paths
from ita_desktop.domain.values.framework import Framework
from ita_desktop.ui.application import apply_theme, make_application, make_window
from ita_desktop.ui.desk.page import Page
from ita_desktop.ui.frame.opening import Offices, load_offices
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.preferences import Preferences
from ita_desktop.ui.window.main_window import MainWindow
from ita_desktop.ui.window.start_page import StartPage

Frameworks = Mapping[int, Framework]


@pytest.fixture(autouse=True)
def _no_modal(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **_: object) -> None:
        pytest.fail(f"a modal box opened that the test did not ask for: {args[0] if args else ''}")

    monkeypatch.setattr(QDialog, "exec", refuse)
    monkeypatch.setattr(QMessageBox, "exec", refuse)
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, refuse)


@pytest.fixture(scope="session")
def _look(qapp: QApplication) -> Theme:
    i18n.use_language("th", paths.translations())
    make_application()
    theme = Theme(paths.resources())
    apply_theme(qapp, theme)
    return theme


@pytest.fixture
def theme(_look: Theme) -> Iterator[Theme]:
    """Light and at normal size at the start of each test."""
    yield _look
    if _look.is_dark or _look.sizes.scale != 1.0:
        _look.choose(dark=False, scale=1.0)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def offices(theme: Theme, preferences: Preferences, frameworks: Frameworks, sample_file: Path) -> Offices:
    return load_offices(theme, preferences, paths.resources(), frameworks, lambda: sample_file)


@pytest.fixture
def window(
    qtbot: QtBot, theme: Theme, preferences: Preferences, frameworks: Frameworks, sample_file: Path, tmp_path: Path
) -> Iterator[MainWindow]:
    """The window as it starts."""
    made = make_window(
        theme,
        preferences,
        resources=paths.resources(),
        frameworks=lambda: frameworks,
        documents=tmp_path,
        sample=lambda: sample_file,
    )
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    qtbot.waitUntil(lambda: made.findChild(StartPage) is not None)  # menus and this page come after the first picture
    yield made
    made.close()


Opened = Callable[[str], OfficeView]


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> Opened:
    """Opens the sample office at a page."""

    def open_at(page: str) -> OfficeView:
        window.open_sample()
        assert window.view is not None, window.start.fault
        window.view.open_page(page)
        return window.view

    return open_at


@pytest.fixture
def view(opened: Opened, request: pytest.FixtureRequest) -> OfficeView:
    """The sample office at the page that the module tests, its constant ``PAGE``."""
    view = opened(request.module.PAGE.NAME)
    assert isinstance(view.page, request.module.PAGE)
    return view


@pytest.fixture
def page(view: OfficeView) -> Page:
    """That page."""
    return view.page


@pytest.fixture(params=["th", "en"])
def _language(request: pytest.FixtureRequest, _thai: None) -> Iterator[None]:
    i18n.use_language(request.param, paths.translations())
    yield
    i18n.use_language("th", paths.translations())


@pytest.fixture(params=[1.0, 1.5], ids=["100%", "150%"])
def _scale(request: pytest.FixtureRequest, theme: Theme) -> None:
    if theme.sizes.scale != request.param:
        theme.choose(scale=request.param)
