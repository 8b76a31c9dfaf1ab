"""What comes out of a printer is the PDF, page for page; and what did not come out is said."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from ita_desktop import paths
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.papers import printing
from ita_desktop.documents import Choice, DocumentOptions
from tests.printing.conftest import PPD, QUEUE

ROOT = Path(__file__).resolve().parents[2]
DPI = 100
STRONG = 160
"""Steps of grey (of 255) by which two renderings of one edge may differ: a hair line comes out grey on one of them."""
STRAY = 0.0005
"""Share of a page's points that may be strays; a page moved by two pixels has ten times as many."""
SEND = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ita_desktop import i18n, paths
from ita_desktop.ui.paper.printing import PrintError, named_printer, send
from ita_desktop.ui.qt.singletons import keep_singletons
keep_singletons()
i18n.use_language("th", paths.translations())
app = QApplication([])
try:
    printer = named_printer(sys.argv[2])
    if sys.stdin.readline().strip() == "go":
        print(json.dumps({"said": send(Path(sys.argv[1]).read_bytes(), printer, "ita")}))
except PrintError as error:
    print(json.dumps({"fault": str(error)}))
"""


def printing_program(pdf: Path, queue: str) -> subprocess.Popen[str]:
    """Start the program that prints; ``ITA_PRINT_WITH`` names another Python (Windows' under Wine)."""
    python = shlex.split(os.environ.get("ITA_PRINT_WITH", "")) or [sys.executable]
    return subprocess.Popen(
        [*python, "-c", SEND, str(pdf), queue],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def sent(pdf: Path, queue: str) -> dict[str, str]:
    """What the program said in a process of its own: Qt asks the print server once for a process."""
    out, _ = printing_program(pdf, queue).communicate("go\n", timeout=120)
    return json.loads(out.splitlines()[-1])


@pytest.fixture
def papers(sample_file, frameworks, tmp_path) -> dict[str, Path]:
    """A memo, and a report with pages across."""
    made = {}
    with Workspace.open(sample_file, frameworks, read_only=True) as office:
        year = max(plan.fiscal_year for plan in office.office.plans)
        facts, options = office.facts(year), DocumentOptions()
        for name in ("memo", "analysis-and-measures"):
            paper = printing.build(name, facts, options, Choice())
            made[name] = tmp_path / f"{name}.pdf"
            made[name].write_bytes(printing.pdf(paper, paths.resources(), options).pdf)
    return made


def pages(pdf: Path, folder: Path) -> list[Image.Image]:
    folder.mkdir()
    subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-png", pdf, folder / "p"], check=True)
    return [Image.open(file).convert("L") for file in sorted(folder.iterdir())]


def ink(page: Image.Image) -> tuple[int, int, int, int]:
    return page.point(lambda grey: 255 if grey < 128 else 0).getbbox()


def upright(page: Image.Image) -> Image.Image:
    """A page across comes out of a printer turned."""
    return page if page.width < page.height else page.rotate(90, expand=True)


def assert_same(expected: Image.Image, found: Image.Image) -> None:
    expected, found = upright(expected), upright(found)
    assert max(abs(a - b) for a, b in zip(expected.size, found.size, strict=True)) <= 1
    found = found.crop((0, 0, *expected.size))
    if max(abs(a - b) for a, b in zip(ink(expected), ink(found), strict=True)) > 1:
        found = found.rotate(180)  # turned the other way
    assert max(abs(a - b) for a, b in zip(ink(expected), ink(found), strict=True)) <= 1
    far = max(strays(expected, found), strays(found, expected))
    assert far <= expected.width * expected.height * STRAY


def strays(page: Image.Image, other: Image.Image) -> int:
    """Points of ``other`` that are darker or lighter than every point of ``page`` within one pixel of theirs."""
    darker = ImageChops.subtract(page.filter(ImageFilter.MinFilter(3)), other)
    lighter = ImageChops.subtract(other, page.filter(ImageFilter.MaxFilter(3)))
    return sum(ImageChops.lighter(darker, lighter).histogram()[STRONG:])


@pytest.mark.slow
@pytest.mark.parametrize("name", ["memo", "analysis-and-measures"])
def test_the_printed_pages_are_those_of_the_pdf(server, papers, tmp_path, poppler, name):
    before = server.papers()
    assert QUEUE in sent(papers[name], QUEUE)["said"]
    expected = pages(papers[name], tmp_path / "expected")
    found = pages(server.printed(before), tmp_path / "found")
    assert len(found) == len(expected)
    for one, other in zip(expected, found, strict=True):
        assert_same(one, other)


def test_a_printer_that_is_not_there_is_named(server, papers):
    before = server.papers()
    fault = sent(papers["memo"], "NOPRINTER")["fault"]
    assert "NOPRINTER" in fault
    assert server.papers() == before


def test_a_stopped_queue_is_told_as_sent_not_as_printed(server, papers):
    before = server.papers()
    server.admin("cupsdisable", QUEUE)
    said = sent(papers["memo"], QUEUE)
    assert said["said"].startswith("ส่งไป")
    assert server.papers() == before
    server.admin("cancel", "-a", QUEUE)


def test_a_printer_taken_away_meanwhile_is_told(server, papers):
    before = server.papers()
    server.admin("lpadmin", "-p", "GONE", "-E", "-v", "ita-pdf:/", "-P", str(PPD))
    program = printing_program(papers["memo"], "GONE")
    program.stdin.write("go\n")
    server.admin("lpadmin", "-x", "GONE")
    program.stdin.flush()
    out, _ = program.communicate(timeout=120)
    assert "GONE" in json.loads(out.splitlines()[-1])["fault"]
    assert server.papers() == before
