"""Every text an office has may hold every character a paste brings: each writer makes a file that can be read."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.etree import ElementTree

import pypdfium2 as pdfium
import pytest

from ita_desktop import paths, typeset
from ita_desktop.documents import DOCUMENTS, Choice, DocumentError, DocumentOptions, render_text
from ita_desktop.documents.docx import render_docx
from ita_desktop.documents.model import Document
from ita_desktop.documents.pdf import rendering
from ita_desktop.domain.thai.characters import one_line, writable
from ita_desktop.domain.values.facts import YearFacts
from tests.documents.conftest import Facts

KINDS = {
    "word line end": "\v",
    "page end": "\f",
    "return": "\r\n",
    "nul": "\0",
    "c0": "".join(map(chr, range(1, 9))) + "\x0e\x1b\x1f",
    "c1": "\x7f\x80\x85\x9f",
    "separators": "\u2028\u2029",
    "no characters": "\ufffe\uffff",
    "half a character": "\ud83d",
    "directions": "\u202e\u200b\ufeff",
    "emoji": "\U0001f600",
    "markup": "<b>&amp;]]>'\"=1+1",
}
FIXED = frozenset(("id", "signer", "type", "status", "urgency", "prepared_by", "instrument_part", "from", "to"))
FIXED_LISTS = frozenset(("refs", "oit_refs", "weak_indicators", "months", "follow_up_rounds"))
DATES = frozenset(("date", "report_date", "announced"))


def everywhere(characters: str, value: Any, key: str = "") -> Any:
    """The data with these characters in the midst of each of its texts."""
    if isinstance(value, dict):
        return {name: everywhere(characters, one, name) for name, one in value.items()}
    if isinstance(value, list):
        return value if key in FIXED_LISTS else [everywhere(characters, one, key) for one in value]
    if isinstance(value, str) and key not in FIXED | DATES:
        return value[:2] + characters + value[2:]
    return value


@pytest.fixture
def papers(facts_of: Facts) -> Any:
    def make(characters: str) -> list[Document]:
        def change(data: dict[str, Any]) -> None:
            data.update(everywhere(characters, {key: one for key, one in data.items() if key != "format"}))

        return [paper for case in ("case-000", "case-003") for paper in built(facts_of(case, change))]

    return make


def built(facts: YearFacts) -> list[Document]:
    made = []
    for kind in DOCUMENTS.values():
        try:
            made.append(kind.build(facts, Choice(), DocumentOptions()))
        except DocumentError:  # a case without what this paper needs
            continue
    return made


@pytest.mark.parametrize("kind", KINDS)
def test_word_and_text_hold_it(papers: Any, kind: str) -> None:
    made = papers(KINDS[kind])
    assert len(made) >= 8
    for paper in made:
        with zipfile.ZipFile(io.BytesIO(render_docx(paper, paths.resources(), DocumentOptions()))) as packed:
            for name in packed.namelist():
                if name.endswith((".xml", ".rels")):
                    ElementTree.fromstring(packed.read(name))
            core = ElementTree.fromstring(packed.read("docProps/core.xml"))
            title = next(one.text for one in core if one.tag.endswith("title"))
            assert title == one_line(paper.title)[:255]
        text = render_text(paper, DocumentOptions())
        text.encode("utf-8")
        assert writable(text) == text


def test_pdf_holds_all_of_them(papers: Any) -> None:
    for paper in papers("".join(KINDS.values())):
        rendered = typeset.finish(rendering(paper, paths.resources(), DocumentOptions()))
        pdf = pdfium.PdfDocument(rendered.pdf)
        assert len(pdf) == rendered.pages
        assert "\v" not in pdf.get_metadata_dict()["Title"]
        pdf.close()


def test_one_door_leaves_plain_text_as_it_is() -> None:
    plain = "ก\tข\nน้ำ 𝟏 \u00a0é"
    assert writable(plain) == plain
    assert one_line("\n a\v\fb\t\n") == " a b"
    for kind, characters in KINDS.items():
        assert writable(f"ก{characters}ข").encode("utf-8"), kind
