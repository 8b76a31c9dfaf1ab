"""Hold phrases together (กลุ่มคำที่ไม่แยกบรรทัด): kinds of offices, compounds, and words that must not hang at a line end.

The lattice knows words; this module knows which of their boundaries a reader stumbles over.
- HELD: phrases with the only places where they may be parted, and what that costs. Inside the kind of an office
  (องค์การ|บริหารส่วน|ตำบล) a line ends only where nothing else fits; its name never leaves the last part.
- PREFIXES and SMALL_WORDS: a line should not end with them. A penalty and no ban, larger on wide lines, where there is
  always another place, than in narrow cells (stretch.py). A word that only ends like a prefix (โครงการ, ข้อความ) reads
  like one at a line end and gets the small penalty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate

from ita_desktop.typeset import rules

_HELD = (
    (rules.NEARLY_NEVER, "องค์การ|บริหารส่วน|ตำบล องค์การ|บริหารส่วน|จังหวัด เทศบาล|ตำบล เทศบาล|เมือง เทศบาล|นคร"),
    (rules.NEARLY_NEVER, "นายก|เทศมนตรี"),
    (rules.SEAM, "องค์กร|ปกครอง|ส่วนท้องถิ่น การปกครอง|ส่วนท้องถิ่น ราชการ|ส่วนท้องถิ่น การบริหาร|ราชการ|ส่วนท้องถิ่น"),
    (
        rules.SEAM,
        """
        หน่วยงาน ส่วนงาน ส่วนราชการ หน่วยราชการ ดำเนินงาน ดำเนินการ ประจำปีงบประมาณ ประจำปี ประจำเดือน ปีงบประมาณ
        ส่วนรวม ส่วนตัว ส่วนตน ส่วนกลาง ส่วนภูมิภาค ส่วนท้องถิ่น มหาสถาน มหาดิลกภพ อุดมราชนิเวศน์ อมรพิมาน อวตารสถิต
        สักกะทัตติยะ วิษณุกรรมประสิทธิ์ นพรัตนราชธานีบูรีรมย์ อมรรัตนโกสินทร์ มหินทรายุธยา เครื่องคอมพิวเตอร์
        กระทรวงมหาดไทย อิสริยาภรณ์ เครื่องราชอิสริยาภรณ์ ผู้ช่วยศาสตราจารย์ รองศาสตราจารย์
        """,
    ),
)
"""Penalty, and phrases with | at the only places where they may be parted."""


def _places() -> dict[str, tuple[tuple[int, int], ...]]:
    """Return the places of each held phrase: (index in it, penalty)."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for penalty, phrases in _HELD:
        for phrase in phrases.split():
            ends = accumulate(len(part) for part in phrase.split("|")[:-1])
            found[phrase.replace("|", "")] = tuple((at, penalty) for at in ends)
    return found


_PLACES = _places()
_ANY = re.compile("|".join(sorted(map(re.escape, _PLACES), key=len, reverse=True)))

OFFICE_KINDS = (
    *("องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนจังหวัด", "เทศบาล", "เทศบาลตำบล", "เทศบาลเมือง", "เทศบาลนคร"),
    *("นายกเทศมนตรีตำบล", "นายกเทศมนตรีเมือง", "นายกเทศมนตรีนคร", "อบต.", "อบจ.", "ทต.", "ทม.", "ทน."),
)
"""A name behind these is never parted from them."""

PREFIXES = frozenset(("การ", "ความ", "ผู้", "ส่วน", "หน่วย", "ดำเนิน", "ประจำ"))
SMALL_WORDS = frozenset(("ที่", "และ", "หรือ", "ใน", "ของ", "แต่", "โดย", "เพื่อ"))
_LIKE_PREFIXES = ("การ", "ความ", "ผู้")


def held(run: str) -> Iterable[tuple[int, int, tuple[tuple[int, int], ...]]]:
    """Yield (start, end, places) of the held phrases of a run; a place is (index in the run, penalty)."""
    for found in _ANY.finditer(run):
        start = found.start()
        yield start, found.end(), tuple((start + at, penalty) for at, penalty in _PLACES[found[0]])


def hanging_penalty(word: str) -> int:
    """Return the penalty of a line end after `word` where more letters follow; 0 for most words."""
    if word in PREFIXES:
        return rules.PREFIX
    if word in SMALL_WORDS:
        return rules.SMALL_WORD
    return rules.LIKE_PREFIX if word.endswith(_LIKE_PREFIXES) else 0
