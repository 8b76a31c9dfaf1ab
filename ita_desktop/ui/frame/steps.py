"""The steps of the guided way: their order, icons and keys, known before any page is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ita_desktop.i18n import tr

STEPS = (
    "home",
    "agency",
    "scores",
    "analysis",
    "measures",
    "follow_up",
    "risks",
    "documents",
    "check",
    "backups",
    "frameworks",
)
"""Names of the pages, in the order of the rail."""

_KEYS: Mapping[str, str] = {
    "home": "Shift+F4",
    "agency": "F5",
    "scores": "F6",
    "analysis": "F7",
    "measures": "F8",
    "follow_up": "Shift+F8",
    "risks": "Shift+F9",
    "documents": "F9",
    "check": "Ctrl+F9",
    "frameworks": "Shift+F11",
    "backups": "Ctrl+F10",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step as the menu shows it."""

    name: str
    title: str
    icon: str
    keys: tuple[str, ...]


def steps() -> tuple[Step, ...]:
    """All steps, in the language spoken now; the first ten have Ctrl and a digit besides their F-key."""
    found = []
    for number, name in enumerate(STEPS):
        title, icon = _looks()[name]
        keys = (f"Ctrl+{number}", _KEYS[name]) if number <= 9 else (_KEYS[name],)
        found.append(Step(name=name, title=title, icon=icon, keys=keys))
    return tuple(found)


def _looks() -> Mapping[str, tuple[str, str]]:
    return {
        "home": (tr("Home"), "house"),
        "agency": (tr("Office"), "landmark"),
        "scores": (tr("Scores"), "table-2"),
        "analysis": (tr("Analysis"), "chart-column"),
        "measures": (tr("Measures"), "list-checks"),
        "follow_up": (tr("Following up"), "calendar-check-2"),
        "risks": (tr("Risks"), "shield-alert"),
        "documents": (tr("Documents"), "printer"),
        "check": (tr("Final check"), "scan-search"),
        "frameworks": (tr("Rules of the years"), "scale"),
        "backups": (tr("Backups"), "archive-restore"),
    }
