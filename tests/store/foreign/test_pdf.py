"""PDF with a text layer: lines, columns, tables; text layers that programs wrote wrongly."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from ita_desktop.domain.recognition.content import Content, FileKind, Table
from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.foreign.reading import read_file
from ita_desktop.store.foreign.thai_repair import Dictionary, Faults, faults_in
from ita_desktop.store.resources.words import read_words

ROOT = Path(__file__).parents[3]
FOREIGN = ROOT / "tests" / "data" / "foreign"
RESOURCES = ROOT / "resources"
LATE = (FOREIGN / "07-flipbook-marks-one-letter-late.txt").read_text("utf-8").split("\n")[:10]
NAMES = [
    "การปฏิบัติหน้าที่",
    "การใช้งบประมาณ",
    "การใช้อำนาจ",
    "การใช้ทรัพย์สินของราชการ",
    "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน",
    "ประสิทธิภาพการสื่อสาร",
    "การปรับปรุงระบบการทำงาน",
    "การเปิดเผยข้อมูล",
    "การป้องกันการทุจริต",
]
HONEST = "สำนักงานดำเนินการตามคำสั่งของนายกองค์การบริหารส่วนตำบลและจำนวนมากรายการราคากลางงานอาคาร"


def pdf(path: Path, draw: Callable[[Canvas], None]) -> Path:
    if "Sarabun" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Sarabun", str(next((RESOURCES / "fonts").glob("*New.ttf")))))
    held = io.BytesIO()
    canvas = Canvas(held, A4)
    canvas.setFont("Sarabun", 16)
    draw(canvas)
    canvas.save()
    path.write_bytes(held.getvalue())
    return path


def written(path: Path, lines: list[str], left: float = 80) -> Path:
    def draw(canvas: Canvas) -> None:
        for n, line in enumerate(lines):
            canvas.drawString(left, 750 - n * 22, line)

    return pdf(path, draw)


def cells(table: Table) -> list[list[tuple[int, int, bool, str]]]:
    return [[(c.column, c.span, c.continues, c.text) for c in row] for row in table.rows]


def text_of(content: Content) -> str:
    return "\n".join(content.texts())


def test_a_ruled_table_with_merged_cells(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(80, 780, "ตารางคะแนน")
        for y in (760, 700):
            canvas.line(80, y, 500, y)
        canvas.line(200, 730, 500, 730)
        for x in (80, 200, 500):
            canvas.line(x, 760, x, 700)
        canvas.line(350, 730, 350, 700)
        canvas.drawString(90, 740, "ที่")
        canvas.drawString(300, 740, "คะแนน")
        canvas.drawString(210, 710, "IIT 29.64")
        canvas.drawString(360, 710, "EIT")
        canvas.drawString(80, 650, "หมายเหตุ")

    content = read_file(pdf(tmp_path / "a.pdf", draw), resources=RESOURCES)
    assert content.kind is FileKind.PDF
    assert [type(block).__name__ for block in content.blocks] == ["Paragraph", "Table", "Paragraph"]
    assert content.tables[0].page == 1
    assert cells(content.tables[0]) == [
        [(0, 1, False, "ที่"), (1, 2, False, "คะแนน")],
        [(0, 1, True, ""), (1, 1, False, "IIT 29.64"), (2, 1, False, "EIT")],
    ]


def test_a_table_without_lines_is_told_by_its_columns(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for n, name in enumerate(NAMES):
            canvas.drawString(80, 700 - n * 22, str(n + 1))
            canvas.drawString(120, 700 - n * 22, name)
            canvas.drawRightString(450, 700 - n * 22, f"{80 + n}.25")

    content = read_file(pdf(tmp_path / "a.pdf", draw), resources=RESOURCES)
    assert content.tables[0].grid() == tuple((str(n + 1), name, f"{80 + n}.25") for n, name in enumerate(NAMES))


def test_lines_go_on_as_paragraphs_and_list_marks_begin_new_ones(tmp_path: Path) -> None:
    lines = [
        "องค์การบริหารส่วนตำบลดำเนินการเผยแพร่ข้อมูลการใช้งบประมาณประจำปีและรายงานผลการจัด",
        "ซื้อจัดจ้างของหน่วยงาน",
        "๑) จัดทำคู่มือ",
        "๒) ประกาศใช้",
    ]
    content = read_file(written(tmp_path / "a.pdf", lines), resources=RESOURCES)
    assert [x.text for x in content.paragraphs] == [lines[0] + lines[1], *lines[2:]]


def test_heads_feet_and_page_marks_run(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for n in range(4):
            canvas.setFont("Sarabun", 16)
            canvas.drawString(80, 810, f"รายงานผล หน้า {n + 1}")
            canvas.drawString(280, 790, f"- {n + 1} -")
            canvas.drawString(80, 600, f"เนื้อหา{'กขคง'[n]}")
            canvas.showPage()

    content = read_file(pdf(tmp_path / "a.pdf", draw), resources=RESOURCES)
    assert [x.text for x in content.paragraphs] == [f"เนื้อหา{c}" for c in "กขคง"]
    assert "- 2 -" in content.running


def test_marks_one_letter_late_are_put_right(tmp_path: Path) -> None:
    content = read_file(written(tmp_path / "a.pdf", LATE), resources=RESOURCES, names=NAMES)
    assert content.repaired
    found = text_of(content)
    assert [name for name in NAMES if name not in found] == []


@pytest.mark.parametrize(
    ("broken", "faults"),
    [
        (HONEST.replace("ำ", "า") * 2, Faults(am_as_aa=True)),
        (HONEST.replace("า", "ำ"), Faults(aa_as_am=True)),
        (HONEST, Faults()),
    ],
)
def test_am_and_aa_of_words_own_pdfs_are_told_and_put_right(broken: str, faults: Faults) -> None:
    assert faults_in(broken) == faults
    words = Dictionary(read_words(RESOURCES), ())
    assert words.read(broken, faults).text == HONEST * (2 if faults.am_as_aa else 1)


def test_an_honest_page_stays_as_it_is(tmp_path: Path) -> None:
    lines = [f"ตัวชี้วัดที่ {n + 1} {name}" for n, name in enumerate(NAMES)]
    content = read_file(written(tmp_path / "a.pdf", lines), resources=RESOURCES)
    assert not content.repaired
    assert text_of(content).split("\n") == lines


def test_the_repair_invents_nothing() -> None:
    words = Dictionary(read_words(RESOURCES), ())
    for line in LATE:
        mended = words.read(line, Faults(late=True)).text
        assert sorted(mended.replace(" ", "")) == sorted(line.replace(" ", ""))


def test_a_page_that_cannot_be_put_right_is_named(tmp_path: Path) -> None:
    soup = ["กฌฎฏฐฆญฑฒณธฟฬฮฤฦขคงจฉชซ" * 3] * 5
    content = read_file(written(tmp_path / "a.pdf", soup), resources=RESOURCES)
    assert (content.unreadable, content.blocks) == ((1,), ())


def test_a_scanned_page_is_named_and_an_empty_one_is_not(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(0, 0, 500, 800, fill=1)
        canvas.showPage()
        canvas.showPage()
        canvas.setFont("Sarabun", 16)
        canvas.drawString(80, 700, "มีข้อความ")

    content = read_file(pdf(tmp_path / "a.pdf", draw), resources=RESOURCES)
    assert content.unreadable == (1,)
    assert [x.page for x in content.paragraphs] == [3]


def test_a_locked_pdf_is_named(tmp_path: Path) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=str(FOREIGN / "m7-result-list.pdf"))
    writer.encrypt("x", algorithm="RC4-128")
    writer.write(str(tmp_path / "a.pdf"))
    with pytest.raises(StoreError) as told:
        read_file(tmp_path / "a.pdf")
    assert told.value.trouble is StoreErrorCode.LOCKED_FILE


def test_a_turned_page_reads_as_it_is_seen(tmp_path: Path) -> None:
    from pypdf import PdfWriter

    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.drawString(100, -200, "บรรทัดหนึ่ง")
        canvas.drawString(100, -230, "บรรทัดสอง")

    writer = PdfWriter(clone_from=str(pdf(tmp_path / "a.pdf", draw)))
    writer.pages[0].rotate(90)
    writer.write(str(tmp_path / "b.pdf"))
    content = read_file(tmp_path / "b.pdf", resources=RESOURCES)
    assert [x.text for x in content.paragraphs] == ["บรรทัดหนึ่ง", "บรรทัดสอง"]


def test_a_plan_that_libreoffice_printed_has_its_tables() -> None:
    content = read_file(FOREIGN / "m1-plan-merged-rows.pdf", resources=RESOURCES)
    same = read_file(FOREIGN / "m1-plan-merged-rows.docx").tables[0]
    assert not content.repaired
    assert [(table.columns, table.page) for table in content.tables] == [(6, 1)]  # one table over three pages
    got, wanted = content.tables[0].grid(), same.grid()
    assert got[1][3] == wanted[1][3]
    assert [row[4] for row in got[:7]] == [row[4] for row in wanted[:7]]
    assert [[c.continues for c in row] for row in content.tables[0].rows[:7]] == [
        [c.continues for c in row] for row in same.rows[:7]
    ]
