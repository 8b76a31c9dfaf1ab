"""Word files as offices have them: merged and repeated rows, Word's own numbers, ticks, text boxes, tracked changes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from ita_desktop.domain.recognition.content import Content, FileCell, FileKind, Table
from ita_desktop.store.foreign.reading import read_file
from ita_desktop.store.foreign.word_lists import written
from tests.store.foreign.made import level, listed, lists, p, tbl, tc, tr, word


def texts(content: Content) -> list[str]:
    return [paragraph.text for paragraph in content.paragraphs]


def cells(table: Table) -> list[list[tuple[int, int, bool, str]]]:
    return [[(c.column, c.span, c.continues, c.text) for c in row] for row in table.rows]


def run(inner: str) -> str:
    return f"<w:p><w:r>{inner}</w:r></w:p>"


def sym(char: str, font: str = "Wingdings") -> str:
    return f'<w:sym w:font="{font}" w:char="{char}"/>'


def test_text_keeps_tabs_breaks_and_signs(tmp_path: Path) -> None:
    body = run("<w:t>ที่ ดส</w:t><w:tab/><w:t>วันที่</w:t><w:br/><w:t>๗๑๙๐๑.4(1)/</w:t><w:noBreakHyphen/><w:t>๒</w:t>")
    content = read_file(word(tmp_path / "a.docx", body + run('<w:br w:type="page"/><w:t>ต่อ</w:t>')))
    assert content.kind is FileKind.WORD
    assert texts(content) == ["ที่ ดส\tวันที่\n๗๑๙๐๑.4(1)/-๒", "ต่อ"]


def test_style_centre_and_bold_are_told(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:jc w:val="center"/></w:pPr>'
        '<w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="หัวเรื่อง"/>'
        '<w:basedOn w:val="1"/></w:style><w:style w:type="paragraph" w:default="1" w:styleId="0">'
        '<w:name w:val="Normal"/></w:style>'
    )
    head = p("หัว", '<w:pStyle w:val="2"/>')
    thin = p("บาง", '<w:pStyle w:val="2"/><w:jc w:val="left"/>', '<w:b w:val="0"/>')
    thai = p("หนา", "", "<w:bCs/>")
    content = read_file(word(tmp_path / "a.docx", head + thin + thai, styles=styles))
    lines = [(x.line.style, x.line.centred, x.line.bold) for x in content.paragraphs]
    assert lines == [("หัวเรื่อง", True, True), ("หัวเรื่อง", False, False), ("Normal", False, True)]


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("thaiNumbers", ["๑)", "๒)", "๓)"]),
        ("thaiLetters", ["ก)", "ข)", "ค)"]),
        ("decimal", ["1)", "2)", "3)"]),
        ("lowerRoman", ["i)", "ii)", "iii)"]),
        ("upperLetter", ["A)", "B)", "C)"]),
        ("none", ["", "", ""]),
    ],
)
def test_numbers_that_word_counts_stand_before_the_text(tmp_path: Path, form: str, wanted: list[str]) -> None:
    body = "".join(listed(text) for text in ("ร่าง", "ประกาศ", "รายงาน"))
    content = read_file(word(tmp_path / "a.docx", body, numbering=lists(level(form, "%1)"))))
    assert [x.line.label for x in content.paragraphs] == wanted
    assert [x.line.text for x in content.paragraphs] == ["ร่าง", "ประกาศ", "รายงาน"]


def test_thai_letters_leave_out_those_that_are_not_used() -> None:
    assert [written(n, "thaiLetters") for n in (3, 4, 5, 41, 42)] == ["ค", "ง", "จ", "ฮ", "กก"]


def test_levels_begin_again_below_a_higher_one(tmp_path: Path) -> None:
    numbering = lists(level("thaiNumbers", "%1."), level("thaiNumbers", "%1.%2", at=1), level("bullet", "-", at=2))
    body = "".join(listed("ก", level=at) for at in (0, 1, 1, 2, 0, 1))
    content = read_file(word(tmp_path / "a.docx", body, numbering=numbering))
    assert [x.line.label for x in content.paragraphs] == ["๑.", "๑.๑", "๑.๒", "-", "๒.", "๒.๑"]
    assert [x.line.level for x in content.paragraphs] == [0, 1, 1, 2, 0, 1]


def test_a_list_that_starts_anew_and_one_that_counts_on(tmp_path: Path) -> None:
    anew = '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    anew += '</w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    body = listed("a") + listed("b") + p("x") + listed("c", 2) + listed("d", 2) + listed("e", 3)
    content = read_file(word(tmp_path / "a.docx", body, numbering=lists(level("decimal", "%1.")) + anew))
    assert [x.line.label for x in content.paragraphs] == ["1.", "2.", "", "1.", "2.", "3."]


def test_numbers_of_a_style_and_numbers_taken_away(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    own = '<w:pStyle w:val="L"/>'
    body = p("ก", own) + p("ไม่นับ", own + '<w:numPr><w:numId w:val="0"/></w:numPr>') + p("", own) + p("ข", own)
    file = word(tmp_path / "a.docx", body, numbering=lists(level("thaiNumbers", "(%1)")), styles=styles)
    assert [x.line.label for x in read_file(file).paragraphs] == ["(๑)", "", "", "(๒)"]


def test_bullets_of_symbol_fonts_are_bullets(tmp_path: Path) -> None:
    numbering = lists(level("bullet", "\uf0b7", font="Symbol"), level("bullet", "\uf0d8", at=1, font="Wingdings"))
    content = read_file(word(tmp_path / "a.docx", listed("ก") + listed("ข", level=1), numbering=numbering))
    assert [x.line.label for x in content.paragraphs] == ["•", "➢"]


def test_merged_cells_widths_and_a_head_typed_again(tmp_path: Path) -> None:
    head = tr(tc("ตัวชี้วัด"), tc("มาตรการ", span=2), tc("ผล", span=3))
    table = tbl(
        head,
        tr(tc("๑", merge="restart"), tc("ก", span=2), tc("ดี", span=3)),
        tr(tc("", merge="on"), tc("ข"), tc("ค", span=2), tc("พอใช้", span=2)),
        tr(tc("ส่วนที่ ๒", span=6)),
        head,
        grid=(1000, 500, 500, 500, 500, 500),
    )
    (found,) = read_file(word(tmp_path / "a.docx", table)).tables
    assert cells(found) == [
        [(0, 1, False, "ตัวชี้วัด"), (1, 2, False, "มาตรการ"), (3, 3, False, "ผล")],
        [(0, 1, False, "๑"), (1, 2, False, "ก"), (3, 3, False, "ดี")],
        [(0, 1, True, ""), (1, 1, False, "ข"), (2, 2, False, "ค"), (4, 2, False, "พอใช้")],
        [(0, 6, False, "ส่วนที่ ๒")],
        [(0, 1, False, "ตัวชี้วัด"), (1, 2, False, "มาตรการ"), (3, 3, False, "ผล")],
    ]


def test_without_spans_the_columns_are_told_by_width(tmp_path: Path) -> None:
    table = tbl(
        tr(tc("ก", width=1000), tc("ข", width=2000), tc("ค", width=1000)),
        tr(tc("รวม", width=3010), tc("ง", width=990)),
        grid=(1000, 2000, 1000),
    )
    (found,) = read_file(word(tmp_path / "a.docx", table)).tables
    assert cells(found)[1] == [(0, 2, False, "รวม"), (2, 1, False, "ง")]


def test_a_row_may_begin_in_the_second_column(tmp_path: Path) -> None:
    table = tbl(tr(tc("ก"), tc("ข")), tr(tc("ค"), properties='<w:gridBefore w:val="1"/>'), grid=(900, 900))
    (found,) = read_file(word(tmp_path / "a.docx", table)).tables
    assert cells(found)[1] == [(1, 1, False, "ค")]


def test_a_table_in_a_cell_is_kept_in_it(tmp_path: Path) -> None:
    inner = tbl(tr(tc("เดือน"), tc("ผล")), grid=(500, 500))
    table = tbl(tr(tc(p("นอก") + inner + p()), tc("ข")), grid=(1000, 1000))
    (found,) = read_file(word(tmp_path / "a.docx", table)).tables
    cell: FileCell = found.rows[0][0]
    assert cell.text == "นอก"
    assert cells(cell.tables[0]) == [[(0, 1, False, "เดือน"), (1, 1, False, "ผล")]]


def test_lists_in_cells_count_over_the_rows(tmp_path: Path) -> None:
    table = tbl(tr(tc(listed("ก") + listed("ข"))), tr(tc(listed("ค"))), grid=(1000,))
    file = word(tmp_path / "a.docx", table, numbering=lists(level("thaiNumbers", "%1)")))
    (found,) = read_file(file).tables
    assert [c.text for row in found.rows for c in row] == ["๑) ก\n๒) ข", "๓) ค"]


def test_ticks_are_data(tmp_path: Path) -> None:
    typed = '<w:p><w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>þ¨</w:t></w:r></w:p>'
    body = (
        run(sym("F0FE") + "<w:t> มี </w:t>" + sym("F0A8") + "<w:t> ไม่มี</w:t>")
        + run(sym("00FE") + sym("00A8") + sym("F052", "Wingdings 2") + sym("F0A3", "Wingdings 2"))
        + typed
        + run("<w:t>\uf0fe\uf0a8\uf052 ☒</w:t>")
    )
    assert texts(read_file(word(tmp_path / "a.docx", body))) == ["☑มี☐ไม่มี", "☑☐☑☐", "☑☐", "☑☐☑ ☑"]


def test_boxes_of_forms_and_controls_are_ticks(tmp_path: Path) -> None:
    def control(on: str) -> str:
        return (
            f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{on}"/></w14:checkbox></w:sdtPr>'
            "<w:sdtContent><w:r><w:t>?</w:t></w:r></w:sdtContent></w:sdt>"
        )

    form = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'
        "</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = f"<w:p>{control('1')}{control('0')}{form}</w:p>"
    assert texts(read_file(word(tmp_path / "a.docx", body))) == ["☑☐☑"]


def shape(text: str, side: int) -> str:
    inner = f"<wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx>" if text else ""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="{side}" cy="{side}"/>'
        f'<a:graphic><a:graphicData><wps:wsp><wps:spPr><a:prstGeom prst="rect"/></wps:spPr>{inner}</wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect "
        f'style="width:12pt;height:12pt"><v:textbox><w:txbxContent>{p(text)}</w:txbxContent></v:textbox></v:rect></w:pict>'
        "</mc:Fallback></mc:AlternateContent>"
    )


def test_small_drawn_boxes_are_ticks_and_text_boxes_are_read_once(tmp_path: Path) -> None:
    body = run(shape("", 150_000) + "<w:t>ไม่มี</w:t>" + shape("/", 150_000) + "<w:t>มี</w:t>")
    body += run("<w:t>นอก</w:t>" + shape("ในกรอบ", 3_000_000))
    assert texts(read_file(word(tmp_path / "a.docx", body))) == ["☐ไม่มี☑มี", "นอก", "ในกรอบ"]


def test_inserted_text_is_in_and_deleted_text_is_out(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>เดิม</w:t></w:r><w:ins><w:r><w:t>เพิ่ม</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>ลบ</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>ย้าย</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>ต้น</w:t></w:r></w:p>"
        + p("ปลาย")
        + tbl(tr(tc("อยู่")), tr(tc("ลบ"), properties="<w:del/>"), grid=(900,))
    )
    content = read_file(word(tmp_path / "a.docx", body))
    assert texts(content) == ["เดิมเพิ่ม", "ต้นปลาย"]
    assert [cell.text for row in content.tables[0].rows for cell in row] == ["อยู่"]


def test_what_the_page_does_not_show_is_no_text(tmp_path: Path) -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ซ่อน</w:t></w:r><w:r><w:t>เห็น</w:t></w:r></w:p>"
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "http://x"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>แสดง</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    asks = "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>คลิกที่นี่</w:t></w:r></w:sdtContent>"
    body = hidden + field + asks + "</w:sdt><w:r><w:t>จริง</w:t></w:r></w:p>"
    assert texts(read_file(word(tmp_path / "a.docx", body))) == ["เห็น", "แสดง", "จริง"]


def test_heads_feet_and_page_marks_run(tmp_path: Path) -> None:
    body = p("- ๗ -") + p("ข้อความ") + p("/๓. ข้อพิจารณา...") + p("ที่ 5/2567") + p("ก่อน - หลัง")
    file = word(tmp_path / "a.docx", body, header=p("คู่มือ ITA"), footer=tbl(tr(tc("อบต."), tc("หน้า")), grid=(9, 9)))
    content = read_file(file)
    assert content.running == ("คู่มือ ITA", "อบต.", "หน้า", "- ๗ -", "/๓. ข้อพิจารณา...")
    assert texts(content) == ["ข้อความ", "ที่ 5/2567", "ก่อน - หลัง"]


def test_the_main_part_is_found_by_its_relation(tmp_path: Path) -> None:
    assert texts(read_file(word(tmp_path / "a.docx", p("ก"), main="word/document2.xml"))) == ["ก"]


def test_controls_around_rows_and_cells_are_passed_through(tmp_path: Path) -> None:
    row = f"<w:sdt><w:sdtContent>{tr(tc('ก'), '<w:sdt><w:sdtContent>' + tc('ข') + '</w:sdtContent></w:sdt>')}"
    table = tbl(row + "</w:sdtContent></w:sdt>", grid=(9, 9))
    body = f"<w:sdt><w:sdtContent>{table}{p('หลัง')}</w:sdtContent></w:sdt>"
    content = read_file(word(tmp_path / "a.docx", body))
    assert cells(content.tables[0]) == [[(0, 1, False, "ก"), (1, 1, False, "ข")]]
    assert texts(content) == ["หลัง"]


def test_a_plan_of_sixty_measures_is_quick(tmp_path: Path) -> None:
    steps = "".join(listed(f"ขั้นตอนที่ยาวพอสมควรของมาตรการนี้ {n}" * 3) for n in range(6))
    rows = [
        tr(tc(f"ตัวชี้วัดที่ {n}", merge="restart"), *(tc("ข้อความของมาตรการ " * 12) for _ in range(4)), tc(steps))
        for n in range(60)
    ]
    file = word(tmp_path / "a.docx", tbl(*rows, grid=(9,) * 6), numbering=lists(level("thaiNumbers", "%1)")))
    begun = time.perf_counter()
    content = read_file(file)
    assert time.perf_counter() - begun < 2
    assert len(content.tables[0].rows) == 60
    assert content.tables[0].rows[59][5].lines[-1].label == "๓๖๐)"
