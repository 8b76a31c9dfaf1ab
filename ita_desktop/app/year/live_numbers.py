"""Numbers that stay true in a rewritten sentence (ตัวเลขในบทวิเคราะห์): which ones it was written for, which hold now.

The stored text is plain text. Beside it the office's settings remember the figures of that moment; where they have
changed since, the old and the new sentence can be shown beside each other. Nothing is changed by itself.
"""

from __future__ import annotations

import re
from dataclasses import asdict

from ita_desktop.app.office.figures import SETTING, Figures, figures_of, place
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.domain.thai.writing import thai_digits
from ita_desktop.domain.values.facts import YearFacts

_NUMBER_ENDS = r"(?!\d|[.,]\d)"


def write_narrative(workspace: Workspace, facts: YearFacts, indicator: str, text: str) -> None:
    """Store a sentence and the figures it was written for, as one step."""
    year = int(facts.plan.assessed_year)
    with workspace.step("narrative"):
        workspace.set_narrative(year, indicator, text)
        _remember(workspace, year, indicator, figures_of(facts, indicator) if text.strip() else None)


def accept(workspace: Workspace, facts: YearFacts, indicator: str) -> None:
    """Keep the sentence as it is: it is right for the current figures."""
    with workspace.step("narrative"):
        _remember(workspace, int(facts.plan.assessed_year), indicator, figures_of(facts, indicator))


def written_for(workspace: Workspace, year: int, indicator: str) -> Figures | None:
    """Return the figures a stored sentence was written for; None if they are not known."""
    kept = _kept(workspace).get(place(year, indicator))
    if not isinstance(kept, dict):
        return None
    return Figures(**{name: str(kept.get(name, "")) for name in asdict(Figures())})


def renewed(text: str, old: Figures, new: Figures) -> str:
    """Replace each old figure in the sentence by the new one; without old figures it stays the same."""
    swaps: dict[str, str] = {}
    for before, now in ((old.score, new.score), (old.before, new.before), (old.overall, new.overall)):
        if before and now and before != now:
            swaps.setdefault(before, now)
    if old.difference and new.difference and (old.difference, old.direction) != (new.difference, new.direction):
        # the word goes with its number: ลดลง 7.26 becomes เพิ่มขึ้น 0.35
        swaps |= {f"{old.direction}{gap}{old.difference}": f"{new.direction}{gap}{new.difference}" for gap in (" ", "")}
    if old.rank and new.rank and old.rank != new.rank:
        swaps |= {f"ลำดับที่{gap}{old.rank}": f"ลำดับที่{gap}{new.rank}" for gap in (" ", "")}
    if old.level and new.level and old.level != new.level:
        swaps |= {f"ระดับ{gap}{old.level}": f"ระดับ{gap}{new.level}" for gap in (" ", "")}
    return _swapped(text, swaps)


def pairs(text: str, old: Figures, new: Figures) -> tuple[tuple[str, str], ...]:
    """List the figures of a sentence that have changed: before and now."""
    found = []
    names = ("score", "rank", "before", "difference", "overall", "level")
    for name in names:
        before, now = getattr(old, name), getattr(new, name)
        if before != now and before and now and (before in text or thai_digits(before) in text):
            found.append((before, now))
    return tuple(dict.fromkeys(found))


def _swapped(text: str, swaps: dict[str, str]) -> str:
    """All at once, so that 80.00 → 90.00 and 90.00 → 80.00 do not undo each other; in either kind of digits."""
    both = {**{thai_digits(old): thai_digits(new) for old, new in swaps.items()}, **swaps}
    if not both:
        return text
    ordered = sorted(both, key=len, reverse=True)
    pattern = "|".join(re.escape(old) + (_NUMBER_ENDS if old[-1].isdigit() else r"(?!\w)") for old in ordered)
    return re.sub(rf"(?<![\d.,])(?:{pattern})", lambda found: both[found[0]], text)


def _remember(workspace: Workspace, year: int, indicator: str, figures: Figures | None) -> None:
    kept = {key: value for key, value in _kept(workspace).items() if key != place(year, indicator)}
    if figures is not None:
        kept[place(year, indicator)] = asdict(figures)
    if kept != _kept(workspace):
        workspace.set_setting(SETTING, kept or None)


def _kept(workspace: Workspace) -> dict[str, object]:
    kept = workspace.setting(SETTING)
    return kept if isinstance(kept, dict) else {}
