"""Do long work in short steps, so that the caller can do something else between them, or give it up."""

from __future__ import annotations

import gc
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import TypeAlias, TypeVar

T = TypeVar("T")
Steps: TypeAlias = Generator[None, None, T]
"""A generator that stops between its steps and returns the result."""


def finish(steps: Steps[T]) -> T:
    """Return the result after all the steps that are left."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep Python from searching for garbage among many thousand new objects, none of which is garbage yet."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
