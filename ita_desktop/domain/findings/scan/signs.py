"""Quick questions to a text before a costly one."""

from __future__ import annotations

import re
from collections.abc import Iterable

_RUN = re.compile("[0-9๐-๙]+(?:[.,/:][0-9๐-๙]+)*")


def has(text: str, signs: Iterable[str]) -> bool:
    """Return True if one of the signs occurs in the text (a plain loop: twice as fast as ``any``)."""
    for sign in signs:  # noqa: SIM110
        if sign in text:
            return True
    return False


def numbers(text: str) -> list[re.Match[str]]:
    """Return every run of digits, with the points, commas, slashes and colons inside it."""
    return list(_RUN.finditer(text))
