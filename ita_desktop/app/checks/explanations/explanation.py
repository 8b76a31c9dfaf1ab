"""The shape of an explanation: what was found, by which rule, and the way out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """คำอธิบาย in the user's language; the finding's values may stand in it as ``{name}``."""

    what: str
    rule: str
    """The rule that was broken, and where it comes from"""
    way: str
    """What to do"""


Maker = Callable[[], Wording]
"""Made when asked, in the language of that moment."""
