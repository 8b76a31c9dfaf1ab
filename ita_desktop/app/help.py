"""Help for each page (คำแนะนำ): short Thai texts that come with the program, on the screen and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ita_desktop.documents.forms import REPORT
from ita_desktop.documents.model import (
    Block,
    Document,
    Item,
    ItemList,
    Paragraph,
    Section,
    Title,
    text,
)
from ita_desktop.documents.options import DocumentOptions
from ita_desktop.documents.pdf import render_pdf

BULLET = "- "


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One text: its name (of a page, or ``keys``), its title and its lines; a line that begins with - is an item."""

    name: str
    title: str
    lines: tuple[str, ...]

    @property
    def words(self) -> str:
        """All of it, to search in."""
        return " ".join((self.title, *self.lines))


def topics(resources: Path) -> dict[str, Topic]:
    """Read every text by its name; empty if the installation has none."""
    return {path.stem: _topic(path) for path in sorted((resources / "help").glob("*.txt"))}


def topic_pdf(topic: Topic, resources: Path) -> bytes:
    """Typeset the text as a sheet of paper."""
    document = Document(
        name=f"help-{topic.name}",
        title=topic.title,
        author="",
        sections=(Section(form=REPORT, blocks=(Title(lines=(text(topic.title),)), *_blocks(topic))),),
    )
    return render_pdf(document, resources, DocumentOptions()).pdf


def _topic(path: Path) -> Topic:
    title, *lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return Topic(name=path.stem, title=title, lines=tuple(lines))


def _blocks(topic: Topic) -> list[Block]:
    blocks: list[Block] = []
    items: list[Item] = []
    for line in (*topic.lines, ""):
        if line.startswith(BULLET):
            items.append(Item(words=text(line.removeprefix(BULLET))))
            continue
        if items:
            blocks.append(ItemList(items=tuple(items)))
            items = []
        if line:
            blocks.append(Paragraph(words=text(line)))
    return blocks
