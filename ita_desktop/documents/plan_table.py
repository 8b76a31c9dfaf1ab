"""Measures as a table in one of the column layouts (ตารางมาตรการ)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from ita_desktop.documents import origins
from ita_desktop.documents.layouts import FIELDS, PRESETS, ColumnLayout, LayoutColumn
from ita_desktop.documents.model import Cell, CellText, Column, Marker, Row, Table, Text, cell, text
from ita_desktop.domain.values.framework import Framework, Indicator
from ita_desktop.domain.values.measure import Measure, MeasurePlan

Naming = Callable[[Measure, int], tuple[CellText, ...]]
"""How a measure's refs and issue are written in its first cell; the number is its place in the table, from 1."""

EMPTY_SHARE = 0.6
"""What a column without content keeps of its share: enough for its head."""
_DASHED = frozenset({"responsible"})


def table(
    plan: MeasurePlan,
    layout: ColumnLayout,
    naming: Naming,
    *,
    groups: Callable[[Measure], str] | None = None,
    caption: Text = (),
) -> Table:
    """The plan's measures, in their order; ``groups`` gives the heading row under which a measure stands.

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
        columns=columns(layout, rows),
        head=head_rows(layout),
        rows=tuple(rows),
        caption=caption,
        origin=origins.plan(plan),
    )


def columns(layout: ColumnLayout, rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns' shares; one that is empty in every row gives width away, unless the office set the widths itself."""
    filled: set[int] = set()
    for row in rows:
        if len(row.cells) == len(layout.columns):
            filled |= {at for at, one in enumerate(row.cells) if one.content}
    standard = layout in PRESETS
    return tuple(
        Column(share=column.share * (EMPTY_SHARE if standard and at not in filled else 1.0))
        for at, column in enumerate(layout.columns)
    )


def head_rows(layout: ColumnLayout) -> tuple[Row, ...]:
    """The head: one row, or two where columns have a head in common."""
    if not any(column.group for column in layout.columns):
        return (Row(cells=tuple(cell(column.head, bold=True) for column in layout.columns)),)
    upper: list[Cell] = []
    lower: list[Cell] = []
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


def _cell(plan: MeasurePlan, measure: Measure, column: LayoutColumn, named: tuple[CellText, ...]) -> Cell:
    content: list[CellText] = []
    for field in column.fields:
        if "refs" not in column.fields or field not in ("issue", "sub_issues"):
            content += field_texts(plan, measure, field, named)
    return Cell(content=tuple(content), origin=origins.measure(plan, measure, _field_to_open(column)))


def field_texts(plan: MeasurePlan, measure: Measure, field: str, named: tuple[CellText, ...]) -> tuple[CellText, ...]:
    """What a measure has in one field; nothing for a field that only a follow-up has."""
    if field == "refs":
        return named
    if field == "results":
        return results_in_brief(plan, measure)
    if field not in FIELDS:
        return ()
    value = getattr(measure, field)
    texts = (value,) if isinstance(value, str) else value
    at = origins.measure(plan, measure, field)
    return listed((words for words in texts if words), at, dashed=field in _DASHED)


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


def listed(texts: Iterable[str], origin: str, *, dashed: bool = False) -> tuple[CellText, ...]:
    """One text as it stands, several as a list: numbered, or with dashes for names of units."""
    known = tuple(texts)
    if len(known) < 2:
        return tuple(CellText(words=text(words, origin)) for words in known)
    marker = Marker.DASH if dashed else Marker.DOT
    return tuple(CellText(words=text(words, origin), label=marker.label(n)) for n, words in enumerate(known, start=1))


def by_place(plan: MeasurePlan, framework: Framework | None) -> Naming:
    """๑. การปฏิบัติหน้าที่: counted as the measures stand, named by indicator."""
    known = names_of(framework)

    def naming(measure: Measure, number: int) -> tuple[CellText, ...]:
        at = origins.measure(plan, measure, "refs")
        names = " ".join(dict.fromkeys(filter(None, (known.get(ref.split("@")[0]) for ref in measure.refs))))
        named = f"{number}. {names or ' '.join(measure.refs)}"
        return (CellText(words=text(named, at)), *_issue(plan, measure))

    return naming


def by_question(plan: MeasurePlan, framework: Framework | None, *, issue_mark: str = "ประเด็น ") -> Naming:
    """i1 ประเด็น ...: the question's id before the issue; ตัวชี้วัดที่ ๒ ... where it is an indicator."""

    def naming(measure: Measure, _number: int) -> tuple[CellText, ...]:
        at = origins.measure(plan, measure, "refs")
        issue = measure.issue.strip()
        if not any(ref[:1] in "ieo" for ref in measure.refs):
            return _by_indicator(plan, measure, framework)
        refs = " ".join(ref.split("@")[0] for ref in measure.refs)
        if not issue:
            issue = " ".join(filter(None, (name_of(ref, framework) for ref in measure.refs)))
        lead = text(f"{refs} {issue_mark}", at, bold=True) if issue else text(refs, at, bold=True)
        words = lead + text(issue, origins.measure(plan, measure, "issue"))
        return (CellText(words=words), *_sub_issues(plan, measure))

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
    bare = ref.split("@")[0]
    if bare[:1] in "ieo":
        return bare
    return f"ตัวชี้วัดย่อยที่ {bare}" if "." in bare else f"ตัวชี้วัดที่ {bare}"


def name_of(ref: str, framework: Framework | None) -> str:
    """The name of an indicator, sub-indicator, question or item; empty where the year's framework does not know it."""
    return names_of(framework).get(ref.split("@")[0], "")


def names_of(framework: Framework | None) -> dict[str, str]:
    """The names of everything that the year's framework asks, by id; none without one."""
    if framework is None:
        return {}
    names = {item.id: item.text for item in framework.items}
    for indicator in framework.indicators:
        names[indicator.id] = indicator.name
        names |= {sub.id: sub.name for sub in indicator.sub_indicators}
        names |= {question.id: question.text for question in indicator.questions}
    return names


def instrument_group(
    framework: Framework | None, *, lead: str = "ข้อเสนอแนะสำหรับการประเมินตาม", with_part: bool = True
) -> Callable[[Measure], str]:
    """The heading under which a measure stands: the instrument, and its part, that the recommendation is about."""

    def group(measure: Measure) -> str:
        indicator = _indicator(measure, framework)
        if framework is None or indicator is None:
            return ""
        instrument = framework.instrument(indicator.instrument)
        part = next((p for p in instrument.parts if p.code == measure.instrument_part), None)
        heading = f"{lead}{instrument.name} ({instrument.code})"
        return f"{heading} {part.name}" if part and with_part else heading

    return group


def _indicator(measure: Measure, framework: Framework | None) -> Indicator | None:
    if framework is None:
        return None
    return next(filter(None, (framework.indicator_of(ref) for ref in measure.refs)), None)
