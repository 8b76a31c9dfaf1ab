"""The office's edits of the rules as its file keeps them: a setting, by fiscal year and path."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from ita_desktop.domain.rule_edits.edits import RuleEdits, with_added_years
from ita_desktop.domain.thai.writing import arabic_digits
from ita_desktop.domain.values.framework import Framework
from ita_desktop.i18n import tr

SETTING = "framework-edits"


def kept_edits(setting: Any) -> dict[int, dict[str, str]]:
    """Return the edits in a setting, by fiscal year and path; what cannot be read is left out."""
    if not isinstance(setting, dict):
        return {}
    years = {year: paths for year, paths in setting.items() if str(year).isdigit() and isinstance(paths, dict)}
    return {int(year): {str(path): str(text) for path, text in paths.items()} for year, paths in years.items()}


def with_edits(shipped: Mapping[int, Framework], setting: Any) -> Mapping[int, Framework]:
    """Return the rules in force: the shipped ones, years the office added, and its edits where they are consistent."""
    edits = kept_edits(setting)
    if not edits:
        return shipped
    frameworks = with_added_years(shipped, edits)
    for year, paths in edits.items():
        if year in frameworks:
            edited = RuleEdits(shipped=frameworks[year], paths=paths)
            if edited.are_sound:
                frameworks[year] = edited.rules
    return frameworks


def read_mark(text: str) -> str:
    """Read a typed number as it is kept; empty for none.

    Raises ValueError with a sentence for the user if it is no number from 0 to 100.
    """
    plain = arabic_digits(text).replace(",", ".").strip()
    if not plain:
        return ""
    try:
        number = Decimal(plain)
    except InvalidOperation as fault:
        raise ValueError(tr("Type a number from 0 to 100.")) from fault
    if not number.is_finite() or not 0 <= number <= 100:
        raise ValueError(tr("Type a number from 0 to 100."))
    return f"{number:f}"
