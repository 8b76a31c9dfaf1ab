"""What an office may change: parts, words, columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ita_desktop import paths
from ita_desktop import typeset as ts
from ita_desktop.documents import DOCUMENTS, DocumentOptions, layouts, render_text
from ita_desktop.documents.forms import COVER, LANDSCAPE, REPORT
from ita_desktop.documents.layouts import FIELDS, PRESETS, RESULT_FIELDS, ColumnLayout, LayoutColumn
from ita_desktop.documents.model import Column, Document, Heading, Table, plain
from ita_desktop.documents.pdf import tables
from ita_desktop.documents.pdf.look import Look
from ita_desktop.documents.pdf.press import press

OWN = ColumnLayout(
    name="own",
    columns=(
        LayoutColumn(head="ที่", fields=("refs",), share=1),
        LayoutColumn(head="สิ่งที่ทำ", fields=("measures", "steps"), share=4),
        LayoutColumn(head="เมื่อใด", fields=("period",), share=1, group="ใครและเมื่อใด"),
        LayoutColumn(head="ใคร", fields=("responsible",), share=1, group="ใครและเมื่อใด"),
    ),
    landscape=False,
)


def heads(document: Document) -> list[list[str]]:
    last = [block for block in document.blocks if isinstance(block, Table)][-1]
    return [[" ".join(plain(part.words) for part in one.content) for one in row.cells] for row in last.head]


def with_evidence(data: dict[str, Any]) -> None:
    evidence = [{"title": "ประกาศ", "date": "2020-04-01", "url": "https://example.go.th/1"}]
    data["plans"][0]["measures"][0]["results"][0]["evidence"] = evidence


def numbers(document: Document) -> list[str]:
    return [block.number for block in document.blocks if isinstance(block, Heading) and block.number]


@pytest.mark.parametrize(
    ("name", "part"),
    [(kind.name, part.name) for kind in DOCUMENTS.values() for part in kind.parts if not part.asked_for],
)
def test_every_part_can_be_switched_off(name: str, part: str, facts_of: Callable) -> None:
    facts = facts_of("case-002", with_evidence) if name == "results-report" else facts_of("case-004")
    kind = DOCUMENTS[name]
    options = DocumentOptions(result_pictures=lambda _year: (b"",))
    whole = render_text(kind.build(facts, options=options))
    without = render_text(kind.build(facts, options=replace(options, omitted=frozenset({f"{name}/{part}"}))))
    assert len(without) < len(whole)


def test_way_to_the_next_level_is_printed_when_it_is_asked_for(facts_of: Callable) -> None:
    kind = DOCUMENTS["analysis-report"]
    asked = DocumentOptions(added=frozenset({"analysis-report/next-level"}))
    assert "๔.๒ การยกระดับผลการประเมินเป็นระดับ C ต้องเพิ่มคะแนน" in render_text(
        kind.build(facts_of("case-003"), options=asked)
    )
    assert "การยกระดับผลการประเมินเป็น" not in render_text(kind.build(facts_of("case-003")))
    assert "ต้องเพิ่ม" not in render_text(kind.build(facts_of("case-002"), options=asked))


def test_headings_are_counted_anew_without_a_part(facts_of: Callable) -> None:
    options = DocumentOptions(omitted=frozenset({"analysis-report/rationale"}))
    document = DOCUMENTS["analysis-report"].build(facts_of("case-003"), options=options)
    assert numbers(document) == ["1.", "2.", "3."]
    assert "๒.๑ ผลการประเมินตัวชี้วัด" in render_text(document)


def test_results_report_with_no_part_left_but_its_cover(facts_of: Callable) -> None:
    names = {f"results-report/{part.name}" for part in DOCUMENTS["results-report"].parts if part.name != "cover"}
    document = DOCUMENTS["results-report"].build(
        facts_of("case-002"), options=DocumentOptions(omitted=frozenset(names))
    )
    assert [section.form for section in document.sections] == [COVER]


@pytest.mark.parametrize(
    ("name", "part"), [(kind.name, part.name) for kind in DOCUMENTS.values() for part in kind.parts if part.worded]
)
def test_standard_text_gives_way_to_the_offices_own(name: str, part: str, facts_of: Callable) -> None:
    options = DocumentOptions(wording={f"{name}/{part}": "ย่อหน้าแรก\n\nย่อหน้าที่ 2"})
    words = render_text(DOCUMENTS[name].build(facts_of("case-004"), options=options))
    between = "\n" if part == "cover" else "\n\n"
    assert f"{between}ย่อหน้าแรก{between}ย่อหน้าที่ ๒\n" in f"\n\n{words}"


@pytest.mark.parametrize(
    ("name", "part"), [(kind.name, part.name) for kind in DOCUMENTS.values() for part in kind.parts if part.columns]
)
def test_own_columns(name: str, part: str, facts_of: Callable) -> None:
    facts = facts_of("case-002" if name == "results-report" else "case-004")
    omitted = frozenset({"results-report/results"} if part == "background" else ())
    options = DocumentOptions(layouts={f"{name}/{part}": OWN}, omitted=omitted)
    document = DOCUMENTS[name].build(facts, options=options)
    assert heads(document) == [["ที่", "สิ่งที่ทำ", "ใครและเมื่อใด"], ["เมื่อใด", "ใคร"]]
    assert document.sections[-1].form is REPORT, "the office's own columns stand as they say, whatever is in them"


RESULTS = ColumnLayout(
    name="results",
    columns=(
        LayoutColumn(head="มาตรการ", fields=("refs", "measures"), share=2),
        LayoutColumn(head="รอบ", fields=("round",), share=1),
        LayoutColumn(head="ทำอะไร", fields=("details", "output"), share=3),
        LayoutColumn(head="หลักฐาน", fields=("evidence",), share=2),
        LayoutColumn(head="อุปสรรค", fields=("obstacles",), share=2),
    ),
)


def test_own_columns_of_the_results(facts_of: Callable) -> None:
    def reported(data: dict[str, Any]) -> None:
        first = data["plans"][0]["measures"][0]["results"][0]
        again = {"round": 12, "details": ["ทำต่อ"], "obstacles": "ฝนตก", "evidence": [{"title": "ภาพถ่าย"}]}
        data["plans"][0]["measures"][0]["results"] = [first, again]

    options = DocumentOptions(layouts={"results-report/results": RESULTS})
    document = DOCUMENTS["results-report"].build(facts_of("case-002", reported), options=options)
    table = [block for block in document.blocks if isinstance(block, Table)][1]
    assert [section.form for section in document.sections][-2:] == [REPORT, LANDSCAPE]
    assert table.rows[0].cells[0].rowspan == 2
    second = [" ".join(plain(part.words) for part in one.content) for one in table.rows[1].cells]
    assert second == ["12 เดือน", "ทำต่อ", "ภาพถ่าย", "ฝนตก"]


def test_empty_column_gives_width_away_unless_the_office_set_it(facts_of: Callable) -> None:
    def without_periods(data: dict[str, Any]) -> None:
        for measure in data["plans"][0]["measures"]:
            measure["period"] = ""

    def columns(**options: Any) -> tuple[tuple[Column, float], ...]:
        document = DOCUMENTS["analysis-report"].build(
            facts_of("case-003", without_periods), options=DocumentOptions(**options)
        )
        table = [block for block in document.blocks if isinstance(block, Table)][-1]
        look = Look(options=DocumentOptions(), printed=str, form=LANDSCAPE)
        look = replace(look, columns=press(paths.resources()).measuring(document).columns)
        (made,) = (one for one in ts.finish(tables.table(table, look)) if isinstance(one, ts.Table))
        widths = [width / sum(made.widths) for width in made.widths]
        return tuple(zip(table.columns, widths, strict=True))

    standard = [column.share for column in layouts.PLAN_BY_INDICATOR.columns]
    found = columns()
    assert [column.share for column, _ in found] == standard
    assert not any(column.fixed for column, _ in found)
    assert found[4][1] < 0.7 * standard[4] / sum(standard), "the empty column has room for its head"
    own = columns(layouts={"analysis-report/recommendation": OWN})
    assert all(column.fixed for column, _ in own)
    total = sum(column.share for column in OWN.columns)
    assert [width for _, width in own] == pytest.approx([column.share / total for column in OWN.columns])


def test_column_of_a_results_table_stays_empty_in_a_plan(facts_of: Callable) -> None:
    options = DocumentOptions(layouts={"analysis-report/recommendation": RESULTS})
    document = DOCUMENTS["analysis-report"].build(facts_of("case-003"), options=options)
    table = [block for block in document.blocks if isinstance(block, Table)][-1]
    assert [len(one.content) for one in table.rows[0].cells][1:] == [0, 0, 0, 0]


def test_presets_print_only_what_a_measure_has() -> None:
    known = {*FIELDS, *RESULT_FIELDS}
    assert all(set(column.fields) <= known for layout in PRESETS for column in layout.columns)
    assert len({layout.name for layout in PRESETS}) == 6


@pytest.mark.parametrize("broken", [{}, {"name": "x", "landscape": True, "columns": []}, {"columns": [3]}])
def test_stored_layout_that_is_none_is_left_out(broken: dict[str, Any]) -> None:
    assert ColumnLayout.from_setting(broken) is None


def test_field_of_a_later_version_is_left_out_of_a_stored_layout() -> None:
    stored = OWN.to_setting()
    stored["columns"][0]["fields"] = ["refs", "budget"]
    assert ColumnLayout.from_setting(stored) == OWN
