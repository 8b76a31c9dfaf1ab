"""What a PDF page holds: letters with their places, and the lines that rule its tables, by PDFium.

Only the text layer and the drawn lines are read. Scripts, links, attachments and forms are not touched.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.foreign.symbols import is_symbol_font, plain, symbol
from ita_desktop.store.untrusted.deadline import Deadline

MOST_LETTERS = 60_000
"""On one page; a full page has four thousand."""
_MOST_OBJECTS = 40_000
_MOST_SEGMENTS = 2_000
_THIN = 3.0
"""Points up to which a filled box is a line."""
_SHORTEST = 6.0
"""Points below which a line rules nothing."""
_MAYBE_SIGNS = frozenset("þ¨üýûR£qoØ§xnl")
_TEXT, _PATH, _FORM = 1, 2, 5
_MOVE, _LINE, _CURVE = 2, 0, 1
Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(slots=True)
class Letter:
    """One letter with the marks that hang on it; y grows downwards from the top of the page."""

    text: str
    left: float
    right: float
    base: float
    """Its base line."""
    size: float


@dataclass(slots=True)
class Rule:
    """A straight line: ``at`` is its x where it stands, its y where it lies."""

    at: float
    begin: float
    end: float


@dataclass(slots=True)
class PageLetters:
    """One page."""

    number: int
    width: float
    height: float
    letters: list[Letter] = field(default_factory=list)
    lying: list[Rule] = field(default_factory=list)
    standing: list[Rule] = field(default_factory=list)
    objects: int = 0
    unknown: int = 0
    """Letters whose meaning the file does not hold."""


def page_letters(document: Any, number: int, deadline: Deadline) -> PageLetters:
    """Read one page (from 0); StoreError ``too_big`` where it holds more than any paper."""
    import pypdfium2.raw as pdfium

    page = document[number]
    try:
        raw = page.raw
        turned = pdfium.FPDFPage_GetRotation(raw)
        width, height = page.get_size()
        found = PageLetters(number=number + 1, width=width, height=height)
        place = _turn(turned, width, height)
        text_page = page.get_textpage()
        try:
            _take_letters(text_page.raw, found, place, deadline)
        finally:
            text_page.close()
        _take_rules(raw, found, place, deadline)
        return found
    finally:
        page.close()


def _turn(turned: int, width: float, height: float) -> Matrix:
    """The way from PDF's places to those of the page as it is seen, y downwards."""
    return {
        0: (1, 0, 0, -1, 0, height),
        1: (0, 1, 1, 0, 0, 0),
        2: (-1, 0, 0, 1, width, 0),
        3: (0, -1, -1, 0, width, height),
    }.get(turned, (1, 0, 0, -1, 0, height))


def _moved(place: Matrix, x: float, y: float) -> tuple[float, float]:
    return place[0] * x + place[2] * y + place[4], place[1] * x + place[3] * y + place[5]


def _after(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    x, y = _moved(then, e, f)
    return (
        then[0] * a + then[2] * b,
        then[1] * a + then[3] * b,
        then[0] * c + then[2] * d,
        then[1] * c + then[3] * d,
        x,
        y,
    )


def is_mark(text: str) -> bool:
    """Say whether a letter hangs on the one before it."""
    return text in "ัิีึืฺุู็่้๊๋์ํ๎" or "\uf700" <= text <= "\uf71a"


def _take_letters(text: Any, found: PageLetters, place: Matrix, deadline: Deadline) -> None:
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(text)
    if count > MOST_LETTERS:
        raise StoreError(StoreErrorCode.TOO_BIG, deadline.path, f"{count:,} > {MOST_LETTERS:,}")
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    marks: list[tuple[str, float, float, Letter | None, float]] = []
    for at in range(count):
        if at % 2000 == 0:
            deadline.check()
        code = pdfium.FPDFText_GetUnicode(text, at)
        if pdfium.FPDFText_IsGenerated(text, at) == 1 or code in (0, 2, 10, 13, 0xFFFE, 0xAD, 0x200B):
            found.unknown += code == 0
            continue
        if not (32 <= code < 0x110000) or 0xD800 <= code < 0xE000 or code == 0xFFFD:
            found.unknown += 1
            continue
        sign = chr(code)
        if sign in _MAYBE_SIGNS and is_symbol_font(font := _font(text, at)):
            sign = symbol(code, font)
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, at, box)
        origin_x, base = _moved(place, x.value, y.value)
        one, _ = _moved(place, box.left, box.bottom)
        two, _ = _moved(place, box.right, box.top)
        size = abs(pdfium.FPDFText_GetFontSize(text, at)) or 12.0
        size = size if size > 3 else max(abs(box.top - box.bottom), 6.0)  # its matrix alone gives the size
        if is_mark(sign):
            marks.append((sign, min(one, two), max(one, two), found.letters[-1] if found.letters else None, base))
            continue
        begin = min(one, two, origin_x) if sign.strip() else origin_x
        letter = Letter(plain(sign), begin, max(one, two, begin), base, size)
        found.letters.append(letter)
        while marks:
            _hang(*marks.pop(0), following=letter)
    while marks:
        _hang(*marks.pop(0), following=None)


def _hang(
    sign: str, left: float, right: float, before: Letter | None, base: float, *, following: Letter | None
) -> None:
    """A mark hangs on the letter before it, unless it is drawn over the one that comes after it in the file."""
    on, middle = before, (left + right) / 2
    if before is None or (
        following is not None
        and abs(following.base - base) < following.size / 2
        and following.left <= middle <= following.right
        and not before.left - before.size * 0.1 <= middle <= before.right + before.size * 0.25
    ):
        on = following
    if on is not None:
        on.text += sign
        if on.right < right < on.right + on.size:  # marks of some fonts take room of their own
            on.right = right


def _font(text: Any, at: int) -> str:
    import pypdfium2.raw as pdfium

    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(200)
    size = pdfium.FPDFText_GetFontInfo(text, at, buffer, 200, flags)
    name = buffer.raw[: max(0, min(size, 200) - 1)].decode("utf-8", "replace").rpartition("+")[2]
    name = name.replace("-", " ").lower().removesuffix(" regular").replace("wingdings2", "wingdings 2")
    return "symbol" if name in ("symbolmt", "symbol mt") else name


def _take_rules(page: Any, found: PageLetters, place: Matrix, deadline: Deadline) -> None:
    for seen, (path, matrix) in enumerate(_paths(page, deadline, found)):
        if seen > _MOST_OBJECTS:
            raise StoreError(StoreErrorCode.TOO_BIG, deadline.path, f"> {_MOST_OBJECTS:,}")
        if seen % 500 == 0:
            deadline.check()
        for one, two in _strokes(path):
            _rule(found, _moved(place, *_moved(matrix, *one)), _moved(place, *_moved(matrix, *two)))


def _paths(page: Any, deadline: Deadline, found: PageLetters) -> Iterator[tuple[Any, Matrix]]:
    """Yield the drawn paths of a page and of the forms in it, three deep, with what places them."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFPage_CountObjects(page)
    found.objects = count
    stack = [(pdfium.FPDFPage_GetObject(page, n), _SAME, 0) for n in range(min(count, _MOST_OBJECTS + 1))]
    stack.reverse()
    while stack:
        item, above, depth = stack.pop()
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind not in (_PATH, _FORM):
            continue
        matrix = _after(_matrix(item), above)
        if kind == _PATH:
            yield item, matrix
        elif depth < 3:
            inner = pdfium.FPDFFormObj_CountObjects(item)
            deadline.check()
            stack += [
                (pdfium.FPDFFormObj_GetObject(item, n), matrix, depth + 1)
                for n in range(min(max(inner, 0), _MOST_OBJECTS))
            ]


def _matrix(item: Any) -> Matrix:
    import pypdfium2.raw as pdfium

    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, found):
        return _SAME
    return (found.a, found.b, found.c, found.d, found.e, found.f)


Point = tuple[float, float]


def _strokes(path: Any) -> Iterator[tuple[Point, Point]]:
    """Yield the straight lines of a path; a filled box that is thin is one line, a wide one without a pen is none."""
    import pypdfium2.raw as pdfium

    fill, pen = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, pen)
    outlines: list[list[Point]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for n in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, n)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if not segment or not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point = (x.value, y.value)
        if kind == _MOVE or not outlines:
            outlines.append([point])
        elif kind == _LINE:
            outlines[-1].append(point)
        else:
            outlines[-1] = [point]  # a curve rules nothing
        if pdfium.FPDFPathSegment_GetClose(segment) and len(outlines[-1]) > 2:
            outlines[-1].append(outlines[-1][0])
    for points in outlines:
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        thin = min(max(xs) - min(xs), max(ys) - min(ys)) <= _THIN
        if thin and len(points) > 2:
            if max(xs) - min(xs) > max(ys) - min(ys):
                middle = (min(ys) + max(ys)) / 2
                yield (min(xs), middle), (max(xs), middle)
            else:
                middle = (min(xs) + max(xs)) / 2
                yield (middle, min(ys)), (middle, max(ys))
        elif pen.value:
            yield from pairwise(points)


def _rule(found: PageLetters, one: Point, two: Point) -> None:
    wide, high = abs(one[0] - two[0]), abs(one[1] - two[1])
    if high <= 1 and wide >= _SHORTEST:
        found.lying.append(Rule((one[1] + two[1]) / 2, min(one[0], two[0]), max(one[0], two[0])))
    elif wide <= 1 and high >= _SHORTEST:
        found.standing.append(Rule((one[0] + two[0]) / 2, min(one[1], two[1]), max(one[1], two[1])))
