"""Ids of questions, sub-indicators and OIT items against that year's framework (เลขข้ออ้างอิง)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ita_desktop.domain.findings.examined import Examined, Field, Text
from ita_desktop.domain.findings.finding import Code, Finding, Fix, Severity
from ita_desktop.domain.findings.scan.marks import IndicatorMark, RefMark
from ita_desktop.domain.thai.writing import arabic_digits, thai_digits
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.measure import Measure
from ita_desktop.domain.values.origin import Origin, measure_origin
from ita_desktop.domain.values.ref import Ref, RefKind

_BRACKET = re.compile(r"\(([^()]+)\)")
_SHORT_THING = 5
"""Names of things shorter than this say nothing."""
_LEADING = re.compile(r"^\s*(?:ข้อ(?:ที่)?\s*)?(?P<number>[0-9๐-๙]{1,2})(?=[.)\s])")
_QUOTED = 28
"""Letters of a question's text that must stand in an issue to say that it is that question."""


def frameworks_cited(facts: YearFacts) -> tuple[Framework, ...]:
    """Return the editions a plan may cite: of the result it analyses, and of its own year."""
    years = (facts.plan.assessed_year, facts.plan.fiscal_year)
    return tuple(facts.frameworks[year] for year in dict.fromkeys(years) if year in facts.frameworks)


def unknown(examined: Examined) -> Iterator[Finding]:
    """Find ids that the year does not have."""
    facts = examined.facts
    frameworks = frameworks_cited(facts)
    if not frameworks:
        return
    known = _remembered(lambda editions, ref: any(framework.knows(ref) for framework in editions))
    for position, measure in enumerate(facts.plan.measures):
        start = measure_origin(facts.plan, measure, at=position)
        for name, refs, editions in (
            ("refs", measure.refs, frameworks[:1]),
            ("oit_refs", measure.oit_refs, frameworks),
        ):
            for ref in refs:
                if not known(editions, ref):
                    yield _unknown(start / name, ref, editions[0])
    for text in examined.texts:
        for mark in text.reading.refs:
            if _cites(text, mark) and not known(frameworks, mark.ref):
                values: dict[str, Any] = {"ref": mark.ref, "year": int(frameworks[0].fiscal_year)}
                yield text.finding(Code.REF_UNKNOWN, _doubt(frameworks[0], mark.ref), mark.at, mark.end, **values)


def _remembered(ask: Callable[[tuple[Framework, ...], str], bool]) -> Callable[[tuple[Framework, ...], str], bool]:
    """Answer the same question about the same id once: hundreds of measures share some dozen ids."""
    answers: dict[tuple[int, str], bool] = {}

    def asked(editions: tuple[Framework, ...], ref: str) -> bool:
        key = (len(editions), ref)
        if key not in answers:
            answers[key] = ask(editions, ref)
        return answers[key]

    return asked


def _unknown(origin: Origin, ref: str, framework: Framework) -> Finding:
    return Finding(
        code=Code.REF_UNKNOWN,
        severity=_doubt(framework, ref),
        origin=origin,
        quote=ref,
        values={"ref": ref, "part": ref, "year": int(framework.fiscal_year)},
    )


_BLOCKS = {RefKind.ITEM: "items", RefKind.QUESTION: "questions"}
"""The block of a framework that lists a kind of id."""


def _doubt(framework: Framework, ref: str) -> Severity:
    """Return the severity: wrong only if the year's list is confirmed."""
    block = _BLOCKS.get(Ref(ref).kind, "sub_indicators")
    known = framework.provenance.get(block)
    return Severity.WRONG if known is not None and known.confidence.is_sure else Severity.LOOK


def _cites(text: Text, mark: RefMark) -> bool:
    """Return True for an id, False for a letter and a number of something else."""
    if text.field in (Field.PERSON, Field.POST, Field.AGENCY, Field.LINK, Field.NUMBER):
        return False
    return mark.end - mark.at <= 3 or Ref(mark.ref).kind is RefKind.ITEM


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cited:
    """A thing and the id it was cited with, in one text."""

    thing: str
    ref: str
    text: Text
    mark: RefMark


def things(framework: Framework) -> Mapping[str, frozenset[str]]:
    """Return the names of items (E-Service, Q&A, ...) with their ids; a name of several items has several."""
    named: dict[str, set[str]] = defaultdict(set)
    for item in framework.items:
        names = {item.text.strip(), _BRACKET.sub("", item.text).strip()}
        names |= {found.strip() for found in _BRACKET.findall(item.text)}
        for name in names:
            if len(name) >= _SHORT_THING or not name.isalpha():
                named[name.lower()].add(item.id)
    return {name: frozenset(ids) for name, ids in named.items() if name}


def items(examined: Examined) -> Iterator[Finding]:
    """Find an item named with the id of another (E-Service as o18, which is another edition's number)."""
    frameworks = frameworks_cited(examined.facts)
    if not frameworks:
        return
    editions = [things(framework) for framework in frameworks]
    cited = [c for text in examined.texts for c in _cited(text, editions)]
    told: set[tuple[str, int]] = set()
    for citation in cited:
        right = [edition[citation.thing] for edition in editions if citation.thing in edition]
        if any(citation.ref in ids for ids in right):
            continue
        told.add((citation.text.origin, citation.mark.at))
        yield _item_finding(citation, right[0], frameworks, examined.facts, cited)
    yield from _two_ids(cited, told)


def _cited(text: Text, editions: list[Mapping[str, frozenset[str]]]) -> Iterator[_Cited]:
    """Yield item ids with the thing named right before them, back to the id before."""
    last = 0
    for mark in text.reading.refs:
        if Ref(mark.ref).kind is RefKind.ITEM and _cites(text, mark):
            window = text.text[max(last, mark.at - 90) : mark.at].lower()
            found = [(window.rfind(name), len(name), name) for e in editions for name in e if name in window]
            if found:
                yield _Cited(thing=max(found)[2], ref=mark.ref, text=text, mark=mark)
        last = mark.end


def _item_finding(
    citation: _Cited,
    right: frozenset[str],
    frameworks: tuple[Framework, ...],
    facts: YearFacts,
    cited: list[_Cited],
) -> Finding:
    mark = citation.mark
    other_years = [
        int(year)
        for year, framework in facts.frameworks.items()
        if citation.ref in things(framework).get(citation.thing, ())
    ]
    same = sorted({c.ref for c in cited if c.thing == citation.thing and c.ref in right})
    written = citation.text.text[mark.at : mark.end]
    fixes = tuple(written[0] + _digits_like(written, ref[1:]) for ref in sorted(right)) if len(right) <= 2 else ()
    return citation.text.finding(
        Code.ITEM_OTHER,
        _doubt(frameworks[0], "o1"),
        mark.at,
        mark.end,
        fixes=fixes,
        thing=_as_listed(citation.thing, frameworks),
        ref=citation.ref,
        right=tuple(sorted(right)),
        year=int(frameworks[0].fiscal_year),
        is_now=next((i.text for i in frameworks[0].items if i.id == citation.ref), ""),
        other_years=tuple(other_years),
        elsewhere=tuple(same),
    )


def _as_listed(thing: str, frameworks: tuple[Framework, ...]) -> str:
    """Return the thing's name as the list writes it (E-Service)."""
    for framework in frameworks:
        for item in framework.items:
            at = item.text.lower().find(thing)
            if at >= 0:
                return item.text[at : at + len(thing)]
    return thing


def _digits_like(sample: str, number: str) -> str:
    return thai_digits(number) if any("๐" <= c <= "๙" for c in sample) else number


def _two_ids(cited: list[_Cited], told: set[tuple[str, int]]) -> Iterator[Finding]:
    """Find one thing under two ids: the editions are mixed."""
    by_thing: dict[str, list[_Cited]] = defaultdict(list)
    for citation in cited:
        if (citation.text.origin, citation.mark.at) not in told:
            by_thing[citation.thing].append(citation)
    for thing, citations in by_thing.items():
        refs = list(dict.fromkeys(c.ref for c in citations))
        if len(refs) > 1:
            odd = next(c for c in citations if c.ref == refs[-1])
            yield odd.text.finding(
                Code.ITEM_TWO_IDS, Severity.LOOK, odd.mark.at, odd.mark.end, thing=thing, refs=tuple(refs)
            )


def headings(examined: Examined) -> Iterator[Finding]:
    """Find ตัวชี้วัดที่ ๘ above a question of indicator 7, and indicators called by another's name."""
    framework = examined.facts.framework
    if framework is None:
        return
    for text in examined.texts:
        for mark in text.reading.indicators:
            yield from _wrong_name(text, mark, framework)
        if text.reading.indicators and text.measure is not None and text.result is None:
            yield from _wrong_heading(text, text.measure, framework)


def _wrong_heading(text: Text, measure: Measure, framework: Framework) -> Iterator[Finding]:
    if text.origin.field not in ("issue", "sub_issues"):
        return
    homes = [framework.indicator_of(ref) for ref in measure.refs]
    ids = {home.id for home in homes if home is not None}
    for mark in text.reading.indicators:
        if ids and mark.ref not in ids and Ref(mark.ref).kind is RefKind.INDICATOR:
            yield text.finding(
                Code.HEADING_OTHER,
                _doubt(framework, measure.refs[0]) if Ref(measure.refs[0]).is_lettered else Severity.WRONG,
                mark.at,
                mark.end,
                refs=measure.refs,
                heading=mark.ref,
                right=tuple(sorted(ids)),
            )


def _wrong_name(text: Text, mark: IndicatorMark, framework: Framework) -> Iterator[Finding]:
    """Find ตัวชี้วัดที่ ๑๐ มาตรการส่งเสริมคุณธรรม...: a sub-indicator's name, or another indicator's."""
    own = next((i for i in framework.indicators if i.id == mark.ref), None)
    if own is None:
        return
    rest = mark.rest.lstrip(" :-–\"“”'(.")
    if any(rest.startswith(name) for name in (own.name, *own.aliases)):
        return
    named = _name_at(rest, framework)
    if named is None or named[0] == own.id:
        return
    ref, name = named
    at = text.text.find(name, mark.end)
    yield text.finding(
        Code.INDICATOR_NAME,
        Severity.LOOK if "." in ref else Severity.WRONG,
        at,
        at + len(name),
        fixes=(own.name,),
        heading=mark.ref,
        name=name,
        belongs_to=ref,
        right=own.name,
    )


def _name_at(rest: str, framework: Framework) -> tuple[str, str] | None:
    """Return the indicator or sub-indicator whose name begins the text, the longest first."""
    named = [(name, i.id) for i in framework.indicators for name in (i.name, *i.aliases)]
    named += [(name, s.id) for i in framework.indicators for s in i.sub_indicators for name in (s.name, *s.aliases)]
    for name, ref in sorted(named, key=lambda pair: -len(pair[0])):
        if rest.startswith(name):
            return ref, name
    return None


def questions(examined: Examined) -> Iterator[Finding]:
    """Find a question's words under the id of another, and ids read with a digit too much (๑๗ for e7)."""
    facts = examined.facts
    framework = facts.framework
    if framework is None:
        return
    texts = {question.id: question.text for indicator in framework.indicators for question in indicator.questions}
    for position, measure in enumerate(facts.plan.measures):
        if not measure.issue or not measure.refs:
            continue
        origin = measure_origin(facts.plan, measure, "issue", at=position)
        yield from _drifted(measure, origin)
        bare = [Ref(ref).bare for ref in measure.refs]
        if not any(ref in texts for ref in bare):
            continue
        said = [ref for ref, words in texts.items() if words[:_QUOTED] in measure.issue and len(words) >= _QUOTED]
        own = _family(framework, bare)
        if said and not any(ref in bare for ref in said) and not any(ref in own for ref in said):
            yield Finding(
                code=Code.QUESTION_OTHER,
                severity=Severity.LOOK,
                origin=origin,
                quote=measure.issue[:80],
                values={"refs": measure.refs, "right": tuple(said), "year": int(framework.fiscal_year)},
            )


def _family(framework: Framework, refs: Sequence[str]) -> frozenset[str]:
    """Return questions of other instruments with the same words (i1 and e1)."""
    words = {q.text for i in framework.indicators for q in i.questions if q.id in refs}
    return frozenset(q.id for i in framework.indicators for q in i.questions if q.text in words)


def _drifted(measure: Measure, origin: Origin) -> Iterator[Finding]:
    found = _LEADING.match(measure.issue)
    if not found:
        return
    number = arabic_digits(found["number"])
    for ref in measure.refs:
        bare = Ref(ref).bare
        if bare.is_lettered and len(number) == 2 and number[1:] == bare.number:
            yield Finding(
                code=Code.QUESTION_OTHER,
                severity=Severity.LOOK,
                origin=origin,
                quote=measure.issue[:60],
                values={"refs": measure.refs, "right": (bare,), "number": found["number"]},
                fixes=(Fix(origin=origin, old=found["number"], new=bare),),
            )


def indicators_answered(framework: Framework, measures: Iterable[Measure]) -> frozenset[str]:
    """Return the indicators that measures answer."""
    homes = [framework.indicator_of(ref) for ref in {ref for measure in measures for ref in measure.refs}]
    return frozenset(home.id for home in homes if home is not None)
