"""Check content when it is made: a value that cannot be set raises ContentError at once, not a blank on paper."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Protocol

_FAR = 1e7
"""Points; nothing on paper is as long, and NaN and infinity are not shorter either."""


class ContentFault(Enum):
    """What is wrong with content."""

    UNKNOWN_BLOCK = "not a block that can be set"
    NOT_TEXT = "neither text nor a tuple of the right values"
    NOT_A_LENGTH = "not a finite number of points"
    NOT_POSITIVE = "must be more than 0"
    NEGATIVE = "must not be less than 0"
    NO_COLUMNS = "a table without columns"
    SPAN = "a cell covers at least one whole column and row"
    ROW_TOO_SHORT = "a row has fewer cells than the table has columns"
    ROW_TOO_LONG = "a row has more cells than the table has columns"
    SPAN_BELOW = "a cell covers more rows than there are"
    NO_ROOM = "margins leave no room for text"


class ContentError(ValueError):
    """Content cannot be set.

    `fault` says why, `name` is the field or the row with its number (from 0), `value` what was given.
    """

    def __init__(self, fault: ContentFault, name: str, value: object) -> None:
        super().__init__(f"{name}: {fault.value}: {value!r:.200}")
        self.fault = fault
        self.name = name
        self.value = value


class Spanning(Protocol):
    """A cell, as far as its place in the grid goes."""

    @property
    def colspan(self) -> int: ...
    @property
    def rowspan(self) -> int: ...


def lengths(thing: object, *names: str) -> None:
    """Raise ContentError unless these fields are finite numbers."""
    for name in names:
        value = getattr(thing, name)
        if not -_FAR < value < _FAR:
            raise ContentError(ContentFault.NOT_A_LENGTH, name, value)


def positive(thing: object, *names: str) -> None:
    """Raise ContentError unless these fields are finite and more than 0."""
    for name in names:
        value = getattr(thing, name)
        if not 0 < value < _FAR:
            raise ContentError(_of_length(value, ContentFault.NOT_POSITIVE), name, value)


def not_negative(thing: object, *names: str) -> None:
    """Raise ContentError unless these fields are finite and 0 or more."""
    for name in names:
        value = getattr(thing, name)
        if not 0 <= value < _FAR:
            raise ContentError(_of_length(value, ContentFault.NEGATIVE), name, value)


def _of_length(value: float, fault: ContentFault) -> ContentFault:
    return fault if -_FAR < value <= 0 else ContentFault.NOT_A_LENGTH


def text(value: object, name: str, part: type) -> None:
    """Raise ContentError unless `value` is text or a tuple of `part`."""
    if isinstance(value, str) or (isinstance(value, tuple) and all(isinstance(one, part) for one in value)):
        return
    raise ContentError(ContentFault.NOT_TEXT, name, value)


def blocks(value: object, name: str) -> None:
    """Raise ContentError unless `value` is a tuple; what is in it is checked when it is set."""
    if not isinstance(value, tuple):
        raise ContentError(ContentFault.NOT_TEXT, name, value)


def widths(values: Sequence[float]) -> None:
    """Raise ContentError unless there is a column and every one is wider than nothing."""
    if not values:
        raise ContentError(ContentFault.NO_COLUMNS, "widths", values)
    for value in values:
        if not 0 < value < _FAR:
            raise ContentError(_of_length(value, ContentFault.NOT_POSITIVE), "widths", value)


def grid(rows: Sequence[Sequence[Spanning]], columns: int, name: str) -> None:
    """Raise ContentError unless the cells of these rows, with those that reach down from above, fill every column."""
    free_from = [0] * columns
    """The first row in which a column is free again."""
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while column < columns and free_from[column] > number:
                column += 1
            column = _covered(cell, column, number, free_from, f"{name} {number}", len(rows))
        if any(below <= number for below in free_from):
            raise ContentError(ContentFault.ROW_TOO_SHORT, f"{name} {number}", row)


def _covered(cell: Spanning, column: int, number: int, free_from: list[int], name: str, rows: int) -> int:
    """Enter a cell whose first column is `column`; return the column after it."""
    after = column + cell.colspan
    if cell.colspan < 1 or cell.rowspan < 1:
        raise ContentError(ContentFault.SPAN, name, cell)
    if after > len(free_from) or any(below > number for below in free_from[column:after]):
        raise ContentError(ContentFault.ROW_TOO_LONG, name, cell)
    if number + cell.rowspan > rows:
        raise ContentError(ContentFault.SPAN_BELOW, name, cell)
    for at in range(column, after):
        free_from[at] = number + cell.rowspan
    return after
