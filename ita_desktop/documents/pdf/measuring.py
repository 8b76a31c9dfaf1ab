"""What has to be measured before a document is laid out: lines of a paragraph, widths of a table's columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ita_desktop import typeset as ts
from ita_desktop.documents import styles


@dataclass(frozen=True, slots=True)
class Measuring:
    """The fonts and words of one document."""

    fonts: ts.FontSet
    words: ts.Words

    def lines(self, paragraph: ts.Paragraph, width: float) -> int:
        """Return how many lines a paragraph takes in a column of this width."""
        return len(ts.measure(paragraph, width, self.fonts, self.words).lines)

    def columns(
        self, tables: Sequence[ts.Table], width: float, fixed: Sequence[bool], height: float
    ) -> ts.Steps[ts.Fitted]:
        """Return tables that share their columns with widths from their content; ``fixed`` columns keep their own."""
        return ts.fit_columns(
            tables, width, self.fonts, self.words, fixed=fixed, height=height, sizes=styles.TABLE_SIZES
        )
