"""What was left to be filled in or chosen (ตัวเลือกที่ยังไม่เลือก, จุดไข่ปลา, วงเล็บ)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.domain.findings.scan.marks import BlankKind, BlankMark
from ita_desktop.domain.findings.scan.signs import has

_KIND = r"(?:องค์การบริหารส่วนตำบล|องค์การบริหารส่วนจังหวัด|เทศบาล(?:นคร|เมือง|ตำบล)?|อบต\.?|อบจ\.?)"
_ALTERNATIVE = re.compile(
    rf"(?:สำนักงาน)?{_KIND}\s*/\s*(?:สำนักงาน)?{_KIND}(?:\s*/\s*{_KIND})*"
    r"|นาย\s*/\s*นาง(?:\s*/\s*นางสาว)?|ผ่าน\s*/\s*ไม่ผ่าน|ไม่ผ่าน\s*/\s*ผ่าน"
)
_GENERIC = re.compile(r"(?:องค์กรปกครองส่วนท้องถิ่น|อปท\.?|ท้องถิ่น)[^.]{0,40}$")
_PLACEHOLDER = re.compile(
    r"(?:\(|\[|<)\s*(?:โปรด|กรุณา)?ระบุ[^)\]>]{0,40}(?:\)|\]|>)|ระบุชื่อ(?:หน่วยงาน|อบต|เทศบาล|ผู้)"
    r"|(?<![A-Za-z0-9])[XxＸ]{2,}(?![A-Za-z0-9])|[2๒][5๕](?:[Xx]{2}|__|\.\.)|\?{3,}|○{2,}|_{3,}|(?i:lorem ipsum)"
)
_DOTS = re.compile(r"\.{4,}|…{2,}|(?:\.\s){4,}")
_BRACKETS = re.compile(r"\[[^\]]{2,60}\]|\{[^}]{1,60}\}|(?<![/\w=?&])<[^<>\d\s][^<>]{1,60}>")
_KINDS = (
    (BlankKind.ALTERNATIVE, _ALTERNATIVE, ("/",)),
    (BlankKind.PLACEHOLDER, _PLACEHOLDER, ("ระบุ", "X", "x", "Ｘ", "__", "๕..", "5..", "??", "○", "psum")),
    (BlankKind.DOTS, _DOTS, ("....", "……", ". . ")),
    (BlankKind.BRACKETS, _BRACKETS, ("[", "{", "<")),
)
"""With the signs without which it need not be looked for."""
SIGNS = tuple(sign for _, _, signs in _KINDS for sign in signs)


def blanks(text: str) -> Iterator[BlankMark]:
    """Yield alternatives, placeholders, dots and brackets, none of them twice."""
    taken: list[tuple[int, int]] = []
    for kind, pattern, signs in _KINDS:
        if not has(text, signs):
            continue
        for found in pattern.finditer(text):
            if any(found.start() < end and at < found.end() for at, end in taken):
                continue
            if kind is BlankKind.ALTERNATIVE and _GENERIC.search(text[max(0, found.start() - 80) : found.start()]):
                continue
            taken.append(found.span())
            yield BlankMark(at=found.start(), end=found.end(), kind=kind)
