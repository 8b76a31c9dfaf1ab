from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from ita_desktop import paths
from ita_desktop import typeset as ts
from ita_desktop.documents import DOCUMENTS, DocumentOptions, render_text
from ita_desktop.documents.forms import REPORT
from ita_desktop.documents.model import Chart, ChartKind, Document, Section, Series, plain, text
from ita_desktop.documents.pdf import charts, render_pdf
from ita_desktop.documents.pdf.look import Look
from ita_desktop.documents.text import digits_of
from tests.documents.paper import Page


def charts_of(facts: Any) -> dict[str, Chart]:
    blocks = DOCUMENTS["assessment-report"].build(facts).blocks
    return {plain(block.title): block for block in blocks if isinstance(block, Chart)}


def a_chart(kind: ChartKind, *series: tuple[Decimal | None, ...], target: Decimal | None = None) -> Chart:
    return Chart(
        kind=kind,
        title=text("แผนภูมิ"),
        categories=tuple(f"ข้อ {n}" for n in range(1, len(series[0]) + 1)),
        series=tuple(Series(name=f"ปี {2560 + n}", values=values) for n, values in enumerate(series)),
        target=target,
    )


def look() -> Look:
    options = DocumentOptions()
    return Look(options=options, printed=digits_of(options), form=REPORT)


def test_report_has_the_charts_of_two_years(facts_of: Callable) -> None:
    found = charts_of(facts_of("case-004"))
    assert list(found) == [
        "ผลการประเมินในภาพรวม",
        "ผลการประเมินในภาพรวมย้อนหลัง",
        "ผลการประเมินรายเครื่องมือ",
        "ผลการประเมินรายเครื่องมือย้อนหลัง",
        "ผลการประเมินรายตัวชี้วัดย้อนหลัง",
        "ภาพรวมรายตัวชี้วัด",
    ]
    overall = found["ผลการประเมินในภาพรวมย้อนหลัง"]
    assert (overall.categories, overall.series[0].values) == (
        ("ปี 2566", "ปี 2567"),
        (Decimal("87.40"), Decimal("93.71")),
    )
    assert found["ผลการประเมินรายเครื่องมือ"].series[0].values == (Decimal("90.45"), Decimal("88.58"), Decimal("100.00"))
    assert found["ผลการประเมินรายตัวชี้วัดย้อนหลัง"].target == 85


def test_one_year_has_no_look_back(facts_of: Callable) -> None:
    found = charts_of(facts_of("case-004", lambda data: data["years"].pop(0)))
    assert list(found) == [
        "ผลการประเมินในภาพรวม",
        "ผลการประเมินรายเครื่องมือ",
        "ผลการประเมินรายตัวชี้วัด",
        "ภาพรวมรายตัวชี้วัด",
    ]


def test_no_scores_no_charts(facts_of: Callable) -> None:
    assert charts_of(facts_of("case-001")) == {}


def test_official_instrument_score_goes_before_the_computed_one(facts_of: Callable) -> None:
    facts = facts_of("case-004", lambda data: data["years"][-1]["official"].update(instruments={"EIT": 88.6}))
    assert charts_of(facts)["ผลการประเมินรายเครื่องมือ"].series[0].values[1] == Decimal("88.60")


def test_chart_as_text_is_its_figures() -> None:
    chart = a_chart(ChartKind.COLUMNS, (Decimal("90"), None), (Decimal("70.5"), Decimal("100")))
    document = Document(name="x", title="x", author="x", sections=(Section(form=REPORT, blocks=(chart,)),))
    assert render_text(document) == "แผนภูมิ\n\tปี ๒๕๖๐\tปี ๒๕๖๑\nข้อ ๑\t๙๐.๐๐\t๗๐.๕๐\nข้อ ๒\t-\t๑๐๐.๐๐\n"


@pytest.mark.parametrize("kind", [kind for kind in ChartKind if kind is not ChartKind.GAUGE])
def test_every_value_is_printed_and_stands_inside_the_drawing(kind: ChartKind) -> None:
    values = tuple(Decimal(n) for n in (0, 12, 50, 85, 100))
    drawing = charts.drawing(a_chart(kind, values, values[::-1], target=Decimal(85)), look())
    labels = [shape for shape in drawing.shapes if isinstance(shape, ts.TextAt)]
    printed = " ".join(label.text for label in labels)
    assert all(figure in printed for figure in ("๐.๐๐", "๑๒.๐๐", "๕๐.๐๐", "๘๕.๐๐", "๑๐๐.๐๐"))
    assert all(0 <= label.x <= drawing.width and 0 <= label.y <= drawing.height for label in labels)


def grounds(drawing: ts.Drawing) -> list[ts.Rect]:
    return [shape for shape in drawing.shapes if isinstance(shape, ts.Rect) and shape.paint == charts.GROUND]


@pytest.mark.parametrize("kind", [ChartKind.BARS, ChartKind.COLUMNS])
def test_no_figure_hides_the_line_of_the_target_or_stands_on_a_neighbour(kind: ChartKind) -> None:
    years = [tuple(Decimal(70 + 3 * n + 2 * year) for n in range(9)) for year in range(5)]
    drawing = charts.drawing(a_chart(kind, *(values[:3] for values in years), target=Decimal(85)), look())
    line = [s for s in drawing.shapes if isinstance(s, ts.Line) and s.paint == charts.TARGET][-1]  # the legend's first
    for ground in grounds(drawing):
        if kind is ChartKind.BARS:
            assert not ground.x < line.x1 < ground.x + ground.width
        else:
            assert not ground.y < line.y1 < ground.y + ground.height
    if kind is ChartKind.COLUMNS:
        places = sorted((round(ground.x, 2), round(ground.x + ground.width, 2)) for ground in grounds(drawing))
        assert all(right <= left + 2 for (_, right), (left, _) in pairwise(places))


def test_every_ring_of_the_radar_has_its_figure_on_a_ground() -> None:
    values = tuple(Decimal(n) for n in (80, 100, 55, 62, 71))
    drawing = charts.drawing(a_chart(ChartKind.RADAR, values), look())
    labels = [shape.text for shape in drawing.shapes if isinstance(shape, ts.TextAt)]
    assert [mark for mark in ("๒๐", "๔๐", "๖๐", "๘๐", "๑๐๐") if mark in labels] == ["๒๐", "๔๐", "๖๐", "๘๐", "๑๐๐"]
    assert len(grounds(drawing)) == 5


def test_the_gauge_is_dark_up_to_the_score_and_tells_the_level(facts_of: Callable) -> None:
    chart = charts_of(facts_of("case-004"))["ผลการประเมินในภาพรวม"]
    drawing = charts.drawing(chart, look())
    labels = [shape.text for shape in drawing.shapes if isinstance(shape, ts.TextAt)]
    assert "๙๓.๗๑" in labels
    assert "ระดับ ผ่านดี" in labels
    whole, reached = (shape for shape in drawing.shapes if isinstance(shape, ts.Polygon))
    assert len(reached.points) / len(whole.points) == pytest.approx(0.937, abs=0.03)


def test_length_of_a_bar_is_its_value() -> None:
    values = (Decimal(0), Decimal(50), Decimal(100))
    drawing = charts.drawing(a_chart(ChartKind.BARS, values), look())
    bars = [s.width for s in drawing.shapes if isinstance(s, ts.Rect) and s.paint == charts.paint(0)]
    assert bars[0] == 0
    assert bars[2] == pytest.approx(2 * bars[1])


def test_year_without_a_value_has_no_bar() -> None:
    drawing = charts.drawing(a_chart(ChartKind.BARS, (Decimal(50), None)), look())
    assert sum(isinstance(s, ts.Rect) and s.paint == charts.paint(0) for s in drawing.shapes) == 1


def test_ten_years_differ_without_colour() -> None:
    paints = {(charts.paint(n).fill, charts.paint(n).hatch) for n in range(10)}
    assert len(paints) == 10
    assert all(len(set(fill or ())) == 1 for fill, _ in paints)


@pytest.mark.parametrize("kind", [ChartKind.BARS, ChartKind.COLUMNS])
def test_most_bars_fit_one_page(kind: ChartKind) -> None:
    years = [tuple(Decimal(90 - n) for n in range(10)) for _ in range(5)]
    document = Document(
        name="x",
        title="x",
        author="x",
        sections=(Section(form=REPORT, blocks=(a_chart(kind, *years, target=Decimal(85)),)),),
    )
    rendered = render_pdf(document, paths.resources())
    assert rendered.pages == 1
    assert Page(rendered.pdf).find("เกณฑ์ ๘๕ คะแนน").right < 19.0


def test_at_most_ten_years_overall_and_five_side_by_side(facts_of: Callable) -> None:
    def eleven(data: dict[str, Any]) -> None:
        last = data["years"][-1]
        data["years"] = [{**last, "fiscal_year": year} for year in range(2557, 2568)]

    found = charts_of(facts_of("case-004", eleven))
    assert len(found["ผลการประเมินในภาพรวมย้อนหลัง"].categories) == 10
    assert len(found["ผลการประเมินรายตัวชี้วัดย้อนหลัง"].series) == 5
