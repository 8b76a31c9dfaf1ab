"""Words and tones of scores: a change since the year before, a level."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.domain.values.framework import Framework
from ita_desktop.i18n import tr
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.wording import digits


def change_words(before: Decimal | None, now: Decimal | None) -> tuple[str, str, Tone]:
    """Return icon, word and tone of a change; empty if either score is missing."""
    if before is None or now is None:
        return "", "", Tone.PLAIN
    by = digits(f"{abs(now - before):.2f}")
    if now > before:
        return "trending-up", tr("up {by}").format(by=by), Tone.GOOD
    if now < before:
        return "trending-down", tr("down {by}").format(by=by), Tone.WRONG
    return "equal", tr("unchanged"), Tone.PLAIN


def level_tone(framework: Framework, code: str) -> Tone:
    """Return GOOD if the level passes, else LOOK."""
    passing = {band.code for band in framework.levels.bands if band.overall_min >= framework.levels.pass_mark}
    return Tone.GOOD if code in passing else Tone.LOOK
