"""รายงานผลการดำเนินการตามมาตรการ: criteria, cover, preface, background, the plan, and what came of it, signed."""

from __future__ import annotations

from dataclasses import replace

from ita_desktop.documents import layouts, origins, parts, plan_table, results_table, wording
from ita_desktop.documents.custom import NO_CHANGES, Custom, DocumentPart
from ita_desktop.documents.forms import REPORT
from ita_desktop.documents.model import (
    Block,
    Document,
    Heading,
    Item,
    ItemList,
    Marker,
    Paragraph,
    Section,
    Span,
    Style,
    Table,
    Text,
    Title,
    text,
)
from ita_desktop.domain.rules import analysis, duties
from ita_desktop.domain.rules.analysis import Reason
from ita_desktop.domain.texts.phrases import ITA, of_year
from ita_desktop.domain.thai import writing
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.measure import MeasurePlan

NAME = "results-report"
SUBJECT = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"


BACKGROUND = DocumentPart(
    name="background", title="ความเป็นมาและมาตรการ", worded=True, columns=layouts.PLAN_BY_GUIDELINE
)
EVIDENCE = DocumentPart(name="evidence", title="หลักฐานประกอบ")
RESULTS = DocumentPart(name="results", title="ผลการดำเนินการ", columns=layouts.RESULTS_BY_MEASURE)
PARTS = (
    DocumentPart(name="criteria", title="เกณฑ์ของข้อ OIT"),
    DocumentPart(name="cover", title="ปก", worded=True),
    DocumentPart(name="preface", title="คำนำ", worded=True),
    BACKGROUND,
    RESULTS,
    EVIDENCE,
)


def title(facts: YearFacts, round: int = 0) -> str:
    """Return the report's title, as it is counted among enclosures; ``round`` as for ``build``."""
    rounds = rounds_words(reported_rounds(facts.plan, round))
    return " ".join(filter(None, (SUBJECT, rounds, of_year(facts.plan.fiscal_year))))


def build(facts: YearFacts, round: int = 0, custom: Custom = NO_CHANGES) -> Document:
    """The report on one follow-up round, or on all that were reported where ``round`` is 0."""
    rounds = reported_rounds(facts.plan, round)
    year = of_year(facts.plan.fiscal_year)
    cover = (
        "รายงานผลการดำเนินการตามมาตรการ",
        "ส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        *((rounds_words(rounds),) if rounds else ()),
    )
    sections: list[Section] = []
    if custom.keeps("criteria") and (criteria := _criteria(facts)):
        sections.append(Section(form=REPORT, blocks=criteria, restart=True))
    if custom.keeps("cover"):
        sections.append(parts.cover(custom.paragraphs("cover", cover), text(year, origins.plan(facts.plan)), facts))
    if custom.keeps("preface"):
        sections.append(Section(form=REPORT, blocks=_preface(facts, rounds, custom), restart=True))
    sections += _body(facts, rounds, custom)
    return Document(
        name=NAME,
        title=title(facts, round),
        author=facts.agency.name,
        sections=tuple(sections),
        names=wording.own_names(facts),
    )


def _body(facts: YearFacts, rounds: tuple[int, ...], custom: Custom) -> tuple[Section, ...]:
    """Background and results, on one run of pages where both tables stand the same way."""
    made = (
        (_background(facts, custom) if custom.keeps(BACKGROUND.name) else (), custom.layout(BACKGROUND)),
        (_results(facts, rounds, custom) if custom.keeps(RESULTS.name) else (), custom.layout(RESULTS)),
    )
    sections: list[Section] = []
    for blocks, layout in made:
        form = parts.form_for(layout, blocks)
        alone = not any(isinstance(block, Table) for block in blocks)
        if sections and (alone or sections[-1].form == form):
            sections[-1] = replace(sections[-1], blocks=(*sections[-1].blocks, *blocks))
        elif blocks:
            sections.append(Section(form=form, blocks=blocks, restart=not sections))
    return tuple(sections)


def reported_rounds(plan: MeasurePlan, round: int = 0) -> tuple[int, ...]:
    """The rounds that any measure was reported for, in order; the asked one alone where one is asked for."""
    if round:
        return (round,)
    return tuple(sorted({result.round for measure in plan.measures for result in measure.results}))


def rounds_words(rounds: tuple[int, ...]) -> str:
    """(รอบ 6 เดือน/12 เดือน); empty without rounds."""
    return f"(รอบ {'/'.join(f'{months} เดือน' for months in rounds)})" if rounds else ""


def _criteria(facts: YearFacts) -> tuple[Block, ...]:
    """What the OIT item asks under which this report is published; nothing where it is not known."""
    item = duties.result_item(facts.frameworks, facts.plan.fiscal_year)
    if item is None or not item.criteria:
        return ()
    heading = Heading(number=item.number, words=text(item.name))
    year = f"ในปี พ.ศ. {int(facts.plan.fiscal_year)}"
    items = tuple(Item(words=text(criterion.replace("ในปีที่ประเมิน", year))) for criterion in item.criteria)
    return (heading, ItemList(items=items, marker=Marker.DOT))


def _preface(facts: YearFacts, rounds: tuple[int, ...], custom: Custom) -> tuple[Block, ...]:
    plan = facts.plan
    office = Span(text=facts.agency.name, origin=origins.AGENCY_NAME)
    aim = (
        Span(text=f"เพื่อให้{ITA} {of_year(plan.fiscal_year)} เป็นไปด้วยความเรียบร้อย "),
        office,
        Span(text=f" จึงได้จัดทำ{SUBJECT} {rounds_words(rounds)} ".replace("  ", " ")),
        Span(text="เพื่อสามารถนำฐานข้อมูลไปวิเคราะห์เพื่อให้การประเมินคุณธรรมและความโปร่งใสของ"),
        office,
        Span(text=" มีประสิทธิภาพในปีถัดไป"),
    )
    day = (
        text(f"\n{writing.long_date(plan.report_date)}", origins.plan(plan, "report_date")) if plan.report_date else ()
    )
    return (
        Title(lines=(text("คำนำ"),)),
        *(Paragraph(words=text(words)) for words in custom.paragraphs("preface", wording.PREFACE)),
        Paragraph(words=aim),
        Paragraph(words=(office, *day), style=Style.PLACE),
    )


def _background(facts: YearFacts, custom: Custom) -> tuple[Block, ...]:
    plan = facts.plan
    own = custom.paragraphs(BACKGROUND.name, ())
    said = tuple(Paragraph(words=text(words)) for words in own) or _standard_background(facts)
    if not plan.measures:
        return (*said, Paragraph(words=text("ยังไม่ได้กำหนดมาตรการ"), origin=origins.plan(plan)))
    naming = plan_table.by_place(plan, facts.framework)
    return (*said, plan_table.table(plan, custom.layout(BACKGROUND), naming))


def _standard_background(facts: YearFacts) -> tuple[Paragraph, ...]:
    plan = facts.plan
    weak = weak_indicators(facts)
    words: list[Span] = [
        *wording.located(facts.agency),
        Span(
            text=f" ได้ดำเนินการวิเคราะห์ผล{ITA} ในปีงบประมาณ พ.ศ. {int(plan.assessed_year)} "
            "เพื่อจัดทำมาตรการขับเคลื่อนการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานให้ดีขึ้น"
        ),
    ]
    if weak:
        words.append(Span(text=" ซึ่งจากการวิเคราะห์สามารถสรุปได้ว่า มีประเด็นที่ต้องพัฒนาให้ดีขึ้น ได้แก่ "))
        words += _named(weak, facts)
    if plan.measures:
        words.append(Span(text=" จึงมีแนวทางการพัฒนา ดังนี้"))
    return (Paragraph(words=tuple(words)),)


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


def _results(facts: YearFacts, rounds: tuple[int, ...], custom: Custom) -> tuple[Block, ...]:
    naming = plan_table.by_place(facts.plan, facts.framework)
    table = results_table.table(facts.plan, custom.layout(RESULTS), rounds, naming)
    if table is None:
        return (Paragraph(words=text(_nothing_reported(rounds)), origin=origins.plan(facts.plan)),)
    words = (
        Span(text="บัดนี้ "),
        *wording.located(facts.agency),
        Span(
            text=" ได้ดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน "
            f"{rounds_words(rounds)} รายละเอียดมีดังนี้".replace("  ", " ")
        ),
    )
    evidence = results_table.evidence(facts.plan, rounds) if custom.keeps(EVIDENCE.name) else None
    return (
        Paragraph(words=words, introduces=True),
        table,
        *((evidence,) if evidence else ()),
        parts.prepared_by(facts),
    )


def _nothing_reported(rounds: tuple[int, ...]) -> str:
    return f"ยังไม่มีการรายงานผลการดำเนินการ {rounds_words(rounds)}".rstrip()
