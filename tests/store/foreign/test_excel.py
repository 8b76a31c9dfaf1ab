"""Workbooks of others: merged cells, dates, what a cell shows, formulas without a value."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_desktop.domain.recognition.content import Content, FileKind
from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.foreign.reading import read_file
from ita_desktop.store.foreign.shown_values import format_of, shown
from tests.store.foreign.made import excel

FOREIGN = Path(__file__).parents[2] / "data" / "foreign"


def cells(content: Content) -> list[list[tuple[int, int, bool, str]]]:
    return [[(c.column, c.span, c.continues, c.text) for c in row] for row in content.tables[0].rows]


def t(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def test_merged_cells_belong_to_their_first(tmp_path: Path) -> None:
    rows = f'<row r="3">{t("A3", "ที่")}{t("B3", "คะแนน")}</row><row r="4">{t("B4", "IIT")}{t("C4", "EIT")}</row>'
    merged = '<mergeCells><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/></mergeCells>'
    content = read_file(excel(tmp_path / "a.xlsx", rows, after=merged))
    assert (content.kind, content.tables[0].name, content.tables[0].first_row) == (FileKind.WORKBOOK, "คะแนน", 3)
    assert cells(content) == [
        [(0, 1, False, "ที่"), (1, 2, False, "คะแนน")],
        [(0, 1, True, ""), (1, 1, False, "IIT"), (2, 1, False, "EIT")],
    ]


def test_a_formula_without_a_value_is_named(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><f>SUM(B1:B3)</f></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="str"><f>""</f><v/></c>'
    )
    content = read_file(excel(tmp_path / "a.xlsx", rows + "</row>"))
    assert content.uncomputed == ("คะแนน!A1",)
    assert cells(content) == [[(1, 1, False, "2")]]


def test_shared_strings_with_runs_and_ticks(tmp_path: Path) -> None:
    styles = '<fonts><font><name val="Tahoma"/></font><font><name val="Wingdings"/></font></fonts>'
    styles += '<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>'
    strings = ("<r><t>ตัวชี้</t></r><r><t>วัด</t></r><rPh><t>x</t></rPh>", "<t>þ</t>", "<t>ก_x000D_\nข</t>")
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'
    content = read_file(excel(tmp_path / "a.xlsx", rows, strings=strings, styles=styles))
    assert cells(content) == [[(0, 1, False, "ตัวชี้วัด"), (1, 1, False, "☑"), (2, 1, False, "ก\nข")]]


@pytest.mark.parametrize(
    ("value", "number", "code", "wanted"),
    [
        (83.93000000000001, 0, "", "83.93"),
        (0.8393, 10, "", "83.93%"),
        (83.9312, 2, "", "83.93"),
        (90.765, 0, "0.00", "90.77"),
        (12500.0, 4, "", "12,500.00"),
        (45583.0, 14, "", "2024-10-18"),
        (243909.0, 14, "", "2567-10-18"),
        (45231.0, 17, "", "พ.ย. 2566"),
        (45231.0, 0, "[$-107041E]d mmm yyyy;@", "2023-11-01"),
        (45231.0, 0, "[$-41E]mmm\\-yy", "พ.ย. 2566"),
        (0.4375, 20, "", "10:30"),
        (5.0, 0, '0" เครื่อง"', "5"),
        (7.5, 0, "t0.00", "7.50"),
        (-3.0, 0, "General", "-3"),
        (1e20, 0, "", "100000000000000000000"),
        (9e9, 14, "", "9000000000"),
    ],
)
def test_a_cell_says_what_it_shows(value: float, number: int, code: str, wanted: str) -> None:
    assert shown(value, format_of(number, code)) == wanted


def test_days_of_the_older_calendar_of_macs(tmp_path: Path) -> None:
    styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    book = '<workbookPr date1904="1"/>'
    content = read_file(
        excel(tmp_path / "a.xlsx", '<row r="1"><c r="A1"><v>44121</v></c></row>', styles=styles, book=book)
    )
    assert cells(content) == [[(0, 1, False, "2024-10-18")]]


def test_the_inputs_of_offices() -> None:
    content = read_file(FOREIGN / "40-foreign.xlsx")
    assert content.tables[0].grid()[:3] == (
        ("ที่", "ตัวชี้วัด", "คะแนน"),
        ("1", "การปฏิบัติหน้าที่", "90"),
        ("2", "การใช้งบประมาณ", "90.5"),
    )
    assert read_file(FOREIGN / "40-formula.xlsx").uncomputed == ("คะแนน!D3",)


def test_too_many_cells_are_refused(tmp_path: Path) -> None:
    row = "".join('<c t="b"><v>1</v></c>' for _ in range(250))
    rows = "".join(f"<row>{row}</row>" for _ in range(4000))
    with pytest.raises(StoreError) as told:
        read_file(excel(tmp_path / "a.xlsx", rows))
    assert told.value.trouble in (StoreErrorCode.TOO_BIG, StoreErrorCode.TOO_LONG)


def test_a_cell_far_out_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as told:
        read_file(excel(tmp_path / "a.xlsx", f'<row r="1048576">{t("A1048576", "ไกล")}</row>'))
    assert told.value.trouble is StoreErrorCode.TOO_BIG
