"""Where an office refers to a part of a year's rules (การอ้างถึง). Removing the part deletes nothing of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ita_desktop.domain.values.office import Office
from ita_desktop.domain.values.ref import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """Places of an office that name a code."""

    score: bool = False
    narrative: bool = False
    measures: tuple[tuple[int, tuple[int, ...]], ...] = ()
    """Plan year, and the numbers of its measures, counted from 1."""

    @property
    def any(self) -> bool:
        """True if there is at least one place."""
        return self.score or self.narrative or bool(self.measures)


def uses(office: Office, year: int, codes: Iterable[str]) -> Uses:
    """Return where the office refers to one of these codes of a year's rules."""
    wanted = frozenset(codes) - {""}
    result = next((one for one in office.years if one.fiscal_year == year), None)
    scored = {Ref(ref).bare for ref in result.scores} if result else set()
    narrated = {ref for ref, text in result.narratives.items() if text.strip()} if result else set()
    measures = []
    for plan in office.plans:
        numbers = []
        for number, measure in enumerate(plan.measures, start=1):
            answered = measure.refs if plan.assessed_year == year else ()
            cited = measure.oit_refs if plan.fiscal_year == year else ()
            if wanted & {Ref(ref).bare for ref in (*answered, *cited)}:
                numbers.append(number)
        if numbers:
            measures.append((int(plan.fiscal_year), tuple(numbers)))
    return Uses(score=bool(wanted & scored), narrative=bool(wanted & narrated), measures=tuple(measures))
