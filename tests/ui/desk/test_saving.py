"""A paper that another program still has open: the clerk closes it there, or takes another name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from ita_desktop.app.outputs import write_output
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.saving import save
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.widgets.file_dialogs import Held


@pytest.fixture
def view(opened: Callable[[str], OfficeView]) -> OfficeView:
    return opened("documents")


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A paper that cannot be replaced, as on Windows while a viewer shows it."""
    paper = tmp_path / "บันทึก.pdf"
    paper.write_bytes(b"yesterday")
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target) == paper and not (tmp_path / "closed").exists():
            error = PermissionError(13, "Permission denied")
            error.winerror = 32  # type: ignore[attr-defined]
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr("ita_desktop.store.file.disk._PATIENCE", 0.05)
    return paper


def saving(
    view: OfficeView, names: list[Path], answers: list[Held | None], monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    said: list[str] = []
    view.desk.said.connect(lambda text, _: said.append(text))

    def ask_held(why: str, _: object) -> Held | None:
        said.append(why)
        return answers.pop(0)

    def write(file: Path) -> str:
        write_output(file, b"today")
        return f"saved {file.name}"

    monkeypatch.setattr(file_dialogs, "ask_held", ask_held)
    save(view.desk, lambda: names.pop(0), write, view)
    return said


def test_another_name_is_asked_for(view: OfficeView, held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = held.with_name("อีกชื่อ.pdf")
    said = saving(view, [held, other], [Held.OTHER_NAME], monkeypatch)
    assert "ยังเปิดอยู่ในโปรแกรมอื่น" in said[0]
    assert said[-1] == "saved อีกชื่อ.pdf"
    assert other.read_bytes() == b"today"
    assert held.read_bytes() == b"yesterday"


def test_or_the_same_when_it_was_closed(view: OfficeView, held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def ask_held(why: str, _: object) -> Held:
        nonlocal asked
        asked += 1
        if asked == 2:
            held.with_name("closed").touch()
        return Held.AGAIN

    monkeypatch.setattr(file_dialogs, "ask_held", ask_held)

    def write(file: Path) -> str:
        write_output(file, b"today")
        return "saved"

    save(view.desk, lambda: held, write, view)
    assert asked == 2
    assert held.read_bytes() == b"today"


def test_or_it_is_left_as_it_is(view: OfficeView, held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = saving(view, [held], [None], monkeypatch)
    assert len(said) == 1
    assert held.read_bytes() == b"yesterday"


@pytest.mark.parametrize(
    ("button", "answer"), [("Save under another name…", Held.OTHER_NAME), ("Try again", Held.AGAIN), ("Cancel", None)]
)
def test_the_question_has_a_button_for_each(
    view: OfficeView, button: str, answer: Held | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def press(box: QMessageBox) -> int:
        shown.append(box.text())
        next(one for one in box.buttons() if one.text().replace("&", "") == tr(button)).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    assert file_dialogs.ask_held("<b>a.pdf</b>", view) is answer
    assert shown == ["<b>a.pdf</b>"]
