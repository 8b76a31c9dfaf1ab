"""What the PDF puts at a fixed place of a page, as lines that Word lets flow: a clerk can move and change them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ita_desktop import typeset as ts
from ita_desktop.documents import styles
from ita_desktop.documents.docx.measure import height


def flowing(section: ts.Section, resources: Path) -> Iterator[ts.Paragraph]:
    """The section's fixed paragraphs, top to bottom, each with the room above it that brings it to its place."""
    page = section.page
    placed = [item for item in page.first if isinstance(item, ts.Fixed) and isinstance(item.item, ts.Paragraph)]
    if not placed:
        return
    reached = page.top + height(section.flow, page.width - page.left - page.right, resources)
    for item in sorted(placed, key=lambda one: one.y):
        words = item.item
        assert isinstance(words, ts.Paragraph)
        style = words.style
        top = item.y - (style.leading + (styles.FONT_ASCENT - styles.FONT_DESCENT) * style.size) / 2
        yield replace(words, style=replace(style, space_before=max(0.0, top - reached)))
        reached = max(top, reached) + style.leading
