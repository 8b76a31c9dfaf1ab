"""A PDF with a text layer (.pdf): letters and ruled lines become paragraphs and tables; a broken layer is put right.

A page without text, or with one that stays broken, is named in ``unreadable``: nothing is guessed from pictures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ita_desktop.domain.recognition.content import Content, FileCell, FileKind, FileLine, Paragraph, Table
from ita_desktop.domain.recognition.letters import repaired
from ita_desktop.store.errors import StoreError, StoreErrorCode, not_read
from ita_desktop.store.foreign.pdf_letters import PageLetters, page_letters
from ita_desktop.store.foreign.pdf_lines import Row, paragraphs_of, rows_of
from ita_desktop.store.foreign.pdf_tables import ruled_tables, table_of, unruled_table
from ita_desktop.store.foreign.thai_repair import MOSTLY, UNREADABLE, Dictionary, Faults, faults_in
from ita_desktop.store.foreign.word import PAGE_MARK
from ita_desktop.store.untrusted.deadline import Deadline

MAX_PAGES = 200
_FEWEST = 4
"""Letters below which a page with something drawn on it has no text layer."""
_EDGE = 0.09
"""Share of the page's height at top and bottom where heads and feet stand."""
_SAMPLE = 1500
"""Letters of a page by which it is judged."""
_SAME_EDGE = 4.0
"""Points within which a table on the next page has the same edges."""
_PASSWORD = 4
"""PDFium's number for a file that asks for a password."""


def read_pdf(path: Path, deadline: Deadline, words: Dictionary | None = None) -> Content:
    """Read a PDF; StoreError ``locked_file``, ``too_big``, or ``unknown_kind`` for a broken one.

    Without ``words`` a broken text layer is not put right.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise not_read(path, error) from error
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower()
        raise StoreError(StoreErrorCode.LOCKED_FILE if locked else StoreErrorCode.UNKNOWN_KIND, path) from error
    try:
        return _Reader(document, deadline, words).content()
    finally:
        document.close()


class _Reader:
    def __init__(self, document: Any, deadline: Deadline, words: Dictionary | None) -> None:
        self.document, self.deadline, self.words = document, deadline, words
        self.unreadable: list[int] = []
        self.running: dict[str, None] = {}
        self.repaired = False
        self.edges: dict[tuple[int, int], tuple[float, float, int]] = {}
        """Left and right edge and columns of a ruled table, by its page and its place on it."""
        self._drawn: dict[int, tuple[float, float, int]] = {}

    def content(self) -> Content:
        if len(self.document) > MAX_PAGES:
            raise StoreError(StoreErrorCode.TOO_BIG, self.deadline.path, f"{len(self.document)} > {MAX_PAGES}")
        pages = []
        for number in range(len(self.document)):
            self.deadline.check()
            page = page_letters(self.document, number, self.deadline)
            ink = sum(1 for letter in page.letters if letter.text.strip())
            bare = ink < _FEWEST and (page.objects > ink or page.unknown)
            if bare or page.unknown * 5 > ink > 0:
                self.unreadable.append(page.number)
            elif ink:
                pages.append((page, rows_of(page.letters)))
        repeated = _repeated(pages)
        read = [(page.number, list(self._blocks(page, rows, repeated))) for page, rows in pages]
        for number, one in read:
            self.edges |= {
                (number, n): self._drawn[id(block)] for n, block in enumerate(one) if id(block) in self._drawn
            }
        texts = "".join(text for _, blocks in read for text in _texts(blocks))
        faults = faults_in(texts)
        blocks: list[Paragraph | Table] = []
        before = (0, 0)
        for number, one in read:
            mended = self._mended(number, one, faults)
            count = len(mended)
            if blocks and mended and self._goes_on(before, (number, 0)):
                blocks[-1] = _joined(blocks[-1], mended[0])
                mended = mended[1:]
            blocks += mended
            before = (number, count - 1)
        running = tuple(dict.fromkeys(self._mend(text, faults) for text in self.running))
        return Content(
            kind=FileKind.PDF,
            blocks=tuple(blocks),
            running=running,
            repaired=self.repaired,
            unreadable=tuple(sorted(self.unreadable)),
        )

    def _blocks(self, page: PageLetters, rows: Sequence[Row], repeated: set[str]) -> Iterator[Paragraph | Table]:
        """Tables and what stands between them, from top to bottom."""
        left_out = {id(row) for row in rows if self._runs(row, page, repeated)}
        taken: set[int] = set()
        tables = []
        drawn_tables = self._drawn
        for drawn in ruled_tables(page):
            left, top, right, bottom = drawn.box
            inside = [
                letter
                for letter in page.letters
                if id(letter) not in taken
                and left - 2 <= (letter.left + letter.right) / 2 <= right + 2
                and top - 2 <= letter.base - 0.25 * letter.size <= bottom + 2
            ]
            taken.update(id(letter) for letter in inside)
            found = table_of(drawn, inside, page.number)
            if any(cell.lines for row in found.rows for cell in row):
                tables.append((top, found))
                drawn_tables[id(found)] = (left, right, found.columns)
        free = rows_of([letter for letter in page.letters if id(letter) not in taken])
        free = [row for row in free if not self._runs(row, page, repeated)] if left_out else free
        if not free:
            yield from (found for _, found in tables)
            return
        left, right = _margins(rows, page)
        at = 0
        for top, found in tables:
            above = [row for row in free[at:] if row.base <= top]
            yield from _between(above, left, right, page.number)
            at += len(above)
            yield found
        yield from _between(free[at:], left, right, page.number)

    def _goes_on(self, last: tuple[int, int], first: tuple[int, int]) -> bool:
        """Say whether a page begins with the ruled table that the page before ended with: edges and columns agree."""
        one, two = self.edges.get(last), self.edges.get(first)
        if one is None or two is None or one[2] != two[2] or last[0] + 1 != first[0]:
            return False
        return abs(one[0] - two[0]) < _SAME_EDGE and abs(one[1] - two[1]) < _SAME_EDGE

    def _runs(self, row: Row, page: PageLetters, repeated: set[str]) -> bool:
        """Say whether a line is a page's number, a catch-word, or a head or foot of every page."""
        runs = bool(PAGE_MARK.fullmatch(row.text)) or (_at_edge(row, page) and _pattern(row.text) in repeated)
        if runs:
            self.running[row.text.strip()] = None
        return runs

    def _mended(self, number: int, blocks: list[Paragraph | Table], faults: Faults) -> list[Paragraph | Table]:
        """Put the texts of one page right; none where they cannot be."""
        texts = list(_texts(blocks))
        if self.words is None:
            return [_changed(block, repaired) for block in blocks]
        sample, letters = [], 0
        for text in texts:
            sample.append(repaired(text))
            letters += len(text)
            if letters > _SAMPLE:
                break
        whole = "\n".join(sample)
        here = faults
        unknown = self.words.read(whole, here).unknown
        if unknown > MOSTLY and _thai(whole) >= 20:
            late = replace(faults, late=True)
            better = self.words.read(whole, late).unknown
            here, unknown = (late, better) if better < unknown * 0.7 else (here, unknown)
            if unknown > UNREADABLE:
                self.unreadable.append(number)
                return []
        return [_changed(block, lambda text: self._mend(text, here)) for block in blocks]

    def _mend(self, text: str, faults: Faults) -> str:
        self.deadline.check()
        plain = repaired(text)
        if not faults.any or self.words is None:
            return plain
        mended = self.words.read(plain, faults).text
        self.repaired = self.repaired or mended != plain
        return mended


def _joined(last: Paragraph | Table, first: Paragraph | Table) -> Paragraph | Table:
    if isinstance(last, Paragraph) or isinstance(first, Paragraph):
        return last
    return replace(last, rows=last.rows + first.rows)


def _margins(rows: Sequence[Row], page: PageLetters) -> tuple[float, float]:
    """Left and right edge of the text: where several lines end, else as far from the edge as they begin."""
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    full = sum(1 for row in rows if row.right >= right - 0.02 * page.width)
    if full >= 3 and full * 4 >= len(rows):
        return left, right
    return left, max(right, page.width - left)


def _between(rows: Sequence[Row], left: float, right: float, number: int) -> Iterator[Paragraph | Table]:
    """Lines between ruled tables: runs of lines with several columns are tables, others paragraphs."""
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and (len(rows[end].pieces) > 1 or (end > at and _is_inner(rows, at, end))):
            end += 1
        table = unruled_table(rows[at:end], number) if end - at >= 3 else None
        if table is not None:
            yield table
            at = end
            continue
        end = max(end, at + 1)
        while end < len(rows) and len(rows[end].pieces) == 1:
            end += 1
        for text, _ in paragraphs_of(rows[at:end], left, right):
            yield Paragraph(line=FileLine(text=text), page=number)
        at = end


def _is_inner(rows: Sequence[Row], at: int, end: int) -> bool:
    """A line of one column goes on with a table where the next one has several again and none is far below."""
    near = rows[end].base - rows[end - 1].base < 2.5 * rows[end].size
    columns = sorted(piece.left for row in rows[at:end] for piece in row.pieces)
    aligned = any(abs(column - rows[end].left) < rows[end].size for column in columns)
    follows = any(len(row.pieces) > 1 for row in rows[end + 1 : end + 3])
    narrow = rows[end].right - rows[end].left < 0.6 * (max(row.right for row in rows[at:end]) - columns[0])
    return near and aligned and follows and narrow


def _at_edge(row: Row, page: PageLetters) -> bool:
    return row.base < page.height * _EDGE or row.base > page.height * (1 - _EDGE)


def _repeated(pages: Sequence[tuple[PageLetters, list[Row]]]) -> set[str]:
    """Lines at the edges that stand on at least three pages and on half of them, whatever their numbers."""
    counted: dict[str, int] = {}
    for page, rows in pages:
        for text in {_pattern(row.text) for row in rows if _at_edge(row, page)}:
            counted[text] = counted.get(text, 0) + 1
    return {text for text, count in counted.items() if count >= 3 and count * 2 >= len(pages)}


def _pattern(text: str) -> str:
    return re.sub(r"[0-9๐-๙]+", "0", text).strip()


def _texts(blocks: Sequence[Paragraph | Table]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.line.text
        else:
            yield from (line.text for row in block.rows for cell in row for line in cell.lines)


def _changed(block: Paragraph | Table, change: Callable[[str], str]) -> Paragraph | Table:
    if isinstance(block, Paragraph):
        return replace(block, line=replace(block.line, text=change(block.line.text)))
    return replace(block, rows=tuple(tuple(_changed_cell(cell, change) for cell in row) for row in block.rows))


def _changed_cell(cell: FileCell, change: Callable[[str], str]) -> FileCell:
    return replace(cell, lines=tuple(replace(line, text=change(line.text)) for line in cell.lines))


def _thai(text: str) -> int:
    return sum("ก" <= letter <= "๎" for letter in text)
