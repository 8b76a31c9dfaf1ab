"""The program's own workbook after a clerk's hands: blanks, words around numbers, Thai months, merged years."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.import_export import read_office
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.office import Office
from ita_desktop.store.errors import StoreErrorCode
from ita_desktop.store.exchange.workbook_cells import read
from ita_desktop.store.exchange.workbook_forms import CellKind, Column
from ita_desktop.store.exchange.workbook_reading import office_in_workbook
from ita_desktop.store.exchange.workbook_writing import office_workbook
from ita_desktop.store.untrusted.json_tree import Expected, JsonFaults
from tests.store.offices import FRAMEWORKS, OFFICE

FOREIGN = Path(__file__).parents[2] / "data" / "foreign"


def cell(kind: CellKind, value: object) -> object:
    def noted(*args: object) -> None:
        raise AssertionError(args)

    return read(value, Column(key="x", head="x", kind=kind), noted)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "typed", "meant"),
    [
        (CellKind.WHOLE, "ปี ๒๕๖๕", 2565),
        (CellKind.WHOLE, "ปีงบประมาณ พ.ศ. 2565", 2565),
        (CellKind.WHOLE, "พ.ศ. ๒๕๖๕", 2565),
        (CellKind.WHOLE, "ปีหน้า", "ปีหน้า"),
        (CellKind.CODE, "ตัวชี้วัดที่ 1", "1"),
        (CellKind.CODE, "ตัวชี้วัด ๑๐", "10"),
        (CellKind.CODE, "4.", "4"),
        (CellKind.CODE, "ข้อ i3", "i3"),
        (CellKind.CODE, "9.3", "9.3"),
        (CellKind.MONTH, "พ.ย. 66", "2023-11"),
        (CellKind.MONTH, "พฤศจิกายน ๒๕๖๖", "2023-11"),
        (CellKind.MONTH, "2566-11", "2023-11"),
        (CellKind.MONTH, "11/2566", "2023-11"),
        (CellKind.MONTH, "2023-11", "2023-11"),
        (CellKind.MONTH, "1/11/2566", "2023-11"),
        (CellKind.MONTH, date(2566, 11, 1), "2023-11"),
        (CellKind.MONTH, date(2023, 11, 1), "2023-11"),
        (CellKind.MONTH, "ต้นปี", "ต้นปี"),
        (CellKind.SCORE, "83.93%", Decimal("83.93")),
        (CellKind.SCORE, "83.9300", Decimal("83.93")),
        (CellKind.SCORE, "๘๓.๙๓ คะแนน", Decimal("83.93")),
        (CellKind.SCORE, "\u202a83.93\u202c", Decimal("83.93")),
        (CellKind.SCORE, "83.9312", "83.9312"),
    ],
)
def test_what_a_clerk_types_is_understood(kind: CellKind, typed: object, meant: object) -> None:
    assert cell(kind, typed) == meant


@pytest.mark.parametrize(
    "name",
    ["40-key-trailing-space.xlsx", "40-m-be-date.xlsx", "40-m-word.xlsx", "40-text-pct.xlsx", "40-text-lre.xlsx"],
)
def test_the_workbooks_that_were_refused_are_read(name: str) -> None:
    assert office_in_workbook(FOREIGN / name, FRAMEWORKS).years


def test_a_formula_without_a_value_is_refused_with_its_cell(frameworks: Mapping[int, Framework]) -> None:
    with pytest.raises(JsonFaults) as told:
        office_in_workbook(FOREIGN / "40-formula.xlsx", frameworks)
    assert [(fault.path, fault.expected) for fault in told.value.faults] == [("คะแนน!D3", Expected.COMPUTED)]


def test_a_year_merged_over_its_rows_belongs_to_each(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(BytesIO(office_workbook(OFFICE, FRAMEWORKS)))
    sheet = book["คะแนน"]
    column = next(one.column for one in sheet[2] if one.value == "fiscal_year")
    years = [sheet.cell(row, column).value for row in range(3, sheet.max_row + 1)]
    same = next(n for n, year in enumerate([*years, None]) if year != years[0])
    sheet.merge_cells(start_row=3, start_column=column, end_row=2 + same, end_column=column)
    book.save(tmp_path / "a.xlsx")
    assert same > 1
    back: Office = office_in_workbook(tmp_path / "a.xlsx", FRAMEWORKS)
    assert [year.scores for year in back.years] == [year.scores for year in OFFICE.years]


@pytest.mark.parametrize(
    ("name", "trouble"),
    [
        ("42-program-workbook-saved-as.xls", StoreErrorCode.OLD_WORKBOOK),
        ("m1-plan-merged-rows.docx", StoreErrorCode.NOT_WORKBOOK),
        ("m1-plan-merged-rows.pdf", StoreErrorCode.NOT_WORKBOOK),
    ],
)
def test_a_wrong_kind_is_named_with_the_way_out(name: str, trouble: StoreErrorCode) -> None:
    with pytest.raises(WorkspaceError) as told:
        read_office(FOREIGN / name, FRAMEWORKS)
    assert told.value.code is trouble
    assert ".xlsx" in str(told.value)
