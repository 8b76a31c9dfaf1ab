"""The rules of one year under the office's edits: what is shipped, what it edited, what is being typed."""

from __future__ import annotations

from collections.abc import Mapping

from ita_desktop.app.rules.framework_edits import (
    SETTING,
    edited,
    edits_of_year_before,
    kept_edits,
    value_at,
    with_added_years,
)
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
        return self._edits.get(str(self.year), {})

    @property
    def now(self) -> dict[str, str]:
        """The edits with what is being typed."""
        return {**self.paths, **self.typed}

    @property
    def current(self) -> Framework:
        """The rules with the edits laid over, in force or not."""
        return edited(self.shipped, self.paths)

    @property
    def of_year_before(self) -> dict[str, str]:
        """What the office corrected in the year before and may take over into a draft."""
        before = self._edits.get(str(self.year - 1), {})
        return edits_of_year_before(self.shipped, before, self.paths) if self.shipped.draft else {}

    def value(self, path: str) -> str:
        """Return the value at a path, with the office's edits."""
        return self.paths.get(path, value_at(self.shipped, path))

    def write(self, paths: Mapping[str, str], year: int | None = None) -> None:
        """Store these edits for the year shown, or for another; a year the office added stays."""
        wanted = self.year if year is None else year
        edits = {key: kept for key, kept in self._edits.items() if key != str(wanted)}
        if paths or wanted not in self.desk.workspace.shipped_frameworks:
            edits[str(wanted)] = dict(paths)
        self.typed.clear()
        with self.desk.workspace.step("framework"):
            self.desk.workspace.set_setting(SETTING, edits or None)

    def put(self, path: str, text: str, year: int | None = None) -> None:
        """Correct one rule; a value equal to the shipped one is no edit."""
        wanted = self.year if year is None else year
        paths = {key: kept for key, kept in self._edits.get(str(wanted), {}).items() if key != path}
        if text != value_at(self.years[wanted], path):
            paths[path] = text
        self.write(paths, wanted)

    @property
    def _edits(self) -> dict[str, dict[str, str]]:
        return kept_edits(self.desk.workspace.setting(SETTING))
