"""Every document of every case on paper: nothing lost, A4, its own fonts, no page without text."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ita_desktop import paths
from ita_desktop.documents import DOCUMENTS, Digits, DocumentOptions
from ita_desktop.documents.forms import REPORT, Form
from ita_desktop.documents.model import (
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Section,
    Table,
    cell,
    plain,
    text,
)
from ita_desktop.documents.pdf import render_pdf
from ita_desktop.documents.pdf.press import Rendered, press
from tests.documents.paper import Page, fold, lost, raw_text

CASES = ("case-000", "case-001", "case-002", "case-003", "case-003-as-printed", "case-004")
PRINTABLE = [
    (case, name)
    for case in CASES
    for name in DOCUMENTS
    if (name != "memo" or case not in ("case-000", "case-002")) and (name != "risk-plan" or case == "case-002")
]

WITH_SCORES = ("analysis-and-measures", "analysis-report", "assessment-report")
MEASURE_FIELDS = (
    "issue",
    "sub_issues",
    "measures",
    "guidelines",
    "steps",
    "operation",
    "responsible",
    "period",
    "follow_up",
)


@pytest.fixture(scope="module")
def done() -> dict[tuple[str, str], Rendered]:
    return {}


@pytest.fixture
def printed(facts_of: Callable, done: dict[tuple[str, str], Rendered]) -> Callable[[str, str], Rendered]:
    def make(case: str, name: str) -> Rendered:
        if (case, name) not in done:
            done[case, name] = render_pdf(DOCUMENTS[name].build(facts_of(case)), paths.resources())
        return done[case, name]

    return make


def words_of(data: dict[str, Any], name: str) -> Iterator[str]:
    """What the case says and the document must carry."""
    yield data["agency"]["name"]
    if name == "memo":
        memo = data["memos"][0]
        yield from (memo[key] for key in ("department_line", "phone", "number", "subject", "to", "closing"))
        yield from memo["enclosures"]
        for section in memo["sections"]:
            yield from filter(None, (section["heading"], *section["paragraphs"], *section["items"]))
        for step, signer in zip(memo["signers"], data["signers"], strict=True):
            yield from (step["label"], signer["name"], *signer["position"], signer.get("acting_for", ""))
        return
    plan = data["plans"][0]
    if name == "risk-plan":
        for risk in plan["risks"]:
            yield from (risk["risk"], *risk["controls"], *risk["activities"], risk["status"])
        return
    if name in WITH_SCORES:
        year = data["years"][-1]
        yield from (f"{score:.2f}" for score in year["scores"].values())
        yield from year["narratives"].values() if name != "assessment-report" else ()
    for measure in plan["measures"]:
        for field in MEASURE_FIELDS:
            yield from _texts(measure.get(field))
        if name == "results-report":
            for result in measure.get("results", ()):
                for field in ("details", "period", "output", "outcome"):
                    yield from _texts(result[field])


def _texts(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


@pytest.mark.parametrize(("case", "name"), PRINTABLE)
def test_every_text_of_the_case_is_on_the_paper(
    case: str, name: str, cases: Path, printed: Callable[[str, str], Rendered], poppler: str
) -> None:
    data = json.loads((cases / f"{case}.json").read_text(encoding="utf-8"))
    paper = raw_text(printed(case, name).pdf, poppler)
    missing = {words: gone for words in words_of(data, name) if (gone := lost(words, paper))}
    assert missing == {}


@pytest.mark.parametrize(("case", "name"), PRINTABLE)
def test_every_page_is_a4_and_says_something(case: str, name: str, printed: Callable[[str, str], Rendered]) -> None:
    rendered = printed(case, name)
    for number in range(1, rendered.pages + 1):
        page = Page(rendered.pdf, number)
        assert sorted((page.width, page.height)) == [pytest.approx(21.0, abs=0.01), pytest.approx(29.7, abs=0.01)]
        assert len(re.sub(r"\s", "", page.text.get_text_range())) > 40


@pytest.mark.parametrize(("case", "name"), PRINTABLE)
def test_no_character_is_missing_from_the_font(case: str, name: str, printed: Callable[[str, str], Rendered]) -> None:
    assert printed(case, name).notes == ()


def test_fonts_are_our_own_and_embedded(printed: Callable[[str, str], Rendered], tmp_path: Path) -> None:
    pdffonts = shutil.which("pdffonts")
    if pdffonts is None:
        pytest.skip("pdffonts is not installed (Debian: poppler-utils)")
    file = tmp_path / "a.pdf"
    file.write_bytes(printed("case-004", "assessment-report").pdf)
    rows = subprocess.run([pdffonts, str(file)], capture_output=True, check=True, text=True).stdout.splitlines()[2:]
    assert rows
    for row in rows:
        assert "THSarabunNew" in row.split()[0]
        assert row.split()[-5:-2] == ["yes", "yes", "yes"]


@pytest.mark.parametrize(("case", "name"), PRINTABLE)
def test_no_heading_stands_alone_at_the_foot_of_a_page(
    case: str, name: str, facts_of: Callable, printed: Callable[[str, str], Rendered]
) -> None:
    blocks = DOCUMENTS[name].build(facts_of(case)).blocks
    headings = {fold(plain(block.words)) for block in blocks if isinstance(block, Heading)}
    rendered = printed(case, name)
    for number in range(1, rendered.pages + 1):
        last = fold(Page(rendered.pdf, number).text.get_text_range().strip().splitlines()[-1])
        assert not [heading for heading in headings if heading.endswith(last) and len(last) > 12]


def document_of(*blocks: Any, form: Form = REPORT) -> Document:
    return Document(name="x", title="x", author="x", sections=(Section(form=form, blocks=blocks),))


def test_markup_prints_as_it_stands(poppler: str) -> None:
    words = "Q&A <b>ไม่หนา</b> 100 % &amp; $x$ \\n <para>"
    table = Table(columns=(Column(share=1),), head=(), rows=(Row(cells=(cell(words),)),))
    rendered = render_pdf(document_of(Paragraph(words=text(words)), table), paths.resources())
    paper = raw_text(rendered.pdf, poppler)
    assert lost(words, paper) == []
    assert paper.count("Q&A<b>ไม่หนา</b>") == 2


def test_unknown_character_is_a_box_and_is_told(poppler: str) -> None:
    block = Paragraph(words=text("สร้างความ透明ให้หน่วยงาน"), origin="year/2563/narratives/1")
    rendered = render_pdf(document_of(block), paths.resources())
    assert {(note.char, note.origin) for note in rendered.notes} == {
        ("透", "year/2563/narratives/1"),
        ("明", "year/2563/narratives/1"),
    }
    assert "ให้หน่วยงาน" in raw_text(rendered.pdf, poppler)


def test_pages_of_a_report_are_counted_after_its_cover(printed: Callable[[str, str], Rendered]) -> None:
    pdf = printed("case-004", "assessment-report").pdf
    first = [Page(pdf, n).text.get_text_range().strip()[:4] for n in (1, 2, 3, 4)]
    assert first[2].startswith("-๒-")
    assert first[3].startswith("-๓-")
    assert not first[0].startswith("-")
    assert not first[1].startswith("-")


def test_places_tell_where_a_field_landed(printed: Callable[[str, str], Rendered]) -> None:
    origins = {place.origin for place in printed("case-003", "analysis-report").places}
    assert {"year/2563/official/overall", "year/2563/narratives/10", "plan/2564/measure/1/measures"} <= origins


def test_plan_turns_the_paper(printed: Callable[[str, str], Rendered]) -> None:
    rendered = printed("case-003", "analysis-report")
    page = Page(rendered.pdf, rendered.pages)
    assert page.width > page.height


def test_press_is_made_once() -> None:
    assert press(paths.resources()) is press(paths.resources())


def test_report_in_arabic_digits_has_no_thai_ones(facts_of: Callable, poppler: str) -> None:
    document = DOCUMENTS["analysis-report"].build(facts_of("case-003"))
    rendered = render_pdf(document, paths.resources(), DocumentOptions(digits=Digits.ARABIC))
    done = subprocess.run([poppler, "-raw", "-", "-"], input=rendered.pdf, capture_output=True, check=True)
    assert not set("๐๑๒๓๔๕๖๗๘๙") & set(done.stdout.decode("utf-8"))


def test_groups_heading_stands_with_its_rows_on_every_page(printed: Callable[[str, str], Rendered]) -> None:
    rendered = printed("case-001", "implementation-report")
    for number in range(2, rendered.pages + 1):
        words = Page(rendered.pdf, number).text.get_text_range()
        assert re.search(r"\((IIT|EIT|OIT)\)", words), f"page {number} does not say whose rows it has"
