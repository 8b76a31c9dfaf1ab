"""Rows of a plan: its head, its measures and its risks."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.follow_up import ROUNDS, FollowUp
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.risk import Risk
from ita_desktop.store.file.database import OfficeFile, Row
from ita_desktop.store.records import order
from ita_desktop.store.records.columns import a_year, day, iso, listed, numbers, texts
from ita_desktop.store.records.results import read_results, write_results
from ita_desktop.store.records.understood import each, month, one_of

_MEASURE_TEXTS = ("instrument_part", "issue", "period", "period_from", "period_to")
_MEASURE_LISTS = (
    "refs",
    "sub_issues",
    "measures",
    "guidelines",
    "steps",
    "operation",
    "responsible",
    "follow_up",
    "oit_refs",
)
_GRADES = (None, 1, 2, 3, 4, 5)
_RISK_LISTS = ("controls", "activities", "months", "responsible")
_RISK_VALUES = ("risk", "process", "likelihood", "impact", "status", "remark")


def read_plans(file: OfficeFile) -> tuple[MeasurePlan, ...]:
    """Read the plans (แผน) of all years, in the order in which they were entered."""
    results = read_results(file)
    measures: dict[int, list[Measure]] = {}
    rows = file.rows("SELECT * FROM measure ORDER BY position, id")
    found = each(file, "measure", rows, lambda row: _measure(row, tuple(results.get(row["id"], ()))))
    for row, measure in zip(rows, found, strict=True):
        measures.setdefault(row["plan"], []).append(measure)
    risks = read_risks(file)
    rows = file.rows("SELECT * FROM plan ORDER BY id")
    return tuple(
        each(file, "plan", rows, lambda row: plan_of(row, measures.get(row["id"], ()), risks.get(row["id"], ())))
    )


def read_measures(file: OfficeFile, ids: Iterable[int]) -> tuple[Measure, ...]:
    """Read these measures with their results; those that do not exist are left out."""
    wanted = ", ".join(map(str, ids))
    results = read_results(file, wanted)
    rows = file.rows(f"SELECT * FROM measure WHERE id IN ({wanted})")
    return tuple(each(file, "measure", rows, lambda row: _measure(row, tuple(results.get(row["id"], ())))))


def read_risks(file: OfficeFile, plan: int | None = None) -> dict[int, list[Risk]]:
    """Read the risks by the row of their plan, in order; of one plan or of all."""
    risks: dict[int, list[Risk]] = {}
    rows = file.rows("SELECT * FROM risk WHERE ?1 IS NULL OR plan = ?1 ORDER BY position, id", plan)
    for row, risk in zip(rows, each(file, "risk", rows, _risk), strict=True):
        risks.setdefault(row["plan"], []).append(risk)
    return risks


def plan_of(row: Row, measures: Iterable[Measure], risks: Iterable[Risk]) -> MeasurePlan:
    """Make a plan from its head's row."""
    return MeasurePlan(
        fiscal_year=a_year(row["fiscal_year"]),
        assessed_year=a_year(row["assessed_year"]),
        measures=tuple(measures),
        risks=tuple(risks),
        meeting=row["meeting"],
        report_date=day(row["report_date"]),
        prepared_by=row["prepared_by"],
    )


def write_plan_head(file: OfficeFile, plan: MeasurePlan) -> int:
    """Write all of a plan except its measures and risks; return its row's id."""
    row: dict[str, Any] = {
        "assessed_year": int(plan.assessed_year),
        "meeting": plan.meeting,
        "report_date": iso(plan.report_date),
        "prepared_by": plan.prepared_by,
    }
    found = plan_id(file, plan.fiscal_year)
    if found is None:
        return file.insert("plan", fiscal_year=int(plan.fiscal_year), **row)
    file.update("plan", found, **row)
    return found


def plan_id(file: OfficeFile, year: FiscalYear) -> int | None:
    """Return the row of a plan; None if there is none."""
    found = file.rows("SELECT id FROM plan WHERE fiscal_year = ?", int(year))
    return int(found[0]["id"]) if found else None


def holds(file: OfficeFile, plan: int, table: str, id: int) -> bool:
    """Return whether this measure or risk is in this plan."""
    return bool(file.rows(f'SELECT 1 FROM "{table}" WHERE plan = ? AND id = ?', plan, id))


def write_plan(file: OfficeFile, plan: MeasurePlan) -> None:
    """Write a whole plan, as an import does."""
    head = write_plan_head(file, plan)
    for measure in plan.measures:
        add_measure(file, head, measure)
    for risk in plan.risks:
        add_risk(file, head, risk)


def remove_plan(file: OfficeFile, year: FiscalYear) -> bool:
    """Remove a plan with its measures, results and risks."""
    return file.delete("plan", "fiscal_year = ?", int(year)) > 0


def add_measure(file: OfficeFile, plan: int, measure: Measure) -> int:
    """Add a measure at the end of the plan; return its id."""
    place = {"plan": plan, "position": _end(file, "measure", plan)}
    added = file.insert("measure", **place, identity=_identity(file, "measure", measure), **_measure_row(measure))
    write_results(file, added, measure.results)
    return added


def write_measure(file: OfficeFile, measure: Measure) -> None:
    """Change a measure, its results included; KeyError if there is none with its id."""
    if measure.id is None or not file.update("measure", measure.id, **_measure_row(measure)):
        raise KeyError(measure.id)
    write_results(file, measure.id, measure.results)


def add_risk(file: OfficeFile, plan: int, risk: Risk) -> int:
    """Add a risk at the end of the plan; return its id."""
    place = {"plan": plan, "position": _end(file, "risk", plan)}
    return file.insert("risk", **place, identity=_identity(file, "risk", risk), **_risk_row(risk))


def write_risk(file: OfficeFile, risk: Risk) -> None:
    """Change a risk; KeyError if there is none with its id."""
    if risk.id is None or not file.update("risk", risk.id, **_risk_row(risk)):
        raise KeyError(risk.id)


def remove(file: OfficeFile, table: str, id: int) -> None:
    """Remove a measure with its results, or a risk."""
    file.delete(table, "id = ?", id)


def move(file: OfficeFile, plan: int, table: str, id: int, to: int) -> None:
    """Put a measure or a risk at an index of its plan."""
    order.move(file, table, "plan = ?", (plan,), id, to)


def _identity(file: OfficeFile, table: str, record: Measure | Risk) -> str:
    """The record's own identity; a new one where it has none, or where another row here bears it already."""
    used = record.identity and file.rows(f'SELECT 1 FROM "{table}" WHERE identity = ?', record.identity)
    return uuid.uuid4().hex if used or not record.identity else record.identity


def _end(file: OfficeFile, table: str, plan: int) -> int:
    return int(
        file.rows(f'SELECT coalesce(max(position) + 1, 0) AS next FROM "{table}" WHERE plan = ?', plan)[0]["next"]
    )


def _measure(row: Row, results: tuple[FollowUp, ...]) -> Measure:
    values: dict[str, Any] = {name: row[name] for name in _MEASURE_TEXTS}
    values |= {name: texts(row[name]) for name in _MEASURE_LISTS}
    for name in ("period_from", "period_to"):
        month(row[name])
    rounds = tuple(one_of(one, ROUNDS) for one in numbers(row["follow_up_rounds"]))
    values["identity"] = row["identity"]
    return Measure(id=row["id"], follow_up_rounds=rounds, results=results, **values)


def _measure_row(measure: Measure) -> dict[str, Any]:
    return {
        **{name: getattr(measure, name) for name in _MEASURE_TEXTS},
        **{name: listed(getattr(measure, name)) for name in (*_MEASURE_LISTS, "follow_up_rounds")},
    }


def _risk(row: Row) -> Risk:
    values: dict[str, Any] = {name: row[name] for name in _RISK_VALUES}
    values |= {name: texts(row[name]) for name in _RISK_LISTS}
    for one in values["months"]:
        month(one)
    for name in ("likelihood", "impact"):
        one_of(row[name], _GRADES)
    return Risk(id=row["id"], identity=row["identity"], **values)


def _risk_row(risk: Risk) -> dict[str, Any]:
    return {
        **{name: getattr(risk, name) for name in _RISK_VALUES},
        **{name: listed(getattr(risk, name)) for name in _RISK_LISTS},
    }
