"""Nothing wrong gets signed: what one year's papers contradict, leave open or leave out (การตรวจก่อนพิมพ์).

Small pure rules over the facts of a year. Each finding names the field, quotes the words, and says by its code which
rule it broke; the sentences for the codes are in ``app.findings``. Nothing is ever corrected here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.findings.finding import Code, Finding, Fix, Severity
from ita_desktop.domain.findings.gazetteer import Gazetteer, Subdistrict

if TYPE_CHECKING:
    from ita_desktop.domain.findings.checker import Checker, check

__all__ = ["Checker", "Code", "Finding", "Fix", "Gazetteer", "Severity", "Subdistrict", "check"]


def __getattr__(name: str) -> object:
    """Load the rules when they are first asked for: what only shows a finding does not wait for them."""
    if name not in ("Checker", "check"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from ita_desktop.domain.findings import checker

    found = globals()[name] = getattr(checker, name)
    return found
