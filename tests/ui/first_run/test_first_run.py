"""The first questions: answered with the keyboard alone, proposed after the kind, refused at the field."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop import paths
from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.papers.office_options import OfficePicture, options_of
from ita_desktop.app.start.library import Library
from ita_desktop.app.start.new_office import create_office
from ita_desktop.documents.options import EmblemChoice
from ita_desktop.domain.values.agency import AgencyType
from ita_desktop.domain.values.memo import Signer
from ita_desktop.ui.first_run.dialog import NewOfficeDialog
from ita_desktop.ui.first_run.emblem_question import Source
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets import file_dialogs
from tests.app.word_files import OLE, drawing, picture, word_file
from tests.ui.dropping import drop

ENTER = Qt.Key.Key_Return


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(paths.resources())


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, library: Library, tmp_path: Path) -> NewOfficeDialog:
    made = NewOfficeDialog(theme, library, tmp_path, None)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def press(qtbot: QtBot, key: Qt.Key = ENTER) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def to_question(dialog: NewOfficeDialog, number: int) -> None:
    dialog.place.name.setText("ดอนแก้ว")
    for at in range(number):
        dialog.go_to(at + 1)


def test_enter_alone_leads_through_all_questions(dialog: NewOfficeDialog, qtbot: QtBot, tmp_path: Path) -> None:
    press(qtbot)
    assert dialog.question is dialog.place
    dialog.place.name.setText("ดอนแก้ว")
    press(qtbot)
    press(qtbot)
    assert dialog.question is dialog.people
    dialog.people.rows[0].name.setText("นางสาวพิมพ์ใจ ใจดี")
    for _ in dialog.people.rows:
        press(qtbot)
    assert dialog.question is dialog.emblem
    press(qtbot)
    press(qtbot)
    assert dialog.result() == NewOfficeDialog.DialogCode.Accepted
    answer = dialog.answer
    assert answer.agency.name == "องค์การบริหารส่วนตำบลดอนแก้ว"
    assert answer.agency.departments[:2] == ("สำนักปลัด", "กองคลัง")
    assert answer.signers == (Signer(id="s1", name="นางสาวพิมพ์ใจ ใจดี", position=("ผู้จัดทำ",)),)
    assert answer.file == tmp_path / "องค์การบริหารส่วนตำบลดอนแก้ว.ita"


def test_a_subdistrict_brings_its_district_and_province(dialog: NewOfficeDialog, qtbot: QtBot) -> None:
    dialog.go_to(1)
    completer = dialog.place.name.completer()
    completer.setCompletionPrefix("ดอนแก้ว")
    offered = [completer.popup().model().index(n, 0).data() for n in range(completer.completionCount())]
    assert "ดอนแก้ว อ.แม่ริม จ.เชียงใหม่" in offered
    completer.activated.emit("ดอนแก้ว อ.แม่ริม จ.เชียงใหม่")
    qtbot.waitUntil(lambda: dialog.place.province.text() == "เชียงใหม่")
    agency = dialog.agency
    assert (agency.subdistrict, agency.district, agency.province) == ("ดอนแก้ว", "แม่ริม", "เชียงใหม่")


@pytest.mark.parametrize(
    ("kind", "name", "full"),
    [
        (AgencyType.SUBDISTRICT_MUNICIPALITY, "ดอนแก้ว", "เทศบาลตำบลดอนแก้ว"),
        (AgencyType.SUBDISTRICT, "องค์การบริหารส่วนตำบลดอนแก้ว", "องค์การบริหารส่วนตำบลดอนแก้ว"),
        (AgencyType.SUBDISTRICT, "อบต.ดอนแก้ว", "องค์การบริหารส่วนตำบลดอนแก้ว"),
        (AgencyType.PROVINCIAL, "เชียงใหม่", "องค์การบริหารส่วนจังหวัดเชียงใหม่"),
        (AgencyType.PATTAYA, "", "เมืองพัทยา"),
        (AgencyType.OTHER, "สำนักงานตัวอย่าง", "สำนักงานตัวอย่าง"),
    ],
)
def test_the_kind_leads_the_name_once(dialog: NewOfficeDialog, kind: AgencyType, name: str, full: str) -> None:
    dialog.kind.list.pick(kind)
    dialog.place.name.setText(name)
    assert dialog.agency.name == full


def test_a_missing_name_is_said_at_its_field(dialog: NewOfficeDialog, qtbot: QtBot) -> None:
    dialog.go_to(1)
    press(qtbot)
    assert dialog.question is dialog.place
    assert dialog.place.name.accessibleDescription() == "กรุณาพิมพ์ชื่อหน่วยงาน"


def test_a_file_that_is_there_is_not_written_over(dialog: NewOfficeDialog, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "องค์การบริหารส่วนตำบลดอนแก้ว.ita").write_text("x")
    to_question(dialog, 5)
    dialog.go_on()
    assert dialog.isVisible()
    assert dialog.where.path.property("wrong")


def test_a_name_alone_lies_in_the_proposed_folder(dialog: NewOfficeDialog, tmp_path: Path) -> None:
    to_question(dialog, 5)
    dialog.where.path.setText("ของเรา")
    dialog.go_on()
    assert not dialog.isVisible()
    assert dialog.answer.file == tmp_path / "ของเรา.ita"
    assert not dialog.answer.file.exists()


def test_a_place_where_nothing_can_be_made_is_told_before_the_answers_are_lost(
    dialog: NewOfficeDialog, tmp_path: Path
) -> None:
    to_question(dialog, 5)
    too_long = "ก" * 300
    for name, way in ((str(tmp_path / "none" / "a.ita"), "โฟลเดอร์"), (too_long, too_long)):
        dialog.where.path.setText(name)
        dialog.go_on()
        assert dialog.isVisible()
        assert way in dialog.where.path.accessibleDescription()


def test_units_follow_the_kind_until_they_are_edited(dialog: NewOfficeDialog) -> None:
    to_question(dialog, 2)
    dialog.kind.list.pick(AgencyType.CITY)
    dialog.go_to(2)
    assert "กองการประปา" in dialog.units.units
    dialog.units.field.add("กองใหม่")
    dialog.kind.list.pick(AgencyType.SUBDISTRICT)
    dialog.go_to(2)
    assert "กองใหม่" in dialog.units.units


def test_an_acting_signer_has_a_post_of_their_own(dialog: NewOfficeDialog, frameworks: dict, tmp_path: Path) -> None:
    to_question(dialog, 3)
    row = dialog.people.rows[2]
    row.name.setText("นายสมมุติ ตั้งใจงาน")
    row.acting.click()
    assert row.own_post.hasFocus()
    row.own_post.setText("หัวหน้าสำนักปลัด")
    dialog.emblem.list.pick(Source.PAPER)
    dialog.go_to(5)
    workspace = create_office(dialog.answer, frameworks)
    try:
        signer = workspace.office.signers[0]
        assert signer.position == ("หัวหน้าสำนักปลัด",)
        assert signer.acting_for == "ปลัดองค์การบริหารส่วนตำบลดอนแก้ว"
        assert workspace.setting("document-options") == {"emblem": "none"}
    finally:
        workspace.close()


def test_the_emblem_comes_out_of_a_word_file(dialog: NewOfficeDialog, frameworks: dict, tmp_path: Path) -> None:
    to_question(dialog, 4)
    media = {"photo.png": picture(80, 60), "seal.png": picture(50, 50, "green")}
    word = word_file(tmp_path / "รายงาน.docx", drawing("photo.png", 12, 9) + drawing("seal.png", 3, 3), media)
    dialog.emblem.list.pick(Source.WORD)
    dialog.emblem.picker.read(word)
    assert dialog.emblem.picker.list.count() == 2
    assert "น่าจะเป็นตรา" in dialog.emblem.picker.list.item(0).text()
    dialog.emblem.seal.read(word)
    dialog.emblem.seal.list.setCurrentRow(1)
    dialog.go_on()
    assert dialog.question is dialog.where
    workspace = create_office(dialog.answer, frameworks)
    try:
        kept = options_of(workspace)
        assert kept.emblem is EmblemChoice.OWN
        assert QImage.fromData(kept.own_emblem).size().toTuple() == (50, 50)
        assert QImage.fromData(kept.cover_picture).size().toTuple() == (80, 60)
    finally:
        workspace.close()


def test_without_a_picture_the_way_to_one_is_shown(dialog: NewOfficeDialog, tmp_path: Path) -> None:
    to_question(dialog, 4)
    dialog.emblem.list.pick(Source.PICTURE)
    dialog.go_on()
    assert dialog.question is dialog.emblem
    assert dialog.emblem.picker.choose.hasFocus()
    assert dialog.emblem.picker.notice.text
    (tmp_path / "a.doc").write_bytes(OLE)
    dialog.emblem.picker.read(tmp_path / "a.doc")
    assert ".docx" in dialog.emblem.picker.notice.text
    dialog.emblem.list.pick(Source.BUILT_IN)
    dialog.go_on()
    assert dialog.question is dialog.where
    assert dialog.answer.emblem is EmblemChoice.BUILT_IN
    assert not dialog.answer.pictures


def test_enter_chooses_a_file_and_goes_on_from_its_pictures(
    dialog: NewOfficeDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = word_file(tmp_path / "a.docx", drawing("a.png", 3, 3), {"a.png": picture(50, 50)})
    monkeypatch.setattr(file_dialogs, "ask_file", lambda *_: file)
    to_question(dialog, 4)
    for _ in range(2):
        press(qtbot, Qt.Key.Key_Down)
    press(qtbot)
    assert dialog.emblem.picker.choose.hasFocus()
    press(qtbot)
    assert dialog.emblem.picker.list.hasFocus()
    press(qtbot)
    assert dialog.question is dialog.where
    assert dialog.answer.pictures


def test_a_picture_is_dropped_on_its_place(dialog: NewOfficeDialog, tmp_path: Path) -> None:
    to_question(dialog, 4)
    dialog.emblem.list.pick(Source.PICTURE)
    (tmp_path / "ตรา.png").write_bytes(picture(40, 44))
    (tmp_path / "ตาราง.xlsx").write_bytes(b"x")
    assert not drop(dialog.emblem.picker, tmp_path / "ตาราง.xlsx")
    assert drop(dialog.emblem.picker, tmp_path / "ตรา.png")
    assert QImage.fromData(dialog.answer.pictures[OfficePicture.EMBLEM]).size().toTuple() == (40, 44)


def test_escape_goes_back_and_gives_up_only_at_the_beginning(dialog: NewOfficeDialog, qtbot: QtBot) -> None:
    to_question(dialog, 3)
    dialog.people.rows[0].name.setText("นางสาวพิมพ์ใจ ใจดี")
    press(qtbot, Qt.Key.Key_Escape)
    assert dialog.question is dialog.units
    dialog.go_on()
    assert dialog.people.rows[0].name.text() == "นางสาวพิมพ์ใจ ใจดี"
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Escape)
    assert dialog.question is dialog.kind
    assert dialog.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_place_that_is_there_once_needs_no_choosing(dialog: NewOfficeDialog, library: Library) -> None:
    names = [place.subdistrict for place in library.gazetteer.places]
    only = next(place for place in library.gazetteer.places if names.count(place.subdistrict) == 1)
    dialog.go_to(1)
    dialog.place.name.setText(f"อบต.{only.subdistrict}")
    dialog.go_on()
    assert (dialog.agency.district, dialog.agency.province) == (only.district, only.province)
    many = next(name for name in names if names.count(name) > 1)
    dialog.go_to(1)
    for field, text in ((dialog.place.name, many), (dialog.place.district, ""), (dialog.place.province, "")):
        field.setText(text)
    dialog.go_on()
    assert dialog.question is dialog.units
    assert not dialog.agency.province


def test_what_a_file_offers_is_scrolled_into_sight(dialog: NewOfficeDialog, tmp_path: Path) -> None:
    to_question(dialog, 4)
    dialog.resize(560, 440)
    dialog.emblem.list.pick(Source.WORD)
    media = {f"{n}.png": picture(50 + n, 50) for n in range(3)}
    body = "".join(drawing(name, 3, 3) for name in media)
    dialog.emblem.picker.read(word_file(tmp_path / "a.docx", body, media))
    QApplication.processEvents()
    shown = dialog.emblem.picker.list
    assert shown.visibleRegion().boundingRect().height() >= shown.height() * 2 // 3


def test_every_control_of_the_questions_has_a_name(dialog: NewOfficeDialog, tmp_path: Path) -> None:
    dialog.place.name.setText("ดอนแก้ว")
    for number in range(len(dialog.questions)):
        dialog.go_to(number)
    dialog.emblem.covers.set_open(True)
    dialog.emblem.picker.read(word_file(tmp_path / "a.docx", drawing("a.png", 3, 3), {"a.png": picture(9, 9)}))
    reached = [one for one in dialog.findChildren(QWidget) if one.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    assert len(reached) > 20
    assert [type(one).__name__ for one in reached if not one.accessibleName() and not one.objectName()] == []


def test_what_cannot_be_filled_leaves_no_half_made_file(
    dialog: NewOfficeDialog, tmp_path: Path, frameworks: dict
) -> None:
    to_question(dialog, 5)
    answer = replace(dialog.answer, signers=(Signer(id="s1", name="\x00"),))
    with pytest.raises(WorkspaceError):
        create_office(answer, frameworks)
    assert not list(tmp_path.glob("*.ita"))
    create_office(dialog.answer, frameworks).close()


@pytest.mark.usefixtures("_scale")
def test_a_short_question_does_not_scroll_because_another_is_long(dialog: NewOfficeDialog, qapp: QApplication) -> None:
    dialog.show()
    dialog.go_to(1)
    qapp.processEvents()
    area = dialog.findChild(QScrollArea)
    assert area.isAncestorOf(dialog.place)
    assert area.verticalScrollBar().maximum() == 0
