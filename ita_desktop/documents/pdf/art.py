"""The emblem and the office's pictures as the typesetter takes them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ita_desktop import typeset as ts
from ita_desktop.documents import emblem, styles
from ita_desktop.documents.options import DocumentOptions, EmblemChoice
from ita_desktop.typeset.pictures import read_picture

ALT = "ตราครุฑ"
ALT_OWN = "ตราหน่วยงาน"

Art = ts.Drawing | ts.Picture


def of_head(options: DocumentOptions, resources: Path, height: float) -> Art | None:
    """Return the emblem at the head of a letter, ``height`` points high; None on paper that has it already."""
    if options.emblem is EmblemChoice.NONE:
        return None
    if options.emblem is EmblemChoice.OWN and options.own_emblem:
        return ts.Picture(options.own_emblem, height=height, alt=ALT)
    return garuda(resources, height, ts.Align.LEFT)


def width_of(art: Art) -> float:
    """Return how wide the art is printed; typeset.PictureError for a picture that cannot be read."""
    if isinstance(art, ts.Picture):
        read = read_picture(art.data)
        return art.width or (art.height or float(read.height)) * read.width / read.height
    return art.width


def of_cover(options: DocumentOptions, resources: Path) -> Art | None:
    """The office's own seal on a cover; the emblem where it has given none."""
    if options.cover_picture:
        return ts.Picture(options.cover_picture, height=styles.COVER_PICTURE_HEIGHT, alt=ALT_OWN, align=ts.Align.CENTRE)
    if options.emblem is EmblemChoice.NONE:
        return None
    return garuda(resources, styles.COVER_PICTURE_HEIGHT, ts.Align.CENTRE)


def garuda(resources: Path, height: float, align: ts.Align) -> ts.Drawing:
    """The built-in line art at this height, its proportion kept."""
    vector = _vector(resources)
    width = vector.width * height / vector.height
    stamp = ts.Stamp(vector, width=width, height=height)
    return ts.Drawing(width, height, (stamp,), alt=ALT, align=align)


@cache
def _vector(resources: Path) -> ts.Vector:
    """The emblem as PDF operators, made once in a process."""
    drawn = emblem.load(resources)
    parts, line = ["1 j"], -1.0
    for outline in drawn.outlines:
        if outline.fill is not None:
            parts.append(f"{outline.fill:g} g")
        if outline.line and outline.line != line:
            line = outline.line
            parts.append(f"{line:g} w")
        parts += (_operator(name, numbers, drawn.height) for name, numbers in outline.operators)
        parts.append(_PAINT[outline.fill is not None, bool(outline.line)])
    return ts.Vector(drawn.width, drawn.height, "\n".join(parts).encode("ascii"))


_PAINT = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def _operator(name: str, numbers: tuple[float, ...], height: float) -> str:
    upward = (height - n if at % 2 else n for at, n in enumerate(numbers))
    return " ".join((*(f"{n:g}" for n in upward), _OPERATORS[name]))
