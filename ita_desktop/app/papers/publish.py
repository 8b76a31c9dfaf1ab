"""Papers for the office's website (เผยแพร่): PDFs named by OIT item and year, an index page, a table of links."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.outputs import make_folder, write_output
from ita_desktop.app.papers import printing, publish_page
from ita_desktop.app.papers.publish_page import PublishedFile, PublishedGroup
from ita_desktop.documents import DOCUMENTS, DocumentOptions, Need
from ita_desktop.domain.rules import duties
from ita_desktop.domain.rules.duties import PublishedItem, Shown
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.i18n import tr
from ita_desktop.typeset import Steps, finish

INDEX = "index.html"
TABLE = "links.csv"
CHECKLIST = "checklist.txt"
"""For the clerk, not for the website: what each item demands and what is missing."""
UNKNOWN_ITEM = "oit"
"""Begins a file's name where the number of its item is not known yet."""

MEASURES = ("analysis-and-measures", "analysis-report", "assessment-report")
RESULTS = ("implementation-report", "results-report")
RISKS = ("risk-plan",)
PUBLISHED = frozenset((*MEASURES, *RESULTS, *RISKS))
"""Documents that belong on the office's website; memos stay in the house."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What was written, and what each item still lacks."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]
    """What the press reports."""
    groups: tuple[PublishedGroup, ...]


def publish(facts: YearFacts, options: DocumentOptions, resources: Path, folder: Path) -> Published:
    """Write the folder for the plan year; WorkspaceError where nothing can be published yet or it cannot be written."""
    return finish(publishing(facts, options, resources, folder))


def publishing(facts: YearFacts, options: DocumentOptions, resources: Path, folder: Path) -> Steps[Published]:
    """Publish in steps of a few milliseconds."""
    options = replace(options, coded=frozenset())  # the code leads back into this file: nothing for a website
    written: list[Path] = []
    notes: list[str] = []
    groups = _groups(facts, options)
    if not any(group.files for group in groups):
        text = tr("There is nothing to publish in the plan of {year} yet: {reason}.")
        reason = printing.need_words(Need.MEASURES)
        raise WorkspaceError(printing.PrintTrouble.NOT_READY, text.format(year=int(facts.fiscal_year), reason=reason))
    make_folder(folder)
    for group in groups:
        for file in group.files:
            document = printing.build(file.document, facts, options)
            yield
            rendered = yield from printing.setting(document, resources, options)
            notes += (printing.note_words(note) for note in rendered.notes)
            write_output(folder / file.name, rendered.pdf)
            written.append(folder / file.name)
    write_output(folder / INDEX, publish_page.index(facts, groups).encode("utf-8"))
    write_output(folder / TABLE, publish_page.links(facts, groups).encode("utf-8-sig"))
    write_output(folder / CHECKLIST, "\n".join((*publish_page.checklist(groups), "")).encode("utf-8-sig"))
    written += (folder / name for name in (INDEX, TABLE, CHECKLIST))
    return Published(files=tuple(written), notes=tuple(notes), groups=groups)


def _groups(facts: YearFacts, options: DocumentOptions) -> tuple[PublishedGroup, ...]:
    return tuple(_group(item, names, facts, options) for item, names in _items(facts))


def _items(facts: YearFacts) -> tuple[tuple[PublishedItem | None, tuple[str, ...]], ...]:
    year = facts.fiscal_year
    return (
        (duties.measure_item(facts.frameworks, year), MEASURES),
        (duties.result_item(facts.frameworks, year), RESULTS),
        (duties.risk_item(facts.frameworks, year), RISKS),
    )


def _group(
    item: PublishedItem | None, names: tuple[str, ...], facts: YearFacts, options: DocumentOptions
) -> PublishedGroup:
    """The item's papers: those of the office's pack, else all of its kind that lack nothing."""
    wanted = [name for name in names if not options.pack or name in options.pack]
    made = tuple(
        PublishedFile(document=name, title=printing.build(name, facts, options).title, name=_name(item, name, facts))
        for name in wanted
        if not DOCUMENTS[name].missing(facts)
    )
    criteria = item.criteria if item else ()
    return PublishedGroup(item=item, files=made, demands=tuple((c, _shown(c, facts)) for c in criteria))


def _shown(criterion: str, facts: YearFacts) -> tuple[Shown, ...]:
    return tuple(duties.shown(element, facts) for element in duties.demanded(criterion))


def _name(item: PublishedItem | None, document: str, facts: YearFacts) -> str:
    """``o27-2568-analysis-report.pdf``: item, assessing year, document; plain letters that any website takes."""
    number = item.number if item else ""
    year = item.fiscal_year if item else facts.fiscal_year
    safe = "".join(letter for letter in number if letter.isascii() and (letter.isalnum() or letter == "-"))
    return f"{safe or UNKNOWN_ITEM}-{int(year)}-{document}.pdf"
