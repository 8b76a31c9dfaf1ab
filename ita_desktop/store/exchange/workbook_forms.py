"""The sheets of an office's workbook (สมุดงาน): Thai heads, and under each the key that an import reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ita_desktop.domain.values.agency import AgencyType
from ita_desktop.domain.values.follow_up import Status
from ita_desktop.domain.values.memo import Urgency


class CellKind(StrEnum):
    """What a column's cells hold."""

    TEXT = "text"
    LIST = "list"
    """One entry on each line of the cell."""
    CODE = "code"
    """A short text whose digits mean the same in Thai and Arabic, e.g. ``9.3``."""
    MONTH = "month"
    MONTHS = "months"
    WHOLE = "whole"
    WHOLES = "wholes"
    """Whole numbers with commas between them."""
    SCORE = "score"
    DATE = "date"
    FLAG = "flag"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """คอลัมน์: without a key it only helps the reader and is not imported."""

    key: str
    head: str
    kind: CellKind = CellKind.TEXT
    words: Mapping[str, str] = field(default_factory=dict)
    """Of a choice: the Thai word for each code."""
    needed: bool = False
    """The format wants it: an empty cell is an empty text or list, and not nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetForm:
    """แผ่นงาน; an ``upright`` one has a row for each field instead of a column."""

    title: str
    columns: tuple[Column, ...]
    upright: bool = False

    @property
    def keyed(self) -> tuple[Column, ...]:
        """The columns that an import reads."""
        return tuple(column for column in self.columns if column.key)


def _texts(kind: CellKind, **heads: str) -> tuple[Column, ...]:
    return tuple(Column(key=key, head=head, kind=kind) for key, head in heads.items())


def _words(members: Iterable[AgencyType | Status | Urgency]) -> Mapping[str, str]:
    return {one.value: one.thai for one in members}


_PLAN = Column(key="plan", head="แผนปี", kind=CellKind.WHOLE)
_MEASURE = Column(key="measure", head="มาตรการที่", kind=CellKind.WHOLE)
_RESULT = Column(key="result", head="ผลที่", kind=CellKind.WHOLE)
_MEMO = Column(key="memo", head="รหัสบันทึก")
_YEAR = Column(key="fiscal_year", head="ปีงบประมาณ", kind=CellKind.WHOLE)

AGENCY = SheetForm(
    title="หน่วยงาน",
    upright=True,
    columns=(
        Column(key="type", head="ประเภทหน่วยงาน", kind=CellKind.CHOICE, words=_words(AgencyType)),
        Column(key="name", head="ชื่อหน่วยงาน", needed=True),
        *_texts(CellKind.TEXT, subdistrict="ตำบล", district="อำเภอ", province="จังหวัด"),
        *_texts(CellKind.LIST, departments="ส่วนราชการภายใน (บรรทัดละหนึ่ง)"),
        *_texts(
            CellKind.TEXT,
            short_name="ชื่อย่อ",
            phone="โทรศัพท์",
            email="อีเมล",
            website="เว็บไซต์",
            document_prefix="เลขที่หนังสือขึ้นต้น",
            address="ที่อยู่",
            source="ที่มาของข้อมูล",
        ),
    ),
)
SIGNERS = SheetForm(
    title="ผู้ลงนาม",
    columns=(
        Column(key="id", head="รหัส"),
        Column(key="name", head="ชื่อ", needed=True),
        *_texts(CellKind.LIST, position="ตำแหน่ง (บรรทัดละหนึ่ง)"),
        *_texts(CellKind.TEXT, acting_for="รักษาราชการแทนตำแหน่ง", acting_phrase="คำที่ใช้แทน รักษาราชการแทน"),
    ),
)
INSTRUMENTS = ("IIT", "EIT", "EIT1", "EIT2", "OIT")
YEARS = SheetForm(
    title="ผลทางการ",
    columns=(
        _YEAR,
        *_texts(CellKind.SCORE, overall="คะแนนรวม"),
        *_texts(CellKind.TEXT, level="ระดับ"),
        *(Column(key=code, head=code, kind=CellKind.SCORE) for code in INSTRUMENTS),
        *_texts(CellKind.WHOLE, rank_in_type="ลำดับในประเภท"),
        *_texts(CellKind.DATE, announced="วันที่ประกาศ"),
        *_texts(CellKind.LIST, weak_indicators="ตัวชี้วัดที่ต้องปรับปรุง (บรรทัดละหนึ่ง)"),
    ),
)
SCORES = SheetForm(
    title="คะแนน",
    columns=(
        _YEAR,
        Column(key="ref", head="รหัส", kind=CellKind.CODE),
        Column(key="", head="ตัวชี้วัด ข้อคำถาม หรือข้อเปิดเผย"),
        *_texts(CellKind.SCORE, score="คะแนน"),
    ),
)
NARRATIVES = SheetForm(
    title="บทวิเคราะห์",
    columns=(
        _YEAR,
        *_texts(CellKind.CODE, indicator="ตัวชี้วัด"),
        Column(key="", head="ชื่อ"),
        *_texts(CellKind.TEXT, text="บทวิเคราะห์"),
    ),
)
PLANS = SheetForm(
    title="แผน",
    columns=(
        _YEAR,
        *_texts(CellKind.WHOLE, assessed_year="จากผลการประเมินปี"),
        *_texts(CellKind.TEXT, meeting="การประชุม"),
        *_texts(CellKind.DATE, report_date="วันที่รายงาน"),
        *_texts(CellKind.TEXT, prepared_by="รหัสผู้จัดทำ"),
    ),
)
MEASURES = SheetForm(
    title="มาตรการ",
    columns=(
        _PLAN,
        _MEASURE,
        Column(key="refs", head="ตัวชี้วัดหรือข้อคำถาม (บรรทัดละหนึ่ง)", kind=CellKind.LIST, needed=True),
        *_texts(CellKind.TEXT, instrument_part="ส่วนของ EIT", issue="ประเด็น"),
        *_texts(
            CellKind.LIST,
            sub_issues="ประเด็นย่อย",
            measures="มาตรการ/แนวทาง",
            guidelines="แนวทางการปฏิบัติ",
            steps="ขั้นตอน/วิธีการ",
            operation="การดำเนินการ/รายงาน",
            responsible="ผู้รับผิดชอบ",
        ),
        *_texts(CellKind.TEXT, period="ระยะเวลา"),
        Column(key="from", head="ตั้งแต่เดือน (ค.ศ.-เดือน)", kind=CellKind.MONTH),
        Column(key="to", head="ถึงเดือน (ค.ศ.-เดือน)", kind=CellKind.MONTH),
        *_texts(CellKind.LIST, follow_up="การติดตามผล"),
        *_texts(CellKind.WHOLES, follow_up_rounds="รอบการติดตาม (เดือน)"),
        *_texts(CellKind.LIST, oit_refs="ข้อ OIT ที่เกี่ยวข้อง"),
        *_texts(CellKind.TEXT, identity="รหัสประจำมาตรการ (ไม่ต้องแก้)"),
    ),
)
RESULTS = SheetForm(
    title="ผลการดำเนินการ",
    columns=(
        _PLAN,
        _MEASURE,
        _RESULT,
        Column(key="", head="ประเด็นของมาตรการ"),
        *_texts(CellKind.WHOLE, round="รอบ (เดือน)"),
        *_texts(CellKind.LIST, details="รายละเอียด"),
        *_texts(CellKind.TEXT, period="ช่วงเวลา", output="ผลผลิต", outcome="ผลลัพธ์"),
        Column(key="status", head="สถานะ", kind=CellKind.CHOICE, words=_words(Status)),
        *_texts(CellKind.DATE, date="วันที่"),
        *_texts(CellKind.TEXT, obstacles="ปัญหาอุปสรรค", suggestions="ข้อเสนอแนะ", remark="หมายเหตุ"),
    ),
)
EVIDENCE = SheetForm(
    title="หลักฐาน",
    columns=(
        _PLAN,
        _MEASURE,
        _RESULT,
        *_texts(CellKind.TEXT, title="ชื่อหลักฐาน"),
        *_texts(CellKind.DATE, date="วันที่"),
        *_texts(CellKind.TEXT, file="แฟ้ม", url="ที่อยู่เว็บ"),
    ),
)
RISKS = SheetForm(
    title="ความเสี่ยง",
    columns=(
        _PLAN,
        Column(key="risk", head="ความเสี่ยง", needed=True),
        *_texts(CellKind.TEXT, process="กระบวนงาน"),
        *_texts(CellKind.WHOLE, likelihood="โอกาส (1-5)", impact="ผลกระทบ (1-5)"),
        *_texts(CellKind.LIST, controls="แนวทาง/มาตรการ", activities="กิจกรรม"),
        *_texts(CellKind.MONTHS, months="เดือนที่ดำเนินการ (ค.ศ.-เดือน บรรทัดละหนึ่ง)"),
        *_texts(CellKind.LIST, responsible="ผู้รับผิดชอบ"),
        *_texts(CellKind.TEXT, status="ผลการดำเนินการ", remark="หมายเหตุ"),
        *_texts(CellKind.TEXT, identity="รหัสประจำความเสี่ยง (ไม่ต้องแก้)"),
    ),
)
MEMOS = SheetForm(
    title="บันทึกข้อความ",
    columns=(
        Column(key="id", head="รหัสบันทึก"),
        Column(key="fiscal_year", head="แผนปี", kind=CellKind.WHOLE),
        *_texts(CellKind.TEXT, department_line="ส่วนราชการ", phone="โทรศัพท์", number="ที่"),
        *_texts(CellKind.DATE, date="วันที่"),
        *_texts(CellKind.TEXT, subject="เรื่อง", to="เรียน"),
        Column(key="urgency", head="ชั้นความเร็ว", kind=CellKind.CHOICE, words=_words(Urgency)),
        *_texts(CellKind.LIST, references="อ้างถึง", enclosures="สิ่งที่ส่งมาด้วย"),
        *_texts(CellKind.TEXT, closing="คำลงท้าย"),
    ),
)
SECTIONS = SheetForm(
    title="ส่วนของบันทึก",
    columns=(
        _MEMO,
        *_texts(CellKind.TEXT, heading="หัวข้อ"),
        *_texts(CellKind.LIST, paragraphs="ย่อหน้า (บรรทัดละหนึ่ง)", items="ข้อย่อย (บรรทัดละหนึ่ง)"),
        *_texts(CellKind.FLAG, score_list="แสดงรายการคะแนน"),
    ),
)
MEMO_SIGNERS = SheetForm(
    title="ผู้ลงนามในบันทึก",
    columns=(
        _MEMO,
        *_texts(CellKind.TEXT, signer="รหัสผู้ลงนาม", label="หัวข้อความเห็น"),
        *_texts(CellKind.WHOLE, comment_lines="บรรทัดให้เขียนความเห็น"),
        *_texts(CellKind.FLAG, show_signed="พิมพ์ (ลงชื่อ)", date_line="พิมพ์ช่องวันที่"),
    ),
)
FORMS = (
    AGENCY,
    SIGNERS,
    YEARS,
    SCORES,
    NARRATIVES,
    PLANS,
    MEASURES,
    RESULTS,
    EVIDENCE,
    RISKS,
    MEMOS,
    SECTIONS,
    MEMO_SIGNERS,
)
