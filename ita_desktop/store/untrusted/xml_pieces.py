"""XML of somebody else: no DOCTYPE and so no entity, a limited depth, number of elements and time.

Names lose their namespace, so that the strict and the usual form of an office file read alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from sys import intern
from typing import Any
from xml.etree import ElementTree

from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.untrusted.deadline import Deadline

Element = ElementTree.Element

MAX_DEPTH = 250
"""A table in a table in a text box is some thirty deep."""
MAX_ELEMENTS = 600_000
_PIECE = 1 << 16


def tree_of(data: bytes, deadline: Deadline) -> Element:
    """Return the root of an XML part; StoreError ``bad_zip``, ``too_big`` or ``too_long`` where it is not sound."""
    root: Element | None = None
    for begins, element in pieces_of(data, deadline, most=MAX_ELEMENTS):
        if root is None and begins:
            root = element
    if root is None:
        raise StoreError(StoreErrorCode.BAD_ZIP, deadline.path, "XML")
    return root


def pieces_of(data: bytes, deadline: Deadline, most: int = MAX_ELEMENTS) -> Iterator[tuple[bool, Element]]:
    """Yield (True, element) where an element begins and (False, element) where it ends; errors as ``tree_of``."""
    check_declaration(data, deadline)
    parser: Any = ElementTree.XMLPullParser(("start", "end"))  # the stubs know other events too
    depth = count = 0
    try:
        for at in range(0, len(data), _PIECE):
            parser.feed(data[at : at + _PIECE])
            deadline.check()
            for event, element in parser.read_events():
                if event == "end":
                    depth -= 1
                    yield False, element
                    continue
                depth, count = depth + 1, count + 1
                if depth > MAX_DEPTH or count > most:
                    raise StoreError(StoreErrorCode.TOO_BIG, deadline.path, f"XML {depth}, {count:,}")
                _bare(element)
                yield True, element
        parser.close()
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise StoreError(StoreErrorCode.BAD_ZIP, deadline.path, str(error)[:100]) from error


def check_declaration(data: bytes, deadline: Deadline) -> None:
    """Refuse a part that defines entities or an encoding that hides them; StoreError ``bad_zip``."""
    head = data[:200].lower()
    strange = b"encoding" in head and b"utf-8" not in head and b"us-ascii" not in head
    if strange or b"\0" in data[:4] or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise StoreError(StoreErrorCode.BAD_ZIP, deadline.path, "DOCTYPE")


def _bare(element: Element) -> None:
    tag = element.tag
    if "}" in tag:
        element.tag = intern(tag.rpartition("}")[2])
    attributes = element.attrib
    if any("}" in key for key in attributes):
        named = {intern(key.rpartition("}")[2]): value for key, value in attributes.items()}
        attributes.clear()
        attributes.update(named)


def child(element: Element | None, *names: str) -> Element | None:
    """Return the first child of a name, of that the first child of the next name, and so on; None if one is missing."""
    for name in names:
        if element is None:
            return None
        element = element.find(name)
    return element


def value_of(element: Element | None, name: str = "val") -> str:
    """Return an attribute, ``val`` unless said otherwise; empty where it or the element is missing."""
    return "" if element is None else element.attrib.get(name, "")
