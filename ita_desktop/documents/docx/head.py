"""ส่วนหัวหนังสือ in Word: lines with tab stops, so that a clerk types in it as in the office's own form."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn

from ita_desktop import typeset as ts
from ita_desktop.documents import styles
from ita_desktop.documents.docx.look import Named, StyleSheet
from ita_desktop.documents.docx.paragraphs import paragraph
from ita_desktop.documents.docx.xml import Element
from ita_desktop.documents.forms import Entry, HeadForm
from ita_desktop.documents.model import MemoHead, plain
from ita_desktop.documents.options import DocumentOptions
from ita_desktop.documents.text import Printed

BLANK = "." * 20
EXACT_BASELINE = 0.8
"""Where the letters stand in a line of exact height, as a part of it."""
_GAP = 3.0
"""Between the end of a value's dots and the label after it."""


def top_of(form: HeadForm) -> float:
    """Return where the first line of the head begins, in points from the top of the paper."""
    if form.title:
        return form.title_baseline - EXACT_BASELINE * styles.TITLE_LEADING
    return _rows_top(form)


def _rows_top(form: HeadForm) -> float:
    return form.first_baseline - EXACT_BASELINE * form.step


class Head:
    """Writes the rows above เรียน."""

    def __init__(
        self, head: MemoHead, form: HeadForm, sheet: StyleSheet, options: DocumentOptions, printed: Printed
    ) -> None:
        self._head, self._form, self._sheet, self._options, self._printed = head, form, sheet, options, printed
        self._ruled = form.ruled and options.dotted_rules

    def rows(self, emblem: Element | None) -> Iterator[Element]:
        """Write the title, then each row of the form; the emblem hangs on the first line."""
        before = 0.0
        first = []
        if self._form.title or self._head.urgency:
            first.append(self._title())
            before = max(0.0, _rows_top(self._form) - top_of(self._form) - styles.TITLE_LEADING)
        lines = [*first, *(self._row(row, 0.0 if n else before) for n, row in enumerate(self._form.rows))]
        if emblem is not None and lines:
            lines[0].append(emblem)
        yield from lines

    def _title(self) -> Element:
        style = ts.TextStyle(size=styles.TITLE_SIZE, leading=styles.TITLE_LEADING, bold=True, align=ts.Align.CENTRE)
        title, urgency = self._form.title, self._head.urgency
        if not urgency:
            return paragraph(ts.Paragraph(title, style), self._sheet, Named.NORMAL)
        mark = ts.TextStyle(
            size=styles.URGENCY_SIZE,
            leading=styles.TITLE_LEADING,
            bold=True,
            align=ts.Align.LEFT,
            colour=styles.URGENCY_RED,
        )
        tabs = (ts.Tab(at=styles.URGENCY_LEFT - styles.LEFT), ts.Tab(at=styles.TEXT_WIDTH / 2, align=ts.Align.CENTRE))
        made = paragraph(ts.Paragraph(f"\t{urgency}", mark, tabs=tabs), self._sheet, Named.NORMAL)
        made.extend(paragraph(ts.Paragraph(f"\t{title}", style), self._sheet, Named.NORMAL).r_lst)
        return made

    def _row(self, row: tuple[Entry, ...], before: float) -> Element:
        """One line: each label, then a dotted underline below the value and on to the next label or the row's end."""
        spans: list[ts.Span] = []
        tabs: list[ts.Tab] = []
        for n, entry in enumerate(row):
            value_at = entry.value_left(self._options) - styles.LEFT
            if n:
                tabs.append(ts.Tab(at=entry.label_at - styles.LEFT))
                spans.append(ts.Span("\t"))  # bare: no dots run into the next label
            if entry.label:
                size = self._form.label_size
                spans.append(ts.Span(entry.label, bold=self._form.label_bold or None, size=size))
            if entry.label or not n:
                tabs.append(ts.Tab(at=value_at))
                spans.append(ts.Span("\t", underline=self._ruled))
            spans += (*self._value(entry), ts.Span("\t", underline=self._ruled))
            last = n == len(row) - 1
            end = entry.right - styles.LEFT if last else row[n + 1].label_at - styles.LEFT - _GAP
            tabs.append(ts.Tab(at=end, align=ts.Align.RIGHT if last else ts.Align.LEFT))
        hanging = row[0].value_left(self._options) - styles.LEFT if len(row) == 1 else 0.0
        style = ts.TextStyle(
            size=styles.SIZE,
            leading=self._form.step,
            align=ts.Align.LEFT,
            left_indent=hanging,
            first_indent=-hanging,
            space_before=before,
        )
        made = paragraph(ts.Paragraph(tuple(spans), style, tabs=tuple(tabs)), self._sheet, Named.NORMAL)
        for line in made.iter(qn("w:u")):
            line.set(qn("w:val"), "dotted")
        return made

    def _value(self, entry: Entry) -> tuple[ts.Span, ...]:
        words = self._head.value(entry.field)
        spans = tuple(
            ts.Span(self._printed(span.text), bold=span.bold or None, underline=span.underline or self._ruled)
            for span in words
            if span.text
        )
        if entry.is_open(plain(words)) and not self._ruled:
            return (*spans, ts.Span(BLANK))
        return spans
