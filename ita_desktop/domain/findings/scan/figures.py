"""Scores, ranks, extremes and levels in Thai text (คะแนน, ลำดับที่, สูงสุด, ระดับ)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ita_desktop.domain.findings.scan.marks import ExtremeMark, FigureMark, LevelMark, RankMark
from ita_desktop.domain.findings.scan.signs import has
from ita_desktop.domain.thai.writing import arabic_digits

_D = "[0-9๐-๙]"
_SCORE_WORDS = ("คะแนน", "ร้อยละ", "%", "เปอร์เซ็นต์")
_SCORE_AFTER = re.compile(r"\s*(?:คะแนน|%|เปอร์เซ็นต์)")
_SCORE_BEFORE = re.compile(r"(?:คะแนน|ร้อยละ)\s*(?:เท่ากับ|เฉลี่ย|รวม|คือ|อยู่ที่|:|สูงสุด|ต่ำสุด)?\s*$")
_RANK = re.compile(rf"ลำดับ(?:ที่)?\s*(?P<rank>{_D}{{1,3}}(?:,{_D}{{3}})*|{_D}+)")
_EXTREME = re.compile(r"(?P<high>สูงสุด|สูงที่สุด|มากที่สุด)|ต่ำสุด|ต่ำที่สุด|น้อยที่สุด")
_LEVEL_NAME = r"(?:ผ่านดีเยี่ยม|ผ่านดี|ผ่าน|ต้องปรับปรุงโดยด่วน|ต้องปรับปรุง|AA|[A-F])(?![A-Za-z])"
_LEVEL = re.compile(
    rf"(?:ระดับ(?:\s*(?:ผลการประเมิน|ผลคะแนน|คะแนน))?|เกรด|อยู่ใน|ผลการประเมิน)\s*(?:คือ|:|เป็น|ที่|อยู่ใน(?:ระดับ)?)?\s*[“\"(]?\s*"
    rf"(?P<level>{_LEVEL_NAME})(?!\s*(?:เกณฑ์|การประเมิน|ค่าเป้าหมาย|หลักเกณฑ์|การ))"
    rf"|คะแนน\s*\((?:ระดับ\s*)?(?P<paren>{_LEVEL_NAME})\)"
)
LEVEL_SIGNS = ("ระดับ", "เกรด", "อยู่ใน", "ผลการประเมิน", "คะแนน (", "คะแนน(")
_RANK_TAIL = 60


def figures(text: str, found: Iterable[re.Match[str]]) -> Iterator[FigureMark]:
    """Yield numbers with two decimals, and others that are called a score or a percentage."""
    called = has(text, _SCORE_WORDS)
    for run in found:
        at, end = run.span()
        if "." not in run.group() and (not called or end - at > 3):
            continue
        number = arabic_digits(run.group())
        whole, point, decimals = number.partition(".")
        if len(whole) > 3 or not whole.isdigit() or (point and not (decimals.isdigit() and len(decimals) <= 2)):
            continue
        after = called and _SCORE_AFTER.match(text, end) is not None
        before = called and _SCORE_BEFORE.search(text, max(0, at - 24), at) is not None
        if len(decimals) == 2 or after or (before and (decimals or len(whole) > 1)):
            value = Decimal(number)
            if value <= 100:
                yield FigureMark(at=at, end=end, value=value, scored=before or after)


def ranks(text: str) -> Iterator[RankMark]:
    """Read a rank: ลำดับที่ ๒."""
    for found in _RANK.finditer(text):
        rank = int(arabic_digits(found["rank"]).replace(",", ""))
        yield RankMark(
            at=found.start("rank"), end=found.end(), rank=rank, tail=text[found.end() : found.end() + _RANK_TAIL]
        )


def extremes(text: str) -> Iterator[ExtremeMark]:
    """Read superlatives: สูงสุด, ต่ำสุด."""
    for found in _EXTREME.finditer(text):
        yield ExtremeMark(at=found.start(), end=found.end(), highest=found["high"] is not None)


def levels(text: str) -> Iterator[LevelMark]:
    """Read levels: ระดับ ผ่านดี, อยู่ใน D, ๙๓.๗๑ คะแนน (ผ่านดี)."""
    for found in _LEVEL.finditer(text):
        name = "level" if found["level"] else "paren"
        yield LevelMark(at=found.start(name), end=found.end(name), level=found[name])
