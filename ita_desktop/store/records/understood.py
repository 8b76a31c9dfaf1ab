"""Rows as values of the domain, with the place named where a row holds what no version of the program writes.

The seal of a row says that nothing changed it since it was written, not that what was written makes sense.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.file.database import OfficeFile, Row

T = TypeVar("T")
_MONTH = re.compile(r"(\d{4}-(0[1-9]|1[0-2]))?", re.ASCII)
_NONSENSE = (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError)


def each(file: OfficeFile, table: str, rows: Iterable[Row], convert: Callable[[Row], T]) -> list[T]:
    """Convert rows of ``table``; StoreError ``damaged`` with table and row id for one that makes no sense."""
    found = []
    for row in rows:
        try:
            found.append(convert(row))
        except _NONSENSE as error:
            raise StoreError(StoreErrorCode.DAMAGED, file.path, f"{table} {row['id']}") from error
    return found


@contextmanager
def understood(file: OfficeFile, place: str) -> Iterator[None]:
    """Turn what converting a wrong value raises into StoreError ``damaged`` at ``place``."""
    try:
        yield
    except _NONSENSE as error:
        raise StoreError(StoreErrorCode.DAMAGED, file.path, place) from error


def list_of(kind: type[T], value: Any) -> tuple[T, ...]:
    """Check that ``value`` is a list of nothing but ``kind``; TypeError otherwise."""
    for one in a(list, value):
        if type(one) is not kind:
            raise TypeError(f"no list of {kind.__name__}")
    return tuple(value)


def json_list(kind: type[T], column: str) -> tuple[T, ...]:
    """Read a column that holds a JSON list of nothing but ``kind``; ValueError or TypeError otherwise."""
    return list_of(kind, json.loads(column)) if column != "[]" else ()


def a(kind: type[T], value: Any) -> T:
    """Check the type of a value that JSON or a column gave; TypeError otherwise."""
    if type(value) is not kind:
        raise TypeError(f"no {kind.__name__}")
    return value


def month(text: str) -> str:
    """Check a month ``YYYY-MM`` or an empty text; ValueError otherwise."""
    if not _MONTH.fullmatch(text):
        raise ValueError("no month")
    return text


def one_of(value: T, allowed: Iterable[T]) -> T:
    """Check that a value is one of the allowed ones; ValueError otherwise."""
    if value not in allowed:
        raise ValueError("not allowed")
    return value
