"""The rules of one assessment year (กรอบการประเมิน), as data.

A year is a file in ``resources/frameworks``; nothing in the code asks which year it is. Every block says how sure it is
and where it comes from, because much of what is known about the assessment is second-hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.ref import ITEM_LETTER, Ref, RefKind, letter_of


class Confidence(StrEnum):
    """ความแน่ใจ: how sure a block of facts is."""

    CONFIRMED = "confirmed"
    COMPUTED = "computed"
    PARTLY = "partly"
    UNVERIFIED = "unverified"

    @property
    def is_sure(self) -> bool:
        """False if the screen must mark the fact as unsure."""
        return self in (Confidence.CONFIRMED, Confidence.COMPUTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """ที่มา: how sure a block is, in what detail, and its sources."""

    confidence: Confidence
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentPart:
    """ส่วนของเครื่องมือ, e.g. EIT1 (ผู้รับบริการตอบด้วยตนเอง) and EIT2 (ผู้ประเมินจัดเก็บ)."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """เครื่องมือ (IIT, EIT, OIT)."""

    code: str
    name: str
    name_en: str
    weight: Decimal
    """Per cent of the overall score."""
    question_count: int | None = None
    parts: tuple[InstrumentPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubIndicator:
    """ตัวชี้วัดย่อย, e.g. 9.3."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """ข้อคำถาม, e.g. i4."""

    id: str
    text: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureItem:
    """ข้อ OIT, e.g. o13."""

    id: str
    text: str
    sub_indicator: str = ""
    year_label: int | None = None
    """The fiscal year printed in the item's heading, where known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """ตัวชี้วัด, ``"1"`` to ``"10"``."""

    id: str
    name: str
    name_en: str
    instrument: str
    aliases: tuple[str, ...] = ()
    was: str = ""
    """``2570:6``: its number in an earlier year, if neither name nor aliases show that it is the same."""
    note: str = ""
    sub_indicators: tuple[SubIndicator, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelBand:
    """One level of the rule, tried from the highest; half open: it holds from ``overall_min`` up to the next band."""

    code: str
    name_en: str = ""
    overall_min: Decimal
    each_instrument_min: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelRule:
    """เกณฑ์ระดับผลการประเมิน."""

    bands: tuple[LevelBand, ...]
    pass_mark: Decimal
    instruments_checked: tuple[str, ...] = ()
    """Instruments and parts that ``each_instrument_min`` looks at, e.g. IIT, EIT1, EIT2, OIT; empty for letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingDuty:
    """What that year's OIT items ask of the measure plan and of its report (เอกสารที่ต้องจัดทำ)."""

    measure_item: str = ""
    measure_item_name: str = ""
    result_item: str = ""
    result_item_name: str = ""
    analyses_results_of: int | None = None
    measures_for: int | None = None
    result_reports_on: int | None = None
    measure_criteria: tuple[str, ...] = ()
    result_criteria: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One known date or window of the year's calendar, as the source states it."""

    name: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Framework:
    """กรอบการประเมินของปีงบประมาณหนึ่ง; without slots, so that its tables of ids are made once."""

    fiscal_year: FiscalYear
    title: str
    draft: bool = False
    """True if the office may edit the year, because too little is known."""
    announced: bool = True
    """False if the result of this year is not known to have been announced yet: a normal state."""
    instruments: tuple[Instrument, ...]
    indicators: tuple[Indicator, ...]
    items: tuple[DisclosureItem, ...] = ()
    levels: LevelRule
    duty: ReportingDuty = field(default_factory=ReportingDuty)
    calendar: tuple[CalendarEntry, ...] = ()
    provenance: Mapping[str, Provenance]
    """By block: ``levels``, ``weights``, ``instruments``, ``indicators``, ``sub_indicators``, ``questions``, ``items``,
    ``duty``, ``calendar``."""
    note: str = ""

    def indicator(self, id: str) -> Indicator:
        """Return the indicator with this id; KeyError if the year has none."""
        for indicator in self.indicators:
            if indicator.id == id:
                return indicator
        raise KeyError(id)

    def instrument(self, code: str) -> Instrument:
        """Return the instrument with this code; KeyError if the year has none."""
        for instrument in self.instruments:
            if instrument.code == code:
                return instrument
        raise KeyError(code)

    def indicators_of(self, instrument: str) -> tuple[Indicator, ...]:
        """Return ตัวชี้วัดของเครื่องมือ, in order."""
        return tuple(i for i in self.indicators if i.instrument == instrument)

    def knows(self, ref: str) -> bool:
        """Return True if ``ref`` is an indicator, sub-indicator, question or item of this year.

        Where the year's questions or items are not known, any id of that form counts as known.
        """
        return Ref(ref).bare in self.names or self._unknown_kind(Ref(ref))

    def indicator_of(self, ref: str) -> Indicator | None:
        """Return the indicator that a sub-indicator, question or item belongs to; None if it is not known."""
        bare = Ref(ref).bare
        asked = self._sub_indicators.get(bare, bare)
        return self._homes.get(bare) or self._homes.get(asked) or self._homes.get(Ref(asked).head)

    def name_of(self, ref: str) -> str:
        """Return what the year calls an indicator, sub-indicator, question or item; empty if it does not know it."""
        return self.names.get(Ref(ref).bare, "")

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name or wording of everything that the year asks, by id: the one table of names."""
        names = {item.id: item.text for item in self.items}
        for indicator in self.indicators:
            names[indicator.id] = indicator.name
            names |= {sub.id: sub.name for sub in indicator.sub_indicators}
            names |= {question.id: question.text for question in indicator.questions}
        return names

    @cached_property
    def called(self) -> Mapping[str, frozenset[str]]:
        """Every name of everything that the year asks, aliases too, by id."""
        called = {ref: frozenset((name,)) for ref, name in self.names.items()}
        for indicator in self.indicators:
            called[indicator.id] = frozenset((indicator.name, *indicator.aliases))
            called |= {sub.id: frozenset((sub.name, *sub.aliases)) for sub in indicator.sub_indicators}
        return called

    @cached_property
    def letters(self) -> frozenset[str]:
        """First letters of the year's questions and items: ``i``, ``e``, ``o``."""
        return frozenset((ITEM_LETTER, *(letter_of(instrument.code) for instrument in self.instruments)))

    @cached_property
    def _homes(self) -> Mapping[str, Indicator]:
        homes: dict[str, Indicator] = {}
        for indicator in self.indicators:
            subs, questions = indicator.sub_indicators, indicator.questions
            for ref in (indicator.id, *(sub.id for sub in subs), *(question.id for question in questions)):
                homes.setdefault(ref, indicator)
        return homes

    @cached_property
    def _sub_indicators(self) -> Mapping[str, str]:
        return {item.id: item.sub_indicator for item in self.items}

    @cached_property
    def _letters_listed(self) -> frozenset[str]:
        return frozenset(Ref(ref).letter for ref in self.names)

    def _unknown_kind(self, ref: Ref) -> bool:
        if ref.is_lettered:
            return ref.letter in self.letters - self._letters_listed
        if ref.kind is not RefKind.SUB_INDICATOR:
            return False
        return ref.head in self.names and not any(Ref(one).kind is RefKind.SUB_INDICATOR for one in self.names)


ORGANISATION_ITEM_NAME = "การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร"
"""Name of the measure item since FY2569; what a year gets whose item list is not known yet."""


def draft_after(framework: Framework) -> Framework:
    """Draft the year after: everything carried over, nothing of it verified, the duty's item numbers left open."""
    year = framework.fiscal_year.next
    note = f"ใช้ตามกรอบปีงบประมาณ พ.ศ. {int(framework.fiscal_year)} ยังไม่พบเอกสารของปีนี้"
    return replace(
        framework,
        fiscal_year=year,
        draft=True,
        announced=False,
        items=tuple(replace(i, year_label=i.year_label and i.year_label + 1) for i in framework.items),
        duty=ReportingDuty(
            measure_item_name=ORGANISATION_ITEM_NAME,
            result_item_name=framework.duty.result_item_name,
            analyses_results_of=year.previous,
            measures_for=year,
            result_reports_on=year.previous,
            measure_criteria=framework.duty.measure_criteria,
            result_criteria=framework.duty.result_criteria,
        ),
        calendar=(),
        provenance={block: Provenance(confidence=Confidence.UNVERIFIED, note=note) for block in framework.provenance},
        note=note,
    )
