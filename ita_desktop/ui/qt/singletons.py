"""Keeps None, True and False alive under PySide6 6.12 on Python 3.11.

The wheel is built as if these were immortal, which they are from Python 3.12 on: on 3.11 every call that answers None,
and every signal that is sent, gives back one reference too many, and after some ten thousand of them the interpreter
ends with "deallocating None".
"""

from __future__ import annotations

import ctypes
import sys

MANY = 1 << 40
"""More references than calls in a year."""


def keep_singletons() -> None:
    """Give the three singletons so many references that none is ever freed; once for a process."""
    if sys.version_info >= (3, 12):
        return
    for single in (None, True, False, NotImplemented):
        count = ctypes.c_ssize_t.from_address(id(single))
        if count.value < MANY:
            count.value += MANY
