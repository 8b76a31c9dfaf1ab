"""Choose where the lines of a paragraph end, and spread their slack.

A line's looseness is its slack divided by what its gaps and spaces may take at most: 0.06 em for a gap between two
letters, twice its own width for a space.  At looseness 1 the caps are reached; beyond it the line is left ragged.

Method (`best_fit`): Knuth and Plass, "Breaking Paragraphs into Lines", 1981.  For every box `end` the cheapest way to
end a line after it is kept: the least over all `start` of the cost up to `start` plus the cost of the line start..end.
Only starts that fit the line are tried, and `low`, the first of them, moves on as `end` does, so the work is (boxes) x
(boxes in a line), less where a looser line can no longer win.  A distributed line may also be tighter than natural: by
GAP_SHRINK between letters and SPACE_SHRINK in spaces.

Costs, all in demerits (TeX's unit):
- a line costs (10 + 100 x looseness³ x (1 + looseness))²; looseness counts up to 5, more cannot get worse.  The
  constant 10 makes fewer lines win where all is equal.  The tightest line costs as much as one of looseness 1.
- a ragged line (left, centred) has no caps: its looseness is 1 where 35 % of the line stay empty, or 6.5 em in a narrow
  cell.
- a penalty p of a break costs (0.07 p)², so 250 (a seam) costs as much as a looseness of 0.42, 800 (a hanging prefix)
  as 0.66, 1,500 (a space in a name) as 0.81, 2,000 (inside the kind of an office) as 0.88: where little else fits.
  The weight is measured: no percentile of looseness is worse than with greedy breaking.
- a penalty from 5,000 on (between syllables or letters) costs 4e10 and more: it is taken only where a line would
  overflow.
- a word that would hang at a line end (การ, ความ, ที่ ...; phrases.py) costs less the narrower the column is
  (stretch.py): in a cell there is seldom another place.
- a line that overflows is tried only if it is a single box; the caller cuts boxes so that none is wider than a line.
- the last line is not stretched; one shorter than 12 % of the width costs up to 1,000: no single short word alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

GAP_CAP = 60.0
"""Slack that may follow a letter, in thousandths of an em (Word's Thai distribution has no cap)."""
SPACE_CAP = 2.0
"""Slack that a space may take, in its own widths."""
GAP_SHRINK = 15.0
"""By how much two letters may be closer, in thousandths of an em: no reader sees it.

Not beside a mark (สระบน วรรณยุกต์): it would stand beyond the letter after it, and some readers of the PDF would give
the two in the wrong order.
"""
SPACE_SHRINK = 0.4
"""Part of its width by which a space may be narrower."""

_LINE = 10.0
_LOOSEST = 5.0
"""Looseness beyond which a line cannot get any worse."""
_RAGGED_TOLERANCE = 0.35
"""Part of a ragged line that may stay empty at looseness 1."""
_RAGGED_WORD = 6.5
"""Em that may stay empty in any ragged line: in a narrow cell a word that goes on to the next line leaves as much."""
_SHORT_LAST = 0.12
_SHORT_LAST_COST = 1_000.0
_WEIGHT = 0.07
"""Of penalties against looseness: measured so that no percentile is looser than greedy breaking (tests/typeset)."""
_LAST_RESORT = 5_000.0
_LAST_RESORT_COST = 4e10
"""More than the loosest line costs: such a place is taken only where a line would overflow."""


@dataclass(slots=True)
class Boxes:
    """What stands between the breaks of a text, as parallel lists, in points.

    `width` and `cap` (what the slack may be at most) are of the box without the spaces at its end, `tail_width` and
    `tail_cap` of those spaces, `penalty` of ending a line after the box (on TeX's scale, 0 to 10,000).
    """

    width: list[float]
    cap: list[float]
    tail_width: list[float]
    tail_cap: list[float]
    penalty: list[float]
    shrink: list[float]
    """What a tight line may take from the box, the spaces at its end included."""
    tail_shrink: list[float]
    gap: float
    """Cap of one gap: the last letter of a line takes no slack."""


def best_fit(boxes: Boxes, first: float, rest: float, *, distributed: bool) -> list[int]:
    """Return the ends of the lines (index after the last box) with the least demerits (see above).

    `first` and `rest` are the widths of the first and of the other lines; no box may be wider than its line.
    """
    count = len(boxes.width)
    starts, start_caps = _prefix_sums(boxes)
    total = starts[count] - boxes.tail_width[count - 1]
    if total <= first:
        return [count]
    starts[0] = first - rest  # the first line as a line of full width that begins earlier
    shrinks = [0.0, *accumulate(boxes.shrink)] if distributed else [0.0] * (count + 1)
    least_shrink = boxes.gap * GAP_SHRINK / GAP_CAP  # the last letter of a line gives nothing
    ends = [0.0] + [starts[i + 1] - boxes.tail_width[i] for i in range(count)]
    end_caps = [0.0] + [start_caps[i + 1] - boxes.tail_cap[i] - boxes.gap for i in range(count)]
    size = boxes.gap * 1000.0 / GAP_CAP
    ragged = 0.0 if distributed else max(rest * _RAGGED_TOLERANCE, size * _RAGGED_WORD)
    penalties = [_cost(penalty) for penalty in boxes.penalty]
    best = [0.0] * (count + 1)
    before = [0] * (count + 1)
    low = 0
    for end in range(1, count):
        right = ends[end]
        slack, cap = rest - right, end_caps[end]
        shrink = shrinks[end] - boxes.tail_shrink[end - 1] - least_shrink
        while low < end - 1 and slack + starts[low] < -1e-6 and slack + starts[low] + shrink - shrinks[low] < -1e-6:
            low += 1
        least, source = 1e300, low
        floor = min(best[low:end])
        for start in range(low, end):
            free = slack + starts[start]
            room = ragged or cap - start_caps[start]
            loose = free / room if room > 1e-6 else _LOOSEST
            if loose > _LOOSEST:
                if start > low:
                    break
                loose = _LOOSEST
            elif loose < 0.0:
                less = max(shrink - shrinks[start], 0.0)
                if start < end - 1 and free + less < -1e-6:
                    continue
                bad = -free / less if less > 1e-6 else 0.0
                bad = _LINE + 100.0 * bad * bad * bad * (1.0 + bad)
                if best[start] + bad * bad < least:
                    least, source = best[start] + bad * bad, start
                continue
            bad = _LINE + 100.0 * loose * loose * loose * (1.0 + loose)
            bad *= bad
            if floor + bad >= least:
                break  # lines that begin later are looser still
            if best[start] + bad < least:
                least, source = best[start] + bad, start
        best[end], before[end] = least + penalties[end - 1], source
    before[count] = _best_last(best, starts, rest - ends[count], rest, low)
    return _traced(before, count)


def looseness(boxes: Boxes, start: int, end: int, room: float) -> float:
    """Return slack divided by its cap for the line of these boxes."""
    width = sum(boxes.width[start:end]) + sum(boxes.tail_width[start : end - 1])
    cap = sum(boxes.cap[start:end]) + sum(boxes.tail_cap[start : end - 1]) - boxes.gap
    return (room - width) / cap if cap > 1e-6 else 1e3


def operators(template: str, size: float, looseness: float, space: float) -> str:
    """Return the PDF operators that show a line; `template` is its shaped words, joined (see shape.py).

    Slack follows every glyph by the character spacing operator (Tc); what may not part from the glyph before it is
    moved back by the same amount.  A negative looseness, to -1, takes that part of what gaps and spaces can give.
    `space` is the width of a space in thousandths of an em.
    """
    if looseness < 0.0:
        gap = round(GAP_SHRINK * looseness, 2)
        back = f">{gap:g}<"
        shown = (
            template.replace("@", back).replace("%", back).replace("~", f">{SPACE_SHRINK * space * -looseness:.1f}<")
        )
        spacing = f"{gap * size / 1000.0:.5f} Tc "
    elif looseness == 0.0:
        shown = template.replace("@", "").replace("~", "").replace("%", "")
        spacing = ""
    else:
        gap = round(GAP_CAP * looseness, 2)
        shown = (
            template.replace("%", "").replace("@", f">{gap:g}<").replace("~", f">-{SPACE_CAP * space * looseness:.1f}<")
        )
        spacing = f"{gap * size / 1000.0:.5f} Tc "
    if "^" in shown:
        shown = _raised(shown, size)
    return f"{spacing}[<{shown}>]TJ"


def _raised(shown: str, size: float) -> str:
    first, *others = shown.split("^")
    parts = [first]
    for other in others:
        rise, _, rest = other.partition(";")
        parts.append(f">]TJ {float(rise) * size / 1000.0:.3f} Ts[<{rest}")
    return "".join(parts)


def _prefix_sums(boxes: Boxes) -> tuple[list[float], list[float]]:
    starts, caps = [0.0], [0.0]
    at = cap_at = 0.0
    for width, tail, cap, tail_cap in zip(boxes.width, boxes.tail_width, boxes.cap, boxes.tail_cap, strict=True):
        at += width + tail
        cap_at += cap + tail_cap
        starts.append(at)
        caps.append(cap_at)
    return starts, caps


def _cost(penalty: float) -> float:
    """Return the demerits of a break with this penalty."""
    if penalty >= _LAST_RESORT:
        return _LAST_RESORT_COST * penalty / _LAST_RESORT
    return (_WEIGHT * penalty) ** 2


def _best_last(best: Sequence[float], starts: Sequence[float], slack: float, rest: float, low: int) -> int:
    """Return where the last line begins."""
    last = len(best) - 2
    fitting = [start for start in range(low, last) if slack + starts[start] >= -1e-6]
    return min((*fitting, last), key=lambda start: best[start] + _last_line_cost(slack + starts[start], rest))


def _last_line_cost(slack: float, rest: float) -> float:
    """Return the cost of the last line: only one short word left alone is bad."""
    short = 1.0 - (rest - slack) / (rest * _SHORT_LAST)
    return _SHORT_LAST_COST * short if short > 0.0 else 0.0


def _traced(before: Sequence[int], count: int) -> list[int]:
    found = []
    at = count
    while at > 0:
        found.append(at)
        at = before[at]
    found.reverse()
    return found
