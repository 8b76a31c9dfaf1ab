"""การวิเคราะห์ผลการประเมิน: two years side by side, what is strong and what is weak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from ita_desktop.documents import origins, plan_table, results
from ita_desktop.documents.model import (
    Block,
    CellAlign,
    CellText,
    Column,
    Heading,
    Paragraph,
    Row,
    Span,
    Style,
    Table,
    TableCell,
    Text,
    cell,
    plain,
    text,
)
from ita_desktop.domain.rules import analysis
from ita_desktop.domain.rules.analysis import Direction, Reason, ScoreChange, Standing
from ita_desktop.domain.rules.identity import gone, same_in
from ita_desktop.domain.thai import writing
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.ref import OVERALL

_OVERALL_CHANGE = {
    Direction.ROSE: "มีคะแนนเพิ่มขึ้น",
    Direction.FELL: "มีคะแนนลดลง",
    Direction.SAME: "มีคะแนนเท่าเดิม",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The year and, where there is one, the year before, with what changed."""

    facts: YearFacts
    now: Assessment
    framework: Framework
    before: Assessment | None
    changes: Mapping[str, ScoreChange]

    @classmethod
    def of(cls, facts: YearFacts) -> Compared | None:
        """None where the year has no scores."""
        if facts.assessed is None or facts.framework is None or not facts.assessed.scores:
            return None
        changes = analysis.changes(
            facts.assessed, facts.before, facts.framework, facts.frameworks.get(facts.plan.assessed_year.previous)
        )
        return cls(facts=facts, now=facts.assessed, framework=facts.framework, before=facts.before, changes=changes)

    def ref_before(self, ref: str) -> str | None:
        """The id that the year before gave to the same thing; None where it did not ask it."""
        framework = self.facts.frameworks.get(self.now.fiscal_year.previous)
        return same_in(ref, self.framework, framework) if framework else ref

    @property
    def refs(self) -> tuple[str, ...]:
        """Indicators and sub-indicators in order, each indicator before its parts."""
        refs: list[str] = []
        for indicator in self.framework.indicators:
            refs += [indicator.id, *(sub.id for sub in indicator.sub_indicators)]
        return tuple(refs)

    def standing(self, reason: Reason) -> list[str]:
        """What stands out for this reason, in the framework's order."""
        framework_before = self.facts.frameworks.get(self.now.fiscal_year.previous)
        found: tuple[Standing, ...] = (
            *analysis.strengths(self.now, self.framework, self.before, framework_before),
            *analysis.weaknesses(self.now, self.framework, self.before, framework_before),
        )
        standing_out = {one.ref for one in found if reason in one.reasons}
        return [ref for ref in self.refs if ref in standing_out]


def blocks(facts: YearFacts) -> tuple[Block, ...]:
    """The analysis part; nothing where the year has no scores."""
    compared = Compared.of(facts)
    if compared is None:
        return ()
    points: list[list[Block]] = []
    if compared.before is not None:
        points += [_overall_sentence(compared, compared.before), _comparison(compared, compared.before)]
    highest = compared.standing(Reason.HIGHEST)
    parts = [ref for ref in compared.refs if ref in compared.now.scores and ref.split(".")[0] in highest]
    mark = f"{compared.framework.levels.pass_mark.normalize():f}"
    points += [
        _point("จุดแข็ง : ตัวชี้วัดที่ได้รับผลการประเมินมากที่สุด คือ", parts, compared),
        _point("จุดแข็ง : ตัวชี้วัดที่ได้รับผลการประเมินเพิ่มขึ้น คือ", compared.standing(Reason.ROSE), compared),
        _point("จุดอ่อน : ตัวชี้วัดที่ได้รับผลการประเมินลดลง คือ", compared.standing(Reason.FELL), compared),
        _point(
            f"จุดอ่อน : ตัวชี้วัดที่ได้รับผลการประเมินต่ำกว่า {mark} คะแนน คือ",
            compared.standing(Reason.BELOW_PASS_MARK),
            compared,
        ),
    ]
    return (Heading(words=text("การวิเคราะห์ผลการประเมิน")), *_numbered(points))


def _numbered(points: Iterable[list[Block]]) -> Iterable[Block]:
    """Points that have something to say, counted from 1."""
    for number, point in enumerate((point for point in points if point), start=1):
        for n, block in enumerate(point):
            if isinstance(block, Heading):
                yield Heading(number=f"{number}.", words=block.words, level=block.level)
            elif isinstance(block, Paragraph):
                lead = f"{number}.{n}" if block.style is Style.POINT else f"{number}."
                yield replace(block, lead=lead)
            else:
                yield block


def _overall_sentence(compared: Compared, before: Assessment) -> list[Block]:
    """Both years' overall results in one sentence; nothing where one of them is unknown."""
    this = results.overall(compared.now, compared.framework)
    last = results.overall(before, compared.facts.frameworks.get(before.fiscal_year))
    change = compared.changes.get(OVERALL)
    if this is None or last is None or change is None:
        return []
    words = (
        Span(text=f"จากปีงบประมาณ พ.ศ. {int(before.fiscal_year)} "),
        Span(text=compared.facts.agency.name, origin=origins.AGENCY_NAME),
        Span(text=" ได้รับผลการประเมิน "),
        *results.score_words(last),
        *results.level_words(last, " ระดับ "),
        Span(
            text=f" และในปีงบประมาณ พ.ศ. {int(compared.now.fiscal_year)} {_OVERALL_CHANGE[change.direction]} "
            "โดยได้รับผลการประเมิน "
        ),
        *results.score_words(this),
        *results.level_words(this, " ระดับ "),
    )
    return [Paragraph(words=words, origin=this.origin)]


def _comparison(compared: Compared, before: Assessment) -> list[Block]:
    lead = (
        f"ตารางสรุปผลการประเมินประจำปีงบประมาณ พ.ศ. {int(compared.now.fiscal_year)} "
        f"(เทียบกับปีงบประมาณ พ.ศ. {int(before.fiscal_year)}) ดังนี้"
    )
    return [Paragraph(words=text(lead), introduces=True), comparison_table(compared, before)]


def comparison_table(compared: Compared, before: Assessment) -> Table:
    """The two-year table: instruments as merged cells, and the level of both years in the last row."""
    now, framework = compared.now, compared.framework
    rows: list[Row] = []
    for instrument in framework.instruments:
        indicators = [i for i in framework.indicators_of(instrument.code) if i.id in now.scores]
        for n, indicator in enumerate(indicators):
            at = origins.year(now.fiscal_year, "scores", indicator.id)
            merged = (cell(instrument.code, rowspan=len(indicators)),) if n == 0 else ()
            figures = (_figure_before(compared, before, indicator.id), _figure(now, indicator.id))
            named = cell(f"{indicator.id}. {indicator.name}", at)
            rows.append(Row(cells=(*merged, named, *figures, _change(compared, indicator.id)), origin=at))
    heads = ("เครื่องมือ", "ตัวชี้วัด", str(int(before.fiscal_year)), str(int(now.fiscal_year)), "การเปลี่ยนแปลง")
    return Table(
        columns=(
            Column(share=1.9, align=CellAlign.CENTRE),
            Column(share=6.9),
            Column(share=2.2, align=CellAlign.CENTRE),
            Column(share=2.2, align=CellAlign.CENTRE),
            Column(share=2.8, align=CellAlign.CENTRE),
        ),
        head=(Row(cells=tuple(cell(head, bold=True) for head in heads)),),
        rows=(*rows, *_gone_rows(compared, before), *_overall_rows(compared, before)),
        origin=origins.year(now.fiscal_year, "scores"),
    )


def _figure(assessment: Assessment, ref: str) -> TableCell:
    score = assessment.scores.get(ref)
    at = origins.year(assessment.fiscal_year, "scores", ref)
    return cell(writing.score_text(score) if score is not None else "-", at)


def _figure_before(compared: Compared, before: Assessment, ref: str) -> TableCell:
    """The score of the same indicator a year before, which may have had another number then."""
    earlier = compared.ref_before(ref)
    return _figure(before, earlier) if earlier else cell("-")


def _gone_rows(compared: Compared, before: Assessment) -> tuple[Row, ...]:
    """What the year before asked and this year does not any more."""
    framework = compared.facts.frameworks.get(before.fiscal_year)
    rows: list[Row] = []
    for ref in gone(compared.framework, framework) if framework else ():
        if framework and ref in before.scores:
            one, at = framework.indicator(ref), origins.year(before.fiscal_year, "scores", ref)
            named = cell(f"{one.name} (ไม่มีการประเมินในปีนี้)", at)
            rows.append(Row(cells=(cell(one.instrument), named, _figure(before, ref), cell("-"), cell("-")), origin=at))
    return tuple(rows)


def _change(compared: Compared, ref: str) -> TableCell:
    change = compared.changes.get(ref)
    return cell(change.direction.thai if change else "-")


def _overall_rows(compared: Compared, before: Assessment) -> tuple[Row, ...]:
    last = results.overall(before, compared.facts.frameworks.get(before.fiscal_year))
    this = results.overall(compared.now, compared.framework)
    figures = [cell(writing.score_text(r.score), r.origin) if r else cell("-") for r in (last, this)]
    levels = [
        cell(plain(results.level_words(r, "")), r.level_origin) if r and r.level else cell("-") for r in (last, this)
    ]
    return (
        Row(cells=(_row_label("คะแนนภาพรวม"), *figures, _change(compared, OVERALL))),
        Row(cells=(_row_label("ระดับการประเมิน"), *levels, cell(""))),
    )


def _row_label(words: str) -> TableCell:
    return TableCell(content=(CellText(words=text(words, bold=True)),), colspan=2, align=CellAlign.CENTRE)


def _point(heading: str, refs: list[str], compared: Compared) -> list[Block]:
    if not refs:
        return []
    return [Heading(words=text(heading), level=3), *(_item(ref, compared) for ref in refs)]


def _item(ref: str, compared: Compared) -> Paragraph:
    at = origins.year(compared.now.fiscal_year, "scores", ref)
    named = f"{plan_table.kind_of(ref)} {plan_table.name_of(ref, compared.framework)}"
    return Paragraph(style=Style.POINT, words=(*text(f"{named}\n", at), *_figures_of_both(ref, compared)), origin=at)


def _figures_of_both(ref: str, compared: Compared) -> Text:
    """(ปี พ.ศ. 2566 ได้คะแนน 76.39 / ปี พ.ศ. 2567 ได้คะแนน 93.06); this year alone where the other is not known."""
    known: list[tuple[int, Decimal]] = [(compared.now.fiscal_year, compared.now.scores[ref])]
    if change := compared.changes.get(ref):
        known.insert(0, (compared.now.fiscal_year.previous, change.before))
    spans = [Span(text="(")]
    for n, (year, score) in enumerate(known):
        spans.append(Span(text=f"{' / ' if n else ''}ปี พ.ศ. {int(year)} ได้คะแนน "))
        own = ref if year == compared.now.fiscal_year else compared.ref_before(ref) or ref
        spans.append(Span(text=writing.score_text(score), origin=origins.year(year, "scores", own)))
    return (*spans, Span(text=")"))
