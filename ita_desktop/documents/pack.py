"""ชุดเอกสารของปี: several documents as one, for a single file with bookmarks."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.documents.model import Document
from ita_desktop.domain.values.facts import YearFacts

NAME = "pack"


def title(facts: YearFacts) -> str:
    """Return the title of the bound file."""
    return f"ชุดเอกสาร ITA แผนปีงบประมาณ พ.ศ. {int(facts.fiscal_year)} {facts.agency.name}"


def bind(documents: Sequence[Document], title: str) -> Document:
    """The documents one after another, each with its own page numbers; ValueError if there are none."""
    if not documents:
        raise ValueError("a pack needs at least one document")
    return Document(
        name=NAME,
        title=title,
        author=documents[0].author,
        sections=tuple(section for document in documents for section in document.sections),
        names=tuple(dict.fromkeys(name for document in documents for name in document.names)),
    )
