"""Set content and return the finished document: the steps of the pipeline (README.md) put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ita_desktop.typeset.content import Block, Heading, Leaf, Meta, Note, PageSetup, Paragraph, Result
from ita_desktop.typeset.fonts import FontSet
from ita_desktop.typeset.pages import Pages
from ita_desktop.typeset.paragraph import Setter
from ita_desktop.typeset.pdf import write
from ita_desktop.typeset.steps import Steps, collector_at_rest, finish
from ita_desktop.typeset.words import Words


@dataclass(frozen=True, slots=True)
class MeasuredLine:
    """A line of a measured paragraph: its text, and where it begins and how wide it is."""

    text: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A paragraph set in a column: its height and its lines."""

    height: float
    lines: tuple[MeasuredLine, ...]


def typeset(flow: Sequence[Block], page: PageSetup, fonts: FontSet, words: Words, meta: Meta | None = None) -> Result:
    """Set a flow of content on pages and return the PDF with what is known of it.

    Any text is set: what no font can show is printed as a box and listed in the result's notes.  Raises PictureError
    for a picture that cannot be read and ContentError for something that is no block, nothing else.  Paragraphs are
    remembered with the fonts, so setting a changed document again costs only what changed.
    """
    return finish(typesetting(flow, page, fonts, words, meta))


def typesetting(
    flow: Sequence[Block], page: PageSetup, fonts: FontSet, words: Words, meta: Meta | None = None
) -> Steps[Result]:
    """Do the same in steps of a few milliseconds; other documents may be set between them."""
    with collector_at_rest():
        pages = Pages(Setter(fonts, words))
        yield from pages.set(flow, page)
        pdf = yield from write(pages, meta or Meta())
        yield
    notes = tuple(Note(char, count, origin) for (char, origin), count in pages.stock.missing.items())
    return Result(
        pdf=pdf,
        pages=len(pages.sheets),
        notes=notes,
        places=tuple(place for sheet in pages.sheets for place in sheet.places),
        bookmarks=tuple(mark for mark, _ in pages.bookmarks),
        leaves=tuple(Leaf(sheet.setup.width, sheet.setup.height, tuple(sheet.ink)) for sheet in pages.sheets),
    )


def measure(paragraph: Paragraph | Heading, width: float, fonts: FontSet, words: Words) -> Measured:
    """Return the lines of a paragraph in a column of this width, without printing it."""
    layout = Setter(fonts, words).layout(paragraph, width)
    return Measured(layout.height, tuple(MeasuredLine(line.text, line.x, line.width) for line in layout.lines))
