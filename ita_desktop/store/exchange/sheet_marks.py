"""What openpyxl's quick way does not tell of a workbook: merged cells, and formulas whose value is not stored."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ita_desktop.store.untrusted.deadline import Deadline
from ita_desktop.store.untrusted.xml_pieces import Element, child, pieces_of, tree_of, value_of
from ita_desktop.store.untrusted.zips import CheckedZip

_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_SECONDS = 20.0
_MOST_ELEMENTS = 5_000_000
_MOST_MERGED = 10_000
_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMarks:
    """Of one sheet; rows and columns from 0."""

    merged: tuple[tuple[int, int, int, int], ...] = ()
    """First row, first column, last row, last column."""
    uncomputed: frozenset[tuple[int, int]] = frozenset()
    """Row and column of formulas without a value, as programs write them that do not compute."""


def marks_of(packed: CheckedZip) -> dict[str, SheetMarks]:
    """Read the marks of every sheet by its name; StoreError where a part is not sound."""
    deadline = Deadline(packed.path, _SECONDS)
    if _BOOK not in packed.names or _RELATIONS not in packed.names:
        return {}
    relations = tree_of(packed.read(_RELATIONS, packed.limits.total), deadline)
    targets = {value_of(one, "Id"): _full(value_of(one, "Target")) for one in relations}
    book = tree_of(packed.read(_BOOK, packed.limits.total), deadline)
    found = {}
    for sheet in book.iter("sheet"):
        part = targets.get(value_of(sheet, "id"), "")
        if part in packed.names:
            found[value_of(sheet, "name")] = _marks(packed.read(part, packed.limits.total), deadline)
    return found


def _full(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))


def _marks(data: bytes, deadline: Deadline) -> SheetMarks:
    if b"<f" not in data and b"mergeCell" not in data and b":f" not in data:
        return SheetMarks()
    merged: list[tuple[int, int, int, int]] = []
    uncomputed: set[tuple[int, int]] = set()
    rows: Element | None = None
    for begins, element in pieces_of(data, deadline, _MOST_ELEMENTS):
        if begins:
            rows = element if element.tag == "sheetData" else rows
        elif element.tag == "row" and rows is not None:
            uncomputed.update(_without_value(element))
            rows.clear()
        elif element.tag == "mergeCell" and len(merged) < _MOST_MERGED:
            first, _, last = value_of(element, "ref").partition(":")
            one, two = _place(first), _place(last or first)
            if one and two:
                merged.append((*one, *two))
    return SheetMarks(merged=tuple(merged), uncomputed=frozenset(uncomputed))


def _without_value(row: Element) -> Iterator[tuple[int, int]]:
    for cell in row:
        stored = child(cell, "v")
        empty_text = value_of(cell, "t") == "str" and stored is not None
        if child(cell, "f") is not None and not empty_text and (stored is None or not stored.text):
            place = _place(value_of(cell, "r"))
            if place:
                yield place


def _place(text: str) -> tuple[int, int] | None:
    found = _ADDRESS.fullmatch(text)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1
