"""A document's look: the office's options applied to the style sheet, as the typesetter's own values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ita_desktop import typeset as ts
from ita_desktop.documents import styles
from ita_desktop.documents.fit import Tightening
from ita_desktop.documents.forms import Form
from ita_desktop.documents.model import Text
from ita_desktop.documents.options import DocumentOptions
from ita_desktop.documents.text import Printed
from ita_desktop.domain.values.origin import NOWHERE, Origin

Columns = Callable[[Sequence[ts.Table], float, Sequence[bool], float], ts.Steps[ts.Fitted]]
"""Tables, width together, columns with a width of their own, height of a page → the tables with their widths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the blocks of one section need to know to be set."""

    options: DocumentOptions
    printed: Printed
    form: Form
    tightened: tuple[Tightening, ...] = ()
    """What gives up room so that the letter takes a page less."""
    cover_picture: ts.Drawing | ts.Picture | None = None
    columns: Columns | None = None
    """Gives tables the widths that their content asks for; None: their shares as they are."""

    @property
    def size(self) -> float:
        """Points of running text: the form's own size, or the office's choice for reports."""
        return self.form.size(self.options.report_size)

    @property
    def width(self) -> float:
        """Of the text between the margins."""
        return self.form.text_width

    def leading(self, size: float) -> float:
        """Line spacing for a size, in the proportion the office chose at 16 pt."""
        return size * self.options.line_spacing / styles.SIZE

    def top_of_line(self, baseline: float) -> float:
        """Where a line of running text begins whose baseline is here."""
        leading = self.leading(self.size)
        extent = (styles.FONT_ASCENT + styles.FONT_DESCENT) * self.size
        return baseline - styles.FONT_ASCENT * self.size - (leading - extent) / 2

    @property
    def body_align(self) -> ts.Align:
        """กระจายแบบไทย, unless it is switched off."""
        return ts.Align.THAI if self.options.justify else ts.Align.LEFT

    def style(
        self,
        size: float | None = None,
        *,
        bold: bool = False,
        align: ts.Align = ts.Align.LEFT,
        first_indent: float = 0.0,
        left_indent: float = 0.0,
        right_indent: float = 0.0,
        space_before: float = 0.0,
        space_after: float = 0.0,
        keep_with_next: bool = False,
    ) -> ts.TextStyle:
        """A paragraph style with the leading that belongs to its size."""
        size = size or self.size
        return ts.TextStyle(
            size=size,
            leading=self.leading(size),
            bold=bold,
            align=align,
            first_indent=first_indent,
            left_indent=left_indent,
            right_indent=right_indent,
            space_before=space_before,
            space_after=space_after,
            keep_with_next=keep_with_next,
        )

    def body(self, first_indent: float = styles.FIRST_INDENT) -> ts.TextStyle:
        """ย่อหน้า: indented, distributed."""
        return self.style(align=self.body_align, first_indent=first_indent, space_before=styles.PART_GAP)

    def on_signature_axis(self, space_before: float = 0.0) -> ts.TextStyle:
        """Centred on แกนลายมือชื่อ, in the right half."""
        axis = self.options.signature_axis * styles.CM - styles.LEFT
        half = min(styles.SIGNATURE_WIDTH / 2, axis, self.width - axis)
        return self.style(
            align=ts.Align.CENTRE,
            left_indent=axis - half,
            right_indent=self.width - axis - half,
            space_before=space_before,
        )

    def lines(self, lines: tuple[Text, ...]) -> tuple[ts.Span, ...]:
        """Several lines as one text."""
        return tuple(
            span for n, line in enumerate(lines) for span in (*((ts.Span("\n"),) if n else ()), *self.spans(line))
        )

    def spans(self, words: Text, lead: str = "") -> tuple[ts.Span, ...]:
        """The words as they print, with their digits; ``lead`` is printed before them."""
        spans = [
            ts.Span(self.printed(span.text), bold=True if span.bold else None, underline=span.underline)
            for span in words
            if span.text
        ]
        return (ts.Span(self.printed(lead)), *spans) if lead else tuple(spans)


def lines_origin(lines: tuple[Text, ...], origin: Origin = NOWHERE) -> Origin:
    """Where a click on several lines leads."""
    return origin or first_origin(span.origin for line in lines for span in line)


def origin_of(words: Text, origin: Origin = NOWHERE) -> Origin:
    """Where a click leads: the block's own field, else the first field in its words."""
    return origin or first_origin(span.origin for span in words)


def first_origin(origins: Iterable[Origin]) -> Origin:
    """The first that is not empty."""
    return next((origin for origin in origins if origin), NOWHERE)
