"""Numbers that stay true in a rewritten sentence (ตัวเลขในบทวิเคราะห์): which ones it was written for, which hold now.

The stored text is plain text. Beside it the office's settings remember the figures of that moment; where they have
changed since, the old and the new sentence can be shown beside each other. Nothing is changed by itself.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from decimal import Decimal

from ita_desktop.app.workspace import Workspace
from ita_desktop.domain import analysis, scoring
from ita_desktop.domain.analysis import Direction
from ita_desktop.domain.facts import YearFacts
from ita_desktop.domain.thai import score_text, thai_digits

SETTING = "narrative-figures"
_NUMBER_ENDS = r"(?!\d|[.,]\d)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a sentence about an indicator may say, as texts with Arabic digits; empty where it is not known."""

    score: str = ""
    rank: str = ""
    before: str = ""
    difference: str = ""
    direction: str = ""
    overall: str = ""
    level: str = ""


def figures_of(facts: YearFacts, indicator: str) -> Figures:
    """The figures that hold now for an indicator of the assessed year."""
    assessed, framework = facts.assessed, facts.framework
    if assessed is None or framework is None or indicator not in assessed.scores:
        return Figures()
    ranked = next(one for one in analysis.ranking(assessed, framework) if one.indicator.id == indicator)
    earlier = facts.frameworks.get(int(facts.plan.assessed_year.previous))
    change = analysis.changes(assessed, facts.before, framework, earlier).get(indicator)
    moved = change is not None and change.direction is not Direction.SAME
    return Figures(
        score=score_text(assessed.scores[indicator]),
        rank=str(ranked.rank),
        before=score_text(change.before) if change else "",
        difference=score_text(abs(change.difference)) if change and moved else "",
        direction=change.direction.thai if change and moved else "",
        overall=_text(scoring.overall_shown(assessed, framework)),
        level=scoring.level_shown(assessed, framework),
    )


def write_narrative(workspace: Workspace, facts: YearFacts, indicator: str, text: str) -> None:
    """Store a sentence and the figures it was written for, as one step."""
    year = int(facts.plan.assessed_year)
    with workspace.step("narrative"):
        workspace.set_narrative(year, indicator, text)
        _remember(workspace, year, indicator, figures_of(facts, indicator) if text.strip() else None)


def accept(workspace: Workspace, facts: YearFacts, indicator: str) -> None:
    """The sentence stays as it is: it is right for the figures of now."""
    with workspace.step("narrative"):
        _remember(workspace, int(facts.plan.assessed_year), indicator, figures_of(facts, indicator))


def written_for(workspace: Workspace, year: int, indicator: str) -> Figures | None:
    """The figures a stored sentence was written for; None where nobody remembers."""
    kept = _kept(workspace).get(_key(year, indicator))
    if not isinstance(kept, dict):
        return None
    return Figures(**{name: str(kept.get(name, "")) for name in asdict(Figures())})


def renewed(text: str, old: Figures, new: Figures) -> str:
    """The sentence with each of the old figures in it replaced by the new one; the same text where it has none."""
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
    """The figures of a sentence that have changed: before and now."""
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
    kept = {key: value for key, value in _kept(workspace).items() if key != _key(year, indicator)}
    if figures is not None:
        kept[_key(year, indicator)] = asdict(figures)
    if kept != _kept(workspace):
        workspace.set_setting(SETTING, kept or None)


def _kept(workspace: Workspace) -> dict[str, object]:
    kept = workspace.setting(SETTING)
    return kept if isinstance(kept, dict) else {}


def _key(year: int, indicator: str) -> str:
    return f"{int(year)}/{indicator}"


def _text(score: Decimal | None) -> str:
    return "" if score is None else score_text(score)
