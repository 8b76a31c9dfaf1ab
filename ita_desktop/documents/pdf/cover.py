"""ปกรายงาน: title above, picture in the middle, office below."""

from __future__ import annotations

from collections.abc import Iterable

from ita_desktop import typeset as ts
from ita_desktop.documents import styles
from ita_desktop.documents.model import Cover
from ita_desktop.documents.pdf.look import Look, lines_origin, origin_of


def upper_half(block: Cover, look: Look) -> Iterable[ts.Block]:
    """Title, year and picture, which flow, so that a long title never runs into what stands below."""
    style = look.style(styles.COVER_TITLE_SIZE, bold=True, align=ts.Align.CENTRE)
    yield ts.Heading(look.lines(block.title), style, level=1, origin=lines_origin(block.title, block.origin))
    style = look.style(styles.COVER_YEAR_SIZE, bold=True, align=ts.Align.CENTRE, space_before=styles.COVER_GAP)
    yield ts.Paragraph(look.spans(block.year), style, origin=origin_of(block.year, block.origin))
    if look.cover_picture is not None:
        yield ts.Space(styles.COVER_PICTURE_GAP)
        yield look.cover_picture


def lower_half(block: Cover, look: Look) -> tuple[ts.Fixed, ...]:
    """The office, at the foot."""
    style = look.style(styles.COVER_OFFICE_SIZE, bold=True, align=ts.Align.CENTRE)
    items: list[ts.Fixed] = []
    for n, line in enumerate(block.office):
        paragraph = ts.Paragraph(look.spans(line), style, origin=origin_of(line, block.origin))
        y = styles.COVER_OFFICE_BASELINE + n * style.leading
        items.append(ts.Fixed(x=styles.LEFT, y=y, item=paragraph, width=styles.TEXT_WIDTH))
    return tuple(items)
