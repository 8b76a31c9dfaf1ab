"""The clipboard, CSV and text files, web pages, and the workbooks of other programs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ita_desktop.domain.recognition.content import Content, FileKind
from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.foreign.old_word import PROGRAM
from ita_desktop.store.foreign.reading import read_clipboard, read_file
from tests.store.foreign.made import zipped

FOREIGN = Path(__file__).parents[2] / "data" / "foreign"


def cells(content: Content) -> list[list[tuple[int, int, bool, str]]]:
    return [[(c.column, c.span, c.continues, c.text) for c in row] for row in content.tables[0].rows]


def test_tabs_of_the_clipboard_are_a_table_between_paragraphs() -> None:
    content = read_clipboard('ผลปี 2567\r\nที่\tตัวชี้วัด\tคะแนน\r\n1\t"การปฏิบัติ\nหน้าที่"\t91.27\r\n\r\nหมายเหตุ\r\n')
    assert content.kind is FileKind.CLIPBOARD
    assert [x.text for x in content.paragraphs] == ["ผลปี 2567", "หมายเหตุ"]
    assert content.tables[0].grid() == (("ที่", "ตัวชี้วัด", "คะแนน"), ("1", "การปฏิบัติ\nหน้าที่", "91.27"))


def test_html_of_the_clipboard_tells_merged_cells() -> None:
    html = (
        "Version:0.9\r\nStartHTML:1\r\n<html><style>td{x}</style><table><tr><td rowspan=2>ที่</td><td colspan='2'>"
        "<b>คะแนน</b></td></tr><tr><td>IIT</td><td>EIT<br>ส่วน&nbsp;1</td></tr><tr><td>1<td>90<td>"
        "<input type=checkbox checked> มี</table><script>x()</script>"
    )
    content = read_clipboard("ที่\tคะแนน", html)
    assert cells(content) == [
        [(0, 1, False, "ที่"), (1, 2, False, "คะแนน")],
        [(0, 1, True, ""), (1, 1, False, "IIT"), (2, 1, False, "EIT\nส่วน 1")],
        [(0, 1, False, "1"), (1, 1, False, "90"), (2, 1, False, "☑ มี")],
    ]
    assert content.tables[0].rows[0][1].lines[0].bold


def test_html_without_a_table_gives_way_to_the_text() -> None:
    assert [x.text for x in read_clipboard("ก\nข", "<p>ก<p>ข").paragraphs] == ["ก", "ข"]


def test_a_table_in_a_table_of_a_page() -> None:
    content = read_clipboard("", "<table><tr><td>นอก<table><tr><td>ใน</table></table>")
    assert content.tables[0].rows[0][0].tables[0].grid() == (("ใน",),)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_tables_of_text_in_every_way(tmp_path: Path, separator: str, letters: str) -> None:
    rows = [["ที่", "ตัวชี้วัด", "คะแนน"], ["1", "การปฏิบัติหน้าที่", "91.27"], ["", "รวม", "90"]]
    text = "ผลการประเมิน\n" + "\n".join(separator.join(row) for row in rows)
    (tmp_path / "a.txt").write_bytes(text.encode(letters))
    content = read_file(tmp_path / "a.txt")
    assert content.kind is FileKind.CSV
    assert content.tables[0].grid()[1:] == tuple(map(tuple, rows))


def test_prose_is_no_table() -> None:
    content = read_file(FOREIGN / "13-prose.txt")
    assert content.tables == ()
    assert len(content.paragraphs) == 1


def test_the_inputs_of_offices() -> None:
    for name in ("41-own-scores-cp874.csv", "41-own-scores-utf8-bom.csv"):
        grid = read_file(FOREIGN / name).tables[0].grid()
        assert len(grid) == 11
        assert grid[1][-1].replace(".", "").isdecimal()
    assert len(read_file(FOREIGN / "two-year-table.tsv").tables) == 1


def test_an_open_document_says_what_its_cells_show(tmp_path: Path) -> None:
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("t", "table"), ("x", "text"), ("o", "office"))
    )
    rows = (
        '<t:table-row t:number-rows-repeated="2"><t:table-cell t:number-columns-repeated="1024"/></t:table-row>'
        '<t:table-row><t:table-cell t:number-rows-spanned="2"><x:p>ที่</x:p></t:table-cell>'
        '<t:table-cell t:number-columns-spanned="2"><x:p>คะ<x:span>แนน</x:span><x:s x:c="2"/>ITA</x:p></t:table-cell>'
        "<t:covered-table-cell/></t:table-row>"
        '<t:table-row><t:covered-table-cell/><t:table-cell o:value-type="percentage" o:value="0.8393">'
        "<o:annotation><x:p>หมายเหตุ</x:p></o:annotation><x:p>83.93%</x:p></t:table-cell>"
        '<t:table-cell o:value-type="date" o:date-value="2024-10-18T00:00:00"><x:p>18 ต.ค. 67</x:p></t:table-cell>'
        '<t:table-cell t:formula="of:=SUM([.A1])"/></t:table-row>'
    )
    content = f'<d {spaces}><t:table t:name="คะแนน">{rows}</t:table></d>'
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content,
    }
    found = read_file(zipped(tmp_path / "a.ods", parts))
    assert (found.tables[0].name, found.tables[0].first_row) == ("คะแนน", 3)
    assert cells(found) == [
        [(0, 1, False, "ที่"), (1, 2, False, "คะแนน  ITA")],
        [(0, 1, True, ""), (1, 1, False, "83.93%"), (2, 1, False, "2024-10-18")],
    ]
    assert found.uncomputed == ("คะแนน!D4",)


def test_an_old_workbook_has_all_its_sheets() -> None:
    content = read_file(FOREIGN / "42-program-workbook-saved-as.xls")
    assert [table.name for table in content.tables][:5] == ["อ่านก่อน", "หน่วยงาน", "ผู้ลงนาม", "ผลทางการ", "คะแนน"]


def test_a_broken_old_workbook_is_refused(tmp_path: Path) -> None:
    data = (FOREIGN / "42-program-workbook-saved-as.xls").read_bytes()
    (tmp_path / "a.xls").write_bytes(data[:512] + b"\xff" * 2000 + data[2512:])
    with pytest.raises(StoreError) as told:
        read_file(tmp_path / "a.xls")
    assert told.value.trouble is StoreErrorCode.NOT_WORKBOOK


@pytest.mark.parametrize(("suffix", "trouble"), [("doc", StoreErrorCode.OLD_DOC), ("rtf", StoreErrorCode.OLD_RTF)])
def test_old_texts_say_how_to_save_them(suffix: str, trouble: StoreErrorCode, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(StoreError) as told:
        read_file(FOREIGN / f"m1-plan-merged-rows.{suffix}")
    assert told.value.trouble is trouble


@pytest.mark.skipif(shutil.which(PROGRAM) is None, reason="LibreOffice (soffice) is not installed")
def test_rtf_is_read_through_libreoffice() -> None:
    table = read_file(FOREIGN / "m1-plan-merged-rows.rtf").tables[0]
    same = read_file(FOREIGN / "m1-plan-merged-rows.docx").tables[0]
    assert [[c.continues for c in row] for row in table.rows] == [[c.continues for c in row] for row in same.rows]
    assert table.grid()[1][0] == same.grid()[1][0]


@pytest.mark.skipif(shutil.which(PROGRAM) is None, reason="LibreOffice (soffice) is not installed")
def test_a_doc_whose_tables_libreoffice_loses_is_refused() -> None:
    with pytest.raises(StoreError) as told:
        read_file(FOREIGN / "m1-plan-merged-rows.doc")
    assert told.value.trouble is StoreErrorCode.OLD_DOC_FAILED
