"""Sections → pages: the paper of each form, page numbers, and what stands at fixed places of the first page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ita_desktop import typeset as ts
from ita_desktop.documents import styles
from ita_desktop.documents.fit import Tightening
from ita_desktop.documents.model import Cover, MemoHead, Section, Table
from ita_desktop.documents.options import DocumentOptions
from ita_desktop.documents.pdf import art, cover, head, tables
from ita_desktop.documents.pdf.blocks import flow
from ita_desktop.documents.pdf.look import Look
from ita_desktop.documents.pdf.measuring import Measuring
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

    def __init__(
        self,
        options: DocumentOptions,
        resources: Path,
        measuring: Measuring,
        code: str = "",
        tightened: tuple[Tightening, ...] = (),
    ) -> None:
        self.options = options
        self.tightened = tightened
        self.code = code
        self.resources = resources
        self.measuring = measuring
        self._number = Numbering(options)

    def section(self, section: Section) -> ts.Steps[ts.Section]:
        """The section's flow on its paper."""
        if section.restart:
            self._number = Numbering(self.options)
        look = self._look(section)
        if section.form.seal:
            look = replace(look, cover_picture=art.of_cover(self.options, self.resources))
        page = self._moved(self._marked(self._page(section, look), look))
        made = yield from flow(section.blocks, look)
        return ts.Section(made, page)

    def _look(self, section: Section) -> Look:
        return Look(
            options=self.options,
            printed=digits_of(self.options),
            form=section.form,
            columns=self.measuring.columns,
            tightened=self.tightened,
        )

    def on_its_paper(self, section: Section) -> ts.Steps[Section]:
        """Return the section, on turned paper where words of its tables would be parted upright.

        Widths that the office set itself are kept: its table stays as it is.
        """
        if section.form.turned is None:
            return section
        look = self._look(section)
        for block in section.blocks:
            if isinstance(block, Table) and not any(column.fixed for column in block.columns):
                fitted = yield from tables.fitted(block, look)
                if not fitted.whole:
                    return replace(section, form=section.form.turned)
        return section

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
        """The form's paper, with what stands at fixed places of its first page."""
        page = self._paper(look)
        for block in section.blocks:
            match block:
                case MemoHead() if look.form.head is not None:
                    emblem = art.of_head(self.options, self.resources, look.form.head.emblem_height)
                    first = head.first_page(block, look.form.head, look, emblem, self.measuring.lines)
                    return replace(page, first=first.items, first_top=first.top)
                case Cover():
                    return replace(page, first=cover.lower_half(block, look))
        return page

    def _paper(self, look: Look) -> ts.PageSetup:
        form = look.form
        top = form.top
        if form.lines_below_number is not None:
            top = look.top_of_line(form.number_baseline + form.lines_below_number * look.leading(look.size))
        page = ts.PageSetup(
            width=form.width,
            height=form.height,
            left=form.left,
            right=form.right,
            top=top,
            first_top=form.first_top,
            bottom=form.bottom,
            catch_word=form.catch_word and self.options.catch_word,
        )
        if not form.numbered:
            return page
        style = look.style(styles.SIZE, align=ts.Align.CENTRE)
        return replace(page, number=self._number, number_y=form.number_baseline, number_style=style)

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
