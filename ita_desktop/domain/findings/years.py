"""Fiscal years and deadlines in texts against the paper's own years (ปีงบประมาณ, กำหนดเวลา)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ita_desktop.domain.findings.examined import Examined, Field, Text
from ita_desktop.domain.findings.finding import Code, Finding, Severity
from ita_desktop.domain.findings.scan.marks import DateMark, MonthMark, YearKind, YearMark
from ita_desktop.domain.thai.fiscal_year import BUDDHIST_OFFSET, FiscalYear
from ita_desktop.domain.thai.writing import arabic_digits, thai_digits
from ita_desktop.domain.values.origin import measure_origin

_MEASURES = re.compile(
    r"(?:ผล)?การดำเนินการตามมาตรการ|การดำเนินงานตามมาตรการ|ผลการดำเนินการเพื่อส่งเสริม|มาตรการส่งเสริม|มาตรการภายใน"
)
_RESULTS = re.compile(r"ผลการประเมิน|ผลคะแนน|วิเคราะห์ผล")
_DEADLINE = re.compile(r"(?:ภายใน|ไม่เกิน|กำหนดเสร็จ|แล้วเสร็จ|สิ้นสุด|ครบกำหนด)[^\n]{0,24}$")
_PAST = re.compile(r"(?:เมื่อ|ลงวันที่|คำสั่ง|ประกาศ|ตามหนังสือ)[^\n]{0,30}$")
_TARGET = re.compile(r"(?:เป้าหมาย|ยุทธศาสตร์|แผนแม่บท|แผนพัฒนา|แผนปฏิบัติ|แผนอัตรากำลัง|ระยะยาว|ต่อไป|ถัดไป)")
_LONG_AGO = 4
"""Years this far back are history (when a law, a plan or the office began), not slips."""
_GRACE = timedelta(days=31)
"""Time after the plan year in which its last report still falls."""


def subjects(examined: Examined) -> Iterator[Finding]:
    """Check the year in a memo's subject."""
    facts = examined.facts
    plan, assessed = int(facts.plan.fiscal_year), int(facts.plan.assessed_year)
    for text in examined.texts:
        if text.field is not Field.SUBJECT:
            continue
        on_measures = _MEASURES.search(text.text) is not None and not _RESULTS.search(text.text)
        for mark in text.reading.years:
            if mark.kind in (YearKind.RANGE, YearKind.LAW):
                continue
            right = plan if on_measures else assessed
            if mark.year not in (plan, assessed):
                values = {"year": mark.year, "plan": plan, "assessed": assessed}
                fixes = tuple(_written(text, mark, year) for year in dict.fromkeys((right, plan, assessed)))
                yield text.finding(Code.YEAR_IN_SUBJECT, Severity.WRONG, mark.at, mark.end, fixes=fixes, **values)
            elif on_measures and mark.year != plan:
                yield text.finding(
                    Code.YEAR_OF_MEASURES,
                    Severity.LOOK,
                    mark.at,
                    mark.end,
                    fixes=(_written(text, mark, plan),),
                    year=mark.year,
                    plan=plan,
                    assessed=assessed,
                )


def _written(text: Text, mark: YearMark, year: int) -> str:
    return thai_digits(str(year)) if text.text[mark.at] == "๒" else str(year)


def in_texts(examined: Examined) -> Iterator[Finding]:
    """Find years that are neither the plan's nor the result's; laws, lifetimes of plans and dates are skipped."""
    facts = examined.facts
    plan, assessed = int(facts.plan.fiscal_year), int(facts.plan.assessed_year)
    quiet = {plan, assessed, plan + 1}
    entered = {int(year) for year in facts.assessments}
    for text in examined.texts:
        if text.field in (Field.SUBJECT, Field.PERIOD, Field.EVIDENCE, Field.LINK, Field.AGENCY):
            continue
        for mark in text.reading.years:
            if mark.year in quiet or mark.year < assessed - _LONG_AGO:
                continue
            if mark.kind not in (YearKind.FISCAL, YearKind.PLAIN) or _compared(text, mark, assessed - 1, entered):
                continue
            if mark.year > plan and _TARGET.search(text.text, max(0, mark.at - 80), mark.at):
                continue
            yield text.finding(
                Code.YEAR_IN_TEXT,
                Severity.LOOK,
                mark.at,
                mark.end,
                fixes=tuple(_written(text, mark, year) for year in (plan, assessed)),
                year=mark.year,
                plan=plan,
                assessed=assessed,
            )


def _compared(text: Text, mark: YearMark, before: int, entered: set[int]) -> bool:
    """Return True for a year to compare with; a measure that names one copies an older manual (ข้อมูลปีเก่า)."""
    if mark.year == before:
        return text.field is not Field.MEASURE
    return mark.year in entered and text.field in (Field.MEMO, Field.NARRATIVE)


def mixed_up(examined: Examined) -> Iterator[Finding]:
    """Find วิเคราะห์ผลปี A เพื่อกำหนดมาตรการปี B with both years one too low: last year's introduction."""
    plan, assessed = int(examined.facts.plan.fiscal_year), int(examined.facts.plan.assessed_year)
    for text in examined.texts:
        if text.field not in (Field.MEMO, Field.PLAN, Field.NARRATIVE):
            continue
        marks = [m for m in text.reading.years if m.kind in (YearKind.FISCAL, YearKind.PLAIN)]
        for mark in marks:
            lead = text.text[max(0, mark.at - 90) : mark.at]
            measures = lead.rfind("มาตรการ")
            if mark.year != assessed or measures < 0 or plan == assessed or _RESULTS.search(lead[measures:]):
                continue
            if not re.search(r"(?:กำหนด|จัดทำ)มาตรการ", lead) or not any(m.year == assessed - 1 for m in marks):
                continue
            yield text.finding(
                Code.YEARS_MIXED_UP,
                Severity.LOOK,
                mark.at,
                mark.end,
                fixes=(_written(text, mark, plan),),
                year=mark.year,
                plan=plan,
                assessed=assessed,
            )


def periods(examined: Examined) -> Iterator[Finding]:
    """Check that a measure's period lies in the plan year."""
    plan = examined.facts.plan
    for text in examined.texts:
        if text.field is Field.PERIOD and text.measure is not None:
            months = [(FiscalYear.of(_first(m)), m) for m in text.reading.months if m.year is not None]
            outside = [mark for year, mark in months if year != plan.fiscal_year]
            if outside:
                severity = Severity.WRONG if len(outside) == len(months) else Severity.LOOK
                yield text.finding(Code.PERIOD, severity, outside[0].at, outside[-1].end, plan=int(plan.fiscal_year))
            else:
                yield from _period_years(text, int(plan.fiscal_year), int(plan.assessed_year))
    for position, measure in enumerate(plan.measures):
        written = [m for m in (measure.period_from, measure.period_to) if m]
        if written and not any(month in plan.fiscal_year.months for month in written):
            yield Finding(
                code=Code.PERIOD,
                severity=Severity.WRONG,
                origin=measure_origin(plan, measure, "period_from", at=position),
                quote=" - ".join(written),
                values={"part": " - ".join(written), "plan": int(plan.fiscal_year)},
            )


def _period_years(text: Text, plan: int, assessed: int) -> Iterator[Finding]:
    """Find ปีงบประมาณ พ.ศ. ๒๕๖๗ as the period of a plan for 2568."""
    years = [m for m in text.reading.years if m.kind in (YearKind.FISCAL, YearKind.PLAIN)]
    if years and not text.reading.months and all(m.year != plan for m in years):
        mark = years[0]
        yield text.finding(
            Code.PERIOD, Severity.WRONG, mark.at, mark.end, fixes=(_written(text, mark, plan),), plan=plan
        )


def _first(mark: MonthMark) -> date:
    assert mark.year is not None
    return date(mark.year - BUDDHIST_OFFSET, mark.month, 1)


def deadlines(examined: Examined) -> Iterator[Finding]:
    """Check that ภายในเดือน... lies in the plan year, or in the month after it, when the last report is made."""
    plan = examined.facts.plan.fiscal_year
    first, last = plan.start, plan.end + _GRACE
    for text in examined.texts:
        if text.measure is None or text.result is not None or text.field is Field.PERIOD:
            continue
        marks: tuple[MonthMark | DateMark, ...] = (*text.reading.months, *text.reading.dates)
        for mark in marks:
            day = _deadline(mark)
            if day is None or first <= day <= last:
                continue
            if not _DEADLINE.search(mark.lead) or _PAST.search(mark.lead):
                continue
            yield text.finding(
                Code.DEADLINE,
                Severity.LOOK,
                mark.at,
                mark.end,
                fixes=_moved(text, mark, day, plan),
                plan=int(plan),
                early=day < plan.start,
            )


def _deadline(mark: MonthMark | DateMark) -> date | None:
    if isinstance(mark, DateMark):
        return mark.day
    return _first(mark) if mark.year is not None else None


def _moved(text: Text, mark: MonthMark | DateMark, day: date, plan: FiscalYear) -> tuple[str, ...]:
    """Return the same month in the plan year."""
    year = plan.start.year if day.month >= plan.start.month else plan.end.year
    old = text.text[mark.at : mark.end]
    typed = re.search(r"[0-9๐-๙]{2,4}$", old)
    if not typed:
        return ()
    full = str(year + BUDDHIST_OFFSET)
    number = full if len(arabic_digits(typed.group())) == 4 else full[2:]
    thai = "๐" <= typed.group()[0] <= "๙"
    return (old[: typed.start()] + (thai_digits(number) if thai else number),)


def every(examined: Examined) -> Iterator[Finding]:
    """Find ทุก ๒ เดือน ภายในเดือนเมษายน และเดือนตุลาคม: two months a year are every six months."""
    for text in examined.texts:
        for mark in text.reading.every:
            times = len(mark.months)
            if mark.every <= 0 or times < 2 or 12 % mark.every or times == 12 // mark.every:
                continue
            gaps = {(b - a) % 12 for a, b in zip(mark.months, (*mark.months[1:], mark.months[0]), strict=True)}
            fixes: tuple[str, ...] = ()
            if len(gaps) == 1:
                right = str(gaps.pop())
                number = thai_digits(right) if "๐" <= mark.count[0] <= "๙" else right
                end = mark.number_at + len(mark.count)
                fixes = (text.text[mark.at : mark.number_at] + number + text.text[end : mark.end],)
            yield text.finding(
                Code.EVERY, Severity.WRONG, mark.at, mark.end, fixes=fixes, every=mark.every, times=times
            )
