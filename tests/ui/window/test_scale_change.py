"""A− and A+ change all of a page that is already built: it is then as if it had been built in that size."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.preferences import Preferences
from ita_desktop.ui.widgets.fold import Fold
from ita_desktop.ui.window.main_window import MainWindow
from tests.ui.window.test_room import cut

CHANGING = ("backups",)
"""Pages that list the files of this very run: another one at each opening."""


def look(widget: QWidget) -> tuple[object, ...]:
    """What of a widget the scale decides."""
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    font = (widget.font().pixelSize(), widget.font().weight()) if words or not isinstance(widget, QLabel) else ()
    least, most = widget.minimumSize(), widget.maximumSize()
    limits = (least.width(), least.height(), most.width(), most.height())
    icon = widget.iconSize().width() if isinstance(widget, QAbstractButton) else 0
    columns: tuple[int, ...] = ()
    if isinstance(widget, QTableView) and widget.model() is not None:
        columns = tuple(widget.columnWidth(n) for n in range(widget.model().columnCount()))
        columns += tuple(widget.rowHeight(n) for n in range(widget.model().rowCount()))
    return (type(widget).__name__, words[:30], font, limits, icon, columns, widget.width(), widget.height())


def looks(view: OfficeView, name: str, qapp: QApplication) -> list[tuple[object, ...]]:
    """The look of everything on a page, with all folds open."""
    view.open_page(name)
    page = view.page
    for fold in page.findChildren(Fold):
        fold.set_open(True)
    for _ in range(4):
        qapp.processEvents()
    return [look(widget) for widget in page.findChildren(QWidget) if widget.isVisible()]


def test_the_bars_and_the_paper_follow_too(
    window: MainWindow, opened: Callable[[str], OfficeView], theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    window.resize(1900, 900)
    view = opened("scores")
    heights = [piece.height() for piece in (window.head, view.bottom)]
    rail, paper = view.rail.width(), view.preview.width()
    theme.choose(scale=1.3)
    for _ in range(3):
        qapp.processEvents()
    assert [round(piece.height() / 1.3) for piece in (window.head, view.bottom)] == heights
    assert view.rail.width() > rail
    assert view.preview.width() > paper
    assert view.preview.width() == theme.sizes.preview


@pytest.mark.parametrize(("before", "after", "names"), [(1.3, 0.9, ("scores", "measures")), (1.0, 1.5, PageName)])
def test_a_built_page_is_as_one_built_in_the_new_size(
    window: MainWindow,
    opened: Callable[[str], OfficeView],
    preferences: Preferences,
    theme: Theme,
    qapp: QApplication,
    before: float,
    after: float,
    names: tuple[str, ...],
) -> None:
    preferences.preview_shown = False  # how wide it is depends on the paper shown too
    window.resize(1366, 768)
    theme.choose(scale=before)
    view = opened("home")
    for name in names:
        looks(view, name, qapp)
    theme.choose(scale=after)
    changed = {}
    for name in names:
        changed[name] = looks(view, name, qapp)
        assert cut(view.page) == [], name
    window.close_office()
    view = opened("home")
    for name in names:
        built = looks(view, name, qapp)
        if name not in CHANGING:
            assert [pair for pair in zip(changed[name], built, strict=False) if pair[0] != pair[1]] == [], name
            assert len(changed[name]) == len(built), name
