"""Which weaknesses no measure answers yet (จุดอ่อนที่ยังไม่มีมาตรการ)."""

from __future__ import annotations

from ita_desktop.domain.rules import analysis
from ita_desktop.domain.rules.analysis import Weakness
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.ref import Ref


def uncovered(facts: YearFacts) -> tuple[Weakness, ...]:
    """Return weak things without a measure, lowest score first.

    A measure for an indicator answers all its parts; a measure for a part answers that part and the indicator.
    """
    assessed, framework = facts.assessed, facts.framework
    if assessed is None or framework is None:
        return ()
    earlier = facts.frameworks.get(int(facts.plan.assessed_year.previous))
    weak = analysis.weaknesses(assessed, framework, facts.before, earlier)
    named = {Ref(ref).bare for measure in facts.plan.measures for ref in measure.refs}
    owners = {owner.id for ref in named if (owner := framework.indicator_of(ref)) is not None}

    def is_answered(one: Weakness) -> bool:
        bare, own = Ref(one.ref).bare, one.indicator.id if one.indicator else ""
        return bare in named or own in named or (bare == own and own in owners)

    return tuple(one for one in weak if not is_answered(one))
