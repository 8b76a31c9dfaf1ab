"""Tables of prose (แผนมาตรการ, ผลการดำเนินการ, ความเสี่ยง): which field each column is, and which rows are one record.

1. The head is found by the words of its cells; two-line heads (a group over its columns, months under a year) are one.
2. A head that is typed again further down is left out.
3. Every cell belongs to the column whose width it overlaps most; its place in the row says nothing.
4. A row goes on with the record above it where the first column is merged with it, or empty, or says (ต่อ).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ita_desktop.domain.recognition.content import FileCell, FileLine, Paragraph, Table
from ita_desktop.domain.recognition.letters import consonants, repaired

NUMBER = "number"
"""The column that counts the rows."""
_HEADS = (
    ("result", r"^ผลการดำเนินการ$|^ผลการดำเนินงาน$"),
    ("details", r"รายละเอียดการดำเนิน|ผลการดำเนิน|ผลการปฏิบัติ|การดำเนินการที่ผ่านมา"),
    ("output", r"ผลผลิต|output"),
    ("outcome", r"ผลลัพธ์|ผลสำเร็จ|outcome"),
    ("status", r"สถานะ|ความก้าวหน้า|ความคืบหน้า"),
    ("obstacles", r"ปัญหา|อุปสรรค"),
    ("suggestions", r"ข้อเสนอแนะ"),
    ("evidence", r"หลักฐาน|เอกสารอ้างอิง|ภาพประกอบ|ลิงก์|ลิงค์|url"),
    ("remark", r"หมายเหตุ"),
    ("likelihood", r"โอกาส|likelihood|\(l\)"),
    ("impact", r"ผลกระทบ|impact|\(i\)"),
    ("grade", r"คะแนนความเสี่ยง|ระดับความเสี่ยง|ระดับของความเสี่ยง"),
    ("controls", r"(?:แนวทาง|มาตรการ|วิธีการ|การ)\s*/?\s*.{0,12}(?:จัดการ|ควบคุม|ป้องกัน)\s*.{0,6}ความเสี่ยง"),
    ("risk", r"ปัจจัยเสี่ยง|เหตุการณ์.{0,6}เสี่ยง|ประเด็นความเสี่ยง|ความเสี่ยง"),
    ("process", r"กระบวนงาน|กระบวนการ|ภารกิจ|โครงการ"),
    ("responsible", r"รับผิดชอบ|ผู้ดำเนินการ|เจ้าของ"),
    ("follow_up", r"ติดตาม|การรายงานผล|รายงานผล"),
    ("period", r"ระยะเวลา|กำหนดเวลา|ช่วงเวลา|กำหนดแล้วเสร็จ|วันที่ดำเนินการ|ห้วงเวลา"),
    ("guidelines", r"^แนวทางการปฏิบัติ$|^แนวทางปฏิบัติ$|^แนวทาง$"),
    ("measures", r"มาตรการ|แนวทาง"),
    ("steps", r"วิธีการ|วิธีดำเนิน|วิธีปฏิบัติ|ขั้นตอน|กิจกรรม"),
    ("operation", r"การดำเนินการ|การดำเนินงาน"),
    ("issue", r"ตัวชี้วัด|ประเด็น|จุดอ่อน|ข้อบกพร่อง|จุดที่ต้อง|ด้าน"),
    (NUMBER, r"^(?:ที่|ลำดับ|ลำดับที่|ข้อ|ข้อที่|no\.?|#)$"),
)
_SPACED = re.compile(r"\s+")
_CONTINUED = re.compile(r"^\s*\(?\s*ต่อ\s*\)\s*")
_LONGEST_HEAD = 90


def field_of(head: str) -> str:
    """Return the field a head names; empty if it names none. Blanks inside a head mean nothing."""
    plain = _SPACED.sub("", repaired(head)).lower()
    if not plain or len(plain) > _LONGEST_HEAD:
        return ""
    if "มาตรการ" in plain and ("ขั้นตอน" in plain or "วิธี" in plain):
        return "measures"
    return next((name for name, words in _HEADS if re.search(_SPACED.sub("", words), plain)), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table: its head and the grid columns it covers."""

    field: str
    head: str
    start: int
    end: int
    month: str = ""
    """The head where it is one of twelve months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The lines of one record by field."""

    lines: Mapping[str, tuple[FileLine, ...]] = field(default_factory=dict)
    marks: tuple[Column, ...] = ()
    """Month columns in which something stands."""
    rows: tuple[int, ...] = ()
    """Rows of the table it was read from, from 1."""

    def text(self, name: str) -> str:
        """Return all lines of a field as one text."""
        return "\n".join(line.words for line in self.lines.get(name, ())).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowTable:
    """A table of prose with its columns and records."""

    columns: tuple[Column, ...]
    records: tuple[Record, ...]
    unread: tuple[str, ...] = ()
    """Texts of columns without a known head."""

    @property
    def fields(self) -> frozenset[str]:
        """Names of the fields the heads name."""
        return frozenset(column.field for column in self.columns if column.field)


_MONTH_HEAD = re.compile(
    r"^(?:ม\.?ค|ก\.?พ|มี\.?ค|เม\.?ย|พ\.?ค|มิ\.?ย|ก\.?ค|ส\.?ค|ก\.?ย|ต\.?ค|พ\.?ย|ธ\.?ค)\.?(?:\s*\d\d)?$"
)
_YEAR_HEAD = re.compile(r"^(?:ปี(?:งบประมาณ)?)?\s*(?:พ\.?\s?ศ\.?)?\s*[\d๐-๙]{4}$")


def read_rows(table: Table) -> RowTable | None:
    """Read a table of prose; None if no row names at least two fields."""
    heads = _head_rows(table)
    if heads is None:
        return None
    first, last = heads
    columns = _columns(table, first, last)
    again = {tuple(consonants(cell.text) for cell in row if cell.text) for row in table.rows[first:last]}
    records: list[_Open] = []
    unread: list[str] = []
    key = _key_column(columns)
    for number, row in enumerate(table.rows[last:], start=last + 1):
        if tuple(consonants(cell.text) for cell in row if cell.text) in again or not any(cell.text for cell in row):
            continue
        placed = list(_placed(row, columns))
        if not records or not _goes_on(placed, key):
            records.append(_Open())
        records[-1].add(placed, number)
        unread += [cell.text for column, cell in placed if not column.field and not column.month and cell.text.strip()]
    done = tuple(record.close() for record in records if record.lines)
    return RowTable(columns=columns, records=done, unread=tuple(unread))


class _Open:
    """A record that may go on in the next row."""

    def __init__(self) -> None:
        self.lines: dict[str, list[FileLine]] = {}
        self.marks: dict[str, Column] = {}
        self.rows: list[int] = []

    def add(self, placed: Iterable[tuple[Column, FileCell]], number: int) -> None:
        self.rows.append(number)
        for column, cell in placed:
            if cell.continues or not cell.text.strip():
                continue
            if column.month:
                self.marks[f"{column.start}"] = column
            elif column.field:
                self._take(column.field, cell.lines)

    def _take(self, name: str, lines: Sequence[FileLine]) -> None:
        kept = self.lines.setdefault(name, [])
        for line in lines:
            if kept and _CONTINUED.match(line.text) and not line.label:
                last = kept[-1]
                rest = _CONTINUED.sub("", line.text)
                kept[-1] = FileLine(text=f"{last.text} {rest}", label=last.label, level=last.level, style=last.style)
            elif line.text.strip():
                kept.append(line)

    def close(self) -> Record:
        lines = {name: tuple(lines) for name, lines in self.lines.items()}
        return Record(lines=lines, marks=tuple(self.marks.values()), rows=tuple(self.rows))


def _head_rows(table: Table) -> tuple[int, int] | None:
    """Return the first row of the head and the first row after it; the head names at least two different fields."""
    for at, row in enumerate(table.rows[:12]):
        named = {field_of(cell.text) for cell in row} - {"", NUMBER}
        if len(named) < 2:
            continue
        end = at + 1
        while end < len(table.rows) and _belongs_to_head(table.rows[end]):
            end += 1
        return at, end
    return None


def _belongs_to_head(row: tuple[FileCell, ...]) -> bool:
    """Return True for a row below a head that only names groups' columns, months or years."""
    texts = [cell.text.strip() for cell in row if cell.text.strip() and not cell.continues]
    if not texts:
        return False
    known = [t for t in texts if len(t) <= 40 and (field_of(t) or _MONTH_HEAD.match(t) or _YEAR_HEAD.match(t))]
    return len(known) == len(texts)


def _columns(table: Table, first: int, last: int) -> tuple[Column, ...]:
    """Return the columns by grid: of a head of several rows the lowest named cell counts."""
    found: dict[int, Column] = {}
    for row in table.rows[first:last]:
        for cell in row:
            text = cell.text.strip()
            if cell.continues or not text:
                continue
            month = text if _MONTH_HEAD.match(text) else ""
            name = "" if month else field_of(text)
            if re.search(r"\d{4}|[๐-๙]{4}", text) and not name:
                continue  # a year over its months
            for at in [
                n for n in found if cell.column <= n < cell.column + cell.span and found[n].end > found[n].start
            ]:
                del found[at]
            outer = next((c for c in found.values() if c.start <= cell.column < c.end), None)
            if outer is not None and outer.start < cell.column:
                found[outer.start] = Column(field=outer.field, head=outer.head, start=outer.start, end=cell.column)
            found[cell.column] = Column(
                field=name, head=text, start=cell.column, end=cell.column + cell.span, month=month
            )
    columns = [found[at] for at in sorted(found)]
    named = Counter(column.field for column in columns)
    if named["guidelines"] and not named["measures"]:
        columns = [_renamed(c, "measures") if c.field == "guidelines" else c for c in columns]
    return tuple(columns)


def _renamed(column: Column, name: str) -> Column:
    return Column(field=name, head=column.head, start=column.start, end=column.end, month=column.month)


def _placed(row: tuple[FileCell, ...], columns: tuple[Column, ...]) -> Iterator[tuple[Column, FileCell]]:
    """Pair cells with columns: in order where the row has as many of both, else by the larger overlap."""
    wide = [cell for cell in row if cell.span]
    if len(wide) == len(columns) and any(cell.span > 1 for cell in wide):
        yield from zip(columns, wide, strict=True)
        return
    for cell in row:
        end = cell.column + cell.span
        overlaps = [(min(end, c.end) - max(cell.column, c.start), -c.start, c) for c in columns]
        best = max(overlaps, key=lambda one: one[:2], default=None)
        if best is not None and best[0] > 0:
            yield best[2], cell


def _key_column(columns: tuple[Column, ...]) -> Column | None:
    """Return the column that names a record: ตัวชี้วัด, ปัจจัยเสี่ยง, else the first one."""
    for name in ("issue", "risk", "measures"):
        if found := next((column for column in columns if column.field == name), None):
            return found
    return next((column for column in columns if column.field and column.field != NUMBER), None)


def _goes_on(placed: Sequence[tuple[Column, FileCell]], key: Column | None) -> bool:
    number = next((cell for column, cell in placed if column.field == NUMBER), None)
    if number is not None and number.text.strip() and not number.continues:
        return False
    cells = [cell for column, cell in placed if column == key]
    return all(cell.continues or not cell.text.strip() or _CONTINUED.match(cell.text) for cell in cells)


def table_of_tabs(paragraphs: Sequence[Paragraph]) -> Table | None:
    """Build a table from paragraphs that are laid out by tabs.

    How many tabs stand between two columns differs from line to line. The head gives their number; which place of a
    line is which column is learned from the lines that fill them all.
    """
    rows = [paragraph.text.split("\t") for paragraph in paragraphs]
    heads = next((row for row in rows if len({field_of(text) for text in row} - {"", NUMBER}) >= 2), None)
    if heads is None:
        return None
    named = [text for text in heads if text.strip()]
    body = rows[rows.index(heads) + 1 :]
    places: dict[int, Counter[int]] = {}
    for row in body:
        filled = [n for n, text in enumerate(row) if text.strip()]
        if len(filled) == len(named):
            for column, place in enumerate(filled):
                places.setdefault(place, Counter())[column] += 1
    if not places:
        return None
    cells = [tuple(FileCell(column=n, lines=(FileLine(text=text.strip()),)) for n, text in enumerate(named))]
    for row in body:
        cells.append(tuple(_by_place(row, places, len(named))))
    return Table(rows=tuple(row for row in cells if row))


def _by_place(row: list[str], places: Mapping[int, Counter[int]], count: int) -> Iterator[FileCell]:
    filled = [(n, text.strip()) for n, text in enumerate(row) if text.strip()]
    texts: dict[int, list[str]] = {}
    for order, (place, text) in enumerate(filled):
        near = min(places, key=lambda known: (abs(known - place), known))
        column = order if len(filled) == count else places[near].most_common(1)[0][0]
        texts.setdefault(column, []).append(text)
    for column, lines in sorted(texts.items()):
        yield FileCell(column=column, lines=tuple(FileLine(text=text) for text in lines))
