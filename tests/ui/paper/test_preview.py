"""The preview shows the very bytes that are printed, and follows the typing."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from pytestqt.qtbot import QtBot

from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.paper import printing
from ita_desktop.ui.paper.page_view import PageView, Spot
from ita_desktop.ui.paper.preview import PreviewPanel
from ita_desktop.ui.widgets import file_dialogs


@pytest.fixture
def view(opened: Callable[[str], OfficeView]) -> OfficeView:
    view = opened("documents")
    view.preview.repaint_now()
    return view


@pytest.fixture
def preview(view: OfficeView) -> PreviewPanel:
    return view.preview


def words(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).replace(" ", "")


def test_a_key_press_repaints_before_anything_is_stored(view: OfficeView, preview: PreviewPanel, qtbot: QtBot) -> None:
    subject = view.page.editor.fields["subject"]  # type: ignore[attr-defined]
    with qtbot.waitSignal(preview.painted):
        subject.insertPlainText("ทดลองพิมพ์")
    assert "ทดลองพิมพ์" in words(preview.printed.pdf)
    assert view.desk.workspace.history == ()


def test_the_view_has_the_pages_of_the_bytes(preview: PreviewPanel) -> None:
    assert preview.view.count == len(PdfReader(io.BytesIO(preview.printed.pdf)).pages) == 2
    assert preview.view.position_text() == "๑/๒"
    preview.view.go_to(1)
    assert preview.view.position_text() == "๒/๒"


def test_a_page_that_is_gone_to_keeps_its_gap_above(preview: PreviewPanel) -> None:
    preview.view.set_zoom(3.0)
    preview.view.go_to(1)
    top = preview.view._rect(1).top()
    assert top - preview.view.verticalScrollBar().value() == preview.view._gap() > 0


def test_the_place_of_the_field_is_brought_into_sight(view: OfficeView, preview: PreviewPanel, qtbot: QtBot) -> None:
    preview.view.set_zoom(1.5)
    step = view.page.editor.steps[-1]  # type: ignore[attr-defined]
    with qtbot.waitSignal(preview.painted):
        step.label.setText("คำสั่งนายก")
        step.label.edited.emit()
    assert preview.view.current == 1


def test_a_click_leads_to_the_field_it_came_from(view: OfficeView, preview: PreviewPanel, qtbot: QtBot) -> None:
    place = next(p for p in preview.printed.places if p.origin.endswith("/subject"))
    scale = preview.view.zoom * 96 / 72
    at = QPoint(round((place.x + 20) * scale), round((place.y + place.height / 2) * scale))
    middle = place.y + place.height / 2
    assert preview.view.spot_at(at) == Spot(0, pytest.approx(place.x + 20, abs=1), pytest.approx(middle, abs=1))
    view.open_page("scores")
    preview.choose_document("memo")
    preview.repaint_now()
    qtbot.mouseClick(preview.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.page.NAME == "documents"


def test_a_paper_that_cannot_be_made_says_why(preview: PreviewPanel, view: OfficeView) -> None:
    for memo in view.desk.facts.memos:
        view.desk.workspace.remove_memo(memo.id)
    preview.choose_document("memo")
    preview.repaint_now()
    assert preview.view.count == 0
    assert preview.printed.fault
    view.desk.print_wanted.emit()
    assert view.bottom.texts[2] == digits(preview.printed.fault)


def test_zoom_steps_and_fits(preview: PreviewPanel) -> None:
    fitted = preview.view.zoom
    preview.view.step_zoom(1)
    assert preview.view.zoom > fitted
    preview.view.step_zoom(-1)
    preview.view.set_zoom(None)
    assert preview.view.zoom == pytest.approx(fitted)


def test_the_saved_file_is_what_was_shown(
    view: OfficeView, preview: PreviewPanel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "บันทึก.pdf"
    monkeypatch.setattr(file_dialogs, "ask_save_file", lambda *_: file)
    view.desk.save_wanted.emit()
    assert file.read_bytes() == preview.printed.pdf
    assert "บันทึก.pdf" in view.bottom.texts[2]
    assert list(tmp_path.glob(".*")) == []


def test_a_folder_that_takes_no_file_is_told_and_leaves_nothing(
    view: OfficeView, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_save_file", lambda *_: tmp_path / "nowhere" / "a.pdf")
    view.desk.save_wanted.emit()
    assert str(tmp_path / "nowhere") in view.bottom.texts[2]


def test_printing_sends_every_page_as_it_is(preview: PreviewPanel, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert "out.pdf" in printing.send(preview.printed.pdf, printer, "ITA memo")
    sent, shown = QPdfDocument(), QPdfDocument()
    sent.load(str(tmp_path / "out.pdf"))
    (tmp_path / "shown.pdf").write_bytes(preview.printed.pdf)
    shown.load(str(tmp_path / "shown.pdf"))
    assert sent.pageCount() == 2
    for page in range(2):
        size = shown.pagePointSize(page).toSize()
        assert sent.pagePointSize(page).toSize() == size
        grey = QImage.Format.Format_Grayscale8
        ours, theirs = (document.render(page, size).convertToFormat(grey) for document in (shown, sent))
        differing = sum(
            abs(ours.pixelColor(x, y).lightness() - theirs.pixelColor(x, y).lightness()) > 128
            for x in range(0, size.width(), 3)
            for y in range(0, size.height(), 3)
        )
        assert differing < size.width() * size.height() / 9 / 50


def test_a_landscape_page_is_printed_across(view: OfficeView, preview: PreviewPanel, tmp_path: Path) -> None:
    preview.choose_document("analysis-report")
    preview.repaint_now()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printing.send(preview.printed.pdf, printer, "ITA report")
    shapes = [p.mediabox.width > p.mediabox.height for p in PdfReader(tmp_path / "out.pdf").pages]
    expected = [p.mediabox.width > p.mediabox.height for p in PdfReader(io.BytesIO(preview.printed.pdf)).pages]
    assert shapes == expected
    assert any(shapes)


def test_a_printer_that_is_not_there_is_refused() -> None:
    with pytest.raises(printing.PrintError, match="NOPRINTER"):
        printing.named_printer("NOPRINTER")


def test_without_a_printer_the_way_out_is_told(view: OfficeView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    view.desk.print_wanted.emit()
    assert "PDF" in view.bottom.texts[2]


def test_the_view_copes_with_no_document(qtbot: QtBot, view: OfficeView) -> None:
    empty = PageView(view.desk.theme, "ตัวอย่าง")
    qtbot.addWidget(empty)
    empty.show_pdf(b"")
    assert empty.count == 0
    assert empty.position_text() == ""
    empty.grab()


def test_a_page_that_nobody_edits_is_drawn_a_moment_later(
    view: OfficeView, preview: PreviewPanel, qtbot: QtBot
) -> None:
    view.window().resize(1366, 1000)
    preview.view.set_zoom(0.5)
    qtbot.waitUntil(lambda: preview.view.waiting == 0)
    subject = view.page.editor.fields["subject"]  # type: ignore[attr-defined]
    with qtbot.waitSignal(preview.painted):
        subject.insertPlainText("ก")
    assert preview.view.waiting == 0  # the other page is as it was
    with qtbot.waitSignal(preview.painted):
        subject.insertPlainText("รายงานผล " * 40)
    assert preview.view.waiting == 1
    assert largest_difference(shown(preview.view), shown(drawn_whole(view, qtbot))) > 24
    qtbot.waitUntil(lambda: preview.view.waiting == 0)
    assert largest_difference(shown(preview.view), shown(drawn_whole(view, qtbot))) <= 24


def drawn_whole(view: OfficeView, qtbot: QtBot) -> PageView:
    """The same bytes at the same place and size in a view that knows nothing of what was before."""
    known = view.preview.view
    fresh = PageView(view.desk.theme, "ตัวอย่าง")
    qtbot.addWidget(fresh)
    fresh.setProperty("paper", True)
    fresh.set_zoom(known.zoom)
    fresh.resize(known.size())
    fresh.show()
    fresh.resize(known.size() + known.viewport().size() - fresh.viewport().size())
    assert fresh.viewport().size() == known.viewport().size()
    fresh.show_pdf(view.preview.printed.pdf)
    fresh.verticalScrollBar().setValue(known.verticalScrollBar().value())
    return fresh


def shown(view: PageView) -> QImage:
    return view.viewport().grab().toImage()


@pytest.mark.parametrize("zoom", [0.5, 0.72, 1.0, 1.5])
@pytest.mark.parametrize("text", ["ก", "ปั๊ปี่ญู๎ฎุฏู", "อีกหนึ่งบรรทัด " * 12])
def test_what_is_drawn_anew_in_part_looks_as_if_drawn_whole(
    view: OfficeView, preview: PreviewPanel, qtbot: QtBot, text: str, zoom: float
) -> None:
    preview.view.set_zoom(zoom)
    preview.view.viewport().repaint()
    subject = view.page.editor.fields["subject"]  # type: ignore[attr-defined]
    for _ in range(2):
        with qtbot.waitSignal(preview.painted):
            subject.insertPlainText(text)
    qtbot.waitUntil(lambda: preview.view.waiting == 0)
    ours, theirs = shown(preview.view), shown(drawn_whole(view, qtbot))
    assert ours.size() == theirs.size()
    assert largest_difference(ours, theirs) <= 24  # the emblem's curves at the edge of what was drawn


def test_a_picture_of_another_document_is_not_kept(view: OfficeView, preview: PreviewPanel, qtbot: QtBot) -> None:
    for document in ("analysis-report", "memo", "risk-plan"):
        preview.choose_document(document)
        preview.repaint_now()
        qtbot.waitUntil(lambda: preview.view.waiting == 0)
        assert largest_difference(shown(preview.view), shown(drawn_whole(view, qtbot))) <= 24


def largest_difference(one: QImage, other: QImage) -> int:
    first, second = (bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits()) for image in (one, other))
    return max(abs(a - b) for a, b in zip(first, second, strict=True))
