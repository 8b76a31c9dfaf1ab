"""A proposed fix carried out: the field's text changed, as one step that can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from decimal import Decimal

from ita_desktop.app.office.drafts import lay_over
from ita_desktop.app.office.typed_texts import as_value
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.domain.findings import Fix
from ita_desktop.domain.values.facts import Origin
from ita_desktop.domain.values.office import Office

STEP = "finding-fix"
DRAFT_STEP = "draft-back"
_LISTS = {
    "signer": ("signers", "id"),
    "year": ("years", "fiscal_year"),
    "plan": ("plans", "fiscal_year"),
    "memo": ("memos", "id"),
    "measure": ("measures", "id"),
    "risk": ("risks", "id"),
}


class FixOutdatedError(Exception):
    """The field does not hold any more what the fix was proposed for; nothing was changed."""


def apply_fix(workspace: Workspace, fix: Fix) -> None:
    """Change the field as one undo step; FixOutdatedError where its text has changed since."""
    value = _value(workspace.office, fix.origin)
    if isinstance(value, Decimal):
        if value != Decimal(fix.old):
            raise FixOutdatedError(fix.origin)
        new: object = Decimal(fix.new)
    elif isinstance(value, str) and fix.old in value:
        new = value.replace(fix.old, fix.new, 1)
    else:
        raise FixOutdatedError(fix.origin)
    with workspace.step(STEP):
        _write(workspace, fix.origin, new)


class UnreadableError(ValueError):
    """A text left from a crash that was not finished: half a date, half a score."""


def put_text(workspace: Workspace, origin: Origin, text: str) -> None:
    """Store a text that was left from a crash as one undo step.

    UnreadableError where it is not what its field takes; ValueError or KeyError where the field is gone.
    """
    try:
        value = as_value(origin, text)
    except ValueError as fault:
        raise UnreadableError(origin) from fault
    with workspace.step(DRAFT_STEP):
        _write(workspace, origin, value)


def _value(office: Office, origin: Origin) -> object:
    """What stands at an origin; None where nothing does."""
    holder: object = office
    path = origin.split("/")
    while path:
        name = path.pop(0)
        if is_dataclass(holder) and name in _LISTS and hasattr(holder, _LISTS[name][0]):
            field, key = _LISTS[name]
            holder = _with_key(getattr(holder, field), key, path.pop(0))
        elif name == "results" and path:
            holder = _with_key(getattr(holder, name), "round", path.pop(0))
        elif isinstance(holder, tuple):
            holder = holder[int(name)] if int(name) < len(holder) else None
        elif isinstance(holder, Mapping):
            holder = holder.get(name)
        else:
            holder = getattr(holder, name, None)
        if holder is None:
            return None
    return holder


def _with_key(values: tuple[object, ...], key: str, wanted: str) -> object:
    return next((one for one in values if str(getattr(one, key)) == wanted), None)


def _write(workspace: Workspace, origin: Origin, new: object) -> None:
    path = origin.split("/")
    office = lay_over(workspace.office, {origin: new})
    if path[0] == "agency":
        workspace.set_agency(office.agency)
    elif path[0] == "signer":
        workspace.put_signer(next(signer for signer in office.signers if signer.id == path[1]))
    elif path[0] == "memo":
        workspace.put_memo(next(memo for memo in office.memos if memo.id == path[1]))
    elif path[0] == "year":
        _write_year(workspace, path, office)
    else:
        _write_plan(workspace, path, office)


def _write_year(workspace: Workspace, path: list[str], office: Office) -> None:
    year = int(path[1])
    result = next(one for one in office.years if one.fiscal_year == year)
    if path[2] == "scores":
        workspace.set_score(year, path[3], result.scores[path[3]])
    elif path[2] == "narratives":
        workspace.set_narrative(year, path[3], result.narratives[path[3]])
    else:
        workspace.set_official(year, result.official)


def _write_plan(workspace: Workspace, path: list[str], office: Office) -> None:
    year = int(path[1])
    plan = next(one for one in office.plans if one.fiscal_year == year)
    if path[2] == "measure":
        workspace.set_measure(year, next(m for m in plan.measures if str(m.id) == path[3]))
    elif path[2] == "risk":
        workspace.set_risk(year, next(r for r in plan.risks if str(r.id) == path[3]))
    else:
        workspace.put_plan(plan)
