"""Origins as blocks carry them, built from the values that a document has at hand."""

from __future__ import annotations

from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.memo import Memo
from ita_desktop.domain.values.origin import Origin, measure_origin, risk_origin
from ita_desktop.domain.values.risk import Risk

AGENCY_NAME = Origin.agency("name")


def agency(field: str) -> Origin:
    """Build ``agency/district``."""
    return Origin.agency(field)


def signer(id: str, field: str) -> Origin:
    """Build ``signer/s1/name``."""
    return Origin.signer(id, field)


def year(fiscal_year: int, *path: str) -> Origin:
    """Build ``year/2567/scores/8``."""
    return Origin.year(fiscal_year, *path)


def plan(plan: MeasurePlan, *path: str) -> Origin:
    """Build ``plan/2568/meeting``."""
    return Origin.plan(plan.fiscal_year, *path)


def measure(plan: MeasurePlan, measure: Measure, *path: str) -> Origin:
    """Build ``plan/2568/measure/12/issue``; a measure that is not stored is known by its place in the plan, from 1."""
    return measure_origin(plan, measure, *path)


def risk(plan: MeasurePlan, risk: Risk, *path: str) -> Origin:
    """Build ``plan/2568/risk/3/controls``; as with measures where it is not stored."""
    return risk_origin(plan, risk, *path)


def memo(memo: Memo, *path: str) -> Origin:
    """Build ``memo/memo-1/subject``."""
    return Origin.memo(memo.id, *path)
