"""Draw resources/fonts/ITASigns.ttf: the signs that TH Sarabun New has not (☑ ✓ ● → №), made for its letters.

Run by hand when a sign is added (`pip install fonttools`, then `python packaging/draw_signs.py`); the program needs
only the file. Measures are thousandths of an em; capital letters of TH Sarabun New are 476 high and its stems 40 wide.
"""

from __future__ import annotations

import math
import sys
from itertools import pairwise
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

FILE = Path(__file__).parent.parent / "resources" / "fonts" / "ITASigns.ttf"
PEN = 40
"""Width of a stroke."""
SIDE = 420
"""Of the boxes, from the baseline up."""
BEAR = 40
"""Room at the left and right of a sign."""

Point = tuple[float, float]
Outline = list[Point]


def area(points: Outline) -> float:
    """Return the signed area: negative where the outline runs clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True)) / 2


def solid(points: Outline) -> Outline:
    """The outline clockwise: filled."""
    return points if area(points) < 0 else points[::-1]


def hole(points: Outline) -> Outline:
    """The outline counter-clockwise: cut out of what lies around it."""
    return points if area(points) > 0 else points[::-1]


def box(left: float, bottom: float, right: float, top: float) -> Outline:
    """Return a rectangle."""
    return [(left, bottom), (left, top), (right, top), (right, bottom)]


def stroke(*points: Point, pen: float = PEN) -> list[Outline]:
    """A line through the points: each piece a bar with ends half a pen longer, so that corners close."""
    made = []
    for (x1, y1), (x2, y2) in pairwise(points):
        long = math.hypot(x2 - x1, y2 - y1)
        dx, dy = (x2 - x1) / long * pen / 2, (y2 - y1) / long * pen / 2
        x1, y1, x2, y2 = x1 - dx, y1 - dy, x2 + dx, y2 + dy
        made.append(solid([(x1 - dy, y1 + dx), (x2 - dy, y2 + dx), (x2 + dy, y2 - dx), (x1 + dy, y1 - dx)]))
    return made


def round_(x: float, y: float, radius: float, upright: float = 1.0) -> Outline:
    """A circle of 48 sides, which no printer tells from a round one at this size."""
    turns = [2 * math.pi * n / 48 for n in range(48)]
    return [(x + radius * math.cos(t), y + radius * upright * math.sin(t)) for t in turns]


def ring(x: float, y: float, radius: float, upright: float = 1.0, pen: float = PEN) -> list[Outline]:
    """Return a circle drawn with the pen."""
    inner = radius - pen
    return [solid(round_(x, y, radius, upright)), hole(round_(x, y, inner, (radius * upright - pen) / inner))]


def frame(left: float, bottom: float, right: float, top: float) -> list[Outline]:
    """Return a rectangle drawn with the pen."""
    inner = box(left + PEN, bottom + PEN, right - PEN, top - PEN)
    return [solid(box(left, bottom, right, top)), hole(inner)]


def tick(left: float, bottom: float, size: float, pen: float = PEN * 1.3) -> list[Outline]:
    """Return a tick in a square of this size."""
    at = [(0.05, 0.45), (0.36, 0.1), (0.95, 0.9)]
    return stroke(*((left + x * size, bottom + y * size) for x, y in at), pen=pen)


def cross(left: float, bottom: float, size: float, pen: float = PEN * 1.3) -> list[Outline]:
    """Return a cross in a square of this size."""
    low, high = 0.12 * size, 0.88 * size
    return [
        *stroke((left + low, bottom + low), (left + high, bottom + high), pen=pen),
        *stroke((left + low, bottom + high), (left + high, bottom + low), pen=pen),
    ]


def arrow(turn: int) -> list[Outline]:
    """→ turned by so many right angles."""
    pieces = [*stroke((0, 0), (400, 0)), *stroke((270, 120), (400, 0), (270, -120))]
    cos, sin = (1, 0, -1, 0)[turn], (0, 1, 0, -1)[turn]
    turned = [[((x - 200) * cos - y * sin, (x - 200) * sin + y * cos) for x, y in piece] for piece in pieces]
    return [solid([(x + 240, y + 210) for x, y in piece]) for piece in turned]


def star(full: bool) -> list[Outline]:
    """Return a star of five points, filled or not."""

    def points(radius: float) -> Outline:
        spread = [(radius if n % 2 == 0 else radius * 0.4, math.pi / 2 + n * math.pi / 5) for n in range(10)]
        return [(260 + r * math.cos(t), 220 + r * math.sin(t)) for r, t in spread]

    return [solid(points(240))] if full else [solid(points(240)), hole(points(150))]


def triangle(turn: int, full: bool) -> list[Outline]:
    """Return a triangle turned by right angles, filled or not."""

    def points(radius: float) -> Outline:
        return [
            (240 + radius * math.cos(t), 200 + radius * math.sin(t))
            for t in (math.pi / 2 + turn * math.pi / 2 + n * 2 * math.pi / 3 for n in range(3))
        ]

    return [solid(points(240))] if full else [solid(points(240)), hole(points(240 - 2 * PEN))]


def diamond(full: bool) -> list[Outline]:
    """Return a square on its corner, filled or not."""

    def points(reach: float) -> Outline:
        return [(240 - reach, 210), (240, 210 + reach), (240 + reach, 210), (240, 210 - reach)]

    return [solid(points(210))] if full else [solid(points(210)), hole(points(210 - 1.4 * PEN))]


def flying_arrow() -> list[Outline]:
    """➢: a head whose lower half is filled."""
    head = [(60.0, 400.0), (440.0, 210.0), (60.0, 20.0), (170.0, 210.0)]
    upper = [(112.0, 340.0), (365.0, 224.0), (197.0, 224.0)]
    return [solid(head), hole(upper)]


def bracket(kind: str, mirrored: bool) -> list[Outline]:
    """Full-width brackets, whose ink stands at the inner side of a wide cell."""
    match kind:
        case "round":
            curve = [(420 - 120 * math.cos(t), 210 + 320 * math.sin(t)) for t in (n * 0.11 - 1.1 for n in range(21))]
            made = stroke(*curve)
        case "square":
            made = stroke((420, 520), (310, 520), (310, -100), (420, -100))
        case _:
            made = [solid([(300, 540), (440, 540), (360, 210), (440, -120), (300, -120)])]
    return [solid([(500 - x, y) for x, y in piece]) for piece in made] if mirrored else made


def numero() -> list[Outline]:
    """№."""
    letter = [*stroke((75, 20), (75, 456)), *stroke((75, 456), (330, 20)), *stroke((330, 20), (330, 456))]
    return [*letter, *ring(490, 330, 105, 1.2, pen=34), solid(box(390, 130, 590, 165))]


SIGNS: dict[str, tuple[int, list[Outline]]] = {
    "☐": (500, frame(BEAR, 0, BEAR + SIDE, SIDE)),
    "☑": (500, [*frame(BEAR, 0, BEAR + SIDE, SIDE), *tick(BEAR + 55, 55, SIDE - 110)]),
    "☒": (500, [*frame(BEAR, 0, BEAR + SIDE, SIDE), *cross(BEAR + 50, 50, SIDE - 100)]),
    "✓": (480, tick(30, 0, 420)),
    "✔": (480, tick(30, 0, 420, pen=PEN * 2)),
    "✗": (460, cross(20, 0, 420)),
    "✘": (460, cross(20, 0, 420, pen=PEN * 2)),
    "●": (460, [solid(round_(230, 210, 190))]),
    "○": (460, ring(230, 210, 190)),
    "◦": (260, ring(130, 210, 90, pen=30)),
    "■": (500, [solid(box(BEAR, 0, BEAR + SIDE, SIDE))]),
    "□": (500, frame(BEAR, 0, BEAR + SIDE, SIDE)),
    "▪": (300, [solid(box(50, 110, 250, 310))]),
    "▫": (300, frame(50, 110, 250, 310)),
    "◆": (480, diamond(True)),
    "◇": (480, diamond(False)),
    "▲": (480, triangle(0, True)),
    "△": (480, triangle(0, False)),
    "▼": (480, triangle(2, True)),
    "▽": (480, triangle(2, False)),
    "★": (520, star(True)),
    "☆": (520, star(False)),
    "→": (480, arrow(0)),
    "↑": (480, arrow(1)),
    "←": (480, arrow(2)),
    "↓": (480, arrow(3)),
    "➢": (500, flying_arrow()),
    "➤": (500, [solid([(60, 400), (440, 210), (60, 20), (170, 210)])]),
    "№": (640, numero()),
    "（": (500, bracket("round", False)),
    "）": (500, bracket("round", True)),
    "［": (500, bracket("square", False)),
    "］": (500, bracket("square", True)),
    "【": (500, bracket("lens", False)),
    "】": (500, bracket("lens", True)),
}


def main() -> None:
    """Write the font file; the same signs give the same bytes."""
    names = {char: f"uni{ord(char):04X}" for char in SIGNS}
    glyphs, metrics = {}, {}
    for name, width, outlines in (
        (".notdef", 500, frame(BEAR, 0, BEAR + SIDE, SIDE)),
        ("space", 216, []),
        *((names[char], width, outlines) for char, (width, outlines) in SIGNS.items()),
    ):
        pen = TTGlyphPen(None)
        for outline in outlines:
            pen.moveTo(tuple(map(round, outline[0])))
            for point in outline[1:]:
                pen.lineTo(tuple(map(round, point)))
            pen.closePath()
        glyphs[name] = pen.glyph()
        metrics[name] = (width, 0)
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(list(glyphs))
    font.setupCharacterMap({0x20: "space", 0xA0: "space"} | {ord(char): name for char, name in names.items()})
    font.setupGlyf(glyphs)
    font.setupHorizontalMetrics(
        {
            name: (width, glyphs[name].xMin if glyphs[name].numberOfContours else 0)
            for name, (width, _) in metrics.items()
        }
    )
    font.setupHorizontalHeader(ascent=844, descent=-457)
    font.setupNameTable(
        {
            "familyName": "ITA Signs",
            "styleName": "Regular",
            "psName": "ITASigns",
            "copyright": "Public domain (CC0 1.0)",
        }
    )
    font.setupOS2(sTypoAscender=844, sTypoDescender=-457, usWinAscent=844, usWinDescent=457, usWeightClass=400)
    font.setupPost()
    font.font["head"].created = font.font["head"].modified = 0
    font.font.recalcTimestamp = False
    font.save(FILE)
    sys.stdout.write(f"{FILE}: {len(SIGNS)} signs, {FILE.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
