"""Which documents there are (เอกสารที่พิมพ์ได้), what each needs, and how each is built."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import assert_never

from ita_desktop.documents import (
    analysis_and_measures,
    analysis_report,
    assessment_report,
    implementation_report,
    memo,
    pack,
    results_report,
    risk_plan,
)
from ita_desktop.documents.custom import Custom, DocumentPart
from ita_desktop.documents.layouts import FIELDS, RESULT_FIELDS
from ita_desktop.documents.model import Document
from ita_desktop.documents.options import DocumentOptions
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.memo import Memo


class Need(StrEnum):
    """ข้อมูลที่เอกสารใช้: what a document cannot do without, or prints parts of only where it is there."""

    MEMO = "memo"
    FRAMEWORK = "framework"
    SCORES = "scores"
    MEASURES = "measures"
    RESULTS = "results"
    RISKS = "risks"


class DocumentError(Exception):
    """A document cannot be made: ``code`` says what is missing, ``value`` what was asked for."""

    def __init__(self, code: Need, value: str = "") -> None:
        super().__init__(f"{code}: {value}" if value else str(code))
        self.code = code
        self.value = value


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is chosen beyond the plan year."""

    memo: str = ""
    """Id of the memo; the year's first where empty."""
    round: int = 0
    """Follow-up round (3, 6, 9, 12) of a results report; all that were reported where 0."""
    documents: tuple[str, ...] = ()
    """Names of the documents in a pack, in order; those of the office's pack where empty."""


_OF_RESULTS = frozenset(RESULT_FIELDS) - frozenset(FIELDS)
"""Fields by which a table of results is known: its period is that of the result."""

Make = Callable[[YearFacts, Choice, DocumentOptions], Document]
Titled = Callable[[YearFacts, Choice], str]


def _themselves(_facts: YearFacts, choice: Choice) -> tuple[Choice, ...]:
    return (choice,)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentKind:
    """ชนิดเอกสาร."""

    name: str
    title: str
    """Thai title for lists."""
    requires: tuple[Need, ...] = ()
    """Without these it cannot be made."""
    uses: tuple[Need, ...] = ()
    """Without these parts of it are left out."""
    parts: tuple[DocumentPart, ...] = ()
    """Its parts that can be switched off, worded by the office, or given other columns."""
    counted_as: str = "ชุด"
    """ลักษณนาม where it is counted as an enclosure."""
    counts_enclosures: bool = False
    """True for a letter: it names the pack's other documents as enclosures and is never one itself."""
    titled: Titled
    """Gives the title of the document without making it."""
    in_pack: Callable[[YearFacts, Choice], tuple[Choice, ...]] = _themselves
    """The choices for which a pack holds one document each, e.g. every memo of the year."""
    make: Make

    def build(self, facts: YearFacts, choice: Choice | None = None, options: DocumentOptions | None = None) -> Document:
        """The document as the office wants it; DocumentError where something it requires is missing."""
        for need in self.requires:
            if not has(facts, need):
                raise DocumentError(need)
        return self.make(facts, choice or Choice(), options or DocumentOptions())

    def missing(self, facts: YearFacts) -> tuple[Need, ...]:
        """Everything of it that the year does not have yet."""
        return tuple(need for need in (*self.requires, *self.uses) if not has(facts, need))


def has(facts: YearFacts, need: Need) -> bool:
    """True where the year has what is needed."""
    match need:
        case Need.MEMO:
            return bool(facts.memos)
        case Need.FRAMEWORK:
            return facts.framework is not None
        case Need.SCORES:
            return facts.assessed is not None and bool(facts.assessed.scores)
        case Need.MEASURES:
            return bool(facts.plan.measures)
        case Need.RESULTS:
            return any(measure.results for measure in facts.plan.measures)
        case Need.RISKS:
            return bool(facts.plan.risks)
    assert_never(need)


def in_pack(facts: YearFacts, choice: Choice, options: DocumentOptions) -> tuple[DocumentKind, ...]:
    """Return the kinds in the pack: those chosen now, else the office's own choice, else all that lack nothing."""
    names = choice.documents or options.pack
    if names:
        chosen = (DOCUMENTS[name] for name in names if name in DOCUMENTS and name != pack.NAME)
        return tuple(kind for kind in chosen if not set(kind.missing(facts)) & set(kind.requires))
    return tuple(kind for kind in DOCUMENTS.values() if kind.name != pack.NAME and not kind.missing(facts))


def measure_columns(facts: YearFacts, options: DocumentOptions) -> tuple[tuple[str, ...], ...]:
    """Return the columns of every measure table that can be printed now, each with its fields of ``Measure``."""
    found: dict[tuple[str, ...], None] = {}
    for kind in DOCUMENTS.values():
        custom = Custom.of(options, kind.name)
        possible = all(has(facts, need) for need in kind.requires)
        for part in kind.parts if possible else ():
            if part.columns is not None and (custom.adds if part.asked_for else custom.keeps)(part.name):
                columns = [column.fields for column in custom.layout(part).columns]
                if not any(field in _OF_RESULTS for fields in columns for field in fields):
                    found |= dict.fromkeys(columns)
    return tuple(found)


def enclosures(facts: YearFacts, choice: Choice, options: DocumentOptions) -> tuple[str, ...]:
    """Count what the pack holds besides letters (รายงาน... จำนวน 1 ชุด); nothing where the office counts by itself.

    No document is made for it: a letter is set again at every key press, and six reports would take longer than it.
    """
    if not options.enclosures_from_pack:
        return ()
    kinds = (kind for kind in in_pack(facts, choice, options) if not kind.counts_enclosures)
    return tuple(f"{kind.titled(facts, choice)} จำนวน 1 {kind.counted_as}" for kind in kinds)


def _chosen_memo(facts: YearFacts, choice: Choice) -> Memo:
    chosen = next((m for m in facts.memos if m.id == choice.memo or not choice.memo), None)
    if chosen is None:
        raise DocumentError(Need.MEMO, choice.memo)
    return chosen


def _memo(facts: YearFacts, choice: Choice, options: DocumentOptions) -> Document:
    return memo.build(_chosen_memo(facts, choice), facts, enclosures(facts, choice, options))


def _each_memo(facts: YearFacts, choice: Choice) -> tuple[Choice, ...]:
    return (choice,) if choice.memo else tuple(replace(choice, memo=one.id) for one in facts.memos)


def _pack(facts: YearFacts, choice: Choice, options: DocumentOptions) -> Document:
    """Bind every document of the pack, in the pack's order."""
    made = [
        kind.build(facts, each, options)
        for kind in in_pack(facts, choice, options)
        for each in kind.in_pack(facts, choice)
    ]
    if not made:
        raise DocumentError(Need.MEASURES)
    return pack.bind(made, pack.title(facts))


def _customised(name: str, build: Callable[[YearFacts, Custom], Document]) -> Make:
    """Make a document of what its office changed in it; nothing else is chosen."""
    return lambda facts, _choice, options: build(facts, Custom.of(options, name))


def _results(facts: YearFacts, choice: Choice, options: DocumentOptions) -> Document:
    return results_report.build(facts, choice.round, Custom.of(options, results_report.NAME))


def _of_year(title: Callable[[YearFacts], str]) -> Titled:
    """Give the title of a document for which nothing but the year is chosen."""
    return lambda facts, _choice: title(facts)


_ASSESSED = (Need.FRAMEWORK, Need.SCORES, Need.MEASURES)

_KINDS = (
    DocumentKind(
        name=memo.NAME,
        title="บันทึกข้อความ",
        requires=(Need.MEMO,),
        counts_enclosures=True,
        titled=lambda facts, choice: memo.title(_chosen_memo(facts, choice)),
        in_pack=_each_memo,
        make=_memo,
    ),
    DocumentKind(
        name=analysis_and_measures.NAME,
        title="การวิเคราะห์ผลการประเมินและมาตรการ",
        uses=_ASSESSED,
        parts=analysis_and_measures.PARTS,
        titled=_of_year(analysis_and_measures.title),
        make=_customised(analysis_and_measures.NAME, analysis_and_measures.build),
    ),
    DocumentKind(
        name=analysis_report.NAME,
        title="รายงานการวิเคราะห์ผลการประเมิน",
        uses=_ASSESSED,
        parts=analysis_report.PARTS,
        titled=_of_year(analysis_report.title),
        make=_customised(analysis_report.NAME, analysis_report.build),
    ),
    DocumentKind(
        name=assessment_report.NAME,
        title="รายงานผลการประเมินและการวิเคราะห์เพื่อยกระดับคะแนน",
        uses=_ASSESSED,
        parts=assessment_report.PARTS,
        titled=_of_year(assessment_report.title),
        make=_customised(assessment_report.NAME, assessment_report.build),
    ),
    DocumentKind(
        name=implementation_report.NAME,
        title="รายงานการดำเนินการตามมาตรการ",
        uses=(Need.MEASURES,),
        parts=implementation_report.PARTS,
        titled=_of_year(implementation_report.title),
        make=_customised(implementation_report.NAME, implementation_report.build),
    ),
    DocumentKind(
        name=results_report.NAME,
        title="รายงานผลการดำเนินการตามมาตรการ",
        uses=(Need.MEASURES, Need.RESULTS),
        parts=results_report.PARTS,
        titled=lambda facts, choice: results_report.title(facts, choice.round),
        make=_results,
    ),
    DocumentKind(
        name=risk_plan.NAME,
        title="แผนจัดการความเสี่ยงการทุจริต",
        requires=(Need.RISKS,),
        counted_as="ฉบับ",
        titled=_of_year(risk_plan.title),
        make=lambda facts, _choice, _options: risk_plan.build(facts),
    ),
    DocumentKind(
        name=pack.NAME,
        title="ชุดเอกสารของปี (รวมเล่ม)",
        uses=(Need.MEMO,),
        titled=_of_year(pack.title),
        make=_pack,
    ),
)

DOCUMENTS: Mapping[str, DocumentKind] = MappingProxyType({kind.name: kind for kind in _KINDS})
"""By name, in the order in which they are offered."""
