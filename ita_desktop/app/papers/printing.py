"""The papers of a year (เอกสารของปี): which there are, what each still needs, its bytes, and what its file is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop import typeset
from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.papers.fingerprints import code_of
from ita_desktop.documents import DOCUMENTS, Choice, Document, DocumentError, DocumentOptions, Need, render_text
from ita_desktop.documents.fit import Tightening
from ita_desktop.domain.values.copies import PaperKey
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.i18n import tr

if TYPE_CHECKING:
    from ita_desktop.documents.pdf.press import Rendered
    from ita_desktop.typeset import Note, Steps

OPTIONS = "document-options"
"""Setting of an office: how it wants its papers."""
FORMATS = ("pdf", "docx", "txt")
"""What a paper can be written as, the first where nothing is chosen."""


class PrintTrouble(StrEnum):
    """Why a paper was not made."""

    UNKNOWN_DOCUMENT = "unknown_document"
    NOT_READY = "not_ready"
    NO_MEMO = "no_memo"
    PICTURE = "picture"
    FONTS = "fonts"


@dataclass(frozen=True, slots=True)
class YearPaper:
    """One paper of the year: a kind of document, and which memo where it is one."""

    document: str
    memo: str
    title: str
    needs: tuple[Need, ...] = ()
    """What the year does not have yet."""
    possible: bool = True
    """False where nothing can be printed without it."""


def sheets(facts: YearFacts) -> tuple[YearPaper, ...]:
    """List the papers of the year in the order in which they are offered; each memo is one."""
    found: list[YearPaper] = []
    for name, kind in DOCUMENTS.items():
        missing = kind.missing(facts)
        possible = not set(missing) & set(kind.requires)
        if Need.MEMO not in kind.requires or not facts.memos:
            found.append(YearPaper(name, "", kind.title, missing, possible))
            continue
        for memo in facts.memos:
            subject = f": {memo.subject}" if memo.subject and len(facts.memos) > 1 else ""
            found.append(YearPaper(name, memo.id, kind.title + subject, missing, possible))
    return tuple(found)


def need_words(need: Need) -> str:
    """Say what is missing, in the clerk's words."""
    return {
        Need.MEMO: tr("no memo has been written for this year yet"),
        Need.FRAMEWORK: tr("the rules of this year are not known"),
        Need.SCORES: tr("no scores have been entered"),
        Need.MEASURES: tr("no measures have been planned"),
        Need.RESULTS: tr("no results have been reported"),
        Need.RISKS: tr("no risks have been entered"),
    }[need]


def note_words(note: Note) -> str:
    """Say what the typesetter reports about a paper it made."""
    return tr("The font has no “{character}”; a box is printed in its place.").format(character=note.char)


def notes_of(rendered: Rendered) -> tuple[str, ...]:
    """Return everything the press reports about a paper: missing characters, what gave up room for a page less."""
    said = [note_words(note) for note in rendered.notes]
    if rendered.tightened:
        what = ", ".join(_given_up()[one] for one in rendered.tightened)
        said.append(tr("Fitted on {pages} pages: {what}.").format(pages=rendered.pages, what=what))
    if rendered.last_is_short:
        said.append(
            tr("The last page holds little. “Fit a memo on one page less” in the paper options may save a page.")
        )
    return tuple(said)


def _given_up() -> dict[Tightening, str]:
    return {
        Tightening.BETWEEN: tr("no gap above the opinions"),
        Tightening.SIGNING: tr("two empty lines to sign in below the opinions"),
        Tightening.ENCLOSURES: tr("enclosures one after another"),
    }


def build(document: str, facts: YearFacts, options: DocumentOptions, choice: Choice | None = None) -> Document:
    """Build a paper of the year with the office's options; WorkspaceError with the sentence why it cannot."""
    kind = DOCUMENTS.get(document)
    if kind is None:
        text = tr("There is no document “{name}”. There are: {known}.")
        raise WorkspaceError(PrintTrouble.UNKNOWN_DOCUMENT, text.format(name=document, known=", ".join(DOCUMENTS)))
    try:
        made = kind.build(facts, choice, options)
    except DocumentError as error:
        raise _not_ready(error, kind.title, facts) from error
    if document not in options.coded:
        return made
    return replace(made, code=code_of(made, options, key_of(facts, document, choice or Choice())))


def key_of(facts: YearFacts, document: str, choice: Choice) -> PaperKey:
    """Return the key of a paper among those of the office."""
    return PaperKey(plan_year=facts.fiscal_year, document=document, memo=choice.memo, round=choice.round)


def pdf(document: Document, resources: Path, options: DocumentOptions) -> Rendered:
    """Make the printed pages; WorkspaceError if the office's picture or the program's fonts cannot be used."""
    return typeset.finish(setting(document, resources, options))


def setting(document: Document, resources: Path, options: DocumentOptions) -> Steps[Rendered]:
    """Make the printed pages in steps of a few milliseconds."""
    from ita_desktop.documents.pdf import rendering  # brings the typesetter, which naming the papers does not need

    with _told_to_user():
        return (yield from rendering(document, resources, options))


def word(document: Document, resources: Path, options: DocumentOptions) -> bytes:
    """Make the paper for Word; WorkspaceError as for ``pdf``."""
    from ita_desktop.documents.docx import render_docx  # brings python-docx, which no other format needs

    with _told_to_user():
        return render_docx(document, resources, options)


@contextmanager
def _told_to_user() -> Iterator[None]:
    try:
        yield
    except typeset.FontError as error:
        text = tr("The fonts of this program are damaged: {reason}. Install the program again.")
        raise WorkspaceError(PrintTrouble.FONTS, text.format(reason=error)) from error
    except typeset.PictureError as error:
        text = tr("The office's picture cannot be printed: {reason}")
        raise WorkspaceError(PrintTrouble.PICTURE, text.format(reason=error)) from error


def plain_text(document: Document, options: DocumentOptions) -> str:
    """Write the words of the paper, for a clipboard or a system that takes no PDF."""
    return render_text(document, options)


def file_name(sheet: YearPaper, plan_year: int, format: str = "pdf") -> str:
    """Name the file ``2568-analysis-report.pdf``, ``2568-memo-1.pdf``: sorted by year, safe everywhere."""
    memo = sheet.memo.removeprefix(f"{sheet.document}-")
    safe = re.sub(r"[^\w\u0e00-\u0e7f-]+", "_", memo).strip("_")
    return "-".join(part for part in (str(int(plan_year)), sheet.document, safe) if part) + f".{format}"


def _not_ready(error: DocumentError, title: str, facts: YearFacts) -> WorkspaceError:
    if error.code is Need.MEMO and error.value:
        text = tr("There is no memo “{memo}” in the plan of {year}. There are: {known}.")
        known = ", ".join(memo.id for memo in facts.memos)
        sentence = text.format(memo=error.value, year=int(facts.fiscal_year), known=known)
        return WorkspaceError(PrintTrouble.NO_MEMO, sentence)
    text = tr("“{title}” of the plan of {year} cannot be printed yet: {reason}.")
    sentence = text.format(title=title, year=int(facts.fiscal_year), reason=need_words(error.code))
    return WorkspaceError(PrintTrouble.NOT_READY, sentence)
