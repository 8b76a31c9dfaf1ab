"""Find the proper part (ส่วนที่เป็นชื่อ) of a name: what is never parted, without office, title and rank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ita_desktop.typeset.letters import THAI_LETTER

_RUN = re.compile(rf"[{THAI_LETTER}]+")

_PLACE_KIND = re.compile(
    r"(?:สำนักงาน)?(?:องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:ตำบล|เมือง|นคร)?|นายกเทศมนตรี(?:ตำบล|เมือง|นคร)?|ตำบล|อำเภอ|จังหวัด|หมู่บ้าน|แขวง|โรงเรียน|ศูนย์พัฒนาเด็กเล็ก|วัด)(?=.)"
)
"""Before a place's name; what follows is the name and is kept whole."""
_UNIT_KIND = re.compile(
    r"(?:สำนัก|กอง|ฝ่าย|งาน|กลุ่ม|ส่วน|แผนก|ศูนย์|คณะ|หัวหน้า|ผู้|ปลัด|รอง|นายก(?!เทศมนตรี)|สภา|หน่วย|เจ้าหน้าที่|เจ้าพนักงาน|นัก|ประธาน|เลขานุการ|สมาชิก|ภารกิจ|ทุก|คำว่า)"
)
"""Before a unit's name; what follows is made of everyday words, which the dictionary parts rightly."""
_TITLE = re.compile(
    r"(?:นางสาว|นาย|นาง|เด็กชาย|เด็กหญิง|ว่าที่(?:ร้อย|พัน)(?:ตรี|โท|เอก)|(?:จ่าสิบ|สิบ|ร้อย|พัน|จ่า)(?:ตำรวจ)?(?:ตรี|โท|เอก)|พันจ่า(?:ตรี|โท|เอก)|ดาบตำรวจ)(?=[\u0e01-\u0e2e\u0e40-\u0e44].)"
)
_TOWN = "เมือง"


def proper_parts(names: Iterable[str]) -> Iterator[str]:
    """Yield the proper parts of a document's names: offices, places, persons and the user's own words (คำเฉพาะ)."""
    for name in names:
        runs = _RUN.findall(name)
        for run in runs:
            kinds = [found.end() for found in _PLACE_KIND.finditer(run)]
            if kinds:
                yield run[kinds[-1] :]
            elif titled := _TITLE.match(run):
                yield run[titled.end() :]
            elif not _UNIT_KIND.match(run):
                yield run


def place_names(names: Iterable[str]) -> list[str]:
    """Return place names as they stand behind อำเภอ and the like; เมืองชัยภูมิ is เมือง and ชัยภูมิ."""
    known = set(names)
    return [name for name in known if not (name.startswith(_TOWN) and name[len(_TOWN) :] in known)]
