"""The press (เครื่องพิมพ์): fonts and words loaded once, and a document set with them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from ita_desktop import typeset as ts
from ita_desktop.documents import styles
from ita_desktop.documents.fit import STEPS, Tightening, holds_little
from ita_desktop.documents.model import Document
from ita_desktop.documents.options import DocumentOptions
from ita_desktop.documents.pdf.measuring import Measuring
from ita_desktop.documents.pdf.program_words import program_words
from ita_desktop.documents.pdf.sheets import Sheets

KO_KAI = 0.386
"""Width of ก in em: fonts of the same name that are drawn larger would move every line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A printed document: what the preview shows and the printer gets."""

    pdf: bytes
    pages: int
    notes: tuple[ts.Note, ...]
    """Characters that no font has; each is printed as a box."""
    places: tuple[ts.Place, ...]
    """Where each field landed."""
    leaves: tuple[ts.Leaf, ...]
    """What is painted, page by page."""
    tightened: tuple[Tightening, ...] = ()
    """What gave up room so that the letter takes a page less."""
    last_is_short: bool = False
    """True where the last page of a letter holds little, so that asking for a page less may help."""


def _last_is_short(rendered: Rendered) -> bool:
    ends = [place.y + place.height for place in rendered.places if place.page == rendered.pages]
    return bool(ends) and holds_little(max(ends), styles.PAGE_HEIGHT)


class Press:
    """Holds what every document needs and what is slow to load; one for a process."""

    def __init__(self, resources: Path) -> None:
        fonts = resources / "fonts"
        self._resources = resources
        self._fonts = ts.FontSet.load(
            regular=fonts / "THSarabunNew.ttf",
            bold=fonts / "THSarabunNew-Bold.ttf",
            italic=fonts / "THSarabunNew-Italic.ttf",
            bold_italic=fonts / "THSarabunNew-BoldItalic.ttf",
            expected_advances={"ก": KO_KAI},
            signs=fonts / "ITASigns.ttf",
        )
        self._words = program_words(resources)
        self._named: tuple[tuple[str, ...], ts.Words] | None = None

    def render(self, document: Document, options: DocumentOptions) -> Rendered:
        """Set the document; typeset.PictureError where an office's picture cannot be read."""
        return ts.finish(self.rendering(document, options))

    def rendering(self, document: Document, options: DocumentOptions) -> ts.Steps[Rendered]:
        """The same in steps of a few milliseconds; a letter gives up room where that saves a page and is asked for."""
        rendered = yield from self._set(document, options, ())
        if not (rendered.pages > 1 and all(section.form.fits for section in document.sections)):
            return rendered
        if not options.fit_memo:
            return replace(rendered, last_is_short=_last_is_short(rendered))
        for n in range(1, len(STEPS) + 1):
            tried = yield from self._set(document, options, STEPS[:n])
            if tried.pages < rendered.pages:
                return replace(tried, tightened=STEPS[:n])
        return rendered

    def _set(
        self, document: Document, options: DocumentOptions, tightened: tuple[Tightening, ...]
    ) -> ts.Steps[Rendered]:
        measuring = self.measuring(document)
        sheets = Sheets(options, self._resources, measuring, document.code, tightened)
        flow = []
        for section in document.sections:
            placed = yield from sheets.on_its_paper(section)
            flow.append((yield from sheets.section(placed)))
        meta = ts.Meta(title=document.title, author=document.author)
        result = yield from ts.typesetting(flow, ts.PageSetup(), self._fonts, measuring.words, meta)
        return Rendered(
            pdf=result.pdf, pages=result.pages, notes=result.notes, places=result.places, leaves=result.leaves
        )

    def measuring(self, document: Document) -> Measuring:
        """Return what measures a document's paragraphs and tables, for paper and for Word."""
        return Measuring(self._fonts, self._words_of(document))

    def _words_of(self, document: Document) -> ts.Words:
        """Words that know the document's names; kept while the names stay, because they remember what was set."""
        if self._named is None or self._named[0] != document.names:
            self._named = (document.names, self._words.with_names(document.names))
        return self._named[1]


@cache
def press(resources: Path) -> Press:
    """The press of this process."""
    return Press(resources)
