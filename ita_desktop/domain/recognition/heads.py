"""What a column's head says its numbers are: scores of a year, changes, ranks, full marks, shares, levels."""

from __future__ import annotations

import re
from enum import StrEnum

from ita_desktop.domain.recognition.letters import plain_text


class ColumnKind(StrEnum):
    """What stands in a column."""

    SCORE = "score"
    CHANGE = "change"
    RANK = "rank"
    FULL = "full"
    """คะแนนเต็ม"""
    WEIGHT = "weight"
    """น้ำหนัก, สัดส่วน"""
    LEVEL = "level"
    NUMBER = "number"
    """ที่: running numbers"""
    TEXT = "text"


_KINDS = (
    (ColumnKind.FULL, r"คะแนน\s*เต็ม|เต็ม|\bfull\b|\bmax"),
    (ColumnKind.CHANGE, r"เพิ่ม|ลด|เปลี่ยนแปลง|ผลต่าง|ส่วนต่าง|แตกต่าง|พัฒนาการ|\+\s*/\s*-|change|diff"),
    (ColumnKind.WEIGHT, r"น้ำ\s*หนัก|สัดส่วน|weight"),
    (ColumnKind.RANK, r"อันดับ|ลำดับ|\brank"),
    (ColumnKind.LEVEL, r"ระดับ|เกรด|grade|level|แปลผล|สถานะ|rating"),
    (ColumnKind.SCORE, r"คะแนน|ผลการประเมิน|ผลประเมิน|ร้อยละ|ค่าเฉลี่ย|เฉลี่ย|score|%"),
    (ColumnKind.NUMBER, r"^(?:ที่|ข้อ|ข้อที่|no\.?|#)$"),
)
_YEAR = re.compile(r"(?<!\d)(25[4-9]\d|26\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"(?:ปี|ปีงบ|พ\.?ศ\.?)\s*'?(\d\d)(?!\d)")
_PLAN = re.compile(
    r"มาตรการ|แนวทาง|ผู้รับผิดชอบ|ผู้ดำเนินการ|ระยะเวลา|วิธีดำเนินการ|ขั้นตอน|การติดตาม|กำกับติดตาม|งบประมาณที่|ผลการดำเนินงาน|ผลลัพธ์|ผลผลิต|"
    r"ความเสี่ยง|โครงการ|กิจกรรม|หลักฐาน|หน่วยงานรับผิดชอบ"
)


def kind_of(head: str) -> ColumnKind:
    """Return the kind that a head names; TEXT where it names none."""
    plain = plain_text(head).lower()
    return next((kind for kind, words in _KINDS if re.search(words, plain)), ColumnKind.TEXT)


def years_in(text: str) -> tuple[int, ...]:
    """Return fiscal years (พ.ศ.) that a head names, each once; ปี 67 counts, 67 alone does not."""
    plain = plain_text(text)
    found = [int(year) for year in _YEAR.findall(plain)]
    found += [2500 + int(year) for year in _SHORT_YEAR.findall(plain)]
    return tuple(dict.fromkeys(found))


def is_plan(heads: tuple[str, ...]) -> bool:
    """Return True if the heads are those of a plan, a report or a risk table: a table of texts, not of scores."""
    named = {found[0] for head in heads if (found := _PLAN.search(plain_text(head)))}
    return len(named) >= 2
