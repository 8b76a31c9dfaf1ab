"""Tables of measures, results and risks of a foreign file, as records in the keys of ``ita-office/1``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ita_desktop.domain.recognition.content import TICKED, Content, FileLine, Paragraph, Table
from ita_desktop.domain.recognition.heads import years_in
from ita_desktop.domain.recognition.items import items_of, names_of, text_of
from ita_desktop.domain.recognition.letters import plain_text
from ita_desktop.domain.recognition.owners import LEVEL, OVERALL, RANK, Owners
from ita_desktop.domain.recognition.row_tables import Record, RowTable, read_rows, table_of_tabs
from ita_desktop.domain.recognition.spans import months_in
from ita_desktop.domain.thai.fiscal_year import BUDDHIST_OFFSET, FiscalYear
from ita_desktop.domain.thai.month import Month
from ita_desktop.domain.thai.writing import MONTHS, SHORT_MONTHS
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.ref import TYPED_LETTERS, Ref


class RecognisedKind(StrEnum):
    """What a part of a file is."""

    SCORES = "scores"
    MEASURES = "measures"
    RISKS = "risks"
    RESULTS = "results"
    NARRATIVES = "narratives"
    MEMO = "memo"


class Why(StrEnum):
    """Why a field needs a look."""

    NO_REF = "no_ref"
    """Whose measure it is, is not known."""
    NEAR_NAME = "near_name"
    PERIOD = "period"
    """The period names no months."""
    COLUMN = "column"
    """The column's head is not known."""
    STATUS = "status"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDoubt:
    """One field that was found indirectly, or not at all."""

    path: str
    """``measures/3/refs``: the record by its place, from 0."""
    seen: str
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognisedTable:
    """One table understood."""

    kind: RecognisedKind
    year: int | None = None
    records: tuple[dict[str, Any], ...] = ()
    """In the keys of ``ita-office/1``."""
    doubts: tuple[FieldDoubt, ...] = ()
    unread: tuple[str, ...] = ()
    rows: tuple[tuple[int, ...], ...] = ()
    """Rows of the table by record."""
    table: int = 0
    """Which table of the content, from 0."""


_LISTS = {
    RecognisedKind.MEASURES: ("measures", "guidelines", "steps", "operation", "follow_up"),
    RecognisedKind.RISKS: ("controls", "activities"),
    RecognisedKind.RESULTS: ("details",),
}
_RESULT_FIELDS = frozenset(("details", "output", "outcome", "status", "obstacles", "suggestions", "evidence"))
_RISK_FIELDS = frozenset(("risk", "likelihood", "impact", "controls"))


def read_plans(content: Content, framework: Framework) -> tuple[RecognisedTable, ...]:
    """Read every table of measures, results or risks; a table that goes on with the one before it is one with it."""
    parts: list[RecognisedTable] = []
    title = ""
    for number, table in enumerate(_tables(content)):
        title = _title_before(content, table) or title
        rows = read_rows(table)
        if rows is None:
            continue
        year = next(iter(reversed(years_in(title))), None)
        part = _Reading(rows, framework, year, number).part()
        if part is None:
            continue
        if parts and parts[-1].kind is part.kind and part.kind is not RecognisedKind.RESULTS:
            parts[-1] = _joined(parts[-1], part)
        else:
            parts.append(part)
    return tuple(parts)


def _tables(content: Content) -> Iterator[Table]:
    """Yield tables in order; a run of paragraphs laid out by tabs is one."""
    run: list[Paragraph] = []
    for block in content.blocks:
        if isinstance(block, Paragraph):
            run = [*run, block] if block.line.text.count("\t") >= 2 or (run and "\t" in block.line.text) else run
            if not block.text.strip() or "\t" in block.line.text:
                continue
        if run and (table := table_of_tabs(run)) is not None:
            yield table
        if not isinstance(block, Paragraph):
            yield block
        run = []
    if run and (table := table_of_tabs(run)) is not None:
        yield table


def _title_before(content: Content, table: Table) -> str:
    """Return the paragraphs right before a table, up to six, that name a year."""
    before: list[str] = []
    for block in content.blocks:
        if block is table:
            break
        before = [*before, block.text] if isinstance(block, Paragraph) else []
    else:
        before = [p.text for p in content.paragraphs]
    named = [text for text in before[-6:] if years_in(text)] or [text for text in before if years_in(text)]
    return " ".join(named[-2:])


def _joined(one: RecognisedTable, two: RecognisedTable) -> RecognisedTable:
    """Append a table that goes on: records without a name continue the last one."""
    at = len(one.records)
    moved = tuple(
        FieldDoubt(path=re.sub(r"/(\d+)", lambda m: f"/{int(m[1]) + at}", d.path, count=1), seen=d.seen, why=d.why)
        for d in two.doubts
    )
    return RecognisedTable(
        kind=one.kind,
        year=one.year or two.year,
        records=one.records + two.records,
        doubts=one.doubts + moved,
        unread=one.unread + two.unread,
        rows=one.rows + two.rows,
        table=one.table,
    )


@dataclass
class _Reading:
    """Reads one table of prose."""

    rows: RowTable
    framework: Framework
    year: int | None
    number: int
    doubts: list[FieldDoubt] = field(default_factory=list)

    def part(self) -> RecognisedTable | None:
        kind = self._kind()
        if kind is None:
            return None
        read = {
            RecognisedKind.MEASURES: self._measure,
            RecognisedKind.RISKS: self._risk,
            RecognisedKind.RESULTS: self._result,
        }[kind]
        records = [read(record, n) for n, record in enumerate(self.rows.records)]
        return RecognisedTable(
            kind=kind,
            year=self.year,
            records=tuple(records),
            doubts=tuple(self.doubts),
            unread=self.rows.unread,
            rows=tuple(record.rows for record in self.rows.records),
            table=self.number,
        )

    def _kind(self) -> RecognisedKind | None:
        fields = self.rows.fields
        if fields & _RISK_FIELDS and "risk" in fields:
            return RecognisedKind.RISKS
        if len(fields & _RESULT_FIELDS) >= 2 or ("details" in fields and "measures" in fields):
            return RecognisedKind.RESULTS
        if fields & {"measures", "steps"} and fields & {"responsible", "period", "follow_up", "issue", "steps"}:
            return RecognisedKind.MEASURES
        return None

    def _measure(self, record: Record, n: int) -> dict[str, Any]:
        refs, issue = self._refs(record, f"measures/{n}/refs")
        found: dict[str, Any] = {"refs": list(refs)}
        if issue:
            found["issue"] = issue
        for name in _LISTS[RecognisedKind.MEASURES]:
            if items := items_of(record.lines.get(name, ())):
                found[name] = list(items)
        if owners := names_of(record.lines.get("responsible", ())):
            found["responsible"] = list(owners)
        self._period(record, found, f"measures/{n}/period")
        return found

    def _period(self, record: Record, found: dict[str, Any], path: str) -> None:
        text = " ".join(text_of(record.lines.get("period", ())).split())
        if not text:
            return
        found["period"] = text
        months = months_in(text, FiscalYear(self.year) if self.year else None)
        if months is not None:
            found["from"], found["to"] = months

    def _refs(self, record: Record, path: str) -> tuple[tuple[str, ...], str]:
        """Read whose measure it is, and what its issue says besides."""
        lines = record.lines.get("issue", ())
        if not lines:
            return (), ""
        text = text_of(lines)
        owners = Owners(self.framework)
        refs = _questions(text, self.framework)
        owner = owners.of(" ".join(text.split()))
        named = owner is not None and owner.ref not in (OVERALL, LEVEL, RANK)
        if not refs and owner is not None and named:
            refs = (owner.ref,)
            if owner.clue == "near_name":
                self.doubts.append(FieldDoubt(path=path, seen=text, why=Why.NEAR_NAME))
        if not refs:
            self.doubts.append(FieldDoubt(path=path, seen=text, why=Why.NO_REF))
            return (), " ".join(text.split())
        return refs, _rest_of(text, refs, self.framework)

    def _result(self, record: Record, n: int) -> dict[str, Any]:
        refs, issue = self._refs(record, f"results/{n}/refs") if "issue" in record.lines else ((), "")
        found: dict[str, Any] = {"refs": list(refs)} if refs else {}
        if issue:
            found["issue"] = issue
        for name in ("measures", "steps", "details"):
            if items := items_of(record.lines.get(name, ())):
                found[name] = list(items)
        for name in ("output", "outcome", "obstacles", "suggestions", "remark"):
            if text := text_of(record.lines.get(name, ())):
                found[name] = text
        if text := " ".join(text_of(record.lines.get("period", ())).split()):
            found["period"] = text
        if owners := names_of(record.lines.get("responsible", ())):
            found["responsible"] = list(owners)
        if evidence := items_of(record.lines.get("evidence", ())):
            found["evidence"] = [_evidence(item) for item in evidence]
        if text := text_of(record.lines.get("status", ())):
            if status := _status(text):
                found["status"] = status
            else:
                self.doubts.append(FieldDoubt(path=f"results/{n}/status", seen=text, why=Why.STATUS))
        return found

    def _risk(self, record: Record, n: int) -> dict[str, Any]:
        found: dict[str, Any] = {"risk": " ".join(text_of(record.lines.get("risk", ())).split())}
        if text := " ".join(text_of(record.lines.get("process", ())).split()):
            found["process"] = text
        for name, source in (("controls", "controls"), ("controls", "measures"), ("activities", "steps")):
            if name not in found and (items := items_of(record.lines.get(source, ()))):
                found[name] = list(items)
        for name in ("likelihood", "impact"):
            digit = re.fullmatch(r"[1-5]", plain_text(record.text(name)))
            if digit:
                found[name] = int(digit[0])
        if months := self._marked(record):
            found["months"] = months
        if owners := names_of(record.lines.get("responsible", ())):
            found["responsible"] = list(owners)
        for name in ("status", "remark"):
            if text := text_of(record.lines.get(name, ())):
                found[name] = text
        return found

    def _marked(self, record: Record) -> list[Month]:
        """Return months that are marked, in the fiscal year that the table's title names."""
        if self.year is None:
            return []
        months = []
        for column in record.marks:
            number = _month_number(column.head)
            if number:
                months.append(Month.at(self.year - BUDDHIST_OFFSET - (1 if number >= 10 else 0), number))
        return sorted(months)


def _month_number(head: str) -> int:
    bare = re.sub(r"[.\s\d๐-๙]", "", head)
    for n, (full, short) in enumerate(zip(MONTHS, SHORT_MONTHS, strict=True), start=1):
        if bare in (full, short.replace(".", "")):
            return n
    return 0


_QUESTION = re.compile(rf"(?<![A-Za-z0-9])({TYPED_LETTERS})\s?(\d{{1,2}})(?![0-9])")


def _questions(text: str, framework: Framework) -> tuple[str, ...]:
    """Return ids of questions and items that a text names (i๒, e4, o12), each once."""
    found = [Ref.typed(one[1] + one[2]) for one in _QUESTION.finditer(plain_text(text))]
    return tuple(dict.fromkeys(ref for ref in found if framework.knows(ref)))


def _rest_of(text: str, refs: tuple[str, ...], framework: Framework) -> str:
    """Return what an issue says besides number and name of its indicator."""
    plain = " ".join(text.split())
    indicator = framework.indicator_of(refs[0])
    names = [] if indicator is None else [indicator.name, *indicator.aliases]
    if indicator is not None:
        names += [name for sub in indicator.sub_indicators if sub.id in refs for name in (sub.name, *sub.aliases)]
    plain = re.sub(r"^(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?)?\s*[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})?[.)]?\s*", "", plain)
    plain = re.sub(rf"^{TYPED_LETTERS}\s?[0-9๐-๙]{{1,2}}[.):]?\s*", "", plain)
    for name in sorted(names, key=len, reverse=True):
        if plain.startswith(name):
            plain = plain.removeprefix(name).strip()
            break
    return re.sub(r"^(?:ประเด็น(?:ที่ต้องพัฒนา)?|:|-)\s*", "", plain).strip()


_STATUS = (
    ("not_started", r"ยังไม่|ไม่ได้ดำเนิน"),
    ("in_progress", r"อยู่ระหว่าง|กำลัง|ระหว่างดำเนิน"),
    ("cancelled", r"ยกเลิก"),
    ("done", r"แล้วเสร็จ|ดำเนินการแล้ว|เสร็จสิ้น|เรียบร้อย|ครบถ้วน"),
)


def _status(text: str) -> str:
    """Return the status that is ticked, or the only one that is named."""
    plain = plain_text(text)
    ticked = re.findall(rf"{TICKED}\s*([^{TICKED}☐]+)", plain)
    source = ticked[0] if len(ticked) == 1 else plain
    named = [code for code, words in _STATUS if re.search(words, source)]
    return named[0] if len(named) == 1 or (named and len(ticked) == 1) else ""


def _evidence(item: str) -> dict[str, str]:
    url = re.search(r"https?://\S+|www\.\S+", item)
    if url is None:
        return {"title": item}
    title = item.replace(url[0], "").strip(" :-")
    return {"title": title or url[0], "url": url[0]}


def lines_of(text: str) -> tuple[FileLine, ...]:
    """Build lines from plain text, one a line."""
    return tuple(FileLine(text=line) for line in text.split("\n"))
