"""What is missing from result, plan and risks (ความครบถ้วน), as that year's OIT items ask for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from ita_desktop.domain.findings.examined import Examined
from ita_desktop.domain.findings.finding import Code, Finding, Severity
from ita_desktop.domain.findings.references import indicators_answered
from ita_desktop.domain.texts.measure_texts import printed
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.follow_up import ROUNDS, FollowUp, Status
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.origin import Origin, measure_origin, risk_origin

_ROUNDS_LIST = re.compile(r"รอบ\s*[0-9๐-๙]{1,2}\s*เดือน")
_REST = re.compile(r"^[\s\-–•*,]*(?:และ[\s]*)?$")
_LINK = re.compile(r"และ|รวมถึง|รวมทั้ง|ซึ่ง|ตลอดจน|อีกทั้ง|จึง")
_MANY = 5
_REPORT = re.compile(r"^\s*(?:มี)?(?:การ)?รายงานผล")


def analyses(examined: Examined) -> Iterator[Finding]:
    """Find indicators without a paragraph of analysis, where others have one."""
    assessed, framework = examined.facts.assessed, examined.facts.framework
    if assessed is None or framework is None or not assessed.scores:
        return
    missing = [i.id for i in framework.indicators if not assessed.narratives.get(i.id, "").strip()]
    if not missing:
        return
    some = len(missing) < len(framework.indicators)
    yield Finding(
        code=Code.NO_ANALYSIS,
        severity=Severity.LOOK if some else Severity.ADVICE,
        origin=Origin.year(assessed.fiscal_year, "narratives", missing[0]),
        quote=", ".join(missing),
        values={"indicators": tuple(missing), "year": int(assessed.fiscal_year), "all": not some},
    )


def weaknesses(examined: Examined) -> Iterator[Finding]:
    """Find indicators below the pass mark, or named weak by the office, that no measure answers."""
    facts = examined.facts
    assessed, framework = facts.assessed, facts.framework
    if assessed is None or framework is None:
        return
    weak = _weak(assessed, framework)
    answered = indicators_answered(framework, facts.plan.measures)
    open_ = [ref for ref in weak if ref not in answered]
    if open_:
        names = {i.id: i.name for i in framework.indicators}
        yield Finding(
            code=Code.WEAK_WITHOUT_MEASURE,
            severity=Severity.LOOK,
            origin=Origin.plan(facts.plan.fiscal_year),
            quote=", ".join(open_),
            values={
                "indicators": tuple(open_),
                "names": tuple(names[ref] for ref in open_),
                "pass_mark": framework.levels.pass_mark,
                "none": not facts.plan.measures,
            },
        )


def _weak(assessed: Assessment, framework: Framework) -> list[str]:
    below = [
        i.id
        for i in framework.indicators
        if i.id in assessed.scores and assessed.scores[i.id] < framework.levels.pass_mark
    ]
    named = [ref for ref in assessed.weak_indicators if any(i.id == ref for i in framework.indicators)]
    return list(dict.fromkeys((*below, *named)))


def measures(examined: Examined) -> Iterator[Finding]:
    """Find measures without what the item asks of each: owner, steps, period, follow-up.

    A measure lacks what one of the office's papers would print as a blank cell, wherever else the words may stand.
    Where most measures lack the same thing, the plan lacks it: that is said once.
    """
    plan = examined.facts.plan
    for code, severity, lacks in _DEMANDS:
        columns = [column for column in examined.columns if _FIELDS[code] in column]
        lacking = [
            (at, m)
            for at, m in enumerate(plan.measures)
            if not _empty(m) and (lacks(m) or any(_prints_nothing(m, column) for column in columns))
        ]
        whole = len(lacking) > max(2, len(plan.measures) // 2)
        values = {"count": len(lacking), "of": len(plan.measures), "item": _item(examined.facts), "whole": whole}
        if whole:
            yield Finding(code=code, severity=severity, origin=Origin.plan(plan.fiscal_year), values=values)
            continue
        for at, measure in lacking:
            yield Finding(
                code=code,
                severity=severity,
                origin=measure_origin(plan, measure, _FIELDS[code], at=at),
                quote=_title(measure),
                values={**values, "refs": measure.refs},
            )


def _item(facts: YearFacts) -> str:
    """Return the OIT item the measures answer: of the plan year, or of the year before if that is not known."""
    frameworks = (facts.frameworks.get(facts.plan.fiscal_year), facts.framework)
    return next((f.duty.measure_item for f in frameworks if f is not None and f.duty.measure_item), "OIT")


def empty_measures(examined: Examined) -> Iterator[Finding]:
    """Find measures that have no action."""
    plan = examined.facts.plan
    for at, measure in enumerate(plan.measures):
        if _empty(measure):
            yield Finding(
                code=Code.MEASURE_EMPTY,
                severity=Severity.LOOK,
                origin=measure_origin(plan, measure, "measures", "0", at=at),
                quote=_title(measure),
                values={"refs": measure.refs},
            )


def _empty(measure: Measure) -> bool:
    return not any((measure.measures, measure.guidelines, measure.steps, measure.operation))


def _prints_nothing(measure: Measure, column: tuple[str, ...]) -> bool:
    """Return True if a column with these fields stays blank in the row of this measure."""
    results = "results" in column and measure.results
    return not results and not any(printed(measure, field) for field in column if field not in ("refs", "results"))


def _no_steps(measure: Measure) -> bool:
    return not any(printed(measure, field) for field in ("steps", "operation", "guidelines"))


def _no_follow_up(measure: Measure) -> bool:
    told = " ".join((*measure.operation, *measure.steps))
    return not (printed(measure, "follow_up") or measure.results or re.search("รายงาน|ติดตาม", told))


_DEMANDS: tuple[tuple[Code, Severity, Callable[[Measure], bool]], ...] = (
    (Code.NO_OWNER, Severity.LOOK, lambda m: not printed(m, "responsible")),
    (Code.NO_STEPS, Severity.ADVICE, _no_steps),
    (Code.NO_PERIOD, Severity.ADVICE, lambda m: not printed(m, "period")),
    (Code.NO_FOLLOW_UP, Severity.ADVICE, _no_follow_up),
)
_FIELDS = {
    Code.NO_OWNER: "responsible",
    Code.NO_STEPS: "steps",
    Code.NO_PERIOD: "period",
    Code.NO_FOLLOW_UP: "follow_up",
}


def _title(measure: Measure) -> str:
    words = next((t for t in (measure.issue, *measure.measures, *measure.steps) if t.strip()), "")
    return words if len(words) <= 60 else words[:60] + "…"


def results(examined: Examined) -> Iterator[Finding]:
    """Find results without outcome, with a list of rounds for one, or missing where other measures have theirs."""
    plan = examined.facts.plan
    for at, measure in enumerate(plan.measures):
        for result in measure.results:
            origin = measure_origin(plan, measure, "results", result.round, at=at)
            yield from _outcome(result, origin)
            for number, piece in enumerate(result.evidence):
                if piece.date is None and piece.title.strip():
                    yield Finding(
                        code=Code.EVIDENCE_NO_DATE,
                        severity=Severity.ADVICE,
                        origin=origin / "evidence" / number,
                        quote=piece.title,
                    )
    yield from _missing_results(plan)


def _outcome(result: FollowUp, origin: Origin) -> Iterator[Finding]:
    done = result.status is Status.DONE or (result.status is None and (result.details or result.output))
    if not result.outcome.strip():
        if done:
            yield Finding(
                code=Code.NO_OUTCOME,
                severity=Severity.LOOK if result.round == 12 else Severity.ADVICE,
                origin=origin / "outcome",
                quote=result.output,
                values={"round": result.round},
            )
        return
    if is_list_of_rounds(result.outcome):
        yield Finding(
            code=Code.OUTCOME_IS_ROUNDS,
            severity=Severity.LOOK,
            origin=origin / "outcome",
            quote=result.outcome,
            values={"round": result.round},
        )
    elif result.outcome.strip() == result.output.strip():
        yield Finding(
            code=Code.OUTCOME_IS_OUTPUT, severity=Severity.ADVICE, origin=origin / "outcome", quote=result.outcome
        )


def is_list_of_rounds(outcome: str) -> bool:
    """Return True for a list of rounds (รายงานผล... รอบ ๓ เดือน รอบ ๖ เดือน): when one reports, not what came of it."""
    found = list(_ROUNDS_LIST.finditer(outcome))
    if not found:
        return False
    tail = _ROUNDS_LIST.sub("", outcome[found[0].start() :])
    return bool(_REST.match(tail)) and (len(found) > 1 or _REPORT.match(outcome) is not None)


def _missing_results(plan: MeasurePlan) -> Iterator[Finding]:
    """Find a round that most measures report and some do not."""
    active = [(at, m) for at, m in enumerate(plan.measures) if not _empty(m)]
    counts = Counter(r.round for _, m in active for r in m.results if r.round in ROUNDS)
    for months, count in counts.items():
        lacking = [
            (at, m)
            for at, m in active
            if not any(r.round == months for r in m.results)
            and (not m.follow_up_rounds or months in m.follow_up_rounds)
        ]
        if lacking and count > len(lacking):
            at, measure = lacking[0]
            yield Finding(
                code=Code.NO_RESULT,
                severity=Severity.LOOK,
                origin=measure_origin(plan, measure, "results", months, at=at),
                quote=_title(measure),
                values={"round": months, "count": len(lacking), "of": len(active)},
            )


def risks(examined: Examined) -> Iterator[Finding]:
    """Find risks whose twelve-month table is empty."""
    plan = examined.facts.plan
    for at, risk in enumerate(plan.risks):
        if not risk.months and (risk.activities or risk.controls):
            yield Finding(
                code=Code.RISK_NO_MONTH,
                severity=Severity.LOOK,
                origin=risk_origin(plan, risk, "months", at=at),
                quote=risk.risk[:80],
            )


def twins(examined: Examined) -> Iterator[Finding]:
    """Find one title for the measures of two indicators (แนวทางการป้องกันการทุจริต for 5 and 10)."""
    facts: YearFacts = examined.facts
    titled: dict[str, tuple[int, Measure]] = {}
    for at, measure in enumerate(facts.plan.measures):
        title = measure.measures[0].strip() if len(measure.measures) == 1 else ""
        if not title or len(title) > 80:
            continue
        first = titled.setdefault(title, (at, measure))
        if first[1] is not measure and set(first[1].refs).isdisjoint(measure.refs) and first[1].steps != measure.steps:
            yield Finding(
                code=Code.TWIN_TITLE,
                severity=Severity.ADVICE,
                origin=measure_origin(facts.plan, measure, "measures", "0", at=at),
                quote=title,
                values={"refs": measure.refs, "other": first[1].refs},
            )


def same_follow_up(examined: Examined) -> Iterator[Finding]:
    """Find one sentence on follow-up copied to every measure."""
    plan = examined.facts.plan
    if len(plan.measures) < _MANY:
        return
    sentences = {measure.follow_up for measure in plan.measures}
    if len(sentences) == 1 and all(plan.measures[0].follow_up):
        words = " ".join(plan.measures[0].follow_up)
        if words:
            yield Finding(
                code=Code.SAME_FOLLOW_UP,
                severity=Severity.ADVICE,
                origin=measure_origin(plan, plan.measures[0], "follow_up", at=0),
                quote=words,
                values={"count": len(plan.measures)},
            )


def old_items(examined: Examined) -> Iterator[Finding]:
    """Find a measure named after an OIT item of the year before that the plan year no longer has."""
    facts = examined.facts
    now, then = facts.frameworks.get(facts.plan.fiscal_year), facts.framework
    if now is None or then is None or now is then:
        return
    current = {item.text.strip() for item in now.items}
    old = {i.text.strip(): i.id for i in then.items if i.text.strip() not in current}
    named = [
        (measure_origin(facts.plan, measure, "measures", number, at=at), title, old[title.strip()])
        for at, measure in enumerate(facts.plan.measures)
        for number, title in enumerate(measure.measures)
        if title.strip() in old and title.strip().startswith("มาตรการ")
    ]
    if named:
        origin, title, _ = named[0]
        yield Finding(
            code=Code.ITEM_OLD,
            severity=Severity.ADVICE,
            origin=origin,
            quote=title,
            values={
                "count": len(named),
                "titles": tuple(title for _, title, _ in named),
                "items": tuple(item for _, _, item in named),
                "then": int(then.fiscal_year),
                "now": int(now.fiscal_year),
                "item": now.duty.measure_item,
                "name": now.duty.measure_item_name,
            },
        )


def mid_sentence(examined: Examined) -> Iterator[Finding]:
    """Find an analysis that begins in the middle of a sentence: its beginning was lost in copying."""
    assessed, framework = examined.facts.assessed, examined.facts.framework
    if assessed is None or framework is None:
        return
    for indicator in framework.indicators:
        words = assessed.narratives.get(indicator.id, "").strip()
        rest = words.removeprefix(indicator.name).lstrip()
        found = _LINK.match(rest)
        if found:
            yield Finding(
                code=Code.MID_SENTENCE,
                severity=Severity.ADVICE,
                origin=Origin.year(assessed.fiscal_year, "narratives", indicator.id),
                quote=words[:60] + ("…" if len(words) > 60 else ""),
                values={"part": found.group(), "name": indicator.name},
            )
