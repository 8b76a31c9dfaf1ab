"""The invented office (หน่วยงานตัวอย่าง) as a file of its own, to look around and try things in."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.import_export import import_office, read_office_json
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.domain.values.framework import Framework
from ita_desktop.i18n import tr


class SampleTrouble(StrEnum):
    """Why the sample was not made."""

    OTHER_OFFICE = "other_office"


def make_sample(
    file: Path, resources: Path, frameworks: Mapping[int, Framework], backups_in: Path | None = None
) -> None:
    """Write the sample office into ``file``, replacing an older sample; WorkspaceError if it holds another office."""
    data = resources / "sample" / "office.json"
    if file.exists():
        with Workspace.open(file, frameworks, read_only=True) as workspace:
            there = workspace.office.agency.name
        if there != read_office_json(data, frameworks).agency.name:
            text = tr("{file} holds the data of {office}, not the sample. Nothing was changed; choose another folder.")
            raise WorkspaceError(SampleTrouble.OTHER_OFFICE, text.format(file=file, office=there))
    import_office(data, file, replace=True, frameworks=frameworks, backups_in=backups_in)
