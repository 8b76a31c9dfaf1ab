"""Findings as lines of text and as JSON, for the command and for files."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ita_desktop.app.checks.explanations import explain
from ita_desktop.app.checks.findings import Checked
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.i18n import tr


def severity_name(severity: Severity) -> str:
    """Return ผิด, ควรดู or แนะนำ in the user's language."""
    return {
        Severity.WRONG: tr("Wrong"),
        Severity.LOOK: tr("Look"),
        Severity.ADVICE: tr("Advice"),
    }[severity]


def lines(years: Iterable[Checked]) -> list[str]:
    """Write one line a finding: severity, code, place, sentence; then what was set aside, with its reason."""
    found: list[str] = []
    for checked in years:
        found += [_line(checked, finding) for finding in checked.open]
        for finding, reason in checked.set_aside:
            found.append(tr("Set aside: {line} (reason: {reason})").format(line=_line(checked, finding), reason=reason))
    return found


def _line(checked: Checked, finding: Finding) -> str:
    parts = (severity_name(finding.severity), finding.code.value, checked.place(finding), explain(finding).what)
    return "\t".join(" ".join(part.split()) for part in parts)


def as_json(years: Iterable[Checked]) -> str:
    """Write all findings as JSON for other programs: stable codes and paths beside the sentences."""
    tree = [
        {
            "plan_year": checked.plan_year,
            "findings": [
                *(_entry(checked, finding, None) for finding in checked.open),
                *(_entry(checked, finding, reason) for finding, reason in checked.set_aside),
            ],
        }
        for checked in years
    ]
    return json.dumps(tree, ensure_ascii=False, indent=1)


def _entry(checked: Checked, finding: Finding, reason: str | None) -> dict[str, object]:
    wording = explain(finding)
    entry: dict[str, object] = {
        "severity": finding.severity.value,
        "code": finding.code.value,
        "key": finding.key,
        "origin": finding.origin,
        "place": checked.place(finding),
        "quote": finding.quote,
        "text": wording.what,
        "rule": wording.rule,
        "way_out": wording.way,
        "fixes": [{"origin": fix.origin, "old": fix.old, "new": fix.new} for fix in finding.fixes],
    }
    if reason is not None:
        entry["set_aside"] = reason
    return entry


def something_wrong(years: Iterable[Checked]) -> bool:
    """Return whether an open finding would be wrong on paper; the command's exit status is 1 then."""
    return any(not checked.is_clean for checked in years)
