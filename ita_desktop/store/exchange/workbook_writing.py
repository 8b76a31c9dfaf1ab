"""An office as an Excel workbook: everything, one sheet for each kind of record, ready to be imported again."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.office import Office
from ita_desktop.store.exchange import workbook_forms as forms
from ita_desktop.store.exchange.json_writing import office_tree
from ita_desktop.store.exchange.workbook_cells import escaped, pieces, written
from ita_desktop.store.exchange.workbook_forms import CellKind, Column, SheetForm

Record = Mapping[str, Any]
"""A row: values by key; texts for the reader by head."""

READ_FIRST = "อ่านก่อน"
_ADVICE = (
    "ข้อมูลทั้งหมดของหน่วยงานจากโปรแกรม ITA Desktop แก้ไขแล้วนำเข้ากลับได้",
    "แถวสีเทาใต้หัวตารางเป็นรหัสที่โปรแกรมใช้อ่าน ห้ามแก้ไข ห้ามลบ และห้ามลบแผ่นงาน",
    "เพิ่มแถวได้ท้ายตาราง ลบแถวได้ทั้งแถว เรียงแถวใหม่ได้ เพิ่มแผ่นงานของท่านเองได้",
    "ช่องที่มีหลายรายการ ให้พิมพ์บรรทัดละหนึ่งรายการ (ขึ้นบรรทัดใหม่ในช่องด้วย Alt+Enter)",
    "คะแนน 0 ถึง 100 ทศนิยมไม่เกินสองตำแหน่ง พิมพ์เลขไทยหรือเลขอารบิกก็ได้",
    "แผนปี มาตรการที่ และผลที่ เชื่อมผลการดำเนินการและหลักฐานเข้ากับมาตรการ",
    "หัวตารางที่ไม่มีรหัสสีเทามีไว้ให้อ่านเท่านั้น ไม่ถูกนำเข้า",
)
_FONT = "TH Sarabun New"
_WIDTHS = {CellKind.TEXT: 34, CellKind.LIST: 40, CellKind.CHOICE: 24, CellKind.DATE: 16, CellKind.MONTHS: 16}
_NARROW, _ID_WIDTH, _ADVICE_WIDTH = 13, 14, 110
_LONG, _LONG_WIDTH = ("text", "meeting"), 80
_IDS = ("id", "memo", "signer", "prepared_by")
_UPRIGHT = {"A": 36, "B": 18, "C": 60}
_FORMATS = {CellKind.SCORE: "0.00", CellKind.WHOLE: "0", CellKind.DATE: "[$-107041E]d mmm yyyy;@"}
"""A date stands in the Buddhist calendar, with Thai names of months."""
_MOMENT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def office_workbook(office: Office, frameworks: Mapping[int, Framework]) -> bytes:
    """Write an ``.xlsx``: the same office gives the same bytes."""
    return workbook(records_of(office_tree(office), frameworks), _ADVICE)


def workbook(
    sheets: Iterable[tuple[SheetForm, list[Record]]], advice: tuple[str, ...], hidden: tuple[SheetForm, ...] = ()
) -> bytes:
    """Write an ``.xlsx`` with advice on its first sheet; a hidden sheet is only for reading it back."""
    import openpyxl  # 60 ms that only a workbook needs

    book = openpyxl.Workbook()
    pen = _Pen()
    _advice(book.active, advice, pen)
    for form, records in sheets:
        sheet = book.create_sheet(form.title)
        _sheet(sheet, form, records, pen)
        if form in hidden:
            sheet.sheet_state = "hidden"
    stream = BytesIO()
    book.save(stream)
    return _timeless(stream)


def records_of(tree: Any, frameworks: Mapping[int, Framework]) -> Iterator[tuple[SheetForm, list[Record]]]:
    """Return every sheet with its rows, from the tree of the exchange format."""
    yield forms.AGENCY, [{**tree["agency"], "source": tree.get("source")}]
    yield forms.SIGNERS, tree["signers"]
    yield forms.YEARS, [_year(year) for year in tree["years"]]
    yield forms.SCORES, [row for year in tree["years"] for row in _scores(year, frameworks)]
    yield forms.NARRATIVES, [row for year in tree["years"] for row in _narratives(year, frameworks)]
    yield forms.PLANS, tree["plans"]
    measures: list[Record] = [
        {**measure, "plan": plan["fiscal_year"], "measure": n}
        for plan in tree["plans"]
        for n, measure in enumerate(plan["measures"], start=1)
    ]
    yield forms.MEASURES, measures
    results: list[Record] = [
        {
            **result,
            "plan": m["plan"],
            "measure": m["measure"],
            "result": n,
            "ประเด็นของมาตรการ": m.get("issue", "")[:200],
        }
        for m in measures
        for n, result in enumerate(m.get("results", ()), start=1)
    ]
    yield forms.RESULTS, results
    numbers = ("plan", "measure", "result")
    yield forms.EVIDENCE, [{**e, **{k: r[k] for k in numbers}} for r in results for e in r.get("evidence", ())]
    yield forms.RISKS, [{**risk, "plan": plan["fiscal_year"]} for plan in tree["plans"] for risk in plan["risks"]]
    yield forms.MEMOS, tree["memos"]
    for form, key in ((forms.SECTIONS, "sections"), (forms.MEMO_SIGNERS, "signers")):
        yield form, [{**one, "memo": memo["id"]} for memo in tree["memos"] for one in memo.get(key, ())]


def _year(year: Record) -> Record:
    official = year.get("official", {})
    return {**year, **official, **official.get("instruments", {})}


def _scores(year: Record, frameworks: Mapping[int, Framework]) -> Iterator[Record]:
    framework = frameworks.get(year["fiscal_year"])
    for ref, score in year.get("scores", {}).items():
        name = framework.name_of(ref) if framework else ""
        yield {
            "fiscal_year": year["fiscal_year"],
            "ref": ref,
            "score": score,
            "ตัวชี้วัด ข้อคำถาม หรือข้อเปิดเผย": name,
        }


def _narratives(year: Record, frameworks: Mapping[int, Framework]) -> Iterator[Record]:
    framework = frameworks.get(year["fiscal_year"])
    for indicator, text in year.get("narratives", {}).items():
        name = framework.name_of(indicator) if framework else ""
        yield {"fiscal_year": year["fiscal_year"], "indicator": indicator, "text": text, "ชื่อ": name}


class _Pen:
    """Fills cells; the looks are made once for a workbook."""

    def __init__(self) -> None:
        from openpyxl.styles import Alignment, Font, PatternFill

        self._text, self._bold = Font(name=_FONT, size=14), Font(name=_FONT, size=14, bold=True)
        self._small = Font(name=_FONT, size=10, color="808080")
        self._top = Alignment(wrap_text=True, vertical="top")
        self._shade = PatternFill("solid", fgColor="E7EDF5")

    def head(self, cell: Any, words: str) -> None:
        self._put(cell, words, self._bold)
        cell.fill = self._shade

    def key(self, cell: Any, key: str) -> None:
        self._put(cell, key or None, self._small)

    def value(self, cell: Any, value: object, kind: CellKind = CellKind.TEXT) -> None:
        self._put(cell, value, self._text)
        cell.number_format = _FORMATS.get(kind, "@")

    def _put(self, cell: Any, value: object, font: Any) -> None:
        cell.font, cell.alignment = font, self._top
        if value is None:
            return
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"  # else = begins a formula


def _advice(sheet: Any, advice: tuple[str, ...], pen: _Pen) -> None:
    sheet.title = READ_FIRST
    for n, words in enumerate(advice, start=1):
        (pen.head if n == 1 else pen.value)(sheet.cell(n, 1), words)
    sheet.column_dimensions["A"].width = _ADVICE_WIDTH


def _sheet(sheet: Any, form: SheetForm, records: Iterable[Record], pen: _Pen) -> None:
    """Heads, keys and rows; an upright sheet is the same turned over."""
    rows = [[_cells(record, column) for column in form.columns] for record in records]
    spans = [max([1, *(len(row[at]) for row in rows)]) for at in range(len(form.columns))]
    place = 0
    for at, (column, span) in enumerate(zip(form.columns, spans, strict=True)):
        for n in range(span):
            place += 1
            pen.head(_place(sheet, form, 1, place), f"{column.head} (ต่อ {n + 1})" if n else column.head)
            pen.key(_place(sheet, form, 2, place), f"{column.key}+{n + 1}" if n else column.key)
            for row, cells in enumerate(rows, start=3):
                value = cells[at][n] if n < len(cells[at]) else None
                pen.value(_place(sheet, form, row, place), value, column.kind)
            if not form.upright:
                sheet.column_dimensions[sheet.cell(1, place).column_letter].width = _width(column)
    if form.upright:
        for letter, width in _UPRIGHT.items():
            sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "C1" if form.upright else "A3"


def _cells(record: Record, column: Column) -> list[str | int | Decimal | date]:
    """A value in as many cells as it needs."""
    value = written(record.get(column.key or column.head), column)
    if isinstance(value, str):
        return list(pieces(escaped(value))) if value else []
    return [] if value is None else [value]


def _width(column: Column) -> int:
    if column.key in _LONG:
        return _LONG_WIDTH
    return _ID_WIDTH if column.key in _IDS else _WIDTHS.get(column.kind, _NARROW)


def _place(sheet: Any, form: SheetForm, row: int, column: int) -> Any:
    return sheet.cell(column, row) if form.upright else sheet.cell(row, column)


def _timeless(stream: BytesIO) -> bytes:
    """The workbook without the moment it was made at."""
    out = BytesIO()
    with zipfile.ZipFile(stream) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for entry in made.infolist():
            fixed = zipfile.ZipInfo(entry.filename, _EPOCH)
            fixed.compress_type, fixed.create_system = zipfile.ZIP_DEFLATED, 0
            data = made.read(entry)
            if entry.filename == "docProps/core.xml":
                data = _MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z", data)
            file.writestr(fixed, data)
    return out.getvalue()
