"""The level against its rule, and the level that sentences claim (ระดับผลการประเมิน)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ita_desktop.domain.findings.examined import Examined, Field, Text
from ita_desktop.domain.findings.finding import Code, Finding, Fix, Severity
from ita_desktop.domain.findings.known import KnownFigures
from ita_desktop.domain.findings.scan.marks import LevelMark, YearKind
from ita_desktop.domain.rules.scoring import level as level_of
from ita_desktop.domain.thai.writing import arabic_digits, thai_digits
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.origin import Origin
from ita_desktop.domain.values.ref import OVERALL

_WISH = re.compile(r"(?:เป้าหมาย|ยกระดับ|ให้ได้|ให้อยู่|เพื่อให้|เพื่อ|มุ่ง|จะได้|เกณฑ์|สู่|ถึง)[^\n]{0,22}$")
_ONE_BELOW = re.compile(r"เครื่องมือใดเครื่องมือหนึ่ง[^\n]{0,40}?(?:น้อยกว่า|ต่ำกว่า|ไม่ถึง)\s*[0-9๐-๙.]*(?:\s*คะแนน)?")
_AND_ABOVE = re.compile(r"(?P<number>[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,2})?)\s*(?:คะแนน)?\s*ขึ้นไป")
_PASSED = re.compile(r"(?P<no>ไม่)?ผ่าน(?:เกณฑ์|การประเมิน|ค่าเป้าหมาย)")


def official_levels(examined: Examined) -> Iterator[Finding]:
    """Check that the official level is one of the year, and one the figures allow."""
    facts = examined.facts
    for assessment in (facts.assessed, facts.before):
        framework = facts.frameworks.get(assessment.fiscal_year) if assessment else None
        if assessment is None or framework is None or not assessment.official.level:
            continue
        level = assessment.official.level
        codes = [band.code for band in framework.levels.bands]
        allowed = level_of(assessment, framework).possible
        if level in codes and (not allowed or level in allowed):
            continue
        origin = Origin.year(assessment.fiscal_year, "official", "level")
        yield Finding(
            code=Code.LEVEL_DIFFERS if level in codes else Code.LEVEL_UNKNOWN,
            severity=Severity.WRONG if _sure(framework) else Severity.LOOK,
            origin=origin,
            quote=level,
            values={
                "year": int(assessment.fiscal_year),
                "level": level,
                "allowed": allowed,
                "codes": tuple(codes),
                "overall": assessment.official.overall,
            },
            fixes=tuple(Fix(origin=origin, old=level, new=code) for code in allowed),
        )


def _sure(framework: Framework) -> bool:
    block = framework.provenance.get("levels")
    return block is not None and block.confidence.value != "unverified"


def stated_levels(examined: Examined) -> Iterator[Finding]:
    """Compare a level in a sentence with that year's level."""
    facts = examined.facts
    for text in examined.prose:
        marks = text.reading.levels
        if len({mark.level for mark in marks}) > 2:
            continue
        for mark in marks:
            yield from _stated_level(text, mark, facts)


def _stated_level(text: Text, mark: LevelMark, facts: YearFacts) -> Iterator[Finding]:
    if (
        _WISH.search(text.text, max(0, mark.at - 36), mark.at)
        and "ผลการประเมิน" not in text.text[mark.at - 20 : mark.at]
    ):
        return
    assessment = _meant(text, mark.at, facts)
    framework = facts.frameworks.get(assessment.fiscal_year) if assessment else None
    if assessment is None or framework is None:
        return
    codes = tuple(band.code for band in framework.levels.bands)
    official = assessment.official.level
    allowed = (official,) if official else level_of(assessment, framework).possible
    if mark.level in allowed or (not allowed and mark.level in codes):
        return
    yield text.finding(
        Code.LEVEL_IN_TEXT,
        Severity.WRONG,
        mark.at,
        mark.end,
        fixes=allowed,
        level=mark.level,
        allowed=allowed,
        year=int(assessment.fiscal_year),
        overall=assessment.official.overall,
        of_scale=mark.level in codes,
    )


def _meant(text: Text, at: int, facts: YearFacts) -> Assessment | None:
    """Return the result a sentence is about: of the last year named before, else of the year of analysis."""
    named = [
        y.year
        for y in text.reading.years
        if at - 160 <= y.at < at and y.kind in (YearKind.FISCAL, YearKind.PLAIN) and y.year in facts.assessments
    ]
    return facts.assessments.get(named[-1]) if named else facts.assessed


def level_explained(examined: Examined) -> Iterator[Finding]:
    """Find NACC's explanation of a level under a result of another level (ข้อความอธิบายของระดับอื่น)."""
    facts = examined.facts
    assessed, framework = facts.assessed, facts.framework
    if assessed is None or framework is None or not assessed.official.level:
        return
    bands = {band.code: band for band in framework.levels.bands}
    band = bands.get(assessed.official.level)
    for text in examined.prose:
        if "เครื่องมือ" not in text.text:
            continue
        found = _ONE_BELOW.search(text.text)
        if found and band is not None and band.each_instrument_min is not None:
            yield text.finding(
                Code.LEVEL_RULE_IN_TEXT,
                Severity.WRONG,
                found.start(),
                found.end(),
                level=band.code,
                minimum=band.each_instrument_min,
                year=int(assessed.fiscal_year),
            )


def bounds(examined: Examined) -> Iterator[Finding]:
    """Find the office's own score in place of a rule's bound (๙๓.๗๑ คะแนนขึ้นไป)."""
    facts = examined.facts
    if facts.assessed is None or facts.framework is None:
        return
    known = KnownFigures.of(facts)
    overall = known.score(known.assessed, OVERALL)
    if overall is None or overall in known.bounds:
        return
    below = max((b.overall_min for b in facts.framework.levels.bands if b.overall_min <= overall), default=None)
    for text in examined.prose:
        if "ขึ้นไป" not in text.text:
            continue
        for found in _AND_ABOVE.finditer(text.text):
            if Decimal(arabic_digits(found["number"])) != overall:
                continue
            at, end = found.span("number")
            bound = f"{below.normalize():f}" if below is not None else ""
            thai = thai_digits(bound) if "๐" <= found["number"][0] <= "๙" else bound
            yield text.finding(
                Code.LEVEL_BOUND_IN_TEXT, Severity.LOOK, at, end, fixes=(thai,) if bound else (), overall=overall
            )


def passed(examined: Examined) -> Iterator[Finding]:
    """Compare ผ่านเกณฑ์ or ไม่ผ่านเกณฑ์ in the analysis of an indicator with the pass mark."""
    facts = examined.facts
    if facts.assessed is None or facts.framework is None:
        return
    mark = facts.framework.levels.pass_mark
    for text in examined.prose:
        if text.field is not Field.NARRATIVE or text.year != int(facts.assessed.fiscal_year):
            continue
        score = facts.assessed.scores.get(text.indicator)
        found = _PASSED.search(text.text)
        if score is None or not found or (found["no"] is None) == (score >= mark):
            continue
        right = "ผ่าน" if score >= mark else "ไม่ผ่าน"
        at, end = found.start(), found.end()
        tail = found.group().removeprefix("ไม่").removeprefix("ผ่าน")
        yield text.finding(
            Code.PASS_IN_TEXT, Severity.LOOK, at, end, fixes=(right + tail,), score=score, pass_mark=mark
        )
