"""Measures as a table in one of the column layouts (ตารางมาตรการ)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from ita_desktop.documents import origins, typed
from ita_desktop.documents.layouts import FIELDS, PRESETS, ColumnLayout, LayoutColumn
from ita_desktop.documents.model import CellText, Column, Marker, Row, Table, TableCell, Text, cell, plain, text
from ita_desktop.domain.texts import measure_texts
from ita_desktop.domain.thai import writing
from ita_desktop.domain.values.framework import Framework, Indicator
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.origin import Origin
from ita_desktop.domain.values.ref import Ref, RefKind

Naming = Callable[[Measure, int], tuple[CellText, ...]]
"""How a measure's refs and issue are written in its first cell; the number is its place in the table, from 1."""

Grouping = Callable[[Measure], str]
"""The heading row under which a measure stands; empty for none."""

LONGEST_NAME = 100
"""Characters of a text that is printed in bold as the name of a measure."""
_COUNTED = re.compile(r"\d+\.")
_DASHED = frozenset({"responsible"})


def table(
    plan: MeasurePlan,
    layout: ColumnLayout,
    naming: Naming,
    *,
    groups: Grouping | None = None,
    caption: Text = (),
) -> Table:
    """Return the plan's measures as a table, in their order; ``groups`` gives the heading rows.

    Where the office's order would bring the same heading twice there are none: the order is the office's.
    """
    rows: list[Row] = []
    group = ""
    wanted_groups = [groups(measure) if groups else "" for measure in plan.measures]
    if len([key for key, _ in groupby(wanted_groups)]) > len(set(wanted_groups)):
        wanted_groups = [""] * len(plan.measures)
    for number, (measure, wanted) in enumerate(zip(plan.measures, wanted_groups, strict=True), start=1):
        if wanted and wanted != group:
            heading = cell(wanted, bold=True, colspan=len(layout.columns))
            rows.append(Row(cells=(heading,), group=True, origin=origins.measure(plan, measure, "refs")))
            group = wanted
        rows.append(_row(plan, measure, layout, naming(measure, number)))
    return Table(
        columns=columns(layout),
        head=head_rows(layout),
        rows=tuple(rows),
        caption=caption,
        origin=origins.plan(plan),
    )


def columns(layout: ColumnLayout) -> tuple[Column, ...]:
    """Return the columns with their shares, which are a wish unless the office set a share itself."""
    return tuple(Column(share=column.share, fixed=not _is_standard(column)) for column in layout.columns)


def _is_standard(column: LayoutColumn) -> bool:
    """Return True if a preset has a column of this share with these fields."""
    return any(one.share == column.share and one.fields == column.fields for p in PRESETS for one in p.columns)


def head_rows(layout: ColumnLayout) -> tuple[Row, ...]:
    """The head: one row, or two where columns have a head in common."""
    if not any(column.group for column in layout.columns):
        return (Row(cells=tuple(cell(column.head, bold=True) for column in layout.columns)),)
    upper: list[TableCell] = []
    lower: list[TableCell] = []
    for group, columns in groupby(layout.columns, key=lambda column: column.group):
        members = tuple(columns)
        if group:
            upper.append(cell(group, bold=True, colspan=len(members)))
            lower += [cell(column.head, bold=True) for column in members]
        else:
            upper += [cell(column.head, bold=True, rowspan=2) for column in members]
    return (Row(cells=tuple(upper)), Row(cells=tuple(lower)))


def _row(plan: MeasurePlan, measure: Measure, layout: ColumnLayout, named: tuple[CellText, ...]) -> Row:
    cells = tuple(_cell(plan, measure, column, named) for column in layout.columns)
    return Row(cells=cells, origin=origins.measure(plan, measure))


def _cell(plan: MeasurePlan, measure: Measure, column: LayoutColumn, named: tuple[CellText, ...]) -> TableCell:
    content: list[CellText] = []
    for field in column.fields:
        if "refs" not in column.fields or field not in ("issue", "sub_issues"):
            content += field_texts(plan, measure, field, named, dashed=column.dashed)
    if column.bold:
        content = [_as_name(one) for one in content]
    return TableCell(content=numbered_on(content), origin=origins.measure(plan, measure, _field_to_open(column)))


def _as_name(one: CellText) -> CellText:
    """Print the name of a measure in bold; a text of several lines is no name and stays as it is."""
    if len(plain(one.words)) > LONGEST_NAME:
        return one
    return replace(one, words=tuple(replace(span, bold=True) for span in one.words))


def field_texts(
    plan: MeasurePlan, measure: Measure, field: str, named: tuple[CellText, ...], *, dashed: bool = False
) -> tuple[CellText, ...]:
    """Return what a measure has in one field; nothing for a field that only a follow-up has."""
    if field == "refs":
        return named
    if field == "results":
        return results_in_brief(plan, measure)
    if field not in FIELDS:
        return ()
    texts = measure_texts.printed(measure, field)
    at = origins.measure(plan, measure, field)
    if dashed and field == "follow_up":
        return _by_rounds(measure, texts, at)
    return listed(texts, at, dashed=dashed or field in _DASHED)


def _by_rounds(measure: Measure, texts: tuple[str, ...], at: Origin) -> tuple[CellText, ...]:
    """รายงานผลการดำเนินงานตามมาตรการ, then -รอบ 6 เดือน and -รอบ 12 เดือน each on a line of its own.

    Only where the text itself ends by naming the rounds that are entered; any other text stands as it was typed.
    """
    if len(texts) == 1 and len(measure.follow_up_rounds) > 1:
        said = texts[0]
        found = _ROUNDS.search(said)
        named = tuple(int(writing.arabic_digits(n)) for n in re.findall(r"[0-9๐-๙]+", found[0])) if found else ()
        if found and named == measure.follow_up_rounds and said[: found.start()].strip():
            lead = CellText(words=text(said[: found.start()].rstrip(), at))
            return (lead, *listed((f"รอบ {months} เดือน" for months in named), at, dashed=True))
    return listed(texts, at, dashed=True)


_ROUNDS = re.compile(r"(?:\s*(?:และ\s*)?รอบ\s*[0-9๐-๙]+\s*เดือน){2,}\s*$")


def _field_to_open(column: LayoutColumn) -> str:
    """Where a click into the cell leads: its text field, not the ids before it."""
    return "issue" if "issue" in column.fields or not column.fields else column.fields[0]


def results_in_brief(plan: MeasurePlan, measure: Measure) -> tuple[CellText, ...]:
    """รอบ 6 เดือน: what was done and how far, for each round that has been reported."""
    found: list[CellText] = []
    for result in measure.results:
        at = origins.measure(plan, measure, "results", str(result.round), "details")
        status = f" ({result.status.thai})" if result.status else ""
        found.append(CellText(words=text(f"รอบ {result.round} เดือน{status}", at, bold=True)))
        found += listed(result.details, at)
    return tuple(found)


def listed(texts: Iterable[str], origin: Origin, *, dashed: bool = False) -> tuple[CellText, ...]:
    """One text as it stands, several as a list: numbered, or with dashes for names of units."""
    known = tuple(texts)
    if len(known) < 2:
        return tuple(part for words in known for part in typed.cell_texts(text(words, origin)))
    marker = Marker.DASH if dashed else Marker.DOT
    return tuple(CellText(words=text(words, origin), label=marker.label(n)) for n, words in enumerate(known, start=1))


def numbered_on(content: Iterable[CellText]) -> tuple[CellText, ...]:
    """Return a cell's texts with one run of numbers, where several fields in it are lists.

    A bold line (รอบ 6 เดือน) introduces a list of its own, so that its numbers begin again; what stands between two
    lists is counted with them.
    """
    told: list[CellText] = []
    number = 0
    for one in content:
        if not one.label and one.words and all(span.bold for span in one.words):
            number = 0
        elif _COUNTED.fullmatch(one.label) or (number and not one.label):
            number += 1
            one = replace(one, label=Marker.DOT.label(number))
        told.append(one)
    return tuple(told)


def by_place(plan: MeasurePlan, framework: Framework | None) -> Naming:
    """๑. การปฏิบัติหน้าที่: counted as the measures stand, named by indicator."""
    known = framework.names if framework else {}

    def naming(measure: Measure, number: int) -> tuple[CellText, ...]:
        at = origins.measure(plan, measure, "refs")
        names = " ".join(dict.fromkeys(filter(None, (known.get(Ref(ref).bare) for ref in measure.refs))))
        named = f"{number}. {names or ' '.join(measure.refs)}"
        return (CellText(words=text(named, at)), *_issue(plan, measure))

    return naming


def by_question(plan: MeasurePlan, framework: Framework | None, *, issue_mark: str = "ประเด็น ") -> Naming:
    """i1 ประเด็น ...: the question's id before the issue; ตัวชี้วัดที่ ๒ ... where it is an indicator.

    Above the first question of an indicator stands its name: a number such as e6 says nothing of whose it is.
    """

    def belongs(measure: Measure) -> tuple[str, str]:
        indicator = _indicator_of_questions(measure, framework)
        return (f"ตัวชี้วัดที่ {indicator.id} {indicator.name}" if indicator else "", measure.instrument_part)

    def naming(measure: Measure, number: int) -> tuple[CellText, ...]:
        at = origins.measure(plan, measure, "refs")
        issue = measure.issue.strip()
        if not any(Ref(ref).is_lettered for ref in measure.refs):
            return _by_indicator(plan, measure, framework)
        refs = " ".join(Ref(ref).bare for ref in measure.refs)
        if not issue:
            issue = " ".join(filter(None, (name_of(ref, framework) for ref in measure.refs)))
        lead = text(f"{refs} {issue_mark}", at, bold=True) if issue else text(refs, at, bold=True)
        words = lead + text(issue, origins.measure(plan, measure, "issue"))
        named, _ = own = belongs(measure)
        before = belongs(plan.measures[number - 2]) if number > 1 else ("", "")
        above = (CellText(words=text(named, at, bold=True)),) if named and own != before else ()
        return (*above, CellText(words=words), *_sub_issues(plan, measure))

    return naming


def _by_indicator(plan: MeasurePlan, measure: Measure, framework: Framework | None) -> tuple[CellText, ...]:
    at = origins.measure(plan, measure, "refs")
    issue = measure.issue.strip()
    named: list[CellText] = []
    for ref in measure.refs:
        name = name_of(ref, framework)
        if issue and name and issue.startswith(name):
            words = text(f"{kind_of(ref)} ", at, bold=True) + text(issue, origins.measure(plan, measure, "issue"))
            return (*named, CellText(words=words), *_sub_issues(plan, measure))
        named.append(CellText(words=text(f"{kind_of(ref)} {name}".strip(), at, bold=True)))
    return (*named, *_issue(plan, measure))


def _issue(plan: MeasurePlan, measure: Measure) -> tuple[CellText, ...]:
    words = measure.issue.strip()
    own = (CellText(words=text(words, origins.measure(plan, measure, "issue"))),) if words else ()
    return (*own, *_sub_issues(plan, measure))


def _sub_issues(plan: MeasurePlan, measure: Measure) -> tuple[CellText, ...]:
    at = origins.measure(plan, measure, "sub_issues")
    return tuple(CellText(words=text(words, at), label="-") for words in measure.sub_issues if words)


def kind_of(ref: str) -> str:
    """ตัวชี้วัดที่ 9, ตัวชี้วัดย่อยที่ 9.3, or the question's id as it is."""
    bare = Ref(ref).bare
    if bare.is_lettered:
        return bare
    return f"ตัวชี้วัดย่อยที่ {bare}" if bare.kind is RefKind.SUB_INDICATOR else f"ตัวชี้วัดที่ {bare}"


def name_of(ref: str, framework: Framework | None) -> str:
    """The name of an indicator, sub-indicator, question or item; empty where the year's framework does not know it."""
    return framework.name_of(ref) if framework else ""


def instrument_group(
    framework: Framework | None,
    *,
    lead: str = "ข้อเสนอแนะสำหรับการประเมินตาม",
    with_part: bool = True,
) -> Grouping:
    """Name the instrument, and its part, that a measure is about."""

    def group(measure: Measure) -> str:
        indicator = _indicator(measure, framework)
        if framework is None or indicator is None:
            return ""
        instrument = framework.instrument(indicator.instrument)
        part = next((p for p in instrument.parts if p.code == measure.instrument_part), None)
        heading = f"{lead}{instrument.name} ({instrument.code})"
        if part and with_part:
            return f"{heading} {part.name}"
        return heading

    return group


def with_indicators(
    grouping: Grouping, measures: Sequence[Measure], framework: Framework | None, lead: str
) -> Grouping:
    """Add to each heading, after ``lead``, the indicators that the questions below it belong to."""
    asked: dict[str, dict[str, None]] = {}
    for measure in measures:
        indicator = _indicator_of_questions(measure, framework)
        if indicator is not None:
            asked.setdefault(grouping(measure), {})[indicator.id] = None

    def group(measure: Measure) -> str:
        heading = grouping(measure)
        numbers = tuple(asked.get(heading, ()))
        if not heading or not numbers:
            return heading
        named = f"{', '.join(numbers[:-1])} และ {numbers[-1]}" if len(numbers) > 1 else numbers[0]
        return f"{heading} {lead}ตัวชี้วัดที่ {named}"

    return group


def _indicator_of_questions(measure: Measure, framework: Framework | None) -> Indicator | None:
    """The indicator of a measure on single questions; None for one on an indicator itself."""
    return _indicator(measure, framework) if any(Ref(ref).is_lettered for ref in measure.refs) else None


def _indicator(measure: Measure, framework: Framework | None) -> Indicator | None:
    if framework is None:
        return None
    return next(filter(None, (framework.indicator_of(ref) for ref in measure.refs)), None)
