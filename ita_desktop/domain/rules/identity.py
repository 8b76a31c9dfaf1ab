"""What an indicator of one year is in another (ตัวชี้วัดเดียวกันข้ามปี): by its name, never by its number.

A year that inserts an indicator moves the numbers of those after it. ``Indicator.was`` states the number of before
where the name changed too: ``"2570:6"``.
"""

from __future__ import annotations

from collections.abc import Mapping

from ita_desktop.domain.values.assessment import Assessment, Score
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.ref import Ref, RefKind


def same_in(ref: str, framework: Framework, other: Framework) -> str | None:
    """Return the id that another year gives to what this year calls ``ref``; None if that year does not ask it.

    Indicators go by ``was``, then by name and aliases; sub-indicators by name within the same indicator. Questions and
    items must have the same id and wording, as i4 of FY2567 is another question than i4 of FY2565.
    """
    asked = Ref(ref)
    if framework is other:
        return ref
    if asked.kind is RefKind.INDICATOR:
        return _indicator(asked, framework, other)
    names = framework.called.get(asked.bare, frozenset())
    if asked.kind is RefKind.SUB_INDICATOR:
        home = _indicator(asked.head, framework, other)
        parts = other.indicator(home).sub_indicators if home else ()
        return next((sub.id for sub in parts if names & other.called[sub.id]), None)
    return ref if names & other.called.get(asked.bare, frozenset()) else None


def scores_by_id_of(framework: Framework, earlier: Assessment, other: Framework | None) -> Mapping[str, Score]:
    """Return another year's scores under the ids of this year; what is not asked any more is left out.

    Without the other year's rules (None) its indicators are taken to be this year's; of their parts nothing is known.
    """
    if other is None:
        indicators = {indicator.id for indicator in framework.indicators}
        return {ref: score for ref, score in earlier.scores.items() if ref in indicators}
    found: dict[str, Score] = {}
    for ref, score in earlier.scores.items():
        now = same_in(ref, other, framework)
        if now is not None:
            found[now] = score
    return found


def gone(framework: Framework, other: Framework) -> tuple[str, ...]:
    """Return the ids, of the other year, of the indicators that this year does not ask any more."""
    return tuple(one.id for one in other.indicators if _indicator(Ref(one.id), other, framework) is None)


def _indicator(ref: Ref, framework: Framework, other: Framework) -> str | None:
    own = next((one for one in framework.indicators if one.id == ref), None)
    if own is None:
        return None
    stated = _stated(ref, framework, other)
    if stated is not None:
        return stated
    taken = {here.was for here in framework.indicators} | {there.was for there in other.indicators}
    for there in other.indicators:
        is_claimed = f"{int(other.fiscal_year)}:{there.id}" in taken
        if not is_claimed and framework.called[own.id] & other.called[there.id]:
            return there.id
    return None


def _stated(ref: Ref, framework: Framework, other: Framework) -> str | None:
    """Return the number that ``was`` states, from whichever of the two years states it."""
    own = framework.indicator(ref)
    year, _, number = own.was.partition(":")
    if year == str(int(other.fiscal_year)) and any(one.id == number for one in other.indicators):
        return number
    here = f"{int(framework.fiscal_year)}:{ref}"
    return next((one.id for one in other.indicators if one.was == here), None)
