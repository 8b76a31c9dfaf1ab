"""การวิเคราะห์ผลการประเมินและมาตรการ: the result, what to mend by instrument and indicator, and the plan."""

from __future__ import annotations

from ita_desktop.documents import layouts, origins, parts, plan_table, results, typed, wording
from ita_desktop.documents.custom import NO_CHANGES, Custom, DocumentPart
from ita_desktop.documents.model import (
    Block,
    CellText,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Span,
    Table,
    TableCell,
    Title,
    cell,
    text,
)
from ita_desktop.domain.texts import narrative
from ita_desktop.domain.texts.phrases import of_year
from ita_desktop.domain.thai import writing
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.framework import Indicator

NAME = "analysis-and-measures"


PLAN = DocumentPart(name="plan", title="ข้อเสนอแนะและมาตรการ", columns=layouts.PLAN_BY_MEASURE)
PARTS = (DocumentPart(name="analysis", title="การวิเคราะห์ผลการประเมิน"), PLAN)


def title(facts: YearFacts) -> str:
    """Return the document's title, as it is counted among enclosures."""
    return f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส {of_year(facts.plan.fiscal_year)}"


def build(facts: YearFacts, custom: Custom = NO_CHANGES) -> Document:
    """The analysis of the year that was assessed, and the measures made from it."""
    layout = custom.layout(PLAN)
    analysis = _analysis(facts) if custom.keeps("analysis") else ()
    upright: tuple[Block, ...] = (Title(lines=(text(title(facts)), wording.located(facts.agency))), *analysis)
    plan = _plan(facts, layout, 2 if analysis else 1) if custom.keeps("plan") else ()
    return Document(
        name=NAME,
        title=title(facts),
        author=facts.agency.name,
        sections=parts.with_plan(upright, plan, layout),
        names=wording.own_names(facts),
    )


def _analysis(facts: YearFacts) -> tuple[Block, ...]:
    year = int(facts.plan.assessed_year)
    office = Span(text=facts.agency.name, origin=origins.AGENCY_NAME)
    heading = Heading(
        number="1.",
        words=(Span(text="การวิเคราะห์ผลการประเมิน ITA ของ"), office, Span(text=f" ปีงบประมาณ พ.ศ. {year}")),
    )
    found = results.overall(facts.assessed, facts.framework)
    table = _issues(facts)
    if found is None and table is None:
        return (heading, Paragraph(words=text(f"ยังไม่มีผลคะแนนการประเมิน {of_year(year)}")))
    blocks: list[Block] = [heading]
    if found is not None:
        words = (
            Span(text="จากผลการประเมิน ITA ของ"),
            office,
            Span(text=" พบว่า มีผลคะแนน "),
            *results.score_words(found),
            *results.level_words(found, " อยู่ในระดับ "),
            *((Span(text=" โดยวิเคราะห์ผลการประเมินแต่ละตัวชี้วัด ได้ดังนี้"),) if table else ()),
        )
        blocks.append(Paragraph(words=words, introduces=table is not None, origin=found.origin))
    return (*blocks, table) if table else tuple(blocks)


def _issues(facts: YearFacts) -> Table | None:
    """ประเด็นที่ต้องแก้ไข/ปรับปรุง: one row for each indicator with a score, under its instrument."""
    if facts.assessed is None or facts.framework is None or not facts.assessed.scores:
        return None
    rows: list[Row] = []
    for instrument in facts.framework.instruments:
        known = [i for i in facts.framework.indicators_of(instrument.code) if i.id in facts.assessed.scores]
        if known:
            named = cell(f"{instrument.name} ({instrument.code})", bold=True, colspan=2)
            rows.append(Row(cells=(named,), group=True))
        rows += [_issue(n, indicator, facts.assessed, facts) for n, indicator in enumerate(known, start=1)]
    heads = ("ตัวชี้วัดของการประเมิน ITA", "ประเด็นที่ต้องแก้ไข/ปรับปรุง")
    return Table(
        columns=(Column(share=4.2), Column(share=11.8)),
        head=(Row(cells=tuple(cell(head, bold=True) for head in heads)),),
        rows=tuple(rows),
        origin=origins.year(facts.assessed.fiscal_year, "scores"),
    )


def _issue(number: int, indicator: Indicator, assessment: Assessment, facts: YearFacts) -> Row:
    score_at = origins.year(assessment.fiscal_year, "scores", indicator.id)
    words_at = origins.year(assessment.fiscal_year, "narratives", indicator.id)
    written = assessment.narratives.get(indicator.id, "").strip() or narrative.proposed(indicator, facts)
    named = TableCell(
        content=(
            CellText(words=text(f"{number}. {indicator.name}", score_at)),
            CellText(words=text(f"{writing.score_text(assessment.scores[indicator.id])} คะแนน", score_at)),
        ),
        origin=score_at,
    )
    told = TableCell(content=typed.cell_texts(text(written, words_at)), origin=words_at)
    return Row(cells=(named, told), origin=words_at)


def _plan(facts: YearFacts, layout: layouts.ColumnLayout, number: int) -> tuple[Block, ...]:
    plan = facts.plan
    heading = Heading(
        number=f"{number}.",
        words=text(f"ข้อเสนอแนะในการพัฒนาคุณธรรมและความโปร่งใสในปีงบประมาณ พ.ศ. {int(plan.fiscal_year)}"),
    )
    meeting = (Paragraph(words=text(plan.meeting, origins.plan(plan, "meeting"))),) if plan.meeting else ()
    if not plan.measures:
        return (heading, *meeting, Paragraph(words=text("ยังไม่ได้กำหนดมาตรการ"), origin=origins.plan(plan)))
    return (heading, *meeting, plan_table.table(plan, layout, plan_table.by_place(plan, facts.framework)))
