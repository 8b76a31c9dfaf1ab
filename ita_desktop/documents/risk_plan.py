"""แผนจัดการความเสี่ยงการทุจริต: for each risk its heading and a table of the twelve months of the fiscal year."""

from __future__ import annotations

from itertools import groupby

from ita_desktop.documents import origins, plan_table, wording
from ita_desktop.documents.forms import LANDSCAPE
from ita_desktop.documents.model import (
    Block,
    CellAlign,
    CellText,
    Column,
    Document,
    Paragraph,
    Row,
    Section,
    Span,
    Style,
    Table,
    TableCell,
    Title,
    cell,
    text,
)
from ita_desktop.domain.texts.phrases import of_year
from ita_desktop.domain.thai import writing
from ita_desktop.domain.thai.fiscal_year import BUDDHIST_OFFSET, FiscalYear
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.measure import MeasurePlan
from ita_desktop.domain.values.origin import Origin
from ita_desktop.domain.values.risk import Risk

NAME = "risk-plan"
MARK = "✓"
"""In a month of work: a tick, because a shade would be lost in a copy."""


def build(facts: YearFacts) -> Document:
    """The plan year's risks; each with its table on one page."""
    blocks: list[Block] = [_title(facts)]
    for risk in facts.plan.risks:
        blocks += _risk(risk, facts)
    return Document(
        name=NAME,
        title=title(facts),
        author=facts.agency.name,
        sections=(Section(form=LANDSCAPE, blocks=tuple(blocks), restart=True),),
        names=wording.own_names(facts),
    )


def title(facts: YearFacts) -> str:
    """Return the plan's title, as it is counted among enclosures."""
    return f"การดำเนินการเพื่อจัดการความเสี่ยงการทุจริต {of_year(facts.plan.fiscal_year)}"


def _title(facts: YearFacts) -> Title:
    return Title(lines=(text(title(facts)), (Span(text="ของ"), *wording.located(facts.agency))))


def _risk(risk: Risk, facts: YearFacts) -> tuple[Block, ...]:
    at = origins.risk(facts.plan, risk, "risk")
    named = Paragraph(
        words=(Span(text="ความเสี่ยง : ", bold=True), Span(text=risk.risk, origin=at)),
        style=Style.FLUSH,
        introduces=True,
        origin=at,
    )
    return (named, months_table(risk, facts.plan))


def months_table(risk: Risk, plan: MeasurePlan) -> Table:
    """The risk's row under a head of three lines: period, the two calendar years, the months."""
    months = plan.fiscal_year.months
    columns = (
        *(Column(share=share) for share in (4.9, 4.4, 3.9)),
        *(Column(share=0.95, align=CellAlign.CENTRE) for _ in months),
        Column(share=2.4),
    )
    return Table(
        columns=columns,
        head=_head(plan.fiscal_year),
        rows=(_row(risk, plan),),
        kept=True,
        origin=origins.risk(plan, risk),
    )


def _head(year: FiscalYear) -> tuple[Row, ...]:
    before = tuple(
        cell(head, bold=True, rowspan=3)
        for head in ("ปัจจัยเสี่ยง", "แนวทาง/มาตรการการจัดการความเสี่ยง", "กิจกรรม/วิธีการการดำเนินงาน")
    )
    after = cell("หมายเหตุ", bold=True, rowspan=3)
    years = tuple(
        cell(f"พ.ศ. {calendar_year + BUDDHIST_OFFSET}", bold=True, colspan=len(tuple(months)))
        for calendar_year, months in groupby(year.months, key=lambda month: month.year)
    )
    months = tuple(cell(writing.month_label(month).split()[0], bold=True) for month in year.months)
    period = cell("ระยะเวลาดำเนินการ", bold=True, colspan=len(year.months))
    return (Row(cells=(*before, period, after)), Row(cells=years), Row(cells=months))


def _row(risk: Risk, plan: MeasurePlan) -> Row:
    def at(field: str) -> Origin:
        return origins.risk(plan, risk, field)

    months = tuple(cell(MARK if month in risk.months else "", at("months")) for month in plan.fiscal_year.months)
    cells = (
        TableCell(content=_named(risk, plan), origin=at("risk")),
        TableCell(content=plan_table.listed(risk.controls, at("controls"), dashed=True), origin=at("controls")),
        TableCell(content=plan_table.listed(risk.activities, at("activities"), dashed=True), origin=at("activities")),
        *months,
        TableCell(content=_remarks(risk, plan), origin=at("remark")),
    )
    return Row(cells=cells, origin=origins.risk(plan, risk))


def _named(risk: Risk, plan: MeasurePlan) -> tuple[CellText, ...]:
    """The risk, the process it lies in, and how grave it is, as far as that was judged."""
    said = [CellText(words=text(risk.risk, origins.risk(plan, risk, "risk")))]
    if risk.process:
        said.append(CellText(words=text(f"กระบวนงาน: {risk.process}", origins.risk(plan, risk, "process"))))
    if risk.likelihood and risk.impact:
        grade = f"โอกาส {risk.likelihood} × ผลกระทบ {risk.impact} = {risk.likelihood * risk.impact} คะแนน"
        said.append(CellText(words=text(grade, origins.risk(plan, risk, "likelihood"))))
    return tuple(said)


def _remarks(risk: Risk, plan: MeasurePlan) -> tuple[CellText, ...]:
    said = [(risk.status, "status"), (risk.remark, "remark")]
    if risk.responsible:
        said.append((f"ผู้รับผิดชอบ: {', '.join(risk.responsible)}", "responsible"))
    return tuple(CellText(words=text(words, origins.risk(plan, risk, field))) for words, field in said if words)
