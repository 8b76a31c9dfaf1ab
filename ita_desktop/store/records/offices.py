"""A whole office in and out of its file, and the few things that belong to the file itself."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.measure import MeasurePlan
from ita_desktop.domain.values.office import Office
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.records.agencies import (
    read_agency,
    read_signers,
    read_source,
    write_agency,
    write_signer,
    write_source,
)
from ita_desktop.store.records.memos import read_memos, write_memo
from ita_desktop.store.records.plans import (
    add_measure,
    add_risk,
    read_plans,
    write_measure,
    write_plan,
    write_plan_head,
    write_risk,
)
from ita_desktop.store.records.understood import understood
from ita_desktop.store.records.years import read_years, write_narrative, write_scores, write_year

FACTS = ("memo", "plan", "year", "signer", "department", "draft")
"""Tables that an import empties (others go with them); settings stay, they are no facts."""


def read_office(file: OfficeFile, plans: tuple[MeasurePlan, ...] | None = None) -> Office:
    """Read all that the exchange format holds, in the order of entry; ``plans`` if they are known already."""
    return Office(
        agency=read_agency(file),
        signers=read_signers(file),
        years=read_years(file),
        plans=read_plans(file) if plans is None else plans,
        memos=read_memos(file),
        source=read_source(file),
    )


def replace_office(file: OfficeFile, office: Office) -> None:
    """Make the file hold exactly this office; settings stay, unfinished text goes."""
    for table in FACTS:
        file.delete(table)
    write_agency(file, office.agency)
    write_source(file, office.source)
    for signer in office.signers:
        write_signer(file, signer)
    for year in office.years:
        write_year(file, year)
    for plan in office.plans:
        write_plan(file, plan)
    for memo in office.memos:
        write_memo(file, memo)


def bring_to(file: OfficeFile, before: Office, after: Office) -> None:
    """Write the differences between the file and the wanted office; records that are gone stay."""
    if after.agency != before.agency:
        write_agency(file, after.agency)
    for signer in after.signers:
        if signer not in before.signers:
            write_signer(file, signer)
    years = {year.fiscal_year: year for year in before.years}
    for year in after.years:
        kept = years.get(year.fiscal_year)
        if year != kept:
            _bring_year(file, kept, year)
    plans = {plan.fiscal_year: plan for plan in before.plans}
    for plan in after.plans:
        if plan != plans.get(plan.fiscal_year):
            _bring_plan(file, plans.get(plan.fiscal_year), plan)
    for memo in after.memos:
        if memo not in before.memos:
            write_memo(file, memo)


def _bring_year(file: OfficeFile, before: Assessment | None, after: Assessment) -> None:
    write_year(file, after)
    if before is not None:
        write_scores(file, after.fiscal_year, dict.fromkeys(before.scores.keys() - after.scores.keys()))
        for indicator in before.narratives.keys() - after.narratives.keys():
            write_narrative(file, after.fiscal_year, indicator, "")


def _bring_plan(file: OfficeFile, before: MeasurePlan | None, after: MeasurePlan) -> None:
    head = write_plan_head(file, after)
    for measure in after.measures:
        if measure.id is None:
            add_measure(file, head, measure)
        elif before is None or measure not in before.measures:
            write_measure(file, measure)
    for risk in after.risks:
        if risk.id is None:
            add_risk(file, head, risk)
        elif before is None or risk not in before.risks:
            write_risk(file, risk)


def read_setting(file: OfficeFile, name: str) -> Any:
    """Read a setting's JSON value; None if it was never set."""
    found = file.rows("SELECT value FROM setting WHERE name = ?", name)
    with understood(file, f"setting {name}"):
        return json.loads(found[0]["value"]) if found else None


def write_setting(file: OfficeFile, name: str, value: Any) -> None:
    """Keep a JSON value under this name; None takes it away."""
    found = file.rows("SELECT id FROM setting WHERE name = ?", name)
    if value is None:
        file.delete("setting", "name = ?", name)
    elif found:
        file.update("setting", found[0]["id"], value=_json(value))
    else:
        file.insert("setting", name=name, value=_json(value))


def file_id(file: OfficeFile) -> str:
    """Read the identity that a file got when it was made; its copies have the same one."""
    return str(file.rows("SELECT file_id FROM file")[0]["file_id"])


def revision(file: OfficeFile) -> int:
    """Read how many changes have been saved in this file."""
    return int(file.rows("SELECT revision FROM file")[0]["revision"])


def mark_saved(file: OfficeFile, now: datetime) -> None:
    """Count the change; the counter tells the order, the time is only shown."""
    file.update("file", 1, revision=revision(file) + 1, saved_at=now.isoformat(timespec="seconds"))


def saved_at(file: OfficeFile) -> datetime | None:
    """Return when the last change was saved, by that computer's clock; None also if the stored time is invalid."""
    kept = file.rows("SELECT saved_at FROM file")[0]["saved_at"]
    try:
        return None if kept is None else datetime.fromisoformat(kept)
    except ValueError:
        return None


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)
