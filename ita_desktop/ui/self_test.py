"""The checks that need Qt: pages drawn as the preview and the printer draw them, printers, every page of the window."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QFontDatabase, QImage, QImageReader, QImageWriter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.outputs import write_output
from ita_desktop.app.papers import printing
from ita_desktop.app.start.sample import make_sample
from ita_desktop.app.start.self_test import Check, must
from ita_desktop.documents import Choice, DocumentOptions
from ita_desktop.domain.values.framework import Framework
from ita_desktop.i18n import tr
from ita_desktop.ui.application import SETTINGS, apply_theme, make_application, make_window
from ita_desktop.ui.look.sizes import FAMILY
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.paper.printing import send
from ita_desktop.ui.preferences import Preferences

Frameworks = Callable[[], Mapping[int, Framework]]


def checks_of_window(resources: Path, frameworks: Frameworks) -> tuple[Check, ...]:
    """What the window needs of Qt; no screen is needed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return (
        Check(tr("Pictures and type of the window"), lambda _: _pictures(resources)),
        Check(tr("A page as the screen shows it"), lambda folder: _page(folder, resources, frameworks)),
        Check(tr("A page as the printer gets it"), lambda folder: _print(folder, resources, frameworks)),
        Check(tr("Printers of this computer"), lambda _: _printers()),
        Check(tr("Every page of the window"), lambda folder: _window(folder, resources, frameworks)),
    )


def _pictures(resources: Path) -> str:
    make_application()
    readable = {bytes(kind.data()).decode() for kind in QImageReader.supportedImageFormats()}
    writable = {bytes(kind.data()).decode() for kind in QImageWriter.supportedImageFormats()}
    must({"png", "jpeg", "svg"} <= readable, f"{sorted(readable)}")
    must("png" in writable, f"{sorted(writable)}")
    Theme(resources)
    must(FAMILY in QFontDatabase.families(), f"{FAMILY}: {len(QFontDatabase.families())} families")
    return f"{FAMILY}; {', '.join(sorted(readable))}"


def _paper(folder: Path, resources: Path, frameworks: Frameworks) -> bytes:
    file = folder / "sample.ita"
    make_sample(file, resources, frameworks())
    with Workspace.open(file, frameworks(), read_only=True) as office:
        facts = office.facts(max(plan.fiscal_year for plan in office.office.plans))
        options = DocumentOptions()
        return printing.pdf(printing.build("memo", facts, options, Choice()), resources, options).pdf


def _ink(pdf: bytes) -> tuple[int, int]:
    """How many pages, and how many dark points of the first one at about 72 to the inch."""
    make_application()
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    must(document.status() is QPdfDocument.Status.Ready, f"{document.status()}")
    pages = document.pageCount()
    picture = document.render(0, QSize(595, 842)).convertToFormat(QImage.Format.Format_ARGB32)
    document.close()
    points = memoryview(picture.constBits()).cast("B")
    dark = sum(1 for at in range(0, len(points), 4) if points[at + 3] > 128 and points[at] < 128)
    return pages, dark


def _page(folder: Path, resources: Path, frameworks: Frameworks) -> str:
    pages, dark = _ink(_paper(folder, resources, frameworks))
    must(2000 < dark < 200_000, f"{dark} dark points")
    return f"{pages}; {dark}"


def _print(folder: Path, resources: Path, frameworks: Frameworks) -> str:
    make_application()
    pdf = _paper(folder, resources, frameworks)
    write_output(folder / "saved.pdf", pdf)
    must((folder / "saved.pdf").read_bytes() == pdf, "saved.pdf")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(folder / "printed.pdf"))
    send(pdf, printer, "self-test")
    before, after = _ink(pdf), _ink((folder / "printed.pdf").read_bytes())
    must(before[0] == after[0] and abs(before[1] - after[1]) < before[1] / 3, f"{before} {after}")
    return f"{after[0]}; {after[1]}"


def _printers() -> str:
    make_application()
    names = QPrinterInfo.availablePrinterNames()
    return ", ".join(names) or tr("none; a paper can still be saved as PDF")


def _window(folder: Path, resources: Path, frameworks: Frameworks) -> str:
    app = make_application()
    file = folder / "sample.ita"
    make_sample(file, resources, frameworks())
    theme = Theme(resources)
    apply_theme(app, theme)
    window = make_window(
        theme,
        Preferences(folder / SETTINGS),
        resources=resources,
        frameworks=frameworks,
        documents=folder,
        sample=lambda: file,
    )
    window.show()
    window.open_sample()
    view = window.view
    if view is None:
        window.close()
        must(False, "the sample did not open")
        return ""
    names = [page.NAME for page in view.pages]
    for name in names:
        view.open_page(name)
        app.processEvents()
        must(not window.grab().isNull(), name)
    window.close()
    return ", ".join(names)
