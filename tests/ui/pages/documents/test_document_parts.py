"""The office's own form of a document: parts, words, columns, pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from ita_desktop.app.papers.office_options import OfficePicture, options_of
from ita_desktop.app.papers.printing import build, plain_text
from ita_desktop.documents import Digits, EmblemChoice
from ita_desktop.documents.layouts import PLAN_BY_MEASURE
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.export import Export
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.pages.documents.columns_editor import ColumnsEditor, read_share
from ita_desktop.ui.pages.documents.page import DocumentsPage
from ita_desktop.ui.widgets import file_dialogs

PAGE = DocumentsPage
REPORT = "analysis-report"


@pytest.fixture
def page(view: OfficeView, page: DocumentsPage) -> DocumentsPage:
    page.parts.choose(REPORT)
    return page


def printed(page: DocumentsPage) -> str:
    options = options_of(page.desk.workspace)
    return plain_text(build(REPORT, page.desk.facts, options), options)


def columns(page: DocumentsPage) -> ColumnsEditor:
    editor = page.parts.rows["recommendation"].columns
    assert editor is not None
    return editor


def test_a_part_is_switched_off_and_on(page: DocumentsPage) -> None:
    whole = printed(page)
    row = page.parts.rows["analyses"]
    assert row.printed.isChecked()
    row.printed.click()
    assert len(printed(page)) < len(whole)
    page.desk.workspace.undo()
    assert printed(page) == whole
    assert row.printed.isChecked()


def test_a_part_that_is_printed_only_when_asked_for(page: DocumentsPage) -> None:
    row = page.parts.rows["next-level"]
    assert not row.printed.isChecked()
    row.printed.click()
    assert "analysis-report/next-level" in options_of(page.desk.workspace).added


def test_own_words_take_the_place_of_the_standard_ones(page: DocumentsPage) -> None:
    words = page.parts.rows["rationale"].words
    assert words is not None
    words.setPlainText("ถ้อยคำของเราเอง")
    words.finished.emit()
    assert "ถ้อยคำของเราเอง" in printed(page)
    words.setPlainText("")
    words.finished.emit()
    assert "ถ้อยคำของเราเอง" not in printed(page)
    assert options_of(page.desk.workspace).wording == {}


def test_columns_are_renamed_widened_moved_removed_and_added(page: DocumentsPage) -> None:
    editor = columns(page)
    row = editor.rows[3]
    row.head.setText("เจ้าภาพ")
    row.head.finished.emit()
    assert "เจ้าภาพ" in printed(page)
    assert editor.rows[3] is row, "the clerk stays in the row"
    row.share.setText("๖.๕")
    row.share.finished.emit()
    row.share.setText("กว้าง")
    row.share.finished.emit()
    assert row.share.property("wrong")
    editor.shift(3, -3)
    assert editor.rows[0].head.text() == "เจ้าภาพ"
    layout = options_of(page.desk.workspace).layouts[f"{REPORT}/recommendation"]
    assert (layout.columns[0].head, layout.columns[0].share) == ("เจ้าภาพ", 6.5)
    editor.remove(5)
    editor.add()
    editor.toggle(5, "period")
    assert "period" in options_of(page.desk.workspace).layouts[f"{REPORT}/recommendation"].columns[5].fields
    editor.landscape.click()
    assert not options_of(page.desk.workspace).layouts[f"{REPORT}/recommendation"].landscape
    editor.standard_button.click()
    assert options_of(page.desk.workspace).layouts == {}
    assert editor.rows[3].head.text() == "ผู้รับผิดชอบ"


def test_ready_made_columns_are_chosen(page: DocumentsPage) -> None:
    editor = columns(page)
    editor.preset.choose(PLAN_BY_MEASURE.name)
    assert options_of(page.desk.workspace).layouts[f"{REPORT}/recommendation"] == PLAN_BY_MEASURE
    assert [row.head.text() for row in editor.rows] == [column.head for column in PLAN_BY_MEASURE.columns]
    assert "results-by-measure" not in editor._presets


def test_a_width_is_read() -> None:
    assert read_share("๒,๕") == 2.5
    for wrong in ("", "0", "99", "กว้าง"):
        with pytest.raises(ValueError):
            read_share(wrong)


def test_the_card_follows_the_paper_shown(view: OfficeView, page: DocumentsPage) -> None:
    row = next(row for row in page.rows if row.sheet.document == "results-report")
    row.show_button.click()
    assert page.parts.document.value() == "results-report"
    results = page.parts.rows["results"].columns
    assert results is not None
    assert "outcome" in results.offered


def test_the_offices_own_emblem_is_kept_and_taken_out(
    page: DocumentsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "emblem.png"
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    image.save(str(file))
    monkeypatch.setattr(file_dialogs, "ask_file", lambda *_: file)
    row = page.options.pictures.rows[OfficePicture.EMBLEM]
    row.picker.ask()
    kept = options_of(page.desk.workspace)
    assert kept.emblem is EmblemChoice.OWN
    assert kept.own_emblem
    assert row.chip.text == tr("kept in the file")
    row.take_out()
    assert options_of(page.desk.workspace).emblem is EmblemChoice.BUILT_IN
    page.desk.workspace.undo()
    assert options_of(page.desk.workspace).own_emblem == kept.own_emblem


def test_a_picture_that_is_none_is_told(page: DocumentsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(b"no picture")
    monkeypatch.setattr(file_dialogs, "ask_file", lambda *_: tmp_path / "x.png")
    picker = page.options.pictures.rows[OfficePicture.COVER].picker
    picker.ask()
    assert "x.png" in picker.notice.text
    assert not options_of(page.desk.workspace).cover_picture


def test_each_paper_has_its_own_ways_out(
    view: OfficeView, page: DocumentsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_save_file", lambda *_: tmp_path / "a.docx")
    row = next(row for row in page.rows if row.sheet.document == "risk-plan")
    row.word_button.click()
    assert (tmp_path / "a.docx").read_bytes()[:2] == b"PK"
    row.text_button.click()
    assert row.sheet.title in view.bottom.texts[2]


def test_the_pack_is_chosen(view: OfficeView, page: DocumentsPage) -> None:
    assert all(box.isChecked() for box in page.pack.boxes.values())
    page.pack.boxes["risk-plan"].click()
    chosen = options_of(page.desk.workspace).pack
    assert "risk-plan" not in chosen
    assert len(chosen) == len(page.pack.boxes) - 1
    page.pack.boxes["risk-plan"].click()
    assert options_of(page.desk.workspace).pack == ()
    page.pack.enclosures.click()
    assert options_of(page.desk.workspace).enclosures_from_pack


def test_the_folder_holds_the_pack_chosen(
    view: OfficeView, page: DocumentsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, box in page.pack.boxes.items():
        if name != "risk-plan":
            box.click()
    monkeypatch.setattr(file_dialogs, "ask_folder", lambda *_: tmp_path)
    view.desk.export_wanted.emit(Export.PACK, None)
    view.exports.work.finish()
    names = sorted(file.name for file in (tmp_path / "ITA-2568").iterdir())
    assert names == [f"2568-{name}.{kind}" for name in ("pack", "risk-plan") for kind in ("docx", "pdf")]


def test_one_document_has_digits_of_its_own(page: DocumentsPage) -> None:
    thai = printed(page)
    assert "๒๕๖๗" in thai
    page.parts.digits.choose(Digits.ARABIC)
    assert "2567" in printed(page)
    assert "๒๕๖๗" not in printed(page)
    page.parts.choose("memo")
    assert page.parts.digits.value() is None
    options = options_of(page.desk.workspace)
    assert "๒๕๖๗" in plain_text(build("memo", page.desk.facts, options), options)
    page.desk.workspace.undo()
    assert printed(page) == thai
