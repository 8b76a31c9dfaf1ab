"""Thai text that a PDF or a word processor broke (สระอำแยก, สระซ้อน, อักขระส่วนตัว)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ita_desktop.domain.findings.scan.marks import FlawKind, FlawMark
from ita_desktop.domain.findings.scan.signs import has
from ita_desktop.domain.thai.characters import MARKS, TONES, VOWEL_MARKS
from ita_desktop.domain.thai.private_glyphs import PRIVATE_GLYPHS
from ita_desktop.domain.thai.writing import arabic_digits, thai_digits

_FLAW = re.compile(
    rf"(?P<am>ํ[{TONES}]?า|[{TONES}]ํา)"
    rf"|(?P<ee>เเ)"
    rf"|(?P<again>(?P<two>[{VOWEL_MARKS}][{TONES}])(?P=two)+)"
    rf"|(?P<order>[{TONES}][{VOWEL_MARKS}])"
    rf"|(?P<double>(?P<one>[{VOWEL_MARKS}{TONES}์])(?P=one)+|[{TONES}][{TONES}]+|ะะ+|าา+|ำ[ำา]+|าำ|ๆๆ+)"
    rf"|(?P<space>(?<=[ก-ฮ{MARKS}])[ \u00a0]+(?=[{MARKS}]))"
    rf"|(?P<space_am>(?<=[ก-ฮ])(?P<tone>[{TONES}]?)[ \u00a0]+(?P<aa>[าำ]))"
    r"|(?P<private>[\uE000-\uF8FF])"
    r"|(?P<unknown>[\uFFFD\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u0E3B-\u0E3E\u0E5C-\u0E7F])"
)
_ARABIC = re.compile("[0-9]")
_PAIR = re.compile(rf"[ \u00a0{MARKS}](?:[{VOWEL_MARKS}]|(?<=[ \u00a0{TONES}์])[{TONES}์])")
"""A vowel mark after a mark or a space, or a tone after a tone or a space."""
_SIGNS = ("ํ", "เเ", "าา", "ะะ", "ำำ", "ำา", "าำ", "ๆๆ", " า", " ำ", "\u00a0า", "\u00a0ำ", "\ufffd")
"""Other letters without which no Thai text is broken; looking for them is cheap."""
_LOST = {
    "ดาเนิน": "ดำเนิน",
    "สานักงาน": "สำนักงาน",
    "สานักปลัด": "สำนักปลัด",
    "กาหนด": "กำหนด",
    "จานวน": "จำนวน",
    "อานาจ": "อำนาจ",
    "อานวย": "อำนวย",
    "ประจาปี": "ประจำปี",
    "ประจาเดือน": "ประจำเดือน",
    "สาคัญ": "สำคัญ",
    "สารวจ": "สำรวจ",
    "ชานาญ": "ชำนาญ",
    "แนะนา": "แนะนำ",
    "ตาบล": "ตำบล",
    "อาเภอ": "อำเภอ",
    "ลาดับ": "ลำดับ",
    "จาเป็น": "จำเป็น",
    "คาสั่ง": "คำสั่ง",
    "จัดทา": "จัดทำ",
    "กากับ": "กำกับ",
    "ตาแหน่ง": "ตำแหน่ง",
    "นาเสนอ": "นำเสนอ",
}
"""Words that are no words without the circle over the า, which copying out of a PDF loses."""
_LOST_WORD = re.compile("|".join(_LOST) + r"(?![มย])")
_NOT_LOST = re.compile(r"แนะนา(?=[ก-ฮ]?[ัิีึืุู่้๊๋])|สาคัญ(?=ญ)")


def flaws(text: str, found: Iterable[re.Match[str]]) -> Iterator[FlawMark]:
    """Find everything broken in the text, in order of kind; ``numbers`` are those of the text."""
    if not text.isprintable() or _PAIR.search(text) or has(text, _SIGNS):
        for match in _FLAW.finditer(text):
            yield _flaw(match)
    if has(text, _LOST):
        for match in _LOST_WORD.finditer(text):
            if not _NOT_LOST.match(text, match.start()):
                yield FlawMark(
                    at=match.start(), end=match.end(), kind=FlawKind.LOST_SARA_AM, repaired=(_LOST[match.group()],)
                )
    if found:
        yield from _mixed_digits(found)


def _flaw(found: re.Match[str]) -> FlawMark:
    repaired: tuple[str, ...] = ()
    if found["am"]:
        repaired = ("".join(c for c in found["am"] if c in TONES) + "ำ",)
    elif found["ee"]:
        repaired = ("แ",)
    elif found["again"]:
        repaired = (found["two"],)
    elif found["order"]:
        repaired = (found["order"][::-1],)
    elif found["double"]:
        repaired = (found["double"][0],)
    elif found["space"]:
        repaired = ("",)
    elif found["space_am"]:
        repaired = tuple(dict.fromkeys((found["tone"] + "ำ", found["tone"] + found["aa"])))
    elif found["private"] in PRIVATE_GLYPHS:
        repaired = (PRIVATE_GLYPHS[found["private"]],)
    kind = FlawKind.BROKEN if repaired else FlawKind.UNKNOWN
    return FlawMark(at=found.start(), end=found.end(), kind=kind, repaired=repaired)


def _mixed_digits(found: Iterable[re.Match[str]]) -> Iterator[FlawMark]:
    """Yield Thai and Arabic digits in one number."""
    for run in found:
        number = run.group()
        if number.isascii() or not _ARABIC.search(number):
            continue
        thai = sum("๐" <= c <= "๙" for c in number)
        digits = sum(c.isdigit() for c in number)
        if "/" not in number and ":" not in number:
            repaired = thai_digits(number) if thai * 2 >= digits else arabic_digits(number)
            yield FlawMark(at=run.start(), end=run.end(), kind=FlawKind.DIGITS, repaired=(repaired,))
