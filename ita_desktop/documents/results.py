"""A year's result in words (ผลการประเมินเป็นถ้อยคำ): the official figure, else the computed one, said so."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.documents import origins
from ita_desktop.documents.model import Span, Text
from ita_desktop.domain.rules import scoring
from ita_desktop.domain.thai import writing
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.origin import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Overall:
    """คะแนนภาพรวมและระดับ as printed; ``computed`` where no official figure is entered."""

    score: Decimal
    computed: bool
    level: str
    """Empty where it is neither official nor certain."""
    level_computed: bool
    """True where no official level is entered and the year's rule gave it."""
    origin: Origin
    level_origin: Origin


def overall(assessment: Assessment | None, framework: Framework | None) -> Overall | None:
    """The year's overall result; None where it is neither entered nor can be computed."""
    if assessment is None:
        return None
    score = scoring.overall_shown(assessment, framework)
    if score is None:
        return None
    return Overall(
        score=score,
        computed=assessment.official.overall is None,
        level=scoring.level_shown(assessment, framework),
        level_computed=not assessment.official.level,
        origin=origins.year(assessment.fiscal_year, "official", "overall"),
        level_origin=origins.year(assessment.fiscal_year, "official", "level"),
    )


def score_words(result: Overall) -> Text:
    """64.07 คะแนน, with a remark where it is computed."""
    remark = " คะแนน (คำนวณจากคะแนนรายตัวชี้วัด)" if result.computed else " คะแนน"
    return (Span(text=writing.score_text(result.score), origin=result.origin), Span(text=remark))


def level_words(result: Overall, lead: str) -> Text:
    """Return the level after ``lead``, with a remark where it is computed; nothing where it is not known."""
    if not result.level:
        return ()
    remark = (Span(text=" (คำนวณจากคะแนน)"),) if result.level_computed else ()
    return (Span(text=lead), Span(text=result.level, origin=result.level_origin), *remark)
