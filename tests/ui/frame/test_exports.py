"""Ways out of the program: print, Word, text, the pack, the website, Excel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.paper import print_dialog, printing
from ita_desktop.ui.paper.print_dialog import PrintDialog, PrintOrder, PrintQuestion, read_copies, read_pages
from ita_desktop.ui.qt import slices
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.window.main_window import MainWindow


@pytest.fixture
def view(opened: Callable[[str], OfficeView]) -> OfficeView:
    return opened("documents")


def question(open_words: str = "") -> PrintQuestion:
    return PrintQuestion(title="บันทึกข้อความ", pages=3, shift=(0.0, 2.5), open_words=open_words)


@pytest.mark.parametrize(
    ("text", "expected"), [("", (1, 3)), ("๒", (2, 2)), ("1-2", (1, 2)), ("2-", (2, 3)), ("-2", (1, 2))]
)
def test_pages_are_read(text: str, expected: tuple[int, int]) -> None:
    assert read_pages(text, 3) == expected


@pytest.mark.parametrize("text", ["0", "4", "3-1", "หนึ่ง", "1-2-3"])
def test_pages_that_are_not_there_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_pages(text, 3)


def test_copies_are_read() -> None:
    assert read_copies("๒") == 2
    for wrong in ("0", "100", "", "สอง", "9" * 5000):
        with pytest.raises(ValueError, match=r"[\u0e00-\u0e7f]"):
            read_copies(wrong)


def test_the_dialog_says_what_is_open_and_prints_all_the_same(theme: Theme, qtbot: QtBot) -> None:
    dialog = PrintDialog(theme, question("ผิด ๒"), None)
    qtbot.addWidget(dialog)
    assert dialog.notice.text == "ผิด ๒"
    dialog.print_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.order.shift == (0.0, 2.5)


def test_the_dialog_can_lead_to_the_findings(theme: Theme, qtbot: QtBot) -> None:
    dialog = PrintDialog(theme, question("ผิด ๒"), None)
    qtbot.addWidget(dialog)
    dialog.look_button.click()
    assert dialog.wants_to_look


def test_a_wrong_answer_is_marked_where_it_stands(theme: Theme, qtbot: QtBot) -> None:
    dialog = PrintDialog(theme, question(), None)
    qtbot.addWidget(dialog)
    dialog.pages.setText("7")
    dialog.copies.setText("0")
    dialog.print_button.click()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert dialog.pages.property("wrong")
    assert dialog.copies.property("wrong")
    dialog.pages.setText("1-2")
    dialog.copies.setText("๒")
    dialog.print_button.click()
    assert (dialog.order.first, dialog.order.last, dialog.order.copies) == (1, 2, 2)


@pytest.fixture
def one_printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A printer that prints into a file."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["เครื่องพิมพ์"]))

    def named(name: str) -> QPrinter:
        assert name == "เครื่องพิมพ์"
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "out.pdf"))
        return printer

    monkeypatch.setattr(printing, "named_printer", named)
    return tmp_path / "out.pdf"


def pages_of(file: Path) -> int:
    return len(PdfReader(file).pages)


def test_range_copies_and_shift_reach_the_printer(
    view: OfficeView, monkeypatch: pytest.MonkeyPatch, one_printer: Path
) -> None:
    order = PrintOrder(printer="เครื่องพิมพ์", first=1, last=1, copies=3, shift=(2.0, 0.0))
    monkeypatch.setattr(print_dialog, "ask", lambda *_: order)
    view.desk.print_wanted.emit()
    assert pages_of(one_printer) == 3
    assert view.preview.options.offset_x == 2.0
    assert "out.pdf" in view.bottom.texts[2]


def test_nothing_is_printed_when_the_findings_come_first(
    view: OfficeView, monkeypatch: pytest.MonkeyPatch, one_printer: Path
) -> None:
    asked: list[PrintQuestion] = []

    def ask(_theme: object, question: PrintQuestion, _parent: object) -> PrintOrder:
        asked.append(question)
        return PrintOrder(look=True)

    monkeypatch.setattr(print_dialog, "ask", ask)
    memo = view.desk.facts.memos[0]
    view.desk.workspace.put_memo(replace(memo, subject="รายงานผลการประเมิน ปีงบประมาณ พ.ศ. ๒๕๖๐"))
    view.desk.checking.check_now()
    view.desk.print_wanted.emit()
    assert asked[0].open_words == "เอกสารนี้: ผิด ๑"
    assert asked[0].is_wrong
    assert view.page.NAME == "check"
    assert not one_printer.exists()


def test_word_holds_the_words_of_the_paper(view: OfficeView, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(file_dialogs, "ask_save_file", lambda *_: tmp_path / "บันทึก.docx")
    view.preview.word_pressed.emit()
    words = "\n".join(paragraph.text for paragraph in Document(str(tmp_path / "บันทึก.docx")).paragraphs)
    assert "เรียน" in words
    assert "บันทึก.docx" in view.bottom.texts[2]


def test_text_goes_to_the_clipboard(window: MainWindow, view: OfficeView) -> None:
    window.menus.actions["text"].trigger()
    assert "บันทึกข้อความ" in QGuiApplication.clipboard().text()


def test_the_pack_goes_to_a_folder(
    window: MainWindow, view: OfficeView, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_folder", lambda *_: tmp_path)
    window.menus.actions["pack"].trigger()
    view.exports.work.finish()
    names = {file.name for file in (tmp_path / "ITA-2568").iterdir()}
    assert {"2568-analysis-report.pdf", "2568-analysis-report.docx", "2568-pack.pdf"} <= names


def test_the_website_folder_has_an_index(
    window: MainWindow, view: OfficeView, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_folder", lambda *_: tmp_path)
    window.menus.actions["publish"].trigger()
    view.exports.work.finish()
    assert (tmp_path / "ITA-web-2568" / "index.html").is_file()


def test_all_data_as_excel(
    window: MainWindow, view: OfficeView, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_save_file", lambda *_: tmp_path / "ข้อมูล.xlsx")
    window.menus.actions["excel"].trigger()
    assert (tmp_path / "ข้อมูล.xlsx").read_bytes()[:2] == b"PK"


def test_a_folder_that_cannot_be_written_is_told(
    window: MainWindow, view: OfficeView, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "ITA-2568").write_text("a file in the way")
    monkeypatch.setattr(file_dialogs, "ask_folder", lambda *_: tmp_path)
    window.menus.actions["pack"].trigger()
    view.exports.work.finish()
    assert "ITA-2568" in view.bottom.texts[2]


def test_the_round_of_the_results_report_is_chosen(view: OfficeView) -> None:
    view.preview.choose_document("results-report")
    view.preview.repaint_now()
    whole = view.preview.printed.pdf
    assert view.preview.rounds.isVisible()
    view.preview.rounds.choose(6)
    view.preview.repaint_now()
    assert view.preview.printed.pdf != whole
    view.preview.choose_document("memo")
    view.preview.repaint_now()
    assert not view.preview.rounds.isVisible()


def test_a_long_way_out_is_told_and_can_be_stopped(
    window: MainWindow, view: OfficeView, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_folder", lambda *_: tmp_path)
    monkeypatch.setattr(slices, "LONG", 0.0)
    window.menus.actions["pack"].trigger()
    work = view.exports.work
    qtbot.waitUntil(work.row.isVisible)
    window.menus.actions["publish"].trigger()
    assert not (tmp_path / "ITA-web-2568").exists()  # one thing at a time
    qtbot.mouseClick(work.row.cancel, Qt.MouseButton.LeftButton)
    assert not work.row.isVisible()
    assert "ITA-2568" in view.bottom.texts[2]
    assert not (tmp_path / "ITA-2568" / "2568-pack.docx").exists()
    window.menus.actions["publish"].trigger()
    work.finish()
    assert (tmp_path / "ITA-web-2568" / "index.html").is_file()


def test_a_scan_that_is_no_a4_keeps_its_shape_on_the_sheet() -> None:
    sheet = QRectF(0, 0, 2100, 2970)
    assert printing.placed(QSizeF(595, 842), sheet) == sheet
    across = printing.placed(QSizeF(1000, 500), sheet)
    assert (across.width(), across.height(), across.center()) == (2100, 1050, sheet.center())
    slim = printing.placed(QSizeF(100, 990), sheet)
    assert (slim.width(), slim.height()) == (300, 2970)


@pytest.mark.parametrize(
    ("dots", "drawn"),
    [(300, 300), (600, 300), (1200, 300), (4800, 300), (360, 360), (720, 360), (1440, 288), (180, 180), (203, 203)],
)
def test_pages_are_drawn_at_a_whole_part_of_the_printers_dots(dots: int, drawn: int) -> None:
    """Else Qt on Windows leaves dots out or repeats some, and thin strokes of letters go."""
    assert printing.resolution_for(dots) == drawn
    assert dots % drawn == 0
