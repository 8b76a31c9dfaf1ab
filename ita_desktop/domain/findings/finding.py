"""What a check found: its code, how serious it is, the field, the words, and what would put it right."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ita_desktop.domain.thai.characters import is_joined
from ita_desktop.domain.values.origin import Origin


class Severity(StrEnum):
    """ความร้ายแรง."""

    WRONG = "wrong"
    """ผิด: the data contradict each other or a rule; this should not be signed."""
    LOOK = "look"
    """ควรดู: very likely a slip, but a person has to decide."""
    ADVICE = "advice"
    """แนะนำ: the paper is sound, and would be better for it."""

    @property
    def rank(self) -> int:
        """0 for the most serious."""
        return list(Severity).index(self)


class Code(StrEnum):
    """Every kind of finding; the sentence for each is in ``app.findings``."""

    TOTAL_DIFFERS = "total-differs"
    TOTAL_NEAR = "total-near"
    INSTRUMENT_DIFFERS = "instrument-differs"
    SCORE_IMPOSSIBLE = "score-impossible"
    LEVEL_DIFFERS = "level-differs"
    LEVEL_UNKNOWN = "level-unknown"
    LEVEL_IN_TEXT = "level-in-text"
    LEVEL_RULE_IN_TEXT = "level-rule-in-text"
    LEVEL_BOUND_IN_TEXT = "level-bound-in-text"
    PASS_IN_TEXT = "pass-in-text"
    SCORE_IN_TEXT = "score-in-text"
    TOTAL_IN_TEXT = "total-in-text"
    SCORE_UNKNOWN = "score-unknown"
    RANK_IN_TEXT = "rank-in-text"
    OFFICE_RANK_IN_TEXT = "office-rank-in-text"
    EXTREME_IN_TEXT = "extreme-in-text"
    TIE_OMITTED = "tie-omitted"
    CHANGE_IN_TEXT = "change-in-text"
    OTHER_PLACE = "other-place"
    OTHER_AGENCY = "other-agency"
    OWN_NAME_MISSPELT = "own-name-misspelt"
    OTHER_KIND = "other-kind"
    UNIT_OF_OTHER_KIND = "unit-of-other-kind"
    PLACE_UNKNOWN = "place-unknown"
    ADDRESSEE = "addressee"
    PREFIX = "prefix"
    PHONE = "phone"
    SAME_PERSON = "same-person"
    ALTERNATIVE = "alternative"
    PLACEHOLDER = "placeholder"
    DOTS = "dots"
    BRACKETS = "brackets"
    YEAR_IN_SUBJECT = "year-in-subject"
    YEAR_OF_MEASURES = "year-of-measures"
    YEAR_IN_TEXT = "year-in-text"
    YEARS_MIXED_UP = "years-mixed-up"
    PERIOD = "period"
    DEADLINE = "deadline"
    EVERY = "every"
    MEMO_BEFORE_RESULT = "memo-before-result"
    MEMO_BEFORE_ANNOUNCEMENT = "memo-before-announcement"
    MEMO_YEAR = "memo-year"
    REPORT_BEFORE_ROUND_END = "report-before-round-end"
    RESULT_AFTER_ROUND = "result-after-round"
    EVIDENCE_DATE = "evidence-date"
    REF_UNKNOWN = "ref-unknown"
    ITEM_OTHER = "item-other"
    ITEM_TWO_IDS = "item-two-ids"
    HEADING_OTHER = "heading-other"
    INDICATOR_NAME = "indicator-name"
    QUESTION_OTHER = "question-other"
    NO_OVERALL = "no-overall"
    NO_ANALYSIS = "no-analysis"
    WEAK_WITHOUT_MEASURE = "weak-without-measure"
    MEASURE_EMPTY = "measure-empty"
    NO_OWNER = "no-owner"
    NO_STEPS = "no-steps"
    NO_PERIOD = "no-period"
    NO_FOLLOW_UP = "no-follow-up"
    NO_RESULT = "no-result"
    NO_OUTCOME = "no-outcome"
    OUTCOME_IS_ROUNDS = "outcome-is-rounds"
    OUTCOME_IS_OUTPUT = "outcome-is-output"
    EVIDENCE_NO_DATE = "evidence-no-date"
    RISK_NO_MONTH = "risk-no-month"
    TWIN_TITLE = "twin-title"
    SAME_FOLLOW_UP = "same-follow-up"
    ITEM_OLD = "item-old"
    MID_SENTENCE = "mid-sentence"
    MEMO_UNFINISHED = "memo-unfinished"
    MEMO_NO_SIGNER = "memo-no-signer"
    SIGNER_UNFINISHED = "signer-unfinished"
    ENCLOSURES = "enclosures"
    BROKEN_THAI = "broken-thai"
    LOST_SARA_AM = "lost-sara-am"
    UNKNOWN_CHARACTER = "unknown-character"
    MIXED_DIGITS = "mixed-digits"
    TWO_SPELLINGS = "two-spellings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A change that would put it right: in the field ``origin`` the text ``old`` becomes ``new``."""

    origin: Origin
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """ข้อที่ตรวจพบ."""

    code: Code
    severity: Severity
    origin: Origin
    quote: str = ""
    """The sentence or the number concerned, as it stands in the field."""
    values: Mapping[str, object] = field(default_factory=dict)
    fixes: tuple[Fix, ...] = ()

    @property
    def key(self) -> str:
        """Identity, by which it is set aside: the same fault in the same words of the same field."""
        return hashlib.sha256(f"{self.code}\0{self.origin}\0{self.quote}".encode()).hexdigest()[:16]


def excerpt(text: str, at: int, end: int, around: int = 28) -> str:
    """Return the words around a place in a text, with … where it was cut."""
    first = max(0, at - around)
    last = min(len(text), end + around)
    while first > 0 and is_joined(text[first]):
        first -= 1
    while last < len(text) and is_joined(text[last]):
        last += 1
    return ("…" if first else "") + text[first:last].strip() + ("…" if last < len(text) else "")
