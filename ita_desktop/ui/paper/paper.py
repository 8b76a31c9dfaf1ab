"""The papers of a year, as the window shows, prints and saves them: always the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.papers import printing
from ita_desktop.documents import Choice, Document, DocumentOptions
from ita_desktop.documents.pdf.program_words import program_words
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.typeset import BreakKind, finish

if TYPE_CHECKING:
    from ita_desktop.typeset import Leaf, Place, Steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """The bytes of a paper, or the sentence why there are none."""

    pdf: bytes = b""
    pages: int = 0
    places: tuple[Place, ...] = ()
    leaves: tuple[Leaf, ...] = ()
    """What is painted, page by page."""
    notes: tuple[str, ...] = ()
    """What the press reports, e.g. a character that the font lacks."""
    fault: str = ""


class Paper:
    """Sets the papers; the press is loaded with the first one."""

    def __init__(self, resources: Path) -> None:
        self.resources = resources

    def label_breaks(self, text: str) -> tuple[int, ...]:
        """Return where a label may break besides spaces: between words, as on paper."""
        return self._breaks(text, (BreakKind.WORD, BreakKind.SEAM))

    def line_ends(self, text: str) -> tuple[int, ...]:
        """Return where a line of running text may end: between words and at most spaces, as on paper."""
        return self._breaks(text, (BreakKind.WORD, BreakKind.SEAM, BreakKind.SPACE))

    def _breaks(self, text: str, kinds: tuple[BreakKind, ...]) -> tuple[int, ...]:
        return tuple(b.at for b in program_words(self.resources).breaks(text) if b.kind in kinds)

    def load(self) -> None:
        """Load fonts and words now, so that the first paper does not wait for them."""
        from ita_desktop.documents.pdf.press import press  # the home page comes before the typesetter

        press(self.resources)

    def print(self, sheet: printing.YearPaper, facts: YearFacts, options: DocumentOptions, round: int = 0) -> Printed:
        """The paper, of one follow-up round or of all (0); where it cannot be made, the reason as a sentence."""
        return finish(self.setting(sheet, facts, options, round))

    def setting(
        self, sheet: printing.YearPaper, facts: YearFacts, options: DocumentOptions, round: int = 0
    ) -> Steps[Printed]:
        """Typeset the paper in steps of a few milliseconds."""
        try:
            document = self._built(sheet, facts, options, round)
            yield
            rendered = yield from printing.setting(document, self.resources, options)
        except WorkspaceError as reason:
            return Printed(fault=str(reason))
        notes = printing.notes_of(rendered)
        return Printed(
            pdf=rendered.pdf, pages=rendered.pages, places=rendered.places, leaves=rendered.leaves, notes=notes
        )

    def word(self, sheet: printing.YearPaper, facts: YearFacts, options: DocumentOptions, round: int = 0) -> bytes:
        """The same paper for Word; WorkspaceError with the sentence where it cannot be made."""
        return printing.word(self._built(sheet, facts, options, round), self.resources, options)

    def text(self, sheet: printing.YearPaper, facts: YearFacts, options: DocumentOptions, round: int = 0) -> str:
        """The words of the same paper; WorkspaceError with the sentence where it cannot be made."""
        return printing.plain_text(self._built(sheet, facts, options, round), options)

    @staticmethod
    def _built(sheet: printing.YearPaper, facts: YearFacts, options: DocumentOptions, round: int) -> Document:
        return printing.build(sheet.document, facts, options, Choice(memo=sheet.memo, round=round))
