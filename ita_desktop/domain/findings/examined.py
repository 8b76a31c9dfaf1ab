"""What the rules look at: one year's facts with every text of it read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ita_desktop.domain.findings.finding import Code, Finding, Fix, Severity, excerpt
from ita_desktop.domain.findings.gazetteer import Gazetteer
from ita_desktop.domain.findings.scan.reading import Reading
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.follow_up import FollowUp
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.memo import Memo
from ita_desktop.domain.values.origin import Origin, measure_origin, risk_origin
from ita_desktop.domain.values.risk import Risk


class Field(StrEnum):
    """What kind of field a text stands in, as far as a rule asks."""

    AGENCY = "agency"
    UNIT = "unit"
    PERSON = "person"
    POST = "post"
    NARRATIVE = "narrative"
    PLAN = "plan"
    MEASURE = "measure"
    PERIOD = "period"
    RESULT = "result"
    EVIDENCE = "evidence"
    RISK = "risk"
    MEMO = "memo"
    SUBJECT = "subject"
    LABEL = "label"
    NUMBER = "number"
    LINK = "link"


PROSE = frozenset((Field.NARRATIVE, Field.MEMO, Field.PLAN, Field.SUBJECT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text of the year in which something was seen."""

    origin: Origin
    field: Field
    reading: Reading
    indicator: str = ""
    """Of a narrative"""
    year: int = 0
    """Of a narrative"""
    measure: Measure | None = None
    result: FollowUp | None = None
    memo: Memo | None = None

    @property
    def text(self) -> str:
        return self.reading.text

    def finding(
        self,
        code: Code,
        severity: Severity,
        at: int,
        end: int,
        *,
        fixes: Iterable[str] = (),
        **values: object,
    ) -> Finding:
        """Make a finding about a part of this text; each of ``fixes`` can replace that part."""
        old = self.text[at:end]
        return Finding(
            code=code,
            severity=severity,
            origin=self.origin,
            quote=excerpt(self.text, at, end),
            values={"part": old, **values},
            fixes=tuple(self.replaced(at, end, new) for new in fixes if new != old),
        )

    def replaced(self, at: int, end: int, new: str) -> Fix:
        """Make a fix that changes the part; the quote is long enough to be unique in the text."""
        first, last = at, end
        while self.text.count(self.text[first:last]) > 1 or first == last:
            if first == 0 and last == len(self.text):
                break
            first, last = max(0, first - 6), min(len(self.text), last + 6)
        return Fix(origin=self.origin, old=self.text[first:last], new=self.text[first:at] + new + self.text[end:last])


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """สิ่งที่ตรวจ: facts, names of places, and the texts in the order of the paper.

    Of plan, office and people only those in which anything was seen; of analyses and memos all.
    """

    facts: YearFacts
    names: Gazetteer
    texts: tuple[Text, ...]
    prose: tuple[Text, ...]
    """The texts that name the result: analyses, memos, the plan's head."""
    columns: tuple[tuple[str, ...], ...] = ()
    """The columns of the measure tables that the office prints, each with the fields of ``Measure`` in it."""


Reader = Callable[[str], Reading]


def examine(facts: YearFacts, names: Gazetteer, read: Reader, columns: tuple[tuple[str, ...], ...] = ()) -> Examined:
    """Read everything the year says."""
    texts = tuple(_texts(facts, read))
    prose = tuple(text for text in texts if text.field in PROSE)
    return Examined(facts=facts, names=names, texts=texts, prose=prose, columns=columns)


def _texts(facts: YearFacts, read: Reader) -> Iterator[Text]:
    yield from _agency(facts, read)
    for year, assessment in facts.assessments.items():
        if year not in (facts.plan.assessed_year, facts.plan.assessed_year.previous):
            continue
        for indicator, narrative in assessment.narratives.items():
            origin = Origin.year(year, "narratives", indicator)
            reading = read(narrative)
            yield Text(origin=origin, field=Field.NARRATIVE, reading=reading, indicator=indicator, year=int(year))
    yield from _plan(facts.plan, read)
    for memo in facts.memos:
        yield from _memo(memo, read)


def _agency(facts: YearFacts, read: Reader) -> Iterator[Text]:
    agency = facts.agency
    fields = [
        (Origin.agency("name"), Field.AGENCY, agency.name),
        (Origin.agency("address"), Field.AGENCY, agency.address),
        (Origin.agency("short_name"), Field.AGENCY, agency.short_name),
    ]
    fields += [(Origin.agency("departments", at), Field.UNIT, unit) for at, unit in enumerate(agency.departments)]
    for signer in facts.signers:
        fields.append((Origin.signer(signer.id, "name"), Field.PERSON, signer.name))
        fields += [
            (Origin.signer(signer.id, "position", at), Field.POST, line) for at, line in enumerate(signer.position)
        ]
        fields.append((Origin.signer(signer.id, "acting_for"), Field.POST, signer.acting_for))
    for origin, field, text in fields:
        reading = read(text)
        if not reading.plain:
            yield Text(origin=origin, field=field, reading=reading)


_MEASURE_LISTS = (
    ("sub_issues", Field.MEASURE),
    ("measures", Field.MEASURE),
    ("guidelines", Field.MEASURE),
    ("steps", Field.MEASURE),
    ("operation", Field.MEASURE),
    ("responsible", Field.UNIT),
    ("follow_up", Field.MEASURE),
)


def _plan(plan: MeasurePlan, read: Reader) -> Iterator[Text]:
    meeting = read(plan.meeting)
    if not meeting.plain:
        yield Text(origin=Origin.plan(plan.fiscal_year, "meeting"), field=Field.PLAN, reading=meeting)
    for position, measure in enumerate(plan.measures):
        yield from _measure(measure, measure_origin(plan, measure, at=position), read)
    for position, risk in enumerate(plan.risks):
        yield from _risk(risk, risk_origin(plan, risk, at=position), read)


def _measure(measure: Measure, start: Origin, read: Reader) -> Iterator[Text]:
    for name, field, text in (("issue", Field.MEASURE, measure.issue), ("period", Field.PERIOD, measure.period)):
        reading = read(text)
        if not reading.plain:
            yield Text(origin=start / name, field=field, reading=reading, measure=measure)
    for name, field in _MEASURE_LISTS:
        for at, text in enumerate(getattr(measure, name)):
            reading = read(text)
            if not reading.plain:
                yield Text(origin=start / name / at, field=field, reading=reading, measure=measure)
    for result in measure.results:
        yield from _result(measure, result, start / "results" / result.round, read)


def _result(measure: Measure, result: FollowUp, start: Origin, read: Reader) -> Iterator[Text]:
    fields = [(start / "details" / at, Field.RESULT, text) for at, text in enumerate(result.details)]
    fields += [
        (start / name, Field.RESULT, getattr(result, name))
        for name in ("period", "output", "outcome", "obstacles", "suggestions", "remark")
    ]
    fields += [
        (start / "evidence" / at / "title", Field.EVIDENCE, piece.title) for at, piece in enumerate(result.evidence)
    ]
    for origin, field, text in fields:
        reading = read(text)
        if not reading.plain:
            yield Text(origin=origin, field=field, reading=reading, measure=measure, result=result)


def _risk(risk: Risk, start: Origin, read: Reader) -> Iterator[Text]:
    fields = [(start / name, Field.RISK, getattr(risk, name)) for name in ("risk", "process", "status", "remark")]
    fields += [(start / "controls" / at, Field.RISK, text) for at, text in enumerate(risk.controls)]
    fields += [(start / "activities" / at, Field.RISK, text) for at, text in enumerate(risk.activities)]
    fields += [(start / "responsible" / at, Field.UNIT, text) for at, text in enumerate(risk.responsible)]
    for origin, field, text in fields:
        reading = read(text)
        if not reading.plain:
            yield Text(origin=origin, field=field, reading=reading)


def _memo(memo: Memo, read: Reader) -> Iterator[Text]:
    start = Origin.memo(memo.id)
    fields = [
        (start / "department_line", Field.MEMO, memo.department_line),
        (start / "number", Field.NUMBER, memo.number),
        (start / "subject", Field.SUBJECT, memo.subject),
        (start / "to", Field.LABEL, memo.to),
        (start / "closing", Field.MEMO, memo.closing),
    ]
    fields += [(start / "enclosures" / at, Field.MEMO, text) for at, text in enumerate(memo.enclosures)]
    fields += [(start / "references" / at, Field.LINK, text) for at, text in enumerate(memo.references)]
    for number, section in enumerate(memo.sections):
        part = start / "sections" / number
        fields.append((part / "heading", Field.MEMO, section.heading))
        fields += [(part / "paragraphs" / at, Field.MEMO, text) for at, text in enumerate(section.paragraphs)]
        fields += [(part / "items" / at, Field.MEMO, text) for at, text in enumerate(section.items)]
    fields += [(start / "signers" / at / "label", Field.LABEL, signer.label) for at, signer in enumerate(memo.signers)]
    for origin, field, text in fields:
        if text:
            yield Text(origin=origin, field=field, reading=read(text), memo=memo)
