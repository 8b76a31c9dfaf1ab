"""Data from one computer to another: the whole office sealed, or the measures of one unit as a slip (ใบงานกอง)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from ita_desktop.app import log
from ita_desktop.app.errors import WorkspaceError, told_to_user
from ita_desktop.app.office.import_export import WORKBOOK_SUFFIX, ImportRefusedError
from ita_desktop.app.office.open_office import in_order
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.outputs import write_output
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.follow_up import FollowUp
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.office import Office
from ita_desktop.store.errors import error_for
from ita_desktop.store.exchange.json_reading import office_of
from ita_desktop.store.exchange.json_writing import office_tree
from ita_desktop.store.file.disk import temporary_folder
from ita_desktop.store.file.lock import user_and_computer
from ita_desktop.store.safety import package
from ita_desktop.store.safety.backup import Reason
from ita_desktop.store.safety.package import Manifest
from ita_desktop.store.untrusted.json_tree import Expected, Fault, JsonFaults, parse

SLIP_SUFFIX = ".ita-slip.json"
SLIP_BOOK_SUFFIX = ".ita-slip.xlsx"
SLIP_FORMAT = "ita-slip/1"
_SENT = "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """ใบงานกอง: the measures of one plan for which one unit is responsible, to be filled in and brought back."""

    unit: str
    plan_year: FiscalYear
    made_at: datetime
    made_by: str
    office: Office
    """The agency and that one plan, nothing else."""


# the whole office


def send(workspace: Workspace, target: Path, person: str = "") -> Manifest:
    """Seal the office into one file (``.ita-send``) for another computer; it is read back before it counts."""
    with told_to_user():
        person = person or user_and_computer()
        try:
            with temporary_folder() as folder:
                packed = folder / "sent"
                workspace.seal_into(packed, _SENT, person)
                write_output(target, packed.read_bytes())
        except OSError as error:
            raise error_for(target, error) from error
        manifest = package.verify(target)
    if not workspace.read_only:
        try:
            workspace.backups.make(Reason.SENT)  # what comes back is compared with it: see common_state
        except WorkspaceError as error:
            log.note("no_backup_of_sent", trouble=error.code.value)
    return manifest


def inspect(path: Path) -> Manifest:
    """Return what a sent file says it holds, after checking every byte; nothing is taken from it yet."""
    with told_to_user():
        return package.verify(path)


def received(path: Path) -> Office:
    """Read the office in a sent file, to be shown beside ours and merged (``merge.differences``)."""
    with told_to_user():
        return in_order(package.office_in(path))


def common_state(workspace: Workspace, path: Path) -> Office | None:
    """Read the state that our office and the one in a file that came back have in common; None if it is not known.

    It is the backup that was made when the office was sent.
    """
    with told_to_user():
        state = package.taken_from(path)
    backups = workspace.backups.all() if state else ()
    found = next((one for one in backups if one.manifest is not None and one.manifest.state == state), None)
    return None if found is None else workspace.backups.office_in(found)


def take_as_new(path: Path, target: Path) -> Manifest:
    """Make a new office file of a sent one, where this computer has none of it yet; nothing is written over."""
    with told_to_user():
        return package.bring(path, target)


# slips


def slip_for(office: Office, plan_year: int, unit: str, made_at: datetime, made_by: str = "") -> Slip:
    """Make the slip of one unit; KeyError if there is no such plan."""
    plan = next((one for one in office.plans if one.fiscal_year == plan_year), None)
    if plan is None:
        raise KeyError(plan_year)
    part = MeasurePlan(
        fiscal_year=plan.fiscal_year,
        assessed_year=plan.assessed_year,
        measures=tuple(one for one in plan.measures if is_of_unit(one, unit)),
    )
    only = Office(agency=office.agency, plans=(part,))
    return Slip(unit=unit, plan_year=plan.fiscal_year, made_at=made_at, made_by=made_by, office=only)


def units_of(office: Office, plan_year: int) -> tuple[str, ...]:
    """List the units that have a measure in this plan, in the order of the office."""
    plans = (one for one in office.plans if one.fiscal_year == plan_year)
    measures = tuple(measure for plan in plans for measure in plan.measures)
    named = dict.fromkeys((*office.agency.departments, *(r for one in measures for r in one.responsible)))
    return tuple(unit for unit in named if any(is_of_unit(one, unit) for one in measures))


def is_of_unit(measure: Measure, unit: str) -> bool:
    """Return whether the unit is responsible, alone or with others in one line."""
    return any(unit.strip() in line for line in measure.responsible)


def write_slip(path: Path, slip: Slip, frameworks: Mapping[int, Framework] | None = None) -> None:
    """Write a slip as JSON or, by its name, as a workbook for a unit without this program; whole or not at all."""
    about = {
        "format": SLIP_FORMAT,
        "unit": slip.unit,
        "plan_year": int(slip.plan_year),
        "made_at": slip.made_at.isoformat(timespec="seconds"),
        "made_by": slip.made_by,
    }
    if path.suffix.lower() == WORKBOOK_SUFFIX:
        from ita_desktop.store.exchange.workbook_slips import slip_workbook  # Excel's libraries, only where asked for

        write_output(path, slip_workbook(about, slip.office, frameworks or {}))
        return
    tree = {**about, "office": office_tree(slip.office)}
    write_output(path, (json.dumps(tree, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))


def read_slip(path: Path, frameworks: Mapping[int, Framework]) -> Slip:
    """Read a returned slip of either kind, to be merged like an office; ImportRefusedError with all faults."""
    with told_to_user():
        try:
            if path.suffix.lower() == WORKBOOK_SUFFIX:
                from ita_desktop.store.exchange.workbook_slips import slip_in_workbook

                about, office = slip_in_workbook(path, frameworks)
                return _slip(about, _without_blanks(office))
            tree = parse(path)
            if not isinstance(tree, dict) or tree.get("format") != SLIP_FORMAT:
                found = tree.get("format") if isinstance(tree, dict) else tree
                raise JsonFaults([_fault("$.format", found, Expected.FORMAT, SLIP_FORMAT)])
            return _slip(tree, office_of(tree.get("office"), frameworks))
        except JsonFaults as error:
            raise ImportRefusedError(path, error.faults) from error
        except OSError as error:
            raise error_for(path, error) from error


def _without_blanks(office: Office) -> Office:
    """The rounds for which nothing was filled in left out."""

    def filled(measure: Measure) -> Measure:
        return replace(measure, results=tuple(one for one in measure.results if one != FollowUp(round=one.round)))

    plans = tuple(replace(plan, measures=tuple(filled(one) for one in plan.measures)) for plan in office.plans)
    return replace(office, plans=plans)


def _slip(tree: Mapping[str, object], office: Office) -> Slip:
    """A slip of what it says of itself; JsonFaults where that is not what it holds."""
    if tree.get("format") != SLIP_FORMAT:
        raise JsonFaults([_fault("$.format", tree.get("format"), Expected.FORMAT, SLIP_FORMAT)])
    year, unit, made_by = tree.get("plan_year"), tree.get("unit"), tree.get("made_by")
    faults = [
        _fault(f"$.{name}", value, Expected.TEXT)
        for name, value in (("unit", unit), ("made_by", made_by))
        if not isinstance(value, str)
    ]
    try:
        made_at = datetime.fromisoformat(str(tree.get("made_at")))
    except ValueError:
        faults.append(_fault("$.made_at", tree.get("made_at"), Expected.DATE))
    if [int(plan.fiscal_year) for plan in office.plans] != [year]:
        faults.append(_fault("$.plan_year", year, Expected.ONE_OF, *(str(plan.fiscal_year) for plan in office.plans)))
    if faults:
        raise JsonFaults(faults)
    return Slip(
        unit=str(unit), plan_year=office.plans[0].fiscal_year, made_at=made_at, made_by=str(made_by), office=office
    )


def _fault(path: str, value: object, expected: Expected, *allowed: str) -> Fault:
    return Fault(path=path, value=repr(value)[:60], expected=expected, allowed=allowed)


def beside(slip: Slip, office: Office) -> Office:
    """Return our office with the unit's measures as in the slip, to compare ours with.

    Measures of other units, and everything that a slip does not carry, are ours on both sides.
    """

    def plan_of(plan: MeasurePlan) -> MeasurePlan:
        if plan.fiscal_year != slip.plan_year:
            return plan
        others = tuple(one for one in plan.measures if not is_of_unit(one, slip.unit))
        return replace(plan, measures=(*others, *slip.office.plans[0].measures))

    return replace(office, plans=tuple(plan_of(plan) for plan in office.plans))
