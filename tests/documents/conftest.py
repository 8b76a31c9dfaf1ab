"""Facts of the cases, read without the store: the documents floor does not know it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ita_desktop import paths
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.domain.values.assessment import Assessment, OfficialResult
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.follow_up import Evidence, FollowUp, Status
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.memo import Memo, MemoSection, MemoSigner, Signer, Urgency
from ita_desktop.domain.values.risk import Risk
from ita_desktop.store.resources.frameworks import load_frameworks

GOLDEN = Path(__file__).parent / "golden"
Facts = Callable[..., YearFacts]


@pytest.fixture(scope="session")
def frameworks() -> dict[int, Framework]:
    return dict(load_frameworks(paths.resources() / "frameworks"))


@pytest.fixture
def facts_of(cases: Path, frameworks: dict[int, Framework]) -> Facts:
    """The facts of a case's only plan year: ``facts_of("case-003")``; keywords change the data before it is read."""

    def read(name: str, change: Callable[[dict[str, Any]], None] | None = None) -> YearFacts:
        data = json.loads((cases / f"{name}.json").read_text(encoding="utf-8"))
        if change:
            change(data)
        return year_facts(data, frameworks)

    return read


@pytest.fixture
def golden(update_golden: bool) -> Callable[[str, str], None]:
    """Compare a text with the golden of this name, or write it anew."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if update_golden:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


def year_facts(data: dict[str, Any], frameworks: dict[int, Framework]) -> YearFacts:
    plan = _plan(data["plans"][-1])
    return YearFacts(
        agency=Agency(**_values(data["agency"], type=AgencyType(data["agency"]["type"]))),
        plan=plan,
        signers=tuple(Signer(**_values(s)) for s in data["signers"]),
        assessments={y["fiscal_year"]: _assessment(y) for y in data["years"]},
        frameworks=frameworks,
        memos=tuple(_memo(m) for m in data["memos"] if m["fiscal_year"] == plan.fiscal_year),
    )


def _values(data: dict[str, Any], **converted: Any) -> dict[str, Any]:
    plain = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items() if v is not None}
    return plain | converted


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _score(value: float) -> Decimal:
    return Decimal(str(value)).quantize(Decimal("0.01"))


def _assessment(data: dict[str, Any]) -> Assessment:
    official = data.get("official", {})
    return Assessment(
        fiscal_year=FiscalYear(data["fiscal_year"]),
        official=OfficialResult(
            overall=_score(official["overall"]) if official.get("overall") is not None else None,
            level=official.get("level") or "",
            instruments={k: _score(v) for k, v in official.get("instruments", {}).items()},
            rank_in_type=official.get("rank_in_type"),
            announced=_day(official.get("announced")),
        ),
        scores={k: _score(v) for k, v in data.get("scores", {}).items()},
        narratives=data.get("narratives", {}),
        weak_indicators=tuple(data.get("weak_indicators", ())),
    )


def _plan(data: dict[str, Any]) -> MeasurePlan:
    return MeasurePlan(
        fiscal_year=FiscalYear(data["fiscal_year"]),
        assessed_year=FiscalYear(data["assessed_year"]),
        measures=tuple(_measure(m) for m in data["measures"]),
        risks=tuple(Risk(**_values(r)) for r in data.get("risks", ())),
        meeting=data.get("meeting", ""),
        report_date=_day(data.get("report_date")),
        prepared_by=data.get("prepared_by", ""),
    )


def _measure(data: dict[str, Any]) -> Measure:
    period = {"period_from": data.pop("from", ""), "period_to": data.pop("to", "")}
    return Measure(**_values(data, results=tuple(_result(r) for r in data.get("results", ())), **period))


def _result(data: dict[str, Any]) -> FollowUp:
    evidence = tuple(Evidence(**_values(e, date=_day(e.get("date")))) for e in data.get("evidence", ()))
    status = Status(data["status"]) if data.get("status") else None
    return FollowUp(**_values(data, evidence=evidence, status=status, date=_day(data.get("date"))))


def _memo(data: dict[str, Any]) -> Memo:
    return Memo(
        **_values(
            data,
            fiscal_year=FiscalYear(data["fiscal_year"]),
            date=_day(data.get("date")),
            urgency=Urgency(data["urgency"]) if data.get("urgency") else None,
            sections=tuple(MemoSection(**_values(s)) for s in data["sections"]),
            signers=tuple(MemoSigner(**_values(s)) for s in data["signers"]),
        )
    )
