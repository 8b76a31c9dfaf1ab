"""The Garuda emblem (ตราครุฑ) as drawing operators, read from a compact file instead of half a megabyte of SVG.

``resources/emblem/garuda.json`` is made from ``garuda_mono.svg`` by::

    python -m ita_desktop.documents.emblem resources/emblem/garuda_mono.svg resources/emblem/garuda.json

and a test sees to it that it still equals its source.
"""

from __future__ import annotations

import json
import math
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

UNITS = 20
"""Integer units in one unit (mm) of the drawing: 0.007 mm at the size of a memo."""
FLAT = 0.075
"""A curve no further than this (mm) from its chord is drawn as a line: 0.01 mm at the size of a memo."""
FILE = Path("emblem") / "garuda.json"

Matrix = tuple[float, float, float, float, float, float]
Operator = tuple[str, tuple[float, ...]]
"""``M`` x y, ``L`` x y, ``C`` x1 y1 x2 y2 x y, ``Z``; absolute, y downward."""

_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_HREF = "{http://www.w3.org/1999/xlink}href"
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TOKEN = re.compile(r"([MmLlHhVvCcSsZz])|(" + _NUMBER.pattern + ")")
_TRANSFORM = re.compile(r"(\w+)\s*\(([^)]*)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One path: grey of its fill (0 black, 1 white, None open), and the width of its black line (0 none)."""

    operators: tuple[Operator, ...]
    fill: float | None
    line: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LineArt:
    """A drawing of outlines in units of its own, origin at the top left."""

    width: float
    height: float
    outlines: tuple[Outline, ...]


@cache
def load(resources: Path) -> LineArt:
    """The built-in emblem; FileNotFoundError in a broken installation."""
    stored = json.loads((resources / FILE).read_text(encoding="utf-8"))
    outlines = tuple(
        Outline(operators=tuple(_stored_operators(ops)), fill=fill, line=line) for fill, line, ops in stored["outlines"]
    )
    return LineArt(width=stored["width"], height=stored["height"], outlines=outlines)


def _stored_operators(stored: str) -> Iterator[Operator]:
    for found in re.finditer(r"([MLCZ])([^MLCZ]*)", stored):
        yield found[1], tuple(float(number) for number in found[2].split())


def compact(svg: Path) -> str:
    """The compact file's text for an SVG of paths, groups and uses."""
    root = ET.fromstring(svg.read_text(encoding="utf-8"))
    _, _, width, height = (float(n) for n in root.attrib["viewBox"].split())
    ids = {element.attrib["id"]: element for element in root.iter() if "id" in element.attrib}
    lines = [
        json.dumps([outline.fill, round(outline.line * UNITS, 1), _written(outline.operators)], separators=(",", ":"))
        for outline in _walk(root, _IDENTITY, {}, ids)
    ]
    size = f'"width":{round(width * UNITS)},"height":{round(height * UNITS)}'
    return "{" + size + ',"outlines":[\n' + ",\n".join(lines) + "\n]}\n"


def _written(operators: tuple[Operator, ...]) -> str:
    return "".join(name + " ".join(str(round(n * UNITS)) for n in numbers) for name, numbers in operators)


def _walk(
    element: ET.Element, matrix: Matrix, paint: Mapping[str, str], ids: Mapping[str, ET.Element]
) -> Iterator[Outline]:
    matrix = _times(matrix, _matrix(element.attrib.get("transform", "")))
    paint = {**paint, **{k: element.attrib[k] for k in ("fill", "stroke", "stroke-width") if k in element.attrib}}
    tag = element.tag.rpartition("}")[2]
    if tag == "path":
        yield _outline(element.attrib["d"], matrix, paint)
    elif tag == "use":
        yield from _walk(ids[element.attrib[_HREF].removeprefix("#")], matrix, paint, ids)
    else:
        for child in element:
            yield from _walk(child, matrix, paint, ids)


def _outline(data: str, matrix: Matrix, paint: Mapping[str, str]) -> Outline:
    fill = {"none": None, "#fff": 1.0}.get(paint.get("fill", "#000"), 0.0)
    width = _NUMBER.match(paint.get("stroke-width", "1"))
    scale = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
    line = float(width[0]) * scale if width and paint.get("stroke", "none") != "none" else 0.0
    operators = tuple((name, _moved(numbers, matrix)) for name, numbers in path_operators(data))
    return Outline(operators=tuple(_flattened(operators)), fill=fill, line=line)


def _flattened(operators: Iterable[Operator]) -> Iterator[Operator]:
    here = (0.0, 0.0)
    for name, numbers in operators:
        if not numbers:
            yield name, numbers
            continue
        end = (numbers[-2], numbers[-1])
        if name == "C" and max(_off_chord(numbers[0:2], here, end), _off_chord(numbers[2:4], here, end)) < FLAT:
            yield "L", end
        else:
            yield name, numbers
        here = end


def _off_chord(point: tuple[float, ...], start: tuple[float, float], end: tuple[float, float]) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    px, py = point[0] - start[0], point[1] - start[1]
    return abs(px * dy - py * dx) / length if length else math.hypot(px, py)


def _matrix(transform: str) -> Matrix:
    matrix = _IDENTITY
    for name, inside in _TRANSFORM.findall(transform):
        n = [float(found) for found in _NUMBER.findall(inside)]
        if name == "matrix":
            one: Matrix = (n[0], n[1], n[2], n[3], n[4], n[5])
        elif name == "translate":
            one = (1, 0, 0, 1, n[0], n[1] if len(n) > 1 else 0)
        elif name == "scale":
            one = (n[0], 0, 0, n[1] if len(n) > 1 else n[0], 0, 0)
        elif name == "rotate":
            sine, cosine = math.sin(math.radians(n[0])), math.cos(math.radians(n[0]))
            x, y = n[1:] or (0.0, 0.0)
            one = (cosine, sine, -sine, cosine, x - cosine * x + sine * y, y - sine * x - cosine * y)
        else:
            raise ValueError(f"the emblem's SVG has a transform that is not understood: {name}({inside})")
        matrix = _times(matrix, one)
    return matrix


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[2] * n[1],
        m[1] * n[0] + m[3] * n[1],
        m[0] * n[2] + m[2] * n[3],
        m[1] * n[2] + m[3] * n[3],
        m[0] * n[4] + m[2] * n[5] + m[4],
        m[1] * n[4] + m[3] * n[5] + m[5],
    )


def _moved(numbers: tuple[float, ...], m: Matrix) -> tuple[float, ...]:
    moved: list[float] = []
    for x, y in zip(numbers[::2], numbers[1::2], strict=True):
        moved += [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]
    return tuple(moved)


def path_operators(data: str) -> Iterator[Operator]:
    """An SVG path's ``d`` as absolute operators; ValueError for arcs and quadratic curves."""
    if stray := re.sub(r"[\s,]", "", _TOKEN.sub("", data)):
        raise ValueError(f"the emblem's SVG has a path that is not understood: {stray[:20]}")
    numbers: list[float] = []
    commands: list[tuple[str, list[float]]] = []
    for letter, number in _TOKEN.findall(data):
        if letter:
            numbers = []
            commands.append((letter, numbers))
        else:
            numbers.append(float(number))
    pen = _Pen()
    for letter, values in commands:
        yield from pen.draw(letter, values)


class _Pen:
    """Follows a path, because its commands may be relative to the point reached."""

    def __init__(self) -> None:
        self.x = self.y = self.start_x = self.start_y = 0.0
        self.control: tuple[float, float] | None = None

    def draw(self, letter: str, values: list[float]) -> Iterator[Operator]:
        kind, relative = letter.upper(), letter.islower()
        if kind == "Z":
            self.x, self.y, self.control = self.start_x, self.start_y, None
            yield "Z", ()
            return
        size = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4}[kind]
        for at in range(0, len(values), size):
            yield self._step("L" if kind == "M" and at else kind, values[at : at + size], relative)

    def _step(self, kind: str, values: list[float], relative: bool) -> Operator:
        dx, dy = (self.x, self.y) if relative else (0.0, 0.0)
        if kind == "H":
            points = [values[0] + dx, self.y]
        elif kind == "V":
            points = [self.x, values[0] + dy]
        else:
            points = [value + (dy if n % 2 else dx) for n, value in enumerate(values)]
        if kind == "S":
            before = self.control or (self.x, self.y)
            points = [2 * self.x - before[0], 2 * self.y - before[1], *points]
        self.control = (points[2], points[3]) if kind in "CS" else None
        self.x, self.y = points[-2], points[-1]
        if kind == "M":
            self.start_x, self.start_y = self.x, self.y
        return {"H": "L", "V": "L", "S": "C"}.get(kind, kind), tuple(points)


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(compact(Path(sys.argv[1])), encoding="utf-8")
