"""How far each paper of a year is (สถานะเอกสาร): what the year holds, what is kept of it, what the office says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.papers.fingerprints import fingerprint_of
from ita_desktop.app.papers.office_options import options_of
from ita_desktop.app.papers.printing import YearPaper, build, key_of, sheets
from ita_desktop.app.papers.publish import PUBLISHED
from ita_desktop.documents import Choice
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.copies import CopyKind, KeptCopy, PrintedVersion
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.i18n import tr

SETTING = "document-states"


class DocumentState(StrEnum):
    """ยังไม่ครบ, พร้อมพิมพ์, พิมพ์แล้ว, ลงนามแล้ว, เผยแพร่แล้ว."""

    INCOMPLETE = "incomplete"
    READY = "ready"
    PRINTED = "printed"
    SIGNED = "signed"
    PUBLISHED = "published"


NOTHING = ""
"""Fingerprint of a paper that cannot be made now."""
SAID = (DocumentState.PRINTED, DocumentState.SIGNED, DocumentState.PUBLISHED)
"""What the office can say, each more than the one before; the others follow from what the year holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far one paper is."""

    state: DocumentState
    seen: DocumentState
    """What the program knows by itself, whatever the office says."""
    since: date | None = None
    """When it was printed, its signed copy was added, or the office said so."""
    version: PrintedVersion | None = None
    """The version that counts: the one that would print the same now, else the last."""
    signed: tuple[KeptCopy, ...] = ()
    """Signed copies of that version."""
    changed: bool = False
    """True where the paper would print differently now (ข้อมูลเปลี่ยนหลังพิมพ์หรือลงนาม)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A paper on the board: printed and not signed, or signed and not published."""

    plan_year: FiscalYear
    sheet: YearPaper
    standing: Standing


def state_words(state: DocumentState) -> str:
    """Name the state in the user's language."""
    return {
        DocumentState.INCOMPLETE: tr("not complete"),
        DocumentState.READY: tr("ready to print"),
        DocumentState.PRINTED: tr("printed"),
        DocumentState.SIGNED: tr("signed"),
        DocumentState.PUBLISHED: tr("published"),
    }[state]


def standing_words(standing: Standing) -> str:
    """Describe the state in a word or two; a change since printing comes first."""
    if not standing.changed:
        return state_words(standing.state)
    printed = standing.state is DocumentState.PRINTED
    return tr("changed after printing") if printed else tr("changed after signing")


def changed_words(standing: Standing) -> str:
    """Explain what it means that the paper changed since; empty if it did not."""
    if not standing.changed:
        return ""
    if standing.state is not DocumentState.PRINTED:
        return tr("The data changed after signing: what would print now is not what was signed.")
    return tr("The data changed after printing: print it again before it is signed.")


def state_of(workspace: Workspace, plan_year: int, sheet: YearPaper) -> DocumentState:
    """Return the state of a paper: from kept versions and what the office said, else from the year's data."""
    return standing_of(workspace, plan_year, sheet).state


def standing_of(workspace: Workspace, plan_year: int, sheet: YearPaper) -> Standing:
    """Return how far a paper is, with its dates and the version that counts."""
    facts = workspace.facts(plan_year)
    version, changed = _counting(workspace, facts, sheet)
    signed = tuple(one for one in workspace.copies.kept if version is not None and one.version == version.id)
    seen, since = DocumentState.INCOMPLETE if sheet.needs else DocumentState.READY, None
    if version is not None:
        seen, since = DocumentState.PRINTED, version.printed_at.date()
    if signed:
        seen, since = DocumentState.SIGNED, signed[-1].added_at.date()
    said, on, of_version = _said(workspace, plan_year, sheet)
    state = seen
    counts = not of_version or (version is not None and version.number == of_version)
    if said is not None and counts and (seen not in SAID or SAID.index(said) >= SAID.index(seen)):
        state, since = said, on or since
    return Standing(state=state, seen=seen, since=since, version=version, signed=signed, changed=changed)


def say_state(workspace: Workspace, plan_year: int, sheet: YearPaper, state: DocumentState) -> None:
    """Keep what the office says, with the day and the version it is said of; what the program sees needs no saying."""
    standing = standing_of(workspace, plan_year, sheet)
    before = _kept(workspace)
    kept = {key: value for key, value in before.items() if key != _key(plan_year, sheet)}
    if state in SAID and state is not standing.seen:
        number = standing.version.number if standing.version else 0
        kept[_key(plan_year, sheet)] = {"state": state.value, "on": workspace.today.isoformat(), "version": number}
    if kept != before and state is not standing.state:
        with workspace.step("document-state"):
            workspace.set_setting(SETTING, kept or None)


def was_printed(
    workspace: Workspace, plan_year: int, sheet: YearPaper, pdf: bytes, pages: int, round: int = 0
) -> PrintedVersion:
    """Keep the version of a paper that was printed or exported, to be signed."""
    facts, options = workspace.facts(plan_year), options_of(workspace)
    choice = Choice(memo=sheet.memo, round=round)
    fingerprint = fingerprint_of(build(sheet.document, facts, options, choice), options)
    return workspace.copies.freeze(key_of(facts, sheet.document, choice), sheet.title, fingerprint, pdf, pages)


def waiting(workspace: Workspace) -> tuple[Waiting, ...]:
    """List papers that wait (กระดานรอลงนามและรอเผยแพร่) of all plan years, the newest first."""
    found = []
    for year in sorted(_years(workspace), reverse=True):
        for sheet in papers_of(workspace, year):
            standing = standing_of(workspace, year, sheet)
            to_publish = standing.state is DocumentState.SIGNED and sheet.document in PUBLISHED
            if standing.state is DocumentState.PRINTED or to_publish:
                found.append(Waiting(plan_year=FiscalYear(year), sheet=sheet, standing=standing))
    return tuple(found)


def papers_of(workspace: Workspace, plan_year: int) -> tuple[YearPaper, ...]:
    """List the papers of the year and those that are only kept (a memo removed after printing)."""
    offered = sheets(workspace.facts(plan_year))
    known = {(sheet.document, sheet.memo) for sheet in offered}
    gone = {
        (one.key.document, one.key.memo): one.title
        for one in workspace.copies.versions
        if one.key.plan_year == plan_year and (one.key.document, one.key.memo) not in known
    }
    return (*offered, *(YearPaper(document, memo, title, (), False) for (document, memo), title in gone.items()))


def versions_of(workspace: Workspace, plan_year: int, sheet: YearPaper) -> tuple[PrintedVersion, ...]:
    """List the printed versions of a paper, all its rounds, the newest last."""
    wanted = (plan_year, sheet.document, sheet.memo)
    return tuple(v for v in workspace.copies.versions if (v.key.plan_year, v.key.document, v.key.memo) == wanted)


def signed_copies(workspace: Workspace, version: PrintedVersion) -> tuple[KeptCopy, ...]:
    """List the signed copies of a version."""
    return tuple(one for one in workspace.copies.kept if one.kind is CopyKind.SIGNED and one.version == version.id)


def _counting(workspace: Workspace, facts: YearFacts, sheet: YearPaper) -> tuple[PrintedVersion | None, bool]:
    """The version that counts, and whether the paper would print differently now."""
    found = versions_of(workspace, facts.fiscal_year, sheet)
    if not found:
        return None, False
    last, options = found[-1], options_of(workspace)

    def make() -> str:
        try:
            paper = build(sheet.document, facts, options, Choice(memo=sheet.memo, round=last.key.round))
        except WorkspaceError:
            return NOTHING
        return fingerprint_of(paper, options)

    now = workspace.copies.fingerprint(last.key, (facts, options), make)
    same = [one for one in found if one.key == last.key and one.fingerprint == now]
    return (same[-1], False) if same else (last, True)


def _years(workspace: Workspace) -> frozenset[int]:
    said = {int(key.partition("/")[0]) for key in _kept(workspace) if key.partition("/")[0].isdigit()}
    printed = {int(one.key.plan_year) for one in workspace.copies.versions}
    return frozenset(said | printed)


def _key(plan_year: int, sheet: YearPaper) -> str:
    return f"{int(plan_year)}/{sheet.document}/{sheet.memo}"


def _said(workspace: Workspace, plan_year: int, sheet: YearPaper) -> tuple[DocumentState | None, date | None, int]:
    """What the office said, when, and of which version (0: of none); files of before have only the state."""
    kept = _kept(workspace).get(_key(plan_year, sheet))
    known = {state.value: state for state in SAID}
    if isinstance(kept, str):
        return known.get(kept), None, 0
    if not isinstance(kept, dict):
        return None, None, 0
    try:
        on = date.fromisoformat(str(kept.get("on")))
    except ValueError:
        on = None
    number = kept.get("version")
    return known.get(str(kept.get("state"))), on, number if isinstance(number, int) else 0


def _kept(workspace: Workspace) -> Mapping[str, object]:
    kept = workspace.setting(SETTING)
    return {str(key): value for key, value in kept.items()} if isinstance(kept, dict) else {}
