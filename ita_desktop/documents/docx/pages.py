"""Paper of a section in Word: size, margins, the page number over the text from the second page on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from ita_desktop import typeset as ts
from ita_desktop.documents import styles
from ita_desktop.documents.docx.head import top_of
from ita_desktop.documents.docx.look import Named, StyleSheet
from ita_desktop.documents.docx.paragraphs import paragraph, run, spacer
from ita_desktop.documents.docx.xml import Element, twips, w
from ita_desktop.documents.forms import Form
from ita_desktop.documents.options import Digits, DocumentOptions

_HAIR = 1.0
_HEADER_ROOM = 4.0
"""Height that an empty header takes at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPage:
    """A section's page, and what its page number does."""

    form: Form
    page: ts.PageSetup
    begins: bool
    """Page numbers begin here; the first page shows none."""

    @property
    def numbered(self) -> bool:
        """Tell whether the pages bear their number."""
        return self.form.numbered

    @property
    def _first_top(self) -> float:
        """Where the text of the first page begins: a letter's head flows, so the page begins with the head."""
        if self.form.head is not None:
            moved = self.page.number_y - self.form.number_baseline if self.numbered else 0.0
            return top_of(self.form.head) + moved
        return self.page.top if self.page.first_top is None else self.page.first_top

    def properties(self, options: DocumentOptions) -> Element:
        """``w:sectPr``; headers are added to it later."""
        page = self.page
        landscape = {"orient": "landscape"} if page.width > page.height else {}
        start = {"start": 1} if self.begins else {}
        top = self._first_top if self.begins else page.top
        return w(
            "sectPr",
            w("type", val="nextPage"),
            w("pgSz", w=twips(page.width), h=twips(page.height), **landscape),
            w(
                "pgMar",
                top=twips(top),
                right=twips(page.right),
                bottom=twips(page.bottom),
                left=twips(page.left),
                header=twips(self._header_top(top)),
                footer=twips(min(page.bottom, 1.25 * styles.CM)),
                gutter=0,
            ),
            w("pgNumType", fmt="thaiNumbers" if options.digits is Digits.THAI else "decimal", **start),
            w("titlePg") if self.begins and self.numbered else None,
        )

    @property
    def _number_top(self) -> float:
        style = self.page.number_style
        return self.page.number_y - (style.leading + (styles.FONT_ASCENT - styles.FONT_DESCENT) * style.size) / 2

    def _header_top(self, text_top: float) -> float:
        """Above the text of the first page too, so that its empty header pushes nothing down."""
        return max(0.0, min(self._number_top, text_top - _HEADER_ROOM))

    def fill(self, section: Any, sheet: StyleSheet, options: DocumentOptions) -> None:
        """Write the headers of this section of the python-docx document."""
        section.header.is_linked_to_previous = False
        if not self.numbered:
            return
        top = self._header_top(self._first_top if self.begins else self.page.top)
        style = replace(self.page.number_style, align=ts.Align.CENTRE, space_before=max(0.0, self._number_top - top))
        rest = self.page.top - max(top, self._number_top) - style.leading
        header = section.header._element  # noqa: SLF001 - python-docx shows paragraphs only
        header[:] = [_number(sheet, style, spaced=options.spaced_page_number)]
        if rest > _HAIR:
            header.append(spacer(rest))
        if self.begins:
            section.first_page_header.is_linked_to_previous = False
            section.first_page_header._element[:] = [spacer(_HAIR)]  # noqa: SLF001


def _number(sheet: StyleSheet, style: ts.TextStyle, *, spaced: bool) -> Element:
    """-๒-: a field, which Word counts in the digits of the section."""
    gap = " " if spaced else ""
    made = paragraph(ts.Paragraph("", style), sheet, Named.HEADER)
    base = sheet.text[Named.HEADER]
    made.append(run(ts.Span(f"-{gap}"), style, base))
    made.append(w("r", w("fldChar", fldCharType="begin")))
    instruction = w("instrText")
    instruction.text = "PAGE"
    made.append(w("r", instruction))
    made.append(w("r", w("fldChar", fldCharType="separate")))
    made.append(run(ts.Span("2"), style, base))
    made.append(w("r", w("fldChar", fldCharType="end")))
    made.append(run(ts.Span(f"{gap}-"), style, base))
    return made
