"""A whole office in and out of its file, and the few things that belong to the file itself."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from ita_desktop.domain.office import Office
from ita_desktop.store.agencies import read_agency, read_signers, read_source, write_agency, write_signer, write_source
from ita_desktop.store.database import OfficeFile
from ita_desktop.store.memos import read_memos, write_memo
from ita_desktop.store.plans import read_plans, write_plan
from ita_desktop.store.years import read_years, write_year

FACTS = ("memo", "plan", "year", "signer", "department", "draft")
"""Tables that an import empties (others go with them); settings stay, they are no facts."""


def read_office(file: OfficeFile) -> Office:
    """Everything of the exchange format, in the order in which it was entered."""
    return Office(
        agency=read_agency(file),
        signers=read_signers(file),
        years=read_years(file),
        plans=read_plans(file),
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


def read_setting(file: OfficeFile, name: str) -> Any:
    """A setting's JSON value; None if it was never set."""
    found = file.rows("SELECT value FROM setting WHERE name = ?", name)
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


def mark_saved(file: OfficeFile, now: datetime) -> None:
    """Count the change; order is told by the counter, the time is only shown."""
    revision = file.rows("SELECT revision FROM file")[0]["revision"]
    file.update("file", 1, revision=revision + 1, saved_at=now.isoformat(timespec="seconds"))


def saved_at(file: OfficeFile) -> datetime | None:
    """When the last change was saved, by the clock of that computer."""
    kept = file.rows("SELECT saved_at FROM file")[0]["saved_at"]
    return None if kept is None else datetime.fromisoformat(kept)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)
