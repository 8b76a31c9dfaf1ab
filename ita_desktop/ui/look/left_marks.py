"""The mark of a paper: the same icon, words and colour for what is left, wherever the paper is named."""

from __future__ import annotations

from ita_desktop.app.checks.left import Left, LeftState, left_words
from ita_desktop.app.papers.document_states import DocumentState, Standing, standing_words
from ita_desktop.i18n import tr
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.wording import prose

Mark = tuple[str, str, Tone]
"""Icon, words, tone."""

_LEFT = {
    LeftState.WRONG: ("circle-x", Tone.WRONG),
    LeftState.MISSING: ("circle-alert", Tone.LOOK),
    LeftState.LOOK: ("circle-alert", Tone.LOOK),
    LeftState.READY: ("circle-check", Tone.GOOD),
}
_SAID = {
    DocumentState.PRINTED: ("printer", Tone.ACCENT),
    DocumentState.SIGNED: ("circle-check", Tone.GOOD),
    DocumentState.PUBLISHED: ("globe", Tone.GOOD),
}


def left_mark(left: Left | None) -> Mark:
    """Return the mark of what is left; before the first check nothing is promised."""
    if left is None:
        return "circle", tr("being checked"), Tone.PLAIN
    icon, tone = _LEFT[left.state]
    return icon, prose(left_words(left)), tone


def paper_mark(left: Left | None, standing: Standing) -> Mark:
    """Return the mark of a paper that may be printed or signed already; what is wrong goes before everything else."""
    if standing.state not in _SAID or (left is not None and left.state is LeftState.WRONG):
        return left_mark(left)
    if standing.changed:
        return "circle-alert", standing_words(standing), Tone.LOOK
    icon, tone = _SAID[standing.state]
    return icon, standing_words(standing), tone
