"""Parts that several documents share (ส่วนที่ใช้ร่วมกัน): covers, pages around a plan's table, sign-off."""

from __future__ import annotations

from ita_desktop.documents import memo, origins, wording
from ita_desktop.documents.forms import COVER, LANDSCAPE, REPORT, Form
from ita_desktop.documents.layouts import PRESETS, ColumnLayout
from ita_desktop.documents.model import Block, Cover, Section, SignatureBlock, Span, Table, Text, plain, text
from ita_desktop.domain.values.facts import YearFacts

PREPARED_BY = "ผู้จัดทำ"
PROSE = 60
"""Characters from which a cell is read as prose."""
MOST_PROSE = 4
"""Columns of prose from which upright paper is too narrow."""


def cover(title: tuple[str, ...], year: Text, facts: YearFacts) -> Section:
    """ปก: the title's lines, the year, the office and where it lies."""
    where = wording.place(facts.agency)
    spaced = tuple(Span(text=(" " if n else "") + span.text, origin=span.origin) for n, span in enumerate(where))
    name = text(facts.agency.name, origins.AGENCY_NAME)
    block = Cover(
        title=tuple(text(line) for line in title),
        year=year,
        office=(name, spaced) if spaced else (name,),
        origin=origins.AGENCY_NAME,
    )
    return Section(form=COVER, blocks=(block,))


def with_plan(upright: tuple[Block, ...], plan: tuple[Block, ...], layout: ColumnLayout) -> tuple[Section, ...]:
    """The upright pages and the plan's part: on turned pages of its own where its columns need them."""
    if layout.landscape and plan:
        return (
            Section(form=REPORT, blocks=upright, restart=True),
            Section(form=LANDSCAPE, blocks=plan),
        )
    return (Section(form=REPORT, blocks=(*upright, *plan), restart=True),)


def form_for(layout: ColumnLayout, blocks: tuple[Block, ...] = ()) -> Form:
    """Return the sheet a table of this layout is printed on: turned where upright paper would be too narrow.

    That is where the layout says so, and for a standard layout also where its table has four columns of prose.
    """
    crowded = layout in PRESETS and any(
        _columns_of_prose(one) >= MOST_PROSE for one in blocks if isinstance(one, Table)
    )
    return LANDSCAPE if layout.landscape or crowded else REPORT


def _columns_of_prose(table: Table) -> int:
    """Return how many columns have a cell with a sentence or more in it."""
    found: set[int] = set()
    for row in table.rows:
        at = len(table.columns) - sum(one.colspan for one in row.cells)
        for one in row.cells:
            if sum(len(plain(part.words)) for part in one.content) >= PROSE and one.colspan == 1:
                found.add(at)
            at += one.colspan
    return len(found)


def prepared_by(facts: YearFacts) -> SignatureBlock:
    """ลงชื่อ....ผู้จัดทำ: the signer of the plan, else the first one; dots where there is none."""
    chosen = facts.plan.prepared_by or (facts.signers[0].id if facts.signers else "")
    signer = memo.known_signer(chosen, facts)
    position = memo.position(signer)
    if position:
        position = ((Span(text="ตำแหน่ง "), *position[0]), *position[1:])
    return SignatureBlock(
        name=text(signer.name, origins.signer(signer.id, "name")),
        position=position,
        role=PREPARED_BY,
        origin=origins.plan(facts.plan, "prepared_by"),
    )
