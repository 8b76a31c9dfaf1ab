"""รายงานผลการดำเนินการตามมาตรการ: criteria, cover, preface, background, the plan, and what came of it, signed."""

from __future__ import annotations

from ita_desktop.documents import layouts, origins, parts, plan_table, wording
from ita_desktop.documents.custom import NO_CHANGES, Custom, Part
from ita_desktop.documents.model import (
    Block,
    Cell,
    CellText,
    Column,
    Document,
    Form,
    Heading,
    Item,
    ItemList,
    Marker,
    Paragraph,
    Row,
    Section,
    Span,
    Style,
    Table,
    Text,
    Title,
    text,
)
from ita_desktop.domain import analysis, thai
from ita_desktop.domain.analysis import Reason
from ita_desktop.domain.facts import YearFacts
from ita_desktop.domain.follow_up import FollowUp
from ita_desktop.domain.measure import Measure, MeasurePlan

NAME = "results-report"
REPORT = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"


PARTS = (
    Part(name="criteria", title="เกณฑ์ของข้อ OIT"),
    Part(name="cover", title="ปก"),
    Part(name="preface", title="คำนำ", worded=True),
    Part(name="background", title="ความเป็นมาและมาตรการ"),
    Part(name="results", title="ผลการดำเนินการ"),
)


def build(facts: YearFacts, round: int = 0, custom: Custom = NO_CHANGES) -> Document:
    """The report on one follow-up round, or on all that were reported where ``round`` is 0."""
    rounds = reported_rounds(facts.plan, round)
    year = wording.budget_year(facts.plan.fiscal_year)
    title = (
        "รายงานผลการดำเนินการตามมาตรการ",
        "ส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        *((rounds_words(rounds),) if rounds else ()),
    )
    background = _background(facts, custom.layout(layouts.PLAN_BY_GUIDELINE)) if custom.keeps("background") else ()
    results = _results(facts, rounds) if custom.keeps("results") else ()
    sections: list[Section] = []
    if custom.keeps("criteria") and (criteria := _criteria(facts)):
        sections.append(Section(form=Form.REPORT, blocks=criteria, restart=True))
    if custom.keeps("cover"):
        sections.append(parts.cover(title, text(year, origins.plan(facts.plan)), facts))
    if custom.keeps("preface"):
        sections.append(Section(form=Form.REPORT, blocks=_preface(facts, rounds, custom), restart=True))
    if background or results:
        sections.append(Section(form=Form.REPORT, blocks=(*background, *results), restart=True))
    return Document(
        name=NAME,
        title=f"{REPORT} {rounds_words(rounds)} {year}".replace("  ", " "),
        author=facts.agency.name,
        sections=tuple(sections),
        names=wording.own_names(facts),
    )


def reported_rounds(plan: MeasurePlan, round: int = 0) -> tuple[int, ...]:
    """The rounds that any measure was reported for, in order; the asked one alone where one is asked for."""
    if round:
        return (round,)
    return tuple(sorted({result.round for measure in plan.measures for result in measure.results}))


def rounds_words(rounds: tuple[int, ...]) -> str:
    """(รอบ 6 เดือน/12 เดือน); empty without rounds."""
    return f"(รอบ {'/'.join(f'{months} เดือน' for months in rounds)})" if rounds else ""


def _criteria(facts: YearFacts) -> tuple[Block, ...]:
    """What the year's OIT item asks of this report; nothing where it is not known."""
    framework = facts.frameworks.get(facts.plan.fiscal_year)
    if framework is None or not framework.duty.result_criteria:
        return ()
    duty = framework.duty
    heading = Heading(words=text(f"{duty.result_item} {duty.result_item_name}".strip()))
    items = tuple(Item(words=text(criterion)) for criterion in duty.result_criteria)
    return (heading, ItemList(items=items, marker=Marker.DOT))


def _preface(facts: YearFacts, rounds: tuple[int, ...], custom: Custom) -> tuple[Block, ...]:
    plan = facts.plan
    office = Span(text=facts.agency.name, origin=origins.AGENCY_NAME)
    aim = (
        Span(text=f"เพื่อให้{wording.ITA} {wording.budget_year(plan.fiscal_year)} เป็นไปด้วยความเรียบร้อย "),
        office,
        Span(text=f" จึงได้จัดทำ{REPORT} {rounds_words(rounds)} ".replace("  ", " ")),
        Span(text="เพื่อสามารถนำฐานข้อมูลไปวิเคราะห์เพื่อให้การประเมินคุณธรรมและความโปร่งใสของ"),
        office,
        Span(text=" มีประสิทธิภาพในปีถัดไป"),
    )
    day = text(f"\n{thai.long_date(plan.report_date)}", origins.plan(plan, "report_date")) if plan.report_date else ()
    return (
        Title(lines=(text("คำนำ"),)),
        *(Paragraph(words=text(words)) for words in custom.paragraphs("preface", wording.PREFACE)),
        Paragraph(words=aim),
        Paragraph(words=(office, *day), style=Style.PLACE),
    )


def _background(facts: YearFacts, layout: layouts.ColumnLayout) -> tuple[Block, ...]:
    plan = facts.plan
    weak = weak_indicators(facts)
    words: list[Span] = [
        *wording.located(facts.agency),
        Span(
            text=f" ได้ดำเนินการวิเคราะห์ผล{wording.ITA} ในปีงบประมาณ พ.ศ. {int(plan.assessed_year)} "
            "เพื่อจัดทำมาตรการขับเคลื่อนการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานให้ดีขึ้น"
        ),
    ]
    if weak:
        words.append(Span(text=" ซึ่งจากการวิเคราะห์สามารถสรุปได้ว่า มีประเด็นที่ต้องพัฒนาให้ดีขึ้น ได้แก่ "))
        words += _named(weak, facts)
    if not plan.measures:
        return (Paragraph(words=tuple(words)), Paragraph(words=text("ยังไม่ได้กำหนดมาตรการ"), origin=origins.plan(plan)))
    words.append(Span(text=" จึงมีแนวทางการพัฒนา ดังนี้"))
    naming = plan_table.by_place(plan, facts.framework)
    return (
        Paragraph(words=tuple(words)),
        plan_table.table(plan, layout, naming),
    )


def weak_indicators(facts: YearFacts) -> tuple[str, ...]:
    """The indicators that the office itself names; where it names none, those below the year's pass mark."""
    if facts.assessed is None:
        return ()
    if facts.assessed.weak_indicators or facts.framework is None:
        return facts.assessed.weak_indicators
    indicators = {indicator.id for indicator in facts.framework.indicators}
    below = {
        one.ref
        for one in analysis.weaknesses(facts.assessed, facts.framework)
        if Reason.BELOW_PASS_MARK in one.reasons and one.ref in indicators
    }
    return tuple(indicator.id for indicator in facts.framework.indicators if indicator.id in below)


def _named(refs: tuple[str, ...], facts: YearFacts) -> Text:
    """ตัวชี้วัดการใช้อำนาจ ตัวชี้วัดประสิทธิภาพการสื่อสาร และตัวชี้วัดการป้องกันการทุจริต."""
    spans: list[Span] = []
    for n, ref in enumerate(refs):
        name = plan_table.name_of(ref, facts.framework) or f"ที่ {ref}"
        joint = "" if n == 0 else " และ" if n == len(refs) - 1 else " "
        at = origins.year(facts.plan.assessed_year, "weak_indicators")
        spans.append(Span(text=f"{joint}ตัวชี้วัด{name}", origin=at))
    return tuple(spans)


def _results(facts: YearFacts, rounds: tuple[int, ...]) -> tuple[Block, ...]:
    rows = tuple(row for measure in facts.plan.measures for row in _measure_rows(facts.plan, measure, rounds))
    if not rows:
        return (Paragraph(words=text("ยังไม่มีการรายงานผลการดำเนินการ"), origin=origins.plan(facts.plan)),)
    words = (
        Span(text="บัดนี้ "),
        *wording.located(facts.agency),
        Span(
            text=" ได้ดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน "
            f"{rounds_words(rounds)} รายละเอียดมีดังนี้".replace("  ", " ")
        ),
    )
    layout = layouts.RESULTS_BY_MEASURE
    table = Table(
        columns=tuple(Column(share=column.share) for column in layout.columns),
        head=plan_table.head_rows(layout),
        rows=rows,
        origin=origins.plan(facts.plan),
    )
    return (Paragraph(words=words, introduces=True), table, parts.prepared_by(facts))


def _measure_rows(plan: MeasurePlan, measure: Measure, rounds: tuple[int, ...]) -> list[Row]:
    """One row for each reported round; the measure's name stands before them once."""
    results = [result for result in measure.results if result.round in rounds]
    rows = []
    for n, result in enumerate(results):
        named = (_measure_cell(plan, measure, len(results)),) if n == 0 else ()
        several = len(rounds) > 1
        cells = (*named, *_result_cells(plan, measure, result, with_round=several))
        rows.append(Row(cells=cells, origin=origins.measure(plan, measure, "results", str(result.round))))
    return rows


def _measure_cell(plan: MeasurePlan, measure: Measure, rows: int) -> Cell:
    field = "measures" if measure.measures else "issue"
    at = origins.measure(plan, measure, field)
    content = plan_table.listed(measure.measures or (measure.issue,), at)
    return Cell(content=content, rowspan=rows, origin=at)


def _result_cells(plan: MeasurePlan, measure: Measure, result: FollowUp, *, with_round: bool) -> tuple[Cell, ...]:
    def at(field: str) -> str:
        return origins.measure(plan, measure, "results", str(result.round), field)

    def one(field: str, words: str) -> Cell:
        return Cell(content=plan_table.listed((words,) if words else (), at(field)), origin=at(field))

    mark = (CellText(words=text(f"รอบ {result.round} เดือน", at("details"), bold=True)),) if with_round else ()
    details = plan_table.listed(result.details, at("details"), dashed=True)
    return (
        Cell(content=(*mark, *details), origin=at("details")),
        one("period", result.period),
        one("output", result.output),
        one("outcome", result.outcome),
        Cell(content=_remarks(result, at("remark")), origin=at("remark")),
    )


def _remarks(result: FollowUp, at: str) -> tuple[CellText, ...]:
    """หมายเหตุ: remark, status, obstacles, suggestions and evidence, whatever there is of them."""
    said = [
        result.remark,
        result.status.thai if result.status else "",
        f"เมื่อวันที่ {thai.long_date(result.date)}" if result.date else "",
        f"ปัญหา/อุปสรรค: {result.obstacles}" if result.obstacles else "",
        f"ข้อเสนอแนะ: {result.suggestions}" if result.suggestions else "",
    ]
    for evidence in result.evidence:
        day = f" ({thai.long_date(evidence.date)})" if evidence.date else ""
        said.append(f"หลักฐาน: {evidence.title}{day} {evidence.url}".rstrip())
    return tuple(CellText(words=text(words, at)) for words in said if words)
