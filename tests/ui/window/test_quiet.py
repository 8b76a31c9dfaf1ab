"""The window is quiet at rest: nothing is laid out, painted or typeset while nobody does anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.window.main_window import MainWindow

WORK = (QEvent.Type.Paint, QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.UpdateRequest)
REST = 150
"""Milliseconds watched; what feeds itself is at work in each of them."""
RESTS = 40
"""How often to watch before work counts as endless: on a busy machine a paper takes its time."""
SIZES = (
    *((1280, 720), (1366, 768), (1920, 1080)),
    *((1024, 576), (1093, 614), (1536, 864)),
    *((853, 480), (911, 512)),
)
"""Logical pixels: three screens, whole and at 125 % and 150 %."""


class Watch(QObject):
    """Counts what widgets do while it is installed."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
        if event.type() in WORK:
            self.seen[f"{event.type().name} {type(watched).__name__} {watched.objectName()}"] += 1
        return False


@pytest.fixture
def still(qapp: QApplication) -> Iterator[None]:
    """The text cursor does not blink."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


def work_of(view: OfficeView, qtbot: QtBot, qapp: QApplication) -> dict[str, int]:
    """Return what goes on during a rest, although nobody does anything."""
    watch, papers = Watch(), Counter[str]()
    view.preview.painted.connect(lambda: papers.update(["papers"]))
    qapp.installEventFilter(watch)
    qtbot.wait(REST)
    qapp.removeEventFilter(watch)
    if view.preview.is_making or view.desk.checking.is_going:
        papers.update(["papers or checks"])
    return dict(watch.seen + papers)


def never_ends(view: OfficeView, qtbot: QtBot, qapp: QApplication) -> dict[str, int]:
    """Return the work of the last rest; empty as soon as one passes without any. Work that feeds itself has no end."""
    view.ahead.end()  # pages built ahead are work, and end by themselves
    for _ in range(RESTS):
        if not (work := work_of(view, qtbot, qapp)):
            return {}
    return work


@pytest.mark.usefixtures("still")
@pytest.mark.parametrize("scale", [1.0, 1.5], ids=["100%", "150%"])
@pytest.mark.parametrize("name", PageName)
def test_nothing_works_when_nobody_does(
    window: MainWindow,
    opened: Callable[[str], OfficeView],
    theme: Theme,
    qtbot: QtBot,
    qapp: QApplication,
    name: str,
    scale: float,
) -> None:
    if scale != 1.0:
        theme.choose(scale=scale)
    view = opened(name)
    qtbot.waitUntil(lambda: view.desk.checking.checked is not None, timeout=20_000)
    restless = {}
    for size in SIZES:
        window.resize(*size)
        if work := never_ends(view, qtbot, qapp):
            restless[size] = work
    assert restless == {}
