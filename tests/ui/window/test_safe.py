"""Nothing typed is lost: drafts after a crash, backups on time, reading only, the page after a mistake of ours."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.domain.values.agency import Agency
from ita_desktop.domain.values.framework import Framework
from ita_desktop.store.errors import StoreErrorCode
from ita_desktop.store.safety.backup import Reason
from ita_desktop.ui.application import tell_faults
from ita_desktop.ui.desk.autosave import Autosave
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.widgets.field import LineField
from ita_desktop.ui.window.main_window import MainWindow
from ita_desktop.ui.window.rescue import RescueCard

Frameworks = Mapping[int, Framework]


@pytest.fixture
def view(opened: Callable[[str], OfficeView]) -> OfficeView:
    return opened("agency")


def phone(view: OfficeView) -> LineField:
    field = view.page.fields["agency/phone"]  # type: ignore[attr-defined]
    assert isinstance(field, LineField)
    return field


def test_what_is_typed_becomes_a_draft_and_goes_when_it_is_stored(view: OfficeView, qtbot: QtBot) -> None:
    phone(view).setFocus()
    qtbot.keyClicks(phone(view), "12")
    view.autosave.keep_drafts()
    drafts = view.desk.workspace.drafts.all()
    assert [(draft.origin, draft.text[:2]) for draft in drafts] == [("agency/phone", "12")]
    phone(view).finished.emit()
    assert view.desk.workspace.drafts.all() == ()


def test_a_draft_is_no_step_of_undo(view: OfficeView, qtbot: QtBot) -> None:
    before = view.desk.workspace.history
    phone(view).setFocus()
    qtbot.keyClicks(phone(view), "12")
    view.autosave.keep_drafts()
    assert view.desk.workspace.history == before


@pytest.fixture
def after_a_crash(sample_file: Path, frameworks: Frameworks, window: MainWindow) -> OfficeView:
    """An office with two texts that were being typed."""
    with Workspace.open(sample_file, frameworks) as workspace:
        workspace.drafts.keep("agency/phone", "๐ ๙๙๙๙ ๙๙๙๙")
        measure = workspace.office.plans[-1].measures[0]
        workspace.drafts.keep(f"plan/2568/measure/{measure.id}/results/3/output", "คู่มือ")
    window.open_sample()
    assert window.view is not None
    return window.view


def test_texts_left_from_a_crash_are_offered_and_put_back(after_a_crash: OfficeView) -> None:
    view = after_a_crash
    assert view.left.isVisible()
    assert len(view.left.drafts) == 2
    view.left.put_back(view.left.drafts[0])
    assert view.desk.office.agency.phone == "๐ ๙๙๙๙ ๙๙๙๙"
    assert view.page.NAME == "agency"
    view.left.back_button.click()
    results = view.desk.office.plans[-1].measures[0].results
    assert (results[0].round, results[0].output) == (3, "คู่มือ")
    assert not view.left.isVisible()
    view.desk.workspace.undo()
    assert view.desk.office.plans[-1].measures[0].results[0].round == 6


def test_texts_left_from_a_crash_are_thrown_away(after_a_crash: OfficeView) -> None:
    view = after_a_crash
    before = view.desk.office
    view.left.drop_button.click()
    assert not view.left.isVisible()
    assert view.desk.workspace.drafts.all() == ()
    assert view.desk.office == before


def test_a_text_without_its_field_goes_to_the_clipboard(
    sample_file: Path, frameworks: Frameworks, window: MainWindow
) -> None:
    with Workspace.open(sample_file, frameworks) as workspace:
        workspace.drafts.keep("agency/no_such_field", "ข้อความเก่า")
    window.open_sample()
    assert window.view is not None
    window.view.left.back_button.click()
    assert QGuiApplication.clipboard().text() == "ข้อความเก่า"


def test_a_backup_is_made_when_it_is_due_and_trouble_is_said_once(
    view: OfficeView, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = view.desk.workspace
    workspace.set_setting("x", 1)
    monkeypatch.setattr(workspace.backups, "_looked_at", -10_000.0)
    view.autosave.back_up_if_due()
    newest = workspace.backups.all()[0]
    assert newest.manifest is not None
    assert newest.manifest.reason == Reason.TIMER

    def full() -> None:
        raise WorkspaceError(StoreErrorCode.FULL, "ดิสก์เต็ม")

    said: list[str] = []
    view.desk.said.connect(lambda text, _tone: said.append(text))
    monkeypatch.setattr(workspace.backups, "make_if_due", full)
    view.autosave.back_up_if_due()
    view.autosave.back_up_if_due()
    assert len(said) == 1
    assert "ดิสก์เต็ม" in said[0]


def test_a_backup_is_made_when_the_office_is_closed(
    view: OfficeView, window: MainWindow, sample_file: Path, frameworks: Frameworks
) -> None:
    view.desk.workspace.set_setting("x", 1)
    window.close_office()
    with Workspace.open(sample_file, frameworks, read_only=True) as workspace:
        manifest = workspace.backups.all()[0].manifest
        assert manifest is not None
        assert manifest.reason == Reason.EXIT


def test_reading_only_is_told_with_the_reason_and_a_way_out(
    window: MainWindow, sample_file: Path, frameworks: Frameworks, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.ita"
    monkeypatch.setattr(file_dialogs, "ask_save_file", lambda *_: copy)
    with Workspace.open(sample_file, frameworks):
        window.open_sample()
        view = window.view
        assert view is not None
        assert view.reading_only is not None
        assert view.reading_only.isVisible()
        assert sample_file.name in view.reading_only.text.accessibleName()
        view.reading_only.copy_wanted.emit()
        assert view.autosave._drafts is None
    with Workspace.open(copy, frameworks) as workspace:
        assert "ตัวอย่างสุข" in workspace.office.agency.name


@pytest.fixture
def hooked(window: MainWindow, tmp_path: Path) -> Iterator[MainWindow]:
    usual = sys.excepthook
    tell_faults(window, tmp_path / "ita-desktop.log")
    yield window
    sys.excepthook = usual


def fail(error: Exception) -> None:
    try:
        raise error
    except Exception as raised:
        sys.excepthook(type(raised), raised, raised.__traceback__)


def test_a_mistake_of_the_program_shows_its_page_and_the_work_goes_on(hooked: MainWindow, view: OfficeView) -> None:
    fail(ZeroDivisionError("นายลับ สุดยอด"))
    assert hooked.crash.isVisible()
    fail(ZeroDivisionError())
    hooked.crash.copy_details.click()
    details = QGuiApplication.clipboard().text()
    assert "ZeroDivisionError" in details
    assert "ลับ" not in details
    hooked.crash.go_on.click()
    assert view.isVisible()
    assert hooked.view is view


def test_the_program_can_be_closed_after_a_mistake(hooked: MainWindow, view: OfficeView) -> None:
    fail(KeyError("x"))
    hooked.crash.close_program.click()
    assert not hooked.isVisible()


def test_what_could_not_be_done_is_no_crash(hooked: MainWindow, view: OfficeView) -> None:
    fail(WorkspaceError(StoreErrorCode.FULL, "ดิสก์เต็ม"))
    assert not hooked.crash.isVisible()
    assert view.bottom.texts[2] == "ดิสก์เต็ม"


def test_a_number_typed_in_a_setting_is_no_fact(opened: Callable[[str], OfficeView], qtbot: QtBot) -> None:
    view = opened("documents")
    field = view.page.options.fields["offset_x"]  # type: ignore[attr-defined]
    field.setFocus()
    qtbot.keyClicks(field, "2")
    assert view.desk.facts.agency == view.desk.office.agency


def test_care_stops_with_the_office(view: OfficeView, window: MainWindow) -> None:
    autosave: Autosave = view.autosave
    window.close_office()
    autosave.keep_drafts()
    assert autosave._drafts is None


def test_a_damaged_file_comes_back_from_its_backup(
    window: MainWindow, sample_file: Path, frameworks: Frameworks, qtbot: QtBot
) -> None:
    with Workspace.open(sample_file, frameworks) as workspace:
        workspace.backups.make()
    whole = bytearray(sample_file.read_bytes())
    whole[len(whole) // 2 : len(whole) // 2 + 4096] = bytes(4096)
    sample_file.write_bytes(whole)
    window.open_file(sample_file)
    assert window.view is None
    rescue = window.start.findChild(RescueCard)
    assert isinstance(rescue, RescueCard)
    rescue.buttons[0].click()
    qtbot.waitUntil(lambda: window.view is not None)
    assert window.view is not None
    assert "ตัวอย่างสุข" in window.view.desk.office.agency.name
    assert window.view.desk.workspace.backups.replaced[0].read_bytes() == bytes(whole)


def test_a_file_that_is_gone_comes_back_from_its_backup(
    window: MainWindow, sample_file: Path, frameworks: Frameworks, qtbot: QtBot
) -> None:
    with Workspace.open(sample_file, frameworks) as workspace:
        workspace.backups.make()
    sample_file.unlink()
    window.open_file(sample_file)
    rescue = window.start.findChild(RescueCard)
    assert isinstance(rescue, RescueCard)
    rescue.buttons[0].click()
    qtbot.waitUntil(lambda: window.view is not None)


def test_a_file_without_a_backup_offers_none(window: MainWindow, tmp_path: Path) -> None:
    window.open_file(tmp_path / "nothing.ita")
    assert window.start.fault
    assert window.start.findChild(RescueCard) is None


def kept(view: OfficeView) -> dict[str, str]:
    """The drafts in the file, by origin."""
    view.autosave._drafts.write()  # type: ignore[union-attr]
    return {draft.origin: draft.text for draft in view.desk.workspace.drafts.all()}


def test_half_a_score_is_kept_and_typed_on_after_a_crash(
    opened: Callable[[str], OfficeView], window: MainWindow, qtbot: QtBot
) -> None:
    view = opened("scores")
    field = view.page.grid.fields["1"]  # type: ignore[attr-defined]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "93.")
    assert kept(view) == {"year/2567/scores/1": "93."}
    field.finished.emit()
    assert kept(view) == {"year/2567/scores/1": "93."}
    stored = view.desk.facts.assessed
    window.close_office()
    window.open_sample()
    assert window.view is not None
    view = window.view
    assert [draft.text for draft in view.left.drafts] == ["93."]
    view.left.back_button.click()
    assert [draft.text for draft in view.left.drafts] == ["93."]
    view.left.put_back(view.left.drafts[0])
    field = view.page.grid.fields["1"]  # type: ignore[attr-defined]
    assert (view.page.NAME, field.text()) == ("scores", "93.")
    assert view.desk.office.years[-1] == stored
    field.setText("93.5")
    field.edited.emit()
    field.finished.emit()
    assert view.desk.office.years[-1].scores["1"] == Decimal("93.5")
    assert kept(view) == {}


def test_a_date_and_evidence_are_kept_while_they_are_typed(opened: Callable[[str], OfficeView], qtbot: QtBot) -> None:
    view = opened("follow_up")
    field = view.page.editor.fields["evidence"]  # type: ignore[attr-defined]
    row = field.add()
    row.title.setFocus()
    qtbot.keyClicks(row.title, "abc")
    texts = kept(view)
    assert len(texts) == 1
    origin, text = next(iter(texts.items()))
    assert origin.endswith("/evidence")
    assert text.split("\n")[-1] == "abc\t\t\t"
    row.date.setFocus()
    qtbot.keyClicks(row.date, "19/")
    assert kept(view)[origin].split("\n")[-1] == "abc\t19/\t\t"
    row.date.setText("19/12/67")
    row.date.edited.emit()
    assert kept(view)[origin].split("\n")[-1] == "abc\t19/12/67\t\t"
    row.date.finished.emit()
    assert kept(view) == {}


def test_evidence_left_from_a_crash_is_put_back(sample_file: Path, frameworks: Frameworks, window: MainWindow) -> None:
    with Workspace.open(sample_file, frameworks) as workspace:
        measure = workspace.office.plans[-1].measures[0]
        workspace.drafts.keep(f"plan/2568/measure/{measure.id}/results/6/evidence", "ภาพถ่าย\t19/12/67\t\t")
    window.open_sample()
    assert window.view is not None
    window.view.left.back_button.click()
    results = window.view.desk.office.plans[-1].measures[0].results
    assert [(one.title, one.date) for one in results[0].evidence] == [("ภาพถ่าย", date(2024, 12, 19))]


def test_what_the_disk_refused_stays_a_draft_and_is_tried_again(
    view: OfficeView, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    workspace = view.desk.workspace
    usual, tried = workspace.set_agency, []

    def full(agency: Agency) -> None:
        tried.append(agency)
        raise WorkspaceError(StoreErrorCode.FULL, "ดิสก์เต็ม")

    monkeypatch.setattr(workspace, "set_agency", full)
    phone(view).setFocus()
    phone(view).setText("๐ ๑๑๑๑")
    phone(view).edited.emit()
    phone(view).finished.emit()
    assert len(tried) == 1
    assert kept(view) == {"agency/phone": "๐ ๑๑๑๑"}
    assert view.desk.facts.agency.phone == "๐ ๑๑๑๑"
    assert "ดิสก์เต็ม" in phone(view).accessibleDescription()
    view.desk.write_again.emit()
    assert len(tried) == 2
    assert kept(view) == {"agency/phone": "๐ ๑๑๑๑"}
    monkeypatch.setattr(workspace, "set_agency", usual)
    view.desk.write_again.emit()
    assert view.desk.office.agency.phone == "๐ ๑๑๑๑"
    assert phone(view).accessibleDescription() == ""
    assert kept(view) == {}


def test_the_window_stays_once_where_a_text_would_be_lost(
    view: OfficeView, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise WorkspaceError(StoreErrorCode.FULL, "ดิสก์เต็ม")

    monkeypatch.setattr(view.desk.workspace, "set_agency", full)
    monkeypatch.setattr(view.desk.workspace.drafts, "keep", full)
    phone(view).setFocus()
    phone(view).setText("๐ ๑๑๑๑")
    phone(view).edited.emit()
    assert not window.close()
    assert "๐ ๑๑๑๑" in view.bottom.texts[2]
    window.close_office()
    assert window.view is None


def test_the_window_stays_once_for_a_setting_that_cannot_be_read(view: OfficeView, window: MainWindow) -> None:
    view.open_page("documents")
    shift = view.page.options.fields["offset_x"]  # type: ignore[attr-defined]
    shift.setFocus()
    shift.setText("ZQ1Z")
    shift.edited.emit()
    assert not window.close()
    assert "ZQ1Z" in view.bottom.texts[2]
    assert shift.text() == "ZQ1Z"
    shift.setText("2")
    shift.edited.emit()
    assert window.close()
