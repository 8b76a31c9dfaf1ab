"""The office: shown, edited, stored, undone, shown again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ita_desktop.app.papers.office_options import OfficePicture, options_of
from ita_desktop.documents.options import EmblemChoice
from ita_desktop.domain.values.agency import AgencyType
from ita_desktop.domain.values.origin import Origin
from ita_desktop.ui.pages.agency.page import AgencyPage
from tests.app.word_files import drawing, picture, word_file

PAGE = AgencyPage


def test_a_field_goes_to_the_file_and_back(page: AgencyPage) -> None:
    before = page.desk.office.agency.district
    field = page.fields["agency/district"]
    assert field.value() == before
    field.setText("นาคู")
    field.edited.emit()
    field.finished.emit()
    assert page.desk.office.agency.district == "นาคู"
    page.desk.workspace.undo()
    assert field.value() == before


def test_the_kind_is_chosen(page: AgencyPage) -> None:
    page.fields["agency/type"].choose(AgencyType.SUBDISTRICT_MUNICIPALITY)
    assert page.desk.office.agency.type is AgencyType.SUBDISTRICT_MUNICIPALITY
    page.desk.workspace.undo()
    assert page.fields["agency/type"].value() is AgencyType.SUBDISTRICT


def test_units_are_kept_in_order(page: AgencyPage) -> None:
    units = page.fields["agency/departments"]
    before = page.desk.office.agency.departments
    units.add("กองสวัสดิการสังคม").finished.emit()
    assert page.desk.office.agency.departments == (*before, "กองสวัสดิการสังคม")
    units.move_row(0, 1)
    assert page.desk.office.agency.departments[:2] == (before[1], before[0])
    page.desk.workspace.undo()
    page.desk.workspace.undo()
    assert units.value() == before


def test_a_signer_is_added_named_moved_and_removed(page: AgencyPage) -> None:
    count = len(page.desk.office.signers)
    page.signers.add()
    editor = page.signers.editors[-1]
    editor.name.setText("นางสาวดาวเรือง รุ่งเรืองสุข")
    editor.name.finished.emit()
    editor.position.add("นิติกรชำนาญการ").finished.emit()
    signer = page.desk.office.signers[-1]
    assert (signer.name, signer.position) == ("นางสาวดาวเรือง รุ่งเรืองสุข", ("นิติกรชำนาญการ",))
    page.desk.workspace.move_signer(signer.id, 0)
    assert page.signers.editors[0].id == signer.id
    page.signers.editors[0].remove_button.click()
    assert len(page.desk.office.signers) == count == len(page.signers.editors)
    page.desk.workspace.undo()
    assert page.signers.editors[0].name.text() == "นางสาวดาวเรือง รุ่งเรืองสุข"


def test_an_acting_signer_has_the_post_acted_for(page: AgencyPage) -> None:
    editor = page.signers.editors[0]
    editor.acting.click()
    editor.acting_for.setText("ปลัดองค์การบริหารส่วนตำบล")
    editor.acting_for.finished.emit()
    assert "รักษาราชการแทน ปลัดองค์การบริหารส่วนตำบล" in page.desk.office.signers[0].position_lines
    editor.acting.click()
    assert page.desk.office.signers[0].acting_for == ""
    page.desk.workspace.undo()
    assert editor.acting.isChecked()
    assert not editor.acting_for.isHidden()


def test_a_signer_that_a_memo_names_is_not_removed_and_the_page_says_why(page: AgencyPage) -> None:
    used = page.desk.office.memos[0].signers[0].signer
    editor = next(editor for editor in page.signers.editors if editor.id == used)
    editor.remove_button.click()
    assert any(signer.id == used for signer in page.desk.office.signers)
    assert page.desk.office.memos[0].subject[:20] in page.signers.notice


def test_the_step_says_what_is_missing(page: AgencyPage) -> None:
    assert page.state().done
    field = page.fields["agency/name"]
    field.setText("")
    field.edited.emit()
    assert page.state().look_at
    assert page.flush() is None


def test_a_place_in_the_preview_leads_to_its_field(page: AgencyPage) -> None:
    assert page.show_origin(Origin("agency/phone"))
    assert page.show_origin(Origin(f"signer/{page.desk.office.signers[1].id}/name"))
    assert not page.show_origin(Origin("memo/memo-1/subject"))


def test_the_emblem_is_taken_out_of_a_word_file_with_one_click(page: AgencyPage, tmp_path: Path) -> None:
    row = page.pictures.rows[OfficePicture.EMBLEM]
    media = {"photo.png": picture(80, 60), "seal.png": picture(50, 50)}
    body = drawing("photo.png", 12, 9) + drawing("seal.png", 3, 3)
    row.picker.read(word_file(tmp_path / "a.docx", body, media))
    assert not options_of(page.desk.workspace).own_emblem
    row.picker.list.itemClicked.emit(row.picker.list.item(0))
    kept = options_of(page.desk.workspace)
    assert QImage.fromData(kept.own_emblem).width() == 50
    assert page.emblem.value() is kept.emblem is EmblemChoice.OWN
    assert row.picker.list.isHidden()
    page.desk.workspace.undo()
    assert not options_of(page.desk.workspace).own_emblem
    assert page.emblem.value() is EmblemChoice.BUILT_IN


def test_the_keyboard_takes_another_picture(page: AgencyPage, tmp_path: Path, qtbot: QtBot) -> None:
    row = page.pictures.rows[OfficePicture.COVER]
    media = {"a.png": picture(50, 50), "b.png": picture(60, 60)}
    row.picker.read(word_file(tmp_path / "a.docx", drawing("a.png", 3, 3) + drawing("b.png", 3, 3), media))
    assert row.picker.list.hasFocus()
    qtbot.keyClick(row.picker.list, Qt.Key.Key_Down)
    qtbot.keyClick(row.picker.list, Qt.Key.Key_Return)
    assert QImage.fromData(options_of(page.desk.workspace).cover_picture).width() == 60
    assert page.emblem.value() is EmblemChoice.BUILT_IN
    assert row.picker.choose.hasFocus()
