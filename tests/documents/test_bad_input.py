"""What an office may hand in: nothing, too much, all alike. Every paper is clean, and no number is invented."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pypdfium2 as pdfium
import pytest

from ita_desktop import paths, typeset
from ita_desktop.documents import DOCUMENTS, Choice, DocumentError, DocumentOptions, render_text
from ita_desktop.documents.model import Chart, Document, Heading, PageBreak, Section, Table
from ita_desktop.documents.pdf import render_pdf
from ita_desktop.domain.thai.writing import arabic_digits
from ita_desktop.domain.values.facts import YearFacts

Change = Callable[[dict[str, Any]], None]


def no_scores(data: dict[str, Any]) -> None:
    for year in data["years"]:
        year.update(scores={}, official={}, narratives={})


def no_year(data: dict[str, Any]) -> None:
    data["years"] = []


def one_year(data: dict[str, Any]) -> None:
    data["years"] = data["years"][-1:]


def every_score(value: float) -> Change:
    def change(data: dict[str, Any]) -> None:
        for year in data["years"]:
            year.update(scores={str(n): value for n in range(1, 11)}, official={}, narratives={})

    return change


def two_hundred_measures(data: dict[str, Any]) -> None:
    plan = data["plans"][0]
    plan["measures"] = [{**plan["measures"][n % len(plan["measures"])], "refs": [f"{n % 10 + 1}"]} for n in range(200)]


def empty_columns(data: dict[str, Any]) -> None:
    data["plans"][0]["measures"] = [{"refs": [str(n)]} for n in range(1, 11)]


def no_owner(data: dict[str, Any]) -> None:
    for measure in data["plans"][0]["measures"]:
        measure.update(responsible=[], period="", follow_up=[])


def unknown_refs(data: dict[str, Any]) -> None:
    data["plans"][0]["measures"] = [{"refs": ["99", "i999", "o77"], "measures": ["ก"]}, {"refs": [], "measures": ["ข"]}]


def no_people(data: dict[str, Any]) -> None:
    data["signers"] = [{**one, "name": "", "position": []} for one in data["signers"]]


def long_words(data: dict[str, Any]) -> None:
    data["plans"][0]["measures"][0]["measures"] = ["https://www.example.go.th/" + "a" * 400, "ก" * 3000]


CHANGES = {
    "no scores": no_scores,
    "no year": no_year,
    "one year": one_year,
    "all 100": every_score(100),
    "all below 50": every_score(49.99),
    "200 measures": two_hundred_measures,
    "empty columns": empty_columns,
    "no owner": no_owner,
    "unknown refs": unknown_refs,
    "no people": no_people,
    "long words": long_words,
}
REPORTS = [name for name in DOCUMENTS if name not in ("risk-plan", "pack")]


def built(name: str, facts: YearFacts) -> Document:
    return DOCUMENTS[name].build(facts, Choice())


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("name", REPORTS)
def test_paper_is_clean(name: str, change: Change, facts_of: Callable) -> None:
    rendered = render_pdf(built(name, facts_of("case-004", change)), paths.resources())
    with pdfium.PdfDocument(rendered.pdf) as pdf:
        assert len(pdf) == rendered.pages
        for page in pdf:
            text = page.get_textpage().get_text_range()
            assert len(re.sub(r"[\s\-๐-๙]", "", text)) > 3, "an empty page"
            width, height = page.get_size()
            assert all(
                left >= 0 and right <= width and low >= 0 and high <= height for left, low, right, high in boxes(page)
            )


def boxes(page: Any) -> list[tuple[float, float, float, float]]:
    texts = page.get_textpage()
    return [texts.get_rect(n) for n in range(texts.count_rects())]


@pytest.mark.parametrize("change", [no_scores, no_year])
@pytest.mark.parametrize("name", [name for name in REPORTS if name != "memo"])
def test_without_scores_no_score_is_printed(name: str, change: Change, facts_of: Callable) -> None:
    document = built(name, facts_of("case-004", change))
    assert not [block for block in document.blocks if isinstance(block, Chart)]
    assert not re.search(r"\d+\.\d\d คะแนน|จุดแข็ง|จุดอ่อน", arabic_digits(render_text(document)))


def test_all_equal_scores_share_the_first_rank_and_all_are_named(facts_of: Callable) -> None:
    document = built("assessment-report", facts_of("case-004", every_score(100)))
    words = arabic_digits(render_text(document))
    assert len(re.findall(r"^\d\.\d+ ตัวชี้วัดที่ ", words, re.MULTILINE)) == 10
    assert "จุดอ่อน" not in words
    assert "เพิ่มขึ้น" not in words
    ranking = next(
        b for b in built("analysis-report", facts_of("case-004", every_score(100))).blocks if isinstance(b, Table)
    )
    assert {row.cells[0].content[0].words[0].text for row in ranking.rows} == {"1"}


def test_all_below_the_mark_are_weak_and_the_highest_still_named(facts_of: Callable) -> None:
    words = arabic_digits(render_text(built("assessment-report", facts_of("case-004", every_score(49.99)))))
    weak = words.split("จุดอ่อน")[1]
    assert len(re.findall(r"ได้คะแนน 49.99\)", weak)) == 10


def test_every_one_of_two_hundred_measures_is_printed(facts_of: Callable) -> None:
    facts = facts_of("case-004", two_hundred_measures)
    table = next(b for b in reversed(built("analysis-report", facts).blocks) if isinstance(b, Table))
    assert len([row for row in table.rows if not row.group]) == 200


def test_measure_without_owner_leaves_its_cell_empty(facts_of: Callable) -> None:
    table = next(
        b for b in reversed(built("analysis-report", facts_of("case-004", no_owner)).blocks) if isinstance(b, Table)
    )
    assert {row.cells[3].content for row in table.rows} == {()}


def test_no_document_begins_a_page_for_nothing(facts_of: Callable) -> None:
    for change in CHANGES.values():
        facts = facts_of("case-004", change)
        for name in REPORTS:
            for section in built(name, facts).sections:
                assert section.blocks, (name, change)
                assert not isinstance(section.blocks[-1], (PageBreak, Heading)), (name, change)
                assert follows(section)


def follows(section: Section) -> bool:
    """True where something stands between two page breaks."""
    pairs = zip(section.blocks, section.blocks[1:], strict=False)
    return not any(isinstance(a, PageBreak) and isinstance(b, PageBreak) for a, b in pairs)


def test_cover_picture_that_is_no_picture_is_told(facts_of: Callable) -> None:
    options = DocumentOptions(cover_picture=b"no picture")
    with pytest.raises(typeset.PictureError):
        render_pdf(built("assessment-report", facts_of("case-004")), paths.resources(), options)


def test_year_with_nothing_at_all(facts_of: Callable) -> None:
    def nothing(data: dict[str, Any]) -> None:
        data.update(years=[], memos=[], signers=[])
        data["plans"][0].update(measures=[], risks=[], meeting="", prepared_by="")

    facts = facts_of("case-004", nothing)
    for name in REPORTS:
        kind = DOCUMENTS[name]
        if set(kind.missing(facts)) & set(kind.requires):
            with pytest.raises(DocumentError):
                kind.build(facts)
        else:
            assert render_pdf(kind.build(facts), paths.resources()).pages
