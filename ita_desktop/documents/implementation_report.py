"""รายงานการดำเนินการตามมาตรการ: cover, where the measures come from, and what was done in five columns."""

from __future__ import annotations

from ita_desktop.documents import layouts, origins, parts, plan_table, wording
from ita_desktop.documents.custom import NO_CHANGES, Custom, DocumentPart
from ita_desktop.documents.model import Block, Document, Paragraph, Section, Span, Title, text
from ita_desktop.domain.texts.phrases import of_year
from ita_desktop.domain.values.facts import YearFacts

NAME = "implementation-report"
COVER_TITLE = ("รายงาน", "การดำเนินการตามมาตรการส่งเสริมคุณธรรม", "และความโปร่งใสภายในหน่วยงาน")


MEASURES = DocumentPart(name="measures", title="ตารางการดำเนินการ", columns=layouts.FOLLOW_UP_BY_ISSUE)
PARTS = (
    DocumentPart(name="cover", title="ปก", worded=True),
    DocumentPart(name="introduction", title="ความนำ", worded=True),
    MEASURES,
)


def title(facts: YearFacts) -> str:
    """Return the report's title, as it is counted among enclosures."""
    return f"รายงานการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน {of_year(facts.plan.fiscal_year)}"


def build(facts: YearFacts, custom: Custom = NO_CHANGES) -> Document:
    """The report on the plan's measures."""
    year = of_year(facts.plan.fiscal_year)
    layout = custom.layout(MEASURES)
    cover = (
        (parts.cover(custom.paragraphs("cover", COVER_TITLE), text(year, origins.plan(facts.plan)), facts),)
        if custom.keeps("cover")
        else ()
    )
    return Document(
        name=NAME,
        title=title(facts),
        author=facts.agency.name,
        sections=(*cover, Section(form=parts.form_for(layout), blocks=_measures(facts, custom, layout), restart=True)),
        names=wording.own_names(facts),
    )


def _measures(facts: YearFacts, custom: Custom, layout: layouts.ColumnLayout) -> tuple[Block, ...]:
    plan = facts.plan
    office = Span(text=facts.agency.name, origin=origins.AGENCY_NAME)
    named = Title(
        lines=(
            (
                Span(text="มาตรการส่งเสริมคุณธรรมและความโปร่งใสของ"),
                office,
                Span(text=f" {of_year(plan.fiscal_year)}"),
            ),
        )
    )
    introduction = _introduction(facts, custom) if custom.keeps("introduction") else ()
    if not custom.keeps(MEASURES.name):
        return (named, *introduction)
    if not plan.measures:
        return (named, *introduction, Paragraph(words=text("ยังไม่ได้กำหนดมาตรการ"), origin=origins.plan(plan)))
    naming = plan_table.by_question(plan, facts.framework, issue_mark="")
    groups = plan_table.instrument_group(facts.framework, lead="", with_part=False)
    return (named, *introduction, plan_table.table(plan, layout, naming, groups=groups))


def _introduction(facts: YearFacts, custom: Custom) -> tuple[Block, ...]:
    """Where the measures come from; the office's own words stand for it where it has some."""
    own = custom.paragraphs("introduction", ())
    if own:
        return tuple(Paragraph(words=text(words)) for words in own)
    follows = bool(facts.plan.measures) and custom.keeps(MEASURES.name)
    words = (
        Span(
            text="จากการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน "
            f"{of_year(facts.plan.assessed_year)} นำมาสู่ข้อเสนอแนะในการกำหนดมาตรการ"
            "ในการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานของ"
        ),
        Span(text=facts.agency.name, origin=origins.AGENCY_NAME),
        *((Span(text=" ดังนี้"),) if follows else ()),
    )
    return (Paragraph(words=words, introduces=follows),)
