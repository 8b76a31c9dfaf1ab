"""แบบรายงานผลการประเมินและการวิเคราะห์: cover, the assessment, result, two years compared, strengths, weaknesses, plan."""

from __future__ import annotations

from ita_desktop.documents import assessment_findings as findings
from ita_desktop.documents import assessment_intro as intro
from ita_desktop.documents import layouts, origins, parts, plan_table, results, wording
from ita_desktop.documents.assessment_charts import charts
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
    Table,
    Text,
    Title,
    cell,
    text,
)
from ita_desktop.domain.rules import scoring
from ita_desktop.domain.texts.phrases import ITA_ENGLISH, of_year
from ita_desktop.domain.thai import writing
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.framework import Framework

NAME = "assessment-report"
OIT = "OIT"
COVER_TITLE = (
    "แบบรายงานผลการประเมินคุณธรรมและความโปร่งใส",
    "ในการดำเนินงานของหน่วยงานภาครัฐ และการวิเคราะห์ผล",
    "การประเมินเพื่อยกระดับคะแนนคุณธรรมและความโปร่งใส",
    "ในการดำเนินงานของหน่วยงานภาครัฐ",
    ITA_ENGLISH,
)


ASKED_FOR = "ข้อคำถามที่ผู้ประเมินได้มีข้อเสนอแนะให้ปรับปรุงพัฒนาการดำเนินงาน คือ "
"""Before the indicator in a heading row of the plan."""

PLAN = DocumentPart(name="plan", title="มาตรการ", columns=layouts.PLAN_BY_QUESTION)
PARTS = (
    DocumentPart(name="cover", title="ปก", worded=True),
    DocumentPart(name="about", title="การประเมิน ITA คืออะไร", worded=True),
    DocumentPart(name="foundations", title="หลักการพื้นฐานของการประเมิน ITA"),
    DocumentPart(name="itas-picture", title="ภาพผลการประเมินจากระบบ ITAS"),
    DocumentPart(name="charts", title="แผนภูมิผลการประเมิน"),
    DocumentPart(name="summary", title="สรุปผลการประเมินรายตัวชี้วัด"),
    DocumentPart(name="findings", title="การวิเคราะห์ผลการประเมิน"),
    PLAN,
    DocumentPart(name="remark", title="ข้อเสนอแนะ OIT", worded=True),
)


def title(facts: YearFacts) -> str:
    """Return the report's title, as it is counted among enclosures."""
    year = of_year(facts.plan.assessed_year)
    return f"รายงานผลการประเมินและการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสฯ {year}"


def build(facts: YearFacts, custom: Custom = NO_CHANGES) -> Document:
    """The report on the year that the plan was made from, beside the year before it where there is one."""
    year = of_year(facts.plan.assessed_year)
    upright: tuple[Block, ...] = (
        Title(lines=(*_of_the_assessment(""), text(year))),
        intro.announcement(facts),
        *(intro.what_it_is(custom.paragraphs("about", wording.WHAT_IT_IS)) if custom.keeps("about") else ()),
        *(intro.foundations(facts.framework) if custom.keeps("foundations") else ()),
        *(intro.itas_pictures(facts, custom) if custom.keeps("itas-picture") else ()),
        *_result(facts, custom),
        *(findings.blocks(facts) if custom.keeps("findings") else ()),
    )
    layout = custom.layout(PLAN)
    plan = (
        *(_plan(facts, layout) if custom.keeps("plan") else ()),
        *(_oit_remark(facts, custom) if custom.keeps("remark") else ()),
    )
    sections = parts.with_plan(upright, plan, layout)
    if custom.keeps("cover"):
        sections = (
            parts.cover(custom.paragraphs("cover", COVER_TITLE), text(year, origins.plan(facts.plan)), facts),
            *sections,
        )
    return Document(
        name=NAME,
        title=title(facts),
        author=facts.agency.name,
        sections=sections,
        names=wording.own_names(facts),
    )


def _of_the_assessment(lead: str) -> tuple[Text, ...]:
    name = f"{lead}การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"
    return (text(name), text(ITA_ENGLISH))


def _result(facts: YearFacts, custom: Custom) -> tuple[Block, ...]:
    table = summary_table(facts.assessed, facts.framework)
    shown: tuple[Block, ...] = (
        *(charts(facts) if custom.keeps("charts") else ()),
        *((table,) if table and custom.keeps("summary") else ()),
    )
    if not shown:
        return ()
    lines: list[Text] = [
        *_of_the_assessment("ผล"),
        text(of_year(facts.plan.assessed_year)),
        text(facts.agency.name, origins.AGENCY_NAME),
    ]
    if rank := intro.rank_words(facts, "ผลการประเมินอยู่ในลำดับที่ "):
        lines.append(rank)
    return (Title(lines=tuple(lines)), *shown)


def summary_table(assessment: Assessment | None, framework: Framework | None) -> Table | None:
    """สรุปผลการประเมินรายตัวชี้วัด in the framework's order, with the overall result below; None without scores."""
    if assessment is None or framework is None:
        return None
    rows = []
    for indicator in framework.indicators:
        score = assessment.scores.get(indicator.id)
        if score is None:
            continue
        at = origins.year(assessment.fiscal_year, "scores", indicator.id)
        cells = (cell(indicator.id), cell(indicator.name, at), cell(writing.score_text(score), at))
        rows.append(Row(cells=cells, origin=at))
    if not rows:
        return None
    found = results.overall(assessment, framework)
    if found is not None:
        label = "คะแนนภาพรวม (คำนวณจากคะแนนรายตัวชี้วัด)" if found.computed else "คะแนนภาพรวม"
        total = cell(writing.score_text(found.score), found.origin, bold=True)
        rows.append(Row(cells=(cell(label, bold=True, colspan=2), total), origin=found.origin))
    return Table(
        columns=(
            Column(share=2, align=CellAlign.CENTRE),
            Column(share=8),
            Column(share=2.4, align=CellAlign.CENTRE),
        ),
        head=(Row(cells=tuple(cell(head, bold=True) for head in ("ตัวชี้วัด", "รายละเอียดตัวชี้วัด", "คะแนน"))),),
        rows=tuple(rows),
        caption=text("สรุปผลการประเมินรายตัวชี้วัด"),
        origin=origins.year(assessment.fiscal_year, "scores"),
    )


def _plan(facts: YearFacts, layout: layouts.ColumnLayout) -> tuple[Block, ...]:
    plan = facts.plan
    words = (
        Span(text=f"มาดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสของ{facts.agency.name} "),
        Span(text=f"เพื่อยกระดับคะแนนในปีงบประมาณ พ.ศ. {int(plan.fiscal_year)}"),
    )
    named = Title(
        lines=(
            text("การนำผลการวิเคราะห์คะแนนการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"),
            text(f"{ITA_ENGLISH} {of_year(plan.assessed_year)}"),
            words,
        )
    )
    meeting = (Paragraph(words=text(plan.meeting, origins.plan(plan, "meeting"))),) if plan.meeting else ()
    if not plan.measures:
        return (named, *meeting, Paragraph(words=text("ยังไม่ได้กำหนดมาตรการ"), origin=origins.plan(plan)))
    table = plan_table.table(
        plan,
        layout,
        plan_table.by_question(plan, facts.framework),
        groups=plan_table.with_indicators(
            plan_table.instrument_group(facts.framework), plan.measures, facts.framework, ASKED_FOR
        ),
        caption=text("ตารางที่ ตัวชี้วัดที่ต้องนำไปสู่การพัฒนาและปรับปรุง"),
    )
    return (named, *meeting, table)


def _oit_remark(facts: YearFacts, custom: Custom) -> tuple[Block, ...]:
    """ข้อเสนอแนะ for the disclosure instrument, which has no questions in the plan; nothing without its score."""
    if own := custom.paragraphs("remark", ()):
        return (Heading(words=text("ข้อเสนอแนะ")), *(Paragraph(words=text(words)) for words in own))
    assessment, framework = facts.assessed, facts.framework
    if assessment is None or framework is None:
        return ()
    score = scoring.instrument_scores(assessment, framework).get(OIT)
    instrument = next((i for i in framework.instruments if i.code == OIT), None)
    if score is None or instrument is None:
        return ()
    named = f"{instrument.name} ({instrument.name_en} : {OIT})"
    passed = score >= framework.levels.pass_mark
    verdict = (
        "ผ่านเกณฑ์ที่กำหนด ควรรักษามาตรฐานไว้และควรพัฒนาประสิทธิภาพของการทำงานอย่างต่อเนื่อง"
        if passed
        else "ยังไม่ผ่านเกณฑ์ที่กำหนด ควรเร่งปรับปรุงการเปิดเผยข้อมูลให้ครบถ้วนและเป็นปัจจุบัน"
    )
    at = origins.year(assessment.fiscal_year, "official", "instruments", OIT)
    words = (
        Span(text=f"สำหรับการประเมินตาม{named} "),
        Span(text=facts.agency.name, origin=origins.AGENCY_NAME),
        Span(text=" ได้ผลคะแนน "),
        Span(text=writing.score_text(scoring.rounded(score)), origin=at),
        Span(text=f" คะแนน {verdict}"),
    )
    return (Heading(words=text("ข้อเสนอแนะ")), Paragraph(words=words))
