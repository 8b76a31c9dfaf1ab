"""Which documents there are (เอกสารที่พิมพ์ได้), what each needs, and how each is built."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

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
from ita_desktop.documents.custom import Custom, Part
from ita_desktop.documents.model import Document
from ita_desktop.documents.options import DocumentOptions
from ita_desktop.domain.values.facts import YearFacts


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
    parts: tuple[Part, ...] = ()
    """Its parts that can be switched off, worded anew, or given other columns."""
    counted_as: str = "ชุด"
    """ลักษณนาม where it is counted as an enclosure."""
    make: Callable[[YearFacts, Choice, DocumentOptions], Document]

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


def _memo(facts: YearFacts, choice: Choice, options: DocumentOptions) -> Document:
    chosen = next((m for m in facts.memos if m.id == choice.memo or not choice.memo), None)
    if chosen is None:
        raise DocumentError(Need.MEMO, choice.memo)
    return memo.build(chosen, facts, _enclosures(facts, choice, options))


def in_pack(facts: YearFacts, choice: Choice, options: DocumentOptions) -> tuple[DocumentKind, ...]:
    """The kinds in the year's pack: those chosen now, else the office's own choice, else all that lack nothing."""
    names = choice.documents or options.pack
    if names:
        chosen = (DOCUMENTS[name] for name in names if name in DOCUMENTS and name != pack.NAME)
        return tuple(kind for kind in chosen if not set(kind.missing(facts)) & set(kind.requires))
    return tuple(kind for kind in _KINDS if kind.name != pack.NAME and not kind.missing(facts))


def _enclosures(facts: YearFacts, choice: Choice, options: DocumentOptions) -> tuple[str, ...]:
    """What the pack holds besides memos, counted: รายงาน... จำนวน 1 ชุด; nothing where the office counts by itself."""
    if not options.enclosures_from_pack:
        return ()
    kinds = (kind for kind in in_pack(facts, choice, options) if kind.name != "memo")
    return tuple(f"{kind.build(facts, choice, options).title} จำนวน 1 {kind.counted_as}" for kind in kinds)


def _pack(facts: YearFacts, choice: Choice, options: DocumentOptions) -> Document:
    """Every memo first, then the reports."""
    counted = _enclosures(facts, choice, options)
    made: list[Document] = []
    for kind in in_pack(facts, choice, options):
        if kind.name == "memo" and not choice.memo:
            made += (memo.build(one, facts, counted) for one in facts.memos)
        else:
            made.append(kind.build(facts, choice, options))
    if not made:
        raise DocumentError(Need.MEASURES)
    return pack.bind(made, f"ชุดเอกสาร ITA แผนปีงบประมาณ พ.ศ. {int(facts.fiscal_year)} {facts.agency.name}")


_KINDS = (
    DocumentKind(name="memo", title="บันทึกข้อความ", requires=(Need.MEMO,), make=_memo),
    DocumentKind(
        name=analysis_and_measures.NAME,
        title="การวิเคราะห์ผลการประเมินและมาตรการ",
        uses=(Need.FRAMEWORK, Need.SCORES, Need.MEASURES),
        parts=analysis_and_measures.PARTS,
        make=lambda facts, _choice, options: analysis_and_measures.build(
            facts, Custom.of(options, analysis_and_measures.NAME)
        ),
    ),
    DocumentKind(
        name=analysis_report.NAME,
        title="รายงานการวิเคราะห์ผลการประเมิน",
        uses=(Need.FRAMEWORK, Need.SCORES, Need.MEASURES),
        parts=analysis_report.PARTS,
        make=lambda facts, _choice, options: analysis_report.build(facts, Custom.of(options, analysis_report.NAME)),
    ),
    DocumentKind(
        name=assessment_report.NAME,
        title="รายงานผลการประเมินและการวิเคราะห์เพื่อยกระดับคะแนน",
        uses=(Need.FRAMEWORK, Need.SCORES, Need.MEASURES),
        parts=assessment_report.PARTS,
        make=lambda facts, _choice, options: assessment_report.build(facts, Custom.of(options, assessment_report.NAME)),
    ),
    DocumentKind(
        name=implementation_report.NAME,
        title="รายงานการดำเนินการตามมาตรการ",
        uses=(Need.MEASURES,),
        parts=implementation_report.PARTS,
        make=lambda facts, _choice, options: implementation_report.build(
            facts, Custom.of(options, implementation_report.NAME)
        ),
    ),
    DocumentKind(
        name=results_report.NAME,
        title="รายงานผลการดำเนินการตามมาตรการ",
        uses=(Need.MEASURES, Need.RESULTS),
        parts=results_report.PARTS,
        make=lambda facts, choice, options: results_report.build(
            facts, choice.round, Custom.of(options, results_report.NAME)
        ),
    ),
    DocumentKind(
        name=risk_plan.NAME,
        title="แผนจัดการความเสี่ยงการทุจริต",
        requires=(Need.RISKS,),
        counted_as="ฉบับ",
        make=lambda facts, _choice, _options: risk_plan.build(facts),
    ),
    DocumentKind(name=pack.NAME, title="ชุดเอกสารของปี (รวมเล่ม)", uses=(Need.MEMO,), make=_pack),
)

DOCUMENTS: Mapping[str, DocumentKind] = MappingProxyType({kind.name: kind for kind in _KINDS})
"""By name, in the order in which they are offered."""
