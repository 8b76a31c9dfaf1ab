"""A page while things are put on it: operators in reading order, marked content, and where each origin landed."""

from __future__ import annotations

from collections.abc import Hashable

from ita_desktop.typeset.content import Drawing, Ink, PageSetup, Picture, Place, Rule
from ita_desktop.typeset.drawing import DOT_STEP, TextAt, Vector, colour_operator, dotted, shape_operators
from ita_desktop.typeset.lines import operators
from ita_desktop.typeset.normal import normalise
from ita_desktop.typeset.paragraph import Layout, Setter, TextLine
from ita_desktop.typeset.pictures import Image, read_picture
from ita_desktop.typeset.style import BLACK
from ita_desktop.typeset.tags import Element

_LEADER_DOT = 0.8
_LEADER_STEP = DOT_STEP * _LEADER_DOT
_UNDERLINE = 0.05
_UNDERLINE_DROP = 0.13
_BEYOND = 0.5
"""Part of its size that a letter with its marks may reach beyond its line."""


class Stock:
    """What all pages of a document share: glyphs in use, vectors, pictures, missing characters."""

    def __init__(self, setter: Setter) -> None:
        self.setter = setter
        self.glyphs: dict[int, set[int]] = {}
        self.vectors: dict[Vector, str] = {}
        self.images: dict[Image, str] = {}
        self.missing: dict[tuple[str, str], int] = {}
        self._pictures: dict[bytes, Image] = {}
        self._seen: set[int] = set()
        self._kept: list[Layout] = []

    def use(self, layout: Layout) -> None:
        """Note the glyphs a layout needs."""
        if id(layout) not in self._seen:
            self._seen.add(id(layout))
            self._kept.append(layout)
            self.use_glyphs(layout.glyphs)

    def use_glyphs(self, glyphs: dict[int, set[int]]) -> None:
        """Note glyphs by the number of their face."""
        for number, used in glyphs.items():
            self.glyphs.setdefault(number, set()).update(used)

    def miss(self, chars: str, origin: str) -> None:
        """Count characters that have no glyph."""
        for char in chars:
            self.missing[char, origin] = self.missing.get((char, origin), 0) + 1

    def vector(self, vector: Vector) -> str:
        """Return the resource name of a vector."""
        return self.vectors.setdefault(vector, f"V{len(self.vectors)}")

    def picture(self, picture: Picture) -> Image:
        """Return the decoded picture."""
        found = self._pictures.get(picture.data)
        if found is None:
            found = self._pictures[picture.data] = read_picture(picture.data)
        return found

    def image(self, image: Image) -> str:
        """Return the resource name of an image."""
        return self.images.setdefault(image, f"I{len(self.images)}")

    def show(self, shape: TextAt, origin: str) -> tuple[str, float]:
        """Return the operators and the width of one line of text."""
        run = self.setter.run(shape.style)
        word = run.shaper.word(normalise(shape.text).replace("\n", " ").replace("\t", " "))
        self.use_glyphs({run.number: set(word.glyphs)})
        if word.missing:
            self.miss(word.missing, origin)
        return f"{run.code} {operators(word.template, run.size, 0.0, run.space)}", word.width * run.size / 1000.0


class Sheet:
    """One page."""

    def __init__(self, setup: PageSetup, index: int, stock: Stock) -> None:
        self.setup = setup
        self.index = index
        self.height = setup.height
        self.stock = stock
        self.operators: list[str] = []
        self.marked: list[Element] = []
        self.places: list[Place] = []
        self.ink: list[Ink] = []
        self.mute = False
        """What is put now is a repetition, left out by screen readers and by places."""
        self.last_line: tuple[float, float] | None = None
        """Baseline and leading of the last line of running text."""

    def text(
        self, layout: Layout, lines: list[TextLine], x: float, y: float, *, element: Element | None, origin: str = ""
    ) -> None:
        """Put lines of a layout with the upper left corner of the first at x, y."""
        self.stock.use(layout)
        if layout.missing and not self.mute and lines[0] is layout.lines[0]:
            self.stock.miss(layout.missing, origin)
        parts = [f"BT {layout.font}"]
        colour = layout.style.colour
        if colour != BLACK:
            parts.append(colour_operator(colour))
        extra: list[str] = []
        top = y
        for line in lines:
            base = self.height - y - line.baseline
            shows = [f"1 0 0 1 {x + at:.2f} {base:.2f} Tm {shown}" for at, shown in line.shows]
            ruled = self._ruled(layout, line, x, base) if line.underlines or line.leaders else []
            parts += shows
            extra += ruled
            beyond = layout.style.size * _BEYOND
            self._inked((layout.font, colour, *shows, *ruled), y - beyond, y + line.height + beyond)
            y += line.height
        if colour != BLACK:
            parts.append("0 g")
        parts.append("ET")
        self.put("\n".join(parts), element)
        if extra:
            self.put("\n".join(extra), None)
        if origin and lines and not self.mute:
            width = max(line.x + line.width for line in lines)
            left = min(line.x for line in lines)
            self.places.append(Place(origin, self.index + 1, x + left, top, width - left, y - top))

    def _ruled(self, layout: Layout, line: TextLine, x: float, base: float) -> list[str]:
        size, colour = layout.style.size, layout.style.colour
        parts = [
            f"q {colour_operator(colour, stroke=True)} {size * _UNDERLINE:.2f} w {x + left:.2f} "
            f"{base - size * _UNDERLINE_DROP:.2f} m {x + right:.2f} {base - size * _UNDERLINE_DROP:.2f} l S Q"
            for left, right in line.underlines
        ]
        for left, right in line.leaders:
            margin = size * 0.12
            before = margin if left > line.x else 0.0
            # On one grid from the column's edge: the dots of neighbouring lines stand below each other, and a line of
            # dots alone begins at the edge.
            end = x + (right - margin - _LEADER_DOT) // _LEADER_STEP * _LEADER_STEP + _LEADER_DOT
            parts.append(dotted(x + left + before, end, base - 0.5, _LEADER_DOT, colour))
        return [part for part in parts if part]

    def put(self, operators: str, element: Element | None) -> None:
        """Put operators, as content of an element or as an artifact that screen readers leave out."""
        if element is None or self.mute:
            self.operators.append(f"/Artifact BMC\n{operators}\nEMC")
            return
        number = len(self.marked)
        element.marks.append((self.index, number))
        self.marked.append(element)
        self.operators.append(f"/{element.role} <</MCID {number}>> BDC\n{operators}\nEMC")

    def paint(self, operators: str, top: float, bottom: float) -> None:
        """Put lines and areas between two heights, which screen readers leave out."""
        self.put(operators, None)
        self._inked((operators,), top, bottom)

    def _inked(self, paint: tuple[Hashable, ...], top: float, bottom: float) -> None:
        self.ink.append((hash(paint), top, bottom))

    def drawing(self, drawing: Drawing, x: float, y: float, scale: float, element: Element | None) -> None:
        """Put a drawing with its upper left corner at x, y."""
        parts = [f"q {scale:.5f} 0 0 {scale:.5f} {x:.2f} {self.height - y - drawing.height * scale:.2f} cm"]

        def show(shape: TextAt) -> tuple[str, float]:
            return self.stock.show(shape, drawing.origin)

        parts += [shape_operators(shape, drawing.height, show, self.stock.vector) for shape in drawing.shapes]
        parts.append("Q")
        self.put("\n".join(parts), element)
        self._inked((*parts, *self.stock.vectors), y, y + drawing.height * scale)
        self._placed(drawing.origin, x, y, drawing.width * scale, drawing.height * scale)

    def picture(
        self, picture: Picture, x: float, y: float, width: float, height: float, element: Element | None
    ) -> None:
        """Put a picture with its upper left corner at x, y."""
        name = self.stock.image(self.stock.picture(picture))
        place = f"{width:.2f} 0 0 {height:.2f} {x:.2f} {self.height - y - height:.2f}"
        self.put(f"q {place} cm /{name} Do Q", element)
        self._inked((place, *self.stock.images), y, y + height)
        self._placed(picture.origin, x, y, width, height)

    def rule(self, rule: Rule) -> None:
        """Put a level rule."""
        y = self.height - rule.y
        self._inked((rule,), rule.y - rule.thickness, rule.y + rule.thickness)
        if rule.dotted:
            self.put(dotted(rule.x1, rule.x2, y, rule.thickness, rule.colour), None)
            return
        colour = colour_operator(rule.colour, stroke=True)
        self.put(f"q {colour} {rule.thickness:.2f} w {rule.x1:.2f} {y:.2f} m {rule.x2:.2f} {y:.2f} l S Q", None)

    def _placed(self, origin: str, x: float, y: float, width: float, height: float) -> None:
        if origin and not self.mute:
            self.places.append(Place(origin, self.index + 1, x, y, width, height))
