"""ส่วนหัวบันทึกข้อความ in Word: lines with tab stops, so that a clerk types in it as in the office's own form."""

from __future__ import annotations

from collections.abc import Iterator

from ita_desktop import typeset as ts
from ita_desktop.documents import styles
from ita_desktop.documents.docx.look import Named, StyleSheet
from ita_desktop.documents.docx.paragraphs import paragraph
from ita_desktop.documents.docx.xml import Element
from ita_desktop.documents.model import MemoHead, Text, plain
from ita_desktop.documents.options import DocumentOptions
from ita_desktop.documents.text import Printed

TITLE = "บันทึกข้อความ"
BLANK = "." * 20
EXACT_BASELINE = 0.8
"""Where the letters stand in a line of exact height, as a part of it."""
TITLE_TOP = styles.TITLE_BASELINE - EXACT_BASELINE * styles.TITLE_LEADING
_ROW_TOP = styles.HEAD_BASELINE - EXACT_BASELINE * styles.HEAD_STEP
_GAP = 3.0
"""Between the dots after the number and วันที่."""


class Head:
    """Writes the rows above เรียน."""

    def __init__(self, head: MemoHead, sheet: StyleSheet, options: DocumentOptions, printed: Printed) -> None:
        self._head, self._sheet, self._options, self._printed = head, sheet, options, printed

    def rows(self, emblem: Element | None) -> Iterator[Element]:
        """The title with the emblem beside it, then ส่วนราชการ, ที่ and วันที่, เรื่อง."""
        title = self._title()
        if emblem is not None:
            title.append(emblem)
        yield title
        yield self._department()
        yield self._number_and_date()
        yield self._subject()

    def _title(self) -> Element:
        style = ts.TextStyle(size=styles.TITLE_SIZE, leading=styles.TITLE_LEADING, bold=True, align=ts.Align.CENTRE)
        urgency = self._head.urgency
        if not urgency:
            return paragraph(ts.Paragraph(TITLE, style), self._sheet, Named.NORMAL)
        mark = ts.TextStyle(
            size=styles.URGENCY_SIZE,
            leading=styles.TITLE_LEADING,
            bold=True,
            align=ts.Align.LEFT,
            colour=styles.URGENCY_RED,
        )
        tabs = (ts.Tab(at=styles.URGENCY_LEFT - styles.LEFT), ts.Tab(at=styles.TEXT_WIDTH / 2, align=ts.Align.CENTRE))
        made = paragraph(ts.Paragraph(f"\t{urgency}", mark, tabs=tabs), self._sheet, Named.NORMAL)
        made.extend(paragraph(ts.Paragraph(f"\t{TITLE}", style), self._sheet, Named.NORMAL).r_lst)
        return made

    def _department(self) -> Element:
        start = styles.DEPARTMENT_LABEL + styles.LABEL_GAP
        spans = (_label("ส่วนราชการ"), ts.Span("\t"), *self._value(self._head.department), ts.Span("\t"))
        first = _ROW_TOP - TITLE_TOP - styles.TITLE_LEADING
        return self._row(spans, (ts.Tab(at=start), self._dots(_RIGHT)), hanging=start, before=first)

    def _number_and_date(self) -> Element:
        number, day = plain(self._head.number).strip(), plain(self._head.date).strip()
        label_at = styles.DATE_LABEL_LEFT - styles.LEFT
        date_at = self._options.date_at * styles.CM - styles.LEFT
        tabs = (
            ts.Tab(at=styles.NUMBER_LABEL + styles.LABEL_GAP),
            self._dots(label_at - _GAP, align=ts.Align.LEFT),
            ts.Tab(at=label_at),
            self._dots(date_at, align=ts.Align.LEFT),
            self._dots(_RIGHT),
        )
        spans = (
            _label("ที่"),
            ts.Span("\t"),
            *self._value(self._head.number, blank=not number or number.endswith("/")),
            ts.Span("\t\t"),
            _label("วันที่"),
            ts.Span("\t"),
            *self._value(self._head.date, blank=not day),
            ts.Span("\t"),
        )
        return self._row(spans, tabs)

    def _subject(self) -> Element:
        start = styles.SUBJECT_LEFT - styles.LEFT
        spans = (_label("เรื่อง"), ts.Span("\t"), *self._value(self._head.subject), ts.Span("\t"))
        return self._row(spans, (ts.Tab(at=start), self._dots(_RIGHT)), hanging=start)

    def _value(self, words: Text, *, blank: bool = False) -> tuple[ts.Span, ...]:
        spans = tuple(
            ts.Span(self._printed(span.text), bold=span.bold or None, underline=span.underline)
            for span in words
            if span.text
        )
        return (*spans, ts.Span(BLANK)) if blank and not self._options.dotted_rules else spans

    def _dots(self, at: float, align: ts.Align = ts.Align.RIGHT) -> ts.Tab:
        return ts.Tab(at=at, align=align, leader=self._options.dotted_rules)

    def _row(
        self, spans: tuple[ts.Span, ...], tabs: tuple[ts.Tab, ...], *, hanging: float = 0.0, before: float = 0.0
    ) -> Element:
        style = ts.TextStyle(
            size=styles.SIZE,
            leading=styles.HEAD_STEP,
            align=ts.Align.LEFT,
            left_indent=hanging,
            first_indent=-hanging,
            space_before=before,
        )
        return paragraph(ts.Paragraph(spans, style, tabs=tabs), self._sheet, Named.NORMAL)


_RIGHT = styles.RULE_RIGHT - styles.LEFT


def _label(words: str) -> ts.Span:
    return ts.Span(words, bold=True, size=styles.LABEL_SIZE)
