"""The rules of one year under the office's edits: what is shipped, what it edited, what is being typed."""

from __future__ import annotations

from collections.abc import Mapping

from ita_desktop.app.rules.setting import SETTING, kept_edits
from ita_desktop.domain.rule_edits.edits import RuleEdits, with_added_years
from ita_desktop.domain.values.framework import Framework
from ita_desktop.ui.desk.desk import Desk


class EditedYear:
    """Reads the office's setting each time; writes it as one step."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.year = 0
        self.typed: dict[str, str] = {}
        """The unfinished texts of fields, by path."""

    @property
    def years(self) -> dict[int, Framework]:
        """Shipped years and those the office added, without its edits."""
        return with_added_years(self.desk.workspace.shipped_frameworks, self._edits)

    @property
    def shipped(self) -> Framework:
        """The year shown, without edits."""
        return self.years[self.year]

    @property
    def paths(self) -> dict[str, str]:
        """The office's edits of the year shown."""
        return self._edits.get(self.year, {})

    @property
    def edits(self) -> RuleEdits:
        """The year shown with the office's edits."""
        return RuleEdits(shipped=self.shipped, paths=self.paths)

    @property
    def now(self) -> RuleEdits:
        """The year shown with the office's edits and what is being typed."""
        return RuleEdits(shipped=self.shipped, paths={**self.paths, **self.typed})

    @property
    def current(self) -> Framework:
        """The rules with the edits laid over, in force or not."""
        return self.edits.rules

    @property
    def of_year_before(self) -> dict[str, str]:
        """What the office corrected in the year before and may take over into a draft."""
        return self.edits.carried_from(self._edits.get(self.year - 1, {})) if self.shipped.draft else {}

    def value(self, path: str) -> str:
        """Return the value at a path, with the office's edits."""
        return self.edits.value(path)

    def write(self, paths: Mapping[str, str], year: int | None = None) -> None:
        """Store these edits for the year shown, or for another; a year the office added stays."""
        wanted = self.year if year is None else year
        edits = {str(key): kept for key, kept in self._edits.items() if key != wanted}
        if paths or wanted not in self.desk.workspace.shipped_frameworks:
            edits[str(wanted)] = dict(paths)
        self.typed.clear()
        with self.desk.workspace.step("framework"):
            self.desk.workspace.set_setting(SETTING, edits or None)

    def put(self, path: str, text: str, year: int | None = None) -> None:
        """Correct one rule; a value equal to the shipped one is no edit."""
        wanted = self.year if year is None else year
        edits = RuleEdits(shipped=self.years[wanted], paths=self._edits.get(wanted, {}))
        self.write(edits.put(path, text), wanted)

    @property
    def _edits(self) -> dict[int, dict[str, str]]:
        return kept_edits(self.desk.workspace.setting(SETTING))
