"""Vector shapes (lines, areas, curves, text at a point) and the PDF operators they become.

Coordinates are points from the upper left corner of the drawing, y downward.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from ita_desktop.typeset.style import BLACK, Align, Colour, TextStyle

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hatch:
    """Parallel lines inside an area, so that areas differ in print without colour: `angle` in degrees, `gap` apart."""

    angle: float = 45.0
    gap: float = 4.0
    thickness: float = 0.5
    colour: Colour = BLACK


@dataclass(frozen=True, slots=True, kw_only=True)
class Paint:
    """How a shape is drawn; None: not at all.  `dash`: lengths of dashes and gaps in turn; `round_ends` rounds them."""

    stroke: Colour | None = BLACK
    fill: Colour | None = None
    thickness: float = 0.5
    dash: tuple[float, ...] = ()
    round_ends: bool = False
    hatch: Hatch | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    paint: Paint = field(default_factory=Paint)


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle; `x`, `y` is its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    paint: Paint = field(default_factory=Paint)


@dataclass(frozen=True, slots=True)
class Polygon:
    """Straight lines through `points`, closed or open."""

    points: tuple[Point, ...]
    paint: Paint = field(default_factory=Paint)
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around `x`, `y`."""

    x: float
    y: float
    radius: float
    paint: Paint = field(default_factory=Paint)


@dataclass(frozen=True, slots=True)
class Curve:
    """An outline in steps: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) with Bezier handles, ("Z",)."""

    steps: tuple[tuple[str | float, ...], ...]
    paint: Paint = field(default_factory=Paint)
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class TextAt:
    """One line of text with its baseline at `y`; `align` says which part of it stands at `x`; `turn` in degrees."""

    x: float
    y: float
    text: str
    style: TextStyle = field(default_factory=lambda: TextStyle(align=Align.LEFT))
    align: Align = Align.LEFT
    turn: float = 0.0


@dataclass(frozen=True, slots=True)
class Vector:
    """Ready PDF operators of a picture `width` by `height` points, y upward; in the file once for all stamps."""

    width: float
    height: float
    operators: bytes


@dataclass(frozen=True, slots=True)
class Stamp:
    """A Vector at a place and size of the drawing."""

    vector: Vector
    x: float = 0.0
    y: float = 0.0
    width: float | None = None
    height: float | None = None


Shape = Line | Rect | Polygon | Circle | Curve | TextAt | Stamp
Show = Callable[[TextAt], tuple[str, float]]
"""Gives the text operators of a line of text and its width."""

DOT_STEP = 4.0
"""Distance of the dots of a dotted rule, in their diameters."""

_KAPPA = 0.5522847498


def shape_operators(shape: Shape, height: float, show: Show, name: Callable[[Vector], str]) -> str:
    """Return the operators of a shape in a drawing of this height; `name` gives the resource name of a vector."""
    match shape:
        case TextAt():
            return _text(shape, height, show)
        case Stamp():
            return _stamp(shape, height, name)
        case Line(x1, y1, x2, y2, paint):
            return _painted(f"{_point(x1, height - y1)} m {_point(x2, height - y2)} l", paint, (x1, y1, x2, y2), height)
        case Rect(x, y, w, h, paint):
            outline = f"{_point(x, height - y - h)} {w:.2f} {h:.2f} re"
            return _painted(outline, paint, (x, y, x + w, y + h), height)
        case Circle(x, y, radius, paint):
            box = (x - radius, y - radius, x + radius, y + radius)
            return _painted(_circle(x, height - y, radius), paint, box, height)
        case Polygon(points, paint, closed):
            steps: list[tuple[str | float, ...]] = [("L" if i else "M", *point) for i, point in enumerate(points)]
            return _painted(_path((*steps, ("Z",)) if closed else tuple(steps), height), paint, _box(points), height)
        case Curve(steps_, paint, even_odd):
            numbers = [float(value) for step in steps_ for value in step[1:]]
            box = _box(tuple(zip(numbers[::2], numbers[1::2], strict=False)))
            return _painted(_path(steps_, height), paint, box, height, even_odd=even_odd)


def colour_operator(colour: Colour, *, stroke: bool = False) -> str:
    """Return the operator that chooses a colour; greys are set as grey."""
    red, green, blue = colour
    if red == green == blue:
        return f"{red:.3g} {'G' if stroke else 'g'}"
    return f"{red:.3g} {green:.3g} {blue:.3g} {'RG' if stroke else 'rg'}"


def dotted(x1: float, x2: float, y: float, thickness: float, colour: Colour = BLACK) -> str:
    """Return the operators of a row of round dots whose last dot ends at `x2`; y upward."""
    if x2 - x1 < thickness:
        return ""
    return (
        f"q {colour_operator(colour, stroke=True)} {thickness:.2f} w 1 J [0 {thickness * DOT_STEP:.2f}] 0 d "
        f"{_point(x2 - thickness / 2, y)} m {_point(x1, y)} l S Q"
    )


def _painted(outline: str, paint: Paint, box: tuple[float, ...], height: float, *, even_odd: bool = False) -> str:
    star = "*" if even_odd else ""
    parts = ["q"]
    if paint.fill is not None:
        parts.append(colour_operator(paint.fill))
    if paint.hatch is not None:
        if paint.fill is not None:
            parts.append(f"{outline} f{star}")
        parts.append(f"q {outline} W{star} n {_hatched(paint.hatch, box, height)} Q")
    if paint.stroke is not None:
        parts.append(f"{colour_operator(paint.stroke, stroke=True)} {paint.thickness:.2f} w")
        if paint.dash:
            parts.append(f"[{' '.join(f'{length:g}' for length in paint.dash)}] 0 d")
        if paint.round_ends:
            parts.append("1 J 1 j")
    filled = paint.fill is not None and paint.hatch is None
    if paint.stroke is not None:
        parts.append(f"{outline} {'B' + star if filled else 'S'}")
    elif filled:
        parts.append(f"{outline} f{star}")
    parts.append("Q")
    return " ".join(parts)


def _hatched(hatch: Hatch, box: tuple[float, ...], height: float) -> str:
    left, top, right, bottom = box
    middle_x, middle_y = (left + right) / 2, height - (top + bottom) / 2
    reach = math.hypot(right - left, bottom - top) / 2 + hatch.gap
    angle = math.radians(hatch.angle)
    along, across = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))
    parts = [f"{colour_operator(hatch.colour, stroke=True)} {hatch.thickness:.2f} w"]
    count = min(int(reach / max(hatch.gap, 0.5)), 2_000)
    for step in range(-count, count + 1):
        x, y = middle_x + across[0] * step * hatch.gap, middle_y + across[1] * step * hatch.gap
        dx, dy = along[0] * reach, along[1] * reach
        parts.append(f"{_point(x - dx, y - dy)} m {_point(x + dx, y + dy)} l")
    return " ".join(parts) + " S"


def _path(steps: tuple[tuple[str | float, ...], ...], height: float) -> str:
    parts = []
    for step in steps:
        if step[0] == "Z":
            parts.append("h")
            continue
        numbers = [float(value) for value in step[1:]]
        points = " ".join(_point(x, height - y) for x, y in zip(numbers[::2], numbers[1::2], strict=True))
        parts.append(f"{points} {str(step[0]).lower()}")
    return " ".join(parts)


def _circle(x: float, y: float, radius: float) -> str:
    k = radius * _KAPPA
    corners = [
        (x + radius, y + k, x + k, y + radius, x, y + radius),
        (x - k, y + radius, x - radius, y + k, x - radius, y),
        (x - radius, y - k, x - k, y - radius, x, y - radius),
        (x + k, y - radius, x + radius, y - k, x + radius, y),
    ]
    curves = " ".join(" ".join(f"{value:.2f}" for value in corner) + " c" for corner in corners)
    return f"{_point(x + radius, y)} m {curves} h"


def _text(shape: TextAt, height: float, show: Show) -> str:
    shown, width = show(shape)
    shift = {Align.CENTRE: 0.5, Align.RIGHT: 1.0}.get(shape.align, 0.0) * width
    angle = math.radians(-shape.turn)
    cos, sin = math.cos(angle), math.sin(angle)
    x, y = shape.x - shift * cos, height - shape.y - shift * sin
    matrix = f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {_point(x, y)}"
    return f"BT {colour_operator(shape.style.colour)} {matrix} Tm {shown} ET"


def _stamp(shape: Stamp, height: float, name: Callable[[Vector], str]) -> str:
    vector = shape.vector
    width = vector.width if shape.width is None else shape.width
    tall = vector.height if shape.height is None else shape.height
    place = f"{width / vector.width:.5f} 0 0 {tall / vector.height:.5f} {_point(shape.x, height - shape.y - tall)}"
    return f"q {place} cm /{name(vector)} Do Q"


def _box(points: tuple[Point, ...]) -> tuple[float, float, float, float]:
    xs, ys = [point[0] for point in points] or [0.0], [point[1] for point in points] or [0.0]
    return min(xs), min(ys), max(xs), max(ys)


def _point(x: float, y: float) -> str:
    return f"{x:.2f} {y:.2f}"
