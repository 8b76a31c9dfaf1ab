"""รายงานการวิเคราะห์ผลการประเมิน: reasons, result, ranking, ten analyses, and the plan in six columns."""

from __future__ import annotations

from ita_desktop.documents import layouts, origins, parts, plan_table, results, typed, wording
from ita_desktop.documents.custom import NO_CHANGES, Custom, DocumentPart
from ita_desktop.documents.model import (
    Block,
    CellAlign,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Span,
    Style,
    Table,
    Title,
    cell,
    text,
)
from ita_desktop.domain.rules import analysis
from ita_desktop.domain.rules.analysis import Ranked
from ita_desktop.domain.texts import narrative, report_texts
from ita_desktop.domain.texts.phrases import ITA, of_year
from ita_desktop.domain.thai import writing
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.framework import Framework

NAME = "analysis-report"
HEAD_LENGTH = 120
"""Characters at the start of an analysis within which the indicator's name must stand for it to need no lead."""


RECOMMENDATION = DocumentPart(name="recommendation", title="ข้อเสนอแนะและมาตรการ", columns=layouts.PLAN_BY_INDICATOR)
NEXT_LEVEL = DocumentPart(name="next-level", title="แนวทางยกระดับผลการประเมิน", asked_for=True)
PARTS = (
    DocumentPart(name="rationale", title="หลักการและเหตุผล", worded=True),
    DocumentPart(name="result", title="ผลการประเมิน"),
    DocumentPart(name="analyses", title="วิเคราะห์ผลการประเมินรายตัวชี้วัด"),
    RECOMMENDATION,
    NEXT_LEVEL,
)


def title(facts: YearFacts) -> str:
    """Return the report's title, as it is counted among enclosures."""
    return f"รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสฯ {of_year(facts.plan.assessed_year)}"


def build(facts: YearFacts, custom: Custom = NO_CHANGES) -> Document:
    """The report on the year that the plan was made from."""
    makers = {"rationale": _rationale, "result": _result, "analyses": _analyses, "recommendation": _recommendation}
    upright: list[Block] = [_title(facts)]
    last: tuple[Block, ...] = ()
    number = 1
    for name, make in makers.items():
        made = make(facts, custom, number) if custom.keeps(name) else ()
        number += bool(made)
        if name == RECOMMENDATION.name and facts.plan.measures:
            last = made
        else:
            upright += made
    layout = custom.layout(RECOMMENDATION)
    if last:
        last = (*last, plan_table.table(facts.plan, layout, plan_table.by_place(facts.plan, facts.framework)))
    sections = parts.with_plan(tuple(upright), last, layout)
    return Document(
        name=NAME,
        title=title(facts),
        author=facts.agency.name,
        sections=sections,
        names=wording.own_names(facts),
    )


def _title(facts: YearFacts) -> Title:
    of_office = (Span(text="ของ"), *wording.located(facts.agency))
    return Title(
        lines=(
            text("รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส"),
            text(f"ในการดำเนินงานของหน่วยงานภาครัฐ {of_year(facts.plan.assessed_year)}"),
            of_office,
        )
    )


def _rationale(facts: YearFacts, custom: Custom, number: int) -> tuple[Block, ...]:
    words = custom.paragraphs("rationale", wording.RATIONALE)
    return (Heading(number=f"{number}.", words=text("หลักการและเหตุผล")), *(Paragraph(words=text(w)) for w in words))


def _result(facts: YearFacts, custom: Custom, number: int) -> tuple[Block, ...]:
    lead = f"{wording.ITA_RESULT} {of_year(facts.plan.assessed_year)} ของ"
    heading = Heading(number=f"{number}.", words=(Span(text=lead), *wording.located(facts.agency)))
    found = results.overall(facts.assessed, facts.framework)
    table = ranking_table(facts.assessed, facts.framework)
    if found is None and table is None:
        return (heading, Paragraph(words=text(_no_scores(facts))))
    blocks: list[Block] = [heading]
    if found is not None:
        words = (
            Span(text="ผลการประเมินโดยภาพรวม "),
            Span(text=facts.agency.name, origin=origins.AGENCY_NAME),
            Span(text=" ได้คะแนน "),
            *results.score_words(found),
            *results.level_words(found, " ผลการประเมินอยู่ในระดับ "),
            *((Span(text=" รายละเอียดตามตารางคะแนน ดังนี้"),) if table else ()),
        )
        blocks.append(Paragraph(words=words, introduces=table is not None, origin=found.origin))
    return (*blocks, table) if table else tuple(blocks)


def _no_scores(facts: YearFacts) -> str:
    return f"ยังไม่มีผลคะแนนการประเมิน {of_year(facts.plan.assessed_year)}"


def ranking_table(assessment: Assessment | None, framework: Framework | None) -> Table | None:
    """คะแนนสูงสุดรายตัวชี้วัด: highest first, equal scores with equal rank; None without scores."""
    if assessment is None or framework is None:
        return None
    ranked = analysis.ranking(assessment, framework)
    if not ranked:
        return None
    year = assessment.fiscal_year
    rows = []
    for place in ranked:
        at = origins.year(year, "scores", place.indicator.id)
        cells = (cell(str(place.rank)), cell(place.indicator.name, at), cell(writing.score_text(place.score), at))
        rows.append(Row(cells=cells, origin=at))
    return Table(
        columns=(
            Column(share=1.6, align=CellAlign.CENTRE),
            Column(share=8),
            Column(share=2.4, align=CellAlign.CENTRE),
        ),
        head=(Row(cells=tuple(cell(words, bold=True) for words in ("ลำดับ", "ตัวชี้วัด", "คะแนน"))),),
        rows=tuple(rows),
        caption=text("คะแนนสูงสุดรายตัวชี้วัด"),
        origin=origins.year(year, "scores"),
    )


def _analyses(facts: YearFacts, custom: Custom, number: int) -> tuple[Block, ...]:
    if facts.assessed is None or facts.framework is None:
        return ()
    ranked = analysis.ranking(facts.assessed, facts.framework)
    if not ranked:
        return ()
    lead = f"วิเคราะห์{wording.ITA_RESULT} {of_year(facts.plan.assessed_year)} ของ"
    name = Span(text=facts.agency.name, origin=origins.AGENCY_NAME)
    heading = Heading(number=f"{number}.", words=(Span(text=lead), name))
    return (
        heading,
        *(
            block
            for n, place in enumerate(ranked, start=1)
            for block in _analysis(f"{number}.{n}", place, facts.assessed, facts)
        ),
    )


def _analysis(number: str, place: Ranked, assessment: Assessment, facts: YearFacts) -> tuple[Block, ...]:
    """One indicator: the office's own words; a proposed text where it has written none."""
    at = origins.year(assessment.fiscal_year, "narratives", place.indicator.id)
    written = assessment.narratives.get(place.indicator.id, "").strip()
    words = written or narrative.proposed(place.indicator, facts)
    names = (place.indicator.name, *place.indicator.aliases)
    named = any(name in words[:HEAD_LENGTH] for name in names)
    lead = (
        ()
        if named
        else text(
            f"ผลการประเมินตัวชี้วัดลำดับที่ {place.rank} {place.indicator.name} "
            f"ได้คะแนน {writing.score_text(place.score)} คะแนน ",
            origins.year(assessment.fiscal_year, "scores", place.indicator.id),
        )
    )
    return typed.blocks((*lead, *text(words, at)), at, lead=number)


def _recommendation(facts: YearFacts, custom: Custom, number: int) -> tuple[Block, ...]:
    plan = facts.plan
    heading = Heading(
        number=f"{number}.",
        words=text(f"ข้อเสนอแนะในการพัฒนาคุณธรรมและความโปร่งใสในปีงบประมาณ พ.ศ. {int(plan.fiscal_year)}"),
    )
    blocks: list[Block] = [heading]
    found = results.overall(facts.assessed, facts.framework)
    if found is not None:
        lead = f"ผลจาก{ITA} {of_year(plan.assessed_year)} ของ"
        words = (
            Span(text=lead),
            *wording.located(facts.agency),
            Span(text=" มีค่าคะแนนเท่ากับ "),
            *results.score_words(found),
            *results.level_words(found, " อยู่ในระดับ "),
        )
        blocks.append(Paragraph(lead=f"{number}.1", words=words, origin=found.origin))
    if custom.adds(NEXT_LEVEL.name):
        way = report_texts.next_level(facts)
        blocks += [Paragraph(lead=f"{number}.{len(blocks)}", words=text(way))] if way else []
    if plan.meeting:
        blocks.append(Paragraph(words=text(plan.meeting, origins.plan(plan, "meeting"))))
    if plan.measures:
        words = (
            Span(text="ผู้บริหารและเจ้าหน้าที่"),
            Span(text=facts.agency.name, origin=origins.AGENCY_NAME),
            Span(text=f" จึงได้กำหนด{_plan_title(facts)} ดังนี้"),
        )
        blocks.append(Paragraph(words=words, introduces=True))
    else:
        blocks.append(Paragraph(words=text("ยังไม่ได้กำหนดมาตรการ"), style=Style.BODY, origin=origins.plan(plan)))
    return tuple(blocks)


def _plan_title(facts: YearFacts) -> str:
    return (
        f"มาตรการในการส่งเสริมคุณธรรมและความโปร่งใสของ{facts.agency.name} ประจำปีงบประมาณ พ.ศ. {int(facts.plan.fiscal_year)}"
    )
