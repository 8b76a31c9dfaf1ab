"""Broken Thai, mixed digits, and one name in two spellings (ภาษาและการพิมพ์)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.domain.findings.examined import Examined
from ita_desktop.domain.findings.finding import Code, Finding, Fix, Severity, excerpt
from ita_desktop.domain.findings.scan.marks import FlawKind, FlawMark
from ita_desktop.domain.values.origin import Origin, Root, measure_origin

_CODES = {
    FlawKind.BROKEN: (Code.BROKEN_THAI, Severity.ADVICE),
    FlawKind.LOST_SARA_AM: (Code.LOST_SARA_AM, Severity.LOOK),
    FlawKind.UNKNOWN: (Code.UNKNOWN_CHARACTER, Severity.LOOK),
    FlawKind.DIGITS: (Code.MIXED_DIGITS, Severity.ADVICE),
}


def flaws(examined: Examined) -> Iterator[Finding]:
    """Find one flaw per text and kind; applying its fixes one after the other repairs the text."""
    for text in examined.texts:
        by_kind: dict[FlawKind, list[FlawMark]] = {}
        for mark in text.reading.flaws:
            by_kind.setdefault(mark.kind, []).append(mark)
        for kind, marks in by_kind.items():
            code, severity = _CODES[kind]
            first = marks[0]
            yield Finding(
                code=code,
                severity=severity,
                origin=text.origin,
                quote=excerpt(text.text, first.at, first.end, around=14),
                values={
                    "count": len(marks),
                    "part": text.text[first.at : first.end],
                    "points": tuple(f"U+{ord(c):04X}" for c in text.text[first.at : first.end]),
                },
                fixes=_repairs(text.origin, text.text, marks),
            )


def _repairs(origin: Origin, words: str, marks: list[FlawMark]) -> tuple[Fix, ...]:
    """Return the whole text repaired, once for each way of repairing it."""
    if any(not mark.repaired for mark in marks):
        return ()
    ways = max(len(mark.repaired) for mark in marks)
    mended: dict[str, None] = {}
    for way in range(ways):
        new, at = [], 0
        for mark in marks:
            new += [words[at : mark.at], mark.repaired[min(way, len(mark.repaired) - 1)]]
            at = mark.end
        mended["".join(new) + words[at:]] = None
    return tuple(Fix(origin=origin, old=words, new=text) for text in mended)


def spellings(examined: Examined) -> Iterator[Finding]:
    """Find an indicator called by two of its names in one plan (การปรับปรุงการทำงาน, การปรับปรุงระบบการทำงาน).

    What is written on another year's result has that year's names.
    """
    framework = examined.facts.framework
    if framework is None:
        return
    own = Origin.year(framework.fiscal_year)
    texts = [text for text in examined.texts if text.origin.is_within(own) or text.origin.root != Root.YEAR]
    marks = [(text.origin, mark) for text in texts for mark in text.reading.indicators]
    for indicator in framework.indicators:
        names = sorted((indicator.name, *indicator.aliases), key=len, reverse=True)
        seen: dict[str, Origin] = {}
        for origin, mark in marks:
            said = next((name for name in names if mark.rest.startswith(name)), "") if mark.ref == indicator.id else ""
            if said:
                seen.setdefault(said, origin)
        if len(seen) > 1:
            other = next(name for name in seen if name != indicator.name)
            yield Finding(
                code=Code.TWO_SPELLINGS,
                severity=Severity.ADVICE,
                origin=seen[other],
                quote=other,
                values={"names": tuple(seen), "right": indicator.name},
                fixes=(Fix(origin=seen[other], old=other, new=indicator.name),),
            )


def unit_spellings(examined: Examined) -> Iterator[Finding]:
    """Find one unit written in two ways (กองสาธารณสุข, กองสาธารณสุขฯ; สำนักปลัด, สำนักงานปลัด)."""
    facts = examined.facts
    written: dict[str, dict[str, Origin]] = {}
    for at, unit in enumerate(facts.agency.departments):
        written.setdefault(_bare(unit, facts.agency.proper_name), {}).setdefault(unit, Origin.agency("departments", at))
    known = {unit for spellings in written.values() for unit in spellings}
    for position, measure in enumerate(facts.plan.measures):
        for at, unit in enumerate(measure.responsible):
            if unit not in known:
                known.add(unit)
                key = _bare(unit, facts.agency.proper_name)
                origin = measure_origin(facts.plan, measure, "responsible", at, at=position)
                written.setdefault(key, {}).setdefault(unit, origin)
    for spellings in written.values():
        if len(spellings) > 1:
            names = tuple(spellings)
            yield Finding(
                code=Code.TWO_SPELLINGS,
                severity=Severity.ADVICE,
                origin=spellings[names[-1]],
                quote=names[-1],
                values={"names": names, "right": names[0]},
                fixes=(Fix(origin=spellings[names[-1]], old=names[-1], new=names[0]),),
            )


def _bare(unit: str, proper_name: str) -> str:
    """Return a unit's name without what people add or leave out."""
    bare = re.sub(rf"ฯ|\s|อบต\.?|องค์การบริหารส่วนตำบล|เทศบาล(?:ตำบล)?|{re.escape(proper_name)}", "", unit)
    return bare.replace("สำนักงานปลัด", "สำนักปลัด")
