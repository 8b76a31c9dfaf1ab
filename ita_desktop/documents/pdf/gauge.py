"""มาตรวัดครึ่งวง: one score on a half circle from 0 to 100, with its level, as the ITAS page shows the overall result."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ita_desktop import typeset as ts
from ita_desktop.documents import styles
from ita_desktop.documents.model import Chart
from ita_desktop.documents.pdf.look import Look
from ita_desktop.domain.thai import writing

_TOP = 100.0
_STEP = 20
_SIDES = 60
"""Straight pieces of the half circle."""
_REST = ts.Paint(fill=(0.9, 0.9, 0.9), thickness=0.6)
_REACHED = ts.Paint(fill=(0.35, 0.35, 0.35), thickness=0.6)
_MARK = ts.Paint(thickness=0.9, dash=(4, 2))
_NEEDLE = ts.Paint(thickness=2.2, round_ends=True)


def gauge(block: Chart, look: Look) -> Iterator[ts.Shape]:
    """Yield the band, dark up to the score, the figures around it, and score and level in the middle."""
    outer, x, y = styles.CHART_GAUGE - 14, look.width / 2, styles.CHART_GAUGE
    inner = outer - styles.CHART_GAUGE_BAND
    value = block.series[0].values[0]
    score = float(value) if value is not None else 0.0

    def at(mark: float, radius: float) -> tuple[float, float]:
        turn = math.pi * (1 - mark / _TOP)
        return x + radius * math.cos(turn), y - radius * math.sin(turn)

    def band(start: float, end: float, paint: ts.Paint) -> ts.Polygon:
        steps = max(1, round(_SIDES * (end - start) / _TOP))
        marks = [start + (end - start) * n / steps for n in range(steps + 1)]
        return ts.Polygon((*(at(m, outer) for m in marks), *(at(m, inner) for m in reversed(marks))), paint)

    yield band(0, _TOP, _REST)
    if score:
        yield band(0, score, _REACHED)
    for mark in range(0, int(_TOP) + 1, _STEP):
        yield _words(*at(mark, outer + 9), str(mark), look, styles.CHART_SMALL)
    if block.target is not None:
        (x1, y1), (x2, y2) = at(float(block.target), inner - 5), at(float(block.target), outer + 3)
        yield ts.Line(x1, y1, x2, y2, _MARK)
    (x1, y1), (x2, y2) = at(score, inner - 14), at(score, inner + 4)
    yield ts.Line(x1, y1, x2, y2, _NEEDLE)
    figure = "-" if value is None else writing.score_text(value)
    yield _words(x, y - 22, figure, look, styles.CHART_GAUGE_SIZE, bold=True)
    yield _words(x, y + 2, block.categories[0], look, styles.SIZE, bold=True)
    if block.target is not None:
        yield _words(x, y + 20, f"เกณฑ์ {block.target.normalize():f} คะแนน (เส้นประ)", look, styles.CHART_SMALL)


def _words(x: float, y: float, words: str, look: Look, size: float, *, bold: bool = False) -> ts.TextAt:
    return ts.TextAt(x, y + size * 0.12, look.printed(words), look.style(size, bold=bold), align=ts.Align.CENTRE)
