"""Signed copies as they come from the scanner (เพิ่มสำเนาที่ลงนาม): read, put to the right version, kept in one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.app.errors import Refusal, WorkspaceError
from ita_desktop.app.office.copies import read_scan
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.papers import printing
from ita_desktop.app.papers.document_states import signed_copies, standing_of, was_printed
from ita_desktop.app.papers.office_options import options_of
from ita_desktop.app.papers.printing import YearPaper
from ita_desktop.documents import Choice
from ita_desktop.domain.values.copies import PrintedVersion
from ita_desktop.i18n import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What was done with the files."""

    version: PrintedVersion
    count: int
    frozen: bool
    """True where the paper had no version yet and was frozen as it is now."""
    shrunk: bool
    elsewhere: tuple[str, ...]
    """Titles of other papers that have the same file."""

    @property
    def to_look_at(self) -> str:
        """What the clerk should look at; empty for nothing."""
        words = []
        if self.elsewhere:
            text = tr("The same file is kept with “{title}” too. See whether it belongs here.")
            words.append(text.format(title="”, “".join(self.elsewhere)))
        if self.frozen:
            words.append(
                tr("No printed version was kept, so the paper was frozen as it is now. See whether this was signed.")
            )
        return " ".join(words)


def keep_signed(
    workspace: Workspace,
    plan_year: int,
    sheet: YearPaper,
    files: Sequence[Path],
    resources: Path,
    into: int | None = None,
) -> Kept:
    """Keep files with the paper's version, that with the id ``into`` or the one that counts; all of them or none.

    A paper that left the program before versions were kept is frozen first. WorkspaceError says what is wrong.
    """
    scans = [read_scan(file) for file in files]
    with workspace.step("copy"):
        version = next((one for one in workspace.copies.versions if one.id == into), None)
        version = version or standing_of(workspace, plan_year, sheet).version
        frozen = version is None
        if version is None:
            version = _frozen_now(workspace, plan_year, sheet, resources)
        titles = {one.id: one.title for one in workspace.copies.versions}
        same = [copy.version for scan in scans for copy in workspace.copies.same_as(scan)]
        elsewhere = dict.fromkeys(titles[one] for one in same if one not in (None, version.id))
        for scan in scans:
            workspace.copies.keep_signed(version, scan)
    return Kept(
        version=version,
        count=len(scans),
        frozen=frozen,
        shrunk=any(scan.shrunk for scan in scans),
        elsewhere=tuple(elsewhere),
    )


def too_few_pages(workspace: Workspace, version: PrintedVersion) -> int:
    """Count the printed pages that the signed copies lack; 0 if there are no copies or none is lacking."""
    pages = sum(one.pages for one in signed_copies(workspace, version))
    return max(version.pages - pages, 0) if pages else 0


def _frozen_now(workspace: Workspace, plan_year: int, sheet: YearPaper, resources: Path) -> PrintedVersion:
    if not sheet.possible:
        text = tr("“{title}” cannot be printed yet, so there is nothing that could have been signed.")
        raise WorkspaceError(Refusal.NOTHING_PRINTED, text.format(title=sheet.title))
    options = options_of(workspace)
    paper = printing.build(sheet.document, workspace.facts(plan_year), options, Choice(memo=sheet.memo))
    rendered = printing.pdf(paper, resources, options)
    return was_printed(workspace, plan_year, sheet, rendered.pdf, rendered.pages)
