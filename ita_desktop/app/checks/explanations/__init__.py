"""What each finding means, in the user's language: the rule, its source and the way out, by code."""

from __future__ import annotations

from ita_desktop.app.checks.explanations import completeness, figures, identity, language, references, years
from ita_desktop.app.checks.explanations.explanation import Maker, Wording
from ita_desktop.app.checks.explanations.places import place
from ita_desktop.app.checks.explanations.values import shown
from ita_desktop.domain.findings import Code, Finding

WORDINGS: dict[Code, Maker] = {
    **figures.WORDINGS,
    **identity.WORDINGS,
    **years.WORDINGS,
    **references.WORDINGS,
    **completeness.WORDINGS,
    **language.WORDINGS,
}


def explain(finding: Finding) -> Wording:
    """Write the sentences for a finding, with its values."""
    wording = WORDINGS[finding.code]()
    values = shown(finding)
    return Wording(
        what=" ".join(wording.what.format_map(values).split()),
        rule=wording.rule.format_map(values),
        way=wording.way.format_map(values),
    )


__all__ = ["WORDINGS", "Wording", "explain", "place"]
