"""Prints the bytes that the preview shows."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from ita_desktop.app import log
from ita_desktop.i18n import tr

SAME_SHAPE = 0.01
"""Share by which a page may differ from A4 and still fill the sheet."""
RESOLUTION = 300
"""Dots per inch sent to a printer, about: text stays sharp and a page stays below ten megabytes."""


class PrintError(Exception):
    """A paper could not be sent; ``str`` is the sentence to show. Each is one line of the log."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        log.note("print_refused", code=code)


def need_a_printer() -> None:
    """Raise PrintError with advice if the computer has no printer."""
    if not QPrinterInfo.availablePrinterNames():
        raise PrintError("no_printer", tr("This computer has no printer. Save as PDF and print it on another one."))


def choose_pages(printer: QPrinter, first: int, last: int) -> None:
    """Print these pages, counted from 1."""
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(first, last)


def named_printer(name: str) -> QPrinter:
    """Return the printer with this name; PrintError if missing (Qt would silently use the default one)."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    if printer.printerName() != name or not printer.isValid():
        text = tr("The printer “{name}” is not available. Choose another one.")
        raise PrintError("printer_gone", text.format(name=name))
    return printer


def send(pdf: bytes, printer: QPrinter, job: str) -> str:
    """Draw the pages on the printer and return the sentence that says so; PrintError if it fails."""
    chosen = printer.printerName()
    buffer, document = _opened(pdf)
    printer.setDocName(job)
    printer.setResolution(resolution_for(printer.resolution()))
    printer.setFullPage(True)
    pages = _pages(printer, document.pageCount())
    painter = QPainter()
    for number, page in enumerate(pages):
        _lay_out(printer, document.pagePointSize(page))
        if number == 0:
            if not painter.begin(printer):
                text = tr("The printer does not answer. Check that it is switched on and has paper.")
                raise PrintError("no_answer", text)
        else:
            printer.newPage()
        area = printer.pageRect(QPrinter.Unit.DevicePixel)
        place = placed(document.pagePointSize(page), QRectF(0, 0, area.width(), area.height()))
        painter.drawImage(place, document.render(page, place.size().toSize()))
    painter.end()
    document.close()
    buffer.close()
    if printer.outputFormat() is QPrinter.OutputFormat.NativeFormat and printer.printerName() != chosen:
        text = tr("The printer “{name}” is not available. Choose another one.")
        raise PrintError("printer_gone", text.format(name=chosen))
    log.note("print", pages=len(pages), copies=printer.copyCount())
    return tr("Sent to the printer {name}").format(name=printer.printerName() or printer.outputFileName())


def resolution_for(dots: int) -> int:
    """Return the dots per inch at which pages are drawn for a printer that has ``dots``: a whole part of them.

    Qt on Windows draws a picture on the printer's own dots by repeating or leaving out some (nearest neighbour). With
    a whole part each dot is repeated equally often; else strokes of letters would come out uneven or be lost. 600 and
    1200 give 300, an ink printer's 720 gives 360, a needle printer's 180 stays 180.
    """
    parts = (dots // times for times in range(1, dots + 1) if dots % times == 0)
    return min(parts, key=lambda part: abs(part - RESOLUTION), default=RESOLUTION)


def _opened(pdf: bytes) -> tuple[QBuffer, QPdfDocument]:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.status() is not QPdfDocument.Status.Ready:
        raise PrintError("unreadable", tr("The paper cannot be read for printing."))
    return buffer, document


def placed(points: QSizeF, sheet: QRectF) -> QRectF:
    """Where a page stands on the sheet: all of it, but for a scan that is no A4, which keeps its shape."""
    shape = points.width() / points.height()
    if abs(shape / (sheet.width() / sheet.height()) - 1) < SAME_SHAPE:
        return sheet
    size = points.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (sheet.width() - size.width()) / 2, (sheet.height() - size.height()) / 2
    return QRectF(left, top, size.width(), size.height())


def _pages(printer: QPrinter, count: int) -> list[int]:
    """The pages in the order in which they come out; all of them again for each copy that the printer cannot make."""
    chosen = range(count)
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        chosen = range(printer.fromPage() - 1, min(printer.toPage() or count, count))
    return list(chosen) * (1 if printer.supportsMultipleCopies() else printer.copyCount())


def _lay_out(printer: QPrinter, points: QSizeF) -> None:
    """A4 upright or across, as the page is; no margins, because the page has its own."""
    across = points.width() > points.height()
    orientation = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), orientation, QMarginsF(0, 0, 0, 0)))
