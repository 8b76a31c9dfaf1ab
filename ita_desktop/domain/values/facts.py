"""Everything a document or a check needs to know about one plan year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.agency import Agency
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.measure import MeasurePlan
from ita_desktop.domain.values.memo import Memo, Signer


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFacts:
    """ข้อเท็จจริงของปีแผนหนึ่ง: complete, so that nothing is looked up later."""

    agency: Agency
    plan: MeasurePlan
    """Of the plan year; empty if the office has none yet."""
    signers: tuple[Signer, ...] = ()
    assessments: Mapping[int, Assessment]
    """All years the office has, by fiscal year."""
    frameworks: Mapping[int, Framework]
    """Of the same years, and of the plan year where it is known."""
    memos: tuple[Memo, ...] = ()
    """Of the plan year, in order."""
    words: tuple[str, ...] = ()
    """คำเฉพาะ: words the office added, never broken at a line end."""

    @property
    def fiscal_year(self) -> FiscalYear:
        """ปีของแผน."""
        return self.plan.fiscal_year

    @property
    def assessed(self) -> Assessment | None:
        """ผลของปีที่นำมาวิเคราะห์; None if it is not entered."""
        return self.assessments.get(self.plan.assessed_year)

    @property
    def before(self) -> Assessment | None:
        """ผลของปีก่อนปีที่นำมาวิเคราะห์."""
        return self.assessments.get(self.plan.assessed_year.previous)

    @property
    def framework(self) -> Framework | None:
        """กรอบของปีที่นำมาวิเคราะห์."""
        return self.frameworks.get(self.plan.assessed_year)

    def signer(self, id: str) -> Signer:
        """Return the signer with this id; KeyError if there is none."""
        for signer in self.signers:
            if signer.id == id:
                return signer
        raise KeyError(id)
