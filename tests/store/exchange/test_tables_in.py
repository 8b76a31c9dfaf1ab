import io
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.exchange import tables_in
from ita_desktop.store.exchange.tables_in import is_broken, read_csv, read_xlsx

TEXT = 'ตัวชี้วัด,คะแนน\r\n"เนื้อหา, ""เธอ""",83.31\r\n\r\nสุดท้าย,\r\n,\r\n'
ROWS = (("ตัวชี้วัด", "คะแนน"), ('เนื้อหา, "เธอ"', "83.31"), (), ("สุดท้าย",))


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_thai_in_every_way_of_writing(tmp_path: Path, letters: str) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(TEXT.encode(letters))
    table = read_csv(file)
    assert table.rows == ROWS
    assert table.letters == letters.removesuffix("-sig")


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_other_separators(tmp_path: Path, separator: str) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f'"ก,ข"{separator}ค\n1{separator}2\n', encoding="utf-8")
    assert read_csv(file).rows == (("ก,ข", "ค"), ("1", "2"))
    file.write_text(f"sep={separator}\nก{separator}ค\n", encoding="utf-8")
    assert read_csv(file).rows == (("ก", "ค"),)


def test_an_empty_file_has_no_rows(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"")
    assert read_csv(tmp_path / "a.csv").rows == ()


def test_mojibake_is_noticed_and_thai_is_not_taken_for_it() -> None:
    thai = "การดำเนินงาน เธอและเนื้อหา เนติบัณฑิต เนกไท เธียร เนยแข็ง เน้น"
    assert not is_broken(thai * 50)
    assert is_broken(thai.encode().decode("cp874", "replace"))
    assert is_broken(thai.encode().decode("latin-1"))
    assert not is_broken("plain, text 1,2,3")


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        ("คะแนนการประเมิน\n".encode()[:-2], StoreErrorCode.LETTERS),
        (("คะแนน,ธนา" * 9).encode().decode("latin-1").encode(), StoreErrorCode.LETTERS),
        (b"a,b\0c\n", StoreErrorCode.NOT_TABLE),
        ("ก,ข\n".encode("utf-16-le"), StoreErrorCode.NOT_TABLE),
        (b'"' + b"x" * 200_000 + b'"', StoreErrorCode.NOT_TABLE),
        (b"x" * 40_000, StoreErrorCode.TOO_BIG),
        (b"," * 400 + b"x\n", StoreErrorCode.TOO_BIG),
        (b"x\n" * 20_001, StoreErrorCode.TOO_BIG),
        (b'"never closed', StoreErrorCode.NOT_TABLE),
    ],
    ids=["cut", "mojibake", "nul", "utf16", "endless", "long", "wide", "deep", "quote"],
)
def test_a_csv_that_cannot_be_taken_says_why(tmp_path: Path, data: bytes, trouble: StoreErrorCode) -> None:
    (tmp_path / "a.csv").write_bytes(data)
    with pytest.raises(StoreError) as caught:
        read_csv(tmp_path / "a.csv")
    assert caught.value.trouble == trouble


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        read_csv(tmp_path / "a.csv")
    assert caught.value.trouble == StoreErrorCode.MISSING


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "คะแนน"
    sheet.append(["ตัวชี้วัด", 83.31, 12, True, date(2024, 1, 2)])
    sheet.append([])
    sheet.append(["=1+1", None, "MARK"])
    made.create_sheet("ว่าง")
    made.save(tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


def test_a_workbook(book: Path) -> None:
    first, second = read_xlsx(book)
    assert first.name == "คะแนน"
    assert first.rows[0] == ("ตัวชี้วัด", Decimal("83.31"), Decimal(12), True, date(2024, 1, 2))
    assert first.rows[1] == ()
    assert first.rows[2][0] != "=1+1"
    assert (second.name, second.rows) == ("ว่าง", ())


def rewritten(book: Path, change: Callable[[str, bytes], bytes], extra: dict[str, bytes] | None = None) -> Path:
    target = book.with_name("b.xlsx")
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in source.namelist():
            packed.writestr(name, change(name, source.read(name)))
        for name, data in (extra or {}).items():
            packed.writestr(name, data)
    return target


SHEET = "xl/worksheets/sheet1.xml"
XXE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def test_a_workbook_with_entities_is_not_read(book: Path) -> None:
    hostile = rewritten(book, lambda name, data: XXE + data if name == SHEET else data)
    with pytest.raises(StoreError) as caught:
        read_xlsx(hostile)
    assert caught.value.trouble == StoreErrorCode.BAD_ZIP
    hidden = rewritten(
        book,
        lambda name, data: (
            ('<?xml version="1.0" encoding="utf-16"?>' + XXE.decode() + "<x/>").encode("utf-16")
            if name == SHEET
            else data
        ),
    )
    with pytest.raises(StoreError) as caught:
        read_xlsx(hidden)
    assert caught.value.trouble == StoreErrorCode.BAD_ZIP


def test_a_size_that_a_sheet_claims_is_not_believed(book: Path) -> None:
    def claim(name: str, data: bytes) -> bytes:
        return data.replace(b'ref="A1:E3"', b'ref="A1:XFD1048576"') if name == SHEET else data

    assert b"XFD1048576" in zipfile.ZipFile(rewritten(book, claim)).read(SHEET)
    assert len(read_xlsx(rewritten(book, claim))[0].rows) == 3


def test_a_row_far_away_is_too_far(book: Path) -> None:
    far = rewritten(
        book, lambda name, data: data.replace(b'<row r="3"', b'<row r="1048576"') if name == SHEET else data
    )
    with pytest.raises(StoreError) as caught:
        read_xlsx(far)
    assert caught.value.trouble == StoreErrorCode.TOO_BIG


@pytest.mark.parametrize(
    "extra",
    [
        {f"x{n}.xml": b"<x/>" for n in range(300)},
        {"big.xml": bytes(60_000_000)},
        {"swells.xml": b" " * 5_000_000},
        {"../evil.xml": b"<x/>"},
        {"..\\evil.xml": b"<x/>"},
        {"C:\\evil.xml": b"<x/>"},
        {"/evil.xml": b"<x/>"},
        {"xl/CON.xml": b"<x/>"},
        {"XL/WORKBOOK.XML": b"<x/>"},
    ],
    ids=["many", "big", "bomb", "up", "up-windows", "drive", "root", "reserved", "twice"],
)
def test_a_zip_that_no_honest_program_wrote(book: Path, extra: dict[str, bytes]) -> None:
    with pytest.raises(StoreError) as caught:
        read_xlsx(rewritten(book, lambda name, data: data, extra))
    assert caught.value.trouble in (StoreErrorCode.BAD_ZIP, StoreErrorCode.TOO_BIG)


def test_a_zip_that_is_no_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as packed:
        packed.writestr("a.txt", "x")
    with pytest.raises(StoreError) as caught:
        read_xlsx(tmp_path / "a.xlsx")
    assert caught.value.trouble == StoreErrorCode.NOT_TABLE


def test_a_zip_that_lies_about_a_size(book: Path) -> None:
    data = bytearray(book.read_bytes())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as packed:
        at = packed.start_dir
    data[at + 24 : at + 28] = (5).to_bytes(4, "little")
    liar = book.with_name("liar.xlsx")
    liar.write_bytes(data)
    with pytest.raises(StoreError):
        read_xlsx(liar)


@pytest.mark.parametrize("cut", [10, 1000, -100])
def test_a_workbook_that_was_cut(book: Path, cut: int) -> None:
    book.write_bytes(book.read_bytes()[:cut])
    with pytest.raises(StoreError):
        read_xlsx(book)


def test_text_that_is_too_long_for_a_cell(book: Path) -> None:
    long = rewritten(book, lambda name, data: data.replace(b"MARK", b"x" * 40_000))
    with pytest.raises(StoreError) as caught:
        read_xlsx(long)
    assert caught.value.trouble == StoreErrorCode.TOO_BIG
    assert tables_in.MAX_TEXT == 32_767
