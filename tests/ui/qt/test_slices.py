"""A paper is set between the keys, is given up when outdated, and tells when it takes long."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ita_desktop.typeset import Steps
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.paper.paper import Printed
from ita_desktop.ui.paper.preview import PreviewPanel
from ita_desktop.ui.qt import slices
from ita_desktop.ui.qt.slices import Sliced


class Work:
    """Steps until it is told to end."""

    def __init__(self) -> None:
        self.may_end = self.was_closed = False

    def steps(self) -> Steps[Printed]:
        try:
            while not self.may_end:
                yield
        finally:
            self.was_closed = True
        return Printed(pdf=b"made")


@pytest.fixture
def paper(qapp: QObject) -> Sliced:
    return Sliced(qapp)


def test_long_work_lets_the_window_go_on(paper: Sliced, qtbot: QtBot) -> None:
    work = Work()
    with qtbot.waitSignal(paper.slow):
        paper.begin(work.steps())
        assert paper.is_going
    with qtbot.waitSignal(paper.done) as done:
        work.may_end = True
    assert done.args == [Printed(pdf=b"made")]
    assert not paper.is_going


def test_short_work_is_done_at_once(paper: Sliced) -> None:
    work, made = Work(), []
    work.may_end = True
    paper.done.connect(made.append)
    paper.begin(work.steps())
    assert made == [Printed(pdf=b"made")]


def test_another_paper_gives_up_the_one_on_its_way(paper: Sliced, qtbot: QtBot) -> None:
    first, second = Work(), Work()
    paper.begin(first.steps())
    paper.begin(second.steps())
    assert first.was_closed
    paper.drop()
    assert second.was_closed
    assert not paper.is_going


def test_what_is_dropped_is_closed_even_if_somebody_keeps_it(paper: Sliced) -> None:
    work = Work()
    steps = work.steps()
    paper.begin(steps)
    paper.drop()
    assert work.was_closed
    assert list(steps) == []


def test_a_fault_ends_the_work(paper: Sliced) -> None:
    def faulty() -> Steps[Printed]:
        yield
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        paper.begin(faulty())
    assert not paper.is_going


@pytest.fixture
def preview(opened: Callable[[str], OfficeView], monkeypatch: pytest.MonkeyPatch) -> PreviewPanel:
    """Set one step at a time, and slow from the first."""
    view = opened("documents")
    view.preview.repaint_now()
    monkeypatch.setattr(view.preview.making, "slice", 0.0)
    monkeypatch.setattr(slices, "LONG", 0.0)
    return view.preview


def subject(preview: PreviewPanel) -> QObject:
    window = preview.window()
    return window.view.page.editor.fields["subject"]  # type: ignore[attr-defined,no-any-return]


def test_typing_goes_on_while_a_paper_is_set(preview: PreviewPanel, qtbot: QtBot) -> None:
    before = preview.printed
    for letter in "กขค":
        with qtbot.waitSignal(preview.making.slow):
            subject(preview).insertPlainText(letter)  # type: ignore[attr-defined]
        assert preview.progress.isVisible()
        assert preview.printed is before
    with qtbot.waitSignal(preview.painted, timeout=20_000):
        pass
    assert preview.progress.isHidden()
    assert preview.printed.pdf != before.pdf
    made = preview.printed
    preview.repaint_now()
    assert preview.printed is made


def test_it_can_be_stopped_and_is_set_with_the_next_change(preview: PreviewPanel, qtbot: QtBot) -> None:
    before = preview.printed
    with qtbot.waitSignal(preview.making.slow):
        subject(preview).insertPlainText("ก")  # type: ignore[attr-defined]
    assert preview.progress.isVisible()
    preview.progress.cancel.click()
    assert not preview.is_making
    assert preview.progress.isHidden()
    assert preview.notice.text
    assert preview.printed is before
    with qtbot.waitSignal(preview.painted, timeout=20_000):
        subject(preview).insertPlainText("ข")  # type: ignore[attr-defined]
    assert preview.printed is not before
    assert not preview.notice.text


def test_another_paper_is_not_shown_in_the_place_of_the_one_wanted(preview: PreviewPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.making.slow):
        preview.choose_document("risk-plan")
    assert preview.progress.isVisible()
    assert preview.view.count == 0
    preview.repaint_now()
    assert preview.view.count > 0
