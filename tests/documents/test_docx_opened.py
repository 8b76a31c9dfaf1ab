"""Every document of every case opened by LibreOffice: the same words as our PDF, on paper of the same size."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

import pytest

from ita_desktop import paths
from ita_desktop.documents import DOCUMENTS, styles
from ita_desktop.documents.docx import render_docx
from ita_desktop.documents.model import Chart
from ita_desktop.documents.pdf import render_pdf
from tests.documents.conftest import year_facts
from tests.documents.paper import Page, fold, in_pieces, raw_text

CASES = ("case-000", "case-001", "case-002", "case-003", "case-003-as-printed", "case-004")
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""
NO_TEXT = re.compile(r"\s*(-\s*[๐-๙0-9]+\s*-|/.*\.\.\.)\s*")
"""Page numbers, and the first words of a next page: Word has no such thing."""


@pytest.fixture(scope="module")
def soffice() -> str:
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("soffice is not installed (Debian: libreoffice-writer)")
    return found


def opened(files: list[Path], soffice: str, folder: Path) -> None:
    """Turn Word files into PDF, with our fonts only."""
    config = folder / "fonts.conf"
    config.write_text(FONTS.format(fonts=paths.resources() / "fonts", cache=folder / "cache"), encoding="utf-8")
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *map(str, files),
        ],
        check=True,
        capture_output=True,
        timeout=280,
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
    )


def dotless(words: str) -> str:
    """Without dots: how many there are is a matter of width."""
    return fold(words).replace(".", "")


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_libreoffice_shows_every_word_of_our_pdf(
    case: str, facts_of: Callable, soffice: str, poppler: str, tmp_path: Path
) -> None:
    facts = facts_of(case)
    printable = {n: k.build(facts) for n, k in DOCUMENTS.items() if not set(k.missing(facts)) & set(k.requires)}
    files = [tmp_path / f"{name}.docx" for name in printable]
    for file in files:
        file.write_bytes(render_docx(printable[file.stem], paths.resources()))
    opened(files, soffice, tmp_path)
    for name, document in printable.items():
        ours = render_pdf(document, paths.resources())
        theirs = (tmp_path / f"{name}.pdf").read_bytes()
        assert sorted({size(theirs, n) for n in range(1, pages(theirs) + 1)}) == sorted(
            {size(ours.pdf, n) for n in range(1, ours.pages + 1)}
        )
        assert abs(pages(theirs) - ours.pages) <= 1 + ours.pages // 10
        if any(isinstance(block, Chart) for block in document.blocks):
            continue  # a chart's figures are part of a picture there
        text = raw_text(theirs, poppler).replace(".", "")
        lines = subprocess.run([poppler, "-raw", "-", "-"], input=ours.pdf, capture_output=True, check=True).stdout
        told = (line for line in lines.decode().splitlines() if not NO_TEXT.fullmatch(line))
        own = (line.replace("…", "").replace(styles.TABLE_CONTINUED, "") for line in told)  # said again on paper only
        assert [line for line in own if not in_pieces(dotless(line), text, 2)] == []


def pages(pdf: bytes) -> int:
    return len(Page(pdf).document)


def size(pdf: bytes, number: int) -> tuple[float, float]:
    page = Page(pdf, number)
    return round(page.width, 1), round(page.height, 1)


@pytest.mark.slow
def test_the_head_of_a_memo_stands_where_the_guide_has_it(facts_of: Callable, soffice: str, tmp_path: Path) -> None:
    file = tmp_path / "memo.docx"
    file.write_bytes(render_docx(DOCUMENTS["memo"].build(facts_of("case-004")), paths.resources()))
    opened([file], soffice, tmp_path)
    pdf = (tmp_path / "memo.pdf").read_bytes()
    page = Page(pdf)
    assert page.find("บันทึกข้อความ").y == pytest.approx(2.8, abs=0.1)
    assert page.find("ส่วนราชการ").y == pytest.approx(3.9, abs=0.1)
    assert page.find("วันที่").x == pytest.approx(11.0, abs=0.05)
    assert page.find("เรื่องเดิม").x == pytest.approx(5.5, abs=0.05)
    assert page.size_of("บันทึกข้อความ") == 29
    number = Page(pdf, 2).find("-")
    assert number.y == pytest.approx(2.5, abs=0.1)


@pytest.mark.slow
def test_no_word_of_a_row_taller_than_a_page_is_lost(
    cases: Path, frameworks: dict, soffice: str, poppler: str, tmp_path: Path
) -> None:
    """Invented risks taller than pages, each word of which is a number: a row that may not part is cut off."""
    facts = year_facts(json.loads((cases.parent / "papers" / "long-risks.json").read_text("utf-8")), frameworks)
    numbers = count(10_001)

    def counted(words: str) -> str:
        return " ".join(f"ครั้งที่ {n}" for n in islice(numbers, max(1, len(words) // 14)))

    risks = tuple(
        replace(risk, controls=tuple(map(counted, risk.controls)), remark=counted(risk.remark))
        for risk in facts.plan.risks
    )
    document = DOCUMENTS["risk-plan"].build(replace(facts, plan=replace(facts.plan, risks=risks)))
    (tmp_path / "risks.docx").write_bytes(render_docx(document, paths.resources()))
    opened([tmp_path / "risks.docx"], soffice, tmp_path)
    text = raw_text((tmp_path / "risks.pdf").read_bytes(), poppler)
    last = next(numbers)
    assert last > 10_500
    assert [n for n in range(10_001, last) if str(n) not in text] == []
