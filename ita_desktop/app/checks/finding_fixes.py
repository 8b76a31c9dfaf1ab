"""A proposed fix carried out: the field's text changed, as one step that can be undone."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.app.office.typed_texts import as_value
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.domain.findings import Fix
from ita_desktop.domain.values.office import Office
from ita_desktop.domain.values.origin import Origin, Root

STEP = "finding-fix"
DRAFT_STEP = "draft-back"


class FixOutdatedError(Exception):
    """The field does not hold any more what the fix was proposed for; nothing was changed."""


def apply_fix(workspace: Workspace, fix: Fix) -> None:
    """Change the field as one undo step; FixOutdatedError where its text has changed since."""
    value = fix.origin.read(workspace.office)
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


def _write(workspace: Workspace, origin: Origin, new: object) -> None:
    office = origin.replaced(workspace.office, new)
    match origin.root:
        case Root.AGENCY:
            workspace.set_agency(office.agency)
        case Root.SIGNER:
            workspace.put_signer(next(signer for signer in office.signers if signer.id == origin.key))
        case Root.MEMO:
            workspace.put_memo(next(memo for memo in office.memos if memo.id == origin.key))
        case Root.YEAR:
            _write_year(workspace, origin, office)
        case _:
            _write_plan(workspace, origin, office)


def _write_year(workspace: Workspace, origin: Origin, office: Office) -> None:
    result = next(one for one in office.years if one.fiscal_year == origin.fiscal_year)
    if origin.field == "scores":
        workspace.set_score(result.fiscal_year, origin.last, result.scores[origin.last])
    elif origin.field == "narratives":
        workspace.set_narrative(result.fiscal_year, origin.last, result.narratives[origin.last])
    else:
        workspace.set_official(result.fiscal_year, result.official)


def _write_plan(workspace: Workspace, origin: Origin, office: Office) -> None:
    plan = next(one for one in office.plans if one.fiscal_year == origin.fiscal_year)
    if origin.measure_id is not None:
        workspace.set_measure(plan.fiscal_year, next(m for m in plan.measures if m.id == origin.measure_id))
    elif origin.risk_id is not None:
        workspace.set_risk(plan.fiscal_year, next(r for r in plan.risks if r.id == origin.risk_id))
    else:
        workspace.put_plan(plan)
