"""What came of the measures as a table (ตารางผลการดำเนินการ): one row for each measure and round that was reported."""

from __future__ import annotations

from ita_desktop.documents import origins, plan_table
from ita_desktop.documents.layouts import RESULT_FIELDS, ColumnLayout, LayoutColumn
from ita_desktop.documents.model import CellAlign, CellText, Column, Row, Table, TableCell, cell, text
from ita_desktop.documents.plan_table import Naming
from ita_desktop.domain.thai import writing
from ita_desktop.domain.values.follow_up import Evidence, FollowUp, Status
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.origin import Origin


def table(plan: MeasurePlan, layout: ColumnLayout, rounds: tuple[int, ...], naming: Naming) -> Table | None:
    """The results of these rounds; None where nothing was reported for them."""
    rows: list[Row] = []
    for number, measure in enumerate(plan.measures, start=1):
        rows += _rows(plan, measure, layout, rounds, naming(measure, number))
    if not rows:
        return None
    return Table(
        columns=plan_table.columns(layout),
        head=plan_table.head_rows(layout),
        rows=tuple(rows),
        origin=origins.plan(plan),
    )


def _rows(
    plan: MeasurePlan, measure: Measure, layout: ColumnLayout, rounds: tuple[int, ...], named: tuple[CellText, ...]
) -> list[Row]:
    """One row for each reported round; what belongs to the measure stands before them once."""
    results = [result for result in measure.results if result.round in rounds]
    with_round = len(rounds) > 1 and not any("round" in column.fields for column in layout.columns)
    rows = []
    for n, result in enumerate(results):
        cells = [
            _result_cell(plan, measure, result, column, named, with_round=with_round)
            if set(column.fields) & set(RESULT_FIELDS)
            else _measure_cell(plan, measure, column, named, len(results))
            for column in layout.columns
            if n == 0 or set(column.fields) & set(RESULT_FIELDS)
        ]
        rows.append(Row(cells=tuple(cells), origin=_at(plan, measure, result)))
    return rows


def _at(plan: MeasurePlan, measure: Measure, result: FollowUp, *field: str) -> Origin:
    return origins.measure(plan, measure, "results", str(result.round), *field)


def _measure_cell(
    plan: MeasurePlan, measure: Measure, column: LayoutColumn, named: tuple[CellText, ...], rows: int
) -> TableCell:
    """What belongs to the measure; its issue stands for a measure that was left empty."""
    fields = tuple("issue" if f == "measures" and not measure.measures else f for f in column.fields)
    content = [part for field in fields for part in plan_table.field_texts(plan, measure, field, named)]
    return TableCell(
        content=plan_table.numbered_on(content), rowspan=rows, origin=origins.measure(plan, measure, *fields[:1])
    )


def _result_cell(
    plan: MeasurePlan,
    measure: Measure,
    result: FollowUp,
    column: LayoutColumn,
    named: tuple[CellText, ...],
    *,
    with_round: bool,
) -> TableCell:
    content: list[CellText] = []
    for field in column.fields:
        if field not in RESULT_FIELDS:
            content += plan_table.field_texts(plan, measure, field, named)
            continue
        at = _at(plan, measure, result, field)
        if field == "details" and with_round:
            content.append(CellText(words=text(f"รอบ {result.round} เดือน", at, bold=True)))
        content += plan_table.listed(_said(result, field, alone=len(column.fields) == 1), at, dashed=field == "details")
    return TableCell(content=plan_table.numbered_on(content), origin=_at(plan, measure, result, column.fields[0]))


def _said(result: FollowUp, field: str, *, alone: bool) -> tuple[str, ...]:
    """A field of the result in words, with its name before it where the column holds others too; without blanks."""
    said: tuple[str, ...]
    match field:
        case "round":
            said = (f"{result.round} เดือน",)
        case "details":
            said = result.details
        case "status":
            said = (_status(result, alone=alone),)
        case "date":
            said = (("{}" if alone else "({})").format(writing.long_date(result.date)) if result.date else "",)
        case "obstacles":
            said = (_led("" if alone else "ปัญหา/อุปสรรค: ", result.obstacles),)
        case "suggestions":
            said = (_led("" if alone else "ข้อเสนอแนะ: ", result.suggestions),)
        case "evidence":
            said = tuple(_led("" if alone else "หลักฐาน: ", words) for words in _evidence(result))
        case "period":
            said = (result.period,)
        case "output":
            said = (result.output,)
        case "outcome":
            said = (result.outcome,)
        case "remark":
            said = (result.remark,)
        case _:
            raise ValueError(f"a follow-up has no {field}")
    return tuple(words for words in said if words)


def _status(result: FollowUp, *, alone: bool) -> str:
    """สถานะ; in a column of remarks ดำเนินการแล้ว is left out where the row tells what was done."""
    if result.status is None or (not alone and result.status is Status.DONE and result.details):
        return ""
    return result.status.thai


def _led(lead: str, words: str) -> str:
    return f"{lead}{words}" if words else ""


def _evidence(result: FollowUp) -> tuple[str, ...]:
    """Each piece with its own day and where it can be found."""
    return tuple(" ".join(filter(None, (one.title, _day(one, "({})"), *_found_at(one)))) for one in result.evidence)


def _day(evidence: Evidence, form: str = "{}") -> str:
    return form.format(writing.long_date(evidence.date)) if evidence.date else ""


def _found_at(evidence: Evidence) -> tuple[str, ...]:
    return tuple(filter(None, (evidence.url, evidence.file)))


def evidence(plan: MeasurePlan, rounds: tuple[int, ...]) -> Table | None:
    """หลักฐานประกอบ: what proves the results of these rounds, with its day and address; None where there is none."""
    rows: list[Row] = []
    for measure in plan.measures:
        told = [(r, one) for r in measure.results if r.round in rounds for one in r.evidence]
        for n, (result, one) in enumerate(told):
            named = (_measure_cell(plan, measure, _MEASURE, (), len(told)),) if n == 0 else ()
            at = _at(plan, measure, result, "evidence")
            shown = tuple(CellText(words=text(words, at)) for words in (one.title, *_found_at(one)) if words)
            cells = (cell(f"{result.round} เดือน", at), TableCell(content=shown, origin=at), cell(_day(one), at))
            rows.append(Row(cells=(*named, *cells), origin=at))
    if not rows:
        return None
    return Table(
        columns=(Column(share=4.6), Column(share=1.7, align=CellAlign.CENTRE), Column(share=7.0), Column(share=2.7)),
        head=(Row(cells=tuple(cell(head, bold=True) for head in ("มาตรการ", "รอบ", "หลักฐาน", "วันที่"))),),
        rows=tuple(rows),
        caption=text("หลักฐานประกอบการรายงานผลการดำเนินการ"),
        origin=origins.plan(plan),
    )


_MEASURE = LayoutColumn(head="มาตรการ", fields=("measures",), share=1)
