"""Papers dated before what they report (วันที่ของบันทึกและรายงานกับงานที่รายงาน)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ita_desktop.domain.findings.examined import Examined, Field, Text
from ita_desktop.domain.findings.finding import Code, Finding, Severity
from ita_desktop.domain.findings.scan.marks import DateMark
from ita_desktop.domain.thai.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.thai.writing import arabic_digits
from ita_desktop.domain.values.follow_up import ROUNDS
from ita_desktop.domain.values.measure import Measure
from ita_desktop.domain.values.memo import Memo
from ita_desktop.domain.values.origin import Origin, measure_origin

_DONE = re.compile(r"(?:เมื่อ|ลงวันที่|ประกาศ|ดำเนินการแล้ว|จัดประชุม|เผยแพร่)[^\n]{0,40}$")
_TO_COME = re.compile(r"(?:ภายใน|กำหนด|จะ|ครบกำหนด|ให้แล้วเสร็จ|ไม่เกิน|ถึง|นัด|แผน)[^\n]{0,30}$")
_REPORTING = re.compile(r"รายงาน|เสนอ|นำเรียน")
_ON_MEASURES = re.compile(
    r"(?:ดำเนินการ|ดำเนินงาน)[^\n]{0,12}มาตรการ|ผลการดำเนินการเพื่อส่งเสริม|กำกับติดตาม|รอบ\s*[0-9๐-๙]+\s*เดือน"
)
_ON_RESULT = re.compile(r"ผลการประเมิน|ผลคะแนน|คะแนนการประเมิน")
_ROUND = re.compile(r"รอบ\s*(?P<months>[0-9๐-๙]{1,2})\s*เดือน")
_EARLY = timedelta(days=123)
_LATE = timedelta(days=123)


def memo_years(examined: Examined) -> Iterator[Finding]:
    """Find a memo's date far outside the plan year: the year was mistyped."""
    plan = examined.facts.plan.fiscal_year
    for memo in examined.facts.memos:
        if memo.date is not None and not plan.start - _EARLY <= memo.date <= plan.end + _LATE:
            yield _dated(memo, Code.MEMO_YEAR, Severity.LOOK, plan=int(plan))


def _dated(memo: Memo, code: Code, severity: Severity, **values: object) -> Finding:
    assert memo.date is not None
    return Finding(
        code=code,
        severity=severity,
        origin=Origin.memo(memo.id, "date"),
        quote=memo.date.isoformat(),
        values={"date": memo.date, **values},
    )


def memo_texts(examined: Examined) -> Iterator[Finding]:
    """Find a memo that speaks of a later day as past."""
    for text in examined.texts:
        if text.memo is None or text.memo.date is None:
            continue
        for mark in text.reading.dates:
            if mark.day > text.memo.date and _DONE.search(mark.lead) and not _TO_COME.search(mark.lead):
                yield text.finding(
                    Code.MEMO_BEFORE_RESULT, Severity.WRONG, mark.at, mark.end, date=text.memo.date, day=mark.day
                )


def announcement(examined: Examined) -> Iterator[Finding]:
    """Find a memo that reports the result before it was announced."""
    assessed = examined.facts.assessed
    announced = assessed.official.announced if assessed else None
    if announced is None:
        return
    for memo in examined.facts.memos:
        reports = _ON_RESULT.search(memo.subject) or any(section.score_list for section in memo.sections)
        if reports and memo.date is not None and memo.date < announced:
            yield _dated(memo, Code.MEMO_BEFORE_ANNOUNCEMENT, Severity.WRONG, announced=announced)


def memo_results(examined: Examined) -> Iterator[Finding]:
    """Find a memo on the measures, dated before a day on which the plan says something was done."""
    reports = [m for m in examined.facts.memos if m.date is not None and _ON_MEASURES.search(m.subject)]
    if not reports:
        return
    last = max(reports, key=lambda memo: memo.date or date.min)
    for memo in reports:
        months = _round_of(memo)
        for day, origin, words in _done_days(examined, months, include_plain=memo is last):
            if memo.date is not None and day > memo.date:
                yield _dated(memo, Code.MEMO_BEFORE_RESULT, Severity.WRONG, day=day, where=origin, words=words)
                break


def _round_of(memo: Memo) -> int | None:
    found = _ROUND.search(memo.subject)
    months = int(arabic_digits(found["months"])) if found else 0
    return months if months in ROUNDS else None


def _done_days(examined: Examined, months: int | None, *, include_plain: bool) -> Iterator[tuple[date, str, str]]:
    """Yield days on which the plan's texts, results and evidence say something was done, for a memo on one round."""
    plan = examined.facts.plan
    rounds = {result.round for measure in plan.measures for result in measure.results}
    up_to = months or min(rounds, default=0)
    for text in examined.texts:
        if text.measure is None or (text.result is None and not include_plain):
            continue
        if text.result is not None and text.result.round > up_to:
            continue
        for mark in text.reading.dates:
            if _DONE.search(mark.lead) and not _TO_COME.search(mark.lead):
                yield mark.day, text.origin, text.text[mark.at : mark.end]
    for position, measure in enumerate(plan.measures):
        for result in measure.results:
            if result.round <= up_to:
                yield from _evidence_days(measure_origin(plan, measure, at=position), measure, result.round)


def _evidence_days(start: Origin, measure: Measure, months: int) -> Iterator[tuple[date, str, str]]:
    for result in measure.results:
        if result.round == months:
            for at, piece in enumerate(result.evidence):
                if piece.date is not None:
                    yield piece.date, start / "results" / months / "evidence" / at, piece.title


def report_dates(examined: Examined) -> Iterator[Finding]:
    """Find a round's report made before the round ended (รอบ ๖ เดือนสิ้นสุด ๓๑ มีนาคม).

    A date in the first three months of the plan year is the date of the plan, which has the same field.
    """
    plan = examined.facts.plan
    for memo in examined.facts.memos:
        months = _round_of(memo)
        if months and memo.date is not None and memo.date < plan.fiscal_year.round_end(months):
            end = plan.fiscal_year.round_end(months)
            yield _dated(memo, Code.REPORT_BEFORE_ROUND_END, Severity.WRONG, round=months, ends=end)
    reported = [r.round for measure in plan.measures for r in measure.results if r.round in ROUNDS]
    if plan.report_date is None or not reported:
        return
    ends = plan.fiscal_year.round_end(min(reported))
    of_the_plan = plan.fiscal_year.start - _EARLY <= plan.report_date < plan.fiscal_year.round_end(3)
    if plan.report_date < ends and not of_the_plan:
        yield Finding(
            code=Code.REPORT_BEFORE_ROUND_END,
            severity=Severity.WRONG,
            origin=Origin.plan(plan.fiscal_year, "report_date"),
            quote=plan.report_date.isoformat(),
            values={"date": plan.report_date, "round": min(reported), "ends": ends},
        )


def after_round(examined: Examined) -> Iterator[Finding]:
    """Find work done after the round in which it is reported."""
    plan = examined.facts.plan.fiscal_year
    told: set[tuple[int | None, int]] = set()
    for text in examined.texts:
        result = text.result
        if result is None or result.round not in ROUNDS or text.measure is None:
            continue
        end = plan.round_end(result.round)
        key = (text.origin.measure_id, result.round)
        for mark in text.reading.dates:
            if key not in told and mark.day > end and _is_work(text, mark):
                told.add(key)
                yield text.finding(
                    Code.RESULT_AFTER_ROUND, Severity.LOOK, mark.at, mark.end, round=result.round, ends=end
                )
        for month in text.reading.months if text.origin.last == "period" else ():
            late = month.year is not None and date(month.year - BUDDHIST_OFFSET, month.month, 1) > end
            if key not in told and late and len(text.reading.months) == 1:
                told.add(key)
                yield text.finding(
                    Code.RESULT_AFTER_ROUND, Severity.LOOK, month.at, month.end, round=result.round, ends=end
                )


def _is_work(text: Text, mark: DateMark) -> bool:
    return text.field is Field.RESULT and bool(_DONE.search(mark.lead)) and not _REPORTING.search(mark.lead[-24:])


def evidence(examined: Examined) -> Iterator[Finding]:
    """Find evidence from long before the plan year: it is evidence of something else."""
    plan = examined.facts.plan
    for position, measure in enumerate(plan.measures):
        for result in measure.results:
            for at, piece in enumerate(result.evidence):
                if piece.date is None or plan.fiscal_year.start - _EARLY <= piece.date <= plan.fiscal_year.end + _LATE:
                    continue
                yield Finding(
                    code=Code.EVIDENCE_DATE,
                    severity=Severity.LOOK,
                    origin=measure_origin(plan, measure, "results", result.round, "evidence", at, at=position),
                    quote=piece.title,
                    values={"date": piece.date, "plan": int(plan.fiscal_year)},
                )
