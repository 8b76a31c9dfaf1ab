"""Versions, signed copies and the ITAS picture in the window: printed, dropped, looked at, found, saved and removed."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFrame, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.app.office import sending
from ita_desktop.app.office.copies import read_scan
from ita_desktop.app.papers.document_states import DocumentState, say_state, standing_of
from ita_desktop.domain.rules.page_code import printed_code
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.pages.documents import copies_card
from ita_desktop.ui.pages.documents.page import DocumentsPage
from ita_desktop.ui.pages.home.page import HomePage
from ita_desktop.ui.pages.scores.page import ScoresPage
from ita_desktop.ui.paper import print_dialog, printing
from ita_desktop.ui.paper.print_dialog import PrintOrder, PrintQuestion
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.widgets.file_drop import FileDrop
from ita_desktop.ui.window.main_window import MainWindow
from tests.store.scans import jpeg, pdf, png
from tests.ui.dropping import drop
from tests.ui.window.test_room import cut

PAGE = DocumentsPage


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    file = tmp_path / "ลงนาม.pdf"
    file.write_bytes(pdf(2))
    return file


def save_pdf(view: OfficeView, monkeypatch: pytest.MonkeyPatch, file: Path) -> bytes:
    monkeypatch.setattr(file_dialogs, "ask_save_file", lambda *_: file)
    view.desk.save_wanted.emit()
    return file.read_bytes()


def edit(view: OfficeView) -> None:
    sheet = view.preview.sheet
    memo = next(one for one in view.desk.office.memos if one.id == sheet.memo)
    view.desk.workspace.put_memo(replace(memo, number=memo.number + "๙"))


def buttons(page: DocumentsPage, words: str) -> list[QPushButton]:
    QApplication.processEvents()  # what was added to a layout is shown a moment later
    return [one for one in page.copies.findChildren(QPushButton) if one.text() == words and one.isVisible()]


def test_saving_a_paper_freezes_it_and_later_edits_do_not_touch_it(
    view: OfficeView, page: DocumentsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    saved = save_pdf(view, monkeypatch, tmp_path / "a.pdf")
    (version,) = view.desk.workspace.copies.versions
    assert version.pages == view.preview.printed.pages > 0
    row = next(one for one in page.rows if one.sheet == view.preview.sheet)
    assert row.chip.text == "พิมพ์แล้ว"
    edit(view)
    assert view.desk.workspace.copies.content(version) == saved
    assert row.chip.text == "แก้ไขหลังพิมพ์"
    assert page.copies._changed.text
    view.show_kept(version)
    assert view.preview.kept.pdf == saved


def test_scans_dropped_on_the_paper_are_its_signed_copies(
    view: OfficeView, scan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_pdf(view, monkeypatch, tmp_path / "a.pdf")
    view.open_page("scores")
    view.preview.choose_document("memo")
    sheet = view.preview.sheet
    assert drop(view.preview, scan)
    assert view.page.NAME == "documents"
    assert view.preview.sheet == sheet
    assert [one.name for one in view.desk.workspace.copies.kept] == ["ลงนาม.pdf"]
    assert standing_of(view.desk.workspace, 2568, sheet).state is DocumentState.SIGNED
    view.desk.workspace.undo()
    assert view.desk.workspace.copies.kept == ()


def test_scans_dropped_on_an_older_version_go_to_that_one(
    view: OfficeView, scan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_pdf(view, monkeypatch, tmp_path / "a.pdf")
    assert "ฉบับที่ ๑" in view.bottom.texts[2]
    edit(view)
    save_pdf(view, monkeypatch, tmp_path / "a.pdf")
    first, _ = view.desk.workspace.copies.versions
    view.show_kept(first)
    assert drop(view.preview, scan)
    assert [one.version for one in view.desk.workspace.copies.kept] == [first.id]


@pytest.mark.parametrize("name", ["a.ita", "กฎ.itapack", "ไป.ita-send"])
def test_the_programs_own_files_are_no_scans(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    zone = QFrame()
    qtbot.addWidget(zone)
    taken: list[object] = []
    FileDrop(zone, ()).all_dropped.connect(taken.append)
    assert not drop(zone, tmp_path / name)
    assert drop(zone, tmp_path / "สแกน.tif")
    assert taken == [(tmp_path / "สแกน.tif",)]


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("สแกน.pdf", b"<html>", "PDF"),
        ("ภาพ.heic", b"heic" * 99, "JPEG"),
        ("ใหญ่.pdf", bytes(60_000_000), "๒๕"),
        ("ล็อก.pdf", pdf(password="1"), "รหัสผ่าน"),
    ],
)
def test_what_cannot_be_kept_is_told_where_it_was_dropped(
    page: DocumentsPage, tmp_path: Path, name: str, data: bytes, word: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    assert drop(page.copies, file)
    assert name in page.copies.notice.text
    assert word in page.copies.notice.text
    assert page.desk.workspace.copies.kept == page.desk.workspace.copies.versions == ()


def test_with_keys_alone(
    window: MainWindow, view: OfficeView, page: DocumentsPage, scan: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_files", lambda *_: (scan,))
    view.open_page("home")
    window.menus.actions["signed"].trigger()
    assert window.menus.actions["signed"].shortcut().toString() == "Ctrl+Shift+F9"
    assert page.copies.notice.text
    version, copy = buttons(page, "เปิดดู")
    for button in (version, copy):
        button.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(button, Qt.Key.Key_Space)
        assert view.preview.kept is not None
        assert view.preview.kept_view.view.hasFocus()
        qtbot.keyClick(view.preview.kept_view.view, Qt.Key.Key_Escape)
        assert view.preview.kept is None
    qtbot.waitUntil(lambda: bool(view.preview.printed.pdf))


def test_a_code_from_paper_opens_its_version_and_page(
    window: MainWindow,
    view: OfficeView,
    page: DocumentsPage,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    page.copies.coded.click()
    saved = save_pdf(view, monkeypatch, tmp_path / "a.pdf")
    (version,) = view.desk.workspace.copies.versions
    code = printed_code(version.code, 2)
    assert code in PdfReader(BytesIO(saved)).pages[1].extract_text()
    edit(view)
    view.open_page("scores")
    view.choose_year(FiscalYear(2567))
    window.menus.actions["search"].trigger()
    panel = window.help_menu.search_panel()
    panel.words.setText(code.lower())
    panel.look()
    qtbot.keyClick(panel.words, Qt.Key.Key_Return)
    assert (view.page.NAME, int(view.desk.plan_year)) == ("documents", 2568)
    assert page.copies.sheet.memo == version.key.memo
    assert view.preview.kept.one == version
    assert view.preview.kept_view.view.current == 1


def test_the_code_is_on_only_where_it_is_switched_on(view: OfficeView, page: DocumentsPage) -> None:
    assert not page.copies.coded.isChecked()
    view.preview.repaint_now()
    before = view.preview.printed.pdf
    page.copies.coded.click()
    view.preview.repaint_now()
    assert view.preview.printed.pdf != before
    page.copies.coded.click()
    view.preview.repaint_now()
    assert view.preview.printed.pdf == before


def test_what_is_kept_is_printed_and_saved_as_it_is(
    view: OfficeView, page: DocumentsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    photo = tmp_path / "ถ่าย.jpg"
    photo.write_bytes(jpeg((300, 400)))
    page.copies.take((photo,))
    (copy,) = view.desk.workspace.copies.kept
    view.show_kept(copy)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["p"]))

    def named(_: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "out.pdf"))
        return printer

    asked: list[PrintQuestion] = []

    def ask(_theme: object, question: PrintQuestion, _parent: object) -> PrintOrder:
        asked.append(question)
        return PrintOrder(printer="p", last=1)

    monkeypatch.setattr(printing, "named_printer", named)
    monkeypatch.setattr(print_dialog, "ask", ask)
    view.desk.print_wanted.emit()
    assert (asked[0].pages, asked[0].movable) == (1, False)
    assert "ถ่าย.jpg" in asked[0].title
    assert len(PdfReader(tmp_path / "out.pdf").pages) == 1
    assert len(view.desk.workspace.copies.versions) == 1
    assert save_pdf(view, monkeypatch, tmp_path / "b.jpg") == view.desk.workspace.copies.content(copy)


def test_a_version_with_copies_is_removed_only_when_asked(
    page: DocumentsPage, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.copies.take((scan,))
    (version,) = page.desk.workspace.copies.versions
    monkeypatch.setattr(file_dialogs, "ask_remove", lambda *_: False)
    page.copies.remove(version)
    assert page.desk.workspace.copies.versions == (version,)
    page.copies.remove(page.desk.workspace.copies.kept[0])
    assert page.desk.workspace.copies.kept == ()
    page.copies.remove(version)
    assert page.desk.workspace.copies.versions == ()


def test_pages_that_lack_in_the_scan_are_said(
    view: OfficeView, page: DocumentsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_pdf(view, monkeypatch, tmp_path / "a.pdf")
    one_page = tmp_path / "1.pdf"
    one_page.write_bytes(pdf())
    page.copies.take((one_page,))
    QApplication.processEvents()
    texts = [label.accessibleName() for label in page.copies.findChildren(type(page._title)) if label.isVisible()]
    assert any("ขาดไป ๑ หน้า" in text for text in texts)


def test_a_button_keeps_the_cursor_while_something_else_is_edited(
    view: OfficeView, page: DocumentsPage, scan: Path
) -> None:
    page.copies.take((scan,))
    before = buttons(page, "เปิดดู")
    before[0].setFocus()
    edit(view)
    assert buttons(page, "เปิดดู") == before
    assert before[0].hasFocus()
    page.copies.remove(view.desk.workspace.copies.kept[0])
    assert page.copies.add_button.hasFocus()
    assert len(buttons(page, "เปิดดู")) == 1


def test_older_versions_are_listed_when_asked_for(
    view: OfficeView, page: DocumentsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, scan: Path
) -> None:
    for _ in range(5):
        save_pdf(view, monkeypatch, tmp_path / "a.pdf")
        edit(view)
    assert len(buttons(page, "เปิดดู")) == 3
    page.copies.take((scan,), view.desk.workspace.copies.versions[0].id)
    assert len(buttons(page, "เปิดดู")) == 5
    (more,) = buttons(page, "แสดงฉบับก่อนหน้า ๑ ฉบับ")
    more.click()
    assert len(buttons(page, "เปิดดู")) == 6


def test_how_much_room_they_take_is_said_when_it_is_much(
    page: DocumentsPage, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.copies.take((scan,))
    assert page.copies._room.isHidden()
    monkeypatch.setattr(copies_card, "WORTH_SAYING", 10)
    page.copies.refresh()
    assert "๓๐๐.๐ MB" in page.copies._room.accessibleName()


def test_the_board_names_what_waits_in_all_years(
    view: OfficeView, scan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    view.preview.choose_document("analysis-report")
    save_pdf(view, monkeypatch, tmp_path / "a.pdf")
    sheet = view.preview.sheet
    view.choose_year(FiscalYear(2567))
    view.open_page("home")
    home = view.page
    assert isinstance(home, HomePage)
    assert [(int(one.plan_year), one.sheet.document) for one in home.waiting.waiting] == [(2568, "analysis-report")]
    home.waiting.findChild(QPushButton).click()
    assert (view.page.NAME, int(view.desk.plan_year)) == ("documents", 2568)
    assert view.page.copies.sheet == sheet
    assert view.page.copies.add_button.hasFocus()
    view.page.copies.take((scan,))
    view.open_page("home")
    (one,) = home.waiting.waiting
    assert one.standing.state is DocumentState.SIGNED
    next(b for b in home.waiting.findChildren(QPushButton) if b.isVisible()).click()
    assert standing_of(view.desk.workspace, 2568, sheet).state is DocumentState.PUBLISHED
    assert home.waiting.waiting == ()
    assert home.waiting.isHidden()


def test_the_state_offered_is_never_less_than_what_is_kept(view: OfficeView, scan: Path) -> None:
    view.page.copies.take((scan,))
    sheet = view.page.copies.sheet
    view.open_page("home")
    field = view.page.papers.fields[sheet.document, sheet.memo]
    assert field.value() is DocumentState.SIGNED
    assert [field.itemText(n) for n in range(field.count())] == ["ลงนามแล้ว", "เผยแพร่แล้ว"]
    say_state(view.desk.workspace, 2568, sheet, DocumentState.PUBLISHED)
    assert field.value() is DocumentState.PUBLISHED


def test_an_itas_picture_is_pasted_and_seen_beside_the_numbers(window: MainWindow, view: OfficeView) -> None:
    QGuiApplication.clipboard().clear()
    window.menus.actions["paste-itas"].trigger()
    page = view.page
    assert isinstance(page, ScoresPage)
    assert "Print Screen" in page.itas.notice.text
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(image)
    window.menus.actions["paste-itas"].trigger()
    assert page.itas.notice.text == ""
    (kept,) = page.itas.pictures
    assert kept.name == "ITAS-2567-1.png"
    assert view.preview.kept.one == kept
    before = view.preview.kept_view.view.zoom
    view.preview.kept_view.view.step_zoom(1)
    assert view.preview.kept_view.view.zoom > before
    window.menus.actions["paste-itas"].trigger()
    assert "ITAS-2567-1.png" in page.itas.notice.text
    view.open_page("analysis")
    assert view.preview.kept is None


def test_itas_pictures_belong_to_a_year(view: OfficeView, tmp_path: Path) -> None:
    view.open_page("scores")
    page = view.page
    assert isinstance(page, ScoresPage)
    file = tmp_path / "หน้าจอ.png"
    file.write_bytes(png())
    assert drop(page.itas, file)
    assert [one.name for one in page.itas.pictures] == ["หน้าจอ.png"]
    file.write_bytes(b"GIF89a")
    drop(page.itas, file)
    assert "หน้าจอ.png" in page.itas.notice.text
    view.choose_year(FiscalYear(2567))
    assert page.itas.pictures == ()
    assert page.itas.notice.text == ""


def test_copies_in_a_file_that_came_are_taken_with_the_rest(view: OfficeView, scan: Path, tmp_path: Path) -> None:
    workspace = view.desk.workspace
    view.page.copies.take((scan,))
    sending.send(workspace, tmp_path / "x.ita-send")
    workspace.copies.remove_version(workspace.copies.versions[0].id)
    view.open_page("backups")
    other = view.page.other
    other.read(tmp_path / "x.ita-send")
    assert "๒" in other.copies.text()
    other.copies.click()
    other.merge_button.click()
    assert workspace.copies.kept == ()
    other.read(tmp_path / "x.ita-send")
    other.merge_button.click()
    assert [one.name for one in workspace.copies.kept] == ["ลงนาม.pdf"]
    other.read(tmp_path / "x.ita-send")
    assert not other.copies.isVisible()
    assert other.notice.text


def test_kept_files_are_found_by_name(
    window: MainWindow, view: OfficeView, page: DocumentsPage, scan: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page.copies.take((scan,))
    picture = tmp_path / "หน้าจอ.png"
    picture.write_bytes(png())
    view.desk.workspace.copies.keep_itas(2567, read_scan(picture))
    for name, where in (("ลงนาม.pdf", "documents"), ("หน้าจอ", "scores")):
        view.open_page("home")
        view.choose_year(FiscalYear(2567))
        window.menus.actions["search"].trigger()
        panel = window.help_menu.search_panel()
        panel.words.setText(name)
        panel.look()
        panel.take()
        assert (view.page.NAME, int(view.desk.plan_year)) == (where, 2568)
        assert view.preview.kept.one.name.startswith(name)


@pytest.mark.parametrize("typed", ["ACE-7KMX", "ace7kmx-2"])
def test_a_code_that_leads_nowhere_says_so(window: MainWindow, view: OfficeView, typed: str) -> None:
    window.menus.actions["search"].trigger()
    panel = window.help_menu.search_panel()
    panel.words.setText("ไม่มีคำนี้")
    panel.look()
    without = panel.nothing
    panel.words.setText(typed)
    panel.look()
    assert panel.found == ()
    assert "" != panel.nothing != without


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("name", ["documents", "home", "scores"])
def test_everything_has_room(
    window: MainWindow, view: OfficeView, page: DocumentsPage, scan: Path, qapp: QApplication, name: str, scale: float
) -> None:
    window.resize(1366, 768)
    page.desk.theme.choose(scale=scale)
    page.copies.coded.click()
    page.copies.take((scan,))
    edit(view)
    view.desk.workspace.copies.keep_itas(2567, read_scan(scan))
    view.open_page(name)
    view.show_kept(view.desk.workspace.copies.kept[0])
    for _ in range(3):  # the bar below gets its new words first, and then its room
        qapp.processEvents()
    assert cut(window) == []
    assert view.page.flow.widget().width() <= view.page.flow.viewport().width()


def test_what_was_saved_stays_said_when_the_frame_is_shown_again(
    view: OfficeView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_pdf(view, monkeypatch, tmp_path / "a.pdf")
    with qtbot.waitSignal(view.desk.checking.changed):
        view.desk.checking.check_soon()
    QApplication.processEvents()
    assert view.bottom.texts[2].startswith("บันทึกแล้วเป็น a.pdf")
    edit(view)
    qtbot.waitUntil(lambda: view.bottom.texts[2].startswith("เลิกทำ"))
