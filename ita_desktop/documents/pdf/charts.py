"""แผนภูมิ as vector drawings: readable in black and white, every value printed."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from ita_desktop import typeset as ts
from ita_desktop.documents import styles
from ita_desktop.documents.model import Chart, ChartKind, plain
from ita_desktop.documents.pdf import gauge
from ita_desktop.documents.pdf.look import Look, origin_of
from ita_desktop.domain.thai import writing

TOP = 100
"""Scores go from 0 to 100."""
STEP = 20
GRID = ts.Paint(stroke=(styles.CHART_GRID,) * 3, thickness=0.5)
AXIS = ts.Paint(thickness=0.7)
GROUND = ts.Paint(stroke=None, fill=(1.0, 1.0, 1.0))
TARGET = ts.Paint(thickness=0.9, dash=(4, 2))
HALO = ts.Paint(stroke=(1.0, 1.0, 1.0), thickness=2.2)
"""Under the line of the target, so that it shows on dark bars too."""

Point = tuple[float, float]
Drawn = Iterator[ts.Shape]


def chart(block: Chart, look: Look) -> Iterable[ts.Block]:
    """The title and the drawing, on one page."""
    heading = ts.Paragraph(
        look.spans(block.title),
        look.style(bold=True, align=ts.Align.CENTRE, space_before=styles.CHART_GAP, keep_with_next=True),
        origin=origin_of(block.title, block.origin),
    )
    return (ts.Keep((heading, drawing(block, look))),)


def drawing(block: Chart, look: Look) -> ts.Drawing:
    """The chart alone, at the width of the text; ``alt`` tells its figures."""
    match block.kind:
        case ChartKind.COLUMNS:
            height = styles.CHART_COLUMNS_HEIGHT
            shapes = _columns(block, look, height)
        case ChartKind.BARS:
            height = _bars_height(block)
            shapes = _bars(block, look)
        case ChartKind.RADAR:
            height = 2 * (styles.CHART_RADIUS + styles.CHART_RADAR_NAMES) + _legend_height(block)
            shapes = _radar(block, look)
        case ChartKind.GAUGE:
            height = styles.CHART_GAUGE + styles.CHART_GAUGE_FOOT
            shapes = gauge.gauge(block, look)
    return ts.Drawing(
        look.width,
        height,
        (*_legend(block, look), *shapes),
        alt=_told(block, look),
        align=ts.Align.CENTRE,
        origin=block.origin,
    )


def _told(block: Chart, look: Look) -> str:
    parts = [plain(block.title)]
    for one in block.series:
        figures = (f"{c} {_figure(v)}" for c, v in zip(block.categories, one.values, strict=True))
        parts.append(f"{one.name}: {', '.join(figures)}")
    return look.printed(" / ".join(parts))


def _figure(value: Decimal | None) -> str:
    return "-" if value is None else writing.score_text(value)


def paint(number: int) -> ts.Paint:
    """How the series of this number is filled: grey and hatching in turn, so that a copy still tells them apart."""
    grey = (0.35, 1.0, 0.78, 1.0, 0.6, 1.0, 0.15, 1.0, 0.9, 1.0)[number % 10]
    angle = {1: 45.0, 3: -45.0, 5: 90.0, 7: 0.0, 9: 20.0}.get(number % 10)
    hatch = None if angle is None else ts.Hatch(angle=angle, gap=3.2, thickness=0.5)
    return ts.Paint(fill=(grey, grey, grey), thickness=0.6, hatch=hatch)


def _label(x: float, y: float, words: str, look: Look, align: ts.Align, size: float = styles.CHART_SIZE) -> ts.TextAt:
    return ts.TextAt(x, y, look.printed(words), look.style(size), align=align)


def _figure_at(x: float, y: float, value: Decimal, look: Look, align: ts.Align, size: float) -> Drawn:
    """A figure on a white ground, so that no line of the chart runs through it."""
    words = _figure(value)
    width = styles.CHART_DIGIT * size * len(words)
    left = x - width / 2 if align is ts.Align.CENTRE else x
    yield ts.Rect(left - 1, y - 0.55 * size, width + 2, 0.7 * size, GROUND)
    yield _label(x, y, words, look, align, size)


# -- legend


def _legend_height(block: Chart) -> float:
    shown = block.kind is not ChartKind.GAUGE and (len(block.series) > 1 or block.target is not None)
    return styles.CHART_LEGEND if shown else 0.0


def _legend(block: Chart, look: Look) -> Drawn:
    """Names of the series with their pattern, and of the dashed line, in a row on top."""
    if not _legend_height(block):
        return
    names = [one.name for one in block.series] if len(block.series) > 1 else []
    if block.target is not None:
        names.append(f"เกณฑ์ {block.target.normalize():f} คะแนน")
    widths = [styles.CHART_LEGEND_MARK + styles.CHART_DIGIT * styles.CHART_SIZE * len(name) for name in names]
    x = (look.width - sum(widths)) / 2
    for number, (name, width) in enumerate(zip(names, widths, strict=True)):
        if number < len(block.series) and len(block.series) > 1:
            yield from _legend_mark(block, number, x)
        else:
            yield ts.Line(x, 7, x + 20, 7, TARGET)
        yield _label(x + 24, 11, name, look, ts.Align.LEFT)
        x += width


def _legend_mark(block: Chart, number: int, x: float) -> Drawn:
    if block.kind is ChartKind.RADAR:
        yield ts.Line(x, 7, x + 20, 7, _stroke(number))
    else:
        yield ts.Rect(x, 2, 20, 10, paint(number))


# -- upright bars


def _columns(block: Chart, look: Look, height: float) -> Drawn:
    top, bottom = _legend_height(block) + 12, height - 18
    left, right = styles.CHART_AXIS, look.width
    unit = (bottom - top) / TOP
    for mark in range(0, TOP + 1, STEP):
        y = bottom - mark * unit
        yield ts.Line(left, y, right, y, GRID if mark else AXIS)
        yield _label(left - 4, y + 3.5, str(mark), look, ts.Align.RIGHT, styles.CHART_SMALL)
    line = None if block.target is None else bottom - float(block.target) * unit
    room = (right - left) / max(len(block.categories), 1)
    count = len(block.series)
    gap = styles.CHART_COLUMN_GAP if count > 1 else 0.0
    width = min((room * 0.9 - gap * (count - 1)) / count, styles.CHART_COLUMN)
    size = min(styles.CHART_SIZE, (width + gap) / (styles.CHART_DIGIT * _LONGEST))
    figures: list[ts.Shape] = []
    for n, category in enumerate(block.categories):
        middle = left + room * (n + 0.5)
        yield _label(middle, height - 4, category, look, ts.Align.CENTRE)
        x = middle - (width * count + gap * (count - 1)) / 2
        for number, one in enumerate(block.series):
            value = one.values[n]
            if value is not None:
                tall = float(value) * unit
                yield ts.Rect(x, bottom - tall, width, tall, paint(number))
                foot = _clear_of(line, bottom - tall - 3, size)
                figures += _figure_at(x + width / 2, foot, value, look, ts.Align.CENTRE, size)
            x += width + gap
    if line is not None:
        yield from _target(left, line, right, line)
    yield from figures


_LONGEST = 5.6
"""Signs of the longest usual figure (๑๐๐.๐๐ is six, its full stop narrow)."""


def _target(x1: float, y1: float, x2: float, y2: float) -> Drawn:
    """The line of the target, over the bars."""
    yield ts.Line(x1, y1, x2, y2, HALO)
    yield ts.Line(x1, y1, x2, y2, TARGET)


def _clear_of(line: float | None, foot: float, size: float) -> float:
    """Return where a figure stands so that its ground hides nothing of a line across: above it rather than on it."""
    if line is None or foot < line - 2 or foot - 0.6 * size > line + 2:
        return foot
    return line - 3


# -- level bars


def _bar(block: Chart) -> float:
    """Thickness of a bar: thinner the more there are, but never so thin that its figure cannot stand beside it."""
    least, most = styles.CHART_BAR
    return max(least, min(most, 26.0 / len(block.series)))


def _bars_height(block: Chart) -> float:
    row = _bar(block) * len(block.series) + 6
    return _legend_height(block) + row * len(block.categories) + 22


def _bars(block: Chart, look: Look) -> Drawn:
    thick = _bar(block)
    row = thick * len(block.series) + 6
    top = _legend_height(block) + 4
    bottom = top + row * len(block.categories)
    left, right = styles.CHART_NAMES, look.width - 30
    unit = (right - left) / TOP
    for mark in range(0, TOP + 1, STEP):
        x = left + mark * unit
        yield ts.Line(x, top, x, bottom, GRID if mark else AXIS)
        yield _label(x, bottom + 12, str(mark), look, ts.Align.CENTRE, styles.CHART_SMALL)
    line = None if block.target is None else left + float(block.target) * unit
    figures: list[ts.Shape] = []
    for n, category in enumerate(block.categories):
        y = top + row * n + 3
        yield _label(left - 5, y + (row - 6) / 2 + 4, category, look, ts.Align.RIGHT)
        for number, one in enumerate(block.series):
            value = one.values[n]
            if value is not None:
                long = float(value) * unit
                yield ts.Rect(left, y, long, thick, paint(number))
                size = min(thick + 2.0, styles.CHART_SIZE)
                start = left + long + 3
                if line is not None and start - 3 < line < start + styles.CHART_DIGIT * size * len(_figure(value)) + 3:
                    start = line + 4  # beyond the line, which stays in sight
                figures += _figure_at(start, y + thick / 2 + 3.5, value, look, ts.Align.LEFT, size)
            y += thick
    if line is not None:
        yield from _target(line, top, line, bottom)
    yield from figures


# -- radar


def _stroke(number: int) -> ts.Paint:
    dash = ((), (5, 2), (1.5, 2), (7, 2, 1.5, 2))[number % 4]
    return ts.Paint(thickness=(1.4, 1.1, 1.1, 1.1)[number % 4], dash=dash)


def _radar(block: Chart, look: Look) -> Drawn:
    x, radius = look.width / 2, styles.CHART_RADIUS
    y = _legend_height(block) + styles.CHART_RADAR_NAMES + radius
    count = len(block.categories)

    def at(n: float, reach: float) -> Point:
        angle = 2 * math.pi * n / count
        return x + math.sin(angle) * reach, y - math.cos(angle) * reach

    for mark in range(STEP, TOP + 1, STEP):
        yield ts.Polygon(tuple(at(n, radius * mark / TOP) for n in range(count)), GRID)
    for n, category in enumerate(block.categories):
        end = at(n, radius)
        yield ts.Line(x, y, end[0], end[1], GRID)
        yield from _radar_name(category, n, at(n, radius + 7), block, look, side=end[0] - x)
    if block.target is not None:
        yield ts.Polygon(tuple(at(n, radius * float(block.target) / TOP) for n in range(count)), TARGET)
    for number, one in enumerate(block.series):
        points = tuple(at(n, radius * float(v or 0) / TOP) for n, v in enumerate(one.values))
        yield ts.Polygon(points, _stroke(number))
    yield from _ring_names(block, look, at, radius)


def _ring_names(block: Chart, look: Look, at: Callable[[float, float], Point], radius: float) -> Drawn:
    """The figures of the rings, between the two axes where the curves keep farthest from them."""
    count = len(block.categories)
    middles = [
        [(float(one.values[n] or 0) + float(one.values[(n + 1) % count] or 0)) / 2 for one in block.series]
        for n in range(count)
    ]
    marks = range(STEP, TOP + 1, STEP)
    best = max(range(count), key=lambda n: min(abs(m - mark) for m in middles[n] for mark in marks))
    size = styles.CHART_SMALL - 1
    for mark in marks:
        x, y = at(best + 0.5, radius * mark / TOP * math.cos(math.pi / count))
        width = styles.CHART_DIGIT * size * len(str(mark))
        yield ts.Rect(x - width / 2 - 1, y - 0.3 * size, width + 2, 0.6 * size, GROUND)
        yield _label(x, y + 0.2 * size, str(mark), look, ts.Align.CENTRE, size)


def _radar_name(category: str, n: int, place: Point, block: Chart, look: Look, *, side: float) -> Drawn:
    """The name at the end of its axis, and below it the figures of the series."""
    align = ts.Align.CENTRE if abs(side) < 1 else ts.Align.LEFT if side > 0 else ts.Align.RIGHT
    x, y = place
    below = y > _legend_height(block) + styles.CHART_RADAR_NAMES + styles.CHART_RADIUS
    shift = 10.0 if below and abs(side) < 1 else -13.0 if abs(side) < 1 else 0.0
    figures = " / ".join(_figure(one.values[n]) for one in block.series)
    yield _label(x, y + shift, category, look, align, styles.CHART_SMALL)
    yield _label(x, y + shift + 11, figures, look, align, styles.CHART_SMALL)
