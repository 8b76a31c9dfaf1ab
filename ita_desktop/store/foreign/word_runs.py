"""The runs of a Word paragraph as one text: inserted text is in, deleted text is out, ticks and tabs are kept.

A drawing that stands twice (``mc:AlternateContent``) is read once, from its choice. A small drawn box is an empty or a
ticked one. The paragraphs of a text box are handed back beside the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ita_desktop.domain.recognition.content import TICKED, UNTICKED
from ita_desktop.store.foreign.symbols import plain, symbol
from ita_desktop.store.foreign.word_styles import is_bold, is_on
from ita_desktop.store.untrusted.xml_pieces import Element, child, value_of

_GONE = frozenset(("del", "moveFrom", "rt", "delText", "instrText", "delInstrText", "rPr", "pPr", "sdtPr", "sdtEndPr",
                   "tblPr", "bookmarkStart", "bookmarkEnd", "proofErr", "numPr", "altChunk", "subDoc"))  # fmt: skip
_BOX_EMU = 420_000
"""A drawn box up to this side (1.17 cm) is one to tick; bigger ones are frames."""
_TICKS = frozenset(("✓", "✔", "√", "/", "x", "X", "×", "✗", "✘", TICKED))
_SQUARES = frozenset(("rect", "roundRect", "flowChartProcess"))


@dataclass(slots=True)
class Runs:
    """Gathers one paragraph."""

    texts: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """Contents of the text boxes that hang on the paragraph."""
    bold: bool | None = None
    """True where every run says bold, False where one says it is not, None where none says anything."""
    _fields: list[bool] = field(default_factory=list)
    """For each open field, if its shown result is being read."""

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.texts)

    def read(self, element: Element) -> None:
        """Take in an element and all it holds."""
        for inner in element:
            self._take(inner)

    def _take(self, element: Element) -> None:
        tag = element.tag
        if tag == "r":
            self._run(element)
        elif tag == "AlternateContent":
            self.read(chosen(element))
        elif tag == "sdt":
            self._control(element)
        elif tag in ("drawing", "pict", "object"):
            self._drawing(element)
        elif tag == "t":  # of a formula
            self._add(element.text or "")
        elif tag not in _GONE:
            self.read(element)

    def _run(self, run: Element) -> None:
        properties = child(run, "rPr")
        hidden = child(properties, "vanish")
        if hidden is not None and is_on(hidden):
            return
        fonts = child(properties, "rFonts")
        font = value_of(fonts, "ascii") or value_of(fonts, "hAnsi") or value_of(fonts, "cs")
        before = len(self.texts)
        for element in run:
            tag = element.tag
            if tag == "t":
                self._add(plain(_kept(element), font))
            elif tag in _SIGNS:
                self._add(_SIGNS[tag])
            elif tag == "br":
                self._add("" if value_of(element, "type") in ("page", "column") else "\n")
            elif tag == "sym":
                self._add(_sym(element))
            elif tag == "fldChar":
                self._field(element)
            else:
                self._take(element)
        if any(text.strip() for text in self.texts[before:]):
            bold = is_bold(properties)
            self.bold = bold if self.bold is None or not bold else self.bold

    def _add(self, text: str) -> None:
        if all(self._fields):
            self.texts.append(text)

    def _field(self, element: Element) -> None:
        kind = value_of(element, "fldCharType")
        if kind == "begin":
            box = child(element, "ffData", "checkBox")
            if box is not None:
                state = child(box, "checked")
                state = child(box, "default") if state is None else state
                self._add(TICKED if state is not None and is_on(state) else UNTICKED)
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _control(self, element: Element) -> None:
        """A content control (ตัวควบคุมเนื้อหา): a box to tick, or its content unless that only asks to be filled."""
        properties = child(element, "sdtPr")
        state = child(properties, "checkbox", "checked")
        if child(properties, "checkbox") is not None:
            self._add(TICKED if state is not None and is_on(state) else UNTICKED)
            return
        empty = child(properties, "showingPlcHdr")
        content = child(element, "sdtContent")
        if content is not None and (empty is None or not is_on(empty)):
            self.read(content)

    def _drawing(self, element: Element) -> None:
        boxes = list(_outer(element, "txbxContent"))
        squares = [e for e in _shapes(element) if _is_small_square(e, element)]
        if squares:
            inside = "".join(t.text or "" for box in boxes for t in box.iter("t")).strip()
            inside = plain(inside).strip() or "".join(_sym(s) for box in boxes for s in box.iter("sym"))
            if not inside or inside in _TICKS:
                self._add((TICKED if inside else UNTICKED) * (1 if inside else len(squares)))
                return
        self.boxes.extend(boxes)


_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


def chosen(alternative: Element) -> Element:
    """Return the one copy of an alternative that is read: its choice, else its fallback."""
    found = child(alternative, "Choice")
    if found is None:
        found = child(alternative, "Fallback")
    return alternative if found is None else found


def _kept(element: Element) -> str:
    """Without ``xml:space`` Word drops blanks at both ends."""
    text = element.text or ""
    return text if value_of(element, "space") == "preserve" else text.strip(" \t\r\n")


def _sym(element: Element) -> str:
    try:
        code = int(value_of(element, "char")[:6], 16)
    except ValueError:
        return ""
    return plain(symbol(code, value_of(element, "font")))


def _outer(element: Element, name: str) -> Iterator[Element]:
    """Yield the elements of a name that do not lie in one another, each alternative once."""
    for inner in element:
        if inner.tag == name:
            yield inner
        elif inner.tag == "AlternateContent":
            yield from _outer(chosen(inner), name)
        else:
            yield from _outer(inner, name)


def _shapes(element: Element) -> Iterator[Element]:
    for inner in element.iter():
        if (inner.tag == "prstGeom" and value_of(inner, "prst") in _SQUARES) or inner.tag in ("rect", "roundrect"):
            yield inner


def _is_small_square(shape: Element, drawing: Element) -> bool:
    """Tell a box to tick from a frame: about as wide as high, and small."""
    if shape.tag == "prstGeom":
        extent = next(drawing.iter("extent"), None)
        wide, high = _emu(value_of(extent, "cx")), _emu(value_of(extent, "cy"))
    else:
        style = dict(part.split(":", 1) for part in value_of(shape, "style").split(";") if ":" in part)
        style = {key.strip(): value for key, value in style.items()}
        wide, high = _points(style.get("width", "")), _points(style.get("height", ""))
    return 0 < wide <= _BOX_EMU and 0 < high <= _BOX_EMU and wide <= 2 * high and high <= 2 * wide


def _emu(text: str) -> float:
    return float(text[:12]) if text.isdecimal() else 0.0


def _points(text: str) -> float:
    text = text.strip()
    for unit, emu in (("pt", 12_700), ("in", 914_400), ("cm", 360_000), ("mm", 36_000), ("px", 9_525)):
        number = text.removesuffix(unit)
        if number != text and number.replace(".", "", 1).isdecimal():
            return float(number[:12]) * emu
    return 0.0
