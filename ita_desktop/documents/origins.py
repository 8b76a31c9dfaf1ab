"""Paths of fields (``domain.facts.Origin``), as blocks carry them."""

from __future__ import annotations

from ita_desktop.domain.values.facts import Origin
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.memo import Memo
from ita_desktop.domain.values.risk import Risk

AGENCY_NAME: Origin = "agency/name"


def agency(field: str) -> Origin:
    """``agency/district``."""
    return f"agency/{field}"


def signer(id: str, field: str) -> Origin:
    """``signer/s1/name``."""
    return f"signer/{id}/{field}"


def year(fiscal_year: int, *path: str) -> Origin:
    """``year/2567/scores/8``."""
    return "/".join(("year", str(int(fiscal_year)), *path))


def plan(plan: MeasurePlan, *path: str) -> Origin:
    """``plan/2568/meeting``."""
    return "/".join(("plan", str(int(plan.fiscal_year)), *path))


def measure(plan: MeasurePlan, measure: Measure, *path: str) -> Origin:
    """``plan/2568/measure/12/issue``; a measure that is not stored yet is known by its place in the plan, from 1."""
    key = measure.id if measure.id is not None else plan.measures.index(measure) + 1
    return "/".join(("plan", str(int(plan.fiscal_year)), "measure", str(key), *path))


def risk(plan: MeasurePlan, risk: Risk, *path: str) -> Origin:
    """``plan/2568/risk/3/controls``; as with measures where it is not stored yet."""
    key = risk.id if risk.id is not None else plan.risks.index(risk) + 1
    return "/".join(("plan", str(int(plan.fiscal_year)), "risk", str(key), *path))


def memo(memo: Memo, *path: str) -> Origin:
    """``memo/memo-1/subject``."""
    return "/".join(("memo", memo.id, *path))
