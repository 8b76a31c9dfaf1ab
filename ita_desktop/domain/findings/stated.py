"""Figures in sentences against the data: scores, ranks, highest and lowest, rise and fall (ตัวเลขในเนื้อความ)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from ita_desktop.domain.findings.examined import PROSE, Examined, Field, Text
from ita_desktop.domain.findings.finding import Code, Finding, Severity
from ita_desktop.domain.findings.known import KnownFigures
from ita_desktop.domain.findings.scan.marks import ExtremeMark, FigureMark, RankMark, YearKind
from ita_desktop.domain.findings.scan.signs import has
from ita_desktop.domain.findings.subjects import Subject, Subjects, says_nothing_else, says_score
from ita_desktop.domain.thai.writing import arabic_digits, score_text, thai_digits
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.ref import OVERALL

_BOUND = re.compile(
    r"(?:น้อยกว่า|ต่ำกว่า|มากกว่า|สูงกว่า|ไม่ต่ำกว่า|เกณฑ์|เป้าหมาย|เพิ่มขึ้น|ลดลง|ขาด|ต่างกัน|ห่าง|อีก|ระหว่าง|ช่วง)\s*(?:ร้อยละ|คะแนน|ที่)?\s*$"
)
_BOUND_AFTER = re.compile(r"\s*(?:คะแนน)?\s*(?:ขึ้นไป|ลงมา|[-–—]\s*[0-9๐-๙])")
_NAMED_LIST = re.compile(r"[^\n]{0,45}?(?:คือ|ได้แก่|ประกอบด้วย|:)")
_LIST_END = re.compile(r"สูงสุด|สูงที่สุด|มากที่สุด|ต่ำสุด|ต่ำที่สุด|น้อยที่สุด|\n|ส่วน|ในขณะ|ขณะที่|ทั้งนี้|รองลงมา")
_OFFICE_RANK = re.compile(r"\s*(?:ของ|ใน|จาก)\s*(?:หน่วยงาน|ประเภท|ประเทศ|จังหวัด|องค์|อบต|เทศบาล|ทั้งหมด|จำนวน)")
_CHANGE = re.compile(r"(?:คะแนน|ผลการประเมิน)[^\n]{0,12}?(?P<way>เพิ่มขึ้น|สูงขึ้น|ลดลง|เท่าเดิม)")
_AMOUNT = re.compile(
    r"(?P<way>เพิ่มขึ้น|สูงขึ้น|ลดลง)\s*(?:จำนวน|ร้อยละ|อีก)?\s*(?P<amount>[0-9๐-๙]{1,2}\.[0-9๐-๙]{2})(?![0-9๐-๙])\s*คะแนน"
)
_WAYS = ("เพิ่มขึ้น", "สูงขึ้น", "ลดลง", "เท่าเดิม")
_WISH = re.compile(r"(?:ให้|เพื่อ|จะ|ควร|ทำให้|เป้าหมาย|คาดว่า)[^\n]{0,20}$")


def figures(examined: Examined) -> Iterator[Finding]:
    """Check scores that a sentence gives for an indicator, an instrument or the whole."""
    facts = examined.facts
    if facts.assessed is None or facts.framework is None:
        return
    frameworks = {0: facts.framework, **{int(year): one for year, one in facts.frameworks.items()}}
    subjects = {year: Subjects.of(frameworks.get(year, facts.framework)) for year in {t.year for t in examined.texts}}
    known = KnownFigures.of(facts)
    for text in examined.texts:
        if text.reading.figures and (text.field in PROSE or _tells_the_result(text)):
            for mark in text.reading.figures:
                yield from _figure(text, mark, subjects[text.year], known)


def _tells_the_result(text: Text) -> bool:
    """Return True for a measure's issue, which is about the result; its steps may name a target."""
    return text.field is Field.MEASURE and text.origin.field in ("issue", "sub_issues")


def _figure(text: Text, mark: FigureMark, subjects: Subjects, known: KnownFigures) -> Iterator[Finding]:
    words = text.text
    if _BOUND.search(words, max(0, mark.at - 40), mark.at) or _BOUND_AFTER.match(words, mark.end):
        return
    subject = _subject(text, mark, subjects)
    if subject is not None and text.year:
        subject = replace(subject, ref=known.id_now(text.year, subject.ref))
    if subject is None:
        if (
            text.field is not Field.MEASURE
            and _two_decimals(words, mark)
            and mark.scored
            and mark.value not in known.all
        ):
            yield text.finding(Code.SCORE_UNKNOWN, Severity.LOOK, mark.at, mark.end, value=mark.value)
        return
    year = _year(text, subject, mark, known)
    scores = known.may_be(year, subject.ref)
    if not scores or any(_same(mark, words, score) for score in scores) or not _two_decimals(words, mark):
        return
    if not says_nothing_else(words, subject, mark.at) and (mark.value in known.all or not mark.scored):
        return
    score = scores[0]
    code = Code.TOTAL_IN_TEXT if subject.ref == OVERALL else Code.SCORE_IN_TEXT
    yield text.finding(
        code,
        Severity.WRONG,
        mark.at,
        mark.end,
        fixes=(_in_digits_of(words[mark.at : mark.end], score_text(score)),),
        value=mark.value,
        ref=subject.ref,
        name=known.name(subject.ref),
        score=score,
        year=year,
    )


def _subject(text: Text, mark: FigureMark, subjects: Subjects) -> Subject | None:
    named = subjects.before(text.text, mark.at)
    if named and says_score(text.text, named, mark.at):
        return named
    if text.field is Field.NARRATIVE and mark.scored and text.indicator:
        return Subject(ref=text.indicator, at=-1, end=-1)
    return None


def _two_decimals(words: str, mark: FigureMark) -> bool:
    return len(words[mark.at : mark.end].partition(".")[2]) == 2


def _same(mark: FigureMark, words: str, score: Decimal) -> bool:
    decimals = len(words[mark.at : mark.end].partition(".")[2])
    return mark.value == round(score, decimals) or mark.value == score


def _in_digits_of(sample: str, number: str) -> str:
    return thai_digits(number) if any("๐" <= c <= "๙" for c in sample) else number


def _year(text: Text, subject: Subject, mark: FigureMark, known: KnownFigures) -> int:
    """Return the year of a figure: the last one named before it, else the year of the narrative or the plan."""
    first = max(0, subject.at - 60) if subject.at >= 0 else max(0, mark.at - 60)
    named = [
        y.year for y in text.reading.years if first <= y.at < mark.at and y.kind in (YearKind.FISCAL, YearKind.PLAIN)
    ]
    named = [year for year in named if year in known.years]
    return named[-1] if named else text.year or known.assessed


def ranks(examined: Examined) -> Iterator[Finding]:
    """Compare ลำดับที่ with the order of the scores, and with the rank ITAS printed."""
    facts = examined.facts
    if facts.assessed is None or facts.framework is None:
        return
    subjects = Subjects.of(facts.framework)
    for text in examined.prose:
        for mark in text.reading.ranks:
            if _OFFICE_RANK.match(mark.tail) or mark.rank > len(facts.framework.indicators):
                yield from _office_rank(text, mark, facts.assessed)
            else:
                yield from _indicator_rank(text, mark, subjects, facts.assessed)


def _office_rank(text: Text, mark: RankMark, assessed: Assessment) -> Iterator[Finding]:
    official = assessed.official.rank_in_type
    if official is None or official == mark.rank or "ประเภท" not in mark.tail:
        return
    fix = _in_digits_of(text.text[mark.at : mark.end], f"{official:,}")
    yield text.finding(
        Code.OFFICE_RANK_IN_TEXT, Severity.WRONG, mark.at, mark.end, fixes=(fix,), rank=mark.rank, official=official
    )


def _indicator_rank(text: Text, mark: RankMark, subjects: Subjects, assessed: Assessment) -> Iterator[Finding]:
    scores = {ref: score for ref, score in assessed.scores.items() if ref in subjects.indicators}
    after = subjects.all(text.text, mark.end, mark.end + 50)
    named = after[0].ref if after and after[0].at - mark.end <= 4 else ""
    if not named and text.field is Field.NARRATIVE and "ตัวชี้วัด" in text.text[max(0, mark.at - 40) : mark.at]:
        named = text.indicator
    if named not in scores or str(mark.rank) == named or len(scores) < len(subjects.indicators):
        return
    first = 1 + sum(score > scores[named] for score in scores.values())
    last = sum(score >= scores[named] for score in scores.values())
    dense = 1 + len({score for score in scores.values() if score > scores[named]})
    if first <= mark.rank <= last or mark.rank == dense:
        return
    fix = _in_digits_of(text.text[mark.at : mark.end], str(first))
    yield text.finding(
        Code.RANK_IN_TEXT, Severity.WRONG, mark.at, mark.end, fixes=(fix,), rank=mark.rank, ref=named, right=first
    )


def extremes(examined: Examined) -> Iterator[Finding]:
    """Check สูงสุด and ต่ำสุด: the indicator named must be it, and none with the same score may be left out."""
    facts = examined.facts
    if facts.assessed is None or facts.framework is None:
        return
    subjects = Subjects.of(facts.framework)
    scores = {ref: score for ref, score in facts.assessed.scores.items() if ref in subjects.indicators}
    if len(scores) < len(subjects.indicators):
        return
    known = KnownFigures.of(facts)
    for text in examined.prose:
        for mark in text.reading.extremes:
            yield from _extreme(text, mark, subjects, scores, known)


def _extreme(
    text: Text, mark: ExtremeMark, subjects: Subjects, scores: dict[str, Decimal], known: KnownFigures
) -> Iterator[Finding]:
    named, end, listed = _named_extreme(text, mark, subjects)
    named = [ref for ref in named if ref in scores]
    if not named or _other_year(text, mark, known):
        return
    instrument = [s.ref for s in subjects.all(text.text, max(0, mark.at - 30), mark.end + 30) if s.ref.isupper()]
    group = {ref: s for ref, s in scores.items() if known.instrument(ref) in instrument} or scores
    if not all(ref in group for ref in named):
        return
    order = sorted(group, key=lambda ref: group[ref], reverse=mark.highest)
    bound = group[order[len(named) - 1]]
    wrong = [ref for ref in named if (group[ref] < bound if mark.highest else group[ref] > bound)]
    ties = [ref for ref in order if group[ref] == bound and ref not in named]
    values: dict[str, Any] = {"named": tuple(named), "right": tuple(order[: len(named)]), "highest": mark.highest}
    if wrong:
        yield text.finding(Code.EXTREME_IN_TEXT, Severity.WRONG, mark.at, end, **values)
    elif ties and listed:
        yield text.finding(Code.TIE_OMITTED, Severity.LOOK, mark.at, end, **values, ties=tuple(ties), score=bound)


def _named_extreme(text: Text, mark: ExtremeMark, subjects: Subjects) -> tuple[list[str], int, bool]:
    """Return the indicators said to be highest or lowest, where the statement ends, and whether it lists all."""
    words = text.text
    figure = next((f for f in text.reading.figures if 0 <= f.at - mark.end <= 10), None)
    if figure is not None:
        subject = subjects.before(words, mark.at)
        if subject is not None and subject.ref in subjects.indicators:
            return [subject.ref], figure.end, False
        return ([text.indicator] if text.field is Field.NARRATIVE else []), figure.end, False
    lead = _NAMED_LIST.match(words, mark.end)
    if not lead or "ตัวชี้วัด" not in words[max(0, mark.at - 60) : mark.at]:
        return [], mark.end, False
    stop = _LIST_END.search(words, lead.end())
    named = subjects.all(words, lead.end(), min(stop.start() if stop else len(words), lead.end() + 260))
    refs = list(dict.fromkeys(s.ref for s in named if s.ref in subjects.indicators))
    return refs, named[-1].end if named else mark.end, True


def _other_year(text: Text, mark: ExtremeMark, known: KnownFigures) -> bool:
    named = [y.year for y in text.reading.years if mark.at - 90 <= y.at < mark.at and y.kind is not YearKind.LAW]
    return bool(named) and named[-1] != known.assessed


def changes(examined: Examined) -> Iterator[Finding]:
    """Compare คะแนนเพิ่มขึ้น / ลดลง, and by how much, with the figures of the two years."""
    facts = examined.facts
    if facts.assessed is None or facts.framework is None:
        return
    subjects = Subjects.of(facts.framework)
    known = KnownFigures.of(facts)
    for text in examined.prose:
        if has(text.text, _WAYS):
            for found in (*_CHANGE.finditer(text.text), *_AMOUNT.finditer(text.text)):
                if not _WISH.search(text.text, max(0, found.start() - 30), found.start()):
                    yield from _change(text, found, subjects, known)


def _change(text: Text, found: re.Match[str], subjects: Subjects, known: KnownFigures) -> Iterator[Finding]:
    amount = found.groupdict().get("amount")
    subject = subjects.before(text.text, found.start(), limit=150 if amount else 40)
    ref = subject.ref if subject else text.indicator
    year = text.year or known.assessed
    now, then = known.score(year, ref), known.score(year - 1, ref)
    if now is None or then is None:
        return
    values: dict[str, Any] = {"name": known.name(ref), "now": now, "then": then}
    way = "ลดลง" if now < then else "เพิ่มขึ้น" if now > then else "เท่าเดิม"
    if way != ("เพิ่มขึ้น" if found["way"] == "สูงขึ้น" else found["way"]):
        yield text.finding(Code.CHANGE_IN_TEXT, Severity.LOOK, *found.span("way"), fixes=(way,), **values)
    elif amount and Decimal(arabic_digits(amount)) not in (abs(now - then), *known.all):
        right = _in_digits_of(amount, score_text(abs(now - then)))
        yield text.finding(Code.CHANGE_IN_TEXT, Severity.LOOK, *found.span("amount"), fixes=(right,), **values)
