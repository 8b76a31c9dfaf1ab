"""An office through Excel and back: nothing lost, nothing a formula, every fault with its cell."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.follow_up import Evidence, FollowUp
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.memo import Memo, MemoSection, Signer
from ita_desktop.domain.values.office import Office
from ita_desktop.domain.values.risk import Risk
from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.exchange.json_reading import office_of
from ita_desktop.store.exchange.workbook_cells import escaped, joined, pieces, split_lines, unescaped
from ita_desktop.store.exchange.workbook_forms import FORMS
from ita_desktop.store.exchange.workbook_reading import office_in_workbook
from ita_desktop.store.exchange.workbook_writing import READ_FIRST, office_workbook
from ita_desktop.store.untrusted.json_tree import Expected, Fault, JsonFaults, parse
from tests.store.offices import AGENCY, FRAMEWORKS, OFFICE, PLANS

CASES = sorted((Path(__file__).parents[2] / "data" / "cases").glob("*.json"))
Change = Callable[[Any], None]


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """The office in a file, after a change to the workbook that a clerk could make."""

    def write(office: Office, change: Change | None = None) -> Path:
        path = tmp_path / "office.xlsx"
        path.write_bytes(office_workbook(office, FRAMEWORKS))
        if change:
            book = openpyxl.load_workbook(path)
            change(book)
            book.save(path)
        return path

    return write


def faults(path: Path, frameworks: Mapping[int, Framework] = FRAMEWORKS) -> tuple[Fault, ...]:
    with pytest.raises(JsonFaults) as caught:
        office_in_workbook(path, frameworks)
    return caught.value.faults


def cell(sheet: Any, key: str, row: int = 3) -> Any:
    """The cell under a key."""
    keys = {one.value: one.column for one in sheet[2]}
    return sheet.cell(row, keys[key])


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_case_through_excel_is_the_same_office(
    case: Path, frameworks: Mapping[int, Framework], tmp_path: Path
) -> None:
    office = office_of(parse(case), frameworks)
    path = tmp_path / "a.xlsx"
    path.write_bytes(office_workbook(office, frameworks))
    back = office_in_workbook(path, frameworks)
    assert back == office
    assert [list(year.scores) for year in back.years] == [list(year.scores) for year in office.years]


def test_every_field_goes_out_and_comes_in(workbook: Callable[..., Path]) -> None:
    assert office_in_workbook(workbook(OFFICE), FRAMEWORKS) == OFFICE


def test_what_the_program_lets_stand_empty_comes_back(workbook: Callable[..., Path]) -> None:
    year = FiscalYear(2568)
    bare = Office(
        agency=Agency(type=AgencyType.OTHER, name=""),
        signers=(Signer(id="s1", name=""),),
        years=(Assessment(fiscal_year=FiscalYear(2566)),),
        plans=(
            MeasurePlan(
                fiscal_year=year,
                assessed_year=year,
                measures=(Measure(refs=(), results=(FollowUp(round=6, evidence=(Evidence(title=""),)),)),),
                risks=(Risk(risk=""),),
            ),
        ),
        memos=(Memo(id="m", fiscal_year=year, sections=(MemoSection(),)),),
    )
    assert office_in_workbook(workbook(bare), FRAMEWORKS) == bare


NASTY = (
    "=1+1",
    "+66 2 000 0000",
    "-",
    "@SUM(A1)",
    "'อ้าง",
    " หน้าและหลัง ",
    "ก\tข\nค\r\nง",
    "\x07\x0b\x7f\x85",
    "_x000D_",
    "_x005F_x000D_",
    "\ufffe",
    "🦅" * 3,
    "#N/A",
    "007",
    "<b>&amp;",
)


@pytest.mark.parametrize("text", NASTY)
def test_a_text_stays_what_it_is(text: str, workbook: Callable[..., Path]) -> None:
    measure = Measure(refs=("1",), issue=text, steps=(text, "ข", text))
    office = replace(OFFICE, agency=replace(AGENCY, address=text), plans=(replace(PLANS[0], measures=(measure,)),))
    path = workbook(office)
    assert office_in_workbook(path, FRAMEWORKS) == office


def test_no_cell_is_a_formula(workbook: Callable[..., Path]) -> None:
    office = replace(OFFICE, agency=replace(AGENCY, name="=HYPERLINK(1)", address="@x"))
    book = openpyxl.load_workbook(workbook(office))
    kinds = {one.data_type for sheet in book for row in sheet.iter_rows() for one in row}
    assert "f" not in kinds


@pytest.mark.parametrize("letter", ["ก", "🦅", "=", "\n"])
def test_a_text_that_no_cell_holds_goes_on_in_the_next(letter: str, workbook: Callable[..., Path]) -> None:
    long = letter * 40_000
    measure = Measure(refs=("1",), issue=long, steps=("ก", long))
    office = replace(OFFICE, agency=replace(AGENCY, address=long), plans=(replace(PLANS[0], measures=(measure,)),))
    path = workbook(office)
    assert office_in_workbook(path, FRAMEWORKS) == office
    sheet = openpyxl.load_workbook(path)["มาตรการ"]
    assert cell(sheet, "issue+2").value
    assert all(len(str(one.value or "").encode("utf-16-le")) <= 2 * 32_767 for row in sheet.iter_rows() for one in row)


@given(st.lists(st.text(st.sampled_from("ก\n⏎\\ \t"), max_size=5), max_size=4))
def test_a_list_is_lines_of_a_cell_and_back(entries: list[str]) -> None:
    assert (split_lines(joined(entries)) if entries else []) == entries


@example("_x0000\r")
@given(st.text(st.sampled_from("ก_x0D\r\x00f5F\ufffe")))
def test_escapes_come_back(text: str) -> None:
    assert unescaped(escaped(text)) == text


def test_pieces_never_part_a_character() -> None:
    assert list(pieces("a🦅b", 2)) == ["a", "🦅", "b"]
    assert list(pieces("", 2)) == [""]


def test_a_clerk_can_read_it(workbook: Callable[..., Path]) -> None:
    book = openpyxl.load_workbook(workbook(OFFICE))
    assert book.sheetnames == [READ_FIRST, *(form.title for form in FORMS)]
    scores = book["คะแนน"]
    assert [one.value for one in scores[1]] == ["ปีงบประมาณ", "รหัส", "ตัวชี้วัด ข้อคำถาม หรือข้อเปิดเผย", "คะแนน"]
    assert [one.value for one in scores[3]] == [2567, "1", "ตัวชี้วัด 1", 99.5]
    assert scores.freeze_panes == "A3"
    assert scores["D3"].number_format == "0.00"
    results = book["ผลการดำเนินการ"]
    assert cell(results, "status").value == "ดำเนินการแล้ว"
    assert isinstance(cell(results, "date").value, datetime)
    assert cell(book["มาตรการ"], "steps").value == "๑. แจ้งเวียน\n๒. รายงาน"
    assert cell(book["มาตรการ"], "steps").alignment.wrap_text


def test_the_same_office_gives_the_same_bytes() -> None:
    assert office_workbook(OFFICE, FRAMEWORKS) == office_workbook(OFFICE, FRAMEWORKS)


def put(title: str, key: str, value: object, row: int = 3) -> Change:
    def change(book: Any) -> None:
        cell(book[title], key, row).value = value

    return change


@pytest.mark.parametrize("typed", ["๙๘.๕๐", "98,5", 98.5, 98.50000000000001, " 98.5 "])
def test_a_score_is_understood_however_it_is_typed(typed: object, workbook: Callable[..., Path]) -> None:
    office = office_in_workbook(workbook(OFFICE, put("คะแนน", "score", typed)), FRAMEWORKS)
    assert office.years[0].scores["1"] == Decimal("98.5")


@pytest.mark.parametrize("typed", ["๒๕๖๗", "2567", 2567.0])
def test_a_year_is_understood_however_it_is_typed(typed: object, workbook: Callable[..., Path]) -> None:
    assert office_in_workbook(workbook(OFFICE, put("คะแนน", "fiscal_year", typed)), FRAMEWORKS) == OFFICE


def test_what_excel_makes_of_typing_is_understood(workbook: Callable[..., Path]) -> None:
    def change(book: Any) -> None:
        cell(book["มาตรการ"], "from").value = datetime(2024, 10, 1)  # noqa: DTZ001 - as Excel keeps 2024-10
        cell(book["มาตรการ"], "follow_up_rounds").value = "๖ ๑๒"
        cell(book["มาตรการ"], "refs").value = 9.3
        cell(book["ผลทางการ"], "announced").value = "๒๐๒๔-๐๗-๓๐"
        cell(book["ผลทางการ"], "rank_in_type").value = "๒,๙๙๑"
        cell(book["ส่วนของบันทึก"], "score_list", 4).value = True
        book["หน่วยงาน"]["C1"].value = "sao"

    office = office_in_workbook(workbook(OFFICE, change), FRAMEWORKS)
    measure = office.plans[0].measures[0]
    assert (measure.period_from, measure.follow_up_rounds, measure.refs) == ("2024-10", (6, 12), ("9.3",))
    assert office.years[0].official.announced == date(2024, 7, 30)
    assert office.years[0].official.rank_in_type == 2991
    assert office.memos[0].sections[1].score_list
    assert office.agency.type is AgencyType.SUBDISTRICT


@pytest.mark.parametrize(
    ("change", "place", "value", "expected"),
    [
        (put("คะแนน", "score", 100.01), "คะแนน!D3", "100.01", Expected.SCORE),
        (put("คะแนน", "score", "เก้าสิบ"), "คะแนน!D3", '"เก้าสิบ"', Expected.SCORE),
        (put("คะแนน", "ref", "99"), "คะแนน!B3", '"99"', Expected.REF),
        (put("คะแนน", "ref", "8"), "คะแนน!B4", '"8"', Expected.ONLY_ONCE),
        (put("คะแนน", "fiscal_year", "2500x"), "คะแนน!A3", '"2500x"', Expected.WHOLE_NUMBER),
        (put("ผลทางการ", "announced", "30/13/2567"), "ผลทางการ!J3", '"30/13/2567"', Expected.DATE),
        (put("ผลทางการ", "OIT", -1), "ผลทางการ!H3", "-1", Expected.SCORE),
        (put("ผู้ลงนาม", "id", None, 4), "ผู้ลงนาม!A4", "null", Expected.PRESENT),
        (put("แผน", "prepared_by", "s9"), "แผน!E3", '"s9"', Expected.SIGNER),
        (put("มาตรการ", "plan", 2599), "มาตรการ!A3", "2599", Expected.PARENT),
        (put("มาตรการ", "measure", 2), "มาตรการ!B4", "2", Expected.ONLY_ONCE),
        (put("มาตรการ", "from", "ต้นปี"), "มาตรการ!M3", '"ต้นปี"', Expected.MONTH),
        (put("มาตรการ", "follow_up_rounds", "6, 7"), "มาตรการ!P3", "7", Expected.ONE_OF),
        (put("ผลการดำเนินการ", "measure", 9), "ผลการดำเนินการ!B3", "9", Expected.PARENT),
        (put("ผลการดำเนินการ", "status", "เสร็จ"), "ผลการดำเนินการ!J3", '"เสร็จ"', Expected.ONE_OF),
        (put("ผลการดำเนินการ", "output", datetime(2024, 1, 2)), "ผลการดำเนินการ!H3", '"2024-01-02"', Expected.TEXT),  # noqa: DTZ001
        (put("หลักฐาน", "result", 7), "หลักฐาน!C3", "7", Expected.PARENT),
        (put("ความเสี่ยง", "impact", "๖"), "ความเสี่ยง!E3", "6", Expected.WHOLE_NUMBER),
        (put("ส่วนของบันทึก", "memo", "x"), "ส่วนของบันทึก!A3", '"x"', Expected.PARENT),
        (put("ส่วนของบันทึก", "score_list", "อาจจะ"), "ส่วนของบันทึก!E3", '"อาจจะ"', Expected.ONE_OF),
        (lambda book: book["หน่วยงาน"].__setitem__("C1", "บริษัท"), "หน่วยงาน!C1", '"บริษัท"', Expected.ONE_OF),
        (lambda book: book["คะแนน"].__setitem__("E2", "grade"), "คะแนน!E2", '"grade"', Expected.KNOWN_KEY),
        (lambda book: book.remove(book["ความเสี่ยง"]), "ความเสี่ยง", "null", Expected.SHEET),
        (lambda book: book["แผน"].delete_rows(2), "แผน", "null", Expected.KEY_ROW),
        (lambda book: book["มาตรการ"].delete_cols(9), "มาตรการ", '"steps"', Expected.COLUMN),
    ],
)
def test_a_fault_names_the_cell_and_the_value(
    change: Change, place: str, value: str, expected: Expected, workbook: Callable[..., Path]
) -> None:
    found = faults(workbook(OFFICE, change))
    assert (place, value, expected) in {(one.path, one.value, one.expected) for one in found}


def test_rows_may_be_sorted_and_sheets_added(workbook: Callable[..., Path]) -> None:
    def change(book: Any) -> None:
        sheet = book["มาตรการ"]
        rows = [[one.value for one in row] for row in sheet.iter_rows(min_row=3)]
        for n, row in enumerate(reversed(rows), start=3):
            for at, value in enumerate(row, start=1):
                sheet.cell(n, at).value = value
        sheet.insert_rows(1)
        sheet["A1"] = "มาตรการของเรา"
        book.create_sheet("ของฉัน")["A1"] = 1

    plan = office_in_workbook(workbook(OFFICE, change), FRAMEWORKS).plans[0]
    assert [measure.refs for measure in plan.measures] == [("1",), ("e4", "e5")]
    assert plan.measures[1].results == OFFICE.plans[0].measures[0].results


def test_scores_of_a_new_year_begin_it(workbook: Callable[..., Path]) -> None:
    office = office_in_workbook(workbook(OFFICE, put("คะแนน", "fiscal_year", 2568)), FRAMEWORKS)
    assert [int(year.fiscal_year) for year in office.years] == [2567, 2566, 2568]
    assert office.years[2].scores == {"1": Decimal("99.5")}


def test_all_faults_are_told_at_once(workbook: Callable[..., Path]) -> None:
    def change(book: Any) -> None:
        put("คะแนน", "score", 101)(book)
        put("ความเสี่ยง", "impact", 9)(book)
        put("ผลการดำเนินการ", "status", "?")(book)

    assert {one.path for one in faults(workbook(OFFICE, change))} == {"คะแนน!D3", "ความเสี่ยง!E3", "ผลการดำเนินการ!J3"}


def test_another_workbook_is_told_which_sheets_it_needs(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    path = tmp_path / "x.xlsx"
    book.save(path)
    assert {one.expected for one in faults(path)} == {Expected.SHEET}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", b"{}"])
def test_what_is_no_workbook_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(data)
    with pytest.raises(StoreError) as caught:
        office_in_workbook(path, FRAMEWORKS)
    assert caught.value.trouble in (StoreErrorCode.NOT_TABLE, StoreErrorCode.BAD_ZIP)


def test_a_formula_counts_as_the_value_excel_kept(workbook: Callable[..., Path]) -> None:
    found = faults(workbook(OFFICE, put("ผู้ลงนาม", "id", '="s"&1')))
    assert ("ผู้ลงนาม!A3", Expected.PRESENT) in {(one.path, one.expected) for one in found}


@pytest.mark.slow
def test_a_workbook_saved_by_libreoffice_is_the_same_office(workbook: Callable[..., Path], tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None or not (Path(soffice).resolve().parent / "libsclo.so").exists():
        pytest.skip("LibreOffice Calc is not installed (Debian: libreoffice-calc)")
    out = tmp_path / "saved"
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(out),
            str(workbook(OFFICE)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert office_in_workbook(out / "office.xlsx", FRAMEWORKS) == OFFICE


def test_names_of_indicators_help_the_reader_and_are_not_read(workbook: Callable[..., Path]) -> None:
    def change(book: Any) -> None:
        for row in book["คะแนน"].iter_rows(min_row=3):
            row[2].value = "ชื่ออื่น"

    assert office_in_workbook(workbook(OFFICE, change), FRAMEWORKS) == OFFICE
    assert BytesIO(office_workbook(OFFICE, {})).read(2) == b"PK"


@pytest.mark.parametrize(
    "typed", ["30/7/2567", "๓๐ ก.ค. ๖๗", "2024-07-30", "30/7/2024", "30-ก.ค.-67", date(2024, 7, 30), date(2567, 7, 30)]
)
def test_a_day_is_taken_as_people_type_it(workbook: Callable[..., Path], typed: object) -> None:
    office = office_in_workbook(workbook(OFFICE, put("ผลทางการ", "announced", typed)), FRAMEWORKS)
    assert office.years[0].official.announced == date(2024, 7, 30)


@pytest.mark.parametrize("typed", ["31/6/2567", "30/7/3110", date(2568, 2, 29)])
def test_a_day_that_there_is_not_is_not_guessed(workbook: Callable[..., Path], typed: object) -> None:
    with pytest.raises(JsonFaults):
        office_in_workbook(workbook(OFFICE, put("ผลทางการ", "announced", typed)), FRAMEWORKS)
