"""How far each paper of a year is (สถานะเอกสาร): what the program sees, and what the office says of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ita_desktop.app.printing import Sheet
from ita_desktop.app.workspace import Workspace
from ita_desktop.i18n import tr

SETTING = "document-states"


class DocumentState(StrEnum):
    """ยังไม่ครบ, พร้อมพิมพ์, พิมพ์แล้ว, ลงนามแล้ว, เผยแพร่แล้ว."""

    INCOMPLETE = "incomplete"
    READY = "ready"
    PRINTED = "printed"
    SIGNED = "signed"
    PUBLISHED = "published"


SAID = (DocumentState.PRINTED, DocumentState.SIGNED, DocumentState.PUBLISHED)
"""What the office says; the others follow from what the year holds."""


def state_words(state: DocumentState) -> str:
    """The state in the user's language."""
    return {
        DocumentState.INCOMPLETE: tr("not complete"),
        DocumentState.READY: tr("ready to print"),
        DocumentState.PRINTED: tr("printed"),
        DocumentState.SIGNED: tr("signed"),
        DocumentState.PUBLISHED: tr("published"),
    }[state]


def state_of(workspace: Workspace, plan_year: int, sheet: Sheet) -> DocumentState:
    """What the office said of a paper, else what the year holds of it."""
    said = _kept(workspace).get(_key(plan_year, sheet))
    if said in tuple(SAID):
        return DocumentState(said)
    return DocumentState.INCOMPLETE if sheet.needs else DocumentState.READY


def say_state(workspace: Workspace, plan_year: int, sheet: Sheet, state: DocumentState) -> None:
    """Keep what the office says; READY and INCOMPLETE leave it to the program again."""
    kept = {key: value for key, value in _kept(workspace).items() if key != _key(plan_year, sheet)}
    if state in SAID:
        kept[_key(plan_year, sheet)] = state.value
    if kept != _kept(workspace):
        with workspace.step("document-state"):
            workspace.set_setting(SETTING, kept or None)


def was_printed(workspace: Workspace, plan_year: int, sheet: Sheet) -> None:
    """The paper went to the printer: it is at least printed."""
    if state_of(workspace, plan_year, sheet) not in SAID and not workspace.read_only:
        say_state(workspace, plan_year, sheet, DocumentState.PRINTED)


def _key(plan_year: int, sheet: Sheet) -> str:
    return f"{int(plan_year)}/{sheet.document}/{sheet.memo}"


def _kept(workspace: Workspace) -> Mapping[str, str]:
    kept = workspace.setting(SETTING)
    return {str(key): str(value) for key, value in kept.items()} if isinstance(kept, dict) else {}
