"""The log as one file for whoever helps on the telephone (บันทึกสำหรับผู้ดูแล): versions, self-test, what happened."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Generator, Mapping, Sequence
from pathlib import Path

from ita_desktop.app import log
from ita_desktop.app.outputs import write_output
from ita_desktop.app.start.self_test import Check, Outcome, try_all

NAME = "ita-desktop-log.zip"
REPORT = "report.txt"


def writing_parcel(file: Path, checks: Sequence[Check], parts: Mapping[str, str]) -> Generator[None, None, Path]:
    """Try the checks, one a step, and write the parcel; WorkspaceError where it cannot be written. The file.

    Of a check that failed only the type of its error goes along: the sentence may hold a path.
    """
    outcomes: list[Outcome] = []
    for outcome in try_all(checks):
        outcomes.append(outcome)
        yield
    lines = [*log.versions(parts), "", *(_line(outcome) for outcome in outcomes)]
    parcel = io.BytesIO()
    with zipfile.ZipFile(parcel, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr(REPORT, "\n".join(lines) + "\n")
        for part in log.files():
            folder.writestr(part.name, part.read_bytes())
    write_output(file, parcel.getvalue())
    return file


def _line(outcome: Outcome) -> str:
    return f"OK      {outcome.title}" if outcome.passed else f"FAILED  {outcome.title}: {outcome.detail.split(':')[0]}"
