"""WordprocessingML elements, written down as nested calls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import OxmlElement

from ita_desktop.domain.thai.characters import one_line, writable

Element = Any
"""An element of the document's tree; lxml has no types."""

_PIECES = re.compile(r"[\t\n]|[^\t\n]+")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(tag: str, *children: Element | None, **attributes: object) -> Element:
    """The element ``w:tag``; attributes are in the same namespace, children that are None are left out."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), _written(value))
    made.extend(child for child in children if child is not None)
    return made


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(round(value)) if isinstance(value, float) else one_line(str(value))


def twips(points: float) -> int:
    """Twentieths of a point, in which Word measures."""
    return round(points * 20)


def half_points(size: float) -> int:
    """Word's unit for the size of a letter."""
    return round(size * 2)


def hexadecimal(colour: tuple[float, float, float]) -> str:
    """RRGGBB."""
    return "".join(f"{round(part * 255):02X}" for part in colour)


def characters(text: str) -> Iterator[Element]:
    """What a run holds: texts, tabs and line ends; characters that no XML can hold are left out."""
    for piece in _PIECES.findall(writable(text)):
        if piece == "\t":
            yield w("tab")
        elif piece == "\n":
            yield w("br")
        else:
            made = w("t")
            made.text = piece
            made.set(_SPACE, "preserve")
            yield made


def namespaces(*prefixes: str) -> str:
    """The declarations of these prefixes, for XML that is written as text."""
    return " ".join(f'xmlns:{prefix}="{nsmap[prefix]}"' for prefix in prefixes)
