"""Sections → pages: paper, margins, page numbers, and what stands on the first page of each form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ita_desktop import typeset as ts
from ita_desktop.documents import styles
from ita_desktop.documents.model import Cover, Form, MemoHead, Section
from ita_desktop.documents.options import DocumentOptions
from ita_desktop.documents.pdf import art, cover, memo_head
from ita_desktop.documents.pdf.blocks import flow
from ita_desktop.documents.pdf.look import Look
from ita_desktop.documents.text import digits_of
from ita_desktop.domain.rules.page_code import printed_code


class Numbering:
    """เลขหน้า: counts the pages of sections that belong together, whatever stands before them in the file."""

    def __init__(self, options: DocumentOptions) -> None:
        self._options = options
        self._first = 0

    def __call__(self, page: int) -> str:
        """-๒-, from the second page on."""
        self._first = self._first or page
        number = page - self._first + 1
        if number < 2:
            return ""
        words = f"- {number} -" if self._options.spaced_page_number else f"-{number}-"
        return digits_of(self._options)(words)


class Sheets:
    """Makes the pages of a document's sections, in order."""

    def __init__(self, options: DocumentOptions, resources: Path, lines: memo_head.Lines, code: str = "") -> None:
        self.options = options
        self.code = code
        self.resources = resources
        self.lines = lines
        self._number = Numbering(options)

    def section(self, section: Section) -> ts.Steps[ts.Section]:
        """The section's flow on its paper."""
        if section.restart:
            self._number = Numbering(self.options)
        look = Look(options=self.options, printed=digits_of(self.options), form=section.form)
        if section.form is Form.COVER:
            look = replace(look, cover_picture=art.of_cover(self.options, self.resources))
        page = self._moved(self._marked(self._page(section, look), look))
        made = yield from flow(section.blocks, look)
        return ts.Section(made, page)

    def _marked(self, page: ts.PageSetup, look: Look) -> ts.PageSetup:
        """With the page code in the bottom margin, where the document bears one; nothing else moves."""
        code = self.code
        if not code:
            return page
        grey = (styles.CODE_GREY,) * 3
        return replace(
            page,
            foot=lambda number: printed_code(code, number),
            foot_y=page.height - styles.CODE_FROM_FOOT,
            foot_style=replace(look.style(styles.CODE_SIZE), colour=grey),
        )

    def _page(self, section: Section, look: Look) -> ts.PageSetup:
        match section.form:
            case Form.MEMO:
                return self._memo(section, look)
            case Form.COVER:
                return _cover(section, look)
            case Form.REPORT:
                return _report(look, self._number)
            case Form.LANDSCAPE:
                return _landscape(look, self._number)

    def _memo(self, section: Section, look: Look) -> ts.PageSetup:
        head = next((block for block in section.blocks if isinstance(block, MemoHead)), None)
        setup = ts.PageSetup(
            width=styles.PAGE_WIDTH,
            height=styles.PAGE_HEIGHT,
            left=styles.LEFT,
            right=styles.RIGHT,
            top=look.top_of_line(styles.NUMBER_BASELINE + styles.FOLLOWING_LINES * look.leading(look.size)),
            bottom=styles.BOTTOM,
            number=self._number,
            number_y=styles.NUMBER_BASELINE,
            number_style=_number_style(look),
            catch_word=self.options.catch_word,
        )
        if head is None:
            return setup
        first = memo_head.first_page(head, look, art.of_memo(self.options, self.resources), self.lines)
        return replace(setup, first=first.items, first_top=first.top)

    def _moved(self, page: ts.PageSetup) -> ts.PageSetup:
        """Everything by the office's offset, for paper that is printed already."""
        dx, dy = self.options.offset_x * styles.MM, self.options.offset_y * styles.MM
        if not (dx or dy):
            return page
        return replace(
            page,
            left=page.left + dx,
            right=page.right - dx,
            top=page.top + dy,
            bottom=page.bottom - dy,
            first_top=None if page.first_top is None else page.first_top + dy,
            first=tuple(_shifted(item, dx, dy) for item in page.first),
            number_y=page.number_y + dy,
            foot_y=page.foot_y + dy,
        )


def _shifted(item: ts.Fixed | ts.Rule, dx: float, dy: float) -> ts.Fixed | ts.Rule:
    if isinstance(item, ts.Fixed):
        return replace(item, x=item.x + dx, y=item.y + dy)
    return replace(item, x1=item.x1 + dx, x2=item.x2 + dx, y=item.y + dy)


def _number_style(look: Look) -> ts.TextStyle:
    return look.style(styles.SIZE, align=ts.Align.CENTRE)


def _cover(section: Section, look: Look) -> ts.PageSetup:
    block = next((block for block in section.blocks if isinstance(block, Cover)), None)
    return ts.PageSetup(
        width=styles.PAGE_WIDTH,
        height=styles.PAGE_HEIGHT,
        left=styles.LEFT,
        right=styles.RIGHT,
        top=styles.COVER_TITLE_TOP,
        bottom=styles.BOTTOM,
        first=cover.lower_half(block, look) if block else (),
    )


def _report(look: Look, number: Callable[[int], str]) -> ts.PageSetup:
    return ts.PageSetup(
        width=styles.PAGE_WIDTH,
        height=styles.PAGE_HEIGHT,
        left=styles.LEFT,
        right=styles.RIGHT,
        top=styles.REPORT_TOP,
        first_top=styles.REPORT_FIRST_TOP,
        bottom=styles.REPORT_BOTTOM,
        number=number,
        number_y=styles.REPORT_NUMBER_BASELINE,
        number_style=_number_style(look),
    )


def _landscape(look: Look, number: Callable[[int], str]) -> ts.PageSetup:
    """Turned paper: the binding edge, 3 cm, is at the top."""
    return ts.PageSetup(
        width=styles.PAGE_HEIGHT,
        height=styles.PAGE_WIDTH,
        left=styles.LANDSCAPE_SIDE,
        right=styles.LANDSCAPE_SIDE,
        top=styles.LANDSCAPE_TOP,
        bottom=styles.LANDSCAPE_BOTTOM,
        number=number,
        number_y=styles.LANDSCAPE_NUMBER_BASELINE,
        number_style=_number_style(look),
    )
