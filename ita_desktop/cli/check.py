"""``ita-desktop check``: what is wrong, to look at, or could be better in an office's papers."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.app.checks import finding_report
from ita_desktop.app.checks.findings import Findings
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.domain.findings import Checker


def check(workspace: Workspace, plan_years: Sequence[int], checker: Checker, format: str) -> bool:
    """Print the findings of these plan years to stdout; True if something open would be wrong on paper."""
    findings = Findings(workspace, checker)
    years = [findings.checked(year) for year in plan_years]
    if format == "json":
        print(finding_report.as_json(years))
    else:
        for line in finding_report.lines(years):
            print(line)
    return finding_report.something_wrong(years)
