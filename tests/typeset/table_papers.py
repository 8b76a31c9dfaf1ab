"""Random papers with tables, and what must hold of every one of their pages: for the tests and the bench."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from ita_desktop import typeset as ts
from tests.typeset.reading import sentences

LEADING = 21.0
PAGE = ts.PageSetup()
BOTTOM = PAGE.height - PAGE.bottom
LEFT = ts.TextStyle(align=ts.Align.LEFT)
BODY = ts.TextStyle(first_indent=70.9, space_before=6)
STYLE = ts.TableStyle(text=LEFT, head_text=ts.TextStyle(align=ts.Align.CENTRE, bold=True), continued="(ต่อ)", shrink=1.0)
HEADS = ("มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "การติดตาม", "หมายเหตุ")
FEW = 3
"""Lines that a page holds at least."""
WHOLE_ROW = 0.2
"""Part of a page's height up to which a row is not parted."""


@dataclass
class Paper:
    """A flow, and the origins of its pieces in order with what they are."""

    flow: list[ts.Block] = field(default_factory=list)
    order: list[tuple[str, str]] = field(default_factory=list)


def prose(rnd: random.Random, words: int) -> str:
    """About so many words."""
    known = sentences()
    parts: list[str] = []
    while sum(map(len, parts)) < words * 6:
        parts.append(rnd.choice(known))
    return " ".join(parts)[: words * 6].strip()


def table(rnd: random.Random, name: str, paper: Paper) -> ts.Table:
    """Rows from one line to several pages; now and then a merged first column or cells of several paragraphs."""
    columns = rnd.randint(2, 5)
    tall = rnd.random() < 0.4
    rows: list[tuple[ts.Cell, ...]] = []
    covered = 0
    count = rnd.randint(1, 9)
    for number in range(count):
        cells: list[ts.Cell] = []
        for column in range(columns):
            if column == 0 and covered:
                continue
            origin = f"{name}/{number}/{column}"
            depth = 1
            if column == 0 and rnd.random() < 0.15:
                depth = min(rnd.randint(2, 4), count - number)
            size = (
                3
                if column == 0
                else rnd.choice(
                    (1, 6, 20, 60, rnd.choice((10, 150, 400, 1000, rnd.choice((1000, 5000)))) if tall else 40)
                )
            )
            words = prose(rnd, size)
            paragraphs = tuple(
                ts.Paragraph(part, LEFT, label=label, label_indent=14.0 if label else 0.0, origin=origin)
                for part, label in (
                    zip((words, prose(rnd, 8)), ("๑.", "๒."), strict=True) if rnd.random() < 0.3 else ((words, ""),)
                )
            )
            cells.append(ts.Cell(paragraphs, rowspan=depth))
            paper.order.append(("cell", origin))
            if column == 0:
                covered = depth
        covered -= 1
        rows.append(tuple(cells))
    shares = [rnd.uniform(1, 3) for _ in range(columns)]
    width = PAGE.width - PAGE.left - PAGE.right
    widths = tuple(width * share / sum(shares) for share in shares)
    head = (
        tuple(ts.Cell((ts.Paragraph(HEADS[at], STYLE.head_text, origin=f"{name}/head"),)) for at in range(columns)),
    )
    return ts.Table(widths, tuple(rows), head, STYLE, origin=name)


def papers(count: int, seed: int) -> Iterator[Paper]:
    """Random reports: headings, paragraphs, tables, now and then a table that is kept together."""
    rnd = random.Random(seed)
    for _ in range(count):
        paper = Paper()
        for number in range(rnd.randint(3, 12)):
            name = str(number)
            kind = rnd.random()
            if kind < 0.25:
                paper.flow.append(ts.Heading(prose(rnd, 4), origin=name))
                paper.order.append(("heading", name))
            elif kind < 0.6:
                paper.flow.append(ts.Paragraph(prose(rnd, rnd.choice((3, 30, 120))), BODY, origin=name))
                paper.order.append(("text", name))
            else:
                paper.order.append(("head", f"{name}/head"))
                made = table(rnd, name, paper)
                paper.flow.append(ts.Keep((made,)) if rnd.random() < 0.2 else made)
        if paper.order[-1][0] == "heading":
            paper.flow.append(ts.Paragraph(prose(rnd, 5), BODY, origin="last"))
            paper.order.append(("text", "last"))
        yield paper


def faults(paper: Paper, result: ts.Result, texts: list[str]) -> list[str]:
    """What is wrong with the pages of a paper; `texts` are their texts as a reader of the PDF gets them."""
    where: dict[str, list[ts.Place]] = defaultdict(list)
    by_page: dict[int, list[ts.Place]] = defaultdict(list)
    for place in result.places:
        where[place.origin].append(place)
        by_page[place.page].append(place)
    found = [f"{kind} {name} is missing" for kind, name in paper.order if not where[name]]
    found += [
        f"page {place.page}: below the margin" for place in result.places if place.y + place.height > BOTTOM + 0.1
    ]
    found += _of_pages(paper, result, by_page)
    found += _of_empty_halves(paper, where, by_page)
    found += _of_cells(paper, where)
    found += _of_headings(paper, where)
    found += _said_again(paper, where, texts)
    return found


def _lines(place: ts.Place) -> int:
    return round(place.height / LEADING)


def _of_pages(paper: Paper, result: ts.Result, by_page: dict[int, list[ts.Place]]) -> Iterator[str]:
    for page in range(2, result.pages + 1):
        heads = {name for kind, name in paper.order if kind == "head"}
        lines = {
            round((p.y + LEADING * n) / 7) for p in by_page[page] if p.origin not in heads for n in range(_lines(p))
        }
        if len(lines) < FEW:
            yield f"page {page} holds {len(lines)} lines"


def _of_empty_halves(
    paper: Paper, where: dict[str, list[ts.Place]], by_page: dict[int, list[ts.Place]]
) -> Iterator[str]:
    heads = {name for kind, name in paper.order if kind == "head"}
    for page in range(1, max(by_page, default=1)):
        empty = BOTTOM - max(place.y + place.height for place in by_page[page])
        next_up = min((p for p in by_page[page + 1] if p.origin not in heads), key=lambda p: p.y, default=None)
        if (
            empty > (PAGE.height - PAGE.top - PAGE.bottom) / 2
            and next_up is not None
            and next_up.origin.count("/") == 2
        ):
            row = next_up.origin.rpartition("/")[0]
            lines = max(sum(map(_lines, places)) for name, places in where.items() if name.startswith(f"{row}/"))
            if lines > FEW:
                yield f"page {page} is left half empty before row {row} of {lines} lines"


def _of_cells(paper: Paper, where: dict[str, list[ts.Place]]) -> Iterator[str]:
    cells = [name for kind, name in paper.order if kind == "cell"]
    for name in cells:
        pages: dict[int, int] = defaultdict(int)
        for place in where[name]:
            pages[place.page] += _lines(place)
        if len(pages) > 1 and min(pages.values()) < 2:
            yield f"cell {name} is parted as {dict(pages)}"
    first_of_table = {}
    for name in cells:
        first_of_table.setdefault(name.partition("/")[0], name)
    for table_name, first in first_of_table.items():
        head = where[f"{table_name}/head"]
        beside = [place for name in cells if name.startswith(f"{table_name}/0/") for place in where[name]]
        if head and beside and head[0].page not in {place.page for place in beside if where[first]}:
            yield f"the head of table {table_name} stands alone on page {head[0].page}"


def _of_headings(paper: Paper, where: dict[str, list[ts.Place]]) -> Iterator[str]:
    for (kind, name), (_, following) in zip(paper.order, paper.order[1:], strict=False):
        if kind == "heading" and where[name] and where[following] and where[name][-1].page != where[following][0].page:
            yield f"heading {name} stands at the foot of page {where[name][-1].page}"


def _said_again(paper: Paper, where: dict[str, list[ts.Place]], texts: list[str]) -> Iterator[str]:
    """A row that goes on says so on every page but its first, unless its first column goes on itself."""
    rows: dict[str, set[int]] = defaultdict(set)
    firsts: dict[str, set[int]] = defaultdict(set)
    for kind, name in paper.order:
        if kind == "cell":
            row, _, column = name.rpartition("/")
            rows[row] |= {place.page for place in where[name]}
            if column == "0":
                firsts[row] |= {place.page for place in where[name]}
    for row, pages in rows.items():
        if row in firsts:
            for page in (
                sorted(pages - firsts[row])[1:] if len(pages - firsts[row]) == len(pages) else pages - firsts[row]
            ):
                if "(ต่อ)" not in texts[page - 1]:
                    yield f"row {row} goes on to page {page} and does not say so"
